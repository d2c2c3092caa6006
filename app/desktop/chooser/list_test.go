//go:build !nogui

package chooser

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestAFolderIsListedWithItsFoldersFirstAndNothingHidden(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.journey.yaml", "A.journey.yaml", ".hidden.journey.yaml", "notes.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"zoo", "Apples", ".git"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	list, err := read(dir, []string{".journey.yaml"})
	if err != nil {
		t.Fatal(err)
	}
	want := []entry{{"Apples", true}, {"zoo", true}, {"A.journey.yaml", false}, {"b.journey.yaml", false}}
	if !slices.Equal(list, want) {
		t.Errorf("listed %v", list)
	}
	if all, err := read(dir, nil); err != nil || len(all) != 5 {
		t.Errorf("with every ending %v, %v", all, err)
	}
	if _, err := read(filepath.Join(dir, "none"), nil); err == nil {
		t.Error("a folder that is not there was listed")
	}
	if got := narrow(list, "JOUR"); len(got) != 2 {
		t.Errorf("narrowed to %v", got)
	}
}

func TestATypedPathIsMadeWhole(t *testing.T) {
	sep := string(filepath.Separator)
	home, here := filepath.Join(sep, "home", "ada"), filepath.Join(sep, "work")
	for typed, want := range map[string]string{
		"~":                               home,
		"~/maps/":                         filepath.Join(home, "maps") + sep,
		"a.yaml":                          filepath.Join(here, "a.yaml"),
		sep + "tmp" + sep + ".." + sep:    sep + sep,
		sep + filepath.Join("x", "y.yml"): sep + filepath.Join("x", "y.yml"),
		"":                                here,
		filepath.Join(sep, "home") + sep + filepath.Join(sep, "tmp", "a.yaml"): filepath.Join(sep, "tmp", "a.yaml"),
		filepath.Join(sep, "tmp") + sep + filepath.Join("~", "a.yaml"):         filepath.Join(home, "a.yaml"),
	} {
		if got := expand(typed, home, here); got != want {
			t.Errorf("%q became %q, want %q", typed, got, want)
		}
	}
}
