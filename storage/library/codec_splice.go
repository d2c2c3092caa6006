package library

import (
	"strings"
	"unicode/utf8"

	"footpath/mapmodel"
)

// minSplice is the shortest text, in bytes, worth storing as a splice: below it both texts are hardly longer.
const minSplice = 32

// splice says how one text became another: at a position in bytes something was removed and something inserted. Read the other
// way round it takes itself back.
type splice struct {
	at                int
	removed, inserted string
}

// spliceOf is the one piece in which two valid texts differ. It begins and ends between runes, so its parts are valid texts.
func spliceOf(before, after string) splice {
	head := 0
	for head < len(before) && head < len(after) && before[head] == after[head] {
		head++
	}
	for head > 0 && (!runeStart(before, head) || !runeStart(after, head)) {
		head--
	}
	tail := 0
	for tail < len(before)-head && tail < len(after)-head && before[len(before)-1-tail] == after[len(after)-1-tail] {
		tail++
	}
	for tail > 0 && (!runeStart(before, len(before)-tail) || !runeStart(after, len(after)-tail)) {
		tail--
	}
	return splice{at: head, removed: before[head : len(before)-tail], inserted: after[head : len(after)-tail]}
}

func runeStart(s string, at int) bool { return at == len(s) || utf8.RuneStart(s[at]) }

// apply gives the text after the splice; false when the text is not the one the splice was made on.
func (p splice) apply(text string) (string, bool) {
	if p.at < 0 || p.at > len(text) || !strings.HasPrefix(text[p.at:], p.removed) {
		return "", false
	}
	result := text[:p.at] + p.inserted + text[p.at+len(p.removed):]
	return result, utf8.ValidString(result)
}

func (p splice) inverse() splice { return splice{at: p.at, removed: p.inserted, inserted: p.removed} }

// spliced gives the splice between two records' texts where storing it is shorter than storing both.
func spliced(f *mapmodel.Field, before, after mapmodel.Record) (splice, bool) {
	if f.Type != mapmodel.Text {
		return splice{}, false
	}
	old, fresh := validText(*f.Pointer(before).(*string)), validText(*f.Pointer(after).(*string))
	if len(old)+len(fresh) < 2*minSplice || old == "" || fresh == "" {
		return splice{}, false
	}
	p := spliceOf(old, fresh)
	return p, len(p.removed)+len(p.inserted)+9 < len(old)+len(fresh)
}

func (p splice) append(b []byte) []byte {
	b = appendHead(appendHead(b, cborArray, 3), cborUint, uint64(p.at))
	return appendLong(appendLong(b, p.removed), p.inserted)
}
