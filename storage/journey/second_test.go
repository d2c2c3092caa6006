package journey

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"footpath/mapmodel/mapgen"
	"footpath/storage/yamltree"

	yaml "go.yaml.in/yaml/v4"
	"pgregory.net/rapid"
)

// second reads a text with another reader of YAML than the program does.
func second(text []byte) (*yaml.Node, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		return nil, err
	}
	if doc.Kind != yaml.DocumentNode {
		return nil, fmt.Errorf("no document")
	}
	return doc.Content[0], nil
}

// differs tells where two readers of one text disagree, or gives "".
func differs(n *yamltree.Node, other *yaml.Node, places bool) string {
	at := fmt.Sprintf("%d:%d", n.Line, n.Column)
	if places && n.Kind != yamltree.Nothing && (n.Line != other.Line || n.Column != other.Column) {
		return fmt.Sprintf("%s: the second reader says %d:%d for %s", at, other.Line, other.Column, n.Found())
	}
	switch other.Kind {
	case yaml.ScalarNode:
		tags := map[yamltree.NodeKind][]string{
			yamltree.Text: {"!!str", "!!timestamp"}, yamltree.Nothing: {"!!null"}, yamltree.Null: {"!!null"}, yamltree.Truth: {"!!bool"}, yamltree.Number: {"!!int", "!!float"},
		}
		tag := other.ShortTag()
		if n.Text != other.Value || tag != tags[n.Kind][0] && tag != tags[n.Kind][len(tags[n.Kind])-1] {
			return fmt.Sprintf("%s: %s (%d), the second reader says %s %q", at, n.Found(), n.Kind, tag, other.Value)
		}
	case yaml.SequenceNode:
		if n.Kind != yamltree.List || len(n.Items) != len(other.Content) {
			return fmt.Sprintf("%s: %s, the second reader says a list of %d", at, n.Found(), len(other.Content))
		}
		for i := range n.Items {
			if d := differs(n.Items[i], other.Content[i], places); d != "" {
				return d
			}
		}
	case yaml.MappingNode:
		if n.Kind != yamltree.Mapping || 2*len(n.Items) != len(other.Content) {
			return fmt.Sprintf("%s: %s, the second reader says a mapping of %d", at, n.Found(), len(other.Content)/2)
		}
		for i := range n.Items {
			if d := differs(n.Keys[i], other.Content[2*i], places); d != "" {
				return d
			}
			if d := differs(n.Items[i], other.Content[2*i+1], places); d != "" {
				return d
			}
		}
	default:
		return fmt.Sprintf("%s: %s, the second reader says kind %d", at, n.Found(), other.Kind)
	}
	return ""
}

func TestASecondReaderReadsTheSameWordsAtTheSamePlaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := compose(mapgen.Map(t))
		root, mistakes := yamltree.Read(text, file)
		other, err := second(text)
		if mistakes != nil || err != nil {
			t.Fatalf("%v, %v in\n%s", mistakes, err, text)
		}
		if d := differs(root, other, true); d != "" {
			t.Fatalf("%s in\n%s", d, text)
		}
	})
}

// words lists what a tree says, in order; blanks at the end of a text aside,
// which the end of a file without a line end leaves open.
func words(n *yamltree.Node) []string {
	if n.Kind != yamltree.List && n.Kind != yamltree.Mapping {
		return []string{strings.TrimRight(n.Text, " \t\n")}
	}
	out := []string{"("}
	for i, item := range n.Items {
		if n.Kind == yamltree.Mapping {
			out = append(out, words(n.Keys[i])...)
		}
		out = append(out, words(item)...)
	}
	return append(out, ")")
}

func otherWords(n *yaml.Node) []string {
	if n.Kind != yaml.SequenceNode && n.Kind != yaml.MappingNode {
		return []string{strings.TrimRight(n.Value, " \t\n")}
	}
	out := []string{"("}
	for _, item := range n.Content {
		out = append(out, otherWords(item)...)
	}
	return append(out, ")")
}

// disagree tells how two readers take a text that both take for YAML without
// anything a map's file must not have; it gives "" when they agree or one of
// them refuses.
func disagree(text []byte) string {
	root, mistakes := yamltree.Read(text, file)
	if mistakes != nil || root.Kind != yamltree.Mapping { // a map's file is a mapping
		return ""
	}
	other, err := second(text)
	if err != nil {
		return ""
	}
	if a, b := words(root), otherWords(other); !slices.Equal(a, b) {
		return fmt.Sprintf("%q\n  is read %q\n  elsewhere %q", text, a, b)
	}
	return ""
}

// Files that people write hold what no emitter writes. The parser takes some
// of it for something else than other readers do; the preflight refuses that.
func TestNothingIsReadOtherwiseThanElsewhere(t *testing.T) {
	begin := []string{"a: ", "a:\n  - ", "{", "a: {", "a: [", "a:\n  b: c\n  ", "a: |\n  ", "a: >-\n  ", "a: \"", "a: '", "a:\n- b: "}
	pieces := []string{
		"a: ", "a:", "- ", "-", "b", "c d", `"c"`, "'d'", "\"e\n f\"", "'g", "h'", "|", "|-", ">", ">-", "|+", "|2", "[", "]", "{", "}", ",", ", ",
		" ", "  ", "\n", "\n  ", "\n ", "\n    ", "\n- ", "\n  - ", "\nk: ", "\n  m: ", "\n\n", " #x", "#y", "x#z", ":", "1", "1.0", "---", "é", `\`,
		"\"\\t\\\n  x\"", "it's", "?", "a-b", "\t", "x:y", `""`, "''", "http://x", "~",
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 100_000 {
		file := []byte(begin[r.IntN(len(begin))])
		for range 2 + r.IntN(7) {
			file = append(file, pieces[r.IntN(len(pieces))]...)
		}
		if d := disagree(file); d != "" {
			t.Fatal(d)
		}
	}
}

func FuzzTwoReaders(f *testing.F) {
	for _, seed := range []string{
		"a: b\nc:\n  - d\n  - e: f\n    g: h\n", "{a: [b, \"c\"], d: 'e'}", "a: |\n  x\n  y\nb: >-\n  c\n  d\n\n  e\n", "a: x\n  y\n  z\nb: # c\n  - d # e\n\n  - f\n",
		"- - a\n  - b\n- c: [d,\n   e]\n", "a: \"x\\ty\\u00e9\\\n   z\"\nb: 'it''s\n\n  x'\n", "# c\n---\na: b\n...\n", "tasks:\n- a\n- ~\nb: null\n", "a: |2-\n    x\n   y\n\n\nb: |+\n  z\n\n", "text: 10:30, or [x] {y} #z\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		if len(file) > 1000 || strings.ContainsAny(string(file), "\u0085\u2028\u2029") { // line ends in YAML 1.1 alone
			return
		}
		if d := disagree(file); d != "" {
			t.Error(d)
		}
	})
}
