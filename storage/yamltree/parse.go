package yamltree

import (
	"errors"
	"fmt"
	"strings"
	"time"

	yaml "github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// patience is how long the parser may take. The largest file that is read
// takes a fraction of it.
const patience = 20 * time.Second

// parse makes a tree of a text that passed the preflight. Without a tree there
// is at least one mistake.
func parse(text []byte, file File) (*Node, Mistakes) {
	return parseWithin(patience, func() (*Node, Mistakes) { return parseNow(text, file) })
}

// parseWithin runs a parser on a goroutine of its own, so that neither a panic
// in foreign code nor a text it never comes to the end of reaches a person.
func parseWithin(limit time.Duration, run func() (*Node, Mistakes)) (*Node, Mistakes) {
	type result struct {
		root     *Node
		mistakes Mistakes
	}
	done := make(chan result, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				done <- result{nil, Mistakes{{1, 1, fmt.Sprintf("the file cannot be read as YAML (%v)", r)}}}
			}
		}()
		root, mistakes := run()
		done <- result{root, mistakes}
	}()
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case r := <-done:
		return r.root, r.mistakes
	case <-timer.C:
		return nil, Mistakes{{1, 1, fmt.Sprintf("the file could not be read within %v; it is too large or too deep", limit)}}
	}
}

func parseNow(text []byte, file File) (*Node, Mistakes) {
	tree, err := parser.ParseBytes(text, 0, parser.AllowDuplicateMapKey()) // the reader names both places of a double
	if err != nil {
		return nil, Mistakes{syntaxMistake(err, file)}
	}
	p := planter{file: file}
	var root *Node
	for _, doc := range tree.Docs {
		if empty(doc.Body) {
			continue
		}
		if root != nil {
			p.blame(doc.Body.GetToken(), file.second())
			break
		}
		root = p.plant(doc.Body, doc.Start)
	}
	if root == nil {
		p.blame(nil, file.empty())
	}
	return root, p.mistakes
}

func empty(body ast.Node) bool {
	switch body.(type) {
	case nil, *ast.CommentGroupNode:
		return true
	}
	return false
}

// syntaxMistake makes one sentence with its place of the parser's error, which
// also holds an excerpt of the file.
func syntaxMistake(err error, file File) Mistake {
	var detailed yaml.Error
	if !errors.As(err, &detailed) {
		return Mistake{1, 1, "the file cannot be read as YAML: " + firstLine(err.Error())}
	}
	m := Mistake{Message: sentence(firstLine(detailed.GetMessage()), detailed.GetToken(), file)}
	m.Line, m.Column = place(detailed.GetToken())
	return m
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}

// sentences say for people what the parser says for those who know its code,
// by the beginning of its message.
var sentences = []struct{ says, means string }{
	{"',' or ']' must be specified", `a comma or a "]" is missing before this`},
	{"',' or '}' must be specified", `a comma or a "}" is missing before this`},
	{"sequence end token ']' not found", `the "[" here is never closed with "]"`},
	{"could not find flow mapping end token '}'", `the "{" here is never closed with "}"`},
	{"could not find '[' character", `a "]" stands here without a "[" before it`},
	{"could not find '{' character", `a "}" stands here without a "{" before it`},
	{"could not find flow map content", `a mapping between braces needs "key: value" here`},
	{"could not find map value", `a value is missing after the colon`},
	{"expected sequence element", `a list between brackets has nothing before this comma`},
	{"block sequence entries are not allowed", `a list cannot begin on the line of its key; put "- " on the next line`},
	{"mapping value is not allowed in this context", `a second ": " stands on this line; write the text in double quotes`},
	{"value is not allowed in this context. map key-value is pre-defined", `this is indented further than the line it belongs to allows, or belongs to a text that needs double quotes`},
	{"value is not allowed in this context", `this cannot stand here; look at the indentation of this line and the one before`},
	{"non-map value is specified", `a key with a colon is missing here, or this line is not indented like its neighbours`},
	{"unexpected key name", `a key must stand on one line with its colon`},
	{"map key definition includes an implicit line break", `a key must stand on one line with its colon`},
	{"unexpected map key", `a key cannot stand here`},
	{"found an invalid key for this map", `a key is missing before the colon`},
	{"undefined map key", `a key is missing before the colon`},
	{"could not find multi-line content", `the lines of text after "|" or ">" must be indented`},
	{"found a tab character where an indentation space is expected", `the line is indented with a tab; indent with spaces`},
	{"found character '\t' that cannot start any token", `the line is indented with a tab; indent with spaces`},
	{"tab character cannot", `a tab stands where only spaces can`},
	{"could not find end character of", `the quotation mark that begins here is never closed`},
	{"found unexpected document separator", `a line of "---" or "..." stands inside a text in quotes`},
	{"invalid header option", `after "|" or ">" only "-", "+" or a digit can stand on the line`},
	{"invalid number of indent is specified", `the first line of the text is indented further than what follows`},
	{"value cannot be placed after document separator", `nothing can stand on the line of "---"`},
}

// sentence says what a syntax error means.
func sentence(says string, tk *token.Token, file File) string {
	for _, s := range sentences {
		if strings.HasPrefix(says, s.says) {
			return s.means
		}
	}
	if strings.HasPrefix(says, "unexpected end content") {
		return file.second()
	}
	if strings.HasSuffix(says, "is a reserved character") {
		return "a text cannot begin with this character; write it in double quotes"
	}
	if strings.Contains(says, "anchor") || strings.Contains(says, "alias") || strings.Contains(says, "tag") {
		return file.called() + " has no anchors (\"&\"), aliases (\"*\") or tags (\"!\"); write such a text in quotes"
	}
	if tk != nil && tk.Type == token.CollectEntryType {
		return "nothing stands before this comma"
	}
	if tk != nil && tk.Value != "" {
		return fmt.Sprintf("%s cannot be read as YAML here", InText(tk.Value))
	}
	return "this cannot be read as YAML"
}
