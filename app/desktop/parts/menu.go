//go:build !nogui

package parts

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// MenuItem is one line of a menu.
type MenuItem struct {
	Label string
	// Key is the key that does the same, as people write it.
	Key string
	// Rule sets a line above.
	Rule              bool
	Disabled, Checked bool
	// Items make it a submenu.
	Items []MenuItem
	Do    func()
}

var (
	_ fyne.Focusable    = (*menuLayer)(nil)
	_ fyne.Tappable     = (*menuLayer)(nil)
	_ fyne.Scrollable   = (*menuLayer)(nil)
	_ desktop.Hoverable = (*menuLayer)(nil)
	_ fyne.Accessible   = (*menuLayer)(nil)
)

// menuLayer is an open menu with its submenu, over the whole canvas: whatever happens beside it closes it. It draws and hits its
// lines itself.
type menuLayer struct {
	widget.BaseWidget
	canvas fyne.Canvas
	bar    *MenuBar // nil for a menu that stands alone
	main   *menuPanel
	sub    *menuPanel // nil when no submenu is open
	closed func()
	gone   bool
	tree   []fyne.CanvasObject
}

// ShowMenu opens a menu at a place of the canvas. closed, unless nil, is called when it has gone, before what was chosen is done.
func ShowMenu(on fyne.Canvas, at fyne.Position, items []MenuItem, closed func()) {
	l := &menuLayer{canvas: on, closed: closed}
	l.ExtendBaseWidget(l)
	l.main = newMenuPanel(items, at, on.Size())
	l.show()
}

// ShowChoices is ShowMenu with the line that holds marked, or else the first, so that Enter alone takes it.
func ShowChoices(on fyne.Canvas, at fyne.Position, items []MenuItem, closed func()) {
	l := &menuLayer{canvas: on, closed: closed}
	l.ExtendBaseWidget(l)
	l.main = newMenuPanel(items, at, on.Size())
	l.main.mark(slices.IndexFunc(items, func(i MenuItem) bool { return i.Checked }))
	if l.main.at < 0 {
		l.main.step(1)
	}
	l.show()
}

func (l *menuLayer) show() {
	l.rebuild()
	l.Resize(l.canvas.Size())
	l.canvas.Overlays().Add(l)
	l.canvas.Focus(l)
}

// close takes the menu away.
func (l *menuLayer) close() {
	if l.gone {
		return
	}
	l.gone = true
	l.canvas.Overlays().Remove(l)
	if l.bar != nil {
		l.bar.closed()
	}
	if l.closed != nil {
		l.closed()
	}
}

// front is the panel that has the keyboard.
func (l *menuLayer) front() *menuPanel {
	if l.sub != nil && l.sub.at >= 0 {
		return l.sub
	}
	return l.main
}

// openSub opens the submenu of the marked line, if it has one, and closes any other.
func (l *menuLayer) openSub(enter bool) bool {
	l.sub = nil
	i := l.main.at
	if i < 0 || len(l.main.items[i].Items) == 0 {
		return false
	}
	x, y := l.main.pos.X+l.main.size.Width-2, l.main.pos.Y+l.main.y(i)-menuPad
	l.sub = newMenuPanel(l.main.items[i].Items, fyne.NewPos(x, y), l.canvas.Size())
	if enter {
		l.sub.step(1)
	}
	return true
}

// trigger does what the marked line of a panel says.
func (l *menuLayer) trigger(p *menuPanel) {
	if p.at < 0 {
		return
	}
	item := p.items[p.at]
	if len(item.Items) > 0 {
		l.openSub(true)
		l.rebuild()
		return
	}
	if item.Disabled {
		return
	}
	l.close()
	if item.Do != nil {
		item.Do()
	}
}

// Tapped implements fyne.Tappable.
func (l *menuLayer) Tapped(e *fyne.PointEvent) {
	for _, p := range []*menuPanel{l.sub, l.main} {
		if p == nil || !p.holds(e.Position) {
			continue
		}
		if i := p.line(e.Position); i >= 0 {
			p.at = i
			l.trigger(p)
		}
		return
	}
	l.close()
}

