package scene_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/render/scene"

	"pgregory.net/rapid"
)

// whole writes every page of a scene.
func whole(s *scene.Scene) string {
	var out strings.Builder
	for i := range s.Pages {
		one := *s
		one.Pages = s.Pages[i : i+1]
		out.WriteString(dump(&one))
	}
	return out.String()
}

// changer makes one random change after another.
type changer struct {
	*rapid.T
	desk *mapmodel.Desk
}

// some draws one of the records of a kind, or none where there are none.
func some[R mapmodel.Record](c *changer, m *mapmodel.Map) (R, bool) {
	var all []R
	for r := range m.Records() {
		if r, ok := r.(R); ok {
			all = append(all, r)
		}
	}
	var none R
	if len(all) == 0 {
		return none, false
	}
	return rapid.SampledFrom(all).Draw(c.T, "record"), true
}

// change applies one change, or gives the map itself where the one drawn is not
// to be had.
func (c *changer) change(m *mapmodel.Map) *mapmodel.Map {
	var change mapmodel.Change
	var err error
	card, hasCard := some[*mapmodel.Card](c, m)
	stage, hasStage := some[*mapmodel.Stage](c, m)
	lane, hasLane := some[*mapmodel.Lane](c, m)
	persona, hasPersona := some[*mapmodel.Persona](c, m)
	shown, hasPicture := some[*mapmodel.Picture](c, m)
	alter := func(f func(*mapmodel.Card)) {
		change, err = mapmodel.Alter(c.desk, m, mapmodel.LabelAlter, []mapmodel.ID{card.ID}, f)
	}
	what := rapid.SampledFrom([]string{
		"text", "emotion", "level", "effort", "moment", "move", "remove", "add", "stage", "name", "unstage", "hide", "survey", "title", "evidence", "answer", "picture", "face", "unpicture", "persona", "whose",
	}).Draw(c.T, "what")
	switch {
	case what == "stage":
		change, _, err = c.desk.AddStage(m, 1, "Another stage")
	case what == "title":
		change, err = c.desk.Rename(m, m.ID(), "Another title")
	case what == "add" && hasStage && hasLane && lane.LaneKind.HoldsCards():
		change, _, err = c.desk.AddCard(m, mapmodel.Place{Column: stage.ID, Lane: lane.ID}, "A card more", nil)
	case what == "name" && hasStage:
		change, err = c.desk.Rename(m, stage.ID, "A stage with a name of many, many words")
	case what == "unstage" && hasStage:
		change, err = c.desk.RemoveStage(m, stage.ID)
	case what == "hide" && hasLane:
		change, err = mapmodel.Alter(c.desk, m, mapmodel.LabelAlter, []mapmodel.ID{lane.ID}, func(l *mapmodel.Lane) { l.Hidden = !l.Hidden })
	case what == "survey" && hasStage:
		change, _, err = c.desk.AddSurvey(m, stage.ID, mapmodel.Survey{SurveyKind: mapmodel.CSAT, Counts: []int{1, 2, 3, 40, 50}})
	case what == "face" && hasPersona:
		change, _, err = c.desk.AddPicture(m, []mapmodel.ID{persona.ID}, "face", []byte(painted(5, 5)))
	case what == "unpicture" && hasPicture:
		change, err = c.desk.TakePicture(m, holders(m, shown.ID), shown.ID)
	case what == "persona":
		change, _, err = c.desk.AddPersona(m, 0, mapmodel.Persona{Name: "Another one"})
	case !hasCard:
		return m
	case what == "whose" && hasPersona:
		alter(func(c *mapmodel.Card) { c.Persona = persona.ID })
	case what == "picture":
		change, _, err = c.desk.AddPicture(m, []mapmodel.ID{card.ID}, "queue", []byte(painted(5, 4)))
	case what == "text":
		alter(func(c *mapmodel.Card) { c.Text += " and more" })
	case what == "emotion":
		alter(func(c *mapmodel.Card) { c.Emotion = mapmodel.N(1) })
	case what == "level":
		alter(func(c *mapmodel.Card) { c.Level = mapmodel.Assumed })
	case what == "effort":
		alter(func(c *mapmodel.Card) { c.Impact, c.Effort = mapmodel.N(5), mapmodel.N(1) })
	case what == "moment":
		alter(func(c *mapmodel.Card) { c.Moment, c.Emotion = true, mapmodel.N(-2) })
	case what == "remove":
		change, err = c.desk.RemoveCards(m, []mapmodel.ID{card.ID})
	case what == "move" && hasStage && hasLane && lane.LaneKind.HoldsCards():
		change, err = c.desk.MoveCards(m, []mapmodel.ID{card.ID}, mapmodel.Place{Column: stage.ID, Lane: lane.ID})
	case what == "evidence":
		change, _, err = c.desk.Cite(m, card.ID, mapmodel.Evidence{EvidenceKind: mapmodel.Interview, Source: "6 visitors"})
	case what == "answer":
		other, _ := some[*mapmodel.Card](c, m)
		change, err = c.desk.Answer(m, card.ID, other.ID)
	default:
		return m
	}
	if err != nil {
		return m // some changes are refused, and rightly
	}
	after, err := m.Apply(change)
	if err != nil {
		c.Fatal(err)
	}
	return after
}

