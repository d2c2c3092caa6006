// Command benchpeers holds our PDF against Chromium's print of an equal web
// page, in time and in bytes. scripts/bench-peers calls it.
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"footpath/app/formats"
	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/render/scene"
	"footpath/storage/journey"
)

// pairs is how often each is timed; the two take turns, so that a slow moment
// of the machine hits both.
const pairs = 5

// patience is how long all of it may take: a browser that hangs is killed.
const patience = 8 * time.Minute

func main() {
	footpath := flag.String("footpath", "build/footpath-cli", "the command line that is timed")
	chromium := flag.String("chromium", "chromium", "the browser it is held against")
	flag.Parse()
	if err := compare(*footpath, *chromium); err != nil {
		fmt.Fprintln(os.Stderr, "bench-peers:", err)
		os.Exit(1)
	}
}

func compare(footpath, chromium string) (err error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	folder, err := os.MkdirTemp("", "bench-peers")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	version, err := exec.Command(chromium, "--version").Output()
	if err != nil {
		return fmt.Errorf("%s does not say its version: %w", chromium, err)
	}
	warm, err := startBrowser(ctx, chromium, filepath.Join(folder, "warm"))
	if err != nil {
		return fmt.Errorf("%s did not start: %w", chromium, err)
	}
	defer func() { err = errors.Join(err, warm.close()) }()
	fmt.Printf("One sheet as large as the map needs, held against %s.\n", strings.TrimSpace(string(version)))
	fmt.Printf("Medians of %d pairs, taken in turn; both files hold the whole text of every card.\n\n%63s %13s\n", pairs, "footpath", "chromium")
	for _, size := range []struct{ stages, cards int }{{6, 3}, {20, 10}, {50, 20}} {
		m := mapgen.Grid(size.stages, 5, size.cards, 1)
		if err := prepared(ctx, m, footpath, chromium, warm, folder); err != nil {
			return fmt.Errorf("with %d cards: %w", m.CardCount(), err)
		}
	}
	return nil
}

// prepared writes the map and the equal web page, and holds the ways from them
// to paper against each other.
func prepared(ctx context.Context, m *mapmodel.Map, footpath, chromium string, running *browser, folder string) error {
	text, err := journey.Marshal(m)
	if err != nil {
		return err
	}
	file := filepath.Join(folder, "map.journey.yaml")
	if err := os.WriteFile(file, text, 0o600); err != nil {
		return err
	}
	sheet := scene.A3()
	sheet.Fit = scene.FitContent
	html, err := newPage(m, scene.Layout(m, scene.Print(), formats.PageWords(m), sheet)).write(folder)
	if err != nil {
		return err
	}
	url := "file://" + html
	pdf, _ := formats.Named(formats.PDF)
	ours := way{
		start: func(out string) error {
			if said, err := exec.Command(footpath, "export", file, "-o", out, "--fit", "content").CombinedOutput(); err != nil {
				return fmt.Errorf("%s: %w\n%s", footpath, err, said)
			}
			return nil
		},
		warm: func() ([]byte, error) {
			var out bytes.Buffer
			_, err := pdf.Write(&out, m, formats.Options{Fit: scene.FitContent})
			return out.Bytes(), err
		},
	}
	theirs := way{
		start: func(out string) error { return printOnce(ctx, chromium, filepath.Join(folder, "cold"), url, out) },
		warm:  func() ([]byte, error) { return running.print(url) },
	}
	return hold(m, ours, theirs, folder)
}

// way is one program's way to paper: from nothing running to a file, and from a
// program that is running to the file's bytes.
type way struct {
	start func(out string) error
	warm  func() ([]byte, error)
}

// hold times both ways of one map to paper and prints what came of it.
func hold(m *mapmodel.Map, ours, theirs way, folder string) error {
	var times [4][]time.Duration // from the start: ours, theirs; running: ours, theirs
	var files [2][]byte
	for range pairs {
		for i, w := range []way{ours, theirs} {
			out := filepath.Join(folder, fmt.Sprintf("%d.pdf", i))
			took, err := timed(func() error { return w.start(out) })
			if err != nil {
				return err
			}
			times[i] = append(times[i], took)
			if files[i], err = os.ReadFile(out); err != nil {
				return err
			}
			if err := os.Remove(out); err != nil {
				return err
			}
		}
	}
	for range pairs {
		for i, w := range []way{ours, theirs} {
			took, err := timed(func() error { _, err := w.warm(); return err })
			if err != nil {
				return err
			}
			times[2+i] = append(times[2+i], took)
		}
	}
	for i, whose := range []string{"ours", "theirs"} {
		if err := whole(m, files[i], folder); err != nil {
			return fmt.Errorf("%s: %w", whose, err)
		}
	}
	start, theirStart, running, theirRunning := median(times[0]), median(times[1]), median(times[2]), median(times[3])
	fmt.Printf("%d cards\n", m.CardCount())
	row := func(what string, us, them time.Duration) {
		fmt.Printf("  %-46s %8.1f ms %10.1f ms %8.1f × faster\n", what, ms(us), ms(them), ms(them)/ms(us))
	}
	row("program started, page made, program ended", start, theirStart)
	row("our library; their program", running, theirStart)
	row("our library; their program, running already", running, theirRunning)
	us, them := float64(len(files[0])), float64(len(files[1]))
	fmt.Printf("  %-46s %8.1f KiB %9.1f KiB %8.2f of their bytes\n\n", "the file", us/1024, them/1024, us/them)
	return nil
}

func timed(f func() error) (time.Duration, error) {
	begun := time.Now()
	err := f()
	return time.Since(begun), err
}

func median(times []time.Duration) time.Duration {
	slices.Sort(times)
	return times[len(times)/2]
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// whole tells whether a file is one sheet with every card's text on it: a
// comparison of two pages would mean nothing otherwise.
func whole(m *mapmodel.Map, data []byte, folder string) error {
	path := filepath.Join(folder, "whole.pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		return err
	}
	info, err := exec.Command("pdfinfo", path).Output()
	if err != nil {
		return fmt.Errorf("pdfinfo: %w", err)
	}
	if !regexp.MustCompile(`(?m)^Pages: +1$`).Match(info) {
		return fmt.Errorf("not one sheet:\n%s", info)
	}
	// Not pdftotext: it passes over narrow letters once a page has 50,000 of them.
	text, err := exec.Command("mutool", "draw", "-q", "-F", "txt", path).Output()
	if err != nil {
		return fmt.Errorf("mutool: %w", err)
	}
	said := bare(string(text))
	for card := range m.Cards() {
		if !strings.Contains(said, bare(card.Text)) {
			return fmt.Errorf("the page lacks the card %q", card.Text)
		}
	}
	return nil
}

// bare is a text without white space.
func bare(s string) string { return strings.Join(strings.Fields(s), "") }
