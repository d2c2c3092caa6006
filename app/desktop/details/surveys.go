//go:build !nogui

package details

import (
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/mapmodel"
)

// surveysField stands for the survey results of a stage or a touchpoint: they are records below it rather than one of its fields.
var surveysField = &mapmodel.Field{Name: "surveys", Refers: []mapmodel.Kind{mapmodel.KindSurvey}}

// surveys are what was asked about a stage, or about a touchpoint in it. What the answers come to is computed, never typed.
type surveys struct {
	folds
	seen []*mapmodel.Survey
}

func newSurveys(r *row) control {
	s := &surveys{}
	s.kind, s.field, s.lines = mapmodel.KindSurvey, "counts", s.list
	s.make(r, words.DetailsAddSurvey, s.choose)
	return s
}

// surveysOf lists the results that a stage has, or that are about a card.
func surveysOf(m *mapmodel.Map, r mapmodel.Record) []*mapmodel.Survey {
	stage, card := r.Base().ID, mapmodel.ID{}
	if c, ok := r.(*mapmodel.Card); ok {
		s := m.StageOf(c.Column)
		if s == nil {
			return nil
		}
		stage, card = s.ID, c.ID
	}
	var out []*mapmodel.Survey
	for s := range m.Surveys(stage) {
		if card.IsZero() || s.Touchpoint == card {
			out = append(out, s)
		}
	}
	return out
}

// choose asks which question was asked.
func (s *surveys) choose() {
	d := s.row.form.d
	var list []parts.MenuItem
	for _, kind := range []mapmodel.SurveyKind{mapmodel.NPS, mapmodel.CSAT, mapmodel.CES} {
		list = append(list, parts.MenuItem{Label: d.say(surveyName(kind)), Do: func() { s.create(kind) }})
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.add)
	parts.ShowChoices(d.p.Canvas, at.AddXY(0, s.add.Size().Height+2), list, func() { d.p.Canvas.Focus(s.add) })
}

func surveyName(kind mapmodel.SurveyKind) words.Key {
	return words.Key("details.survey." + string(kind))
}

// create adds a survey, and opens it for its numbers.
func (s *surveys) create(kind mapmodel.SurveyKind) {
	d := s.row.form.d
	d.p.Commit()
	m := d.p.Doc.Map()
	fresh, stage := mapmodel.Survey{SurveyKind: kind}, s.row.form.ids[0]
	if card := mapmodel.Find[*mapmodel.Card](m, stage); card != nil {
		about := m.StageOf(card.Column)
		if about == nil {
			return
		}
		fresh.Touchpoint, stage = card.ID, about.ID
	}
	if c, id, err := d.p.Desk.AddSurvey(m, stage, fresh); s.row.do(mapmodel.ID{}, c, err) {
		s.unfold(id)
	}
}

func (s *surveys) drop(id mapmodel.ID) {
	d := s.row.form.d
	d.p.Commit()
	c, err := d.p.Desk.RemoveSurvey(d.p.Doc.Map(), id)
	s.row.do(mapmodel.ID{}, c, err)
	d.Settle()
}

func (s *surveys) show(v shared) {
	all := surveysOf(v.m, v.records[0])
	ids := make([]mapmodel.ID, len(all))
	for i, one := range all {
		ids[i] = one.ID
	}
	fresh := !slices.Equal(all, s.seen)
	s.seen = all
	s.take(v.m, ids, fresh)
}

// list shows each survey with what it comes to.
func (s *surveys) list(m *mapmodel.Map, ids []mapmodel.ID) {
	d := s.row.form.d
	list := make([]*parts.Item, len(s.seen))
	for i, one := range s.seen {
		said := []string{d.say(surveyName(one.SurveyKind))}
		if card := mapmodel.Find[*mapmodel.Card](m, one.Touchpoint); card != nil && s.row.form.kind == mapmodel.KindStage {
			said = append(said, card.Text)
		}
		if one.Date != "" {
			said = append(said, d.date(one.Date))
		}
		list[i] = parts.NewItem(itemWords(s.room(), strings.Join(said, " · "), d.result(one)), func() { s.toggle(one.ID) }, func() { s.drop(one.ID) })
	}
	s.put(ids, list)
}

// result says what a survey comes to: its figure with the interval and the number of answers, as far as these carry it.
func (d *Panel) result(s *mapmodel.Survey) string {
	r := s.Result()
	figure := func(v float64) string {
		n := d.p.Words.Number(int(math.Round(v)))
		if s.SurveyKind == mapmodel.NPS {
			return n
		}
		return n + "\u00a0%"
	}
	switch {
	case r.N == 0:
		return d.say(words.DetailsNoAnswers)
	case r.Trust == mapmodel.QuotesOnly:
		return d.say("page.quotes-only")
	}
	args := words.Args{"kind": strings.ToUpper(string(s.SurveyKind)), "score": figure(r.Score), "low": figure(r.Low), "high": figure(r.High), "n": r.N}
	if r.Trust == mapmodel.TooFew {
		return d.p.Words.Say(words.DetailsFewAnswers, args)
	}
	return d.p.Words.Say(words.DetailsResult, args)
}

// newTouchpoint chooses the card of a stage that a survey asked about.
func newTouchpoint(r *row) control {
	var ids []mapmodel.ID
	var c *selectControl
	c = newSelectControl(r, nil, func(at int) bool {
		id := mapmodel.ID{}
		if at >= 0 {
			id = ids[at]
		}
		return set(r, mapmodel.ID{}, id)
	}, func(v shared) int {
		ids = nil
		var names []string
		survey, _ := v.records[0].(*mapmodel.Survey)
		for card := range v.m.Cards() {
			lane := mapmodel.Find[*mapmodel.Lane](v.m, card.Lane)
			stage := v.m.StageOf(card.Column)
			if lane == nil || stage == nil || survey == nil || stage.ID != survey.Stage {
				continue
			}
			if card.ID == survey.Touchpoint || slices.Contains(contact, lane.LaneKind) {
				ids, names = append(ids, card.ID), append(names, strings.ReplaceAll(card.Text, "\n", " "))
			}
		}
		c.line.SetOptions(names)
		if all := v.ids(); len(all) == 1 {
			return slices.Index(ids, all[0])
		}
		return -1
	})
	c.line.SetNone(r.form.d.say(words.DetailsWholeStage))
	return c
}
