//go:build !nogui

package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
)

// Type is how a text is set.
type Type struct {
	Size float32 // in points; zero is look.Body
	Bold bool
	Role look.Role // its colour; empty is look.Text
	// Cut lets the text be narrower than its words: they end in an ellipsis.
	Cut bool
	// Align says where the words stand when there is more room than they need.
	Align fyne.TextAlign
}

// Text is one line of words in a colour of the theme.
type Text struct {
	widget.BaseWidget
	words string
	set   Type
	line  *canvas.Text
	shown float32 // the width the line is cut to
}

// NewText makes a line.
func NewText(words string, set Type) *Text {
	if set.Size == 0 {
		set.Size = look.Body
	}
	if set.Role == "" {
		set.Role = look.Text
	}
	t := &Text{words: words, set: set, line: canvas.NewText(words, theme.Color(set.Role))}
	t.line.TextSize, t.line.TextStyle.Bold, t.line.Alignment = set.Size, set.Bold, set.Align
	t.ExtendBaseWidget(t)
	return t
}

// Words are the words as given, whole.
func (t *Text) Words() string { return t.words }

// Set changes the words.
func (t *Text) Set(words string) {
	if words != t.words {
		t.words = words
		t.Refresh()
	}
}

// SetCut says whether the text may be narrower than its words.
func (t *Text) SetCut(cut bool) {
	if cut != t.set.Cut {
		t.set.Cut = cut
		t.Refresh()
	}
}

// SetRole changes the colour.
func (t *Text) SetRole(role look.Role) {
	if role != t.set.Role {
		t.set.Role = role
		t.Refresh()
	}
}

func (t *Text) measure(words string) fyne.Size {
	return fyne.MeasureText(words, t.set.Size, t.line.TextStyle)
}

// cut is the words as far as they fit a width.
func (t *Text) cut(width float32) string {
	if !t.set.Cut || t.measure(t.words).Width <= width {
		return t.words
	}
	runes := []rune(t.words)
	low, high := 0, len(runes) // runes[:low] fit
	for low < high {
		middle := (low + high + 1) / 2
		if t.measure(string(runes[:middle])+"…").Width <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	for low > 0 && runes[low-1] == ' ' {
		low--
	}
	return string(runes[:low]) + "…"
}

func (t *Text) fit(width float32) {
	t.shown = width
	if words := t.cut(width); words != t.line.Text {
		t.line.Text = words
		t.line.Refresh()
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (t *Text) AccessibilityLabel() string { return t.words }

// AccessibilityRole implements fyne.Accessible.
func (t *Text) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		objects: []fyne.CanvasObject{t.line},
		min: func() fyne.Size {
			size := t.measure(t.words)
			size.Height = whole(size.Height + 0.5) // so that what stands below stays sharp
			if t.set.Cut {
				size.Width = min(size.Width, t.measure("…").Width)
			}
			return size
		},
		layout: func(size fyne.Size) {
			t.fit(size.Width)
			t.line.Resize(size)
		},
		paint: func() {
			t.line.Color = theme.Color(t.set.Role)
			t.line.Text = t.cut(t.shown)
			t.line.Refresh()
		},
	}
}
