//go:build !nogui

package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"footpath/app/desktop/look"
	"footpath/assets/icons"
)

// The measures of menus, in points.
const (
	menuPad  float32 = 6  // above the first line and below the last
	menuLine float32 = 28 // a line
	menuRule float32 = 9  // a rule with the room around it
	menuText float32 = 13
	menuMark float32 = 30 // left of the words: room for a check mark
	menuEnd  float32 = 14 // right of the keys
	menuGap  float32 = 36 // between words and keys
	menuMore float32 = 20 // an arrow that says there are more lines
)

// menuPanel is one open list of lines: where it stands and which line is marked.
type menuPanel struct {
	items []MenuItem
	tops  []float32 // of the lines, from the upper edge of the whole list
	pos   fyne.Position
	size  fyne.Size
	at    int // the marked line, or -1
	// Where the list is higher than the room it has, it is scrolled by off, with an arrow above and below.
	whole, off float32
}

// newMenuPanel places a panel with its upper left corner at a point, or as near as it stays within a room.
func newMenuPanel(items []MenuItem, at fyne.Position, room fyne.Size) *menuPanel {
	p := &menuPanel{items: items, at: -1}
	y, words, keys := menuPad, float32(0), float32(0)
	for i, item := range items {
		if item.Rule && i > 0 {
			y += menuRule
		}
		p.tops = append(p.tops, y)
		y += menuLine
		words = max(words, fyne.MeasureText(item.Label, menuText, fyne.TextStyle{}).Width)
		if item.Key != "" {
			keys = max(keys, menuGap+fyne.MeasureText(item.Key, menuText, fyne.TextStyle{}).Width)
		}
		if len(item.Items) > 0 {
			keys = max(keys, menuGap)
		}
	}
	p.whole = y + menuPad
	p.size = fyne.NewSize(max(menuMark+whole(words+keys)+1+menuEnd, 160), min(p.whole, room.Height-4))
	p.pos = fyne.NewPos(max(min(at.X, room.Width-p.size.Width-2), 0), max(min(at.Y, room.Height-p.size.Height-2), 0))
	return p
}

func (p *menuPanel) holds(at fyne.Position) bool {
	return at.X >= p.pos.X && at.X < p.pos.X+p.size.Width && at.Y >= p.pos.Y && at.Y < p.pos.Y+p.size.Height
}

// line is the line at a point, or -1.
func (p *menuPanel) line(at fyne.Position) int {
	for i := range p.tops {
		if y := at.Y - p.pos.Y - p.y(i); p.shows(i) && y >= 0 && y < menuLine {
			return i
		}
	}
	return -1
}

// most is how far the list can be scrolled.
func (p *menuPanel) most() float32 { return max(p.whole-p.size.Height, 0) }

// view is the part of the panel that shows lines: an arrow stands above it where there are more lines above, and one below.
func (p *menuPanel) view() (top, bottom float32) {
	top, bottom = menuPad, p.size.Height-menuPad
	if p.off > 0 {
		top = menuMore
	}
	if p.off < p.most() {
		bottom = p.size.Height - menuMore
	}
	return top, bottom
}

// y is where a line stands, from the panel's upper edge.
func (p *menuPanel) y(i int) float32 { return p.tops[i] - p.off }

// shows tells whether the whole of a line is in sight.
func (p *menuPanel) shows(i int) bool {
	const slip = 0.5
	top, bottom := p.view()
	return p.y(i) >= top-slip && p.y(i)+menuLine <= bottom+slip
}

// scroll moves the list, down for a positive way.
func (p *menuPanel) scroll(by float32) { p.off = max(0, min(p.off+by, p.most())) }

// mark marks a line, and has it in sight.
func (p *menuPanel) mark(i int) {
	p.at = i
	if i < 0 || p.shows(i) {
		return
	}
	if top, _ := p.view(); p.y(i) < top {
		p.scroll(p.y(i) - menuMore)
	} else {
		p.scroll(p.y(i) + menuLine - (p.size.Height - menuMore))
	}
}

// step marks the next line, up or down, that can be chosen.
func (p *menuPanel) step(by int) {
	n := len(p.items)
	i := p.at
	if i < 0 && by < 0 {
		i = 0
	}
	for range n {
		i = (i + by + n) % n
		if !p.items[i].Disabled {
			p.mark(i)
			return
		}
	}
}

// draw makes the panel's objects. Behind an open submenu the marked line is paler.
func (p *menuPanel) draw(behind bool) []fyne.CanvasObject {
	ground := newBox(look.Surface, look.Hairline, 1, look.TileRadius)
	ground.Shadow.Color = theme.Color(look.Shadow)
	ground.Shadow.BlurRadius, ground.Shadow.Offset = 12, fyne.NewPos(0, 3)
	place(ground, p.pos.X, p.pos.Y, p.size.Width, p.size.Height)
	out := []fyne.CanvasObject{ground.Rectangle}
	more := func(name icons.Name, middle float32) {
		out = append(out, p.icon(name, look.Secondary, p.pos.X+(p.size.Width-14)/2, p.pos.Y+middle-menuLine/2))
	}
	if p.off > 0 {
		more(icons.ChevronUp, menuMore/2)
	}
	if p.off < p.most() {
		more(icons.Down, p.size.Height-menuMore/2)
	}
	for i, item := range p.items {
		if !p.shows(i) {
			continue
		}
		y := p.pos.Y + p.y(i)
		if item.Rule && i > 0 {
			rule := newBox(look.Hairline, "", 0, 0)
			place(rule, p.pos.X+1, y-menuRule/2-0.5, p.size.Width-2, 1)
			out = append(out, rule.Rectangle)
		}
		ink, keyInk := look.Text, look.Secondary
		if i == p.at && !item.Disabled {
			mark := newBox(look.Accent, "", 0, 4)
			ink, keyInk = look.OnAccent, look.OnAccent
			if behind {
				mark.fill, ink, keyInk = look.Header, look.Text, look.Secondary
				mark.paint()
			}
			place(mark, p.pos.X+4, y, p.size.Width-8, menuLine)
			out = append(out, mark.Rectangle)
		}
		if item.Disabled {
			ink, keyInk = look.Disabled, look.Disabled
		}
		out = append(out, p.words(item.Label, ink, menuMark, y, fyne.TextAlignLeading))
		if item.Key != "" {
			out = append(out, p.words(item.Key, keyInk, 0, y, fyne.TextAlignTrailing))
		}
		if item.Checked {
			out = append(out, p.icon(icons.Check, ink, p.pos.X+9, y))
		}
		if len(item.Items) > 0 {
			out = append(out, p.icon(icons.Right, keyInk, p.pos.X+p.size.Width-menuEnd-10, y))
		}
	}
	return out
}

func (p *menuPanel) words(s string, ink look.Role, left, y float32, align fyne.TextAlign) fyne.CanvasObject {
	t := canvas.NewText(s, theme.Color(ink))
	t.TextSize, t.Alignment = menuText, align
	place(t, p.pos.X+left, y, p.size.Width-left-menuEnd, menuLine)
	return t
}

func (p *menuPanel) icon(name icons.Name, ink look.Role, x, y float32) fyne.CanvasObject {
	i := canvas.NewImageFromResource(look.Icon(name, ink))
	i.FillMode = canvas.ImageFillContain
	place(i, x, y+7, 14, 14)
	return i
}
