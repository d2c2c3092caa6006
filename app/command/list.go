package command

import (
	"fmt"
	"strings"
	"time"

	"footpath/mapmodel"
	"footpath/storage/library"

	"github.com/spf13/cobra"
)

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

func listedOf(s library.Summary) listed {
	return listed{s.ID.String(), s.Title, s.State, s.Personas, s.Stages, s.Cards, s.Edited, s.Bin}
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
			return c.printMaps(all)
		},
	}
}

// printMaps prints maps one a line, or as JSON.
func (c *cli) printMaps(all []library.Summary) error {
	if c.json {
		out := make([]listed, len(all))
		for i, s := range all {
			out[i] = listedOf(s)
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
}

func (c *cli) binCommand() *cobra.Command {
	var restore bool
	cmd := &cobra.Command{
		Use:   "bin MAP...",
		Short: "Throw maps into the library's bin, or take them out again",
		Long: `Bin throws each MAP into the bin, where it stays until it is deleted for ever in
the window; --restore takes it out again. Their ids are printed, one a line.`,
		Example: `  footpath bin "Renewing a driving licence"
  footpath bin "Renewing a driving licence" --restore`,
		Args: usage(cobra.MinimumNArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			return c.withLibrary(func(l *library.Library) error {
				for _, arg := range args {
					if err := c.bin(l, arg, !restore); err != nil {
						return err
					}
				}
				return nil
			})
		},
	}
	cmd.Flags().BoolVar(&restore, "restore", false, "take them out of the bin")
	return cmd
}

// bin throws a map into the bin, or takes it out, and prints its id.
func (c *cli) bin(l *library.Library, arg string, into bool) error {
	found, err := l.Find(arg)
	if err != nil {
		return err
	}
	m, err := c.open(l, found.ID)
	if err != nil {
		return err
	}
	if m.Header().Bin != into {
		if err := c.change(l, m, func(desk *mapmodel.Desk) (mapmodel.Change, error) { return desk.SetBin(m, into) }); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintln(c.Out, m.ID())
	return err
}
