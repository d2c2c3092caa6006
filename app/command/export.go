package command

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime/debug"
	"strings"

	"footpath/app/formats"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/render/scene"
	"footpath/storage/atomicfile"
	"footpath/storage/journey"
	"footpath/storage/library"

	"github.com/spf13/cobra"
)

func (c *cli) exportCommand() *cobra.Command {
	var (
		out, name   string
		options     formats.Options
		fit         string
		check       bool
		watch       bool
		orientation string
		theme       string
	)
	cmd := &cobra.Command{
		Use:   "export MAP|FILE -o OUT",
		Short: "Write a map as a page or a file",
		Long: `Export writes a map. The format follows from OUT's ending or from --format;
OUT may be - for standard output. What is there is not overwritten without
--force, and a failed export leaves it as it was.

A png has 144 dots an inch of the page. --scale 1 gives it 96, as screens show
it, --scale 2 twice as many; --dpi says the number itself. It can have up to
` + fmt.Sprint(formats.MostPixels/1_000_000) + ` million pixels; an svg stays sharp at any size, and its words are text. Each is
of one page: the first, or the one that --page says.

A page lies on an A3 sheet unless --paper says otherwise: A4 to A0, Letter,
Legal, Tabloid, Ledger, or a size such as 500x700mm. --fit auto takes one sheet
where that stays readable and else pages by stage; page always takes one and
puts on a page of notes what has no room; content makes the sheet as large as
the map needs; stages always makes pages by stage; tiles makes a poster over
sheets, cut between stages and lanes, to be trimmed and glued: about as wide as
--poster says, A0 for example, and no larger, or of the size that the map needs;
its sheets lie as fewer are needed unless --orientation says otherwise. --check
prints only what there is to know before printing, and exits with 1 when
something does not fit.

--theme says how pages look: ` + strings.Join(scene.ThemeNames(), ", ") + `,
or as a client's file says, with logo, colours and a line of confidentiality;
docs/themes.md tells how to write one.

--watch goes on: whenever the FILE changes, or its theme's file or logo, OUT is
written anew. A file with mistakes leaves OUT as it was and says what is wrong.
Ctrl+C ends it.

Formats: ` + formats.Names(formats.Format.Writes) + `.`,
		Example: `  footpath export renewal.journey.yaml -o renewal.pdf
  footpath export "Renewing a driving licence" -o renewal.journey.yaml
  footpath export renewal.journey.yaml -f png -o - > renewal.png
  footpath export renewal.journey.yaml -o renewal.png --dpi 300
  footpath export renewal.journey.yaml -o poster.pdf --paper A1
  footpath export renewal.journey.yaml -o handout.pdf --paper A4 --orientation portrait
  footpath export renewal.journey.yaml -o wall.pdf --paper A4 --poster A0
  footpath export renewal.journey.yaml -o client.pdf --theme riverbank.yaml
  footpath export renewal.journey.yaml --paper A4 --fit page --check
  footpath export renewal.journey.yaml -o renewal.pdf --watch --force`,
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := turned(orientation, &options); err != nil {
				return err
			}
			var mistakes *invalidFile
			if err := dressed(theme, &options); err != nil && !(watch && errors.As(err, &mistakes)) { // which are said, and waited for
				return err
			}
			options.Fit = scene.Fit(fit)
			if options.Poster != "" && !cmd.Flags().Changed("fit") {
				options.Fit = scene.FitTiles
			}
			options.Either = options.Fit == scene.FitTiles && !cmd.Flags().Changed("orientation")
			if check {
				return c.check(args[0], options)
			}
			if out == "" {
				return withCode(ExitUsage, errors.New("say where to with -o OUT; -o - is standard output"))
			}
			format, err := outFormat(out, name)
			if err != nil {
				return err
			}
			options = plain(options)
			if err := options.Check(format); err != nil {
				return withCode(ExitUsage, err)
			}
			if watch {
				return c.watch(cmd.Context(), watcher{arg: args[0], out: out, theme: theme, format: format, options: options})
			}
			return c.export(args[0], out, format, options)
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "the `OUT` file, or - for standard output")
	cmd.Flags().StringVar(&options.Paper, "paper", "A3", "the sheet: a `NAME`, or a size such as 500x700mm")
	cmd.Flags().StringVar(&orientation, "orientation", "landscape", "how a named sheet lies: landscape or portrait")
	cmd.Flags().StringVar(&fit, "fit", "auto", "auto, page, content, stages or tiles")
	cmd.Flags().StringVar(&options.Poster, "poster", "", "the poster that --fit tiles spreads over sheets: a `NAME`, or a size")
	cmd.Flags().StringVar(&theme, "theme", scene.ThemePrint, "how pages look: a `NAME`, or the file of a client's theme")
	cmd.Flags().BoolVar(&check, "check", false, "print what does not fit, and the smallest text, instead of exporting")
	cmd.Flags().BoolVar(&watch, "watch", false, "write OUT anew whenever FILE or its theme changes, until interrupted")
	cmd.Flags().StringVarP(&name, "format", "f", "", "the `FORMAT`, where OUT's ending does not tell")
	cmd.Flags().IntVar(&options.Page, "page", 0, "which page a png or svg is of; `N` = 1 is the first")
	cmd.Flags().Var(within{&options.Scale, formats.LeastScale, formats.MostScale}, "scale", "a png's size; `N` = 1 is 96 dots an inch, 2 twice that")
	cmd.Flags().Var(within{&options.DPI, formats.LeastDPI, formats.MostDPI}, "dpi", "a png's size as dots an inch; `N` = 300 prints well")
	return cmd
}

