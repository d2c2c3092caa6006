package text

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestSpansHoldEveryByteOnceAndStandSideBySide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(written, rapid.String(), rapid.StringMatching(`[a-zא-ה0-9١-٣() +\x{301}\x{200d}\x{1F600}-\x{1F610}−क-हा-्ก-๎ا-ي]{0,20}`)).Draw(t, "text")
		d := rapid.SampledFrom([]Direction{Natural, Rightward, Leftward}).Draw(t, "direction")
		spans := Italic.Spans(s, d)
		x := 0.0
		held := make([]bool, len(s))
		for _, p := range spans {
			if math.Abs(p.X-x) > 1e-9 {
				t.Fatalf("%q begins at %f, the span before ends at %f", s[p.Start:p.End], p.X, x)
			}
			x += p.Advance
			for i := p.Start; i < p.End; i++ {
				if held[i] {
					t.Fatalf("byte %d is held twice", i)
				}
				held[i] = true
			}
		}
		if i := slices.Index(held, false); i >= 0 {
			t.Fatalf("byte %d of %q is lost", i, s)
		}
		if d == Natural && math.Abs(x-Italic.measure(s)) > 1e-9 {
			t.Fatalf("%f are drawn, %f measured", x, Italic.measure(s))
		}
	})
}

// ink tells whether any glyph of a line draws something.
func ink(s string) bool {
	for _, g := range Regular.Glyphs(s, Natural) {
		if len(g.Font.Outline(g.ID)) > 0 {
			return true
		}
	}
	return false
}

func TestOnlyWhatIsToBeSeenIsDrawn(t *testing.T) {
	for _, c := range []struct{ text, same string }{
		{"\u22125", "\u20135"},
		{"a\tb\u200B\u200Fc\x01", "a bc"},
		{"ship\u00ADping", "shipping"},
		{"ship\u00AD", "ship-"},
		{"\xff", "\uFFFD"},
		{"a\u0308", "ä"},
	} {
		if got, want := Regular.Measure(c.text, 9), Regular.Measure(c.same, 9); math.Abs(got-want) > 1e-9 {
			t.Errorf("%q is %f wide, %q is %f", c.text, got, c.same, want)
		}
	}
	for _, s := range []string{"\u200B", "\u200F\u200E", "\x01\x02", "\uFEFF", " \t\u2003"} {
		if ink(s) {
			t.Errorf("%q draws something", s)
		}
	}
}

func TestScriptsAreShapedByTheirOwnRules(t *testing.T) {
	for _, c := range []struct {
		what, text string
		glyphs     int // fewer or more than characters where letters join
	}{
		{"lam and alef are one", "لا", 1},
		{"a conjunct is one", "क्ष", 1},
		{"a letter and its mark, composed", "a\u0308", 1},
		{"a picture of several signs", "\U0001F469\u200D\U0001F680", 1},
		{"a flag of two letters", "\U0001F1E9\U0001F1EA", 1},
	} {
		drawn := 0
		for _, g := range Regular.Glyphs(c.text, Natural) {
			if len(g.Font.Outline(g.ID)) > 0 {
				drawn++
			}
		}
		if drawn != c.glyphs {
			t.Errorf("%s: %q is drawn by %d glyphs, not %d", c.what, c.text, drawn, c.glyphs)
		}
	}
	// Letters that join have other forms than those that stand alone.
	alone, joined := Regular.Glyphs("ب", Natural), Regular.Glyphs("ببب", Natural)
	if len(joined) != 3 || joined[0].ID == alone[0].ID || joined[1].ID == alone[0].ID || joined[1].ID == joined[2].ID {
		t.Errorf("letters do not join: %v beside %v", joined, alone)
	}
	// A vowel sign that is written before its letter is drawn before it.
	if spans := Regular.Spans("कि", Natural); len(spans) != 1 || len(spans[0].Glyphs) != 2 {
		t.Errorf("a vowel sign is torn from its letter: %+v", spans)
	}
	// Marks of Thai stand above their letter and take no room.
	if a, b := Regular.Measure("ที่", 9), Regular.Measure("ท", 9); math.Abs(a-b) > 1e-9 {
		t.Errorf("marks take %f", a-b)
	}
}

func TestWhatNoFontCanDrawIsNamed(t *testing.T) {
	if got := string(Missing("Grüße, 地图 ✓ → ∑ Ж地 नमस्ते مرحبا שלום สวัสดี 👩🏽\u200d🚀\n")); got != "地图" {
		t.Fatalf("missing %q", got)
	}
}
