// Package templates holds the maps that new ones are made from: stages, and lanes with a question each, in every language of the
// program.
package templates

import (
	"embed"
	"fmt"
)

//go:embed *.journey.yaml
var files embed.FS

// Names lists the templates in the order people are shown them, the blank one first.
func Names() []string {
	return []string{"blank", "service-blueprint", "shop-visit", "online-sign-up", "support-case"}
}

// Languages lists the languages there is a file of each template in, as BCP 47 tags.
func Languages() []string { return []string{"en", "de"} }

// File gives a template in a language as the bytes of a .journey.yaml. A name or language that is not listed is an error.
func File(name, language string) ([]byte, error) {
	data, err := files.ReadFile(name + "." + language + ".journey.yaml")
	if err != nil {
		return nil, fmt.Errorf("there is no template %q in the language %q", name, language)
	}
	return data, nil
}
