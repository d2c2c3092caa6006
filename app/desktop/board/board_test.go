package board_test

import (
	"testing"

	"footpath/app/desktop/play"
	"footpath/mapmodel/mapgen"
)

func TestOneCardIsTypedAndSeen(t *testing.T) {
	w := play.Headless(t, mapgen.Grid(6, 5, 0, 1))
	first := ""
	for stage := range w.Doc.Map().Stages() {
		first = stage.Name
		break
	}
	w.Cell(first, "tasks").Type("Open the letter").Press(play.Enter).Type("Ask").Press(play.Escape)
	w.Expect().Cell(first, "tasks").Cards("Open the letter", "Ask")
	w.Press(play.Ctrl, 'Z').Expect().Cell(first, "tasks").Cards("Open the letter")
}
