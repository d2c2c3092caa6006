package command

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"

	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/storage/library"

	"github.com/spf13/cobra"
)

// hits is a map as `search --json` prints it.
type hits struct {
	listed
	Places []hitPlace `json:"places"`
	// More is how many places there are besides.
	More int `json:"more,omitempty"`
}

// hitPlace is where in a map the words stand.
type hitPlace struct {
	Kind  string `json:"kind"`
	Field string `json:"field"`
	Stage string `json:"stage,omitempty"`
	Step  string `json:"step,omitempty"`
	Lane  string `json:"lane,omitempty"`
	Text  string `json:"text"`
	// Marks are the bytes of Text that were looked for, from and to.
	Marks [][2]int `json:"marks"`
	lane  string   // the name the lane is shown by
}

func (c *cli) searchCommand() *cobra.Command {
	places := 3
	cmd := &cobra.Command{
		Use:   "search WORDS...",
		Short: "Find words in everything that all maps say",
		Long: `Search finds the maps that hold every one of the WORDS, wherever: in titles,
personas, stages, lanes, cards with all their details, and evidence. A word is
found by its beginning, in capital or small letters, with or without accents; in
scripts without spaces, anywhere. Maps in the bin are left out.

It prints a place a line: the map's id and title, where in the map, and the
words in their line, with tabs between; maps whose title holds the words first,
then the one edited last. Where a map has more places than are shown, a last
line, on standard error, tells how many. Nothing found is no mistake.`,
		Example: `  footpath search waiting room
  footpath search licence --places 20
  footpath search rosa licence --json`,
		Args: usage(cobra.MinimumNArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			query := library.NewQuery(strings.Join(args, " "))
			if query.Len() == 0 {
				return withCode(ExitUsage, fmt.Errorf("there is no word in %q", strings.Join(args, " ")))
			}
			if places < 1 {
				return withCode(ExitUsage, errors.New("--places is 1 or more"))
			}
			var all []hits
			err := c.withLibrary(func(l *library.Library) (err error) {
				all, err = c.search(l, query, places)
				return err
			})
			if err != nil {
				return err
			}
			return c.printFound(all)
		},
	}
	cmd.Flags().IntVar(&places, "places", places, "how many places of each map to show, `N` at most")
	return cmd
}

// search finds the maps and looks up the places in them.
func (c *cli) search(l *library.Library, query library.Query, places int) ([]hits, error) {
	var bar *progress
	// A library that cannot be written to is read instead.
	_ = l.UpdateIndex(context.Background(), func(done, all int) {
		if bar == nil {
			bar = c.progress("indexing", all)
		}
		bar.to(done)
	})
	if bar != nil {
		bar.end()
	}
	maps, err := l.Search(context.Background(), query)
	if err != nil {
		return nil, err
	}
	all := make([]hits, 0, len(maps))
	for _, s := range maps {
		at, err := l.Places(s.ID, query, math.MaxInt)
		if errors.Is(err, library.ErrNoMap) {
			continue // deleted meanwhile
		}
		if err != nil {
			return nil, err
		}
		if len(at) == 0 {
			continue // changed meanwhile
		}
		f := hits{listed: listedOf(s), Places: make([]hitPlace, min(len(at), places))}
		f.More = len(at) - len(f.Places)
		for i, p := range at[:len(f.Places)] {
			f.Places[i] = placeOf(p)
		}
		all = append(all, f)
	}
	return all, nil
}

func placeOf(p library.Place) hitPlace {
	out := hitPlace{Kind: p.Record.Kind().String(), Field: p.Field.Name, Text: p.Text, Marks: p.Marks}
	if p.Stage != nil {
		out.Stage = p.Stage.Name
	}
	if p.Step != nil {
		out.Step = p.Step.Name
	}
	if p.Lane != nil {
		out.Lane, out.lane = laneName(p.Lane), p.Lane.Name
		if out.lane == "" {
			out.lane = words.For(p.Language).Page()("page.lane." + string(p.Lane.LaneKind))
		}
	} else if card, ok := p.Record.(*mapmodel.Card); ok && card.Column.IsZero() {
		out.Lane, out.lane = "inbox", "inbox"
	}
	return out
}

// where says it in a line: stage, step and lane, where it stands in one, and what it is, where that is not a card's own text.
func (p hitPlace) where() string {
	var parts []string
	for _, name := range []string{p.Stage, p.Step, p.lane} {
		if name != "" {
			parts = append(parts, name)
		}
	}
	switch {
	case p.Kind == mapmodel.KindCard.String() && p.Field == "text":
	case p.Kind == mapmodel.KindHeader.String(), p.Kind == mapmodel.KindCard.String():
		parts = append(parts, p.Field)
	default:
		parts = append(parts, p.Kind)
	}
	return strings.Join(parts, " › ")
}

func (c *cli) printFound(all []hits) error {
	if c.json {
		return c.printJSON(all)
	}
	tabless := strings.NewReplacer("\t", " ")
	more, most := 0, 0
	for _, f := range all {
		if f.More > 0 {
			more, most = more+f.More, max(most, f.More+len(f.Places))
		}
		for _, p := range f.Places {
			if _, err := fmt.Fprintf(c.Out, "%s\t%s\t%s\t%s\n", f.ID, tabless.Replace(f.Title), tabless.Replace(p.where()), p.Text); err != nil {
				return err
			}
		}
	}
	if more == 0 {
		return nil
	}
	noun := "places"
	if more == 1 {
		noun = "place"
	}
	_, err := fmt.Fprintf(c.Err, "… and %d more %s: --places %d shows all\n", more, noun, most)
	return err
}
