//go:build !nogui

package desktop

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/storage/engine"
	"footpath/storage/engine/memory"
	"footpath/storage/library"
	"footpath/storage/settings"
)

// disk is a store that outlives the libraries on it, and can be full.
type disk struct {
	engine.Store
	full atomic.Bool
}

func (d *disk) Commit(ops []engine.Op) (uint64, error) {
	if d.full.Load() {
		return 0, &engine.FullError{Path: "library.db", Err: errors.New("no space left on device")}
	}
	return d.Store.Commit(ops)
}

// Close leaves the disk in its drawer.
func (d *disk) Close() error { return nil }

// stage is a program without a display: workers work on goroutines of their own, as in earnest, and what they bring to the UI
// goroutine is taken in by the test, when it waits for something.
type stage struct {
	*Program
	t       *testing.T
	disk    *disk
	library *library.Library
	folder  string
	queue   chan func()
	working atomic.Int64
	idle    chan struct{}
	saved   []settings.Settings
	held    fyne.KeyModifier // while a key is pressed
	scales  []float32        // that the toolkit was given
	params  Params
	atRoom  bool // the keys go to what the room sees
}

func newStage(t *testing.T) *stage {
	t.Helper()
	return onDisk(t, &disk{Store: memory.New()}, settings.Settings{Theme: "light", Language: "en"})
}

func onDisk(t *testing.T, d *disk, set settings.Settings) *stage {
	t.Helper()
	test.NewTempApp(t)
	l, err := library.New(d)
	if err != nil {
		t.Fatal(err)
	}
	s := &stage{t: t, disk: d, library: l, folder: t.TempDir(), queue: make(chan func(), 10000), idle: make(chan struct{}, 10000)}
	clock := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	s.params = Params{
		Library: l, Source: mapmodel.NewSeededSource(7), Words: words.English, Settings: set, HomeFolder: s.folder, Version: "1",
		Save: func(set settings.Settings) error {
			s.saved = append(s.saved, set)
			return nil
		},
		Work: func(f func()) {
			s.working.Add(1)
			go func() {
				f()
				s.working.Add(-1)
				s.idle <- struct{}{}
			}()
		},
		Later:       func(f func()) { s.queue <- f },
		After:       func(time.Duration, func()) {},
		Now:         func() time.Time { return clock },
		Mods:        func() fyne.KeyModifier { return s.held },
		Scale:       func(factor float32) { s.scales = append(s.scales, factor) },
		Synchronous: true,
	}
	s.Program = New(fyne.CurrentApp(), s.params)
	t.Cleanup(func() {
		s.settle()
		d.full.Store(false)
		s.win.Close()
		if err := s.Stop(); err != nil && !t.Failed() {
			t.Errorf("the end: %v", err)
		}
	})
	return s
}

// patience is how long a test waits before it calls something lost. No test measures time by it.
const patience = time.Minute

// until takes in what the workers bring until something holds.
func (s *stage) until(what string, holds func() bool) {
	s.t.Helper()
	end := time.After(patience)
	for !holds() {
		select {
		case f := <-s.queue:
			f()
		case <-s.idle:
		case <-end:
			s.t.Fatalf("waited in vain until %s", what)
		}
	}
}

// settle takes in what the workers bring until they have nothing more to do.
func (s *stage) settle() {
	s.t.Helper()
	s.until("all is quiet", func() bool { return s.working.Load() == 0 && len(s.queue) == 0 })
}

// start opens home and waits for the maps.
func (s *stage) start() *stage {
	s.t.Helper()
	s.OpenHome()
	s.settle()
	return s
}

// titles are those of the tiles shown.
func (s *stage) titles() string {
	var out []string
	for _, m := range s.Home().Shown() {
		out = append(out, m.Title)
	}
	return strings.Join(out, ", ")
}

// openSample opens the map a newcomer has.
func (s *stage) openSample() *stage {
	s.t.Helper()
	s.start()
	if len(s.Home().Shown()) != 1 {
		s.t.Fatalf("a newcomer sees %q", s.titles())
	}
	s.press(fyne.KeyReturn)
	s.settle()
	if s.Document() == nil {
		s.t.Fatal("the sample is not open")
	}
	return s
}

// press sends a key to what has the focus.
func (s *stage) press(key fyne.KeyName) {
	s.t.Helper()
	focused := s.win.Canvas().Focused()
	if focused == nil {
		s.t.Fatalf("nothing has the focus for %s", key)
	}
	focused.TypedKey(&fyne.KeyEvent{Name: key})
}

// write sends letters to what has the focus.
func (s *stage) write(text string) {
	s.t.Helper()
	for _, r := range text {
		s.win.Canvas().Focused().TypedRune(r)
	}
}

// sheet is the question that waits for an answer.
func (s *stage) sheet() *parts.Sheet {
	s.t.Helper()
	sheet, ok := s.win.Canvas().Overlays().Top().(*parts.Sheet)
	if !ok {
		s.t.Fatal("nothing is asked")
	}
	return sheet
}

// answer gives the answer of that name.
func (s *stage) answer(label string) {
	s.t.Helper()
	sheet := s.sheet()
	for _, b := range sheet.Answers() {
		if b.Label() == label {
			b.Tapped(nil)
			s.settle()
			return
		}
	}
	s.t.Fatalf("%q has no answer %q", sheet.Title(), label)
}

// file writes a file and gives its path.
func (s *stage) file(name, text string) string {
	s.t.Helper()
	path := filepath.Join(s.folder, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		s.t.Fatal(err)
	}
	return path
}

func (s *stage) read(path string) string {
	s.t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		s.t.Fatal(err)
	}
	return string(data)
}

// stored is the map on the screen as the library has it.
func (s *stage) stored() *mapmodel.Map {
	s.t.Helper()
	m, _, err := s.library.Open(s.Document().Map().ID())
	if err != nil {
		s.t.Fatal(err)
	}
	return m
}

// texts are those of all cards, in map order.
func texts(m *mapmodel.Map) []string {
	var out []string
	for c := range m.Cards() {
		out = append(out, c.Text)
	}
	return out
}
