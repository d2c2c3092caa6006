package bolt

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"

	"footpath/storage/engine"
	"footpath/storage/engine/journal"
)

// maxPage bounds a page with all that overflows from it, so that a damaged length does not take all memory.
const maxPage = 2*engine.MaxValue + maxPageSize

// survey is what a file holds, read without bbolt, without mapping it and without a lock, whatever has become of it. What its tree
// does not lead to any more is known by the range of keys in which it was.
type survey struct {
	path string
	file io.ReaderAt
	size int64
	meta meta
	mark journal.Mark
	// halved tells that one header is unreadable: the tree may be one commit old.
	halved bool
	// values are those the tree leads to, whole as their checksums say.
	values map[engine.Key]place
	// lost are the ranges of keys in which something is, or may be, missing.
	lost []Span
	// faults say what is wrong, as the second halves of sentences; none when the file is whole.
	faults []string
	seen   map[uint64]bool // pages in use
	spaces []engine.Space  // that the file has, and those to be expected
}

// place is where a value's envelope lies in the file.
type place struct {
	at       int64
	size     int
	revision uint64
}

// Span is a range of keys of a space: from a key on, to before another; an empty To means to the end.
type Span struct {
	Space    engine.Space
	From, To string
}

// Holds tells whether a key is in the range.
func (s Span) Holds(key engine.Key) bool {
	return key.Space == s.Space && key.Bytes >= s.From && (s.To == "" || key.Bytes < s.To)
}

// surveyFile surveys the file at a path. expected are the spaces that it had at most; the error is one of the system.
func surveyFile(path string, expected []engine.Space) (*survey, func() error, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	info, err := file.Stat()
	if err == nil {
		// In one go, since the pages of a tree lie anywhere: some twenty times as fast on a file not read lately.
		_, err = io.CopyBuffer(struct{ io.Writer }{io.Discard}, io.NewSectionReader(file, 0, info.Size()), make([]byte, 1<<20))
	}
	if err != nil {
		return nil, nil, errors.Join(err, file.Close())
	}
	s := &survey{path: path, file: file, size: info.Size(), values: make(map[engine.Key]place), seen: make(map[uint64]bool)}
	s.spaces = append(s.spaces, expected...)
	s.read()
	return s, file.Close, nil
}

func (s *survey) fault(format string, a ...any) {
	s.faults = append(s.faults, fmt.Sprintf(format, a...))
}

// whole tells that nothing is wrong.
func (s *survey) whole() bool { return len(s.faults) == 0 }

func (s *survey) read() {
	if !s.findMeta() {
		s.fault("neither of its two headers is readable")
		s.loseAll()
		return
	}
	if needs := int64(s.meta.highWater) * s.meta.pageSize; s.size < needs {
		s.fault("its last %d bytes are missing (it has %d of %d)", needs-s.size, s.size, needs)
	}
	known := make(map[engine.Space]bool)
	whole := s.walk(s.meta.root, "", "", 0, func(e leafElement) bool {
		space := engine.Space(e.key)
		if e.flags&bucketFlag == 0 || space != ownSpace && engine.CheckSpace(space) != nil {
			return false
		}
		known[space] = true
		s.walkSpace(space, e)
		return true
	}, func(string, string) {})
	if !whole || !known[ownSpace] {
		s.fault("the page where everything begins is damaged")
		for _, space := range s.spaces {
			if !known[space] {
				s.lose(space, "", "")
			}
		}
	}
	s.readMark()
	s.checkFree()
}

// findMeta takes the newer of the headers that can be read.
func (s *survey) findMeta() bool {
	first, firstErr := readMeta(s.file, 0)
	var second meta
	var secondErr error
	if firstErr == nil {
		second, secondErr = readMeta(s.file, first.pageSize)
	} else {
		second, secondErr = findSecondMeta(s.file)
	}
	if s.halved = firstErr != nil || secondErr != nil; s.halved {
		s.fault("one of its two headers is unreadable")
	}
	switch {
	case firstErr == nil && (secondErr != nil || first.txid > second.txid):
		s.meta = first
	case secondErr == nil:
		s.meta = second
	default:
		s.faults = nil
		return false
	}
	return true
}

func (s *survey) lose(space engine.Space, from, to string) {
	s.lost = append(s.lost, Span{space, from, to})
}

