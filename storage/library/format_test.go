package library

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// writeFormat makes the library of this version's format that stays in testdata, once, when a format is released:
//
//	go test ./storage/library -run EveryReleasedFormat -write-format
var writeFormat = flag.Bool("write-format", false, "write testdata/format-N, where it does not exist")

// released makes a library that holds a record of every kind with every field, changes of every sort, and a view.
func released(t *testing.T, path string) {
	t.Helper()
	l, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	src := mapmodel.NewSeededSource(2026)
	p := sit(t, l, func() *mapmodel.Map {
		m := mapmodel.NewMap("Renewing a driving licence", src)
		if err := l.Create(m, mapmodel.Change{Author: l.Author(), At: 1_795_000_000_000, Label: mapmodel.Label{Key: mapmodel.LabelNewMap, Args: []string{"Renewing"}}}); err != nil {
			t.Fatal(err)
		}
		return m
	}(), Listener{})
	now := func() *mapmodel.Map { return p.doc.Map() }
	c, stage, err := p.AddStage(now(), 0, "Notice")
	p.made(t, c, err)
	c, step, err := p.AddStep(now(), stage, 0, "Open the letter")
	p.made(t, c, err)
	c, rosa, err := p.AddPersona(now(), 0, mapmodel.Persona{Name: "Rosa", Role: "home-care nurse", Goals: []string{"Lose no working day"}, Quote: "Each queue costs me a shift."})
	p.made(t, c, err)
	lane := now().LaneOf(mapmodel.LaneOpportunities).ID
	c, insight, err := p.AddCard(now(), mapmodel.Place{Column: step, Lane: now().LaneOf(mapmodel.LaneInsights).ID}, "The notice is in English only", nil)
	p.made(t, c, err)
	c, card, err := p.AddCard(now(), mapmodel.Place{Column: stage, Lane: lane}, "Offer the notice in five languages", func(card *mapmodel.Card) {
		card.Emotion, card.Mood, card.Moment, card.Persona = mapmodel.N(-2), "anxious", true, rosa
		card.Channel, card.Where, card.People, card.Reason = "post", mapmodel.Offline, []string{"clerk", "guard"}, mapmodel.Service
		card.Sign, card.Pillar, card.Department, card.Tags = mapmodel.Pain, mapmodel.Process, "Front desk", []string{"quick win"}
		card.Note, card.Level, card.Owner = strings.Repeat("Ask at check-in for a mobile number. ", 4), mapmodel.Researched, "Web team"
		card.Status, card.Due, card.Impact, card.Effort = mapmodel.Planned, "2027-03-30", mapmodel.N(4), mapmodel.N(2)
		card.Reach, card.Confidence, card.Links = mapmodel.N(12000), mapmodel.N(80), []string{"https://example.org/booking"}
		card.Conflicts = []mapmodel.Conflict{{Field: "text", Text: "Offer it in seven"}}
	})
	p.made(t, c, err)
	c, err = p.Answer(now(), card, insight)
	p.made(t, c, err)
	c, _, err = p.Cite(now(), card, mapmodel.Evidence{EvidenceKind: mapmodel.Interview, Source: "6 visitors", Date: "2026-10-30", Quote: "My son had to read it to me", Link: "https://example.org/notes"})
	p.made(t, c, err)
	c, _, err = p.AddPicture(now(), []mapmodel.ID{card}, "queue", pixels("queue"))
	for _, e := range c.Edits {
		if picture, ok := e.After.(*mapmodel.Picture); ok {
			picture.Data = "\x89PNG\r\n\x1a\nno more than this" // as the first libraries took anything
		}
	}
	p.made(t, c, err)
	c, _, err = p.AddSurvey(now(), stage, mapmodel.Survey{SurveyKind: mapmodel.CSAT, Method: "text message", Date: "2026-10-30", Counts: []int{4, 6, 11, 40, 35}})
	p.made(t, c, err)
	c, err = p.SetScore(now(), card, "votes", mapmodel.N(7))
	p.made(t, c, err)
	c, err = mapmodel.Alter(p.Desk, now(), mapmodel.LabelAlter, []mapmodel.ID{card}, func(card *mapmodel.Card) {
		card.Note = strings.Replace(card.Note, "mobile", "telephone", 1)
	})
	p.made(t, c, err)
	c, err = p.RemoveCards(now(), []mapmodel.ID{insight})
	p.made(t, c, err)
	if _, err := p.doc.Undo(p.Author); err != nil {
		t.Fatal(err)
	}
	if err := l.SetView(l.Author(), now().ID(), View{Zoom: 1.5, X: 3, LinkedPath: "/home/rosa/licence.journey.yaml", Export: map[string]string{"paper": "A3"}}); err != nil {
		t.Fatal(err)
	}
	mustClose(t, l)
}

