package scene

import (
	"math"
	"slices"

	"footpath/mapmodel"
)

// FindingKind says what a person should know of the pages before printing.
type FindingKind string

// The findings.
const (
	// SheetGrew: the map needed a larger sheet than was asked for.
	SheetGrew FindingKind = "sheet-grew"
	// TextMoved: a card's whole text stands on the page of notes.
	TextMoved FindingKind = "text-moved"
	// NarrowColumns: columns are narrower than they should be.
	NarrowColumns FindingKind = "narrow-columns"
	// ColorMended: a client's colour is drawn darker or lighter, to be read.
	ColorMended FindingKind = "color-mended"
	// InboxLeft: cards in the inbox stand on no page.
	InboxLeft FindingKind = "inbox-left"
	// LanesLeft: lanes in which there is nothing stand on no page.
	LanesLeft FindingKind = "lanes-left"
	// ManyMoments: more moments of truth than a map should have.
	ManyMoments FindingKind = "many-moments"
	// CutThrough: a card, or another thing where Card is zero, lies whole on no
	// sheet of the poster.
	CutThrough FindingKind = "cut-through"
)

// Finding is one thing that the layout could not do as it should.
type Finding struct {
	Kind FindingKind
	// Card is the card it is about, or zero.
	Card mapmodel.ID
	// Note is the number on the page of notes, or 0.
	Note int
	// Lanes is how many lanes it is about.
	Lanes int
	// Mended is the colour it is about.
	Mended Mended
}

// room is how far a page may go to fit: how small the cards' type gets, how
// many lines of a card are shown and how many cards of a cell. 0 is all.
type room struct {
	size         float64
	lines, cards int
	// pictures is how high pictures are, in parts of their usual height.
	pictures float64
}

// rooms lists what is tried in turn: pictures, where there are any, get smaller
// first, then type does. With notes, cards are cut short at the smallest type,
// their whole text going to the page of notes.
func (s *Style) rooms(pictured, notes bool) []room {
	const smaller, smallest = 0.6, 0.35
	least := s.CardSizes[len(s.CardSizes)-1]
	usual := 1.0
	var out []room
	if pictured {
		out = append(out, room{size: s.CardSizes[0], pictures: usual})
		usual = smaller
	}
	for _, size := range s.CardSizes {
		out = append(out, room{size: size, pictures: usual})
	}
	if pictured {
		usual = smallest
		out = append(out, room{size: least, pictures: usual})
	}
	if notes {
		for _, lines := range []int{12, 8, 6, 4, 3, 2} {
			out = append(out, room{least, lines, 0, usual})
		}
		for _, cards := range []int{6, 4, 3, 2, 1} {
			out = append(out, room{least, 2, cards, usual})
		}
	}
	return out
}

// pages lays the map out on paper.
func (l *Layouter) pages(m *mapmodel.Map, sheet Sheet) ([]*Page, []Finding) {
	k := sheet.scale()
	inner := Sheet{Width: sheet.Width / k, Height: sheet.Height / k, Fit: sheet.Fit}
	b := &book{Layouter: l, m: m, sheet: inner}
	w := b.work(nil)
	list := w.actions()
	closes := !sheet.Alone && w.closes(list)
	switch sheet.Fit {
	case FitContent:
		b.content()
		b.findings = slices.DeleteFunc(b.findings, func(f Finding) bool { return f.Kind == SheetGrew }) // as was asked for
	case FitStages:
		b.closes = closes
		b.byStage()
	default:
		b.closes = closes && k == 1 // a poster hangs by itself
		switch {
		case sheet.Fit == FitPage:
			b.onePage()
		case !b.add(b.work(nil), false, false):
			b.closes = closes
			b.byStage()
		}
	}
	if b.closes {
		b.actionPages(list)
	}
	b.notePages()
	b.number()
	if k > 1 {
		for i := range b.pages {
			b.pages[i] = enlarged(b.pages[i], k)
		}
	}
	b.warn()
	return b.pages, b.findings
}

// book is the pages of a map being made.
type book struct {
	*Layouter
	m        *mapmodel.Map
	sheet    Sheet
	pages    []*Page
	works    []*work
	findings []Finding
	notes    []note
	noted    map[*mapmodel.Card]int // their numbers
	// closes tells whether the list of opportunities follows.
	closes bool
	// prefaced tells whether the notes begin with the map's header.
	prefaced bool
}

