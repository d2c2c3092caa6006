package library

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/storage/engine"
	"footpath/storage/engine/memory"
	"footpath/storage/terms"
)

// seeker does at random what people and accidents do with a library, and looks for words in between.
type seeker struct {
	store   *mortal
	worn    worn
	library *Library
	maps    []mapmodel.ID
	seed    uint64
}

func (s *seeker) source() *mapmodel.Source {
	s.seed++
	return mapmodel.NewSeededSource(1<<61 + s.seed)
}

func (s *seeker) start(t *rapid.T) {
	s.store.mu.Lock()
	s.store.lives = -1
	s.store.mu.Unlock()
	l, err := New(s.store)
	if err != nil {
		t.Fatal(err)
	}
	l.index.most = rapid.SampledFrom([]int{4, 60, indexOps}).Draw(t, "keys in a commit")
	s.library = l
}

func (s *seeker) pick(t *rapid.T) mapmodel.ID {
	if len(s.maps) == 0 {
		t.Skip("no map yet")
	}
	return rapid.SampledFrom(s.maps).Draw(t, "map")
}

func (s *seeker) Create(t *rapid.T) {
	m := mapmodel.NewMap(rapid.SampledFrom([]string{"Renewing a licence", "東京の免許", "Führerschein"}).Draw(t, "title"), s.source())
	if rapid.IntRange(0, 2).Draw(t, "how full") == 0 {
		m = mapgen.Map(t)
	}
	if err := s.library.Create(m, mapmodel.Change{At: 1}); err == nil {
		s.maps = append(s.maps, m.ID())
	} else if !errors.Is(err, ErrMapExists) {
		t.Fatal(err)
	}
}

