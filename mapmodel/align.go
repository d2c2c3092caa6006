package mapmodel

import (
	"slices"
	"sort"
	"strings"
)

// Align gives the map that says what other says, with the records that
// correspond to records of base under base's IDs and, where their order is
// kept, base's ranks; Diff(base, Align(base, other, src)) is then what changed
// between them. Records correspond when they have one ID, one key, or one name
// or text, in the same place before elsewhere; what is left over pairs up with
// its like in the same place.
func Align(base, other *Map, src *Source) *Map {
	a := aligner{base: base, other: other, src: src, to: map[ID]ID{}, used: map[ID]bool{}}
	a.pair(other.Header(), base.Header())
	a.family(home{kind: KindPersona}, inOrder)
	a.family(home{kind: KindLane}, inOrder)
	a.family(home{kind: KindStage}, inOrder)
	for stage := range other.Stages() {
		a.family(home{kind: KindStep, parent: stage.ID}, inOrder)
	}
	a.cards()
	a.family(home{kind: KindPicture}, inOrder)
	for stage := range other.Stages() {
		a.family(home{kind: KindSurvey, parent: stage.ID}, inOrder)
	}
	for card := range other.Cards() {
		a.family(home{kind: KindScore, parent: card.ID}, inOrder)
		if twin := Find[*Card](base, a.to[card.ID]); twin != nil {
			a.match(records(other, card.Evidence), records(base, twin.Evidence), inOrder)
		}
	}
	a.family(home{kind: KindEvidence}, alike)
	m, _ := FromRecords(a.records(), src)
	return m
}

type aligner struct {
	base, other *Map
	src         *Source
	to          map[ID]ID   // other's ID to base's
	used        map[ID]bool // base's IDs that are taken
}

func (a *aligner) pair(other, base Record) {
	a.to[other.Base().ID] = base.Base().ID
	a.used[base.Base().ID] = true
}

// The rules by which left-over siblings pair up.
func inOrder(_, _ Record) bool { return true }
func alike(x, y Record) bool   { return similar(NameOf(x), NameOf(y)) }

// family matches the siblings at a home of other with those at the
// corresponding home of base; a home without a parent is the header's.
func (a *aligner) family(h home, leftOver func(x, y Record) bool) {
	from, to := h, h
	if h.parent.IsZero() {
		from.parent, to.parent = a.other.ID(), a.base.ID()
	} else {
		to.parent = a.to[h.parent]
	}
	if !h.lane.IsZero() {
		to.lane = a.to[h.lane]
	}
	a.match(members(a.other.family(from)), members(a.base.family(to)), leftOver)
}

// match pairs up two lists of siblings.
func (a *aligner) match(others, bases []Record, leftOver func(x, y Record) bool) {
	a.matchBy(others, bases, func(r Record) string { return r.Base().ID.String() })
	a.matchBy(others, bases, func(r Record) string { return r.Base().Key })
	a.matchBy(others, bases, NameOf)
	for _, x := range others {
		for _, y := range bases {
			if _, done := a.to[x.Base().ID]; !done && !a.used[y.Base().ID] && leftOver(x, y) {
				a.pair(x, y)
			}
		}
	}
}

// matchBy pairs up what has the same non-empty name, first with first.
func (a *aligner) matchBy(others, bases []Record, name func(Record) string) {
	free := map[string][]Record{}
	for _, y := range bases {
		if s := name(y); s != "" && !a.used[y.Base().ID] {
			free[s] = append(free[s], y)
		}
	}
	for _, x := range others {
		s := name(x)
		if _, done := a.to[x.Base().ID]; done || len(free[s]) == 0 {
			continue
		}
		a.pair(x, free[s][0])
		free[s] = free[s][1:]
	}
}

// cards matches cards within their cells, then wherever they have gone, and at
// last those whose words changed.
func (a *aligner) cards() {
	never := func(_, _ Record) bool { return false }
	everywhere := func(m *Map) (all []Record) {
		for card := range m.Cards() {
			all = append(all, card)
		}
		return all
	}
	a.eachCell(never)
	a.match(everywhere(a.other), everywhere(a.base), never)
	a.eachCell(alike)
	a.eachCell(inOrder)
}

func (a *aligner) eachCell(leftOver func(x, y Record) bool) {
	for _, column := range a.other.ColumnIDs() {
		for lane := range a.other.Lanes() {
			a.family(home{kind: KindCard, parent: column, lane: lane.ID}, leftOver)
		}
	}
	a.family(home{kind: KindCard}, leftOver)
}

