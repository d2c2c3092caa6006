package command

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"time"

	"footpath/mapmodel"
	"footpath/storage/engine"
	"footpath/storage/library"

	"github.com/spf13/cobra"
)

func (c *cli) doctorCommand() *cobra.Command {
	var dry bool
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "Look whether the library is whole, and mend it where it is not",
		Long: `Doctor reads the whole library: its file byte by byte, every map, all of its
history. A damaged one is put together anew from what is left of the file, its
three backups and its recovery journal; the damaged file is kept beside it. Of
every map it says whether it is whole, or what it has lost. Nothing else may
have the library open.

It ends with 0 when all maps are whole, be it after mending; with 5 when
something is lost; with --dry-run, which alters nothing, with 1 when the library
is damaged.`,
		Example: `  footpath doctor
  footpath doctor --dry-run --json`,
		Args: usage(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error { return c.doctor(dry) },
	}
	cmd.Flags().BoolVar(&dry, "dry-run", false, "only say what is damaged and what mending would bring back")
	return cmd
}

func (c *cli) doctor(dry bool) error {
	options := library.Options{Program: "footpath"}
	found, err := library.Examine(c.library, options)
	if err != nil {
		return c.notExamined(err)
	}
	if found.Damaged && !dry {
		if found, err = library.Repair(c.library, options, time.Now()); err != nil {
			return c.notExamined(err)
		}
		// So that what was saved is not again in one place only.
		if err := c.withLibrary(func(*library.Library) error { return nil }); err != nil {
			return err
		}
	}
	if c.json {
		err = c.printJSON(checkupJSON(c.library, found))
	} else {
		err = c.tellCheckup(found, dry)
	}
	switch {
	case err != nil:
		return err
	case found.Damaged && dry:
		return withCode(ExitInvalid, errSilent)
	case found.Damaged && !found.Intact():
		return withCode(ExitPartly, errSilent)
	}
	return nil
}

// notExamined says why a library could not be looked at.
func (c *cli) notExamined(err error) error {
	var locked *engine.LockedError
	switch {
	case errors.As(err, &locked):
		err = fmt.Errorf("%w: close it first", locked)
	case errors.Is(err, fs.ErrNotExist):
		err = fmt.Errorf("%s: there is no library, and nothing of one beside it", c.library)
	}
	return withCode(ExitIO, err)
}

// tellCheckup prints for people: the state of the library on standard error, a map a line on standard output.
func (c *cli) tellCheckup(found library.Checkup, dry bool) error {
	if !found.Damaged {
		c.say("%s is whole.", c.library)
		return c.tellMaps(found.Maps)
	}
	for _, fault := range found.Faults {
		c.say("%s is damaged: %s.", c.library, fault)
	}
	if len(found.Faults) == 0 {
		c.say("%s is damaged.", c.library)
	}
	verb := "It was put together anew"
	if dry {
		verb = "It can be put together anew"
	}
	c.say("%s%s.", verb, origin(found))
	if found.Kept != "" {
		c.say("The damaged file is kept as %s.", found.Kept)
	}
	if found.Intact() {
		c.say("Everything is there: %s.", count(len(found.Maps), "map"))
	} else {
		c.say("Not everything could be saved:")
	}
	return c.tellMaps(found.Maps)
}

// origin says what a library is put together from.
func origin(found library.Checkup) string {
	from := []string{"what is left of the file"}
	if found.Exact {
		from = nil
	}
	if found.Backup != 0 {
		from = append(from, "a backup")
	}
	if found.Replayed != 0 {
		from = append(from, "the recovery journal")
	}
	if len(from) == 0 {
		return ""
	}
	return " from " + strings.Join(from, " and ")
}

func (c *cli) tellMaps(maps []library.Health) error {
	for _, h := range maps {
		title := strings.ReplaceAll(h.Title, "\t", " ")
		if _, err := fmt.Fprintf(c.Out, "%s\t%s\t%d cards\t%s\n", h.ID, title, h.Cards, losses(h)); err != nil {
			return err
		}
	}
	return nil
}

// losses says what a map has lost.
func losses(h library.Health) string {
	var all []string
	add := func(n int, format string, what string) {
		if n > 0 {
			all = append(all, fmt.Sprintf(format, count(n, what)))
		}
	}
	if h.Gone {
		return "lost: only traces of it are left"
	}
	add(h.LostRecords, "%s lost", "record")
	add(h.LostPictures, "%s lost", "picture")
	if h.Older {
		all = append(all, "its latest changes may be missing")
	}
	add(h.LostHistory, "%s of its past cannot be shown any more", "change")
	add(h.Healings, "%s did not fit together and had to be mended", "thing")
	if len(all) == 0 {
		all = append(all, "whole")
	}
	add(h.Restored, "%s brought back from its history", "record")
	return strings.Join(all, ", ")
}

