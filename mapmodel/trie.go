package mapmodel

import "math/bits"

// entry is what a map knows of one record.
type entry struct {
	record Record
	refs   int     // links from other records to this one
	kids   []*Cell // the families whose parent this record is
}

// node is one level of a persistent trie over the 16 base-32 digits of an ID.
// IDs are random, so the trie is balanced by nature and nothing is hashed.
// Nodes are never altered once a map holds them: an update copies the path.
type node struct {
	bitmap uint32 // which digits have a slot
	slots  []slot // one per bit set, in digit order
}

// slot holds a deeper node, or the one entry below here.
type slot struct {
	deeper *node
	id     ID
	entry  *entry
}

func (n *node) index(digit uint) (int, bool) {
	bit := uint32(1) << digit
	return bits.OnesCount32(n.bitmap & (bit - 1)), n.bitmap&bit != 0
}

func (n *node) get(id ID) *entry {
	for depth := 0; n != nil; depth++ {
		i, ok := n.index(id.digit(depth))
		if !ok {
			return nil
		}
		s := n.slots[i]
		if s.deeper == nil {
			if s.id == id {
				return s.entry
			}
			return nil
		}
		n = s.deeper
	}
	return nil
}

// with is the trie with the entry put in or exchanged.
func (n *node) with(id ID, e *entry, depth int) *node {
	digit := id.digit(depth)
	if n == nil {
		return &node{bitmap: 1 << digit, slots: []slot{{id: id, entry: e}}}
	}
	i, ok := n.index(digit)
	if !ok {
		slots := make([]slot, len(n.slots)+1)
		copy(slots, n.slots[:i])
		slots[i] = slot{id: id, entry: e}
		copy(slots[i+1:], n.slots[i:])
		return &node{bitmap: n.bitmap | 1<<digit, slots: slots}
	}
	slots := make([]slot, len(n.slots))
	copy(slots, n.slots)
	switch s := slots[i]; {
	case s.deeper != nil:
		slots[i] = slot{deeper: s.deeper.with(id, e, depth+1)}
	case s.id == id:
		slots[i].entry = e
	default: // two IDs share this digit: both go one level down
		var below *node
		below = below.with(s.id, s.entry, depth+1)
		slots[i] = slot{deeper: below.with(id, e, depth+1)}
	}
	return &node{bitmap: n.bitmap, slots: slots}
}

// without is the trie with the entry taken out; an absent ID changes nothing.
func (n *node) without(id ID, depth int) *node {
	if n == nil {
		return nil
	}
	digit := id.digit(depth)
	i, ok := n.index(digit)
	if !ok {
		return n
	}
	s := n.slots[i]
	var below *node
	if s.deeper != nil {
		if below = s.deeper.without(id, depth+1); below == s.deeper {
			return n
		}
	} else if s.id != id {
		return n
	}
	if below == nil {
		if len(n.slots) == 1 {
			return nil
		}
		slots := make([]slot, 0, len(n.slots)-1)
		slots = append(append(slots, n.slots[:i]...), n.slots[i+1:]...)
		return &node{bitmap: n.bitmap &^ (1 << digit), slots: slots}
	}
	slots := make([]slot, len(n.slots))
	copy(slots, n.slots)
	if len(below.slots) == 1 && below.slots[0].deeper == nil {
		slots[i] = below.slots[0] // a lone entry moves up, so equal sets have equal shapes
	} else {
		slots[i] = slot{deeper: below}
	}
	return &node{bitmap: n.bitmap, slots: slots}
}

// each visits every entry in ID order until yield says stop.
func (n *node) each(yield func(*entry) bool) bool {
	if n == nil {
		return true
	}
	for i := range n.slots {
		if s := &n.slots[i]; s.deeper != nil {
			if !s.deeper.each(yield) {
				return false
			}
		} else if !yield(s.entry) {
			return false
		}
	}
	return true
}

// grow builds a trie from entries sorted by ID, none twice, without the
// copying that putting them in one by one would cost.
func grow(sorted []slot, depth int) *node {
	if len(sorted) == 0 {
		return nil
	}
	n := &node{}
	for start := 0; start < len(sorted); {
		digit := sorted[start].id.digit(depth)
		end := start + 1
		for end < len(sorted) && sorted[end].id.digit(depth) == digit {
			end++
		}
		n.bitmap |= 1 << digit
		if end-start == 1 {
			n.slots = append(n.slots, sorted[start])
		} else {
			n.slots = append(n.slots, slot{deeper: grow(sorted[start:end], depth+1)})
		}
		start = end
	}
	return n
}
