package command

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"footpath/mapmodel"
	"footpath/storage/library"

	"github.com/spf13/cobra"
)

// create puts a map into the library and prints its id.
func (c *cli) create(l *library.Library, m *mapmodel.Map, label mapmodel.Label) error {
	origin := mapmodel.Change{Author: l.Author(), At: time.Now().UnixMilli(), Label: label}
	if err := l.Create(m, origin); err != nil {
		return withCode(ExitIO, fmt.Errorf("the map could not be saved: %w", err))
	}
	if c.json {
		return c.printJSON(map[string]string{"id": m.ID().String(), "title": m.Header().Title})
	}
	_, err := fmt.Fprintln(c.Out, m.ID())
	return err
}

func (c *cli) importCommand() *cobra.Command {
	var into string
	cmd := &cobra.Command{
		Use:   "import FILE...",
		Short: "Take files into the library and print their ids, one a line",
		Long: `Import reads each FILE into a map of its own: a .journey.yaml, or a PDF that
Footpath has made, which carries its map. A file with mistakes is not taken in,
and each mistake is named with its place; the others still are, and the exit
code is then 5. With --into, the one FILE becomes the present content of a
MAP, as one change that can be undone.`,
		Example: `  footpath import renewal.journey.yaml
  footpath import *.journey.yaml
  footpath import renewal.pdf
  footpath import edited.journey.yaml --into "Renewing a driving licence"`,
		Args: usage(cobra.MinimumNArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			if into != "" && len(args) > 1 {
				return withCode(ExitUsage, errors.New("--into takes one FILE"))
			}
			if into != "" {
				return c.importInto(args[0], into)
			}
			return c.importAll(args)
		},
	}
	cmd.Flags().StringVar(&into, "into", "", "the `MAP` that the file's content goes into")
	return cmd
}

// importAll reads all files before the library is opened, so that mistakes are
// told even when it cannot be.
func (c *cli) importAll(paths []string) error {
	var (
		read []*mapmodel.Map
		errs []error
	)
	bar := c.progress("reading", len(paths))
	for _, path := range paths {
		m, err := c.readFile(path)
		if err != nil {
			errs = append(errs, err)
		} else {
			read = append(read, m)
		}
		bar.step()
	}
	bar.end()
	if len(read) > 0 {
		err := c.withLibrary(func(l *library.Library) error {
			for _, m := range read {
				label := mapmodel.Label{Key: mapmodel.LabelTakeIn, Args: []string{m.Header().Title}}
				if err := c.create(l, m, label); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return errors.Join(append(errs, err)...)
		}
		if len(errs) > 0 {
			return withCode(ExitPartly, fmt.Errorf("%d of %d files were taken in\n%w", len(read), len(paths), errors.Join(errs...)))
		}
		return nil
	}
	if len(errs) == 1 {
		return errs[0]
	}
	return withCode(exitCode(errs[0]), errors.Join(errs...))
}

func (c *cli) importInto(path, into string) error {
	other, err := c.readFile(path)
	if err != nil {
		return err
	}
	return c.withLibrary(func(l *library.Library) error {
		found, err := l.Find(into)
		if err != nil {
			return err
		}
		m, err := c.open(l, found.ID)
		if err != nil {
			return err
		}
		c.mark(l, found.ID, library.MarkBeforeTakeIn)
		if err := c.takeIn(l, m, other, filepath.Base(path)); err != nil {
			return err
		}
		_, err = fmt.Fprintln(c.Out, m.ID())
		return err
	})
}

// takeIn makes a map of the library say what another says, as one change.
func (c *cli) takeIn(l *library.Library, m, other *mapmodel.Map, name string) error {
	return c.change(l, m, func(desk *mapmodel.Desk) (mapmodel.Change, error) { return desk.TakeIn(m, other, name) })
}

// change makes one change to a map of the library.
func (c *cli) change(l *library.Library, m *mapmodel.Map, verb func(*mapmodel.Desk) (mapmodel.Change, error)) error {
	source := mapmodel.NewSource()
	change, err := verb(&mapmodel.Desk{Author: l.Author(), Source: source, Now: time.Now})
	if err != nil {
		return err
	}
	doc := mapmodel.NewDocument(m, source, time.Now)
	session, err := l.Attach(doc, library.Listener{})
	if err != nil {
		return err
	}
	_, doing := doc.Do(change)
	if err := errors.Join(doing, session.Close(context.Background())); err != nil {
		return withCode(ExitIO, fmt.Errorf("the map could not be saved: %w", err))
	}
	return nil
}

func (c *cli) printJSON(v any) error {
	enc := json.NewEncoder(c.Out)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
