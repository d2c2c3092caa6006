//go:build window

package windowtest

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"footpath/app/desktop/play"
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
			p.untilEnded()
			if all := texts(p.exported()); !begins(all, "In the middle of a wor") {
				t.Errorf("the word is lost; there are %q", all)
			}
		})
	}
}

// second starts the program beside the one that is running and gives how it ended and what it said.
func (p *program) second(args ...string) (int, string) {
	p.t.Helper()
	var said bytes.Buffer
	cmd := exec.Command(binary(p.t), append([]string{"--library", p.library()}, args...)...)
	cmd.Env, cmd.Stdout, cmd.Stderr = os.Environ(), &said, &said
	ended := make(chan error, 1)
	if err := cmd.Start(); err != nil {
		p.t.Fatal(err)
	}
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			p.t.Fatal(err)
		}
		return cmd.ProcessState.ExitCode(), said.String()
	case <-time.After(patience):
		_ = cmd.Process.Kill() // it has failed the test already
		p.t.Fatalf("%v did not end", args)
	}
	return -1, ""
}

// TestASecondStartShowsItsFileInTheFirstWindow starts the program a second time, with a file, while its window is open.
func TestASecondStartShowsItsFileInTheFirstWindow(t *testing.T) {
	p := open(t, t.TempDir())
	file := filepath.Join(p.dir, "other.journey.yaml")
	if err := os.WriteFile(file, []byte("format: footpath/1\ntitle: The other map\nstages:\n  - name: Only\n    tasks: [One card]\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, said := p.second(file); code != 0 || said != "" {
		t.Fatalf("the second start ended with %d: %s", code, said)
	}
	p.until("the first window shows the file", func() bool {
		title, err := exec.Command("xdotool", "getwindowname", p.window).Output()
		return err == nil && strings.Contains(string(title), "The other map")
	})
	// The window's map is a card away: what is typed now goes there.
	w := p.play(8)
	w.Press(play.Ctrl, play.Home).Type("Typed after").Press(play.Escape)
	p.until("the card is in the library", func() bool {
		code, said := p.second("export", "The other map", "-f", "yaml", "-o", "-")
		return code == 0 && strings.Contains(said, "Typed after")
	})
	p.close()
}

// TestCommandsWorkWhileTheWindowIsOpen uses the library from the command line beside the window that holds it.
func TestCommandsWorkWhileTheWindowIsOpen(t *testing.T) {
	p := open(t, t.TempDir())
	if code, said := p.second("new", "Made beside the window"); code != 0 {
		t.Fatalf("new ended with %d: %s", code, said)
	}
	if code, said := p.second("list"); code != 0 || !strings.Contains(said, "Made beside the window") || !strings.Contains(said, "Renewing a driving licence") {
		t.Errorf("list ended with %d: %s", code, said)
	}
	other := filepath.Join(p.dir, "other.journey.yaml")
	if err := os.WriteFile(other, []byte("format: footpath/1\ntitle: Renewed elsewhere\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, said := p.second("import", other, "--into", "Renewing a driving licence"); code != 0 {
		t.Errorf("writing a map that is open ended with %d: %s", code, said)
	}
	p.until("the window follows", func() bool {
		title, err := exec.Command("xdotool", "getwindowname", p.window).Output()
		return err == nil && strings.Contains(string(title), "Renewed elsewhere")
	})
	p.close()
}
