package scene

import (
	"hash/maphash"
	"slices"
	"strconv"
	"strings"

	"footpath/mapmodel"
	"footpath/mapmodel/picture"
	"footpath/render/text"
)

// Picture is a picture that fills a box, with round corners where Radius is
// more than 0: half a side makes a disc. Where the proportions of the two
// differ, the picture's middle is shown.
type Picture struct {
	Rect
	Radius float64
	Image  *Image
	// Words say what is to be seen, for who does not see it.
	Words string
}

// Image is an encoded picture. It is never altered.
type Image struct {
	// Media is picture.PNG or picture.JPEG, and Data the file.
	Media, Data string
	// Width and Height count pixels; both are more than 0.
	Width, Height int
	sum           uint64
}

// NewImage takes a picture that picture.Size finds nothing wrong with; else it
// gives nil. That the whole of it can be unpacked is not known until it is
// painted; painters leave out one that cannot.
func NewImage(data string) *Image {
	media, width, height, err := picture.Size(data)
	if err != nil {
		return nil
	}
	return &Image{Media: media, Data: data, Width: width, Height: height, sum: maphash.String(seed, data)}
}

// Shown is the part of an image that fills a box of some proportions, in
// pixels: all of it, or its middle.
func (i *Image) Shown(box Rect) Rect {
	w, h := float64(i.Width), float64(i.Height)
	if box.W*h > box.H*w {
		high := w * box.H / box.W
		return Rect{0, (h - high) / 2, w, high}
	}
	wide := h * box.W / box.H
	return Rect{(w - wide) / 2, 0, wide, h}
}

// Pictured tells whether a picture stands in the group: then painting it anew
// takes some tens of milliseconds.
func (g *Group) Pictured() bool {
	return slices.ContainsFunc(g.Elements, func(e Element) bool {
		_, ok := e.(*Picture)
		return ok
	})
}

// image is a map's picture; nil where there is none that can be shown.
func (l *Layouter) image(m *mapmodel.Map, id mapmodel.ID) *Image {
	record := mapmodel.Find[*mapmodel.Picture](m, id)
	if record == nil {
		return nil
	}
	if img, ok := l.images.get(record); ok {
		return img
	}
	img := NewImage(record.Data)
	l.images.put(record, img)
	return img
}

// shown is a picture on a card.
type shown struct {
	image *Image
	words string
}

// mostPictures is how many pictures stand on a card; the others are counted.
const mostPictures = 4

// shows finds the pictures that a card shows, and how many more it has.
func (w *work) shows(card *mapmodel.Card) (out [mostPictures]shown, more int) {
	n := 0
	for _, id := range card.Pictures {
		img := w.image(w.m, id)
		switch {
		case img == nil:
		case n == mostPictures:
			more++
		default:
			// What a file calls a picture says what it shows.
			out[n] = shown{img, strings.ReplaceAll(mapmodel.Find[*mapmodel.Picture](w.m, id).Key, "-", " ")}
			n++
		}
	}
	return out, more
}

// pictures puts a card's pictures below its words.
func (b *cardBuilder) pictures() {
	most := b.s.PictureHigh * b.v.part
	row, high := b.s.pictures(b.v.shows, b.v.more, b.w, Point{b.text.X, b.top}, b.v.width-b.s.PadRight-b.text.X, most)
	b.add(row...)
	b.top += high
}

// pictures sets pictures side by side in a row as wide as there is room, or as
// high as they may be, and gives the height with the gap above.
func (s *Style) pictures(shows [mostPictures]shown, more int, w Words, at Point, width, most float64) ([]Element, float64) {
	if shows[0].image == nil {
		return nil, 0
	}
	gap := 0.6 * s.Gap
	wide, room := 0.0, width
	for i, p := range shows {
		if p.image == nil {
			break
		}
		wide += float64(p.image.Width) / float64(p.image.Height)
		if i > 0 {
			room -= gap
		}
	}
	high := min(most, max(room, 1)/wide)
	var out []Element
	x, y := at.X, at.Y+gap
	for _, p := range shows {
		if p.image == nil {
			break
		}
		box := Rect{x, y, high * float64(p.image.Width) / float64(p.image.Height), high}
		out = append(out,
			&Picture{Rect: box, Radius: s.Radius, Image: p.image, Words: p.words},
			&Box{Rect: box, Radius: s.Radius, Stroke: Stroke{Color: s.Border, Width: s.Hair}})
		x += box.W + gap
	}
	high += gap
	if more > 0 {
		said := w.fill(wordMore, "n", strconv.Itoa(more))
		out = append(out, &Run{
			X: at.X, Y: at.Y + high + s.MetaSize*1.1, Text: said, Face: text.Regular, Size: s.MetaSize, Color: s.Second,
			Width: text.Regular.Measure(said, s.MetaSize),
		})
		high += s.MetaSize * 1.34
	}
	return out, high
}
