package library

import (
	"fmt"
	"math"
	"unicode/utf8"

	"footpath/mapmodel"
)

// maxDepth bounds how deep the items of a later version may be nested; ours reach four.
const maxDepth = 16

// codecError says where in an encoded value its reading ended, and why.
type codecError struct {
	At   int // bytes from the beginning
	What string
}

func (e *codecError) Error() string { return fmt.Sprintf("at byte %d: %s", e.At, e.What) }

// reader reads CBOR as appendHead and its kin write it: shortest heads, definite lengths, valid text. It reads from a string so
// that texts can be taken out of it without copying. The first mistake sticks: from then on every method gives zero values, and
// counts are 0, so that no loop runs on. What it allocates is bounded by the bytes it was given.
type reader struct {
	s   string
	pos int
	err error
}

func (r *reader) fail(what string) {
	if r.err == nil {
		r.err = &codecError{At: r.pos, What: what}
		r.pos = len(r.s)
	}
}

// done reports the first mistake; bytes left over are one.
func (r *reader) done() error {
	if r.err == nil && r.pos != len(r.s) {
		r.fail("more follows than should")
	}
	return r.err
}

// head reads the head of an item that is neither a float nor of indefinite length.
func (r *reader) head() (major byte, arg uint64) {
	if r.pos >= len(r.s) {
		r.fail("it ends too early")
		return 0, 0
	}
	first := r.s[r.pos]
	major, arg = first>>5, uint64(first&31)
	if arg < 24 {
		r.pos++
		return major, arg
	}
	if arg > 27 {
		r.fail("a length is not given")
		return 0, 0
	}
	size := 1 << (arg - 24)
	if len(r.s)-r.pos-1 < size {
		r.fail("it ends too early")
		return 0, 0
	}
	arg = 0
	for _, c := range []byte(r.s[r.pos+1 : r.pos+1+size]) {
		arg = arg<<8 | uint64(c)
	}
	if size == 1 && arg < 24 || size > 1 && arg>>(4*size) == 0 {
		r.fail("a number is written longer than need be")
		return 0, 0
	}
	r.pos += 1 + size
	return major, arg
}

// peek is the next item's first byte, 0xff at the end.
func (r *reader) peek() byte {
	if r.pos >= len(r.s) {
		return 0xff
	}
	return r.s[r.pos]
}

// absent reads the word for what is not said, if it comes next.
func (r *reader) absent() bool {
	if r.peek() != cborAbsent {
		return false
	}
	r.pos++
	return true
}

func (r *reader) string(want byte, what string) string {
	major, n := r.head()
	if r.err != nil {
		return ""
	}
	if major != want {
		r.fail(what + " should stand here")
		return ""
	}
	if n > uint64(len(r.s)-r.pos) {
		r.fail("it ends too early")
		return ""
	}
	s := r.s[r.pos : r.pos+int(n)]
	r.pos += int(n)
	return s
}

func (r *reader) text() string {
	s := r.string(cborText, "a text")
	if !utf8.ValidString(s) {
		r.fail("a text is not UTF-8")
		return ""
	}
	return s
}

func (r *reader) bytes() string { return r.string(cborBytes, "a row of bytes") }

func (r *reader) id() mapmodel.ID {
	var id mapmodel.ID
	s := r.bytes()
	if r.err == nil && len(s) != len(id) {
		r.fail("an ID is not 10 bytes long")
		return id
	}
	copy(id[:], s)
	return id
}

func (r *reader) flag() bool {
	switch r.peek() {
	case cborTrue:
		r.pos++
		return true
	case cborFalse:
		r.pos++
		return false
	}
	r.fail("true or false should stand here")
	return false
}

func (r *reader) uint() uint64 {
	major, n := r.head()
	if r.err == nil && major != cborUint {
		r.fail("a number should stand here")
		return 0
	}
	return n
}

func (r *reader) int() int64 {
	major, n := r.head()
	switch {
	case r.err != nil:
		return 0
	case major > cborMinus:
		r.fail("a number should stand here")
		return 0
	case n > math.MaxInt64:
		r.fail("a number is too large")
		return 0
	case major == cborMinus:
		return -1 - int64(n)
	}
	return int64(n)
}

func (r *reader) whole() int { return int(r.int()) }

// natural reads a number that is not below 0.
func (r *reader) natural() int64 {
	n := r.int()
	if n < 0 {
		r.fail("a number is below 0")
		return 0
	}
	return n
}

// array and dict read the head of an array or a map and give the number of its items or pairs, never more than there are bytes.
func (r *reader) array() int { return r.count(cborArray, 1, "a list") }
func (r *reader) dict() int  { return r.count(cborMap, 2, "a map") }

func (r *reader) count(want byte, each int, what string) int {
	major, n := r.head()
	if r.err != nil {
		return 0
	}
	if major != want {
		r.fail(what + " should stand here")
		return 0
	}
	if n > uint64((len(r.s)-r.pos)/each) {
		r.fail("it ends too early")
		return 0
	}
	return int(n)
}

// key reads a map's next key, which must be a number greater than the one before (-1 at the beginning): so none occurs twice.
func (r *reader) key(last int64) int64 {
	n := r.uint()
	if r.err == nil && (n > math.MaxInt32 || int64(n) <= last) {
		r.fail("a map's keys are out of order")
	}
	if r.err != nil {
		return 0
	}
	return int64(n)
}

// raw passes over one item of any kind and gives its bytes.
func (r *reader) raw() string {
	start := r.pos
	r.skip(maxDepth)
	if r.err != nil {
		return ""
	}
	return r.s[start:r.pos]
}

func (r *reader) skip(depth int) {
	if depth == 0 {
		r.fail("it is nested too deep")
		return
	}
	if r.pos >= len(r.s) {
		r.fail("it ends too early")
		return
	}
	switch first := r.peek(); first >> 5 {
	case cborText:
		r.text()
	case cborBytes:
		r.bytes()
	case cborArray:
		for range r.array() {
			if r.skip(depth - 1); r.err != nil {
				return
			}
		}
	case cborMap:
		for range 2 * r.dict() {
			if r.skip(depth - 1); r.err != nil {
				return
			}
		}
	case cborTag:
		r.head()
		r.skip(depth - 1)
	case cborOther:
		r.skipOther(first & 31)
	default:
		r.head()
	}
}

// skipOther passes over true, false, null, other simple values, and floats, whose bits may be of any size.
func (r *reader) skipOther(info byte) {
	size := 0
	switch {
	case info < 24:
	case info <= 27:
		size = 1 << (info - 24)
	default:
		r.fail("a length is not given")
		return
	}
	if r.pos+1+size > len(r.s) {
		r.fail("it ends too early")
		return
	}
	if size == 1 && r.s[r.pos+1] < 32 {
		r.fail("a simple value is written longer than need be")
		return
	}
	r.pos += 1 + size
}
