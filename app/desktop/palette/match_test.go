//go:build !nogui

package palette

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

// marked shows the letters found in capitals, all others small.
func marked(words string, at []int) string {
	out := []rune(strings.ToLower(words))
	for _, i := range at {
		out[i] = unicode.ToUpper(out[i])
	}
	return string(out)
}

func TestLettersAreFoundWhereAPersonMeansThem(t *testing.T) {
	for _, c := range []struct{ query, words, want string }{
		{"stg", "Move stage right", "move STaGe right"},
		{"fm", "Fit map", "Fit Map"},
		{"ca", "Duplicate card", "duplicate CArd"},
		{"ei", "Exit everything, edit in place", "exit everything, Edit In place"},
		{"card add", "Add card above", "ADD CARD above"},
		{"ü", "Für alle", "fÜr alle"},
		{"10", "Zoom to 100 %", "zoom to 100 %"},
	} {
		at, _, ok := NewQuery(c.query).Match(c.words)
		if got := marked(c.words, at); !ok || got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.query, c.words, got, c.want)
		}
	}
	for _, c := range [][2]string{{"xyz", "Fit map"}, {"mapp", "Fit map"}, {"map fits", "Fit map"}} {
		if _, _, ok := NewQuery(c[0]).Match(c[1]); ok {
			t.Errorf("%q is found in %q", c[0], c[1])
		}
	}
}

func TestTheNearestWordsComeFirst(t *testing.T) {
	for _, c := range []struct {
		query string
		words []string
	}{
		{"stage", []string{"Add stage", "Set a gem"}},
		{"undo", []string{"Undo", "Undo all", "Run down the road"}},
		{"cop", []string{"Copy", "Paste a copy", "Microscope"}},
	} {
		var entries []Entry
		for _, w := range slices.Backward(c.words) {
			entries = append(entries, Entry{Words: w})
		}
		hits, count := NewQuery(c.query).Find(entries, 10)
		var got []string
		for _, h := range hits {
			got = append(got, h.Words)
		}
		if count != len(c.words) || !slices.Equal(got, c.words) {
			t.Errorf("%q: %q, want %q", c.query, got, c.words)
		}
	}
}

func TestAMatchIsTheQueryWithOtherLettersBetween(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("abA Bß,ıİ")), 0, 12, -1).Draw(t, "text")
		word := rapid.StringOfN(rapid.RuneFrom([]rune("abß")), 1, 4, -1).Draw(t, "query")
		at, score, ok := NewQuery(word).Match(text)
		if want := within(fold(word), fold(text)); ok != want {
			t.Fatalf("found: %v, want %v", ok, want)
		}
		if !ok {
			return
		}
		if !slices.IsSorted(at) || len(at) != len([]rune(word)) || score <= 0 {
			t.Fatalf("at %v, worth %d", at, score)
		}
		for i, r := range fold(word) {
			if fold(text)[at[i]] != r {
				t.Fatalf("letter %d of the query is not at %d", i, at[i])
			}
		}
	})
}

func TestAnEmptyQueryFindsEverythingAsItComes(t *testing.T) {
	entries := []Entry{{Words: "b"}, {Words: "a"}, {Words: "c"}}
	hits, count := NewQuery("  ").Find(entries, 2)
	if count != 3 || len(hits) != 2 || hits[0].Words != "b" || hits[1].Words != "a" {
		t.Errorf("%d: %+v", count, hits)
	}
}

func TestWhatCannotBeDoneIsMarkedOnlyWhereItsNameIsWrittenOut(t *testing.T) {
	on := func(words string) Entry { return Entry{Words: words} }
	off := func(words string) Entry { return Entry{Words: words, Disabled: true, Why: "not now"} }
	for _, c := range []struct {
		query       string
		entries     []Entry
		first, mark string
	}{
		{"redo", []Entry{on("Previous part of the window, redone"), off("Redo")}, "Redo", "Redo"},
		{"red", []Entry{on("The repair day"), off("Redo"), on("Forged")}, "Redo", ""},
		{"red", []Entry{off("Redo"), on("Make it red")}, "Make it red", "Make it red"},
		{"re", []Entry{off("Redo"), on("Replace"), on("The repair")}, "Replace", "Replace"},
		{"filter", []Entry{off("Filter off"), on("The filters")}, "Filter off", "The filters"},
		{"bin", []Entry{off("Bin…"), on("Binoculars")}, "Bin…", "Bin…"},
		{"delete", []Entry{off("Delete for ever"), {Words: "Throw away", Also: "delete"}}, "Delete for ever", "Throw away"},
		{"fst", []Entry{on("Fast"), off("Future state")}, "Future state", ""},
	} {
		hits, _ := NewQuery(c.query).Find(c.entries, 10)
		mark := ""
		if i := best(hits); i >= 0 {
			mark = hits[i].Words
		}
		if len(hits) == 0 || hits[0].Words != c.first || mark != c.mark {
			t.Errorf("%q: %v marks %q, want %q first and %q marked", c.query, hits, mark, c.first, c.mark)
		}
	}
}

func TestWithNothingTypedWhatCannotBeDoneComesLast(t *testing.T) {
	hits, count := NewQuery("").Find([]Entry{{Words: "a", Disabled: true}, {Words: "b"}, {Words: "c"}}, 10)
	if count != 3 || len(hits) != 3 || hits[0].Words != "b" || hits[1].Words != "c" || best(hits) != 0 {
		t.Errorf("%d: %v", count, hits)
	}
}

func TestAFewLettersAreNotFoundAllOverALongText(t *testing.T) {
	long := []Entry{{Words: "Collect passport and proof of address"}}
	if hits, _ := NewQuery("pdf").Find(long, 10); len(hits) != 0 {
		t.Errorf("%v", hits)
	}
	if hits, _ := NewQuery("passprt").Find(long, 10); len(hits) != 1 {
		t.Error("a word with a letter left out is not found")
	}
}
