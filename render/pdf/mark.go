package pdf

import (
	"strconv"

	"footpath/mapmodel"
	"footpath/render/scene"
)

// marker paints a page's groups, each as a piece of marked content that belongs
// to a node of the structure; neighbours of one node are one piece.
type marker struct {
	*painter
	tree *tree
	page int
	open *node
	// inWindow is true while only the page's window shows what is drawn.
	inWindow bool
}

// to begins a piece of a node's content, unless one is open.
func (m *marker) to(n *node) {
	if m.open == n {
		return
	}
	m.end()
	m.open = n
	m.out = append(append(m.out, '/'), n.tag...)
	if n != decoration && n != repetition {
		m.out = append(m.out, " <</MCID "...)
		m.out = strconv.AppendInt(m.out, int64(m.tree.mark(m.page, n)), 10)
		m.out = append(m.out, ">>"...)
	}
	m.op(" BDC")
}

// end closes the piece that is open.
func (m *marker) end() {
	if m.open != nil {
		m.op("EMC")
		m.open = nil
	}
}

// draw paints all groups of a page in their order.
func (m *marker) draw(p *scene.Page, places *places) {
	m.under(p)
	group := func(g scene.Placed, block *scene.Block) {
		switch g.Group.Role {
		case scene.HeaderRole:
			m.header(g)
			return
		case scene.SheetRole:
			m.closeWindow()
		}
		n := m.tree.owner(m.page, g.Group, block)
		places.note(m.page, g, n)
		if alike(g.Group) {
			m.to(n)
			m.group(g)
			return
		}
		for _, e := range g.Group.Elements {
			m.element(n, e, g.At)
		}
	}
	for _, g := range p.Back {
		group(g, nil)
	}
	for _, c := range p.Cells {
		for _, g := range c.Block.Cards {
			g.At = scene.Point{X: c.At.X + g.At.X, Y: c.At.Y + g.At.Y}
			group(g, c.Block)
		}
	}
	for g := range p.Front.All() {
		group(g, nil)
	}
	m.end()
}

// element paints an element of a node's content; a picture is a figure in it.
func (m *marker) element(n *node, e scene.Element, at scene.Point) {
	if p, ok := e.(*scene.Picture); ok && n != decoration && n != repetition {
		figure := n.under("Figure")
		figure.alt = p.Words
		n = figure
	}
	m.to(n)
	e.Draw(m.painter, at)
}

// titleSize is the size of a page's title: the largest type of its header.
func titleSize(p *scene.Page) float64 {
	size := 0.0
	for g := range p.All() {
		if g.Group.Role != scene.HeaderRole {
			continue
		}
		for _, e := range g.Group.Elements {
			if run, ok := e.(*scene.Run); ok {
				size = max(size, run.Size)
			}
		}
	}
	return size
}

// header paints a header: the largest title is the document's heading, the other
// lines beside it are paragraphs; other pages, most often the later ones, only
// repeat it, unless they are the sheets of a poster.
func (m *marker) header(g scene.Placed) {
	var facts *node
	for _, e := range g.Group.Elements {
		run, ok := e.(*scene.Run)
		_, picture := e.(*scene.Picture)
		switch {
		case m.page != m.doc.titlePage && !m.tree.poster:
			m.to(repetition)
		case picture:
			m.element(m.tree.intro, e, g.At)
			continue
		case !ok:
			if m.open == nil {
				m.to(decoration)
			}
		case run.Size == m.doc.titleSize:
			m.to(m.tree.title)
			facts = nil
		default:
			if facts == nil {
				facts = m.tree.intro.under("P")
			}
			m.to(facts)
		}
		e.Draw(m.painter, g.At)
	}
	m.end()
}

// places are where cards and stages stand on the pages.
type places struct {
	cards []placedCard
	first map[mapmodel.ID]placed // of each card, stage and step
	// actions are where the closing pages begin; nil where there are none.
	actions *placed
}

// placed is a place on a page, in the page's points from its upper left corner.
type placed struct {
	page int
	box  scene.Rect
}

// placedCard is a card on a page; the foot is the part below its words.
type placedCard struct {
	placed
	id   mapmodel.ID
	foot float64 // its upper edge; the box's lower one where there is none
	node *node
}

func (p *places) note(page int, g scene.Placed, n *node) {
	id := g.Group.ID
	switch g.Group.Role {
	case scene.ActionRole:
		if p.actions == nil {
			p.actions = &placed{page, g.Box()}
		}
		return
	case scene.CardRole, scene.StageRole, scene.StepRole:
	default:
		return
	}
	if id.IsZero() {
		return
	}
	at := placed{page, g.Box()}
	if _, ok := p.first[id]; !ok {
		p.first[id] = at
	}
	if g.Group.Role != scene.CardRole {
		return
	}
	foot := at.box.Bottom()
	if body := g.Group.Body; body != nil && len(body.Lines) > 0 {
		if under := g.At.Y + body.First + body.Height() - body.Size*0.8; under < foot-5 {
			foot = under
		}
	}
	p.cards = append(p.cards, placedCard{at, id, foot, n})
}
