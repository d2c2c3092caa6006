package scene_test

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/render/scene"

	"pgregory.net/rapid"
)

// drawnCurve is a page's emotion curve, taken apart.
type drawnCurve struct {
	words []scene.Rect
	says  map[mapmodel.ID]string // what stands beside each point
	marks []mark
	line  []scene.Point // many points along all curves
	// pieces are their pieces, by colour.
	pieces map[scene.Color][]piece
}

type piece struct {
	from scene.Point
	to   scene.Segment
}

// mark is a point's face, or a diamond around it.
type mark struct {
	scene.Rect
	diamond bool
}

// meets tells whether a mark reaches into a box.
func (m mark) meets(box scene.Rect) bool {
	c := scene.Point{X: m.X + m.W/2, Y: m.Y + m.H/2}
	dx := math.Max(math.Max(box.X-c.X, c.X-box.Right()), 0)
	dy := math.Max(math.Max(box.Y-c.Y, c.Y-box.Bottom()), 0)
	if m.diamond {
		return dx+dy < m.W/2-1
	}
	return math.Hypot(dx, dy) < m.W/2/1.28 // a mark's box is as much wider than a face
}

// takeApart looks at what is drawn of a page's curve.
func takeApart(page *scene.Page) *drawnCurve {
	d := &drawnCurve{says: map[mapmodel.ID]string{}, pieces: map[scene.Color][]piece{}}
	for g := range page.Front.All() {
		if g.Group.Role != scene.CurveRole {
			continue
		}
		said, words, diamond := "", false, false
		for _, e := range g.Group.Elements {
			switch e := e.(type) {
			case *scene.Run:
				said, words = said+e.Text, true
			case *scene.Path:
				diamond = diamond || len(e.Segments) == 5
				if g.Group.ID.IsZero() && e.Stroke.Width > 0 && len(e.Segments) == 2 {
					p := piece{moved(e.Segments[0].A, g.At), e.Segments[1]}
					p.to.A, p.to.B, p.to.C = moved(p.to.A, g.At), moved(p.to.B, g.At), moved(p.to.C, g.At)
					d.pieces[e.Stroke.Color] = append(d.pieces[e.Stroke.Color], p)
					d.follow(p)
				}
			}
		}
		switch {
		case words:
			d.words = append(d.words, g.Box())
			d.says[g.Group.ID] += bare(said) + "\n"
		case !g.Group.ID.IsZero():
			d.marks = append(d.marks, mark{g.Box(), diamond})
		}
	}
	return d
}

func moved(p, by scene.Point) scene.Point { return scene.Point{X: p.X + by.X, Y: p.Y + by.Y} }

// follow walks along a piece of a curve.
func (d *drawnCurve) follow(p piece) {
	const steps = 100
	s := p.to
	for i := range steps + 1 {
		t := float64(i) / steps
		a, b, c, e := (1-t)*(1-t)*(1-t), 3*t*(1-t)*(1-t), 3*t*t*(1-t), t*t*t
		d.line = append(d.line, scene.Point{
			X: a*p.from.X + b*s.A.X + c*s.B.X + e*s.C.X,
			Y: a*p.from.Y + b*s.A.Y + c*s.B.Y + e*s.C.Y,
		})
	}
}

// fault tells what words stand on; it is empty where they stand free.
func (d *drawnCurve) fault() string {
	for i, box := range d.words {
		box = box.Inset(0.01)
		for _, other := range d.words[:i] {
			if box.Overlaps(other.Inset(0.01)) {
				return fmt.Sprintf("words at %+v stand on others at %+v", box, other)
			}
		}
		for _, m := range d.marks {
			if m.meets(box) {
				return fmt.Sprintf("words at %+v stand on the mark at %+v", box, m)
			}
		}
		for _, p := range d.line {
			if box.Contains(p) {
				return fmt.Sprintf("words at %+v stand on the curve at %+v", box, p)
			}
		}
	}
	return ""
}

