//go:build !nogui

package details

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/mapmodel"
)

// adder is a line that is there while something is added: what is chosen or typed is taken, and the line stays for the next.
type adder struct {
	d     *Panel
	field *parts.Field
	offer *offer
	back  func() // takes the keyboard where it was asked for
}

// newAdder makes the line. typed takes what is no offer; nil where only offers can be taken.
func (d *Panel) newAdder(placeholder words.Key, gather func(*mapmodel.Map) []said, take func(said), typed func(string), back func()) *adder {
	a := &adder{d: d, field: parts.NewField(d.say(placeholder)), back: back}
	f := a.field
	f.Hide()
	f.OnChanged = func(string) { a.offer.typed() }
	f.OnEnter = func() {
		text := strings.TrimSpace(f.Text)
		if text == "" || typed == nil {
			a.close(true)
			return
		}
		f.SetText("")
		typed(text)
	}
	a.offer = d.newOffer(f, gather, func(s said) {
		f.SetText("")
		take(s)
		a.offer.come()
	})
	a.offer.always = true
	f.OnEscape(func() {
		f.SetText("")
		a.close(true)
	})
	f.OnFocus = func() {
		d.reveal(f, 0, 0)
		a.offer.come()
	}
	f.OnLeave = func() {
		a.offer.leave()
		d.p.Later(func() { // a click on an offer comes first
			if d.p.Canvas.Focused() == fyne.Focusable(f) {
				return
			}
			if text := strings.TrimSpace(f.Text); text != "" && typed != nil {
				typed(text)
			}
			a.close(false)
		})
	}
	f.OnKey = d.p.OnKey
	return a
}

// open shows the line, with the letter that asked for it.
func (a *adder) open(first string) {
	a.field.Show()
	a.field.SetText(first)
	a.field.CursorColumn = len([]rune(first))
	a.d.relayout()
	a.d.p.Canvas.Focus(a.field)
}

// close puts the line away; back says whether the keyboard goes where it was.
func (a *adder) close(back bool) {
	if !a.field.Visible() {
		return
	}
	a.d.offers.hide(a.offer)
	if back {
		a.back()
	}
	a.field.SetText("")
	a.field.Hide()
	a.d.relayout()
}

func (a *adder) has(focused fyne.Focusable) bool { return focused == fyne.Focusable(a.field) }

// tags are words to be added and taken away one by one. With several cards, those show that all of them have.
type tags struct {
	row   *row
	chips *parts.Chips
	adder *adder
	box   *fyne.Container
}

func newTags(r *row) control {
	d := r.form.d
	t := &tags{row: r}
	t.chips = parts.NewChips(d.say(words.DetailsAdd), t.remove, func(first string) { t.adder.open(first) })
	t.chips.OnResize(d.relayout)
	d.wire(t.chips)
	t.adder = d.newAdder(words.DetailsAddHint, func(m *mapmodel.Map) []said { return elsewhere(m, r.form.kind, r.f) },
		func(s said) { t.add(s.text) }, t.add, func() { d.p.Canvas.Focus(t.chips) })
	t.box = parts.Column(4, t.chips, t.adder.field)
	return t
}

func (t *tags) object() fyne.CanvasObject { return t.box }
func (t *tags) first() fyne.Focusable     { return t.chips }
func (t *tags) flush()                    {}
func (t *tags) show(v shared)             { t.display(v.names()) }

func (t *tags) has(focused fyne.Focusable) bool {
	return focused == fyne.Focusable(t.chips) || t.adder.has(focused)
}

func (t *tags) display(words []string) {
	if !slices.Equal(words, t.chips.Words()) {
		t.chips.Display(words)
	}
}

// add puts a word behind the others in every record that has it not.
func (t *tags) add(word string) {
	if t.row.alter(mapmodel.ID{}, func(r mapmodel.Record) {
		if p, ok := t.row.f.Pointer(r).(*[]string); ok && !slices.Contains(*p, word) {
			*p = append(slices.Clip(*p), word)
		}
	}) && !slices.Contains(t.chips.Words(), word) {
		t.display(append(slices.Clip(t.chips.Words()), word))
	}
}

// remove takes a word out of every record.
func (t *tags) remove(index int) {
	word := t.chips.Words()[index]
	if t.row.alter(mapmodel.ID{}, func(r mapmodel.Record) {
		if p, ok := t.row.f.Pointer(r).(*[]string); ok {
			*p = slices.DeleteFunc(slices.Clone(*p), func(other string) bool { return other == word })
		}
	}) {
		t.display(slices.Delete(slices.Clone(t.chips.Words()), index, index+1))
	}
}