func (s *survey) loseAll() {
	for _, space := range s.spaces {
		s.lose(space, "", "")
	}
}

// isLost tells whether a key may have had a value that cannot be read any more.
func (s *survey) isLost(key engine.Key) bool {
	for i := range s.lost {
		if s.lost[i].Holds(key) {
			return true
		}
	}
	return false
}

// leafElement is one entry of a leaf page.
type leafElement struct {
	flags uint32
	key   string
	value []byte
	at    int64 // of the value in the file
}

// walkSpace reads the tree of one space, or the page that stands in the value where the space is small.
func (s *survey) walkSpace(space engine.Space, e leafElement) {
	lose := func(from, to string) {
		s.fault("values in space %q are damaged", space)
		s.lose(space, from, to)
	}
	take := func(e leafElement) bool { return s.take(space, e) }
	if len(e.value) < 16 {
		lose("", "")
		return
	}
	if root := binary.NativeEndian.Uint64(e.value); root != 0 {
		s.walk(root, "", "", 0, take, lose)
		return
	}
	s.leaf(e.value[16:], e.at+16, "", "", take, lose)
}

// take notes a value when it is as it was written.
func (s *survey) take(space engine.Space, e leafElement) bool {
	key := engine.Key{Space: space, Bytes: e.key}
	if e.flags != 0 || len(e.key) == 0 || len(e.key) > engine.MaxKey {
		return false
	}
	_, revision, err := openEnvelope(s.path, key, e.value)
	if err != nil && !errors.Is(err, engine.ErrTooNew) {
		return false
	}
	s.values[key] = place{e.at, len(e.value), revision}
	return true
}

// walk visits the elements below a page whose keys are from one on, to before another. What cannot be read is told to lose. It
// gives false when something was lost.
func (s *survey) walk(id uint64, from, to string, depth int, take func(leafElement) bool, lose func(from, to string)) bool {
	page, kind, ok := s.page(id)
	if !ok || depth > 64 {
		lose(from, to)
		return false
	}
	if kind == leafPage {
		return s.leaf(page, int64(id)*s.meta.pageSize, from, to, take, lose)
	}
	children, ok := branchElements(page, from, to)
	if !ok {
		lose(from, to)
		return false
	}
	whole := true
	for i, c := range children {
		end := to
		if i+1 < len(children) {
			end = children[i+1].key
		}
		whole = s.walk(c.page, c.key, end, depth+1, take, lose) && whole
	}
	return whole
}

// page reads a page with what overflows from it; each page has one place in the tree.
func (s *survey) page(id uint64) (bytes []byte, kind uint16, ok bool) {
	if s.seen[id] || checkPage(s.file, s.meta, id, branchPage, leafPage) != nil {
		return nil, 0, false
	}
	var head [pageHead]byte
	if _, err := s.file.ReadAt(head[:], int64(id)*s.meta.pageSize); err != nil {
		return nil, 0, false
	}
	order := binary.NativeEndian
	size := (int64(order.Uint32(head[12:])) + 1) * s.meta.pageSize
	if size > maxPage || int64(id)*s.meta.pageSize+size > s.size {
		return nil, 0, false
	}
	bytes = make([]byte, size)
	if _, err := s.file.ReadAt(bytes, int64(id)*s.meta.pageSize); err != nil {
		return nil, 0, false
	}
	for i := range uint64(size / s.meta.pageSize) {
		s.seen[id+i] = true
	}
	return bytes, order.Uint16(head[8:]), true
}

// leaf visits the elements of a leaf page that begins at an offset.
func (s *survey) leaf(page []byte, at int64, from, to string, take func(leafElement) bool, lose func(from, to string)) bool {
	elements, ok := leafElements(page, at)
	if !ok {
		lose(from, to)
		return false
	}
	whole, next := true, from
	hole := false // since next
	for _, e := range elements {
		if e.key < next || to != "" && e.key >= to || !take(e) {
			hole = true
			continue
		}
		if hole {
			lose(next, e.key)
			whole, hole = false, false
		}
		next = e.key + "\x00"
	}
	if hole {
		lose(next, to)
		return false
	}
	return whole
}

