package text

import (
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
			if l.Width > width+1e-9 && len(Graphemes(l.Text)) > 1 {
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

func TestGlyphsStandWhereMeasuringPutsThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "text")
		face := rapid.SampledFrom(Faces()).Draw(t, "face")
		end := 0.0
		for _, g := range face.Glyphs(s) {
			if g.X < end-1e-9 {
				t.Fatalf("glyph of %q at %f, the one before ends at %f", g.Rune, g.X, end)
			}
			end = g.X + g.Advance
		}
		if d := end*7 - face.Measure(s, 7); d > 1e-6 || d < -1e-6 {
			t.Fatalf("glyphs end at %f, measured %f", end*7, face.Measure(s, 7))
		}
	})
}

func TestWhatNoFaceCanDrawIsNamed(t *testing.T) {
	if got := string(Missing("Grüße, 地图 ✓ Ж地\n")); got != "地图✓" {
		t.Fatalf("missing %q", got)
	}
}

func FuzzBreak(f *testing.F) {
	f.Add("Open the renewal notice", 60.0)
	f.Add("\xff\xfe a\u0301\r\n\n", 1.0)
	f.Add(strings.Repeat("W", 300), 0.0)
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
