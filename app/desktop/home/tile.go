//go:build !nogui

package home

import (
	"image"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/assets/icons"
	"footpath/mapmodel"
	"footpath/storage/library"
)

// The measures of tiles, in points.
const (
	tileWidth     float32 = 318 // the least; a row fills its width
	tileHeight    float32 = 228
	pictureHeight float32 = 146
	tileGap       float32 = 24
	smallLeast    float32 = 180 // of a template; a row of them fills its width, too
	smallHeight   float32 = 124
	smallPicture  float32 = 72
	smallGap      float32 = 16
	lineHeight    float32 = 40
	lineGap       float32 = 6
)

// face is what a tile shows.
type face struct {
	title string
	meta  string
	when  string // empty on templates
	icon  icons.Name
	state string
	blank bool   // a plus instead of a picture
	small bool   // a template
	line  bool   // a line of the list: no picture
	sizes string // how many stages and cards it has, where the meta does not say so

	pinned bool
	hit    *library.Place // where the words that are searched for stand, unless the tile says that anyway
}

var (
	_ fyne.Tappable          = (*tile)(nil)
	_ fyne.SecondaryTappable = (*tile)(nil)
	_ desktop.Hoverable      = (*tile)(nil)
	_ desktop.Cursorable     = (*tile)(nil)
	_ fyne.Accessible        = (*tile)(nil)
)

// tile shows one map or template. Tiles are few and are given other maps as the view scrolls.
type tile struct {
	widget.BaseWidget
	face      face
	wants     picture     // the picture that belongs on it
	shows     mapmodel.ID // the map whose picture is on it
	focused   bool
	hovered   bool
	onTap     func()
	onMenu    func(at fyne.Position)
	onPin     func()
	pin       *parts.Icon
	picture   *canvas.Image
	ground    *canvas.Rectangle
	ring      *canvas.Rectangle
	seam      *canvas.Rectangle
	title     *parts.Text
	meta      *parts.Text
	said      *snippet
	when      *parts.Text
	sizes     *parts.Text
	clock     *parts.Icon
	pill      fyne.CanvasObject
	pillState string
	plus      fyne.CanvasObject
}

func newTile() *tile {
	t := &tile{
		picture: canvas.NewImageFromImage(nil),
		ground:  canvas.NewRectangle(theme.Color(look.Surface)),
		ring:    canvas.NewRectangle(noColour),
		seam:    canvas.NewRectangle(noColour),
		title:   parts.NewText("", parts.Type{Bold: true, Cut: true}),
		meta:    parts.NewText("", parts.Type{Size: look.Meta, Role: look.Secondary, Cut: true}),
		said:    newSnippet(),
		when:    parts.NewText("", parts.Type{Size: look.Meta, Role: look.Secondary, Cut: true}),
		sizes:   parts.NewText("", parts.Type{Size: look.Meta, Role: look.Secondary, Cut: true}),
		clock:   parts.NewIcon(icons.Clock, look.Secondary, 13),
		pill:    parts.Gap(0, 0),
		pin:     parts.NewIcon(icons.Pin, look.Accent, 16),
	}
	t.picture.ScaleMode, t.picture.FillMode = canvas.ImageScaleFastest, canvas.ImageFillStretch
	t.ground.CornerRadius, t.ring.CornerRadius = look.TileRadius, look.TileRadius+3
	t.ground.StrokeWidth, t.ring.StrokeWidth = 1, look.FocusWidth
	t.plus = parts.NewPanel(parts.PanelStyle{Fill: look.Header, Radius: 18}, parts.Sized(parts.NewIcon(icons.Plus, look.Text, 18), 36, 36))
	t.ExtendBaseWidget(t)
	return t
}

// show gives the tile another face; its picture is set by setPicture.
func (t *tile) show(f face, focused bool) {
	if t.face == f && t.focused == focused {
		return
	}
	t.face, t.focused = f, focused
	t.title.Set(f.title)
	t.meta.Set(f.meta)
	t.when.Set(f.when)
	t.sizes.Set(f.sizes)
	t.clock.Set(icons.Clock, look.Secondary)
	if f.hit != nil {
		t.said.set(pieces(f.hit))
		t.clock.Set(icons.Search, look.Secondary)
	}
	if key := string(f.icon) + f.state; key != t.pillState {
		t.pillState, t.pill = key, parts.Gap(0, 0)
		if f.state != "" {
			t.pill = parts.Pill(f.icon, f.state)
		}
	}
	t.Refresh()
}

func (t *tile) setPicture(name picture, img *image.RGBA) {
	t.wants = name
	if img == nil {
		if t.shows == name.id {
			return // what it shows of the map will do until there is better
		}
		img, t.shows = noPicture, mapmodel.ID{}
	} else {
		t.shows = name.id
	}
	if t.picture.Image == image.Image(img) {
		return
	}
	t.picture.Image = img
	t.picture.Refresh()
}

// noPicture is what a tile shows until it has a picture: nothing. A picture that
// is hidden and shown again may stay away.
var noPicture = image.NewRGBA(image.Rect(0, 0, 1, 1))

