package bolt

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"slices"

	"go.etcd.io/bbolt"

	"footpath/storage/engine"
	"footpath/storage/engine/feed"
	"footpath/storage/engine/journal"
)

// Salvaged says where a file was put together from.
type Salvaged struct {
	// Faults say what is wrong with the file itself, as the second halves of sentences; none when it is whole or not there.
	Faults []string
	// Exact tells that the result is, value by value, the newest state that was ever acknowledged, as far as anything beside the
	// file tells: nothing is lost.
	Exact bool
	// Revision is that of the result, Backup the one of the backup it was begun from (0: none), Replayed how many batches came
	// from the journals.
	Revision uint64
	Backup   uint64
	Replayed int
	// Lost are the ranges of keys that could not be read and that nothing beside the file holds in their newest state: what is
	// there now may be older, and something may be missing. Doubtful are those of the values in it that were found elsewhere.
	Lost     []Span
	Doubtful []engine.Key
}

// Inspect looks at a whole file without opening it as a store: its headers, every page, every checksum, the order of keys and the
// list of free pages. It gives what is wrong, nothing when the file is whole. A file that is being written to may seem damaged.
func Inspect(path string) (faults []string, err error) {
	s, done, err := surveyFile(path, nil)
	if err != nil {
		return nil, err
	}
	return s.faults, done()
}

// Salvage puts a file together anew, at a path where there is none, from all that is left of it: the file itself, its backups and
// its journals, none of which is altered. spaces are those it may have had; derived ones are left out, since they can be made
// anew and what was salvaged of them might not fit together. With nothing left the result is an empty store. It
// fails as reading or writing does; then nothing is left at the path.
func Salvage(path, to string, spaces, derived []engine.Space) (report Salvaged, err error) {
	path, err = settle(path)
	if err != nil {
		return report, err
	}
	err = finish(to, func(partial string) error { return salvage(path, partial, spaces, derived, &report) })
	if err != nil {
		return report, fmt.Errorf("salvage the library %s: %w", path, err)
	}
	return report, nil
}

func salvage(path, to string, spaces, derived []engine.Space, report *Salvaged) (err error) {
	left, done, err := surveyFile(path, spaces)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		left, done = &survey{path: path, spaces: spaces, file: bytes.NewReader(nil)}, func() error { return nil }
		left.loseAll()
	case err != nil:
		return err
	default:
		report.Faults = left.faults
	}
	defer func() { err = errors.Join(err, done()) }()

	left.leaveOut(derived)

	journals, err := Journals(path)
	if err != nil {
		return err
	}
	from, err := bestBase(path, journals)
	if err != nil {
		return err
	}
	if err := copyBase(from, to); err != nil {
		return err
	}
	base, err := open(to, Options{Files: Files{}.withDefaults()})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, base.Close()) }()
	if err := base.dropSpaces(derived); err != nil {
		return err
	}
	if err := base.putBackAll(journals, report); err != nil {
		return err
	}
	report.Backup = from.mark.Revision
	if left.mark.Revision > base.mark().Revision || left.mark == (journal.Mark{}) {
		if err := base.overlay(left, from.complete, report); err != nil {
			return err
		}
		if err := base.putBackAll(journals, report); err != nil { // should they know the file's state, but not the backups'
			return err
		}
	}
	report.Exact = len(report.Lost) == 0 && (left.mark != (journal.Mark{}) && !left.halved || from.complete)
	if !report.Exact { // a state that never was before: no journal may lead on from it
		mark := journal.Mark{Revision: base.mark().Revision + 1, Tag: rand.Uint64()}
		if err := base.putAll(left, nil, nil, mark); err != nil {
			return err
		}
	}
	report.Revision = base.mark().Revision
	return base.ReadAll()
}

// leaveOut forgets what was found, or lost, in some spaces.
func (s *survey) leaveOut(spaces []engine.Space) {
	in := func(space engine.Space) bool { return slices.Contains(spaces, space) }
	maps.DeleteFunc(s.values, func(key engine.Key, _ place) bool { return in(key.Space) })
	s.lost = slices.DeleteFunc(s.lost, func(lost Span) bool { return in(lost.Space) })
	s.spaces = slices.DeleteFunc(s.spaces, in)
}

// dropSpaces takes some spaces away, with all that is in them.
func (s *Store) dropSpaces(spaces []engine.Space) error {
	refused, failed := s.update(func(tx *bbolt.Tx) error {
		for _, space := range spaces {
			if tx.Bucket([]byte(space)) == nil {
				continue
			}
			if err := tx.DeleteBucket([]byte(space)); err != nil {
				return err
			}
		}
		return nil
	})
	return errors.Join(refused, failed)
}

// putBackAll replays the journals and counts what comes from them.
func (s *Store) putBackAll(journals []string, report *Salvaged) error {
	before := s.mark().Revision
	_, err := s.putBack(journals)
	report.Replayed += int(s.mark().Revision - before)
	return err
}

// baseState is a state that a backup, or nothing, and the journals lead to.
type baseState struct {
	path    string // of the backup; empty for the empty store
	mark    journal.Mark
	reached journal.Mark
	// complete tells that the journals lead on from it to their very end, and that nothing is torn off there.
	complete bool
}