// work begins a page for some stages, or for all when there are none.
func (b *book) work(stages []mapmodel.ID) *work {
	w := &work{Layouter: b.Layouter, m: b.m, s: b.style.on(b.sheet), sheet: b.sheet, page: &Page{}, book: b, only: stages, later: len(b.pages) > 0}
	w.plan()
	return w
}

// low is the height of a sheet, in points, under which a page is laid out more
// tightly.
const low = 700

// on is the style for a sheet: what is not a card takes less room on a low one.
func (s *Style) on(sheet Sheet) *Style {
	if sheet.Height >= low {
		return s
	}
	tight := *s
	tight.Stage, tight.Step, tight.CurveMin, tight.TitleSize = 33, 15.5, 96, 24
	return &tight
}

// add lays a page out and keeps it, unless it neither fits nor may grow or cut
// cards short.
func (b *book) add(w *work, grow, cut bool) bool {
	if !w.paper(grow, cut) {
		return false
	}
	b.pages = append(b.pages, w.page)
	b.works = append(b.works, w)
	return true
}

// prefaceMost is the most of a page of notes that the map's header may take.
const prefaceMost = 0.6

// onePage lays the map out on one sheet. Where the sheet has no room for the
// map below its header, the header stands on the notes' first page, and what
// stands at the cards' feet behind the map, too: of opportunities in their list,
// of insights that are cut short in the notes.
func (b *book) onePage() {
	w := b.work(nil)
	draw := w.sized(false, true)
	if w.page.Size.Y > b.sheet.Height && b.blank().paperHeader(b.sheet.Width) <= prefaceMost*b.sheet.Height {
		b.takeBack(0, 0)
		b.prefaced = true
		w = b.work(nil)
		w.brief = true
		draw = w.sized(false, true)
	}
	draw()
	b.pages, b.works = append(b.pages, w.page), append(b.works, w)
}

// content lays the map out on the one sheet that it needs: the one asked for,
// if smaller type is enough; else, at the full size of type, one of the same
// proportions, or a longer one where the columns need it.
func (b *book) content() {
	if b.add(b.work(nil), false, false) {
		return
	}
	w, draw, _ := b.proportioned(1.02)
	draw()
	b.pages, b.works = append(b.pages, w.page), append(b.works, w)
}

// proportioned lays the map out at the full size of type on one sheet of the
// proportions asked for, or a longer one where the columns need it: at the most
// so many times as high as it should be. It gives what draws the page, and the
// width that would make it as high as it should be.
func (b *book) proportioned(over float64) (w *work, draw func(), wide float64) {
	const most = 8
	ratio := b.sheet.Width / b.sheet.Height
	sheet := b.sheet
	for try := 1; ; try++ {
		w = b.work(nil)
		w.sheet, w.full = sheet, true
		draw = w.sized(true, false) // a sheet that may grow always takes the map
		size := w.page.Size
		high := max(size.X/ratio, b.sheet.Height)
		if size.Y <= high {
			return w, draw, size.X
		}
		wide = size.X * math.Sqrt(size.Y/high)
		if size.Y <= over*high || try == most {
			return w, draw, wide
		}
		wide = max(wide, 1.02*size.X)
		sheet.Width, sheet.Height = wide, wide/ratio
	}
}

// warn tells what no page shows, and of a map whose every moment is of truth.
func (b *book) warn() {
	if b.m.Inbox().Len() > 0 {
		b.findings = append(b.findings, Finding{Kind: InboxLeft})
	}
	if n := b.lanesLeft(); n > 0 {
		b.findings = append(b.findings, Finding{Kind: LanesLeft, Lanes: n})
	}
	n := 0
	for card := range b.m.Cards() {
		if card.Moment {
			n++
		}
	}
	if n > mapmodel.MaxMoments {
		b.findings = append(b.findings, Finding{Kind: ManyMoments})
	}
}

// lanesLeft counts the lanes that no page shows, though they are not hidden.
func (b *book) lanesLeft() int {
	shown := map[mapmodel.ID]bool{}
	for _, w := range b.works {
		for _, lane := range w.lanes {
			shown[lane.ID] = true
		}
	}
	n := 0
	for lane := range b.m.Lanes() {
		if !lane.Hidden && !shown[lane.ID] {
			n++
		}
	}
	return n
}

// number writes the pages' numbers into their footers, once it is known how
// many there are.
func (b *book) number() {
	for i, w := range b.works {
		w.footer(i+1, len(b.pages))
	}
}
