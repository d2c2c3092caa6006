package bolt

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// The parts of bbolt's tree pages that lead elsewhere. See bbolt's internal/common/page.go and inode.go, and bucket.go.
const (
	elementSize = 16   // branch: position 4, key size 4, page 8; leaf: flags 4, position 4, key size 4, value size 4
	bucketFlag  = 0x01 // of a leaf's element: its value begins with a bucket's root page, 0 when the bucket stands in the value
)

// checkTree follows every page that leads to other pages. bbolt follows them without looking: a single flipped bit that makes one lead
// back to itself would have it go round until memory ends, which nothing can recover from. The pages that hold values,
// some hundred times as many, are not read: all stand at the same depth, and what they hold has checksums.
//
// The list of free pages is held against them: a page in use that stands in it would be written over.
func checkTree(file io.ReaderAt, m meta) error {
	t := newTree(file, m)
	if err := t.checkSpaces(); err != nil {
		return err
	}
	free, err := freePages(file, m)
	if err != nil {
		return fmt.Errorf("the list of free pages: %w", err)
	}
	for _, id := range free {
		if t.visit(id) != nil {
			return fmt.Errorf("page %d is in use and in the list of free pages", id)
		}
	}
	return nil
}

func (t *tree) checkSpaces() error {
	top, err := t.read(t.meta.root)
	if err != nil {
		return err
	}
	if top.kind == leafPage {
		return errors.Join(t.visit(t.meta.root), t.followBuckets(top))
	}
	// So many spaces that their names fill more than a page: no library has, but bbolt allows it.
	return t.follow(t.meta.root, func(id uint64) error {
		leaf, err := t.read(id)
		if err != nil {
			return err
		}
		return t.followBuckets(leaf)
	})
}

type tree struct {
	file io.ReaderAt
	meta meta
	seen []uint64 // a bit for each page: whether another has led here
}

func newTree(file io.ReaderAt, m meta) *tree {
	return &tree{file: file, meta: m, seen: make([]uint64, m.highWater/64+1)} // preflight knows the file to be that large
}

// visit says no when the page cannot be one of a tree, or was led to before.
func (t *tree) visit(id uint64) error {
	if id < 2 || id >= t.meta.highWater || t.seen[id/64]&(1<<(id%64)) != 0 {
		return fmt.Errorf("page %d of %d stands where it should not", id, t.meta.highWater)
	}
	t.seen[id/64] |= 1 << (id % 64)
	return nil
}

// treePage is a page with the elements at its beginning, as far as they lie within it.
type treePage struct {
	id    uint64
	kind  uint16
	count int
	bytes []byte // with what overflows into the next pages
}

func (t *tree) read(id uint64) (treePage, error) {
	if err := checkPage(t.file, t.meta, id, branchPage, leafPage); err != nil {
		return treePage{}, err
	}
	var head [pageHead]byte
	if _, err := t.file.ReadAt(head[:], int64(id)*t.meta.pageSize); err != nil {
		return treePage{}, err
	}
	order := binary.NativeEndian
	overflow := uint64(order.Uint32(head[12:]))
	if id+overflow >= t.meta.highWater {
		return treePage{}, fmt.Errorf("page %d with %d more of %d", id, overflow, t.meta.highWater)
	}
	p := treePage{id: id, kind: order.Uint16(head[8:]), count: int(order.Uint16(head[10:]))}
	size := int64(overflow+1) * t.meta.pageSize
	if p.kind == branchPage { // its keys are of no interest
		size = min(size, int64(pageHead+p.count*elementSize))
	}
	if pageHead+p.count*elementSize > int(size) {
		return treePage{}, fmt.Errorf("page %d has %d elements in %d bytes", id, p.count, size)
	}
	p.bytes = make([]byte, size)
	_, err := t.file.ReadAt(p.bytes, int64(id)*t.meta.pageSize)
	return p, err
}

// children are the pages a branch leads to.
func (p treePage) children() []uint64 {
	ids := make([]uint64, p.count)
	for i := range ids {
		ids[i] = binary.NativeEndian.Uint64(p.bytes[pageHead+i*elementSize+8:])
	}
	return ids
}

// depth goes down the left side and counts the pages that lead to others.
func (t *tree) depth(id uint64) (int, error) {
	for depth := 0; ; depth++ {
		p, err := t.read(id)
		switch {
		case err != nil:
			return 0, err
		case p.kind == leafPage:
			return depth, nil
		case p.count == 0:
			return 0, fmt.Errorf("page %d leads nowhere", id)
		case depth == 64: // each leads to two at least, so this is more than all pages
			return 0, fmt.Errorf("page %d leads in a circle", id)
		}
		id = p.children()[0]
	}
}

// follow walks from a page down to those that hold values, whose numbers it gives to leaf.
func (t *tree) follow(root uint64, leaf func(id uint64) error) error {
	depth, err := t.depth(root)
	if err != nil {
		return err
	}
	level := []uint64{root}
	for range depth {
		var next []uint64
		for _, id := range level {
			if err := t.visit(id); err != nil {
				return err
			}
			p, err := t.read(id)
			if err != nil {
				return err
			}
			if p.kind != branchPage || p.count == 0 {
				return fmt.Errorf("page %d does not lead on", id)
			}
			next = append(next, p.children()...)
		}
		level = next
	}
	for _, id := range level {
		if err := t.visit(id); err != nil {
			return err
		}
		if err := leaf(id); err != nil {
			return err
		}
	}
	return nil
}

// followBuckets walks the trees of all buckets that a page of names leads to.
func (t *tree) followBuckets(p treePage) error {
	if p.kind != leafPage {
		return fmt.Errorf("page %d stands where it should not", p.id)
	}
	order := binary.NativeEndian
	for i := range p.count {
		element := pageHead + i*elementSize
		b := p.bytes[element:]
		if order.Uint32(b)&bucketFlag == 0 {
			continue
		}
		// The position counts from the element.
		at := element + int(order.Uint32(b[4:])) + int(order.Uint32(b[8:]))
		if at < 0 || at+8 > len(p.bytes) {
			return fmt.Errorf("page %d points beyond its end", p.id)
		}
		if root := order.Uint64(p.bytes[at:]); root != 0 {
			if err := t.follow(root, func(uint64) error { return nil }); err != nil {
				return err
			}
		}
	}
	return nil
}
