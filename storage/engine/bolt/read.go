package bolt

import (
	"bytes"
	"encoding/binary"
	"strings"

	"go.etcd.io/bbolt"

	"footpath/storage/engine"
	"footpath/storage/engine/journal"
)

// ownSpace holds what the store keeps about itself; no caller's space begins with a dot.
const ownSpace engine.Space = ".engine"

// revisionKey is where the last revision stands: as the revision of an envelope, whose payload is the tag of that batch, 8 bytes
// big endian. Early files have no tag.
var revisionKey = engine.Key{Space: ownSpace, Bytes: "revision"}

// Get returns a copy of what is under the key.
func (s *Store) Get(key engine.Key) (engine.Item, error) {
	if err := engine.CheckKey(key); err != nil {
		return engine.Item{}, err
	}
	item := engine.Item{Key: key}
	err := s.view(func(tx *bbolt.Tx) error {
		payload, revision, err := s.read(tx.Bucket([]byte(key.Space)), key)
		if err != nil {
			return err
		}
		if revision == 0 {
			return engine.ErrNotFound
		}
		item.Value, item.Revision = append([]byte{}, payload...), revision
		return nil
	})
	if err != nil {
		return engine.Item{}, err
	}
	return item, nil
}

// read finds a value and opens its envelope; the payload lives as long as the transaction. Revision 0 means that there is none.
func (s *Store) read(bucket *bbolt.Bucket, key engine.Key) (payload []byte, revision uint64, err error) {
	if bucket == nil {
		return nil, 0, nil
	}
	// A cursor, since bucket.Get does not tell a missing value from a bucket in its place.
	found, envelope := bucket.Cursor().Seek([]byte(key.Bytes))
	if found == nil || string(found) != key.Bytes {
		return nil, 0, nil
	}
	return openEnvelope(s.path, key, envelope)
}

// readMark reads which state the file is in.
func (s *Store) readMark() (mark journal.Mark, err error) {
	err = s.view(func(tx *bbolt.Tx) error {
		bucket := tx.Bucket([]byte(ownSpace))
		if bucket == nil {
			return &engine.DamagedError{Path: s.path, What: "it is a bbolt file, but not one of a library"}
		}
		mark, err = openMark(s.path, bucket.Get([]byte(revisionKey.Bytes)))
		return err
	})
	return mark, err
}

// openMark reads a state out of its envelope.
func openMark(path string, envelope []byte) (mark journal.Mark, err error) {
	payload, revision, err := openEnvelope(path, revisionKey, envelope)
	mark.Revision = revision
	if len(payload) == 8 {
		mark.Tag = binary.BigEndian.Uint64(payload)
	}
	return mark, err
}

// appendMark appends the envelope of a state.
func appendMark(dst []byte, mark journal.Mark) []byte {
	var payload []byte
	if mark.Tag != 0 {
		payload = binary.BigEndian.AppendUint64(nil, mark.Tag)
	}
	return appendEnvelope(dst, revisionKey, mark.Revision, payload)
}

// List returns a page of copies.
func (s *Store) List(query engine.Query) (engine.Page, error) {
	if err := engine.CheckSpace(query.Space); err != nil {
		return engine.Page{}, err
	}
	var page engine.Page
	err := s.view(func(tx *bbolt.Tx) error {
		_, revision, err := s.read(tx.Bucket([]byte(ownSpace)), revisionKey)
		if err != nil {
			return err
		}
		page = engine.Page{Revision: revision}
		if bucket := tx.Bucket([]byte(query.Space)); bucket != nil {
			return s.list(bucket.Cursor(), query, &page)
		}
		return nil
	})
	if err != nil {
		return engine.Page{}, err
	}
	return page, nil
}

// list fills a page. Keys must rise, or fall, strictly: that they do not is damage bbolt does not see.
func (s *Store) list(cursor *bbolt.Cursor, query engine.Query, page *engine.Page) error {
	step := cursor.Next
	if query.Reverse {
		step = cursor.Prev
	}
	var copies copier
	size, last := 0, ""
	for key, envelope := first(cursor, query); key != nil; key, envelope = step() {
		if !bytes.HasPrefix(key, []byte(query.Prefix)) {
			break
		}
		if len(page.Items) == query.MaxItems() || size >= engine.PageBytes {
			page.Next = string(key[:min(len(key), engine.MaxKey)])
			break
		}
		if len(key) > engine.MaxKey {
			return &engine.DamagedError{Path: s.path, Key: engine.Key{Space: query.Space, Bytes: last}, What: "after it comes a key that is none"}
		}
		name := string(key)
		at := engine.Key{Space: query.Space, Bytes: name}
		if len(page.Items) > 0 && (name > last) == query.Reverse || name == last {
			return &engine.DamagedError{Path: s.path, Key: at, What: "it stands out of order"}
		}
		payload, revision, err := openEnvelope(s.path, at, envelope)
		if err != nil {
			return err
		}
		page.Items = append(page.Items, engine.Item{Key: at, Value: copies.bytes(payload), Revision: revision})
		size += len(name) + len(payload)
		last = name
	}
	return nil
}

// first goes to the first key a query speaks of, or to one just outside.
func first(cursor *bbolt.Cursor, query engine.Query) (key, envelope []byte) {
	if !query.Reverse {
		return cursor.Seek([]byte(max(query.Prefix, query.From)))
	}
	// The last key not after From and not after those that begin with Prefix.
	if query.From != "" && (strings.HasPrefix(query.From, query.Prefix) || query.From < query.Prefix) {
		key, envelope = cursor.Seek([]byte(query.From))
		switch {
		case key == nil:
			return cursor.Last()
		case string(key) > query.From:
			return cursor.Prev()
		}
		return key, envelope
	}
	end, bounded := after(query.Prefix)
	if !bounded {
		return cursor.Last()
	}
	if key, _ = cursor.Seek([]byte(end)); key == nil {
		return cursor.Last()
	}
	return cursor.Prev()
}

// after returns the least string that is greater than all that begin with prefix, if there is one.
func after(prefix string) (end string, bounded bool) {
	b := []byte(prefix)
	for i := len(b) - 1; i >= 0; i-- {
		if b[i] < 0xff {
			b[i]++
			return string(b[:i+1]), true
		}
	}
	return "", false
}

// copier copies many small values out of a transaction with few allocations: they share blocks, each value capped to its own
// bytes, so that writing or appending to one does not reach its neighbour.
type copier struct{ block []byte }

const copyBlock = 32 << 10

func (c *copier) bytes(src []byte) []byte {
	if len(src) > copyBlock/4 {
		return append([]byte{}, src...)
	}
	if cap(c.block)-len(c.block) < len(src) {
		c.block = make([]byte, 0, copyBlock)
	}
	start := len(c.block)
	c.block = append(c.block, src...)
	return c.block[start:len(c.block):len(c.block)]
}
