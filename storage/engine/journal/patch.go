package journal

import (
	"bytes"
	"encoding/binary"

	"footpath/storage/engine"
)

// edit is one piece of a patch: bytes that stay, bytes that go, and what comes in their place.
type edit struct {
	stay, gone int
	come       []byte
}

const (
	// maxShift is how far a value's bytes may have moved where two values are put side by side again behind a difference, and
	// anchor how many must then be the same. A typed letter alters a text's length in front of it, and the text: two places.
	maxShift = 8
	anchor   = 16
	// maxEdits bounds a patch: values that differ in more places are hardly the same.
	maxEdits = 8
)

// patchOf compares a value with the one before, and tells whether that saves anything.
func patchOf(before, after []byte) (patch []edit, worth bool) {
	if len(before) == 0 {
		return nil, false
	}
	most, come := len(after)*3/4, 0
	for {
		stay := shared(before, after)
		before, after = before[stay:], after[stay:]
		if len(before)+len(after) == 0 {
			break
		}
		e, found := resume(before, after)
		if !found || len(patch) == maxEdits-1 {
			tail := sharedEnd(before, after)
			e = edit{gone: len(before) - tail, come: after[:len(after)-tail]}
		}
		e.stay = stay
		patch, come = append(patch, e), come+len(e.come)
		before, after = before[e.gone:], after[len(e.come):]
		if !found || len(patch) == maxEdits {
			break // behind it all is the same
		}
	}
	return patch, come < most
}

// shared is how many bytes two values begin with alike.
func shared(a, b []byte) (n int) {
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// sharedEnd is how many bytes two values end with alike.
func sharedEnd(a, b []byte) (n int) {
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

// resume finds the nearest places, a few bytes on, from which two values go on alike.
func resume(before, after []byte) (e edit, found bool) {
	for far := 1; far <= 2*maxShift; far++ {
		for gone := max(0, far-maxShift); gone <= min(far, maxShift); gone++ {
			come := far - gone
			if gone+anchor <= len(before) && come+anchor <= len(after) && bytes.Equal(before[gone:gone+anchor], after[come:come+anchor]) {
				return edit{gone: gone, come: after[:come]}, true
			}
		}
	}
	return edit{}, false
}

func appendPatch(dst []byte, patch []edit, after []byte) []byte {
	dst = binary.AppendUvarint(dst, uint64(len(patch)))
	for _, e := range patch {
		dst = binary.AppendUvarint(dst, uint64(e.stay))
		dst = binary.AppendUvarint(dst, uint64(e.gone))
		dst = appendBytes(dst, e.come)
	}
	return binary.BigEndian.AppendUint32(dst, checksum(after))
}

// patched reads a patch and gives the value after it.
func (in *input) patched(key engine.Key, w *window) []byte {
	before := w.get(key)
	after := make([]byte, 0, len(before))
	for n := in.uvarint(); n > 0 && in.err == nil; n-- {
		stay, gone := in.uvarint(), in.uvarint()
		come := in.take(in.uvarint())
		if in.err != nil || stay > uint64(len(before)) || gone > uint64(len(before))-stay {
			in.err = errFrame
			return nil
		}
		after = append(append(after, before[:stay]...), come...)
		before = before[stay+gone:]
	}
	after = append(after, before...)
	if sum := in.take(4); in.err != nil || checksum(after) != binary.BigEndian.Uint32(sum) {
		in.err = errFrame
		return nil
	}
	return after
}
