// Package mapgen makes maps for tests and benchmarks: random ones that use
// every field of the table, and large regular ones.
package mapgen

import (
	"footpath/mapmodel"

	"pgregory.net/rapid"
)

// Map draws a map whose every field, in the table of fields, is filled at
// random from its own row, so that a new field is covered as soon as it is in
// the table. The texts hold everything Unicode allows. The map is whole:
// FromRecords finds nothing to mend.
func Map(t *rapid.T) *mapmodel.Map {
	src := mapmodel.NewSeededSource(rapid.Uint64().Draw(t, "seed"))
	m, healings := mapmodel.FromRecords(Records(t, src), src)
	if len(healings) > 0 {
		t.Fatalf("the generator made a map that had to be mended: %+v", healings)
	}
	return m
}

// Records draws the records of a map, in no particular order.
func Records(t *rapid.T, src *mapmodel.Source) []mapmodel.Record {
	g := &generator{t: t, src: src, byKind: map[mapmodel.Kind][]mapmodel.Record{}}
	g.place()
	for _, r := range g.records {
		g.fill(r)
	}
	return g.records
}

// generator first gives every record its place, so that links can point
// anywhere, and then fills the fields.
type generator struct {
	t       *rapid.T
	src     *mapmodel.Source
	records []mapmodel.Record
	byKind  map[mapmodel.Kind][]mapmodel.Record
	keys    int
}

// family makes up to most siblings of a kind, in rank order, and lets put say
// where they stand.
func (g *generator) family(kind mapmodel.Kind, most int, put func(mapmodel.Record)) {
	n := rapid.IntRange(0, most).Draw(g.t, "number")
	for _, rank := range mapmodel.Ranks(n, g.src) {
		r := mapmodel.New(kind, g.src.ID())
		r.Base().Rank = rank
		if put != nil {
			put(r)
		}
		g.records = append(g.records, r)
		g.byKind[kind] = append(g.byKind[kind], r)
	}
}

func (g *generator) place() {
	header := mapmodel.New(mapmodel.KindHeader, g.src.ID())
	g.records = append(g.records, header)
	g.byKind[mapmodel.KindHeader] = []mapmodel.Record{header}
	g.family(mapmodel.KindPicture, 2, nil)
	g.family(mapmodel.KindPersona, 3, nil)
	g.family(mapmodel.KindEvidence, 4, nil)
	g.lanes()
	g.family(mapmodel.KindStage, 3, nil)
	columns := []mapmodel.ID{}
	for _, stage := range g.byKind[mapmodel.KindStage] {
		id := stage.Base().ID
		columns = append(columns, id)
		g.family(mapmodel.KindStep, 2, func(r mapmodel.Record) { r.(*mapmodel.Step).Stage = id })
		g.family(mapmodel.KindSurvey, 2, func(r mapmodel.Record) { r.(*mapmodel.Survey).Stage = id })
	}
	for _, step := range g.byKind[mapmodel.KindStep] {
		columns = append(columns, step.Base().ID)
	}
	g.family(mapmodel.KindCard, 3, nil) // the inbox
	for _, column := range columns {
		for _, lane := range g.byKind[mapmodel.KindLane] {
			if lane.(*mapmodel.Lane).LaneKind.HoldsCards() && rapid.Bool().Draw(g.t, "cell filled") {
				g.family(mapmodel.KindCard, 2, func(r mapmodel.Record) {
					r.(*mapmodel.Card).Column, r.(*mapmodel.Card).Lane = column, lane.Base().ID
				})
			}
		}
	}
	for _, card := range g.byKind[mapmodel.KindCard] {
		if rapid.IntRange(0, 4).Draw(g.t, "scored") == 0 {
			id := card.Base().ID
			g.family(mapmodel.KindScore, 2, func(r mapmodel.Record) { r.(*mapmodel.Score).Card = id })
		}
	}
}

// lanes makes the standard lanes as a new map has them, or any others. Their
// kinds are chosen here because they decide where cards may stand.
func (g *generator) lanes() {
	if rapid.Bool().Draw(g.t, "standard lanes") {
		kinds := mapmodel.StandardLanes()
		for i, rank := range mapmodel.Ranks(len(kinds), g.src) {
			lane := &mapmodel.Lane{Common: mapmodel.Common{ID: g.src.ID(), Rank: rank}, LaneKind: kinds[i]}
			g.records = append(g.records, lane)
			g.byKind[mapmodel.KindLane] = append(g.byKind[mapmodel.KindLane], lane)
		}
		return
	}
	words := mapmodel.FieldNamed(mapmodel.KindLane, "kind").Words
	g.family(mapmodel.KindLane, 5, func(r mapmodel.Record) {
		r.(*mapmodel.Lane).LaneKind = mapmodel.LaneKind(rapid.SampledFrom(words).Draw(g.t, "lane kind"))
	})
}

// standard tells whether the record is a lane of a map with the lanes of a new
// one; those are left as they are.
func (g *generator) standard(r mapmodel.Record) bool {
	return r.Kind() == mapmodel.KindLane && len(g.byKind[mapmodel.KindLane]) == len(mapmodel.StandardLanes())
}
