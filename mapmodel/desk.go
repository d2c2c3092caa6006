package mapmodel

import (
	"slices"
	"time"
)

// Desk is one person at work: who writes, where fresh IDs come from, what the
// clock says. Its methods are the verbs: each looks at a map and returns the
// change that does the thing, altering nothing and leaving nothing to heal.
// What a record may not hold is refused with a *BadValue, a record that is not
// there with a *Misfit.
type Desk struct {
	Author ID
	Source *Source
	Now    func() time.Time
}

// plan gathers the edits of one verb.
type plan struct {
	desk  *Desk
	m     *Map
	order []ID
	edits map[ID]*Edit
	gone  int
}

func (d *Desk) plan(m *Map) *plan {
	return &plan{desk: d, m: m, edits: map[ID]*Edit{}}
}

// get is the record as the plan so far would leave it, or nil.
func (p *plan) get(id ID) Record {
	if e, ok := p.edits[id]; ok {
		return e.After
	}
	return p.m.Get(id)
}

// draft gives a copy of a record that the verb may alter.
func (p *plan) draft(id ID) Record {
	if e, ok := p.edits[id]; ok {
		return e.After
	}
	now := p.m.Get(id)
	if now == nil {
		return nil
	}
	e := &Edit{Before: now, After: now.clone()}
	p.edits[id] = e
	p.order = append(p.order, id)
	return e.After
}

// create takes a fresh record in and gives it an ID.
func (p *plan) create(r Record) ID {
	b := r.Base()
	if b.ID.IsZero() {
		b.ID = p.desk.Source.ID()
	}
	p.edits[b.ID] = &Edit{After: r}
	p.order = append(p.order, b.ID)
	return b.ID
}

// remove takes a record out; the links to it are taken out at the end.
func (p *plan) remove(id ID) {
	e, ok := p.edits[id]
	if !ok {
		now := p.m.Get(id)
		if now == nil {
			return
		}
		e = &Edit{Before: now}
		p.edits[id] = e
		p.order = append(p.order, id)
	}
	e.After = nil
	p.gone++
}

func (p *plan) removed(id ID) bool {
	e, ok := p.edits[id]
	return ok && e.After == nil
}

// change closes the plan: loose links are taken out, keys given, values
// checked. A plan that alters nothing gives a change without edits.
func (p *plan) change(key string, args ...string) (Change, error) {
	p.unlink()
	p.giveKeys()
	c := Change{Author: p.desk.Author, At: p.desk.Now().UnixMilli(), Label: Label{Key: key, Args: args}}
	for _, id := range p.order {
		e := *p.edits[id]
		switch {
		case e.Before == nil && e.After == nil:
			continue
		case e.After == nil:
		default:
			if err := Clean(e.After); err != nil {
				return Change{}, err
			}
			if err := p.fits(e.After); err != nil {
				return Change{}, err
			}
			if e.Before != nil && SameFields(e.Before, e.After) {
				continue
			}
		}
		c.Edits = append(c.Edits, e)
	}
	return c, nil
}

// fits tells whether everything the record points at will be there, so that a
// verb never returns a change that its own map would refuse.
func (p *plan) fits(r Record) error {
	for _, f := range linkFields(r.Kind()) {
		for id := range targets(f, r) {
			if to := p.get(id); to == nil || !slices.Contains(f.Refers, to.Kind()) {
				return &Misfit{Record: r.Base().ID, Kind: r.Kind(), Field: f.Name, Reason: "points at nothing"}
			}
		}
	}
	return placed(r, p.get)
}

// unlink takes the links to removed records out of all others, and removes
// what cannot be without them.
func (p *plan) unlink() {
	for done := 0; p.gone > done; {
		done = p.gone
		for r := range p.m.Records() {
			id := r.Base().ID
			if p.removed(id) || !p.pointsAtGone(p.get(id)) {
				continue
			}
			p.cut(id)
		}
	}
	if p.gone > 0 {
		p.dropUncited()
	}
}

func (p *plan) pointsAtGone(r Record) bool {
	for _, f := range linkFields(r.Kind()) {
		for id := range targets(f, r) {
			if p.removed(id) {
				return true
			}
		}
	}
	return false
}

// cut takes a record's links to removed records out, or the record itself
// where such a link is its place.
func (p *plan) cut(id ID) {
	for _, f := range linkFields(p.get(id).Kind()) {
		if f.Place && slices.ContainsFunc(slices.Collect(targets(f, p.get(id))), p.removed) {
			p.remove(id)
			return
		}
	}
	draft := p.draft(id)
	for _, f := range linkFields(draft.Kind()) {
		switch v := f.at(draft).(type) {
		case *ID:
			if p.removed(*v) {
				*v = ID{}
			}
		case *[]ID:
			*v = slices.DeleteFunc(slices.Clone(*v), p.removed)
		}
	}
}

// dropUncited removes the evidence that only removed cards had cited: it stood
// on those cards and nowhere else.
func (p *plan) dropUncited() {
	for _, id := range slices.Clone(p.order) {
		card, ok := p.edits[id].Before.(*Card)
		if !ok || !p.removed(id) {
			continue
		}
		for _, evidence := range card.Evidence {
			if !p.removed(evidence) && p.citations(evidence) == 0 {
				p.remove(evidence)
			}
		}
	}
}

// citations counts the cards that will cite a piece of evidence.
func (p *plan) citations(evidence ID) int {
	n := p.m.Links(evidence)
	for _, e := range p.edits {
		if card, ok := e.Before.(*Card); ok && slices.Contains(card.Evidence, evidence) {
			n--
		}
		if card, ok := e.After.(*Card); ok && slices.Contains(card.Evidence, evidence) {
			n++
		}
	}
	return n
}

// giveKeys gives a key to every record that the plan's records refer to by one
// and that has none yet.
func (p *plan) giveKeys() {
	for _, id := range slices.Clone(p.order) {
		r := p.edits[id].After
		if r == nil {
			continue
		}
		for _, f := range linkFields(r.Kind()) {
			if f.Place {
				continue
			}
			for target := range targets(f, r) {
				p.giveKey(target)
			}
		}
	}
}

func (p *plan) giveKey(id ID) {
	r := p.get(id)
	if r == nil || r.Base().Key != "" {
		return
	}
	if r.Kind() == KindEvidence && p.citations(id) < 2 {
		return // stands under its one card, where nothing refers to it
	}
	p.draft(id).Base().Key = Slug(NameOf(r), r.Kind(), func(key string) bool { return p.keyTaken(r.Kind(), key) })
}

func (p *plan) keyTaken(kind Kind, key string) bool {
	for _, e := range p.edits {
		if e.After != nil && e.After.Kind() == kind && e.After.Base().Key == key {
			return true
		}
	}
	for r := range p.m.Records() {
		if r.Kind() == kind && r.Base().Key == key {
			return true
		}
	}
	return false
}