func (s *seeker) Edit(t *rapid.T) {
	id := s.pick(t)
	m, _, err := s.library.Open(id)
	if err != nil {
		t.Fatal(err)
	}
	src, now := s.source(), clock()
	doc := mapmodel.NewDocument(m, src, now)
	session, err := s.library.Attach(doc, Listener{})
	if err != nil {
		t.Fatal(err)
	}
	p := &someone{Desk: &mapmodel.Desk{Author: s.library.Author(), Source: src, Now: now}, doc: doc, session: session}
	for range rapid.IntRange(1, 5).Draw(t, "changes") {
		if c, err := anyVerb(t, p); err == nil {
			if _, err := doc.Do(c); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := session.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func (s *seeker) Delete(t *rapid.T) {
	id := s.pick(t)
	if err := s.library.Delete(id); err != nil {
		t.Fatal(err)
	}
	s.maps = slices.DeleteFunc(s.maps, func(other mapmodel.ID) bool { return other == id })
}

// Update brings the index up to date, or as far as the power lasts.
func (s *seeker) Update(t *rapid.T) {
	lives := rapid.IntRange(-1, 40).Draw(t, "commits")
	s.store.mu.Lock()
	s.store.lives, s.store.after = lives, rapid.Bool().Draw(t, "after the writing")
	s.store.mu.Unlock()
	err := s.library.UpdateIndex(t.Context(), func(int, int) {})
	s.store.mu.Lock()
	s.store.lives = -1
	s.store.mu.Unlock()
	if err != nil && (lives < 0 || !errors.Is(err, errPower)) {
		t.Fatal(err)
	}
	if err == nil {
		s.library.index.mu.RLock()
		behind := len(s.library.index.behind)
		s.library.index.mu.RUnlock()
		if behind > 0 {
			t.Fatalf("%d maps are behind", behind)
		}
	}
}

func (s *seeker) Restart(t *rapid.T) {
	if err := s.library.Close(); err != nil {
		t.Fatal(err)
	}
	s.start(t)
}

// Wear damages something in the index.
func (s *seeker) Wear(t *rapid.T) {
	page, err := s.store.List(engine.Query{Space: spaceSearch})
	if err != nil || len(page.Items) == 0 {
		t.Skip("there is nothing to damage, or it is damaged")
	}
	s.worn.holes[rapid.SampledFrom(page.Items).Draw(t, "value").Key] = true
	if rapid.Bool().Draw(t, "and begin anew") {
		s.Restart(t)
	}
}

// Look looks for words that are in some map, or might be.
func (s *seeker) Look(t *rapid.T) {
	words := []string{"licence", "免許", "a", "fu"}
	for _, id := range s.maps {
		if rapid.IntRange(0, 3).Draw(t, "of this") > 0 {
			continue
		}
		err := eachText(s.library.store, id, func(_ mapmodel.Record, _ *mapmodel.Field, text string) bool {
			terms.Words(text, func(w terms.Word) bool { words = append(words, w.Text); return len(words) < 50 })
			return true
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	var asked []string
	for range rapid.IntRange(1, 3).Draw(t, "words") {
		word := []rune(rapid.SampledFrom(words).Draw(t, "word"))
		asked = append(asked, string(word[:rapid.IntRange(1, len(word)).Draw(t, "letters")]))
	}
	s.check(t, strings.Join(asked, " "))
}

// check compares what is found with a reading of everything.
func (s *seeker) check(t *rapid.T, asked string) {
	query := NewQuery(asked)
	got, err := s.library.Match(t.Context(), query, 0)
	if err != nil {
		t.Fatal(err)
	}
	want := map[mapmodel.ID]bool{}
	for _, id := range s.maps {
		m, _, err := s.library.Look(id)
		if err != nil {
			t.Fatal(err)
		}
		if len(PlacesIn(m, query, 1)) > 0 {
			want[id] = true
		}
	}
	if !maps.Equal(got.Maps, want) {
		t.Fatalf("%q: found %v, a reading of all finds %v", asked, slices.Collect(maps.Keys(got.Maps)), slices.Collect(maps.Keys(want)))
	}
}

func TestSearchingFindsWhatReadingEverythingWouldFind(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := &seeker{worn: worn{Store: newLasting(), holes: map[engine.Key]bool{}}}
		s.store = &mortal{Store: s.worn, lives: -1}
		s.start(t)
		t.Repeat(map[string]func(*rapid.T){
			"create": s.Create, "edit": s.Edit, "delete": s.Delete, "update": s.Update, "restart": s.Restart, "wear": s.Wear, "look": s.Look,
		})
		for _, asked := range []string{"licence", "免許", "e"} {
			s.check(t, asked)
		}
		if err := s.library.Close(); err != nil {
			t.Fatal(err)
		}
	})
}

func mustMatch(t *testing.T, l *Library, asked string, want ...mapmodel.ID) {
	t.Helper()
	got, err := l.Match(t.Context(), NewQuery(asked), 0)
	if err != nil {
		t.Fatal(err)
	}
	found := map[mapmodel.ID]bool{}
	for _, id := range want {
		found[id] = true
	}
	if !maps.Equal(got.Maps, found) {
		t.Errorf("%q: found %v, want %v", asked, slices.Collect(maps.Keys(got.Maps)), want)
	}
}

func mustUpdate(t testing.TB, l *Library) {
	t.Helper()
	if err := l.UpdateIndex(t.Context(), func(int, int) {}); err != nil {
		t.Fatal(err)
	}
}

func TestAnIndexThatIsUpToDateNeedsNoMapToBeRead(t *testing.T) {
	l := mustNew(t, memory.New())
	defer mustClose(t, l)
	m, other := mustCreate(t, l, "Renewing a licence"), mustCreate(t, l, "A visit")
	mustUpdate(t, l)
	unsure, err := l.index.find(t.Context(), NewQuery("licence"), map[mapmodel.ID]bool{})
	if err != nil || len(unsure) != 0 {
		t.Errorf("%v are to be read, %v", unsure, err)
	}
	mustMatch(t, l, "licence", m.ID())
	p := sit(t, l, other, Listener{})
	p.addCard(t, "The licence is handed over")
	p.flush(t)
	unsure, err = l.index.find(t.Context(), NewQuery("licence"), map[mapmodel.ID]bool{})
	if err != nil || !slices.Equal(unsure, []mapmodel.ID{other.ID()}) {
		t.Errorf("%v are to be read, %v", unsure, err)
	}
	mustMatch(t, l, "licence", m.ID(), other.ID())
}

func TestAnUpdateOfTheIndexIsWrittenInSmallCommits(t *testing.T) {
	store := &counting{Store: memory.New()}
	l := mustNew(t, store)
	defer mustClose(t, l)
	for range 3 {
		if err := l.Create(mapgen.Grid(20, 5, 4, 1), mapmodel.Change{}); err != nil && !errors.Is(err, ErrMapExists) {
			t.Fatal(err)
		}
	}
	m := mustCreate(t, l, "Many words")
	p := sit(t, l, m, Listener{})
	for i := range 40 {
		var text strings.Builder
		for j := range 60 {
			fmt.Fprintf(&text, "word%dx%d ", i, j)
		}
		p.addCard(t, text.String())
	}
	p.flush(t)
	store.most = 0
	mustUpdate(t, l)
	if store.most == 0 || store.most > indexOps+2 {
		t.Errorf("a commit of the index has %d keys", store.most)
	}
	mustMatch(t, l, "word39x59", m.ID())
	store.most, store.all = 0, 0
	p.addCard(t, "one more")
	p.flush(t)
	store.all = 0
	mustUpdate(t, l)
	if store.all > 12 {
		t.Errorf("after one card of two words %d keys were written", store.all)
	}
}

// counting counts the operations of commits.
type counting struct {
	engine.Store
	most, all int
}

func (s *counting) Commit(ops []engine.Op) (uint64, error) {
	s.most = max(s.most, len(ops))
	s.all += len(ops)
	return s.Store.Commit(ops)
}

func TestWhatWasDeletedLeavesNothingInTheIndex(t *testing.T) {
	store := memory.New()
	l := mustNew(t, store)
	defer mustClose(t, l)
	var made []mapmodel.ID
	for range 70 { // more than a list holds, so that there are bitmaps
		made = append(made, mustCreate(t, l, "Renewing 免許").ID())
	}
	mustUpdate(t, l)
	mustMatch(t, l, "renew 免許", made...)
	for _, id := range made {
		if err := l.Delete(id); err != nil {
			t.Fatal(err)
		}
	}
	mustUpdate(t, l)
	page, err := store.List(engine.Query{Space: spaceSearch})
	if err != nil || len(page.Items) != 1 {
		t.Errorf("%d keys are left, want the head alone, %v", len(page.Items), err)
	}
	m := mustCreate(t, l, "The next")
	mustUpdate(t, l)
	if n := l.index.maps[m.ID()].mark.number; n != 0 {
		t.Errorf("the next map has number %d", n)
	}
}

func TestAnIndexOfAnotherVersionIsMadeAnew(t *testing.T) {
	store := newLasting()
	l := mustNew(t, store)
	m := mustCreate(t, l, "Renewing")
	mustUpdate(t, l)
	wrong := []engine.Op{
		{Key: indexKey(keyHead), Value: []byte{indexVersion + 1, 1}},
		{Key: termKey("stray", 0), Value: []byte{0, 0}},
	}
	if _, err := store.Commit(wrong); err != nil {
		t.Fatal(err)
	}
	mustMatch(t, l, "stray")
	mustMatch(t, l, "renew", m.ID())
	mustClose(t, l)
	l = mustNew(t, store)
	defer mustClose(t, l)
	mustUpdate(t, l)
	mustMatch(t, l, "stray")
	mustMatch(t, l, "renew", m.ID())
	if _, err := store.Get(termKey("stray", 0)); !errors.Is(err, engine.ErrNotFound) {
		t.Error("a term of the other version is still there", err)
	}
}

func TestWhoHasNoPatienceIsToldWhatWasNotRead(t *testing.T) {
	l := mustNew(t, memory.New())
	defer mustClose(t, l)
	for range 5 {
		mustCreate(t, l, "Renewing")
	}
	got, err := l.Match(t.Context(), NewQuery("renewing"), 2)
	if err != nil || len(got.Maps) != 2 || got.Unread != 3 {
		t.Errorf("%+v, %v", got, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := l.Match(ctx, NewQuery("renewing"), 0); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestSearchingThroughASocketFindsTheSame(t *testing.T) {
	dir := t.TempDir()
	l, err := Open(filepath.Join(dir, "library.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer mustClose(t, l)
	socket := filepath.Join(dir, "s")
	if err := l.Serve(socket, nil); err != nil {
		t.Fatal(err)
	}
	indexed := mustCreate(t, l, "Renewing a licence")
	mustUpdate(t, l)
	behind := mustCreate(t, l, "Another licence")
	remote, err := Open(filepath.Join(dir, "library.db"), Options{Socket: socket})
	if err != nil {
		t.Fatal(err)
	}
	defer mustClose(t, remote)
	mustUpdate(t, remote)
	mustMatch(t, remote, "licence", indexed.ID(), behind.ID())
	mustUpdate(t, l)
	mustMatch(t, remote, "licence", indexed.ID(), behind.ID())
	if err := l.Delete(indexed.ID()); err != nil {
		t.Fatal(err)
	}
	mustMatch(t, remote, "licence", behind.ID())
}

func TestTheIndexFollowsByItself(t *testing.T) {
	l := mustNew(t, memory.New())
	defer mustClose(t, l)
	l.KeepIndexed()
	m := mustCreate(t, l, "Renewing")
	for batch, err := range l.store.Watch(t.Context(), 0) {
		if err != nil {
			t.Fatal(err)
		}
		for _, event := range batch.Events {
			if event.Key == markKey(m.ID()) {
				if got, err := parseMark(event.Value); err != nil || got.settling {
					t.Error(got, err)
				}
				return
			}
		}
	}
}

func FuzzIndexValues(f *testing.F) {
	f.Add(packTerms([]string{"a", "ab", "renewal"}))
	f.Add(mark{number: 3, revision: 9}.bytes())
	f.Fuzz(func(_ *testing.T, b []byte) {
		_, _ = unpackTerms(b)
		_, _ = parseMark(b)
		_ = new(block).add(b)
		_, _, _ = parseTermKey(string(b))
		_ = parseIndexHead(b)
	})
}

func TestIndexValuesComeBackAsTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfDistinct(rapid.StringN(1, 8, -1), func(s string) string { return s }).Draw(t, "terms")
		slices.Sort(words)
		got, err := unpackTerms(packTerms(words))
		if err != nil || !slices.Equal(got, words) {
			t.Fatal(got, err)
		}
		var b, back block
		in := rapid.SliceOfDistinct(rapid.Uint16Range(0, blockMaps-1), func(n uint16) uint16 { return n }).Draw(t, "maps")
		for _, n := range in {
			b.set(n, true)
		}
		if err := back.add(b.bytes()); err != nil || back != b {
			t.Fatal(err)
		}
		for _, n := range in {
			b.set(n, false)
		}
		if b.bytes() != nil {
			t.Fatal("an empty block has bytes")
		}
	})
}
