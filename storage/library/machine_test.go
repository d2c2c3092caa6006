package library

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/storage/engine"
	"footpath/storage/engine/memory"
)

// deskMap is one map of the machine, with every moment it went through since it was made.
type deskMap struct {
	moments   []*mapmodel.Map
	someone   *someone // nil while closed
	mu        sync.Mutex
	committed int // how many changes were told as committed, or found stored
	opened    int // how often it was opened: what an earlier session tells late is counted already
}

func (d *deskMap) now() *mapmodel.Map { return d.moments[len(d.moments)-1] }

// machine does at random what people do with a library, and remembers what must be in it.
type machine struct {
	store   engine.Store
	mortal  *mortal
	library *Library
	maps    map[mapmodel.ID]*deskMap
	order   []mapmodel.ID
	seed    uint64
}

func (m *machine) start(t *rapid.T) {
	m.mortal = &mortal{Store: m.store, lives: -1}
	config := present
	config.block = 3
	l, err := begin(m.mortal, config)
	if err != nil {
		t.Fatal(err)
	}
	m.library = l
}

func (m *machine) pick(t *rapid.T) *deskMap {
	if len(m.order) == 0 {
		t.Skip("no map yet")
	}
	return m.maps[rapid.SampledFrom(m.order).Draw(t, "map")]
}

func (m *machine) source() *mapmodel.Source {
	m.seed++
	return mapmodel.NewSeededSource(1<<62 + m.seed) // far from the seeds rapid likes
}

