package scene

import (
	"strconv"

	"footpath/mapmodel"
	"footpath/render/text"
)

// Ballot is a vote as a room sees it.
type Ballot struct {
	// Title says what is voted on, Said how.
	Title, Said string
	Options     []BallotOption
	// Shown is true where the room sees how many votes each option has.
	Shown bool
	// Foot says what can be done, a paragraph a line.
	Foot []string
}

// BallotOption is one of the things that are voted on.
type BallotOption struct {
	// Number is what the option is called by, from 1.
	Number int
	Card   mapmodel.ID
	Kind   mapmodel.LaneKind
	Text   string
	Votes  int
	// Close is true where it lies too close to another to tell which has won.
	Close bool
}

// The measures of a vote's slides, in points.
const (
	voteKey   = 60.0 // side of the key that an option is called by
	voteRow   = 14.0 // between options
	voteBar   = 14.0 // height of the bar that shows the votes
	voteCount = 44.0 // type of the number of votes
	voteWords = 560.0
)

// Vote lays out a vote: a slide of all options, or as many as they need. Style
// and screen are as for Present.
func Vote(m *mapmodel.Map, style *Style, words Words, ballot *Ballot, screen Screen) *Scene {
	p := newSlides(m, style, words, screen)
	p.title, p.said = ballot.Title, ballot.Said
	foot, high := p.voteFoot(ballot.Foot)
	head := p.headHigh() + 26
	room := p.size.Y - high - 24
	var pages [][]*flow
	for across := 1; ; across++ {
		if pages = p.votePages(ballot, across, head, room); len(pages) <= 1 || across == 2 || p.size.X < 2*voteWords {
			break
		}
	}
	if len(pages) == 1 && len(pages[0]) > 1 { // columns of one height
		for foot := (head + room) / 2; foot < room; foot += voteKey {
			if even := p.votePages(ballot, len(pages[0]), head, foot); len(even) == 1 {
				pages = even
				break
			}
		}
	}
	var out []*Page
	for i, columns := range pages {
		p.page = &Page{Size: p.size}
		p.work.page = p.page
		for _, f := range columns {
			p.fill(f, head, head, room)
		}
		p.header(i, len(pages))
		p.place(Rect{0, p.size.Y - high, p.size.X, high}, LegendRole, foot...)
		out = append(out, p.page)
	}
	return p.scene(out)
}

// votePages shares options out to columns of slides, each column filled before
// the next.
func (p *slides) votePages(ballot *Ballot, across int, head, room float64) [][]*flow {
	columns := func() []*flow {
		wide := (p.size.X - 2*p.s.Margin - slideRow*float64(across-1)) / float64(across)
		var out []*flow
		for i := range across {
			out = append(out, &flow{x: p.s.Margin + float64(i)*(wide+slideRow), w: wide, gap: voteRow})
		}
		return out
	}
	most := 1
	for i := range ballot.Options {
		most = max(most, ballot.Options[i].Votes)
	}
	pages := [][]*flow{columns()}
	nth, y := 0, head
	for i := range ballot.Options {
		last := pages[len(pages)-1]
		for _, piece := range p.option(&ballot.Options[i], ballot.Shown, most, last[0].w, room-head) {
			if high := piece.high(); y > head && y+voteRow+high > room {
				if nth, y = nth+1, head; nth == across {
					pages, nth = append(pages, columns()), 0
				}
			}
			f := pages[len(pages)-1][nth]
			if f.strands = append(f.strands, piece); y > head {
				y += voteRow
			}
			y += piece.high()
		}
	}
	return pages
}

