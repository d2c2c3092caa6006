package library

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"footpath/mapmodel"
	"footpath/storage/engine"
	"footpath/storage/engine/bolt"
)

// Checkup says how a library was found, or what a repair made of it.
type Checkup struct {
	// Damaged tells that the file is not what was once written, or is gone; Faults say what is wrong with it, as the second halves
	// of sentences.
	Damaged bool
	Faults  []string
	// Exact tells that a damaged library comes back as it was last saved, as far as anything beside it tells.
	Exact bool
	// Backup is the revision of the backup it was begun from, 0 for none; Replayed is how many commits came from the journal.
	Backup   uint64
	Replayed int
	// Maps are all maps, by title.
	Maps []Health
	// Kept is where a repair left the damaged file; empty where there was none.
	Kept string
}

// Whole tells whether the library and every map in it are as they were left.
func (c Checkup) Whole() bool { return !c.Damaged && c.Intact() }

// Intact tells whether every map is as it was left, be it after a repair.
func (c Checkup) Intact() bool {
	return !slices.ContainsFunc(c.Maps, func(h Health) bool { return !h.Whole() })
}

// ErrNothingLeft means that neither a file nor anything beside it holds a part of a library.
var ErrNothingLeft = errors.New("there is nothing of a library in it")

// Examine looks at everything in the library in a file and alters nothing: the file byte by byte, each map, and all of its
// history. Of a damaged one it says what a repair would bring back. It fails with engine.ErrLocked, engine.ErrTooNew,
// fs.ErrNotExist, ErrNothingLeft, or as reading fails.
func Examine(path string, options Options) (Checkup, error) {
	c, err := examine(path, options)
	if err != nil {
		return c, fmt.Errorf("examine the library: %w", err)
	}
	return c, nil
}

func examine(path string, options Options) (c Checkup, err error) {
	there, err := anythingAt(path)
	if err != nil {
		return c, err
	}
	if there {
		store, err := bolt.Open(path, options.store(false))
		if err == nil {
			c, err = examineStore(store)
			if err == nil && !c.Damaged {
				return c, nil
			}
		}
		if err != nil && !errors.Is(err, engine.ErrDamaged) {
			return c, err
		}
	}
	would := Checkup{Damaged: true}
	err = aside(path, options, would.mend)
	return would, err
}

