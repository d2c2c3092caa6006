package scene

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"footpath/mapmodel"
	"footpath/render/text"
)

// action is an opportunity on the closing pages.
type action struct {
	card *mapmodel.Card
	// number is what the map calls it by.
	number int
	// first is true for the first three, and top for them where there are more.
	first, top bool
	stage      string
	answers    string
	// untold is true for a top one whose next step has no room of its own.
	untold bool
}

// scored tells whether an opportunity has its place in the matrix.
func (a *action) scored() bool { return a.card.Impact.Known && a.card.Effort.Known }

// anyScored tells whether a matrix of some opportunities shows one.
func anyScored(list []action) bool {
	return slices.ContainsFunc(list, func(a action) bool { return a.scored() })
}

// actions lists the opportunities of all stages: those that gain most for
// their effort first, then those with the larger impact, then in map order;
// those that nobody has scored come last.
func (w *work) actions() []action {
	var out []action
	for i, column := range w.ids {
		for j, lane := range w.lanes {
			if lane.LaneKind != mapmodel.LaneOpportunities {
				continue
			}
			number := w.deck.firsts[w.table[j][i]]
			for card := range w.table[j][i].Cards() {
				a := action{card: card, number: number, first: w.deck.first[card.ID], top: w.deck.top[card.ID], answers: w.deck.letters(card.Answers)}
				if stage := w.m.StageOf(column); stage != nil {
					a.stage = stage.Name
				}
				out = append(out, a)
				number++
			}
		}
	}
	gain := func(a *action) int { return a.card.Impact.Value - a.card.Effort.Value }
	slices.SortStableFunc(out, func(a, b action) int {
		switch {
		case a.scored() != b.scored():
			if a.scored() {
				return -1
			}
			return 1
		case !a.scored():
			return 0
		}
		return cmp.Or(cmp.Compare(gain(&b), gain(&a)), cmp.Compare(b.card.Impact.Value, a.card.Impact.Value))
	})
	return out
}

// closes tells whether a list of opportunities says anything that the map does
// not: which of many come first, or what their cards have no room for.
func (w *work) closes(list []action) bool {
	return len(list) > topThree || slices.ContainsFunc(list, func(a action) bool {
		c := a.card
		return c.Due != "" || c.Status != "" || c.Note != "" || c.Pillar != "" || w.m.Votes(c.ID).Known
	})
}

// actionPages close a map: where to start, what to do next, and every
// opportunity with who does it by when.
func (b *book) actionPages(list []action) {
	noted, found := len(b.notes), len(b.findings)
	var w *work
	var rest []action
	for k := b.sheet.closing(); ; k -= 0.1 {
		w, rest = b.closing(slices.Clone(list), max(k, 1))
		if k <= 1 || len(rest) == 0 && len(b.notes) == noted {
			break
		}
		b.takeBack(noted, found)
	}
	s := w.s
	for len(rest) > 0 {
		b.pages, b.works = append(b.pages, w.page), append(b.works, w)
		w = b.blank()
		y := s.Margin + w.compactHeader(w.page.Size.X, w.words(wordActions)) + 8
		inner := Rect{s.Margin, y, w.page.Size.X - 2*s.Margin, w.page.Size.Y - s.Margin - w.footerHeight(w.page.Size.X) - y}
		rest = w.actionList(rest, inner, true)
	}
	b.pages, b.works = append(b.pages, w.page), append(b.works, w)
}

// closing is how much larger than on an A4 sheet a closing page may be: what is
// as large as a map with few words on it is seen from as far away.
func (s Sheet) closing() float64 {
	long, short := max(s.Width, s.Height), min(s.Width, s.Height)
	return max(1, min(long/(297*mm), short/(210*mm)))
}

// closing draws the first closing page, all but its footer so many times as
// large, and gives what of the list had no room.
func (b *book) closing(list []action, k float64) (*work, []action) {
	page, w := b.blank(), b.blank()
	s := w.s
	foot := page.footerHeight(page.page.Size.X)
	margins := 2 * s.Margin
	w.page.Size = Point{(page.page.Size.X-margins)/k + margins, (page.page.Size.Y-margins-foot)/k + margins}
	top := s.Margin + w.actionHead(list)
	inner := Rect{s.Margin, top, w.page.Size.X - margins, w.page.Size.Y - s.Margin - top}
	inner.H -= w.actionNote(list, inner)
	left, right := inner, inner
	switch {
	case !anyScored(list): // an empty matrix says nothing
	case inner.W > inner.H:
		left.W = 0.37 * inner.W
		right.X, right.W = inner.X+left.W+24, inner.W-left.W-24
		w.whereToStart(list, left, false)
	default:
		high := w.whereToStart(list, left, true)
		right.Y, right.H = inner.Y+high+14, inner.H-high-14
	}
	rest := w.actionList(list, right, false)
	if k == 1 {
		w.page.Size = page.page.Size
		return w, rest
	}
	at := s.Margin * (1 - k)
	for _, g := range enlarged(w.page, k).Back {
		page.page.Back = append(page.page.Back, Placed{g.Group, Point{g.At.X + at, g.At.Y + at}})
	}
	return page, rest
}

