package text

// Caret is where the caret stands before a byte of a line, in points from the
// line's left edge: at the beginning of the character that begins there, on its
// right side where it is read from the right.
func (f Face) Caret(s string, d Direction, size float64, at int) float64 {
	if AsWritten(s, d) {
		return f.Measure(s[:at], size)
	}
	return f.caret(f.Spans(s, d), s, at) * size
}

// caret is Caret in a line that has been laid out, in em.
func (f Face) caret(spans []Span, s string, at int) float64 {
	for i := range spans {
		if p := &spans[i]; p.Start <= at && at < p.End {
			return f.within(p, s, at)
		}
	}
	// Behind the last character.
	for i := range spans {
		if p := &spans[i]; p.End == len(s) {
			if p.Leftward {
				return p.X
			}
			return p.X + p.Advance
		}
	}
	return 0
}

// within is the caret's place before a byte of a span, in em. The characters
// of a cluster of glyphs share its width evenly.
func (f Face) within(p *Span, s string, at int) float64 {
	if p.Plain {
		return p.X + f.measure(s[p.Start:at])
	}
	ends := Graphemes(s[p.Start:p.End])
	before := 0
	for _, end := range ends {
		if p.Start+end <= at {
			before++
		}
	}
	part := p.Advance * float64(before) / float64(len(ends))
	if p.Leftward {
		return p.X + p.Advance - part
	}
	return p.X + part
}

// Nearest is the byte of a line before which the caret stands nearest to x
// points from the line's left edge.
func (f Face) Nearest(s string, d Direction, size, x float64) int {
	spans := f.Spans(s, d)
	best, distance := 0, -1.0
	look := func(at int) {
		away := f.caret(spans, s, at)*size - x
		if away < 0 {
			away = -away
		}
		if distance < 0 || away < distance {
			best, distance = at, away
		}
	}
	look(0)
	for _, end := range Graphemes(s) {
		look(end)
	}
	return best
}
