//go:build !nogui

package desktop

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write docs/keys.md anew")

func TestThePageOfKeysSaysWhatTheKeysDo(t *testing.T) {
	s := newStage(t).start()
	var page strings.Builder
	page.WriteString("# Keys\n\n" +
		"Everything Footpath does can be done by keyboard. F1 shows these keys in the window, and Ctrl+K finds every command by its name.\n" +
		"On a Mac, Ctrl is Cmd and Alt is Option.\n\n" +
		"This page is written from the program's own table: `go test ./app/desktop -update`.\n")
	for _, g := range s.keyGroups() {
		page.WriteString("\n## " + g.title + "\n\n| what | keys |\n|---|---|\n")
		for _, line := range g.lines {
			page.WriteString("| " + line.what + " | " + line.how + strings.Join(line.keys, " · ") + " |\n")
		}
	}
	file := filepath.Join("..", "..", "docs", "keys.md")
	if *update {
		if err := os.WriteFile(file, []byte(page.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	was, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(was) != page.String() {
		t.Error("docs/keys.md does not say what the keys do now: go test ./app/desktop -update")
	}
}
