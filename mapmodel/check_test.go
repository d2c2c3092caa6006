package mapmodel_test

import (
	"slices"
	"testing"

	"footpath/mapmodel"

	"pgregory.net/rapid"
)

// rig is a map that grows by verbs.
type rig struct {
	t    rapid.TB
	desk *mapmodel.Desk
	m    *mapmodel.Map
}

func newRig(t rapid.TB, stages int) *rig {
	desk := newDesk(7)
	r := &rig{t: t, desk: desk, m: mapmodel.NewMap("Checked", desk.Source)}
	for range stages {
		c, _, err := desk.AddStage(r.m, -1, "stage")
		r.do(c, err)
	}
	return r
}

func (r *rig) do(c mapmodel.Change, err error) {
	r.t.Helper()
	if err == nil {
		r.m, err = r.m.Apply(c)
	}
	if err != nil {
		r.t.Fatal(err)
	}
}

// card adds a card at the end of a column.
func (r *rig) card(column mapmodel.ID, kind mapmodel.LaneKind, set func(*mapmodel.Card)) mapmodel.ID {
	r.t.Helper()
	at := mapmodel.Place{Column: column, Lane: r.m.LaneOf(kind).ID, At: -1}
	c, id, err := r.desk.AddCard(r.m, at, "card", set)
	r.do(c, err)
	return id
}

func (r *rig) alter(id mapmodel.ID, set func(*mapmodel.Card)) {
	r.t.Helper()
	r.do(mapmodel.Alter(r.desk, r.m, mapmodel.LabelAlter, []mapmodel.ID{id}, set))
}

func (r *rig) stage(i int) mapmodel.ID { return slices.Collect(r.m.Stages())[i].ID }

// found lists where a rule finds something.
func found(m *mapmodel.Map, rule mapmodel.Rule) []mapmodel.ID {
	checks, _ := m.Checks()
	for _, c := range checks {
		if c.Rule == rule {
			return c.Places
		}
	}
	return nil
}

func TestAMapIsCheckedOnceHalfOfItsStagesHoldACard(t *testing.T) {
	r := newRig(t, 4)
	for i, want := range []bool{false, true} {
		if checks, ripe := r.m.Checks(); ripe || checks != nil {
			t.Errorf("with %d of 4 stages filled: %v", i, checks)
		}
		r.card(r.stage(i), mapmodel.LaneTasks, nil)
		if checks, ripe := r.m.Checks(); ripe != want || (len(checks) > 0) != want {
			t.Errorf("with %d of 4 stages filled: %v", i+1, checks)
		}
	}
	if got := found(r.m, mapmodel.RuleEmpty); !slices.Equal(got, []mapmodel.ID{r.stage(2), r.stage(3)}) {
		t.Errorf("the empty stages are %v", got)
	}
	if _, ripe := mapmodel.NewMap("Blank", r.desk.Source).Checks(); ripe {
		t.Error("a map without stages is checked")
	}
}

func TestAMapThatSaysAllHasNoChecks(t *testing.T) {
	r := newRig(t, 1)
	r.do(mapmodel.Alter(r.desk, r.m, mapmodel.LabelAlter, []mapmodel.ID{r.m.ID()}, func(h *mapmodel.Header) { h.Scenario = "The licence runs out" }))
	c, _, err := r.desk.AddPersona(r.m, -1, mapmodel.Persona{Name: "Rosa"})
	r.do(c, err)
	r.card(r.stage(0), mapmodel.LaneFeelings, func(c *mapmodel.Card) { c.Emotion, c.Moment = mapmodel.N(-1), true })
	insight := r.card(r.stage(0), mapmodel.LaneInsights, func(c *mapmodel.Card) { c.Level = mapmodel.Partly })
	r.card(r.stage(0), mapmodel.LaneOpportunities, func(c *mapmodel.Card) {
		c.Answers, c.Owner, c.Impact, c.Effort = []mapmodel.ID{insight}, "Priya", mapmodel.N(4), mapmodel.N(1)
	})
	r.card(r.stage(0), mapmodel.LaneOpportunities, func(c *mapmodel.Card) { c.Status = mapmodel.Dropped })
	r.card(r.stage(0), mapmodel.LaneOpportunities, func(c *mapmodel.Card) { c.Status = mapmodel.Done })
	if checks, ripe := r.m.Checks(); !ripe || len(checks) > 0 {
		t.Errorf("%v", checks)
	}
}

