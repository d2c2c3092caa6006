package command_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"footpath/app/command"
	"footpath/app/formats/pagecheck"
	"footpath/assets/maps"
)

func TestOtherSoftwareFindsEveryCardOfASampleAndNothingWrong(t *testing.T) {
	for _, sample := range maps.All() {
		folder := t.TempDir()
		file, out := filepath.Join(folder, sample.Name), filepath.Join(folder, "map.pdf")
		if err := os.WriteFile(file, sample.Data, 0o600); err != nil {
			t.Fatal(err)
		}
		for _, how := range [][]string{{}, {"--paper", "A4"}, {"--paper", "A0"}} {
			args := append([]string{"export", file, "-o", out, "--force"}, how...)
			if _, words, code := run(args...); code != 0 && code != command.ExitPartly {
				t.Fatalf("%v: exit %d: %s", args, code, words)
			}
			faults, err := pagecheck.File(out)
			if err != nil {
				t.Fatal(err)
			}
			for _, fault := range faults {
				t.Errorf("%s %v: %s", sample.Name, how, fault)
			}
		}
	}
}

func TestTwoExportsHaveTheSameBytes(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "map.journey.yaml")
	if err := os.WriteFile(file, maps.All()[0].Data, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"pdf", "png", "svg", "yaml"} {
		one, words, code := run("export", file, "-f", format, "-o", "-")
		if code != 0 {
			t.Fatal(words)
		}
		two, _, _ := run("export", file, "-f", format, "-o", "-")
		if !bytes.Equal([]byte(one), []byte(two)) || one == "" {
			t.Errorf("two exports as %s differ", format)
		}
	}
}
