package library

import (
	"errors"
	"runtime"
	"sync"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// opened is what the reading of a map brought.
type opened struct {
	m       *mapmodel.Map
	summary storedSummary
	report  Report
	mend    *mending // nil where nothing was amiss
}

// readMap reads a map at one moment. Every commit that touches a map writes its summary, so when that is the same before and
// after the reading of the records, nothing changed in between.
func (l *Library) readMap(id mapmodel.ID) (opened, error) {
	for {
		r := reading{library: l, id: id, set: recordSet{header: -1}}
		if err := r.read(); err != nil {
			return opened{}, err
		}
		now, err := l.store.Get(engine.Key{Space: spaceSummaries, Bytes: idKey(id)})
		if _, damaged := damagedKey(err); damaged || err == nil && now.Revision == r.report.Revision {
			return r.opened, nil
		}
		if errors.Is(err, engine.ErrNotFound) {
			return opened{}, ErrNoMap
		}
		if err != nil {
			return opened{}, err
		}
	}
}

// reading is a map on its way from the store.
type reading struct {
	opened
	library  *Library
	id       mapmodel.ID
	set      recordSet
	keys     []string // of the records that are there, readable or damaged
	lost     []Damage // records that could not be read
	pictures blobs
	mending  mending
}

func (r *reading) hurt(record mapmodel.ID, what DamageKind, err error) {
	r.report.Damages = append(r.report.Damages, Damage{Record: record, What: what, Err: err})
}

func (r *reading) read() error {
	l := r.library
	if err := r.readSummary(); err != nil {
		return err
	}
	if err := r.readRecords(); err != nil {
		return err
	}
	for range r.summary.Records - len(r.set.records) - len(r.lost) {
		r.lost = append(r.lost, Damage{What: RecordLost})
	}
	if len(r.lost) > 0 {
		r.restore()
		r.report.Damages = append(r.report.Damages, r.lost...)
	}
	r.m, r.report.Healings = mapmodel.FromRecords(r.set.withHeader(r.id), l.source)
	if r.report.Whole() {
		return nil
	}
	for _, key := range r.keys {
		if r.m.Get(idAt(key, idSize)) == nil {
			r.mending.drop = append(r.mending.drop, key)
		}
	}
	r.mend = &r.mending
	return nil
}

func (r *reading) readSummary() error {
	err := r.library.readSummary(r.id, &r.opened)
	if _, damaged := damagedKey(err); !damaged {
		return err
	}
	r.hurt(mapmodel.ID{}, SummaryLost, err)
	r.mending.summary = true
	r.summary.Seq, err = r.library.lastSeq(r.id)
	return err
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

func (r *reading) readRecords() error {
	var current mapmodel.ID
	r.pictures = blobs{store: r.library.store, missing: func(_ string, err error) { r.hurt(current, PictureLost, err) }}
	var failed error
	err := r.library.walk(engine.Query{Space: spaceRecords, Prefix: idKey(r.id)}, func(items []engine.Item) {
		r.set.grow(len(items))
		for i, d := range decodeAll(items) {
			current = idAt(items[i].Bytes, idSize)
			if d.err != nil {
				r.lost = append(r.lost, Damage{Record: current, What: RecordLost, Err: d.err})
				continue
			}
			if err := loadBlobs(d.record, r.pictures.load); err != nil {
				failed = err
			}
			r.keys = append(r.keys, items[i].Bytes)
			r.set.add(d.record, r.id)
		}
	}, func(key engine.Key, err error) {
		r.keys = append(r.keys, key.Bytes)
		r.lost = append(r.lost, Damage{Record: idAt(key.Bytes, idSize), What: RecordLost, Err: err})
	})
	return errors.Join(err, failed)
}

type decoded struct {
	record mapmodel.Record
	err    error
}

// minShare is how many records are worth a goroutine of their own.
const minShare = 512

// decodeAll decodes records on all processors: of opening a large map this is the part that can be shared out. Blob fields are left
// with the hash in them.
func decodeAll(items []engine.Item) []decoded {
	out := make([]decoded, len(items))
	share := max(minShare, (len(items)+runtime.GOMAXPROCS(0)-1)/runtime.GOMAXPROCS(0))
	var rest sync.WaitGroup
	for start := 0; start < len(items); start += share {
		work := func() {
			var in reader
			for i := start; i < min(start+share, len(items)); i++ {
				out[i].record, out[i].err = in.decodeRecord(idAt(items[i].Bytes, idSize), string(items[i].Value), leaveHash)
			}
		}
		if start+share < len(items) {
			rest.Go(work)
		} else {
			work()
		}
	}
	rest.Wait()
	return out
}

// recordSet gathers a map's records.
type recordSet struct {
	records []mapmodel.Record
	header  int // where the map's own is, or -1
}

func (s *recordSet) grow(n int) {
	if s.records == nil {
		s.records = make([]mapmodel.Record, 0, n+1)
	}
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
func (r *reading) restore() {
	then, err := r.library.stateAt(r.id, r.summary.Seq, r.pictures.load)
	if err != nil {
		return
	}
	for _, there := range r.set.records {
		delete(then, there.Base().ID)
	}
	told := make([]Damage, 0, len(r.lost))
	for _, d := range r.lost {
		if d.Record.IsZero() {
			continue
		}
		if record := then[d.Record]; record != nil {
			d.What = RecordRestored
			r.set.add(record, r.id)
			delete(then, d.Record)
		}
		told = append(told, d)
	}
	// What else was there then is what is missing without a trace.
	for _, record := range then.records() {
		r.set.add(record, r.id)
		told = append(told, Damage{Record: record.Base().ID, What: RecordRestored})
	}
	for range len(r.lost) - len(told) {
		told = append(told, Damage{What: RecordLost})
	}
	r.lost = told
}
