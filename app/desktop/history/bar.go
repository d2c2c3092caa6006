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
	close   *parts.Button
	spring  fyne.CanvasObject // in the place of words that have no room
	now     bool              // the present moment shows
	panel   fyne.CanvasObject
}

// NewBar makes the bar. here and since are the colours in which the board marks what changed at the step, and what has since.
func NewBar(l words.Language, here, since color.Color, onRestore, onClose func()) *Bar {
	b := &Bar{words: l, moment: parts.NewText("", parts.Type{Bold: true}), what: parts.NewText("", parts.Type{Role: look.Secondary, Cut: true})}
	b.spring = parts.Spring()
	meta := parts.Type{Size: look.Meta, Role: look.Secondary}
	b.legend = parts.Row(6, swatch(here), parts.NewText(l.Say(words.HistoryChangedHere, nil), meta), parts.Gap(6, 1),
		swatch(since), parts.NewText(l.Say(words.HistoryChangedSince, nil), meta))
	b.restore = parts.NewButton(parts.ButtonParams{Label: l.Say(words.HistoryRestore, nil), Icon: icons.Restore, Kind: parts.Filled, Name: l.Say(words.HistoryRestore, nil), OnTapped: onRestore})
	b.restore.OnEscape(onClose)
	b.close = parts.NewButton(parts.ButtonParams{Label: l.Say(words.HistoryBackToNow, nil), Kind: parts.Outlined, OnTapped: onClose})
	b.close.OnEscape(onClose)
	b.row = parts.Row(10, parts.NewIcon(icons.Clock, look.Text, 0), b.moment, b.what, b.spring, b.legend, parts.Gap(6, 1), b.restore, b.close)
	b.panel = parts.NewPanel(parts.PanelStyle{Fill: look.Header, Bottom: look.Accent}, parts.Inset(&fyne.Container{Layout: fitting{b}, Objects: []fyne.CanvasObject{b.row}}, 16, 5, 10, 6))
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
	b.now = now
	if now {
		b.moment.Set(b.words.Say(words.HistoryNow, nil))
		b.what.Set("")
	} else {
		b.moment.Set(b.words.Say(words.HistoryThen, words.Args{"day": r.Day, "time": r.Time}))
		b.what.Set(b.words.Say(words.HistoryReadOnly, nil))
	}
	b.fit(b.row.Size())
	b.row.Refresh()
}

// fit lays the row out; where it has no room for all, the legend goes first, then what is said beside the moment, the way back, for
// which there is Escape, and the words of the button. Then the moment is cut.
func (b *Bar) fit(size fyne.Size) {
	b.legend.Hidden, b.what.Hidden, b.close.Hidden = b.now, false, false
	b.moment.SetCut(false)
	b.restore.SetLabel(b.words.Say(words.HistoryRestore, nil))
	said := fyne.MeasureText(b.what.Words(), look.Body, fyne.TextStyle{}).Width // it could be cut, but to what?
	for i, hidden := range []*bool{&b.legend.Hidden, &b.what.Hidden, &b.close.Hidden} {
		need := b.row.MinSize().Width
		if i < 2 {
			need += said
		}
		if need <= size.Width {
			break
		}
		*hidden = true
	}
	if b.row.MinSize().Width > size.Width {
		b.restore.SetLabel("")
	}
	tight := b.row.MinSize().Width > size.Width
	b.moment.SetCut(tight)
	if b.spring.Hide(); b.what.Hidden && !tight {
		b.spring.Show()
	}
	b.row.Move(fyne.NewPos(0, 0))
	b.row.Resize(size)
	b.row.Layout.Layout(b.row.Objects, size)
}

// fitting is the bar's layout.
type fitting struct{ b *Bar }

func (f fitting) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, f.b.row.MinSize().Height)
}

func (f fitting) Layout(_ []fyne.CanvasObject, size fyne.Size) { f.b.fit(size) }

// Words are what the bar says.
func (b *Bar) Words() string { return b.moment.Words() }

// CreateRenderer implements fyne.Widget.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.panel) }