func TestThreeMomentsOfTruthAreNotTooMany(t *testing.T) {
	r := newRig(t, 1)
	var moments []mapmodel.ID
	for n := 1; n <= 5; n++ {
		moments = append(moments, r.card(r.stage(0), mapmodel.LaneTasks, func(c *mapmodel.Card) { c.Moment = true }))
		got := found(r.m, mapmodel.RuleMoments)
		if n <= mapmodel.MostMoments && got != nil || n > mapmodel.MostMoments && !slices.Equal(got, moments) {
			t.Errorf("of %d moments, %d are found", n, len(got))
		}
	}
}

func TestACurveWithoutAnyFeelingIsOneFindingAndAGapIsOneOfItsStage(t *testing.T) {
	r := newRig(t, 3)
	for i := range 3 {
		r.card(r.stage(i), mapmodel.LaneTasks, nil)
	}
	curve := r.m.LaneOf(mapmodel.LaneCurve)
	if got := found(r.m, mapmodel.RuleFlat); !slices.Equal(got, []mapmodel.ID{curve.ID}) || found(r.m, mapmodel.RuleUnfelt) != nil {
		t.Errorf("without a feeling: %v", got)
	}
	r.card(r.stage(1), mapmodel.LaneFeelings, func(c *mapmodel.Card) { c.Emotion = mapmodel.N(0) })
	if got := found(r.m, mapmodel.RuleUnfelt); !slices.Equal(got, []mapmodel.ID{r.stage(0), r.stage(2)}) || found(r.m, mapmodel.RuleFlat) != nil {
		t.Errorf("with one feeling: %v", got)
	}
	r.do(mapmodel.Alter(r.desk, r.m, mapmodel.LabelAlter, []mapmodel.ID{curve.ID}, func(l *mapmodel.Lane) { l.Hidden = true }))
	if got := found(r.m, mapmodel.RuleUnfelt); got != nil {
		t.Errorf("a curve that does not show has gaps: %v", got)
	}
}

func TestThePersonaWhoHasNoCardIsFoundAndTheFirstHasThoseOfEverybody(t *testing.T) {
	r := newRig(t, 1)
	r.card(r.stage(0), mapmodel.LaneTasks, nil)
	var personas [2]mapmodel.ID
	for i, name := range []string{"Rosa", "Theo"} {
		c, id, err := r.desk.AddPersona(r.m, -1, mapmodel.Persona{Name: name})
		r.do(c, err)
		personas[i] = id
	}
	if got := found(r.m, mapmodel.RulePersona); !slices.Equal(got, personas[1:]) {
		t.Errorf("%v has no card", got)
	}
}

func TestWhatDoesNotShowIsNotChecked(t *testing.T) {
	r := newRig(t, 1)
	r.card(r.stage(0), mapmodel.LaneTasks, nil)
	r.card(r.stage(0), mapmodel.LaneOpportunities, nil)
	if found(r.m, mapmodel.RuleOwner) == nil || found(r.m, mapmodel.RuleAnswers) == nil {
		t.Fatal("an opportunity that shows is not checked")
	}
	hide := func(kind mapmodel.LaneKind) {
		r.do(mapmodel.Alter(r.desk, r.m, mapmodel.LabelAlter, []mapmodel.ID{r.m.LaneOf(kind).ID}, func(l *mapmodel.Lane) { l.Hidden = true }))
	}
	if hide(mapmodel.LaneInsights); found(r.m, mapmodel.RuleAnswers) != nil {
		t.Error("it is to answer an insight where none show")
	}
	if hide(mapmodel.LaneOpportunities); found(r.m, mapmodel.RuleOwner) != nil {
		t.Error("what is hidden is checked")
	}
}