// healthJSON is a map as `doctor --json` and `recover --json` print it.
type healthJSON struct {
	ID           string          `json:"id"`
	Title        string          `json:"title"`
	Cards        int             `json:"cards"`
	Whole        bool            `json:"whole"`
	Gone         bool            `json:"gone,omitempty"`
	MayBeOlder   bool            `json:"mayBeOlder,omitempty"`
	LostRecords  int             `json:"lostRecords,omitempty"`
	LostPictures int             `json:"lostPictures,omitempty"`
	LostHistory  int             `json:"lostHistory,omitempty"`
	Mended       int             `json:"mended,omitempty"`
	Restored     int             `json:"restored,omitempty"`
	Outcome      library.Outcome `json:"outcome,omitempty"`
	As           string          `json:"as,omitempty"`
}

func toJSON(h library.Health) healthJSON {
	return healthJSON{
		ID: h.ID.String(), Title: h.Title, Cards: h.Cards, Whole: h.Whole(), Gone: h.Gone, MayBeOlder: h.Older,
		LostRecords: h.LostRecords, LostPictures: h.LostPictures, LostHistory: h.LostHistory, Mended: h.Healings, Restored: h.Restored,
	}
}

func checkupJSON(path string, found library.Checkup) any {
	maps := make([]healthJSON, len(found.Maps))
	for i, h := range found.Maps {
		maps[i] = toJSON(h)
	}
	return struct {
		Library string       `json:"library"`
		Damaged bool         `json:"damaged"`
		Exact   bool         `json:"exact"`
		Faults  []string     `json:"faults,omitempty"`
		Kept    string       `json:"kept,omitempty"`
		Maps    []healthJSON `json:"maps"`
	}{path, found.Damaged, found.Exact || !found.Damaged, found.Faults, found.Kept, maps}
}

func (c *cli) recoverCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "recover FILE",
		Short: "Take the maps of a backup or of a damaged library into the library",
		Long: `Recover reads what can be read of the library in FILE, together with its journal
and backups where they stand beside it, and takes its maps in with their
history. A map that the library has at an earlier moment goes on to the later
one; one that went another way comes in beside it, as a map of its own. Nothing
in FILE or in the library is lost by it.

A line for each map says what became of it: its id in the library, added,
advanced, there (already), copied, open (being edited) or gone, and what it had
lost.`,
		Example: `  footpath recover ~/backups/footpath.db
  footpath recover ~/.local/share/footpath/library.db.damaged-20261116T120000Z`,
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error { return c.recover(args[0]) },
	}
}

func (c *cli) recover(path string) error {
	var maps []library.Recovered
	err := c.withLibrary(func(l *library.Library) (err error) {
		_, maps, err = l.Recover(path, library.Options{Program: "footpath"})
		if errors.Is(err, fs.ErrNotExist) {
			err = fmt.Errorf("%s: there is no such file", path)
		}
		return withCode(ExitIO, err)
	})
	if err != nil {
		return err
	}
	whole := true
	out := make([]healthJSON, len(maps))
	for i, r := range maps {
		whole = whole && r.Whole() && r.Outcome != library.OutcomeOpen
		out[i] = toJSON(r.Health)
		out[i].Outcome, out[i].As = r.Outcome, asID(r)
		if !c.json {
			title := strings.ReplaceAll(r.Title, "\t", " ")
			if _, err := fmt.Fprintf(c.Out, "%s\t%s\t%s\t%s\n", r.As, title, r.Outcome, losses(r.Health)); err != nil {
				return err
			}
		}
	}
	if c.json {
		if err := c.printJSON(out); err != nil {
			return err
		}
	}
	if !whole {
		return withCode(ExitPartly, errSilent)
	}
	return nil
}

func asID(r library.Recovered) string {
	if r.As == (mapmodel.ID{}) || r.As == r.ID {
		return ""
	}
	return r.As.String()
}

// inspectCommand is for Footpath itself: it looks at a library's file in a process of its own, which may come to any end.
func (c *cli) inspectCommand() *cobra.Command {
	return &cobra.Command{
		Use:    "inspect",
		Hidden: true,
		Short:  "Look at the library's file, byte by byte, without opening it",
		Args:   usage(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			faults, err := library.Inspect(c.library)
			if err != nil {
				return withCode(ExitIO, err)
			}
			for _, fault := range faults {
				if _, err := fmt.Fprintln(c.Out, fault); err != nil {
					return err
				}
			}
			if len(faults) > 0 {
				return withCode(ExitInvalid, errSilent)
			}
			return nil
		},
	}
}
