//go:build window

package windowtest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/storage/library"
)

// These benchmarks start programs on a virtual display and look at what it shows. Each takes turns between two of them, so that a
// slow moment hits both, and tells ratios of medians: of time as a person waits, and of processor time, which other work on the
// machine hardly alters. One run of each holds all its rounds: scripts/bench-window asks for no more.

// rounds is how often the two of a benchmark take turns.
const rounds = 5

// The parts of the window that are looked at, in pixels: all of it, the cells of the board, and the first of its cards.
var (
	allOfIt   = area{0, 0, 1440, 900}
	cells     = area{170, 230, 1100, 630}
	firstCard = area{170, 224, 180, 200}
	tiles     = area{0, 230, 1440, 630}
)

// run is a program on the screen.
type run struct {
	b   *testing.B
	s   *screen
	cmd *exec.Cmd
	in  string
	// began is when the program was started: after its library was copied.
	began time.Time
}

func (r *run) must(err error) {
	r.b.Helper()
	if err != nil {
		r.b.Fatal(err)
	}
}

// shelf is a library with maps in it, made once for a benchmark and copied for every run, so that each begins alike.
func shelf(b *testing.B, maps ...*mapmodel.Map) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "library.db")
	l, err := library.Open(path, library.Options{Program: "bench"})
	if err != nil {
		b.Fatal(err)
	}
	for _, m := range maps {
		if err := l.Create(m, mapmodel.Change{}); err != nil {
			b.Fatal(err)
		}
	}
	if _, err := l.BackUpIfDue(time.Now()); err != nil { // else the program would make one while it is measured
		b.Fatal(err)
	}
	if err := l.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

// begin starts the editor with a copy of a library, or the bare window where there is none.
func begin(b *testing.B, s *screen, shelf string, args ...string) *run {
	b.Helper()
	r := &run{b: b, s: s, in: b.TempDir()}
	program := os.Getenv("FOOTPATH_BARE")
	if shelf != "" {
		program = os.Getenv("FOOTPATH_BIN")
		r.must(os.CopyFS(r.in, os.DirFS(filepath.Dir(shelf))))
		args = append([]string{"--library", filepath.Join(r.in, "library.db")}, args...)
	}
	if program == "" || os.Getenv("DISPLAY") == "" {
		b.Fatal("these benchmarks need the programs and a display: run scripts/bench-window")
	}
	r.cmd = exec.Command(program, args...)
	// Settings of its own: they name the map that was open last, and generated maps of one seed share their identity.
	r.cmd.Env = append(os.Environ(), "HOME="+r.in, "XDG_CONFIG_HOME="+filepath.Join(r.in, "config"))
	r.began = time.Now()
	r.must(r.cmd.Start())
	b.Cleanup(r.kill)
	return r
}

// kill ends the program at once. Its library is a copy.
func (r *run) kill() {
	if r.cmd.ProcessState == nil {
		_ = r.cmd.Process.Kill() // it may have ended by itself; then the look at the screen has failed
		_ = r.cmd.Wait()
	}
}

// end ends the program and waits until the screen is empty again.
func (r *run) end() {
	r.b.Helper()
	r.kill()
	_, _, err := r.s.rest(allOfIt, 300*time.Millisecond, func() {})
	r.must(err)
}

// cpu is the processor time the program has taken, of all its threads.
func (r *run) cpu() time.Duration {
	r.b.Helper()
	threads, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", r.cmd.Process.Pid))
	r.must(err)
	var sum time.Duration
	for _, thread := range threads {
		data, err := os.ReadFile(thread)
		if err != nil {
			continue // it has ended
		}
		first, _, _ := strings.Cut(string(data), " ")
		n, err := strconv.ParseInt(first, 10, 64)
		r.must(err)
		sum += time.Duration(n)
	}
	return sum
}

// idle waits until the program has nothing to do: what a start leaves to be done in the background is done.
func (r *run) idle() {
	r.b.Helper()
	const look, busy = 500 * time.Millisecond, 50 * time.Millisecond
	time.Sleep(3 * time.Second) // the backup begins after two
	for end := time.Now().Add(patience); ; {
		before := r.cpu()
		time.Sleep(look)
		switch {
		case r.cpu()-before < busy:
			return
		case time.Now().After(end):
			r.b.Fatal("the program never rests")
		}
	}
}

// resident is the memory the program has, in MiB.
func (r *run) resident() float64 {
	r.b.Helper()
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", r.cmd.Process.Pid))
	r.must(err)
	for _, line := range strings.Split(string(data), "\n") {
		if value, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kib, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(value), " kB"))
			r.must(err)
			return float64(kib) / 1024
		}
	}
	r.b.Fatal("the program has no memory")
	return 0
}

