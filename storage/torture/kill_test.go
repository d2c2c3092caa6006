package torture

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// somebody starts the test program again, to work on a library.
func somebody(work, path string, env ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Env = append(append(os.Environ(), envWork+"="+work, envLibrary+"="+path), env...)
	return cmd
}

// promises are what a child has said.
type promises struct {
	saved  int
	made   []string
	moved  string
	failed string
	open   bool
}

func (p *promises) hear(line string) {
	verb, rest, _ := strings.Cut(line, " ")
	switch verb {
	case "open":
		p.open = true
	case "saved":
		_, _ = fmt.Sscan(rest, &p.saved)
	case "made":
		p.made = append(p.made, rest)
	case "moved":
		p.moved = rest
	case "failed":
		p.failed = rest
	}
}

// A child types and says each change that is saved; it is killed at random. Whatever it said is there, and the library opens.
func TestKilledAtRandomNothingSavedIsLost(t *testing.T) {
	c := tally{Test: "Kill", Rounds: rounds(12, 500)}
	random := rand.New(rand.NewPCG(1, 2))
	path, others := "", []string(nil)
	before := 0
	for round := range c.Rounds {
		if round%25 == 0 { // a fresh one: its first moments are killed, too
			path, others, before = filepath.Join(scratch(t), "library.db"), nil, 0
		}
		said := killed(t, path, time.Duration(random.IntN(40))*time.Millisecond)
		c.bad(&c.Crashed, truth(said.failed != ""), "round %d: the child says %q", round, said.failed)
		said.saved = max(said.saved, before)
		others = append(others, said.made...)
		c.Saved += said.saved - before
		f := look(path, others)
		switch {
		case f.err != nil:
			c.bad(&c.Lost, max(1, said.saved), "round %d: %v", round, f.err)
		case !f.right:
			c.bad(&c.Silent, 1, "round %d: the map does not say what it must after %d changes", round, f.changes)
		case f.changes < said.saved:
			c.bad(&c.Lost, said.saved-f.changes, "round %d: %d changes of %d that were said to be saved", round, f.changes, said.saved)
		}
		c.Back += truth(f.back)
		before = f.changes
	}
	c.end(t)
}

// killed has a child type for a time after it has opened the library.
func killed(t *testing.T, path string, after time.Duration) (said promises) {
	t.Helper()
	cmd := somebody("type", path)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		said.hear(lines.Text())
		if said.open && after >= 0 {
			time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
			after = -1
		}
	}
	_ = cmd.Wait() // it was killed
	return said
}

func firstLine(b []byte) string {
	line, _, _ := strings.Cut(string(b), "\n")
	return line
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}
