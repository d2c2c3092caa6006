package library

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"footpath/mapmodel"
	"footpath/storage/engine"
	"footpath/storage/engine/memory"
)

func TestAMapComesBackAsItWasMadeAndEdited(t *testing.T) {
	for name, open := range map[string]func(t *testing.T) func() *Library{
		"in memory": func(t *testing.T) func() *Library {
			store := newLasting()
			return func() *Library { return mustNew(t, store) }
		},
		"in a file": func(t *testing.T) func() *Library {
			path := filepath.Join(t.TempDir(), "maps.footpath")
			return func() *Library {
				l, err := Open(path, Options{})
				if err != nil {
					t.Fatal(err)
				}
				return l
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			open := open(t)
			l := open()
			m := mustCreate(t, l, "Renewing a licence")
			wantSame(t, "as made", mustOpenMap(t, l, m.ID()), m)
			p := sit(t, l, m, Listener{})
			card := p.addCard(t, "Open the letter")
			p.setText(t, card, "Open the renewal letter")
			want := p.doc.Map()
			author := l.Author()
			mustClose(t, l)

			l = open()
			wantSame(t, "after closing", mustOpenMap(t, l, m.ID()), want)
			if l.Author() != author {
				t.Error("the author changed")
			}
			mustClose(t, l)
		})
	}
}

func TestASummarySaysWhatTheHomeViewShows(t *testing.T) {
	l := mustNew(t, newLasting())
	defer mustClose(t, l)
	mustCreate(t, l, "Older")
	m := mustCreate(t, l, "Ice cream")
	p := sit(t, l, m, Listener{})
	for _, name := range []string{"Rosa", "Tom"} {
		c, _, err := p.AddPersona(p.doc.Map(), 99, mapmodel.Persona{Name: name})
		p.made(t, c, err)
	}
	c, _, err := p.AddStage(p.doc.Map(), 0, "The door")
	p.made(t, c, err)
	c, _, err = p.AddCard(p.doc.Map(), mapmodel.Place{}, "Smell the waffles", nil)
	p.made(t, c, err)
	edited := time.UnixMilli(c.At).UTC()
	for _, bin := range []bool{true, false, true} { // no edits of what people see
		c, err = p.SetBin(p.doc.Map(), bin)
		p.made(t, c, err)
	}
	p.flush(t)

	list, err := l.List()
	if err != nil || len(list) != 2 {
		t.Fatalf("%v, %v", list, err)
	}
	s := list[0]
	if s.ID != m.ID() || s.Title != "Ice cream" || !slices.Equal(s.Personas, []string{"Rosa", "Tom"}) || s.State != mapmodel.Current ||
		s.Stages != 1 || s.Cards != 1 || !s.Bin || s.Damaged || s.Revision != p.session.Status().Revision {
		t.Errorf("%+v", s)
	}
	if s.Edited != edited {
		t.Errorf("edited %v, want %v", s.Edited, edited)
	}
	if list[1].Title != "Older" || list[1].Edited != time.UnixMilli(1000).UTC() {
		t.Errorf("%+v", list[1])
	}
}

func TestAMapIsTakenInOnce(t *testing.T) {
	l := mustNew(t, newLasting())
	defer mustClose(t, l)
	m := mustCreate(t, l, "Once")
	if err := l.Create(m, mapmodel.Change{}); !errors.Is(err, ErrMapExists) {
		t.Errorf("%v", err)
	}
	if _, _, err := l.Open(mapmodel.NewSource().ID()); !errors.Is(err, ErrNoMap) {
		t.Errorf("%v", err)
	}
}

