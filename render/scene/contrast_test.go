package scene_test

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"testing"

	"footpath/mapmodel"
	"footpath/render/scene"

	"pgregory.net/rapid"
)

// grounds is the painter that looks at what lies under each word: the areas
// painted before it, in their order.
type grounds struct {
	under []area
	page  scene.Color
	// pairs are the words by ink and ground, one word of each.
	pairs map[[2]scene.Color]string
}

// area is a filled shape: a box of all of it, and whether a place is in it.
type area struct {
	box   scene.Rect
	holds func(scene.Point) bool
	color scene.Color
}

func (g *grounds) Box(e *scene.Box, at scene.Point) {
	if e.Fill.A > 0 {
		g.under = append(g.under, area{e.Moved(at), func(scene.Point) bool { return true }, e.Fill})
	}
}

func (g *grounds) Path(e *scene.Path, at scene.Point) {
	if e.Fill.A == 0 || len(e.Segments) == 0 {
		return
	}
	outline := flat(e.Segments, at)
	box := scene.Rect{X: math.Inf(1), Y: math.Inf(1), W: math.Inf(-1), H: math.Inf(-1)}
	for _, p := range outline {
		box.X, box.Y, box.W, box.H = min(box.X, p.X), min(box.Y, p.Y), max(box.W, p.X), max(box.H, p.Y)
	}
	box.W, box.H = box.W-box.X, box.H-box.Y
	g.under = append(g.under, area{box, func(p scene.Point) bool { return inside(outline, p) }, e.Fill})
}

// Picture is a ground like any other; no word should stand on one.
func (g *grounds) Picture(e *scene.Picture, at scene.Point) {
	g.under = append(g.under, area{e.Moved(at), func(scene.Point) bool { return true }, scene.Hex(0x777777)})
}

func (g *grounds) Run(e *scene.Run, at scene.Point) {
	const places = 7
	for i := range places {
		p := scene.Point{X: at.X + e.X + e.Width*(float64(i)+0.5)/places, Y: at.Y + e.Y - 0.3*e.Size}
		pair := [2]scene.Color{e.Color, g.at(p)}
		if g.pairs[pair] == "" {
			g.pairs[pair] = e.Text
		}
	}
}

// at is the colour of a place, see-through areas laid over what is below them.
func (g *grounds) at(p scene.Point) scene.Color {
	c := g.page
	for _, a := range g.under {
		if a.box.Contains(p) && a.holds(p) {
			c = a.color.Mix(c, float64(a.color.A)/255)
		}
	}
	return c
}

// flat is a path as a polygon; its pieces are joined, which is right for
// shapes of one piece.
func flat(segments []scene.Segment, at scene.Point) []scene.Point {
	var out []scene.Point
	for _, s := range segments {
		switch s.Op {
		case scene.Move, scene.Line:
			out = append(out, scene.Point{X: s.A.X + at.X, Y: s.A.Y + at.Y})
		case scene.Curve:
			out = append(out, scene.Point{X: s.C.X + at.X, Y: s.C.Y + at.Y})
		}
	}
	return out
}

// inside counts the polygon's edges to the right of a place.
func inside(polygon []scene.Point, p scene.Point) bool {
	in := false
	for i, a := range polygon {
		b := polygon[(i+1)%len(polygon)]
		if (a.Y > p.Y) != (b.Y > p.Y) && p.X < a.X+(p.Y-a.Y)*(b.X-a.X)/(b.Y-a.Y) {
			in = !in
		}
	}
	return in
}

// ratio is the contrast of two colours as WCAG 2 has it, 1 to 21.
func ratio(a, b scene.Color) float64 {
	luminance := func(c scene.Color) float64 {
		sum := 0.0
		for i, v := range []uint8{c.R, c.G, c.B} {
			part := float64(v) / 255
			if part <= 0.04045 {
				part /= 12.92
			} else {
				part = math.Pow((part+0.055)/1.055, 2.4)
			}
			sum += part * []float64{0.2126, 0.7152, 0.0722}[i]
		}
		return sum
	}
	x, y := luminance(a)+0.05, luminance(b)+0.05
	return max(x, y) / min(x, y)
}

// faint lists the words of a scene that have less contrast than they need.
func faint(s *scene.Scene, least float64) []string {
	var out []string
	for n, page := range s.Pages {
		g := &grounds{page: s.Background, pairs: map[[2]scene.Color]string{}}
		page.Draw(g)
		for pair, words := range g.pairs {
			if c := ratio(pair[0], pair[1]); c < least {
				out = append(out, fmt.Sprintf("page %d: %q, %v on %v, has %.2f:1", n+1, words, pair[0], pair[1], c))
			}
		}
	}
	slices.Sort(out)
	return out
}

