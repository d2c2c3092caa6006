package command

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"footpath/storage/engine"
	"footpath/storage/library"

	"github.com/spf13/cobra"
)

func (c *cli) backupCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "backup OUT",
		Short: "Copy the whole library to a file, and verify the copy",
		Long: `Backup writes all maps with their history to the file OUT, reads it back, and
only then gives it its name. OUT is a library of its own: "footpath list
--library OUT" lists it, "footpath recover OUT" takes its maps in again.

Footpath itself keeps three backups and a recovery journal beside the library;
a copy on another disk is what they cannot replace.`,
		Example: `  footpath backup /media/stick/footpath.db
  footpath backup ~/backups/footpath.db --force`,
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			return c.withLibrary(func(l *library.Library) error { return c.backUp(l, args[0]) })
		},
	}
}

func (c *cli) backUp(l *library.Library, to string) error {
	info, err := os.Stat(to)
	switch {
	case err == nil && info.IsDir():
		return withCode(ExitUsage, fmt.Errorf("%s is a folder: name a file in it", to))
	case err == nil && !c.force:
		return withCode(ExitRefused, fmt.Errorf("%s is there already; --force overwrites it", to))
	}
	fresh := to
	if err == nil {
		fresh = to + ".new" // the old one stays until the new one is whole
		if err := os.Remove(fresh); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return withCode(ExitIO, err)
		}
	}
	if err := l.BackUp(fresh); err != nil {
		return withCode(ExitIO, err)
	}
	if fresh != to {
		if err := os.Rename(fresh, to); err != nil {
			return withCode(ExitIO, err)
		}
	}
	all, err := l.List()
	if err != nil {
		return withCode(ExitIO, err)
	}
	if c.json {
		return c.printJSON(map[string]any{"file": to, "maps": len(all)})
	}
	c.say("%s holds %s, verified", to, count(len(all), "map"))
	return nil
}

func (c *cli) compactCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "compact",
		Short: "Make the library's file as small as what it holds",
		Long: `Compact seals the history of every map, so that it takes less room and still
tells every step, writes the library anew, without gaps, verifies it, and then puts
it in the place of the old file. Nothing else may have the library open.`,
		Example: `  footpath compact`,
		Args:    usage(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			before, after, err := library.Compact(c.library, library.Options{Program: "footpath"})
			if err != nil {
				if locked := (*engine.LockedError)(nil); errors.As(err, &locked) {
					err = fmt.Errorf("%w: close it first", err)
				}
				return withCode(ExitIO, err)
			}
			if c.json {
				return c.printJSON(map[string]int64{"before": before, "after": after})
			}
			c.say("%d KiB before, %d KiB now", before>>10, after>>10)
			return nil
		},
	}
}

// count says how many there are of something.
func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
