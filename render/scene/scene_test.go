package scene_test

import (
	"math"
	"strings"
	"testing"
	"time"
	"unicode"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/render/scene"

	"pgregory.net/rapid"
)

// say is a plain language: keys stand for themselves, gaps and all.
func say(key string) string {
	switch key {
	case "page.answers":
		return "answers {letters}"
	case "page.cards.of":
		return "{n} of {m} cards"
	case "page.quote":
		return "“{said}”"
	case "page.interval-of":
		return "{low} to {high}"
	}
	if strings.HasPrefix(key, scene.DateKey) {
		return ""
	}
	return key[strings.LastIndexByte(key, '.')+1:]
}

// large is a sheet that grows with its map, so that every card is whole.
func large() scene.Sheet {
	s := scene.A3()
	s.Fit = scene.FitContent
	return s
}

func styles() map[string]*scene.Style {
	return map[string]*scene.Style{"print": scene.Print(), "light": scene.ScreenLight(), "dark": scene.ScreenDark(), "stark": scene.HighContrast()}
}

// gatherer collects what a scene draws.
type gatherer struct {
	words  strings.Builder
	broken []string
}

func (g *gatherer) Box(e *scene.Box, _ scene.Point) {
	if e.W < 0 || e.H < 0 {
		g.broken = append(g.broken, "a box of less than nothing")
	}
}

func (g *gatherer) Path(e *scene.Path, _ scene.Point) {
	if len(e.Segments) > 0 && e.Segments[0].Op != scene.Move {
		g.broken = append(g.broken, "a path that begins nowhere")
	}
}

func (g *gatherer) Picture(e *scene.Picture, _ scene.Point) {
	if !(e.W > 0 && e.H > 0) || e.Image == nil {
		g.broken = append(g.broken, "a picture of nothing")
	}
}

func (g *gatherer) Run(e *scene.Run, _ scene.Point) { g.words.WriteString(e.Text) }

// bare is a text without white space, as a page that breaks lines may show it.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func TestEveryCardsWholeTextIsOnThePage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := mapgen.Map(t)
		shown := map[mapmodel.ID]bool{}
		for lane := range m.Lanes() {
			shown[lane.ID] = !lane.Hidden
		}
		for name, style := range styles() {
			page := scene.Layout(m, style, say, large()).Pages[0]
			found := map[mapmodel.ID]string{}
			for g := range page.All() {
				if g.Group.Role == scene.CardRole {
					var seen gatherer
					g.Group.Draw(&seen, g.At)
					found[g.Group.ID] = bare(seen.words.String())
				}
			}
			for card := range m.Cards() {
				if !card.Column.IsZero() && shown[card.Lane] && !strings.Contains(found[card.ID], bare(card.Text)) {
					t.Fatalf("%s: %q is not on its card, which says %q", name, card.Text, found[card.ID])
				}
			}
		}
	})
}

func TestCardsDoNotOverlapAndStandOnThePage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := mapgen.Map(t)
		for name, style := range styles() {
			page := scene.Layout(m, style, say, large()).Pages[0]
			var cards []scene.Rect
			for g := range page.All() {
				if g.Group.Role != scene.CardRole {
					continue
				}
				box := g.Box()
				if box.X < 0 || box.Y < 0 || box.Right() > page.Size.X+0.01 || box.Bottom() > page.Size.Y+0.01 {
					t.Fatalf("%s: a card stands over the page's edge: %+v on %+v", name, box, page.Size)
				}
				for _, other := range cards {
					if box.Inset(0.01).Overlaps(other.Inset(0.01)) {
						t.Fatalf("%s: two cards overlap: %+v and %+v", name, box, other)
					}
				}
				cards = append(cards, box)
			}
		}
	})
}

func TestNothingDrawnIsBroken(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := mapgen.Map(t)
		for name, style := range styles() {
			var seen gatherer
			scene.Layout(m, style, say, large()).Pages[0].Draw(&seen)
			if len(seen.broken) > 0 {
				t.Fatalf("%s: %s", name, seen.broken[0])
			}
		}
	})
}

