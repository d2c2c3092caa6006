package journey

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"
)

func TestEveryMistakeOfAFileIsNamedWithItsPlaceAtOnce(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/bad.txtar")
	if err != nil {
		t.Fatal(err)
	}
	schema := compiled(t)
	for i := 0; i+1 < len(archive.Files); i += 2 {
		file, want := archive.Files[i], string(archive.Files[i+1].Data)
		name, _ := strings.CutSuffix(file.Name, ".yaml")
		if archive.Files[i+1].Name != name+".want" {
			t.Fatalf("%s has no list of mistakes", file.Name)
		}
		t.Run(name, func(t *testing.T) {
			want, silent := strings.CutPrefix(want, "schema: silent\n")
			m, mistakes := Read(file.Data, mapmodel.NewSeededSource(1))
			if m != nil {
				t.Error("a map came of it")
			}
			if diff := cmp.Diff(want, mistakes.Error()+"\n"); diff != "" {
				t.Errorf("%s\ngot\n%s", diff, mistakes.Error())
			}
			if err := valid(schema, file.Data); err == nil && !silent {
				t.Error("the schema finds nothing wrong")
			}
		})
	}
}

func first(mistakes Mistakes) string {
	if len(mistakes) != 1 {
		return fmt.Sprintf("%d mistakes: %v", len(mistakes), mistakes)
	}
	return mistakes[0].Error()
}

