package library

import (
	"errors"
	"fmt"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// ErrNoMap means that the library has no such map.
var ErrNoMap = errors.New("there is no such map in the library")

// Report says what the opening of a map had to mend. What is stored stays as it is until the map's next change.
type Report struct {
	// Revision is the library's when the map was last written.
	Revision uint64
	// Damages are what the store had lost.
	Damages []Damage
	// Healings are what did not fit together.
	Healings []mapmodel.Healing
}

// Whole tells whether the map was found as it was left.
func (r Report) Whole() bool { return len(r.Damages) == 0 && len(r.Healings) == 0 }

// Damage is one thing that was stored and could not be read any more.
type Damage struct {
	// Record is what was damaged; zero where that is not known.
	Record mapmodel.ID
	What   DamageKind
	// Err is what the store says of it; nil where it just was not there.
	Err error
}

// DamageKind says what became of what was damaged, as a message key.
type DamageKind string

// The kinds of damage.
const (
	RecordRestored DamageKind = "damage.record-restored" // brought back from the map's history
	RecordLost     DamageKind = "damage.record-lost"     // nowhere to be found
	PictureLost    DamageKind = "damage.picture-lost"    // the record is there, its picture is not
	SummaryLost    DamageKind = "damage.summary-lost"    // gathered anew
)

// Open reads a map: its records and nothing else. Whatever has become of them, it gives a map, and the report says what was
// lost or mended; only when there is no such map (ErrNoMap) or the store cannot be read it fails.
//
// The map is as stored: changes still waiting to be written are not in it.
func (l *Library) Open(id mapmodel.ID) (*mapmodel.Map, Report, error) {
	found, err := l.readMap(id)
	if err != nil {
		return nil, Report{}, fmt.Errorf("open map %s: %w", id, err)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.sessions[id] != nil {
		return found.m, found.report, nil
	}
	fresh := &head{
		revision: found.report.Revision, seq: found.summary.Seq, edited: found.summary.Edited,
		maps: weakly(found.m), mend: found.mend,
	}
	if old := l.heads[id]; old != nil && old.revision == fresh.revision && old.mend == nil && fresh.mend == nil {
		// What was read before is the same map.
		for _, p := range old.maps {
			if p.Value() != nil {
				fresh.maps = append(fresh.maps, p)
			}
		}
	}
	l.heads[id] = fresh
	return found.m, found.report, nil
}

// opened is what the reading of a map brought.
type opened struct {
	m       *mapmodel.Map
	summary storedSummary
	report  Report
	mend    *mending
}

// readMap reads a map at one moment. Every commit that touches a map writes its summary, so when that is the same before and
// after the reading of the records, nothing changed in between.
func (l *Library) readMap(id mapmodel.ID) (opened, error) {
	for {
		found, err := l.readOnce(id)
		if err != nil {
			return opened{}, err
		}
		now, err := l.store.Get(engine.Key{Space: spaceSummaries, Bytes: idKey(id)})
		if _, damaged := damagedKey(err); damaged || err == nil && now.Revision == found.report.Revision {
			return found, nil
		}
		if errors.Is(err, engine.ErrNotFound) {
			return opened{}, ErrNoMap
		}
		if err != nil {
			return opened{}, err
		}
	}
}

func (l *Library) readOnce(id mapmodel.ID) (opened, error) {
	found := opened{}
	mend := mending{}
	hurt := func(record mapmodel.ID, what DamageKind, err error) {
		found.report.Damages = append(found.report.Damages, Damage{Record: record, What: what, Err: err})
	}
	if err := l.readSummary(id, &found); err != nil {
		if _, damaged := damagedKey(err); !damaged {
			return found, err
		}
		hurt(mapmodel.ID{}, SummaryLost, err)
		mend.summary = true
		if found.summary.Seq, err = l.lastSeq(id); err != nil {
			return found, err
		}
	}

	var current mapmodel.ID // the record being read
	pictures := blobs{store: l.store, missing: func(_ string, err error) { hurt(current, PictureLost, err) }}
	keys := make([]string, 0, min(found.summary.Records, 1<<16))
	set := recordSet{records: make([]mapmodel.Record, 0, cap(keys)), header: -1}
	var lost []Damage
	var storeErr error
	var in reader
	read := func(item engine.Item) {
		current = idAt(item.Bytes, idSize)
		record, err := in.decodeRecord(current, string(item.Value), pictures.load)
		switch mistake := (*codecError)(nil); {
		case errors.As(err, &mistake):
			lost = append(lost, Damage{Record: current, What: RecordLost, Err: err})
		case err != nil:
			storeErr = err
		default:
			keys = append(keys, item.Bytes)
			set.add(record, id)
		}
	}
	err := l.walk(engine.Query{Space: spaceRecords, Prefix: idKey(id)}, func(items []engine.Item) {
		for _, item := range items {
			read(item)
		}
	}, func(key engine.Key, err error) {
		keys = append(keys, key.Bytes)
		lost = append(lost, Damage{Record: idAt(key.Bytes, idSize), What: RecordLost, Err: err})
	})
	if err := errors.Join(err, storeErr); err != nil {
		return found, err
	}
	for range found.summary.Records - len(set.records) - len(lost) {
		lost = append(lost, Damage{What: RecordLost})
	}
	if len(lost) > 0 {
		lost = l.restore(id, found.summary.Seq, &set, lost, pictures.load)
		found.report.Damages = append(found.report.Damages, lost...)
	}

	found.m, found.report.Healings = mapmodel.FromRecords(set.withHeader(id), l.source)
	if !found.report.Whole() {
		for _, key := range keys {
			if found.m.Get(idAt(key, idSize)) == nil {
				mend.drop = append(mend.drop, key)
			}
		}
		found.mend = &mend
	}
	return found, nil
}

func (l *Library) readSummary(id mapmodel.ID, into *opened) error {
	item, err := l.store.Get(engine.Key{Space: spaceSummaries, Bytes: idKey(id)})
	if errors.Is(err, engine.ErrNotFound) {
		return ErrNoMap
	}
	if err != nil {
		return err
	}
	into.report.Revision = item.Revision
	into.summary, err = decodeSummary(item)
	return err
}

// lastSeq is the number of a map's latest change, from its log.
func (l *Library) lastSeq(id mapmodel.ID) (uint64, error) {
	page, err := l.store.List(engine.Query{Space: spaceLog, Prefix: idKey(id), Reverse: true, Limit: 1})
	if key, damaged := damagedKey(err); damaged && key.Space == spaceLog {
		return seqOf(key.Bytes), nil
	}
	if err != nil || len(page.Items) == 0 {
		return 0, err
	}
	return seqOf(page.Items[0].Bytes), nil
}

// recordSet gathers a map's records.
type recordSet struct {
	records []mapmodel.Record
	header  int // where the map's own is, or -1
}

func (s *recordSet) add(r mapmodel.Record, id mapmodel.ID) {
	if r.Base().ID == id && r.Kind() == mapmodel.KindHeader {
		s.header = len(s.records)
	}
	s.records = append(s.records, r)
}

// withHeader lists the records with the map's own first, so that the map keeps its ID whatever else there is.
func (s *recordSet) withHeader(id mapmodel.ID) []mapmodel.Record {
	if s.header < 0 {
		s.add(mapmodel.New(mapmodel.KindHeader, id), id)
	}
	s.records[0], s.records[s.header] = s.records[s.header], s.records[0]
	s.header = 0
	return s.records
}

// restore brings lost records back from the map's history, as far as that can be read, and says what became of each.
func (l *Library) restore(id mapmodel.ID, seq uint64, into *recordSet, lost []Damage, load blobLoader) []Damage {
	then, err := l.stateAt(id, seq, load)
	if err != nil {
		return lost
	}
	for _, r := range into.records {
		delete(then, r.Base().ID)
	}
	// Those known by name first: the others are whatever else is not there.
	for i := range lost {
		if r := then[lost[i].Record]; r != nil {
			into.add(r, id)
			lost[i].What = RecordRestored
			delete(then, lost[i].Record)
		}
	}
	unnamed := lost[:0:0]
	for _, d := range lost {
		if !d.Record.IsZero() {
			unnamed = append(unnamed, d)
		}
	}
	for _, r := range then.records() {
		into.add(r, id)
		unnamed = append(unnamed, Damage{Record: r.Base().ID, What: RecordRestored})
	}
	for range len(lost) - len(unnamed) {
		unnamed = append(unnamed, Damage{What: RecordLost})
	}
	return unnamed
}
