//go:build !nogui

package parts

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"footpath/app/desktop/look"
)

// Row sets objects side by side, each as wide as it must be and in the middle of the height; a Spring takes what is left over.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &line{gap: gap}, Objects: objects}
}

// Column sets objects below each other, each over the whole width; a Spring takes what is left over.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &line{gap: gap, down: true}, Objects: objects}
}

// Spring is room that grows.
func Spring() fyne.CanvasObject { return layout.NewSpacer() }

// Inset keeps room around an object.
func Inset(o fyne.CanvasObject, left, top, right, bottom float32) *fyne.Container {
	return &fyne.Container{
		Layout:  layout.CustomPaddedLayout{TopPadding: top, BottomPadding: bottom, LeftPadding: left, RightPadding: right},
		Objects: []fyne.CanvasObject{o},
	}
}

// Sized gives an object at least this size; a zero side is as it was.
func Sized(o fyne.CanvasObject, width, height float32) *fyne.Container {
	return &fyne.Container{Layout: &atLeast{width, height}, Objects: []fyne.CanvasObject{o}}
}

type line struct {
	gap  float32
	down bool
}

// along and across turn a size so that one code lays out both directions.
func (l *line) along(s fyne.Size) float32 {
	if l.down {
		return s.Height
	}
	return s.Width
}

func (l *line) across(s fyne.Size) float32 {
	if l.down {
		return s.Width
	}
	return s.Height
}

// UpTo lets an object in a row grow to a width, when there is room left over.
func UpTo(width float32, o fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: &upTo{width}, Objects: []fyne.CanvasObject{o}}
}

type upTo struct{ most float32 }

func (u *upTo) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (u *upTo) Layout(o []fyne.CanvasObject, size fyne.Size) {
	place(o[0], 0, 0, size.Width, size.Height)
}

// grows tells what takes the room left over: springs, and texts that may be cut.
func grows(o fyne.CanvasObject) bool {
	if _, ok := o.(layout.SpacerObject); ok {
		return true
	}
	text, ok := o.(*Text)
	return ok && text.set.Cut
}

// Layout implements fyne.Layout.
func (l *line) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left, springs, shown := l.along(size), 0, 0
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		shown++
		if grows(o) {
			springs++
		}
		left -= l.along(o.MinSize())
	}
	left -= l.gap * float32(max(shown-1, 0))
	more := map[fyne.CanvasObject]float32{}
	for _, o := range objects {
		if c, ok := o.(*fyne.Container); ok && o.Visible() {
			most := float32(0)
			switch u := c.Layout.(type) {
			case *upTo:
				most = u.most
			case *rolled:
				most = u.whole()
			}
			if most > 0 {
				more[o] = min(max(left, 0), max(most-l.along(o.MinSize()), 0))
				left -= more[o]
			}
		}
	}
	share := max(left, 0) / float32(max(springs, 1))
	at := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		least := o.MinSize()
		length := l.along(least) + more[o]
		if grows(o) {
			length += share
		}
		if l.down {
			place(o, 0, at, l.across(size), length)
		} else {
			place(o, at, whole((l.across(size)-l.across(least))/2), length, l.across(least))
		}
		at += length + l.gap
	}
}

// MinSize implements fyne.Layout.
func (l *line) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var long, wide float32
	shown := 0
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		shown++
		long += l.along(o.MinSize())
		wide = max(wide, l.across(o.MinSize()))
	}
	long += l.gap * float32(max(shown-1, 0))
	if l.down {
		return fyne.NewSize(wide, long)
	}
	return fyne.NewSize(long, wide)
}

// whole rounds down to a whole point, so that what lies there stays sharp.
func whole(v float32) float32 { return float32(int(v)) }

// ceil rounds up to a whole point.
func ceil(v float32) float32 { return float32(math.Ceil(float64(v))) }

type atLeast struct{ width, height float32 }

func (a *atLeast) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		place(o, 0, 0, size.Width, size.Height)
	}
}

func (a *atLeast) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(a.width, a.height)
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}

// Gap is room of a fixed size.
func Gap(width, height float32) fyne.CanvasObject { return Sized(&fyne.Container{}, width, height) }

// ToolbarRule is the upright line between groups of a toolbar.
func ToolbarRule() fyne.CanvasObject {
	return Inset(NewPanel(PanelStyle{Fill: look.Hairline}, Gap(1, 20)), 6, 0, 6, 0)
}

// Stretch sets objects side by side, the first taking what is left over.
func Stretch(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &stretch{gap: gap}, Objects: objects}
}

type stretch struct{ gap float32 }

func (s *stretch) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return (&line{gap: s.gap}).MinSize(objects)
}

func (s *stretch) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	right := size.Width
	for i := len(objects) - 1; i >= 0; i-- {
		least := objects[i].MinSize()
		if i == 0 {
			place(objects[0], 0, whole((size.Height-least.Height)/2), right, least.Height)
			return
		}
		right -= least.Width
		place(objects[i], right, whole((size.Height-least.Height)/2), least.Width, least.Height)
		right -= s.gap
	}
}

// Tops sets objects side by side with their upper edges in line.
func Tops(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &tops{gap: gap}, Objects: objects}
}

type tops struct{ gap float32 }

func (t *tops) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return (&line{gap: t.gap}).MinSize(objects)
}

func (t *tops) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	x := float32(0)
	for _, o := range objects {
		least := o.MinSize()
		place(o, x, 0, least.Width, least.Height)
		x += least.Width + t.gap
	}
}

// Abreast sets objects side by side, each as wide as the next, with their upper edges in line.
func Abreast(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &abreast{gap: gap}, Objects: objects}
}

type abreast struct{ gap float32 }

func (a *abreast) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	n := float32(len(objects))
	return fyne.NewSize(size.Width*n+a.gap*(n-1), size.Height)
}

func (a *abreast) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	n := float32(len(objects))
	one := (size.Width - a.gap*(n-1)) / n
	for i, o := range objects {
		x := whole(float32(i) * (one + a.gap))
		place(o, x, 0, whole(float32(i)*(one+a.gap)+one)-x, o.MinSize().Height)
	}
}
