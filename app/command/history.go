package command

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"footpath/app/formats"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/storage/library"

	"github.com/spf13/cobra"
)

func (c *cli) historyCommand() *cobra.Command {
	var at, restore, out string
	cmd := &cobra.Command{
		Use:   "history MAP",
		Short: "Print what happened to a map, go back to a moment, or write it out",
		Long: `History lists the steps that made a map what it is, day by day, each with its
number, its time, who took it, and the names that moments were given.

A MOMENT is such a number, 0 being the map as it was made, or a name. --at
writes the map as it was then (--output says where; standard output otherwise).
--restore makes the map what it was then: as a step of its own, which can be
undone like any other.

Moments of note are marked by themselves, where something has changed since the
last: the start and the end of a session in the window, and before an export, a
file taken in, a merge or a way back. Of these marks the latest 24 stay, then
the last of each of 60 days, then the last of each month.

Anywhere a MAP is asked for, MAP@MOMENT is the map as it was then.`,
		Example: `  footpath history "Renewing a driving licence"
  footpath history renewing --at 12 -o then.journey.yaml
  footpath history renewing --restore "after the workshop"
  footpath export "Renewing a driving licence@after the workshop" -o then.pdf`,
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case at != "" && restore != "":
				return withCode(ExitUsage, errors.New("--at looks at a moment, --restore goes back to it; say one of them"))
			case at != "":
				return c.writeMoment(args[0], at, out)
			case restore != "":
				return c.restore(args[0], restore)
			}
			return c.timeline(args[0])
		},
	}
	cmd.Flags().StringVar(&at, "at", "", "write the map as it was at a `MOMENT`")
	cmd.Flags().StringVar(&restore, "restore", "", "make the map what it was at a `MOMENT`")
	cmd.Flags().StringVarP(&out, "output", "o", "-", "with --at, the `OUT` file")
	return cmd
}

func (c *cli) snapshotCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "snapshot MAP NAME",
		Short:   "Give the present moment of a map a name, and print its number",
		Example: `  footpath snapshot "Renewing a driving licence" "after the workshop"`,
		Args:    usage(cobra.ExactArgs(2)),
		RunE: func(_ *cobra.Command, args []string) error {
			return c.onMap(args[0], func(l *library.Library, id mapmodel.ID) error {
				if strings.TrimSpace(args[1]) == "" {
					return withCode(ExitUsage, errors.New("a moment needs a name"))
				}
				s, err := l.Snapshot(id, args[1], time.Now().UnixMilli())
				if err != nil {
					return withCode(ExitIO, err)
				}
				_, err = fmt.Fprintln(c.Out, s.Seq)
				return err
			})
		},
	}
}

// onMap opens the library and finds a map of it.
func (c *cli) onMap(name string, job func(*library.Library, mapmodel.ID) error) error {
	return c.withLibrary(func(l *library.Library) error {
		found, err := l.Find(name)
		if err != nil {
			return err
		}
		return job(l, found.ID)
	})
}

// step is one step of a map's history: the changes that are undone as one.
type step struct {
	// From and Seq are the numbers of its first and its last change.
	From   uint64   `json:"from"`
	Seq    uint64   `json:"seq"`
	At     string   `json:"at"`
	Author string   `json:"author"`
	What   string   `json:"what"`
	Names  []string `json:"names,omitempty"`
	group  mapmodel.ID
	when   time.Time
}

// timeline prints a map's history.
func (c *cli) timeline(name string) error {
	return c.onMap(name, func(l *library.Library, id mapmodel.ID) error {
		steps, err := steps(l, id)
		if err != nil {
			return withCode(ExitIO, err)
		}
		if c.json {
			return c.printJSON(steps)
		}
		return printSteps(c.Out, steps)
	})
}

