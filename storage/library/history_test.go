package library

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// edited makes a map and n changes to it, and gives the map after each.
func edited(t testing.TB, l *Library, n int) []*mapmodel.Map {
	t.Helper()
	m := mustCreate(t, l, "Edited")
	p := sit(t, l, m, Listener{})
	moments := []*mapmodel.Map{m}
	p.doc.Listen(func(e mapmodel.Event) { moments = append(moments, e.After) })
	var cards []mapmodel.ID
	for i := range n {
		switch {
		case i%5 == 4:
			if _, err := p.doc.Undo(p.Author); err != nil {
				t.Fatal(err)
			}
			if len(cards) > 0 && p.doc.Map().Get(cards[len(cards)-1]) == nil {
				cards = cards[:len(cards)-1]
			}
		case i%3 == 0 || len(cards) == 0:
			cards = append(cards, p.addCard(t, fmt.Sprint("A card with quite a few words on it, number ", i)))
		default:
			p.setText(t, cards[i%len(cards)], fmt.Sprint("A card with quite a few other words, ", i, " in all, on it"))
		}
	}
	if err := p.session.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	return moments
}

func TestHistoryTellsEveryChangeFromAnyMomentOn(t *testing.T) {
	l := mustNew(t, newLasting())
	defer mustClose(t, l)
	moments := edited(t, l, 60)
	id := moments[0].ID()
	for _, from := range []uint64{0, 1, 2, 59, 60, 61} {
		next := from
		for moment, err := range l.History(id, from) {
			if err != nil {
				t.Fatal(err)
			}
			if moment.Seq != next {
				t.Fatalf("from %d: change %d came, want %d", from, moment.Seq, next)
			}
			if next++; moment.Seq == 0 {
				if c := moment.Change; c.Label.Key != mapmodel.LabelNewMap || c.Author != l.Author() || c.At != 1000 {
					t.Errorf("the making: %+v", c)
				}
				continue
			}
			// The change as told leads from the one map to the other.
			after, err := moments[moment.Seq-1].Apply(moment.Change)
			if err != nil {
				t.Fatal(err)
			}
			wantSame(t, fmt.Sprint("after change ", moment.Seq), after, moments[moment.Seq])
		}
		if want := max(61, from); next != want {
			t.Errorf("from %d: it ended before %d, want %d", from, next, want)
		}
	}
	for moment, err := range l.History(id, 5) { // whoever has seen enough leaves
		if err != nil || moment.Seq != 5 {
			t.Error(moment, err)
		}
		break
	}
	for seq, want := range moments {
		m, err := l.At(id, uint64(seq))
		if err != nil {
			t.Fatal(err)
		}
		wantSame(t, fmt.Sprint("at ", seq), m, want)
	}
	if _, err := l.At(id, 61); err == nil {
		t.Error("a moment that has not come")
	}
	for _, id := range []mapmodel.ID{{}, l.Author()} {
		if _, err := l.At(id, 0); !errors.Is(err, ErrNoMap) {
			t.Errorf("%v", err)
		}
		for _, err := range l.History(id, 0) {
			if !errors.Is(err, ErrNoMap) {
				t.Errorf("%v", err)
			}
		}
	}
}

func TestHistoryOverManyCheckpointsLeadsToThePresent(t *testing.T) {
	store := newLasting()
	l := mustNew(t, store)
	defer mustClose(t, l)
	moments := edited(t, l, 2*checkpointEvery+7)
	id := moments[0].ID()
	present := mustOpenMap(t, l, id)
	wantSame(t, "the present", present, moments[len(moments)-1])

	page, err := store.List(engine.Query{Space: spaceCheckpoints, Prefix: idKey(id)})
	if err != nil {
		t.Fatal(err)
	}
	var at []uint64
	for _, item := range page.Items {
		at = append(at, seqOf(item.Bytes))
	}
	if !slices.Equal(at, []uint64{0, checkpointEvery, 2 * checkpointEvery}) {
		t.Errorf("checkpoints at %v", at)
	}
	for _, seq := range []uint64{checkpointEvery - 1, checkpointEvery, checkpointEvery + 1, 2*checkpointEvery + 7} {
		m, err := l.At(id, seq)
		if err != nil {
			t.Fatal(err)
		}
		wantSame(t, fmt.Sprint("at ", seq), m, moments[seq])
	}

	// From the first checkpoint alone, every change replayed.
	blobs := blobs{store: store}
	s, _, err := l.checkpoint(id, 0, blobs.load)
	if err != nil {
		t.Fatal(err)
	}
	if err := l.replay(id, s, 0, blobs.load, func(Moment) bool { return true }); err != nil {
		t.Fatal(err)
	}
	m, _ := mapmodel.FromRecords(s.records(), mapmodel.NewSource())
	wantSame(t, "replayed", m, present)

	// Where later checkpoints are damaged the first will do.
	for _, seq := range at[1:] {
		if _, err := store.Commit([]engine.Op{{Key: engine.Key{Space: spaceCheckpoints, Bytes: partKey(id, seq, 0)}, Value: []byte("junk")}}); err != nil {
			t.Fatal(err)
		}
	}
	m, err = l.At(id, uint64(len(moments)-1))
	if err != nil {
		t.Fatal(err)
	}
	wantSame(t, "past damaged checkpoints", m, present)
}

