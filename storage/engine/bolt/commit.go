package bolt

import (
	"fmt"
	"math/rand/v2"

	"go.etcd.io/bbolt"

	"footpath/storage/engine"
	"footpath/storage/engine/journal"
)

// Commit writes a batch in one transaction and returns once it is on the disk. Commits of several callers follow each other; a
// caller with many at hand had better put them into one batch, since the disk's confirmation is what takes the time.
func (s *Store) Commit(ops []engine.Op) (uint64, error) {
	if err := engine.CheckOps(ops); err != nil {
		return 0, err
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	if s.closed.Load() {
		return 0, engine.ErrClosed
	}
	if reason := s.refusal.Load(); reason != nil {
		return 0, *reason
	}
	before := s.revision.Load()
	if len(ops) == 0 {
		return before, nil
	}

	to := journal.Mark{Revision: before + 1, Tag: rand.Uint64()}
	batch := prepare(ops, to)
	refused, failed := s.update(func(tx *bbolt.Tx) error {
		if err := s.expected(tx, ops); err != nil {
			return err
		}
		if err := s.write(tx, ops, batch); err != nil {
			return err
		}
		return s.log(to, ops)
	})
	if refused != nil {
		return 0, refused
	}
	if failed != nil {
		return 0, s.failure(failed, before)
	}
	if !s.inPlace() {
		// bbolt wrote happily into a file nobody will find again.
		err := &engine.MovedError{Path: s.path}
		s.refuse(err)
		return 0, err
	}
	s.revision.Store(to.Revision)
	s.tag = to.Tag
	if s.journal != nil {
		s.journal.Settle()
	}
	s.feed.Publish(engine.Batch{Revision: to.Revision, Events: batch.events})
	return to.Revision, nil
}

// prepared is a batch in the form in which it is stored and told.
type prepared struct {
	own       []byte         // the envelope of the store's own state
	envelopes [][]byte       // one for each operation, nil for a deletion
	events    []engine.Event // whose values are the payloads in the envelopes
}

// prepare copies the values into their envelopes, all in one block of memory.
func prepare(ops []engine.Op, to journal.Mark) prepared {
	size := 0
	for i := range ops {
		if !ops[i].Delete {
			size += envelopeSize + len(ops[i].Value)
		}
	}
	block := make([]byte, 0, size)
	seal := func(key engine.Key, value []byte) []byte {
		start := len(block)
		block = appendEnvelope(block, key, to.Revision, value)
		return block[start:len(block):len(block)]
	}
	batch := prepared{
		own:       appendMark(nil, to),
		envelopes: make([][]byte, len(ops)),
		events:    make([]engine.Event, len(ops)),
	}
	for i := range ops {
		batch.events[i] = engine.Event{Key: ops[i].Key, Deleted: ops[i].Delete}
		if !ops[i].Delete {
			envelope := seal(ops[i].Key, ops[i].Value)
			batch.envelopes[i] = envelope
			batch.events[i].Value = envelope[envelopeHead : len(envelope)-envelopeCheck]
		}
	}
	return batch
}

// expected lists all expectations that do not hold.
func (s *Store) expected(tx *bbolt.Tx, ops []engine.Op) error {
	var conflicts []engine.Conflict
	for i := range ops {
		if ops[i].Expect == engine.Any {
			continue
		}
		_, revision, err := s.read(tx.Bucket([]byte(ops[i].Space)), ops[i].Key)
		if err != nil {
			return err
		}
		if !ops[i].Expect.Holds(revision) {
			conflicts = append(conflicts, engine.Conflict{Key: ops[i].Key, Revision: revision})
		}
	}
	if conflicts != nil {
		return &engine.ConflictError{Conflicts: conflicts}
	}
	return nil
}

// write puts and deletes within the transaction.
func (s *Store) write(tx *bbolt.Tx, ops []engine.Op, batch prepared) error {
	for i := range ops {
		bucket, err := s.bucket(tx, ops[i].Space)
		if err != nil {
			return err
		}
		if ops[i].Delete {
			err = bucket.Delete([]byte(ops[i].Bytes))
		} else {
			err = bucket.Put([]byte(ops[i].Bytes), batch.envelopes[i])
		}
		if err != nil {
			return fmt.Errorf("%w: %w at %v", engine.ErrInvalid, err, ops[i].Key)
		}
	}
	return tx.Bucket([]byte(ownSpace)).Put([]byte(revisionKey.Bytes), batch.own)
}

// bucket returns a space's bucket; the first value makes it.
func (s *Store) bucket(tx *bbolt.Tx, space engine.Space) (*bbolt.Bucket, error) {
	bucket := tx.Bucket([]byte(space))
	if bucket == nil {
		var err error
		if bucket, err = tx.CreateBucket([]byte(space)); err != nil {
			return nil, fmt.Errorf("the library %s: space %q: %w", s.path, space, err)
		}
	}
	if s.appendOnly[space] {
		bucket.FillPercent = appendFill
	}
	return bucket, nil
}

// failure says what a failed commit means. Only when the disk was full before anything counted can it be tried again; after all
// else the system may have thrown away pages it could not write, so the file must not be built upon.
func (s *Store) failure(err error, before uint64) error {
	if noRoom(err) && beforeSync(err) {
		if there, readErr := s.readMark(); readErr == nil && there.Revision == before && s.unlog() == nil {
			return &engine.FullError{Path: s.path, Err: err}
		}
	}
	if !panicked(err) {
		err = &engine.NotSyncedError{Path: s.path, Err: err}
	}
	s.refuse(err)
	return err
}
