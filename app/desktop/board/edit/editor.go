//go:build !nogui

// Package edit is what keys and clicks do to a map: what is selected, what is
// being typed, and which change each command makes. It knows no toolkit.
package edit

import (
	"errors"
	"slices"
	"time"

	"footpath/mapmodel"
	"footpath/render/scene"
)

// Timer is one call to come; Stop takes it back.
type Timer interface{ Stop() bool }

// Clock is the time that typing is measured by. After calls f on the
// document's goroutine.
type Clock interface {
	Now() time.Time
	After(d time.Duration, f func()) Timer
}

// Clipboard is the system's clipboard of text.
type Clipboard interface {
	Content() string
	SetContent(text string)
}

// Notice is something to tell the person: a key of app/words with its
// arguments, or an error to show in its own words.
type Notice struct {
	Key  string
	Args []string
	Err  error
	// Undo says that the notice is about a change just made, which undo takes
	// back.
	Undo bool
	// Count is the number of cards the notice is about.
	Count int
}

// Params is what an Editor stands on. All but Doc, Desk, Clock and Clipboard
// may be left out.
type Params struct {
	Doc       *mapmodel.Document
	Desk      *mapmodel.Desk
	Clock     Clock
	Clipboard Clipboard
	// Stops lists where the graphemes of a text end, in bytes.
	Stops func(string) []int
	// Lines finds places in the text as it is laid out on the board; nil
	// takes every paragraph for one line.
	Lines Lines
	// LaneName is the name a lane without one of its own is shown by.
	LaneName func(*mapmodel.Lane) string
	// ReadDate reads a date as people write it and gives it as 2006-01-02, WriteDate writes one so that it can be read; nil leaves
	// dates as they are.
	ReadDate  func(text string) (iso string, ok bool)
	WriteDate func(iso string) string
	// Head gives the lines of the header as they stand; nil takes them as a narrow board has them.
	Head func() [][]scene.HeadPlace
	// Hidden tells that a card is not shown: it is walked past, and never among those selected. nil is none.
	Hidden func(card mapmodel.ID) bool
	// Changed is called after everything that alters what the board shows:
	// the map, the selection or the text being typed.
	Changed func()
	// Tell shows a notice.
	Tell func(Notice)
	// Ask shows a large table before it is pasted; do pastes it. Nil pastes at once.
	Ask func(p Pasting, do func())
	// Details asks for the panel of a card's details.
	Details func()
	// Free is called by Escape where nothing is left to let go of.
	Free func()
}

// Lines finds its way in the text being typed as it is broken into lines.
type Lines interface {
	// Ends gives the beginning and end of the line that a position is in.
	Ends(at int) (from, to int)
	// Vertical is the position a line above or below, nearest to a goal
	// across; goal is negative for the position's own. It gives back the goal.
	// ok is false where there is no such line.
	Vertical(at int, down bool, goal float64) (to int, newGoal float64, ok bool)
}

// Editor is the state of one board.
type Editor struct {
	p    Params
	grid Grid

	cursor, anchor Spot
	extra          map[mapmodel.ID]bool // cards added one by one
	widened        Spot                 // what "select all" has reached, None before
	column         mapmodel.ID
	level          int  // see walker
	outside        Spot // what was selected on the map before the inbox was entered

	breaks bool // Enter begins a new line
	typing *typing
	own    bool // a change of ours is under way
	kept   kept
	closed bool
}

// New starts at the map's first cell.
func New(p Params) *Editor {
	if p.Changed == nil {
		p.Changed = func() {}
	}
	if p.Tell == nil {
		p.Tell = func(Notice) {}
	}
	if p.Details == nil {
		p.Details = func() {}
	}
	if p.Hidden == nil {
		p.Hidden = func(mapmodel.ID) bool { return false }
	}
	if p.Free == nil {
		p.Free = func() {}
	}
	e := &Editor{p: p, extra: map[mapmodel.ID]bool{}}
	e.grid = GridOf(p.Doc.Map())
	e.put(e.walker().corner(false))
	p.Doc.Listen(e.happened)
	return e
}

// Close ends the editing and keeps what was typed.
func (e *Editor) Close() {
	e.Commit()
	e.closed = true
}

// Map is the map as the document has it.
func (e *Editor) Map() *mapmodel.Map { return e.p.Doc.Map() }

// Grid is what keys walk over.
func (e *Editor) Grid() Grid { return e.grid }

// Cursor is what is selected; where several cards are, the one keys go from.
func (e *Editor) Cursor() Spot { return e.cursor }

// Cards lists the selected cards in map order; what is hidden is not among them.
func (e *Editor) Cards() []mapmodel.ID {
	return slices.DeleteFunc(e.chosen(), e.p.Hidden)
}

