package command

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"footpath/app/formats"
	"footpath/storage/atomicfile"

	"github.com/spf13/cobra"
)

func (c *cli) exportCommand() *cobra.Command {
	var (
		out, name string
		options   formats.Options
	)
	cmd := &cobra.Command{
		Use:   "export MAP|FILE -o OUT",
		Short: "Write a map as a page or a file",
		Long: `Export writes a map. The format follows from OUT's ending or from --format;
OUT may be - for standard output. What is there is not overwritten without
--force, and a failed export leaves it as it was.

A png has 144 dots an inch of the page. --scale 1 gives it 96, as screens show
it, --scale 2 twice as many; --dpi says the number itself. It can have up to
` + fmt.Sprint(formats.MostPixels/1_000_000) + ` million pixels; an svg stays sharp at any size, and its words are text.

Formats: ` + formats.Names(formats.Format.Writes) + `.`,
		Example: `  footpath export renewal.journey.yaml -o renewal.pdf
  footpath export "Renewing a driving licence" -o renewal.journey.yaml
  footpath export renewal.journey.yaml -f png -o - > renewal.png
  footpath export renewal.journey.yaml -o renewal.png --dpi 300`,
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			if out == "" {
				return withCode(ExitUsage, errors.New("say where to with -o OUT; -o - is standard output"))
			}
			format, err := outFormat(out, name)
			if err != nil {
				return err
			}
			if err := options.Check(format); err != nil {
				return withCode(ExitUsage, err)
			}
			return c.export(args[0], out, format, options)
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "the `OUT` file, or - for standard output")
	cmd.Flags().StringVarP(&name, "format", "f", "", "the `FORMAT`, where OUT's ending does not tell")
	cmd.Flags().Var(within{&options.Scale, formats.LeastScale, formats.MostScale}, "scale", "a png's size; `N` = 1 is 96 dots an inch, 2 twice that")
	cmd.Flags().Var(within{&options.DPI, formats.LeastDPI, formats.MostDPI}, "dpi", "a png's size as dots an inch; `N` = 300 prints well")
	return cmd
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
	m, err := c.load(arg)
	if err != nil {
		return err
	}
	var page bytes.Buffer
	notices, err := format.Write(&page, m, options)
	if err != nil {
		return withCode(ExitIO, fmt.Errorf("the %s could not be made: %w", format.Name, err))
	}
	if out == "-" {
		if _, err := c.Out.Write(page.Bytes()); err != nil {
			return withCode(ExitIO, fmt.Errorf("standard output could not be written: %w", err))
		}
	} else if err := writeFile(out, page.Bytes()); err != nil {
		return err
	}
	for _, notice := range notices {
		c.say("%s: %s", out, notice)
	}
	return nil
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
