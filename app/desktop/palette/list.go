//go:build !nogui

package palette

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
)

// The measures of the list, in points.
const (
	rowHigh  float32 = 36
	headHigh float32 = 30
	listTop  float32 = 2
	listEnd  float32 = 10
	rowSide  float32 = 8  // left and right of a row
	rowPad   float32 = 12 // within it
)

// line is a heading or a row, by the index of its hit.
type line struct {
	y, high float32
	heading string
	hit     int // -1 for a heading
}

var (
	_ fyne.Tappable     = (*list)(nil)
	_ fyne.Scrollable   = (*list)(nil)
	_ desktop.Hoverable = (*list)(nil)
	_ fyne.Accessible   = (*list)(nil)
)

// list shows hits under their headings. Only the lines in sight exist.
type list struct {
	widget.BaseWidget
	onTap   func(hit int)
	hits    []Hit
	nothing string
	lines   []line
	at      int     // the marked hit, -1 for none
	offset  float32 // how far it is scrolled
	tree    []fyne.CanvasObject
}

func newList(onTap func(hit int)) *list {
	l := &list{onTap: onTap, at: -1}
	l.ExtendBaseWidget(l)
	return l
}

// show shows other hits; as long as what a person marked is in its place, it stays marked.
func (l *list) show(hits []Hit, nothing string) {
	was, had := l.marked()
	chosen := had && l.at != best(l.hits) // by a person: then it stays marked
	l.hits, l.nothing, l.lines = hits, nothing, nil
	y, group := listTop, ""
	for i, h := range hits {
		if h.Group != group || i == 0 {
			group = h.Group
			l.lines = append(l.lines, line{y, headHigh, group, -1})
			y += headHigh
		}
		l.lines = append(l.lines, line{y, rowHigh, "", i})
		y += rowHigh
	}
	keep := chosen && l.at < len(hits) && hits[l.at].Words == was.Words && hits[l.at].Group == was.Group
	if !keep {
		l.at, l.offset = best(hits), 0
	}
	l.draw()
}

func (l *list) marked() (Hit, bool) {
	if l.at < 0 || l.at >= len(l.hits) {
		return Hit{}, false
	}
	return l.hits[l.at], true
}

// high is the height of all lines.
func (l *list) high() float32 {
	if len(l.lines) == 0 {
		return listTop + rowHigh + listEnd
	}
	last := l.lines[len(l.lines)-1]
	return last.y + last.high + listEnd
}

func (l *list) mark(hit int) {
	l.at = hit
	l.draw()
}

// step marks the next hit, or the one so many on; a single step goes round.
func (l *list) step(by int) {
	n := len(l.hits)
	if n == 0 {
		return
	}
	if l.at < 0 && by < 0 {
		l.at = 0 // from above the first
	}
	switch at := l.at + by; {
	case by == 1 || by == -1:
		l.at = (at + n) % n
	default:
		l.at = max(0, min(at, n-1))
	}
	for i, line := range l.lines {
		if line.hit != l.at {
			continue
		}
		top := line.y
		if i > 0 && l.lines[i-1].hit < 0 {
			top = l.lines[i-1].y // its heading shall be seen, too
		}
		l.offset = min(l.offset, max(0, top-listTop))
		l.offset = max(l.offset, line.y+line.high+listEnd-l.Size().Height)
	}
	l.draw()
}

// Scrolled implements fyne.Scrollable.
func (l *list) Scrolled(e *fyne.ScrollEvent) {
	l.offset -= 3 * e.Scrolled.DY
	l.draw()
}

// AccessibilityLabel implements fyne.Accessible: the hit that Enter chooses, or that there is none.
func (l *list) AccessibilityLabel() string {
	h, ok := l.marked()
	switch {
	case !ok && len(l.hits) == 0:
		return l.nothing
	case !ok:
		h = l.hits[0] // what was found, though it cannot be done
	}
	if hint := h.hint(); hint != "" {
		return h.Words + ", " + hint
	}
	return h.Words
}

// AccessibilityRole implements fyne.Accessible.
func (l *list) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Tapped implements fyne.Tappable.
func (l *list) Tapped(e *fyne.PointEvent) {
	if hit := l.hitAt(e.Position.Y); hit >= 0 {
		l.onTap(hit)
	}
}

