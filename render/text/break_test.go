package text

import (
	"math"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

func TestBreakingLosesAndDoublesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringMatching(`([a-zA-Zäöé,.\-]{1,14}[ \n]?){0,30}`)).Draw(t, "text")
		width := rapid.Float64Range(5, 300).Draw(t, "width")
		lines := Regular.Break(s, 9, width)
		at := 0
		for i, l := range lines {
			if i > 0 && l.Start != at {
				if s[at:l.Start] != "\n" {
					t.Fatalf("between lines %d and %d %q is lost", i-1, i, s[at:l.Start])
				}
			}
			if rest := strings.TrimPrefix(s[l.Start:l.End], l.Text); strings.TrimFunc(rest, unicode.IsSpace) != "" {
				t.Fatalf("line %d loses %q", i, rest)
			}
			if l.Width > width+1e-9 && seen(l.Text) > 1 {
				t.Fatalf("line %q is %.2f wide, allowed are %.2f", l.Text, l.Width, width)
			}
			at = l.End
		}
		if at != len(s) {
			t.Fatalf("%q is lost at the end", s[at:])
		}
		if n := strings.Count(s, "\n"); len(lines) < n+1 {
			t.Fatalf("%d lines for %d line ends", len(lines), n)
		}
	})
}

// written is a text of the characters that plain breaking knows, and some that
// it leaves to the whole algorithm.
var written = rapid.StringMatching("([a-cÄéжЩλ0-9,.:;!? ()'\"\u2018\u2019\u201C\u201D\u00AD\u2013%-]{0,12} ?){0,6}")

func TestPlainBreakingIsTheWholeAlgorithm(t *testing.T) {
	same := func(t interface{ Fatalf(string, ...any) }, s string) bool {
		fast, plain := Regular.Font().plainPieces(s, 9)
		if !plain || s == "" {
			return false
		}
		whole := Regular.anyPieces(s, 9)
		if len(fast) != len(whole) {
			t.Fatalf("%q: %d pieces, the whole algorithm makes %d", s, len(fast), len(whole))
		}
		for i, p := range fast {
			w := whole[i]
			if p.start != w.start || p.end != w.end || p.solid != w.solid || math.Abs(p.ink-w.ink)+math.Abs(p.full-w.full) > 1e-9 {
				t.Fatalf("%q: piece %d is %+v, the whole algorithm makes %+v", s, i, p, w)
			}
		}
		return true
	}
	plain := 0
	var every func(s string, left int)
	every = func(s string, left int) {
		if same(t, s) {
			plain++
		}
		for _, r := range "aж1 ,!-()\"'\u201C\u201D" {
			if left > 0 {
				every(s+string(r), left-1)
			}
		}
	}
	every("", 5)
	if plain < 1000 {
		t.Fatalf("only %d texts were plain", plain)
	}
	rapid.Check(t, func(t *rapid.T) { same(t, written.Draw(t, "text")) })
	if _, plain := Bold.Font().plainPieces("With a booking, the median wait (door to desk) is 37.5 minutes: “that’s quick!”", 9); !plain {
		t.Fatal("an everyday sentence is not plain")
	}
}

func TestAWiderCardNeverNeedsMoreLines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(written, rapid.String()).Draw(t, "text")
		narrow := rapid.Float64Range(5, 200).Draw(t, "narrow")
		wide := narrow + rapid.Float64Range(0, 100).Draw(t, "more")
		a, b := len(Bold.Break(s, 9, narrow)), len(Bold.Break(s, 9, wide))
		if b > a {
			t.Fatalf("%d lines at %.1f, %d at %.1f", a, narrow, b, wide)
		}
	})
}

func TestAHyphenShowsWhereASoftHyphenBreaksTheWord(t *testing.T) {
	lines := Regular.Break("Fahrerlaubnis\u00ADbehörde", 9, 80)
	if len(lines) != 2 || lines[0].Text != "Fahrerlaubnis\u00AD" || lines[1].Text != "behörde" {
		t.Fatalf("%+v", lines)
	}
	if w := Regular.Measure("Fahrerlaubnis-", 9); math.Abs(lines[0].Width-w) > 1e-9 {
		t.Fatalf("the line is %.2f wide, not %.2f", lines[0].Width, w)
	}
	one := Regular.Break("Fahrerlaubnis\u00ADbehörde", 9, 200)
	if w := Regular.Measure("Fahrerlaubnisbehörde", 9); len(one) != 1 || math.Abs(one[0].Width-w) > 1e-9 {
		t.Fatalf("%+v, not one line of %.2f", one, w)
	}
}

// seen is the number of characters of a text that can be seen.
func seen(s string) int {
	n := 0
	line, _ := characters(s)
	for _, c := range line {
		if c.from < c.to {
			n++
		}
	}
	return n
}

func TestGraphemesOfPlainTextAreItsCharacters(t *testing.T) {
	var b strings.Builder
	for r, is := range drawnAsIs {
		if is {
			b.WriteRune(rune(r))
		}
	}
	if s := b.String(); !slices.Equal(Graphemes(s), graphemes(nil, s)) || len(s) < 2000 {
		t.Fatal("some characters that are drawn as they are join others")
	}
}

func TestAShortLastWordGetsCompany(t *testing.T) {
	const s = "Send the notice in five languages at once"
	for width := 60.0; width < 220; width++ {
		lines := Regular.Break(s, 9, width)
		if last := lines[len(lines)-1]; len(lines) == 2 && loneWord(last, width) {
			t.Errorf("at %.0f points %q stands alone", width, last.Text)
		}
	}
}

func TestAWordWiderThanItsCardBreaksAtGraphemes(t *testing.T) {
	s := strings.Repeat("e\u0301", 40)
	for _, l := range Regular.Break(s, 9, 30) {
		if strings.HasPrefix(l.Text, "\u0301") {
			t.Fatalf("a mark was cut off its letter: %q", l.Text)
		}
	}
}

func TestTenThousandLettersBreak(t *testing.T) {
	if n := len(Regular.Break(strings.Repeat("x", 10_000), 9, 100)); n < 400 {
		t.Fatalf("%d lines", n)
	}
}

func FuzzBreak(f *testing.F) {
	f.Add("Open the renewal notice", 60.0)
	f.Add("\xff\xfe a\u0301\r\n\n", 1.0)
	f.Add(strings.Repeat("W", 300), 0.0)
	f.Add(" ", -64.0)
	f.Fuzz(func(t *testing.T, s string, width float64) {
		lines := Bold.Break(s, 9, width)
		if len(lines) == 0 || lines[len(lines)-1].End != len(s) {
			t.Fatalf("%q lost its end", s)
		}
	})
}

func BenchmarkBreakACard(b *testing.B) {
	for b.Loop() {
		Regular.Break("With a booking, the median wait from door to desk is thirty-seven minutes", 9, 130)
	}
}