// cost is what something took.
type cost struct{ time, cpu time.Duration }

// shown waits until an area shows what it goes on showing, and gives what that took from the start on.
func (r *run) shown(at area) cost {
	r.b.Helper()
	var c cost
	empty, seen := uint64(0), 0
	for seen < 2 { // the first thing seen is the empty screen
		seen = 0
		sum, since, err := r.s.rest(at, 700*time.Millisecond, func() {
			seen++
			c.cpu = r.cpu()
		})
		r.must(err)
		if c.time = since.Sub(r.began); empty != 0 && sum != empty {
			break
		}
		empty = sum
	}
	return c
}

// pair is the costs of two that took turns, ours first.
type pair struct{ ours, rival []cost }

// median is of the times or of the processor times.
func median(costs []cost, of func(cost) time.Duration) time.Duration {
	all := make([]time.Duration, len(costs))
	for i, c := range costs {
		all[i] = of(c)
	}
	slices.Sort(all)
	return all[len(all)/2]
}

// report tells the ratios of the medians, and the medians in milliseconds.
func (p pair) report(b *testing.B, ours, rival string) {
	b.Helper()
	for _, of := range []struct {
		name string
		of   func(cost) time.Duration
	}{{"ms", func(c cost) time.Duration { return c.time }}, {"cpu-ms", func(c cost) time.Duration { return c.cpu }}} {
		a, r := median(p.ours, of.of), median(p.rival, of.of)
		b.ReportMetric(float64(a.Microseconds())/1000, of.name+"-"+ours)
		b.ReportMetric(float64(r.Microseconds())/1000, of.name+"-"+rival)
		b.ReportMetric(float64(a)/float64(r), "x-"+strings.TrimSuffix(of.name, "ms")+rival)
	}
	b.ReportMetric(0, "ns/op") // one run says nothing by itself
}

// turns has two take turns.
func turns(ours, rival func() cost) pair {
	var p pair
	for range rounds {
		p.rival = append(p.rival, rival())
		p.ours = append(p.ours, ours())
	}
	return p
}

// grid is a map of so many cards, equal in what of it a window shows.
func grid(stages, each int) *mapmodel.Map { return mapgen.Grid(stages, 5, each, 1) }

func display(b *testing.B) *screen {
	b.Helper()
	s, err := onScreen()
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.conn.Close() }) // nothing was written that could be lost
	return s
}

// BenchmarkFirstFrame is the time from the start of the program until every visible card can be read, held against a bare window.
func BenchmarkFirstFrame(b *testing.B) {
	s, m := display(b), grid(50, 20)
	library := shelf(b, m)
	for b.Loop() {
		turns(func() cost {
			r := begin(b, s, library, m.ID().String())
			defer r.end()
			return r.shown(cells)
		}, func() cost {
			r := begin(b, s, "")
			defer r.end()
			return r.shown(allOfIt)
		}).report(b, "footpath", "bare")
	}
}

// BenchmarkIdleMemory is what the program holds with a map of 5,000 cards open, some seconds after it was shown, held against a
// bare window.
func BenchmarkIdleMemory(b *testing.B) {
	s, m := display(b), grid(50, 20)
	library := shelf(b, m)
	idle := func(r *run, at area) float64 {
		defer r.end()
		r.shown(at)
		time.Sleep(5 * time.Second)
		return r.resident()
	}
	for b.Loop() {
		var ours, rival []float64
		for range 3 {
			rival = append(rival, idle(begin(b, s, ""), allOfIt))
			ours = append(ours, idle(begin(b, s, library, m.ID().String()), cells))
		}
		slices.Sort(ours)
		slices.Sort(rival)
		b.ReportMetric(ours[1], "MiB-footpath")
		b.ReportMetric(rival[1], "MiB-bare")
		b.ReportMetric(ours[1]/rival[1], "x-bare")
		b.ReportMetric(0, "ns/op")
	}
}

// acting is a benchmark of something done in the window, with a large map held against a small one.
func acting(b *testing.B, smallStages, smallEach int, ready func(*run), act func(*run) cost) {
	b.Helper()
	s := display(b)
	small, large := grid(smallStages, smallEach), grid(50, 20)
	one := func(m *mapmodel.Map) func() cost {
		library := shelf(b, m)
		return func() cost {
			r := begin(b, s, library, m.ID().String())
			defer r.end()
			r.shown(cells)
			ready(r)
			return act(r)
		}
	}
	for b.Loop() {
		turns(one(large), one(small)).report(b, strconv.Itoa(large.CardCount()), strconv.Itoa(small.CardCount()))
	}
}

