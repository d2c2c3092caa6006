package torture

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"footpath/mapmodel"
	"footpath/storage/engine"
	"footpath/storage/library"
)

// The test program started again with these variables is somebody who works on a library.
const (
	envWork    = "TORTURE_WORK"    // what to do
	envLibrary = "TORTURE_LIBRARY" // where
	envCount   = "TORTURE_COUNT"   // how many changes; 0: until killed
	envFault   = "TORTURE_FAULT"   // which call fails, for "tape"
)

// works are what a child can do, by name. What must see the system's calls is there on Linux only.
var works = map[string]func(path string, count int) error{
	"type": func(path string, count int) error {
		return typing(path, count, func(words string) { fmt.Println(words) })
	},
	"rot": func(path string, _ int) error { return useRotten(path) },
}

func child(work string) {
	path := os.Getenv(envLibrary)
	count, _ := strconv.Atoi(os.Getenv(envCount))
	err := works[work](path, count)
	if err != nil {
		fmt.Println("failed", err)
		os.Exit(3)
	}
}

// The one who types makes changes one after the other in one map: an odd one adds a card "change n", an even one alters that card to
// "change n". So whatever number of them is there, it is known what the map must say.

// wanted are the texts of the map's cards after n changes, sorted.
func wanted(n int) []string {
	var texts []string
	for i := 2; i <= n; i += 2 {
		texts = append(texts, fmt.Sprint("change ", i))
	}
	if n%2 == 1 {
		texts = append(texts, fmt.Sprint("change ", n))
	}
	slices.Sort(texts)
	return texts
}

// made is how many changes a map holds, when it says what it must after so many.
func made(m *mapmodel.Map) (int, bool) {
	var texts []string
	n := 0
	for card := range m.Cards() {
		texts = append(texts, card.Text)
		var i int
		if _, err := fmt.Sscanf(card.Text, "change %d", &i); err == nil {
			n = max(n, i)
		}
	}
	slices.Sort(texts)
	return n, slices.Equal(texts, wanted(n))
}

// title is that of the map that is typed in; others are made on the way.
const title = "Torture"

// begin opens a library, as the window does, and its map.
func begin(path string, say func(string)) (*library.Library, *mapmodel.Map, error) {
	options := library.Options{Program: "torture", Refuges: []string{filepath.Join(filepath.Dir(path), "refuge")}, Moved: func(e library.Elsewhere) {
		say("moved " + e.Path)
	}}
	l, err := library.Open(path, options)
	if errors.Is(err, engine.ErrDamaged) {
		if _, err = library.Repair(path, options, time.Now()); err == nil {
			l, err = library.Open(path, options)
		}
	}
	if err != nil {
		return nil, nil, err
	}
	if _, _, err := l.ComeBack(); err != nil {
		return l, nil, err
	}
	found, err := l.Find(title)
	if errors.Is(err, library.ErrNoMap) {
		m := mapmodel.NewMap(title, mapmodel.NewSource())
		if err := l.Create(m, mapmodel.Change{At: 1}); err != nil {
			return l, nil, err
		}
		return l, m, nil
	}
	if err != nil {
		return l, nil, err
	}
	m, report, err := l.Open(found.ID)
	if err == nil && !report.Whole() {
		err = fmt.Errorf("the map is not whole: %+v", report)
	}
	return l, m, err
}

