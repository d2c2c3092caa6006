package board

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"footpath/app/desktop/board/edit"
	"footpath/mapmodel/mapgen"
	"footpath/render/scene"
)

func TestNothingBelowMovesWhenTheKeyboardEntersAndLeavesTheHeader(t *testing.T) {
	for _, wide := range []float32{400, 700, 1280, 1900} {
		b, _ := desk(t, mapgen.Grid(3, 5, 1, 1))
		b.Resize(fyne.NewSize(wide, 700))
		high, stages := b.frame.head, b.page.Grid.Rows[0].Y
		still := func(where string) {
			t.Helper()
			if b.frame.head != high || b.page.Grid.Rows[0].Y != stages || b.view.y != 0 {
				t.Errorf("%g wide, on %s: the header is %g high, was %g; scrolled by %g", wide, where, b.frame.head, high, b.view.y)
			}
		}
		b.Select(b.p.Doc.Map().ID())
		still("the title")
		for range 6 {
			b.edit.Press(edit.Stroke{Key: "Tab"})
			still(b.Spot().Field)
		}
		b.Do(edit.EditText)
		b.Do(edit.Escape)
		b.SelectCell(b.edit.Grid().Columns[0], b.edit.Grid().Lanes[0])
		still("a cell")
	}
}

func TestAClickOnWhatTheHeaderAsksForBeginsToWriteIt(t *testing.T) {
	b, _ := desk(t, mapgen.Grid(3, 5, 1, 1))
	if !b.gapAt(edit.Spot{Kind: edit.HeadField, ID: b.p.Doc.Map().ID(), Field: scene.PersonaGap}) {
		t.Error("a persona is not asked for while the keyboard is elsewhere")
	}
	g, at, _ := b.find(edit.Spot{Kind: edit.HeadField, ID: b.p.Doc.Map().ID(), Field: "owner"})
	if g == nil {
		t.Fatal("the owner is not asked for while the keyboard is elsewhere")
	}
	b.pressAt(at.X+4, at.Y+4)
	if typing, ok := b.edit.Typing(); !ok || typing.Spot.Field != "owner" {
		t.Errorf("a click there types in %+v (%t)", typing.Spot, ok)
	}
}

// pressAt clicks a point of the page at its beginning.
func (b *Board) pressAt(x, y float64) {
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = fyne.NewPos(float32(x), float32(y))
	b.MouseDown(e)
	b.MouseUp(e)
}
