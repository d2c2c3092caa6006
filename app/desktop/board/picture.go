//go:build !nogui

package board

import (
	"container/list"
	"image"
	"math"
	"sync"
	"time"

	"footpath/render/png"
	"footpath/render/scene"
)

const (
	// pictureBytes is the most memory the pictures may take.
	pictureBytes = 48 << 20
	// tileSide is the side of a tile, in pixels: larger groups are cut.
	tileSide = 1024
	// entering is how long the UI goroutine may paint what scrolls in.
	entering = 4 * time.Millisecond
	// settling is how long the zoom must rest before sharp pictures are made.
	settling = 80 * time.Millisecond
)

// pictureKey names a picture by what it shows: a late result can never show an
// old text.
type pictureKey struct {
	sum          uint64
	zoom         int     // the step of the zoom
	device       float32 // pixels of the device to a unit of the toolkit
	tileX, tileY int
}

// job is a picture to be made: a part of a group, in pixels.
type job struct {
	key   pictureKey
	group *scene.Group
	part  image.Rectangle // in pixels, counted from the group's corner
	scale float64         // pixels to a point
	era   int
}

// shifted is a group moved before it is drawn, so that a part of it can be
// painted by itself.
type shifted struct {
	group *scene.Group
	by    scene.Point
}

// Draw implements scene.Element.
func (s shifted) Draw(p scene.Painter, at scene.Point) {
	s.group.Draw(p, scene.Point{X: at.X + s.by.X, Y: at.Y + s.by.Y})
}

// paint makes the picture of a job.
func paint(p *png.Painter, j job) *image.RGBA {
	part := &scene.Group{
		Size:     scene.Point{X: float64(j.part.Dx()) / j.scale, Y: float64(j.part.Dy()) / j.scale},
		Elements: []scene.Element{shifted{j.group, scene.Point{X: -float64(j.part.Min.X) / j.scale, Y: -float64(j.part.Min.Y) / j.scale}}},
	}
	return p.Group(part, j.scale, 0)
}

// gallery keeps pictures by content, makes missing ones on workers, and
// forgets those not seen for longest. Its own goroutine is the UI's.
type gallery struct {
	kept    map[pictureKey]*list.Element
	order   list.List // of *picture, the latest seen first
	bytes   int
	painter *png.Painter

	later func(func())
	ready func() // called on the UI goroutine when pictures have come
	alone bool   // paint everything at once, on the UI goroutine

	mu      sync.Mutex
	wake    *sync.Cond
	queue   []job
	asked   map[pictureKey]bool
	done    []finished
	told    bool
	era     int
	closed  bool
	started bool
}

type picture struct {
	key pictureKey
	img *image.RGBA
}

type finished struct {
	key pictureKey
	img *image.RGBA
	era int
}

func newGallery(later func(func()), ready func(), alone bool) *gallery {
	g := &gallery{
		kept: map[pictureKey]*list.Element{}, asked: map[pictureKey]bool{},
		painter: png.NewPainter(), later: later, ready: ready, alone: alone,
	}
	g.wake = sync.NewCond(&g.mu)
	return g
}

// look gives a picture that is kept, or nil.
func (g *gallery) look(key pictureKey) *image.RGBA {
	e, ok := g.kept[key]
	if !ok {
		return nil
	}
	g.order.MoveToFront(e)
	return e.Value.(*picture).img
}

// nearest gives the same content at another zoom, the nearest there is.
func (g *gallery) nearest(key pictureKey) *image.RGBA {
	for far := 1; far <= maxStep-minStep; far++ {
		for _, step := range []int{key.zoom + far, key.zoom - far} {
			other := key
			other.zoom = step
			if img := g.look(other); img != nil {
				return img
			}
		}
	}
	return nil
}

// make paints a picture now, on the calling UI goroutine.
func (g *gallery) make(j job) *image.RGBA {
	img := paint(g.painter, j)
	g.keep(j.key, img)
	return img
}

func (g *gallery) keep(key pictureKey, img *image.RGBA) {
	if e, ok := g.kept[key]; ok {
		g.order.MoveToFront(e)
		return
	}
	g.kept[key] = g.order.PushFront(&picture{key, img})
	g.bytes += len(img.Pix)
	for g.bytes > pictureBytes && g.order.Len() > 1 {
		last := g.order.Back()
		p := last.Value.(*picture)
		g.order.Remove(last)
		delete(g.kept, p.key)
		g.bytes -= len(p.img.Pix)
	}
}

// ask puts pictures on the workers' list.
func (g *gallery) ask(jobs []job) {
	if len(jobs) == 0 {
		return
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.closed {
		return
	}
	if !g.started {
		g.started = true
		for range workers {
			go g.work()
		}
	}
	for _, j := range jobs {
		if !g.asked[j.key] {
			g.asked[j.key] = true
			j.era = g.era
			g.queue = append(g.queue, j)
		}
	}
	g.wake.Broadcast()
}

// workers is how many goroutines paint. One core is the UI's.
const workers = 2

// turn begins a new era: what was asked for before is no longer wanted.
func (g *gallery) turn() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.era++
	g.queue = nil
	clear(g.asked)
}

func (g *gallery) close() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.closed = true
	g.queue = nil
	g.wake.Broadcast()
}

// work is one worker. Results are handed over in batches: as long as the UI
// goroutine has not taken one, further results join it.
func (g *gallery) work() {
	painter := png.NewPainter()
	g.mu.Lock()
	defer g.mu.Unlock()
	for {
		for len(g.queue) == 0 && !g.closed {
			g.wake.Wait()
		}
		if g.closed {
			return
		}
		j := g.queue[0]
		g.queue = g.queue[1:]
		g.mu.Unlock()
		img := paint(painter, j)
		g.mu.Lock()
		if j.era != g.era || g.closed {
			continue
		}
		g.done = append(g.done, finished{j.key, img, j.era})
		if !g.told {
			g.told = true
			g.mu.Unlock()
			g.later(g.take)
			g.mu.Lock()
		}
	}
}

// take brings the workers' pictures in, on the UI goroutine.
func (g *gallery) take() {
	g.mu.Lock()
	done := g.done
	g.done, g.told = nil, false
	for _, f := range done {
		delete(g.asked, f.key)
	}
	closed := g.closed
	g.mu.Unlock()
	if closed {
		return
	}
	for _, f := range done {
		g.keep(f.key, f.img)
	}
	g.ready()
}

// pixels is a length in points as whole pixels, never less than one.
func pixels(points, scale float64) int { return max(1, int(math.Ceil(points*scale-1e-6))) }
