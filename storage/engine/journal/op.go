package journal

import (
	"encoding/binary"
	"errors"

	"footpath/storage/engine"
)

// An operation in a frame: its kind, the space (length 1), the key (length as uvarint), and then
//
//	removed  nothing
//	whole    the value, its length first
//	patched  how many bytes at the beginning and at the end are as before (uvarints), those between, their length first, and
//	         the CRC32C of the whole value
//
// "Before" is what this very journal said of the key within the last windowSize bytes: so a letter typed into a long text costs
// some bytes, and no frame depends on anything outside the file.
const (
	opRemoved = 0
	opWhole   = 1
	opPatched = 2
)

// leastPatched is the length from which a value is worth patching.
const leastPatched = 128

var errFrame = errors.New("a frame that says nothing")

// appendOps appends a batch's operations. What is put into the window is what a reader will have in its own.
func appendOps(dst []byte, ops []engine.Op, w *window) []byte {
	for i := range ops {
		op := &ops[i]
		kind := len(dst)
		dst = append(dst, opWhole, byte(len(op.Space)))
		dst = append(dst, op.Space...)
		dst = appendBytes(dst, op.Bytes)
		if op.Delete {
			dst[kind] = opRemoved
		} else if p, worth := patchOf(w.get(op.Key), op.Value); worth {
			dst[kind] = opPatched
			dst = p.append(dst, op.Value)
		} else {
			dst = appendBytes(dst, op.Value)
		}
		w.note(op)
	}
	return dst
}

func appendBytes[T string | []byte](dst []byte, b T) []byte {
	return append(binary.AppendUvarint(dst, uint64(len(b))), b...)
}

// patch is how many bytes two values share at their beginnings and, of what is left, at their ends.
type patch struct{ prefix, suffix int }

// patchOf compares a value with the one before, and tells whether that saves anything.
func patchOf(before, after []byte) (p patch, worth bool) {
	n := min(len(before), len(after))
	for p.prefix < n && before[p.prefix] == after[p.prefix] {
		p.prefix++
	}
	for p.suffix < n-p.prefix && before[len(before)-1-p.suffix] == after[len(after)-1-p.suffix] {
		p.suffix++
	}
	return p, p.prefix+p.suffix > len(after)/4
}

func (p patch) append(dst, after []byte) []byte {
	dst = binary.AppendUvarint(dst, uint64(p.prefix))
	dst = binary.AppendUvarint(dst, uint64(p.suffix))
	dst = appendBytes(dst, after[p.prefix:len(after)-p.suffix])
	return binary.BigEndian.AppendUint32(dst, checksum(after))
}

// parseOps reads the operations of a body; not when it is none that a writer wrote. Their bytes are copies.
func parseOps(b []byte, w *window) (ops []engine.Op, ok bool) {
	in := input{b: b}
	for len(in.b) > 0 && in.err == nil {
		op := in.op(w)
		if in.err == nil {
			w.note(&op)
			ops = append(ops, op)
		}
	}
	return ops, in.err == nil && engine.CheckOps(ops) == nil
}

// input takes a body apart; after an error it gives nothing.
type input struct {
	b   []byte
	err error
}

func (in *input) take(n uint64) []byte {
	if in.err != nil || n > uint64(len(in.b)) {
		in.err = errFrame
		return nil
	}
	taken := in.b[:n:n]
	in.b = in.b[n:]
	return taken
}

func (in *input) uvarint() uint64 {
	if in.err != nil {
		return 0
	}
	v, n := binary.Uvarint(in.b)
	if n <= 0 {
		in.err = errFrame
		return 0
	}
	in.b = in.b[n:]
	return v
}

func (in *input) op(w *window) (op engine.Op) {
	head := in.take(2)
	if in.err != nil {
		return op
	}
	op.Space = engine.Space(in.take(uint64(head[1])))
	op.Bytes = string(in.take(in.uvarint()))
	switch head[0] {
	case opRemoved:
		op.Delete = true
	case opWhole:
		op.Value = append([]byte{}, in.take(in.uvarint())...)
	case opPatched:
		op.Value = in.patched(op.Key, w)
	default:
		in.err = errFrame
	}
	return op
}

func (in *input) patched(key engine.Key, w *window) []byte {
	prefix, suffix := in.uvarint(), in.uvarint()
	middle, sum := in.take(in.uvarint()), in.take(4)
	before := w.get(key)
	n := uint64(len(before))
	if in.err != nil || prefix > n || suffix > n-prefix {
		in.err = errFrame
		return nil
	}
	after := make([]byte, 0, int(prefix)+len(middle)+int(suffix))
	after = append(append(append(after, before[:prefix]...), middle...), before[n-suffix:]...)
	if checksum(after) != binary.BigEndian.Uint32(sum) {
		in.err = errFrame
	}
	return after
}
