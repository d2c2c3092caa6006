package library

import (
	"slices"
	"weak"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// head is what the writer knows of a map: where its log ends and which map stands there.
type head struct {
	revision uint64 // of the stored summary
	seq      uint64 // of the latest change
	edited   int64
	// maps are the values in memory that are the map as stored: the one written, or all that were read since. They are weak:
	// what nobody shows any more need not stay in memory to be compared.
	maps []weak.Pointer[mapmodel.Map]
	// mend, when not nil, says what the opening had to mend; the next change writes the map anew before it.
	mend *mending
	// broken is why no more changes are taken for this map, until Retry or, after a conflict, until it is opened again.
	broken error
}

// holds tells whether a map is the one stored.
func (h *head) holds(m *mapmodel.Map) bool { return slices.Contains(h.maps, weak.Make(m)) }

func weakly(m *mapmodel.Map) []weak.Pointer[mapmodel.Map] {
	return []weak.Pointer[mapmodel.Map]{weak.Make(m)}
}

// mending is what a map is to be rid of when it is written anew.
type mending struct {
	drop    []string // keys of records that are not in the map any more
	summary bool     // the summary could not be read, so nothing can be expected of it
}

// batch gathers what one commit writes. A key written twice is put once, as it was last, expecting what was expected first.
type batch struct {
	ops   []engine.Op
	at    map[engine.Key]int
	heads map[mapmodel.ID]*head // as they will be; their revision is the commit's
}

func newBatch() *batch {
	return &batch{at: make(map[engine.Key]int), heads: make(map[mapmodel.ID]*head)}
}

func (b *batch) add(op engine.Op) {
	if i, twice := b.at[op.Key]; twice {
		op.Expect = b.ops[i].Expect
		b.ops[i] = op
		return
	}
	b.at[op.Key] = len(b.ops)
	b.ops = append(b.ops, op)
}

func (b *batch) put(space engine.Space, key string, value []byte) {
	b.add(engine.Op{Key: engine.Key{Space: space, Bytes: key}, Value: value})
}

func (b *batch) delete(space engine.Space, key string) {
	b.add(engine.Op{Key: engine.Key{Space: space, Bytes: key}, Delete: true})
}
