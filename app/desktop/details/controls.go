//go:build !nogui

package details

import (
	"slices"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/render/scene"
)

// control makes the control for a field: by its type, and where a type serves several ends by its name.
func (d *Panel) control(r *row) control {
	switch f := r.f; {
	case f == surveysField:
		return newSurveys(r)
	case f.Type == mapmodel.Counts:
		return newCounts(r)
	case f.Name == "touchpoint":
		return newTouchpoint(r)
	case f.Name == "emotion":
		return newScale(r, d.faces())
	case f.Name == "goals" || f.Name == "links":
		return newList(r)
	case f.Type == mapmodel.Text:
		return newTextControl(r)
	case f.Type == mapmodel.Name:
		return newNameControl(r)
	case f.Type == mapmodel.Date:
		return newDateControl(r)
	case f.Type == mapmodel.Whole && f.Max-f.Min < 10:
		return newScale(r, numbers(f))
	case f.Type == mapmodel.Whole:
		return newNumberControl(r)
	case f.Type == mapmodel.Flag:
		return newFlag(r)
	case f.Type == mapmodel.Enum:
		return d.enum(r)
	case f.Type == mapmodel.Names:
		return newTags(r)
	case f.Type == mapmodel.Ref && slices.Contains(f.Refers, mapmodel.KindPersona):
		return newPersonaControl(r)
	case f.Type == mapmodel.Refs && slices.Contains(f.Refers, mapmodel.KindEvidence):
		return newEvidenceControl(r)
	case f.Type == mapmodel.Refs && slices.Contains(f.Refers, mapmodel.KindCard):
		return newAnswers(r)
	case slices.Contains(f.Refers, mapmodel.KindPicture):
		return newPictures(r)
	case f.Type == mapmodel.Conflicts:
		return newConflicts(r)
	default:
		return newNameControl(r)
	}
}

// numbers are the options of a scale: its numbers.
func numbers(f *mapmodel.Field) parts.ChoiceParams {
	p := parts.ChoiceParams{Fill: true}
	for n := f.Min; n <= f.Max; n++ {
		p.Options = append(p.Options, parts.Option{Label: signed(n)})
	}
	return p
}

func signed(n int) string { return words.English.Number(n) }

// faces are the options of a feeling: the faces of the curve.
func (d *Panel) faces() parts.ChoiceParams {
	p := parts.ChoiceParams{Fill: true, Pale: true}
	for n := -2; n <= 2; n++ {
		label := signed(n)
		if n > 0 {
			label = "+" + label
		}
		group := d.p.Style.FaceSign(n, 20)
		p.Options = append(p.Options, parts.Option{Label: label, Mark: func(bool) fyne.CanvasObject { return newDrawing(group, 20) }})
	}
	return p
}

// newScale chooses a number by its place: impact, effort, emotion.
func newScale(r *row, p parts.ChoiceParams) control {
	return newChoiceControl(r, p, func(at int) bool {
		n := mapmodel.Number{}
		if at >= 0 {
			n = mapmodel.N(r.f.Min + at)
		}
		return set(r, mapmodel.ID{}, n)
	}, func(v shared) int {
		if n := v.number(); n.Known {
			return n.Value - r.f.Min
		}
		return -1
	})
}

// choiceControl is a row of options of which one holds, or none.
type choiceControl struct {
	choice *parts.Choice
	index  func(shared) int
	last   shared
}

// newChoiceControl makes the row: choose sets an option and tells whether it could, index finds the one that holds.
func newChoiceControl(r *row, p parts.ChoiceParams, choose func(at int) bool, index func(shared) int) control {
	c := &choiceControl{index: index}
	p.Free, p.OnChange = true, func(at int) {
		if !choose(at) {
			c.show(c.last)
		}
	}
	c.choice = parts.NewChoiceOf(p)
	r.form.d.wire(c.choice)
	return c
}

func (c *choiceControl) object() fyne.CanvasObject       { return c.choice }
func (c *choiceControl) first() fyne.Focusable           { return c.choice }
func (c *choiceControl) has(focused fyne.Focusable) bool { return focused == fyne.Focusable(c.choice) }
func (c *choiceControl) flush()                          {}

func (c *choiceControl) show(v shared) {
	c.last = v
	c.choice.Set(c.index(v))
}

// wired is a control of the house that tells what happens to it.
type wired interface {
	fyne.CanvasObject
	OnFocus(func())
	OnEscape(func())
	OnKey(func(*fyne.KeyEvent) bool)
}

// wire has a control scroll into sight when the keyboard comes, and give it back by Escape.
func (d *Panel) wire(w wired) {
	w.OnFocus(func() { d.reveal(w, 0, 0) })
	w.OnEscape(d.leave)
	w.OnKey(d.p.OnKey)
}

