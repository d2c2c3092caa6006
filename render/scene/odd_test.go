package scene_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/render/scene"
)

// long is a map whose every text is one word ; texts, which
// may have lines, are five times as long.
func long(t *testing.T, word string) *mapmodel.Map {
	t.Helper()
	text := strings.Repeat(word, 5)
	src := mapmodel.NewSeededSource(5)
	common := func() mapmodel.Common { return mapmodel.Common{ID: src.ID(), Rank: mapmodel.Ranks(1, src)[0]} }
	persona := &mapmodel.Persona{Common: common(), Name: word, Role: word, Quote: text, Goals: []string{word, word}}
	stage := &mapmodel.Stage{Common: common(), Name: word, Description: text}
	step := &mapmodel.Step{Common: common(), Stage: stage.ID, Name: word}
	seen := &mapmodel.Evidence{Common: common(), EvidenceKind: mapmodel.Interview, Source: word}
	records := []mapmodel.Record{
		&mapmodel.Header{Common: common(), Title: word, Scenario: text, Expectations: text, Owner: word, Team: []string{word}, Version: word, State: mapmodel.Current},
		persona, stage, step, seen,
	}
	var insight mapmodel.ID
	for _, kind := range append(mapmodel.StandardLanes(), mapmodel.LanePhysical, mapmodel.LaneFrontstage, mapmodel.LaneBackstage, mapmodel.LaneSupport) {
		lane := &mapmodel.Lane{Common: common(), LaneKind: kind, Name: word}
		records = append(records, lane)
		if !kind.HoldsCards() {
			continue
		}
		for _, column := range []mapmodel.ID{stage.ID, step.ID} {
			mine := fmt.Sprint(len(records))
			card := &mapmodel.Card{
				Common: common(), Column: column, Lane: lane.ID, Text: mine + text + mine, Emotion: mapmodel.N(1), Mood: word, Moment: true,
				Channel: word, Where: mapmodel.Online, Reason: mapmodel.Service, Owner: word, Note: text, Level: mapmodel.Assumed,
				Evidence: []mapmodel.ID{seen.ID}, Impact: mapmodel.N(4), Effort: mapmodel.N(1), Status: mapmodel.Idea,
			}
			switch kind {
			case mapmodel.LaneInsights:
				insight = card.ID
			case mapmodel.LaneOpportunities:
				card.Answers = []mapmodel.ID{insight}
			}
			records = append(records, card)
		}
	}
	m, healed := mapmodel.FromRecords(records, src)
	if len(healed) > 0 {
		t.Fatalf("the map needed mending: %v", healed)
	}
	return m
}

// odd are maps that nobody draws on purpose.
func odd(t *testing.T) map[string]*mapmodel.Map {
	src := mapmodel.NewSeededSource(3)
	desk := &mapmodel.Desk{Source: src, Now: func() time.Time { return time.Unix(0, 0) }}
	wordy := mapgen.Grid(1, 5, 1, 1)
	for card := range wordy.Cards() {
		c, err := desk.SetText(wordy, card.ID, strings.Repeat("five words in this card ", 1000))
		if err == nil {
			wordy, err = wordy.Apply(c)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	maps := map[string]*mapmodel.Map{
		"no stage": mapmodel.NewMap("Empty", src), "no title": mapmodel.NewMap("", src),
		"sixty stages": mapgen.Grid(60, 5, 1, 1), "cards of 5,000 words": wordy, "controls": long(t, "\u0001\u007f\u200f\u202e\ufeff\ufffe"),
	}
	for _, word := range []string{strings.Repeat("W", 200), strings.Repeat("ﷺ", 4), strings.Repeat("👩‍👩‍👧", 4), strings.Repeat("م", 16), strings.Repeat("地", 12)} {
		maps["words of "+string([]rune(word)[:3])] = long(t, word)
	}
	return maps
}

func TestOddMapsComeOutRightOnEverySheet(t *testing.T) {
	for name, m := range odd(t) {
		for _, sheet := range []scene.Sheet{scene.A3(), {Width: 595, Height: 842}, {Width: scene.MinSide, Height: scene.MinSide}} {
			for _, fit := range scene.Fits() {
				sheet.Fit = fit
				s := scene.Layout(m, scene.Print(), say, sheet)
				where := fmt.Sprintf("%s, %.0f × %.0f, %s", name, sheet.Width, sheet.Height, fit)
				if len(s.Pages) == 0 {
					t.Fatalf("%s: there is no page", where)
				}
				var cards, heads strings.Builder
				for i, page := range s.Pages {
					var seen gatherer
					page.Draw(&seen)
					for g := range page.All() {
						var part gatherer
						g.Group.Draw(&part, g.At)
						switch g.Group.Role {
						case scene.CardRole:
							cards.WriteString(bare(part.words.String()))
						case scene.HeaderRole:
							heads.WriteString(bare(part.words.String()))
						}
					}
					if len(seen.broken) > 0 || seen.words.Len() == 0 {
						t.Errorf("%s, page %d: %d letters, broken: %v", where, i+1, seen.words.Len(), seen.broken)
					}
					if over := overTheEdge(page); over != "" && fit != scene.FitTiles {
						t.Errorf("%s, page %d: %s", where, i+1, over)
					}
				}
				for card := range m.Cards() {
					if fit != scene.FitTiles && !strings.Contains(cards.String(), bare(card.Text)) {
						t.Errorf("%s: the words of a card are on no page", where)
					}
				}
				if title := bare(m.Header().Title); fit != scene.FitTiles && !strings.Contains(heads.String(), title) {
					t.Errorf("%s: the title is on no page", where)
				}
			}
		}
	}
}

// overTheEdge tells what stands over a page's edge; empty where nothing does.
func overTheEdge(page *scene.Page) string {
	for g := range page.All() {
		box := g.Box()
		if box.X < -0.5 || box.Y < -0.5 || box.Right() > page.Size.X+0.5 || box.Bottom() > page.Size.Y+0.5 {
			return fmt.Sprintf("a group of role %d at %+v stands over the edge of %+v", g.Group.Role, box, page.Size)
		}
	}
	return ""
}

func TestOddMapsComeOutRightOnTheScreen(t *testing.T) {
	for name, m := range odd(t) {
		for style, s := range styles() {
			if s.Paper {
				continue
			}
			page := scene.Layout(m, s, say, scene.Sheet{}).Pages[0]
			var seen gatherer
			page.Draw(&seen)
			if len(seen.broken) > 0 || page.Size.X <= 0 || page.Size.Y <= 0 {
				t.Errorf("%s, %s: %v", name, style, seen.broken)
			}
			if over := overTheEdge(page); over != "" {
				t.Errorf("%s, %s: %s", name, style, over)
			}
		}
	}
}
