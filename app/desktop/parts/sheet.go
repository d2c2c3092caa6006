//go:build !nogui

package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
)

// Answer is one button of a sheet.
type Answer struct {
	Label string
	// Kind is Filled for the answer that Enter gives, else Outlined.
	Kind Kind
	// Do is called after the sheet has gone, unless Stay is set. It may be nil.
	Do func()
	// Stay leaves the sheet standing: Do takes it away by Close when all is well.
	Stay bool
}

// SheetParams say what a sheet is.
type SheetParams struct {
	Title string
	// Body stands between title and answers; it may be nil.
	Body fyne.CanvasObject
	// Answers stand right below, the last one at the right end.
	Answers []Answer
	// Focus is what has the focus first; nil is the filled answer.
	Focus fyne.Focusable
	// Width is the sheet's least width in points; zero is 440.
	Width float32
	// OnCancel is called when Escape takes the sheet away. It may be nil.
	OnCancel func()
}

// escaper is a control that tells of the Escape key.
type escaper interface{ OnEscape(func()) }

var _ desktop.Hoverable = (*Sheet)(nil)

// Sheet is a question that the rest of the window waits for. Escape takes it away, Enter gives the filled answer, Tab goes
// round its controls.
type Sheet struct {
	widget.BaseWidget
	p       SheetParams
	canvas  fyne.Canvas
	buttons []*Button
	panel   fyne.CanvasObject
	scroll  *container.Scroll // what of the body is scrolled; nil when nothing is
	gone    bool
}

// ShowSheet shows a sheet in the middle of a canvas.
func ShowSheet(canvas fyne.Canvas, p SheetParams) *Sheet {
	if p.Width == 0 {
		p.Width = 440
	}
	s := &Sheet{p: p, canvas: canvas}
	s.build()
	s.ExtendBaseWidget(s)
	s.Resize(canvas.Size())
	canvas.Overlays().Add(s)
	if focus := s.first(); focus != nil {
		canvas.Focus(focus)
	}
	return s
}

func (s *Sheet) build() {
	row := []fyne.CanvasObject{Spring()}
	for _, a := range s.p.Answers {
		if a.Kind != Filled {
			a.Kind = Outlined
		}
		b := NewButton(ButtonParams{Label: a.Label, Kind: a.Kind, OnTapped: func() { s.give(a) }})
		b.OnEscape(s.Cancel)
		b.OnKey(s.scrolled)
		s.buttons = append(s.buttons, b)
		row = append(row, b)
	}
	title := NewText(s.p.Title, Type{Size: look.Heading, Bold: true})
	column := []fyne.CanvasObject{title}
	if s.p.Body != nil {
		body := s.fit(s.p.Body)
		s.listen(body, nil)
		column = append(column, body)
	}
	column = append(column, Row(8, row...))
	content := Sized(Inset(Column(16, column...), sheetSide, 20, sheetSide, 20), min(s.p.Width, s.canvas.Size().Width-sheetEdge), 0)
	s.panel = NewPanel(PanelStyle{Fill: look.Surface, Border: look.Hairline, Radius: 10, Shadow: true}, content)
}

// The measures of a sheet, in points: the air at its sides, that to the window's edges, and all that stands above and below its
// body.
const (
	sheetSide  float32 = 24
	sheetEdge  float32 = 16
	sheetFrame float32 = 150
)

// fit lets a body that is larger than the window be scrolled.
func (s *Sheet) fit(body fyne.CanvasObject) fyne.CanvasObject {
	room, least := s.canvas.Size().SubtractWidthHeight(2*sheetSide+sheetEdge, sheetFrame), body.MinSize()
	if least.Width <= room.Width && least.Height <= room.Height {
		return body
	}
	rolls := container.NewScroll(Inset(body, RingRoom, RingRoom, RingRoom, RingRoom))
	wide, high := min(least.Width+2*RingRoom, room.Width), min(least.Height+2*RingRoom, room.Height)
	if least.Height > room.Height {
		wide = min(wide+sheetBar, room.Width)
	}
	return Sized(rolls, wide, high)
}