func TestADeletedMapLeavesNothingButWhatOthersShow(t *testing.T) {
	store := newLasting()
	l := mustNew(t, store)
	defer mustClose(t, l)
	keep, gone := mustCreate(t, l, "Keep"), mustCreate(t, l, "Gone")
	for i, m := range []*mapmodel.Map{keep, gone} {
		p := sit(t, l, m, Listener{})
		for _, data := range []string{"shared picture", fmt.Sprint("picture of map ", i)} {
			holder, _, err := p.AddPersona(p.doc.Map(), 0, mapmodel.Persona{Name: data})
			p.made(t, holder, err)
			picture := &mapmodel.Picture{Common: mapmodel.Common{ID: p.Source.ID(), Rank: "V", Key: data}, Media: "image/png", Data: data}
			p.made(t, mapmodel.Change{Edits: []mapmodel.Edit{{After: picture}}}, nil)
		}
		p.addCard(t, "a card")
		if err := l.SetView(l.Author(), m.ID(), View{Zoom: 2}); err != nil {
			t.Fatal(err)
		}
		if err := l.Delete(m.ID()); !errors.Is(err, ErrMapOpen) {
			t.Errorf("deleting an open map: %v", err)
		}
		if err := p.session.Close(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Delete(gone.ID()); err != nil {
		t.Fatal(err)
	}
	if err := l.Delete(gone.ID()); !errors.Is(err, ErrNoMap) {
		t.Errorf("deleting it again: %v", err)
	}
	blobs := 0
	for _, space := range allSpaces {
		for item, err := range engine.All(store, engine.Query{Space: space}) {
			if err != nil {
				t.Fatal(err)
			}
			if idAt(item.Bytes, 0) == gone.ID() || idAt(item.Bytes, idSize) == gone.ID() {
				t.Errorf("%v is left", item.Key)
			}
			if space == spaceBlobs {
				blobs++
			}
		}
	}
	if blobs != 2 {
		t.Errorf("%d blobs are left, want the shared one and the other map's", blobs)
	}
	m := mustOpenMap(t, l, keep.ID())
	for picture := range m.Pictures() {
		if picture.Data != picture.Key {
			t.Errorf("%q shows %q", picture.Key, picture.Data)
		}
	}
}

func TestAMapIsFoundByIDBeginningOrTitle(t *testing.T) {
	l := mustNew(t, newLasting())
	defer mustClose(t, l)
	ice := mustCreate(t, l, "Ice cream")
	mustCreate(t, l, "Twice")
	mustCreate(t, l, "Twice")
	licence := mustCreate(t, l, "Licence")
	shout := mustCreate(t, l, "LICENCE")
	binned := mustCreate(t, l, "Ice Cream")
	p := sit(t, l, binned, Listener{})
	c, err := p.SetBin(p.doc.Map(), true)
	p.made(t, c, err)
	p.flush(t)

	for name, want := range map[string]mapmodel.ID{
		ice.ID().String():     ice.ID(),
		ice.ID().String()[:6]: ice.ID(),
		"Ice cream":           ice.ID(),
		"ICE CREAM":           ice.ID(),
		"Licence":             licence.ID(),
		"LICENCE":             shout.ID(),
		"Ice Cream":           ice.ID(), // the one in the bin only where no other is meant
	} {
		if s, err := l.Find(name); err != nil || s.ID != want {
			t.Errorf("%q is %s (%s), %v", name, s.ID, s.Title, err)
		}
	}
	if s, err := l.Find(binned.ID().String()); err != nil || s.ID != binned.ID() {
		t.Errorf("%v, %v", s, err)
	}
	for _, name := range []string{"Twice", "licence"} {
		var ambiguous *AmbiguousError
		if _, err := l.Find(name); !errors.As(err, &ambiguous) || len(ambiguous.Candidates) != 2 {
			t.Errorf("%q: %v", name, err)
		}
	}
	for _, name := range []string{"", "Nothing", ice.ID().String()[:3]} {
		if s, err := l.Find(name); !errors.Is(err, ErrNoMap) {
			t.Errorf("%q: %v, %v", name, s, err)
		}
	}
}

func TestMapsAreSearchedForByTitleAndPersonaOutsideTheBin(t *testing.T) {
	l := mustNew(t, memory.New())
	defer mustClose(t, l)
	src := mapmodel.NewSeededSource(5)
	desk := &mapmodel.Desk{Author: l.Author(), Source: src, Now: clock()}
	for _, c := range []struct {
		title, persona string
		bin            bool
	}{{"Renewing a licence", "Rosa", false}, {"Ice cream", "Nadia", false}, {"An old licence", "Rosa", true}} {
		m := mapmodel.NewMap(c.title, src)
		change, _, err := desk.AddPersona(m, -1, mapmodel.Persona{Name: c.persona})
		if err == nil {
			m, err = m.Apply(change)
		}
		if err == nil {
			change, err = desk.SetBin(m, c.bin)
		}
		if err == nil {
			m, err = m.Apply(change)
		}
		if err == nil {
			err = l.Create(m, mapmodel.Change{})
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for query, want := range map[string]int{"": 0, "LICENCE rosa": 1, "cream": 1, "nadia licence": 0, "old": 0} {
		found, err := l.Search(t.Context(), NewQuery(query))
		if err != nil || len(found) != want {
			t.Errorf("%q finds %d maps, want %d (%v)", query, len(found), want, err)
		}
	}
}

func TestAViewIsRememberedForAMapAndAPerson(t *testing.T) {
	store := newLasting()
	l := mustNew(t, store)
	m := mustCreate(t, l, "Seen")
	other := mapmodel.NewSource().ID()
	if v, err := l.View(l.Author(), m.ID()); err != nil || v.Zoom != 0 {
		t.Errorf("never seen: %+v, %v", v, err)
	}
	want := View{
		Zoom: 1.5, X: 10, Y: -20.25, Selection: []mapmodel.ID{m.ID()}, LinkedPath: "/home/rosa/licence.journey.yaml",
		LinkedHash: []byte("hash"), Export: map[string]string{"paper": "A3"},
	}
	for author, v := range map[mapmodel.ID]View{l.Author(): want, other: {Zoom: 3}} {
		if err := l.SetView(author, m.ID(), v); err != nil {
			t.Fatal(err)
		}
	}
	mustClose(t, l)
	l = mustNew(t, store)
	defer mustClose(t, l)
	got, err := l.View(l.Author(), m.ID())
	if err != nil || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%+v, %v", got, err)
	}
	if got, err := l.View(other, m.ID()); err != nil || got.Zoom != 3 {
		t.Errorf("%+v, %v", got, err)
	}
	if id, v, err := l.Linked(want.LinkedPath); err != nil || id != m.ID() || v.Zoom != 1.5 {
		t.Errorf("%s, %+v, %v", id, v, err)
	}
	if _, _, err := l.Linked("/elsewhere"); !errors.Is(err, ErrNoMap) {
		t.Errorf("%v", err)
	}
}

func TestWhatALaterVersionWroteBesideAViewStays(t *testing.T) {
	store := newLasting()
	l := mustNew(t, store)
	id := mapmodel.NewSource().ID()
	later, err := plainEnc.Marshal(map[int]any{1: 2.0, 5: "/gone", 20: "later"})
	if err != nil {
		t.Fatal(err)
	}
	key := viewKey(l.Author(), id)
	if _, err := store.Commit([]engine.Op{{Key: key, Value: later}}); err != nil {
		t.Fatal(err)
	}
	if err := l.SetView(l.Author(), id, View{Zoom: 4}); err != nil {
		t.Fatal(err)
	}
	mustClose(t, l)
	item, err := store.Get(key)
	if err != nil {
		t.Fatal(err)
	}
	var got map[int]any
	if err := plainDec.Unmarshal(item.Value, &got); err != nil || len(got) != 2 || got[1] != 4.0 || got[20] != "later" {
		t.Errorf("%v, %v", got, err)
	}
}

func TestAuthorsHaveNames(t *testing.T) {
	store := newLasting()
	l := mustNew(t, store)
	if name, err := l.AuthorName(l.Author()); name != "" || err != nil {
		t.Errorf("%q, %v", name, err)
	}
	if err := l.SetAuthorName(l.Author(), "Rosa"); err != nil {
		t.Fatal(err)
	}
	mustClose(t, l)
	l = mustNew(t, store)
	defer mustClose(t, l)
	if name, err := l.AuthorName(l.Author()); name != "Rosa" || err != nil {
		t.Errorf("%q, %v", name, err)
	}
}

func TestWhoWatchesHearsOfEveryMapWritten(t *testing.T) {
	l := mustNew(t, memory.New())
	from := l.Revision()
	m := mustCreate(t, l, "Watched")
	p := sit(t, l, m, Listener{})
	p.addCard(t, "a card")
	p.flush(t)
	if err := p.session.Close(context.Background()); err != nil {
		t.Fatal(err)
	}
	if err := l.SetView(l.Author(), m.ID(), View{Zoom: 1}); err != nil { // not a map
		t.Fatal(err)
	}
	if err := l.Delete(m.ID()); err != nil {
		t.Fatal(err)
	}
	var heard []Touched
	for touched, err := range l.Watch(t.Context(), from) {
		if err != nil {
			t.Fatal(err)
		}
		if touched.Map != m.ID() || touched.Revision <= from {
			t.Errorf("%+v", touched)
		}
		from = touched.Revision
		if heard = append(heard, touched); touched.Deleted {
			break
		}
	}
	if len(heard) != 3 {
		t.Errorf("%+v", heard)
	}
	mustClose(t, l)
	for _, err := range l.Watch(t.Context(), l.Revision()) {
		if !errors.Is(err, engine.ErrClosed) {
			t.Errorf("after closing: %v", err)
		}
		break
	}
}

func TestAfterClosingEverythingSaysSo(t *testing.T) {
	l := mustNew(t, memory.New())
	m := mustCreate(t, l, "Closed")
	p := sit(t, l, m, Listener{})
	mustClose(t, l)
	mustClose(t, l)
	p.addCard(t, "too late") // the document goes on; nobody listens
	if _, err := l.List(); !errors.Is(err, engine.ErrClosed) {
		t.Errorf("List: %v", err)
	}
	if _, _, err := l.Open(m.ID()); !errors.Is(err, engine.ErrClosed) {
		t.Errorf("Open: %v", err)
	}
	for what, err := range map[string]error{
		"Create":  l.Create(mapmodel.NewMap("x", mapmodel.NewSource()), mapmodel.Change{}),
		"Delete":  l.Delete(m.ID()),
		"SetView": l.SetView(l.Author(), m.ID(), View{}),
	} {
		if !errors.Is(err, engine.ErrClosed) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if _, err := l.Attach(mapmodel.NewDocument(m, mapmodel.NewSource(), time.Now), Listener{}); !errors.Is(err, engine.ErrClosed) {
		t.Errorf("Attach: %v", err)
	}
}
