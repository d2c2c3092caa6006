//go:build !nogui

// Package find is the bar that words are found and replaced with in a map.
package find

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/assets/icons"
	"footpath/mapmodel"
)

// Params are what the bar is given.
type Params struct {
	Canvas fyne.Canvas
	Words  words.Language
	// Shift tells whether the Shift key is held: Enter then goes back.
	Shift func() bool
	// OnSearch is told of other words to look for.
	OnSearch func(mapmodel.Search)
	// OnStep goes to the next finding (+1) or the one before (-1).
	OnStep func(by int)
	// OnReplace replaces the finding gone to, OnReplaceAll every one.
	OnReplace, OnReplaceAll func(with string)
	OnClose                 func()
	// OnKey is given the keys that mean nothing here.
	OnKey func(*fyne.KeyEvent) bool
	// Hint shows words elsewhere while the pointer is on a button.
	Hint func(what func() string) func(bool)
	// OnFocus is called when the keyboard comes to a field, to replacing, or leaves it. It may be nil.
	OnFocus func()
}

// Bar is a line to find with, and below it one to replace with. It belongs to the UI goroutine.
type Bar struct {
	widget.BaseWidget
	p            Params
	words, with  *parts.Field
	letters      *parts.Button // capital and small letters differ
	next, before *parts.Button
	one, all     *parts.Button
	count, place *parts.Text
	first        *fyne.Container // beside the words
	second       fyne.CanvasObject
	panel        fyne.CanvasObject
	capitals     bool
}

// fieldWide is the width of the fields, in points.
const fieldWide = 280

// NewBar makes the bar; replacing says whether it shows its second line.
func NewBar(p Params, replacing bool) *Bar {
	b := &Bar{p: p}
	say := func(key words.Key) string { return p.Words.Say(key, nil) }
	b.words = parts.NewSearchField(say(words.FindPlaceholder), "")
	b.words.OnChanged = func(string) { b.p.OnSearch(b.Search()) }
	b.words.OnEnter = func() { b.p.OnStep(b.way()) }
	b.words.OnArrow = b.p.OnStep
	b.with = parts.NewField(say(words.FindWith))
	b.with.OnEnter = func() { b.p.OnReplace(b.with.Text) }
	for _, f := range []*parts.Field{b.words, b.with} {
		f.OnKey, f.OnFocus = p.OnKey, p.OnFocus
		f.OnEscape(p.OnClose)
	}
	b.count = parts.NewText("", parts.Type{Size: look.Meta})
	b.place = parts.NewText("", parts.Type{Size: look.Meta, Role: look.Secondary, Cut: true})
	b.before = b.button(icons.ChevronUp, "", words.CommandFindPrevious, func() { b.p.OnStep(-1) })
	b.next = b.button(icons.Down, "", words.CommandFindNext, func() { b.p.OnStep(1) })
	b.letters = b.button("", "Aa", words.FindCase, func() {
		b.capitals = !b.capitals
		b.letters.SetOn(b.capitals)
		b.p.OnSearch(b.Search())
	})
	b.one = b.button("", say(words.FindReplace), "", func() { b.p.OnReplace(b.with.Text) })
	b.all = b.button("", say(words.FindReplaceAll), "", func() { b.p.OnReplaceAll(b.with.Text) })
	closing := b.button(icons.Close, "", words.FindClose, p.OnClose)
	b.first = parts.Row(4, b.letters, b.before, b.next, parts.Gap(4, 1), b.count, parts.Gap(4, 1), b.place, closing)
	b.second = parts.Row(4, b.one, b.all)
	// Tab goes from the words to what they become, on to replacing, and only then to how they are looked for.
	lines := container.New(&twoByTwo{}, b.words, b.with, b.second, b.first)
	b.panel = parts.NewPanel(parts.PanelStyle{Fill: look.Surface, Bottom: look.Hairline}, parts.Inset(lines, 12, 6, 10, 6))
	b.SetReplacing(replacing)
	b.ExtendBaseWidget(b)
	return b
}

func (b *Bar) button(icon icons.Name, label string, hint words.Key, do func()) *parts.Button {
	kind := parts.Flat
	if label != "" {
		kind = parts.Outlined
	}
	p := parts.ButtonParams{Icon: icon, Label: label, Kind: kind, OnTapped: do}
	if hint != "" {
		p.Name = b.p.Words.Say(hint, nil)
	}
	switch {
	case hint == "" && b.p.OnFocus != nil: // its label says it, and the status bar what Enter does
		p.OnHover = func(bool) { b.p.OnFocus() }
	case hint != "" && b.p.Hint != nil:
		p.OnHover = b.p.Hint(func() string { return b.p.Words.Say(hint, nil) })
	}
	button := parts.NewButton(p)
	button.OnEscape(b.p.OnClose)
	button.OnKey(b.p.OnKey)
	return button
}