// sheetBar is the room of a scroll bar.
const sheetBar float32 = 12

// reveal scrolls so that an object can be seen, as little as can be.
func reveal(o fyne.CanvasObject, within *container.Scroll) {
	at, ok := placeIn(within.Content, o)
	if !ok {
		return
	}
	into := func(off, from, size, room, all float32) float32 {
		off = max(off, from+size+RingRoom-room)
		return max(0, min(min(off, from-RingRoom), all-room))
	}
	room, all := within.Size(), within.Content.Size()
	within.ScrollToOffset(fyne.NewPos(
		into(within.Offset.X, at.X, o.Size().Width, room.Width, all.Width),
		into(within.Offset.Y, at.Y, o.Size().Height, room.Height, all.Height),
	))
}

// placeIn is where an object stands in one that holds it. The driver knows that only once both have been painted.
func placeIn(root, o fyne.CanvasObject) (fyne.Position, bool) {
	if root == o {
		return fyne.Position{}, true
	}
	var inside []fyne.CanvasObject
	switch root := root.(type) {
	case *fyne.Container:
		inside = root.Objects
	case *Panel:
		inside = []fyne.CanvasObject{root.content}
	}
	for _, child := range inside {
		if at, ok := placeIn(child, o); ok {
			return at.Add(child.Position()), true
		}
	}
	return fyne.Position{}, false
}

// listen has every control of the body tell of Escape, and scroll into sight where it stands in something that scrolls, and its fields
// of the keys that a line of text has no use for.
func (s *Sheet) listen(o fyne.CanvasObject, within *container.Scroll) {
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			s.listen(child, within)
		}
	case *Panel:
		s.listen(o.content, within)
	case *container.Scroll:
		s.scroll = o
		s.listen(o.Content, o)
	case escaper:
		o.OnEscape(s.Cancel)
		follow(o, within)
		if field, ok := o.(*Field); ok {
			s.serve(field)
		}
	}
}

// serve gives the keys that a field has no use for a meaning: Enter, and those that scroll.
func (s *Sheet) serve(field *Field) {
	if field.OnEnter == nil {
		field.OnEnter = s.Enter
	}
	scrolls := func(back, on fyne.KeyName) func(step int) {
		return func(step int) {
			key := on
			if step < 0 {
				key = back
			}
			s.scrolled(&fyne.KeyEvent{Name: key})
		}
	}
	if field.OnArrow == nil {
		field.OnArrow = scrolls(fyne.KeyUp, fyne.KeyDown)
	}
	if field.OnPage == nil {
		field.OnPage = scrolls(fyne.KeyPageUp, fyne.KeyPageDown)
	}
}

// follow has a control scroll into sight when the keyboard comes to it.
func follow(control escaper, within *container.Scroll) {
	o, ok := control.(fyne.CanvasObject)
	if within == nil || !ok {
		return
	}
	switch c := control.(type) {
	case *Field:
		then := c.OnFocus
		c.OnFocus = func() {
			reveal(o, within)
			if then != nil {
				then()
			}
		}
	case interface{ OnFocus(func()) }:
		c.OnFocus(func() { reveal(o, within) })
	}
}

// scrolled scrolls the body by keys that mean nothing to the answers.
func (s *Sheet) scrolled(e *fyne.KeyEvent) bool {
	if s.scroll == nil {
		return false
	}
	page := s.scroll.Size().Height
	by, ok := map[fyne.KeyName]float32{
		fyne.KeyUp: -48, fyne.KeyDown: 48, fyne.KeyPageUp: -page, fyne.KeyPageDown: page,
		fyne.KeyHome: -s.scroll.Content.Size().Height, fyne.KeyEnd: s.scroll.Content.Size().Height,
	}[e.Name]
	if ok {
		end := max(s.scroll.Content.Size().Height-page, 0)
		s.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(s.scroll.Offset.Y+by, end))))
	}
	return ok
}