func TestWhatIsNoTextIsRefusedWithItsPlace(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"empty", "", `1:1: the file is empty; a map begins with "format: footpath/1"`},
		{"blank", " \n\t\n", `1:1: the file is empty; a map begins with "format: footpath/1"`},
		{"only a comment", "# nothing\n\n# at all\n", `1:1: the file is empty; a map begins with "format: footpath/1"`},
		{"only a mark", "---\n", `1:1: the file is empty; a map begins with "format: footpath/1"`},
		{"Latin-1", "format: footpath/1\ntitle: Füh\xfcrer\n", `2:11: a byte here (0xfc) is not UTF-8 text; save the file as UTF-8`},
		{"UTF-16", "\xff\xfef\x00o\x00", `1:1: the file is written in UTF-16; save it as UTF-8`},
		{"a picture", "\x89PNG\r\n\x1a\n", `1:1: a byte here (0x89) is not UTF-8 text; save the file as UTF-8`},
		{"a control character", "format: footpath/1\ntitle: a\x07b\n", `2:9: the character U+0007 cannot stand in a file; in double quotes it is written \u0007`},
		{"a second mark of order", "format: footpath/1\ntitle: \ufeffa\n", `2:8: the character U+FEFF cannot stand in a file; in double quotes it is written \ufeff`},
		{"too large", strings.Repeat("a", MaxFile+1), `1:1: the file has 33 MB; a map's file can have 32 MB`},
	} {
		m, mistakes := Read([]byte(c.file), mapmodel.NewSeededSource(1))
		if got := first(mistakes); m != nil || got != c.want {
			t.Errorf("%s: %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestWhatWouldCostTheParserMinutesOrAllMemoryIsRefusedAtOnce(t *testing.T) {
	rep := strings.Repeat
	deep := ""
	for i := range 70 {
		deep += rep(" ", i) + "a:\n"
	}
	for _, c := range []struct{ name, file, want string }{
		{"brackets", rep("[", 100_000), `1:65: lists and mappings stand more than 64 deep inside each other`},
		{"braces", "a: " + rep("{a: ", 70) + rep("}", 70), `1:256: lists and mappings stand more than 64 deep inside each other`},
		{"mixed", rep("- [{a: ", 100_000), `1:221: lists and mappings stand more than 64 deep inside each other`},
		{"dashes", rep("- ", 70) + "a", `1:129: lists and mappings stand more than 64 deep inside each other`},
		{"indentation", deep, `65:67: lists and mappings stand more than 64 deep inside each other`},
		{"brackets after a tag", rep("[!] ", 100_000), `1:257: lists and mappings stand more than 64 deep inside each other`},
		{"items", "a:\n" + rep("- b\n", 600_000), `500001:1: the file holds more than can be read: at most 1000000 texts, keys and marks`},
		{"commas", "a: [" + rep(",", 1_100_000) + "]", `1:1000001: the file holds more than can be read: at most 1000000 texts, keys and marks`},
		{"comments", rep("#\n", 1_100_000), `1000001:1: the file holds more than can be read: at most 1000000 texts, keys and marks`},
		{"keys", rep("a:\n", 5000), `2001:3: a mapping has more than 2000 keys`},
		{"long paths", "a:\n" + rep(" ", 2) + rep("k", 1_000_000) + ":\n" + rep("    - a\n", 1000), `136:7: the file holds more than can be read: at most 1000000 texts, keys and marks`},
		{"arrows", "a: " + rep("<", 100_000), `1:10004: more than 10000 "<" in a row; write the text in double quotes`},
		{"arrows in brackets", "a: [" + rep("<", 100_000) + "]", `1:10005: more than 10000 "<" in a row; write the text in double quotes`},
		{"empty lines", "a: |\n  x" + rep("\n", 100_000) + "b: c\n", `1:4: a text has 99999 empty lines in a row; write it in double quotes with \n`},
	} {
		m, mistakes := Read([]byte(c.file), mapmodel.NewSeededSource(1))
		if got := first(mistakes); m != nil || got != c.want {
			t.Errorf("%s: %.300s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestBracketsInTextsAreNotCounted(t *testing.T) {
	rep := strings.Repeat
	for _, text := range []string{
		`"` + rep("[", 1000) + `"`, `'` + rep("{", 1000) + `'`, "a" + rep("[", 1000), "|\n    " + rep("[", 1000), ">-\n    x\n    " + rep("{ ", 1000), "x # " + rep("[", 1000), "x\n    " + rep("[", 1000),
	} {
		if _, mistakes := Read([]byte("format: footpath/1\ninbox:\n  - "+text+"\n"), mapmodel.NewSeededSource(1)); mistakes != nil {
			t.Errorf("%.20q: %v", text, mistakes)
		}
	}
}

func TestLineEndsAndAMarkOfOrderMakeNoOtherMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := mapgen.Map(t)
		file := compose(m)
		for name, other := range map[string][]byte{
			"CRLF":              bytes.ReplaceAll(file, []byte("\n"), []byte("\r\n")),
			"CR":                bytes.ReplaceAll(file, []byte("\n"), []byte("\r")),
			"a mark of order":   append([]byte("\ufeff"), file...),
			"document marks":    append(append([]byte("# a map\n---\n"), file...), "...\n# its end\n"...),
			"no last line end":  bytes.TrimSuffix(file, []byte("\n")),
			"comments":          bytes.ReplaceAll(file, []byte("\nstages:\n"), []byte("\n# here\nstages: # and here\n\n  # there\n")),
			"no schema mention": bytes.TrimPrefix(file, []byte(schemaLine)),
		} {
			again, mistakes := Read(other, mapmodel.NewSeededSource(1))
			if mistakes != nil || !mapmodel.Equal(m, again) {
				t.Fatalf("%s: %v in\n%s", name, mistakes, other)
			}
		}
	})
}

func TestHandWrittenFilesMayBeLooser(t *testing.T) {
	const loose = `
# Written on the train
title: Renewing
format: footpath/1
date: 2026-11-14
version: 1.10
owner: 010
team: Rosa
scenario: >
  It runs out
  in six weeks.

language:
personas:
- name: No
  goals:
  - 2026
  - true
- { "name": 'Rosa', quote: "said
    so" }
stages:
    -   name: Notice
        tasks:
            - Open the letter at
              10:30 or later
            - {text: 5, emotion: +2, persona: , tags: waiting, evidence: {}}
`
	m, mistakes := Read([]byte(strings.Replace(loose, ", evidence: {}", "", 1)), mapmodel.NewSeededSource(1))
	if mistakes != nil {
		t.Fatal(mistakes)
	}
	const want = schemaLine + `format: footpath/1
title: Renewing
scenario: "It runs out in six weeks.\n"
owner: "010"
team: [Rosa]
date: "2026-11-14"
version: "1.10"
personas:
  - name: "No"
    goals: ["2026", "true"]
  - name: Rosa
    quote: said so
stages:
  - name: Notice
    tasks:
      - "Open the letter at 10:30 or later"
      - {text: "5", emotion: 2, tags: [waiting]}
`
	if diff := cmp.Diff(want, string(compose(m))); diff != "" {
		t.Error(diff)
	}
}

func TestAMapOfJSONIsAMap(t *testing.T) {
	m, mistakes := Read([]byte(`{"format":"footpath/1","title":"A","stages":[{"name":"B","tasks":["c",{"text":"d","emotion":-1}]}]}`), mapmodel.NewSeededSource(1))
	if mistakes != nil {
		t.Fatal(mistakes)
	}
	if m.CardCount() != 2 || m.Header().Title != "A" {
		t.Errorf("another map came of it:\n%s", compose(m))
	}
}

func TestTextsPassTheModelsDoor(t *testing.T) {
	long := strings.Repeat("x", mapmodel.MaxText+1)
	m, mistakes := Read([]byte("format: footpath/1\ntitle: "+long[:mapmodel.MaxName+1]+"\ninbox:\n  - "+long+"\n  - {text: a, note: "+long+"}\n"), mapmodel.NewSeededSource(1))
	want := "2:8: title must be at most 4096 bytes long, not 4097\n4:5: text must be at most 65536 bytes long, not 65537\n5:21: note must be at most 65536 bytes long, not 65537"
	if m != nil || mistakes.Error() != want {
		t.Errorf("got %v", mistakes)
	}
	m, mistakes = Read([]byte(`{format: footpath/1, inbox: ["a\r\nb\rc"]}`), mapmodel.NewSeededSource(1))
	if mistakes != nil {
		t.Fatal(mistakes)
	}
	if got := m.Inbox().Card(0).Text; got != "a\nb\nc" {
		t.Errorf("line ends came as %q", got)
	}
}

func TestReadingTheSameBytesGivesTheSameIDs(t *testing.T) {
	file, err := os.ReadFile("testdata/good.journey.yaml")
	if err != nil {
		t.Fatal(err)
	}
	a, _ := Read(file, mapmodel.NewSeededSource(4))
	b, _ := Read(file, mapmodel.NewSeededSource(4))
	for r := range a.Records() {
		if other := b.Get(r.Base().ID); other == nil || other.Base().Rank != r.Base().Rank {
			t.Fatalf("%s %s differs", r.Kind(), r.Base().ID)
		}
	}
	if c, _ := Read(file, mapmodel.NewSource()); !mapmodel.Equal(a, c) {
		t.Error("another source made another map")
	}
}