// MouseIn implements desktop.Hoverable.
func (l *list) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable: the pointer marks what it is on.
func (l *list) MouseMoved(e *desktop.MouseEvent) {
	if hit := l.hitAt(e.Position.Y); hit >= 0 && hit != l.at {
		l.mark(hit)
	}
}

// MouseOut implements desktop.Hoverable.
func (l *list) MouseOut() {}

func (l *list) hitAt(y float32) int {
	for _, line := range l.lines {
		if at := y + l.offset; at >= line.y && at < line.y+line.high {
			return line.hit
		}
	}
	return -1
}

// draw makes what is in sight.
func (l *list) draw() {
	size := l.Size()
	l.offset = max(0, min(l.offset, l.high()-size.Height))
	l.tree = nil
	if len(l.lines) == 0 && l.nothing != "" {
		l.text(l.nothing, look.Secondary, look.Body, fyne.TextStyle{}, rowSide+rowPad, listTop, rowHigh)
	}
	for _, line := range l.lines {
		y := line.y - l.offset
		switch {
		case y+line.high < 0 || y > size.Height:
		case line.hit < 0:
			l.text(line.heading, look.Secondary, look.Meta, fyne.TextStyle{Bold: true}, rowSide+rowPad, y+6, headHigh-6)
		default:
			l.row(l.hits[line.hit], line.hit == l.at, y, size.Width)
		}
	}
	l.bar(size)
	canvas.Refresh(l)
}

// bar shows how far the list is scrolled, where it is longer than its room.
func (l *list) bar(size fyne.Size) {
	if all := l.high(); all > size.Height && size.Height > 0 {
		thumb := canvas.NewRectangle(theme.Color(look.Border))
		thumb.CornerRadius = 2
		thumb.Move(fyne.NewPos(size.Width-6, size.Height*l.offset/all))
		thumb.Resize(fyne.NewSize(4, size.Height*size.Height/all))
		l.tree = append(l.tree, thumb)
	}
}

// text sets one line of words, in the middle of a height, and gives its width.
func (l *list) text(words string, ink look.Role, points float32, style fyne.TextStyle, x, y, high float32) float32 {
	t := canvas.NewText(words, theme.Color(ink))
	t.TextSize, t.TextStyle = points, style
	size := t.MinSize()
	t.Move(fyne.NewPos(x, y+(high-size.Height)/2))
	t.Resize(size)
	l.tree = append(l.tree, t)
	return size.Width
}

// row draws one hit: its drawing, its words with the letters found, where it belongs, and its key.
func (l *list) row(h Hit, marked bool, y, wide float32) {
	ink, second, edge := look.Text, look.Secondary, look.Border
	if h.Disabled {
		ink, second = look.Disabled, look.Disabled
	}
	if marked {
		ground := canvas.NewRectangle(theme.Color(look.Accent))
		ground.CornerRadius = look.ControlRadius
		ground.Move(fyne.NewPos(rowSide, y))
		ground.Resize(fyne.NewSize(wide-2*rowSide, rowHigh))
		l.tree = append(l.tree, ground)
		ink, second, edge = look.OnAccent, look.OnAccent, look.OnAccent
		if h.Disabled {
			ground.FillColor, ground.StrokeColor, ground.StrokeWidth = theme.Color(look.Header), theme.Color(look.Border), 1
			ink, second, edge = look.Secondary, look.Secondary, look.Border
		}
	}
	x := rowSide + rowPad
	if h.Icon != "" {
		icon := parts.NewIcon(h.Icon, ink, look.IconSize)
		icon.Move(fyne.NewPos(x, y+(rowHigh-look.IconSize)/2))
		icon.Resize(fyne.NewSquareSize(look.IconSize))
		l.tree = append(l.tree, icon)
	}
	x += look.IconSize + rowPad
	right := l.keys(h.Keys, second, edge, marked && !h.Disabled, y, wide-rowSide-rowPad)
	hint := fyne.MeasureText(h.hint(), look.Meta, fyne.TextStyle{}).Width
	room := right - x - hint - 2*rowPad
	if least := (right - x) / 2; room < least { // a long hint is cut before the words are
		room, hint = least, right-x-least-2*rowPad
	}
	x += l.words(h, ink, x, y, room) + rowPad
	t := parts.NewText(h.hint(), parts.Type{Size: look.Meta, Role: second, Cut: true})
	high := t.MinSize().Height
	t.Move(fyne.NewPos(x, y+(rowHigh-high)/2))
	t.Resize(fyne.NewSize(min(hint+1, right-x-rowPad), high))
	l.tree = append(l.tree, t)
}

