//go:build !nogui

package filter

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/assets/icons"
)

// Params are what the bar is given.
type Params struct {
	Canvas fyne.Canvas
	Words  words.Language
	// Name is what a value is called; a persona's is its name.
	Name func(criterion, value string) string
	// OnChange is told of another filter.
	OnChange func(Filter)
	// OnDone takes the keyboard back to the map; the filter stays.
	OnDone func()
	// OnHide is told whether the cards that do not pass are to be hidden rather than to fade.
	OnHide  func(bool)
	OnClose func()
	// OnFocus hears that the keyboard has moved along the bar. It may be nil.
	OnFocus func()
	// OnKey is given the keys that mean nothing here.
	OnKey func(*fyne.KeyEvent) bool
}

// Bar is a field for a word and a row of the criteria that this map's cards can be told apart by, each with a menu of the values the map's cards have. It belongs to the UI goroutine.
type Bar struct {
	widget.BaseWidget
	p       Params
	filter  Filter
	choices map[string][]Choice
	word    *parts.Field
	chips   map[string]*parts.Button
	hides   bool
	hide    *parts.Button
	clear   *parts.Button
	closing *parts.Button
	row     *fyne.Container
	chipRow fyne.CanvasObject
	panel   fyne.CanvasObject
}

// wordWide is the width of the field for a word, in points.
const wordWide = 168

// NewBar makes the bar with a filter set, and the others hidden or not.
func NewBar(p Params, f Filter, hides bool) *Bar {
	b := &Bar{p: p, filter: f, hides: hides, chips: map[string]*parts.Button{}}
	b.word = parts.NewSearchField(p.Words.Say(words.FilterWord, nil), "")
	b.word.SetText(f.Word)
	b.word.OnChanged = func(word string) { b.set(b.filter.WithWord(strings.TrimSpace(word))) }
	b.word.OnEnter, b.word.OnFocus = p.OnDone, p.OnFocus
	b.word.OnKey = func(e *fyne.KeyEvent) bool { return p.OnKey != nil && p.OnKey(e) }
	b.word.OnEscape(p.OnClose)
	var chips []fyne.CanvasObject
	for _, criterion := range Criteria {
		chip := b.button(parts.ButtonParams{Kind: parts.Outlined, Icon: icons.Down, OnTapped: func() { b.open(criterion) }})
		chip.Hide() // until it is known that cards have a value
		b.chips[criterion] = chip
		chips = append(chips, chip)
	}
	b.clear = b.button(parts.ButtonParams{Kind: parts.Flat, Label: p.Words.Say(words.FilterClear, nil), OnTapped: b.clearAll})
	b.hide = b.button(parts.ButtonParams{Kind: parts.Outlined, Label: p.Words.Say(words.FilterHide, nil), OnTapped: func() { p.OnHide(!b.hides) }})
	b.hide.SetOn(hides)
	b.closing = b.button(parts.ButtonParams{Kind: parts.Flat, Icon: icons.Close, Name: p.Words.Say(words.CommandClose, nil), OnTapped: p.OnClose})
	b.chipRow = parts.Rolled(6, chips...)
	b.row = parts.Row(6, parts.NewIcon(icons.Filter, look.Text, 0), parts.Sized(b.word, wordWide, 0), b.chipRow, b.hide, b.clear, parts.Spring(), b.closing)
	b.panel = parts.NewPanel(parts.PanelStyle{Fill: look.Surface, Bottom: look.Hairline}, parts.Inset(b.row, 16, 6-parts.RingRoom, 10, 6-parts.RingRoom))
	b.label()
	b.ExtendBaseWidget(b)
	return b
}

func (b *Bar) button(p parts.ButtonParams) *parts.Button {
	if b.p.OnFocus != nil {
		p.OnHover = func(bool) { b.p.OnFocus() }
	}
	button := parts.NewButton(p)
	button.OnEscape(b.p.OnClose)
	button.OnKey(b.key)
	return button
}

// key walks along the bar by the arrows.
func (b *Bar) key(e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyLeft && e.Name != fyne.KeyRight {
		return b.p.OnKey != nil && b.p.OnKey(e)
	}
	all := b.controls()
	at := slices.Index(all, b.p.Canvas.Focused())
	if at < 0 {
		return false
	}
	step := 1
	if e.Name == fyne.KeyLeft {
		step = -1
	}
	for i := at + step; i >= 0 && i < len(all); i += step {
		if all[i] == fyne.Focusable(b.clear) && !b.clear.Enabled() {
			continue
		}
		b.p.Canvas.Focus(all[i])
		break
	}
	return true
}