// typing types, and says each change once it is saved.
func typing(path string, count int, say func(string)) error {
	l, m, err := begin(path, say)
	if err != nil {
		return err
	}
	say("open")
	n, right := made(m)
	if !right {
		return errors.New("the map does not say what it must")
	}
	source := mapmodel.NewSource()
	desk := &mapmodel.Desk{Author: l.Author(), Source: source, Now: time.Now}
	doc := mapmodel.NewDocument(m, source, time.Now)
	saved := n
	session, err := l.Attach(doc, library.Listener{OnCommitted: func(mapmodel.Change, uint64) {
		saved++
		say(fmt.Sprint("saved ", saved))
	}})
	if err != nil {
		return err
	}
	day := time.Now()
	for end := n + count; count == 0 || n < end; {
		n++
		if count > 0 && n == end-count/2 {
			if err := midway(path); err != nil {
				return err
			}
		}
		if err := change(desk, doc, n); err != nil {
			return err
		}
		if n%3 != 0 { // else several gather into one commit
			flush(session, l)
		}
		if n%97 == 0 {
			if day = day.Add(25 * time.Hour); l.Failure() == nil {
				_, _ = l.BackUpIfDue(day) // that it is interrupted is as it should be
			}
		}
		if n%8 == 0 {
			_ = l.Seal(m.ID()) // as KeepSealed does in a quiet moment; that it is interrupted is as it should be
		}
		if n%41 == 0 {
			extra := mapmodel.NewMap(fmt.Sprint("extra ", n), source)
			if err := l.Create(extra, mapmodel.Change{At: 1}); err == nil {
				say("made " + extra.ID().String())
			}
		}
	}
	flush(session, l)
	err = session.Flush(context.Background())
	if err != nil {
		say("not saved: " + err.Error())
		session.Discard()
	}
	return errors.Join(l.Close())
}

// flush waits until all is saved, and tries again once, as a person would.
func flush(session *library.Session, l *library.Library) {
	if session.Flush(context.Background()) != nil {
		l.Retry()
		_ = session.Flush(context.Background()) // the status says it
	}
}

func change(desk *mapmodel.Desk, doc *mapmodel.Document, n int) error {
	text := fmt.Sprint("change ", n)
	var c mapmodel.Change
	var err error
	if n%2 == 1 {
		c, _, err = desk.AddCard(doc.Map(), mapmodel.Place{}, text, nil)
	} else {
		var last mapmodel.ID
		for card := range doc.Map().Cards() {
			if card.Text == fmt.Sprint("change ", n-1) {
				last = card.ID
			}
		}
		c, err = desk.SetText(doc.Map(), last, text)
	}
	if err == nil {
		_, err = doc.Do(c)
	}
	return err
}

// found is what a library holds after something was done to it.
type found struct {
	changes int  // in the map
	right   bool // the map, and each moment of its past that was looked at, says what it must
	back    bool // it needed the journal or a repair
	err     error
}

// look opens a library as the next start does, and sees what is there. made are the other maps that must be.
func look(path string, others []string) (f found) {
	options := library.Options{Program: "torture"}
	l, err := library.Open(path, options)
	if errors.Is(err, engine.ErrDamaged) {
		f.back = true
		if _, err = library.Repair(path, options, time.Now()); err == nil {
			l, err = library.Open(path, options)
		}
	}
	if err != nil {
		return found{err: err}
	}
	defer func() { f.err = errors.Join(f.err, l.Close()) }()
	if from, _, err := l.ComeBack(); err != nil || from != "" {
		f.back = true
		if f.err = err; err != nil {
			return f
		}
	}
	f.back = f.back || l.PutBack() > 0
	for _, text := range others {
		id, err := mapmodel.ParseID(text)
		if err == nil {
			_, _, err = l.Open(id)
		}
		if err != nil {
			f.err = fmt.Errorf("another map: %w", err)
			return f
		}
	}
	summary, err := l.Find(title)
	if errors.Is(err, library.ErrNoMap) {
		f.right = true
		return f
	}
	if err != nil {
		f.err = err
		return f
	}
	m, report, err := l.Open(summary.ID)
	if err != nil || !report.Whole() {
		f.err = errors.Join(err, fmt.Errorf("report %+v", report))
		return f
	}
	if f.changes, f.right = made(m); !f.right || f.changes == 0 {
		return f
	}
	moments := 0
	for moment, err := range l.History(summary.ID, 1) {
		if err != nil {
			f.err = err
			return f
		}
		if moments++; moment.Seq != uint64(moments) {
			f.right = false
		}
	}
	f.right = f.right && moments == f.changes
	for _, n := range []int{1, f.changes / 2, f.changes} {
		then, err := l.At(summary.ID, uint64(n))
		if err != nil {
			f.err = err
			return f
		}
		if there, right := made(then); there != n || !right {
			f.right = false
		}
	}
	return f
}
