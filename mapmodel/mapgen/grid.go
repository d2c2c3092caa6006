package mapgen

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"footpath/mapmodel"
)

// Grid makes a regular map for benchmarks and pictures: stages columns, lanes
// lanes that hold cards (the standard ones first, the emotion curve standing
// between them and not counted), and cardsPerCell cards in every cell, each of
// 8 to 14 ordinary words. Feelings have an emotion. The same arguments always
// give the same map. There are stages × lanes × cardsPerCell cards.
func Grid(stages, lanes, cardsPerCell int, seed uint64) *mapmodel.Map {
	return grid(stages, lanes, cardsPerCell, seed, fmt.Sprintf("A journey of %d stages", stages), Sentence)
}

func grid(stages, lanes, cardsPerCell int, seed uint64, title string, sentence func(*rand.Rand) string) *mapmodel.Map {
	src := mapmodel.NewSeededSource(seed)
	random := rand.New(rand.NewPCG(seed, 1))
	common := func(rank mapmodel.Rank) mapmodel.Common { return mapmodel.Common{ID: src.ID(), Rank: rank} }
	records := []mapmodel.Record{
		&mapmodel.Header{Common: common(""), Title: title, State: mapmodel.Current, Scenario: sentence(random)},
		&mapmodel.Persona{Common: common(mapmodel.Ranks(1, src)[0]), Name: "Rosa", Role: "home-care nurse, works shifts", Goals: []string{"Lose no working day", "Understand every step"}},
	}
	kinds := gridLanes(lanes)
	rows := make([]*mapmodel.Lane, len(kinds))
	for i, rank := range mapmodel.Ranks(len(kinds), src) {
		rows[i] = &mapmodel.Lane{Common: common(rank), LaneKind: kinds[i]}
		records = append(records, rows[i])
	}
	for i, rank := range mapmodel.Ranks(stages, src) {
		stage := &mapmodel.Stage{Common: common(rank), Name: fmt.Sprintf("Stage %d", i+1), Description: words[random.IntN(len(words))]}
		records = append(records, stage)
		for _, lane := range rows {
			if !lane.LaneKind.HoldsCards() {
				continue
			}
			for _, rank := range mapmodel.Ranks(cardsPerCell, src) {
				card := &mapmodel.Card{Common: common(rank), Column: stage.ID, Lane: lane.ID, Text: sentence(random)}
				if lane.LaneKind == mapmodel.LaneFeelings {
					card.Emotion = mapmodel.N(random.IntN(5) - 2)
				}
				records = append(records, card)
			}
		}
	}
	m, _ := mapmodel.FromRecords(records, src)
	return m
}

// gridLanes is n lanes that hold cards, and the curve once feelings are among
// them.
func gridLanes(n int) []mapmodel.LaneKind {
	all := append(mapmodel.StandardLanes(),
		mapmodel.LanePains, mapmodel.LaneMetrics, mapmodel.LanePhysical, mapmodel.LaneFrontstage, mapmodel.LaneBackstage, mapmodel.LaneSupport)
	var out []mapmodel.LaneKind
	for i := 0; n > 0; i++ {
		kind := mapmodel.LaneText
		if i < len(all) {
			kind = all[i]
		}
		if kind.HoldsCards() {
			n--
		}
		out = append(out, kind)
	}
	return out
}

var words = strings.Fields(`
	a the every one two some this that our their each first last next new old short long clear quick slow
	customer clerk driver visitor nurse team office counter desk form letter notice page screen ticket queue
	slot message call answer question picture photo fee receipt card street door bus morning evening week
	opens reads finds asks waits calls books pays signs brings forgets learns hopes fears thanks leaves
	and or but with without before after at in on for from to about again online today tomorrow early late`)

// Sentence is 8 to 14 ordinary words, the first with a capital letter.
func Sentence(random *rand.Rand) string { return sentenceOf(random.IntN) }

func sentenceOf(pick func(n int) int) string {
	n := 8 + pick(7)
	out := make([]string, n)
	for i := range out {
		out[i] = words[pick(len(words))]
	}
	out[0] = strings.ToUpper(out[0][:1]) + out[0][1:]
	return strings.Join(out, " ")
}
