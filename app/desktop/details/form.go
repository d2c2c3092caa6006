//go:build !nogui

package details

import (
	"errors"
	"slices"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/mapmodel"
)

// form is the fields of some records of one kind, each with a control of its type.
type form struct {
	d    *Panel
	kind mapmodel.Kind
	ids  []mapmodel.ID
	rows []*row
	box  *fyne.Container
}

// control is what shows and alters a field.
type control interface {
	object() fyne.CanvasObject
	// first is what has the keyboard first; has tells whether any part of it has.
	first() fyne.Focusable
	has(focused fyne.Focusable) bool
	// show takes over what the map says.
	show(v shared)
	// flush keeps what is being typed.
	flush()
}

// row is a field: its name, its control, and what is wrong with what was typed.
type row struct {
	form    *form
	f       *mapmodel.Field
	control control
	problem *parts.Text
	box     *fyne.Container
}

// newForm makes the rows for what was gathered.
func newForm(d *Panel, kind mapmodel.Kind, g gathered) *form {
	f := &form{d: d, kind: kind, box: parts.Column(0)}
	for _, fields := range g.lines {
		f.box.Objects = append(f.box.Objects, f.line(fields)...)
	}
	return f
}

// line sets one field, or several side by side, with room above; no field is a rule.
func (f *form) line(fields []*mapmodel.Field) []fyne.CanvasObject {
	if len(fields) == 0 {
		return []fyne.CanvasObject{parts.Gap(1, 16), parts.Rule(), parts.Gap(1, 4)}
	}
	var cells []fyne.CanvasObject
	for _, field := range fields {
		r := f.row(field)
		f.rows = append(f.rows, r)
		cells = append(cells, r.box)
	}
	if len(cells) == 1 {
		return []fyne.CanvasObject{parts.Gap(1, 12), cells[0]}
	}
	return []fyne.CanvasObject{parts.Gap(1, 12), parts.Abreast(12, cells...)}
}

func (f *form) row(field *mapmodel.Field) *row {
	r := &row{form: f, f: field, problem: parts.NewText("", parts.Type{Size: look.Meta, Role: look.Error, Cut: true})}
	r.control = f.d.control(r)
	r.problem.Hide()
	r.box = parts.Column(4)
	if _, check := r.control.(*flagControl); !check { // a check says its name itself
		r.box.Objects = append(r.box.Objects, parts.NewText(f.d.nameOf(field), parts.Type{Size: look.Meta, Role: look.Secondary, Cut: true}))
	}
	r.box.Objects = append(r.box.Objects, parts.Named(f.d.nameOf(field), r.control.object()))
	if key := words.Key("details.help." + field.Name); f.d.p.Words.Has(key) && f.kind == mapmodel.KindCard {
		r.box.Objects = append(r.box.Objects, parts.NewText(f.d.say(key), parts.Type{Size: look.Meta, Role: look.Secondary, Cut: true}))
	}
	r.box.Objects = append(r.box.Objects, r.problem)
	return r
}

// nameOf is a field's name as a heading.
func (d *Panel) nameOf(f *mapmodel.Field) string { return words.Capital(d.p.Words.Field(f.Name)) }

// holds tells whether the form has just these lines.
func (f *form) holds(kind mapmodel.Kind, lines [][]*mapmodel.Field) bool {
	var want []*mapmodel.Field
	for _, l := range lines {
		want = append(want, l...)
	}
	return kind == f.kind && slices.EqualFunc(f.rows, want, func(r *row, field *mapmodel.Field) bool { return r.f == field })
}

// show shows what records say.
func (f *form) show(ids []mapmodel.ID, g gathered) {
	moved := !slices.Equal(ids, f.ids)
	f.ids = slices.Clone(ids)
	for _, r := range f.rows {
		if moved {
			r.wrong(nil)
		}
		r.control.show(g.values[r.f.Name])
	}
}

func (f *form) flush() {
	for _, r := range f.rows {
		r.control.flush()
	}
}

