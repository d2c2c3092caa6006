package mapmodel

import (
	"slices"
	"strconv"
	"strings"
)

// Place is where a card stands or shall stand: the column (a stage's or a
// step's ID) and the lane, both zero for the inbox, and the index among the
// cards already there; -1 is the end.
type Place struct {
	Column, Lane ID
	At           int
}

func (pl Place) home(header ID) home {
	return (&Card{Column: pl.Column, Lane: pl.Lane}).home(header)
}

// AddCard adds a card with the text and gives its ID. fill, which may be nil,
// sets other fields of the fresh card.
func (d *Desk) AddCard(m *Map, at Place, text string, fill func(*Card)) (Change, ID, error) {
	p := d.plan(m)
	card := &Card{Text: text}
	if fill != nil {
		fill(card)
	}
	card.Column, card.Lane = at.Column, at.Lane
	id := p.add(card, at.At)
	c, err := p.change(LabelAddCard, short(text))
	return c, id, err
}

// AddCards adds one card a text, in order, and gives their IDs.
func (d *Desk) AddCards(m *Map, at Place, texts []string) (Change, []ID, error) {
	p := d.plan(m)
	ids := p.addTexts(at, texts)
	c, err := p.change(LabelAddCards, strconv.Itoa(len(texts)))
	return c, ids, err
}

func (p *plan) addTexts(at Place, texts []string) []ID {
	cards, ids := make([]Record, len(texts)), make([]ID, len(texts))
	for i, text := range texts {
		cards[i] = &Card{Text: text, Column: at.Column, Lane: at.Lane}
		ids[i] = p.create(cards[i])
	}
	p.insert(p.siblings(at.home(p.m.ID())), at.At, cards...)
	return ids
}

// SetText gives a card another text.
func (d *Desk) SetText(m *Map, card ID, text string) (Change, error) {
	return Alter(d, m, LabelEditCard, []ID{card}, func(c *Card) { c.Text = text })
}

// MoveCards puts cards, in the order given, at a place; its index counts the
// cards there that do not move.
func (d *Desk) MoveCards(m *Map, cards []ID, to Place) (Change, error) {
	p := d.plan(m)
	args := []string{strconv.Itoa(len(cards))}
	if len(cards) == 1 {
		if card := Find[*Card](m, cards[0]); card != nil {
			args = append(args, brief(card.Text))
			if card.Column != to.Column {
				args = append(args, brief(NameOf(m.Get(card.Column))), brief(NameOf(m.Get(to.Column))))
			}
		}
	}
	moved := make([]Record, 0, len(cards))
	for _, id := range cards {
		card, ok := p.draft(id).(*Card)
		if !ok {
			return Change{}, gone(id)
		}
		card.Column, card.Lane = to.Column, to.Lane
		moved = append(moved, card)
	}
	p.insert(p.siblings(to.home(m.ID()), cards...), to.At, moved...)
	return p.change(LabelMoveCards, args...)
}

// DuplicateCards makes a copy of each card right after it and gives the
// copies' IDs. Copies cite the same evidence and have no key.
func (d *Desk) DuplicateCards(m *Map, cards []ID) (Change, []ID, error) {
	p := d.plan(m)
	copies := make([]ID, 0, len(cards))
	for _, id := range cards {
		card := Find[*Card](m, id)
		if card == nil {
			return Change{}, nil, gone(id)
		}
		twin := card.clone().(*Card)
		twin.Common = Common{Kept: card.Kept}
		siblings := p.siblings(card.home(m.ID()))
		copies = append(copies, p.create(twin))
		p.insert(siblings, 1+slices.IndexFunc(siblings, func(r Record) bool { return r.Base().ID == id }), twin)
	}
	c, err := p.change(LabelDuplicateCards, strconv.Itoa(len(cards)))
	return c, copies, err
}

// RemoveCards takes cards away, with their scores, the evidence that only they
// cite, and the links to them.
func (d *Desk) RemoveCards(m *Map, cards []ID) (Change, error) {
	p := d.plan(m)
	for _, id := range cards {
		if Find[*Card](m, id) == nil {
			return Change{}, gone(id)
		}
		p.remove(id)
	}
	return p.change(LabelRemoveCards, strconv.Itoa(len(cards)))
}