// enum is a word of a list: side by side where there are few, else on a line that opens.
func (d *Panel) enum(r *row) control {
	list := slices.Clone(r.f.Words)
	if r.form.kind == mapmodel.KindLane { // a lane with cards becomes no curve, which holds none
		list = slices.DeleteFunc(list, func(word string) bool { return word == string(mapmodel.LaneCurve) })
	}
	choose := func(at int) bool {
		word := ""
		if at >= 0 {
			word = list[at]
		}
		return set(r, mapmodel.ID{}, word)
	}
	index := func(v shared) int { return slices.Index(list, v.text()) }
	if len(list) > 3 {
		return newSelectControl(r, d.wordsOf(r, list), choose, index)
	}
	p := parts.ChoiceParams{Fill: true}
	for _, word := range list {
		p.Options = append(p.Options, parts.Option{Label: d.word(r.form.kind, r.f, word), Mark: d.mark(r.f, word)})
	}
	return newChoiceControl(r, p, choose, index)
}

func (d *Panel) wordsOf(r *row, list []string) []string {
	out := make([]string, len(list))
	for i, word := range list {
		out[i] = d.word(r.form.kind, r.f, word)
	}
	return out
}

// mark draws what the board draws for a word of a field; nil for nothing.
func (d *Panel) mark(f *mapmodel.Field, word string) func(bool) fyne.CanvasObject {
	drawn := func(draw func(ink, on scene.Color) *scene.Group) func(bool) fyne.CanvasObject {
		return func(chosen bool) fyne.CanvasObject {
			ink, on := look.Text, look.Surface
			if chosen {
				ink, on = look.OnAccent, look.Accent
			}
			return newDrawing(draw(d.ink(ink), d.ink(on)), 14)
		}
	}
	switch f.Name {
	case "level":
		return drawn(func(ink, _ scene.Color) *scene.Group { return d.p.Style.LevelSign(mapmodel.Level(word), 14, ink) })
	case "reason":
		return drawn(func(ink, on scene.Color) *scene.Group {
			return d.p.Style.ReasonSign(mapmodel.Reason(word), 14, ink, on)
		})
	}
	return nil
}

// word is what a field's word is called in the language of the window.
func (d *Panel) word(kind mapmodel.Kind, f *mapmodel.Field, word string) string {
	key := words.Key("details." + f.Name + "." + word)
	if f.Name == "kind" { // a lane's or evidence's, which the page has words for
		key = words.Key("page." + kind.String() + "." + word)
	}
	if d.p.Words.Has(key) {
		return d.say(key)
	}
	return word
}

// selectControl is a line that opens a list of words.
type selectControl struct {
	row   *row
	line  *parts.Select
	index func(shared) int
	last  shared
}

func newSelectControl(r *row, options []string, choose func(at int) bool, index func(shared) int) *selectControl {
	d := r.form.d
	c := &selectControl{row: r, index: index}
	c.line = parts.NewSelect(parts.SelectParams{
		Canvas: d.p.Canvas, Options: options, Free: true, None: d.say(words.DetailsNone), OnChange: func(at int) {
			if !choose(at) {
				c.show(c.last)
			}
		},
	})
	d.wire(c.line)
	return c
}

func (c *selectControl) object() fyne.CanvasObject       { return c.line }
func (c *selectControl) first() fyne.Focusable           { return c.line }
func (c *selectControl) has(focused fyne.Focusable) bool { return focused == fyne.Focusable(c.line) }
func (c *selectControl) flush()                          {}

func (c *selectControl) show(v shared) {
	c.last = v
	differ := ""
	if v.mixed {
		differ = c.row.form.d.say(words.DetailsDiffer)
	}
	c.line.Display(c.index(v), differ)
}

// newPersonaControl chooses whose a card is.
func newPersonaControl(r *row) control {
	var ids []mapmodel.ID
	var c *selectControl
	none := r.form.d.say(words.BoardBothPersonas)
	c = newSelectControl(r, nil, func(at int) bool {
		id := mapmodel.ID{}
		if at >= 0 {
			id = ids[at]
		}
		return set(r, mapmodel.ID{}, id)
	}, func(v shared) int {
		ids = nil
		var names []string
		for p := range v.m.Personas() {
			ids, names = append(ids, p.ID), append(names, p.Name)
		}
		c.line.SetOptions(names)
		if all := v.ids(); len(all) == 1 {
			return slices.Index(ids, all[0])
		}
		return -1
	})
	c.line.SetNone(none)
	return c
}

// flagControl is a yes or no.
type flagControl struct {
	row   *row
	check *parts.Check
}

func newFlag(r *row) control {
	c := &flagControl{row: r}
	c.check = parts.NewCheck(r.form.d.nameOf(r.f), func(on bool) { set(r, mapmodel.ID{}, on) })
	r.form.d.wire(c.check)
	return c
}

func (c *flagControl) object() fyne.CanvasObject       { return c.check }
func (c *flagControl) first() fyne.Focusable           { return c.check }
func (c *flagControl) has(focused fyne.Focusable) bool { return focused == fyne.Focusable(c.check) }
func (c *flagControl) flush()                          {}

func (c *flagControl) show(v shared) {
	switch some, all := v.flags(); {
	case all:
		c.check.Display(parts.On)
	case some:
		c.check.Display(parts.Some)
	default:
		c.check.Display(parts.Off)
	}
}
