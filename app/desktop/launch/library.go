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

	"footpath/app/desktop"
	"footpath/app/places"
	"footpath/storage/engine"
	"footpath/storage/library"
)

// inspectTime is how long the look at the library's file may take after an unclean end. What is not found out by then the opening
// of the library and of its maps still sees.
const inspectTime = 10 * time.Second

// opened is the library, and what there is to tell of how it was found.
type opened struct {
	*library.Library
	repaired *library.Checkup
	cameFrom string // where it had gone on, when its own file could not be written to
	back     []library.Recovered
	backErr  error
}

// openLibrary opens the library. A damaged one is repaired first; what was written elsewhere is taken in. moved is told, on any
// goroutine, when the library has to go on in another file.
func openLibrary(path string, moved func(library.Elsewhere)) (*opened, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("the library's folder could not be made: %w", err)
	}
	options := library.Options{Program: "footpath", Refuges: []string{places.Home(), os.TempDir()}, Moved: moved}
	o := &opened{}
	var err error
	if library.EndedUncleanly(path) && damagedAsAChildSays(path) {
		err = engine.ErrDamaged
	} else {
		o.Library, err = library.Open(path, options)
	}
	if errors.Is(err, engine.ErrDamaged) {
		var found library.Checkup
		if found, err = library.Repair(path, options, time.Now()); err == nil {
			o.repaired = &found
			o.Library, err = library.Open(path, options)
		}
	}
	if err != nil {
		return nil, err
	}
	o.cameFrom, o.back, o.backErr = o.ComeBack()
	return o, nil
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

// tell says what the person should know of how the library was found.
func (o *opened) tell(program *desktop.Program) {
	switch {
	case o.repaired != nil:
		program.TellRepaired(*o.repaired)
	case o.PutBack() > 0:
		program.TellPutBack(o.PutBack())
	}
	switch {
	case o.backErr != nil:
		program.Warn(o.backErr)
	case o.cameFrom != "":
		program.TellCameBack(o.cameFrom, o.back)
	}
}
