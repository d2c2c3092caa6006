package journal

import "footpath/storage/engine"

// windowSize is how far back, in bytes of values, a patch may refer. Writer and reader count alike.
const windowSize = 4 << 20

// window remembers the latest values of a journal, the oldest forgotten first.
type window struct {
	values map[engine.Key]remembered
	order  []noted // oldest first; a key may stand here several times
	size   int
	count  uint64
}

type remembered struct {
	value []byte
	at    uint64 // which noting
}

type noted struct {
	key  engine.Key
	at   uint64
	size int
}

// get gives the latest value of a key; nil where it is not known.
func (w *window) get(key engine.Key) []byte { return w.values[key].value }

// note remembers what an operation left under its key.
func (w *window) note(op *engine.Op) {
	delete(w.values, op.Key)
	if op.Delete || len(op.Value) < leastPatched || len(op.Value) > windowSize/4 {
		return
	}
	if w.values == nil {
		w.values = make(map[engine.Key]remembered)
	}
	w.count++
	w.values[op.Key] = remembered{append([]byte{}, op.Value...), w.count}
	w.order = append(w.order, noted{op.Key, w.count, len(op.Value)})
	for w.size += len(op.Value); w.size > windowSize; w.order = w.order[1:] {
		oldest := w.order[0]
		w.size -= oldest.size
		if w.values[oldest.key].at == oldest.at {
			delete(w.values, oldest.key)
		}
	}
}

// forget empties the window. A writer may do so at any time: it then patches less than a reader could follow.
func (w *window) forget() { *w = window{} }
