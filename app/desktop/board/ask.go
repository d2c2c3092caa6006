//go:build !nogui

package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"footpath/app/desktop/board/edit"
	"footpath/mapmodel"
	"footpath/render/scene"
)

// asked is what an empty lane asks, and where its row begins on the page.
type asked struct {
	lane   mapmodel.ID
	prompt string
	at     scene.Point
}

// asksOf lists the questions of the lanes that hold no card.
func asksOf(m *mapmodel.Map, g *scene.Grid) []asked {
	if len(g.Columns) == 0 {
		return nil
	}
	var out []asked
	for _, row := range g.Rows {
		lane := mapmodel.Find[*mapmodel.Lane](m, row.ID)
		if lane != nil && lane.Prompt != "" && emptyLane(m, lane.ID) {
			out = append(out, asked{lane.ID, lane.Prompt, scene.Point{X: g.Columns[0].X + 16, Y: row.Y + 14}})
		}
	}
	return out
}

func emptyLane(m *mapmodel.Map, lane mapmodel.ID) bool {
	for stage, step := range m.Columns() {
		column := stage.ID
		if step != nil {
			column = step.ID
		}
		if m.Cell(column, lane).Len() > 0 {
			return false
		}
	}
	return true
}

// ask writes the questions into their lanes. Where an empty cell is selected, that cell asks; see invite.
func (m *marks) ask() {
	b := m.b
	for len(m.asks) < len(b.asks) {
		m.asks = append(m.asks, canvas.NewText("", ink(b.p.Style.Second)))
		b.cells.dirty = true
	}
	cursor := b.edit.Cursor()
	for i, text := range m.asks {
		if i >= len(b.asks) || b.far || cursor.Kind == edit.Cell && cursor.Lane == b.asks[i].lane {
			text.Hide()
			continue
		}
		a, v := b.asks[i], &b.view
		at := fyne.NewPos(v.place(a.at.X), v.place(a.at.Y))
		size := float32(b.p.Style.CardSize * v.zoom())
		if text.Text != a.prompt || text.TextSize != size || text.Color != ink(b.p.Style.Second) {
			text.Text, text.TextSize, text.Color = a.prompt, size, ink(b.p.Style.Second)
			text.Resize(text.MinSize())
			text.Refresh()
		}
		text.Move(at)
		text.Show()
	}
}
