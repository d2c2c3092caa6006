package command

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"footpath/app/formats"
)

// settled is how long a file must be left alone before it is read: editors
// write in several steps.
const settled = 80 * time.Millisecond

// watch writes OUT, and anew whenever the file or its theme's changes, until the
// context ends or the program is interrupted. Whatever is wrong with the file is
// said, and OUT stays as it was.
func (c *cli) watch(ctx context.Context, w watcher) error {
	switch {
	case w.arg == "-" || !formats.IsFile(w.arg):
		return withCode(ExitUsage, fmt.Errorf("--watch follows a FILE; %q is none", w.arg))
	case w.out == "-":
		return withCode(ExitUsage, errors.New("--watch writes a file anew; standard output cannot be"))
	}
	read, err := os.Stat(w.arg)
	if err != nil {
		return withCode(ExitIO, fmt.Errorf("%s: there is no such file", w.arg))
	}
	if written, err := os.Stat(w.out); err == nil && os.SameFile(read, written) {
		return withCode(ExitUsage, fmt.Errorf("%s would be written over itself", w.arg))
	}
	if err := c.mayWrite(w.out); err != nil {
		return err
	}
	w.cli = c
	if w.files, err = newFollower(); err == nil {
		defer func() { _ = w.files.Close() }() // nothing is lost by it
		err = w.files.follow(w.sources())
	}
	if err != nil {
		return withCode(ExitIO, fmt.Errorf("%s could not be watched: %w", w.arg, err))
	}
	if ctx == nil {
		ctx = context.Background()
	}
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()

	w.renew()
	pause := time.NewTimer(settled)
	pause.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case event, open := <-w.files.Events:
			if !open {
				return withCode(ExitIO, fmt.Errorf("%s is no longer watched", w.arg))
			}
			if w.files.lost(event) {
				return withCode(ExitIO, fmt.Errorf("the folder of %s was moved or deleted", w.arg))
			}
			if w.files.concerns(event) {
				pause.Reset(settled)
			}
		case err := <-w.files.Errors:
			c.say("%s: some changes may have gone unnoticed: %v", w.arg, err)
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
	theme    string // as --theme has it
	format   formats.Format
	options  formats.Options
	files    *follower
	last     [sha256.Size]byte // of what was read
}

// sources are the files that OUT is made of.
func (w *watcher) sources() []string {
	return append([]string{w.arg}, formats.ThemeSources(w.theme)...)
}

// renew writes OUT, unless the files say what they said before.
func (w *watcher) renew() {
	if err := w.files.follow(w.sources()); err != nil { // the theme may name another logo
		w.say("%s: some changes may go unnoticed: %v", w.arg, err)
	}
	sum, there := w.read()
	if !there || sum == w.last {
		return
	}
	w.last = sum
	err := dressed(w.theme, &w.options)
	if err == nil {
		err = w.make()
	}
	switch exitCode(err) {
	case ExitDone, ExitPartly:
		w.say("%s is written", w.out)
	case ExitIO:
		w.last = [sha256.Size]byte{} // the next saving tries again, whatever it says
	}
	w.explain(err)
}

func (w *watcher) make() error {
	if err := w.options.Check(w.format); err != nil {
		return withCode(ExitUsage, err)
	}
	m, err := w.load(w.arg)
	if err != nil {
		return err
	}
	return w.write(m, w.out, w.format, w.options)
}

// read gives a sum of all that OUT is made of; false while the map or the theme
// is not there, in between two files or gone: then there is nothing to write.
func (w *watcher) read() (sum [sha256.Size]byte, there bool) {
	all := sha256.New()
	for i, file := range w.sources() {
		data, err := os.ReadFile(file)
		if errors.Is(err, os.ErrNotExist) && i < 2 { // the third is a logo, whose lack is said
			return sum, false
		}
		one := sha256.Sum256(data)
		_, _ = all.Write(one[:]) // a hash takes everything
		if err != nil {
			_, _ = all.Write([]byte(err.Error()))
		}
	}
	return [sha256.Size]byte(all.Sum(nil)), true
}