// everyLane is the map of every mark with a card in a lane of each kind.
func everyLane(t *testing.T) *mapmodel.Map {
	t.Helper()
	m := everyMark(t)
	src := mapmodel.NewSeededSource(12)
	records := slices.Collect(m.Records())
	var stage mapmodel.ID
	for s := range m.Stages() {
		stage = s.ID
	}
	kinds := mapmodel.FieldNamed(mapmodel.KindLane, "kind").Words
	ranks := mapmodel.Ranks(len(kinds), src)
	for i, kind := range kinds {
		lane := &mapmodel.Lane{Common: mapmodel.Common{ID: src.ID(), Rank: ranks[i]}, Name: "More " + kind, LaneKind: mapmodel.LaneKind(kind)}
		records = append(records, lane)
		if lane.LaneKind.HoldsCards() {
			records = append(records, &mapmodel.Card{
				Common: mapmodel.Common{ID: src.ID(), Rank: ranks[0]}, Column: stage, Lane: lane.ID,
				Text: "In " + kind, Channel: "post", Level: mapmodel.Partly, Impact: mapmodel.N(2), Reason: mapmodel.Service,
			})
		}
	}
	out, _ := mapmodel.FromRecords(records, src)
	return out
}

// floors are the styles by the least contrast of their text.
func floors() map[string]float64 {
	return map[string]float64{
		scene.ThemePrint: 4.5, scene.ThemeScreenLight: 4.5, scene.ThemeScreenDark: 4.5, scene.ThemeHighContrast: 7,
	}
}

func TestEveryWordCanBeReadOnWhatLiesUnderIt(t *testing.T) {
	m := everyLane(t)
	byStage := scene.A3()
	byStage.Fit = scene.FitStages
	crowded, _ := scene.NamedSheet("A4", false)
	crowded.Fit = scene.FitPage
	board := map[string]*scene.Style{
		scene.ThemeScreenLight: scene.ScreenLight(), scene.ThemeScreenDark: scene.ScreenDark(), scene.ThemeHighContrast: scene.HighContrast(),
	}
	if names := slices.Sorted(maps.Keys(floors())); !slices.Equal(names, slices.Sorted(slices.Values(scene.ThemeNames()))) {
		t.Fatalf("there are %v", scene.ThemeNames())
	}
	for name, least := range floors() {
		theme := scene.Theme{Base: name}
		for _, sheet := range []scene.Sheet{scene.A3(), byStage, crowded} {
			for _, said := range faint(scene.Layout(m, theme.Page(), say, sheet), least) {
				t.Errorf("%s, %s: %s", name, sheet.Fit, said)
			}
		}
		if style := board[name]; style != nil {
			for _, said := range faint(scene.Layout(m, style, say, scene.Sheet{}), least) {
				t.Errorf("%s, board: %s", name, said)
			}
		}
	}
}

func TestEveryWordOfAClientsPageCanBeRead(t *testing.T) {
	m := everyMark(t)
	kinds := mapmodel.FieldNamed(mapmodel.KindLane, "kind").Words
	rapid.Check(t, func(t *rapid.T) {
		color := func(name string) scene.Color {
			if rapid.Bool().Draw(t, "with "+name) {
				return scene.Hex(rapid.Uint32Range(0, 0xFFFFFF).Draw(t, name))
			}
			return scene.Color{}
		}
		theme := scene.Theme{
			Base: rapid.SampledFrom(scene.ThemeNames()).Draw(t, "base"), Client: "Riverbank", Confidentiality: "For the team only.",
			Livery: scene.Livery{Page: color("page"), Text: color("text"), Accent: color("accent"), Curve: color("curve"), Lanes: map[mapmodel.LaneKind]scene.Color{}},
		}
		for _, kind := range kinds {
			if c := color(kind); c.A > 0 {
				theme.Livery.Lanes[mapmodel.LaneKind(kind)] = c
			}
		}
		for _, said := range faint(scene.Layout(m, theme.Page(), say, scene.A3()), floors()[theme.Base]) {
			t.Errorf("%+v: %s", theme, said)
		}
	})
}

func TestFaintWordsAreFound(t *testing.T) {
	grey := scene.Hex(0xAAAAAA)
	page := &scene.Page{Back: []scene.Placed{{Group: &scene.Group{Elements: []scene.Element{
		&scene.Run{X: 0, Y: 20, Width: 50, Size: 10, Text: "on white", Color: grey},
		&scene.Path{Segments: scene.Circle(scene.Point{X: 25, Y: 50}, 40), Fill: scene.Hex(0)},
		&scene.Run{X: 0, Y: 50, Width: 50, Size: 10, Text: "on black", Color: grey},
	}}}}}
	got := faint(&scene.Scene{Background: scene.Hex(0xFFFFFF), Pages: []*scene.Page{page}}, 4.5)
	if len(got) != 1 || got[0] != `page 1: "on white", {170 170 170 255} on {255 255 255 255}, has 2.32:1` {
		t.Errorf("got %q", got)
	}
}