// option is one of the things voted on, in as many pieces as its words need.
func (p *slides) option(o *BallotOption, shown bool, most int, width, room float64) []*strand {
	s := p.s
	number := strconv.Itoa(o.Number)
	key := max(voteKey, text.Bold.Measure(number, slideFeeling)+26)
	count := strconv.Itoa(o.Votes)
	if o.Close {
		count = "≈ " + count
	}
	left, right := 22+key+22, 24.0
	if shown {
		right = 24 + max(text.Bold.Measure(count, voteCount), 90) + 24
	}
	out := &strand{id: o.Card, role: CardRole, pad: 15, least: voteKey + 24}
	inner := width - left - right
	out.put(breakText(o.Text, text.Regular, s.CardSize, s.Leading, left, 0, inner).flush(inner), s.Text)
	if shown {
		out.gap(8)
		out.lines = append(out.lines, strandLine{voteBar + 4, voteTrack(s, left, inner, float64(o.Votes)/float64(most))})
	}
	out.ground = func(width, high float64, first bool) []Element {
		tone := s.Tones[o.Kind]
		e := []Element{&Box{Rect: Rect{0, 0, width, high}.Inset(s.CardLine / 2), Radius: 8, Fill: s.Surface, Stroke: Stroke{Color: s.Hairline, Width: s.CardLine}}, barOf(high, s.Bar, 8, tone.Bar)}
		if !first {
			return e
		}
		mid := high / 2
		e = append(e, &Box{Rect: Rect{22, mid - voteKey/2, key, voteKey}.Inset(1.5), Radius: 10, Fill: s.Soft, Stroke: Stroke{Color: s.Second, Width: 3}})
		e = append(e, outlined(number, text.Bold, slideFeeling, Point{22 + key/2, mid}, s.Text)...)
		if shown {
			w := text.Bold.Measure(count, voteCount)
			e = append(e, &Run{X: width - 24 - w, Y: mid + 0.357*voteCount, Text: count, Face: text.Bold, Size: voteCount, Color: s.Text, Width: w})
		}
		return e
	}
	var pieces []*strand
	for out.high() > room {
		part, ok := out.cut(room, true)
		if !ok {
			break
		}
		pieces = append(pieces, &part)
	}
	if len(out.lines) > 0 || len(pieces) == 0 {
		pieces = append(pieces, out)
	}
	return pieces
}

// voteTrack draws votes as a bar on a track: share is of the most that any
// option has.
func voteTrack(s *Style, x, width, share float64) []Element {
	track := &Box{Rect: Rect{x, 4, width, voteBar}.Inset(1), Radius: (voteBar - 2) / 2, Fill: s.Soft, Stroke: Stroke{Color: s.Border, Width: 2}}
	if share <= 0 {
		return []Element{track}
	}
	return []Element{track, &Box{Rect: Rect{x, 4, max(width*share, voteBar), voteBar}, Radius: voteBar / 2, Fill: s.Strong}}
}

// voteFoot sets what can be done below the options, and gives the height.
func (p *slides) voteFoot(said []string) ([]Element, float64) {
	s := p.s
	width := p.size.X - 2*s.Margin
	var lines []Element
	y := 16.0
	for i, words := range said {
		face, ink := text.Regular, s.Second
		if i == 0 {
			face, ink = text.Bold, s.Text
		}
		b := breakText(words, face, presentLeast, 1.32, s.Margin, y, width)
		lines = append(lines, b.runs(ink)...)
		y += b.Height() + 2
	}
	y += 14
	return append([]Element{
		&Box{Rect: Rect{0, 0, p.size.X, y}, Fill: s.Surface},
		&Path{Segments: Polyline(false, Point{0, 0}, Point{p.size.X, 0}), Stroke: Stroke{Color: s.Hairline, Width: s.CardLine}},
	}, lines...), y
}

// Notice draws words that stand over a slide for a moment, in a style of
// Presenting, no wider than so many points.
func Notice(style *Style, words string, width float64) *Group {
	s := style
	const side, above = 34, 16
	b := breakText(words, text.Bold, presentLeast, 1.3, side, above, max(width-2*side, presentLeast))
	g := &Group{Role: LegendRole, Size: Point{b.Widest() + 2*side, b.Height() + 2*above}}
	ground := &Box{Rect: Rect{0, 0, g.Size.X, g.Size.Y}, Radius: min(g.Size.Y/2, 34), Fill: s.Text}
	g.Elements = append([]Element{ground}, b.runs(s.Surface)...)
	return g.sealed()
}
