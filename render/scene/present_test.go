package scene_test

import (
	"slices"
	"strings"
	"testing"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/render/scene"

	"pgregory.net/rapid"
)

// presenting lists the styles of slides.
func presenting() map[string]*scene.Style {
	return map[string]*scene.Style{
		"light": scene.Presenting(scene.ScreenLight()), "dark": scene.Presenting(scene.ScreenDark()), "stark": scene.Presenting(scene.HighContrast()),
	}
}

const wide = 16.0 / 9

// inStage lists the cards that slides of a stage show, in its lanes that are not
// hidden.
func inStage(m *mapmodel.Map, stage *mapmodel.Stage) []*mapmodel.Card {
	columns := []mapmodel.ID{stage.ID}
	for step := range m.Steps(stage.ID) {
		columns = append(columns, step.ID)
	}
	var out []*mapmodel.Card
	for lane := range m.Lanes() {
		for _, column := range columns {
			for card := range m.Cell(column, lane.ID).Cards() {
				if !lane.Hidden && lane.LaneKind != mapmodel.LaneCurve {
					out = append(out, card)
				}
			}
		}
	}
	return out
}

func TestNoCardOfAStageIsLostOverItsSlidesAndAllIsReadFromTheBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := mapgen.Map(t)
		style := presenting()[rapid.SampledFrom([]string{"light", "dark", "stark"}).Draw(t, "style")]
		aspect := rapid.SampledFrom([]float64{wide, 16.0 / 10, 4.0 / 3, 21.0 / 9, 0.6}).Draw(t, "aspect")
		zoom := rapid.SampledFrom([]float64{1, 1.5}).Draw(t, "zoom")
		aside := rapid.SampledFrom([]float64{0, 700}).Draw(t, "aside")
		for stage := range m.Stages() {
			s := scene.Present(m, style, say, stage.ID, scene.Screen{Aspect: aspect, Zoom: zoom, Aside: aside})
			if least := s.Smallest(); least < 28 {
				t.Fatalf("type of %v on a slide", least)
			}
			said := map[mapmodel.ID]*strings.Builder{}
			for _, page := range s.Pages {
				for g := range page.All() {
					if g.Group.Role != scene.CardRole {
						continue
					}
					if said[g.Group.ID] == nil {
						said[g.Group.ID] = &strings.Builder{}
					}
					var words gatherer
					g.Group.Draw(&words, g.At)
					said[g.Group.ID].WriteString(words.words.String())
				}
			}
			for _, card := range inStage(m, stage) {
				got := said[card.ID]
				if got == nil {
					t.Fatalf("%q is on no slide of %q", card.Text, stage.Name)
				}
				if !strings.Contains(bare(got.String()), bare(card.Text)) {
					t.Fatalf("of %q the slides show %q", card.Text, got)
				}
			}
		}
	})
}

func TestCardsOfASlideStandApartBetweenHeaderAndStrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := mapgen.Map(t)
		for stage := range m.Stages() {
			s := scene.Present(m, presenting()["light"], say, stage.ID, scene.Screen{Aspect: wide})
			for _, page := range s.Pages {
				var cards []scene.Rect
				top, foot := 0.0, page.Size.Y
				for g := range page.All() {
					switch g.Group.Role {
					case scene.HeaderRole:
						top = max(top, g.Box().Bottom())
					case scene.CurveRole:
						foot = min(foot, g.At.Y)
					case scene.CardRole, scene.MetricRole:
						cards = append(cards, g.Box())
					}
				}
				for i, c := range cards {
					if c.Y < top || c.Bottom() > foot || c.X < 0 || c.Right() > page.Size.X {
						t.Fatalf("a card at %+v of a slide of %+v, the header ends at %v, the strip begins at %v", c, page.Size, top, foot)
					}
					for _, other := range cards[:i] {
						if c.Overlaps(other) {
							t.Fatalf("cards at %+v and %+v", c, other)
						}
					}
				}
			}
		}
	})
}

// slides counts those of a stage.
func slides(m *mapmodel.Map, stage mapmodel.ID) int {
	return len(scene.Present(m, presenting()["light"], say, stage, scene.Screen{Aspect: wide}).Pages)
}