// titleBox is where the title stands, on the tile.
func (t *tile) titleBox() (fyne.Position, fyne.Size) {
	if t.face.line {
		return fyne.NewPos(12, (lineHeight-look.BodyLine-1)/2), fyne.NewSize(t.columns().persona-24, look.BodyLine+1)
	}
	return fyne.NewPos(12, t.pictureHeight()+9), fyne.NewSize(t.Size().Width-24, look.BodyLine+1)
}

func (t *tile) pictureHeight() float32 {
	switch {
	case t.face.small:
		return smallPicture
	case t.face.line:
		return lineHeight
	}
	return pictureHeight
}

// pinBox is where the pin is hit, at the tile's lower right corner.
const pinBox = 32

// Tapped implements fyne.Tappable.
func (t *tile) Tapped(e *fyne.PointEvent) {
	if e != nil && t.onPin != nil && e.Position.X > t.Size().Width-pinBox-4 && e.Position.Y > t.Size().Height-pinBox-4 {
		t.onPin()
		return
	}
	if t.onTap != nil {
		t.onTap()
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (t *tile) TappedSecondary(event *fyne.PointEvent) {
	if t.onMenu != nil {
		t.onMenu(event.AbsolutePosition)
	}
}

// MouseIn implements desktop.Hoverable.
func (t *tile) MouseIn(*desktop.MouseEvent) { t.hover(true) }

// MouseMoved implements desktop.Hoverable.
func (t *tile) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (t *tile) MouseOut() { t.hover(false) }

func (t *tile) hover(in bool) {
	if t.hovered != in {
		t.hovered = in
		t.Refresh()
	}
}

// Cursor implements desktop.Cursorable.
func (t *tile) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel implements fyne.Accessible: all that is written on it.
func (t *tile) AccessibilityLabel() string {
	said := []string{t.face.title}
	meta := t.face.meta
	if t.face.hit != nil {
		meta = t.face.hit.Text
	}
	for _, more := range []string{t.face.state, meta, t.face.sizes, t.face.when} {
		if more != "" {
			said = append(said, more)
		}
	}
	return strings.Join(said, ", ")
}

// AccessibilityRole implements fyne.Accessible.
func (t *tile) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (t *tile) CreateRenderer() fyne.WidgetRenderer {
	r := &tileRenderer{t}
	r.Refresh()
	return r
}

type tileRenderer struct{ t *tile }

func (r *tileRenderer) Destroy() {}

func (r *tileRenderer) MinSize() fyne.Size { return fyne.NewSize(smallLeast, smallHeight) }

func (r *tileRenderer) Objects() []fyne.CanvasObject {
	t := r.t
	if t.face.line {
		return t.lineObjects()
	}
	objects := []fyne.CanvasObject{t.ground, t.picture, t.seam}
	if t.face.blank {
		objects = append(objects, t.plus)
	}
	objects = append(objects, t.title)
	if t.face.hit != nil {
		objects = append(objects, t.said)
	} else {
		objects = append(objects, t.meta)
	}
	if !t.face.small {
		objects = append(objects, t.pill, t.clock, t.when, t.pin)
	}
	return append(objects, t.ring)
}

func (r *tileRenderer) Layout(size fyne.Size) {
	t := r.t
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	high := t.pictureHeight()
	put(t.ground, 0, 0, size.Width, size.Height)
	put(t.ring, -3, -3, size.Width+6, size.Height+6)
	if t.face.line {
		t.layLine(size)
		return
	}
	put(t.picture, 1, 1, size.Width-2, high-1)
	put(t.seam, 1, high, size.Width-2, 1)
	put(t.plus, float32(int((size.Width-36)/2)), (high-36)/2, 36, 36)
	width := size.Width - 24
	y := high + 9
	if t.face.small {
		put(t.title, 12, high+7, width, look.BodyLine)
		put(t.meta, 12, high+7+look.BodyLine+2, width, look.MetaLine)
		return
	}
	pill := t.pill.MinSize()
	put(t.pill, size.Width-12-pill.Width, y, pill.Width, pill.Height)
	put(t.title, 12, y, width-pill.Width-8, look.BodyLine+1)
	y += look.BodyLine + 6
	put(t.meta, 12, y, width, look.MetaLine)
	put(t.said, 12, y, width, look.MetaLine)
	y += look.MetaLine + 4
	put(t.clock, 12, y+1, 13, 13)
	put(t.when, 31, y, width-19-20, look.MetaLine)
	put(t.pin, size.Width-12-16, y, 16, 16)
}

func (r *tileRenderer) Refresh() {
	t := r.t
	t.ground.FillColor, t.ground.StrokeColor = theme.Color(look.Surface), theme.Color(look.Hairline)
	if t.hovered {
		t.ground.StrokeColor = theme.Color(look.Border)
	}
	t.seam.FillColor = theme.Color(look.Hairline)
	t.ring.FillColor, t.ring.StrokeColor = noColour, theme.Color(look.Accent)
	t.ring.Hidden = !t.focused
	t.pin.Hidden = !t.face.pinned && (!t.hovered || t.onPin == nil)
	role := look.Border
	if t.face.pinned {
		role = look.Accent
	}
	t.pin.Set(icons.Pin, role)
	r.Layout(t.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
