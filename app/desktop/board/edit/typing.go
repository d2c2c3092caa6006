//go:build !nogui

package edit

import (
	"strings"
	"time"

	"footpath/mapmodel"
)

// When typing becomes a change: after a pause, or after a time of unbroken
// typing, or when it ends.
const (
	pause    = 300 * time.Millisecond
	unbroken = time.Second
)

// typing is one text being typed: a card's, a name, the title, what the map says of itself. All the changes
// it makes share a group, so that undo takes the whole of it back.
type typing struct {
	e     *Editor
	spot  Spot // with the ID the record has or will have
	back  Spot // what was selected before a new record was opened
	begun bool // the record was made by this very typing
	names bool // it names a map that is new; see Name
	was   string
	first mapmodel.Record // the record as it was when the typing began; nil for a new one
	next  mapmodel.ID     // a new record stands before this sibling; zero is the end
	stage mapmodel.ID     // of a new step
	kind  mapmodel.LaneKind
	buf   *Buffer
	group mapmodel.ID
	goal  float64

	since time.Time // of the oldest letter not yet kept; zero when all is
	timer Timer

	seen string // the text that view was made for
	from *mapmodel.Map
	view *mapmodel.Map
}

// Typing is what the board needs to show of the text being typed.
type Typing struct {
	Spot     Spot
	Text     string
	Caret    int
	From, To int // what is selected
	New      bool
	// Names tells that it is the title of a new map, behind which Enter goes on to its first place.
	Names bool
	// ManyLines tells that it may have several lines.
	ManyLines bool
}

// Typing tells what is being typed; false in the state Select.
func (e *Editor) Typing() (Typing, bool) {
	t := e.typing
	if t == nil {
		return Typing{}, false
	}
	from, to := t.buf.Selection()
	return Typing{
		Spot: t.spot, Text: t.buf.Text(), Caret: t.buf.Caret(), From: from, To: to, New: t.begun, Names: t.names, ManyLines: t.spot.manyLines(),
	}, true
}

// View is the map as the board shows it: with what is being typed in it.
func (e *Editor) View() *mapmodel.Map {
	t := e.typing
	if t == nil {
		return e.Map()
	}
	if t.view == nil || t.seen != t.buf.Text() || t.from != e.Map() {
		t.seen, t.from, t.view = t.buf.Text(), e.Map(), e.Map()
		if c, err := t.change(t.seen); err == nil && len(c.Edits) > 0 {
			if m, err := e.Map().Apply(c); err == nil {
				t.view = m
			}
		}
	}
	return t.view
}

func (t *typing) fresh() bool { return t.begun && t.e.Map().Get(t.spot.ID) == nil }

// change is what would make the map hold a text.
func (t *typing) change(text string) (mapmodel.Change, error) {
	desk, m := t.e.p.Desk, t.e.Map()
	if now := m.Get(t.spot.ID); now != nil {
		if card, ok := now.(*mapmodel.Card); ok {
			if card.Text == text {
				return mapmodel.Change{}, nil
			}
			return desk.SetText(m, card.ID, text)
		}
		if t.e.textOf(t.spot, now) == text {
			return mapmodel.Change{}, nil
		}
		if t.spot.Kind == HeadField {
			return t.e.setField(m, t.spot.Field, text)
		}
		return desk.Rename(m, t.spot.ID, text)
	}
	switch t.spot.Kind {
	case Card:
		at := mapmodel.Place{Column: t.spot.Column, Lane: t.spot.Lane, At: t.index(t.e.walker().cards(t.spot))}
		c, _, err := desk.AddCard(m, at, text, func(card *mapmodel.Card) { card.ID = t.spot.ID })
		return c, err
	case PersonaHead:
		c, _, err := desk.AddPersona(m, t.among(&mapmodel.Persona{}), mapmodel.Persona{Name: text})
		return t.named(c), err
	case StageHead:
		c, _, err := desk.AddStage(m, t.among(&mapmodel.Stage{}), text)
		return t.named(c), err
	case StepHead:
		c, _, err := desk.AddStep(m, t.stage, t.among(&mapmodel.Step{Stage: t.stage}), text)
		return t.named(c), err
	default:
		c, _, err := desk.AddLane(m, t.among(&mapmodel.Lane{}), t.kind, text)
		return t.named(c), err
	}
}

