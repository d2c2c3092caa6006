package pdf

import (
	"strconv"

	"footpath/mapmodel"
	"footpath/render/scene"
)

// node is an element of the structure tree (ISO 32000-1, 14.7): what software
// reads aloud, in order, whatever the order of painting.
type node struct {
	tag    string
	alt    string // what is said in the place of what is painted
	attrs  string // further entries, as they are written
	keep   bool   // even where it is empty: a table's cells
	parent *node
	kids   []kid
	page   int // of its first content
	num    int // of its object
}

// kid is a part of a node: another node, marked content, or an annotation.
type kid struct {
	node *node
	page int
	mcid int // where node is nil and annot is 0
	link int // the number of an annotation's object
}

// under makes a new node at the end of another.
func (n *node) under(tag string) *node {
	child := &node{tag: tag, parent: n, page: -1}
	n.kids = append(n.kids, kid{node: child})
	return child
}

// first makes a new node at the beginning of another.
func (n *node) first(tag string) *node {
	child := &node{tag: tag, parent: n, page: -1}
	n.kids = append([]kid{{node: child}}, n.kids...)
	return child
}

// holds tells whether the node, or any below it, has content.
func (n *node) holds() bool {
	for _, k := range n.kids {
		if k.node == nil || k.node.holds() {
			return true
		}
	}
	return false
}

// What is painted but not read: rules and grounds, and what repeats on pages.
var (
	decoration = &node{tag: "Artifact <</Type/Layout>>"}
	repetition = &node{tag: "Artifact <</Type/Pagination>>"}
)

// tree is the structure of a document in the making: a title, its facts, a
// table with a row a stage and a column a lane, the curve as a figure, and the
// rest.
type tree struct {
	root, title, intro *node
	table, rest        *node
	figure             *node
	columns, lanes     map[mapmodel.ID]*node
	rows               []*row
	cells              map[cell]*node
	cards              map[mapmodel.ID]*node
	surveys            map[mapmodel.ID]mapmodel.ID
	metrics            mapmodel.ID // the lane of the surveys
	drawn              map[*scene.Group]bool
	poster             bool // nothing on later pages repeats the first ones
	// actions are the closing pages, list their rows, matrix their drawing.
	actions, list, matrix *node
	// marked are the owners of every page's marked content, by its number.
	marked [][]*node
	titled bool // the closing pages have their heading
	// last is the node that text without a place of its own goes to.
	last *node
	kind scene.Role
}

type cell struct{ column, lane mapmodel.ID }

// row is a table's row of a stage or step.
type row struct {
	node, head *node
	cells      []*node
}

// newTree plans the structure of a scene.
func newTree(s *scene.Scene) *tree {
	root := &node{tag: "Document"}
	t := &tree{
		root: root, title: root.under("H1"), intro: root.under("Sect"), table: root.under("Table"), figure: root.under("Figure"),
		actions: root.under("Sect"), rest: root.under("Sect"), columns: map[mapmodel.ID]*node{}, lanes: map[mapmodel.ID]*node{}, cells: map[cell]*node{},
		cards: map[mapmodel.ID]*node{}, drawn: map[*scene.Group]bool{}, poster: s.Poster != nil,
	}
	r := s.Reading
	if r == nil {
		return t
	}
	t.figure.alt = r.Feelings
	t.matrix, t.list = t.actions.under("Figure"), t.actions.under("L")
	t.matrix.alt = r.Actions
	t.surveys = r.Surveys
	heads := &row{node: t.table.under("TR")}
	t.rows = append(t.rows, heads)
	heads.head = heads.node.under("TH")
	for _, lane := range r.Lanes {
		if lane.Kind == mapmodel.LaneCurve {
			t.lanes[lane.ID] = t.figure
			continue
		}
		if lane.Kind == mapmodel.LaneMetrics {
			t.metrics = lane.ID
		}
		th := heads.node.under("TH")
		th.attrs = "/A<</O/Table/Scope/Column>>"
		t.lanes[lane.ID] = th
		heads.cells = append(heads.cells, th)
	}
	for _, c := range r.Columns {
		row := &row{node: t.table.under("TR")}
		t.rows = append(t.rows, row)
		row.head = row.node.under("TH")
		row.head.attrs = "/A<</O/Table/Scope/Row>>"
		tag := "H2"
		if c.Step {
			tag = "H3"
		}
		t.columns[c.ID] = row.head.under(tag)
		for _, lane := range r.Lanes {
			if lane.Kind == mapmodel.LaneCurve {
				continue
			}
			td := row.node.under("TD")
			t.cells[cell{c.ID, lane.ID}] = td
			row.cells = append(row.cells, td)
		}
	}
	return t
}

// owner finds the node that a group's content belongs to, on the n-th page;
// block is the block of cards it stands in, or nil.
func (t *tree) owner(page int, g *scene.Group, block *scene.Block) *node {
	again := t.drawn[g]
	t.drawn[g] = true
	kind := t.kind
	t.kind = g.Role
	once := func(n *node) *node {
		if n == nil || n.page >= 0 && n.page < page && !t.poster {
			return repetition
		}
		return n
	}
	switch {
	case g.Role == scene.FooterRole, g.Role == scene.SheetRole:
		return repetition
	case block != nil && !block.Column.IsZero():
		return t.card(g, block, again)
	case g.Role == scene.Background:
		return decoration
	case again:
		return repetition
	}
	switch g.Role {
	case scene.StageRole, scene.StepRole:
		if n, ok := t.columns[g.ID]; ok {
			return once(n)
		}
	case scene.LaneRole:
		if n, ok := t.lanes[g.ID]; ok {
			return once(n)
		}
	case scene.CurveRole:
		return t.figure
	case scene.MetricRole:
		if td, ok := t.cells[cell{t.surveys[g.ID], t.metrics}]; ok {
			return td.under("P")
		}
	case scene.PersonaRole:
		if n, ok := t.cards[g.ID]; ok {
			return once(n)
		}
		n := t.intro.under("P")
		t.cards[g.ID] = n
		return n
	case scene.MatrixRole:
		if t.matrix != nil {
			return t.matrix
		}
	case scene.ActionRole:
		if t.list == nil {
			break
		}
		if !g.ID.IsZero() {
			return t.list.under("LI").under("LBody")
		}
		if !t.titled {
			t.titled = true
			return t.actions.first("H2")
		}
		return t.actions.under("P")
	case scene.CardRole: // the lines of a page of notes
		if g.ID.IsZero() && kind == scene.CardRole && t.last != nil && t.last.page == page {
			return t.last
		}
	}
	t.last = t.rest.under("P")
	return t.last
}

