package scene

import (
	"slices"
	"strconv"
	"strings"

	"footpath/mapmodel"
	"footpath/render/text"
)

const (
	footLine = 9.5 // the height of a line of the footer
	footGap  = 12  // the least room between what stands in one line
	// footLines is how many lines owner, title and version take below each other.
	footLines = 3
)

// footerHeight is the room of the footer at the lower edge of a page.
func (w *work) footerHeight(width float64) float64 {
	if w.tiling != nil {
		return 1.5 + footLine
	}
	_, high := w.foot(width-2*w.s.Margin, "")
	return high
}

// edition is what tells this page from others: title, state, version and date.
func (w *work) edition() []string {
	h := w.m.Header()
	state := w.words(wordCurrent)
	if h.State == mapmodel.Future {
		state = w.words(wordFuture)
	}
	return present(h.Title, state, h.Version, w.date(h.Date))
}

// present leaves out what is empty.
func present(words ...string) []string {
	return slices.DeleteFunc(words, func(s string) bool { return s == "" })
}

// footer closes the page: owner and confidentiality, title and version, and its
// number of so many.
func (w *work) footer(n, of int) {
	s := w.s
	right := w.page.Size.X - s.Margin
	width, high := right-s.Margin, w.footerHeight(w.page.Size.X)
	var out []Element
	if w.tiling != nil {
		out = w.tileFooter(width)
	} else {
		out, _ = w.foot(width, w.words.fill(wordPage, "n", strconv.Itoa(n), "m", strconv.Itoa(of)))
	}
	rule := &Path{Segments: Polyline(false, Point{0, 0}, Point{width, 0}), Stroke: Stroke{Color: s.Border, Width: 0.5 * s.Weight}}
	w.place(Rect{s.Margin, w.page.Size.Y - s.Margin - high, width, high}, FooterRole, append([]Element{rule}, out...)...)
}

// foot sets the words of a footer into a width and gives their height: in one
// line where they have room there, else below each other, in a few lines each:
// the first page says all of them but the confidentiality, which stands whole.
func (w *work) foot(width float64, page string) ([]Element, float64) {
	s := w.s
	// As much as any page's number takes, so that all pages are laid out alike.
	number := text.Regular.Measure(w.words.fill(wordPage, "n", "888", "m", "888"), s.MetaSize)
	wide := text.Regular.Measure(page, s.MetaSize)
	owner, edition := w.m.Header().Owner, strings.Join(w.edition(), " · ")
	mine := strings.Join(present(owner, s.Confidentiality), " · ")
	middle := text.Regular.Measure(edition, s.MetaSize)
	var out []Element
	set := func(words string, x, y, width float64, lines int) float64 {
		b := breakText(words, text.Regular, s.MetaSize, footLine/s.MetaSize, x, y, max(width, s.MetaSize)).atMost(lines)
		out = append(out, b.runs(s.Second)...)
		return b.Height()
	}
	m := text.Regular.Metrics(s.MetaSize)
	base := (footLine-m.Line)/2 + m.Ascent // of a line, from its upper edge
	y := footLine - base
	// In the middle of the page, unless its neighbours push it aside.
	from, to := footGap+text.Regular.Measure(mine, s.MetaSize), width-number-footGap-middle
	if from <= to {
		set(mine, 0, y, width, 1)
		set(edition, min(max((width-middle)/2, from), to), y, middle+1, 1)
		y += footLine
	} else {
		for _, words := range present(s.Confidentiality) {
			y += set(words, 0, y, width, anyLines)
		}
		y += set(strings.Join(present(owner, edition), " · "), 0, y, width-number-footGap, footLines)
	}
	out = append(out, &Run{X: width - wide, Y: y - footLine + base, Text: page, Face: text.Regular, Size: s.MetaSize, Color: s.Second, Width: wide})
	return out, y + base - footLine + 1.5
}
