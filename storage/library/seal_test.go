package library

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"pgregory.net/rapid"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// beginSealing opens a library that seals n entries at a time.
func beginSealing(t failing, store engine.Store, n int) *Library {
	t.Helper()
	config := present
	config.block = n
	l, err := begin(store, config)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

type failing interface {
	Helper()
	Fatal(args ...any)
}

// typed makes a map in which n texts are typed, each in several pieces that are one step, and gives the map after each change.
func typed(t testing.TB, l *Library, n int) []*mapmodel.Map {
	t.Helper()
	m := mustCreate(t, l, "Typed")
	p := sit(t, l, m, Listener{})
	moments := []*mapmodel.Map{m}
	p.doc.Listen(func(e mapmodel.Event) { moments = append(moments, e.After) })
	for i := range n {
		card := p.addCard(t, fmt.Sprint("card ", i))
		group := p.Source.ID()
		text := "Waits at the desk, "
		for piece := range i % 4 {
			text += fmt.Sprint("and waits ", piece)
			c, err := p.SetText(p.doc.Map(), card, text)
			c.Group = group
			p.made(t, c, err)
		}
		if i%5 == 3 {
			if _, err := p.doc.Undo(p.Author); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := p.session.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	return moments
}

// logItems lists what is stored of a map's log.
func logItems(t testing.TB, l *Library, id mapmodel.ID) (blocks, plain []engine.Item) {
	t.Helper()
	for item, err := range engine.All(l.store, engine.Query{Space: spaceLog, Prefix: idKey(id)}) {
		if err != nil {
			t.Fatal(err)
		}
		if isBlock(item.Value) {
			blocks = append(blocks, item)
		} else {
			plain = append(plain, item)
		}
	}
	return blocks, plain
}

func mustSeal(t testing.TB, l *Library, id mapmodel.ID) {
	t.Helper()
	if err := l.Seal(id); err != nil {
		t.Fatal(err)
	}
}

func TestASealedHistoryTellsEveryStepAsItWas(t *testing.T) {
	l := beginSealing(t, newLasting(), 8)
	defer mustClose(t, l)
	moments := typed(t, l, 60)
	id, last := moments[0].ID(), uint64(len(moments)-1)
	groups := map[uint64]mapmodel.ID{}
	for m, err := range l.History(id, 1) {
		if err != nil {
			t.Fatal(err)
		}
		groups[m.Seq] = m.Change.Group
	}
	mustSeal(t, l, id)
	blocks, plain := logItems(t, l, id)
	if len(blocks) < 8 || len(plain) > 40 {
		t.Fatalf("%d blocks and %d changes are stored", len(blocks), len(plain))
	}

	var forward []uint64
	for m, err := range l.History(id, 0) {
		if err != nil {
			t.Fatal(err)
		}
		forward = append(forward, m.Seq)
		if m.Seq == 0 {
			continue
		}
		if m.Change.Group != groups[m.Seq] {
			t.Errorf("change %d has another group", m.Seq)
		}
		if end := m.Seq == last || groups[m.Seq+1] != groups[m.Seq]; !end && m.Seq < seqOf(blocks[len(blocks)-1].Bytes) {
			t.Errorf("change %d is not the end of a step", m.Seq)
		}
		before := moments[forward[len(forward)-2]]
		after, err := before.Apply(m.Change)
		if err != nil {
			t.Fatal(err)
		}
		wantSame(t, fmt.Sprint("after change ", m.Seq), after, moments[m.Seq])
	}
	if forward[len(forward)-1] != last || len(forward) > len(moments)*4/5 {
		t.Fatalf("%d of %d moments, to %d", len(forward), len(moments), forward[len(forward)-1])
	}

	// Every number still leads to a moment: that of its step's end.
	for seq := range moments {
		i, _ := slices.BinarySearch(forward, uint64(seq))
		m, err := l.At(id, uint64(seq))
		if err != nil {
			t.Fatal(err)
		}
		wantSame(t, fmt.Sprint("at ", seq), m, moments[forward[i]])
	}

	// Backwards by pages of any size, from anywhere.
	backward := slices.Clone(forward)
	slices.Reverse(backward)
	for _, n := range []int{1, 3, 7, 1000} {
		var got []uint64
		for before := Present; ; {
			page, err := l.Moments(id, before, n)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range page {
				got = append(got, m.Seq)
			}
			if len(page) == 0 || page[len(page)-1].Seq == 0 {
				break
			}
			before = page[len(page)-1].Seq
		}
		if !slices.Equal(got, backward) {
			t.Errorf("pages of %d: %v, want %v", n, got, backward)
		}
	}

	// And all of it can be taken back.
	m := mustOpenMap(t, l, id)
	past, err := l.Past(m, 1000)
	if err != nil || len(past) != len(forward)-1 {
		t.Fatalf("%d changes, %v", len(past), err)
	}
	doc := mapmodel.NewDocument(m, mapmodel.NewSource(), time.Now)
	doc.Past(past)
	for {
		if _, err := doc.Undo(l.Author()); errors.Is(err, mapmodel.ErrNothingToUndo) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	if doc.Map().CardCount() != 0 {
		t.Errorf("%d cards are left", doc.Map().CardCount())
	}
}

func TestSealingAgainSealsOnlyWhatIsNew(t *testing.T) {
	l := beginSealing(t, newLasting(), 8)
	defer mustClose(t, l)
	id := typed(t, l, 30)[0].ID()
	mustSeal(t, l, id)
	blocks, plain := logItems(t, l, id)
	at := l.Revision()
	mustSeal(t, l, id)
	if l.Revision() != at {
		t.Error("it wrote something")
	}
	p := sit(t, l, mustOpenMap(t, l, id), Listener{})
	for i := range 20 {
		p.addCard(t, fmt.Sprint("later ", i))
	}
	p.flush(t)
	mustSeal(t, l, id)
	more, rest := logItems(t, l, id)
	if len(more) <= len(blocks) || len(rest) > len(plain)+20-8 {
		t.Errorf("%d blocks and %d changes, before %d and %d", len(more), len(rest), len(blocks), len(plain))
	}
	for i := range blocks {
		if more[i].Revision != blocks[i].Revision {
			t.Errorf("block %d was written again", i)
		}
	}
	wantSaved(t, l, p.doc.Map())
}

func TestAMomentWithANameStaysThoughItsStepIsSealed(t *testing.T) {
	l := beginSealing(t, newLasting(), 4)
	defer mustClose(t, l)
	m := mustCreate(t, l, "Named")
	p := sit(t, l, m, Listener{})
	card := p.addCard(t, "one")
	group := p.Source.ID()
	var named *mapmodel.Map
	for i := range 6 {
		c, err := p.SetText(p.doc.Map(), card, fmt.Sprint("piece ", i))
		c.Group = group
		p.made(t, c, err)
		if i == 2 {
			p.flush(t)
			named = p.doc.Map()
			if _, err := l.Snapshot(m.ID(), "halfway", 1); err != nil {
				t.Fatal(err)
			}
		}
	}
	for i := range 10 {
		p.addCard(t, fmt.Sprint("more ", i))
	}
	p.flush(t)
	mustSeal(t, l, m.ID())
	s, err := l.Named(m.ID(), "halfway")
	if err != nil || s.Seq != 4 {
		t.Fatal(s, err)
	}
	then, err := l.At(m.ID(), s.Seq)
	if err != nil {
		t.Fatal(err)
	}
	wantSame(t, "the named moment", then, named)
	if e, err := l.change(m.ID(), 4); err != nil || e.last != 4 || !isBlock(e.item.Value) {
		t.Errorf("%d–%d, %v", e.first, e.last, err)
	}
	if e, err := l.change(m.ID(), 6); err != nil || e.first != 5 || e.last != 7 {
		t.Errorf("the pieces after it: %d–%d, %v", e.first, e.last, err)
	}
}

func TestPicturesOfTheSealedPastAreShown(t *testing.T) {
	l := beginSealing(t, newLasting(), 2)
	defer mustClose(t, l)
	m := mustCreate(t, l, "Pictured")
	p := sit(t, l, m, Listener{})
	moments := []*mapmodel.Map{m}
	p.doc.Listen(func(e mapmodel.Event) { moments = append(moments, e.After) })
	card := p.addCard(t, "with a picture")
	c, _, err := p.AddPicture(p.doc.Map(), []mapmodel.ID{card}, "queue", pixels("queue"))
	p.made(t, c, err)
	c, err = p.RemoveCards(p.doc.Map(), []mapmodel.ID{card})
	p.made(t, c, err)
	p.addCard(t, "another")
	p.addCard(t, "and another")
	p.flush(t)
	mustSeal(t, l, m.ID())
	if blocks, _ := logItems(t, l, m.ID()); len(blocks) != 2 {
		t.Fatalf("%d blocks", len(blocks))
	}
	for seq, want := range moments {
		then, err := l.At(m.ID(), uint64(seq))
		if err != nil {
			t.Fatal(err)
		}
		wantSame(t, fmt.Sprint("at ", seq), then, want)
	}
}

func TestAtWhateverCommitASealingBreaksOffNothingIsLost(t *testing.T) {
	for lives := range 8 {
		for _, after := range []bool{false, true} {
			store := &mortal{Store: newLasting(), lives: -1}
			l := beginSealing(t, store, 8)
			moments := typed(t, l, 40)
			id := moments[0].ID()
			store.mu.Lock()
			store.lives, store.after = lives, after
			store.mu.Unlock()
			_ = l.Seal(id)
			_ = l.Close()
			l = beginSealing(t, store.Store, 8)
			wantSame(t, "opened", mustOpenMap(t, l, id), moments[len(moments)-1])
			for m, err := range l.History(id, 0) {
				if err != nil {
					t.Fatal(err)
				}
				then, err := l.At(id, m.Seq)
				if err != nil {
					t.Fatal(err)
				}
				wantSame(t, fmt.Sprint("at ", m.Seq), then, moments[m.Seq])
			}
			mustSeal(t, l, id)
			if _, plain := logItems(t, l, id); len(plain) > 30 {
				t.Errorf("%d changes are not sealed", len(plain))
			}
			mustClose(t, l)
		}
	}
}

func TestWhoeverWritesOrReadsThePastIsNotSealedOver(t *testing.T) {
	l := beginSealing(t, newLasting(), 4)
	defer mustClose(t, l)
	id := typed(t, l, 30)[0].ID()
	for _, err := range l.History(id, 1) {
		if err != nil {
			t.Fatal(err)
		}
		if err := l.Seal(id); !errors.Is(err, ErrInterrupted) {
			t.Errorf("while the history is read: %v", err)
		}
		break
	}
	mustSeal(t, l, id)
}

func TestAMapIsSealedOnceNobodyWrites(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := beginSealing(t, newLasting(), 8)
		l.KeepSealed(func(err error) { t.Error(err) })
		moments := typed(t, l, 30)
		id := moments[0].ID()
		time.Sleep(sealQuiet - time.Second)
		synctest.Wait()
		if blocks, _ := logItems(t, l, id); len(blocks) != 0 {
			t.Error("it was sealed while somebody worked")
		}
		time.Sleep(2 * sealQuiet)
		synctest.Wait()
		blocks, _ := logItems(t, l, id)
		if len(blocks) == 0 {
			t.Error("it was not sealed")
		}
		at := l.Revision()
		time.Sleep(time.Hour)
		synctest.Wait()
		if l.Revision() != at {
			t.Error("it goes on writing")
		}
		mustClose(t, l)
	})
}

func TestASealedAndAnUnsealedCopyAreOneLibrary(t *testing.T) {
	path, held := livedIn(t, 1)
	copied := filepath.Join(t.TempDir(), "copy.db")
	l := must(Open(path, Options{}))
	l.config.block = 4
	if err := l.BackUp(copied); err != nil {
		t.Fatal(err)
	}
	mustSeal(t, l, held[0].ID())
	if got := outcomes(t, l, copied); got[held[0].ID()].Outcome != OutcomeThere {
		t.Errorf("the unsealed copy: %+v", got)
	}
	mustClose(t, l)

	// The copy goes on, and the sealed one takes that in; then the other way round.
	for range 2 {
		other := must(Open(copied, Options{}))
		p := sit(t, other, mustOpenMap(t, other, held[0].ID()), Listener{})
		p.addCard(t, "written elsewhere")
		p.flush(t)
		mustClose(t, other)
		l = must(Open(path, Options{}))
		if got := outcomes(t, l, copied); got[held[0].ID()].Outcome != OutcomeAdvanced {
			t.Errorf("a copy that went on: %+v", got)
		}
		wantSaved(t, l, p.doc.Map())
		mustClose(t, l)
		if found := must(Examine(path, Options{})); !found.Whole() {
			t.Errorf("afterwards: %+v", found)
		}
		path, copied = copied, path
	}
}

func TestWhatASealedCopyAndABackupHoldTwiceIsHeldOnce(t *testing.T) {
	path, held := livedIn(t, 1)
	id := held[0].ID()
	l := must(Open(path, Options{}))
	l.config.block = 4
	_, before := logItems(t, l, id)
	mustSeal(t, l, id)
	var back []engine.Op
	for _, item := range before[:len(before)-1] {
		if _, err := l.store.Get(item.Key); errors.Is(err, engine.ErrNotFound) {
			back = append(back, engine.Op{Key: item.Key, Value: item.Value})
		}
	}
	if _, err := l.store.Commit(back); err != nil || len(back) == 0 {
		t.Fatal(len(back), err)
	}
	if err := l.dropDoubled(id); err != nil {
		t.Fatal(err)
	}
	if blocks, plain := logItems(t, l, id); len(blocks) != 4 || len(plain) != 4 {
		t.Errorf("%d blocks, %d changes", len(blocks), len(plain))
	}
	mustClose(t, l)
	wantAll(t, path, held)
}

func TestADamagedBlockCostsTheStepsInItAndNoMap(t *testing.T) {
	path, held := livedIn(t, 1)
	id := held[0].ID()
	l := must(Open(path, Options{}))
	l.config.block = 4
	mustSeal(t, l, id)
	blocks, _ := logItems(t, l, id)
	bad := slices.Clone(blocks[1].Value)
	bad[len(bad)/2] ^= 1
	if _, err := l.store.Commit([]engine.Op{{Key: blocks[1].Key, Value: bad}}); err != nil {
		t.Fatal(err)
	}
	wantSaved(t, l, held[0])
	mustClose(t, l)
	alone(t, path)
	repaired := must(Repair(path, Options{}, noon))
	if h := repaired.Maps[0]; h.Gone || h.LostRecords > 0 || h.LostHistory == 0 {
		t.Errorf("%+v", h)
	}
	l = must(Open(path, Options{}))
	wantSame(t, "repaired", mustOpenMap(t, l, id), held[0])
	mustClose(t, l)
	if found := must(Examine(path, Options{})); found.Damaged {
		t.Errorf("afterwards: %+v", found)
	}
}

func TestAHistoryThatARepairBeganAnewIsSealedFromThereOnOnly(t *testing.T) {
	path, held := livedIn(t, 1)
	id := held[0].ID()
	store := must(openStore(path))
	if _, err := store.Commit([]engine.Op{{Key: engine.Key{Space: spaceLog, Bytes: seqKey(id, 7)}, Delete: true}}); err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	alone(t, path)
	must(Repair(path, Options{}, noon))
	l := must(Open(path, Options{}))
	l.config.block = 2
	p := sit(t, l, mustOpenMap(t, l, id), Listener{})
	for i := range 12 {
		p.addCard(t, fmt.Sprint("after the repair ", i))
	}
	p.flush(t)
	began := must(l.lastSeq(id)) - 12
	var before []*mapmodel.Map
	for seq := began; seq <= began+12; seq++ {
		before = append(before, must(l.At(id, seq)))
	}
	mustSeal(t, l, id)
	if blocks, _ := logItems(t, l, id); len(blocks) != 6 || seqOf(blocks[0].Bytes) <= began {
		t.Errorf("%d blocks", len(blocks))
	}
	for i, want := range before {
		wantSame(t, fmt.Sprint("moment ", i, " after the repair"), must(l.At(id, began+uint64(i))), want)
	}
	if past := must(l.Past(p.doc.Map(), 100)); len(past) != 13 {
		t.Errorf("%d changes can be taken back", len(past))
	}
	mustClose(t, l)
	if found := must(Examine(path, Options{})); found.Damaged {
		t.Errorf("afterwards: %+v", found)
	}
}

func TestHalfASealedLibraryComesBackFromWhatIsBesideIt(t *testing.T) {
	path, held := livedIn(t, 3)
	l := must(Open(path, Options{}))
	l.config.block = 4
	for _, m := range held {
		mustSeal(t, l, m.ID())
	}
	mustClose(t, l)
	halve(t, path)
	if repaired := must(Repair(path, Options{}, noon)); !repaired.Intact() || !repaired.Exact {
		t.Errorf("%+v", repaired)
	}
	wantAll(t, path, held)
}

func TestSealingMakesAHistorySmaller(t *testing.T) {
	l := mustNew(t, newLasting())
	defer mustClose(t, l)
	id := typed(t, l, 400)[0].ID()
	size := func() (n int) {
		blocks, plain := logItems(t, l, id)
		for _, item := range append(blocks, plain...) {
			n += len(item.Bytes) + len(item.Value)
		}
		return n
	}
	before := size()
	mustSeal(t, l, id)
	after := size()
	t.Logf("%d bytes of %d are left", after, before)
	if after*2 > before {
		t.Errorf("%d bytes of %d are left", after, before)
	}
}

func FuzzBlock(f *testing.F) {
	l := beginSealing(f, newLasting(), 2)
	m := mustCreate(f, l, "Fuzzed")
	p := sit(f, l, m, Listener{})
	for i := range 6 {
		p.addCard(f, fmt.Sprint("card ", i))
	}
	p.flush(f)
	mustSeal(f, l, m.ID())
	blocks, _ := logItems(f, l, m.ID())
	for _, item := range blocks {
		f.Add(seqOf(item.Bytes), item.Value)
	}
	mustClose(f, l)
	f.Fuzz(func(t *testing.T, seq uint64, value []byte) {
		list, err := decodeBlock(engine.Item{Key: engine.Key{Space: spaceLog, Bytes: seqKey(mapmodel.ID{1}, seq)}, Value: value}, leaveHash)
		if err != nil || list == nil {
			return
		}
		next := list[0].first
		for _, e := range list {
			if e.first != next || e.last < e.first {
				t.Fatalf("%d–%d after %d", e.first, e.last, next-1)
			}
			next = e.last + 1
		}
		if next != seq+1 {
			t.Fatalf("it ends at %d, not %d", next-1, seq)
		}
	})
}

func TestCompactingSealsEveryHistory(t *testing.T) {
	path := filepath.Join(t.TempDir(), "maps.footpath")
	l := must(Open(path, Options{}))
	moments := typed(t, l, 200)
	mustClose(t, l)
	if _, _, err := Compact(path, Options{}); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Fatal(err)
	}
	l = must(Open(path, Options{}))
	defer mustClose(t, l)
	if blocks, _ := logItems(t, l, moments[0].ID()); len(blocks) == 0 {
		t.Error("nothing is sealed")
	}
	wantSaved(t, l, moments[len(moments)-1])
}

func TestWhateverWasDoneItsSealedHistoryLeadsThroughTheSameMoments(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := beginSealing(t, newLasting(), rapid.IntRange(1, 6).Draw(t, "block"))
		m := mapmodel.NewMap("Random", mapmodel.NewSeededSource(1))
		if err := l.Create(m, mapmodel.Change{At: 1}); err != nil {
			t.Fatal(err)
		}
		src, now := mapmodel.NewSeededSource(2), clock()
		doc := mapmodel.NewDocument(m, src, now)
		session, err := l.Attach(doc, Listener{})
		if err != nil {
			t.Fatal(err)
		}
		p := &someone{Desk: &mapmodel.Desk{Author: l.Author(), Source: src, Now: now}, doc: doc, session: session}
		moments := []*mapmodel.Map{m}
		doc.Listen(func(e mapmodel.Event) { moments = append(moments, e.After) })
		group := src.ID()
		for range rapid.IntRange(1, 25).Draw(t, "changes") {
			c, err := anyVerb(t, p)
			if err != nil {
				continue
			}
			switch rapid.IntRange(0, 5).Draw(t, "then") {
			case 0:
				group = src.ID()
			case 1:
				if err := session.Flush(t.Context()); err != nil {
					t.Fatal(err)
				}
				if err := l.Seal(m.ID()); err != nil {
					t.Fatal(err)
				}
			case 2:
				_, _ = doc.Undo(p.Author)
				continue
			}
			c.Group = group
			if _, err := doc.Do(c); err != nil {
				t.Fatal(err)
			}
		}
		if err := session.Flush(t.Context()); err != nil {
			t.Fatal(err)
		}
		unsealed := reopened(t, l, doc.Map())
		if err := l.Seal(m.ID()); err != nil {
			t.Fatal(err)
		}
		wantSameSteps(t, l.Author(), reopened(t, l, doc.Map()), unsealed)
		last := uint64(0)
		for moment, err := range l.History(m.ID(), 0) {
			if err != nil {
				t.Fatal(err)
			}
			then, err := l.At(m.ID(), moment.Seq)
			if err != nil {
				t.Fatal(err)
			}
			wantSame(t, fmt.Sprint("at ", moment.Seq), then, moments[moment.Seq])
			last = moment.Seq
		}
		if last != uint64(len(moments)-1) {
			t.Fatalf("it ends at %d of %d", last, len(moments)-1)
		}
		found, report, err := l.Open(m.ID())
		if err != nil || !report.Whole() {
			t.Fatal(report, err)
		}
		wantSame(t, "the present", found, moments[last])
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	})
}

// reopened is a document as it is after a restart, with what can be taken back.
func reopened(t *rapid.T, l *Library, m *mapmodel.Map) *mapmodel.Document {
	past, err := l.Past(m, 1000)
	if err != nil {
		t.Fatal(err)
	}
	doc := mapmodel.NewDocument(m, mapmodel.NewSource(), clock())
	doc.Past(past)
	return doc
}

// wantSameSteps takes all back in two documents, and does all again, and fails unless each step leads both to the same map.
func wantSameSteps(t *rapid.T, author mapmodel.ID, a, b *mapmodel.Document) {
	for _, way := range []func(*mapmodel.Document, mapmodel.ID) (mapmodel.Change, error){(*mapmodel.Document).Undo, (*mapmodel.Document).Redo} {
		for n := 1; ; n++ {
			_, errA := way(a, author)
			_, errB := way(b, author)
			if (errA == nil) != (errB == nil) {
				t.Fatalf("step %d: %v, unsealed %v", n, errA, errB)
			}
			if errA != nil {
				break
			}
			wantSame(t, fmt.Sprint("step ", n), a.Map(), b.Map())
		}
	}
}
