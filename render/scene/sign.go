package scene

import (
	"footpath/mapmodel"
	"footpath/render/text"
)

// The signs are the marks of a map as groups by themselves, for what shows them without a page: a panel, a menu. They are drawn
// by the page's own hand, so that a mark looks the same wherever it stands.

// drawn makes a group of what is drawn in a square.
func drawn(size float64, elements ...Element) *Group {
	return (&Group{Size: Point{size, size}, Elements: elements}).sealed()
}

// FaceSign is the face of a feeling, -2 to 2, in a square of a size in points; nil for any other value.
func (s *Style) FaceSign(value int, size float64) *Group {
	if value < -2 || value > 2 {
		return nil
	}
	return drawn(size, s.face(Point{size / 2, size / 2}, size, value, false)...)
}

// Hint is what an empty cell says in type of a size, in as many lines as fit a
// width and height in points, and one at the least; the last says so where it is
// not all, and whole is false.
func (s *Style) Hint(words string, size, width, high float64) (hint *Group, whole bool) {
	b := breakText(words, text.Regular, size, s.Leading, 0, 0, max(width, size))
	lines := max(int(high/b.Step+0.01), 1)
	whole = len(b.Lines) <= lines
	b.atMost(lines)
	g := &Group{Size: Point{b.Widest(), b.Height()}, Elements: b.runs(s.Second)}
	return g.sealed(), whole
}

// LevelSign is the disc that tells how far something rests on evidence: hollow, half or full.
func (s *Style) LevelSign(level mapmodel.Level, size float64, ink Color) *Group {
	other := *s
	other.Text = ink
	return drawn(size, other.evidence(Point{size / 2, size / 2}, size, level)...)
}

// ReasonSign is the mark of service or experience; on says what it stands on, ink what it is drawn in.
func (s *Style) ReasonSign(reason mapmodel.Reason, size float64, ink, on Color) *Group {
	other := *s
	other.Text, other.Second, other.Surface = ink, ink, on
	return drawn(size, other.reason(Point{}, size, reason)...)
}

// LaneSign is the icon of a kind of lane; nil where there is none.
func LaneSign(kind mapmodel.LaneKind, size float64, ink Color) *Group {
	return iconSign(laneIcons[kind], size, ink)
}

// EvidenceSign is the icon of a way to gather evidence; nil where there is none.
func EvidenceSign(kind mapmodel.EvidenceKind, size float64, ink Color) *Group {
	return iconSign(evidenceIcons[kind], size, ink)
}

// NumberSign is an opportunity's number on its disc.
func (s *Style) NumberSign(number int, size float64) *Group {
	other := *s
	other.DiscR = size / 2
	b := cardBuilder{s: &other, v: cardView{number: number}}
	return drawn(size, b.badge(Point{size / 2, size / 2})...)
}

func iconSign(drawing string, size float64, ink Color) *Group {
	if drawing == "" {
		return nil
	}
	return drawn(size, icon(drawing, Point{}, size, ink))
}
