package scene

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"footpath/mapmodel"
	"footpath/render/text"
)

// stagesHead is the corner above the lane heads.
func (w *work) stagesHead(y float64) {
	s := w.s
	words := w.words(wordStages)
	mid := s.Stage/2 + s.LaneSize*0.36
	name := &Run{X: 16, Y: mid, Text: words, Face: text.Bold, Size: s.LaneSize, Color: s.Text, Width: text.Bold.Measure(words, s.LaneSize)}
	count := strconv.Itoa(len(w.page.Grid.Stages))
	w.place(Rect{0, y, s.LaneW, s.Stage}, HeaderRole, name, &Run{
		X: name.X + name.Width + 8, Y: mid, Text: count, Face: text.Regular, Size: s.MetaSize, Color: s.Second, Width: text.Regular.Measure(count, s.MetaSize),
	})
}

// screenHead is the header of the layout before, for as long as what it says
// stays.
type screenHead struct {
	header   *mapmodel.Header
	persons  *mapmodel.Cell
	pictures *mapmodel.Cell
	right    float64
	asks     bool
	typed    Typed
	curve    bool // chips show a piece of the curve where there is a lane for it
	placed   []Placed
	lines    [][]HeadPlace
	high     float64
}

// screenHeader places title, state, personas and what else the map says of
// itself, and gives their height.
func (w *work) screenHeader(right float64) float64 {
	k := &w.top
	curve := w.has(mapmodel.LaneCurve)
	if k.header != w.m.Header() || k.persons != w.people || k.pictures != w.pictures || k.right != right || k.curve != curve ||
		k.asks != w.sheet.Asks || k.typed != w.sheet.Typed {
		before := len(w.page.Back)
		*k = screenHead{
			header: w.m.Header(), persons: w.people, pictures: w.pictures, right: right, curve: curve,
			asks: w.sheet.Asks, typed: w.sheet.Typed, high: w.makeScreenHeader(right), lines: w.page.Head,
		}
		k.placed = slices.Clone(w.page.Back[before:])
		return k.high
	}
	w.page.Back, w.page.Head = append(w.page.Back, k.placed...), k.lines
	return k.high
}

const (
	screenEdge = 16 // left and right of the header
	chipsTop   = 15 // above the personas
	headBottom = 7  // below the last text
)

func (w *work) makeScreenHeader(right float64) float64 {
	s, h := w.s, w.m.Header()
	width := right - 2*screenEdge
	chips, used, chipsHigh := w.personaChips(width * 0.55)
	if used > 0 {
		used += 24
	}
	state := w.stateChip()
	stateW := 0.0
	if state != nil {
		stateW = state.Size.X
	}
	title := fitted(h.Title, text.Bold, s.TitleSize, 0.67*s.TitleSize, width-used-stateW-14, 1)
	title.X, title.First = screenEdge, title.First+26-title.Step/2
	whole := &Group{Role: HeaderRole, ID: h.ID, Elements: title.runs(s.Text), Body: title}
	at := len(w.page.Back)
	w.page.Back = append(w.page.Back, Placed{whole, Point{}})
	if state != nil {
		w.page.Back = append(w.page.Back, Placed{state, Point{screenEdge + title.Widest() + 12, 14}})
	}
	y := max(42, title.First+title.Height()-0.7*title.Size)
	beside := screenEdge + title.Widest() + 12
	if state != nil {
		beside += stateW + askGap
	}
	w.page.Head = w.headAsks(beside, right-screenEdge-used)
	// Beside the personas there is less room than below them.
	y = w.headTexts(w.page.Head[1:], y, func(y float64) float64 {
		if y >= chipsTop+chipsHigh {
			return right - screenEdge
		}
		return max(right-screenEdge-used, 200)
	})
	high := max(s.Header, y+headBottom, chipsHigh+2*chipsTop)
	whole.Size = Point{right, high}
	w.page.Back[at].Group = whole.sealed()
	for _, chip := range chips {
		chip.At.X += right - screenEdge - (used - 24)
		w.page.Back = append(w.page.Back, chip)
	}
	return high
}

// stateChip says whether the map shows today or a future; disc and ring tell
// them apart without a word. It is nil where the map does not say.
func (w *work) stateChip() *Group {
	s := w.s
	words := w.words(wordCurrent)
	mid := Point{15, 12}
	dot := &Path{Segments: Circle(mid, 4.5), Fill: s.Text}
	switch w.m.Header().State {
	case mapmodel.Current:
	case mapmodel.Future:
		words = w.words(wordFuture)
		dot = &Path{Segments: Circle(mid, 4), Stroke: Stroke{Color: s.Text, Width: 1.6}}
	default:
		return nil
	}
	width := text.Regular.Measure(words, s.MetaSize)
	g := &Group{Role: HeaderRole, ID: w.m.ID(), Field: "state", Size: Point{width + 34, 24}, Elements: []Element{
		&Box{Rect: Rect{0.5, 0.5, width + 33, 23}, Radius: 11.5, Fill: s.Surface, Stroke: Stroke{Color: s.Border, Width: 1}}, dot,
		&Run{X: 24, Y: mid.Y + 0.36*s.MetaSize, Text: words, Face: text.Regular, Size: s.MetaSize, Color: s.Text, Width: width},
	}}
	return g.sealed()
}