func TestWhatWasDoneBeforeARestartCanBeUndoneAfterIt(t *testing.T) {
	store := newLasting()
	l := mustNew(t, store)
	moments := edited(t, l, 30)
	mustClose(t, l)

	l = mustNew(t, store)
	defer mustClose(t, l)
	m := mustOpenMap(t, l, moments[0].ID())
	if changes, err := l.Past(m, 0); err != nil || len(changes) != 0 {
		t.Errorf("%d changes, %v", len(changes), err)
	}
	changes, err := l.Past(m, 10)
	if err != nil || len(changes) != 10 {
		t.Fatalf("%d changes, %v", len(changes), err)
	}
	changes, err = l.Past(m, 1000)
	if err != nil || len(changes) != 30 {
		t.Fatalf("%d changes, %v", len(changes), err)
	}
	doc := mapmodel.NewDocument(m, mapmodel.NewSource(), time.Now)
	doc.Past(changes)
	session, err := l.Attach(doc, Listener{})
	if err != nil {
		t.Fatal(err)
	}
	for {
		_, err := doc.Undo(l.Author())
		if errors.Is(err, mapmodel.ErrNothingToUndo) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	wantSame(t, "all undone", doc.Map(), moments[0])
	if err := session.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	wantSaved(t, l, doc.Map())
}

func TestAMapOfManyPartsComesBackWhole(t *testing.T) {
	src := mapmodel.NewSeededSource(4)
	records := []mapmodel.Record{&mapmodel.Header{Common: mapmodel.Common{ID: src.ID()}, Title: "Large"}}
	long, noise := make([]byte, mapmodel.MaxText), uint32(1)
	for _, rank := range mapmodel.Ranks(3*partSize/len(long), src) {
		for j := range long { // not to be packed
			noise = noise*1664525 + 1013904223
			long[j] = ' ' + byte(noise>>24)%95
		}
		records = append(records, &mapmodel.Card{Common: mapmodel.Common{ID: src.ID(), Rank: rank}, Text: string(long)})
	}
	m, _ := mapmodel.FromRecords(records, src)
	store := newLasting()
	l := mustNew(t, store)
	defer mustClose(t, l)
	if err := l.Create(m, mapmodel.Change{}); err != nil {
		t.Fatal(err)
	}
	page, err := store.List(engine.Query{Space: spaceCheckpoints})
	if err != nil || len(page.Items) < 3 {
		t.Fatalf("%d parts, %v", len(page.Items), err)
	}
	back, err := l.At(m.ID(), 0)
	if err != nil {
		t.Fatal(err)
	}
	wantSame(t, "unpacked", back, m)

	// One part missing is not a smaller map.
	if _, err := store.Commit([]engine.Op{{Key: page.Items[len(page.Items)-1].Key, Delete: true}}); err != nil {
		t.Fatal(err)
	}
	if _, err := l.At(m.ID(), 0); !errors.Is(err, engine.ErrDamaged) {
		t.Errorf("%v", err)
	}
}

func TestAHoleInTheHistoryIsDamageNotAnotherHistory(t *testing.T) {
	store := newLasting()
	l := mustNew(t, store)
	defer mustClose(t, l)
	moments := edited(t, l, 12)
	id := moments[0].ID()
	key := engine.Key{Space: spaceLog, Bytes: seqKey(id, 6)}
	whole, err := store.Get(key)
	if err != nil {
		t.Fatal(err)
	}
	other, err := store.Get(engine.Key{Space: spaceLog, Bytes: seqKey(id, 3)})
	if err != nil {
		t.Fatal(err)
	}
	for name, op := range map[string]engine.Op{
		"missing":        {Key: key, Delete: true},
		"unreadable":     {Key: key, Value: whole.Value[:len(whole.Value)-1]},
		"another change": {Key: key, Value: other.Value},
	} {
		if _, err := store.Commit([]engine.Op{op}); err != nil {
			t.Fatal(err)
		}
		last, failure := uint64(0), error(nil)
		for moment, err := range l.History(id, 0) {
			if failure = err; err == nil {
				last = moment.Seq
			}
		}
		if last != 5 || !errors.Is(failure, engine.ErrDamaged) {
			t.Errorf("%s: it ended at %d with %v", name, last, failure)
		}
		if _, err := l.At(id, 9); !errors.Is(err, engine.ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
		m := mustOpenMap(t, l, id) // the present does not hang on it
		if changes, err := l.Past(m, 100); err != nil || len(changes) != 6 {
			t.Errorf("%s: %d changes before it, %v", name, len(changes), err)
		}
	}
}
