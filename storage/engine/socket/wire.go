package socket

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"footpath/storage/engine"
)

// Every message is a frame: its length in four bytes, the greatest first, then that many bytes. A call is a kind and its
// arguments; an answer is a status and what was asked for. Numbers are varints, texts their length and their bytes.

// hello is what both sides say first. Its last letter changes with the messages.
const hello = "footpath library 1\n"

// maxFrame is the longest frame, in bytes: a batch of many large values.
const maxFrame = 1 << 30

// What a caller asks.
const (
	callGet byte = iota + 1
	callList
	callCommit
	callWatch
	callRevision
	callTell
)

// How an answer begins.
const (
	statusDone byte = iota
	statusError
)

var (
	errFrame   = errors.New("a message is longer than messages are")
	errGarbled = errors.New("a message is not what was agreed upon")
)

// writeFrame sends a message; buf begins with four bytes for its length.
func writeFrame(w io.Writer, buf []byte) error {
	if len(buf)-4 > maxFrame {
		return fmt.Errorf("%w: %d bytes", errFrame, len(buf)-4)
	}
	binary.BigEndian.PutUint32(buf, uint32(len(buf)-4))
	_, err := w.Write(buf)
	return err
}

// frame begins a message.
func frame() []byte { return make([]byte, 4, 256) }

// readFrame receives a message. What is announced is believed only as it comes, so that a wrong length costs no memory.
func readFrame(r io.Reader) ([]byte, error) {
	var head [4]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return nil, err
	}
	n := int(binary.BigEndian.Uint32(head[:]))
	if n > maxFrame {
		return nil, fmt.Errorf("%w: %d bytes", errFrame, n)
	}
	const step = 1 << 20
	out := make([]byte, 0, min(n, step))
	for len(out) < n {
		at := len(out)
		out = append(out, make([]byte, min(n-at, max(step, at)))...)
		if _, err := io.ReadFull(r, out[at:]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func appendText(to []byte, s string) []byte {
	return append(binary.AppendUvarint(to, uint64(len(s))), s...)
}

func appendBytes(to, b []byte) []byte {
	return append(binary.AppendUvarint(to, uint64(len(b))), b...)
}

func appendKey(to []byte, k engine.Key) []byte {
	return appendText(appendText(to, string(k.Space)), k.Bytes)
}

func appendItem(to []byte, i engine.Item) []byte {
	return binary.AppendUvarint(appendBytes(appendKey(to, i.Key), i.Value), i.Revision)
}

func appendFlag(to []byte, yes bool) []byte {
	if yes {
		return append(to, 1)
	}
	return append(to, 0)
}

func appendQuery(to []byte, q engine.Query) []byte {
	to = appendText(appendText(appendText(to, string(q.Space)), q.Prefix), q.From)
	return binary.AppendVarint(appendFlag(to, q.Reverse), int64(q.Limit))
}

func appendPage(to []byte, p engine.Page) []byte {
	to = binary.AppendUvarint(to, uint64(len(p.Items)))
	for _, item := range p.Items {
		to = appendItem(to, item)
	}
	return appendText(binary.AppendUvarint(to, p.Revision), p.Next)
}

func appendOps(to []byte, ops []engine.Op) []byte {
	to = binary.AppendUvarint(to, uint64(len(ops)))
	for i := range ops {
		to = appendFlag(appendKey(to, ops[i].Key), ops[i].Delete)
		to = binary.AppendUvarint(appendBytes(to, ops[i].Value), uint64(ops[i].Expect))
	}
	return to
}

func appendBatch(to []byte, b engine.Batch) []byte {
	to = binary.AppendUvarint(binary.AppendUvarint(to, b.Revision), uint64(len(b.Events)))
	for i := range b.Events {
		to = appendBytes(appendFlag(appendKey(to, b.Events[i].Key), b.Events[i].Deleted), b.Events[i].Value)
	}
	return to
}

// reader takes a message apart. After the first thing that is not there it gives zeros, and bad says so.
type reader struct {
	b   []byte
	bad bool
}

func (r *reader) byte() byte {
	if len(r.b) == 0 {
		r.bad = true
		return 0
	}
	v := r.b[0]
	r.b = r.b[1:]
	return v
}

func (r *reader) flag() bool { return r.byte() != 0 }

func (r *reader) number() uint64 {
	v, n := binary.Uvarint(r.b)
	if n <= 0 {
		r.bad, r.b = true, nil
		return 0
	}
	r.b = r.b[n:]
	return v
}

func (r *reader) signed() int64 {
	v, n := binary.Varint(r.b)
	if n <= 0 {
		r.bad, r.b = true, nil
		return 0
	}
	r.b = r.b[n:]
	return v
}

// bytes are a part of the message, with room of their own behind them.
func (r *reader) bytes() []byte {
	n := r.number()
	if n > uint64(len(r.b)) {
		r.bad, r.b = true, nil
		return nil
	}
	v := r.b[:n:n]
	r.b = r.b[n:]
	return v
}

func (r *reader) text() string { return string(r.bytes()) }

func (r *reader) key() engine.Key { return engine.Key{Space: engine.Space(r.text()), Bytes: r.text()} }

func (r *reader) item() engine.Item {
	return engine.Item{Key: r.key(), Value: r.bytes(), Revision: r.number()}
}

func (r *reader) query() engine.Query {
	return engine.Query{Space: engine.Space(r.text()), Prefix: r.text(), From: r.text(), Reverse: r.flag(), Limit: int(r.signed())}
}

func (r *reader) page() engine.Page {
	var p engine.Page
	for n := r.number(); n > 0 && !r.bad; n-- {
		p.Items = append(p.Items, r.item())
	}
	p.Revision, p.Next = r.number(), r.text()
	return p
}

func (r *reader) ops() []engine.Op {
	var ops []engine.Op
	for n := r.number(); n > 0 && !r.bad; n-- {
		ops = append(ops, engine.Op{Key: r.key(), Delete: r.flag(), Value: r.bytes(), Expect: engine.Expect(r.number())})
	}
	return ops
}

func (r *reader) batch() engine.Batch {
	b := engine.Batch{Revision: r.number()}
	for n := r.number(); n > 0 && !r.bad; n-- {
		b.Events = append(b.Events, engine.Event{Key: r.key(), Deleted: r.flag(), Value: r.bytes()})
	}
	return b
}

// done says whether the message was whole and nothing is left of it.
func (r *reader) done() error {
	if r.bad || len(r.b) > 0 {
		return errGarbled
	}
	return nil
}
