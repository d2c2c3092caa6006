//go:build !nogui

package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// caret sees to it that who comes to a text by the keyboard goes on behind it. The toolkit leaves the caret where it stood in
// the text before, and before a first one. A click puts it elsewhere afterwards.
type caret struct {
	left string // the text that the focus left
}

// come puts the caret behind a text that is another than was left: who comes back from another window goes on where she was.
func (c *caret) come(e *widget.Entry) {
	if e.Text != c.left {
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	}
}

func (c *caret) leave(e *widget.Entry) { c.left = e.Text }
