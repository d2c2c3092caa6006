package scene

import (
	"testing"

	"pgregory.net/rapid"
)

// The letters and numbers in rings and discs are drawn as shapes, so they are
// looked at here.
func TestLettersInRingsAndNumbersInDiscsCanBeRead(t *testing.T) {
	for _, name := range ThemeNames() {
		p := (&Theme{Base: name}).palette()
		for _, s := range []*Style{page(p), board(p)} {
			if c := Contrast(s.RingInk, s.Surface); c < s.Legible {
				t.Errorf("%s: a letter in its ring has %.2f:1", name, c)
			}
			if c := Contrast(s.DiscInk, s.Disc); c < s.Legible {
				t.Errorf("%s: a number on its disc has %.2f:1", name, c)
			}
		}
	}
}

func TestAnInkCanBeReadOnAnyGround(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ground := Hex(rapid.Uint32Range(0, 0xFFFFFF).Draw(t, "ground"))
		if c := Contrast(inkOn(ground), ground); c < legibleAA {
			t.Fatalf("on %v it has %.2f:1", ground, c)
		}
		p := Palette{Legible: legibleAA}
		if c := Contrast(p.legible(Hex(rapid.Uint32Range(0, 0xFFFFFF).Draw(t, "ink")), ground), ground); c < legibleAA {
			t.Fatalf("on %v it has %.2f:1", ground, c)
		}
	})
}
