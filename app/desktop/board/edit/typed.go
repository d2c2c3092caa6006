//go:build !nogui

package edit

import "slices"

// doTyping carries out a command that has a meaning while typing; the others
// end the typing first and then do their own work.
func (e *Editor) doTyping(c Command) bool {
	t := e.typing
	switch c {
	case Undo:
		return e.travelTyping((*Buffer).Undo, "board.no-typing-to-undo")
	case Redo:
		return e.travelTyping((*Buffer).Redo, "board.no-typing-to-redo")
	case Cut, Copy:
		if text := t.buf.Selected(); text != "" {
			e.p.Clipboard.SetContent(text)
			if c == Cut {
				t.erase(t.buf.Caret())
			}
		}
	case Paste, PasteOne:
		if text := e.p.Clipboard.Content(); text != "" {
			e.insert(text)
		}
	case SelectAll:
		t.buf.SelectAll()
	case EraseBack:
		t.erase(t.buf.Previous(t.buf.Caret()))
	case EraseOn, Remove:
		t.erase(t.buf.Next(t.buf.Caret()))
	case EraseWord:
		t.erase(t.buf.PreviousWord(t.buf.Caret()))
	case EraseWordOn:
		t.erase(t.buf.NextWord(t.buf.Caret()))
	case NewLine:
		e.insert("\n")
	case EditText:
	case Escape, CommitStay:
		e.Commit()
	case CommitNext:
		e.commitNext()
	case StageNext, StageBefore:
		e.commitBeside(c == StageNext)
	default:
		e.Commit()
		return e.typing != nil // the words are refused: nothing else happens
	}
	return true
}

func (t *typing) erase(to int) {
	before := t.buf.Text()
	t.buf.Erase(to)
	t.goal = -1
	if t.buf.Text() != before {
		t.touched()
	}
}

// commitNext ends the typing; after something new it opens the next one. Personas are few, so that their names do not come one
// after the other: behind one there is nothing more to type.
func (e *Editor) commitNext() {
	t := e.typing
	if !e.Commit() {
		return
	}
	if t.names {
		e.put(e.walker().corner(false))
	}
	if !t.begun || t.spot.Kind == PersonaHead {
		return
	}
	next := &typing{spot: Spot{Kind: t.spot.Kind, Column: t.spot.Column, Lane: t.spot.Lane}, stage: t.stage, kind: t.kind}
	if s := e.Map().Get(t.spot.ID); s != nil {
		next.next = following(e.Map().Siblings(s), t.spot.ID)
	}
	e.beginNew(next)
}

// commitBeside ends the typing and goes on in the next or previous column,
// with a new card where this one was new and cards can be: on the emotion curve
// it waits for a feeling. Behind the last of new stages it opens another.
func (e *Editor) commitBeside(ahead bool) {
	t := e.typing
	stayed := e.Commit()
	if e.typing != nil {
		return
	}
	from := e.cursor
	way := Back
	if ahead {
		way = Ahead
	}
	switch {
	case t.spot.Kind == Card && t.begun:
		e.walk(way, false)
		if e.cursor != from && !e.onCurve() && !e.cursor.Inbox() && e.cursor.inCell() {
			e.newCard(e.cursor.cell(), nobody)
		}
	case t.spot.Kind == StageHead || t.spot.Kind == StepHead:
		e.walk(way, false)
		switch {
		case e.cursor != from:
			e.editText()
		case ahead && stayed && t.spot.Kind == StageHead:
			e.addStage()
		case ahead && stayed:
			e.addStep()
		}
	default:
		e.walk(way, false)
	}
}

// steer moves the caret.
func (e *Editor) steer(s Stroke) bool {
	t := e.typing
	b, at := t.buf, t.buf.Caret()
	extend := s.Mods&Shift != 0
	from, to := b.Selection()
	goal := -1.0
	switch (Stroke{s.Key, s.Mods &^ Shift}) {
	case Stroke{"Left", 0}:
		if at = b.Previous(at); from != to && !extend {
			at = from
		}
	case Stroke{"Right", 0}:
		if at = b.Next(at); from != to && !extend {
			at = to
		}
	case Stroke{"Left", Ctrl}:
		at = b.PreviousWord(at)
	case Stroke{"Right", Ctrl}:
		at = b.NextWord(at)
	case Stroke{"Home", 0}:
		at, _ = e.lines().Ends(at)
	case Stroke{"End", 0}:
		_, at = e.lines().Ends(at)
	case Stroke{"Home", Ctrl}:
		at = 0
	case Stroke{"End", Ctrl}:
		at = len(b.Text())
	case Stroke{"Up", 0}, Stroke{"Down", 0}:
		down := s.Key == "Down"
		to, g, ok := e.lines().Vertical(at, down, t.goal)
		switch {
		case ok:
			at, goal = to, g
		case down:
			at = len(b.Text())
		default:
			at = 0
		}
	default:
		return false
	}
	b.MoveTo(at, extend)
	t.goal = goal
	e.p.Changed()
	return true
}

// Point sets the caret at a position of the text being typed, as a click in it
// does; twice selects the word there.
func (e *Editor) Point(at int, extend, twice bool) {
	if e.typing == nil {
		return
	}
	if twice {
		e.typing.buf.SelectWord(at)
	} else {
		e.typing.buf.MoveTo(at, extend)
	}
	e.typing.goal = -1
	e.p.Changed()
}

// Open begins to type at a spot, as a double click on it does.
func (e *Editor) Open(s Spot) {
	if e.typing != nil && e.typing.spot == s {
		return
	}
	e.Commit()
	if e.typing != nil {
		return
	}
	if s = e.still(s); s.Kind != None {
		e.put(s)
		e.editText()
	}
}

func (e *Editor) lines() Lines {
	if e.p.Lines != nil {
		return e.p.Lines
	}
	return paragraphs{e.typing.buf}
}

// paragraphs takes every paragraph for one line, as wide as its graphemes.
type paragraphs struct{ b *Buffer }

// Ends implements Lines.
func (p paragraphs) Ends(at int) (from, to int) { return p.b.Paragraph(at) }

// Vertical implements Lines.
func (p paragraphs) Vertical(at int, down bool, goal float64) (int, float64, bool) {
	from, to := p.b.Paragraph(at)
	stops := p.b.stops(p.b.text)
	index := func(at int) int { i, _ := slices.BinarySearch(stops, at); return i }
	if goal < 0 {
		goal = float64(index(at) - index(from))
	}
	switch {
	case down && to == len(p.b.text) || !down && from == 0:
		return at, goal, false
	case down:
		from, to = p.b.Paragraph(to + 1)
	default:
		from, to = p.b.Paragraph(from - 1)
	}
	return stops[min(index(from)+int(goal), index(to))], goal, true
}
