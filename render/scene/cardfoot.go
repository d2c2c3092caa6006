package scene

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"footpath/mapmodel"
	"footpath/render/text"
)

// foot sets what stands at the card's foot, and with it the card's height.
func (b *cardBuilder) foot() {
	b.torn()
	switch b.v.kind {
	case mapmodel.LaneTouchpoints:
		b.rows = b.channel()
	case mapmodel.LaneInsights:
		if !b.v.bare {
			b.rows = b.source()
		}
	case mapmodel.LaneOpportunities:
		if !b.v.bare {
			b.rows = b.plan()
		}
	}
	b.natural, b.onFoot = b.top+b.pad(), len(b.over)
	if b.rows != nil {
		high := b.rows(b.top)
		if high == 0 {
			b.rows = nil
		}
		b.natural += high
	}
	b.height = max(b.natural, b.aside+2)
}

// torn says on the board that the card holds another text for one of its own, which somebody has to choose from.
func (b *cardBuilder) torn() {
	s := b.s
	if len(b.v.card.Conflicts) == 0 || s.Paper {
		return
	}
	box := breakText(b.w(wordConflicts), text.Bold, s.MetaSize, 1.34, s.PadLeft, b.top, b.v.width-s.PadLeft-s.PadRight/2)
	b.add(box.runs(s.legible(s.Warn, b.tone.Fill))...)
	b.top += box.Height()
}

// stretch makes the card at least so high; its foot stays at its foot.
func (b *cardBuilder) stretch(least float64) {
	b.height = max(b.height, least)
	if drop := b.height - b.natural; drop > 0 && b.rows != nil {
		b.over = b.over[:b.onFoot]
		b.rows(b.top + drop)
	}
}

func (b *cardBuilder) footLine() float64 { return b.s.MetaSize * 1.34 }

// meta is a line of small type.
func (b *cardBuilder) meta(x, y float64, words string, face text.Face, c Color) *Run {
	size := b.s.MetaSize
	return &Run{X: x, Y: y + b.footLine()*0.75, Text: words, Face: face, Size: size, Color: c, Width: face.Measure(words, size)}
}

func (b *cardBuilder) channel() func(float64) float64 {
	s, c := b.s, b.v.card
	var parts []string
	if c.Channel != "" {
		parts = append(parts, c.Channel)
	}
	switch c.Where {
	case mapmodel.Online:
		parts = append(parts, b.w(wordOnline))
	case mapmodel.Offline:
		parts = append(parts, b.w(wordOffline))
	}
	if len(parts) == 0 && c.Reason == "" {
		return nil
	}
	return func(y float64) float64 {
		glyph, mark, gap := s.Glyph, s.Mark, s.MetaSize*0.25
		right := b.v.width - s.PadRight*0.75
		high := max(glyph, mark) + gap
		mid := y + gap + (high-gap)/2
		if c.Reason != "" {
			b.add(s.reason(Point{right - mark, mid - mark/2}, mark, c.Reason)...)
			right -= mark + gap
		}
		if len(parts) == 0 {
			return high
		}
		x := s.PadLeft
		b.add(icon(channelIcon(c.Channel), Point{x, mid - glyph/2}, glyph, s.Second))
		x += glyph + s.MetaSize*0.45
		said := capital(strings.Join(parts, ", "))
		box := breakText(said, text.Regular, s.MetaSize, 1.34, x, mid-b.footLine()/2, right-x)
		if !box.breaksWords(right - x) {
			b.add(box.runs(s.Second)...)
			return max(high, mid-y-b.footLine()/2+box.Height())
		}
		// Without the channel's icon there is more room, and below the marks the
		// whole width.
		if wide := right - s.PadLeft; s.Paper && text.Regular.Longest(said, s.MetaSize) <= wide {
			b.over = b.over[:len(b.over)-1]
			box = breakText(said, text.Regular, s.MetaSize, 1.34, s.PadLeft, mid-b.footLine()/2, wide)
			b.add(box.runs(s.Second)...)
			return max(high, mid-y-b.footLine()/2+box.Height())
		}
		box = breakText(said, text.Regular, s.MetaSize, 1.34, s.PadLeft, y+high, b.v.width-s.PadLeft-s.PadRight/2)
		b.add(box.runs(s.Second)...)
		return high + box.Height()
	}
}

// capital is a text with its first letter as a capital.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// sourceWords say where an insight comes from.
func (b *cardBuilder) sourceWords() string {
	source := b.v.source
	switch {
	case source != nil && source.Source != "":
		return source.Source
	case source != nil && source.EvidenceKind != "":
		return b.w(evidencePrefix + string(source.EvidenceKind))
	case b.v.card.Level == mapmodel.Assumed:
		return b.w(wordAssumed)
	}
	return ""
}

// unsaid is what a card without a foot does not say, and its notes do.
func (b *cardBuilder) unsaid() []string {
	if !b.v.bare || b.v.kind != mapmodel.LaneInsights {
		return nil
	}
	return present(b.sourceWords())
}