// tell writes down everything a library holds, by numbers rather than names, so that it says the same for ever.
func tell(t *testing.T, l *Library) string {
	t.Helper()
	var b strings.Builder
	list, err := l.List()
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(&b, "library %s of %s\n", l.ID(), l.Author())
	for _, s := range list {
		fmt.Fprintf(&b, "map %s %q %q %q %d stages %d cards %s bin %t\n", s.ID, s.Title, s.Personas, s.State, s.Stages, s.Cards, s.Edited, s.Bin)
		tellMap(&b, mustOpenMap(t, l, s.ID))
		for moment, err := range l.History(s.ID, 0) {
			if err != nil {
				t.Fatal(err)
			}
			c := moment.Change
			fmt.Fprintf(&b, "change %d %s group %s undoes %s by %s at %d: %q\n", moment.Seq, c.ID, c.Group, c.Undoes, c.Author, c.At, append([]string{c.Label.Key}, c.Label.Args...))
			for _, e := range c.Edits {
				b.WriteString(" from")
				tellRecord(&b, e.Before)
				b.WriteString(" to")
				tellRecord(&b, e.After)
			}
		}
		view, err := l.View(l.Author(), s.ID)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "view %v %v %v %v %q %q %q\n", view.Zoom, view.X, view.Y, view.Selection, view.LinkedPath, view.LinkedHash, view.Export)
	}
	return b.String()
}

func tellMap(b *strings.Builder, m *mapmodel.Map) {
	for r := range m.Records() {
		tellRecord(b, r)
	}
}

func tellRecord(b *strings.Builder, r mapmodel.Record) {
	if r == nil {
		b.WriteString(" nothing\n")
		return
	}
	fmt.Fprintf(b, " record %s kind %d", r.Base().ID, r.Kind())
	for _, f := range rowsFor(r.Kind()) {
		if f.IsZero(r) {
			continue
		}
		switch p := f.Pointer(r).(type) {
		case *string:
			fmt.Fprintf(b, " %d=%q", f.Number, *p)
		case *mapmodel.Rank:
			fmt.Fprintf(b, " %d=%q", f.Number, *p)
		case *bool:
			fmt.Fprintf(b, " %d=%t", f.Number, *p)
		case *mapmodel.Number:
			fmt.Fprintf(b, " %d=%d", f.Number, p.Value)
		case *mapmodel.ID:
			fmt.Fprintf(b, " %d=%s", f.Number, *p)
		case *[]string:
			fmt.Fprintf(b, " %d=%q", f.Number, *p)
		case *[]mapmodel.ID:
			fmt.Fprintf(b, " %d=%s", f.Number, *p)
		case *[]int:
			fmt.Fprintf(b, " %d=%d", f.Number, *p)
		case *[]mapmodel.Conflict:
			fmt.Fprintf(b, " %d=%q", f.Number, *p)
		}
	}
	b.WriteString("\n")
}

