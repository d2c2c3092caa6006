//go:build !nogui

package details

import (
	"slices"

	"footpath/mapmodel"
)

// A line of the panel holds one field, or two side by side. An empty line is a rule between groups of fields.
type line []string

var rule = line{}

// arrangements say in which order the fields of a kind stand. What is not listed comes last, so a new field of the table shows
// by itself.
var arrangements = map[mapmodel.Kind][]line{
	mapmodel.KindHeader: {
		{"title"},
		{"scenario"},
		{"expectations"},
		{"state"},
		rule,
		{"owner"},
		{"team"},
		{"version"},
		{"date", "language"},
	},
	mapmodel.KindPersona:  {{"name"}, {"role"}, {"picture"}, rule, {"goals"}, {"quote"}},
	mapmodel.KindLane:     {{"name"}, {"kind"}, {"prompt"}, {"hidden"}},
	mapmodel.KindStage:    {{"name"}, {"description"}, rule, {"surveys"}},
	mapmodel.KindStep:     {{"name"}, {"description"}},
	mapmodel.KindSurvey:   {{"counts"}, {"date"}, {"method"}, {"touchpoint"}},
	mapmodel.KindEvidence: {{"kind", "date"}, {"source"}, {"quote"}, {"link"}},
	mapmodel.KindCard: {
		{"text"},
		{"conflicts"},
		{"channel"},
		{"where"},
		{"reason"},
		{"people"},
		{"surveys"},
		rule,
		{"emotion"},
		{"mood"},
		{"moment"},
		rule,
		{"persona"},
		{"sign"},
		{"pillar"},
		{"level"},
		{"evidence"},
		{"tags"},
		{"department"},
		rule,
		{"impact", "effort"},
		{"answers"},
		{"owner", "due"},
		{"status"},
		{"reach", "confidence"},
		rule,
		{"note"},
		{"links"},
		{"pictures"},
	},
}

// first are the lines that come before all others in a lane of a kind.
var first = map[mapmodel.LaneKind][]line{
	mapmodel.LaneInsights: {{"text"}, {"conflicts"}, {"level"}, {"evidence"}, rule},
	mapmodel.LaneOpportunities: {
		{"text"},
		{"conflicts"},
		{"impact", "effort"},
		{"answers"},
		rule,
		{"owner", "due"},
		{"status", "persona"},
		{"reach", "confidence"},
		rule,
	},
}

// belongs lists the lanes whose cards the fields are for. In other lanes they show only where they say something; a field that
// is not listed is for every card.
var belongs = map[string][]mapmodel.LaneKind{
	"channel": contact, "where": contact, "reason": contact, "people": append(slices.Clone(contact), mapmodel.LaneBackstage, mapmodel.LaneSupport, mapmodel.LaneTasks),
	"answers": chance, "owner": chance, "status": chance, "due": chance, "impact": chance, "effort": chance, "reach": chance, "confidence": chance,
	"emotion": felt, "mood": felt, "moment": felt,
	"conflicts": {},
}

var (
	contact = []mapmodel.LaneKind{mapmodel.LaneTouchpoints, mapmodel.LanePhysical, mapmodel.LaneFrontstage}
	chance  = []mapmodel.LaneKind{mapmodel.LaneOpportunities}
	felt    = []mapmodel.LaneKind{
		mapmodel.LaneTasks, mapmodel.LaneFeelings, mapmodel.LaneTouchpoints, mapmodel.LanePains, mapmodel.LanePhysical,
		mapmodel.LaneFrontstage, mapmodel.LaneInsights,
	}
)

// arrange lists the lines of some records of a kind, as far as they are for them. keep is a field that shows in any case.
func arrange(m *mapmodel.Map, kind mapmodel.Kind, records []mapmodel.Record, keep string) [][]*mapmodel.Field {
	var out [][]*mapmodel.Field
	done := map[string]bool{}
	lanes := lanesOf(m, records)
	ruled := true // no rule at the beginning, and never two
	add := func(l line) {
		if len(l) == 0 {
			if !ruled {
				out = append(out, nil)
			}
			ruled = true
			return
		}
		var fields []*mapmodel.Field
		for _, name := range l {
			f := mapmodel.FieldNamed(kind, name)
			if name == surveysField.Name {
				f = surveysField
			}
			if f == nil || done[name] || !fits(f, records, lanes, keep) {
				continue
			}
			done[name] = true
			fields = append(fields, f)
		}
		if len(fields) > 0 {
			out, ruled = append(out, fields), false
		}
	}
	if len(lanes) == 1 {
		for _, l := range first[lanes[0]] {
			add(l)
		}
	}
	for _, l := range arrangements[kind] {
		add(l)
	}
	table := mapmodel.Fields(kind)
	for i := range table {
		add(line{table[i].Name})
	}
	if n := len(out); n > 0 && out[n-1] == nil {
		out = out[:n-1]
	}
	return out
}

// Fields lists the fields that the panel has for a subject, in its order; none for what is not in the map.
func Fields(m *mapmodel.Map, s Subject) []*mapmodel.Field {
	return slices.Concat(gather(m, s, "").lines...)
}

// fits tells whether a field is for the records: one to be edited, and one of their lanes' or one that says something.
func fits(f *mapmodel.Field, records []mapmodel.Record, lanes []mapmodel.LaneKind, keep string) bool {
	switch {
	case f == surveysField:
		return surveyed(records, lanes)
	case f.Place || f.Local || f.Name == "id" || f.Type == mapmodel.Blob || f.Type == mapmodel.Order:
		return false
	case f.Name == keep:
		return true
	case f.Name == "text" && len(records) > 1: // the words of a card are its own
		return false
	}
	if _, ok := records[0].(*mapmodel.Survey); ok && f.Name == "kind" {
		return false // it is chosen with the survey: another has other scores
	}
	if lane, ok := records[0].(*mapmodel.Lane); ok && f.Name == "kind" && lane.LaneKind == mapmodel.LaneCurve {
		return false // it holds no cards, so it can become nothing else
	}
	if _, ok := records[0].(*mapmodel.Card); !ok {
		return true
	}
	theirs, some := belongs[f.Name]
	if !some || slices.ContainsFunc(lanes, func(k mapmodel.LaneKind) bool { return slices.Contains(theirs, k) }) {
		return true
	}
	return slices.ContainsFunc(records, func(r mapmodel.Record) bool { return !f.IsZero(r) })
}

// surveyed tells whether the records are something that people are asked about: one stage, or one touchpoint.
func surveyed(records []mapmodel.Record, lanes []mapmodel.LaneKind) bool {
	if len(records) != 1 {
		return false
	}
	_, card := records[0].(*mapmodel.Card)
	return !card || len(lanes) == 1 && slices.Contains(contact, lanes[0])
}

// lanesOf are the kinds of the lanes that cards stand in, each once; those of the inbox stand in none.
func lanesOf(m *mapmodel.Map, records []mapmodel.Record) []mapmodel.LaneKind {
	var out []mapmodel.LaneKind
	for _, r := range records {
		card, ok := r.(*mapmodel.Card)
		if !ok {
			return nil
		}
		if lane := mapmodel.Find[*mapmodel.Lane](m, card.Lane); lane != nil && !slices.Contains(out, lane.LaneKind) {
			out = append(out, lane.LaneKind)
		}
	}
	return out
}
