package theme

import (
	"bytes"
	"encoding/base64"
	"errors"
	"image"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"footpath/mapmodel"
	"footpath/mapmodel/picture"
	"footpath/storage/yamltree"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

func logo(t testing.TB, width, height int) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// shelf gives files by their names.
func shelf(files map[string][]byte) func(string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		if data, ok := files[name]; ok {
			return data, nil
		}
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
}

func TestEveryMistakeOfAThemeIsNamedWithItsPlaceAtOnce(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/bad.txtar")
	if err != nil {
		t.Fatal(err)
	}
	open := shelf(map[string][]byte{"logo.svg": []byte("<svg/>")})
	for i := 0; i+1 < len(archive.Files); i += 2 {
		file, want := archive.Files[i], archive.Files[i+1]
		name, _ := strings.CutSuffix(file.Name, ".yaml")
		if want.Name != name+".want" {
			t.Fatalf("%s has no list of mistakes", file.Name)
		}
		got, mistakes := Read(file.Data, open)
		if diff := cmp.Diff(strings.TrimSpace(string(want.Data)), mistakes.Error()); diff != "" {
			t.Errorf("%s: -want +got\n%s", file.Name, diff)
		}
		if got.Name != "" || got.Logo != "" || got.Base != "" {
			t.Errorf("%s: with mistakes there is a theme: %+v", file.Name, got)
		}
	}
}

func TestAThemeSaysWhatItsFileSays(t *testing.T) {
	small := base64.StdEncoding.EncodeToString(logo(t, 30, 10))
	for _, text := range []string{
		"format: footpath-theme/1\nname: Riverbank\nlogo: sub/logo.png\n",
		"format: footpath-theme/1\nname: Riverbank\nlogo: \"data:image/png;base64," + small + "\"\n",
		"{lanes: {tasks: abc, insights: 00ff00}, format: footpath-theme/1, name: Riverbank, colours: {page: \"#FFF\", text: '123456'}, base: screen-dark, confidentiality: Keep it}",
	} {
		got, mistakes := Read([]byte(text), shelf(map[string][]byte{"sub/logo.png": logo(t, 3000, 1000)}))
		if mistakes != nil || got.Name != "Riverbank" {
			t.Fatalf("%s: %v", text, mistakes)
		}
		if strings.Contains(text, "logo") {
			if _, w, h, err := picture.Size(got.Logo); err != nil || w > mapmodel.MaxPictureSide || w < 3*h-3 || got.Base != "print" {
				t.Errorf("the logo has %d by %d, %v, on %s", w, h, err, got.Base)
			}
			continue
		}
		want := Theme{
			Name: "Riverbank", Base: "screen-dark", Confidentiality: "Keep it",
			Colours: map[string]Colour{Page: 0xFFFFFF, Text: 0x123456},
			Lanes:   map[mapmodel.LaneKind]Colour{mapmodel.LaneTasks: 0xAABBCC, mapmodel.LaneInsights: 0x00FF00},
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("-want +got\n%s", diff)
		}
	}
}

func TestALogoIsFoundBesideItsTheme(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, data []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	write("logo.png", logo(t, 30, 10))
	path := write("theme.yaml", []byte("format: footpath-theme/1\nname: Riverbank\nlogo: logo.png\n"))
	if got, err := ReadFile(path); err != nil || got.Logo == "" {
		t.Errorf("%+v, %v", got, err)
	}
	path = write("folder.yaml", []byte("format: footpath-theme/1\nname: Riverbank\nlogo: .\n"))
	var mistakes yamltree.Mistakes
	if _, err := ReadFile(path); !errors.As(err, &mistakes) || mistakes.Error() != "3:7: the logo \".\" cannot be shown: it is a folder, not a file" {
		t.Errorf("a folder as a logo: %v", err)
	}
	if _, err := ReadFile(filepath.Join(dir, "none.yaml")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
	if _, err := ReadFile(dir); !errors.Is(err, errFolder) {
		t.Errorf("a folder: %v", err)
	}
}

// FuzzRead holds Read to its promise: any bytes whatever end in a theme or in
// mistakes, each with a place and one sentence.
func FuzzRead(f *testing.F) {
	archive, err := txtar.ParseFile("testdata/bad.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range archive.Files {
		f.Add(file.Data)
	}
	f.Add([]byte("format: footpath-theme/1\nname: Riverbank\nbase: print\nlogo: logo.png\nconfidentiality: Keep it\ncolours: {page: \"#FFF\", accent: B00040}\nlanes: {tasks: \"#123456\"}\n"))
	open := shelf(map[string][]byte{"logo.png": logo(f, 3, 2)})
	f.Fuzz(func(t *testing.T, data []byte) {
		got, mistakes := Read(data, open)
		if (got.Name == "") == (len(mistakes) == 0) {
			t.Fatalf("%+v and %v", got, mistakes)
		}
		for _, m := range mistakes {
			if m.Line < 1 || m.Column < 1 || m.Message == "" || strings.ContainsAny(m.Message, "\n\r") || !utf8.ValidString(m.Message) {
				t.Errorf("%#v", m)
			}
		}
	})
}

func TestTheSourcesOfAThemeAreItsFileAndItsLogoThereOrNot(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "river.yaml")
	for text, logo := range map[string]string{
		"":                               "",
		"name: [":                        "",
		"logo: river.png\ncolours: no\n": filepath.Join(folder, "river.png"),
		"format: footpath-theme/1\nname: R\nlogo: /far/away.png\n":                  "/far/away.png",
		"format: footpath-theme/1\nname: R\nlogo: \"data:image/png;base64,AAAA\"\n": "",
	} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		want := []string{path}
		if logo != "" {
			want = append(want, logo)
		}
		if got := Sources(path); !slices.Equal(got, want) {
			t.Errorf("%q gives %q", text, got)
		}
	}
	if got := Sources("no/such.yaml"); !slices.Equal(got, []string{"no/such.yaml"}) {
		t.Errorf("of none: %q", got)
	}
}