// crowded is a map in which people feel much in few stages.
func crowded(t *rapid.T) *mapmodel.Map {
	src := mapmodel.NewSeededSource(rapid.Uint64Range(1, 1<<20).Draw(t, "seed"))
	m := mapmodel.NewMap("Crowded", src)
	desk := &mapmodel.Desk{Source: src, Now: func() time.Time { return time.Unix(0, 0) }}
	do := func(c mapmodel.Change, err error) {
		if err == nil {
			m, err = m.Apply(c)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	personas := []mapmodel.ID{{}}
	for i := range rapid.IntRange(0, 3).Draw(t, "personas") {
		c, id, err := desk.AddPersona(m, -1, mapmodel.Persona{Name: fmt.Sprintf("Persona %d", i)})
		do(c, err)
		personas = append(personas, id)
	}
	lane := m.LaneOf(mapmodel.LaneFeelings).ID
	moods := []string{"", "calm", "anxious", "quite at a loss", "überglücklich und erleichtert zugleich", "怒っている", strings.Repeat("long ", 40), strings.Repeat("W", 300)}
	for range rapid.IntRange(1, 5).Draw(t, "stages") {
		c, stage, err := desk.AddStage(m, -1, "A stage")
		do(c, err)
		for range rapid.IntRange(0, 14).Draw(t, "feelings") {
			c, _, err := desk.AddCard(m, mapmodel.Place{Column: stage, Lane: lane, At: -1}, "words of a card, more than a few", func(c *mapmodel.Card) {
				c.Emotion = mapmodel.N(rapid.IntRange(-2, 2).Draw(t, "emotion"))
				c.Mood = rapid.SampledFrom(moods).Draw(t, "mood")
				c.Moment = rapid.IntRange(0, 4).Draw(t, "moment") == 0
				c.Persona = rapid.SampledFrom(personas).Draw(t, "persona")
				c.Level = rapid.SampledFrom([]mapmodel.Level{"", mapmodel.Assumed}).Draw(t, "level")
			})
			do(c, err)
		}
	}
	return m
}

func TestWordsBesideTheCurveStandOnNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := crowded(t)
		if rapid.IntRange(0, 3).Draw(t, "any map") == 0 {
			m = mapgen.Map(t)
		}
		sheet := scene.A3()
		sheet.Fit = rapid.SampledFrom([]scene.Fit{scene.FitAuto, scene.FitPage, scene.FitStages, scene.FitContent}).Draw(t, "fit")
		for name, style := range styles() {
			for i, page := range scene.Layout(m, style, say, sheet).Pages {
				if fault := takeApart(page).fault(); fault != "" {
					t.Fatalf("%s, page %d: %s", name, i+1, fault)
				}
			}
		}
	})
}

func TestTheCurveHasNoKinkWhereStagesMeet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := crowded(t)
		sheet := scene.A3()
		sheet.Fit = rapid.SampledFrom([]scene.Fit{scene.FitPage, scene.FitStages}).Draw(t, "fit")
		for name, style := range styles() {
			for i, page := range scene.Layout(m, style, say, sheet).Pages {
				for _, pieces := range takeApart(page).pieces {
					slices.SortFunc(pieces, func(a, b piece) int { return cmp.Compare(a.from.X, b.from.X) })
					for n := 1; n < len(pieces); n++ {
						a, b := pieces[n-1], pieces[n]
						if math.Hypot(a.to.C.X-b.from.X, a.to.C.Y-b.from.Y) > 1e-6 {
							continue
						}
						in := (a.to.C.Y - a.to.B.Y) / (a.to.C.X - a.to.B.X)
						out := (b.to.A.Y - b.from.Y) / (b.to.A.X - b.from.X)
						if math.Abs(in-out) > 1e-6 {
							t.Fatalf("%s, page %d: the curve comes to %+v at a slope of %.3f and leaves at %.3f", name, i+1, b.from, in, out)
						}
					}
				}
			}
		}
	})
}

func TestOnPaperNoWordBesideTheCurveIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := crowded(t)
		sheet := scene.A3()
		sheet.Fit = rapid.SampledFrom([]scene.Fit{scene.FitAuto, scene.FitPage, scene.FitStages, scene.FitContent, scene.FitTiles}).Draw(t, "fit")
		says := map[mapmodel.ID]string{}
		all := ""
		for _, page := range scene.Layout(m, scene.Print(), say, sheet).Pages {
			for id, said := range takeApart(page).says {
				says[id] += said
			}
			var seen gatherer
			page.Draw(&seen)
			all += bare(seen.words.String())
		}
		for card := range m.Cards() {
			wanted := bare(card.Mood)
			if wanted == "" {
				wanted = bare("words of a card,")
			}
			whole := strings.Contains(says[card.ID], wanted)
			if begun := len(wanted) > 100 && says[card.ID] != "" && strings.Contains(all, wanted); !whole && !begun {
				t.Fatalf("beside the point of %q stands %q", card.Mood, says[card.ID])
			}
			if card.Moment && !strings.Contains(says[card.ID], "moment") {
				t.Fatalf("no word says that %q is a moment of truth", card.Mood)
			}
		}
		if len(says) > 0 {
			for persona := range m.Personas() {
				if len(m.EmotionPoints(persona.ID)) > 0 && m.Below(m.ID()).Family(mapmodel.KindPersona).Len() > 1 && !strings.Contains(says[mapmodel.ID{}], bare(persona.Name)) {
					t.Fatalf("the curve of %s has no name", persona.Name)
				}
			}
		}
	})
}
