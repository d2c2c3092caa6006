package text

import (
	"math"
	"slices"
	"strings"
	"sync"
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

// standing is a line as it stands on the page, from left to right: each span's
// own text, its characters turned round where it is read from the right.
func standing(s string, d Direction) string {
	out := ""
	for _, p := range Regular.Spans(s, d) {
		piece := []rune(s[p.Start:p.End])
		if p.Leftward {
			slices.Reverse(piece)
		}
		out += string(piece)
	}
	return out
}

func TestTextOfBothDirectionsStandsAsItIsRead(t *testing.T) {
	for _, c := range []struct {
		text, page string
		d          Direction
	}{
		{"abc", "abc", Natural},
		{"שלום", "םולש", Natural},
		{"abc שלום def", "abc םולש def", Natural},
		{"שלום abc 12", "abc 12 םולש", Natural},
		{"שלום 12 עולם", "םלוע 12 םולש", Natural},
		{"שלום (v2.8)", ")v2.8( םולש", Natural},     // the brackets are the map's, drawn turned round
		{"(שלום)", ")םולש(", Natural},               // the same
		{"a (b שלום) c", "a (b םולש) c", Natural},   // a letter of the line's own direction holds its brackets
		{"מים (b) [c] ד", "ד ]c[ )b( םימ", Natural}, // brackets round foreign words are the sentence's
		{"مرحبا 12", "12 ابحرم", Natural},
		{"أ 1-2, 3", "3 ,2-1 أ", Natural},
		{"a ש 10%", "a 10% ש", Natural},
		{"abc.", ".abc", Leftward},
		{"שלום.", "םולש.", Rightward},
		{"שלום.", ".םולש", Natural},
	} {
		if got := standing(c.text, c.d); got != c.page {
			t.Errorf("%q stands as %q, not %q", c.text, got, c.page)
		}
	}
}

func TestLinesRunAsTheirParagraphDoes(t *testing.T) {
	lines := Regular.Break("שלום עולם abc def ghi jkl mno.\nabc שלום", 9, 70)
	for _, l := range lines[:len(lines)-1] {
		if l.Direction != Leftward {
			t.Errorf("%q runs %d", l.Text, l.Direction)
		}
	}
	if last := lines[len(lines)-1]; last.Direction != Natural {
		t.Errorf("%q runs %d", last.Text, last.Direction)
	}
	for _, l := range Regular.Break("a שלום עולם שלום עולם", 9, 30)[1:] {
		if l.Direction != Rightward {
			t.Errorf("%q runs %d", l.Text, l.Direction)
		}
	}
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

func TestTheCaretStandsBetweenTheLettersOfEveryScript(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(written, rapid.StringMatching(`[a-zא-ה0-9() क-हा-्ก-๎ا-ي😀]{0,20}`)).Draw(t, "text")
		width := Regular.Measure(s, 9)
		for _, at := range append([]int{0}, Graphemes(s)...) {
			x := Regular.Caret(s, Natural, 9, at)
			if x < -1e-6 || x > width+1e-6 {
				t.Fatalf("before byte %d the caret stands at %f of %f", at, x, width)
			}
			again := Regular.Nearest(s, Natural, 9, x)
			if there := Regular.Caret(s, Natural, 9, again); math.Abs(there-x) > 1e-6 {
				t.Fatalf("a click at %f finds %f", x, there)
			}
		}
	})
	if a, b := Regular.Caret("שלום", Natural, 9, 0), Regular.Caret("שלום", Natural, 9, len("שלום")); a < b || b != 0 {
		t.Errorf("leftward words begin at %f and end at %f", a, b)
	}
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

func TestGoroutinesMeasureTogether(t *testing.T) {
	want := Regular.Measure("地图 Ж abc", 9)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 200 {
				if got := Regular.Measure("地图 Ж abc", 9); got != want {
					t.Errorf("measured %f, not %f", got, want)
				}
				Bold.Break("With a booking — 地图 — the wait is short", 9, 60)
				for _, g := range Italic.Glyphs("wait مرحبا नमस्ते", Natural) {
					g.Font.Outline(g.ID)
				}
			}
		})
	}
	group.Wait()
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

func TestGlyphsStandWhereMeasuringPutsThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(written, rapid.String()).Draw(t, "text")
		face := rapid.SampledFrom(Faces()).Draw(t, "face")
		width := 0.0
		for _, g := range face.Glyphs(s, Natural) {
			width += g.Advance
		}
		if d := width*7 - face.Measure(s, 7); d > 1e-6 || d < -1e-6 {
			t.Fatalf("glyphs are %f wide, measured %f", width*7, face.Measure(s, 7))
		}
	})
}

func TestWhatNoFontCanDrawIsNamed(t *testing.T) {
	if got := string(Missing("Grüße, 地图 ✓ → ∑ Ж地 नमस्ते مرحبا שלום สวัสดี 👩🏽\u200d🚀\n")); got != "地图" {
		t.Fatalf("missing %q", got)
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
