package bolt

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"footpath/storage/engine"
)

// The test program started again with these variables is another program that works on a library.
const (
	childWork    = "FOOTPATH_BOLT_CHILD"
	childLibrary = "FOOTPATH_BOLT_LIBRARY"
)

func TestMain(m *testing.M) {
	switch path := os.Getenv(childLibrary); os.Getenv(childWork) {
	case "":
		os.Exit(m.Run())
	case "hold":
		hold(path)
	case "open":
		_, err := Open(path, Options{})
		fmt.Println(err)
	case "commit":
		commitForEver(path)
	}
}

// hold opens the library, says so, and keeps it until its input ends.
func hold(path string) {
	store, err := Open(path, Options{Program: "Footpath"})
	fmt.Println(err)
	_, _ = io.Copy(io.Discard, os.Stdin)
	if err == nil {
		fmt.Println(store.Close())
	}
}

// commitForEver says each revision once it is committed.
func commitForEver(path string) {
	store, err := Open(path, Options{})
	for n := 0; err == nil; n++ {
		var revision uint64
		if revision, err = store.Commit([]engine.Op{put(fmt.Sprintf("%06d", n), strings.Repeat("x", n%3000))}); err == nil {
			fmt.Println(revision)
		}
	}
	fmt.Println(err)
}

// child is another program.
type child struct {
	*exec.Cmd
	in  io.WriteCloser
	out *bufio.Scanner
}

func startChild(t *testing.T, work, library string) *child {
	t.Helper()
	c := &child{Cmd: exec.Command(os.Args[0])}
	c.Env = append(os.Environ(), childWork+"="+work, childLibrary+"="+library)
	c.Stderr = os.Stderr
	var err error
	if c.in, err = c.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	c.out = bufio.NewScanner(out)
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Process.Kill(); _ = c.Wait() })
	return c
}

func (c *child) line(t *testing.T) string {
	t.Helper()
	if !c.out.Scan() {
		t.Fatalf("the other program ended: %v", c.out.Err())
	}
	return c.out.Text()
}

func TestASecondOpenerIsToldWhoHoldsTheLibrary(t *testing.T) {
	t.Parallel() // it mostly waits
	path := filepath.Join(t.TempDir(), "library.db")
	store, err := Open(path, Options{Program: "Footpath"})
	if err != nil {
		t.Fatal(err)
	}
	want := fmt.Sprintf("the library %s is open in Footpath (process %d)", path, os.Getpid())

	_, err = Open(path, Options{Program: "Second"})
	var locked *engine.LockedError
	if !errors.As(err, &locked) || !errors.Is(err, engine.ErrLocked) || locked.Program != "Footpath" || locked.PID != os.Getpid() {
		t.Errorf("in this program: %v", err)
	} else if err.Error() != want {
		t.Errorf("in this program: %q, want %q", err, want)
	}
	if got := startChild(t, "open", path).line(t); got != want {
		t.Errorf("in another program: %q, want %q", got, want)
	}

	mustCommit(t, store, put("k", "v")) // undisturbed
	mustClose(t, store)
	if got := startChild(t, "open", path).line(t); got != "<nil>" {
		t.Errorf("after closing: %q", got)
	}
}

func TestALibraryHeldByAnotherProgramNamesItAndIsFreeOnceThatEnds(t *testing.T) {
	t.Parallel() // it mostly waits
	path := filepath.Join(t.TempDir(), "library.db")
	holder := startChild(t, "hold", path)
	if got := holder.line(t); got != "<nil>" {
		t.Fatal(got)
	}
	_, err := Open(path, Options{})
	if want := fmt.Sprintf("the library %s is open in Footpath (process %d)", path, holder.Process.Pid); err == nil || err.Error() != want {
		t.Errorf("%v, want %q", err, want)
	}
	if err := holder.in.Close(); err != nil {
		t.Fatal(err)
	}
	if got := holder.line(t); got != "<nil>" {
		t.Fatal(got)
	}
	mustClose(t, mustOpen(t, path))
}

func TestAnOpenersPatienceEndsWithinASecond(t *testing.T) {
	if Wait+makeWait >= time.Second {
		t.Errorf("it waits %v", Wait+makeWait)
	}
}

func TestANoteThatCannotBeBelievedNamesNobody(t *testing.T) {
	t.Parallel() // it mostly waits
	dead := startChild(t, "none", "")
	if err := dead.Wait(); err != nil {
		t.Fatal(err)
	}
	stale, err := json.Marshal(owner{Program: "Footpath", PID: dead.Process.Pid})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "library.db")
	store := mustOpen(t, path)
	for name, note := range map[string]string{"none": "", "of a dead program": string(stale), "garbage": "\x00{", "without number": `{"program":"Footpath"}`} {
		if err := os.WriteFile(path+noteSuffix, []byte(note), 0o600); err != nil {
			t.Fatal(err)
		}
		if note == "" {
			if err := os.Remove(path + noteSuffix); err != nil {
				t.Fatal(err)
			}
		}
		_, err := Open(path, Options{})
		if want := "the library " + path + " is open in another program"; err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %q", name, err, want)
		}
	}
	mustClose(t, store)
}

// A killed program's last words are checked against what it left: each revision it named is there.
func TestWhatAKilledProgramCommittedIsThere(t *testing.T) {
	t.Parallel() // it mostly waits
	path := filepath.Join(t.TempDir(), "library.db")
	for round := range 6 {
		c := startChild(t, "commit", path)
		said := uint64(0)
		for range 3 + round*7 {
			revision, err := strconv.ParseUint(c.line(t), 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			said = revision
		}
		if err := c.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		for c.out.Scan() { // what it said before it died
			if revision, err := strconv.ParseUint(c.out.Text(), 10, 64); err == nil {
				said = revision
			}
		}
		_ = c.Wait()
		store := mustOpen(t, path)
		if got := store.Revision(); got < said || got > said+1 {
			t.Errorf("round %d: revision %d, it said %d", round, got, said)
		}
		if _, err := contents(store); err != nil {
			t.Errorf("round %d: %v", round, err)
		}
		mustClose(t, store)
	}
}
