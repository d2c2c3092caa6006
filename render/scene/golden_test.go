package scene_test

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"footpath/mapmodel"
	"footpath/mapmodel/picture"
	"footpath/render/scene"
)

var update = flag.Bool("update", false, "write the recorded scenes anew")

// painted is a small picture.
func painted(width, height int) string {
	img := image.NewGray(image.Rect(0, 0, width, height))
	for i := range img.Pix {
		img.Pix[i] = uint8(i)
	}
	var out bytes.Buffer
	_ = png.Encode(&out, img) // memory takes everything
	return out.String()
}

// everyMark is a small map that shows each mark a page knows.
func everyMark(t *testing.T) *mapmodel.Map {
	t.Helper()
	src := mapmodel.NewSeededSource(11)
	common := func(rank mapmodel.Rank) mapmodel.Common { return mapmodel.Common{ID: src.ID(), Rank: rank} }
	ranks := mapmodel.Ranks(8, src)
	face := &mapmodel.Picture{Common: common(ranks[0]), Media: picture.PNG, Data: painted(40, 40)}
	queue := &mapmodel.Picture{Common: common(ranks[1]), Media: picture.PNG, Data: painted(40, 30)}
	face.Key, queue.Key = "rosa", "the-queue"
	rosa := &mapmodel.Persona{Picture: face.ID, Common: common(ranks[0]), Name: "Rosa", Role: "nurse", Quote: "Each queue costs me a shift.", Goals: []string{"Lose no shift"}}
	theo := &mapmodel.Persona{Common: common(ranks[1]), Name: "Theo", Role: "courier"}
	notice := &mapmodel.Stage{Common: common(ranks[0]), Name: "Notice", Description: "six weeks ahead"}
	visit := &mapmodel.Stage{Common: common(ranks[1]), Name: "Visit"}
	arrive := &mapmodel.Step{Common: common(ranks[0]), Stage: visit.ID, Name: "Arrive"}
	wait := &mapmodel.Step{Common: common(ranks[1]), Stage: visit.ID, Name: "Wait"}
	seen := &mapmodel.Evidence{Common: common(ranks[0]), EvidenceKind: mapmodel.Interview, Source: "6 interviews"}
	records := []mapmodel.Record{
		&mapmodel.Header{
			Common: common(""), Title: "Renewing a licence", Scenario: "It runs out in six weeks.", State: mapmodel.Current,
			Owner: "Service design", Team: []string{"Ortiz", "Lind"}, Date: "2026-11-14", Version: "1.3",
		}, rosa, theo, notice, visit, arrive, wait, seen, face, queue,
		&mapmodel.Survey{Common: common(ranks[0]), Stage: notice.ID, SurveyKind: mapmodel.CSAT, Counts: []int{2, 3, 9, 30, 20}},
		&mapmodel.Survey{Common: common(ranks[0]), Stage: visit.ID, SurveyKind: mapmodel.NPS, Counts: []int{9, 0, 2, 1, 1, 6, 4, 9, 8, 5, 5}},
	}
	lanes := map[mapmodel.LaneKind]mapmodel.ID{}
	for i, kind := range mapmodel.StandardLanes() {
		lane := &mapmodel.Lane{Common: common(ranks[i]), LaneKind: kind}
		lanes[kind] = lane.ID
		records = append(records, lane)
	}
	n := 0
	add := func(column mapmodel.ID, kind mapmodel.LaneKind, card mapmodel.Card) mapmodel.ID {
		card.Common, card.Column, card.Lane = common(ranks[n%len(ranks)]), column, lanes[kind]
		n++
		records = append(records, &card)
		return card.ID
	}
	add(notice.ID, mapmodel.LaneTasks, mapmodel.Card{Text: "Open the letter"})
	add(arrive.ID, mapmodel.LaneTasks, mapmodel.Card{Text: "Draw a number like everybody else", Pictures: []mapmodel.ID{queue.ID, face.ID}})
	add(notice.ID, mapmodel.LaneFeelings, mapmodel.Card{Text: "Is this a fine?", Emotion: mapmodel.N(-1), Mood: "uneasy", Level: mapmodel.Researched})
	add(arrive.ID, mapmodel.LaneFeelings, mapmodel.Card{Text: "A real hour.", Emotion: mapmodel.N(1), Level: mapmodel.Assumed})
	add(arrive.ID, mapmodel.LaneFeelings, mapmodel.Card{Text: "Nice.", Emotion: mapmodel.N(2), Mood: "pleased", Persona: theo.ID, Level: mapmodel.Partly})
	add(wait.ID, mapmodel.LaneFeelings, mapmodel.Card{Text: "Nobody knows that I am here.", Emotion: mapmodel.N(-2), Mood: "forgotten", Moment: true})
	add(notice.ID, mapmodel.LaneTouchpoints, mapmodel.Card{Text: "Letter", Channel: "post", Where: mapmodel.Offline, Reason: mapmodel.Experience})
	add(wait.ID, mapmodel.LaneTouchpoints, mapmodel.Card{Text: "Desk: am I lost?", Channel: "counter", Where: mapmodel.Offline, Reason: mapmodel.Service})
	language := add(notice.ID, mapmodel.LaneInsights, mapmodel.Card{Text: "It is in English only.", Level: mapmodel.Researched, Evidence: []mapmodel.ID{seen.ID}})
	add(wait.ID, mapmodel.LaneInsights, mapmodel.Card{Text: "After 20 minutes people get up.", Level: mapmodel.Assumed})
	add(notice.ID, mapmodel.LaneOpportunities, mapmodel.Card{Text: "Send it in five languages", Answers: []mapmodel.ID{language}, Owner: "M. Ortiz", Impact: mapmodel.N(4), Effort: mapmodel.N(2), Status: mapmodel.Planned, Due: "2026-10-01"})
	add(visit.ID, mapmodel.LaneOpportunities, mapmodel.Card{Text: "Text visitors before their turn"})
	add(mapmodel.ID{}, "", mapmodel.Card{Text: "Which hours are quiet?"})
	m, healed := mapmodel.FromRecords(records, src)
	if len(healed) > 0 {
		t.Fatalf("the map needed mending: %v", healed)
	}
	return m
}

func TestScenesAreAsRecorded(t *testing.T) {
	m := everyMark(t)
	for name, style := range map[string]*scene.Style{"print": scene.Print(), "light": scene.ScreenLight()} {
		got := whole(scene.Layout(m, style, say, scene.A3()))
		file := filepath.Join("testdata", name+".scene")
		if *update {
			if err := os.MkdirAll("testdata", 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got == string(want) {
			continue
		}
		a, b := strings.Split(got, "\n"), strings.Split(string(want), "\n")
		for i := range min(len(a), len(b)) {
			if a[i] != b[i] {
				t.Fatalf("%s, line %d is\n%s\nand was\n%s\nIf that is meant: go test ./render/scene -update, and look at the pages.", file, i+1, a[i], b[i])
			}
		}
		t.Fatalf("%s: %d lines, and there were %d", file, len(a), len(b))
	}
}

func TestScenesAreLaidOutAlikeEveryTime(t *testing.T) {
	m := everyMark(t)
	for name, style := range styles() {
		first := whole(scene.Layout(m, style, say, scene.A3()))
		for range 5 {
			if again := whole(scene.Layout(m, style, say, scene.A3())); again != first {
				t.Fatalf("%s comes out differently a second time", name)
			}
		}
	}
}
