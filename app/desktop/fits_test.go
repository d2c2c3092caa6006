//go:build !nogui

package desktop

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"footpath/app/desktop/board"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/storage/engine/memory"
	"footpath/storage/settings"
)

// area is a part of the window.
type area struct{ left, top, right, bottom float32 }

func areaOf(at fyne.Position, size fyne.Size) area {
	return area{at.X, at.Y, at.X + size.Width, at.Y + size.Height}
}

func (a area) within(b area) bool {
	const slip = 1
	return a.left >= b.left-slip && a.top >= b.top-slip && a.right <= b.right+slip && a.bottom <= b.bottom+slip
}

func (a area) and(b area) area {
	return area{max(a.left, b.left), max(a.top, b.top), min(a.right, b.right), min(a.bottom, b.bottom)}
}

func (a area) empty() bool { return a.left >= a.right || a.top >= a.bottom }

func (a area) String() string { return fmt.Sprintf("%g,%g to %g,%g", a.left, a.top, a.right, a.bottom) }

// sighted looks a window through for what stands outside of what holds it, and for words over words.
type sighted struct {
	wrong []string
	lines []string // that can be seen
	at    []area   // and where
}

// look looks at an object: it and what is in it have to stay within a room, and are seen through a window.
func (s *sighted) look(o fyne.CanvasObject, from fyne.Position, room, window area) {
	if o == nil || !o.Visible() {
		return
	}
	from = from.Add(o.Position())
	here := areaOf(from, o.Size())
	if control, ok := o.(fyne.Focusable); ok {
		if !here.within(room) {
			s.wrong = append(s.wrong, fmt.Sprintf("%T %q stands at %v, outside of %v", control, labelOf(control), here, room))
		}
	}
	switch o := o.(type) {
	case *board.Board, *parts.Field, *parts.Area: // they scroll what they hold themselves
	case *canvas.Text:
		s.words(o, here, room, window)
	case *parts.Panel:
		for _, child := range test.WidgetRenderer(o).Objects() {
			s.look(child, from, room.and(here), window)
		}
	case *container.Scroll:
		inside, content := room.and(here), areaOf(from, o.Content.Size())
		if o.Direction == container.ScrollVerticalOnly || o.Direction == container.ScrollBoth {
			inside.top, inside.bottom = content.top-o.Offset.Y, content.bottom-o.Offset.Y
		}
		if o.Direction == container.ScrollHorizontalOnly || o.Direction == container.ScrollBoth {
			inside.left, inside.right = content.left-o.Offset.X, content.right-o.Offset.X
		}
		s.look(o.Content, from, inside, window.and(here))
	case *fyne.Container:
		room.left, room.right = max(room.left, here.left), min(room.right, here.right)
		for _, child := range o.Objects {
			s.look(child, from, room, window)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			s.look(child, from, room, window)
		}
	}
}

func labelOf(o fyne.Focusable) string {
	if said, ok := o.(fyne.Accessible); ok {
		return said.AccessibilityLabel()
	}
	return ""
}

// words looks at a line of words where it is drawn.
func (s *sighted) words(t *canvas.Text, here, room, window area) {
	if strings.TrimSpace(t.Text) == "" {
		return
	}
	size := fyne.MeasureText(t.Text, t.TextSize, t.TextStyle)
	switch t.Alignment {
	case fyne.TextAlignTrailing:
		here.left = here.right - size.Width
	case fyne.TextAlignCenter:
		middle := (here.left + here.right) / 2
		here.left, here.right = middle-size.Width/2, middle+size.Width/2
	}
	here.right = here.left + size.Width
	middle := (here.top + here.bottom) / 2
	here.top, here.bottom = middle-t.TextSize/2, middle+t.TextSize/2
	if !here.within(room) {
		s.wrong = append(s.wrong, fmt.Sprintf("%q is written at %v, outside of %v", t.Text, here, room))
	}
	const slip = 2
	seen := here.and(window)
	for i, other := range s.at {
		both := seen.and(other)
		if both.right-both.left > slip && both.bottom-both.top > slip {
			s.wrong = append(s.wrong, fmt.Sprintf("%q at %v is written over %q at %v", t.Text, seen, s.lines[i], other))
		}
	}
	if !seen.empty() {
		s.lines, s.at = append(s.lines, t.Text), append(s.at, seen)
	}
}

// misfits lists what is cut off or written over in the uppermost layer of a window.
func misfits(on fyne.Canvas) []string {
	s := &sighted{}
	whole := areaOf(fyne.Position{}, on.Size())
	if top := on.Overlays().Top(); top != nil {
		s.look(top, fyne.Position{}, whole, whole)
	} else {
		s.look(on.Content(), fyne.Position{}, whole, whole)
	}
	return s.wrong
}

func TestNothingIsCutOffOrWrittenOver(t *testing.T) {
	detail := func(kind mapmodel.LaneKind) func(*stage) {
		return func(s *stage) {
			s.openSample()
			s.Board().Select(s.cardsOf(kind)[0].ID)
			s.settle()
			s.field("")
		}
	}
	after := func(names ...string) func(*stage) {
		return func(s *stage) {
			s.openSample()
			for _, name := range names {
				run(name)(s)
				s.settle()
			}
		}
	}
	menu := func(at int) func(*stage) {
		return func(s *stage) {
			s.openSample()
			s.bar.Open(at)
		}
	}
	views := map[string]func(*stage){
		"home":      func(s *stage) { s.start() },
		"the board": func(s *stage) { s.openSample() },
		"a feeling": detail(mapmodel.LaneFeelings), "a touchpoint": detail(mapmodel.LaneTouchpoints),
		"an insight": detail(mapmodel.LaneInsights), "an opportunity": detail(mapmodel.LaneOpportunities),
		"finding": after("find-in-map"), "replacing": after("replace"), "filtering": after("filter"),
		"outline": after("outline"), "checks": after("checks"), "a quick note": after("quick-note"), "history": after("history"),
		"settings": after("settings"), "export": after("export"), "keys": after("keys"), "about": after("about"),
		"palette": after(paletteName), "opening": after("open"), "saving": after("save-as"), "a menu": after("menu"),
		"file": menu(0), "edit": menu(1), "view": menu(2), "insert": menu(3), "map": menu(4), "help": menu(5),
		"a table": func(s *stage) {
			s.openSample()
			s.app.Clipboard().SetContent(strings.Repeat("a\tb\tc\n", 10))
			run("paste")(s)
		},
		"what went wrong": func(s *stage) {
			s.openSample()
			s.Warn(&CrashError{Path: "/home/rosa/.local/state/footpath/crash-last.log"})
		},
	}
	for _, language := range words.Languages() {
		for _, size := range []fyne.Size{{Width: 1280, Height: 800}, {Width: 640, Height: 400}} { // and 1280 × 800 at 200 %
			for name, show := range views {
				t.Run(fmt.Sprintf("%s %s %g", name, language.Tag(), size.Width), func(t *testing.T) {
					s := onDisk(t, &disk{Store: memory.New()}, settings.Settings{Theme: "light", Language: language.Tag()})
					s.win.Resize(size)
					show(s)
					s.settle()
					for _, wrong := range misfits(s.win.Canvas()) {
						t.Error(wrong)
					}
				})
			}
		}
	}
}