func TestWhateverChangesIsLaidOutAgainAsIfAnew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := newChanger(t)
		c.layOutAgain(mapgen.Map(t), rapid.SampledFrom([]string{"print", "light"}).Draw(t, "style"), c.change)
	})
}

func TestAFeelingAmongManyIsLaidOutAgainAsIfAnew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := newChanger(t)
		c.layOutAgain(crowded(t), "light", c.feel)
	})
}

func newChanger(t *rapid.T) *changer {
	return &changer{t, &mapmodel.Desk{Source: mapmodel.NewSeededSource(0xC0FFEE), Now: func() time.Time { return time.Unix(0, 0) }}}
}

// sieves are nothing and some ways to filter.
var sieves = []*scene.Sieve{
	nil,
	{Passes: func(c *mapmodel.Card) bool { return c.Emotion.Value > 0 }},
	{Passes: func(c *mapmodel.Card) bool { return len(c.Text)%2 == 0 }, Hides: true},
	{Passes: func(*mapmodel.Card) bool { return false }, Hides: true},
}

// layOutAgain lays a map out change by change, and holds each scene against one
// laid out from nothing.
func (c *changer) layOutAgain(m *mapmodel.Map, name string, change func(*mapmodel.Map) *mapmodel.Map) {
	style := styles()[name]
	kept := scene.NewLayouter(style, say)
	sheet := scene.A3()
	for range rapid.IntRange(1, 8).Draw(c.T, "changes") {
		if !style.Paper {
			sheet.Share = rapid.SampledFrom([]float64{0, 900, 1900}).Draw(c.T, "share")
			sheet.Sieve = rapid.SampledFrom(sieves).Draw(c.T, "sieve")
			sheet.Spared = mapmodel.ID{}
			if card, ok := some[*mapmodel.Card](c, m); ok && rapid.Bool().Draw(c.T, "spares") {
				sheet.Spared = card.ID
			}
		}
		again, anew := whole(kept.Layout(m, sheet)), whole(scene.Layout(m, style, say, sheet))
		if again != anew {
			a, b := strings.Split(again, "\n"), strings.Split(anew, "\n")
			for i := range min(len(a), len(b)) {
				if a[i] != b[i] {
					c.Fatalf("%s: line %d, laid out again:\n%s\nanew:\n%s", name, i, a[i], b[i])
				}
			}
			c.Fatalf("%s: the scenes have %d and %d lines", name, len(a), len(b))
		}
		m = change(m)
	}
}

// feel changes what is felt, or at times anything.
func (c *changer) feel(m *mapmodel.Map) *mapmodel.Map {
	card, ok := some[*mapmodel.Card](c, m)
	what := rapid.IntRange(0, 9).Draw(c.T, "what is felt")
	if !ok || what == 9 {
		return c.change(m)
	}
	change, err := mapmodel.Alter(c.desk, m, mapmodel.LabelAlter, []mapmodel.ID{card.ID}, func(card *mapmodel.Card) {
		switch what {
		case 0:
			card.Moment = !card.Moment
		case 1:
			card.Emotion = mapmodel.Number{}
		case 2:
			card.Level = mapmodel.Assumed
		default:
			card.Emotion = mapmodel.N(rapid.IntRange(-2, 2).Draw(c.T, "value"))
		}
	})
	if err != nil {
		return m // nothing to alter
	}
	after, err := m.Apply(change)
	if err != nil {
		c.Fatal(err)
	}
	return after
}

func TestEveryGroupIsInsideItsPage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := mapgen.Map(t)
		for name, style := range styles() {
			for i, page := range scene.Layout(m, style, say, scene.A3()).Pages {
				for g := range page.All() {
					box := g.Box()
					if box.X < -0.5 || box.Y < -0.5 || box.Right() > page.Size.X+0.5 || box.Bottom() > page.Size.Y+0.5 {
						t.Fatalf("%s, page %d: a group of role %d stands over the edge: %+v on %+v", name, i+1, g.Group.Role, box, page.Size)
					}
				}
			}
		}
	})
}

// holders are the records that a picture hangs on.
func holders(m *mapmodel.Map, picture mapmodel.ID) []mapmodel.ID {
	var out []mapmodel.ID
	for card := range m.Cards() {
		if slices.Contains(card.Pictures, picture) {
			out = append(out, card.ID)
		}
	}
	for persona := range m.Personas() {
		if persona.Picture == picture {
			out = append(out, persona.ID)
		}
	}
	return out
}
