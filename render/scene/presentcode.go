package scene

import (
	"math"

	"footpath/mapmodel"
	"footpath/render/text"
)

// LinkCode is a web address that a room is to open, as a code for its cameras.
type LinkCode struct {
	Card mapmodel.ID
	// Title is what the address belongs to, From the source it comes from.
	Title, From, Address string
	// Modules are the code's, true for dark, row by row, without its quiet zone of
	// so many modules; none where the address is too long for a code.
	Modules [][]bool
	Quiet   int
	// Sorry is said where there is no code.
	Sorry string
	// Foot says what can be done, a paragraph a line.
	Foot []string
	// High is the height of the screen in pixels, so that each module takes whole
	// ones.
	High int
}

// codeWords is the least width of what is said beside a code, in points.
const codeWords = 420.0

// Code lays out one address: a code as large as the screen lets it be, dark on
// light whatever the palette, and in large type what it is and where it leads.
// Style and screen are as for Present; the slide has no header and no room for
// a timer.
func Code(m *mapmodel.Map, style *Style, words Words, code *LinkCode, screen Screen) *Scene {
	p := newSlides(m, style, words, screen)
	s := p.s
	p.page = &Page{Size: p.size}
	p.work.page = p.page
	foot, high := p.voteFoot(code.Foot)
	p.place(Rect{0, p.size.Y - high, p.size.X, high}, LegendRole, foot...)
	room := Rect{s.Margin, s.Margin, p.size.X - 2*s.Margin, p.size.Y - high - 2*s.Margin}
	said := room
	side := room.H
	beside := room.W-side >= codeWords+s.Margin
	if !beside { // the words stand below
		side = min(room.W, 0.66*room.H)
	}
	at := Point{room.X, room.Y}
	if beside {
		said.X, said.W = room.X+side+s.Margin, room.W-side-s.Margin
		if p.aside > 0 { // below the timer
			said.Y, said.H = said.Y+slideHead, said.H-slideHead
		}
	} else {
		at.X += (room.W - side) / 2
		said.Y, said.H = room.Y+side+24, room.H-side-24
	}
	p.code(code, at, side)
	p.place(said, LegendRole, p.linkWords(code, said, beside)...)
	return p.scene([]*Page{p.page})
}

// code draws the code on its own light ground; each module takes so many whole
// pixels.
func (p *slides) code(code *LinkCode, at Point, side float64) {
	white, black := Hex(0xFFFFFF), Hex(0x000000)
	out := []Element{&Box{Rect: Rect{0, 0, side, side}, Radius: 12, Fill: white, Stroke: Stroke{Color: p.s.Border, Width: p.s.CardLine}}}
	if n := len(code.Modules); n > 0 {
		pixel := p.size.Y / float64(max(code.High, 1))
		module := pixel * math.Max(math.Floor(side/pixel/float64(n+2*code.Quiet)), 1)
		snap := func(v, from float64) float64 { return math.Round((v+from)/pixel)*pixel - from }
		left := (side - module*float64(n)) / 2
		x, y := snap(left, at.X), snap(left, at.Y)
		for row, dark := range code.Modules {
			for from := 0; from < n; from++ {
				to := from
				for to < n && dark[to] {
					to++
				}
				if to > from {
					out = append(out, &Box{Rect: Rect{x + float64(from)*module, y + float64(row)*module, float64(to-from) * module, module}, Fill: black})
					from = to
				}
			}
		}
	} else {
		b := breakText(code.Sorry, text.Bold, p.s.CardSize, p.s.Leading, 48, side/3, side-96)
		out = append(out, b.runs(black)...)
	}
	g := &Group{Role: CardRole, ID: code.Card, Size: Point{side, side}, Elements: out}
	p.page.Back = append(p.page.Back, Placed{g.sealed(), at})
}

// linkWords says what the address is and where it leads; what is too long for the
// slide ends in an ellipsis, since the code holds all of it.
func (p *slides) linkWords(code *LinkCode, box Rect, middle bool) []Element {
	s := p.s
	const gap = 20
	lines := func(b *TextBox, high float64) *TextBox { return b.atMost(max(int(high/b.Step), 1)) }
	title := lines(breakText(code.Title, text.Bold, 44, 1.25, 0, 0, box.W), 0.45*box.H)
	address := lines(breakText(code.Address, text.Regular, s.StepSize, 1.3, 0, 0, box.W), 0.4*box.H)
	var from *TextBox
	high := title.Height() + gap + address.Height()
	if code.From != "" {
		from = breakText(code.From, text.Regular, presentLeast, 1.3, 0, 0, box.W).atMost(1)
		high += from.Height() + gap
	}
	y := 0.0
	if middle {
		y = max((box.H-high)/2, 0)
	}
	var out []Element
	put := func(b *TextBox, ink Color) {
		b.First += y
		out = append(out, b.runs(ink)...)
		y += b.Height() + gap
	}
	put(title, s.Text)
	if from != nil {
		put(from, s.Second)
	}
	put(address, s.Strong)
	return out
}
