package scene

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"footpath/mapmodel"
)

// Reading is what a scene means beside how it looks, for files that are read
// aloud or searched: the order of stages and lanes, what the curve says, and
// where cards lead.
type Reading struct {
	// Columns are all stages, each before its steps.
	Columns []ReadColumn
	// Lanes are the lanes that are shown, from the top.
	Lanes []ReadLane
	// Surveys are the stages that surveys are about, by the survey's ID.
	Surveys map[mapmodel.ID]mapmodel.ID
	// Feelings is the emotion curve as a sentence; empty where there is none.
	Feelings string
	// Actions says where opportunities stand by impact and effort; empty where
	// none is scored.
	Actions string
	// ActionTitle names the closing pages.
	ActionTitle string
	// Links are where a card leads, by the card's ID.
	Links map[mapmodel.ID][]Link
}

// ReadColumn is a stage or a step of one.
type ReadColumn struct {
	ID   mapmodel.ID
	Name string
	Step bool
}

// ReadLane is a lane that is shown.
type ReadLane struct {
	ID   mapmodel.ID
	Name string
	Kind mapmodel.LaneKind
}

// Link is a way from a card to a page of the web or to another card; one of
// URL and Card is given.
type Link struct {
	URL  string // absolute, in ASCII
	Card mapmodel.ID
	// Words say what is there.
	Words string
}

// read gathers what a map's pages mean.
func (l *Layouter) read(m *mapmodel.Map) *Reading {
	w := &work{Layouter: l, m: m, s: l.style, page: &Page{}}
	w.plan()
	r := &Reading{Surveys: map[mapmodel.ID]mapmodel.ID{}, Links: map[mapmodel.ID][]Link{}}
	for stage := range w.m.Stages() {
		r.Columns = append(r.Columns, ReadColumn{ID: stage.ID, Name: stage.Name})
		for step := range w.m.Steps(stage.ID) {
			r.Columns = append(r.Columns, ReadColumn{ID: step.ID, Name: step.Name, Step: true})
		}
		for survey := range w.m.Surveys(stage.ID) {
			r.Surveys[survey.ID] = stage.ID
		}
	}
	for _, lane := range w.lanes {
		name := w.words.lane(lane)
		r.Lanes = append(r.Lanes, ReadLane{ID: lane.ID, Name: name, Kind: lane.LaneKind})
		if lane.LaneKind == mapmodel.LaneCurve && r.Feelings == "" {
			r.Feelings = w.spoken(name, r.Columns)
		}
	}
	r.ActionTitle, r.Actions = w.words(wordActions), w.spokenActions()
	for card := range w.m.Cards() {
		w.links(card, r)
	}
	return r
}

// spoken says the curves of all personas: "Emotion: Notice −1 (anxious),
// Prepare +1."
func (w *work) spoken(lane string, columns []ReadColumn) string {
	names := map[mapmodel.ID]string{}
	for _, c := range columns {
		names[c.ID] = c.Name
	}
	say := func(who string, persona mapmodel.ID) string {
		var parts []string
		for _, p := range w.m.EmotionPoints(persona) {
			said := strings.TrimSpace(names[p.Column] + " " + signed(p.Value))
			var more []string
			if p.Card.Mood != "" {
				more = append(more, p.Card.Mood)
			}
			if p.Card.Moment {
				more = append(more, w.words(wordMoment))
			}
			if len(more) > 0 {
				said += " (" + strings.Join(more, ", ") + ")"
			}
			parts = append(parts, said)
		}
		if len(parts) == 0 {
			return ""
		}
		return who + ": " + strings.Join(parts, ", ") + "."
	}
	var said []string
	for p := range w.m.Personas() {
		who := lane
		if p.Name != "" {
			who += ", " + p.Name
		}
		said = append(said, say(who, p.ID))
	}
	if len(said) == 0 {
		said = append(said, say(lane, mapmodel.ID{}))
	}
	said = slices.DeleteFunc(said, func(s string) bool { return s == "" })
	if len(said) == 0 {
		return lane + ": –"
	}
	return strings.Join(said, " ")
}

// spokenActions says the matrix: "6: Impact 5, Effort 2. 4: Impact 4, Effort 1."
func (w *work) spokenActions() string {
	var said []string
	for _, a := range w.actions() {
		if a.scored() {
			said = append(said, fmt.Sprintf("%d: %s %d, %s %d.", a.number, w.words(wordImpact), a.card.Impact.Value, w.words(wordEffort), a.card.Effort.Value))
		}
	}
	if len(said) == 0 {
		return "–"
	}
	return strings.Join(said, " ")
}

// links notes where a card leads: to the web, from an opportunity to the
// insights it answers, and back from them.
func (w *work) links(card *mapmodel.Card, r *Reading) {
	add := func(from mapmodel.ID, l Link) {
		if !slices.ContainsFunc(r.Links[from], func(o Link) bool { return o.URL == l.URL && o.Card == l.Card }) {
			r.Links[from] = append(r.Links[from], l)
		}
	}
	for _, id := range card.Evidence {
		if e := mapmodel.Find[*mapmodel.Evidence](w.m, id); e != nil {
			if to := webAddress(e.Link); to != "" {
				add(card.ID, Link{URL: to, Words: to})
			}
		}
	}
	for _, link := range card.Links {
		if to := webAddress(link); to != "" {
			add(card.ID, Link{URL: to, Words: to})
		}
	}
	for _, id := range card.Answers {
		if insight := mapmodel.Find[*mapmodel.Card](w.m, id); insight != nil {
			add(card.ID, Link{Card: id, Words: insight.Text})
			add(id, Link{Card: card.ID, Words: card.Text})
		}
	}
}

// webAddress is an address that a page may lead to, in ASCII; empty for any
// other text, so that a map from a stranger opens nothing but the web and mail.
func webAddress(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil {
		return ""
	}
	switch u.Scheme {
	case "http", "https":
		if u.Host == "" {
			return ""
		}
	case "mailto":
	default:
		return ""
	}
	out := u.String()
	for i := 0; i < len(out); i++ {
		if out[i] <= ' ' || out[i] > '~' {
			return "" // a host in other letters: url leaves it as it is
		}
	}
	return out
}
