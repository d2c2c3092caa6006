// Package command is Footpath's command line: one word a job, data on standard
// output, words on standard error, and an exit code a script can rely on.
package command

import (
	"fmt"
	"io"

	"footpath/app/formats"
	"footpath/app/places"

	"github.com/spf13/cobra"
)

// Streams are where a command reads and writes.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
	// Terminal is true when Err is a terminal, where a long job may show how
	// far it is.
	Terminal bool
}

// Window is what to open in the window program.
type Window struct {
	// Library is the path of the library's file.
	Library string
	// Show is a MAP or a FILE to open, or empty for home.
	Show string
}

// Params are what the command line needs from the program around it.
type Params struct {
	Streams
	// Version is printed by --version.
	Version string
	// SystemFonts lets the system's fonts draw what the embedded ones lack.
	SystemFonts bool
	// Open opens the window and returns when it is closed; nil in a program
	// built without one.
	Open func(Window) error
}

// Run does what the arguments (without the program's name) say and gives the
// exit code.
func Run(args []string, p Params) int {
	if p.SystemFonts {
		formats.UseSystemFonts()
	}
	c := &cli{Params: p}
	root := c.root()
	root.SetArgs(args)
	root.SetIn(p.In)
	root.SetOut(p.Out)
	root.SetErr(p.Err)
	err := guard(root.Execute)
	c.explain(err)
	return exitCode(err)
}

// guard turns a panic into an error: no panic reaches a person.
func guard(f func() error) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = withCode(ExitIO, fmt.Errorf("something went wrong inside Footpath, nothing was written: %v", fault))
		}
	}()
	return f()
}

// cli is one run of the command line.
type cli struct {
	Params
	library string
	json    bool
	force   bool
	quiet   bool
}

func (c *cli) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "footpath [MAP|FILE]",
		Short: "Draw the path a customer walks, stage by stage",
		Long: `Footpath is an editor for customer-experience maps. Without a command it opens
its window: on all your maps, or on the MAP or FILE named.

A FILE exists on disk, or holds a separator or a known ending. Anything else is
a MAP of your library: its id, the first letters of its id (four or more), or
its title.

Exit codes: 0 done, 1 content not valid, 2 wrong usage, 3 could not find, read
or write, 4 refused because it would overwrite (say --force), 5 partly done.`,
		Example: `  footpath
  footpath plans/renewal.journey.yaml
  footpath "Renewing a driving licence"
  footpath export renewal.journey.yaml -o renewal.pdf`,
		Version:       c.Version,
		Args:          usage(cobra.MaximumNArgs(1)),
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(_ *cobra.Command, args []string) error {
			if c.Open == nil {
				return withCode(ExitUsage, fmt.Errorf("this footpath was built without its window; see footpath --help for its commands"))
			}
			w := Window{Library: c.library}
			if len(args) == 1 {
				w.Show = args[0]
			}
			return c.Open(w)
		},
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return withCode(ExitUsage, err) })
	flags := root.PersistentFlags()
	flags.StringVar(&c.library, "library", places.Library(), "the library's `FILE`")
	flags.BoolVar(&c.json, "json", false, "print data as JSON")
	flags.BoolVar(&c.force, "force", false, "overwrite what is there")
	flags.BoolVarP(&c.quiet, "quiet", "q", false, "print nothing but data and errors")
	root.AddCommand(
		c.newCommand(), c.listCommand(), c.searchCommand(), c.binCommand(), c.importCommand(), c.exportCommand(),
		c.validateCommand(), c.diffCommand(), c.mergeCommand(), c.historyCommand(), c.snapshotCommand(), c.schemaCommand(),
		c.backupCommand(), c.recoverCommand(), c.doctorCommand(), c.compactCommand(), c.inspectCommand(),
	)
	root.InitDefaultCompletionCmd()
	return root
}

// say prints words for people, unless they asked for quiet.
func (c *cli) say(format string, args ...any) {
	if !c.quiet {
		_, _ = fmt.Fprintf(c.Err, format+"\n", args...) // a closed stderr is nobody's mistake
	}
}

// usage makes cobra's complaints about arguments exit with 2.
func usage(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return withCode(ExitUsage, fmt.Errorf("%w\nusage: %s", err, cmd.UseLine()))
		}
		return nil
	}
}