// bestBase finds what leads furthest: the empty store, or a backup that is whole. Of equals it is the newest.
func bestBase(path string, journals []string) (baseState, error) {
	best := baseState{}
	end, torn := journalsEnd(journals)
	reach := func(b *baseState) {
		b.reached, _, _ = journal.Replay(journals, b.mark, func(journal.Frame) error { return nil }) // fails only as its visitor does
		b.complete = len(journals) > 0 && !torn && b.reached == end
	}
	reach(&best)
	backups, err := Backups(path)
	if err != nil {
		return best, err
	}
	for _, b := range slices.Backward(backups) {
		if len(journals) > 0 && best.path != "" && best.complete {
			break // an older one leads no further
		}
		s, done, err := surveyFile(b.Path, nil)
		if err != nil {
			continue
		}
		if err := done(); err != nil || !s.whole() || s.mark == (journal.Mark{}) {
			continue
		}
		candidate := baseState{path: b.Path, mark: s.mark}
		reach(&candidate)
		if candidate.reached.Revision >= best.reached.Revision && (best.path == "" || candidate.reached.Revision > best.reached.Revision) {
			best = candidate
		}
	}
	return best, nil
}

// journalsEnd is the state that the newest readable journal leads to, and whether something is torn off there.
func journalsEnd(journals []string) (end journal.Mark, torn bool) {
	for _, path := range slices.Backward(journals) {
		if last, damaged, err := journal.Last(path); err == nil {
			return last, torn || damaged
		}
		torn = true
	}
	return end, true
}

// copyBase copies a backup, or makes an empty store.
func copyBase(from baseState, to string) error {
	if from.path == "" {
		return initialise(to, Files{}.withDefaults())
	}
	in, err := os.Open(from.path)
	if err != nil {
		return err
	}
	defer in.Close() //nolint:errcheck // it was only read
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}

// overlay puts what is left of a file over an older state of it, and writes down what is doubtful. complete tells that the older
// state is all that the journals know of.
func (s *Store) overlay(left *survey, complete bool, report *Salvaged) error {
	before := s.mark().Revision
	blind := left.mark == (journal.Mark{})
	values, mark := maps.Clone(left.values), left.mark
	if values == nil {
		values = make(map[engine.Key]place)
	}
	if len(left.lost) > 0 {
		strays := left.strays()
		for key, p := range strays {
			if _, there := values[key]; !there && p.revision > before {
				values[key] = p
				report.Doubtful = append(report.Doubtful, key)
			}
		}
	}
	if blind && complete && len(values) == 0 {
		return nil
	}
	report.Lost = left.lost
	var gone []engine.Key
	err := s.eachKey(func(key engine.Key) {
		switch _, there := values[key]; {
		case there:
		case !left.isLost(key):
			gone = append(gone, key) // deleted since
		case !blind || !complete:
			report.Doubtful = append(report.Doubtful, key)
		}
	})
	if err != nil {
		return err
	}
	slices.SortFunc(report.Doubtful, compareKeys)
	if blind {
		mark.Revision = before
		for _, p := range values {
			mark.Revision = max(mark.Revision, p.revision)
		}
	}
	return s.putAll(left, values, gone, mark)
}

func compareKeys(a, b engine.Key) int {
	return cmp.Or(cmp.Compare(a.Space, b.Space), cmp.Compare(a.Bytes, b.Bytes))
}

// eachKey visits the keys of all values.
func (s *Store) eachKey(visit func(engine.Key)) error {
	spaces, err := s.Spaces()
	if err != nil {
		return err
	}
	for _, space := range spaces {
		for item, err := range engine.All(s, engine.Query{Space: space}) {
			if err != nil {
				return err
			}
			visit(item.Key)
		}
	}
	return nil
}

// putAll writes values as they stand in another file, with their revisions, takes others away, and notes the state that makes.
func (s *Store) putAll(from *survey, values map[engine.Key]place, gone []engine.Key, mark journal.Mark) error {
	keys := slices.SortedFunc(maps.Keys(values), compareKeys)
	for len(keys) > 0 || len(gone) > 0 || s.mark() != mark { // some megabytes at a time
		refused, failed := s.update(func(tx *bbolt.Tx) error {
			for size := 0; len(keys) > 0 && size < replayBytes; keys = keys[1:] {
				envelope, err := from.envelope(values[keys[0]])
				if err != nil {
					return err
				}
				bucket, err := s.bucket(tx, keys[0].Space)
				if err == nil {
					err = bucket.Put([]byte(keys[0].Bytes), envelope)
				}
				if err != nil {
					return err
				}
				size += len(envelope)
			}
			for ; len(gone) > 0; gone = gone[1:] {
				bucket, err := s.bucket(tx, gone[0].Space)
				if err == nil {
					err = bucket.Delete([]byte(gone[0].Bytes))
				}
				if err != nil {
					return err
				}
			}
			return tx.Bucket([]byte(ownSpace)).Put([]byte(revisionKey.Bytes), appendMark(nil, mark))
		})
		if err := errors.Join(refused, failed); err != nil {
			return err
		}
		s.revision.Store(mark.Revision)
		s.tag = mark.Tag
	}
	s.feed = feed.New(mark.Revision, 0, 0)
	return nil
}
