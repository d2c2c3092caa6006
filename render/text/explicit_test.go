package text

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/unicode/bidi"
	"pgregory.net/rapid"
)

// The marks of direction.
const (
	lre, rle, pdf, lro, rlo = "\u202A", "\u202B", "\u202C", "\u202D", "\u202E"
	lri, rli, fsi, pdi      = "\u2066", "\u2067", "\u2068", "\u2069"
)

// levelsOf are the levels of a line's characters as digits, without those that
// are removed before levels are resolved (X9).
func levelsOf(s string, d Direction) string {
	line, _ := characters(s)
	resolve(line, d)
	out := ""
	for _, c := range line {
		if !removed(c.class) {
			out += fmt.Sprint(c.level)
		}
	}
	return out
}

// TestMarksOfDirectionSetTheLevelsOfTheirRules goes through the rules of UAX #9
// one by one: what a line says and which levels they give it.
func TestMarksOfDirectionSetTheLevelsOfTheirRules(t *testing.T) {
	deep := strings.Repeat(rli+lri, 62) // level 124
	for _, c := range []struct {
		rule, text, levels string
		d                  Direction
	}{
		{"X2: an embedding to the left", "a" + rle + "b" + pdf + "c", "020", Natural},
		{"X2: numbers in it", "a" + rle + "1 2" + pdf + "c", "02120", Natural},
		{"X3: an embedding to the right", "ש" + lre + "ש a" + pdf + "ש", "13221", Natural},
		{"X4: an override to the left", "a" + rlo + "b1-" + pdf + "c", "01110", Natural},
		{"X5: an override to the right", "ש" + lro + "א1-" + pdf + "ש", "12221", Natural},
		{"X5a: an isolate to the left", "a " + rli + "b ש" + pdi + " c", "000211000", Natural},
		{"X5b: an isolate to the right", "ש " + lri + "a 1" + pdi + " ש", "111222111", Natural},
		{"X5c: an isolate as its first letter runs: leftward", "a" + fsi + "1 ש b" + pdi + "c", "002111200", Natural},
		{"X5c: rightward", "ש" + fsi + "1 a ש" + pdi + "ש", "112222311", Natural},
		{"X5c: what is isolated in it does not count", "ש" + fsi + rli + "ש" + pdi + "a" + pdi, "1123221", Natural},
		{"X5c: without a letter to the right", "ש" + fsi + "1." + pdi + "ש", "112211", Natural},
		{"X6: within an override all but marks", "a" + rlo + "b" + lri + "c" + pdi + "d", "011211", Natural},
		{"X6a: an isolate ends what was embedded in it", "a" + rli + rle + "b" + pdi + "c", "00400", Natural},
		{"X6a: without a beginning", "aש" + pdi + "b", "0100", Natural},
		{"X7: an embedding ends in its own isolate", "a" + rle + lri + pdf + "b" + pdi + "c" + pdf + "d", "012120", Natural},
		{"X7: without a beginning", "aש" + pdf + "b", "010", Natural},
		{"X8: nothing lasts longer than its paragraph", rlo + "ab", "11", Natural},
		{"X1: no deeper than 125", deep + rli + lri + rli + "b", "", Natural},
		{"X10: what is isolated does not touch what is around", "a" + rli + "ש" + pdi + "1", "00100", Natural},
		{"X10: around an isolate the text goes on", "ש" + lri + "a" + pdi + "1", "11212", Natural},
		{"N0: brackets across an isolate", "ש(" + lri + "a" + pdi + ")b", "1112112", Natural},
		{"P2: the line runs as its first letter outside of isolates", rli + "ש" + pdi + "a", "0100", Natural},
		{"L1: marks and white space at the end are the line's", "ש" + lri + "a" + pdi + " " + rli, "112111", Natural},
		{"L1: in a line to the right", "aש " + pdi + " ", "01000", Rightward},
	} {
		got := levelsOf(c.text, c.d)
		if c.levels == "" {
			if !strings.HasSuffix(got, "125125126") { // the last isolate finds no level more
				t.Errorf("%s: …%s", c.rule, got[len(got)-12:])
			}
			continue
		}
		if got != c.levels {
			t.Errorf("%s: %q has %s, not %s", c.rule, c.text, got, c.levels)
		}
	}
}

func TestTextStandsAsItsMarksOfDirectionSay(t *testing.T) {
	for _, c := range []struct{ text, page string }{
		{"abc " + rlo + "def" + pdf + " ghi", "abc fed ghi"},
		{"שלום " + lro + "אבג" + pdf, "אבג םולש"},
		{"see " + rli + "שלום 12, abc" + pdi + " 3", "see abc ,12 םולש 3"},
		{"see שלום 12, 3", "see 3 ,12 םולש"}, // as it stands without the isolate
		{"א " + fsi + "C++" + pdi + " ב", "ב C++ א"},
	} {
		got := strings.Map(func(r rune) rune {
			if p, _ := bidi.LookupRune(r); isolates(p.Class()) || p.Class() == bidi.PDI || removed(p.Class()) {
				return -1
			}
			return r
		}, standing(c.text, Natural))
		if got != c.page {
			t.Errorf("%q stands as %q, not %q", c.text, got, c.page)
		}
	}
}

func TestWhatIsIsolatedLeavesTheRestAsItIs(t *testing.T) {
	letters := rapid.StringOf(rapid.RuneFrom([]rune("ab שא12(),.%ع")))
	marked := rapid.StringOf(rapid.RuneFrom([]rune("ab שא1(" + lre + rle + lro + rlo + pdf + lri + rli + pdi)))
	rapid.Check(t, func(t *rapid.T) {
		before, after, inside := letters.Draw(t, "before"), letters.Draw(t, "after"), marked.Draw(t, "inside")
		inside = strings.ReplaceAll(inside, pdi, "") // which would end it
		inside += strings.Repeat(pdi, strings.Count(inside, lri)+strings.Count(inside, rli))
		d := rapid.SampledFrom([]Direction{Rightward, Leftward}).Draw(t, "direction")
		empty, full := levelsOf(before+lri+pdi+after, d), levelsOf(before+lri+inside+pdi+after, d)
		n := len([]rune(before)) + 1
		if !strings.HasPrefix(full, empty[:n]) || !strings.HasSuffix(full, empty[n:]) {
			t.Fatalf("with %q inside: %s, without: %s", inside, full, empty)
		}
	})
}