func (e *Editor) chosen() []mapmodel.ID {
	if e.widened.Kind != None {
		return e.within(e.widened)
	}
	var out []mapmodel.ID
	add := func(id mapmodel.ID) {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	for _, id := range e.span() {
		add(id)
	}
	if len(e.extra) > 0 {
		for card := range e.Map().Cards() {
			if e.extra[card.ID] {
				add(card.ID)
			}
		}
		e.sort(out)
	}
	return out
}

// sort puts cards into map order.
func (e *Editor) sort(ids []mapmodel.ID) {
	at := map[mapmodel.ID]int{}
	for card := range e.Map().Cards() {
		at[card.ID] = len(at)
	}
	slices.SortFunc(ids, func(a, b mapmodel.ID) int { return at[a] - at[b] })
}

// span lists the cards between anchor and cursor: a run within one cell, all
// cards of the cells between two.
func (e *Editor) span() []mapmodel.ID {
	m := e.Map()
	if e.cursor == e.anchor {
		if e.cursor.Kind == Card {
			return []mapmodel.ID{e.cursor.ID}
		}
		return nil
	}
	if !e.cursor.inCell() || !e.anchor.inCell() {
		return nil
	}
	if e.cursor.cell() == e.anchor.cell() {
		cards := e.walker().cards(e.cursor)
		from, to := place(cards, e.anchor), place(cards, e.cursor)
		if from > to {
			from, to = to, from
		}
		var out []mapmodel.ID
		for i := from; i <= to && i < cards.Len(); i++ {
			out = append(out, cards.Card(i).ID)
		}
		return out
	}
	if e.cursor.Inbox() || e.anchor.Inbox() {
		return nil
	}
	var out []mapmodel.ID
	columns := e.grid.all()
	left, right := order(slices.Index(columns, e.anchor.Column), slices.Index(columns, e.cursor.Column))
	top, bottom := order(e.grid.Lane(e.anchor.Lane), e.grid.Lane(e.cursor.Lane))
	for x := left; x >= 0 && x <= right; x++ {
		for y := top; y >= 0 && y <= bottom; y++ {
			for card := range m.Cell(columns[x], e.grid.Lanes[y]).Cards() {
				out = append(out, card.ID)
			}
		}
	}
	return out
}

func order(a, b int) (int, int) { return min(a, b), max(a, b) }

// place is a spot's index in its cell; the cell itself stands after its cards.
func place(cards *mapmodel.Cell, s Spot) int {
	if s.Kind == Card {
		return cards.Index(s.ID)
	}
	return cards.Len()
}

// within lists the cards of a cell, a lane, or, for the title, of all lanes.
func (e *Editor) within(s Spot) []mapmodel.ID {
	m, out := e.Map(), []mapmodel.ID(nil)
	if s.Kind == Cell {
		for card := range e.walker().cards(s).Cards() {
			out = append(out, card.ID)
		}
		return out
	}
	for _, column := range e.grid.all() {
		for _, lane := range e.grid.Lanes {
			if s.Kind == LaneHead && lane != s.ID {
				continue
			}
			for card := range m.Cell(column, lane).Cards() {
				out = append(out, card.ID)
			}
		}
	}
	return out
}

func (e *Editor) walker() *walker {
	return &walker{m: e.Map(), grid: e.grid, head: e.p.Head, column: e.column, level: e.level}
}

// put selects one spot and nothing else.
func (e *Editor) put(s Spot) {
	e.reach(s)
	e.anchor = s
}

// reach moves the cursor and leaves the other end of the selection.
func (e *Editor) reach(s Spot) {
	if s.Inbox() && !e.cursor.Inbox() {
		e.outside = e.cursor
	}
	e.cursor = s
	clear(e.extra)
	e.widened = Spot{}
	e.level = e.walker().levelOf(s)
	switch {
	case s.inCell() && !s.Inbox():
		if e.grid.Column(s.Column) < 0 {
			e.column = e.walker().stepOf(s.Column)
		} else {
			e.column = s.Column
		}
	case s.Kind == StepHead:
		e.column = s.ID
	case s.Kind == StageHead:
		e.column = e.walker().stepOf(s.ID)
	}
}

func (e *Editor) stageOf(column mapmodel.ID) mapmodel.ID {
	if stage := e.Map().StageOf(column); stage != nil {
		return stage.ID
	}
	return mapmodel.ID{}
}

// Select selects a spot, as a click does: extend keeps the other end, toggle
// adds or takes one card. What was being typed is kept.
func (e *Editor) Select(s Spot, extend, toggle bool) {
	if s.Kind == None {
		return
	}
	if e.typing != nil && s == e.cursor {
		return
	}
	e.Commit()
	if s = e.still(s); s.Kind == None {
		return
	}
	switch {
	case toggle && s.Kind == Card:
		e.toggle(s)
	case extend && s.inCell() && e.anchor.inCell():
		e.reach(s)
	default:
		e.put(s)
	}
	e.p.Changed()
}

func (e *Editor) toggle(s Spot) {
	all := map[mapmodel.ID]bool{}
	for _, id := range e.Cards() {
		all[id] = true
	}
	if all[s.ID] {
		delete(all, s.ID)
	} else {
		all[s.ID] = true
	}
	to := s
	if !all[s.ID] {
		to = s.cell()
		for id := range all {
			to = CardSpot(mapmodel.Find[*mapmodel.Card](e.Map(), id))
			break
		}
	}
	e.put(to)
	e.extra = all
}

// SelectCards selects cards that stand anywhere, the first of them foremost.
func (e *Editor) SelectCards(ids []mapmodel.ID) {
	e.Commit()
	all := map[mapmodel.ID]bool{}
	first := Spot{}
	for _, id := range ids {
		if card := mapmodel.Find[*mapmodel.Card](e.Map(), id); card != nil && !hides(e.Map(), card.Lane) {
			all[id] = true
			if first.Kind == None {
				first = CardSpot(card)
			}
		}
	}
	if first.Kind == None {
		return
	}
	e.put(first)
	e.extra = all
	e.p.Changed()
}

// still is the spot as it is on the map now; None where its record is gone or out of sight.
func (e *Editor) still(s Spot) Spot {
	m := e.Map()
	switch s.Kind {
	case None, Start:
		return s
	case HeadField:
		return Spot{Kind: HeadField, ID: m.ID(), Field: s.Field}
	case Cell:
		if s.Inbox() || m.Get(s.Column) != nil && m.Get(s.Lane) != nil && !hides(m, s.Lane) {
			return s
		}
		return Spot{}
	}
	now := HeadSpot(m.Get(s.ID))
	if hides(m, now.Lane) || now.Kind == LaneHead && hides(m, now.ID) {
		return Spot{}
	}
	return now
}

// happened keeps selection and typing in step with the map.
func (e *Editor) happened(ev mapmodel.Event) {
	if e.closed {
		return
	}
	if reshapes(ev) {
		e.grid = GridOf(ev.After)
	}
	for id := range e.extra {
		if card := mapmodel.Find[*mapmodel.Card](ev.After, id); card == nil || hides(ev.After, card.Lane) {
			delete(e.extra, id)
		}
	}
	if e.typing != nil && !e.own {
		e.typing.follow(ev)
	}
	if e.typing == nil || !e.typing.fresh() {
		e.mend(ev)
	}
	if !e.own {
		e.p.Changed()
	}
}

// mend moves the selection off what is gone.
func (e *Editor) mend(ev mapmodel.Event) {
	fix := func(s Spot) Spot {
		if now := e.still(s); now.Kind != None {
			return now
		}
		if card, ok := ev.Before.Get(s.ID).(*mapmodel.Card); ok {
			if cell := e.still(CellSpot(card.Column, card.Lane)); cell.Kind != None {
				return e.near(ev.Before, card)
			}
		}
		if s.Kind == PersonaHead {
			return e.walker().title()
		}
		return e.walker().corner(false)
	}
	cursor, anchor := fix(e.cursor), e.anchor
	if cursor != e.cursor && e.still(e.cursor).Kind == None {
		e.put(cursor)
		return
	}
	e.cursor, e.anchor = cursor, fix(anchor)
}

// near is the card that stands where a removed one stood, or its cell.
func (e *Editor) near(before *mapmodel.Map, card *mapmodel.Card) Spot {
	at := before.Siblings(card).Index(card.ID)
	cards := e.walker().cards(CardSpot(card))
	if cards.Len() == 0 {
		return CellSpot(card.Column, card.Lane)
	}
	return CardSpot(cards.Card(min(max(0, at), cards.Len()-1)))
}

// nearFirst is where the first of the cards stood that are gone.
func (e *Editor) nearFirst(before *mapmodel.Map, gone map[mapmodel.ID]bool) Spot {
	for card := range before.Cards() {
		if gone[card.ID] {
			return e.near(before, card)
		}
	}
	return e.cursor
}

// reshapes tells whether a change may alter the grid.
func reshapes(ev mapmodel.Event) bool {
	return slices.ContainsFunc(ev.Change.Edits, func(edit mapmodel.Edit) bool {
		r := edit.After
		if r == nil {
			r = edit.Before
		}
		switch r.(type) {
		case *mapmodel.Stage, *mapmodel.Step, *mapmodel.Lane:
			return true
		}
		return false
	})
}

// do makes a change of ours. A change that does not fit is told and left.
func (e *Editor) do(c mapmodel.Change, err error) bool {
	if err == nil {
		e.own = true
		_, err = e.p.Doc.Do(c)
		e.own = false
	}
	if err != nil {
		e.fail(err)
		return false
	}
	return true
}

func (e *Editor) fail(err error) {
	if errors.Is(err, errDate{}) {
		e.p.Tell(Notice{Key: "board.wrong-date"})
		return
	}
	e.p.Tell(Notice{Err: err})
}