// Scrolled implements fyne.Scrollable: a menu that is higher than the window is scrolled.
func (l *menuLayer) Scrolled(e *fyne.ScrollEvent) {
	for _, p := range []*menuPanel{l.sub, l.main} {
		if p != nil && p.holds(e.Position) {
			if p == l.main && e.Scrolled.DY != 0 {
				l.sub = nil
			}
			p.scroll(-e.Scrolled.DY)
			l.rebuild()
			return
		}
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (l *menuLayer) TappedSecondary(*fyne.PointEvent) { l.close() }

// MouseIn implements desktop.Hoverable.
func (l *menuLayer) MouseIn(e *desktop.MouseEvent) { l.MouseMoved(e) }

// MouseOut implements desktop.Hoverable.
func (l *menuLayer) MouseOut() {}

// MouseMoved implements desktop.Hoverable: the pointer marks lines, opens submenus, and goes along the bar.
func (l *menuLayer) MouseMoved(e *desktop.MouseEvent) {
	switch {
	case l.sub != nil && l.sub.holds(e.Position):
		if i := l.sub.line(e.Position); i != l.sub.at {
			l.sub.at = i
			l.rebuild()
		}
	case l.main.holds(e.Position):
		if i := l.main.line(e.Position); i != l.main.at {
			l.main.at = i
			l.openSub(false)
			l.rebuild()
		}
	case l.bar != nil:
		if i := l.bar.title(e.AbsolutePosition); i >= 0 && i != l.bar.open {
			l.turn(i)
		}
	}
}

// turn shows another menu of the bar.
func (l *menuLayer) turn(i int) {
	l.bar.open = i
	l.main, l.sub = l.bar.panel(i), nil
	l.bar.Refresh()
	l.rebuild()
}

// FocusGained implements fyne.Focusable.
func (l *menuLayer) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (l *menuLayer) FocusLost() {}

// TypedRune implements fyne.Focusable: a letter goes to the next line that begins with it.
func (l *menuLayer) TypedRune(r rune) {
	p := l.front()
	for n := range p.items {
		i := (max(p.at, -1) + 1 + n) % len(p.items)
		if begins(p.items[i].Label, r) {
			p.mark(i)
			l.rebuild()
			return
		}
	}
}

// TypedKey implements fyne.Focusable.
func (l *menuLayer) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		l.front().step(-1)
	case fyne.KeyDown:
		l.front().step(1)
	case fyne.KeyLeft:
		if l.sub != nil {
			l.sub = nil
		} else if l.bar != nil {
			l.along(-1)
		}
	case fyne.KeyRight:
		if l.front() == l.sub || !l.openSub(true) {
			l.along(1)
		}
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.trigger(l.front())
	case fyne.KeyEscape:
		if l.sub != nil {
			l.sub = nil
		} else {
			l.close()
		}
	case fyne.KeyF10:
		l.close()
	}
	if !l.gone {
		l.rebuild()
	}
}

// here is the marked line with its key; where none is marked, all of them.
func (l *menuLayer) here() string {
	p := l.front()
	var out []string
	for i, item := range p.items {
		if p.at < 0 || i == p.at {
			out = append(out, strings.TrimSpace(item.Label+" "+item.Key))
		}
	}
	return strings.Join(out, ", ")
}

// along goes to the next menu of the bar, its first line marked.
func (l *menuLayer) along(step int) {
	if l.bar == nil {
		return
	}
	n := len(l.bar.menus)
	l.turn((l.bar.open + step + n) % n)
	l.main.step(1)
}

// rebuild draws the panels anew.
func (l *menuLayer) rebuild() {
	l.tree = l.main.draw(l.sub != nil)
	if l.sub != nil {
		l.tree = append(l.tree, l.sub.draw(false)...)
	}
	canvas.Refresh(l) // the lines are new to the canvas: only the layer itself can ask for a frame
}

// AccessibilityLabel implements fyne.Accessible.
func (l *menuLayer) AccessibilityLabel() string { return l.here() }

// AccessibilityRole implements fyne.Accessible.
func (l *menuLayer) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (l *menuLayer) CreateRenderer() fyne.WidgetRenderer { return &menuRenderer{l} }

type menuRenderer struct{ l *menuLayer }

func (r *menuRenderer) Destroy()                     {}
func (r *menuRenderer) Layout(fyne.Size)             {}
func (r *menuRenderer) MinSize() fyne.Size           { return fyne.NewSize(0, 0) }
func (r *menuRenderer) Objects() []fyne.CanvasObject { return r.l.tree }

func (r *menuRenderer) Refresh() {
	for _, o := range r.l.tree {
		o.Refresh()
	}
}
