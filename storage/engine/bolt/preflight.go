package bolt

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"

	"footpath/storage/engine"
)

// The beginning of a bbolt file, version 2: two header pages, of which the valid one with the higher transaction counts. Numbers
// are in the machine's byte order. See bbolt's internal/common/page.go and meta.go.
const (
	pageHead     = 16         // id 8, flags 2, count 2, overflow 4
	metaBody     = 56         // magic 4, version 4, page size 4, flags 4, root 16, freelist 8, high water 8, transaction 8
	metaSize     = 64         // body and its FNV-1a-64
	magic        = 0xED0CDAED // of a bbolt file
	boltVersion  = 2
	noFreelist   = ^uint64(0)
	minPageSize  = 1 << 10 // the page sizes bbolt looks for
	maxPageSize  = 16 << 20
	branchPage   = 0x01
	leafPage     = 0x02
	freelistPage = 0x10
)

// meta is one of the two headers.
type meta struct {
	pageSize                        int64
	root, freelist, highWater, txid uint64
}

// preflight reads the headers of a file of a size before bbolt maps it. bbolt trusts them: a file shorter than they say kills the program at
// the first touch of a missing page. warnings say what is wrong but can be lived with.
func preflight(file io.ReaderAt, size int64, path string) (warnings []string, err error) {
	damaged := func(format string, a ...any) error {
		return &engine.DamagedError{Path: path, What: fmt.Sprintf(format, a...)}
	}
	first, firstErr := readMeta(file, 0)
	var second meta
	var secondErr error
	if firstErr == nil {
		second, secondErr = readMeta(file, first.pageSize)
	} else {
		second, secondErr = findSecondMeta(file)
	}
	newer := first
	switch {
	case errors.Is(firstErr, errVersion) || errors.Is(secondErr, errVersion):
		return nil, &engine.TooNewError{Path: path, Needs: "a later bbolt file format"}
	case firstErr != nil && secondErr != nil:
		for _, err := range []error{firstErr, secondErr} {
			if !errors.Is(err, errMeta) {
				return nil, err // of the system
			}
		}
		return nil, damaged("neither of its two headers is readable, or it never was a library")
	case firstErr != nil:
		newer = second
	case secondErr == nil && second.txid > first.txid:
		newer = second
	}
	if firstErr != nil || secondErr != nil {
		warnings = append(warnings, "one of the file's two headers is unreadable: the newest change may be missing")
	}

	// The header not in use may be smaller, never larger, unless something is wrong.
	needs := int64(newer.highWater) * newer.pageSize
	if size < needs {
		return nil, damaged("its last %d bytes are missing (it has %d of %d)", needs-size, size, needs)
	}
	if newer.freelist == noFreelist {
		return nil, damaged("its list of free pages is missing")
	}
	if err := checkPage(file, newer, newer.root, branchPage, leafPage); err != nil {
		return nil, damaged("the page where everything begins is not one (%v)", err)
	}
	if err := checkPage(file, newer, newer.freelist, freelistPage); err != nil {
		return nil, damaged("its list of free pages is not one (%v)", err)
	}
	if err := checkTree(file, newer); err != nil {
		return nil, damaged("its pages lead astray (%v)", err)
	}
	return warnings, nil
}

var (
	errMeta    = errors.New("not a valid header")
	errVersion = errors.New("a header of another version")
)

// readMeta reads the header page at an offset. It fails with errMeta, errVersion, or an error of the system.
func readMeta(file io.ReaderAt, offset int64) (meta, error) {
	var buf [pageHead + metaSize]byte
	if _, err := file.ReadAt(buf[:], offset); errors.Is(err, io.EOF) {
		return meta{}, errMeta
	} else if err != nil {
		return meta{}, err
	}
	return parseMeta(buf[pageHead:])
}

func parseMeta(b []byte) (meta, error) {
	order := binary.NativeEndian
	sum := fnv.New64a()
	_, _ = sum.Write(b[:metaBody]) // a hash never fails
	if order.Uint32(b) != magic || order.Uint64(b[metaBody:]) != sum.Sum64() {
		return meta{}, errMeta
	}
	if order.Uint32(b[4:]) != boltVersion {
		return meta{}, errVersion
	}
	m := meta{
		pageSize:  int64(order.Uint32(b[8:])),
		root:      order.Uint64(b[16:]),
		freelist:  order.Uint64(b[32:]),
		highWater: order.Uint64(b[40:]),
		txid:      order.Uint64(b[48:]),
	}
	// The bounds keep what follows from overflowing; whoever writes a checksum writes a sane header.
	if m.pageSize < minPageSize || m.pageSize > maxPageSize || m.pageSize&(m.pageSize-1) != 0 || m.highWater > 1<<38 {
		return meta{}, errMeta
	}
	return m, nil
}

// findSecondMeta looks for the second header where the first cannot tell how large a page is.
func findSecondMeta(file io.ReaderAt) (meta, error) {
	for size := int64(minPageSize); size <= maxPageSize; size *= 2 {
		if m, err := readMeta(file, size); !errors.Is(err, errMeta) {
			return m, err
		}
	}
	return meta{}, errMeta
}

// checkPage looks at the head of a page: that it is within the file, says its own number, and is of one of the kinds.
func checkPage(file io.ReaderAt, m meta, id uint64, kinds ...uint16) error {
	if id < 2 || id >= m.highWater {
		return fmt.Errorf("page %d of %d", id, m.highWater)
	}
	var head [pageHead]byte
	if _, err := file.ReadAt(head[:], int64(id)*m.pageSize); err != nil {
		return err
	}
	if says := binary.NativeEndian.Uint64(head[:]); says != id {
		return fmt.Errorf("page %d says it is page %d", id, says)
	}
	kind := binary.NativeEndian.Uint16(head[8:])
	for _, k := range kinds {
		if kind == k {
			return nil
		}
	}
	return fmt.Errorf("page %d is of kind %#x", id, kind)
}
