package command

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"footpath/app/formats"
	"footpath/mapmodel"
	"footpath/storage/library"

	"github.com/spf13/cobra"
)

func (c *cli) mergeCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "merge BASE OURS THEIRS",
		Short: "Take together what two people made of one map, and write it to OURS",
		Long: `Merge takes three files: OURS and THEIRS, and BASE, which both began with. What
only one of them changed is as that one has it, field by field. Where both
changed a field, OURS stands and THEIRS is kept beside it: under the card's
conflicts, or, for what is no card, in a new card of the inbox. Nothing that
anybody wrote is lost.

The result is written to OURS. The exit code is 0 when all went together, and 1
when something was kept twice; standard error then says what.

Each of the three may also be a MAP of the library, or a MAP@MOMENT. Where OURS
is one, it is changed as one step that can be undone, also while it is open in
the window.

As git's merge driver, once for all repositories and once in each:

  git config --global merge.footpath.name "customer-experience maps"
  git config --global merge.footpath.driver "footpath merge %O %A %B"
  echo "*.journey.yaml merge=footpath" >> .gitattributes`,
		Example: `  footpath merge before.journey.yaml mine.journey.yaml theirs.journey.yaml
  footpath merge "Renewal@sent to Ada" Renewal back-from-ada.journey.yaml`,
		Args: usage(cobra.ExactArgs(3)),
		RunE: func(_ *cobra.Command, args []string) error {
			return c.merge(args[0], args[1], args[2])
		},
	}
}

func (c *cli) merge(basePath, oursPath, theirsPath string) error {
	source := mapmodel.NewSource()
	base, err := c.readBase(basePath, source)
	if err != nil {
		return err
	}
	theirs, err := c.load(theirsPath)
	if err != nil {
		return err
	}
	if !formats.IsFile(oursPath) {
		return c.mergeInto(oursPath, base, theirs, filepath.Base(theirsPath))
	}
	ours, err := c.readFile(oursPath)
	if err != nil {
		return err
	}
	merged := mapmodel.Merge(base, ours, theirs, source)
	yaml, _ := formats.Named(formats.YAML)
	var out bytes.Buffer
	if _, err := yaml.Write(&out, merged.Map, formats.Options{}); err != nil {
		return withCode(ExitIO, fmt.Errorf("the merged map could not be written: %w", err))
	}
	if err := writeFile(oursPath, out.Bytes()); err != nil {
		return err
	}
	return c.sayMerged(oursPath, merged)
}

// mergeInto merges into a map of the library, after marking the moment before.
func (c *cli) mergeInto(ours string, base, theirs *mapmodel.Map, name string) error {
	return c.onMap(ours, func(l *library.Library, id mapmodel.ID) error {
		m, err := c.open(l, id)
		if err != nil {
			return err
		}
		c.mark(l, id, library.MarkBeforeMerge)
		merged := mapmodel.Merge(base, m, theirs, mapmodel.NewSource())
		if err := c.takeIn(l, m, merged.Map, name); err != nil {
			return err
		}
		return c.sayMerged(ours, merged)
	})
}

// sayMerged says what did not go together by itself.
func (c *cli) sayMerged(ours string, merged mapmodel.Merged) error {
	for _, h := range merged.Healings {
		c.say("%s: %s no longer fits: %s", ours, where(merged.Map, h.Record), h.Done)
	}
	for _, k := range merged.Kept {
		c.say("%s: %s: %s: both %s and %s are kept", ours, where(merged.Map, merged.Map.Get(k.Record)), k.Field, strconv.Quote(k.Ours), strconv.Quote(k.Theirs))
	}
	if len(merged.Kept) > 0 {
		return withCode(ExitInvalid, errSilent)
	}
	return nil
}

// readBase reads what both sides began with. Git gives an empty file where both
// have made the file: then there was nothing.
func (c *cli) readBase(path string, source *mapmodel.Source) (*mapmodel.Map, error) {
	if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() && info.Size() == 0 {
		nothing, _ := mapmodel.FromRecords([]mapmodel.Record{&mapmodel.Header{Common: mapmodel.Common{ID: source.ID()}}}, source)
		return nothing, nil
	}
	if path == "-" {
		return nil, withCode(ExitUsage, errors.New("merge takes files; standard input is none"))
	}
	return c.load(path)
}
