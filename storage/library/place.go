package library

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"footpath/mapmodel"
	"footpath/storage/terms"
)

// Place is where in a map words of a query stand.
type Place struct {
	// Record is what holds them, Field the row of the table of fields.
	Record mapmodel.Record
	Field  *mapmodel.Field
	// Card is the card to go to: the record itself, or the one that evidence or a score belongs to. Zero where there is none.
	Card mapmodel.ID
	// Stage, Step and Lane are where that stands, as far as it does; nil else.
	Stage *mapmodel.Stage
	Step  *mapmodel.Step
	Lane  *mapmodel.Lane
	// Language is the map's, as a BCP 47 tag, which lanes without a name are named in.
	Language string
	// Text is one line around the words, with … where it was cut; Marks are the bytes of it that were looked for, none overlapping.
	Text  string
	Marks [][2]int
}

// Target is the record to show: the card, else the record itself.
func (p Place) Target() mapmodel.ID {
	if !p.Card.IsZero() {
		return p.Card
	}
	return p.Record.Base().ID
}

// Places gives where in a map the words of a query stand, most in all: places that together have all of them, the fullest first and
// of these the one nearest to what the map is about, then, in reading order, those that have as many as the first. There are none
// when the map does not hold every word. It fails with ErrNoMap or as reading does.
func (l *Library) Places(id mapmodel.ID, query Query, most int) ([]Place, error) {
	m, _, err := l.Look(id)
	if err != nil {
		return nil, err
	}
	return PlacesIn(m, query, most), nil
}

// hit is a text that holds words of the query.
type hit struct {
	record mapmodel.Record
	field  *mapmodel.Field
	text   string
	words  uint32
	found  []terms.Found
}

// PlacesIn is Places for a map at hand.
func PlacesIn(m *mapmodel.Map, query Query, most int) []Place {
	var hits []hit
	var all uint32
	for r := range m.Reading() {
		searched(r, func(f *mapmodel.Field, text string) bool {
			if found := query.In(text); len(found) > 0 {
				h := hit{record: r, field: f, text: text, found: found}
				for _, at := range found {
					h.words |= 1 << at.Word
				}
				all |= h.words
				hits = append(hits, h)
			}
			return true
		})
	}
	if query.Len() == 0 || all != query.All() {
		return nil
	}
	var chosen []hit
	for left := all; left != 0; {
		best := 0
		for i := range hits {
			if hits[i].betterThan(hits[best], left) {
				best = i
			}
		}
		left &^= hits[best].words
		chosen = append(chosen, hits[best])
		hits = slices.Delete(hits, best, best+1)
	}
	for _, h := range hits {
		if bits.OnesCount32(h.words) >= bits.OnesCount32(chosen[0].words) { // one that says less is not what was looked for
			chosen = append(chosen, h)
		}
	}
	cites := citations(m, chosen[:min(len(chosen), most)])
	places := make([]Place, min(len(chosen), most))
	for i := range places {
		places[i] = chosen[i].place(m, cites)
	}
	return places
}

// betterThan tells whether a hit says more of what is left of a query than another, or says as much in a place that matters more.
func (h hit) betterThan(other hit, left uint32) bool {
	return cmp.Or(cmp.Compare(bits.OnesCount32(h.words&left), bits.OnesCount32(other.words&left)), cmp.Compare(other.rank(), h.rank())) > 0
}

// rank is how near to what a map is about a text stands: 0 is its title, then whom it is about, then what is seen on the map, then
// what is told beside that, last what is told of the map itself.
func (h hit) rank() int {
	switch main := h.field.Name == "title" || h.field.Name == "name" || h.field.Name == "text"; h.record.Kind() {
	case mapmodel.KindHeader:
		if main {
			return 0
		}
		return 4
	case mapmodel.KindPersona:
		if main {
			return 1
		}
	default:
		if main {
			return 2
		}
	}
	return 3
}

// citations finds, for the evidence among some hits, the first card that rests on it.
func citations(m *mapmodel.Map, hits []hit) map[mapmodel.ID]*mapmodel.Card {
	cites := make(map[mapmodel.ID]*mapmodel.Card)
	for _, h := range hits {
		if h.record.Kind() == mapmodel.KindEvidence {
			cites[h.record.Base().ID] = nil
		}
	}
	if len(cites) == 0 {
		return cites
	}
	for card := range m.Cards() {
		for _, id := range card.Evidence {
			if first, wanted := cites[id]; wanted && first == nil {
				cites[id] = card
			}
		}
	}
	return cites
}

func (h hit) place(m *mapmodel.Map, cites map[mapmodel.ID]*mapmodel.Card) Place {
	p := Place{Record: h.record, Field: h.field, Language: m.Header().Language}
	p.Text, p.Marks = excerpt(h.text, h.found)
	card, _ := h.record.(*mapmodel.Card)
	switch r := h.record.(type) {
	case *mapmodel.Stage:
		p.Stage = r
	case *mapmodel.Step:
		p.Step = r
	case *mapmodel.Lane:
		p.Lane = r
	case *mapmodel.Evidence:
		card = cites[r.ID]
	case *mapmodel.Score:
		card, _ = m.Get(r.Card).(*mapmodel.Card)
	case *mapmodel.Survey:
		p.Stage, _ = m.Get(r.Stage).(*mapmodel.Stage)
	}
	if card != nil {
		p.Card = card.ID
		p.Lane, _ = m.Get(card.Lane).(*mapmodel.Lane)
		switch column := m.Get(card.Column).(type) {
		case *mapmodel.Stage:
			p.Stage = column
		case *mapmodel.Step:
			p.Step = column
		}
	}
	if p.Step != nil && p.Stage == nil {
		p.Stage, _ = m.Get(p.Step.Stage).(*mapmodel.Stage)
	}
	return p
}

// How much of a text is shown: so many bytes before the first word found, and after it.
const (
	excerptBefore = 24
	excerptWhole  = 56 // what is not longer is shown whole
	excerptAfter  = 120
)

// excerpt is the part of a text around the first words found in it, in one line.
func excerpt(text string, found []terms.Found) (line string, marks [][2]int) {
	slices.SortStableFunc(found, func(a, b terms.Found) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(b.To, a.To))
	})
	from, to := found[0].From, found[0].To
	before, after := "", ""
	if from <= excerptBefore || len(text) <= excerptWhole {
		from = 0
	} else {
		from = boundary(text, from-excerptBefore, found[0].From)
		before = "…"
	}
	if len(text) <= to+excerptAfter {
		to = len(text)
	} else {
		end := to + excerptAfter
		if space := strings.LastIndexAny(text[to:end], " \n\t"); space > 0 {
			end = to + space
		}
		for !utf8.RuneStart(text[end]) {
			end--
		}
		to, after = max(end, to), "…"
	}
	last := 0
	for _, f := range found {
		if f.From < last || f.From < from || f.To > to {
			continue
		}
		marks = append(marks, [2]int{f.From - from + len(before), f.To - from + len(before)})
		last = f.To
	}
	shown := strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' {
			return ' '
		}
		return r
	}, text[from:to])
	return before + shown + after, marks
}

// boundary is where the first word begins from some byte on, before another one; else the next letter.
func boundary(text string, from, before int) int {
	if space := strings.IndexAny(text[from:before], " \n\t"); space >= 0 {
		return from + space + 1
	}
	for from < before && !utf8.RuneStart(text[from]) {
		from++
	}
	return from
}
