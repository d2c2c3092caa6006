package templates_test

import (
	"io/fs"
	"os"
	"testing"

	"footpath/assets/templates"
)

func TestEveryTemplateIsThereInEveryLanguageAndEveryFileIsListed(t *testing.T) {
	files, err := fs.Glob(os.DirFS("."), "*.journey.yaml")
	if err != nil {
		t.Fatal(err)
	}
	unlisted := map[string]bool{}
	for _, f := range files {
		unlisted[f] = true
	}
	for _, name := range templates.Names() {
		for _, language := range templates.Languages() {
			if _, err := templates.File(name, language); err != nil {
				t.Error(err)
			}
			delete(unlisted, name+"."+language+".journey.yaml")
		}
	}
	for file := range unlisted {
		t.Errorf("%s is not listed", file)
	}
	if _, err := templates.File("../maps/blank", "en"); err == nil {
		t.Error("a template that is not there was given")
	}
}