func TestWhoseFeelingItIsStandsUnderItsLastWordsWhenItGoesOnOnTheNextSlide(t *testing.T) {
	m := everyMark(t)
	theo := slices.Collect(m.Personas())[1]
	long := strings.Repeat("word ", 400) + "end"
	var records []mapmodel.Record
	var stage, id mapmodel.ID
	for r := range m.Records() {
		if card, ok := r.(*mapmodel.Card); ok && card.Persona == theo.ID {
			said := *card
			said.Text = long
			r, id, stage = &said, card.ID, m.StageOf(card.Column).ID
		}
		records = append(records, r)
	}
	m, _ = mapmodel.FromRecords(records, mapmodel.NewSeededSource(5))
	var words gatherer
	parts := 0
	for _, page := range scene.Present(m, presenting()["light"], say, stage, scene.Screen{Aspect: wide}).Pages {
		for g := range page.All() {
			if g.Group.ID == id {
				parts++
				g.Group.Draw(&words, g.At)
			}
		}
	}
	if said := bare(words.words.String()); parts < 2 || !strings.Contains(said, bare(long)) || !strings.HasSuffix(said, "Theo") {
		t.Errorf("on %d slides: %q", parts, said)
	}
}

func TestTwoStepsShareASlideAndOfMoreEachHasItsOwn(t *testing.T) {
	m := everyMark(t)
	visit := slices.Collect(m.Stages())[1]
	s := scene.Present(m, presenting()["light"], say, visit.ID, scene.Screen{Aspect: wide})
	var at []scene.Point
	for g := range s.Pages[0].All() {
		if g.Group.Role == scene.StepRole {
			at = append(at, g.At)
		}
	}
	if len(at) != 2 || at[0].Y != at[1].Y || at[0].X >= at[1].X {
		t.Fatalf("the heads of two steps stand at %v", at)
	}
	before := slides(m, visit.ID)
	src := mapmodel.NewSeededSource(5)
	records := slices.Collect(m.Records())
	for _, rank := range mapmodel.Ranks(3, src) {
		records = append(records, &mapmodel.Step{Common: mapmodel.Common{ID: src.ID(), Rank: rank}, Stage: visit.ID, Name: "More"})
	}
	m, _ = mapmodel.FromRecords(records, src)
	if now := slides(m, visit.ID); now != 6 { // one of the stage's own opportunity, one a step
		t.Errorf("five steps have %d slides, two had %d", now, before)
	}
}

func TestTooManyCardsMakeAnotherSlideOfTheSameStage(t *testing.T) {
	few, many := mapgen.Grid(3, 4, 1, 3), mapgen.Grid(3, 4, 9, 3)
	stage := func(m *mapmodel.Map) mapmodel.ID { return slices.Collect(m.Stages())[1].ID }
	if n := slides(few, stage(few)); n != 1 {
		t.Errorf("four cards have %d slides", n)
	}
	if n := slides(many, stage(many)); n < 3 {
		t.Errorf("36 cards have %d slides", n)
	}
}

func TestAStageThatIsGoneIsASlideWithoutCards(t *testing.T) {
	s := scene.Present(everyMark(t), presenting()["dark"], say, mapmodel.ID{}, scene.Screen{Aspect: wide})
	if len(s.Pages) != 1 {
		t.Fatalf("%d slides", len(s.Pages))
	}
	for g := range s.Pages[0].All() {
		if g.Group.Role == scene.CardRole {
			t.Error("there is a card")
		}
	}
}

func TestATimersDiscEmpties(t *testing.T) {
	reach := func(share float64) int {
		g := scene.Timer(presenting()["light"], scene.TimerFace{Clock: "4:12", Share: share, Head: "Time left", Line: "of 8 minutes"})
		n := 0
		for _, e := range g.Elements {
			if path, ok := e.(*scene.Path); ok {
				n += len(path.Segments)
			}
			if run, ok := e.(*scene.Run); ok && run.Size < 28 {
				t.Errorf("%q in type of %v", run.Text, run.Size)
			}
		}
		return n
	}
	if !(reach(0) < reach(0.2) && reach(0.2) < reach(0.6)) {
		t.Error("less time has no smaller sector")
	}
}
