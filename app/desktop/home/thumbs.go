//go:build !nogui

package home

import (
	"container/list"
	"image"
	"math"

	"footpath/app/desktop/look"
	"footpath/mapmodel"
	"footpath/render/png"
)

// picture names a thumbnail: of which map, as it was when, in which colours and how large in pixels.
type picture struct {
	id            mapmodel.ID
	revision      uint64
	mode          look.Mode
	width, height int
}

// maxPictures bounds the kept thumbnails: at 316 by 145 some 37 MB.
const maxPictures = 200

// thumbs makes and keeps the tiles' pictures. It belongs to the UI goroutine; only making a picture happens elsewhere.
type thumbs struct {
	load  func(mapmodel.ID) (*mapmodel.Map, error)
	work  func(func())
	later func(func())

	kept    map[picture]*list.Element
	order   *list.List // of keptPicture, the one used last first
	wanted  []job      // not begun, the one asked for last at the end
	running int
}

type keptPicture struct {
	name picture
	img  *image.RGBA
}

type job struct {
	name picture
	done func(*image.RGBA)
}

// maxRunning is how many pictures are made at once: the UI goroutine wants a core of its own.
const maxRunning = 1

func newThumbs(load func(mapmodel.ID) (*mapmodel.Map, error), work, later func(func())) *thumbs {
	return &thumbs{load: load, work: work, later: later, kept: map[picture]*list.Element{}, order: list.New()}
}

// get gives a picture when it is at hand, else nil; then done is called with it once it is made. A map that cannot be read has
// none.
func (t *thumbs) get(name picture, done func(*image.RGBA)) *image.RGBA {
	if e := t.kept[name]; e != nil {
		t.order.MoveToFront(e)
		return e.Value.(keptPicture).img
	}
	for i, j := range t.wanted {
		if j.name == name {
			t.wanted = append(t.wanted[:i], t.wanted[i+1:]...)
			break
		}
	}
	t.wanted = append(t.wanted, job{name, done})
	if over := len(t.wanted) - maxPictures/2; over > 0 {
		t.wanted = t.wanted[over:] // scrolled past long ago
	}
	t.next()
	if e := t.kept[name]; e != nil { // made at once: a test has no workers
		return e.Value.(keptPicture).img
	}
	return nil
}

func (t *thumbs) next() {
	if t.running == maxRunning || len(t.wanted) == 0 {
		return
	}
	t.running++
	j := t.wanted[len(t.wanted)-1]
	t.wanted = t.wanted[:len(t.wanted)-1]
	t.work(func() {
		var img *image.RGBA
		if m, err := t.load(j.name.id); err == nil {
			img = paint(m, j.name)
		}
		t.later(func() {
			t.running--
			if img != nil {
				t.keep(j.name, img)
				j.done(img)
			}
			t.next()
		})
	})
}

func (t *thumbs) keep(name picture, img *image.RGBA) {
	t.kept[name] = t.order.PushFront(keptPicture{name, img})
	for len(t.kept) > maxPictures {
		last := t.order.Back()
		delete(t.kept, t.order.Remove(last).(keptPicture).name)
	}
}

// paint makes a picture. It may be called on any goroutine.
func paint(m *mapmodel.Map, name picture) *image.RGBA {
	style := look.Style(name.mode)
	scale := math.Max(1, math.Round(float64(name.height)/145*4)/4)
	return png.NewPainter().Group(sketch(m, style, float64(name.width)/scale, float64(name.height)/scale), scale, 0)
}

// of gives the picture of a map that is at hand: a template's.
func (t *thumbs) of(name picture, m *mapmodel.Map) *image.RGBA {
	if e := t.kept[name]; e != nil {
		t.order.MoveToFront(e)
		return e.Value.(keptPicture).img
	}
	img := paint(m, name)
	t.keep(name, img)
	return img
}