// aside salvages a library to a place of its own, has look see what came of it, and takes it away again.
func aside(path string, options Options, look func(*bolt.Store, bolt.Salvaged) error) (err error) {
	dir, err := os.MkdirTemp("", "footpath-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	_, err = bolt.Try(path, filepath.Join(dir, "library.db"), options.store(false), everySpace(), look)
	return err
}

// anythingAt tells whether there is a file; where there is neither one nor anything beside it that is an error.
func anythingAt(path string) (bool, error) {
	_, err := os.Stat(path)
	if err == nil || !errors.Is(err, fs.ErrNotExist) {
		return err == nil, err
	}
	journals, journalErr := bolt.Journals(path)
	backups, backupErr := bolt.Backups(path)
	if len(journals)+len(backups) > 0 || journalErr != nil || backupErr != nil {
		return false, errors.Join(journalErr, backupErr)
	}
	return false, err
}

func everySpace() []engine.Space { return append([]engine.Space{spaceMeta}, allSpaces...) }

// Inspect looks at a library's file byte by byte without opening it, and gives what is wrong with it, as the second halves of
// sentences; none when it is whole. It is quick, and knows nothing of maps.
func Inspect(path string) (faults []string, err error) { return bolt.Inspect(path) }

// EndedUncleanly tells whether the program that had the library at a path open last did not come to close it, or still has it open.
func EndedUncleanly(path string) bool { return bolt.EndedUncleanly(path) }

// examineStore looks at an open store and closes it.
func examineStore(store *bolt.Store) (c Checkup, err error) {
	defer func() { err = errors.Join(err, store.Close()) }()
	if c.Faults, err = bolt.Inspect(store.Path()); err != nil || len(c.Faults) > 0 {
		c.Damaged = true
		return c, err
	}
	l, err := New(store)
	if err != nil {
		return c, err
	}
	ids, err := l.everyMap()
	for _, id := range ids {
		var d diagnosis
		if d, err = l.diagnose(id, nil); err != nil {
			break
		}
		c.Damaged = c.Damaged || d.rewrite || d.damaged
		c.Maps = append(c.Maps, d.Health)
	}
	c.sort()
	if errors.Is(err, ErrNoMap) { // records, but no summary
		c.Damaged, err = true, nil
	}
	return c, errors.Join(err, l.Close())
}

func (c *Checkup) sort() {
	slices.SortStableFunc(c.Maps, func(a, b Health) int {
		if a.Title != b.Title {
			return slices.Compare([]byte(a.Title), []byte(b.Title))
		}
		return slices.Compare(a.ID[:], b.ID[:])
	})
}

// Repair puts a damaged library together anew from its file, its backups and its journal, and mends every map of it as far as it
// goes. The damaged file is kept beside it. It fails as Examine does; then everything is as it was.
func Repair(path string, options Options, now time.Time) (Checkup, error) {
	c := Checkup{Damaged: true}
	_, err := anythingAt(path)
	if err == nil {
		_, c.Kept, err = bolt.Rebuild(path, options.store(false), everySpace(), now, c.mend)
	}
	if err != nil {
		return c, fmt.Errorf("repair the library: %w", err)
	}
	return c, nil
}

// mend makes a library of what was salvaged, in which every map opens, and closes it.
func (c *Checkup) mend(store *bolt.Store, from bolt.Salvaged) error {
	l, err := c.mended(store, from)
	if err != nil {
		return err
	}
	return l.Close()
}

// mended makes a library of what was salvaged, in which every map opens.
func (c *Checkup) mended(store *bolt.Store, from bolt.Salvaged) (*Library, error) {
	c.Faults, c.Exact, c.Backup, c.Replayed = from.Faults, from.Exact, from.Backup, from.Replayed
	if from.Revision <= 1 && !from.Exact && from.Backup == 0 && from.Replayed == 0 {
		return nil, ErrNothingLeft
	}
	if err := ensureMeta(store); err != nil {
		return nil, err
	}
	config := present
	config.backup = func(engine.Store, int) error { return nil } // the damaged file is kept
	l, err := begin(store, config)
	if err != nil {
		return nil, err
	}
	if err := l.mendMaps(c, from.Lost); err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
}

// ensureMeta gives a library that does not know any more what it is a new identity.
func ensureMeta(store *bolt.Store) error {
	var ops []engine.Op
	source := mapmodel.NewSource()
	for key, value := range map[engine.Key]any{
		metaKey:  storedMeta{Format: format, Lowest: format, ID: source.ID()},
		ownerKey: storedOwner{Author: likelyAuthor(store, source)},
	} {
		if _, err := store.Get(key); !errors.Is(err, engine.ErrNotFound) {
			continue
		}
		b, err := encodePlain(value)
		if err != nil {
			return err
		}
		ops = append(ops, engine.Op{Key: key, Value: b})
	}
	_, err := store.Commit(ops)
	return err
}

// likelyAuthor is whose views are in the library, since only its owner has any.
func likelyAuthor(store *bolt.Store, source *mapmodel.Source) mapmodel.ID {
	if page, err := store.List(engine.Query{Space: spaceViews, Limit: 1}); err == nil && len(page.Items) > 0 {
		return idAt(page.Items[0].Bytes, 0)
	}
	return source.ID()
}

func (l *Library) mendMaps(c *Checkup, lost losses) error {
	ids, err := l.everyMap()
	if err != nil {
		return err
	}
	for _, id := range ids {
		made, err := l.ensureSummary(id)
		if errors.Is(err, ErrNoMap) {
			c.Maps = append(c.Maps, Health{ID: id, Gone: true})
			err = l.removeTraces(id)
			if err == nil {
				continue
			}
		}
		if err != nil {
			return err
		}
		if err := l.dropDoubled(id); err != nil {
			return err
		}
		d, err := l.diagnose(id, lost)
		if err != nil {
			return err
		}
		if d.rewrite || d.damaged || made {
			if err := l.rewrite(d); err != nil {
				return fmt.Errorf("mend map %s: %w", id, err)
			}
		}
		c.Maps = append(c.Maps, d.Health)
	}
	c.sort()
	return nil
}

// everyMap lists the maps of which there is anything.
func (l *Library) everyMap() ([]mapmodel.ID, error) {
	known := make(map[mapmodel.ID]bool)
	for _, space := range []engine.Space{spaceSummaries, spaceRecords, spaceLog, spaceCheckpoints} {
		for from := ""; ; {
			page, err := l.store.List(engine.Query{Space: space, From: from, Limit: 1})
			key, damaged := damagedKey(err)
			if err == nil && len(page.Items) > 0 {
				key = page.Items[0].Key
			} else if !damaged {
				if err != nil {
					return nil, err
				}
				break
			}
			id := idAt(key.Bytes, 0)
			known[id] = true
			next, more := after(id)
			if !more {
				break
			}
			from = idKey(next)
		}
	}
	delete(known, mapmodel.ID{})
	ids := make([]mapmodel.ID, 0, len(known))
	for id := range known {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b mapmodel.ID) int { return slices.Compare(a[:], b[:]) })
	return ids, nil
}