func TestALibraryOfEveryReleasedFormatOpens(t *testing.T) {
	files := filepath.Join("testdata", fmt.Sprintf("format-%d", format))
	if _, err := os.Stat(files + ".zst"); *writeFormat && errors.Is(err, os.ErrNotExist) {
		path := filepath.Join(t.TempDir(), "maps.footpath")
		released(t, path)
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		// bbolt makes room in advance; packed, the file is as small as what it holds.
		encoder := must(zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression)))
		l := must(Open(path, Options{}))
		told := tell(t, l)
		mustClose(t, l)
		if err := errors.Join(os.MkdirAll("testdata", 0o755),
			os.WriteFile(files+".zst", encoder.EncodeAll(raw, nil), 0o644), os.WriteFile(files+".txt", []byte(told), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	for n := 1; n <= format; n++ {
		name := filepath.Join("testdata", fmt.Sprintf("format-%d", n))
		packed, err := os.ReadFile(name + ".zst")
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(name + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		raw, err := must(zstd.NewReader(nil)).DecodeAll(packed, nil)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "maps.footpath")
		if err := os.WriteFile(path, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		l, err := Open(path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := tell(t, l); got != strings.ReplaceAll(string(want), "\r\n", "\n") {
			t.Errorf("format %d tells\n%s\nwant\n%s", n, got, want)
		}
		// Sealed, it tells the same; and it takes changes.
		list := must(l.List())
		l.config.block = 3
		mustSeal(t, l, list[0].ID)
		if blocks, _ := logItems(t, l, list[0].ID); len(blocks) == 0 {
			t.Error("nothing was sealed")
		}
		if got := tell(t, l); got != strings.ReplaceAll(string(want), "\r\n", "\n") {
			t.Errorf("format %d, sealed, tells\n%s\nwant\n%s", n, got, want)
		}
		p := sit(t, l, mustOpenMap(t, l, list[0].ID), Listener{})
		p.addCard(t, "written today")
		p.flush(t)
		wantSaved(t, l, p.doc.Map())
		mustClose(t, l)
	}
}

func TestALibraryOfALaterFormatIsRefusedUntouched(t *testing.T) {
	path := filepath.Join(t.TempDir(), "maps.footpath")
	for name, test := range map[string]struct {
		meta  storedMeta
		needs string
	}{
		"with a name":    {storedMeta{Format: 9, Lowest: 9, Needs: "Footpath 3.2"}, "Footpath 3.2"},
		"without a name": {storedMeta{Format: 7, Lowest: 5}, "format 5"},
	} {
		l, err := Open(path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		value := must(encodePlain(test.meta))
		if _, err := l.store.Commit([]engine.Op{{Key: metaKey, Value: value}}); err != nil {
			t.Fatal(err)
		}
		present := must(encodePlain(storedMeta{Format: format, Lowest: format, ID: l.ID()}))
		mustClose(t, l)
		before := must(os.ReadFile(path))
		_, err = Open(path, Options{})
		var tooNew *engine.TooNewError
		if !errors.As(err, &tooNew) || !strings.Contains(err.Error(), test.needs) {
			t.Errorf("%s: %v", name, err)
		}
		if after := must(os.ReadFile(path)); !bytes.Equal(before, after) {
			t.Errorf("%s: the file was touched", name)
		}
		rewriteMeta(t, path, present)
	}
}

// rewriteMeta puts a meta into a library past the library.
func rewriteMeta(t *testing.T, path string, value []byte) {
	t.Helper()
	store := must(openStore(path))
	if _, err := store.Commit([]engine.Op{{Key: metaKey, Value: value}}); err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestALaterFormatThatWeCanStillReadIsRead(t *testing.T) {
	store := newLasting()
	m := lived(t, store)
	value := must(encodePlain(storedMeta{Format: format + 4, Lowest: format, ID: m.ID()}))
	if _, err := store.Commit([]engine.Op{{Key: metaKey, Value: value}}); err != nil {
		t.Fatal(err)
	}
	l := mustNew(t, store)
	wantSame(t, "opened", mustOpenMap(t, l, m.ID()), m)
	mustClose(t, l)
	item := must(store.Get(metaKey))
	if !bytes.Equal(item.Value, value) {
		t.Error("its meta was altered")
	}
}

func TestAStoreThatHoldsSomethingElseIsRefused(t *testing.T) {
	store := newLasting()
	if _, err := store.Commit([]engine.Op{{Key: engine.Key{Space: "something", Bytes: "else"}}}); err != nil {
		t.Fatal(err)
	}
	if _, err := New(store); !errors.Is(err, engine.ErrDamaged) {
		t.Errorf("%v", err)
	}
	if _, err := store.Commit([]engine.Op{{Key: metaKey, Value: []byte("junk")}}); err != nil {
		t.Fatal(err)
	}
	if _, err := New(store); !errors.Is(err, engine.ErrDamaged) {
		t.Errorf("%v", err)
	}
}
