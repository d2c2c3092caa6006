package scene

import (
	"slices"
	"strconv"
	"strings"

	"footpath/mapmodel"
	"footpath/render/text"
)

// note is a card whose whole text stands on a page of notes, and what else of it
// had no room.
type note struct {
	number int
	card   *mapmodel.Card
	more   []string
}

// note gives a card its number on the pages of notes, where more is said, too.
func (b *book) note(card *mapmodel.Card, more ...string) int {
	if n, ok := b.noted[card]; ok {
		known := &b.notes[n-1].more
		for _, words := range more {
			if !slices.Contains(*known, words) {
				*known = append(*known, words)
			}
		}
		return n
	}
	n := len(b.notes) + 1
	if b.noted == nil {
		b.noted = map[*mapmodel.Card]int{}
	}
	b.notes, b.noted[card] = append(b.notes, note{n, card, slices.Clone(more)}), n
	b.findings = append(b.findings, Finding{Kind: TextMoved, Card: card.ID, Note: n})
	return n
}

// takeBack forgets the notes and findings beyond the first ones.
func (b *book) takeBack(notes, findings int) {
	for _, n := range b.notes[notes:] {
		delete(b.noted, n.card)
	}
	b.notes, b.findings = b.notes[:notes], b.findings[:findings]
}

// noteColumn is the width of a column of notes, and noteGap what stands between
// two.
const noteColumn, noteGap = 260, 24

// notePages sets the notes in columns, on as many pages as they need.
func (b *book) notePages() {
	if len(b.notes) == 0 && !b.prefaced {
		return
	}
	s := b.style
	inner := b.sheet.Width - 2*s.Margin
	columns := max(1, int((inner+noteGap)/(noteColumn+noteGap)))
	width := (inner - noteGap*float64(columns-1)) / float64(columns)
	bottom := b.sheet.Height - s.Margin - b.work(nil).footerHeight(b.sheet.Width) - s.Gap
	var w *work
	column, y := columns, 0.0
	top := 0.0
	next := func() {
		if column++; column >= columns {
			w = b.blank()
			if b.prefaced && w.later && top == 0 {
				top = s.Margin + w.paperHeader(b.sheet.Width) + 12
			} else {
				top = s.Margin + w.compactHeader(b.sheet.Width, w.words(wordNotes)) + 8
			}
			b.pages, b.works = append(b.pages, w.page), append(b.works, w)
			column = 0
		}
		y = top
	}
	next()
	line := func(run *Run) {
		if y+s.CardSize*s.Leading > bottom {
			next()
		}
		run.X += s.Margin + float64(column)*(width+noteGap)
		run.Y = y + s.CardSize
		w.place(Rect{}, CardRole, run)
		y += s.CardSize * s.Leading
	}
	for _, n := range b.notes {
		head := strconv.Itoa(n.number) + "  " + b.where(n.card)
		for _, l := range text.Bold.Break(head, s.MetaSize, width) {
			line(&Run{Text: l.Text, Face: text.Bold, Size: s.MetaSize, Color: s.Second, Width: l.Width, Direction: l.Direction})
		}
		words := []string{n.card.Text}
		if s.longMood(n.card) {
			words = append(words, n.card.Mood)
		}
		words = append(words, n.more...)
		for _, words := range words {
			for _, l := range text.Regular.Break(words, s.CardSize, width) {
				line(&Run{Text: l.Text, Face: text.Regular, Size: s.CardSize, Color: s.Text, Width: l.Width, Direction: l.Direction})
			}
		}
		shows, more := w.shows(n.card)
		if row, high := s.pictures(shows, more, w.words, Point{}, width, s.PictureHigh); high > 0 {
			if y+high > bottom {
				next()
			}
			w.place(Rect{s.Margin + float64(column)*(width+noteGap), y, width, high}, CardRole, row...)
			y += high
		}
		y += 6
	}
}

// where names a card's stage, step and lane.
func (b *book) where(card *mapmodel.Card) string {
	var parts []string
	if stage := b.m.StageOf(card.Column); stage != nil {
		parts = append(parts, stage.Name)
	}
	if step := mapmodel.Find[*mapmodel.Step](b.m, card.Column); step != nil {
		parts = append(parts, step.Name)
	}
	if lane := mapmodel.Find[*mapmodel.Lane](b.m, card.Lane); lane != nil {
		parts = append(parts, b.words.lane(lane))
	}
	return strings.Join(parts, " · ")
}