func (f *form) has(focused fyne.Focusable) bool {
	return slices.ContainsFunc(f.rows, func(r *row) bool { return r.control.has(focused) })
}

// focused is the name of the field that has the keyboard; empty for none.
func (f *form) focused() string {
	focused := f.d.p.Canvas.Focused()
	for _, r := range f.rows {
		if focused != nil && r.control.has(focused) {
			return r.f.Name
		}
	}
	return ""
}

// wrong says what is wrong with what was typed; nil that nothing is.
func (r *row) wrong(err error) {
	said := ""
	if err != nil {
		said = r.sentence(err)
	}
	if said == r.problem.Words() {
		return
	}
	r.problem.Set(said)
	r.problem.Hidden = said == ""
	r.form.d.relayout()
}

// sentence says what is wrong, and what would be right.
func (r *row) sentence(err error) string {
	l := r.form.d.p.Words
	var bad *mapmodel.BadValue
	if errors.As(err, &bad) {
		switch r.f.Type {
		case mapmodel.Date:
			return l.Say(words.DetailsWrongDate, words.Args{"example": l.ShortDate("2027-03-30")})
		case mapmodel.Whole, mapmodel.Counts:
			return l.Say(words.DetailsWrongNumber, words.Args{"low": r.f.Min, "high": r.f.Max})
		}
	}
	return r.form.d.p.Sentence(err)
}

// alter changes the field in all records of the form, as one change of a group.
func (r *row) alter(group mapmodel.ID, write func(mapmodel.Record)) bool {
	d := r.form.d
	d.p.Commit()
	m := d.p.Doc.Map()
	ids := slices.DeleteFunc(slices.Clone(r.form.ids), func(id mapmodel.ID) bool { return m.Get(id) == nil })
	c, err := mapmodel.Alter(d.p.Desk, m, mapmodel.LabelAlter, ids, write, r.f.Name)
	return r.do(group, c, err)
}

// do makes a change of a verb, and says what was wrong with it.
func (r *row) do(group mapmodel.ID, c mapmodel.Change, err error) bool {
	if err == nil {
		c.Group = group
		_, err = r.form.d.p.Doc.Do(c)
	}
	r.wrong(err)
	return err == nil
}

// set writes a value of the field's own type into all records.
func set[T any](r *row, group mapmodel.ID, value T) bool {
	return r.alter(group, func(record mapmodel.Record) {
		if p, ok := r.f.Pointer(record).(*T); ok {
			*p = value
		}
	})
}

// relayout takes in that something became higher or lower.
func (d *Panel) relayout() {
	if d.form != nil {
		d.body.Refresh()
		d.scroll.Refresh()
	}
}

// reveal scrolls so that an object of the form is in sight, from one height of it to another; equal heights are all of it.
func (d *Panel) reveal(o fyne.CanvasObject, from, to float32) {
	top, found := within(d.body, o) // the driver does not know yet where something is that has just come
	if !found {
		driver := fyne.CurrentApp().Driver()
		top = driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(d.body).Y
	}
	if to <= from {
		to = o.Size().Height
	}
	const air = 24
	high, off := d.scroll.Size().Height, d.scroll.Offset.Y
	switch {
	case top+from-air < off:
		off = top + from - air
	case top+to+air > off+high:
		off = min(top+to+air-high, top+from-air)
	default:
		return
	}
	d.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(off, d.body.MinSize().Height-high))))
}

// within is how far below the upper edge of a container an object in it stands, at any depth; false where it is not in it, or
// in a widget of it.
func within(c *fyne.Container, o fyne.CanvasObject) (float32, bool) {
	for _, child := range c.Objects {
		if child == o {
			return o.Position().Y, true
		}
		if inner, ok := child.(*fyne.Container); ok {
			if y, ok := within(inner, o); ok {
				return inner.Position().Y + y, true
			}
		}
	}
	return 0, false
}

// control is the control of a field by its name; nil where it does not show.
func (f *form) control(name string) control {
	for _, r := range f.rows {
		if r.f.Name == name {
			return r.control
		}
	}
	return nil
}
