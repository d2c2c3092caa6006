package board

import (
	"bytes"
	"image"
	"image/png"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/render/scene"
)

// desk opens a board as in a real window: with workers, and with a UI
// goroutine that is the test's own.
func desk(t *testing.T, m *mapmodel.Map) (*Board, chan func()) {
	t.Helper()
	app := test.NewApp()
	t.Cleanup(app.Quit)
	calls := make(chan func(), 1000)
	src := mapmodel.NewSeededSource(99)
	b := New(Params{
		Doc: mapmodel.NewDocument(m, src, time.Now), Desk: &mapmodel.Desk{Author: src.ID(), Source: src, Now: time.Now},
		Words: words.English, Style: scene.ScreenDark(), Later: func(f func()) { calls <- f },
	})
	t.Cleanup(b.Close)
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetContent(b.Clip())
	c.Resize(fyne.NewSize(1000, 700))
	return b, calls
}

// until runs what is queued for the UI goroutine until something holds.
func until(t *testing.T, calls chan func(), holds func() bool) {
	t.Helper()
	end := time.After(time.Minute)
	for !holds() {
		select {
		case f := <-calls:
			f()
		case <-end:
			t.Fatal("it never came about")
		}
	}
}

func TestTheFirstFrameIsSharpAndAZoomBecomesSo(t *testing.T) {
	b, calls := desk(t, mapgen.Grid(6, 5, 4, 1))
	if b.missing != 0 {
		t.Errorf("%d pictures are missing in the first frame", b.missing)
	}
	b.ZoomIn()
	if b.missing == 0 {
		t.Error("a new zoom is left to the workers")
	}
	until(t, calls, func() bool { return b.missing == 0 && !b.zooming })
	for key, s := range b.sprites {
		if !s.sharp || s.key.zoom != b.view.step {
			t.Errorf("%v is not sharp", key)
		}
	}
}

