package torture

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"
)

// What the tests read from their surroundings. `make test` sets none of it.
const (
	envLong   = "TORTURE_LONG"   // anything: full length
	envBroken = "TORTURE_BROKEN" // how this build was broken on purpose: then the tests must find losses
	envTable  = "TORTURE_TABLE"  // a file that gets a line for each result
)

func TestMain(m *testing.M) {
	if work := os.Getenv(envWork); work != "" {
		child(work)
		return
	}
	os.Exit(m.Run())
}

// rounds is how often something is done: in the short form, at full length, or often enough for a broken build to show itself.
func rounds(short, long int) int {
	switch {
	case os.Getenv(envLong) != "":
		return long
	case os.Getenv(envBroken) != "":
		return min(6*short, long)
	}
	return short
}

// tally is what a test counted.
type tally struct {
	Test   string `json:"test"`
	Build  string `json:"build"`
	Rounds int    `json:"rounds"`
	// Saved is how many changes were said to be saved, Lost how many of them were not there afterwards.
	Saved int `json:"saved"`
	Lost  int `json:"lost"`
	// Crashed, Hung and Silent are rounds that ended in a crash, not in time, or with other words than were written and nothing
	// told.
	Crashed int `json:"crashed"`
	Hung    int `json:"hung"`
	Silent  int `json:"silent"`
	// Back is how many rounds needed the journal, a backup or a repair to have everything back.
	Back int `json:"back"`

	examples []string
}

// bad notes what went wrong, the first few in words.
func (c *tally) bad(count *int, n int, format string, a ...any) {
	if n == 0 {
		return
	}
	if *count += n; len(c.examples) < 5 {
		c.examples = append(c.examples, fmt.Sprintf(format, a...))
	}
}

// end judges: a sound build must have lost nothing, a broken one something.
func (c *tally) end(t *testing.T) {
	t.Helper()
	wrong := c.Lost + c.Crashed + c.Hung + c.Silent
	c.Build = "sound"
	if broken := os.Getenv(envBroken); broken != "" {
		if c.Build = broken; wrong == 0 {
			t.Errorf("a build with %s lost nothing in %d rounds: this test sees nothing", broken, c.Rounds)
		}
	} else if wrong > 0 {
		t.Errorf("%+v", *c)
	}
	for _, e := range c.examples {
		t.Log(e)
	}
	t.Logf("%d rounds, %d changes saved: %d lost, %d crashes, %d hangs, %d silent changes; %d rounds needed journal, backup or repair",
		c.Rounds, c.Saved, c.Lost, c.Crashed, c.Hung, c.Silent, c.Back)
	path := os.Getenv(envTable)
	if path == "" {
		return
	}
	line, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	file, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fmt.Fprintf(file, "%s\n", line); err != nil {
		t.Error(err)
	}
	if err := file.Close(); err != nil {
		t.Error(err)
	}
}

// scratch is a directory of the test's own: in memory where the system has a place for that, since nothing here depends on a real
// disk but the syncs that are counted.
func scratch(t *testing.T) string {
	t.Helper()
	const memory = "/dev/shm"
	if info, err := os.Stat(memory); err != nil || !info.IsDir() {
		return t.TempDir()
	}
	dir, err := os.MkdirTemp(memory, "footpath-torture-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}