// controls are all that can have the keyboard, from left to right.
func (b *Bar) controls() []fyne.Focusable {
	out := []fyne.Focusable{b.word}
	for _, criterion := range Criteria {
		if chip := b.chips[criterion]; chip.Visible() {
			out = append(out, chip)
		}
	}
	return append(out, b.hide, b.clear, b.closing)
}

// ShowHidden says whether the cards that do not pass are hidden.
func (b *Bar) ShowHidden(hides bool) {
	b.hides = hides
	b.hide.SetOn(hides)
}

func (b *Bar) set(f Filter) {
	b.filter = f
	b.label()
	b.p.OnChange(f)
}

// clearAll lets all cards stand out; the bar stays, for the next question.
func (b *Bar) clearAll() {
	b.set(Filter{})
	b.word.SetText("")
	b.Focus()
}

// label says on each criterion what is asked for.
func (b *Bar) label() {
	for _, criterion := range Criteria {
		name := b.p.Words.Say(words.Key("criterion."+criterion), nil)
		chosen := b.filter.Values(criterion)
		switch len(chosen) {
		case 0:
		case 1:
			name = b.p.Words.Say(words.FilterChosen, words.Args{"criterion": name, "value": short(b.p.Name(criterion, chosen[0]))})
		default:
			several := b.p.Words.Say(words.FilterSeveral, words.Args{"n": len(chosen)})
			name = b.p.Words.Say(words.FilterChosen, words.Args{"criterion": name, "value": several})
		}
		b.chips[criterion].SetLabel(name)
		b.chips[criterion].SetOn(len(chosen) > 0)
		b.chips[criterion].Hidden = len(chosen) == 0 && len(b.choices[criterion]) == 0
	}
	b.clear.SetEnabled(b.filter.Active())
	b.row.Layout.Layout(b.row.Objects, b.row.Size())
}

// short cuts a long value, which its menu shows whole.
func short(value string) string {
	const most = 18
	if runes := []rune(value); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return value
}

// Offer says which values there are.
func (b *Bar) Offer(choices map[string][]Choice) {
	b.choices = choices
	b.label()
}

// Items are the lines of a criterion's menu.
func (b *Bar) Items(criterion string) []parts.MenuItem {
	choices := b.choices[criterion]
	if len(choices) == 0 {
		return []parts.MenuItem{{Label: b.p.Words.Say(words.FilterNone, nil), Disabled: true}}
	}
	items := []parts.MenuItem{{
		Label: b.p.Words.Say(words.FilterAny, nil), Checked: len(b.filter.Values(criterion)) == 0,
		Do: func() { b.set(b.filter.Without(criterion)) },
	}}
	const line = 30
	room := max(int((b.p.Canvas.Size().Height-160)/line), 5)
	for i, c := range choices {
		if i == room {
			break // the rarest have no room; the search finds them
		}
		items = append(items, parts.MenuItem{
			Label: b.p.Words.Say(words.FilterValue, words.Args{"value": b.p.Name(criterion, c.Value), "cards": c.Cards}), Rule: i == 0,
			Checked: b.filter.Has(criterion, c.Value), Do: func() { b.set(b.filter.Toggle(criterion, c.Value)) },
		})
	}
	return items
}

// Offers tells whether a criterion can be chosen by.
func (b *Bar) Offers(criterion string) bool { return b.chips[criterion].Visible() }

// open shows the values of a criterion below its button.
func (b *Bar) open(criterion string) {
	chip := b.chips[criterion]
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(chip).AddXY(0, chip.Size().Height+2)
	parts.ShowChoices(b.p.Canvas, at, b.Items(criterion), func() { b.p.Canvas.Focus(chip) })
}

// Focus takes the keyboard to the word.
func (b *Bar) Focus() { b.p.Canvas.Focus(b.word) }

// Has tells whether a control of the bar has the keyboard.
func (b *Bar) Has(focused fyne.Focusable) bool { return slices.Contains(b.controls(), focused) }

// Typing tells whether the line for a word has the keyboard.
func (b *Bar) Typing(focused fyne.Focusable) bool { return focused == fyne.Focusable(b.word) }

// CreateRenderer implements fyne.Widget.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.panel) }
