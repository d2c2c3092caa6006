package command

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"footpath/assets/maps"
	"footpath/mapmodel"
	"footpath/storage/journey"
	"footpath/storage/library"

	"github.com/spf13/cobra"
)

func (c *cli) newCommand() *cobra.Command {
	var template string
	cmd := &cobra.Command{
		Use:   "new TITLE",
		Short: "Make a new map in the library and print its id",
		Example: `  footpath new "Signing up online"
  footpath new "Renewing a passport" --template renewing-a-licence`,
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			m, err := fromTemplate(template, args[0])
			if err != nil {
				return err
			}
			label := mapmodel.Label{Key: mapmodel.LabelNewMap, Args: []string{args[0]}}
			return c.withLibrary(func(l *library.Library) error { return c.create(l, m, label) })
		},
	}
	cmd.Flags().StringVar(&template, "template", "blank", "the `NAME` of the map to begin with: "+strings.Join(templateNames(), ", "))
	complete := func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return templateNames(), cobra.ShellCompDirectiveNoFileComp
	}
	_ = cmd.RegisterFlagCompletionFunc("template", complete) // fails only for a flag that is not there
	return cmd
}

func templateNames() []string {
	var names []string
	for _, sample := range maps.All() {
		names = append(names, templateName(sample))
	}
	return names
}

func templateName(s maps.Sample) string { return strings.TrimSuffix(s.Name, ".journey.yaml") }

func fromTemplate(name, title string) (*mapmodel.Map, error) {
	for _, sample := range maps.All() {
		if templateName(sample) != name {
			continue
		}
		source := mapmodel.NewSource()
		m, mistakes := journey.Read(sample.Data, source)
		if err := mistakes.Err(); err != nil {
			return nil, fmt.Errorf("the template %s: %w", name, err)
		}
		return mapmodel.Copy(m, title, source), nil
	}
	return nil, withCode(ExitUsage, fmt.Errorf("there is no template %q; there are %s", name, strings.Join(templateNames(), ", ")))
}

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

// listed is a map as `list --json` prints it.
type listed struct {
	ID       string         `json:"id"`
	Title    string         `json:"title"`
	State    mapmodel.State `json:"state,omitempty"`
	Personas []string       `json:"personas,omitempty"`
	Stages   int            `json:"stages"`
	Cards    int            `json:"cards"`
	Edited   time.Time      `json:"edited"`
	Bin      bool           `json:"bin,omitempty"`
}

func (c *cli) listCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List the maps of the library, the one edited last first",
		Long: `List prints a map a line, its id first, then its title, stages, cards and when
it was edited, with tabs between. Maps in the bin are marked.`,
		Example: `  footpath list
  footpath list --json`,
		Args: usage(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			var all []library.Summary
			err := c.withLibrary(func(l *library.Library) (err error) {
				all, err = l.List()
				return err
			})
			if err != nil {
				return err
			}
			if c.json {
				out := make([]listed, len(all))
				for i, s := range all {
					out[i] = listed{s.ID.String(), s.Title, s.State, s.Personas, s.Stages, s.Cards, s.Edited, s.Bin}
				}
				return c.printJSON(out)
			}
			for _, s := range all {
				mark := ""
				if s.Bin {
					mark = "\tin the bin"
				}
				title := strings.ReplaceAll(s.Title, "\t", " ")
				if _, err := fmt.Fprintf(c.Out, "%s\t%s\t%d stages\t%d cards\t%s%s\n", s.ID, title, s.Stages, s.Cards, s.Edited.Local().Format("2006-01-02 15:04"), mark); err != nil {
					return err
				}
			}
			return nil
		},
	}
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
		if err := c.takeIn(l, m, other, filepath.Base(path)); err != nil {
			return err
		}
		_, err = fmt.Fprintln(c.Out, m.ID())
		return err
	})
}

// takeIn makes a map of the library say what another says, as one change.
func (c *cli) takeIn(l *library.Library, m, other *mapmodel.Map, name string) error {
	source := mapmodel.NewSource()
	desk := &mapmodel.Desk{Author: l.Author(), Source: source, Now: time.Now}
	change, err := desk.TakeIn(m, other, name)
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