func TestAnEditLaidOutAgainIsAsIfLaidOutAnew(t *testing.T) {
	source := mapmodel.NewSeededSource(1)
	desk := &mapmodel.Desk{Source: source, Now: func() time.Time { return time.Unix(0, 0) }}
	for name, style := range styles() {
		m := mapgen.Grid(6, 5, 3, 1)
		kept := scene.NewLayouter(style, say)
		kept.Layout(m, large())
		cards := []*mapmodel.Card{}
		for card := range m.Cards() {
			cards = append(cards, card)
		}
		for i := 0; i < len(cards); i += 7 {
			c, err := mapmodel.Alter(desk, m, mapmodel.LabelAlter, []mapmodel.ID{cards[i].ID}, func(c *mapmodel.Card) {
				c.Text, c.Emotion = "Another text, much longer than the one before it", mapmodel.N(i%5-2)
			})
			if err != nil {
				t.Fatal(err)
			}
			if m, err = m.Apply(c); err != nil {
				t.Fatal(err)
			}
			again, anew := kept.Layout(m, large()), scene.Layout(m, style, say, large())
			if a, b := dump(again), dump(anew); a != b {
				t.Fatalf("%s: after edit %d the scenes differ", name, i)
			}
		}
	}
}

func TestUntouchedCellsKeepTheirVeryBlocks(t *testing.T) {
	m := mapgen.Grid(4, 5, 2, 1)
	desk := &mapmodel.Desk{Source: mapmodel.NewSeededSource(1), Now: time.Now}
	l := scene.NewLayouter(scene.ScreenLight(), say)
	before := l.Layout(m, scene.Sheet{}).Pages[0].Cells
	lane := m.LaneOf(mapmodel.LaneTasks).ID
	c, err := desk.SetText(m, m.Cell(m.ColumnIDs()[1], lane).Card(0).ID, "changed")
	if err != nil {
		t.Fatal(err)
	}
	if m, err = m.Apply(c); err != nil {
		t.Fatal(err)
	}
	after := l.Layout(m, scene.Sheet{}).Pages[0].Cells
	fresh := 0
	for i := range after {
		if after[i].Block != before[i].Block {
			fresh++
		}
	}
	if fresh != 1 {
		t.Fatalf("%d blocks were laid out again, want 1", fresh)
	}
}

func TestTypeOnPaperIsNeverUnderTheSmallest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		style := scene.Print()
		m := mapgen.Map(t)
		var small smallest
		scene.Layout(m, style, say, large()).Pages[0].Draw(&small)
		if small.size > 0 && small.size < 6.49 {
			t.Fatalf("%q is set in %.2f points", small.words, small.size)
		}
	})
}

type smallest struct {
	size  float64
	words string
}

func (*smallest) Box(*scene.Box, scene.Point)         {}
func (*smallest) Path(*scene.Path, scene.Point)       {}
func (*smallest) Picture(*scene.Picture, scene.Point) {}
func (s *smallest) Run(e *scene.Run, _ scene.Point) {
	if s.size == 0 || e.Size < s.size {
		s.size, s.words = e.Size, e.Text
	}
}

func TestACaretStandsWhereItsLetterIs(t *testing.T) {
	m := mapgen.Grid(1, 5, 1, 1)
	l := scene.NewLayouter(scene.ScreenLight(), say)
	for card := range m.Cards() {
		body := l.CardGroup(m, card, mapmodel.LaneTasks, 180, 0).Body
		for at := range len(card.Text) + 1 {
			caret := body.Caret(at)
			back := body.Offset(scene.Point{X: caret.X + 0.01, Y: caret.Y + caret.H/2})
			// Where a line breaks, the end of one line and the start of the next
			// are one place.
			if back != at && strings.TrimSpace(card.Text[min(back, at):max(back, at)]) != "" {
				t.Fatalf("%q: the caret before byte %d leads back to %d", card.Text, at, back)
			}
		}
	}
}

func TestFewColumnsShareTheWindowAndManyDoNotChange(t *testing.T) {
	s := scene.ScreenLight()
	for _, c := range []struct {
		stages      int
		share, want float64
	}{
		{1, 1920, s.WidestColumn},
		{4, 1280, (1280 - s.LaneW) / 4},
		{5, 1280, (1280 - s.LaneW) / 5},
		{3, 0, s.Column},
		{3, 500, s.Column},
		{12, 1920, s.Column},
	} {
		g := scene.Layout(mapgen.Grid(c.stages, 5, 1, 1), s, say, scene.Sheet{Width: 1920, Share: c.share}).Pages[0].Grid
		for i, column := range g.Columns {
			if math.Abs(column.W-c.want) > 1e-9 {
				t.Errorf("%+v: column %d is %v wide, want %v", c, i, column.W, c.want)
			}
		}
	}
}
