package edit_test

import (
	"strings"
	"testing"
	"time"

	"footpath/app/desktop/board/edit"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/render/text"
)

// clock is a time that stands still until the test lets it pass.
type clock struct {
	now   time.Time
	calls []*call
}

type call struct {
	at time.Time
	f  func()
}

func (c *clock) Now() time.Time { return c.now }

func (c *clock) After(d time.Duration, f func()) edit.Timer {
	k := &call{at: c.now.Add(d), f: f}
	c.calls = append(c.calls, k)
	return k
}

func (k *call) Stop() bool { was := k.f != nil; k.f = nil; return was }

func (c *clock) pass(d time.Duration) {
	c.now = c.now.Add(d)
	for _, k := range c.calls {
		if f := k.f; f != nil && !k.at.After(c.now) {
			k.f = nil
			f()
		}
	}
}

// room is an editor with a person's hands and eyes.
type room struct {
	*edit.Editor
	t       *testing.T
	doc     *mapmodel.Document
	desk    *mapmodel.Desk
	clock   *clock
	clip    string
	notices []edit.Notice
	changes []mapmodel.Change
}

func (r *room) Content() string     { return r.clip }
func (r *room) SetContent(s string) { r.clip = s }

// open opens a map with the stages given ("Book: Choose, Confirm" has steps),
// and the standard lanes.
func open(t *testing.T, stages ...string) *room {
	t.Helper()
	c := &clock{now: time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)}
	src := mapmodel.NewSeededSource(7)
	r := &room{t: t, clock: c, desk: &mapmodel.Desk{Author: src.ID(), Source: src, Now: c.Now}}
	r.doc = mapmodel.NewDocument(mapmodel.NewMap("A test", src), src, c.Now)
	for _, stage := range stages {
		name, steps, _ := strings.Cut(stage, ":")
		made, id, err := r.desk.AddStage(r.doc.Map(), -1, name)
		r.must(made, err)
		for step := range strings.SplitSeq(steps, ",") {
			if step = strings.TrimSpace(step); step != "" {
				made, _, err := r.desk.AddStep(r.doc.Map(), id, -1, step)
				r.must(made, err)
			}
		}
	}
	r.doc = mapmodel.NewDocument(r.doc.Map(), src, c.Now)
	r.Editor = edit.New(edit.Params{
		Doc: r.doc, Desk: r.desk, Clock: c, Clipboard: r, Stops: text.Graphemes,
		ReadDate: words.English.ReadDate, WriteDate: words.English.ShortDate,
		Tell: func(n edit.Notice) { r.notices = append(r.notices, n) },
	})
	r.doc.Listen(func(ev mapmodel.Event) { r.changes = append(r.changes, ev.Change) })
	return r
}

func (r *room) must(c mapmodel.Change, err error) {
	r.t.Helper()
	if err == nil {
		_, err = r.doc.Do(c)
	}
	if err != nil {
		r.t.Fatal(err)
	}
}

// press presses keys one after the other: "Ctrl+Shift+T", "Up"; a word in
// quotes is typed.
func (r *room) press(keys ...string) *room {
	r.t.Helper()
	for _, key := range keys {
		if typed, ok := strings.CutPrefix(key, "'"); ok {
			for _, letter := range strings.TrimSuffix(typed, "'") {
				r.Type(letter)
			}
			continue
		}
		var s edit.Stroke
		parts := strings.Split(key, "+")
		for _, mod := range parts[:len(parts)-1] {
			s.Mods |= map[string]edit.Mods{"Ctrl": edit.Ctrl, "Shift": edit.Shift, "Alt": edit.Alt}[mod]
		}
		s.Key = parts[len(parts)-1]
		if !r.Press(s) {
			r.t.Fatalf("%s means nothing in state %d", key, r.State())
		}
	}
	return r
}

// says writes a cell's cards, one after the other, parted by " | ".
func (r *room) says(column string, lane mapmodel.LaneKind, want ...string) *room {
	r.t.Helper()
	var got []string
	for card := range r.Map().Cell(r.column(column), r.Map().LaneOf(lane).ID).Cards() {
		got = append(got, card.Text)
	}
	if strings.Join(got, " | ") != strings.Join(want, " | ") {
		r.t.Errorf("%s, %s: %q, want %q", column, lane, got, want)
	}
	return r
}

func (r *room) column(name string) mapmodel.ID {
	r.t.Helper()
	for stage, step := range r.Map().Columns() {
		if step != nil && step.Name == name {
			return step.ID
		}
		if step == nil && stage.Name == name {
			return stage.ID
		}
	}
	r.t.Fatalf("there is no column %q", name)
	return mapmodel.ID{}
}

// at tells what the selection should be: "Notice/tasks" a cell, "Notice/tasks:
// Open it" a card, "stage Notice", "lane tasks", "persona Rosa", "field scenario", "title", "start", "inbox".
func (r *room) at(want string) *room {
	r.t.Helper()
	if got := r.where(); got != want {
		r.t.Errorf("selected is %q, want %q", got, want)
	}
	return r
}

func (r *room) where() string {
	s, m := r.Cursor(), r.Map()
	name := func(id mapmodel.ID) string { return mapmodel.NameOf(m.Get(id)) }
	kind := func(id mapmodel.ID) string {
		if lane := mapmodel.Find[*mapmodel.Lane](m, id); lane != nil {
			return string(lane.LaneKind)
		}
		return "no lane"
	}
	switch s.Kind {
	case edit.Title:
		return "title"
	case edit.HeadField:
		return "field " + s.Field
	case edit.PersonaHead:
		return "persona " + name(s.ID)
	case edit.Start:
		return "start"
	case edit.StageHead:
		return "stage " + name(s.ID)
	case edit.StepHead:
		return "step " + name(s.ID)
	case edit.LaneHead:
		return "lane " + kind(s.ID)
	case edit.Cell, edit.Card:
		place := "inbox"
		if !s.Inbox() {
			place = name(s.Column) + "/" + kind(s.Lane)
		}
		if s.Kind == edit.Card {
			return place + ": " + mapmodel.Find[*mapmodel.Card](m, s.ID).Text
		}
		return place
	}
	return "nothing"
}
