package mapmodel

import (
	"slices"

	"footpath/mapmodel/picture"
)

// AddPersona adds a persona at an index among the personas; -1 is the end.
func (d *Desk) AddPersona(m *Map, at int, persona Persona) (Change, ID, error) {
	p := d.plan(m)
	persona.Common = Common{}
	id := p.add(&persona, at)
	c, err := p.change(LabelAddPersona, persona.Name)
	return c, id, err
}

// MovePersona puts a persona at another index, counted without it; the first
// is the main one.
func (d *Desk) MovePersona(m *Map, persona ID, at int) (Change, error) {
	return d.moveNamed(m, persona, at, LabelMovePersona)
}

// RemovePersona takes a persona away; its cards become everybody's.
func (d *Desk) RemovePersona(m *Map, persona ID) (Change, error) {
	now := Find[*Persona](m, persona)
	if now == nil {
		return Change{}, gone(persona)
	}
	p := d.plan(m)
	p.remove(persona)
	return p.change(LabelRemovePersona, now.Name)
}

// Cite adds fresh evidence under a card.
func (d *Desk) Cite(m *Map, card ID, evidence Evidence) (Change, ID, error) {
	p := d.plan(m)
	draft, ok := p.draft(card).(*Card)
	if !ok {
		return Change{}, ID{}, gone(card)
	}
	evidence.Common = Common{}
	id := p.add(&evidence, -1)
	draft.Evidence = append(slices.Clip(draft.Evidence), id)
	c, err := p.change(LabelCite)
	return c, id, err
}

// CiteAgain lets a card cite evidence that is there already.
func (d *Desk) CiteAgain(m *Map, card, evidence ID) (Change, error) {
	return Alter(d, m, LabelCite, []ID{card}, func(c *Card) { c.Evidence = union(c.Evidence, []ID{evidence}) })
}

// Uncite takes evidence from a card, and away altogether where no other card
// cites it.
func (d *Desk) Uncite(m *Map, card, evidence ID) (Change, error) {
	p := d.plan(m)
	draft, ok := p.draft(card).(*Card)
	if !ok {
		return Change{}, gone(card)
	}
	draft.Evidence = without(draft.Evidence, evidence)
	if p.citations(evidence) == 0 {
		p.remove(evidence)
	}
	return p.change(LabelUncite)
}

// Answer links an opportunity to an insight it answers, or takes the link away
// when it is there.
func (d *Desk) Answer(m *Map, opportunity, insight ID) (Change, error) {
	return Alter(d, m, LabelAnswer, []ID{opportunity}, func(c *Card) {
		if slices.Contains(c.Answers, insight) {
			c.Answers = without(c.Answers, insight)
		} else {
			c.Answers = append(slices.Clip(c.Answers), insight)
		}
	})
}

// AddSurvey adds a survey's result to a stage, as its last.
func (d *Desk) AddSurvey(m *Map, stage ID, survey Survey) (Change, ID, error) {
	if Find[*Stage](m, stage) == nil {
		return Change{}, ID{}, gone(stage)
	}
	p := d.plan(m)
	survey.Common, survey.Stage = Common{}, stage
	id := p.add(&survey, -1)
	c, err := p.change(LabelAddSurvey)
	return c, id, err
}

// RemoveSurvey takes a survey's result away.
func (d *Desk) RemoveSurvey(m *Map, survey ID) (Change, error) {
	if Find[*Survey](m, survey) == nil {
		return Change{}, gone(survey)
	}
	p := d.plan(m)
	p.remove(survey)
	return p.change(LabelRemoveSurvey)
}

// SetScore sets a card's number under a method of ranking; an unknown number
// takes it away.
func (d *Desk) SetScore(m *Map, card ID, method string, value Number) (Change, error) {
	p := d.plan(m)
	if Find[*Card](m, card) == nil {
		return Change{}, gone(card)
	}
	p.score(card, method, value)
	return p.change(LabelSetScore, method)
}

// score sets a card's number under a method.
func (p *plan) score(card ID, method string, value Number) {
	for score := range p.m.Scores(card) {
		if score.Method != method {
			continue
		}
		if !value.Known {
			p.remove(score.ID)
		} else {
			p.draft(score.ID).(*Score).Value = value
		}
		return
	}
	if value.Known {
		p.add(&Score{Card: card, Method: method, Value: value}, -1)
	}
}

// AddPicture adds a picture to the map and hangs it on cards or personas; a
// persona's present one goes, where it hangs on nothing else. name becomes the
// picture's key, with a suffix where that is taken. file is any PNG or JPEG; what
// the map keeps of it is made by picture.Clean, whose errors these are. A large
// file takes some tenths of a second; one that was cleaned before is only looked
// through.
func (d *Desk) AddPicture(m *Map, holders []ID, name string, file []byte) (Change, ID, error) {
	media, data, err := picture.Clean(file)
	if err != nil {
		return Change{}, ID{}, err
	}
	p := d.plan(m)
	fresh := &Picture{Media: media, Data: string(data)}
	fresh.Key = Slug(name, KindPicture, func(key string) bool { return p.keyTaken(KindPicture, key) })
	id := p.add(fresh, -1)
	for _, holder := range holders {
		switch r := p.draft(holder).(type) {
		case *Card:
			r.Pictures = append(slices.Clip(r.Pictures), id)
		case *Persona:
			if before := r.Picture; !before.IsZero() && m.Links(before) == 1 {
				p.remove(before)
			}
			r.Picture = id
		default:
			return Change{}, ID{}, gone(holder)
		}
	}
	c, err := p.change(LabelAddPicture)
	return c, id, err
}

// TakePicture takes a picture off cards or personas, and away where it hangs on
// nothing else.
func (d *Desk) TakePicture(m *Map, holders []ID, picture ID) (Change, error) {
	if Find[*Picture](m, picture) == nil {
		return Change{}, gone(picture)
	}
	p := d.plan(m)
	left := m.Links(picture)
	for _, holder := range holders {
		switch r := p.draft(holder).(type) {
		case *Card:
			left -= len(r.Pictures)
			r.Pictures = without(r.Pictures, picture)
			left += len(r.Pictures)
		case *Persona:
			if r.Picture == picture {
				r.Picture = ID{}
				left--
			}
		default:
			return Change{}, gone(holder)
		}
	}
	if left == 0 {
		p.remove(picture)
	}
	return p.change(LabelRemovePicture)
}

func without(ids []ID, id ID) []ID {
	return slices.DeleteFunc(slices.Clone(ids), func(other ID) bool { return other == id })
}
