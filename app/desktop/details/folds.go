//go:build !nogui

package details

import (
	"slices"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/parts"
	"footpath/mapmodel"
)

// folds is a list of records that belong to what the panel shows. One at a time is open to be edited, in a form of its own below
// its line.
type folds struct {
	items
	kind  mapmodel.Kind
	field string // that has the keyboard first in the form
	open  mapmodel.ID
	inner *form
	wide  float32 // of the panel the list was made for
	// lines shows the list as a map has it.
	lines func(m *mapmodel.Map, ids []mapmodel.ID)
}

func (l *folds) has(focused fyne.Focusable) bool {
	return l.items.has(focused) || l.inner != nil && l.inner.has(focused)
}

func (l *folds) flush() {
	if l.inner != nil {
		l.inner.flush()
	}
}

// take shows the records of a map; fresh tells that they are others, or say something else, than those shown.
func (l *folds) take(m *mapmodel.Map, ids []mapmodel.ID, fresh bool) {
	if !slices.Contains(ids, l.open) {
		l.open, l.inner = mapmodel.ID{}, nil
	}
	fresh = fresh || l.wide != l.row.form.d.wide
	if fresh || !slices.Equal(ids, l.ids) || (l.inner == nil) != l.open.IsZero() {
		l.rebuild(m, ids)
	}
	if l.inner != nil {
		l.inner.show(l.inner.ids, gather(m, Of(l.kind, l.open), ""))
	}
}

// rebuild shows the lines, and below the open one its form.
func (l *folds) rebuild(m *mapmodel.Map, ids []mapmodel.ID) {
	d := l.row.form.d
	l.wide = d.wide
	l.lines(m, ids)
	if l.open.IsZero() {
		return
	}
	if l.inner == nil {
		g := gather(m, Of(l.kind, l.open), "")
		l.inner = newForm(d, l.kind, g)
		l.inner.show([]mapmodel.ID{l.open}, g)
	}
	at := slices.Index(ids, l.open) + 1
	l.column.Objects = slices.Insert(l.column.Objects, at, fyne.CanvasObject(parts.Inset(l.inner.box, 12, 0, 0, 8)))
	d.relayout()
}

// unfold opens a record that has just been made, and takes the keyboard into its form.
func (l *folds) unfold(id mapmodel.ID) {
	l.open, l.inner = id, nil
	l.row.form.d.Settle()
	l.enter()
}

func (l *folds) enter() {
	if l.inner != nil {
		l.row.form.d.p.Canvas.Focus(l.inner.control(l.field).first())
	}
}

// toggle opens a record, or closes it.
func (l *folds) toggle(id mapmodel.ID) {
	l.flush()
	d := l.row.form.d
	opens := l.open != id
	l.open, l.inner = mapmodel.ID{}, nil
	if opens {
		l.open = id
	}
	at := slices.Index(l.ids, id)
	l.rebuild(d.p.Doc.Map(), l.ids)
	if l.inner != nil {
		l.enter()
	} else if at >= 0 && at < len(l.list) {
		d.p.Canvas.Focus(l.list[at])
	}
}