// leafElements takes a leaf page apart; not when one of its elements lies outside. Keys and values are parts of the page.
func leafElements(page []byte, at int64) (elements []leafElement, ok bool) {
	order := binary.NativeEndian
	if len(page) < pageHead || order.Uint16(page[8:]) != leafPage {
		return nil, false
	}
	count := int(order.Uint16(page[10:]))
	if pageHead+count*elementSize > len(page) {
		return nil, false
	}
	elements = make([]leafElement, count)
	for i := range elements {
		start := pageHead + i*elementSize
		e := page[start:]
		key := int64(start) + int64(order.Uint32(e[4:]))
		value := key + int64(order.Uint32(e[8:]))
		end := value + int64(order.Uint32(e[12:]))
		if end > int64(len(page)) {
			elements[i].flags = ^uint32(0) // nothing takes it
			continue
		}
		elements[i] = leafElement{order.Uint32(e), string(page[key:value]), page[value:end:end], at + value}
	}
	return elements, true
}

type branchElement struct {
	key  string
	page uint64
}

// branchElements takes a branch page apart; not when its keys do not rise within their range. The first one's is where the range
// begins, whatever it says.
func branchElements(page []byte, from, to string) ([]branchElement, bool) {
	order := binary.NativeEndian
	count := int(order.Uint16(page[10:]))
	if count == 0 || pageHead+count*elementSize > len(page) {
		return nil, false
	}
	elements := make([]branchElement, count)
	for i := range elements {
		start := pageHead + i*elementSize
		e := page[start:]
		key := int64(start) + int64(order.Uint32(e))
		end := key + int64(order.Uint32(e[4:]))
		if end > int64(len(page)) {
			return nil, false
		}
		elements[i] = branchElement{string(page[key:end]), order.Uint64(e[8:])}
		switch {
		case i == 0:
			elements[i].key = from
		case elements[i].key <= elements[i-1].key || to != "" && elements[i].key >= to:
			return nil, false
		}
	}
	return elements, true
}

// readMark finds out which state the tree is in.
func (s *survey) readMark() {
	p, ok := s.values[revisionKey]
	if !ok {
		return
	}
	delete(s.values, revisionKey)
	if envelope, err := s.envelope(p); err == nil {
		if mark, err := openMark(s.path, envelope); err == nil {
			s.mark = mark
		}
	}
}

// envelope reads a value's envelope.
func (s *survey) envelope(p place) ([]byte, error) {
	b := make([]byte, p.size)
	_, err := s.file.ReadAt(b, p.at)
	return b, err
}

// checkFree reads the list of free pages: one in use that stands in it would be written over.
func (s *survey) checkFree() {
	free, err := freePages(s.file, s.meta)
	if err != nil {
		s.fault("its list of free pages is damaged (%v)", err)
		return
	}
	for _, id := range free {
		if s.seen[id] {
			s.fault("its list of free pages names page %d, which is in use", id)
			return
		}
	}
}

// freePages reads the list of free pages. See bbolt's internal/freelist/shared.go.
func freePages(file io.ReaderAt, m meta) ([]uint64, error) {
	if err := checkPage(file, m, m.freelist, freelistPage); err != nil {
		return nil, err
	}
	var head [pageHead + 8]byte
	if _, err := file.ReadAt(head[:], int64(m.freelist)*m.pageSize); err != nil {
		return nil, err
	}
	order := binary.NativeEndian
	count, start := uint64(order.Uint16(head[10:])), int64(pageHead)
	if count == 0xffff { // too many for its field: then the first place holds the count
		count, start = order.Uint64(head[pageHead:]), pageHead+8
	}
	room := (int64(order.Uint32(head[12:])) + 1) * m.pageSize
	if count > m.highWater || start+int64(count)*8 > room {
		return nil, fmt.Errorf("%d pages of %d", count, m.highWater)
	}
	list := make([]byte, count*8)
	if _, err := file.ReadAt(list, int64(m.freelist)*m.pageSize+start); err != nil {
		return nil, err
	}
	free := make([]uint64, count)
	for i := range free {
		free[i] = order.Uint64(list[i*8:])
		if free[i] < 2 || free[i] >= m.highWater || i > 0 && free[i] <= free[i-1] {
			return nil, fmt.Errorf("page %d stands in it out of order", free[i])
		}
	}
	return free, nil
}
