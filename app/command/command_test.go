package command_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"footpath/app/command"
	"footpath/assets/maps"
	"footpath/assets/templates"
	"footpath/storage/library"

	"github.com/rogpeppe/go-internal/testscript"
)

// run runs one command line and gives what it printed and its exit code.
func run(args ...string) (out, words string, code int) {
	var stdout, stderr bytes.Buffer
	code = command.Run(args, command.Params{Streams: command.Streams{In: strings.NewReader(""), Out: &stdout, Err: &stderr}, Version: "test"})
	return stdout.String(), stderr.String(), code
}

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"footpath": func() {
			os.Exit(command.Run(os.Args[1:], command.Params{
				Streams: command.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}, Version: "test",
			}))
		},
		peakCommand: runPeak,
	})
}

// TestTheCommandLineDoesWhatItsScriptsTell runs testdata/*.txtar: each is one
// story. "exits N footpath …" runs a command that must end with exit code N;
// the sample maps and a blank one lie in $WORK.
func TestTheCommandLineDoesWhatItsScriptsTell(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			env.Setenv("XDG_DATA_HOME", filepath.Join(env.WorkDir, "data"))
			for _, sample := range maps.All() {
				if err := os.WriteFile(filepath.Join(env.WorkDir, sample.Name), sample.Data, 0o600); err != nil {
					return err
				}
			}
			blank, err := templates.File("blank", "en")
			if err != nil {
				return err
			}
			return os.WriteFile(filepath.Join(env.WorkDir, "blank.journey.yaml"), blank, 0o600)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits,
			"edit":  edit,
			"glob":  glob,
			"halve": halve,
		},
	})
}

// exits runs a command and checks its exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND ...")
	}
	err := ts.Exec(args[1], args[2:]...)
	code := "0"
	if err != nil {
		code = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if code != args[0] {
		ts.Fatalf("%s ended with %s, want %s", strings.Join(args[1:], " "), code, args[0])
	}
}

// glob checks how many files a pattern names.
func glob(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: glob PATTERN COUNT")
	}
	found, err := filepath.Glob(ts.MkAbs(args[0]))
	ts.Check(err)
	if strconv.Itoa(len(found)) != args[1] {
		ts.Fatalf("%s names %q, want %s", args[0], found, args[1])
	}
}

// halve cuts a file in half, but for the room to grow at its end.
func halve(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: halve FILE")
	}
	data, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), int64(len(bytes.TrimRight(data, "\x00"))/2)))
}

// edit writes a file with a text replaced, once, in another.
func edit(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 4 {
		ts.Fatalf("usage: edit FROM TO OLD NEW")
	}
	text := ts.ReadFile(args[0])
	if !strings.Contains(text, args[2]) {
		ts.Fatalf("%s does not hold %q", args[0], args[2])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(strings.Replace(text, args[2], args[3], 1)), 0o600))
}

func TestASecondOpenerIsToldWhoHoldsTheLibrary(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	l, err := library.Open(path, library.Options{Program: "Footpath"})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	}()
	_, words, code := run("list", "--library", path)
	if code != command.ExitIO || !strings.Contains(words, "is open in Footpath") {
		t.Fatalf("exit %d: %s", code, words)
	}
}

func TestAFullDiskGetsASentenceAndLeavesNothingHalfDone(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Log("this system has no /dev/full; standard output stands in for the disk")
		return
	}
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = full.Close() }()
	sample := filepath.Join(t.TempDir(), "map.journey.yaml")
	if err := os.WriteFile(sample, maps.All()[0].Data, 0o600); err != nil {
		t.Fatal(err)
	}
	var words bytes.Buffer
	code := command.Run([]string{"export", sample, "-f", "pdf", "-o", "-"}, command.Params{Streams: command.Streams{In: strings.NewReader(""), Out: full, Err: &words}})
	if code != command.ExitIO || !strings.Contains(words.String(), "standard output could not be written") {
		t.Fatalf("exit %d: %s", code, words.String())
	}
}
