package command

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"footpath/mapmodel"

	"github.com/spf13/cobra"
)

func (c *cli) diffCommand() *cobra.Command {
	var code bool
	cmd := &cobra.Command{
		Use:   "diff A B",
		Short: "Print what changed from one map to another",
		Long: `Diff compares two maps, each a MAP or a FILE, and prints what was added (+), taken
away (-), and changed (~), a field a line. It prints nothing when they are equal.`,
		Example: `  footpath diff before.journey.yaml after.journey.yaml
  footpath diff "Renewing a driving licence" edited.journey.yaml --exit-code`,
		Args: usage(cobra.ExactArgs(2)),
		RunE: func(_ *cobra.Command, args []string) error {
			a, err := c.load(args[0])
			if err != nil {
				return err
			}
			b, err := c.load(args[1])
			if err != nil {
				return err
			}
			different, err := c.diff(a, b)
			if err == nil && different && code {
				return withCode(ExitInvalid, errSilent)
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&code, "exit-code", false, "exit with 1 when the maps differ")
	return cmd
}

// difference is one line of a comparison.
type difference struct {
	Change string `json:"change"` // "added", "removed" or "changed"
	Kind   string `json:"kind"`
	Where  string `json:"where"`
	Field  string `json:"field,omitempty"`
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
}

func (c *cli) diff(a, b *mapmodel.Map) (different bool, err error) {
	if mapmodel.Equal(a, b) {
		if c.json {
			return false, c.printJSON([]difference{})
		}
		return false, nil
	}
	b = mapmodel.Align(a, b, mapmodel.NewSeededSource(0))
	lines := compare(a, b)
	if c.json {
		return true, c.printJSON(lines)
	}
	marks := map[string]string{"added": "+", "removed": "-", "changed": "~"}
	for _, d := range lines {
		line := fmt.Sprintf("%s %s %s", marks[d.Change], d.Kind, d.Where)
		if d.Field != "" {
			line += fmt.Sprintf(": %s: %s → %s", d.Field, d.Before, d.After)
		}
		if _, err := fmt.Fprintln(c.Out, line); err != nil {
			return true, err
		}
	}
	return true, nil
}

// compare lists the differences between two aligned maps in the order a
// reader meets them: b's order, and at the end what is only in a.
func compare(a, b *mapmodel.Map) []difference {
	place := map[mapmodel.ID]int{}
	for i, r := range inOrder(b) {
		place[r] = i
	}
	for i, r := range inOrder(a) {
		if _, known := place[r]; !known {
			place[r] = b.Len() + i
		}
	}
	edits := mapmodel.Diff(a, b)
	slices.SortStableFunc(edits, func(x, y mapmodel.Edit) int { return place[x.ID()] - place[y.ID()] })
	var out []difference
	for _, e := range edits {
		switch {
		case e.Before == nil:
			out = append(out, difference{Change: "added", Kind: e.After.Kind().String(), Where: where(b, e.After)})
		case e.After == nil:
			out = append(out, difference{Change: "removed", Kind: e.Before.Kind().String(), Where: where(a, e.Before)})
		default:
			out = append(out, changed(a, b, e)...)
		}
	}
	return out
}

// inOrder lists a map's records as a reader meets them.
func inOrder(m *mapmodel.Map) []mapmodel.ID {
	ids := []mapmodel.ID{m.ID()}
	for r := range m.Personas() {
		ids = append(ids, r.ID)
	}
	for r := range m.Lanes() {
		ids = append(ids, r.ID)
	}
	ids = append(ids, m.ColumnIDs()...)
	for card := range m.Cards() {
		ids = append(ids, card.ID)
		ids = append(ids, card.Evidence...)
	}
	return ids
}

func changed(a, b *mapmodel.Map, e mapmodel.Edit) []difference {
	d := difference{Change: "changed", Kind: e.After.Kind().String(), Where: where(b, e.After)}
	var out []difference
	for _, f := range mapmodel.ChangedFields(e) {
		if f.Name == "id" || f.Local {
			continue // what files call a record says nothing about the map
		}
		line := d
		line.Field, line.Before, line.After = f.Name, shown(a, f, e.Before), shown(b, f, e.After)
		if f.Type == mapmodel.Order {
			line.Field, line.Before, line.After = "order", position(a, e.Before), position(b, e.After)
			if line.Before == line.After {
				continue
			}
		}
		out = append(out, line)
	}
	return out
}

func position(m *mapmodel.Map, r mapmodel.Record) string {
	return strconv.Itoa(m.Siblings(r).Index(r.Base().ID) + 1)
}

// where says in words where a record stands: stage, step, lane and name.
func where(m *mapmodel.Map, r mapmodel.Record) string {
	var parts []string
	switch r := r.(type) {
	case *mapmodel.Header:
	case *mapmodel.Step:
		parts = append(parts, column(m, r.Stage))
	case *mapmodel.Survey:
		parts = append(parts, column(m, r.Stage))
	case *mapmodel.Card:
		if r.Column.IsZero() {
			parts = append(parts, "inbox")
		} else {
			parts = append(parts, column(m, r.Column), laneName(mapmodel.Find[*mapmodel.Lane](m, r.Lane)))
		}
	}
	return strings.Join(append(parts, strconv.Quote(mapmodel.NameOf(r))), " › ")
}

func column(m *mapmodel.Map, id mapmodel.ID) string {
	switch r := m.Get(id).(type) {
	case *mapmodel.Step:
		return column(m, r.Stage) + " › " + r.Name
	case *mapmodel.Stage:
		return r.Name
	}
	return "?"
}

func laneName(l *mapmodel.Lane) string {
	switch {
	case l == nil:
		return "?"
	case l.Name == "":
		return string(l.LaneKind)
	}
	return l.Name
}

// shown is a field's value in a line; links are shown by what they lead to.
func shown(m *mapmodel.Map, f *mapmodel.Field, r mapmodel.Record) string {
	if f.IsZero(r) {
		return "none"
	}
	switch v := f.Pointer(r).(type) {
	case *string:
		if f.Type == mapmodel.Blob {
			return fmt.Sprintf("%d bytes", len(*v))
		}
		if f.Type == mapmodel.Enum || f.Type == mapmodel.Date {
			return *v
		}
		return strconv.Quote(*v)
	case *bool:
		return strconv.FormatBool(*v)
	case *mapmodel.Number:
		return strconv.Itoa(v.Value)
	case *[]string:
		return strings.Join(*v, ", ")
	case *mapmodel.ID:
		return linkName(m, *v)
	case *[]mapmodel.ID:
		names := make([]string, len(*v))
		for i, id := range *v {
			names[i] = linkName(m, id)
		}
		return strings.Join(names, ", ")
	case *[]int:
		return strings.Trim(fmt.Sprint(*v), "[]")
	case *[]mapmodel.Conflict:
		return fmt.Sprintf("%d kept", len(*v))
	}
	return ""
}

func linkName(m *mapmodel.Map, id mapmodel.ID) string {
	switch r := m.Get(id).(type) {
	case nil:
		return "?"
	case *mapmodel.Stage, *mapmodel.Step:
		return column(m, id)
	case *mapmodel.Lane:
		return laneName(r)
	default:
		return strconv.Quote(mapmodel.NameOf(r))
	}
}
