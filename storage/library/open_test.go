package library

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// lived makes a map with some records and a history, closes its library and gives its last state.
func lived(t *testing.T, store engine.Store) *mapmodel.Map {
	t.Helper()
	l := mustNew(t, store)
	p := sit(t, l, mustCreate(t, l, "Lived in"), Listener{})
	c, stage, err := p.AddStage(p.doc.Map(), 0, "Notice")
	p.made(t, c, err)
	lane := p.doc.Map().LaneOf(mapmodel.LaneTasks).ID
	for i := range 4 {
		c, _, err := p.AddCard(p.doc.Map(), mapmodel.Place{Column: stage, Lane: lane}, fmt.Sprint("card ", i), nil)
		p.made(t, c, err)
	}
	m := p.doc.Map()
	mustClose(t, l)
	return m
}

func cardNamed(m *mapmodel.Map, text string) *mapmodel.Card {
	for card := range m.Cards() {
		if card.Text == text {
			return card
		}
	}
	return nil
}

func recordKey(m *mapmodel.Map, id mapmodel.ID) engine.Key {
	return engine.Key{Space: spaceRecords, Bytes: pairKey(m.ID(), id)}
}

// wantWholeAfterAChange makes one change to a map that had to be mended and wants it whole from then on, its history too.
func wantWholeAfterAChange(t *testing.T, l *Library, m *mapmodel.Map) {
	t.Helper()
	p := sit(t, l, m, Listener{})
	p.addCard(t, "after the damage")
	p.addCard(t, "and one more")
	p.flush(t)
	if err := p.session.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	again := mustOpenMap(t, l, m.ID())
	wantSame(t, "mended", again, p.doc.Map())
	list, err := l.List()
	if err != nil || len(list) != 1 || list[0].Damaged || list[0].Cards != p.doc.Map().CardCount() {
		t.Errorf("%+v, %v", list, err)
	}
	found := opened{}
	if err := l.readSummary(m.ID(), &found); err != nil {
		t.Fatal(err)
	}
	now, err := l.At(m.ID(), found.summary.Seq)
	if err != nil {
		t.Fatal(err)
	}
	wantSame(t, "by its history", now, p.doc.Map())
	changes, err := l.Past(again, 100)
	if err != nil || len(changes) < 2 {
		t.Fatalf("%d changes since it was mended, %v", len(changes), err)
	}
	doc := mapmodel.NewDocument(again, p.Source, p.Now)
	doc.Past(changes)
	cards := again.CardCount()
	for range 2 {
		if _, err := doc.Undo(l.Author()); err != nil {
			t.Fatal(err)
		}
	}
	if doc.Map().CardCount() != cards-2 {
		t.Error("what was done since it was mended is not taken back")
	}
	for range len(changes) { // what was done before may not fit any more, and then is passed over
		_, err := doc.Undo(l.Author())
		if misfit := (*mapmodel.Misfit)(nil); err != nil && !errors.As(err, &misfit) && !errors.Is(err, mapmodel.ErrNothingToUndo) {
			t.Fatal(err)
		}
	}
}

func TestARecordThatIsMissingOrUnreadableComesBackFromTheHistory(t *testing.T) {
	for name, harm := range map[string]func(t *testing.T, s worn, key engine.Key){
		"missing": func(t *testing.T, s worn, key engine.Key) {
			if _, err := s.Store.Commit([]engine.Op{{Key: key, Delete: true}}); err != nil {
				t.Fatal(err)
			}
		},
		"damaged": func(_ *testing.T, s worn, key engine.Key) { s.holes[key] = true },
		"unreadable": func(t *testing.T, s worn, key engine.Key) {
			if _, err := s.Store.Commit([]engine.Op{{Key: key, Value: []byte("no record")}}); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			store := worn{newLasting(), map[engine.Key]bool{}}
			m := lived(t, store)
			gone := []mapmodel.ID{cardNamed(m, "card 0").ID, cardNamed(m, "card 3").ID, m.ID()}
			for _, id := range gone {
				harm(t, store, recordKey(m, id))
			}
			l := mustNew(t, store)
			defer mustClose(t, l)
			back, report, err := l.Open(m.ID())
			if err != nil {
				t.Fatal(err)
			}
			wantSame(t, "opened", back, m)
			var told []mapmodel.ID
			for _, d := range report.Damages {
				if told = append(told, d.Record); d.What != RecordRestored {
					t.Errorf("%+v", d)
				}
			}
			for _, id := range gone {
				if !slices.Contains(told, id) {
					t.Errorf("nothing was said of %s", id)
				}
			}
			if len(told) != len(gone) || len(report.Healings) != 0 {
				t.Errorf("%+v", report)
			}
			wantWholeAfterAChange(t, l, back)
		})
	}
}