// named gives the fresh record of a change the ID this typing knows it by.
func (t *typing) named(c mapmodel.Change) mapmodel.Change {
	for _, edit := range c.Edits {
		if edit.Before == nil && edit.After.Base().Key == "" {
			edit.After.Base().ID = t.spot.ID
		}
	}
	return c
}

func (t *typing) among(r mapmodel.Record) int { return t.index(t.e.Map().Siblings(r)) }

func (t *typing) index(siblings *mapmodel.Cell) int {
	if t.next.IsZero() {
		return -1
	}
	return siblings.Index(t.next)
}

// nameOf is what renaming alters; a lane without a name of its own has none.
func nameOf(r mapmodel.Record) string {
	switch r := r.(type) {
	case *mapmodel.Header:
		return r.Title
	case *mapmodel.Persona:
		return r.Name
	case *mapmodel.Stage:
		return r.Name
	case *mapmodel.Step:
		return r.Name
	case *mapmodel.Lane:
		return r.Name
	case *mapmodel.Card:
		return r.Text
	}
	return ""
}

// shownText is what people see at a spot: a lane without a name of its own has that of its kind.
func (e *Editor) shownText(s Spot, r mapmodel.Record) string {
	if lane, ok := r.(*mapmodel.Lane); ok && lane.Name == "" && e.p.LaneName != nil {
		return e.p.LaneName(lane)
	}
	return e.textOf(s, r)
}

// begin opens what stands at a spot for typing, with the caret at its end.
func (e *Editor) begin(s Spot) {
	e.Commit()
	r := e.Map().Get(s.ID)
	if r == nil || HeadSpot(r).Kind == None {
		return
	}
	text := e.shownText(s, r)
	e.put(e.still(s))
	e.open(&typing{spot: e.cursor, was: text}, text)
}

// Name opens the title of a new map for typing, all of it selected, so that the first letter takes its place; Enter then goes on to
// the map's first place.
func (e *Editor) Name() {
	e.begin(e.walker().title())
	if t := e.typing; t != nil && t.spot.Kind == Title {
		t.names = true
		t.buf.SelectAll()
		e.p.Changed()
	}
}

// beginNew opens a record that is not there yet: t says which and where.
func (e *Editor) beginNew(t *typing) {
	t.spot.ID = e.p.Desk.Source.ID()
	t.begun, t.back = true, e.cursor
	e.put(t.spot)
	e.open(t, "")
}

func (e *Editor) open(t *typing, text string) {
	t.e, t.group, t.goal = e, e.p.Desk.Source.ID(), -1
	t.buf = NewBuffer(text, !t.spot.manyLines(), e.p.Stops)
	t.first = e.Map().Get(t.spot.ID)
	e.typing = t
	e.p.Changed()
}

// touched is called after each alteration of the text.
func (t *typing) touched() {
	now := t.e.p.Clock.Now()
	if t.since.IsZero() {
		t.since = now
	}
	if t.timer != nil {
		t.timer.Stop()
	}
	if t.spot.Field == "date" {
		return // half a date says nothing
	}
	wait := min(pause, unbroken-now.Sub(t.since))
	if wait <= 0 {
		t.keep()
		return
	}
	t.timer = t.e.p.Clock.After(wait, func() {
		if t.e.typing == t && !t.e.closed {
			t.keep()
		}
	})
}

// keep makes a change of what has been typed so far.
func (t *typing) keep() bool {
	t.rest()
	text := t.buf.Text()
	if t.fresh() && strings.TrimSpace(text) == "" {
		return true
	}
	if lane, ok := t.e.Map().Get(t.spot.ID).(*mapmodel.Lane); ok && lane.Name == "" && text == t.was {
		return true // the standard name stays its kind's, in every language
	}
	c, err := t.change(text)
	if t.begun && err == nil {
		c.Label = mapmodel.AddLabel(addLabels[t.spot.Kind], text) // however far it had been written before
	}
	c.Group = t.group
	return t.e.do(c, err)
}

