//go:build window

package windowtest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"footpath/app/desktop/play"
	"footpath/mapmodel"
)

// workshop is the map that the room makes.
const workshop = "A morning in the shop"

// TestAWorkshopLosesNoWordFromTheTemplateToThePage plays a morning with a room that talks, at the speed the keys can be pressed:
// a map from a template grows to twelve stages, sixty cards are typed, a table is pasted, a card is dragged, things are taken back
// and done again, the room sees it, and a page of it goes home. Every card must be in the library, on the page, and in the map
// that the page brings back.
func TestAWorkshopLosesNoWordFromTheTemplateToThePage(t *testing.T) {
	p := start(t, t.TempDir())
	w := p.play(0)
	w.Map = func() *mapmodel.Map { return p.called(workshop) }

	w.Press(play.Ctrl, 'K').Type("a visit to the shop").Press(play.Enter)
	p.untilTitled("A visit to the shop")
	w.Press(play.Escape).Press(play.PageUp).Press(play.Up).Press(play.Up).
		Press(play.F2).Press(play.Ctrl, 'A').Type(workshop).Press(play.Enter)
	p.untilTitled(workshop)

	stages := []string{"On the way", "At the door", "Looking around", "Asking", "At the till", "Leaving"}
	w.Stage("Leaving")
	for n := len(stages) + 1; n <= 12; n++ {
		stages = append(stages, fmt.Sprintf("After %d days", n))
		w.Press(play.Ctrl, play.Shift, 'T').Type(stages[n-1]).Press(play.Enter)
	}
	p.untilMap("twelve stages", func(m *mapmodel.Map) bool { return slices.Equal(names(m), stages) })

	// Sixty cards: three things a guest does and two they meet in each stage.
	said := map[string][]string{}
	for _, lane := range []struct {
		name string
		each int
	}{{"tasks", 3}, {"touchpoints", 2}} {
		w.Cell(stages[0], lane.name)
		for x, stage := range stages {
			for n := range lane.each {
				text := fmt.Sprintf("%s %d.%d: what they said, in one breath", lane.name, x+1, n+1)
				said[lane.name+stage] = append(said[lane.name+stage], text)
				if w.Type(text); n < lane.each-1 {
					w.Press(play.Enter)
				}
			}
			if x < len(stages)-1 {
				w.Press(play.Tab)
			}
		}
		w.Press(play.Escape)
	}
	p.untilMap("sixty cards", func(m *mapmodel.Map) bool { return len(texts(m)) == 60 })
	for at, want := range said {
		for _, lane := range []string{"tasks", "touchpoints"} {
			if stage, ok := strings.CutPrefix(at, lane); ok {
				w.Expect().Cell(stage, lane).Cards(want...)
			}
		}
	}

	// A table of twelve stages and two lanes comes from a spreadsheet. It is large enough to be shown before it is taken.
	p.copies(strings.Join([]string{row("Seen", stages), row("Idea", stages)}, "\n") + "\n")
	w.Cell(stages[0], "insights").Press(play.Ctrl, 'V').Press(play.Enter)
	p.untilMap("the table", func(m *mapmodel.Map) bool { return len(texts(m)) == 84 })
	w.Expect().Cell(stages[0], "insights").Cards("Seen 1")
	w.Expect().Cell(stages[11], "opportunities").Cards("Idea 12")

	// It is taken back and done again, as quickly as the keys go.
	w.Press(play.Ctrl, 'Z')
	p.untilMap("the table is taken back", func(m *mapmodel.Map) bool { return len(texts(m)) == 60 })
	w.Press(play.Ctrl, play.Shift, 'Z')
	p.untilMap("the table is there again", func(m *mapmodel.Map) bool { return len(texts(m)) == 84 })
	before := texts(p.called(workshop))
	for range 20 {
		w.Press(play.Ctrl, 'Z')
	}
	p.untilMap("twenty steps are taken back", func(m *mapmodel.Map) bool { return len(texts(m)) == 41 })
	for range 20 {
		w.Press(play.Ctrl, 'Y')
	}
	p.untilMap("they are done again", func(m *mapmodel.Map) bool { return slices.Equal(texts(m), before) })

	// The mouse takes the first card of the first stage to the second, between its two.
	w.Card(stages[1], "tasks", 2)
	to := p.ring(nowhere)
	w.Card(stages[0], "tasks", 1)
	from := p.ring(to)
	w.Drag(from.x, from.y, to.x, to.y-to.high/4)
	p.untilMap("the card is dragged", func(m *mapmodel.Map) bool { return len(cellTexts(m, stages[1], "tasks")) == 4 })
	first, second := said["tasks"+stages[0]], said["tasks"+stages[1]]
	w.Expect().Cell(stages[0], "tasks").Cards(first[1:]...)
	w.Expect().Cell(stages[1], "tasks").Cards(second[0], first[0], second[1], second[2])
	w.Press(play.Ctrl, 'Z')
	p.untilMap("the card is back", func(m *mapmodel.Map) bool { return slices.Equal(texts(m), before) })
	w.Press(play.Ctrl, 'Y')
	p.untilMap("the card is dragged again", func(m *mapmodel.Map) bool { return len(cellTexts(m, stages[1], "tasks")) == 4 })

	// The room sees some slides.
	w.Press(play.F5)
	p.untilWindows(2)
	w.Times(3, play.Right).Press('B').Press('B').Press(play.Left).Press(play.Escape)
	p.untilWindows(1)
	w.Cell(stages[3], "feelings").Type("Said while the room looked").Press(play.Escape)
	p.untilMap("the board has the keyboard again", func(m *mapmodel.Map) bool { return len(texts(m)) == 85 })

	// The page goes home with the room.
	w.Press(play.Ctrl, 'P').Press(play.Enter)
	page := filepath.Join(p.dir, workshop+".pdf")
	p.until("the page is written", func() bool {
		_, err := os.Stat(page)
		return err == nil
	})
	p.close()
	m := p.called(workshop)
	words, err := exec.Command("pdftotext", page, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext: %v", err)
	}
	for _, text := range append(texts(m), stages...) {
		if !strings.Contains(bare(string(words)), bare(text)) {
			t.Errorf("the page does not say %q", text)
		}
	}
	home := &program{t: t, dir: t.TempDir()}
	if code, said := home.second("import", page); code != 0 {
		t.Fatalf("the page's map could not be imported: %d: %s", code, said)
	}
	if back := home.called(workshop); !mapmodel.Equal(m, back) {
		t.Errorf("the page brings back another map: %d cards of %d", len(texts(back)), len(texts(m)))
	}
}

// row is a line of a table, a cell a stage.
func row(word string, stages []string) string {
	cells := make([]string, len(stages))
	for i := range stages {
		cells[i] = fmt.Sprintf("%s %d", word, i+1)
	}
	return strings.Join(cells, "\t")
}

func names(m *mapmodel.Map) []string {
	var out []string
	for stage := range m.Stages() {
		out = append(out, stage.Name)
	}
	return out
}

// texts lists what all cards say, in the map's order.
func texts(m *mapmodel.Map) []string {
	var out []string
	for card := range m.Cards() {
		out = append(out, card.Text)
	}
	return out
}

func cellTexts(m *mapmodel.Map, stage, lane string) []string {
	var out []string
	for s := range m.Stages() {
		for l := range m.Lanes() {
			if s.Name == stage && string(l.LaneKind) == lane {
				for card := range m.Cell(s.ID, l.ID).Cards() {
					out = append(out, card.Text)
				}
			}
		}
	}
	return out
}
