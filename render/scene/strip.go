package scene

import (
	"slices"
	"strconv"
	"strings"

	"footpath/mapmodel"
	"footpath/render/text"
)

// compactHeader is the header of every page but the first: the map's title with
// its state and who it is about, as far as there is room, and beside it the
// stages, or what the page holds where it is not stages. It gives its height.
func (w *work) compactHeader(width float64, about string) float64 {
	s := w.s
	const high, least, apart = 24, 10, 12
	whole := width - 2*s.Margin
	logo, inner := s.logoAside(whole, logoLow)
	room := inner // of the title
	var out []Element
	if about != "" {
		aw := text.Bold.Measure(about, s.StageSize)
		out = append(out, &Run{X: inner - aw, Y: s.StageSize * 1.13, Text: about, Face: text.Bold, Size: s.StageSize, Color: s.Strong, Width: aw})
		room -= aw + apart
	} else if !w.brief { // whose chevrons are all there
		strip := min(w.stripWidth(), stripMost*inner)
		w.strip(Rect{s.Margin + inner - strip, s.Margin, strip, stripHigh})
		room -= strip + apart
	}
	title := fitted(w.m.Header().Title, text.Bold, s.StageSize, least, room, 1).atMost(2) // the first page has all of it
	out = append(append(out, logo...), title.runs(s.Text)...)
	if x := title.Widest() + apart; len(title.Lines) == 1 {
		pill := w.statePill(Point{x, title.First - 0.36*s.StageSize - 6.3})
		for _, e := range pill {
			if box, ok := e.(*Box); ok && box.Right() <= room {
				out = append(out, pill...)
				x = box.Right() + apart
			}
		}
		who := w.who()
		if ww := text.Regular.Measure(who, s.CardSize); who != "" && x+ww <= room {
			out = append(out, &Run{X: x, Y: title.First, Text: who, Face: text.Regular, Size: s.CardSize, Color: s.Second, Width: ww})
		}
	}
	w.place(Rect{s.Margin, s.Margin, whole, high}, HeaderRole, out...)
	return max(high, title.Height()+4)
}

// who names the personas: one with what she is, several by their names.
func (w *work) who() string {
	var names []string
	var one *mapmodel.Persona
	for p := range w.m.Personas() {
		one, names = p, append(names, p.Name)
	}
	if len(names) == 1 {
		return strings.Join(present(one.Name, one.Role), ", ")
	}
	return strings.Join(present(names...), ", ")
}

// stripNames is how many stages a strip can name; of more it shows numbers.
const stripNames = 8

// stripHigh is the height of a strip, stripTip how far its chevrons point, and
// stripMost the most of a header's width that it takes.
const stripHigh, stripTip, stripMost = 17.5, 5.5, 0.6

// stripWords is what a strip says of the n-th stage, from 0, and how wide its
// chevron is for that.
func (w *work) stripWords(stage *mapmodel.Stage, n, of int, here bool) (string, float64) {
	face := text.Regular
	if here {
		face = text.Bold
	}
	words := strconv.Itoa(n + 1)
	if of <= stripNames || here {
		words += " " + stage.Name
	}
	return words, face.Measure(words, w.s.MetaSize) + 2*stripTip + 9
}

// stageCount is how many stages the map has.
func (w *work) stageCount() int {
	n := 0
	for range w.m.Stages() {
		n++
	}
	return n
}

// stripWidth is the width in which a strip says all that it can.
func (w *work) stripWidth() float64 {
	n, i, most := w.stageCount(), 0, 0.0
	for stage := range w.m.Stages() {
		_, wide := w.stripWords(stage, i, n, slices.Contains(w.only, stage.ID))
		most = max(most, wide)
		i++
	}
	return float64(n)*most + stripTip
}

