//go:build !nogui

package details

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/render/scene"
)

// evidence is what cards rest on.
type evidence struct {
	folds
	seen []*mapmodel.Evidence
}

func newEvidenceControl(r *row) control {
	d := r.form.d
	e := &evidence{}
	e.kind, e.field, e.lines = mapmodel.KindEvidence, "source", e.pieces
	e.adder = d.newAdder(words.DetailsCiteHint, e.others, func(s said) { e.cite(s.id) }, nil, func() { d.p.Canvas.Focus(e.add) })
	e.make(r, words.DetailsAddEvidence, e.choose)
	return e
}

// choose asks for the kind of a new piece, or for one that is there.
func (e *evidence) choose() {
	d := e.row.form.d
	kinds := mapmodel.FieldNamed(mapmodel.KindEvidence, "kind")
	var list []parts.MenuItem
	for _, word := range kinds.Words {
		list = append(list, parts.MenuItem{
			Label: d.word(mapmodel.KindEvidence, kinds, word),
			Do:    func() { e.create(mapmodel.EvidenceKind(word)) },
		})
	}
	list = append(list, parts.MenuItem{
		Label: d.say(words.DetailsCiteAgain), Rule: true, Disabled: len(e.others(d.p.Doc.Map())) == 0, Do: func() { e.adder.open("") },
	})
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(e.add)
	parts.ShowChoices(d.p.Canvas, at.AddXY(0, e.add.Size().Height+2), list, func() { d.p.Canvas.Focus(e.add) })
}

// create puts fresh evidence of a kind under all the cards, and opens it.
func (e *evidence) create(kind mapmodel.EvidenceKind) {
	d := e.row.form.d
	d.p.Commit()
	group, ids := d.p.Desk.Source.ID(), e.row.form.ids
	c, id, err := d.p.Desk.Cite(d.p.Doc.Map(), ids[0], mapmodel.Evidence{EvidenceKind: kind})
	if !e.row.do(group, c, err) {
		return
	}
	for _, card := range ids[1:] {
		c, err := d.p.Desk.CiteAgain(d.p.Doc.Map(), card, id)
		if !e.row.do(group, c, err) {
			return
		}
	}
	e.unfold(id)
}

// cite has all the cards cite evidence that is there.
func (e *evidence) cite(id mapmodel.ID) {
	e.row.alter(mapmodel.ID{}, func(r mapmodel.Record) {
		if p, ok := e.row.f.Pointer(r).(*[]mapmodel.ID); ok && !slices.Contains(*p, id) {
			*p = append(slices.Clip(*p), id)
		}
	})
	e.row.form.d.Settle()
}

// drop takes a piece from all the cards, and away where no other card cites it.
func (e *evidence) drop(id mapmodel.ID) {
	d := e.row.form.d
	d.p.Commit()
	group := d.p.Desk.Source.ID()
	for _, card := range e.row.form.ids {
		c, err := d.p.Desk.Uncite(d.p.Doc.Map(), card, id)
		if !e.row.do(group, c, err) {
			return
		}
	}
	d.Settle()
}

// others is the evidence that the cards do not cite yet.
func (e *evidence) others(m *mapmodel.Map) []said {
	var out []said
	for piece := range m.Evidence() {
		if !slices.Contains(e.ids, piece.ID) {
			out = append(out, said{text: e.title(piece), about: piece.Quote, id: piece.ID})
		}
	}
	return out
}

// title is what a piece of evidence is called: its kind and its source.
func (e *evidence) title(piece *mapmodel.Evidence) string {
	d := e.row.form.d
	var said []string
	if piece.EvidenceKind != "" {
		said = append(said, d.word(mapmodel.KindEvidence, mapmodel.FieldNamed(mapmodel.KindEvidence, "kind"), string(piece.EvidenceKind)))
	}
	if piece.Source != "" {
		said = append(said, piece.Source)
	}
	if piece.Date != "" {
		said = append(said, d.date(piece.Date))
	}
	return strings.Join(said, " · ")
}

// date is a date that stays on one line.
func (d *Panel) date(date string) string {
	return strings.ReplaceAll(d.p.Words.ShortDate(date), " ", "\u00a0")
}

func (e *evidence) show(v shared) {
	ids := v.ids()
	var pieces []*mapmodel.Evidence
	for _, id := range ids {
		pieces = append(pieces, mapmodel.Find[*mapmodel.Evidence](v.m, id))
	}
	fresh := !slices.Equal(pieces, e.seen)
	e.seen = pieces
	e.take(v.m, ids, fresh)
}

// signSide and signGap are the side of the mark of a piece's kind, and the room behind it, in points.
const signSide, signGap = 16, 8

// pieces shows each piece with what was said.
func (e *evidence) pieces(_ *mapmodel.Map, ids []mapmodel.ID) {
	d := e.row.form.d
	list := make([]*parts.Item, len(ids))
	for i, piece := range e.seen {
		room := e.room()
		group := scene.EvidenceSign(piece.EvidenceKind, signSide, d.ink(look.Text))
		if group != nil {
			room -= signSide + signGap
		}
		content := itemWords(room, e.title(piece), "")
		if piece.Quote != "" {
			content = itemWords(room, e.title(piece), "“"+piece.Quote+"”")
		}
		if group != nil {
			content = parts.Tops(signGap, parts.Inset(newDrawing(group, signSide), 0, 1, 0, 0), parts.Sized(content, room, 0))
		}
		list[i] = parts.NewItem(content, func() { e.toggle(piece.ID) }, func() { e.drop(piece.ID) })
	}
	e.put(ids, list)
}
