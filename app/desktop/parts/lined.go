//go:build !nogui

package parts

import (
	"strings"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/look"
	"footpath/render/text"
)

// Lined sets words in lines of a width in points, one below the other: at most so many, the last of which is cut where the words
// go on. Line ends and tabs count as spaces.
func Lined(words string, set Type, width float32, most int) *fyne.Container {
	box := Column(0)
	for _, line := range Break(words, set, width, most) {
		one := set
		one.Cut = true
		box.Objects = append(box.Objects, NewText(line, one))
	}
	return box
}

// Break gives the lines that Lined sets: at least one, and at most so many, the last with all that is left.
func Break(words string, set Type, width float32, most int) []string {
	words = strings.Join(strings.FieldsFunc(words, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }), " ")
	face, size := text.Regular, set.Size
	if set.Bold {
		face = text.Bold
	}
	if size == 0 {
		size = look.Body
	}
	const slip = 2 // the toolkit's widths are whole, ours are not
	var out []string
	for _, line := range face.Break(words, float64(size), float64(max(width-slip, 1))) {
		if len(out) == most-1 {
			return append(out, words[line.Start:])
		}
		out = append(out, line.Text)
	}
	return out
}
