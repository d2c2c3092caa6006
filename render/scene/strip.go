package scene

import (
	"slices"
	"strconv"

	"footpath/mapmodel"
	"footpath/render/text"
)

// compactHeader is the header of every page but the first: the map's title, and
// beside it the stages, or what the page holds where it is not stages. It gives
// its height.
func (w *work) compactHeader(width float64, about string) float64 {
	s := w.s
	const high, titled = 25, 0.42
	whole := width - 2*s.Margin
	logo, inner := s.logoAside(whole, logoLow)
	title := s.fitted(w.m.Header().Title, text.Bold, s.StageSize, inner*titled-10, 1).atMost(2) // the first page has all of it
	out := append(logo, title.runs(s.Text)...)
	if about != "" {
		aw := text.Bold.Measure(about, s.StageSize)
		out = append(out, &Run{X: inner - aw, Y: title.First, Text: about, Face: text.Bold, Size: s.StageSize, Color: s.Strong, Width: aw})
	} else {
		w.strip(Rect{s.Margin + inner*titled, s.Margin, inner * (1 - titled), stripHeight})
	}
	w.place(Rect{s.Margin, s.Margin, whole, high}, HeaderRole, out...)
	return max(high, title.Height()+4)
}

// stripNames is how many stages a strip can name; of more it shows numbers.
const stripNames = 8

// stripHeight is the height of a strip.
const stripHeight = 16.0

// strip shows all stages small, those of this page strong.
func (w *work) strip(box Rect) {
	s := w.s
	const gap = 2.0
	n := 0
	for range w.m.Stages() {
		n++
	}
	each := (box.W + gap) / float64(max(n, 1))
	var out []Element
	i := 0
	for stage := range w.m.Stages() {
		here := slices.Contains(w.only, stage.ID)
		fill, ink, face := s.LaneHead, s.Second, text.Regular
		if here {
			fill, ink, face = s.Chevron[i%2], s.ChevronText, text.Bold
		}
		x := float64(i) * each
		out = append(out, &Box{Rect: Rect{x, 0, each - gap, box.H}, Radius: 2, Fill: fill})
		words := strconv.Itoa(i + 1)
		if n <= stripNames || here {
			words += "  " + stage.Name
		}
		if face.Measure(words, s.MetaSize) > each-gap-8 {
			words = strconv.Itoa(i + 1)
		}
		out = append(out, &Run{X: x + 5, Y: box.H*0.5 + s.MetaSize*0.36, Text: words, Face: face, Size: s.MetaSize, Color: ink, Width: face.Measure(words, s.MetaSize)})
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
	words := w.words.fill(wordMore, "n", strconv.Itoa(cell.Len()-from)) + " » " + strconv.Itoa(first)
	if last > first {
		words += "–" + strconv.Itoa(last)
	}
	g := &Group{Role: Background, Size: Point{b.Cards[0].Group.Size.X, s.MetaSize * 1.5}, Elements: []Element{
		&Run{X: s.PadLeft, Y: s.MetaSize, Text: words, Face: text.Bold, Size: s.MetaSize, Color: s.Second, Width: text.Bold.Measure(words, s.MetaSize)},
	}}
	b.Cards = append(b.Cards, Placed{g.sealed(), Point{w.cellPad(), y}})
	b.Size.Y = y + s.MetaSize*1.5
}
