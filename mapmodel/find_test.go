package mapmodel_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
)

// slowly finds what a search is to find, as its rule says it.
func slowly(s mapmodel.Search, text string) [][2]int {
	var found [][2]int
	if s.Words == "" {
		return nil
	}
	for at := 0; at < len(text); {
		to := -1
		for end := at; end <= len(text); end++ {
			same := text[at:end] == s.Words
			if !s.MatchCase {
				same = strings.EqualFold(text[at:end], s.Words)
			}
			if same {
				to = end
				break
			}
		}
		if to < 0 {
			at++
			continue
		}
		found = append(found, [2]int{at, to})
		at = to
	}
	return found
}

func TestASearchFindsWhatItsRuleSays(t *testing.T) {
	letters := rapid.RuneFrom([]rune("aAbBKſsSßẞΩσςΣ \u212a"))
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(letters, 0, 12, -1).Draw(t, "text")
		s := mapmodel.Search{
			Words:     rapid.StringOfN(letters, 0, 3, -1).Draw(t, "words"),
			MatchCase: rapid.Bool().Draw(t, "case"),
		}
		if got, want := s.In(text), slowly(s, text); !slices.Equal(got, want) {
			t.Fatalf("%q in %q: %v, want %v", s.Words, text, got, want)
		}
	})
}

func TestReplacingOneAfterTheOtherIsReplacingAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, desk := mapgen.Map(t), newDesk(3)
		s := mapmodel.Search{Words: rapid.SampledFrom([]string{"a", "e", "o", "in", " "}).Draw(t, "words"), MatchCase: true}
		const with = "§" // nowhere else, so that nothing is found a second time
		all, err := desk.Replace(m, s, with)
		if err != nil {
			t.Fatal(err)
		}
		want, err := m.Apply(all)
		if err != nil {
			t.Fatal(err)
		}
		count := 0
		for range s.Find(m) {
			count++
		}
		now := m
		for range count {
			for f := range s.Find(now) {
				c, err := desk.ReplaceOne(now, s, f, with)
				if err != nil {
					t.Fatal(err)
				}
				if now, err = now.Apply(c); err != nil {
					t.Fatal(err)
				}
				break
			}
		}
		if !mapmodel.Equal(now, want) {
			t.Fatal("one after the other gives another map")
		}
		for f := range s.Find(now) {
			t.Fatalf("%s of %s still holds it", f.Field.Name, f.Record)
		}
	})
}

func TestWhatWasFoundIsNotReplacedOnceItHasChanged(t *testing.T) {
	desk := newDesk(1)
	m := mapmodel.NewMap("A map of the way", desk.Source)
	s := mapmodel.Search{Words: "WAY"}
	found := slices.Collect(s.Find(m))
	if len(found) != 1 || found[0].Field.Name != "title" {
		t.Fatalf("found %+v", found)
	}
	c, err := desk.Rename(m, m.ID(), "Away")
	if err != nil {
		t.Fatal(err)
	}
	if m, err = m.Apply(c); err != nil {
		t.Fatal(err)
	}
	if _, err := desk.ReplaceOne(m, s, found[0], "path"); err == nil {
		t.Error("other words were replaced")
	}
}

func TestNobodySearchesInWhatProgramsRead(t *testing.T) {
	desk := newDesk(1)
	m := mapmodel.NewMap("Wege", desk.Source)
	c, err := mapmodel.Alter(desk, m, mapmodel.LabelAlter, []mapmodel.ID{m.ID()}, func(h *mapmodel.Header) { h.Language = "de" }, "language")
	if err != nil {
		t.Fatal(err)
	}
	if m, err = m.Apply(c); err != nil {
		t.Fatal(err)
	}
	for f := range (mapmodel.Search{Words: "de"}).Find(m) {
		t.Errorf("found in %s", f.Field.Name)
	}
}
