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
//	patched  how many edits there are (uvarint); each is how many bytes stay, how many go (uvarints) and what comes, its
//	         length first; behind the last all stay; and the CRC32C of the whole value
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
		} else if patch, worth := patchOf(w.get(op.Key), op.Value); worth {
			dst[kind] = opPatched
			dst = appendPatch(dst, patch, op.Value)
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
