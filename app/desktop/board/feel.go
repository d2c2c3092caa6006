//go:build !nogui

package board

import (
	"fyne.io/fyne/v2"

	"footpath/app/desktop/board/edit"
	"footpath/mapmodel"
	"footpath/render/scene"
)

// feel is a point of the emotion curve while it is dragged.
type feel struct {
	card  *mapmodel.Card // nil for none
	group *scene.Group   // its mark, at a place of the page
	at    scene.Point
	row   scene.Row
	value int // what it would be let go at
}

// feelingAt is the point of the curve under a place of the board; none where a card is nil.
func (b *Board) feelingAt(at fyne.Position) feel {
	if !b.inBody(at) || b.far {
		return feel{}
	}
	p := b.pageAt(at)
	for placed := range b.page.Front.Backward() {
		if placed.Group.Role != scene.CurveRole || placed.Group.ID.IsZero() || !placed.Box().Contains(p) {
			continue
		}
		card := mapmodel.Find[*mapmodel.Card](b.edit.Map(), placed.Group.ID)
		if row := b.page.Grid.RowAt(p.Y); card != nil && card.Emotion.Known && row >= 0 {
			return feel{card: card, group: placed.Group, at: placed.At, row: b.page.Grid.Rows[row], value: card.Emotion.Value}
		}
	}
	return feel{}
}

// lead moves the point to the level nearest to the pointer.
func (b *Board) lead(at fyne.Position) {
	f := &b.mouse.feel
	f.value = b.p.Style.FeelingAt(f.row.H, b.pageAt(at).Y-f.row.Y)
	g := f.group
	if b.mainFeeling() {
		g = b.p.Style.FaceSign(f.value, b.p.Style.Face)
	}
	size := b.marks.carry(g)
	mid := scene.Point{X: f.at.X + f.group.Size.X/2, Y: f.row.Y + b.p.Style.FeelingLevel(f.row.H, f.value)}
	v := &b.view
	b.marks.slip.Translucency = 0
	b.marks.ghost.Move(fyne.NewPos(v.place(mid.X-v.x)-size.Width/2, v.place(mid.Y-v.y)-size.Height/2))
}

// mainFeeling tells whether the dragged point is of the first persona, whose points are faces.
func (b *Board) mainFeeling() bool {
	for p := range b.edit.Map().Personas() {
		return b.mouse.feel.card.Persona == p.ID || b.mouse.feel.card.Persona.IsZero()
	}
	return true
}

// dropFeeling gives the card the feeling it was dragged to.
func (b *Board) dropFeeling() {
	f := b.mouse.feel
	b.mouse.feel = feel{}
	if f.card != nil {
		b.edit.Feel(f.card.ID, f.value)
	}
}

// feeling marks the level that the point would be let go at.
func (m *marks) feeling() {
	b := m.b
	f := b.mouse.feel
	if b.mouse.has != feeling || f.card == nil {
		return
	}
	v, s := &b.view, b.p.Style
	cell := b.cellBox(edit.CellSpot(f.card.Column, f.row.ID))
	y := v.place(f.row.Y + s.FeelingLevel(f.row.H, f.value))
	x := v.place(cell.X)
	m.rect(m.over, b.cells, x, y-1, v.place(cell.Right())-x, 2).FillColor = faint(s.Accent, 160)
	word := b.p.Words.Number(f.value)
	if f.value > 0 {
		word = "+" + word
	}
	m.say(word, scene.Point{X: f.at.X + f.group.Size.X + 6, Y: f.row.Y + s.FeelingLevel(f.row.H, f.value) - s.CardSize*1.4})
}
