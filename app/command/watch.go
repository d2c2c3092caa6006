package command

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"footpath/app/formats"

	"github.com/fsnotify/fsnotify"
)

// settled is how long a file must be left alone before it is read: editors
// write in several steps.
const settled = 80 * time.Millisecond

// watch writes OUT, and anew whenever the file changes, until the context ends
// or the program is interrupted. Whatever is wrong with the file is said, and
// OUT stays as it was.
func (c *cli) watch(ctx context.Context, arg, out string, format formats.Format, options formats.Options) error {
	switch {
	case arg == "-" || !formats.IsFile(arg):
		return withCode(ExitUsage, fmt.Errorf("--watch follows a FILE; %q is none", arg))
	case out == "-":
		return withCode(ExitUsage, errors.New("--watch writes a file anew; standard output cannot be"))
	}
	read, err := os.Stat(arg)
	if err != nil {
		return withCode(ExitIO, fmt.Errorf("%s: there is no such file", arg))
	}
	if written, err := os.Stat(out); err == nil && os.SameFile(read, written) {
		return withCode(ExitUsage, fmt.Errorf("%s would be written over itself", arg))
	}
	if err := c.mayWrite(out); err != nil {
		return err
	}
	// Editors put another file in the place of the old one, so it is the folder
	// that is followed: of the file itself, where the argument is a link to it.
	full, err := filepath.EvalSymlinks(arg)
	if err == nil {
		full, err = filepath.Abs(full)
	}
	if err != nil {
		return withCode(ExitIO, fmt.Errorf("%s could not be watched: %w", arg, err))
	}
	follower, err := fsnotify.NewWatcher()
	if err != nil {
		return withCode(ExitIO, fmt.Errorf("%s could not be watched: %w", arg, err))
	}
	defer func() { _ = follower.Close() }() // nothing is lost by it
	if err := follower.Add(filepath.Dir(full)); err != nil {
		return withCode(ExitIO, fmt.Errorf("%s could not be watched: %w", arg, err))
	}
	if ctx == nil {
		ctx = context.Background()
	}
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()

	w := &watcher{cli: c, arg: arg, out: out, format: format, options: options}
	w.renew()
	pause := time.NewTimer(settled)
	pause.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case event, open := <-follower.Events:
			if !open {
				return withCode(ExitIO, fmt.Errorf("%s is no longer watched", arg))
			}
			if event.Name == filepath.Dir(full) && event.Has(fsnotify.Remove|fsnotify.Rename) {
				return withCode(ExitIO, fmt.Errorf("the folder of %s was moved or deleted", arg))
			}
			if filepath.Base(event.Name) == filepath.Base(full) && !event.Has(fsnotify.Chmod) {
				pause.Reset(settled)
			}
		case err := <-follower.Errors:
			c.say("%s: some changes may have gone unnoticed: %v", arg, err)
			pause.Reset(settled)
		case <-pause.C:
			w.renew()
		}
	}
}

// watcher is what --watch knows of its file.
type watcher struct {
	*cli
	arg, out string
	format   formats.Format
	options  formats.Options
	last     [sha256.Size]byte // of what was read
}

// renew writes OUT, unless the file says what it said before.
func (w *watcher) renew() {
	data, err := os.ReadFile(w.arg)
	if errors.Is(err, os.ErrNotExist) {
		return // in between two files, or gone: then there is nothing to write
	}
	if sum := sha256.Sum256(data); err == nil {
		if sum == w.last {
			return
		}
		w.last = sum
	}
	m, err := w.load(w.arg)
	if err == nil {
		err = w.write(m, w.out, w.format, w.options)
	}
	switch exitCode(err) {
	case ExitDone, ExitPartly:
		w.say("%s is written", w.out)
	case ExitIO:
		w.last = [sha256.Size]byte{} // the next saving tries again, whatever it says
	}
	w.explain(err)
}