func TestAPictureOnACardIsUnpackedByTheWorkers(t *testing.T) {
	m := mapgen.Grid(6, 5, 4, 1)
	var data bytes.Buffer
	if err := png.Encode(&data, image.NewGray(image.Rect(0, 0, 40, 30))); err != nil {
		t.Fatal(err)
	}
	src := mapmodel.NewSeededSource(5)
	for card := range m.Cards() {
		c, _, err := (&mapmodel.Desk{Author: src.ID(), Source: src, Now: time.Now}).AddPicture(m, []mapmodel.ID{card.ID}, "queue", data.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if m, err = m.Apply(c); err != nil {
			t.Fatal(err)
		}
		break
	}
	b, calls := desk(t, m)
	if b.missing != 1 {
		t.Errorf("%d pictures are left to the workers, not the card's alone", b.missing)
	}
	until(t, calls, func() bool { return b.missing == 0 })
}

func TestALargeMapIsLaidOutAwayFromTheUI(t *testing.T) {
	b, calls := desk(t, mapgen.Grid(20, 5, 20, 1))
	if b.page != nil {
		t.Error("2,000 cards were laid out on the UI goroutine")
	}
	until(t, calls, func() bool { return b.page != nil })
	if b.edit.Type('x'); !b.Editing() {
		t.Error("it cannot be edited")
	}
}

func TestPicturesAreForgottenBeforeTheyTakeTooMuch(t *testing.T) {
	b, calls := desk(t, mapgen.Grid(12, 5, 12, 1))
	for step := minStep; step <= maxStep; step += 4 {
		b.zoomStep(step, b.center())
		until(t, calls, func() bool { return b.missing == 0 && !b.zooming })
		if b.gallery.bytes > pictureBytes {
			t.Fatalf("at step %d the pictures take %d bytes", step, b.gallery.bytes)
		}
	}
	sum := 0
	for e := b.gallery.order.Front(); e != nil; e = e.Next() {
		sum += len(e.Value.(*picture).img.Pix)
	}
	if sum != b.gallery.bytes {
		t.Errorf("the pictures take %d bytes, counted are %d", sum, b.gallery.bytes)
	}
}

func TestFarAwayCardsAreBarsInOnePicture(t *testing.T) {
	b, _ := desk(t, mapgen.Grid(12, 5, 12, 1))
	b.zoomStep(minStep, b.center())
	if !b.far || !b.bars.Visible() {
		t.Error("at 25 % cards are bars")
	}
	for key := range b.sprites {
		if key.role == scene.CardRole {
			t.Fatal("and no card is a picture of its own")
		}
	}
	b.ZoomTo(100)
	if b.far || b.bars.Visible() {
		t.Error("at 100 % cards are pictures")
	}
}

func TestCardsThatDoNotPassTheFilterFadeNearAndFar(t *testing.T) {
	b, _ := desk(t, mapgen.Grid(4, 5, 3, 1))
	var first mapmodel.ID
	for card := range b.edit.Map().Cards() {
		first = card.ID
		break
	}
	b.SetFilter(func(c *mapmodel.Card) bool { return c.ID == first }, false)
	n := 0
	b.cardsIn(b.frame.body(&b.view), func(g *scene.Group, _ scene.Point, _ *layer) {
		n++
		if b.fades(g.ID) == (g.ID == first) {
			t.Errorf("%s: faded is %v", g.ID, b.fades(g.ID))
		}
	})
	if n < 2 {
		t.Fatalf("%d cards are in sight", n)
	}
	b.SetFilter(nil, false)
	if b.fades(first) {
		t.Error("without a filter a card fades")
	}
}

func TestALaneAsksAsLongAsItIsEmpty(t *testing.T) {
	src := mapmodel.NewSeededSource(4)
	m := mapmodel.NewMap("A test", src)
	d := &mapmodel.Desk{Author: src.ID(), Source: src, Now: time.Now}
	var tasks mapmodel.ID
	must := func(c mapmodel.Change, err error) {
		t.Helper()
		if err == nil {
			m, err = m.Apply(c)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for lane := range m.Lanes() {
		if lane.LaneKind == mapmodel.LaneTasks {
			tasks = lane.ID
		}
	}
	c, stage, err := d.AddStage(m, -1, "Notice")
	must(c, err)
	must(mapmodel.Alter(d, m, mapmodel.LabelAlter, []mapmodel.ID{tasks}, func(l *mapmodel.Lane) { l.Prompt = "What do they do?" }, "prompt"))
	b, _ := desk(t, m)
	shown := func() (out []string) {
		for _, a := range b.asking() {
			out = append(out, a.words)
		}
		return out
	}
	b.Select(stage)
	if got := shown(); len(got) != 1 || got[0] != "What do they do?" {
		t.Fatalf("the lane asks %q", got)
	}
	b.SelectCell(stage, tasks)
	if got := shown(); len(got) != 1 || got[0] != "What do they do?" {
		t.Errorf("the cell and its lane ask %q", got)
	}
	b.edit.Type('x')
	b.Commit()
	b.Select(stage)
	if got := shown(); len(got) != 0 {
		t.Errorf("with a card in it, the lane asks %q", got)
	}
}

func TestWhatALaneAsksStaysInItsCell(t *testing.T) {
	s := scene.ScreenLight()
	for _, words := range []string{
		"What do they do?",
		"Was oder wem begegnet er: Schild, Regal, Personal, Geruch, Musik?",
		"Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz und noch viel mehr, das nicht in einen Streifen passt, so hoch er auch ist",
		"ماذا يفعل الزائر هنا، خطوة بخطوة؟",
	} {
		for _, size := range []float64{14, 28} {
			s.CardSize = size
			cell := scene.Rect{X: 168, Y: 200, W: s.Column, H: s.LaneMin}
			a, _ := askIn(s, s.CardSize, mapmodel.ID{}, words, cell)
			if right, bottom := a.at.X+a.group.Size.X, a.at.Y+a.group.Size.Y; right > cell.Right() || bottom > cell.Bottom() {
				t.Errorf("%q in type of %v reaches to %v, %v of the cell %+v", words, size, right, bottom, cell)
			}
		}
	}
}

func TestTheMapFitsAsNearAfterItWasFar(t *testing.T) {
	b, _ := desk(t, mapgen.Grid(2, 2, 1, 1))
	b.FitMap()
	near := b.Status().Zoom
	b.ZoomTo(25)
	b.FitMap()
	if got := b.Status().Zoom; got != near || near < 100 {
		t.Errorf("it fits at %d %%, and coming from far away at %d %%", near, got)
	}
}

func TestMuchThatMovesIsLaidOutElsewhere(t *testing.T) {
	b, calls := desk(t, mapgen.Grid(3, 5, largeMap/10, 1))
	until(t, calls, func() bool { return b.page != nil && !b.away })
	wide := b.page.Grid.Columns[0].W
	b.Resize(fyne.NewSize(1300, 700))
	if !b.away || b.page.Grid.Columns[0].W != wide {
		t.Error("a wider window has all cards laid out while the person waits")
	}
	until(t, calls, func() bool { return !b.away })
	if got := b.page.Grid.Columns[0].W; got <= wide {
		t.Errorf("the columns are %v wide, and were %v", got, wide)
	}
	high := b.page.Size.Y
	b.SetFilter(func(c *mapmodel.Card) bool { return c.Emotion.Known }, true)
	if !b.away {
		t.Error("a filter that hides has all cards laid out while the person waits")
	}
	until(t, calls, func() bool { return !b.away })
	if b.page.Size.Y >= high {
		t.Errorf("filtered, the map is %v high of %v", b.page.Size.Y, high)
	}
}

func TestColumnsThatFillTheWindowStayWhereTheyAreWhenTheLastIsSelected(t *testing.T) {
	for _, wide := range []float32{1280, 1290, 1311, 1312, 1920} {
		b, _ := desk(t, mapgen.Grid(3, 2, 1, 1))
		b.Resize(fyne.NewSize(wide, 700))
		columns := b.page.Grid.Columns
		b.Select(columns[len(columns)-1].ID)
		if b.view.x != 0 {
			t.Errorf("%v wide, it is scrolled by %v", wide, b.view.x)
		}
	}
}