// records are other's, under base's IDs, with base's ranks where the order
// allows and what only a library knows kept as base has it.
func (a *aligner) records() []Record {
	out := make([]Record, 0, a.other.Len())
	families := map[home][]Record{}
	for _, r := range canonical(a.other) {
		fresh := r.clone()
		for _, f := range linkFields(r.Kind()) {
			a.relink(f, fresh)
		}
		fresh.Base().ID = a.id(r.Base().ID)
		if twin := a.base.Get(fresh.Base().ID); twin != nil && twin.Kind() == r.Kind() {
			a.keep(fresh, twin)
		}
		out = append(out, fresh)
		h := fresh.home(a.base.ID())
		families[h] = append(families[h], fresh)
	}
	for h, siblings := range families {
		if h.kind == KindEvidence {
			siblings = a.uncited(out, siblings)
		}
		if h != (home{}) {
			a.rank(h, siblings)
		}
	}
	for r := range a.base.Records() {
		if u, ok := r.(*Unknown); ok {
			out = append(out, u) // a file cannot speak of it, so it stays
		}
	}
	return out
}

// uncited are the pieces of evidence that no card cites. Only these stand in an
// order of their own; a cited one keeps the rank it has.
func (a *aligner) uncited(all, evidence []Record) []Record {
	cited := map[ID]bool{}
	for _, r := range all {
		if card, ok := r.(*Card); ok {
			for _, id := range card.Evidence {
				cited[id] = true
			}
		}
	}
	var out []Record
	for _, r := range evidence {
		twin := a.base.Get(r.Base().ID)
		switch {
		case !cited[r.Base().ID]:
			out = append(out, r)
		case twin != nil:
			r.Base().Rank = twin.Base().Rank
		}
	}
	return out
}

func (a *aligner) id(other ID) ID {
	if id, ok := a.to[other]; ok {
		return id
	}
	if a.used[other] || a.base.Get(other) != nil {
		a.to[other] = a.src.ID()
		return a.to[other]
	}
	return other
}

func (a *aligner) relink(f *Field, r Record) {
	switch p := f.at(r).(type) {
	case *ID:
		if !p.IsZero() {
			*p = a.id(*p)
		}
	case *[]ID:
		ids := make([]ID, len(*p))
		for i, id := range *p {
			ids[i] = a.id(id)
		}
		*p = ids
	}
}

func (a *aligner) keep(fresh, twin Record) {
	b := fresh.Base()
	b.Kept = twin.Base().Kept
	if b.Key == "" || NameOf(fresh) == NameOf(twin) && twin.Base().Key != "" {
		b.Key = twin.Base().Key
	}
	table := Fields(fresh.Kind())
	for i := range table {
		if f := &table[i]; f.Local {
			f.Copy(fresh, twin)
		}
	}
}

// rank gives siblings, in the order wanted, base's ranks as far as these rise,
// and ranks in between to the others.
func (a *aligner) rank(h home, siblings []Record) {
	known := make([]Rank, len(siblings))
	family := a.base.family(h)
	for i, r := range siblings {
		if at := family.Index(r.Base().ID); at >= 0 {
			known[i] = family.At(at).Base().Rank
		}
	}
	kept := rising(known)
	var last Rank
	for i, r := range siblings {
		if !kept[i] {
			next, ok := between(last, following(known, kept, i), a.src)
			if !ok {
				for j, rank := range spread(len(siblings), a.src) {
					siblings[j].Base().Rank = rank
				}
				return
			}
			known[i] = next
		}
		r.Base().Rank, last = known[i], known[i]
	}
}

func following(known []Rank, kept []bool, after int) Rank {
	for i := after + 1; i < len(known); i++ {
		if kept[i] {
			return known[i]
		}
	}
	return ""
}

// rising marks a longest strictly rising run among the ranks; empty ones never
// belong to it.
func rising(ranks []Rank) []bool {
	var tails []int // tails[n] ends the lowest-ending run of length n+1
	previous := make([]int, len(ranks))
	for i, r := range ranks {
		if r == "" {
			continue
		}
		n := sort.Search(len(tails), func(n int) bool { return ranks[tails[n]] >= r })
		previous[i] = -1
		if n > 0 {
			previous[i] = tails[n-1]
		}
		tails = append(tails[:n], append([]int{i}, tails[min(n+1, len(tails)):]...)...)
	}
	marks := make([]bool, len(ranks))
	if len(tails) > 0 {
		for i := tails[len(tails)-1]; i >= 0; i = previous[i] {
			marks[i] = true
		}
	}
	return marks
}

func members(c *Cell) []Record {
	if c == nil {
		return nil
	}
	return slices.Clone(c.records)
}

func records(m *Map, ids []ID) []Record {
	out := make([]Record, len(ids))
	for i, id := range ids {
		out[i] = m.Get(id)
	}
	return out
}

// similar tells whether two texts share at least a third of their words.
func similar(a, b string) bool {
	left, right := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	if len(left) == 0 || len(right) == 0 {
		return false
	}
	shared := 0
	for _, word := range left {
		if i := slices.Index(right, word); i >= 0 {
			right = slices.Delete(right, i, i+1)
			shared++
		}
	}
	return 2*shared*3 >= len(left)+len(right)+shared
}