// card finds the node of a group among a cell's cards.
func (t *tree) card(g *scene.Group, block *scene.Block, again bool) *node {
	if n, ok := t.cards[g.ID]; ok && !g.ID.IsZero() {
		if again {
			return repetition
		}
		return n
	}
	if again {
		return repetition
	}
	td, ok := t.cells[cell{block.Column, block.Lane}]
	if !ok {
		td = t.rest
	}
	n := td.under("P")
	if !g.ID.IsZero() {
		t.cards[g.ID] = n
	}
	return n
}

// mark gives marked content of a page to a node, and its number on that page.
func (t *tree) mark(page int, n *node) int {
	for len(t.marked) <= page {
		t.marked = append(t.marked, nil)
	}
	mcid := len(t.marked[page])
	t.marked[page] = append(t.marked[page], n)
	if n.page < 0 || len(n.kids) == 0 {
		n.page = page
	}
	n.kids = append(n.kids, kid{page: page, mcid: mcid})
	return mcid
}

// prune takes out what has no content: lanes and stages that no page shows,
// sections of nothing. A table's other cells stay, so that its rows are even.
func (t *tree) prune() {
	if len(t.rows) > 0 {
		t.pruneTable()
	}
	t.root.prune()
}

func (t *tree) pruneTable() {
	heads := t.rows[0]
	for i := range heads.cells {
		used := false
		for _, r := range t.rows {
			used = used || r.cells[i].holds()
		}
		for _, r := range t.rows {
			r.cells[i].keep = used
		}
	}
	for i, r := range t.rows {
		if i > 0 && !r.node.holds() {
			r.node.kids = nil
			continue
		}
		r.head.keep = t.table.holds()
	}
}

func (n *node) prune() {
	kids := n.kids[:0]
	for _, k := range n.kids {
		if k.node != nil {
			if !k.node.keep && !k.node.holds() {
				continue
			}
			k.node.prune()
		}
		kids = append(kids, k)
	}
	n.kids = kids
}

// write adds the tree's objects and gives its root's number; pages are the
// numbers of the pages' objects, links the owners of annotations, in the order
// of their keys after those of the pages.
func (t *tree) write(o *objects, pages []int, links []*node) int {
	root := o.reserve()
	t.root.number(o)
	t.root.write(o, root, pages)
	nums := []byte("<</Nums[")
	for page, owners := range t.marked {
		if len(owners) == 0 {
			continue
		}
		nums = append(strconv.AppendInt(nums, int64(page), 10), '[')
		for _, n := range owners {
			nums = append(appendRef(nums, n.num), ' ')
		}
		nums = append(nums, ']')
	}
	for i, n := range links {
		nums = append(strconv.AppendInt(nums, int64(len(pages)+i), 10), ' ')
		nums = append(appendRef(nums, n.num), ' ')
	}
	parents := o.add(append(nums, "]>>"...))
	o.list[root] = []byte("<</Type/StructTreeRoot/K " + ref(t.root.num) + "/ParentTree " + ref(parents) +
		"/ParentTreeNextKey " + strconv.Itoa(len(pages)+len(links)) + ">>")
	return root
}

// number gives every node its object, in the order of reading.
func (n *node) number(o *objects) {
	n.num = o.reserve()
	for _, k := range n.kids {
		if k.node != nil {
			k.node.number(o)
		}
	}
}

// write fills in the node's object and those below.
func (n *node) write(o *objects, parent int, pages []int) {
	out := make([]byte, 0, 48+10*len(n.kids))
	out = append(append(out, "<</S/"...), n.tag...)
	out = appendRef(append(out, "/P "...), parent)
	leaf := n.page >= 0 && n.page < len(pages)
	if leaf {
		out = appendRef(append(out, "/Pg "...), pages[n.page])
	}
	out = append(out, n.attrs...)
	if n.alt != "" {
		out = append(append(out, "/Alt"...), textString(n.alt)...)
	}
	if len(n.kids) > 0 {
		out = append(out, "/K["...)
		for _, k := range n.kids {
			switch {
			case k.node != nil:
				out = append(appendRef(out, k.node.num), ' ')
			case k.link > 0:
				out = appendRef(append(out, "<</Type/OBJR/Obj "...), k.link)
				out = append(appendRef(append(out, "/Pg "...), pages[k.page]), ">>"...)
			case leaf && k.page == n.page:
				out = append(strconv.AppendInt(out, int64(k.mcid), 10), ' ')
			default:
				out = appendRef(append(out, "<</Type/MCR/Pg "...), pages[k.page])
				out = append(strconv.AppendInt(append(out, "/MCID "...), int64(k.mcid), 10), ">>"...)
			}
		}
		out = append(out, ']')
	}
	o.list[n.num] = append(out, ">>"...)
	for _, k := range n.kids {
		if k.node != nil {
			k.node.write(o, n.num, pages)
		}
	}
}