// randomMap is a map of a few stages, lanes, personas and cards that say this and that.
func randomMap(t *rapid.T) *rig {
	r := newRig(t, rapid.IntRange(0, 4).Draw(t, "stages"))
	for range rapid.IntRange(0, 3).Draw(t, "personas") {
		c, _, err := r.desk.AddPersona(r.m, -1, mapmodel.Persona{Name: "somebody"})
		r.do(c, err)
	}
	if columns := r.m.ColumnIDs(); len(columns) > 0 {
		c, _, err := r.desk.AddStep(r.m, r.stage(0), -1, "step")
		r.do(c, err)
	}
	people := []mapmodel.ID{{}}
	for p := range r.m.Personas() {
		people = append(people, p.ID)
	}
	kinds := []mapmodel.LaneKind{mapmodel.LaneTasks, mapmodel.LaneFeelings, mapmodel.LaneInsights, mapmodel.LaneOpportunities}
	number := rapid.SampledFrom([]mapmodel.Number{{}, mapmodel.N(1), mapmodel.N(2)})
	for range rapid.IntRange(0, 12).Draw(t, "cards") {
		columns := r.m.ColumnIDs()
		if len(columns) == 0 {
			break
		}
		r.card(rapid.SampledFrom(columns).Draw(t, "column"), rapid.SampledFrom(kinds).Draw(t, "kind"), func(c *mapmodel.Card) {
			c.Emotion, c.Impact, c.Effort = number.Draw(t, "emotion"), number.Draw(t, "impact"), number.Draw(t, "effort")
			c.Moment = rapid.Bool().Draw(t, "moment")
			c.Owner = rapid.SampledFrom([]string{"", "Priya"}).Draw(t, "owner")
			c.Level = rapid.SampledFrom([]mapmodel.Level{"", mapmodel.Assumed, mapmodel.Partly, mapmodel.Researched}).Draw(t, "level")
			c.Status = rapid.SampledFrom([]mapmodel.Status{"", mapmodel.Planned, mapmodel.Done}).Draw(t, "status")
			c.Persona = rapid.SampledFrom(people).Draw(t, "persona")
			if rapid.Bool().Draw(t, "versions") {
				c.Conflicts = []mapmodel.Conflict{{Field: "text", Text: "another"}}
			}
		})
	}
	for lane := range r.m.Lanes() {
		if rapid.IntRange(0, 5).Draw(t, "hidden") == 0 {
			r.do(mapmodel.Alter(r.desk, r.m, mapmodel.LabelAlter, []mapmodel.ID{lane.ID}, func(l *mapmodel.Lane) { l.Hidden = true }))
		}
	}
	return r
}

