package journey

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/storage/yamltree"

	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"
)

// FuzzRead holds Read to its promise: any bytes whatever end in a map, which
// can be written and read again, or in mistakes, each with a place in the file
// and one sentence.
func FuzzRead(f *testing.F) {
	good, err := os.ReadFile("testdata/good.journey.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	bad, err := txtar.ParseFile("testdata/bad.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range bad.Files {
		f.Add(file.Data)
	}
	f.Add(compose(mapgen.Grid(2, 5, 1, 1)))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, mistakes := Read(data, mapmodel.NewSeededSource(1))
		if (m == nil) == (len(mistakes) == 0) {
			t.Fatalf("map %v and mistakes %v", m, mistakes)
		}
		lines := strings.Count(strings.ReplaceAll(string(data), "\r\n", "\n"), "\n") + strings.Count(string(data), "\r") + 1
		for _, m := range mistakes {
			if m.Line < 1 || m.Column < 1 || m.Line > lines+1 || m.Message == "" || strings.ContainsAny(m.Message, "\n\r") || !utf8.ValidString(m.Message) {
				t.Errorf("%d lines: %#v", lines, m)
			}
		}
		if m == nil {
			return
		}
		if _, err := Marshal(m); err != nil {
			t.Errorf("what was read cannot be written: %v", err)
		}
	})
}

// places are files in which a text stands at every kind of place a text can
// have, and how to find them there.
func places(s string) (string, func(root *yamltree.Node) []string) {
	var e emitter
	inner := value{kind: mapValue, line: true}
	inner.add(s, textOf(s))
	items := list(slices.Values([]string{s, s}), textOf)
	file := value{kind: mapValue}
	file.add("block", textOf(s))
	file.add("items", items)
	file.add("deep", value{kind: listValue, items: []value{{kind: mapValue, keys: []string{"a", "b"}, items: []value{textOf(s), items}}}})
	file.add("short", value{kind: listValue, items: []value{short(items), inner}})
	file.add("last", textOf(s))
	e.mapping(file, 0)
	e.WriteString("line: [" + scalar(s) + ", {" + scalar(s) + ": " + scalar(s) + "}]\n")
	return e.String(), func(root *yamltree.Node) []string {
		return leaves(root, map[string]bool{"block": true, "items": true, "deep": true, "short": true, "last": true, "line": true, "a": true, "b": true})
	}
}

// leaves lists every text and key of a tree but those that belong to it.
func leaves(n *yamltree.Node, own map[string]bool) []string {
	if n.Kind != yamltree.List && n.Kind != yamltree.Mapping {
		return []string{n.Text}
	}
	var out []string
	for i, item := range n.Items {
		if n.Kind == yamltree.Mapping && !own[n.Keys[i].Text] {
			out = append(out, n.Keys[i].Text)
		}
		out = append(out, leaves(item, own)...)
	}
	return out
}

// FuzzScalar holds the emitter to its promise: any text, wherever it stands,
// comes back as itself from both readers.
func FuzzScalar(f *testing.F) {
	for _, seed := range []string{"", "a", "6 visitors", "no", "a: b", "- a", "a\nb", "\n", "\x00", "é\u0301", "080", "1e3", ".nan", "<<", "? a", "a #b", " a", "a ", "\ta", "\u2028", "x\n\n\n\ny", "# a\n# b", "12 e3"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || len(s) > 10_000 {
			return
		}
		checkScalar(t, s)
	})
}

func TestAnyTextComesBackFromAnyPlaceFromBothReaders(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkScalar(t, mapgen.Text().Draw(t, "text")) })
}

type reporter interface {
	Helper()
	Fatalf(format string, args ...any)
}

func checkScalar(t reporter, s string) {
	t.Helper()
	text, find := places(s)
	root, mistakes := yamltree.Read([]byte(text), file)
	if mistakes != nil {
		t.Fatalf("%q: %v in\n%s", s, mistakes, text)
	}
	other, err := second([]byte(text))
	if err != nil {
		t.Fatalf("%q: the second reader: %v in\n%s", s, err, text)
	}
	if d := differs(root, other, false); d != "" {
		t.Fatalf("%q: %s in\n%s", s, d, text)
	}
	got := find(root)
	for _, back := range got {
		if back != s && back != "a" && back != "b" {
			t.Fatalf("%q came back as %q from\n%s", s, back, text)
		}
	}
	if len(got) < 11 {
		t.Fatalf("%q came back %d times from\n%s", s, len(got), text)
	}
}
