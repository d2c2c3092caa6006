//go:build !nogui

// Package checks is the list beside the board of what is worth a look before a map is handed on.
package checks

import (
	"strings"

	"footpath/app/desktop/board/edit"
	"footpath/app/words"
	"footpath/mapmodel"
)

// Row is one line of the list.
type Row struct {
	// Rule is what has found something. Heading says what; there is nothing to go to. The other rows say where.
	Rule    mapmodel.Rule
	Heading bool
	// Spot is what a place is on the board, Field the name of the field that mends it; empty where none alone does.
	Spot  edit.Spot
	Field string
	// Text is what the row shows, Where the line below it, and Sentence what it is read out as.
	Text, Where, Sentence string
}

// same tells whether two rows stand for the same place found by the same rule.
func (r Row) same(s Row) bool { return r.Heading == s.Heading && r.Rule == s.Rule && r.Spot == s.Spot }

// Rows puts what was found in a map into words, with lanes named as given: each rule as a heading with its places below. Where there
// are none, the note says why. It may be called on any goroutine.
func Rows(m *mapmodel.Map, l words.Language, lane func(*mapmodel.Lane) string, found []mapmodel.Check, ripe bool) (rows []Row, note string) {
	if !ripe {
		return nil, l.Say(words.CheckTooEarly, nil)
	}
	if len(found) == 0 {
		return nil, l.Say(words.CheckNothing, nil)
	}
	t := teller{m, l, lane}
	for _, c := range found {
		rule := l.Say(words.Key("check.rule."+string(c.Rule)), words.Args{"n": len(c.Places)})
		rows = append(rows, Row{Heading: true, Rule: c.Rule, Text: rule, Sentence: rule})
		for _, id := range c.Places {
			rows = append(rows, t.place(c.Rule, rule, m.Get(id)))
		}
	}
	return rows, ""
}

// teller names the places of a map.
type teller struct {
	m    *mapmodel.Map
	l    words.Language
	lane func(*mapmodel.Lane) string
}

func (t teller) place(rule mapmodel.Rule, said string, r mapmodel.Record) Row {
	row := Row{Rule: rule, Spot: edit.HeadSpot(r), Field: mends(rule, r)}
	switch r := r.(type) {
	case *mapmodel.Header:
		row.Spot = edit.Spot{Kind: edit.HeadField, ID: r.ID, Field: "scenario"}
		row.Text, row.Where = words.Capital(t.l.Field("scenario")), t.name(r)
	case *mapmodel.Persona:
		row.Text, row.Where = t.name(r), r.Role
		if r.Role == "" {
			row.Where = words.Capital(t.l.Field("persona"))
		}
	case *mapmodel.Stage:
		all := t.m.Siblings(r)
		row.Text = t.name(r)
		row.Where = t.l.Say(words.CheckStage, words.Args{"number": all.Index(r.ID) + 1, "count": all.Len()})
	case *mapmodel.Lane:
		row.Text, row.Where = t.lane(r), t.l.Say(words.CheckLane, nil)
	case *mapmodel.Card:
		row.Text, row.Where = t.name(r), t.column(r.Column)
		if r.Text == "" && r.Mood != "" {
			row.Text = r.Mood
		}
	}
	row.Text = strings.ReplaceAll(row.Text, "\n", " ")
	row.Sentence = t.l.Say(words.CheckPlace, words.Args{"rule": said, "name": row.Text, "place": row.Where})
	return row
}

// name is what a record is called; the words for what has no name where it has none.
func (t teller) name(r mapmodel.Record) string {
	if name := mapmodel.NameOf(r); name != "" {
		return name
	}
	return t.l.Say(words.BoardUnnamed, nil)
}

// column names a stage, or a step after its stage.
func (t teller) column(id mapmodel.ID) string {
	if step := mapmodel.Find[*mapmodel.Step](t.m, id); step != nil {
		return t.name(t.m.Get(step.Stage)) + " › " + t.name(step)
	}
	return t.name(t.m.Get(id))
}

// mends is the field of a card that a rule asks for; empty where it is not a field alone.
func mends(rule mapmodel.Rule, r mapmodel.Record) string {
	card, ok := r.(*mapmodel.Card)
	if !ok {
		return ""
	}
	switch rule {
	case mapmodel.RuleVersions:
		return "conflicts"
	case mapmodel.RuleMoments:
		return "moment"
	case mapmodel.RuleEvidence:
		return "evidence"
	case mapmodel.RuleAnswers:
		return "answers"
	case mapmodel.RuleOwner:
		return "owner"
	case mapmodel.RuleScore:
		if card.Impact.Known {
			return "effort"
		}
		return "impact"
	}
	return ""
}