// turned takes an orientation into options.
func turned(orientation string, o *formats.Options) error {
	switch orientation {
	case "landscape":
	case "portrait":
		o.Upright = true
	default:
		return withCode(ExitUsage, fmt.Errorf("there is no orientation %q; there are landscape and portrait", orientation))
	}
	return nil
}

// dressed takes a theme into options; the usual one is left out.
func dressed(name string, o *formats.Options) error {
	if name == scene.ThemePrint {
		return nil
	}
	var err error
	o.Theme, err = formats.FindTheme(name)
	var mistakes journey.Mistakes
	switch {
	case errors.Is(err, formats.ErrNoTheme):
		return withCode(ExitUsage, err)
	case errors.As(err, &mistakes):
		return &invalidFile{name, mistakes}
	case errors.Is(err, fs.ErrNotExist):
		return withCode(ExitIO, fmt.Errorf("%s: there is no such file", name))
	case err != nil:
		return withCode(ExitIO, fmt.Errorf("the theme could not be read: %w", err))
	}
	return nil
}

// plain takes out of options for pages what only says the usual, for a format
// without pages.
func plain(o formats.Options) formats.Options {
	if strings.EqualFold(o.Paper, "A3") && !o.Upright && o.Fit == scene.FitAuto {
		o.Paper, o.Fit = "", ""
	}
	return o
}

// check prints what a person should know before printing, a finding a line.
func (c *cli) check(arg string, o formats.Options) error {
	page, _ := formats.Named(formats.PDF)
	if err := o.Check(page); err != nil {
		return withCode(ExitUsage, err)
	}
	m, err := c.load(arg)
	if err != nil {
		return err
	}
	look, err := formats.Preview(page, m, o)
	if err != nil {
		return err
	}
	partly := false
	for _, f := range look.Findings {
		partly = partly || f.Partly
		if _, err := fmt.Fprintln(c.Out, words.English.Say(f.Key, f.Args)); err != nil {
			return err
		}
	}
	if _, err := fmt.Fprintf(c.Out, "the smallest text has %.3g points\n", look.Smallest); err != nil {
		return err
	}
	if partly {
		return withCode(ExitInvalid, errSilent)
	}
	return nil
}

func outFormat(out, name string) (formats.Format, error) {
	format, known := formats.ForFile(out)
	if name != "" {
		format, known = formats.Named(name)
	}
	switch {
	case !known && name != "":
		return format, withCode(ExitUsage, fmt.Errorf("there is no format %q; there are %s", name, formats.Names(formats.Format.Writes)))
	case !known:
		return format, withCode(ExitUsage, fmt.Errorf("the format does not follow from %q; say it with --format: %s", out, formats.Names(formats.Format.Writes)))
	case !format.Writes():
		return format, withCode(ExitUsage, fmt.Errorf("a map cannot be written as %s", format.Name))
	}
	return format, nil
}

func (c *cli) export(arg, out string, format formats.Format, options formats.Options) error {
	if err := c.mayWrite(out); err != nil {
		return err
	}
	m, err := c.toExport(arg)
	if err != nil {
		return err
	}
	return c.write(m, out, format, options)
}

// toExport reads a map; of one of the library, the moment is marked, so that it
// can be found again what a client was given.
func (c *cli) toExport(arg string) (*mapmodel.Map, error) {
	if formats.IsFile(arg) {
		return c.readFile(arg)
	}
	return c.fromLibrary(arg, func(l *library.Library, id mapmodel.ID) { c.mark(l, id, library.MarkBeforeExport) })
}

// write writes a map and says what a person should know of the result.
func (c *cli) write(m *mapmodel.Map, out string, format formats.Format, options formats.Options) error {
	defer sparingly()()
	var page bytes.Buffer
	findings, err := format.Write(&page, m, options)
	switch {
	case errors.Is(err, formats.ErrOptions):
		return withCode(ExitUsage, err)
	case err != nil:
		return withCode(ExitIO, fmt.Errorf("the %s could not be made: %w", format.Name, err))
	}
	if out == "-" {
		if _, err := c.Out.Write(page.Bytes()); err != nil {
			return withCode(ExitIO, fmt.Errorf("standard output could not be written: %w", err))
		}
	} else if err := writeFile(out, page.Bytes()); err != nil {
		return err
	}
	partly := false
	for _, f := range findings {
		partly = partly || f.Partly
		c.say("%s: %s", out, words.English.Say(f.Key, f.Args))
	}
	if partly {
		return withCode(ExitPartly, errSilent)
	}
	return nil
}

// sparingly has memory collected more than twice as often until it is undone, unless the
// person has said how often: pages are made of much that is dropped at once.
func sparingly() (undo func()) {
	if os.Getenv("GOGC") != "" {
		return func() {}
	}
	before := debug.SetGCPercent(40)
	return func() { debug.SetGCPercent(before) }
}

// mayWrite refuses to overwrite without --force, before any work is done.
func (c *cli) mayWrite(out string) error {
	if out == "-" {
		return nil
	}
	info, err := os.Stat(out)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return withCode(ExitIO, fmt.Errorf("%s could not be looked at: %w", out, err))
	case info.IsDir():
		return withCode(ExitIO, fmt.Errorf("%s is a folder, not a file", out))
	case !c.force:
		return withCode(ExitRefused, fmt.Errorf("%s is there already; say --force to overwrite it", out))
	}
	return nil
}

// pagePerm is the mode of files that people made to hand on.
const pagePerm = 0o644

func writeFile(path string, data []byte) error {
	err := atomicfile.Write(path, pagePerm, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
	if err != nil {
		return withCode(ExitIO, fmt.Errorf("%s could not be written: %w", path, err))
	}
	return nil
}
