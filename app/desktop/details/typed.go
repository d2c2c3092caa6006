//go:build !nogui

package details

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/mapmodel"
)

// typed is a field whose value is typed: read off the text, and kept after a pause, when the keyboard goes elsewhere, and before
// anything else is done. What is typed between coming and going is one step of undo.
type typed struct {
	row    *row
	field  entry
	group  mapmodel.ID
	dirty  bool
	turn   int
	kept   bool // what is typed is kept soon, pause or not
	last   shared
	quiet  bool // the text is set by us
	format func(shared) string
	keep   func(text string, group mapmodel.ID) bool
	offer  *offer // what is offered while typing; nil for nothing
}

// entry is what there is of a line or an area to type in.
type entry interface {
	fyne.CanvasObject
	fyne.Focusable
	SetText(string)
	Words() string
	SetPlaceHolder(string)
}

// line makes the control a line to type in, area one of several lines.
func (t *typed) line(r *row) *parts.Field {
	d := r.form.d
	f := parts.NewField("")
	t.row, t.field = r, f
	f.OnChanged = func(string) { t.changed() }
	f.OnFocus, f.OnLeave = func() { t.come() }, func() { t.leave() }
	f.OnEnter = func() {
		t.flush()
		d.p.Canvas.FocusNext()
	}
	f.OnEscape(func() {
		if t.offer == nil || !t.offer.escape() {
			d.leave()
		}
	})
	f.OnKey = d.p.OnKey
	return f
}

func (t *typed) area(r *row, lines int) *parts.Area {
	d := r.form.d
	a := parts.NewArea("", lines)
	t.row, t.field = r, a
	a.OnChanged = func(string) { t.changed() }
	a.OnWrap = func() { d.p.Later(d.relayout) } // not in the middle of being laid out
	a.OnFocus, a.OnLeave = func() { t.come() }, func() { t.leave() }
	a.OnCaret = func() {
		top, bottom := a.Caret()
		d.reveal(a, top, bottom)
	}
	a.OnEscape(d.leave)
	a.OnKey = d.p.OnKey
	return a
}

func (t *typed) object() fyne.CanvasObject       { return t.field }
func (t *typed) first() fyne.Focusable           { return t.field }
func (t *typed) has(focused fyne.Focusable) bool { return focused == fyne.Focusable(t.field) }

func (t *typed) come() {
	t.row.form.d.reveal(t.field, 0, 0)
	if t.offer != nil {
		t.offer.come()
	}
}

func (t *typed) leave() {
	t.flush()
	t.group = mapmodel.ID{}
	if !t.dirty {
		t.write(t.last) // as it is shown when nobody types
	}
	if t.offer != nil {
		t.offer.leave()
	}
}

// changed is called when the text is another.
func (t *typed) changed() {
	if t.quiet {
		return
	}
	t.dirty = true
	t.turn++
	turn := t.turn
	d := t.row.form.d
	d.p.After(typingPause, func() {
		if turn == t.turn && !d.closed {
			t.flush()
		}
	})
	if !t.kept {
		t.kept = true
		d.p.After(unbroken, func() {
			if t.kept = false; !d.closed {
				t.flush()
			}
		})
	}
	if t.offer != nil {
		t.offer.typed()
	}
}

// flush keeps what is typed. What the field cannot hold stays where it is, with a word about it.
func (t *typed) flush() {
	if !t.dirty {
		return
	}
	t.dirty = false
	if t.group.IsZero() {
		t.group = t.row.form.d.p.Desk.Source.ID()
	}
	if !t.keep(t.field.Words(), t.group) {
		t.dirty = true
	}
}

// show takes over what the map says, unless something is being typed.
func (t *typed) show(v shared) {
	other := len(t.last.records) == 0 || v.records[0].Base().ID != t.last.records[0].Base().ID || len(v.records) != len(t.last.records)
	t.last = v
	placeholder := standardName(v)
	if v.mixed {
		placeholder = t.row.form.d.say(words.DetailsDiffer)
	}
	t.field.SetPlaceHolder(placeholder)
	if other {
		t.dirty, t.group = false, mapmodel.ID{}
	}
	if t.dirty {
		return
	}
	if t.has(t.row.form.d.p.Canvas.Focused()) && !other && t.own(v) {
		return
	}
	t.write(v)
}

// standardName is what the board calls a lane that has no name of its own; empty for any other field.
func standardName(v shared) string {
	if len(v.records) == 0 || v.f.Name != "name" {
		return ""
	}
	if lane, ok := v.records[0].(*mapmodel.Lane); ok {
		return pageWords(v.m)("page.lane." + string(lane.LaneKind))
	}
	return ""
}

// own tells whether the map says what the field does, so that the caret can stay.
func (t *typed) own(v shared) bool {
	return t.format(v) == t.field.Words() || v.text() == t.field.Words()
}

func (t *typed) write(v shared) {
	if len(v.records) == 0 {
		return
	}
	if text := t.format(v); text != t.field.Words() {
		t.quiet = true
		t.field.SetText(text)
		t.quiet = false
	}
}

// newTextControl is for several lines.
func newTextControl(r *row) control {
	t := &typed{format: shared.text}
	t.area(r, 2)
	t.keep = func(text string, group mapmodel.ID) bool { return set(r, group, text) }
	return t
}

// newNameControl is for one line, with what the map says elsewhere on offer.
func newNameControl(r *row) control {
	t := &typed{format: shared.text}
	f := t.line(r)
	t.keep = func(text string, group mapmodel.ID) bool { return set(r, group, text) }
	if offered[r.f.Name] {
		t.offer = newOffer(r, f, func(said said) {
			t.quiet = true
			f.SetText(said.text)
			t.quiet = false
			t.dirty = true
			t.flush()
		})
	}
	return t
}

// newDateControl is for a date, in the ways people write them.
func newDateControl(r *row) control {
	l := r.form.d.p.Words
	t := &typed{format: func(v shared) string { return l.ShortDate(v.text()) }}
	t.line(r)
	t.keep = func(text string, group mapmodel.ID) bool {
		date, ok := l.ReadDate(text)
		if !ok {
			r.wrong(&mapmodel.BadValue{Kind: r.form.kind, Field: r.f.Name})
			return false
		}
		return set(r, group, date)
	}
	return t
}

// newNumberControl is for a whole number.
func newNumberControl(r *row) control {
	t := &typed{format: func(v shared) string {
		if n := v.number(); n.Known {
			return strconv.Itoa(n.Value)
		}
		return ""
	}}
	t.line(r)
	t.keep = func(text string, group mapmodel.ID) bool {
		n := mapmodel.Number{}
		if text = strings.NewReplacer(" ", "", ",", "", ".", "", "%", "").Replace(text); text != "" {
			value, err := strconv.Atoi(text)
			if err != nil {
				value = r.f.Max + 1
			}
			n = mapmodel.N(value)
		}
		return set(r, group, n)
	}
	return t
}

// newList is for sentences, one a line.
func newList(r *row) control {
	t := &typed{format: func(v shared) string {
		if p, ok := v.f.Pointer(v.records[0]).(*[]string); ok && !v.mixed {
			return strings.Join(*p, "\n")
		}
		return ""
	}}
	t.area(r, 2)
	t.keep = func(text string, group mapmodel.ID) bool { return set(r, group, mapmodel.Lines(text)) }
	return t
}