// blank begins a page that shows no lanes, of the size of the sheet.
func (b *book) blank() *work {
	w := b.work(nil)
	w.page.Size = Point{b.sheet.Width, b.sheet.Height}
	return w
}

// actionHead draws the page's head and gives its height.
func (w *work) actionHead(list []action) float64 {
	s := w.s
	title := w.m.Header().Title
	whole := w.page.Size.X - 2*s.Margin
	logo, inner := s.logoAside(whole, logoHigh)
	kicker := s.fitted(title, text.Bold, s.LabelSize, inner-120, 1).atMost(1)
	kicker.First--
	out := append(logo, kicker.runs(s.Second)...)
	out = append(out, w.statePill(Point{kicker.Widest() + 10, kicker.First - 9.6})...)
	size := s.TitleSize * 0.71
	name := &Run{X: -0.05 * size, Y: 35, Text: w.words(wordActions), Face: text.Bold, Size: size, Color: s.Text}
	name.Width = name.Face.Measure(name.Text, size)
	key, n := wordActionOrder, len(list)
	switch {
	case n == 1:
		key = wordOneAction
	case !list[1].scored(): // there is nothing to sort by
		key = wordActionCount
	}
	said := breakText(w.words.fill(key, "n", strconv.Itoa(n)), text.Regular, s.CardSize, s.Leading, name.Width+14, 0, max(inner-name.Width-14, 120))
	said.First = name.Y - said.Step*float64(len(said.Lines)-1)
	out = append(append(out, name), said.runs(s.Second)...)
	w.place(Rect{s.Margin, s.Margin, whole, 44}, ActionRole, out...)
	return 46
}

// actionNote explains, above the footer, what the marks mean and which
// opportunities have no place in the matrix; it gives its height.
func (w *work) actionNote(list []action, inner Rect) float64 {
	s := w.s
	words := ""
	starred := list[0].top
	if starred {
		words = w.words(wordTopNote)
	}
	var without []string
	for i := range list {
		if !list[i].scored() {
			without = append(without, strconv.Itoa(list[i].number))
		}
	}
	switch {
	case len(without) == 0:
	case !anyScored(list):
		words = join(words, w.words(wordNoneScored))
	default:
		words = join(words, w.words.fill(wordUnscored, "numbers", strings.Join(without, ", ")))
	}
	if slices.ContainsFunc(list, func(a action) bool { return a.answers != "" }) {
		words = join(words, w.words(wordLettersNote))
	}
	if words == "" {
		return 0
	}
	x := 0.0
	if starred {
		x = 12
	}
	b := breakText(words, text.Regular, s.LabelSize, 1.3, x, 0, inner.W-x)
	out := b.runs(s.Second)
	if starred {
		out = append(out, star(Point{4, b.First - 0.36*s.LabelSize}, 4.4, s.Disc))
	}
	high := b.Height() + 8
	w.place(Rect{inner.X, inner.Y + inner.H - high + 4, inner.W, high}, ActionRole, out...)
	return high
}

// join puts a sentence behind another.
func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + " " + b
}

// whereToStart draws the matrix and, below or beside it, the next steps for the
// first three; it gives its height.
func (w *work) whereToStart(list []action, box Rect, beside bool) float64 {
	y := box.Y + w.subhead(wordWhere, box.X, box.Y, box.W)
	side := min(box.W-27, 0.56*box.H)
	next := box
	first := 0 // how many of the list they are
	for first < len(list) && list[first].first {
		first++
	}
	if beside {
		side = min(0.45*box.W, 0.36*box.H)
		next.X, next.W = box.X+side+51, box.W-side-51
	}
	need, room := 0.0, 0.6*box.H // of the steps
	for _, g := range w.nextSteps(list[:first], next.W, math.Inf(1)) {
		need += g.Size.Y
	}
	if !beside { // the matrix makes room for them
		room = box.Y + box.H - y - matrixEdge(w.s) - nextGap - w.s.subheadHigh()
		side = max(min(side, room-need), 0.36*box.H)
		room -= side - 0.01 // what was taken away does not add up to the last bit
	}
	if room < min(need, leastStep*float64(first)) { // a postcard
		for i := range list[:first] {
			list[i].untold = true
		}
		first = 0
	}
	steps := w.nextSteps(list[:first], next.W, room)
	end := y + w.matrix(list, Point{box.X, y}, side)
	if !beside {
		next.Y = end + nextGap
	}
	if first > 0 {
		key := wordNextFew
		if list[0].top {
			key = wordNext
		}
		next.Y += w.subhead(key, next.X, next.Y, next.W)
	}
	for _, g := range steps {
		w.page.Back = append(w.page.Back, Placed{g, Point{next.X, next.Y}})
		next.Y += g.Size.Y
		end = max(end, next.Y)
	}
	return end - box.Y
}

