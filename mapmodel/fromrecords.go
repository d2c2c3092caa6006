package mapmodel

import (
	"runtime"
	"slices"
	"strconv"
	"sync"
)

// Healing is one thing FromRecords had to mend.
type Healing struct {
	// Record is what was found.
	Record Record
	// Field is the name of the field mended, empty for the whole record.
	Field string
	// Done is what was done, as a message key.
	Done HealingKind
}

// HealingKind says what was done to make a set of records a map.
type HealingKind string

// What FromRecords does.
const (
	HeaderMade     HealingKind = "healing.header-made"     // there was none
	RecordDropped  HealingKind = "healing.record-dropped"  // it had no place to be
	DoubleDropped  HealingKind = "healing.double-dropped"  // a second record of one ID
	LinkDropped    HealingKind = "healing.link-dropped"    // it pointed at nothing
	CardToInbox    HealingKind = "healing.card-to-inbox"   // its column or lane is gone
	StepToStage    HealingKind = "healing.step-to-stage"   // its stage is gone
	KeyRenamed     HealingKind = "healing.key-renamed"     // two of a kind had it
	RankGiven      HealingKind = "healing.rank-given"      // it had none
	ValueDropped   HealingKind = "healing.value-dropped"   // out of its range
	DistinctHeader HealingKind = "healing.distinct-header" // a second header
)

// FromRecords makes a map of any set of records and never fails: what does not
// fit together is mended, and each mending reported. The records become the
// map's and must not be altered by the caller afterwards. The source gives an
// ID to a header that has to be made, and missing ranks.
func FromRecords(records []Record, src *Source) (*Map, []Healing) {
	h := healer{src: src, byID: make(map[ID]int, len(records))}
	h.gather(records)
	h.mendValues()
	h.mendPlaces()
	h.mendLinks()
	h.mendKeys()
	return h.build(), h.done
}

type healer struct {
	src     *Source
	header  *Header
	records []Record
	byID    map[ID]int // index into records
	done    []Healing
}

func (h *healer) report(r Record, field string, done HealingKind) {
	h.done = append(h.done, Healing{Record: r, Field: field, Done: done})
}

// draft gives a copy of record i that may be altered, in its place.
func (h *healer) draft(i int) Record {
	h.records[i] = h.records[i].clone()
	if header, ok := h.records[i].(*Header); ok {
		h.header = header
	}
	return h.records[i]
}

func (h *healer) gather(records []Record) {
	h.records = make([]Record, 0, len(records)+1)
	for _, r := range records {
		if r == nil {
			continue
		}
		id := r.Base().ID
		if _, twice := h.byID[id]; twice || id.IsZero() {
			h.report(r, "", DoubleDropped)
			continue
		}
		if header, ok := r.(*Header); ok {
			if h.header != nil {
				h.report(r, "", DistinctHeader)
				continue
			}
			h.header = header
		}
		h.byID[id] = len(h.records)
		h.records = append(h.records, r)
	}
	if h.header == nil {
		h.header = &Header{Common: Common{ID: h.src.ID()}}
		h.byID[h.header.ID] = len(h.records)
		h.records = append(h.records, h.header)
		h.report(h.header, "", HeaderMade)
	}
}

// mendValues drops values out of range and gives missing ranks; a text that is
// too long is kept, since no word may be lost.
func (h *healer) mendValues() {
	for _, i := range unsound(h.records) {
		r := h.records[i]
		table := Fields(r.Kind())
		for j := range table {
			f := &table[j]
			if f.sound(r) {
				continue
			}
			before, draft := h.records[i], h.draft(i)
			switch {
			case f.Type == Order:
				draft.Base().Rank, _ = between("", "", h.src)
				h.report(before, f.Name, RankGiven)
			case f.Type == Text || f.Type == Name || f.Type == Names || f.Type == Conflicts:
				f.clean(draft)
			default:
				f.Copy(draft, New(r.Kind(), ID{}))
				h.report(before, f.Name, ValueDropped)
			}
		}
	}
}

// minShare is how many records are worth a goroutine of their own.
const minShare = 512

// unsound lists the records with a value that may not stand, rising. Every
// value is looked at, on all processors: it is most of what making a map costs.
func unsound(records []Record) []int {
	share := max(minShare, (len(records)+runtime.GOMAXPROCS(0)-1)/runtime.GOMAXPROCS(0))
	found := make([][]int, (len(records)+share-1)/share)
	var rest sync.WaitGroup
	for n := range found {
		rest.Go(func() {
			for i := n * share; i < min((n+1)*share, len(records)); i++ {
				table := Fields(records[i].Kind())
				for j := range table {
					if !table[j].sound(records[i]) {
						found[n] = append(found[n], i)
						break
					}
				}
			}
		})
	}
	rest.Wait()
	return slices.Concat(found...)
}

// sound tells whether a value may stand as it is, without altering anything.
// Every field of every record passes here when a map is opened, so what says
// nothing leaves first.
func (f *Field) sound(r Record) bool {
	switch f.Type {
	case Flag, Ref, Refs, Blob: // links are mended once every record has its place
		return true
	}
	switch p := f.at(r).(type) {
	case *string:
		switch {
		case *p == "":
			return true
		case f.Type == Text:
			return CleanText(*p) == *p
		case f.Type == Name:
			return CleanName(*p) == *p
		case f.Type == Enum:
			return slices.Contains(f.Words, *p)
		}
		return ValidDate(*p)
	case *Number:
		return !p.Known || p.Value >= f.Min && p.Value <= f.Max
	case *Rank:
		return r.Kind() == KindHeader || p.valid()
	case *[]string:
		return !slices.ContainsFunc(*p, func(s string) bool { return len(s) > MaxName || CleanName(s) != s }) && len(*p) <= MaxItems
	}
	if f.IsZero(r) {
		return true
	}
	draft := r.clone()
	if s, ok := r.(*Survey); ok && f.Type == Counts {
		low, high := s.SurveyKind.Scale()
		return len(s.Counts) == high-low+1 && f.clean(draft) == ""
	}
	return f.clean(draft) == "" && f.Equal(draft, r)
}

