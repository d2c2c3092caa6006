package settings

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestANewcomerHasNoSettingsAndNoError(t *testing.T) {
	s, err := Read(filepath.Join(t.TempDir(), "none", "settings.yaml"))
	if err != nil || s.Theme != "" || s.Width != 0 {
		t.Errorf("got %+v, %v", s, err)
	}
}

func TestWhatIsWrittenIsReadAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "folder", "settings.yaml")
	rapid.Check(t, func(t *rapid.T) {
		want := Settings{
			Theme:        rapid.String().Draw(t, "theme"),
			Language:     rapid.SampledFrom([]string{"", "de", "en-GB", "no", "y"}).Draw(t, "language"),
			TextSize:     rapid.IntRange(0, 300).Draw(t, "text size"),
			EnterBreaks:  rapid.Bool().Draw(t, "enter breaks"),
			AtHome:       rapid.Bool().Draw(t, "at home"),
			Width:        rapid.IntRange(0, 1<<20).Draw(t, "width"),
			Height:       rapid.IntRange(0, 1<<20).Draw(t, "height"),
			LastMap:      rapid.SampledFrom([]string{"", "0123456789012345", "1e10000000000000"}).Draw(t, "map"),
			ExportFolder: rapid.StringN(0, 40, 200).Draw(t, "folder"),
			RecentFiles:  rapid.SliceOfN(rapid.StringN(0, 20, 60), 0, 3).Draw(t, "files"),
		}
		if err := Write(path, want); err != nil {
			t.Fatal(err)
		}
		got, err := Read(path)
		if err != nil {
			data, _ := os.ReadFile(path)
			t.Fatalf("%v\n%s", err, data)
		}
		got.kept = nil
		if !got.Same(want) {
			t.Fatalf("got %+v, want %+v", got, want)
		}
	})
}

func TestWhatALaterVersionWroteStays(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settings.yaml")
	if err := os.WriteFile(path, []byte("theme: dark\ncrew:\n  - name: Ada\n    seats: 2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := Read(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, theme := range []string{"light", ""} {
		s.Theme = theme
		if err := Write(path, s); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(data), "name: Ada") || !strings.Contains(string(data), "seats: 2") {
			t.Errorf("the crew is gone:\n%s", data)
		}
	}
	if s, err := Read(path); err != nil || s.Theme != "" {
		t.Errorf("got %+v, %v", s, err)
	}
}

func TestABadFileGivesASentenceAndANewcomersSettings(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settings.yaml")
	for _, text := range []string{"theme: [", "- 1\n- 2\n", "width: wide\n", strings.Repeat("x", maxFile+1), "\x00"} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Read(path)
		if err == nil || !strings.Contains(err.Error(), "could not be understood") {
			t.Errorf("%.20q gave %v", text, err)
		}
		if !s.Same(Settings{}) {
			t.Errorf("%.20q gave %+v", text, s)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("theme: dark\nwidth: 1440\nlater: {a: [1, 2]}\n"))
	f.Add([]byte("theme: &a [*a]\n"))
	f.Add([]byte("? {x: 1}\n: y\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := decode(data)
		if err != nil {
			return
		}
		if _, err := encode(s); err != nil {
			t.Errorf("what was read cannot be written: %v", err)
		}
	})
}
