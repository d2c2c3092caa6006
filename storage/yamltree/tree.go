package yamltree

import (
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// Node is a piece of a file: the parser's syntax tree without what our files
// must not have.
type Node struct {
	Kind         NodeKind
	Line, Column int // where it begins, from 1; columns are characters
	// Text is what a scalar says, quotes and escapes undone; of a plain one
	// exactly what stands in the file.
	Text   string
	Quoted bool    // the text is not a plain one
	Items  []*Node // of a list, and the values of a mapping
	Keys   []*Node // of a mapping, one for each item
}

// NodeKind is what a node is.
type NodeKind uint8

// The kinds of nodes; those before Nothing are single values.
const (
	Text    NodeKind = iota + 1 // quoted, a block of lines, or plain and nothing else
	Number                      // plain and a number to some reader of YAML
	Truth                       // plain true or false in any case
	Null                        // plain null or ~
	Nothing                     // nothing at all after a key or a dash
	List
	Mapping
)

// Scalar tells whether the node is a single value.
func (n *Node) Scalar() bool { return n.Kind < Nothing }

// Found names in a sentence what stands in a file.
func (n *Node) Found() string {
	switch n.Kind {
	case Nothing:
		return "nothing"
	case List:
		return "a list"
	case Mapping:
		return "a mapping"
	case Text:
		return InText(n.Text)
	default:
		return n.Text
	}
}

// planter makes nodes of a syntax tree and notes what must not be in it.
type planter struct {
	file     File
	mistakes Mistakes
}

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
func (p *planter) plant(tree ast.Node, tk *token.Token) *Node {
	if tree == nil {
		line, column := place(tk)
		return &Node{Kind: Nothing, Line: line, Column: column}
	}
	at := tree.GetToken()
	line, column := place(at)
	leaf := func(kind NodeKind, text string) *Node {
		return &Node{Kind: kind, Line: line, Column: column, Text: text}
	}
	switch tree := tree.(type) {
	case *ast.StringNode:
		n := leaf(Text, tree.Value)
		n.Quoted = at.Type != token.StringType
		return n
	case *ast.LiteralNode:
		line, column = place(tree.Start)
		n := leaf(Text, "")
		n.Quoted = true
		if tree.Value != nil {
			n.Text = tree.Value.Value
		}
		return n
	case *ast.IntegerNode, *ast.FloatNode, *ast.InfinityNode, *ast.NanNode:
		return leaf(Number, at.Value)
	case *ast.BoolNode:
		return leaf(Truth, at.Value)
	case *ast.NullNode:
		if at.Type == token.ImplicitNullType {
			return leaf(Nothing, "")
		}
		return leaf(Null, at.Value)
	case *ast.SequenceNode:
		return p.list(tree)
	case *ast.MappingNode:
		return p.mapping(tree.Start, tree.Values)
	case *ast.MappingValueNode:
		return p.mapping(tree.Start, []*ast.MappingValueNode{tree})
	case *ast.AnchorNode:
		p.blame(tree.Start, p.file.called()+" has no anchors (\"&\"); write the text out where it is needed")
		return p.plant(tree.Value, at)
	case *ast.AliasNode:
		p.blame(tree.Start, p.file.called()+" has no aliases (\"*\"); write the text out, or in quotes if it begins with the star")
		return leaf(Nothing, "")
	case *ast.TagNode:
		p.blame(tree.Start, p.file.called()+" has no tags (\"!\"); leave it out, or write the text in quotes if it begins with the mark")
		return p.plant(tree.Value, at)
	default:
		p.blame(at, "this cannot stand in "+p.file.called())
		return leaf(Nothing, "")
	}
}

func (p *planter) list(tree *ast.SequenceNode) *Node {
	line, column := place(tree.Start)
	n := &Node{Kind: List, Line: line, Column: column, Items: make([]*Node, 0, len(tree.Values))}
	for _, item := range tree.Values {
		n.Items = append(n.Items, p.plant(item, tree.Start))
	}
	return n
}

func (p *planter) mapping(start *token.Token, pairs []*ast.MappingValueNode) *Node {
	n := &Node{Kind: Mapping, Items: make([]*Node, 0, len(pairs)), Keys: make([]*Node, 0, len(pairs))}
	n.Line, n.Column = place(start)
	for i, pair := range pairs {
		key, ok := p.key(pair)
		if i == 0 && start != nil && start.Type != token.MappingStartType && key != nil {
			n.Line, n.Column = key.Line, key.Column // a block begins with its first key
		}
		if ok {
			n.Keys = append(n.Keys, key)
			n.Items = append(n.Items, p.plant(pair.Value, pair.Start))
		}
	}
	return n
}

// key makes a node of a mapping's key, which must be a text.
func (p *planter) key(pair *ast.MappingValueNode) (*Node, bool) {
	switch pair.Key.(type) {
	case nil:
		p.blame(pair.Start, "a key is missing before the colon")
		return nil, false
	case *ast.MergeKeyNode:
		p.blame(pair.Key.GetToken(), p.file.called()+" has no merge keys (\"<<\"); write the keys out where they are needed")
		return nil, false
	case *ast.MappingKeyNode:
		p.blame(pair.Key.GetToken(), "a key cannot be begun with \"?\"; write \"key: value\"")
		return nil, false
	}
	key := p.plant(pair.Key, pair.Start)
	if !key.Scalar() {
		p.blame(pair.Key.GetToken(), "a key must be a text")
		return nil, false
	}
	return key, true
}
