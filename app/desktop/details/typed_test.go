//go:build !nogui

package details

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/render/scene"
)

// clock runs functions when their time has come.
type clock struct {
	now   time.Duration
	calls []call
}

type call struct {
	at time.Duration
	f  func()
}

func (c *clock) after(d time.Duration, f func()) { c.calls = append(c.calls, call{c.now + d, f}) }

func (c *clock) pass(d time.Duration) {
	c.now += d
	for {
		i := slices.IndexFunc(c.calls, func(x call) bool { return x.at <= c.now })
		if i < 0 {
			return
		}
		f := c.calls[i].f
		c.calls = slices.Delete(c.calls, i, i+1)
		f()
	}
}

func TestWhatIsTypedWithoutAPauseIsKeptWithinASecondAsOneStep(t *testing.T) {
	test.NewTempApp(t)
	win := test.NewTempWindow(t, nil)
	source := mapmodel.NewSeededSource(1)
	doc := mapmodel.NewDocument(mapgen.Grid(2, 3, 1, 1), source, time.Now)
	var card mapmodel.ID
	for c := range doc.Map().Cards() {
		card = c.ID
		break
	}
	c := &clock{}
	d := New(Params{
		Canvas: win.Canvas(), Words: words.English, Style: scene.ScreenLight(), Doc: doc, Desk: &mapmodel.Desk{Source: source, Now: time.Now},
		Subject: func() Subject { return Of(mapmodel.KindCard, card) }, Number: func(mapmodel.ID) int { return 0 }, Commit: func() {},
		OnLeave: func() {}, OnClose: func() {}, OnWidth: func(float32) {}, OnGo: func(mapmodel.ID) {}, Sentence: error.Error,
		OnKey: func(*fyne.KeyEvent) bool { return false }, Work: func(f func()) { f() }, Later: func(f func()) { f() }, After: c.after,
	})
	win.SetContent(d)
	win.Resize(fyne.NewSize(320, 900))
	c.pass(time.Second)
	if !d.Focus("note") {
		t.Fatal("there is no note")
	}
	note := func() string { return mapmodel.Find[*mapmodel.Card](doc.Map(), card).Note }
	const long = "one two three four five six seven eight nine ten"
	for i, r := range long { // a letter each 100 ms: never a pause
		win.Canvas().Focused().TypedRune(r)
		if i > 10 && len(note()) < i-10 {
			t.Fatalf("after %d letters %q is kept", i+1, note())
		}
		c.pass(100 * time.Millisecond)
	}
	c.pass(time.Second)
	if note() != long {
		t.Errorf("at last %q is kept", note())
	}
	if _, err := doc.Undo(mapmodel.ID{}); err != nil {
		t.Fatal(err)
	}
	if note() != "" {
		t.Errorf("taken back, %q is left", note())
	}
}
