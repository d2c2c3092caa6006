//go:build !nogui

package details

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/mapmodel"
)

// said is one thing on offer: its words, something about it, and the record it stands for, where it stands for one.
type said struct {
	text, about string
	id          mapmodel.ID
}

// offer helps to type in a line: with what the map says already, or with what can be chosen from. Down and Up walk through it,
// Enter takes.
type offer struct {
	d      *Panel
	field  *parts.Field
	gather func(m *mapmodel.Map) []said // on any goroutine
	take   func(said)
	all    []said
	turn   int
	// always shows the list as soon as the keyboard is there.
	always bool
}

// newOffer wires a line to an offer. It stands before the line's own Enter and Escape.
func (d *Panel) newOffer(f *parts.Field, gather func(*mapmodel.Map) []said, take func(said)) *offer {
	o := &offer{d: d, field: f, gather: gather, take: take}
	enter := f.OnEnter
	f.OnEnter = func() {
		if !d.offers.choose(o) && enter != nil {
			enter()
		}
	}
	f.OnArrow = func(step int) {
		if d.offers.owner == o {
			d.offers.step(step)
		} else {
			o.open()
		}
	}
	return o
}

// escape puts the list away; false where it does not show.
func (o *offer) escape() bool { return o.d.offers.hide(o) }

// come gathers what is on offer.
func (o *offer) come() {
	o.turn++
	turn, m := o.turn, o.d.p.Doc.Map()
	o.d.p.Work(func() {
		all := o.gather(m)
		o.d.p.Later(func() {
			if turn != o.turn || o.d.closed {
				return
			}
			o.all = all
			if o.always || o.field.Text != "" && o.d.offers.owner == o {
				o.open()
			}
		})
	})
}

// leave puts the list away, once a click into it has been taken in.
func (o *offer) leave() {
	o.turn++
	o.d.p.Later(func() { o.d.offers.hide(o) })
}

// typed follows the words.
func (o *offer) typed() {
	if o.field.Text == "" && !o.always {
		o.d.offers.hide(o)
		return
	}
	o.open()
}

// open shows what fits the words typed.
func (o *offer) open() {
	list := fitting(o.all, o.field.Text)
	if len(list) == 0 || len(list) == 1 && list[0].text == o.field.Text {
		o.d.offers.hide(o)
		return
	}
	o.d.offers.show(o, list)
}

// fitting are the offers that hold the words: first those that begin with them, then those a word of which does, then the rest.
func fitting(all []said, words string) []said {
	words = strings.ToLower(strings.TrimSpace(words))
	var by [3][]said
	for _, s := range all {
		text := strings.ToLower(s.text)
		switch {
		case strings.HasPrefix(text, words):
			by[0] = append(by[0], s)
		case strings.Contains(text, " "+words):
			by[1] = append(by[1], s)
		case strings.Contains(text, words):
			by[2] = append(by[2], s)
		}
	}
	return slices.Concat(by[0], by[1], by[2])
}

// offered are the fields of one line for which other records' words are offered.
var offered = map[string]bool{"channel": true, "owner": true, "department": true, "mood": true, "source": true}

// newOffer offers a field what the map says in it elsewhere.
func newOffer(r *row, f *parts.Field, take func(said)) *offer {
	return r.form.d.newOffer(f, func(m *mapmodel.Map) []said { return elsewhere(m, r.form.kind, r.f) }, take)
}

// elsewhere lists what the records of a map say in a field, what is said most first; and for a channel the usual ones.
func elsewhere(m *mapmodel.Map, kind mapmodel.Kind, f *mapmodel.Field) []said {
	count := map[string]int{}
	for r := range m.Records() {
		if r.Kind() != kind {
			continue
		}
		switch p := f.Pointer(r).(type) {
		case *string:
			count[*p]++
		case *[]string:
			for _, s := range *p {
				count[s]++
			}
		}
	}
	delete(count, "")
	if f.Name == "channel" {
		for usual := range strings.SplitSeq(words.For(m.Header().Language).Say(words.DetailsChannels, nil), ", ") {
			if !has(count, usual) {
				count[usual] = 0
			}
		}
	}
	out := make([]said, 0, len(count))
	for text := range count {
		out = append(out, said{text: text})
	}
	slices.SortFunc(out, func(a, b said) int {
		return cmp.Or(count[b.text]-count[a.text], strings.Compare(a.text, b.text))
	})
	return out
}

// has tells whether a word is there, capital or small.
func has(count map[string]int, word string) bool {
	for other := range count {
		if strings.EqualFold(other, word) {
			return true
		}
	}
	return false
}

// placeFor is where a list below a line stands in the panel, and how wide it is; above the line where there is no room below.
func (d *Panel) placeFor(o fyne.CanvasObject, high float32) (fyne.Position, float32) {
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(o).Subtract(driver.AbsolutePositionForObject(d))
	below := at.Y + o.Size().Height + 2
	if below+high > d.Size().Height && at.Y-2-high > 0 {
		below = at.Y - 2 - high
	}
	return fyne.NewPos(at.X, below), o.Size().Width
}