// addLabels are the labels of what is made by typing.
var addLabels = map[Kind]string{
	Card: mapmodel.LabelAddCard, StageHead: mapmodel.LabelAddStage, StepHead: mapmodel.LabelAddStep,
	LaneHead: mapmodel.LabelAddLane, PersonaHead: mapmodel.LabelAddPersona,
}

// Keep makes a change of what has been typed so far; the typing goes on. It gives the record as it was when the typing began, or
// nil where nothing has been typed.
func (e *Editor) Keep() mapmodel.Record {
	t := e.typing
	if t == nil {
		return nil
	}
	if !t.since.IsZero() {
		t.keep()
	}
	now := e.Map().Get(t.spot.ID)
	switch {
	case now == nil:
		return nil
	case t.first == nil:
		return mapmodel.New(now.Kind(), t.spot.ID)
	case mapmodel.SameFields(t.first, now):
		return nil
	}
	return t.first
}

func (t *typing) rest() {
	if t.timer != nil {
		t.timer.Stop()
		t.timer = nil
	}
	t.since = time.Time{}
}

// Commit ends the typing and keeps the text. A new card, stage, step or lane
// without a word leaves no trace. It tells whether a record is there now.
func (e *Editor) Commit() bool {
	t := e.typing
	if t == nil {
		return false
	}
	text := strings.TrimRight(t.buf.Text(), " \n\t")
	if text != t.buf.Text() {
		t.buf.text = text
	}
	if !t.keep() && !t.fresh() {
		// The map refuses the words; they stay open rather than be lost.
		return false
	}
	e.typing = nil
	stays := e.Map().Get(t.spot.ID) != nil
	if stays && t.begun && strings.TrimSpace(text) == "" {
		e.unmake(t)
		stays = false
	}
	if !stays {
		e.put(e.instead(t))
	} else {
		e.put(e.still(t.spot))
	}
	e.p.Changed()
	return stays
}

// unmake takes an emptied new record away within the typing's own group, so
// that undo has nothing to say about it.
func (e *Editor) unmake(t *typing) {
	var c mapmodel.Change
	var err error
	desk, m, id := e.p.Desk, e.Map(), t.spot.ID
	switch t.spot.Kind {
	case Card:
		c, err = desk.RemoveCards(m, []mapmodel.ID{id})
	case PersonaHead:
		c, err = desk.RemovePersona(m, id)
	case StageHead:
		c, err = desk.RemoveStage(m, id)
	case StepHead:
		c, err = desk.RemoveStep(m, id)
	case LaneHead:
		c, err = desk.RemoveLane(m, id)
	}
	c.Group = t.group
	e.do(c, err)
}

// instead is what is selected when a new record came to nothing.
func (e *Editor) instead(t *typing) Spot {
	if t.spot.Kind == Card {
		if cell := e.still(t.spot.cell()); cell.Kind != None {
			return cell
		}
	}
	if s := e.still(t.back); s.Kind != None {
		return s
	}
	return e.walker().corner(false)
}

// follow takes in what somebody else did to the record being typed.
func (t *typing) follow(ev mapmodel.Event) {
	now := ev.After.Get(t.spot.ID)
	before := ev.Before.Get(t.spot.ID)
	switch {
	case now == nil && before != nil:
		t.lost(before)
	case now != nil && before != nil && t.e.textOf(t.spot, now) != t.e.textOf(t.spot, before) && t.since.IsZero():
		t.was = t.e.textOf(t.spot, now)
		t.buf.Reset(t.was)
	}
	if card, ok := now.(*mapmodel.Card); ok {
		t.spot = CardSpot(card)
	}
	if t.spot.Kind == Card && t.e.still(t.spot.cell()).Kind == None {
		t.spot.Column, t.spot.Lane = mapmodel.ID{}, mapmodel.ID{}
	}
}

// lost is called when the record was taken away under the typing hands: words
// not yet kept become a new record, kept ones go with it.
func (t *typing) lost(before mapmodel.Record) {
	if !t.since.IsZero() && t.spot.Kind == Card && t.buf.Text() != nameOf(before) {
		t.begun, t.next = true, mapmodel.ID{}
		t.spot.ID = t.e.p.Desk.Source.ID()
		t.group = t.e.p.Desk.Source.ID()
		return
	}
	t.rest()
	t.e.typing = nil
}