func TestWhatIsNowhereToBeFoundIsToldAndTheRestIsAMap(t *testing.T) {
	store := worn{newLasting(), map[engine.Key]bool{}}
	m := lived(t, store)
	card, stage := cardNamed(m, "card 1"), mapmodel.ID{}
	for s := range m.Stages() {
		stage = s.ID
	}
	for _, id := range []mapmodel.ID{card.ID, stage, m.ID()} {
		store.holes[recordKey(m, id)] = true
	}
	store.holes[engine.Key{Space: spaceCheckpoints, Bytes: partKey(m.ID(), 0, 0)}] = true
	l := mustNew(t, store)
	defer mustClose(t, l)
	back, report, err := l.Open(m.ID())
	if err != nil {
		t.Fatal(err)
	}
	if back.ID() != m.ID() || back.CardCount() != 3 || back.Inbox().Len() != 3 {
		t.Errorf("map %s with %d cards, %d in the inbox", back.ID(), back.CardCount(), back.Inbox().Len())
	}
	if len(report.Damages) != 3 || len(report.Healings) != 3 {
		t.Errorf("%+v", report)
	}
	for _, d := range report.Damages {
		if d.What != RecordLost || !errors.Is(d.Err, engine.ErrDamaged) {
			t.Errorf("%+v", d)
		}
	}
	wantWholeAfterAChange(t, l, back)
}

func TestARecordMissingWithoutATraceIsCounted(t *testing.T) {
	store := newLasting()
	m := lived(t, store)
	ops := []engine.Op{{Key: recordKey(m, cardNamed(m, "card 2").ID), Delete: true}}
	for seq := range uint64(6) {
		ops = append(ops, engine.Op{Key: engine.Key{Space: spaceLog, Bytes: seqKey(m.ID(), seq)}, Delete: true})
	}
	if _, err := store.Commit(ops); err != nil {
		t.Fatal(err)
	}
	l := mustNew(t, store)
	defer mustClose(t, l)
	back, report, err := l.Open(m.ID())
	if err != nil || len(report.Damages) != 1 || report.Damages[0].What != RecordLost || back.CardCount() != 3 {
		t.Errorf("%d cards, %+v, %v", back.CardCount(), report, err)
	}
}

func TestADamagedSummaryIsGatheredAnew(t *testing.T) {
	store := worn{newLasting(), map[engine.Key]bool{}}
	m := lived(t, store)
	store.holes[engine.Key{Space: spaceSummaries, Bytes: idKey(m.ID())}] = true
	l := mustNew(t, store)
	defer mustClose(t, l)
	list, err := l.List()
	if err != nil || len(list) != 1 || !list[0].Damaged || list[0].Title != "Lived in" || list[0].Cards != 4 || list[0].ID != m.ID() {
		t.Fatalf("%+v, %v", list, err)
	}
	back, report, err := l.Open(m.ID())
	if err != nil || len(report.Damages) != 1 || report.Damages[0].What != SummaryLost {
		t.Fatalf("%+v, %v", report, err)
	}
	wantSame(t, "opened", back, m)
	wantWholeAfterAChange(t, l, back)
}

func TestADamagedPictureLeavesItsRecord(t *testing.T) {
	store := worn{newLasting(), map[engine.Key]bool{}}
	l := mustNew(t, store)
	p := sit(t, l, mustCreate(t, l, "Shown"), Listener{})
	picture := &mapmodel.Picture{Common: mapmodel.Common{ID: p.Source.ID(), Rank: "V", Key: "queue"}, Media: "image/png", Data: "bytes of a picture"}
	p.made(t, mapmodel.Change{Edits: []mapmodel.Edit{{After: picture}}}, nil)
	p.flush(t)
	mustClose(t, l)

	store.holes[engine.Key{Space: spaceBlobs, Bytes: hashOf(picture.Data)}] = true
	l = mustNew(t, store)
	defer mustClose(t, l)
	m, report, err := l.Open(p.doc.Map().ID())
	if err != nil || len(report.Damages) != 1 || report.Damages[0].What != PictureLost || report.Damages[0].Record != picture.ID {
		t.Errorf("%+v, %v", report, err)
	}
	if back := mapmodel.Find[*mapmodel.Picture](m, picture.ID); back == nil || back.Data != "" || back.Key != "queue" {
		t.Errorf("%+v", back)
	}
}

