//go:build !nogui

// Package outline shows a map as a list of lines, stage by stage, lane by lane, card by card: for those who want an overview and
// for those who cannot use the picture.
package outline

import (
	"slices"
	"strings"

	"footpath/app/desktop/board/edit"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/render/scene"
)

// Row is one line of the outline.
type Row struct {
	// Level is how far it is set in.
	Level int
	// Spot is what it stands for on the board.
	Spot edit.Spot
	// Text is what it shows, Sentence what it is read out as where nobody sees how it is set.
	Text, Sentence string
	// Heading is true for all but cards.
	Heading bool
	// Folds tells that rows stand below it, Folded that they are put away.
	Folds, Folded bool
}

// key names a row that can be folded: a stage or a step, or the inbox by its zero ID.
type key struct {
	column, lane mapmodel.ID
	stage        bool
}

// builder makes the rows of a map.
type builder struct {
	m      *mapmodel.Map
	l      words.Language
	lane   func(*mapmodel.Lane) string
	folded map[key]bool
	rows   []Row
}

// rows lists the lines of a map. It may be called on any goroutine.
func rows(m *mapmodel.Map, l words.Language, lane func(*mapmodel.Lane) string, folded map[key]bool) []Row {
	b := &builder{m: m, l: l, lane: lane, folded: folded}
	title := m.Header().Title
	if title == "" {
		title = l.Say(words.HomeUntitled, nil)
	}
	b.add(Row{Spot: edit.HeadSpot(m.Header()), Text: title, Sentence: l.Say(words.OutlineMap, words.Args{"name": title}), Heading: true})
	b.header()
	n := 0
	for range m.Stages() {
		n++
	}
	at := 0
	for stage := range m.Stages() {
		at++
		b.stage(stage, at, n)
	}
	b.inbox()
	for i := range b.rows { // below what holds nothing there is nothing to put away
		if r := &b.rows[i]; r.Folds && !r.Folded {
			r.Folds = i+1 < len(b.rows) && b.rows[i+1].Level > r.Level
		}
	}
	return b.rows
}

// header adds what the map says of itself, and its personas.
func (b *builder) header() {
	for _, line := range scene.HeadLines(b.m) {
		for _, place := range line {
			if place.Gap {
				continue
			}
			if p := mapmodel.Find[*mapmodel.Persona](b.m, place.ID); p != nil {
				said := b.l.Say(words.OutlineFact, words.Args{"name": words.Capital(b.l.Field("persona")), "text": join(", ", b.name(p), p.Role)})
				b.add(Row{Level: 1, Spot: edit.HeadSpot(p), Text: join(", ", b.name(p), p.Role), Sentence: said})
			} else if place.Field != "" {
				said := b.l.Say(words.OutlineFact, words.Args{"name": words.Capital(b.l.Field(place.Field)), "text": b.fact(place.Field)})
				b.add(Row{Level: 1, Spot: edit.Spot{Kind: edit.HeadField, ID: place.ID, Field: place.Field}, Text: said, Sentence: said})
			}
		}
	}
}

// fact is what the map's own record says in a field, on one line.
func (b *builder) fact(field string) string {
	switch p := mapmodel.FieldNamed(mapmodel.KindHeader, field).Pointer(b.m.Header()).(type) {
	case *[]string:
		return strings.Join(*p, ", ")
	case *string:
		switch field {
		case "state":
			return b.l.Page()("page.state." + *p)
		case "date":
			return b.l.ShortDate(*p)
		}
		return strings.ReplaceAll(*p, "\n", " ")
	}
	return ""
}

func (b *builder) add(r Row) { b.rows = append(b.rows, r) }

func (b *builder) name(r mapmodel.Record) string {
	if name := mapmodel.NameOf(r); name != "" {
		return name
	}
	return b.l.Say(words.BoardUnnamed, nil)
}

func (b *builder) stage(stage *mapmodel.Stage, at, n int) {
	folded := b.folded[key{column: stage.ID, stage: true}]
	sentence := b.l.Say(words.OutlineStage, words.Args{"number": at, "count": n, "name": b.name(stage)})
	b.add(Row{Level: 0, Spot: edit.HeadSpot(stage), Text: b.name(stage), Sentence: sentence, Heading: true, Folds: true, Folded: folded})
	if folded {
		return
	}
	b.column(stage.ID, b.name(stage), 1)
	for step := range b.m.Steps(stage.ID) {
		folded := b.folded[key{column: step.ID, stage: true}]
		b.add(Row{
			Level: 1, Spot: edit.HeadSpot(step), Text: b.name(step), Sentence: b.l.Say(words.OutlineStep, words.Args{"name": b.name(step)}),
			Heading: true, Folds: true, Folded: folded,
		})
		if !folded {
			b.column(step.ID, b.name(step), 2)
		}
	}
}

// column adds the lanes of a stage or step that hold cards.
func (b *builder) column(column mapmodel.ID, name string, level int) {
	for lane := range b.m.Lanes() {
		cards := b.m.Cell(column, lane.ID)
		if lane.Hidden || cards.Len() == 0 {
			continue
		}
		folded := b.folded[key{column: column, lane: lane.ID}]
		args := words.Args{"name": b.lane(lane), "n": cards.Len()}
		b.add(Row{
			Level: level, Spot: edit.CellSpot(column, lane.ID), Text: b.lane(lane), Sentence: b.l.Say(words.OutlineLane, args),
			Heading: true, Folds: true, Folded: folded,
		})
		if !folded {
			b.cards(cards, level+1, b.lane(lane)+", "+name)
		}
	}
}

func (b *builder) inbox() {
	cards := b.m.Inbox()
	if cards.Len() == 0 {
		return
	}
	name := b.l.Say(words.PaletteInbox, nil)
	folded := b.folded[key{}]
	b.add(Row{
		Spot: edit.CellSpot(mapmodel.ID{}, mapmodel.ID{}), Text: name, Sentence: b.l.Say(words.OutlineLane, words.Args{"name": name, "n": cards.Len()}),
		Heading: true, Folds: true, Folded: folded,
	})
	if !folded {
		b.cards(cards, 1, name)
	}
}

func (b *builder) cards(cards *mapmodel.Cell, level int, where string) {
	i := 0
	for card := range cards.Cards() {
		i++
		text := strings.ReplaceAll(card.Text, "\n", " ")
		if text == "" {
			text = card.Mood
		}
		feeling, rest := b.says(card)
		text = join(" · ", feeling, text, rest)
		args := words.Args{"number": i, "count": cards.Len(), "place": where, "text": text}
		b.add(Row{Level: level, Spot: edit.CardSpot(card), Text: text, Sentence: b.l.Say(words.OutlineCard, args)})
	}
}

// join puts what there is to say together.
func join(between string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), between)
}

// says is what the board tells of a card by marks: its feeling, and whether it is a moment of truth, whose, and what it rests on.
func (b *builder) says(card *mapmodel.Card) (feeling, rest string) {
	if card.Emotion.Known {
		feeling = b.l.Number(card.Emotion.Value)
		if card.Emotion.Value > 0 {
			feeling = "+" + feeling
		}
	}
	var said []string
	if card.Moment {
		said = append(said, b.l.Say("field.moment", nil))
	}
	if p := mapmodel.Find[*mapmodel.Persona](b.m, card.Persona); p != nil {
		said = append(said, b.name(p))
	}
	if card.Level != "" {
		said = append(said, b.l.Say(words.Key("details.level."+string(card.Level)), nil))
	}
	return feeling, strings.Join(said, ", ")
}
