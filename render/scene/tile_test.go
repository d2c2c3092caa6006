package scene_test

import (
	"fmt"
	"strings"
	"testing"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/render/scene"

	"pgregory.net/rapid"
)

// anySheet draws a sheet of the fit tiles: of a printer's sizes or an odd one,
// for a poster of a size or of whatever size the map needs.
func anySheet(t *rapid.T) scene.Sheet {
	name := rapid.SampledFrom([]string{"A4", "A3", "Letter", "Legal", "110x140mm", "300x120mm"}).Draw(t, "sheet")
	s, err := scene.NamedSheet(name, rapid.Bool().Draw(t, "landscape"))
	if err != nil {
		t.Fatal(err)
	}
	s.Fit, s.Either = scene.FitTiles, rapid.Bool().Draw(t, "either")
	if poster := rapid.SampledFrom([]string{"", "A3", "A1", "A0", "3000x900mm"}).Draw(t, "poster"); poster != "" {
		if s.Poster, err = scene.NamedPoster(poster); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// within tells whether a box lies in another, but for the edges of strokes.
func within(outer, inner scene.Rect) bool {
	const over = 1.05
	return inner.X >= outer.X-over && inner.Y >= outer.Y-over && inner.Right() <= outer.Right()+over && inner.Bottom() <= outer.Bottom()+over
}

// words gathers the runs of a group with the boxes they take.
type words struct {
	text  strings.Builder
	boxes []scene.Rect
}

func (*words) Box(*scene.Box, scene.Point)         {}
func (*words) Path(*scene.Path, scene.Point)       {}
func (*words) Picture(*scene.Picture, scene.Point) {}

func (w *words) Run(e *scene.Run, at scene.Point) {
	w.text.WriteString(e.Text)
	m := e.Face.Metrics(e.Size)
	w.boxes = append(w.boxes, scene.Rect{X: e.X + at.X, Y: e.Y + at.Y - m.Ascent, W: e.Width, H: m.Ascent + m.Descent})
}

// lacking are the characters of a text that another does not have, as often.
func lacking(has, want string) string {
	count := map[rune]int{}
	for _, r := range has {
		count[r]++
	}
	return strings.Map(func(r rune) rune {
		if count[r]--; count[r] < 0 {
			return r
		}
		return -1
	}, want)
}

func TestEachSheetOfAPosterShowsItsCardsWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, sheet := mapgen.Map(t), anySheet(t)
		s := scene.Layout(m, scene.Print(), say, sheet)
		cut := map[mapmodel.ID]bool{}
		for _, f := range s.Findings {
			if f.Kind == scene.CutThrough {
				cut[f.Card] = true
			}
		}
		found, seen := map[mapmodel.ID]string{}, map[mapmodel.ID]int{}
		for i, page := range s.Pages {
			if page.Size != s.Pages[0].Size {
				t.Fatal("the sheets differ in size")
			}
			for _, c := range page.Cells {
				for _, g := range c.Block.Cards {
					box := g.Box().Moved(c.At)
					if id := g.Group.ID; g.Group.Role == scene.CardRole {
						var w words
						g.Group.Draw(&w, scene.Point{})
						found[id] += w.text.String()
						seen[id]++
						if !cut[id] && !within(page.Window, box) {
							t.Fatalf("a card stands over the cut of sheet %d: %+v in %+v", i, box, page.Window)
						}
					}
				}
			}
		}
		for card := range m.Cards() {
			lane := mapmodel.Find[*mapmodel.Lane](m, card.Lane)
			if card.Column.IsZero() || lane == nil || lane.Hidden || !lane.LaneKind.HoldsCards() {
				continue
			}
			if !cut[card.ID] && !strings.Contains(bare(found[card.ID]), bare(card.Text)) {
				t.Fatalf("%q is not on the sheets, which say %q", card.Text, found[card.ID])
			}
			if missing := lacking(bare(found[card.ID]), bare(card.Text)); missing != "" {
				t.Fatalf("%q of %q is on no sheet", missing, card.Text)
			}
			if !cut[card.ID] && seen[card.ID] != 1 {
				t.Fatalf("%q stands on %d sheets", card.Text, seen[card.ID])
			}
		}
	})
}