// way is where Enter goes: on, or with Shift back.
func (b *Bar) way() int {
	if b.p.Shift != nil && b.p.Shift() {
		return -1
	}
	return 1
}

// Search is what is looked for.
func (b *Bar) Search() mapmodel.Search {
	return mapmodel.Search{Words: b.words.Text, MatchCase: b.capitals}
}

// Take takes over what another bar looked for.
func (b *Bar) Take(s mapmodel.Search, with string) {
	b.capitals = s.MatchCase
	b.letters.SetOn(s.MatchCase)
	b.with.SetText(with)
	b.words.SetText(s.Words)
	b.p.OnSearch(b.Search())
}

// With is what it is to be replaced with.
func (b *Bar) With() string { return b.with.Text }

// SetReplacing shows the second line, or hides it.
func (b *Bar) SetReplacing(on bool) {
	for _, o := range []fyne.CanvasObject{b.with, b.second} {
		o.Show()
		if !on {
			o.Hide()
		}
	}
}

// Replacing tells whether the second line shows.
func (b *Bar) Replacing() bool { return b.second.Visible() }

// Focus takes the keyboard to the words.
func (b *Bar) Focus() {
	b.p.Canvas.Focus(b.words)
	b.words.SelectAll()
}

// Enter is what says what Enter does where the keyboard is; empty where it goes to the next place.
func (b *Bar) Enter(focused fyne.Focusable) words.Key {
	switch focused {
	case fyne.Focusable(b.with), fyne.Focusable(b.one):
		return words.FindHintReplace
	case fyne.Focusable(b.all):
		return words.FindHintAll
	}
	return ""
}

// Has tells whether a control of the bar has the keyboard.
func (b *Bar) Has(focused fyne.Focusable) bool {
	for _, f := range []fyne.Focusable{b.words, b.with, b.letters, b.next, b.before, b.one, b.all} {
		if f == focused {
			return true
		}
	}
	return false
}

// Say says which of how many findings was gone to, counted from 0, and where it is; at is -1 where it was gone to none.
func (b *Bar) Say(at, count int, place string) {
	b.count.SetRole(look.Text)
	switch {
	case b.words.Text == "":
		b.count.Set("")
	case count == 0:
		b.count.SetRole(look.Error)
		b.count.Set(b.p.Words.Say(words.FindNothing, nil))
	default:
		b.count.Set(b.p.Words.Say(words.FindCount, words.Args{"at": at + 1, "count": count}))
	}
	b.place.Set(place)
	for _, button := range []*parts.Button{b.next, b.before, b.one, b.all} {
		button.SetEnabled(count > 0)
	}
	b.first.Layout.Layout(b.first.Objects, b.first.Size()) // words of another length move what stands beside them
}

// Said is what the bar says of the findings.
func (b *Bar) Said() string { return b.count.Words() }

// CreateRenderer implements fyne.Widget.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.panel) }

// twoByTwo lays out two fields below each other and, beside each, a row over all the room that is left: the fields
// downward, then the rows upward.
type twoByTwo struct{}

// The gaps between what stands in the bar, in points.
const gapDown, gapAcross float32 = 6, 8

// MinSize implements fyne.Layout.
func (*twoByTwo) MinSize(o []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, field := range o[:2] {
		if row := o[3-i].MinSize(); field.Visible() {
			size.Width = max(size.Width, fieldWide+gapAcross+row.Width)
			size.Height += max(field.MinSize().Height, row.Height) + gapDown
		}
	}
	return size.SubtractWidthHeight(0, gapDown)
}

// Layout implements fyne.Layout.
func (*twoByTwo) Layout(o []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for i, field := range o[:2] {
		if !field.Visible() {
			continue
		}
		row := o[3-i]
		high := max(field.MinSize().Height, row.MinSize().Height)
		field.Move(fyne.NewPos(0, y))
		field.Resize(fyne.NewSize(fieldWide, high))
		row.Move(fyne.NewPos(fieldWide+gapAcross, y))
		row.Resize(fyne.NewSize(max(size.Width-fieldWide-gapAcross, 0), high))
		y += high + gapDown
	}
}
