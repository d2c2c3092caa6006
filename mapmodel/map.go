package mapmodel

import "iter"

// Map is a customer-experience map at one moment: a value that never changes.
// Apply gives a new one that shares every untouched part, so any number of
// goroutines may read any number of moments without a lock.
type Map struct {
	header  *Header
	root    *node
	records int
	cards   int
}

// ID is the map's ID.
func (m *Map) ID() ID { return m.header.ID }

// Header is the map's own record.
func (m *Map) Header() *Header { return m.header }

// Len is the number of records, the header included.
func (m *Map) Len() int { return m.records }

// CardCount is the number of cards, those in the inbox included.
func (m *Map) CardCount() int { return m.cards }

// Get finds a record by its ID, or gives nil.
func (m *Map) Get(id ID) Record {
	if e := m.root.get(id); e != nil {
		return e.record
	}
	return nil
}

// Find finds a record of one kind by its ID: Find[*Card](m, id). It gives nil
// where there is none or it is of another kind.
func Find[R Record](m *Map, id ID) R {
	record, _ := m.Get(id).(R)
	return record
}

// Records visits every record in ID order.
func (m *Map) Records() iter.Seq[Record] {
	return func(yield func(Record) bool) {
		m.root.each(func(e *entry) bool { return yield(e.record) })
	}
}

// Links is the number of links from other records to this one.
func (m *Map) Links(id ID) int {
	if e := m.root.get(id); e != nil {
		return e.refs
	}
	return 0
}

func (m *Map) family(h home) *Cell { return m.Below(h.parent).family(h.kind, h.lane) }

// Siblings is the family the record stands in, itself included.
func (m *Map) Siblings(r Record) *Cell { return m.family(r.home(m.header.ID)) }

// Stages visits the stages from first to last.
func (m *Map) Stages() iter.Seq[*Stage] {
	return each[*Stage](m.family(home{kind: KindStage, parent: m.header.ID}))
}

// Steps visits the steps of a stage from first to last.
func (m *Map) Steps(stage ID) iter.Seq[*Step] {
	return each[*Step](m.family(home{kind: KindStep, parent: stage}))
}

// Lanes visits the lanes from top to bottom, hidden ones included.
func (m *Map) Lanes() iter.Seq[*Lane] {
	return each[*Lane](m.family(home{kind: KindLane, parent: m.header.ID}))
}

// Personas visits the personas in order; the first is the main one.
func (m *Map) Personas() iter.Seq[*Persona] {
	return each[*Persona](m.family(home{kind: KindPersona, parent: m.header.ID}))
}

// Cell is the cards of a column (a stage's or a step's ID) in a lane; nil
// where there are none.
func (m *Map) Cell(column, lane ID) *Cell {
	return m.family(home{kind: KindCard, parent: column, lane: lane})
}

// Inbox is the cards that stand nowhere yet; nil where there are none.
func (m *Map) Inbox() *Cell { return m.family(home{kind: KindCard, parent: m.header.ID}) }

// Evidence visits the evidence in order, cited or not.
func (m *Map) Evidence() iter.Seq[*Evidence] {
	return each[*Evidence](m.family(home{kind: KindEvidence, parent: m.header.ID}))
}

// AllEvidence is the family of all evidence; nil where there is none.
func (m *Map) AllEvidence() *Cell {
	return m.family(home{kind: KindEvidence, parent: m.header.ID})
}

// Pictures visits the pictures in order.
func (m *Map) Pictures() iter.Seq[*Picture] {
	return each[*Picture](m.family(home{kind: KindPicture, parent: m.header.ID}))
}

// Surveys visits the survey results about a stage, in order.
func (m *Map) Surveys(stage ID) iter.Seq[*Survey] {
	return each[*Survey](m.family(home{kind: KindSurvey, parent: stage}))
}

// Scores visits a card's scores in order.
func (m *Map) Scores(card ID) iter.Seq[*Score] {
	return each[*Score](m.family(home{kind: KindScore, parent: card}))
}

// Columns visits what cards can stand in, in map order: each stage, followed
// by its steps. Step is nil for the stage itself.
func (m *Map) Columns() iter.Seq2[*Stage, *Step] {
	return func(yield func(*Stage, *Step) bool) {
		for stage := range m.Stages() {
			if !yield(stage, nil) {
				return
			}
			for step := range m.Steps(stage.ID) {
				if !yield(stage, step) {
					return
				}
			}
		}
	}
}

// ColumnIDs lists what Columns visits, by ID.
func (m *Map) ColumnIDs() []ID {
	var ids []ID
	for stage, step := range m.Columns() {
		if step != nil {
			ids = append(ids, step.ID)
		} else {
			ids = append(ids, stage.ID)
		}
	}
	return ids
}

// Cards visits every card in map order: column by column, in each lane by
// lane from top to bottom, and the inbox last.
func (m *Map) Cards() iter.Seq[*Card] {
	return func(yield func(*Card) bool) {
		for _, column := range m.ColumnIDs() {
			for lane := range m.Lanes() {
				for card := range m.Cell(column, lane.ID).Cards() {
					if !yield(card) {
						return
					}
				}
			}
		}
		for card := range m.Inbox().Cards() {
			if !yield(card) {
				return
			}
		}
	}
}

// StageOf is the stage a column belongs to: itself, or the step's; nil for an
// ID that is neither.
func (m *Map) StageOf(column ID) *Stage {
	switch r := m.Get(column).(type) {
	case *Stage:
		return r
	case *Step:
		return Find[*Stage](m, r.Stage)
	}
	return nil
}

// LaneOf is the first lane of a kind, or nil.
func (m *Map) LaneOf(kind LaneKind) *Lane {
	for lane := range m.Lanes() {
		if lane.LaneKind == kind {
			return lane
		}
	}
	return nil
}
