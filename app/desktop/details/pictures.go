//go:build !nogui

package details

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/mapmodel/picture"
)

// pictures are those of a card, or the one of a persona.
type pictures struct {
	items
	thumbs map[mapmodel.ID]*canvas.Image
}

// thumb is the side of a small picture, in points; it is made twice as fine.
const thumb = 72

func newPictures(r *row) control {
	p := &pictures{thumbs: map[mapmodel.ID]*canvas.Image{}}
	p.make(r, words.DetailsAddPicture, p.ask)
	return p
}

// ask asks for a file and hangs what is in it on the records.
func (p *pictures) ask() {
	d := p.row.form.d
	ids := p.row.form.ids
	d.p.AskPicture(func(name string, data []byte) {
		d.p.Commit()
		m := d.p.Doc.Map()
		there := slices.DeleteFunc(slices.Clone(ids), func(id mapmodel.ID) bool { return m.Get(id) == nil })
		if len(there) == 0 {
			return
		}
		c, _, err := d.p.Desk.AddPicture(m, there, name, data)
		p.row.do(mapmodel.ID{}, c, err)
		d.Settle()
	})
}

// drop takes a picture off the records, and away where it hangs on nothing else.
func (p *pictures) drop(id mapmodel.ID) {
	d := p.row.form.d
	d.p.Commit()
	c, err := d.p.Desk.TakePicture(d.p.Doc.Map(), p.row.form.ids, id)
	p.row.do(mapmodel.ID{}, c, err)
	d.Settle()
}

func (p *pictures) show(v shared) {
	ids := v.ids()
	p.add.Hidden = v.f.Type == mapmodel.Ref && len(ids) > 0 // it holds one
	if slices.Equal(ids, p.ids) && len(p.list) == len(ids) {
		return
	}
	d := p.row.form.d
	list := make([]*parts.Item, len(ids))
	for i, id := range ids {
		record := mapmodel.Find[*mapmodel.Picture](v.m, id)
		img := p.thumbs[id]
		if img == nil {
			img = &canvas.Image{FillMode: canvas.ImageFillContain}
			p.thumbs[id] = img
			p.draw(img, record)
		}
		content := parts.Row(10, parts.Sized(img, thumb, thumb), parts.NewText(record.Key, parts.Type{Size: look.Meta, Role: look.Secondary, Cut: true}))
		list[i] = parts.NewItem(content, nil, func() { p.drop(id) })
	}
	p.put(ids, list)
	if p.add.Hidden && d.p.Canvas.Focused() == fyne.Focusable(p.add) {
		d.p.Canvas.Focus(p.list[0])
	}
}

// draw makes the small picture, off the UI goroutine.
func (p *pictures) draw(img *canvas.Image, record *mapmodel.Picture) {
	d := p.row.form.d
	d.p.Work(func() {
		small, err := picture.Decode(record.Data)
		if err != nil {
			return // an empty place says as much
		}
		if size := small.Rect.Size(); max(size.X, size.Y) > 2*thumb {
			part := func(side int) int { return max(1, side*2*thumb/max(size.X, size.Y)) }
			small = picture.Shrink(small, small.Rect, part(size.X), part(size.Y))
		}
		d.p.Later(func() {
			img.Image = small
			img.Refresh()
		})
	})
}
