//go:build !nogui

package history

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/assets/icons"
)

// Bar stands above the board and says which moment it shows.
type Bar struct {
	widget.BaseWidget
	words   words.Language
	moment  *parts.Text
	what    *parts.Text
	legend  *fyne.Container
	restore *parts.Button
	row     *fyne.Container
	now     bool // the present moment shows
	folded  bool // there is no room for the legend
	panel   fyne.CanvasObject
}

// NewBar makes the bar. here and since are the colours in which the board marks what changed at the step, and what has since.
func NewBar(l words.Language, here, since color.Color, onRestore, onClose func()) *Bar {
	b := &Bar{words: l, moment: parts.NewText("", parts.Type{Bold: true}), what: parts.NewText("", parts.Type{Role: look.Secondary, Cut: true})}
	meta := parts.Type{Size: look.Meta, Role: look.Secondary}
	b.legend = parts.Row(6, swatch(here), parts.NewText(l.Say(words.HistoryChangedHere, nil), meta), parts.Gap(6, 1),
		swatch(since), parts.NewText(l.Say(words.HistoryChangedSince, nil), meta))
	b.restore = parts.NewButton(parts.ButtonParams{Label: l.Say(words.HistoryRestore, nil), Icon: icons.Restore, Kind: parts.Filled, OnTapped: onRestore})
	b.restore.OnEscape(onClose)
	now := parts.NewButton(parts.ButtonParams{Label: l.Say(words.HistoryBackToNow, nil), Kind: parts.Outlined, OnTapped: onClose})
	now.OnEscape(onClose)
	b.row = parts.Row(10, parts.NewIcon(icons.Clock, look.Text, 0), b.moment, b.what, b.legend, parts.Gap(6, 1), b.restore, now)
	fold := parts.Fold(b.row, func(folded bool) {
		b.folded = folded
		b.legend.Hidden = folded || b.now
	}, func(folded bool) { now.Hidden = folded }) // Escape is still there
	b.panel = parts.NewPanel(parts.PanelStyle{Fill: look.Header, Bottom: look.Accent}, parts.Inset(fold, 16, 5, 10, 6))
	b.ExtendBaseWidget(b)
	return b
}

// swatch is a sample of a frame on the board.
func swatch(c color.Color) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.StrokeColor, r.StrokeWidth, r.CornerRadius = c, 2, 3
	return parts.Sized(r, 16, 12)
}

// Say says which moment the board shows.
func (b *Bar) Say(r Row, now bool) {
	b.restore.SetEnabled(!now)
	b.now, b.legend.Hidden = now, now || b.folded
	if now {
		b.moment.Set(b.words.Say(words.HistoryNow, nil))
		b.what.Set("")
	} else {
		b.moment.Set(b.words.Say(words.HistoryThen, words.Args{"day": r.Day, "time": r.Time}))
		b.what.Set(b.words.Say(words.HistoryReadOnly, nil))
	}
	b.row.Layout.Layout(b.row.Objects, b.row.Size())
	b.row.Refresh()
}

// Words are what the bar says.
func (b *Bar) Words() string { return b.moment.Words() }

// CreateRenderer implements fyne.Widget.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.panel) }
