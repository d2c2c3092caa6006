//go:build !nogui

package edit

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"footpath/mapmodel"
)

// Buffer is one text being typed: its caret, what is selected, and its own
// undo. Positions are byte offsets that stand between graphemes. A text that
// must stay on one line turns line ends into spaces.
type Buffer struct {
	text          string
	caret, anchor int
	ends          func(string) []int
	oneLine       bool
	most          int
	past, future  []moment
	run           change
}

// moment is what undo brings back.
type moment struct {
	text          string
	caret, anchor int
}

// change tells which edits make one undo step together.
type change uint8

const (
	changeNone change = iota
	changeWord
	changeSpace
	changeErase
)

// NewBuffer starts with a text and the caret at its end. stops lists where the
// graphemes of a text end, in bytes; nil is Runes.
func NewBuffer(text string, oneLine bool, stops func(string) []int) *Buffer {
	b := &Buffer{ends: stops, oneLine: oneLine, most: mapmodel.MaxText}
	if stops == nil {
		b.ends = Runes
	}
	if oneLine {
		b.most = mapmodel.MaxName
	}
	b.Reset(text)
	return b
}

// Runes lists where the runes of a text end.
func Runes(text string) []int {
	out := make([]int, 0, len(text))
	for i, r := range text {
		out = append(out, i+utf8.RuneLen(r))
	}
	return out
}

// stops lists where a caret may stand.
func (b *Buffer) stops(text string) []int { return append([]int{0}, b.ends(text)...) }

// Text is what has been typed.
func (b *Buffer) Text() string { return b.text }

// Caret is where the next letter goes.
func (b *Buffer) Caret() int { return b.caret }

// Selection is the selected part, the caret twice where nothing is.
func (b *Buffer) Selection() (from, to int) { return min(b.caret, b.anchor), max(b.caret, b.anchor) }

// Selected is the selected text.
func (b *Buffer) Selected() string {
	from, to := b.Selection()
	return b.text[from:to]
}

// Reset takes another text, with the caret at its end and nothing to undo.
func (b *Buffer) Reset(text string) {
	b.text = b.clean(text)
	b.caret = len(b.text)
	b.anchor = b.caret
	b.past, b.future, b.run = nil, nil, changeNone
}

func (b *Buffer) clean(s string) string {
	if b.oneLine {
		return mapmodel.CleanName(s)
	}
	return mapmodel.CleanText(s)
}

// Insert puts text in place of the selection. It tells whether all of it had
// room: a text that would grow too long is left as it is.
func (b *Buffer) Insert(s string) bool {
	s = b.clean(s)
	from, to := b.Selection()
	if len(b.text)-(to-from)+len(s) > b.most {
		return false
	}
	kind := changeWord
	switch r, size := utf8.DecodeRuneInString(s); {
	case size != len(s):
		kind = changeNone // a paste stands alone
	case unicode.IsSpace(r):
		kind = changeSpace
	}
	// A word and the space after it come back in one step.
	if from != to || kind == changeNone || kind != b.run && !(kind == changeSpace && b.run == changeWord) {
		b.keep()
	}
	b.run = kind
	b.text = b.text[:from] + s + b.text[to:]
	b.MoveTo(from+len(s), false)
	b.run = kind
	return true
}

// Erase takes the selection away, or else what lies between the caret and a
// position.
func (b *Buffer) Erase(to int) {
	from, end := b.Selection()
	if from == end {
		from, end = min(b.caret, to), max(b.caret, to)
	}
	if from == end {
		return
	}
	if b.run != changeErase || b.caret != b.anchor {
		b.keep()
	}
	b.text = b.text[:from] + b.text[end:]
	b.MoveTo(from, false)
	b.run = changeErase
}

func (b *Buffer) keep() {
	b.past = append(b.past, moment{b.text, b.caret, b.anchor})
	b.future = nil
}

