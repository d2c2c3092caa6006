package command

import (
	"errors"
	"fmt"

	"footpath/storage/journey"

	"github.com/spf13/cobra"
)

// found is a mistake as `validate --json` prints it.
type found struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
}

func (c *cli) validateCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "validate FILE...",
		Short: "Name every mistake in files, silent when all is well",
		Long: `Validate prints every mistake of every FILE on standard output, one a line, as
file:line:column: message. It is silent, and exits with 0, when there is none.`,
		Example: `  footpath validate renewal.journey.yaml
  footpath validate --json maps/*.journey.yaml`,
		Args: usage(cobra.MinimumNArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error { return c.validate(args) },
	}
}

func (c *cli) validate(paths []string) error {
	all := []found{}
	var unread []error
	for _, path := range paths {
		_, err := c.readFile(path)
		var mistakes journey.Mistakes
		switch {
		case err == nil:
		case errors.As(err, &mistakes):
			for _, m := range mistakes {
				all = append(all, found{path, m.Line, m.Column, m.Message})
			}
		default:
			unread = append(unread, err)
		}
	}
	if err := c.printMistakes(all); err != nil {
		return err
	}
	switch {
	case len(unread) > 0:
		return withCode(ExitIO, errors.Join(unread...))
	case len(all) > 0:
		return withCode(ExitInvalid, errSilent)
	}
	return nil
}

func (c *cli) printMistakes(all []found) error {
	if c.json {
		return c.printJSON(all)
	}
	for _, f := range all {
		if _, err := fmt.Fprintf(c.Out, "%s:%d:%d: %s\n", f.File, f.Line, f.Column, f.Message); err != nil {
			return err
		}
	}
	return nil
}

func (c *cli) schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of the map file, for editors",
		Long: `Schema prints the JSON Schema (draft-07) of the map file. Editors that know YAML
complete and check a map when it names the schema in its first line:

  # yaml-language-server: $schema=./journey.schema.json`,
		Example: `  footpath schema > journey.schema.json`,
		Args:    usage(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			_, err := c.Out.Write(journey.Schema())
			return err
		},
	}
}
