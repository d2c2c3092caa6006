package scene

import (
	"strings"
	"testing"
	"time"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
)

func TestACardWithTwoVersionsSaysSoOnTheBoardAndNotOnThePage(t *testing.T) {
	m := mapgen.Grid(2, 5, 1, 1)
	desk := &mapmodel.Desk{Source: mapmodel.NewSeededSource(1), Now: time.Now}
	for card := range m.Cards() {
		change, err := mapmodel.Alter(desk, m, mapmodel.LabelAlter, []mapmodel.ID{card.ID}, func(c *mapmodel.Card) {
			c.Conflicts = []mapmodel.Conflict{{Field: "text", Text: "as the other desk has it"}}
		})
		if err == nil {
			m, err = m.Apply(change)
		}
		if err != nil {
			t.Fatal(err)
		}
		break
	}
	count := func(made *Scene) int {
		n := 0
		for _, page := range made.Pages {
			for part := range page.All() {
				n += strings.Count(said(part.Group), wordConflicts)
			}
		}
		return n
	}
	if n := count(Layout(m, ScreenLight(), plainWords, Sheet{})); n != 1 {
		t.Errorf("the board says it %d times", n)
	}
	if n := count(Layout(m, Print(), plainWords, A3())); n != 0 {
		t.Errorf("the page says it %d times", n)
	}
}
