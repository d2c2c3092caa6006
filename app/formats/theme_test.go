package formats_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"footpath/app/formats"
	"footpath/assets/maps"
	"footpath/mapmodel"
	"footpath/render/scene"
	"footpath/storage/journey"
)

// themeFile is a theme's file in a folder of its own, with a logo beside it.
func themeFile(t *testing.T, text string) string {
	t.Helper()
	dir := t.TempDir()
	logo := scene.NewImage(string(picture(t)))
	if err := os.WriteFile(filepath.Join(dir, "riverbank.png"), []byte(logo.Data), 0o600); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "theme.yaml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// picture is a page as a PNG, which serves as a logo.
func picture(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	if _, err := named(t, formats.PNG).Write(&out, sample(t), formats.Options{Scale: formats.LeastScale}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func sample(t *testing.T) *mapmodel.Map {
	t.Helper()
	m, mistakes := journey.Read(maps.All()[0].Data, mapmodel.NewSeededSource(1))
	if len(mistakes) > 0 {
		t.Fatal(mistakes)
	}
	return m
}

func TestEveryThemeOfOursIsABaseForAClients(t *testing.T) {
	for _, base := range scene.ThemeNames() {
		ours, err := formats.FindTheme(base)
		if err != nil {
			t.Fatal(err)
		}
		theirs, err := formats.FindTheme(themeFile(t, "format: footpath-theme/1\nname: Riverbank\nbase: "+base+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		if a, b := ours.Page(), theirs.Page(); a.Canvas != b.Canvas || a.Text != b.Text || a.Weight != b.Weight {
			t.Errorf("%s as a base looks otherwise", base)
		}
	}
}

// TestTheExampleInTheDocsIsATheme reads it from the page, so that it stays true.
func TestTheExampleInTheDocsIsATheme(t *testing.T) {
	page, err := os.ReadFile("../../docs/themes.md")
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(string(page), "```yaml\n")
	text, _, found := strings.Cut(text, "```")
	theme, err := formats.FindTheme(themeFile(t, text))
	if err != nil || !found {
		t.Fatal(err)
	}
	s := theme.Page()
	if s.Logo == nil || s.Client != "Riverbank" || s.Confidentiality == "" || s.Chevron[0] != scene.Hex(0xB00040) || len(s.Mended) > 0 {
		t.Errorf("it gives %+v", theme)
	}
	for _, name := range append(scene.ThemeNames(), "confidentiality", "curve", "`logo`") {
		if !strings.Contains(string(page), name) {
			t.Errorf("the page does not speak of %s", name)
		}
	}
}

func TestAThemeThatIsNoneIsToldFromOneThatIsNotThere(t *testing.T) {
	if _, err := formats.FindTheme("sepia"); !errors.Is(err, formats.ErrNoTheme) {
		t.Errorf("sepia: %v", err)
	}
	if _, err := formats.FindTheme("sepia.yml"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("sepia.yml: %v", err)
	}
	var mistakes journey.Mistakes
	if _, err := formats.FindTheme(themeFile(t, "name: x\n")); !errors.As(err, &mistakes) {
		t.Errorf("a file with mistakes: %v", err)
	}
}

func TestOneMapInOneThemeIsOneFileInEveryFormat(t *testing.T) {
	m := sample(t)
	theme, err := formats.FindTheme(themeFile(t, "format: footpath-theme/1\nname: Riverbank\nlogo: riverbank.png\nbase: screen-dark\ncolours: {accent: \"#5AC8FA\"}\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{formats.PDF, formats.PNG, formats.SVG} {
		var files [2]bytes.Buffer
		for i := range files {
			if _, err := named(t, name).Write(&files[i], m, formats.Options{Theme: theme, Scale: map[bool]float64{true: 0.5}[name == formats.PNG]}); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
			t.Errorf("two %s files of one map differ", name)
		}
	}
}