func (s *Sheet) first() fyne.Focusable {
	if s.p.Focus != nil {
		return s.p.Focus
	}
	for i, a := range s.p.Answers {
		if a.Kind == Filled {
			return s.buttons[i]
		}
	}
	if len(s.buttons) > 0 {
		return s.buttons[0]
	}
	return nil
}

// Wake gives a sheet a key after a click beside its controls took the keyboard from them: Escape cancels it, any other goes to the
// control that has the keyboard first.
func (s *Sheet) Wake(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		s.Cancel()
		return
	}
	if focus := s.first(); focus != nil {
		s.canvas.Focus(focus)
		focus.TypedKey(e)
	}
}

// Answers are the sheet's buttons, in order.
func (s *Sheet) Answers() []*Button { return s.buttons }

// Title is the sheet's title.
func (s *Sheet) Title() string { return s.p.Title }

// Enter gives the filled answer, when it can be given.
func (s *Sheet) Enter() {
	for i, a := range s.p.Answers {
		if a.Kind == Filled && s.buttons[i].Enabled() {
			s.give(a)
			return
		}
	}
}

func (s *Sheet) give(a Answer) {
	if !a.Stay {
		s.Close()
	}
	if a.Do != nil {
		a.Do()
	}
}

// Cancel takes the sheet away without an answer.
func (s *Sheet) Cancel() {
	if s.Close() && s.p.OnCancel != nil {
		s.p.OnCancel()
	}
}

// Close takes the sheet away; false when it had gone already.
func (s *Sheet) Close() bool {
	if s.gone {
		return false
	}
	s.gone = true
	s.canvas.Overlays().Remove(s)
	return true
}

// Tapped implements fyne.Tappable: a click beside the sheet does nothing, above all not to what lies below.
func (s *Sheet) Tapped(*fyne.PointEvent) {}

// MouseIn implements desktop.Hoverable.
func (s *Sheet) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable.
func (s *Sheet) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (s *Sheet) MouseOut() {}

// CreateRenderer implements fyne.Widget.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer {
	scrim := newBox(look.Scrim, "", 0, 0)
	return &renderer{
		objects: []fyne.CanvasObject{scrim.Rectangle, s.panel},
		min:     func() fyne.Size { return s.panel.MinSize() },
		layout: func(size fyne.Size) {
			place(scrim, 0, 0, size.Width, size.Height)
			least := s.panel.MinSize()
			x, y := whole((size.Width-least.Width)/2), whole(max((size.Height-least.Height)/3, 0))
			place(s.panel, x, y, least.Width, least.Height)
		},
		paint: scrim.paint,
	}
}

// Sentences is a paragraph that breaks its lines at a width in points.
func Sentences(words string, width float32) fyne.CanvasObject {
	label := widget.NewRichText(&widget.TextSegment{
		Text:  words,
		Style: widget.RichTextStyle{ColorName: look.Text, SizeName: theme.SizeNameText},
	})
	label.Wrapping = fyne.TextWrapWord
	return &fyne.Container{Layout: &paragraph{width: width}, Objects: []fyne.CanvasObject{label}}
}

// paragraph lays out a wrapping text, whose height depends on the width it is given first. The toolkit sets text 8 points in
// from its edges; that is taken back.
type paragraph struct{ width float32 }

func (p *paragraph) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place(objects[0], -8, -8, size.Width+16, size.Height+16)
}

func (p *paragraph) MinSize(objects []fyne.CanvasObject) fyne.Size {
	o := objects[0]
	o.Resize(fyne.NewSize(p.width+16, o.Size().Height))
	return fyne.NewSize(p.width, max(o.MinSize().Height-16, 0))
}