func (m *machine) Create(t *rapid.T) {
	fresh := mapmodel.NewMap("A new map", m.source())
	if rapid.IntRange(0, 3).Draw(t, "how full") == 0 {
		fresh = mapgen.Map(t)
	}
	err := m.library.Create(fresh, mapmodel.Change{At: 1})
	if m.maps[fresh.ID()] != nil {
		if !errors.Is(err, ErrMapExists) {
			t.Fatalf("made twice: %v", err)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	m.maps[fresh.ID()] = &deskMap{moments: []*mapmodel.Map{fresh}}
	m.order = append(m.order, fresh.ID())
}

// open attaches to a map, with its past.
func (m *machine) open(t *rapid.T, d *deskMap) *someone {
	if d.someone != nil {
		return d.someone
	}
	found, report, err := m.library.Open(d.now().ID())
	if err != nil || !report.Whole() {
		t.Fatal(report, err)
	}
	wantSame(t, "opened", found, d.now())
	past, err := m.library.Past(found, 50)
	if err != nil || len(past) != min(50, len(d.moments)-1) {
		t.Fatalf("%d changes before, want %d, %v", len(past), len(d.moments)-1, err)
	}
	src, now := m.source(), clock()
	doc := mapmodel.NewDocument(found, src, now)
	doc.Past(past)
	doc.Listen(func(e mapmodel.Event) { d.moments = append(d.moments, e.After) })
	d.mu.Lock()
	d.committed = len(d.moments) - 1
	d.opened++
	opening := d.opened
	d.mu.Unlock()
	session, err := m.library.Attach(doc, Listener{OnCommitted: func(mapmodel.Change, uint64) {
		d.mu.Lock()
		defer d.mu.Unlock()
		if d.opened == opening {
			d.committed++
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	d.someone = &someone{Desk: &mapmodel.Desk{Author: m.library.Author(), Source: src, Now: now}, doc: doc, session: session}
	return d.someone
}

func (m *machine) Edit(t *rapid.T) {
	d := m.pick(t)
	p := m.open(t, d)
	for range rapid.IntRange(1, 8).Draw(t, "changes") {
		c, err := anyVerb(t, p)
		if err != nil {
			continue // the map has nothing of the kind, or would not take it
		}
		if _, err := p.doc.Do(c); err != nil {
			t.Fatal(err)
		}
	}
}

func anyVerb(t *rapid.T, p *someone) (c mapmodel.Change, err error) {
	now := p.doc.Map()
	cards := []mapmodel.ID{{}}
	for card := range now.Cards() {
		cards = append(cards, card.ID)
	}
	card := rapid.SampledFrom(cards).Draw(t, "card")
	at := mapmodel.Place{}
	if columns := now.ColumnIDs(); len(columns) > 0 && rapid.Bool().Draw(t, "placed") {
		for lane := range now.Lanes() {
			if lane.LaneKind.HoldsCards() && rapid.Bool().Draw(t, "this lane") {
				at = mapmodel.Place{Column: rapid.SampledFrom(columns).Draw(t, "column"), Lane: lane.ID}
			}
		}
	}
	text := mapgen.Text().Draw(t, "text")
	switch rapid.SampledFrom([]string{"card", "text", "note", "move", "remove", "stage", "remove stage", "persona", "evidence", "picture", "replace"}).Draw(t, "verb") {
	case "card":
		c, _, err = p.AddCard(now, at, text, nil)
	case "text":
		c, err = p.SetText(now, card, text)
	case "note":
		c, err = mapmodel.Alter(p.Desk, now, mapmodel.LabelAlter, []mapmodel.ID{card}, func(card *mapmodel.Card) { card.Note += text })
	case "move":
		c, err = p.MoveCards(now, []mapmodel.ID{card}, at)
	case "remove":
		c, err = p.RemoveCards(now, []mapmodel.ID{card})
	case "stage":
		c, _, err = p.AddStage(now, 0, text)
	case "remove stage":
		c, err = p.RemoveStage(now, at.Column)
	case "persona":
		c, _, err = p.AddPersona(now, 0, mapmodel.Persona{Name: text})
	case "evidence":
		c, _, err = p.Cite(now, card, mapmodel.Evidence{Quote: text})
	case "picture":
		c, _, err = p.AddPicture(now, []mapmodel.ID{card}, "a picture", pixels(text))
	default:
		c, err = p.Replace(now, mapmodel.Search{Words: rapid.SampledFrom([]string{"a", "e", " "}).Draw(t, "find")}, "ä")
	}
	return c, err
}

func (m *machine) Undo(t *rapid.T) {
	d := m.pick(t)
	p := m.open(t, d)
	var err error
	if rapid.Bool().Draw(t, "redo") {
		_, err = p.doc.Redo(p.Author)
	} else {
		_, err = p.doc.Undo(p.Author)
	}
	if err != nil && !errors.Is(err, mapmodel.ErrNothingToUndo) && !errors.Is(err, mapmodel.ErrNothingToRedo) {
		t.Fatal(err)
	}
}

func (m *machine) CloseMap(t *rapid.T) {
	d := m.pick(t)
	if d.someone == nil {
		t.Skip("not open")
	}
	if err := d.someone.session.Close(context.Background()); err != nil {
		t.Fatal(err)
	}
	d.someone = nil
}

func (m *machine) Delete(t *rapid.T) {
	d := m.pick(t)
	id := d.now().ID()
	err := m.library.Delete(id)
	if d.someone != nil {
		if !errors.Is(err, ErrMapOpen) {
			t.Fatal(err)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	m.forget(id)
}

// Seal leaves every moment what it was: each step of the machine is one change.
func (m *machine) Seal(t *rapid.T) {
	if err := m.library.Seal(m.pick(t).now().ID()); err != nil && !errors.Is(err, ErrInterrupted) {
		t.Fatal(err)
	}
}

func (m *machine) forget(id mapmodel.ID) {
	delete(m.maps, id)
	for i := range m.order {
		if m.order[i] == id {
			m.order = append(m.order[:i:i], m.order[i+1:]...)
			return
		}
	}
}

func (m *machine) Restart(t *rapid.T) {
	if err := m.library.Close(); err != nil {
		t.Fatal(err)
	}
	for _, d := range m.maps {
		d.someone = nil
	}
	m.start(t)
}

// Crash edits until the power fails. What was told as committed must be there, and nothing but a beginning of what was done.
func (m *machine) Crash(t *rapid.T) {
	m.mortal.mu.Lock()
	m.mortal.lives = rapid.IntRange(0, 5).Draw(t, "lives")
	m.mortal.after = rapid.Bool().Draw(t, "after the writing")
	m.mortal.mu.Unlock()
	for range rapid.IntRange(1, 4).Draw(t, "edits") {
		if len(m.order) > 0 {
			m.Edit(t)
		}
		if d := m.maps[rapid.SampledFrom(append(m.order, mapmodel.ID{})).Draw(t, "flush")]; d != nil && d.someone != nil {
			_ = d.someone.session.Flush(context.Background())
		}
	}
	_ = m.library.Close()
	m.start(t)
	for _, d := range m.maps {
		if d.someone == nil {
			continue
		}
		d.someone = nil
		found, report, err := m.library.Open(d.now().ID())
		if err != nil || !report.Whole() {
			t.Fatal(report, err)
		}
		summary := opened{}
		if err := m.library.readSummary(found.ID(), &summary); err != nil {
			t.Fatal(err)
		}
		seq := int(summary.summary.Seq)
		if seq < d.committed || seq >= len(d.moments) {
			t.Fatalf("%d changes are there, %d were told as committed, %d were made", seq, d.committed, len(d.moments)-1)
		}
		wantSame(t, "after the crash", found, d.moments[seq])
		d.moments = d.moments[:seq+1]
	}
}

// Check is run after every step.
func (m *machine) Check(t *rapid.T) {
	for _, d := range m.maps {
		if d.someone != nil {
			if err := d.someone.session.Flush(context.Background()); err != nil {
				t.Fatal(err)
			}
		}
	}
	list, err := m.library.List()
	if err != nil || len(list) != len(m.maps) {
		t.Fatalf("%d maps are listed, want %d, %v", len(list), len(m.maps), err)
	}
	for _, s := range list {
		d := m.maps[s.ID]
		if d == nil || s.Title != d.now().Header().Title || s.Cards != d.now().CardCount() || s.Damaged {
			t.Fatalf("%+v", s)
		}
	}
}

// LookBack reads some map and some moment of it.
func (m *machine) LookBack(t *rapid.T) {
	d := m.pick(t)
	if d.someone != nil {
		if err := d.someone.session.Flush(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	id := d.now().ID()
	seq := rapid.IntRange(0, len(d.moments)-1).Draw(t, "moment")
	then, err := m.library.At(id, uint64(seq))
	if err != nil {
		t.Fatal(err)
	}
	wantSame(t, fmt.Sprint("at ", seq), then, d.moments[seq])
	n := 0
	for moment, err := range m.library.History(id, uint64(seq)) {
		if err != nil {
			t.Fatal(err)
		}
		if moment.Seq != uint64(seq+n) {
			t.Fatalf("change %d came as %d", seq+n, moment.Seq)
		}
		n++
	}
	if n != len(d.moments)-seq {
		t.Fatalf("%d moments from %d on, want %d", n, seq, len(d.moments)-seq)
	}
}

func TestALibraryHoldsWhatWasDoneWhateverHappens(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := &machine{store: lasting{memory.New()}, maps: map[mapmodel.ID]*deskMap{}}
		m.start(t)
		t.Repeat(map[string]func(*rapid.T){
			"create": m.Create, "edit": m.Edit, "undo": m.Undo, "close map": m.CloseMap, "delete": m.Delete,
			"restart": m.Restart, "crash": m.Crash, "look back": m.LookBack, "seal": m.Seal, "": m.Check,
		})
		if err := m.library.Close(); err != nil {
			t.Fatal(err)
		}
	})
}

func TestAtWhateverCommitThePowerFailsTheMapIsWhole(t *testing.T) {
	for lives := range 12 {
		for _, after := range []bool{false, true} {
			store := &mortal{Store: newLasting(), lives: -1}
			l := mustNew(t, store)
			m := mustCreate(t, l, "Mortal")
			store.mu.Lock()
			store.lives, store.after = lives, after
			store.mu.Unlock()
			moments := []*mapmodel.Map{m}
			told := 0
			p := sit(t, l, m, Listener{OnCommitted: func(mapmodel.Change, uint64) { told++ }})
			p.doc.Listen(func(e mapmodel.Event) { moments = append(moments, e.After) })
			for i := range 10 {
				p.addCard(t, fmt.Sprint("card ", i))
				_ = p.session.Flush(t.Context())
			}
			err := l.Close()
			if lives < 10 != errors.Is(err, errPower) {
				t.Errorf("%d lives: %v", lives, err)
			}
			l = mustNew(t, store.Store)
			back := mustOpenMap(t, l, m.ID())
			want := min(lives, 10)
			if told != want {
				t.Errorf("%d changes were told as committed, want %d", told, want)
			}
			if after && lives < 10 {
				want++
			}
			wantSame(t, fmt.Sprintf("with %d lives", lives), back, moments[want])
			mustClose(t, l)
		}
	}
}

// pixels is a PNG, another for each text.
func pixels(text string) []byte {
	img := image.NewGray(image.Rect(0, 0, len(text)+1, 1))
	copy(img.Pix, text)
	var out bytes.Buffer
	_ = png.Encode(&out, img) // memory takes everything
	return out.Bytes()
}
