//go:build !nogui

package launch

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"footpath/storage/engine"
	"footpath/storage/library"
)

// inspectTime is how long the look at the library's file may take after an unclean end. What is not found out by then the opening
// of the library and of its maps still sees.
const inspectTime = 10 * time.Second

// openLibrary opens the library. A damaged one is repaired first, and how that went is given for the person to read.
func openLibrary(path string) (maps *library.Library, repaired *library.Checkup, err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, nil, fmt.Errorf("the library's folder could not be made: %w", err)
	}
	options := library.Options{Program: "footpath"}
	if !library.EndedUncleanly(path) || !damagedAsAChildSays(path) {
		maps, err = library.Open(path, options)
		if !errors.Is(err, engine.ErrDamaged) {
			return maps, nil, err
		}
	}
	found, err := library.Repair(path, options, time.Now())
	if err != nil {
		return nil, nil, err
	}
	maps, err = library.Open(path, options)
	return maps, &found, err
}

// damagedAsAChildSays has a process of its own look at the library's file: whatever the file does to it, this one goes on.
func damagedAsAChildSays(path string) bool {
	program, err := os.Executable()
	if err != nil {
		return false
	}
	ctx, cancel := context.WithTimeout(context.Background(), inspectTime)
	defer cancel()
	err = exec.CommandContext(ctx, program, "inspect", "--library", path).Run()
	var exit *exec.ExitError
	return errors.As(err, &exit) && exit.ExitCode() == inspectDamaged
}

// inspectDamaged is how the command "inspect" ends when something is wrong with the file.
const inspectDamaged = 1
