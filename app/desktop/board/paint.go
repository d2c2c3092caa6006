//go:build !nogui

package board

import (
	"image"
	"image/color"
	"math"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"footpath/mapmodel"
	"footpath/render/scene"
)

// sprite is a picture on the screen. Its raster hands the picture over as it
// is; the graphics card scales it where its zoom is another.
type sprite struct {
	raster *canvas.Raster
	img    *image.RGBA
	key    pictureKey
	sharp  bool
	layer  *layer
	seen   int
}

// spriteKey tells which sprite a picture goes on, so that a card that moves or
// changes keeps its own.
type spriteKey struct {
	role         scene.Role
	id           mapmodel.ID
	nth          int // among the groups of this role that are no record's own
	tileX, tileY int
}

// layer is a container without a layout whose children stay where they are put
// on the page; moving the layer scrolls them.
type layer struct {
	box     *fyne.Container
	origin  fyne.Position       // of the place it is moved in, on the board
	under   []fyne.CanvasObject // below the pictures
	sprites []*sprite
	over    []fyne.CanvasObject // above them
	dirty   bool
}

func newLayer() *layer { return &layer{box: &fyne.Container{}} }

// order puts the layer's objects into the container, when they have changed.
func (l *layer) order() {
	if !l.dirty {
		return
	}
	l.dirty = false
	objects := make([]fyne.CanvasObject, 0, len(l.under)+len(l.sprites)+len(l.over))
	objects = append(objects, l.under...)
	for _, s := range l.sprites {
		objects = append(objects, s.raster)
	}
	l.box.Objects = append(objects, l.over...)
}

// moveTo scrolls the layer by whole pixels.
func (l *layer) moveTo(x, y float32) { l.box.Move(fyne.NewPos(x, y)) }

// wanted is one picture that should be in sight.
type wanted struct {
	key    spriteKey
	group  *scene.Group
	x, y   int // of the part, in pixels of its layer
	part   image.Rectangle
	layer  *layer
	urgent bool // the card being typed
}

// room is how far a group of a role is painted beyond its size, in points.
func room(r scene.Role) float64 {
	switch r {
	case scene.StageRole:
		return 14
	case scene.CurveRole:
		return 8
	case scene.LaneRole, scene.StepRole:
		return 0
	}
	return 2
}

// want cuts a group into the tiles that lie in sight.
func (b *Board) want(out []wanted, g *scene.Group, at scene.Point, l *layer, sight scene.Rect, nth int, urgent bool) []wanted {
	px := b.view.px()
	edge := int(math.Ceil(room(g.Role) * px))
	whole := image.Rect(-edge, -edge, pixels(g.Size.X, px)+edge, pixels(g.Size.Y, px)+edge)
	x, y := b.view.pixel(at.X), b.view.pixel(at.Y)
	seen := image.Rect(b.view.pixel(sight.X)-x, b.view.pixel(sight.Y)-y, b.view.pixel(sight.Right())-x, b.view.pixel(sight.Bottom())-y)
	if !whole.Overlaps(seen) {
		return out
	}
	if whole.Dx() <= tileSide && whole.Dy() <= tileSide {
		return append(out, wanted{spriteKey{g.Role, g.ID, nth, 0, 0}, g, x + whole.Min.X, y + whole.Min.Y, whole, l, urgent})
	}
	for ty := 0; whole.Min.Y+ty*tileSide < whole.Max.Y; ty++ {
		for tx := 0; whole.Min.X+tx*tileSide < whole.Max.X; tx++ {
			part := image.Rect(0, 0, tileSide, tileSide).Add(image.Pt(whole.Min.X+tx*tileSide, whole.Min.Y+ty*tileSide)).Intersect(whole)
			if part.Overlaps(seen) {
				out = append(out, wanted{spriteKey{g.Role, g.ID, nth, tx, ty}, g, x + part.Min.X, y + part.Min.Y, part, l, urgent})
			}
		}
	}
	return out
}

// show brings the sprites in step with what should be in sight. Missing
// pictures are painted at once as far as the budget goes, and by the workers
// beyond it; what is not sharp yet is shown from another zoom.
func (b *Board) show(all []wanted, budget time.Duration) {
	b.round++
	turn := map[*layer]int{}
	deadline := b.now().Add(budget)
	var jobs []job
	for _, w := range all {
		key := pictureKey{sum: w.group.Sum, zoom: b.view.step, device: b.view.device, tileX: w.key.tileX, tileY: w.key.tileY}
		s := b.sprites[w.key]
		if s == nil {
			s = b.fresh(w.layer)
			b.sprites[w.key] = s
		}
		s.seen = b.round
		if s.layer != w.layer {
			b.leave(s)
			b.join(s, w.layer)
		}
		if s.key != key || !s.sharp {
			j := job{key: key, group: w.group, part: w.part, scale: b.view.px()}
			img := b.gallery.look(key)
			if img == nil && (w.urgent || b.p.Synchronous || budget > 0 && b.now().Before(deadline) && !w.group.Pictured()) {
				img = b.gallery.make(j)
			}
			s.sharp = img != nil
			if img == nil {
				jobs = append(jobs, j)
				img = b.gallery.nearest(key)
			}
			s.key = key
			s.put(img)
		}
		size := fyne.NewSize(b.view.unit(w.part.Dx()), b.view.unit(w.part.Dy()))
		s.layer.raise(s, turn[s.layer])
		turn[s.layer]++
		s.raster.Resize(size)
		s.raster.Move(fyne.NewPos(b.view.unit(w.x), b.view.unit(w.y)))
	}
	for key, s := range b.sprites {
		if s.seen != b.round {
			b.leave(s)
			delete(b.sprites, key)
			b.spare = append(b.spare, s)
		}
	}
	b.missing = len(jobs)
	if !b.zooming {
		b.gallery.ask(jobs)
	}
}

// put shows another picture; nil is nothing yet.
func (s *sprite) put(img *image.RGBA) {
	if img == nil {
		img = blank
	}
	if s.img == img {
		return
	}
	s.img = img
	s.raster.Refresh()
}

var blank = image.NewRGBA(image.Rect(0, 0, 1, 1))

func (b *Board) fresh(l *layer) *sprite {
	if n := len(b.spare); n > 0 {
		s := b.spare[n-1]
		b.spare = b.spare[:n-1]
		s.sharp, s.key = false, pictureKey{}
		b.join(s, l)
		return s
	}
	s := &sprite{img: blank}
	s.raster = canvas.NewRaster(func(int, int) image.Image { return s.img })
	b.join(s, l)
	return s
}

func (b *Board) join(s *sprite, l *layer) {
	s.layer = l
	l.sprites = append(l.sprites, s)
	l.dirty = true
}

// raise puts a sprite at its turn among the layer's, so that what lies above
// what is always the scene's order.
func (l *layer) raise(s *sprite, turn int) {
	if l.sprites[turn] == s {
		return
	}
	at := slices.Index(l.sprites, s)
	l.sprites = slices.Insert(slices.Delete(l.sprites, at, at+1), turn, s)
	l.dirty = true
}

func (b *Board) leave(s *sprite) {
	l := s.layer
	for i, other := range l.sprites {
		if other == s {
			l.sprites = append(l.sprites[:i], l.sprites[i+1:]...)
			break
		}
	}
	l.dirty = true
}

// ink is a colour of the scene for the toolkit.
func ink(c scene.Color) color.Color { return color.NRGBA{R: c.R, G: c.G, B: c.B, A: c.A} }

func faint(c scene.Color, alpha uint8) color.Color {
	return color.NRGBA{R: c.R, G: c.G, B: c.B, A: alpha}
}
