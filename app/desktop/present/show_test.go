//go:build !nogui

package present

import (
	"image/color"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/render/scene"
)

// room is a presentation without a display: pictures are painted when the test waits for them, and time goes by when it says so.
type room struct {
	*Show
	t     *testing.T
	now   time.Time
	work  []func()
	calls []call
	ended []mapmodel.ID
	told  int
	other []fyne.KeyName
	mods  fyne.KeyModifier
	votes []map[mapmodel.ID]int
}

// gatherer is the painter that reads.
type gatherer struct{ strings.Builder }

func (*gatherer) Box(*scene.Box, scene.Point)         {}
func (*gatherer) Path(*scene.Path, scene.Point)       {}
func (*gatherer) Picture(*scene.Picture, scene.Point) {}

func (g *gatherer) Run(e *scene.Run, _ scene.Point) { g.WriteString(e.Text + " ") }

type call struct {
	at time.Time
	f  func()
}

// open presents a map of four stages to a room; each cell has so many cards.
func open(t *testing.T, cards int) *room {
	t.Helper()
	m := mapgen.Grid(4, 3, cards, 1)
	return presented(t, m, stages(m)[0])
}

func stages(m *mapmodel.Map) []mapmodel.ID {
	var out []mapmodel.ID
	for s := range m.Stages() {
		out = append(out, s.ID)
	}
	return out
}

// wait paints what there is to paint.
func (r *room) wait() *room {
	for len(r.work) > 0 {
		f := r.work[0]
		r.work = r.work[1:]
		f()
	}
	return r
}

