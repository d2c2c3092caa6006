package mapmodel

import "strings"

// Rule is one thing that a map as a whole is checked for before it is handed on.
type Rule string

// The rules, in the order in which a map's checks are given.
const (
	// RuleVersions finds cards on which a merge left two versions.
	RuleVersions Rule = "versions"
	// RuleScenario finds the map itself when it does not say what it is about.
	RuleScenario Rule = "scenario"
	// RulePersona finds personas whose journey the map does not tell: no card is theirs.
	RulePersona Rule = "persona"
	// RuleEmpty finds stages without a card.
	RuleEmpty Rule = "empty"
	// RuleUnfelt finds stages with cards of which nobody said how they feel, so that the curve tells nothing there.
	RuleUnfelt Rule = "unfelt"
	// RuleFlat finds the lane of the curve when nobody said any feeling at all.
	RuleFlat Rule = "flat"
	// RuleMoments finds the moments of truth when there are more than MostMoments.
	RuleMoments Rule = "moments"
	// RuleEvidence finds insights that rest on nothing: no evidence, and nobody says that they are researched, be it partly.
	RuleEvidence Rule = "evidence"
	// RuleAnswers finds opportunities that answer no insight.
	RuleAnswers Rule = "answers"
	// RuleOwner finds opportunities that nobody looks after.
	RuleOwner Rule = "owner"
	// RuleScore finds opportunities whose impact or effort nobody has judged: they have no place in the matrix.
	RuleScore Rule = "score"
)

// Rules lists the rules, in the order of their checks.
func Rules() []Rule {
	return []Rule{
		RuleVersions, RuleScenario, RulePersona, RuleEmpty, RuleUnfelt, RuleFlat,
		RuleMoments, RuleEvidence, RuleAnswers, RuleOwner, RuleScore,
	}
}

// MostMoments is how many moments of truth a map can have before none of them stands out.
const MostMoments = 3

// Check is what a rule has found.
type Check struct {
	Rule Rule
	// Places are the records it was found at, at least one, in map order: cards, stages, personas, a lane, or the map itself.
	Places []ID
}

// Checks says what is worth a look before the map is handed on, in the order of the rules; nothing where all is well. What does
// not show is not checked: the cards of hidden lanes and of the inbox. Ripe tells whether there is enough on the map to be
// checked, which is when half of its stages hold a card; before that nothing is found, so that no map begins with reproaches.
func (m *Map) Checks() (found []Check, ripe bool) {
	c := checking{m: m, places: map[Rule][]ID{}, theirs: map[ID]bool{}}
	for lane := range m.Lanes() {
		if !lane.Hidden {
			c.lanes = append(c.lanes, lane)
		}
	}
	stages, held := 0, 0
	var unfelt []ID
	for stage := range m.Stages() {
		stages++
		cards := c.column(stage.ID)
		for step := range m.Steps(stage.ID) {
			cards += c.column(step.ID)
		}
		if cards == 0 {
			c.find(RuleEmpty, stage.ID)
			continue
		}
		held++
		if _, felt := m.StageEmotion(stage.ID); !felt {
			unfelt = append(unfelt, stage.ID)
		}
	}
	if held == 0 || 2*held < stages {
		return nil, false
	}
	c.feelings(unfelt, held)
	c.personas()
	if strings.TrimSpace(m.header.Scenario) == "" {
		c.find(RuleScenario, m.header.ID)
	}
	if len(c.places[RuleMoments]) <= MostMoments {
		delete(c.places, RuleMoments)
	}
	for _, rule := range Rules() {
		if places := c.places[rule]; len(places) > 0 {
			found = append(found, Check{rule, places})
		}
	}
	return found, true
}

// checking is one look through a map.
type checking struct {
	m      *Map
	lanes  []*Lane // that show
	places map[Rule][]ID
	theirs map[ID]bool // the personas that have cards; the zero ID is everybody
}

func (c *checking) find(rule Rule, place ID) { c.places[rule] = append(c.places[rule], place) }

// shown is the first lane of a kind that shows, or nil.
func (c *checking) shown(kind LaneKind) *Lane {
	for _, lane := range c.lanes {
		if lane.LaneKind == kind {
			return lane
		}
	}
	return nil
}

// column looks at the cards of a stage or step and counts them.
func (c *checking) column(id ID) int {
	n := 0
	below := c.m.Below(id)
	for _, lane := range c.lanes {
		for card := range below.Cards(lane.ID).Cards() {
			n++
			c.card(card, lane.LaneKind)
		}
	}
	return n
}

func (c *checking) card(card *Card, kind LaneKind) {
	c.theirs[card.Persona] = true
	if len(card.Conflicts) > 0 {
		c.find(RuleVersions, card.ID)
	}
	if card.Moment {
		c.find(RuleMoments, card.ID)
	}
	switch kind {
	case LaneInsights:
		if len(card.Evidence) == 0 && card.Level != Partly && card.Level != Researched {
			c.find(RuleEvidence, card.ID)
		}
	case LaneOpportunities:
		c.opportunity(card)
	}
}

// opportunity looks at one that is still before the team: what is done or dropped asks for nothing.
func (c *checking) opportunity(card *Card) {
	if card.Status == Done || card.Status == Dropped {
		return
	}
	if len(card.Answers) == 0 && c.shown(LaneInsights) != nil {
		c.find(RuleAnswers, card.ID)
	}
	if strings.TrimSpace(card.Owner) == "" {
		c.find(RuleOwner, card.ID)
	}
	if !card.Impact.Known || !card.Effort.Known {
		c.find(RuleScore, card.ID)
	}
}

// feelings looks at the curve, where it shows: the stages with cards but without a feeling, of so many with cards.
func (c *checking) feelings(unfelt []ID, held int) {
	curve := c.shown(LaneCurve)
	switch {
	case curve == nil:
	case len(unfelt) == held:
		c.find(RuleFlat, curve.ID)
	default:
		c.places[RuleUnfelt] = unfelt
	}
}

// personas looks for those without a card. What is everybody's is the first one's, as on the curve.
func (c *checking) personas() {
	first := true
	for p := range c.m.Personas() {
		if !c.theirs[p.ID] && !(first && c.theirs[ID{}]) {
			c.find(RulePersona, p.ID)
		}
		first = false
	}
}