// JoinCards makes one card of several: the first takes the others' texts, a
// line each, their evidence, answers, tags and links; what pointed at the
// others points at it.
func (d *Desk) JoinCards(m *Map, cards []ID) (Change, error) {
	p := d.plan(m)
	if len(cards) < 2 {
		return Change{}, nil
	}
	first, ok := p.draft(cards[0]).(*Card)
	if !ok {
		return Change{}, gone(cards[0])
	}
	for _, id := range cards[1:] {
		card := Find[*Card](m, id)
		if card == nil {
			return Change{}, gone(id)
		}
		first.Text = joinLines(first.Text, card.Text)
		first.Note = joinLines(first.Note, card.Note)
		first.Evidence = union(first.Evidence, card.Evidence)
		first.Answers = slices.DeleteFunc(union(first.Answers, card.Answers), func(a ID) bool { return slices.Contains(cards, a) })
		first.Pictures = union(first.Pictures, card.Pictures)
		first.Tags = union(first.Tags, card.Tags)
		first.Links = union(first.Links, card.Links)
		first.People = union(first.People, card.People)
		p.repoint(id, first.ID)
		p.remove(id)
	}
	return p.change(LabelJoinCards, strconv.Itoa(len(cards)))
}

// repoint makes every link to one card a link to another.
func (p *plan) repoint(from, to ID) {
	if p.m.Links(from) == 0 {
		return
	}
	for r := range p.m.Records() {
		for _, f := range linkFields(r.Kind()) {
			if !slices.Contains(slices.Collect(targets(f, r)), from) || p.removed(r.Base().ID) {
				continue
			}
			switch v := f.at(p.draft(r.Base().ID)).(type) {
			case *ID:
				*v = to
			case *[]ID:
				kept := slices.DeleteFunc(slices.Clone(*v), func(id ID) bool { return id == from || id == to })
				if r.Base().ID != to {
					kept = append(kept, to)
				}
				*v = kept
			}
		}
	}
}

// SplitCard makes one card a line of a card's text: the first line stays with
// the card and all it carries. It gives the new cards' IDs.
func (d *Desk) SplitCard(m *Map, card ID) (Change, []ID, error) {
	now := Find[*Card](m, card)
	if now == nil {
		return Change{}, nil, gone(card)
	}
	lines := Lines(now.Text)
	if len(lines) < 2 {
		return Change{}, nil, nil
	}
	p := d.plan(m)
	p.draft(card).(*Card).Text = lines[0]
	at := Place{Column: now.Column, Lane: now.Lane, At: m.Siblings(now).Index(card) + 1}
	ids := p.addTexts(at, lines[1:])
	c, err := p.change(LabelSplitCard, strconv.Itoa(len(lines)))
	return c, ids, err
}

// SetEmotion sets how a column feels to a persona (zero for everybody): on the
// column's one card in the feelings lane that is theirs, else on a new card
// without words. An unknown number takes the feeling away.
func (d *Desk) SetEmotion(m *Map, column, persona ID, feeling Number) (Change, error) {
	lane := m.LaneOf(LaneFeelings)
	if lane == nil {
		return Change{}, &Misfit{Kind: KindLane, Reason: "of feelings is not there"}
	}
	var theirs []ID
	for card := range m.Cell(column, lane.ID).Cards() {
		if card.Persona == persona {
			theirs = append(theirs, card.ID)
		}
	}
	if len(theirs) == 1 {
		return Alter(d, m, LabelSetEmotion, theirs, func(c *Card) { c.Emotion = feeling })
	}
	if !feeling.Known {
		return Change{}, nil
	}
	c, _, err := d.AddCard(m, Place{Column: column, Lane: lane.ID, At: -1}, "", func(c *Card) {
		c.Emotion, c.Persona = feeling, persona
	})
	return c, err
}

func joinLines(a, b string) string {
	return strings.Trim(a+"\n"+b, "\n")
}

func union[T comparable](a, b []T) []T {
	out := slices.Clone(a)
	for _, v := range b {
		if !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}

// short is the beginning of a text, for a label.
func short(text string) string {
	text, _, _ = strings.Cut(strings.TrimSpace(text), "\n")
	runes := []rune(text)
	if len(runes) > 40 {
		return string(runes[:39]) + "…"
	}
	return text
}
