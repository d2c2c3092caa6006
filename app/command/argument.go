package command

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"

	"footpath/app/formats"
	"footpath/app/places"
	"footpath/mapmodel"
	"footpath/storage/engine"
	"footpath/storage/journey"
	"footpath/storage/library"
)

// load reads a map from a FILE, without opening the library, or from the
// library.
func (c *cli) load(arg string) (*mapmodel.Map, error) {
	if formats.IsFile(arg) {
		return c.readFile(arg)
	}
	return c.fromLibrary(arg, func(*library.Library, mapmodel.ID) {})
}

// fromLibrary reads a map, or a moment of one, from the library. present is
// called when it is read as it is now.
func (c *cli) fromLibrary(arg string, present func(*library.Library, mapmodel.ID)) (*mapmodel.Map, error) {
	var m *mapmodel.Map
	err := c.withLibrary(func(l *library.Library) error {
		found, err := l.Find(arg)
		if at := strings.LastIndexByte(arg, '@'); errors.Is(err, library.ErrNoMap) && at > 0 {
			if found, err := l.Find(arg[:at]); err == nil {
				m, err = moment(l, found.ID, arg[at+1:])
				return err
			}
		}
		if err != nil {
			return err
		}
		if m, err = c.open(l, found.ID); err == nil {
			present(l, found.ID)
		}
		return err
	})
	return m, err
}

// open reads a map of the library and says what had to be mended.
func (c *cli) open(l *library.Library, id mapmodel.ID) (*mapmodel.Map, error) {
	m, report, err := l.Open(id)
	if err != nil {
		return nil, err
	}
	for _, d := range report.Damages {
		c.say("damaged: record %s: %s", d.Record, d.What)
	}
	for _, h := range report.Healings {
		c.say("mended: %s of a %s: %s", h.Field, h.Record.Kind(), h.Done)
	}
	return m, nil
}

// readFile reads a map from a file in any format that can be read; "-" is
// standard input, which must be YAML. Mistakes come back with the file's name.
func (c *cli) readFile(path string) (*mapmodel.Map, error) {
	if path == "-" {
		data, err := io.ReadAll(io.LimitReader(c.In, journey.MaxFile+1))
		if err != nil {
			return nil, withCode(ExitIO, fmt.Errorf("standard input could not be read: %w", err))
		}
		return c.parse("-", "stdin", data)
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, withCode(ExitIO, fmt.Errorf("%s: there is no such file", path))
	case err != nil:
		return nil, withCode(ExitIO, fmt.Errorf("%s could not be read: %w", path, err))
	case info.IsDir():
		return nil, withCode(ExitIO, fmt.Errorf("%s is a folder, not a file", path))
	case info.Size() > journey.MaxFile:
		return nil, wholly(path, fmt.Sprintf("the file has %d MB; a map's file can have %d", info.Size()>>20, journey.MaxFile>>20))
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, withCode(ExitIO, fmt.Errorf("%s could not be read: %w", path, err))
	}
	return c.parse(path, path, data)
}

func (c *cli) parse(path, shown string, data []byte) (*mapmodel.Map, error) {
	format, known := formats.ForFile(path)
	if !known {
		format, _ = formats.Named(formats.YAML)
	}
	if format.Read == nil {
		return nil, wholly(shown, fmt.Sprintf("a file of the format %s cannot be read as a map; formats that can: %s", format.Name, formats.Names(formats.Format.Reads)))
	}
	m, err := format.Read(data, mapmodel.NewSource())
	var mistakes journey.Mistakes
	if errors.As(err, &mistakes) {
		return nil, &invalidFile{shown, mistakes}
	}
	if err != nil {
		return nil, wholly(shown, err.Error())
	}
	return m, nil
}

// invalidFile is a file with mistakes, shown as "file:line:column: message"
// with nothing before, so that editors and scripts can follow it.
type invalidFile struct {
	path     string
	mistakes journey.Mistakes
}

// wholly is a mistake of a file as a whole.
func wholly(path, message string) error {
	return &invalidFile{path, journey.Mistakes{{Line: 1, Column: 1, Message: message}}}
}

func (e *invalidFile) Error() string {
	lines := make([]string, len(e.mistakes))
	for i, m := range e.mistakes {
		lines[i] = e.path + ":" + m.Error()
	}
	return strings.Join(lines, "\n")
}

func (e *invalidFile) Unwrap() error { return e.mistakes }

// withLibrary opens the library for one job and closes it again.
func (c *cli) withLibrary(job func(*library.Library) error) (err error) {
	l, err := library.Open(c.library, library.Options{
		Program: "footpath", Socket: places.Socket(c.library), Refuges: []string{places.Home(), os.TempDir()},
		Moved: func(e library.Elsewhere) { c.say("warning: %v\nEverything is saved to %s instead.", e.Err, e.Path) },
	})
	var locked *engine.LockedError
	if errors.As(err, &locked) {
		return withCode(ExitIO, err)
	}
	if errors.Is(err, engine.ErrDamaged) {
		return withCode(ExitIO, fmt.Errorf("%w\n\"footpath doctor\" mends it", err))
	}
	if err != nil {
		return withCode(ExitIO, fmt.Errorf("the library could not be opened: %w", err))
	}
	defer func() {
		if closing := l.Close(); closing != nil && err == nil {
			err = withCode(ExitIO, fmt.Errorf("the library could not be closed: %w", closing))
		}
	}()
	if from, _, err := l.ComeBack(); err != nil {
		c.say("warning: %v", err)
	} else if from != "" {
		c.say("What was saved to %s, when the library could not be written to, is in it again.", from)
	}
	if err := job(l); err != nil {
		return err
	}
	if _, err := l.BackUpIfDue(time.Now()); err != nil {
		c.say("warning: %v", err) // what was asked for is done
	}
	return nil
}
