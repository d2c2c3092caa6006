package journey

import (
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// node is a piece of a file as this package reads it: the parser's syntax tree
// without what a map's file must not have.
type node struct {
	kind         nodeKind
	line, column int // where it begins, from 1; columns are characters
	// text is what a scalar says, quotes and escapes undone; of a plain one
	// exactly what stands in the file.
	text   string
	quoted bool    // the text is not a plain one
	items  []*node // of a list, and the values of a mapping
	keys   []*node // of a mapping, one for each item
}

type nodeKind uint8

const (
	nodeText    nodeKind = iota + 1 // quoted, a block of lines, or plain and nothing else
	nodeNumber                      // plain and a number to some reader of YAML
	nodeTruth                       // plain true or false in any case
	nodeNull                        // plain null or ~
	nodeNothing                     // nothing at all after a key or a dash
	nodeList
	nodeMapping
)

// scalar tells whether the node is a single value.
func (n *node) scalar() bool { return n.kind < nodeNothing }

// found names in a sentence what stands in a file.
func (n *node) found() string {
	switch n.kind {
	case nodeNothing:
		return "nothing"
	case nodeList:
		return "a list"
	case nodeMapping:
		return "a mapping"
	case nodeText:
		return inText(n.text)
	default:
		return n.text
	}
}

// planter makes nodes of a syntax tree and notes what must not be in it.
type planter struct{ mistakes Mistakes }

func (p *planter) blame(tk *token.Token, message string) {
	line, column := place(tk)
	p.mistakes = append(p.mistakes, Mistake{line, column, message})
}

// place is where a token begins.
func place(tk *token.Token) (line, column int) {
	if tk == nil || tk.Position == nil {
		return 1, 1
	}
	return max(tk.Position.Line, 1), max(tk.Position.Column, 1)
}

// plant makes a node; tk is where the mistake is when there is no tree.
func (p *planter) plant(tree ast.Node, tk *token.Token) *node {
	if tree == nil {
		line, column := place(tk)
		return &node{kind: nodeNothing, line: line, column: column}
	}
	at := tree.GetToken()
	line, column := place(at)
	leaf := func(kind nodeKind, text string) *node {
		return &node{kind: kind, line: line, column: column, text: text}
	}
	switch tree := tree.(type) {
	case *ast.StringNode:
		n := leaf(nodeText, tree.Value)
		n.quoted = at.Type != token.StringType
		return n
	case *ast.LiteralNode:
		line, column = place(tree.Start)
		n := leaf(nodeText, "")
		n.quoted = true
		if tree.Value != nil {
			n.text = tree.Value.Value
		}
		return n
	case *ast.IntegerNode, *ast.FloatNode, *ast.InfinityNode, *ast.NanNode:
		return leaf(nodeNumber, at.Value)
	case *ast.BoolNode:
		return leaf(nodeTruth, at.Value)
	case *ast.NullNode:
		if at.Type == token.ImplicitNullType {
			return leaf(nodeNothing, "")
		}
		return leaf(nodeNull, at.Value)
	case *ast.SequenceNode:
		return p.list(tree)
	case *ast.MappingNode:
		return p.mapping(tree.Start, tree.Values)
	case *ast.MappingValueNode:
		return p.mapping(tree.Start, []*ast.MappingValueNode{tree})
	case *ast.AnchorNode:
		p.blame(tree.Start, "a map's file has no anchors (\"&\"); write the text out where it is needed")
		return p.plant(tree.Value, at)
	case *ast.AliasNode:
		p.blame(tree.Start, "a map's file has no aliases (\"*\"); write the text out, or in quotes if it begins with the star")
		return leaf(nodeNothing, "")
	case *ast.TagNode:
		p.blame(tree.Start, "a map's file has no tags (\"!\"); leave it out, or write the text in quotes if it begins with the mark")
		return p.plant(tree.Value, at)
	default:
		p.blame(at, "this cannot stand in a map's file")
		return leaf(nodeNothing, "")
	}
}

func (p *planter) list(tree *ast.SequenceNode) *node {
	line, column := place(tree.Start)
	n := &node{kind: nodeList, line: line, column: column, items: make([]*node, 0, len(tree.Values))}
	for _, item := range tree.Values {
		n.items = append(n.items, p.plant(item, tree.Start))
	}
	return n
}

func (p *planter) mapping(start *token.Token, pairs []*ast.MappingValueNode) *node {
	n := &node{kind: nodeMapping, items: make([]*node, 0, len(pairs)), keys: make([]*node, 0, len(pairs))}
	n.line, n.column = place(start)
	for i, pair := range pairs {
		key, ok := p.key(pair)
		if i == 0 && start != nil && start.Type != token.MappingStartType && key != nil {
			n.line, n.column = key.line, key.column // a block begins with its first key
		}
		if ok {
			n.keys = append(n.keys, key)
			n.items = append(n.items, p.plant(pair.Value, pair.Start))
		}
	}
	return n
}

// key makes a node of a mapping's key, which must be a text.
func (p *planter) key(pair *ast.MappingValueNode) (*node, bool) {
	switch pair.Key.(type) {
	case nil:
		p.blame(pair.Start, "a key is missing before the colon")
		return nil, false
	case *ast.MergeKeyNode:
		p.blame(pair.Key.GetToken(), "a map's file has no merge keys (\"<<\"); write the keys out where they are needed")
		return nil, false
	case *ast.MappingKeyNode:
		p.blame(pair.Key.GetToken(), "a key cannot be begun with \"?\"; write \"key: value\"")
		return nil, false
	}
	key := p.plant(pair.Key, pair.Start)
	if !key.scalar() {
		p.blame(pair.Key.GetToken(), "a key must be a text")
		return nil, false
	}
	return key, true
}
