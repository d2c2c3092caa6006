package text

// kind is what a character is to the line breaking of plain text.
type kind uint8

const (
	odd    kind = iota // left to the whole algorithm
	letter             // holds on to its neighbours, as quotation marks inside words do
	digit
	space
	stop    // , . : ;: holds on to what is before it, and to a number after it
	cry     // ! ?: holds on to what is before it
	hyphen  // a line may break after it, between letters
	opening // holds on to what is after it
	closing // holds on to what is before it
	quote   // " and ': holds on to both sides
	quoting // the quotation mark that opens
	quoted  // the quotation mark that closes, and the apostrophe
)

// kinds sorts the characters of most European writing; the rest is odd.
var kinds = func() (k [quick]kind) {
	for r := range rune(quick) {
		switch {
		case !drawnAsIs[r]:
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', 0xC0 <= r && r < 0x2C0 && r != 0xD7 && r != 0xF7, 0x386 <= r && r < 0x3F6 && r != 0x387, 0x400 <= r && r < 0x482:
			k[r] = letter
		case '0' <= r && r <= '9':
			k[r] = digit
		}
	}
	for _, r := range ",.:;" {
		k[r] = stop
	}
	k['!'], k['?'] = cry, cry
	k['\''], k['"'], k['\u2018'], k['\u201C'], k['\u2019'], k['\u201D'] = quote, quote, quoting, quoting, quoted, quoted
	k[' '], k['-'], k['('], k[')'] = space, hyphen, opening, closing
	return k
}()

// plainPieces cuts a paragraph of plain words, as nearly all cards hold, where
// UAX #14 lets a line break; false where the text holds anything whose rules
// reach farther than its neighbours. It gives the pieces of the whole
// algorithm, many times as fast.
func (f *Font) plainPieces(s string, size float64) ([]piece, bool) {
	out := make([]piece, 0, 16)
	before := space
	p := piece{}
	at, ink := 0.0, 0.0 // widths of the piece so far, in em
	for i, r := range s {
		if r >= quick {
			return nil, false
		}
		now := kinds[r]
		if !joins(before, now) {
			return nil, false
		}
		if now == letter && before == hyphen || now != space && before == space && i > 0 {
			p.end, p.ink, p.full = i, ink*size, at*size
			out = append(out, p)
			p, at, ink = piece{start: i, solid: i}, 0, 0
		}
		at += f.table[r].advance
		if now != space {
			ink, p.solid = at, i+width(r)
		}
		before = now
	}
	p.end, p.ink, p.full = len(s), ink*size, at*size
	return append(out, p), true
}

// width is the number of bytes of a character below quick.
func width(r rune) int {
	switch {
	case r < 0x80:
		return 1
	case r < 0x800:
		return 2
	}
	return 3
}

// joins tells whether the rules for two neighbours are known here: no break
// between them, a break after spaces, or one after a hyphen between letters.
func joins(before, now kind) bool {
	switch now {
	case letter:
		return before != closing && before != stop && before != cry
	case digit:
		return before != closing && before != cry && before != hyphen
	case space:
		return before != opening && before != quoting
	case stop, cry:
		return before == letter || before == digit || before == closing || before == quoted
	case hyphen:
		return before == letter
	case opening, quoting:
		return before == space
	case closing:
		return before == letter || before == digit
	case quote, quoted:
		return before == letter || before == digit || before == stop || before == cry
	}
	return false
}
