package command_test

import (
	"bufio"
	"bytes"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"footpath/app/command"
)

// follower is an export that goes on, line by line.
type follower struct {
	t     *testing.T
	lines chan string
	code  chan int
}

// follow starts an export with --watch.
func follow(t *testing.T, args ...string) *follower {
	t.Helper()
	read, write := io.Pipe()
	f := &follower{t, make(chan string, 64), make(chan int, 1)}
	go func() {
		var out bytes.Buffer
		f.code <- command.Run(append([]string{"export", "--watch"}, args...), command.Params{
			Streams: command.Streams{In: strings.NewReader(""), Out: &out, Err: write}, Version: "test",
		})
		_ = write.Close()
	}()
	go func() {
		defer close(f.lines)
		for s := bufio.NewScanner(read); s.Scan(); {
			f.lines <- s.Text()
		}
	}()
	return f
}

// says waits for a line that holds words.
func (f *follower) says(words string) {
	f.t.Helper()
	for {
		select {
		case line, open := <-f.lines:
			if !open {
				f.t.Fatalf("it ended before it said %q", words)
			}
			if strings.Contains(line, words) {
				return
			}
		case <-time.After(time.Minute): // an end to waiting, not a promise of speed
			f.t.Fatalf("it never said %q", words)
		}
	}
}

func TestAWatchedFileIsExportedAnewHoweverItIsSaved(t *testing.T) {
	folder := t.TempDir()
	file, out := filepath.Join(folder, "map.journey.yaml"), filepath.Join(folder, "map.svg")
	save := func(path, title string) {
		if err := os.WriteFile(path, []byte("format: footpath/1\ntitle: "+title+"\nstages:\n  - name: Only\n    tasks: [One]\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	holds := func(words string) {
		t.Helper()
		data, err := os.ReadFile(out)
		if err != nil || !strings.Contains(string(data), words) {
			t.Fatalf("the page does not say %q (%v)", words, err)
		}
	}
	save(file, "The first words")
	f := follow(t, file, "-o", out)
	f.says("map.svg is written")
	holds("The first words")

	save(file, "Written over")
	f.says("map.svg is written")
	holds("Written over")

	other := filepath.Join(folder, ".map.tmp")
	save(other, "Put in its place")
	if err := os.Rename(other, file); err != nil {
		t.Fatal(err)
	}
	f.says("map.svg is written")
	holds("Put in its place")

	if err := os.WriteFile(file, []byte("format: footpath/1\ntitel: A slip\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	f.says("map.journey.yaml:2:1:")
	holds("Put in its place")

	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	save(file, "Mended and back")
	f.says("map.svg is written")
	holds("Mended and back")

	f.interrupt()
}

func TestAWatchedPageFollowsItsThemeAndLogo(t *testing.T) {
	folder := t.TempDir()
	at := func(name string) string { return filepath.Join(folder, name) }
	if err := os.Mkdir(at("look"), 0o700); err != nil {
		t.Fatal(err)
	}
	save := func(name string, data []byte) {
		t.Helper()
		if err := os.WriteFile(at(name+".tmp"), data, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(at(name+".tmp"), at(name)); err != nil {
			t.Fatal(err)
		}
	}
	look := func(words, logo string) {
		save("look/river.yaml", []byte("format: footpath-theme/1\nname: River\nconfidentiality: "+words+"\nlogo: "+logo+"\n"))
	}
	logo := func(width int) []byte {
		var out bytes.Buffer
		if err := png.Encode(&out, image.NewGray(image.Rect(0, 0, width, 10))); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	page := func() string {
		t.Helper()
		data, err := os.ReadFile(at("map.svg"))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	save("map.journey.yaml", []byte("format: footpath/1\ntitle: A map\nstages:\n  - name: Only\n    tasks: [One]\n"))
	look("For you", "logo.png") // which is not there yet
	f := follow(t, at("map.journey.yaml"), "-o", at("map.svg"), "--theme", at("look/river.yaml"))
	f.says("there is no such file")

	save("look/logo.png", logo(40))
	f.says("map.svg is written")
	first := page()
	if !strings.Contains(first, "For you") || !strings.Contains(first, "data:image/png") {
		t.Error("the page has not the theme's words and logo")
	}

	save("look/logo.png", logo(20))
	f.says("map.svg is written")
	if page() == first {
		t.Error("another logo makes the same page")
	}

	look("For nobody", "logo.png")
	f.says("map.svg is written")
	if !strings.Contains(page(), "For nobody") {
		t.Error("the theme's new words are not on the page")
	}

	look("For nobody", "other.png")
	f.says("there is no such file")
	save("look/other.png", logo(30))
	f.says("map.svg is written")

	save("map.journey.yaml", []byte("format: footpath/1\ntitle: Another\nstages:\n  - name: Only\n    tasks: [One]\n"))
	f.says("map.svg is written")
	f.interrupt()
}

// interrupt ends it as Ctrl+C does.
func (f *follower) interrupt() {
	f.t.Helper()
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		f.t.Fatal(err)
	}
	if err := self.Signal(syscall.SIGTERM); err != nil {
		f.t.Fatal(err)
	}
	for range f.lines { // until it has ended
	}
	if code := <-f.code; code != 0 {
		f.t.Errorf("interrupted, it ended with %d", code)
	}
}

func TestOnlyAFileIsWatchedAndOnlyIntoAFile(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "map.journey.yaml")
	if err := os.WriteFile(file, []byte("title: A\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	there := filepath.Join(folder, "there.pdf")
	if err := os.WriteFile(there, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		code int
	}{
		{[]string{"A map of the library", "-o", filepath.Join(folder, "a.pdf")}, command.ExitUsage},
		{[]string{file, "-o", "-", "-f", "pdf"}, command.ExitUsage},
		{[]string{file, "-o", there}, command.ExitRefused},
		{[]string{file, "-o", file, "--force"}, command.ExitUsage},
		{[]string{filepath.Join(folder, "no.yaml"), "-o", filepath.Join(folder, "a.pdf")}, command.ExitIO},
		{[]string{filepath.Join(folder, "no", "such.yaml"), "-o", filepath.Join(folder, "a.pdf")}, command.ExitIO},
	} {
		if _, words, code := run(append([]string{"export", "--watch"}, c.args...)...); code != c.code {
			t.Errorf("%q ended with %d, not %d: %s", c.args, code, c.code, words)
		}
	}
}
