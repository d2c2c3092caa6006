package mapmodel

import (
	"slices"
	"strconv"
)

// Merged is what a merge of three maps gave.
type Merged struct {
	// Map holds what either side changed since the base.
	Map *Map
	// Kept are the places where both sides said something else, and both is kept.
	Kept []KeptBoth
	// Healings are what did not fit together any more: a card whose stage the
	// other side took away lies in the inbox.
	Healings []Healing
}

// KeptBoth is a field in which both sides said something else.
type KeptBoth struct {
	// Record is the record in the merged map.
	Record ID
	// Field is the field's name in the table of fields.
	Field string
	// Ours stands in the field; Theirs is kept beside it: under the card's
	// conflicts, and for what is no card in a new card of the inbox.
	Ours, Theirs string
}

// Merge takes together what two sides made of one base, three ways, field by
// field. What only one side changed is as that side has it. Lists of names and
// of links take in what either side added and leave out what either took away.
// Where both changed a field, ours stands and theirs is kept beside it (see
// [KeptBoth]); what one side took away and the other changed stays, changed.
// The order is ours wherever both moved something.
//
// The maps need share no IDs, as when all were read from files: records
// correspond as [Align] has it. The merged map has base's IDs.
func Merge(base, ours, theirs *Map, src *Source) Merged {
	g := merger{base: base, src: src}
	g.ours, g.theirs = Align(base, ours, src), Align(base, theirs, src)
	g.theirs = g.twins()
	g.records()
	m, healings := FromRecords(g.out, src)
	healings = slices.DeleteFunc(healings, func(h Healing) bool { return h.Done == RankGiven }) // to the notes made here
	return Merged{Map: m, Kept: g.kept, Healings: healings}
}

type merger struct {
	base, ours, theirs *Map
	src                *Source
	out                []Record
	kept               []KeptBoth
}

// twins gives their map with what both sides added alike under our IDs, so
// that it is there once.
func (g *merger) twins() *Map {
	to := map[ID]ID{}
	used := map[ID]bool{}
	for _, kind := range Kinds() { // parents before what lies in them
		for r := range g.theirs.Records() {
			if r.Kind() != kind || g.base.Get(r.Base().ID) != nil {
				continue
			}
			for twin := range g.ours.Records() {
				if twin.Kind() == kind && g.base.Get(twin.Base().ID) == nil && !used[twin.Base().ID] && alikeAfter(r, twin, to) {
					to[r.Base().ID] = twin.Base().ID
					used[twin.Base().ID] = true
					break
				}
			}
		}
	}
	if len(to) == 0 {
		return g.theirs
	}
	var out []Record
	for r := range g.theirs.Records() {
		out = append(out, relinked(r, to))
	}
	m, _ := FromRecords(out, g.src)
	return m
}

// relinked is a record with its ID, and its links, exchanged.
func relinked(r Record, to map[ID]ID) Record {
	draft := r.clone()
	if id, ok := to[r.Base().ID]; ok {
		draft.Base().ID = id
	}
	for _, f := range linkFields(r.Kind()) {
		switch p := f.at(draft).(type) {
		case *ID:
			if id, ok := to[*p]; ok {
				*p = id
			}
		case *[]ID:
			list := slices.Clone(*p)
			for i := range list {
				if id, ok := to[list[i]]; ok {
					list[i] = id
				}
			}
			*p = list
		}
	}
	return draft
}

// alikeAfter tells whether two records say the same once their links are
// exchanged; where they stand among their siblings does not count.
func alikeAfter(r, twin Record, to map[ID]ID) bool {
	r = relinked(r, to)
	table := Fields(r.Kind())
	for i := range table {
		if f := &table[i]; f.Type != Order && f.Number != keyField.Number && !f.Equal(r, twin) {
			return false
		}
	}
	return r.Base().Kept == twin.Base().Kept
}

