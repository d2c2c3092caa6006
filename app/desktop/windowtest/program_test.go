//go:build window

package windowtest

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/png" // a picture of the window is one
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"footpath/app/desktop/play"
	"footpath/mapmodel"
	"footpath/storage/journey"
)

// sample is the map that the scenes play on, from this folder.
const sample = "../../../assets/maps/renewing-a-licence.journey.yaml"

// patience is how long anything may take before the test gives up: not a
// promise of speed, but an end to waiting.
const patience = time.Minute

// program is a running editor.
type program struct {
	t      *testing.T
	cmd    *exec.Cmd
	ended  chan error
	dir    string
	window string
	words  bytes.Buffer
}

// binary is the program under test.
func binary(t *testing.T) string {
	t.Helper()
	path := os.Getenv("FOOTPATH_BIN")
	if path == "" || os.Getenv("DISPLAY") == "" {
		t.Fatal("these tests need the program in FOOTPATH_BIN and a display: run `make window`")
	}
	return path
}

func (p *program) library() string { return filepath.Join(p.dir, "library.db") }
func (p *program) trace() string   { return filepath.Join(p.dir, "trace") }

// open starts the editor on the sample, with a library in dir, and waits until
// its window is painted.
func open(t *testing.T, dir string) *program {
	t.Helper()
	return start(t, dir, sample)
}

// start starts the editor on what it is given, with a library and a home in
// dir, and waits until its window is painted.
func start(t *testing.T, dir string, args ...string) *program {
	t.Helper()
	p := &program{t: t, dir: dir, ended: make(chan error, 1)}
	p.cmd = exec.Command(binary(t), append([]string{"--library", p.library()}, args...)...)
	p.cmd.Env = append(os.Environ(), "FOOTPATH_TRACE="+p.trace(), "HOME="+dir, "XDG_CONFIG_HOME="+filepath.Join(dir, "config")) // no test has the settings of another
	p.cmd.Stdout, p.cmd.Stderr = &p.words, &p.words
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { p.ended <- p.cmd.Wait() }()
	t.Cleanup(func() {
		if t.Failed() {
			p.picture("failed-" + t.Name())
			t.Logf("the program said: %s", p.words.String())
		}
		_ = p.cmd.Process.Kill() // mostly it has ended by itself
	})
	p.until("its window is on the screen", func() bool {
		out, err := exec.Command("xdotool", "search", "--onlyvisible", "--pid", strconv.Itoa(p.cmd.Process.Pid)).Output()
		found := strings.Fields(string(out))
		if err != nil || len(found) == 0 {
			return false
		}
		p.window = found[len(found)-1]
		return true
	})
	p.until("its window is painted", func() bool { return p.colours() >= 64 })
	if err := (&hands{}).run("windowfocus", "--sync", p.window); err != nil {
		t.Fatal(err)
	}
	return p
}

// until polls; the program must not end meanwhile.
func (p *program) until(what string, done func() bool) {
	p.t.Helper()
	for end := time.Now().Add(patience); !done(); {
		select {
		case err := <-p.ended:
			p.ended <- err
			p.t.Fatalf("the program ended before %s: %v: %s", what, err, p.words.String())
		default:
		}
		if time.Now().After(end) {
			p.t.Fatalf("waited in vain: %s", what)
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// colours counts the colours of the window, up to a few hundred: an empty
// window has a handful.
func (p *program) colours() int {
	out, err := exec.Command("import", "-silent", "-window", p.window, "png:-").Output()
	if err != nil {
		return 0
	}
	img, _, err := image.Decode(bytes.NewReader(out))
	if err != nil {
		return 0
	}
	seen := map[[3]uint32]bool{}
	for y := img.Bounds().Min.Y; y < img.Bounds().Max.Y; y += 3 {
		for x := img.Bounds().Min.X; x < img.Bounds().Max.X && len(seen) < 300; x += 3 {
			r, g, b, _ := img.At(x, y).RGBA()
			seen[[3]uint32{r, g, b}] = true
		}
	}
	return len(seen)
}

// picture keeps what the window shows, for whoever looks into a failure.
func (p *program) picture(name string) {
	path := filepath.Join("..", "..", "..", "build", strings.ReplaceAll(name, "/", "-")+".png")
	if err := exec.Command("import", "-silent", "-window", "root", path).Run(); err != nil {
		p.t.Logf("no picture: %v", err)
	}
}

// play gives the window's vocabulary; the map is the sample's, whose stages and
// lanes no scene alters.
func (p *program) play(pause int) *play.Window {
	p.t.Helper()
	data, err := os.ReadFile(sample)
	if err != nil {
		p.t.Fatal(err)
	}
	m, mistakes := journey.Read(data, mapmodel.NewSeededSource(1))
	if len(mistakes) > 0 {
		p.t.Fatal(mistakes)
	}
	return &play.Window{T: p.t, Hands: &hands{window: p.window, pause: pause}, Map: func() *mapmodel.Map { return m }}
}

// close closes the window as a person does and waits for the program's end.
func (p *program) close() {
	p.t.Helper()
	if err := (&hands{}).run("key", "alt+F4"); err != nil {
		p.t.Fatal(err)
	}
	p.untilEnded()
}

// kill ends the program at once, without a word of warning.
func (p *program) kill() {
	p.t.Helper()
	if err := p.cmd.Process.Signal(syscall.SIGKILL); err != nil && !errors.Is(err, os.ErrProcessDone) {
		p.t.Fatal(err)
	}
	if err := <-p.ended; err == nil {
		p.t.Fatal("the program ended by itself before it could be killed")
	}
	p.ended <- nil
}

// export writes the sample's map of the library in a format and gives the path.
func (p *program) export(format string) string {
	p.t.Helper()
	out := filepath.Join(p.dir, fmt.Sprintf("map-%d.%s", time.Now().UnixNano(), format))
	words, err := exec.Command(binary(p.t), "--library", p.library(), "export", "Renewing a driving licence", "-f", format, "-o", out).CombinedOutput()
	if err != nil {
		p.t.Fatalf("export: %v: %s", err, words)
	}
	return out
}

// exported is the sample's map as the library has it.
func (p *program) exported() *mapmodel.Map {
	p.t.Helper()
	data, err := os.ReadFile(p.export("yaml"))
	if err != nil {
		p.t.Fatal(err)
	}
	m, mistakes := journey.Read(data, mapmodel.NewSeededSource(1))
	if len(mistakes) > 0 {
		p.t.Fatal(mistakes)
	}
	return m
}
