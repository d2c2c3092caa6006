package command

import (
	"strings"

	"footpath/app/templates"
	"footpath/mapmodel"
	"footpath/storage/library"

	"github.com/spf13/cobra"
)

func (c *cli) newCommand() *cobra.Command {
	var template, language string
	cmd := &cobra.Command{
		Use:   "new TITLE",
		Short: "Make a new map in the library and print its id",
		Long: `New makes a map with stages and empty lanes. A template asks a question in each
lane, which the board shows until there is a card; nothing of it is exported. It
can also begin with one of the sample maps, which are in English.`,
		Example: `  footpath new "Signing up online"
  footpath new "A morning at the bakery" --template shop-visit
  footpath new "Ein Morgen in der Bäckerei" --template shop-visit --language de`,
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			source := mapmodel.NewSource()
			m, err := templates.Read(template, language, source)
			if err != nil {
				return withCode(ExitUsage, err)
			}
			label := mapmodel.Label{Key: mapmodel.LabelNewMap, Args: []string{args[0]}}
			return c.withLibrary(func(l *library.Library) error { return c.create(l, mapmodel.Copy(m, args[0], source), label) })
		},
	}
	cmd.Flags().StringVar(&template, "template", templates.Blank, "the `NAME` of what to begin with: "+strings.Join(templates.Names(), ", "))
	cmd.Flags().StringVar(&language, "language", "en", "the language of the map, as a `TAG`: en, de")
	complete := func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return templates.Names(), cobra.ShellCompDirectiveNoFileComp
	}
	_ = cmd.RegisterFlagCompletionFunc("template", complete) // fails only for a flag that is not there
	return cmd
}