func TestEveryWordOfAPosterIsWholeOnASheet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, sheet := mapgen.Map(t), anySheet(t)
		s := scene.Layout(m, scene.Print(), say, sheet)
		cut := false
		for _, f := range s.Findings {
			cut = cut || f.Kind == scene.CutThrough
		}
		for i, page := range s.Pages {
			for g := range page.All() {
				var w words
				g.Group.Draw(&w, g.At)
				for _, box := range w.boxes {
					if g.Group.Role == scene.SheetRole {
						if !within(scene.Rect{W: page.Size.X, H: page.Size.Y}, box) || box.Overlaps(page.Window) {
							t.Fatalf("a sheet's label stands at %+v, the picture in %+v", box, page.Window)
						}
					} else if !cut && !within(page.Window, box) {
						t.Fatalf("%q is cut on sheet %d: %+v in %+v", w.text.String(), i, box, page.Window)
					}
				}
			}
		}
	})
}

func TestNoCutGoesThroughACardAHeadOrALabel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, sheet := mapgen.Map(t), anySheet(t)
		s := scene.Layout(m, scene.Print(), say, sheet)
		for _, f := range s.Findings {
			if f.Kind == scene.CutThrough {
				return // and it is said
			}
		}
		rows, columns := s.Poster.Count()
		for i, page := range s.Pages {
			part := s.Poster.Part(i/columns, i%columns)
			part.X, part.Y = page.Window.X, page.Window.Y
			own := func(g scene.Placed) {
				whole := g.Group.Role == scene.StageRole || g.Group.Role == scene.StepRole || g.Group.Role == scene.PersonaRole || g.Group.Role == scene.CardRole
				if whole && !within(part, g.Box()) {
					t.Fatalf("%v stands over the cut of sheet %d of %d × %d: %+v in %+v", g.Group.Role, i, rows, columns, g.Box(), part)
				}
			}
			for _, g := range page.Back {
				own(g)
			}
			for _, c := range page.Cells {
				for _, g := range c.Block.Cards {
					own(scene.Placed{Group: g.Group, At: scene.Point{X: c.At.X + g.At.X, Y: c.At.Y + g.At.Y}})
				}
			}
		}
	})
}

func TestThePartsOfAPosterCoverItOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := scene.Layout(mapgen.Map(t), scene.Print(), say, anySheet(t)).Poster
		rows, columns := p.Count()
		area := 0.0
		for row := range rows {
			for column := range columns {
				part, shown := p.Part(row, column), p.Shown(row, column)
				if part.W <= 0 || part.H <= 0 || shown.W > p.Sheet.X-40 || shown.H > p.Sheet.Y-40 {
					t.Fatalf("sheet %d, %d shows %+v of a poster cut at %v and %v", row, column, shown, p.Columns, p.Rows)
				}
				area += part.W * part.H
			}
		}
		if whole := p.Size.X * p.Size.Y; area < whole-1 || area > whole+1 {
			t.Fatalf("the parts have %g square points, the poster %g", area, whole)
		}
	})
}

func TestASheetSaysWhichItIs(t *testing.T) {
	sheet, _ := scene.NamedSheet("A4", true)
	sheet.Fit = scene.FitTiles
	s := scene.Layout(mapgen.Grid(9, 5, 4, 1), scene.Print(), func(key string) string {
		if key == "page.sheet" {
			return "row {row}, column {column} of {rows} × {columns}"
		}
		return key
	}, sheet)
	rows, columns := s.Poster.Count()
	if rows < 2 || columns < 2 {
		t.Fatalf("%d × %d sheets", rows, columns)
	}
	for i, page := range s.Pages {
		var w words
		var last scene.Placed
		for last = range page.Front.Backward() {
			break
		}
		last.Group.Draw(&w, last.At)
		if want := fmt.Sprintf("row %d, column %d of %d × %d", i/columns+1, i%columns+1, rows, columns); !strings.Contains(w.text.String(), want) {
			t.Errorf("sheet %d says %q, not %q", i, w.text.String(), want)
		}
	}
}
