//go:build window

package windowtest

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestATerminatedEditorKeepsWhatWasBeingTyped ends the program as the end of a desktop session does, in the middle of a word. (That
// the last letters are kept, too, a test without a display shows: here nobody can say when they have arrived.)
func TestATerminatedEditorKeepsWhatWasBeingTyped(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP} {
		t.Run(signal.String(), func(t *testing.T) {
			p := open(t, t.TempDir())
			p.play(8).Cell("Website", "tasks").Type("In the middle of a wor")
			p.until("the letters have arrived", func() bool { return begins(traced(t, p.trace()), "In the middle of a wor") })
			if err := p.cmd.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			select {
			case err := <-p.ended:
				p.ended <- err
				if err != nil {
					t.Fatalf("it ended badly: %v: %s", err, p.words.String())
				}
			case <-time.After(patience):
				t.Fatal("it did not end")
			}
			var texts []string
			for card := range p.exported().Cards() {
				texts = append(texts, card.Text)
			}
			if !begins(texts, "In the middle of a wor") {
				t.Errorf("the word is lost; there are %q", texts)
			}
		})
	}
}

// TestASecondEditorIsToldWhoHasTheLibrary opens a library that a window has open.
func TestASecondEditorIsToldWhoHasTheLibrary(t *testing.T) {
	p := open(t, t.TempDir())
	var words bytes.Buffer
	second := exec.Command(binary(t), "--library", p.library())
	second.Env, second.Stderr = os.Environ(), &words
	ended := make(chan error, 1)
	if err := second.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { ended <- second.Wait() }()
	select {
	case err := <-ended:
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != 3 {
			t.Errorf("it ended with %v, want exit code 3", err)
		}
	case <-time.After(patience):
		_ = second.Process.Kill() // it has failed the test already
		t.Fatal("it did not end")
	}
	if want := fmt.Sprintf("open in footpath (process %d)", p.cmd.Process.Pid); !strings.Contains(words.String(), want) {
		t.Errorf("it says %q, which does not name who holds the library: %q", words.String(), want)
	}
	p.close()
}