// nextGap is what stands free above the next steps, and leastStep the height that
// one needs for a line of each of its parts.
const nextGap, leastStep = 12, 40

// nextSteps draws what to do for the first opportunities; where there is no room
// for all words, those that say most are cut short.
func (w *work) nextSteps(list []action, width, room float64) []*Group {
	steps := make([]*Group, len(list))
	left, share := room, len(list)
	most := 0.0 // of one step; what the shorter leave over goes to the longer
	natural := make([]float64, len(list))
	for i := range list {
		steps[i] = w.nextStep(&list[i], width, math.Inf(1))
		natural[i] = steps[i].Size.Y
	}
	slices.Sort(natural)
	for _, high := range natural {
		most = left / float64(share)
		if high > most {
			break
		}
		left, share, most = left-high, share-1, math.Inf(1)
	}
	for i, g := range steps {
		if g.Size.Y > most {
			steps[i] = w.nextStep(&list[i], width, most)
		}
	}
	return steps
}

// subhead is the heading of a part of the page; it gives its height.
func (w *work) subhead(key string, x, y, width float64) float64 {
	b := w.s.fitted(w.words(key), text.Bold, w.s.LeadSize, width, 1)
	w.place(Rect{x, y, width, b.Height()}, ActionRole, b.runs(w.s.Text)...)
	return w.s.subheadHigh()
}

func (s *Style) subheadHigh() float64 { return s.LeadSize*1.25 + 4 }

// nextStep says who does an opportunity by when, and its note. What is higher
// than most stands whole on the pages of notes.
func (w *work) nextStep(a *action, width, most float64) *Group {
	s := w.s
	left := 18.0
	if a.top {
		left = 36
	}
	said := a.card.Owner
	if said == "" {
		said = w.words(wordNoOwner)
	}
	if a.card.Due != "" {
		said = w.words.fill(wordBy, "owner", said, "date", w.date(a.card.Due))
	}
	if a.card.Note != "" {
		said += ": " + a.card.Note
	}
	name := breakText(a.card.Text, text.Bold, s.CardSize, s.Leading, left, 0, width-left)
	more := breakText(said, text.Regular, s.LabelSize, 1.3, left, 0, width-left)
	long := name.Height()+more.Height()+7 > most
	if long {
		room := most - 7 - s.MetaSize*s.Leading
		name.cut(max(room-more.Height(), room/2))
		if more.cut(room - name.Height()) {
			w.book.note(a.card, said)
		}
	}
	y := name.Height() + 0.5
	more.First += y
	out := append(name.runs(s.Text), more.runs(s.Second)...)
	y += more.Height()
	if long {
		rest := breakText("» "+strconv.Itoa(w.book.note(a.card)), text.Bold, s.MetaSize, s.Leading, left, y, width-left)
		out = append(out, rest.runs(s.Second)...)
		y += rest.Height()
	}
	mid := name.First - 0.36*s.CardSize
	if a.top {
		out = append(out, star(Point{5, mid}, 5, s.Disc))
	}
	out = append(out, w.disc(Point{left - 14, mid}, 7, a)...)
	g := &Group{Role: ActionRole, Size: Point{width, y + 6.5}, Elements: out}
	return g.sealed()
}

// disc is an opportunity's number on its disc, filled where it is of the top
// three.
func (w *work) disc(c Point, r float64, a *action) []Element {
	s := w.s
	fill, ink := s.Tones[mapmodel.LaneOpportunities].Fill, s.Text
	if a.top {
		fill, ink = s.Disc, s.DiscInk
	}
	number := strconv.Itoa(a.number)
	size := min(1.15*r, 10)
	if len(number) > 2 {
		size *= 0.75
	}
	disc := &Path{Segments: Circle(c, r), Fill: fill, Stroke: Stroke{Color: s.Disc, Width: 0.8 * s.Weight}}
	return append([]Element{disc}, outlined(number, text.Bold, size, c, ink)...)
}