func TestHealingsAreToldAndWrittenWithTheNextChange(t *testing.T) {
	store := newLasting()
	m := lived(t, store)
	var stage mapmodel.ID
	for s := range m.Stages() {
		stage = s.ID
	}
	// A version with a mistake removed a stage and nothing else, and gave a card's column to something unknown.
	l := mustNew(t, store)
	found := opened{}
	if err := l.readSummary(m.ID(), &found); err != nil {
		t.Fatal(err)
	}
	found.summary.Records--
	if _, err := store.Commit([]engine.Op{
		{Key: recordKey(m, stage), Delete: true},
		{Key: engine.Key{Space: spaceSummaries, Bytes: idKey(m.ID())}, Value: appendSummary(nil, found.summary)},
	}); err != nil {
		t.Fatal(err)
	}
	defer mustClose(t, l)
	back, report, err := l.Open(m.ID())
	if err != nil || len(report.Damages) != 0 || len(report.Healings) != 4 || back.Inbox().Len() != 4 {
		t.Fatalf("%+v, %v", report, err)
	}
	revision := store.Revision()
	if _, _, err := l.Open(m.ID()); err != nil || store.Revision() != revision {
		t.Error("looking at a map wrote to the store")
	}
	if back, _, err = l.Open(m.ID()); err != nil {
		t.Fatal(err)
	}
	wantWholeAfterAChange(t, l, back)
}

func TestUnknownRecordsAndFieldsOutliveOpeningAndEditing(t *testing.T) {
	store := newLasting()
	m := lived(t, store)
	card := cardNamed(m, "card 0")
	encode := func(v map[int]any) []byte {
		b, err := plainEnc.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	laterKind := encode(map[int]any{0: 42, 1: "V", 3: []any{"anything", uint64(9)}})
	laterID := mapmodel.NewSource().ID()
	item, err := store.Get(recordKey(m, card.ID))
	if err != nil {
		t.Fatal(err)
	}
	var fields map[int]any
	if err := plainDec.Unmarshal(item.Value, &fields); err != nil {
		t.Fatal(err)
	}
	fields[99] = "a later field"
	laterCard := encode(fields)

	l := mustNew(t, store)
	found := opened{}
	if err := l.readSummary(m.ID(), &found); err != nil {
		t.Fatal(err)
	}
	found.summary.Records++
	if _, err := store.Commit([]engine.Op{
		{Key: recordKey(m, laterID), Value: laterKind},
		{Key: recordKey(m, card.ID), Value: laterCard},
		{Key: engine.Key{Space: spaceSummaries, Bytes: idKey(m.ID())}, Value: appendSummary(nil, found.summary)},
	}); err != nil {
		t.Fatal(err)
	}
	p := sit(t, l, mustOpenMap(t, l, m.ID()), Listener{})
	p.setText(t, card.ID, "edited here")
	p.flush(t)
	mustClose(t, l)

	if item, err := store.Get(recordKey(m, laterID)); err != nil || string(item.Value) != string(laterKind) {
		t.Errorf("% x, %v", item.Value, err)
	}
	fields[3] = "edited here"
	if item, err := store.Get(recordKey(m, card.ID)); err != nil || string(item.Value) != string(encode(fields)) {
		t.Errorf("% x, %v", item.Value, err)
	}
}

func TestWhoOnlyLooksDoesNotKeepAnotherFromEditing(t *testing.T) {
	l := mustNew(t, newLasting())
	made := mustCreate(t, l, "Seen")
	m := mustOpenMap(t, l, made.ID())
	seen, report, err := l.Look(made.ID())
	if err != nil || !report.Whole() {
		t.Fatal(report, err)
	}
	wantSame(t, "looked at", seen, made)
	if _, err := l.Attach(mapmodel.NewDocument(seen, mapmodel.NewSource(), clock()), Listener{}); !errors.Is(err, engine.ErrConflict) {
		t.Errorf("what was only looked at is edited: %v", err)
	}
	p := sit(t, l, m, Listener{})
	p.addCard(t, "a card")
	p.flush(t)
	if _, _, err := l.Look(mapmodel.NewSource().ID()); !errors.Is(err, ErrNoMap) {
		t.Errorf("%v", err)
	}
	mustClose(t, l)
}
