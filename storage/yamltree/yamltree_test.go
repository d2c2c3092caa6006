package yamltree

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

var notes = File{Thing: "note", Format: "notes/1", MaxBytes: 1 << 10}

func TestAParserThatPanicsOrNeverEndsIsOneMistake(t *testing.T) {
	root, mistakes := parseWithin(time.Minute, func() (*Node, Mistakes) { panic("index out of range") })
	if want := "1:1: the file cannot be read as YAML (index out of range)"; root != nil || mistakes.Error() != want {
		t.Errorf("%v, not %s", mistakes, want)
	}
	forever := make(chan struct{})
	defer close(forever)
	root, mistakes = parseWithin(time.Millisecond, func() (*Node, Mistakes) { <-forever; return nil, nil })
	if want := "1:1: the file could not be read within 1ms; it is too large or too deep"; root != nil || mistakes.Error() != want {
		t.Errorf("%v, not %s", mistakes, want)
	}
}

func TestMistakesAreCountedOnceTheyAreTooManyToList(t *testing.T) {
	var many Mistakes
	for i := range maxMistakes + 500 {
		many = append(many, Mistake{i + 1, 1, "this is wrong"})
	}
	got := many.Sorted()
	if len(got) != maxMistakes+1 || got[maxMistakes].Message != "and 500 more mistakes from here on" {
		t.Errorf("%d mistakes, the last %v", len(got), got[len(got)-1])
	}
}

func TestSentencesNameTheKindOfFile(t *testing.T) {
	for text, want := range map[string]string{
		"":                         `1:1: the file is empty; a note begins with "format: notes/1"`,
		"# nothing\n":              `1:1: the file is empty; a note begins with "format: notes/1"`,
		"a: 1\n---\nb: 2\n":        "2:1: a second document begins here; a file holds one note",
		"a: &x 1\n":                "1:4: a note's file has no anchors (\"&\"); write the text out where it is needed",
		"%TAG ! x\n---\na: 1\n":    "1:1: a line that begins with % is an instruction to YAML; a note's file has none",
		strings.Repeat("x", 2<<10): "1:1: the file has 2 KB; a note's file can have 1 KB",
	} {
		if _, mistakes := Read([]byte(text), notes); mistakes.Sorted().Error() != want {
			t.Errorf("%.20q gives\n%v, not\n%s", text, mistakes, want)
		}
	}
}

// FuzzRead holds Read to its promise: any bytes whatever end in a tree, or in
// mistakes, each with a place and one sentence.
func FuzzRead(f *testing.F) {
	f.Add([]byte("format: notes/1\nlist: [a, {b: \"c\"}]\ntext: |\n  d\n"))
	f.Add([]byte("a: &a [*a]\n? b\n: !!c d\n<<: {}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		root, mistakes := Read(data, notes)
		if root == nil && len(mistakes) == 0 {
			t.Fatal("neither a tree nor a mistake")
		}
		for _, m := range mistakes {
			if m.Line < 1 || m.Column < 1 || m.Message == "" || strings.ContainsAny(m.Message, "\n\r") || !utf8.ValidString(m.Message) {
				t.Errorf("%#v", m)
			}
		}
	})
}