// records merges every record that any of the three has.
func (g *merger) records() {
	take := func(r Record) { g.out = append(g.out, r) }
	for r := range g.base.Records() {
		id := r.Base().ID
		ours, theirs := g.ours.Get(id), g.theirs.Get(id)
		switch {
		case ours != nil && theirs != nil:
			take(g.fields(r, ours, theirs))
		case ours != nil && !sameSaid(r, ours):
			take(ours) // they took away what we changed
		case theirs != nil && !sameSaid(r, theirs):
			take(theirs)
		}
	}
	for r := range g.ours.Records() {
		if g.base.Get(r.Base().ID) == nil {
			take(r)
		}
	}
	for r := range g.theirs.Records() {
		if id := r.Base().ID; g.base.Get(id) == nil && g.ours.Get(id) == nil {
			take(r)
		}
	}
}

// sameSaid tells whether two records differ in nothing but their place among
// their siblings.
func sameSaid(a, b Record) bool {
	table := Fields(a.Kind())
	for i := range table {
		if f := &table[i]; f.Type != Order && !f.Equal(a, b) {
			return false
		}
	}
	return a.Base().Kept == b.Base().Kept
}

// fields merges one record that both sides still have.
func (g *merger) fields(base, ours, theirs Record) Record {
	if SameFields(base, theirs) || SameFields(ours, theirs) {
		return ours
	}
	if SameFields(base, ours) {
		return theirs
	}
	draft := ours.clone()
	table := Fields(base.Kind())
	for i := range table {
		f := &table[i]
		switch {
		case f.Equal(base, theirs), f.Equal(ours, theirs):
		case f.Equal(base, ours):
			f.Copy(draft, theirs)
		default:
			g.both(f, draft, base, theirs)
		}
	}
	if base.Base().Kept == ours.Base().Kept { // what a later version wrote goes whole
		draft.Base().Kept = theirs.Base().Kept
	}
	return draft
}

// both merges a field that both sides changed; draft holds ours.
func (g *merger) both(f *Field, draft, base, theirs Record) {
	switch p := f.at(draft).(type) {
	case *[]string:
		*p = mergedList(*f.at(base).(*[]string), *p, *f.at(theirs).(*[]string))
		return
	case *[]ID:
		*p = mergedList(*f.at(base).(*[]ID), *p, *f.at(theirs).(*[]ID))
		return
	case *[]Conflict:
		*p = mergedList(*f.at(base).(*[]Conflict), *p, *f.at(theirs).(*[]Conflict))
		return
	case *Rank:
		return // the order is ours
	}
	if f.Number == keyField.Number || f.Type == Blob {
		return // what a file calls a record, and a picture's bytes, nobody reads
	}
	kept := KeptBoth{Record: draft.Base().ID, Field: f.Name, Ours: g.said(f, draft, g.ours), Theirs: g.said(f, theirs, g.theirs)}
	g.kept = append(g.kept, kept)
	if card, ok := draft.(*Card); ok {
		conflict := Conflict{Field: f.Name, Text: kept.Theirs}
		if !slices.Contains(card.Conflicts, conflict) {
			card.Conflicts = append(slices.Clone(card.Conflicts), conflict)
		}
		return
	}
	note := &Card{Common: Common{ID: g.src.ID()}}
	note.Text = NameOf(draft) + ", " + f.Name + ": " + kept.Theirs
	g.out = append(g.out, note)
}

// said is a field's value in words; of a link, the name of what it leads to.
func (g *merger) said(f *Field, r Record, m *Map) string {
	switch p := f.at(r).(type) {
	case *string:
		return *p
	case *bool:
		return strconv.FormatBool(*p)
	case *Number:
		if p.Known {
			return strconv.Itoa(p.Value)
		}
	case *ID:
		switch to := m.Get(*p).(type) {
		case nil:
		case *Lane:
			if to.Name == "" {
				return string(to.LaneKind)
			}
			return to.Name
		default:
			return NameOf(to)
		}
	case *[]int:
		out := ""
		for i, n := range *p {
			if i > 0 {
				out += " "
			}
			out += strconv.Itoa(n)
		}
		return out
	}
	return ""
}

// mergedList is our list with what they added, without what they took away.
func mergedList[T comparable](base, ours, theirs []T) []T {
	var out []T
	for _, v := range ours {
		if slices.Contains(theirs, v) || !slices.Contains(base, v) {
			out = append(out, v)
		}
	}
	for _, v := range theirs {
		if !slices.Contains(base, v) && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}