// keys draws the caps from the right and gives where they begin.
func (l *list) keys(caps []string, ink, edge look.Role, marked bool, y, right float32) float32 {
	const high, pad, gap = 20, 6, 4
	for i := len(caps) - 1; i >= 0; i-- {
		wide := fyne.MeasureText(caps[i], look.Meta, fyne.TextStyle{}).Width + 2*pad
		right -= wide
		keycap := canvas.NewRectangle(theme.Color(look.Surface))
		if marked {
			keycap.FillColor = theme.Color(look.Accent)
		}
		keycap.StrokeColor, keycap.StrokeWidth, keycap.CornerRadius = theme.Color(edge), 1, 4
		keycap.Move(fyne.NewPos(right, y+(rowHigh-high)/2))
		keycap.Resize(fyne.NewSize(wide, high))
		l.tree = append(l.tree, keycap)
		l.text(caps[i], ink, look.Meta, fyne.TextStyle{}, right+pad, y, rowHigh)
		right -= gap
	}
	return right
}

// words sets the words with the letters found bold and underlined, as far as there is room, and gives their width.
func (l *list) words(h Hit, ink look.Role, x, y, room float32) float32 {
	pieces := split(h)
	start := x
	for _, p := range pieces {
		style := fyne.TextStyle{Bold: p.found}
		wide := fyne.MeasureText(p.text, look.Body, style).Width
		if x+wide > start+room {
			t := parts.NewText(p.text, parts.Type{Role: ink, Bold: p.found, Cut: true})
			high := t.MinSize().Height
			t.Move(fyne.NewPos(x, y+(rowHigh-high)/2))
			t.Resize(fyne.NewSize(max(start+room-x, 0), high))
			l.tree = append(l.tree, t)
			return room
		}
		l.text(p.text, ink, look.Body, style, x, y, rowHigh)
		if p.found {
			under := canvas.NewRectangle(theme.Color(ink))
			under.Move(fyne.NewPos(x, y+rowHigh/2+9))
			under.Resize(fyne.NewSize(wide, 2))
			l.tree = append(l.tree, under)
		}
		x += wide
	}
	return x - start
}

// piece is a run of letters that were found, or that were not.
type piece struct {
	text  string
	found bool
}

// split parts a hit's words into pieces. Scripts whose letters join or run from the right are left whole, since pieces of them
// would be other words.
func split(h Hit) []piece {
	runes := []rune(h.Words)
	for i, r := range runes {
		if r == '\n' {
			runes[i] = ' '
		}
		if r > unicode.MaxLatin1 && !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) && unicode.IsLetter(r) {
			return []piece{{text: h.Words}}
		}
	}
	var out []piece
	at, next := 0, 0
	for at < len(runes) {
		is := next < len(h.At) && h.At[next] == at
		end := at
		for end < len(runes) && (next < len(h.At) && h.At[next] == end) == is {
			if is {
				next++
			}
			end++
		}
		out = append(out, piece{string(runes[at:end]), is})
		at = end
	}
	return out
}

// Resize implements fyne.CanvasObject.
func (l *list) Resize(size fyne.Size) {
	if size == l.Size() {
		return
	}
	l.BaseWidget.Resize(size)
	l.draw()
}

// CreateRenderer implements fyne.Widget.
func (l *list) CreateRenderer() fyne.WidgetRenderer { return &listRenderer{l} }

type listRenderer struct{ l *list }

func (r *listRenderer) Destroy()                     {}
func (r *listRenderer) Layout(fyne.Size)             {}
func (r *listRenderer) MinSize() fyne.Size           { return fyne.NewSize(0, 0) }
func (r *listRenderer) Objects() []fyne.CanvasObject { return r.l.tree }
func (r *listRenderer) Refresh()                     { r.l.draw() }