// after is the next greater ID.
func after(id mapmodel.ID) (mapmodel.ID, bool) {
	for i := len(id) - 1; i >= 0; i-- {
		if id[i]++; id[i] != 0 {
			return id, true
		}
	}
	return id, false
}

// removeTraces takes away what is left of a map from which no map can be made.
func (l *Library) removeTraces(id mapmodel.ID) error {
	b := newBatch()
	for _, space := range mapSpaces {
		if err := l.deleteAll(b, engine.Query{Space: space, Prefix: idKey(id)}, func(string) bool { return true }); err != nil {
			return err
		}
	}
	_, err := l.store.Commit(b.ops)
	return err
}

// ensureSummary makes a summary for a map that has none, or one that is older than its log, so that the map can be read. ErrNoMap
// means that there is no map in what is left of it.
func (l *Library) ensureSummary(id mapmodel.ID) (made bool, err error) {
	summary := storedSummary{Format: l.config.format}
	key := engine.Key{Space: spaceSummaries, Bytes: idKey(id)}
	item, err := l.store.Get(key)
	if err == nil {
		summary, err = decodeSummary(item)
	} else if errors.Is(err, engine.ErrNotFound) {
		summary.Records, err = l.countRecords(id)
	}
	if err != nil {
		return false, err
	}
	at, found, err := l.checkpointBefore(id, ^uint64(0))
	if err != nil {
		return false, err
	}
	if summary.Records == 0 && !found {
		return false, ErrNoMap
	}
	seq, err := l.lastSeq(id)
	if err != nil || item.Revision != 0 && seq <= summary.Seq {
		return false, err
	}
	summary.Seq = max(seq, at)
	_, err = l.store.Commit([]engine.Op{{Key: key, Value: appendSummary(nil, summary)}})
	return true, err
}

func (l *Library) countRecords(id mapmodel.ID) (n int, err error) {
	for _, err := range engine.All(l.store, engine.Query{Space: spaceRecords, Prefix: idKey(id)}) {
		if err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

// rewrite writes a mended map anew and lets its history go on from there: what was before it stays, as far as it can be read.
func (l *Library) rewrite(d diagnosis) error {
	m := d.m
	if title := d.summary.Title; m.Header().Title == "" && title != "" {
		m = entitled(m, title, l.source)
	}
	parts, err := packMap(m, mapmodel.Change{})
	if err != nil {
		return err
	}
	b, seq := newBatch(), d.summary.Seq
	for _, key := range d.mend.drop {
		b.delete(spaceRecords, key)
	}
	for r := range m.Records() {
		b.put(spaceRecords, pairKey(d.ID, r.Base().ID), appendRecord(nil, r, l.keeper(b, d.ID)))
	}
	putParts(b, d.ID, seq, parts)
	change := mapmodel.Change{ID: l.source.ID(), Author: l.author, At: d.summary.Edited, Label: mapmodel.Label{Key: mapmodel.LabelRepair}}
	change.Group = change.ID
	b.put(spaceLog, seqKey(d.ID, seq+1), appendEntry(nil, change, true, hashOf))
	b.put(spaceSummaries, idKey(d.ID), appendSummary(nil, summarise(m, d.summary.Edited, seq+1, l.config.format)))
	_, err = l.store.Commit(b.ops)
	return err
}

// entitled is a map with another title.
func entitled(m *mapmodel.Map, title string, source *mapmodel.Source) *mapmodel.Map {
	var records []mapmodel.Record
	for r := range m.Records() {
		if header, ok := r.(*mapmodel.Header); ok {
			renamed := *header
			renamed.Title = title
			r = &renamed
		}
		records = append(records, r)
	}
	i := slices.IndexFunc(records, func(r mapmodel.Record) bool { return r.Base().ID == m.ID() })
	records[0], records[i] = records[i], records[0]
	made, _ := mapmodel.FromRecords(records, source)
	return made
}
