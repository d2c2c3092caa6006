package scene

import "footpath/mapmodel"

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