func (b *cardBuilder) source() func(float64) float64 {
	s, v := b.s, b.v
	level, words := v.card.Level, b.sourceWords()
	method := mapmodel.EvidenceKind("")
	if v.source != nil {
		method = v.source.EvidenceKind
	}
	if words == "" && level == "" {
		return nil
	}
	return func(y float64) float64 {
		d, gap := s.Dot, s.MetaSize*0.35
		x := b.text.X
		lines := func(x float64) int {
			return len(text.Regular.Break(words, s.MetaSize, max(v.width-s.PadRight-x-d-s.MetaSize*0.45, s.MetaSize)))
		}
		if s.Paper && lines(x) > lines(s.PadLeft) {
			x = s.PadLeft // below the letter
		}
		if level != "" {
			b.add(s.evidence(Point{x + d/2, y + gap + b.footLine()/2}, d, level)...)
			x += d + s.MetaSize*0.45
		}
		if drawing := evidenceIcons[method]; drawing != "" && !s.Paper {
			glyph := s.Glyph
			b.add(icon(drawing, Point{x, y + gap + (b.footLine()-glyph)/2}, glyph, s.Second))
			x += glyph + s.MetaSize*0.45
		}
		box := breakText(words, text.Regular, s.MetaSize, 1.34, x, y+gap, v.width-s.PadRight-x)
		if x > s.PadLeft && box.breaksWords(v.width-s.PadRight-x) {
			// Below the mark there is the whole width.
			box = breakText(words, text.Regular, s.MetaSize, 1.34, s.PadLeft, y+gap+b.footLine(), v.width-s.PadLeft-s.PadRight/2)
			b.add(box.runs(s.Second)...)
			return b.footLine() + box.Height() + gap
		}
		b.add(box.runs(s.Second)...)
		return max(box.Height(), d) + gap
	}
}

// plan is an opportunity's foot: who, for which insights, how much for how
// much.
func (b *cardBuilder) plan() func(float64) float64 {
	if b.s.Paper {
		return b.paperPlan
	}
	c := b.v.card
	if !c.Impact.Known && !c.Effort.Known {
		return nil
	}
	return func(y float64) float64 {
		x := b.s.PadLeft
		put := func(label string, n mapmodel.Number, last bool) {
			run := b.meta(x, y+3, b.w(label)+" ", text.Regular, b.s.Text)
			b.add(run)
			x += run.Width
			value := "–"
			if n.Known {
				value = strconv.Itoa(n.Value)
			}
			run = b.meta(x, y+3, value, text.Bold, b.s.Text)
			b.add(run)
			x += run.Width
			if !last {
				run = b.meta(x, y+3, " · ", text.Regular, b.s.Text)
				b.add(run)
				x += run.Width
			}
		}
		put(wordImpact, c.Impact, false)
		put(wordEffort, c.Effort, true)
		return b.footLine() + 3
	}
}

func (b *cardBuilder) paperPlan(y float64) float64 {
	s, v, c := b.s, b.v, b.v.card
	from := y
	x, right, line := b.text.X, v.width-s.PadRight, b.footLine()
	y += 3
	b.add(&Path{Segments: Polyline(false, Point{x, y}, Point{right, y}), Stroke: Stroke{Color: s.Disc, Width: 0.5}})
	y += 2
	owner, face, ink := c.Owner, text.Bold, s.Text
	if owner == "" {
		owner, face, ink = b.w(wordNoOwner), text.Italic, s.Warn
	}
	box := breakText(owner, face, s.MetaSize, 1.34, x, y, right-x)
	b.add(box.runs(ink)...)
	y += box.Height()
	if v.answers != "" {
		said := b.w.fill(wordAnswers, "letters", v.answers)
		width := text.Regular.Measure(said, s.MetaSize)
		if len(box.Lines) == 1 && box.Widest()+4+width <= right-x { // beside the owner
			b.add(&Run{X: right - width, Y: box.First, Text: said, Face: text.Regular, Size: s.MetaSize, Color: s.Second, Width: width})
		} else {
			below := breakText(said, text.Regular, s.MetaSize, 1.34, x, y, right-x)
			b.add(below.runs(s.Second)...)
			y += below.Height()
		}
	}
	high := y + line - from
	meter := func(label string, n mapmodel.Number, fill Color) {
		run := b.meta(x, y, b.w(label), text.Regular, s.Text)
		h := s.MetaSize * 0.75
		width := meterWidth(h)
		cells := n.Known && run.Width+3+width <= right-b.text.X // else its number
		face := text.Regular
		if n.Known {
			face = text.Bold
		}
		if !cells {
			width = face.Measure(number(n), s.MetaSize)
		}
		if x+run.Width+3+width > right && x > b.text.X {
			x = b.text.X
			y += line
			high += line
			run.X, run.Y = x, run.Y+line
		}
		b.add(run)
		x += run.Width + 3
		if cells {
			b.add(s.meter(Point{x, y + line*0.75 - h}, h, n, fill)...)
		} else {
			b.add(b.meta(x, y, number(n), face, s.Text))
		}
		x += width + 6
	}
	meter(wordImpact, c.Impact, s.Disc)
	meter(wordEffort, c.Effort, s.Second)
	return high
}