// steps reads a map's history and its named moments.
func steps(l *library.Library, id mapmodel.ID) ([]step, error) {
	named, err := l.Snapshots(id)
	if err != nil {
		return nil, err
	}
	authors := map[mapmodel.ID]string{}
	var out []step
	for m, err := range l.History(id, 0) {
		if err != nil {
			return nil, err
		}
		if last := len(out) - 1; last >= 0 && m.Seq > 0 && !m.Change.Group.IsZero() && out[last].group == m.Change.Group {
			when := time.UnixMilli(m.Change.At)
			out[last].Seq, out[last].At, out[last].when = m.Seq, when.UTC().Format(time.RFC3339), when
			out[last].What = words.English.Label(m.Change.Label.Key, m.Change.Label.Args)
			continue
		}
		who, known := authors[m.Change.Author]
		if !known {
			if who, err = l.AuthorName(m.Change.Author); err != nil || who == "" {
				who = m.Change.Author.String()[:6]
			}
			if m.Change.Author == l.Author() {
				who = "you"
			}
			authors[m.Change.Author] = who
		}
		when := time.UnixMilli(m.Change.At)
		out = append(out, step{
			From: m.Seq, Seq: m.Seq, At: when.UTC().Format(time.RFC3339), Author: who,
			What: words.English.Label(m.Change.Label.Key, m.Change.Label.Args), group: m.Change.Group, when: when,
		})
	}
	for _, s := range named {
		for i := range out {
			if out[i].From <= s.Seq && s.Seq <= out[i].Seq {
				out[i].Names = append(out[i].Names, nameOf(s))
			}
		}
	}
	return out, nil
}

// nameOf is what a named or marked moment is called.
func nameOf(s library.Snapshot) string {
	if s.Mark != "" {
		return words.English.Say(words.Key(s.Mark), nil)
	}
	return s.Name
}

func printSteps(w io.Writer, steps []step) error {
	day := ""
	for _, s := range steps {
		if d := s.when.Format(time.DateOnly); d != day {
			day = d
			if _, err := fmt.Fprintln(w, day); err != nil {
				return err
			}
		}
		line := fmt.Sprintf("%6d  %s  %s: %s", s.Seq, s.when.Format("15:04"), s.Author, s.What)
		for _, name := range s.Names {
			line += "  [" + name + "]"
		}
		if _, err := fmt.Fprintln(w, line); err != nil {
			return err
		}
	}
	return nil
}

// moment finds a moment by its number, by the name somebody gave it, or by what it was marked as.
func moment(l *library.Library, id mapmodel.ID, name string) (*mapmodel.Map, error) {
	seq, err := strconv.ParseUint(name, 10, 64)
	if err != nil {
		s, err := l.Named(id, name)
		if errors.Is(err, library.ErrNoSnapshot) {
			s, err = marked(l, id, name, err)
		}
		if err != nil {
			return nil, err
		}
		seq = s.Seq
	}
	return l.At(id, seq)
}

// marked finds the newest moment with a mark that is said like that; none is the error given.
func marked(l *library.Library, id mapmodel.ID, said string, none error) (library.Snapshot, error) {
	list, err := l.Snapshots(id)
	if err != nil {
		return library.Snapshot{}, err
	}
	for _, s := range slices.Backward(list) {
		if s.Mark != "" && strings.EqualFold(nameOf(s), strings.TrimSpace(said)) {
			return s, nil
		}
	}
	return library.Snapshot{}, none
}

// mark marks the present moment of a map. What was asked for does not fail with it.
func (c *cli) mark(l *library.Library, id mapmodel.ID, mark library.Mark) {
	if err := l.MarkMoment(id, mark, time.Now().UnixMilli()); err != nil {
		c.say("warning: %v", err)
	}
}

func (c *cli) writeMoment(name, at, out string) error {
	if err := c.mayWrite(out); err != nil {
		return err
	}
	return c.onMap(name, func(l *library.Library, id mapmodel.ID) error {
		m, err := moment(l, id, at)
		if err != nil {
			return err
		}
		format, known := formats.ForFile(out)
		if !known {
			format, _ = formats.Named(formats.YAML)
		}
		return c.write(m, out, format, formats.Options{})
	})
}

// restore makes a map what it was, after marking the moment before.
func (c *cli) restore(name, at string) error {
	return c.onMap(name, func(l *library.Library, id mapmodel.ID) error {
		past, err := moment(l, id, at)
		if err != nil {
			return err
		}
		m, err := c.open(l, id)
		if err != nil {
			return err
		}
		c.mark(l, id, library.MarkBeforeRestore)
		return c.change(l, m, func(desk *mapmodel.Desk) (mapmodel.Change, error) { return desk.Restore(m, past, at) })
	})
}
