//go:build window

package windowtest

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"footpath/app/desktop/play"
	"footpath/mapmodel"
)

// TestALibraryCutInHalfOpensWithEveryWord types, ends the program (once as a person does, once by force), cuts the library's file in
// half and starts the program again: the map is there as it was left, and the damaged file is kept.
func TestALibraryCutInHalfOpensWithEveryWord(t *testing.T) {
	for _, c := range []struct {
		name string
		end  func(*program)
	}{{"closed", (*program).close}, {"killed", (*program).kill}} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			p := open(t, dir)
			p.play(8).Cell("Website", "tasks").Type("Typed before the disk went bad").Press(play.Enter)
			p.until("the words are saved", func() bool { return begins(traced(t, p.trace()), "Typed before the disk went bad") })
			c.end(p)
			was := p.exported()
			halve(t, p.library())

			p = open(t, dir)
			p.kill()
			if got := p.exported(); !mapmodel.Equal(was, got) {
				t.Error("the map is not as it was left")
			}
			if kept, err := filepath.Glob(p.library() + ".damaged-*"); err != nil || len(kept) != 1 {
				t.Errorf("the damaged file is kept as %q, %v", kept, err)
			}
		})
	}
}

// halve cuts a file in half, but for the room to grow at its end.
func halve(t *testing.T, path string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err == nil {
		err = os.Truncate(path, int64(len(bytes.TrimRight(data, "\x00")))/2)
	}
	if err != nil {
		t.Fatal(err)
	}
}