// each does something so many times, each time when the picture has changed by the last, and gives what one took: the median of
// the times until then, the mean of the processor times.
func (r *run) each(n int, at area, do func(i int) error) cost {
	r.b.Helper()
	var times []cost
	before := r.cpu()
	sum, err := r.s.look(at)
	r.must(err)
	for i := range n {
		began := time.Now()
		r.must(do(i))
		now, when, err := r.s.changed(at, sum)
		if err != nil {
			_ = exec.Command("import", "-silent", "-window", "root", filepath.Join("..", "..", "..", "build", "failed-bench.png")).Run() // for whoever looks into it
			r.b.Fatalf("%d of %d: %v", i+1, n, err)
		}
		sum = now
		times = append(times, cost{time: when.Sub(began)})
	}
	return cost{median(times, func(c cost) time.Duration { return c.time }), (r.cpu() - before) / time.Duration(n)}
}

// toFirstCard opens the first card for typing.
func (r *run) toFirstCard() {
	r.b.Helper()
	r.must(r.s.fake(motion, 0, 260, 250))
	r.must(r.s.click(1))
	r.must(r.s.press(keyF2))
	r.must(r.s.press(keySpace))
	_, _, err := r.s.rest(firstCard, 150*time.Millisecond, func() {})
	r.must(err)
}

// letters types into the first card; every eighth key takes back what was typed, so that the card stays as large as it is.
func letters(r *run) cost {
	return r.each(40, firstCard, func(i int) error {
		if i%8 == 7 {
			return r.s.press(keyBackspace, keyCtrl)
		}
		return r.s.press(keyX)
	})
}

// BenchmarkKeystrokeWindow is a letter typed into a card, from the key to the picture.
func BenchmarkKeystrokeWindow(b *testing.B) { acting(b, 5, 2, (*run).toFirstCard, letters) }

// BenchmarkKeystrokeDetails is the same beside the open panel of the card's details.
func BenchmarkKeystrokeDetails(b *testing.B) {
	acting(b, 5, 2, func(r *run) {
		r.must(r.s.press(keyI, keyCtrl))
		_, _, err := r.s.rest(allOfIt, 400*time.Millisecond, func() {})
		r.must(err)
		r.toFirstCard()
	}, letters)
}

// BenchmarkScrollWindow scrolls down by the wheel and up again.
func BenchmarkScrollWindow(b *testing.B) {
	acting(b, 10, 10, func(r *run) { r.must(r.s.fake(motion, 0, 700, 500)) }, func(r *run) cost {
		return r.each(40, cells, func(i int) error {
			if i%40 < 20 {
				return r.s.click(wheelDown)
			}
			return r.s.click(wheelUp)
		})
	})
}

// BenchmarkZoomWindow zooms out by four steps and in again, each step until the picture is sharp.
func BenchmarkZoomWindow(b *testing.B) {
	acting(b, 10, 10, func(*run) {}, func(r *run) cost {
		return r.each(16, cells, func(i int) error {
			_, _, err := r.s.rest(cells, 250*time.Millisecond, func() {})
			r.must(err)
			if i%8 < 4 {
				return r.s.press(keyMinus, keyCtrl)
			}
			return r.s.press(keyEqual, keyCtrl)
		})
	})
}

// BenchmarkHomeWindow is the first frame of all maps, and then a notch of the wheel: 10,000 maps held against 100.
func BenchmarkHomeWindow(b *testing.B) {
	s := display(b)
	many := func(n int) string {
		maps := make([]*mapmodel.Map, n)
		for i := range maps {
			maps[i] = mapgen.Grid(4, 5, 1, uint64(i))
		}
		return shelf(b, maps...)
	}
	few, all := many(100), many(10_000)
	first := func(library string) func() cost {
		return func() cost {
			r := begin(b, s, library)
			defer r.end()
			return r.shown(tiles)
		}
	}
	wheel := func(library string) func() cost {
		return func() cost {
			r := begin(b, s, library)
			defer r.end()
			r.shown(tiles)
			r.must(s.fake(motion, 0, 700, 600))
			for range 5 { // what is scrolled up again never comes to the top, where nothing would move
				r.must(s.click(wheelDown))
			}
			_, _, err := s.rest(tiles, 400*time.Millisecond, func() {})
			r.must(err)
			r.idle()
			return r.each(40, tiles, func(i int) error {
				if i%20 < 10 {
					return s.click(wheelDown)
				}
				return s.click(wheelUp)
			})
		}
	}
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			turns(first(all), first(few)).report(b, "10000", "100")
		}
	})
	b.Run("scroll", func(b *testing.B) {
		for b.Loop() {
			turns(wheel(all), wheel(few)).report(b, "10000", "100")
		}
	})
}
