package maps_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"footpath/assets/maps"
)

func TestEverySampleFileIsListedOnce(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]bool{}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".journey.yaml") {
			files[e.Name()] = true
		}
	}
	for _, s := range maps.All() {
		if !files[s.Name] {
			t.Errorf("%s is listed twice or is no file here", s.Name)
		}
		delete(files, s.Name)
	}
	for name := range files {
		t.Errorf("%s is not listed", name)
	}
}

func TestANewcomerSeesTheLicenceMapFirst(t *testing.T) {
	if got := title(t, maps.All()[0]); got != "Renewing a driving licence" {
		t.Errorf("the first sample is %q", got)
	}
}

func TestEverySampleTellsEditorsItsSchemaAndReadersItsFormat(t *testing.T) {
	const head = "# yaml-language-server: $schema=./journey.schema.json\nformat: footpath/1\n"
	seen := map[string]string{}
	for _, s := range maps.All() {
		if !bytes.HasPrefix(s.Data, []byte(head)) {
			t.Errorf("%s does not begin with\n%s", s.Name, head)
		}
		name := title(t, s)
		if other, twice := seen[name]; twice {
			t.Errorf("%s and %s have one title", s.Name, other)
		}
		seen[name] = s.Name
	}
}

func title(t *testing.T, s maps.Sample) string {
	t.Helper()
	var m struct{ Title string }
	if err := yaml.Unmarshal(s.Data, &m); err != nil {
		t.Fatalf("%s: %v", s.Name, err)
	}
	return m.Title
}