// press presses keys, one after the other, without waiting for a picture.
func (r *room) press(keys ...fyne.KeyName) *room {
	for _, k := range keys {
		r.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
	return r
}

// pass lets time go by.
func (r *room) pass(d time.Duration) *room {
	end := r.now.Add(d)
	for {
		next := slices.IndexFunc(r.calls, func(c call) bool { return !c.at.After(end) })
		if next < 0 {
			r.now = end
			return r
		}
		c := r.calls[next]
		r.calls = slices.Delete(r.calls, next, next+1)
		r.now = c.at
		c.f()
	}
}

// sees fails unless the room sees a slide of the n-th place: of the opening, of the n-th stage from 1, or of the closing.
func (r *room) sees(n, page int) {
	r.t.Helper()
	r.wait()
	if at := r.place(r.at); at != n || r.Page() != page {
		r.t.Errorf("the room sees slide %d of place %d, not %d of %d", r.Page(), at, page, n)
	}
	if of := r.screen.shown.of; of.at != r.at || r.screen.shown.page != r.Page() || of.m != r.m {
		r.t.Error("the picture is of something else")
	}
}

// alter takes the map's n-th stage away.
func (r *room) without(n int) *mapmodel.Map {
	r.t.Helper()
	src := mapmodel.NewSeededSource(9)
	desk := &mapmodel.Desk{Author: src.ID(), Source: src, Now: func() time.Time { return r.now }}
	change, err := desk.RemoveStage(r.live, stages(r.live)[n])
	if err != nil {
		r.t.Fatal(err)
	}
	m, err := r.live.Apply(change)
	if err != nil {
		r.t.Fatal(err)
	}
	return m
}

func TestNoSlideIsSeenThatWasPaintedForAnotherSize(t *testing.T) {
	r := open(t, 1)
	r.sees(1, 0)
	before := r.screen.shown
	for i, size := range []fyne.Size{fyne.NewSize(640, 360), fyne.NewSize(1920, 1080)} {
		r.screen.Resize(size)
		if i == 0 {
			r.press(fyne.KeyRight) // and another slide, while the first is being painted
		}
	}
	if len(r.work) != 1 {
		t.Fatalf("%d pictures are being painted, want one at a time", len(r.work))
	}
	f := r.work[0]
	r.work = r.work[1:]
	f() // the one for 640 by 360
	if r.screen.shown.img != before.img {
		t.Error("a picture for another size is shown, stretched")
	}
	r.sees(2, 0)
	if got := r.screen.shown.img.Rect.Size(); got != r.screen.pixels || got.X != 1920 {
		t.Errorf("the slide has %v pixels, the screen %v", got, r.screen.pixels)
	}
}

func TestKeysGoFromStageToStage(t *testing.T) {
	r := open(t, 1)
	r.sees(1, 0)
	for _, c := range []struct {
		key fyne.KeyName
		at  int
	}{
		{fyne.KeyRight, 2},
		{fyne.KeySpace, 3},
		{fyne.KeyPageDown, 4},
		{fyne.KeyRight, 4},
		{fyne.KeyLeft, 3},
		{fyne.KeyPageUp, 2},
		{fyne.KeyEnd, 4},
		{fyne.Key1, 1},
		{fyne.KeyLeft, 0},
		{fyne.KeyLeft, 0},
		{fyne.Key3, 3},
		{fyne.Key9, 3},
		{fyne.Key0, 0},
		{fyne.KeyDown, 1},
		{fyne.KeyUp, 0},
		{fyne.Key2, 2},
		{fyne.KeyHome, 0},
	} {
		r.press(c.key)
		r.sees(c.at, 0)
	}
}

func TestAFullStageGoesOnOnItsNextSlide(t *testing.T) {
	r := open(t, 9)
	if r.Pages() < 2 {
		t.Fatalf("27 cards have %d slides", r.Pages())
	}
	last := r.Pages() - 1
	for i := 1; i <= last; i++ {
		r.press(fyne.KeyRight)
		r.sees(1, i)
	}
	r.press(fyne.KeyRight)
	r.sees(2, 0)
	r.press(fyne.KeyLeft)
	r.sees(1, last)
	r.press(fyne.Key1)
	r.sees(1, 0)
	r.press(fyne.KeyEnd)
	r.sees(4, 0)
	for range r.Pages() + 2 {
		r.press(fyne.KeyRight).wait()
	}
	r.sees(4, r.Pages()-1)
}

func TestKeysPressedFasterThanPicturesArePaintedAllCount(t *testing.T) {
	fast, slow := open(t, 9), open(t, 9)
	keys := []fyne.KeyName{fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeyRight, fyne.KeyRight}
	fast.press(keys...)
	for _, k := range keys {
		slow.press(k).wait()
	}
	fast.sees(slow.place(slow.at), slow.Page())
}

func TestEditsAreSeenAtOnceUnlessTheRoomsPictureIsFrozen(t *testing.T) {
	r := open(t, 1)
	r.press(fyne.Key3).wait()
	r.SetMap(r.without(0))
	r.sees(2, 0)
	before := r.m
	r.press(fyne.KeyF)
	r.SetMap(r.without(0))
	if r.sees(2, 0); r.m != before || !r.Frozen() {
		t.Error("frozen, the room sees the edit")
	}
	r.press(fyne.KeyLeft)
	if r.sees(1, 0); r.screen.shown.of.m != before {
		t.Error("the stage before is not as it was")
	}
	r.press(fyne.KeyF)
	if r.wait(); r.m != r.live || r.Frozen() {
		t.Error("let go, the room does not see the edit")
	}
}

func TestAStageThatIsRemovedGivesWayToTheOneInItsPlace(t *testing.T) {
	r := open(t, 1)
	r.press(fyne.KeyEnd).wait()
	r.SetMap(r.without(3))
	r.sees(3, 0)
	for range 3 {
		r.SetMap(r.without(0))
		r.wait()
	}
	if r.sees(0, 0); !r.Stage().IsZero() || r.Pages() != 1 {
		t.Error("a map without stages shows one")
	}
	r.press(fyne.KeyRight, fyne.KeyLeft, fyne.KeyEnd, fyne.KeyHome).wait()
}

func TestBlankIsBlackUntilTheNextSlide(t *testing.T) {
	r := open(t, 1)
	for _, key := range []fyne.KeyName{fyne.KeyB, fyne.KeyPeriod} {
		r.press(key)
		if !r.Blank() || !r.screen.black.Visible() {
			t.Errorf("%s does not blank", key)
		}
		r.press(key)
		if r.Blank() || r.screen.black.Visible() {
			t.Errorf("%s does not bring it back", key)
		}
	}
	r.press(fyne.KeyB, fyne.KeyRight)
	if r.sees(2, 0); r.Blank() {
		t.Error("going on leaves it black")
	}
}

func TestTheTimerIsSetByTwoKeysAndTicksBySeconds(t *testing.T) {
	r := open(t, 1)
	r.press(fyne.KeyT)
	if r.screen.face.Head == "" || r.Timer().Set() {
		t.Error("T does not ask how long")
	}
	r.press(fyne.Key5).wait()
	for _, c := range []struct {
		after time.Duration
		clock string
		late  bool
	}{{0, "5:00", false}, {time.Second, "4:59", false}, {47 * time.Second, "4:12", false}, {252 * time.Second, "0:00", true}, {7 * time.Second, "+0:07", true}} {
		r.pass(c.after)
		if f := r.screen.face; f.Clock != c.clock || f.Late != c.late {
			t.Errorf("the room reads %s, late %v; not %s", f.Clock, f.Late, c.clock)
		}
	}
	if r.sees(1, 0); r.screen.face.Head != "Time is up" {
		t.Errorf("past zero it says %q", r.screen.face.Head)
	}
	r.press(fyne.KeyT, desktop.KeyShiftLeft, fyne.KeyPlus)
	if got := r.screen.face.Clock; got != "1:00" {
		t.Errorf("a minute more is %s", got)
	}
	r.pass(10*time.Second).press(fyne.KeyT, fyne.KeyP).pass(time.Hour)
	if f := r.screen.face; f.Clock != "0:50" || f.Head != "Paused" {
		t.Errorf("resting, the room reads %s, %s", f.Clock, f.Head)
	}
	r.press(fyne.KeyT, fyne.KeyDelete)
	if r.wait(); r.screen.timer.Visible() || r.aside != 0 {
		t.Error("the timer is not put away")
	}
	r.press(fyne.KeyT, fyne.Key0)
	if got := r.screen.face.Clock; got != "10:00" {
		t.Errorf("0 gives %s", got)
	}
	r.press(fyne.KeyT, fyne.KeyT)
	if got := r.screen.face.Clock; got != "15:00" {
		t.Errorf("T gives %s", got)
	}
}

func TestTheQuestionForTheTimeIsNotInTheWay(t *testing.T) {
	r := open(t, 1)
	r.press(fyne.KeyT, fyne.KeyRight)
	if r.sees(2, 0); r.screen.timer.Visible() {
		t.Error("going on does not end the question")
	}
	r.press(fyne.KeyT, fyne.KeyEscape)
	if len(r.ended) > 0 || r.screen.timer.Visible() {
		t.Error("Escape ends more than the question")
	}
}

func TestTypeGrowsAndIsNeverSmallerThanAtFirst(t *testing.T) {
	r := open(t, 1)
	usual := r.screen.shown.high()
	r.press(fyne.KeyPlus).wait()
	if r.screen.shown.high() >= usual {
		t.Error("+ does not enlarge")
	}
	r.press(fyne.KeyMinus, fyne.KeyMinus).wait()
	if r.screen.shown.high() != usual {
		t.Error("- goes below the usual size")
	}
}

func TestEscapeEndsAtTheStageThatShowed(t *testing.T) {
	r := open(t, 1)
	r.press(fyne.KeyRight, fyne.KeyT, fyne.Key1).wait()
	r.press(fyne.KeyEscape)
	if len(r.ended) != 1 || r.ended[0] != stages(r.live)[1] {
		t.Errorf("it ended at %v", r.ended)
	}
	r.End()
	r.SetMap(r.without(0))
	if r.pass(time.Hour).wait(); len(r.ended) != 1 {
		t.Error("it ended twice")
	}
}

func TestKeysThatMeanNothingHereAreTheProgramsOwn(t *testing.T) {
	r := open(t, 1)
	r.press(fyne.KeyF3, fyne.KeyX)
	if !slices.Equal(r.other, []fyne.KeyName{fyne.KeyF3, fyne.KeyX}) {
		t.Errorf("it hears of %v", r.other)
	}
}

func TestF11GivesAWindowThatCanBeDraggedToAnotherDisplay(t *testing.T) {
	r := open(t, 1)
	if !r.Window().FullScreen() {
		t.Fatal("it does not begin full screen")
	}
	r.press(fyne.Key3, fyne.KeyF11)
	if r.sees(3, 0); r.Window().FullScreen() {
		t.Error("F11 does not leave the full screen")
	}
	r.press(fyne.KeyRight)
	r.sees(4, 0)
	if r.press(fyne.KeyF11); !r.Window().FullScreen() || len(r.ended) > 0 {
		t.Error("F11 does not come back to the full screen")
	}
}

// presented presents a map to a room that reads light slides of 1080p.
func presented(t *testing.T, m *mapmodel.Map, from mapmodel.ID) *room {
	t.Helper()
	r := &room{t: t, now: nine}
	r.Show = Open(Params{
		App: test.NewTempApp(t), Map: m, Stage: from, Style: scene.ScreenLight(), Title: "Present",
		Work:     func(f func()) { r.work = append(r.work, f) },
		Later:    func(f func()) { f() },
		After:    func(d time.Duration, f func()) { r.calls = append(r.calls, call{r.now.Add(d), f}) },
		Now:      func() time.Time { return r.now },
		OnChange: func() { r.told++ }, OnEnd: func(stage mapmodel.ID) { r.ended = append(r.ended, stage) },
		OnKey: func(k *fyne.KeyEvent) { r.other = append(r.other, k.Name) },
		Mods:  func() fyne.KeyModifier { return r.mods },
		OnVotes: func(votes map[mapmodel.ID]int) bool {
			r.votes = append(r.votes, votes)
			return true
		},
		Notes: func(_ fyne.Canvas, leave func(), _ func(*fyne.KeyEvent) bool) NoteLine {
			return &noteLine{Rectangle: canvas.NewRectangle(color.White), leave: leave}
		},
	})
	r.screen.Resize(fyne.NewSize(1920, 1080))
	return r.wait()
}

// cards lists those on the slide that shows.
func (r *room) cards() []mapmodel.ID {
	var out []mapmodel.ID
	for g := range r.screen.shown.laid.All() {
		if g.Group.Role == scene.CardRole {
			out = append(out, g.Group.ID)
		}
	}
	return out
}

// noteLine stands for the line for notes.
type noteLine struct {
	*canvas.Rectangle
	leave func()
}

func (*noteLine) MinSize() fyne.Size { return fyne.NewSize(200, 54) }

func (*noteLine) Focus() {}

func (*noteLine) Commit() bool { return true }

func TestAMapWithOpportunitiesClosesWithThem(t *testing.T) {
	m := mapgen.Grid(4, 5, 1, 1)
	if !scene.HasClosing(m) {
		t.Fatal("the map has no opportunities")
	}
	r := presented(t, m, stages(m)[3])
	r.sees(4, 0)
	r.press(fyne.KeyRight)
	if r.sees(5, 0); !r.Closing() || r.StageName() != "" {
		t.Error("behind the last stage are not the opportunities")
	}
	r.press(fyne.KeyRight)
	r.sees(5, 0)
	r.press(fyne.KeyLeft)
	r.sees(4, 0)
	r.press(fyne.KeyHome, fyne.KeyEnd)
	r.sees(5, 0)
	r.SetMap(mapgen.Grid(4, 3, 1, 1)) // they are gone
	r.sees(4, 0)
}

func TestTheLineForNotesCoversNothingAndMovesNoCardToAnotherSlide(t *testing.T) {
	for _, cards := range []int{1, 2, 3, 9} {
		m := mapgen.Grid(2, 5, cards, 1)
		r := presented(t, m, stages(m)[0])
		content := r.win.Canvas().Size()
		pages, before := r.Pages(), r.cards()
		r.screen.KeyUp(&fyne.KeyEvent{Name: fyne.KeyI})
		r.wait()
		line := r.notes
		if end, top := r.screen.Position().Y+r.screen.Size().Height, line.Position().Y; end > top || line.Position().Y+line.Size().Height > content.Height+0.5 {
			t.Errorf("the slide ends at %v, the line begins at %v", end, top)
		}
		if r.screen.shown.img.Rect.Size() != r.screen.pixels || r.Pages() != pages {
			t.Errorf("beside the line the slide has %v of %v pixels and %d pages, before %d", r.screen.shown.img.Rect.Size(), r.screen.pixels, r.Pages(), pages)
		}
		if !slices.Equal(before, r.cards()) {
			t.Errorf("of %d cards a cell, the line moves some to another slide", cards)
		}
		r.closeNotes()
		if r.wait(); r.screen.Size().Height != content.Height || r.Pages() != pages {
			t.Error("the line leaves a gap behind")
		}
	}
}

func TestTheOpeningSaysTheKeysForAMoment(t *testing.T) {
	m := mapgen.Grid(4, 3, 2, 1)
	r := presented(t, m, mapmodel.ID{}).wait()
	if !r.Opening() || !strings.Contains(r.Notice(), "T timer") || !strings.Contains(r.Notice(), "Esc end") {
		t.Errorf("the opening says %q", r.Notice())
	}
	small := r.screen.board.Bounds().Dy()
	if r.screen.measured(r.screen.pixels.Mul(2)); r.screen.board.Bounds().Dy() < 2*small-2 {
		t.Error("what is said does not grow with the window")
	}
	if r.press(fyne.KeyRight, fyne.KeyF1); !strings.Contains(r.Notice(), "T timer") {
		t.Errorf("asked for the keys it says %q", r.Notice())
	}
	if r.pass(noticeTime); r.Notice() != "" {
		t.Errorf("%q stays", r.Notice())
	}
	if r = presented(t, m, stages(m)[1]).wait(); r.Notice() != "" {
		t.Errorf("a stage says %q", r.Notice())
	}
}
