//go:build !nogui

package details

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
	"footpath/render/png"
	"footpath/render/scene"
)

// drawing shows a mark of the map, by the painter that paints the map.
type drawing struct {
	widget.BaseWidget
	group *scene.Group
	side  float32
}

func newDrawing(g *scene.Group, side float32) *drawing {
	d := &drawing{group: g, side: side}
	d.ExtendBaseWidget(d)
	return d
}

// CreateRenderer implements fyne.Widget.
func (d *drawing) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRaster(func(w, h int) image.Image {
		side := min(w, h)
		if d.group == nil || side < 1 {
			return image.NewRGBA(image.Rect(0, 0, 1, 1))
		}
		return png.NewPainter().Group(d.group, float64(side)/d.group.Size.X, 0)
	}))
}

// MinSize implements fyne.CanvasObject.
func (d *drawing) MinSize() fyne.Size { return fyne.NewSquareSize(d.side) }

// ink is a colour of the window as the painter knows colours.
func (d *Panel) ink(role look.Role) scene.Color {
	r, g, b, _ := theme.Color(role).RGBA()
	return scene.Color{R: uint8(r >> 8), G: uint8(g >> 8), B: uint8(b >> 8), A: 255}
}

// sheet shows a group of any size, as wide as there is room for it at its own scale.
type sheet struct {
	widget.BaseWidget
	group *scene.Group
}

func newSheet(g *scene.Group) *sheet {
	s := &sheet{group: g}
	s.ExtendBaseWidget(s)
	return s
}

// MinSize implements fyne.CanvasObject.
func (s *sheet) MinSize() fyne.Size {
	return fyne.NewSize(float32(s.group.Size.X), float32(s.group.Size.Y))
}

// CreateRenderer implements fyne.Widget.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer {
	raster := canvas.NewRaster(func(w, _ int) image.Image {
		return png.NewPainter().Group(s.group, float64(w)/s.group.Size.X, 0)
	})
	return &sheetRenderer{WidgetRenderer: widget.NewSimpleRenderer(raster), s: s, raster: raster}
}

type sheetRenderer struct {
	fyne.WidgetRenderer
	s      *sheet
	raster *canvas.Raster
}

// Layout implements fyne.WidgetRenderer.
func (r *sheetRenderer) Layout(fyne.Size) { r.raster.Resize(r.s.MinSize()) }
