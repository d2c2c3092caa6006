package mapmodel

import (
	"iter"
	"slices"
	"sort"
)

// Cell is one family of siblings in order: the cards of a column in a lane, or
// all stages, or a stage's steps. It is never altered: as long as nothing in
// it changes, a map and its successors hold the very same *Cell, so a layout
// can be kept under its address. A nil *Cell is empty.
type Cell struct {
	kind    Kind
	lane    ID
	records []Record
}

// Len is the number of siblings.
func (c *Cell) Len() int {
	if c == nil {
		return 0
	}
	return len(c.records)
}

// At is the i-th sibling, from 0.
func (c *Cell) At(i int) Record { return c.records[i] }

// Card is the i-th card of a cell of cards, from 0.
func (c *Cell) Card(i int) *Card { return c.records[i].(*Card) }

// Cards visits the cards of a cell of cards in order.
func (c *Cell) Cards() iter.Seq[*Card] { return each[*Card](c) }

// Index is the place of a record among its siblings, or -1.
func (c *Cell) Index(id ID) int {
	if c == nil {
		return -1
	}
	return slices.IndexFunc(c.records, func(r Record) bool { return r.Base().ID == id })
}

// each visits a family as records of their own type.
func each[R Record](c *Cell) iter.Seq[R] {
	return func(yield func(R) bool) {
		if c == nil {
			return
		}
		for _, r := range c.records {
			if record, ok := r.(R); ok && !yield(record) {
				return
			}
		}
	}
}

// before is the order of siblings: by rank, then by ID.
func before(a, b Record) bool {
	x, y := a.Base(), b.Base()
	if x.Rank != y.Rank {
		return x.Rank < y.Rank
	}
	return string(x.ID[:]) < string(y.ID[:])
}

func compareSiblings(a, b Record) int {
	switch {
	case before(a, b):
		return -1
	case before(b, a):
		return 1
	}
	return 0
}

// place is where a record stands or would stand in the cell.
func (c *Cell) place(r Record) (int, bool) {
	if c == nil {
		return 0, false
	}
	i := sort.Search(len(c.records), func(i int) bool { return !before(c.records[i], r) })
	return i, i < len(c.records) && c.records[i].Base().ID == r.Base().ID
}

// with is the cell with one record exchanged, put in (old nil) or taken out
// (fresh nil).
func (c *Cell) with(old, fresh Record, h home) *Cell {
	out := &Cell{kind: h.kind, lane: h.lane}
	var records []Record
	if c != nil {
		records = c.records
	}
	if old != nil && fresh != nil && old.Base().Rank == fresh.Base().Rank {
		out.records = slices.Clone(records)
		if i, ok := c.place(old); ok {
			out.records[i] = fresh
		}
		return out
	}
	out.records = make([]Record, 0, len(records)+1)
	if fresh == nil {
		for _, r := range records {
			if r.Base().ID != old.Base().ID {
				out.records = append(out.records, r)
			}
		}
		return out
	}
	put := false
	for _, r := range records {
		if old != nil && r.Base().ID == old.Base().ID {
			continue
		}
		if !put && before(fresh, r) {
			out.records, put = append(out.records, fresh), true
		}
		out.records = append(out.records, r)
	}
	if !put {
		out.records = append(out.records, fresh)
	}
	return out
}
