package text

import (
	"slices"
	"testing"
)

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
