package library

import (
	"footpath/mapmodel"
	"footpath/storage/engine"
)

// sealedBlock is a block and what it stands for.
type sealedBlock struct {
	items []engine.Item
	value []byte
}

// last is the number of its last change.
func (b sealedBlock) last() uint64 { return seqOf(b.items[len(b.items)-1].Bytes) }

// folder makes blocks of changes that come one after the other.
type folder struct {
	entries int             // how many a block holds
	fixed   map[uint64]bool // moments that stay, since they have a name
	blocks  []sealedBlock

	step  *folding // the one that may still grow
	items []engine.Item
	first uint64
	body  []byte
	n     int
}

// folding is what several changes come to.
type folding struct {
	change      mapmodel.Change
	first, last uint64
	broken      bool
	items       []engine.Item
	at          map[mapmodel.ID]int // where the edit of a record stands
}

// add takes the next change.
func (w *folder) add(e logged, c mapmodel.Change) {
	if w.step != nil && !w.grows(e, c) {
		w.close()
		if w.n >= w.entries || len(w.body) > blockBytes || len(w.items) > blockChanges {
			w.blocks = append(w.blocks, sealedBlock{items: w.items, value: appendBlock(nil, w.first, w.n, w.body)})
			w.items, w.body, w.n = nil, w.body[:0], 0
		}
	}
	if w.step == nil {
		w.step = &folding{change: c, first: e.first, broken: e.broken, at: make(map[mapmodel.ID]int)}
		w.step.change.Edits = nil
	}
	w.step.take(e, c)
}

// grows tells whether a change belongs to the step that is open.
func (w *folder) grows(e logged, c mapmodel.Change) bool {
	f := w.step
	return c.Group == f.change.Group && c.Author == f.change.Author && c.Undoes == f.change.Undoes && !e.broken && !f.broken &&
		!w.fixed[f.last] && f.last%checkpointEvery != 0
}

// take adds a change that follows at once, so it is known what each record was before the step and is after it.
func (f *folding) take(e logged, c mapmodel.Change) {
	f.change.ID, f.change.At, f.change.Label, f.last = c.ID, c.At, c.Label, e.last
	f.items = append(f.items, e.item)
	for _, edit := range c.Edits {
		if i, again := f.at[edit.ID()]; again {
			f.change.Edits[i].After = edit.After
			continue
		}
		f.at[edit.ID()] = len(f.change.Edits)
		f.change.Edits = append(f.change.Edits, edit)
	}
}

// close puts the step into the block.
func (w *folder) close() {
	f := w.step
	w.step = nil
	net := f.change.Edits[:0]
	for _, e := range f.change.Edits {
		came, went := e.Before == nil, e.After == nil
		if came && went || !came && !went && mapmodel.SameFields(e.Before, e.After) {
			continue
		}
		net = append(net, e)
	}
	f.change.Edits = net
	if w.n == 0 {
		w.first = f.first
	}
	w.n++
	w.items = append(w.items, f.items...)
	w.body = appendEntries(w.body, f.last-f.first+1, appendEntry(nil, f.change, f.broken, keepHash))
}

// keepHash keeps the hash of a picture that was left in its place when the record was read (leaveHash).
func keepHash(hash string) string { return hash }
