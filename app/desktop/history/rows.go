//go:build !nogui

// Package history is the time line of a map beside the board: every step that made it what it is, and the moments that have names.
package history

import (
	"slices"
	"time"

	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/storage/library"
)

// Kind is what a row of the time line is.
type Kind uint8

// The kinds of rows.
const (
	Day    Kind = iota // the day of the rows below; nothing to go to
	Named              // a moment with a name that somebody gave it
	Marked             // a moment that was marked by itself
	Step               // a step: what undo would take back
)

// Row is one line of the time line, the latest first.
type Row struct {
	Kind Kind
	// From and Seq are the numbers of the first and the last change of the step; of a moment with a name, both are its own.
	From, Seq uint64
	// Time is when, as the clock showed it; Text is what the row says, Who did it where it was not the person themselves.
	Time, Text, Who string
	// Day is the heading the row stands under.
	Day string
	// At is the time in full.
	At time.Time
}

// Sentence is what a row is read out as.
func (r Row) Sentence(l words.Language) string {
	text := r.Text
	switch r.Kind {
	case Day:
		return r.Text
	case Named, Marked:
		text = l.Say(words.HistoryNamed, words.Args{"name": text})
	}
	if r.Who != "" {
		text = l.Say(words.HistoryBy, words.Args{"what": text, "who": r.Who})
	}
	return l.Say(words.HistoryStep, words.Args{"day": r.Day, "time": r.Time, "what": text})
}

// step is the changes that are taken back as one.
type step struct {
	from, seq uint64
	group     mapmodel.ID
	label     mapmodel.Label
	author    mapmodel.ID
	at        int64
}

// fold adds older moments, the latest first, to steps in the same order. A step is called what its last change is called, and
// happened when that did.
func fold(steps []step, older []library.Moment) []step {
	for _, m := range older {
		if n := len(steps); n > 0 && m.Seq > 0 && !m.Change.Group.IsZero() && steps[n-1].group == m.Change.Group {
			steps[n-1].from = m.Seq
			continue
		}
		steps = append(steps, step{
			from: m.Seq, seq: m.Seq, group: m.Change.Group, label: m.Change.Label, author: m.Change.Author, at: m.Change.At,
		})
	}
	return steps
}

// teller puts steps and names into words.
type teller struct {
	words words.Language
	now   time.Time
	// who is the name of an author; empty for the person themselves.
	who func(mapmodel.ID) string
}

// rows lists the time line, the latest first: a heading for each day, and each name above its moment.
func (t teller) rows(steps []step, names []library.Snapshot) []Row {
	var out []Row
	day := ""
	add := func(r Row, at int64) {
		r.At = time.UnixMilli(at).In(t.now.Location())
		r.Time, r.Day = r.At.Format("15:04"), t.words.Day(r.At, t.now)
		if r.Day != day {
			day = r.Day
			out = append(out, Row{Kind: Day, Text: day, Day: day, From: r.From, Seq: r.Seq})
		}
		out = append(out, r)
	}
	names = slices.Clone(names)
	slices.SortFunc(names, func(a, b library.Snapshot) int { return int(int64(b.Seq) - int64(a.Seq)) })
	for _, s := range steps {
		for len(names) > 0 && names[0].Seq > s.seq {
			names = names[1:] // of a step that is not read yet
		}
		for ; len(names) > 0 && names[0].Seq >= s.from; names = names[1:] {
			add(t.named(names[0]), s.at)
		}
		add(Row{Kind: Step, From: s.from, Seq: s.seq, Text: t.words.Label(s.label.Key, s.label.Args), Who: t.who(s.author)}, s.at)
	}
	return out
}

// named is the row of a moment with a name. It stands at the time of its moment, not of its naming.
func (t teller) named(s library.Snapshot) Row {
	if s.Mark != "" {
		return Row{Kind: Marked, From: s.Seq, Seq: s.Seq, Text: t.words.Say(words.Key(s.Mark), nil)}
	}
	return Row{Kind: Named, From: s.Seq, Seq: s.Seq, Text: s.Name, Who: t.who(s.Author)}
}