// strip shows all stages small, those of this page strong.
func (w *work) strip(box Rect) {
	s := w.s
	const gap = 2.0
	n := w.stageCount()
	each := (box.W - stripTip) / float64(max(n, 1))
	var out []Element
	i := 0
	for stage := range w.m.Stages() {
		here := slices.Contains(w.only, stage.ID)
		ground := &Path{Fill: s.Surface, Stroke: Stroke{Color: s.Border, Width: 0.5 * s.Weight}}
		ink, face := s.Second, text.Regular
		if here {
			ground, ink, face = &Path{Fill: s.Chevron[i%2]}, s.ChevronText, text.Bold
		}
		from, to, mid := float64(i)*each, float64(i+1)*each-gap, box.H/2
		corners := []Point{{from, 0}, {to, 0}, {to + stripTip, mid}, {to, box.H}, {from, box.H}}
		left := from + 7
		if i > 0 {
			corners = append(corners, Point{from + stripTip, mid})
			left += stripTip
		}
		ground.Segments = Polyline(true, corners...)
		words, _ := w.stripWords(stage, i, n, here)
		if left+face.Measure(words, s.MetaSize) > to+stripTip/2 {
			words = strconv.Itoa(i + 1)
		}
		out = append(out, ground, &Run{X: left, Y: mid + s.MetaSize*0.36, Text: words, Face: face, Size: s.MetaSize, Color: ink, Width: face.Measure(words, s.MetaSize)})
		i++
	}
	w.place(box, HeaderRole, out...)
}

// list names the stages one below the other, with what they are about.
func (w *work) list(y, width float64) {
	s := w.s
	i := 0
	for stage := range w.m.Stages() {
		n := strconv.Itoa(i + 1)
		disc := Point{s.Margin + 10, y + 8}
		name := breakText(stage.Name, text.Bold, s.StepSize, s.Leading, s.Margin+28, y, width*0.3)
		about := breakText(stage.Description, text.Regular, s.CardSize, s.Leading, s.Margin+36+width*0.3, y, width*0.5)
		high := max(name.Height(), about.Height(), 16) + 8
		if y+high > w.page.Size.Y-s.Margin-w.footerHeight(w.page.Size.X) {
			return // the pages of the stages say it
		}
		w.place(Rect{}, StageRole,
			&Path{Segments: Circle(disc, 9), Fill: s.Chevron[i%2]},
			centred(n, text.Bold, s.CardSize, disc, s.ChevronText))
		w.place(Rect{}, StageRole, append(name.runs(s.Text), about.runs(s.Second)...)...)
		y += high
		i++
	}
}

// rest stands for the cards of a cell that a crowded page does not show: they
// go to the pages of notes.
func (b *Block) rest(w *work, cell *mapmodel.Cell, from int, y float64) {
	s := w.s
	first, last := 0, 0
	for i := from; i < cell.Len(); i++ {
		last = w.book.note(cell.Card(i))
		if first == 0 {
			first = last
		}
	}
	n := strconv.Itoa(cell.Len() - from)
	notes := " » " + strconv.Itoa(first)
	if last > first {
		notes += "–" + strconv.Itoa(last)
	}
	words := w.words.fill(wordMore, "n", n) + notes
	if text.Bold.Measure(words, s.MetaSize) > b.Cards[0].Group.Size.X-s.PadLeft {
		words = "+" + n + notes
	}
	wide := text.Bold.Measure(words, s.MetaSize)
	g := &Group{Role: Background, Size: Point{b.Cards[0].Group.Size.X, s.MetaSize * 1.5}, Elements: []Element{
		&Box{Rect: Rect{s.PadLeft - 2, 0, wide + 4, s.MetaSize * 1.4}, Fill: s.Surface}, // over a hairline
		&Run{X: s.PadLeft, Y: s.MetaSize, Text: words, Face: text.Bold, Size: s.MetaSize, Color: s.Second, Width: wide},
	}}
	b.Cards = append(b.Cards, Placed{g.sealed(), Point{w.cellPad(), y}})
	b.Size.Y = y + s.MetaSize*1.5
}