// mend does at a place what its rule asks for.
func (r *rig) mend(rule mapmodel.Rule, place mapmodel.ID) {
	r.t.Helper()
	showing := func(column mapmodel.ID, set func(*mapmodel.Card)) { // in any lane that shows
		for lane := range r.m.Lanes() {
			if !lane.Hidden && lane.LaneKind.HoldsCards() {
				c, _, err := r.desk.AddCard(r.m, mapmodel.Place{Column: column, Lane: lane.ID, At: -1}, "mended", set)
				r.do(c, err)
				return
			}
		}
	}
	felt := func(c *mapmodel.Card) { c.Emotion = mapmodel.N(1) }
	switch rule {
	case mapmodel.RuleVersions:
		r.alter(place, func(c *mapmodel.Card) { c.Conflicts = nil })
	case mapmodel.RuleScenario:
		r.do(mapmodel.Alter(r.desk, r.m, mapmodel.LabelAlter, []mapmodel.ID{place}, func(h *mapmodel.Header) { h.Scenario = "Why" }))
	case mapmodel.RulePersona:
		showing(r.stage(0), func(c *mapmodel.Card) { c.Persona = place })
	case mapmodel.RuleEmpty:
		showing(place, nil)
	case mapmodel.RuleUnfelt:
		showing(place, felt)
	case mapmodel.RuleFlat:
		showing(r.stage(0), felt)
	case mapmodel.RuleMoments:
		r.alter(place, func(c *mapmodel.Card) { c.Moment = false })
	case mapmodel.RuleEvidence:
		c, _, err := r.desk.Cite(r.m, place, mapmodel.Evidence{EvidenceKind: mapmodel.Interview, Source: "6 visitors"})
		r.do(c, err)
	case mapmodel.RuleAnswers:
		insight := r.card(r.stage(0), mapmodel.LaneInsights, nil)
		r.alter(place, func(c *mapmodel.Card) { c.Answers = []mapmodel.ID{insight} })
	case mapmodel.RuleOwner:
		r.alter(place, func(c *mapmodel.Card) { c.Owner = "Priya" })
	case mapmodel.RuleScore:
		r.alter(place, func(c *mapmodel.Card) { c.Impact, c.Effort = mapmodel.N(4), mapmodel.N(2) })
	default:
		r.t.Fatalf("nobody knows how to mend %q", rule)
	}
}

func TestWhatIsMendedIsNoLongerFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := randomMap(t)
		for range 4 {
			checks, _ := r.m.Checks()
			if len(checks) == 0 {
				return
			}
			c := rapid.SampledFrom(checks).Draw(t, "check")
			place := rapid.SampledFrom(c.Places).Draw(t, "place")
			r.mend(c.Rule, place)
			if slices.Contains(found(r.m, c.Rule), place) {
				t.Fatalf("%s is still found", c.Rule)
			}
		}
	})
}

func TestChecksAreGivenInTheOrderOfRulesAndOfTheMapWhateverItsIDs(t *testing.T) {
	places := func(m *mapmodel.Map, c mapmodel.Check) []int {
		at := map[mapmodel.ID]int{}
		for r := range m.Reading() {
			at[r.Base().ID] = len(at)
		}
		var out []int
		for _, id := range c.Places {
			n, ok := at[id]
			if !ok {
				t.Fatalf("%s was found where nothing is", c.Rule)
			}
			out = append(out, n)
		}
		return out
	}
	rapid.Check(t, func(t *rapid.T) {
		m := randomMap(t).m
		twin := mapmodel.Copy(m, "", mapmodel.NewSeededSource(99))
		ours, ripe := m.Checks()
		theirs, too := twin.Checks()
		if ripe != too || len(ours) != len(theirs) || !ripe && ours != nil {
			t.Fatalf("%v and %v", ours, theirs)
		}
		last := -1
		for i, c := range ours {
			at := places(m, c)
			if len(at) == 0 || !slices.IsSorted(at) || len(slices.Compact(slices.Clone(at))) != len(at) {
				t.Errorf("%s is found at %v", c.Rule, at)
			}
			if theirs[i].Rule != c.Rule || !slices.Equal(at, places(twin, theirs[i])) {
				t.Errorf("%s is found elsewhere in the same map with other IDs", c.Rule)
			}
			rule := slices.Index(mapmodel.Rules(), c.Rule)
			if rule <= last {
				t.Errorf("%s comes too late", c.Rule)
			}
			last = rule
		}
	})
}

func TestChecksStandAnyMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWalker(rapid.Uint64().Draw(t, "seed"))
		w.wander(t, 20)
		checks, ripe := w.m().Checks()
		if !ripe && checks != nil {
			t.Errorf("a map that is not ripe has %v", checks)
		}
		for _, c := range checks {
			for _, id := range c.Places {
				if w.m().Get(id) == nil {
					t.Errorf("%s was found where nothing is", c.Rule)
				}
			}
		}
	})
}
