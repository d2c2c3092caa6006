package library

import (
	"errors"
	"testing"
	"time"

	"footpath/mapmodel"
	"footpath/storage/engine/memory"
)

func TestAMarkIsSkippedWhenNothingHasChangedAndANameOutlivesIt(t *testing.T) {
	l := mustNew(t, memory.New())
	defer mustClose(t, l)
	m := mustCreate(t, l, "A map")
	mark := func(what Mark) {
		t.Helper()
		if err := l.MarkMoment(m.ID(), what, 7); err != nil {
			t.Fatal(err)
		}
	}
	want := func(what ...Snapshot) {
		t.Helper()
		got, err := l.Snapshots(m.ID())
		if err != nil || len(got) != len(what) {
			t.Fatalf("the moments are %+v, %v", got, err)
		}
		for i, s := range what {
			if got[i].Seq != s.Seq || got[i].Name != s.Name || got[i].Mark != s.Mark {
				t.Errorf("moment %d is %+v", i, got[i])
			}
		}
	}
	mark(MarkSessionStart)
	want() // it has just been made
	p := sit(t, l, m, Listener{})
	card := p.addCard(t, "One")
	p.flush(t)
	mark(MarkBeforeExport)
	mark(MarkSessionEnd)
	want(Snapshot{Seq: 1, Mark: MarkBeforeExport})
	if _, err := l.Named(m.ID(), ""); !errors.Is(err, ErrNoSnapshot) {
		t.Errorf("a mark is found as if it were a name: %v", err)
	}
	if s, err := l.NameMoment(m.ID(), 1, "after the workshop", 8); err != nil || s.Seq != 1 {
		t.Fatal(s, err)
	}
	want(Snapshot{Seq: 1, Name: "after the workshop"})
	p.setText(t, card, "Two")
	p.flush(t)
	mark(MarkSessionEnd)
	if _, err := l.NameMoment(m.ID(), 0, "the start", 9); err != nil {
		t.Fatal(err)
	}
	want(Snapshot{Name: "the start"}, Snapshot{Seq: 1, Name: "after the workshop"}, Snapshot{Seq: 2, Mark: MarkSessionEnd})
	if err := l.Unname(m.ID(), 1); err != nil {
		t.Fatal(err)
	}
	want(Snapshot{Name: "the start"}, Snapshot{Seq: 2, Mark: MarkSessionEnd})
	if _, err := l.NameMoment(m.ID(), 3, "to come", 9); err == nil {
		t.Error("a moment that has not been has a name")
	}
	if err := l.MarkMoment(mapmodel.NewSource().ID(), MarkSessionEnd, 1); !errors.Is(err, ErrNoMap) {
		t.Errorf("a mark of no map is answered %v", err)
	}
}

func TestMarksAreThinnedToTheLatestThenADayThenAMonth(t *testing.T) {
	var list []Snapshot
	start := time.Date(2025, 1, 1, 8, 0, 0, 0, time.UTC)
	for hour := range 24 * 365 {
		list = append(list, Snapshot{Seq: uint64(hour + 1), Mark: MarkSessionEnd, At: start.Add(time.Duration(hour) * time.Hour).UnixMilli()})
	}
	list[5].Mark, list[5].Name = "", "the first workshop"
	gone := map[uint64]bool{}
	for _, s := range spareMarks(list) {
		if s.Mark == "" {
			t.Fatalf("%q would be taken away", s.Name)
		}
		gone[s.Seq] = true
	}
	var kept []Snapshot
	for _, s := range list {
		if !gone[s.Seq] && s.Mark != "" {
			kept = append(kept, s)
		}
	}
	// A year of a mark an hour: the latest 24, then 60 days, then the months before those, the one that the days end in too.
	if len(kept) != 24+60+10 {
		t.Errorf("%d marks stay", len(kept))
	}
	if again := spareMarks(kept); len(again) != 0 {
		t.Errorf("what stays is thinned again, by %d", len(again))
	}
	for _, s := range kept[:9] {
		when := time.UnixMilli(s.At).UTC()
		if next := when.Add(time.Hour); next.Month() == when.Month() {
			t.Errorf("%s is not the last of its month", when)
		}
	}
}

func TestATimeLineIsReadPageByPageBackToTheMaking(t *testing.T) {
	l := mustNew(t, memory.New())
	defer mustClose(t, l)
	m := mustCreate(t, l, "A map")
	p := sit(t, l, m, Listener{})
	card := p.addCard(t, "0")
	for i := range 30 {
		p.setText(t, card, string(rune('a'+i)))
	}
	p.flush(t)
	var whole []Moment
	for moment, err := range l.History(m.ID(), 0) {
		if err != nil {
			t.Fatal(err)
		}
		whole = append(whole, moment)
	}
	for _, n := range []int{1, 7, 31, 32, 100} {
		before, at := Present, len(whole)
		for {
			page, err := l.Moments(m.ID(), before, n)
			if err != nil {
				t.Fatal(err)
			}
			if len(page) > n {
				t.Fatalf("%d moments came on a page of %d", len(page), n)
			}
			for _, moment := range page {
				at--
				if w := whole[at]; moment.Seq != w.Seq || moment.Change.ID != w.Change.ID || moment.Change.Label.Key != w.Change.Label.Key || len(moment.Change.Edits) > 0 {
					t.Fatalf("moment %d came as %+v", w.Seq, moment)
				}
				before = moment.Seq
			}
			if before == 0 {
				break
			}
		}
		if at != 0 {
			t.Errorf("in pages of %d, %d moments are missing", n, at)
		}
	}
	if _, err := l.Moments(mapmodel.NewSource().ID(), Present, 5); !errors.Is(err, ErrNoMap) {
		t.Errorf("the moments of no map are answered %v", err)
	}
}
