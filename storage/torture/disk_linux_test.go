package torture

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// livedIn is after how many changes a library's next 24 have a part of its past sealed.
const livedIn = 62

// onDisk has a child type, in a library with a number of changes, on a disk that does something to it, and counts what is lost.
func (c *tally) onDisk(t *testing.T, before int, name string, env ...string) (calls map[eventKind]int) {
	t.Helper()
	dir := scratch(t)
	path, tapePath := filepath.Join(dir, "library.db"), filepath.Join(dir, "tape")
	if err := os.Mkdir(filepath.Join(dir, "refuge"), 0o700); err != nil {
		t.Fatal(err)
	}
	if before > 0 {
		if err := typing(path, before, func(string) {}); err != nil {
			t.Fatal(err)
		}
	}
	out, err := somebody("tape", path, append(env, envCount+"=24", envTape+"="+tapePath)...).CombinedOutput()
	calls = map[eventKind]int{}
	var said promises
	for _, e := range mustReadTape(t, tapePath) {
		calls[e.Kind]++
		if e.Kind == evSaid {
			said.hear(string(e.Bytes))
		}
	}
	c.Rounds++
	c.Saved += said.saved
	if bytes.Contains(out, []byte("goroutine ")) {
		c.bad(&c.Crashed, 1, "%s: %v, %s", name, err, firstLine(out))
	}
	if err := os.Chmod(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	f := look(path, said.made)
	c.Back += truth(f.back)
	switch {
	case f.err != nil:
		c.bad(&c.Lost, max(1, said.saved), "%s: %v", name, f.err)
	case !f.right:
		c.bad(&c.Silent, 1, "%s: the map does not say what it must after %d changes", name, f.changes)
	case f.changes < said.saved:
		c.bad(&c.Lost, said.saved-f.changes, "%s: %d changes of %d", name, f.changes, said.saved)
	}
	return calls
}

// Each sync in turn fails, each write in turn finds the disk full or fails; the library is moved, deleted, replaced or cut while
// it is open, or its directory can only be read. Whatever was said to be saved is there at the next start.
func TestADiskThatFailsLosesNothingSaved(t *testing.T) {
	c := tally{Test: "Disk"}
	step := max(1, 17/rounds(1, 17)) // each call in turn at full length
	for _, before := range []int{0, livedIn} {
		calls := c.onDisk(t, before, "a sound disk")
		for _, f := range []struct {
			what  string
			kind  eventKind
			errno syscall.Errno
		}{
			{"sync", evSync, syscall.EIO}, {"write", evWrite, syscall.ENOSPC}, {"write", evWrite, syscall.EIO}, {"cut", evCut, syscall.ENOSPC},
		} {
			for n := 1; n <= calls[f.kind]; n += step {
				name := fmt.Sprintf("after %d changes, %s %d: %v", before, f.what, n, f.errno)
				c.onDisk(t, before, name, fmt.Sprintf("%s=%s %d %d", envFault, f.what, n, int(f.errno)))
			}
		}
	}
	for _, midway := range []string{"move", "delete", "replace", "cut", "delete all", "read-only"} {
		c.onDisk(t, 0, midway, envMidway+"="+midway)
	}
	c.end(t)
}
