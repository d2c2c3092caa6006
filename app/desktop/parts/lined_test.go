//go:build !nogui

package parts

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"pgregory.net/rapid"
)

func TestLinesLoseNoWordAndAreNoMoreThanAskedFor(t *testing.T) {
	begin(t)
	rapid.Check(t, func(t *rapid.T) {
		words := strings.Join(rapid.SliceOfN(rapid.StringMatching(`[a-zäß]{1,12}`), 1, 20).Draw(t, "words"), " ")
		width, most := rapid.Float32Range(20, 400).Draw(t, "width"), rapid.IntRange(1, 6).Draw(t, "most")
		lines := Break(words, Type{}, width, most)
		if len(lines) == 0 || len(lines) > most {
			t.Fatalf("%d lines, at most %d were asked for", len(lines), most)
		}
		if got := strings.ReplaceAll(strings.Join(lines, ""), " ", ""); got != strings.ReplaceAll(words, " ", "") {
			t.Fatalf("%q became %q", words, lines)
		}
		for _, line := range lines[:len(lines)-1] {
			if wide := fyne.MeasureText(line, 14, fyne.TextStyle{}).Width; wide > width && len([]rune(line)) > 1 {
				t.Fatalf("%q takes %g of %g points", line, wide, width)
			}
		}
	})
}

func TestALongNoteIsReadToItsEndInANarrowWindow(t *testing.T) {
	begin(t)
	const said = "Footpath ended unexpectedly last time. What was saved is all here; what happened stands in /home/rosa/.local/state/footpath/crash-last.log."
	toasts := NewToasts(func(time.Duration, func()) {})
	w := onScreen(t, toasts)
	toasts.Say(Note{Words: said, Action: "Close", Problem: true, Do: func() {}})
	for _, width := range []float32{320, 640, 1280} {
		w.Resize(fyne.NewSize(width, 400))
		var lines []string
		var walk func(o fyne.CanvasObject)
		walk = func(o fyne.CanvasObject) {
			switch o := o.(type) {
			case *Text:
				if o.line.Text != o.Words() {
					t.Errorf("%g wide, %q is cut to %q", width, o.Words(), o.line.Text)
				}
				lines = append(lines, o.line.Text)
			case *fyne.Container:
				for _, child := range o.Objects {
					walk(child)
				}
			case *Panel:
				walk(o.content)
			}
		}
		walk(toasts.now)
		if got := strings.ReplaceAll(strings.Join(lines, ""), " ", ""); got != strings.ReplaceAll(said, " ", "") {
			t.Errorf("%g wide, it says %q", width, got)
		}
		if at, size := toasts.now.Position(), toasts.now.Size(); at.X < 0 || at.X+size.Width > width || size.Height < toasts.now.MinSize().Height {
			t.Errorf("%g wide, it stands at %v with %v", width, at, size)
		}
	}
}

func TestEveryLineOfAMenuHigherThanTheWindowIsReached(t *testing.T) {
	begin(t)
	var items []MenuItem
	for i := range 40 {
		items = append(items, MenuItem{Label: strings.Repeat("x", i+1), Rule: i%7 == 0})
	}
	w := onScreen(t, Gap(1, 1))
	ShowMenu(w.Canvas(), fyne.NewPos(10, 28), items, nil)
	l := w.Canvas().Overlays().Top().(*menuLayer)
	inside := func(when string) {
		t.Helper()
		p := l.main
		if p.pos.Y < 0 || p.pos.Y+p.size.Height > w.Canvas().Size().Height {
			t.Fatalf("%s the menu stands from %g to %g", when, p.pos.Y, p.pos.Y+p.size.Height)
		}
		for _, o := range l.tree {
			if o.Position().Y < p.pos.Y || o.Position().Y+o.Size().Height > p.pos.Y+p.size.Height+0.5 {
				t.Fatalf("%s something is drawn from %g to %g", when, o.Position().Y, o.Position().Y+o.Size().Height)
			}
		}
	}
	for i := range items {
		keys(w, fyne.KeyDown)
		if l.main.at != i || !l.main.shows(i) {
			t.Fatalf("line %d is marked out of sight", l.main.at)
		}
		inside("on the way down")
	}
	keys(w, fyne.KeyDown)
	if l.main.at != 0 || !l.main.shows(0) {
		t.Fatal("behind the last line the first is not in sight")
	}
	reached := map[int]bool{}
	for range 200 {
		for y := l.main.pos.Y; y < l.main.pos.Y+l.main.size.Height; y++ {
			l.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(20, y)}})
			if i := l.main.at; i >= 0 {
				reached[i] = true
			}
		}
		l.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(20, l.main.pos.Y+10)}, Scrolled: fyne.NewDelta(0, -10)})
		inside("under the wheel")
	}
	if len(reached) != len(items) {
		t.Errorf("the pointer reaches %d of %d lines", len(reached), len(items))
	}
}