// Undo takes the latest typing back and tells whether there was any.
func (b *Buffer) Undo() bool { return b.travel(&b.past, &b.future) }

// Redo brings back what Undo took.
func (b *Buffer) Redo() bool { return b.travel(&b.future, &b.past) }

// CanUndo tells whether there is typing to take back.
func (b *Buffer) CanUndo() bool { return len(b.past) > 0 }

// CanRedo tells whether there is typing to bring again.
func (b *Buffer) CanRedo() bool { return len(b.future) > 0 }

func (b *Buffer) travel(from, to *[]moment) bool {
	n := len(*from)
	if n == 0 {
		return false
	}
	*to = append(*to, moment{b.text, b.caret, b.anchor})
	m := (*from)[n-1]
	*from = (*from)[:n-1]
	b.text, b.caret, b.anchor, b.run = m.text, m.caret, m.anchor, changeNone
	return true
}

// MoveTo sets the caret; extend keeps the other end of the selection where it
// is. Offsets inside a grapheme become its beginning.
func (b *Buffer) MoveTo(at int, extend bool) {
	b.caret = b.snap(at)
	if !extend {
		b.anchor = b.caret
	}
	b.run = changeNone
}

func (b *Buffer) snap(at int) int {
	stops := b.stops(b.text)
	i, found := slices.BinarySearch(stops, at)
	if found {
		return at
	}
	return stops[max(0, i-1)]
}

// SelectAll selects the whole text.
func (b *Buffer) SelectAll() {
	b.MoveTo(0, false)
	b.MoveTo(len(b.text), true)
}

// SelectWord selects the word around a position.
func (b *Buffer) SelectWord(at int) {
	from, to := b.snap(at), b.snap(at)
	for from > 0 && wordRune(before(b.text, from)) {
		_, n := utf8.DecodeLastRuneInString(b.text[:from])
		from -= n
	}
	for to < len(b.text) && wordRune(after(b.text, to)) {
		_, n := utf8.DecodeRuneInString(b.text[to:])
		to += n
	}
	b.MoveTo(from, false)
	b.MoveTo(to, true)
}

// Next is the place one grapheme after a position.
func (b *Buffer) Next(at int) int {
	stops := b.stops(b.text)
	i, found := slices.BinarySearch(stops, at)
	if found {
		i++
	}
	return stops[min(i, len(stops)-1)]
}

// Previous is the place one grapheme before a position.
func (b *Buffer) Previous(at int) int {
	stops := b.stops(b.text)
	i, _ := slices.BinarySearch(stops, at)
	return stops[max(0, i-1)]
}

// NextWord is where the word after the position begins, or the end.
func (b *Buffer) NextWord(at int) int {
	for at < len(b.text) && wordRune(after(b.text, at)) {
		at = b.Next(at)
	}
	for at < len(b.text) && !wordRune(after(b.text, at)) {
		at = b.Next(at)
	}
	return at
}

// PreviousWord is where the word before the position begins.
func (b *Buffer) PreviousWord(at int) int {
	for at > 0 && !wordRune(before(b.text, at)) {
		at = b.Previous(at)
	}
	for at > 0 && wordRune(before(b.text, at)) {
		at = b.Previous(at)
	}
	return at
}

// Paragraph gives the ends of the paragraph around a position: what stands
// between two line ends.
func (b *Buffer) Paragraph(at int) (from, to int) {
	from = strings.LastIndexByte(b.text[:at], '\n') + 1
	if n := strings.IndexByte(b.text[at:], '\n'); n >= 0 {
		return from, at + n
	}
	return from, len(b.text)
}

func before(s string, at int) rune { r, _ := utf8.DecodeLastRuneInString(s[:at]); return r }

func after(s string, at int) rune { r, _ := utf8.DecodeRuneInString(s[at:]); return r }

// wordRune tells what belongs to a word; marks do, so that a letter and its
// accents stay together.
func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_'
}