// personaChips draws each persona as a rounded chip with initials, name, a piece
// of the curve and role, in rows of at most a width. It gives their whole width
// and height.
func (w *work) personaChips(most float64) (chips []Placed, width, high float64) {
	x, y, rowHigh, n := 0.0, 0.0, 0.0, 0
	for p := range w.m.Personas() {
		g := w.personaChip(p, n)
		if x > 0 && x+g.Size.X > most {
			x, y, rowHigh = 0, y+rowHigh+8, 0
		}
		chips = append(chips, Placed{g, Point{x, chipsTop + y}})
		x += g.Size.X + w.s.PersonaGap
		width = max(width, x-w.s.PersonaGap)
		rowHigh = max(rowHigh, g.Size.Y)
		n++
	}
	return chips, width, y + rowHigh
}

func (w *work) personaChip(p *mapmodel.Persona, nth int) *Group {
	s := w.s
	const left = 48.0
	name := s.fitted(p.Name, text.Bold, s.CardSize, 180, 1)
	role := s.fitted(p.Role, text.Regular, s.MetaSize, 300, 1)
	curve := 0.0
	if w.has(mapmodel.LaneCurve) {
		curve = 30
	}
	hint := &Run{X: left, Face: text.Regular, Size: s.CardSize, Color: s.Second}
	if p.Name == "" { // what to type
		hint.Text = w.words(wordPersona)
		hint.Width = hint.Face.Measure(hint.Text, hint.Size)
	}
	named := max(name.Widest(), hint.Width)
	width := left + max(named+curve, role.Widest()) + 18
	high := max(46, name.Height()+role.Height()+12)
	name.X, name.First = left, name.First+6
	role.X, role.First = left, role.First+6+name.Height()
	if p.Role == "" {
		role.Lines = nil
		name.First += (high - 12 - name.Height()) / 2
	}
	out := []Element{
		&Box{Rect: Rect{0.5, 0.5, width - 1, high - 1}, Radius: 23, Fill: s.Surface, Stroke: Stroke{Color: s.Hairline, Width: 1}},
	}
	if face := w.portrait(p, Point{23, high / 2}, 16); face != nil {
		out = append(out, face...)
	} else {
		out = append(out,
			&Path{Segments: Circle(Point{23, high / 2}, 16), Fill: s.LaneHead},
			centred(initials(p.Name), text.Bold, 13, Point{23, high / 2}, s.Text))
	}
	out = append(append(out, name.runs(s.Text)...), role.runs(s.Second)...)
	if hint.Text != "" {
		hint.Y = name.First
		out = append(out, hint)
	}
	if curve > 0 {
		out = append(out, w.legendMark(Point{left + named + 8, name.First - s.CardSize*0.33}, nth)...)
	}
	g := &Group{Role: PersonaRole, ID: p.ID, Size: Point{width, high}, Elements: out, Body: name}
	return g.sealed()
}

// legendMark is a short piece of a persona's curve.
func (w *work) legendMark(at Point, nth int) []Element {
	r := 11.0
	if w.s.Paper {
		r = 9
	}
	return w.s.curvePiece(Point{at.X + r, at.Y}, r, 0.42*r, nth)
}

// curvePiece is a piece of a persona's curve, half of it to each side of her sign.
func (s *Style) curvePiece(c Point, half, r float64, nth int) []Element {
	line := Stroke{Color: s.Curves[nth%len(s.Curves)], Width: s.CurveStroke}
	if nth > 0 {
		line.Width *= thinner
	}
	return []Element{
		&Path{Segments: Polyline(false, Point{c.X - half, c.Y}, Point{c.X + half, c.Y}), Stroke: line},
		s.personaSign(c, r, nth),
	}
}

// personaSign is the mark of a persona's curve: a disc for the first, of a radius
// given, and for the others what the curve has.
func (s *Style) personaSign(c Point, r float64, nth int) Element {
	if nth == 0 {
		return &Path{Segments: Circle(c, r), Fill: s.Curves[0]}
	}
	return s.other(c, nth)
}

// initials are the first letters of a name's first and last words.
func initials(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || r == '-' })
	if len(words) > 2 {
		words = []string{words[0], words[len(words)-1]}
	}
	var out []rune
	for _, word := range words {
		first, _ := utf8.DecodeRuneInString(word)
		out = append(out, unicode.ToUpper(first))
	}
	return string(out)
}
