package mapmodel

import "slices"

// insert gives records their ranks so that they stand, in this order, before
// the sibling at index at of the family (which must not hold them any more);
// any at outside the family means its end. Where there is no room between two
// neighbours the whole family is ranked anew.
func (p *plan) insert(siblings []Record, at int, records ...Record) {
	if at < 0 || at > len(siblings) {
		at = len(siblings)
	}
	var after, until Rank
	if at > 0 {
		after = siblings[at-1].Base().Rank
	}
	if at < len(siblings) {
		until = siblings[at].Base().Rank
	}
	for _, r := range records {
		rank, ok := between(after, until, p.desk.Source)
		if !ok {
			p.rankAnew(slices.Insert(slices.Clone(siblings), at, records...))
			return
		}
		r.Base().Rank, after = rank, rank
	}
}

func (p *plan) rankAnew(family []Record) {
	for i, rank := range spread(len(family), p.desk.Source) {
		id := family[i].Base().ID
		if e, ours := p.edits[id]; ours {
			e.After.Base().Rank = rank
		} else if draft := p.draft(id); draft != nil {
			draft.Base().Rank = rank
		}
	}
}

// siblings lists the family at a home without the records named.
func (p *plan) siblings(h home, without ...ID) []Record {
	c := p.m.family(h)
	out := make([]Record, 0, c.Len())
	for i := range c.Len() {
		if r := c.At(i); !slices.Contains(without, r.Base().ID) && !p.removed(r.Base().ID) {
			out = append(out, r)
		}
	}
	return out
}

// add creates a record among its siblings at index at; -1 is the end.
func (p *plan) add(r Record, at int) ID {
	id := p.create(r)
	p.insert(p.siblings(r.home(p.m.ID())), at, r)
	return id
}

// move puts an existing record at another index among its siblings, counted
// without itself.
func (p *plan) move(id ID, at int) error {
	r := p.draft(id)
	if r == nil {
		return gone(id)
	}
	p.insert(p.siblings(r.home(p.m.ID()), id), at, r)
	return nil
}

func gone(id ID) error { return &Misfit{Record: id, Reason: "is not there"} }
