package scene

import (
	"strings"
	"testing"
	"time"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"

	"pgregory.net/rapid"
)

// a4 is a small sheet.
var a4 = Sheet{Width: 297 * mm, Height: 210 * mm}

// plainWords say a page's words by their keys.
func plainWords(key string) string {
	if strings.HasPrefix(key, DateKey) {
		return ""
	}
	return key
}

// closing are the closing pages of a map laid out by stage: its rows in order.
func closing(s *Scene) (rows []*Group, matrix int) {
	for _, p := range s.Pages {
		for g := range p.All() {
			switch {
			case g.Group.Role == ActionRole && !g.Group.ID.IsZero():
				rows = append(rows, g.Group)
			case g.Group.Role == MatrixRole:
				matrix++
			}
		}
	}
	return rows, matrix
}

// tells tells whether a closing page says something.
func tells(s *Scene, words string) bool {
	for _, p := range s.Pages {
		for g := range p.All() {
			if g.Group.Role == ActionRole && strings.Contains(strings.Join(strings.Fields(said(g.Group)), " "), words) {
				return true
			}
		}
	}
	return false
}

func said(g *Group) string {
	var b strings.Builder
	for _, e := range g.Elements {
		if r, ok := e.(*Run); ok {
			b.WriteString(r.Text + " ")
		}
	}
	return b.String()
}

func TestTheClosingPagesNameEveryOpportunityOnceAndTheBestFirst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := mapgen.Map(t)
		sheet := rapid.SampledFrom([]Sheet{a4, {Width: a4.Height, Height: a4.Width}, A3(), {Width: MinSide, Height: MinSide}}).Draw(t, "sheet")
		sheet.Fit = FitStages
		laidOut := Layout(m, Print(), plainWords, sheet)
		rows, matrix := closing(laidOut)
		want, says, scored := map[mapmodel.ID]bool{}, false, false
		for card := range m.Cards() {
			lane := mapmodel.Find[*mapmodel.Lane](m, card.Lane)
			if lane != nil && lane.LaneKind == mapmodel.LaneOpportunities && !lane.Hidden && !card.Column.IsZero() {
				want[card.ID] = true
				scored = scored || card.Impact.Known && card.Effort.Known
				says = says || card.Due+string(card.Status)+card.Note+string(card.Pillar) != "" || m.Votes(card.ID).Known
			}
		}
		if len(want) <= topThree && !says { // the map says it all
			clear(want)
		}
		if len(rows) != len(want) || (matrix == 1) != (len(want) > 0 && scored) {
			t.Fatalf("%d rows and %d matrices for %d opportunities", len(rows), matrix, len(want))
		}
		if told := tells(laidOut, wordNoneScored); told != (len(want) > 0 && !scored) {
			t.Fatalf("it says that nothing is scored: %v, and there are scores: %v", told, scored)
		}
		before := 9
		for _, row := range rows {
			if !want[row.ID] {
				t.Fatalf("%s stands there twice or does not belong there", row.ID)
			}
			delete(want, row.ID)
			card := mapmodel.Find[*mapmodel.Card](m, row.ID)
			gain := -9
			if card.Impact.Known && card.Effort.Known {
				gain = card.Impact.Value - card.Effort.Value
			}
			if gain > before {
				t.Fatalf("a gain of %d stands below one of %d", gain, before)
			}
			before = gain
		}
	})
}

func TestPointsOfOneSpotDoNotCoverEachOther(t *testing.T) {
	w := &work{s: Print()}
	for n := 1; n <= 30; n++ {
		here := make([]action, n)
		for i := range here {
			here[i] = action{card: &mapmodel.Card{}, number: i + 1}
		}
		const unit = 52
		var discs []Rect
		for _, e := range w.spots(here, Point{}, unit) {
			if p, ok := e.(*Path); ok && p.Stroke.Width > 0 {
				box := boundsOf(p)
				for _, other := range discs {
					if box.X < other.Right() && other.X < box.Right() && box.Y < other.Bottom() && other.Y < box.Bottom() {
						t.Fatalf("of %d points two cover each other: %v, %v", n, box, other)
					}
				}
				if box.X < -unit/2-1 || box.Right() > unit/2+1 || box.Y < -unit/2-1 || box.Bottom() > unit/2+1 {
					t.Errorf("of %d points one leaves its spot: %v", n, box)
				}
				discs = append(discs, box)
			}
		}
		if len(discs) == 0 || n <= 9 && len(discs) != n {
			t.Errorf("of %d points %d are drawn", n, len(discs))
		}
	}
}

// boundsOf is the box round a path's points.
func boundsOf(p *Path) Rect {
	first := p.Segments[0].A
	box := Rect{first.X, first.Y, 0, 0}
	for _, s := range p.Segments {
		if s.Op == Close {
			continue
		}
		end := s.A
		if s.Op == Curve {
			end = s.C
		}
		right, bottom := max(box.Right(), end.X), max(box.Bottom(), end.Y)
		box.X, box.Y = min(box.X, end.X), min(box.Y, end.Y)
		box.W, box.H = right-box.X, bottom-box.Y
	}
	return box
}

func TestAnOpportunityAsLongAsABookStandsOnTheNotes(t *testing.T) {
	source := mapmodel.NewSeededSource(3)
	m := mapgen.Grid(4, 5, 1, 1)
	desk := &mapmodel.Desk{Source: source, Now: time.Now}
	for card := range m.Cards() {
		lane := mapmodel.Find[*mapmodel.Lane](m, card.Lane)
		if lane.LaneKind != mapmodel.LaneOpportunities {
			continue
		}
		change, err := desk.SetText(m, card.ID, strings.Repeat("words and more words ", 1500))
		if err != nil {
			t.Fatal(err)
		}
		next, misfit := m.Apply(change)
		if misfit != nil {
			t.Fatal(misfit)
		}
		m = next
		break
	}
	sheet := a4
	sheet.Fit = FitStages
	s := Layout(m, Print(), plainWords, sheet)
	rows, _ := closing(s)
	if len(rows) == 0 || !strings.Contains(said(rows[0])+said(rows[len(rows)-1]), "»") {
		t.Errorf("the row does not lead to the notes")
	}
	n := 0
	for _, p := range s.Pages {
		for g := range p.All() {
			for _, e := range g.Group.Elements {
				if r, ok := e.(*Run); ok {
					n += strings.Count(r.Text, "more")
				}
			}
		}
	}
	if n < 1500 {
		t.Errorf("only %d of 1,500 repetitions stand on the pages", n)
	}
}
