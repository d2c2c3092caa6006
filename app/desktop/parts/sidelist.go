//go:build !nogui

package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
)

// SideListParams are what a list of lines is given.
type SideListParams struct {
	// High is the height of a line, in points.
	High float32
	// Count is how many lines there are. Show gives what one shows, and what it is read out as where nobody sees how it is set.
	Count func() int
	Show  func(i int) (content fyne.CanvasObject, sentence string)
	// Label is what the list is read out as, with the line that is gone to.
	Label func() string
	// OnClick is told which line the mouse chose.
	OnClick func(i int)
	// OnKey is given every key, and how many lines a page is; OnRune, unless nil, every letter.
	OnKey  func(key *fyne.KeyEvent, page int)
	OnRune func(rune)
}

// SideList is the toolkit's list with keys of our own. Where the keys lead is its owner's to say, by Put.
type SideList struct {
	widget.List
	p    SideListParams
	own  bool   // the line is marked by Put
	ring *Panel // shows while the list has the keyboard
}

var (
	_ fyne.Focusable  = (*SideList)(nil)
	_ fyne.Accessible = (*SideList)(nil)
	_ fyne.Accessible = (*sideLine)(nil)
)

// lineGap is what the toolkit leaves between two lines, in points.
const lineGap = 4

// NewSideList makes a list.
func NewSideList(p SideListParams) *SideList {
	l := &SideList{p: p, ring: NewPanel(PanelStyle{Border: look.Accent, Radius: look.ControlRadius}, Gap(0, 0))}
	l.ring.Hide()
	l.Length = p.Count
	l.CreateItem = func() fyne.CanvasObject { return newSideLine(p.High) }
	l.UpdateItem = func(i widget.ListItemID, item fyne.CanvasObject) {
		if i < p.Count() {
			item.(*sideLine).show(p.Show(i))
		}
	}
	l.OnSelected = func(i widget.ListItemID) {
		if !l.own {
			p.OnClick(i)
		}
	}
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// Put marks a line and scrolls to it without telling anybody.
func (l *SideList) Put(i int) {
	l.own = true
	l.Select(i)
	l.Highlight(i)
	l.own = false
}

// FocusGained implements fyne.Focusable.
func (l *SideList) FocusGained() {
	l.List.FocusGained()
	l.ring.Show()
}

// FocusLost implements fyne.Focusable.
func (l *SideList) FocusLost() {
	l.List.FocusLost()
	l.ring.Hide()
}

// TypedRune implements fyne.Focusable.
func (l *SideList) TypedRune(r rune) {
	if l.p.OnRune != nil {
		l.p.OnRune(r)
	}
}

// TypedKey implements fyne.Focusable.
func (l *SideList) TypedKey(e *fyne.KeyEvent) {
	l.p.OnKey(e, max(int(l.Size().Height/(l.p.High+lineGap))-1, 1))
}

// AccessibilityLabel implements fyne.Accessible.
func (l *SideList) AccessibilityLabel() string { return l.p.Label() }

// AccessibilityRole implements fyne.Accessible.
func (l *SideList) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// sideLine shows one line. It tells what is read out of it to those who do not see it.
type sideLine struct {
	widget.BaseWidget
	box      *fyne.Container
	sentence string
}

func newSideLine(high float32) *sideLine {
	l := &sideLine{box: &fyne.Container{Layout: ofHeight{high}}}
	l.ExtendBaseWidget(l)
	return l
}

func (l *sideLine) show(content fyne.CanvasObject, sentence string) {
	l.sentence = sentence
	l.box.Objects = []fyne.CanvasObject{content}
	l.box.Refresh()
}

// AccessibilityLabel implements fyne.Accessible.
func (l *sideLine) AccessibilityLabel() string { return l.sentence }

// AccessibilityRole implements fyne.Accessible.
func (l *sideLine) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (l *sideLine) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.box) }

// ofHeight gives an object all the room there is, and wants a line's.
type ofHeight struct{ high float32 }

func (f ofHeight) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(64, f.high) }

func (f ofHeight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}