func (h *healer) find(id ID) Record {
	if i, ok := h.byID[id]; ok {
		return h.records[i]
	}
	return nil
}

// mendPlaces finds a place for every record: an orphan step becomes a stage, an
// orphan card goes to the inbox, and numbers about nothing are dropped.
func (h *healer) mendPlaces() {
	for i, r := range h.records {
		if step, ok := r.(*Step); ok {
			if _, found := h.find(step.Stage).(*Stage); !found {
				h.records[i] = &Stage{Common: step.Common, Name: step.Name, Description: step.Description}
				h.report(r, "stage", StepToStage)
			}
		}
	}
	for i, r := range h.records {
		switch r := r.(type) {
		case *Card:
			if !h.cardPlaced(r) {
				draft := h.draft(i).(*Card)
				draft.Column, draft.Lane = ID{}, ID{}
				h.report(r, "column", CardToInbox)
			}
		case *Survey:
			if _, found := h.find(r.Stage).(*Stage); !found {
				h.drop(i)
			}
		case *Score:
			if _, found := h.find(r.Card).(*Card); !found {
				h.drop(i)
			}
		}
	}
}

func (h *healer) cardPlaced(c *Card) bool {
	if c.Column.IsZero() && c.Lane.IsZero() {
		return true
	}
	switch h.find(c.Column).(type) {
	case *Stage, *Step:
		lane, ok := h.find(c.Lane).(*Lane)
		return ok && lane.LaneKind.HoldsCards()
	}
	return false
}

func (h *healer) drop(i int) {
	h.report(h.records[i], "", RecordDropped)
	delete(h.byID, h.records[i].Base().ID)
	h.records[i] = nil
}

// mendLinks drops links to nothing or to the wrong kind.
func (h *healer) mendLinks() {
	for i, r := range h.records {
		if r == nil {
			continue
		}
		for _, f := range linkFields(r.Kind()) {
			if f.Place || h.linked(f, r) {
				continue
			}
			h.report(r, f.Name, LinkDropped)
			draft := h.draft(i)
			switch p := f.at(draft).(type) {
			case *ID:
				*p = ID{}
			case *[]ID:
				kept := make([]ID, 0, len(*p))
				for _, id := range *p {
					if to := h.find(id); to != nil && slices.Contains(f.Refers, to.Kind()) && !slices.Contains(kept, id) {
						kept = append(kept, id)
					}
				}
				*p = slices.Clip(kept)
			}
		}
	}
}

func (h *healer) linked(f *Field, r Record) bool {
	for id := range targets(f, r) {
		if to := h.find(id); to == nil || !slices.Contains(f.Refers, to.Kind()) {
			return false
		}
	}
	if f.Type == Refs {
		return cleanLinks(f.at(r).(*[]ID)) == ""
	}
	return true
}

// mendKeys gives a suffix to a key that two records of one kind have.
func (h *healer) mendKeys() {
	type keyed struct {
		kind Kind
		key  string
	}
	taken := map[keyed]bool{}
	for _, r := range h.records {
		if r != nil && r.Base().Key != "" {
			taken[keyed{r.Kind(), r.Base().Key}] = false
		}
	}
	for i, r := range h.records {
		if r == nil || r.Base().Key == "" {
			continue
		}
		k := keyed{r.Kind(), r.Base().Key}
		if !taken[k] {
			taken[k] = true
			continue
		}
		fresh := k
		for n := 2; ; n++ {
			fresh.key = k.key + "-" + strconv.Itoa(n)
			if _, used := taken[fresh]; !used {
				break
			}
		}
		taken[fresh] = true
		h.report(r, "id", KeyRenamed)
		h.draft(i).Base().Key = fresh.key
	}
}

// build lays the records out as a map; they fit together by now.
func (h *healer) build() *Map {
	m := &Map{header: h.header}
	slots := make([]slot, 0, len(h.records))
	entries := make([]entry, len(h.records))
	families := families{header: h.header.ID, at: map[home]int{}}
	for i, r := range h.records {
		if r == nil {
			continue
		}
		entries[i].record = r
		slots = append(slots, slot{id: r.Base().ID, entry: &entries[i]})
		m.records++
		if r.Kind() == KindCard {
			m.cards++
		}
		families.add(r)
	}
	for _, s := range slots {
		for _, f := range linkFields(s.entry.record.Kind()) {
			for id := range targets(f, s.entry.record) {
				entries[h.byID[id]].refs++
			}
		}
	}
	for _, f := range families.sorted() {
		parent := &entries[h.byID[f.home.parent]]
		parent.kids = append(parent.kids, f.cell)
	}
	slices.SortFunc(slots, func(a, b slot) int { return slices.Compare(a.id[:], b.id[:]) })
	m.root = grow(slots, 0)
	return m
}

// Ranks gives n rising ranks with even room between them, for the siblings of
// a map made in one go.
func Ranks(n int, src *Source) []Rank { return spread(n, src) }
