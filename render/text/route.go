package text

import (
	"golang.org/x/text/unicode/norm"
)

// fontOf finds the font that draws a character: the first that has all its
// runes, else the first that has the one it begins with; the face's own where
// none has, whose box then stands for it.
func (f Face) fontOf(runes []rune) *Font {
	own := f.Font()
	if all(own, runes) {
		return own
	}
	if pictured(runes) && all(emoji.load(), runes) {
		return emoji
	}
	for _, font := range f.others() {
		if all(font.load(), runes) {
			return font
		}
	}
	if font := system.find(runes[0], f); font != nil && all(font, runes) {
		return font
	}
	if own.has(runes[0]) {
		return own
	}
	for _, font := range f.others() {
		if font.has(runes[0]) {
			return font
		}
	}
	if font := system.find(runes[0], f); font != nil {
		return font
	}
	return own
}

// others are the embedded fonts that draw what the face's own lacks.
func (f Face) others() []*Font {
	if f == Bold {
		return boldOthers
	}
	return plainOthers
}

var (
	plainOthers = append(append([]*Font{}, scripts...), signs...)
	boldOthers  = append(append([]*Font{}, boldScripts...), signs...)
)

// all tells whether a font has all runes of a character, as they are or
// composed.
func all(font *Font, runes []rune) bool {
	for _, r := range runes {
		if !font.has(r) && !steers(r) {
			return len(runes) > 1 && each(font, norm.NFC.String(string(runes)))
		}
	}
	return true
}

func each(font *Font, s string) bool {
	for _, r := range s {
		if !font.has(r) && !steers(r) {
			return false
		}
	}
	return true
}

// pictured tells whether a character asks to be drawn as a picture: it lies
// where emoji do, or says so by a variation selector, or joins several.
func pictured(runes []rune) bool {
	for _, r := range runes {
		if r == 0xFE0F || r == 0x20E3 || r >= 0x1F000 && r < 0x20000 {
			return true
		}
	}
	return false
}

// adopts tells whether a font may draw the white space, figures and punctuation
// beside its letters, too.
func (f *Font) adopts() bool {
	for _, sign := range signs {
		if f == sign {
			return false
		}
	}
	return true
}

// Missing lists the characters of a text that no font here can draw, each once,
// in order. A box stands for each of them on the page; the text beside the
// drawing keeps them.
func Missing(s string) []rune {
	if simple(s) {
		return nil
	}
	var out []rune
	seen := map[rune]bool{}
	line, runes := characters(s)
	for i := range line {
		c := &line[i]
		if c.plain || c.from == c.to {
			continue
		}
		shaped := runes[c.from:c.to]
		font := Regular.fontOf(shaped)
		if all(font, shaped) {
			continue
		}
		for _, r := range shaped {
			if !seen[r] && !font.has(r) && !steers(r) {
				seen[r] = true
				out = append(out, r)
			}
		}
	}
	return out
}
