package bolt

import (
	"encoding/binary"
	"hash/crc32"

	"footpath/storage/engine"
)

// strays looks through the whole file, page by page, for values that lie in the ranges the survey has lost, wherever they lie and
// whether or not anything leads there: of each key the newest. The checksum tells which space a value is of. Values of pages
// that were given up long ago are among them, also some that were deleted since.
func (s *survey) strays() map[engine.Key]place {
	found := make(map[engine.Key]place)
	step := int64(4096)
	if s.meta.pageSize != 0 {
		step = s.meta.pageSize
	}
	guess := newGuesser(s.spaces)
	for at := int64(0); at < s.size; at += step {
		for _, e := range s.strayPage(at, step) {
			s.stray(found, guess, e)
		}
	}
	return found
}

// strayPage takes the page at an offset apart, if it is a leaf, together with the small spaces that stand in it.
func (s *survey) strayPage(at, step int64) []leafElement {
	var head [pageHead]byte
	if _, err := s.file.ReadAt(head[:], at); err != nil {
		return nil
	}
	order := binary.NativeEndian
	if order.Uint16(head[8:]) != leafPage {
		return nil
	}
	// A tail that is missing takes with it only what lies in it.
	size := min((int64(order.Uint32(head[12:]))+1)*step, s.size-at, maxPage)
	page := make([]byte, size)
	if _, err := s.file.ReadAt(page, at); err != nil {
		return nil
	}
	elements, _ := leafElements(page, at)
	var inside []leafElement
	for _, e := range elements {
		if e.flags == bucketFlag && len(e.value) > 16 && order.Uint64(e.value) == 0 {
			more, _ := leafElements(e.value[16:], e.at+16)
			inside = append(inside, more...)
		}
	}
	return append(elements, inside...)
}

func (s *survey) stray(found map[engine.Key]place, guess *guesser, e leafElement) {
	if e.flags != 0 || len(e.key) == 0 || len(e.key) > engine.MaxKey || len(e.value) < envelopeSize {
		return
	}
	space, ok := guess.space(e.key, e.value)
	key := engine.Key{Space: space, Bytes: e.key}
	if !ok || !s.isLost(key) {
		return
	}
	_, revision, err := openEnvelope(s.path, key, e.value)
	if known, there := found[key]; err == nil && (!there || revision > known.revision) {
		found[key] = place{e.at, len(e.value), revision}
	}
}

// guesser finds the space whose name makes a value's checksum right.
type guesser struct {
	spaces []engine.Space
	sums   []uint32 // of each name and its zero byte
	last   int      // neighbours are of one space
}

func newGuesser(spaces []engine.Space) *guesser {
	g := &guesser{spaces: spaces}
	for _, space := range spaces {
		g.sums = append(g.sums, updateString(updateString(0, string(space)), "\x00"))
	}
	return g
}

func (g *guesser) space(key string, envelope []byte) (engine.Space, bool) {
	end := len(envelope) - envelopeCheck
	want := binary.BigEndian.Uint32(envelope[end:])
	for i := range g.spaces {
		n := (g.last + i) % len(g.spaces)
		if crc32.Update(updateString(g.sums[n], key), castagnoli, envelope[:end]) == want {
			g.last = n
			return g.spaces[n], true
		}
	}
	return "", false
}
