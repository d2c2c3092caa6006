//go:build !nogui

package home

import (
	"image"
	"image/draw"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/assets/icons"
)

// vacancy is the place behind the last pinned map. It says what the row is for and how a map gets there, and takes neither clicks
// nor the keyboard.
type vacancy struct {
	widget.BaseWidget
	edge      *canvas.Raster
	pin       *parts.Icon
	what, how *parts.Text
}

func newVacancy(h *Home) *vacancy {
	v := &vacancy{
		pin:  parts.NewIcon(icons.Pin, look.Secondary, 20),
		what: parts.NewText(h.say(words.HomePinHere), parts.Type{Role: look.Secondary, Cut: true}),
		how: parts.NewText(
			h.p.Words.Say(words.HomePinHow, words.Args{"pin": h.say(words.CommandPin)}), parts.Type{Size: look.Meta, Role: look.Secondary, Cut: true},
		),
	}
	v.edge = canvas.NewRaster(v.dashes)
	v.ExtendBaseWidget(v)
	return v
}

// The dashes around a vacancy and the gaps between them, in points.
const dashLong, dashGap = 5, 4

// dashes draws an edge of dashes, one point wide, into so many pixels. The corners stay open.
func (v *vacancy) dashes(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	scale := float32(w) / max(v.Size().Width, 1)
	pixels := func(points float32) int { return max(int(points*scale+0.5), 1) }
	ink, thick, corner := image.NewUniform(theme.Color(look.Border)), pixels(1), pixels(look.TileRadius/2)
	bar := func(x, y, wide, high int) {
		draw.Draw(img, image.Rect(x, y, x+wide, y+high), ink, image.Point{}, draw.Src)
	}
	long := pixels(dashLong)
	// along gives every beginning of a dash on a side, evenly from corner to corner.
	along := func(side int, dash func(at int)) {
		room := side - 2*corner - long
		for i, n := 0, room/pixels(dashLong+dashGap); room > 0 && i <= n; i++ {
			dash(corner + room*i/max(n, 1))
		}
	}
	along(w, func(x int) {
		bar(x, 0, long, thick)
		bar(x, h-thick, long, thick)
	})
	along(h, func(y int) {
		bar(0, y, thick, long)
		bar(w-thick, y, thick, long)
	})
	return img
}

// CreateRenderer implements fyne.Widget.
func (v *vacancy) CreateRenderer() fyne.WidgetRenderer { return &vacancyRenderer{v} }

type vacancyRenderer struct{ v *vacancy }

func (r *vacancyRenderer) Destroy() {}

func (r *vacancyRenderer) MinSize() fyne.Size { return fyne.NewSize(tileWidth, tileHeight) }

func (r *vacancyRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.v.edge, r.v.pin, r.v.what, r.v.how}
}

func (r *vacancyRenderer) Layout(size fyne.Size) {
	const pin, air = 20, 10
	r.v.edge.Resize(size)
	y := float32(int((size.Height - pin - air - look.BodyLine - look.MetaLine) / 2))
	middle := func(o fyne.CanvasObject, wide, high float32) {
		wide = min(wide, size.Width-24)
		o.Move(fyne.NewPos(float32(int((size.Width-wide)/2)), y))
		o.Resize(fyne.NewSize(wide, high))
		y += high
	}
	middle(r.v.pin, pin, pin)
	y += air
	wide := func(t *parts.Text, points float32) float32 {
		return fyne.MeasureText(t.Words(), points, fyne.TextStyle{}).Width + 1
	}
	middle(r.v.what, wide(r.v.what, look.Body), look.BodyLine)
	y += 3
	middle(r.v.how, wide(r.v.how, look.Meta), look.MetaLine)
}

func (r *vacancyRenderer) Refresh() {
	r.Layout(r.v.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
