package pdf

import (
	"fmt"
	"testing"

	"footpath/render/painttest"
)

// TestAFileTakesFewerBytesThanItsContentAloneThroughGofpdf holds whole files
// against those that gofpdf makes of their content streams alone: without tags,
// reading order, bookmarks and stamps.
func TestAFileTakesFewerBytesThanItsContentAloneThroughGofpdf(t *testing.T) {
	for _, size := range []struct {
		stages, cards int
		most          float64
	}{{6, 3, 0.7}, {20, 10, 0.85}, {50, 20, 0.9}} {
		t.Run(fmt.Sprint(size.stages*5*size.cards), func(t *testing.T) {
			s := painttest.Grid(size.stages, size.cards)
			var ours counter
			if err := Paint(&ours, s); err != nil {
				t.Fatal(err)
			}
			if theirs := given(t, s).write(t); float64(ours) > size.most*float64(theirs) {
				t.Errorf("%d bytes, of gofpdf's %d", ours, theirs)
			}
		})
	}
}

func TestAFontHoldsOnlyWhatIsSeen(t *testing.T) {
	d := &document{Fpdf: start(), strengths: map[uint8]int{}}
	p := d.painter(new(counter), 100)
	painttest.Run("seen twice, seen", 0, 0, 10, 0).Draw(p, painttest.One(1, 1).Pages[0].Back[0].At)
	if len(d.typefaces) != 1 || len(d.typefaces[0].list) != len("sen twic,") {
		t.Errorf("%d fonts, the first with %d signs", len(d.typefaces), len(d.typefaces[0].list))
	}
}
