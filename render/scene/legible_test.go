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

func TestAClientsColoursAreDrawnAsAskedOrSaid(t *testing.T) {
	yellow, grey, white := Hex(0xFFD400), Hex(0x999999), Hex(0xFFFFFF)
	s := (&Theme{Livery: Livery{Accent: yellow}}).Page()
	if s.Chevron[0] != yellow || Contrast(s.ChevronText, s.Chevron[1]) < legibleAA || len(s.Mended) > 0 {
		t.Errorf("yellow stages are %v with %v, %v", s.Chevron, s.ChevronText, s.Mended)
	}
	s = (&Theme{Livery: Livery{Text: grey}}).Page()
	if len(s.Mended) != 1 || s.Mended[0].Asked != grey || s.Mended[0].Drawn != s.Text || s.Mended[0].On != white {
		t.Errorf("grey words are %v: %v", s.Text, s.Mended)
	}
	if c := Contrast(s.Text, white); c < legibleAA || c > legibleAA+1 {
		t.Errorf("they have %.2f:1, which is not near what was asked for", c)
	}
	s = (&Theme{Base: ThemeHighContrast, Livery: Livery{Accent: Hex(0x3A6186)}}).Page()
	if len(s.Mended) != 1 || Contrast(s.Chevron[0], s.ChevronText) < legibleAAA {
		t.Errorf("stages of high contrast are %v, %v", s.Chevron, s.Mended)
	}
	s = (&Theme{Livery: Livery{Page: Hex(0x102030)}}).Page()
	if Contrast(s.Text, s.Surface) < legibleAAA || len(s.Mended) > 0 {
		t.Errorf("words on a dark page are %v, %v", s.Text, s.Mended)
	}
}

func TestAnInkCanBeReadOnAnyGround(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ground := Hex(rapid.Uint32Range(0, 0xFFFFFF).Draw(t, "ground"))
		p := Palette{Legible: legibleAA}
		if c := Contrast(p.inkOn(ground), ground); c < legibleAA {
			t.Fatalf("on %v it has %.2f:1", ground, c)
		}
		if c := Contrast(p.legible(Hex(rapid.Uint32Range(0, 0xFFFFFF).Draw(t, "ink")), ground), ground); c < legibleAA {
			t.Fatalf("on %v it has %.2f:1", ground, c)
		}
	})
}
