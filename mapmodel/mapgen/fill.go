package mapgen

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strconv"
	"time"

	"footpath/mapmodel"

	"pgregory.net/rapid"
)

// fill gives each field of a record a value at random, or leaves it empty.
// What says where the record stands was settled before.
func (g *generator) fill(r mapmodel.Record) {
	if p, ok := r.(*mapmodel.Picture); ok {
		g.picture(p)
		return
	}
	if g.standard(r) {
		return
	}
	table := mapmodel.Fields(r.Kind())
	// A card says few of the many things it could say.
	often := 2
	if len(table) > 12 {
		often = 6
	}
	for i := range table {
		f := &table[i]
		if f.Place || f.Type == mapmodel.Order || !f.IsZero(r) {
			continue
		}
		if f.Name == "id" {
			g.key(r)
			continue
		}
		if f.Name == "text" || rapid.IntRange(0, often).Draw(g.t, "says "+f.Name) == 0 {
			g.value(f, r)
		}
	}
}

// key gives some records a key: most are slugs, some are not.
func (g *generator) key(r mapmodel.Record) {
	how := rapid.IntRange(0, 9).Draw(g.t, "key")
	if how > 2 {
		return
	}
	g.keys++
	r.Base().Key = r.Kind().String() + "-" + strconv.Itoa(g.keys)
	if how == 0 {
		r.Base().Key = mapmodel.CleanName(Line().Draw(g.t, "odd key")) + strconv.Itoa(g.keys)
	}
}

func (g *generator) value(f *mapmodel.Field, r mapmodel.Record) {
	t := g.t
	switch p := f.Pointer(r).(type) {
	case *string:
		*p = g.text(f)
	case *bool:
		*p = true
	case *mapmodel.Number:
		*p = mapmodel.N(rapid.IntRange(f.Min, f.Max).Draw(t, f.Name))
	case *[]string:
		*p = rapid.SliceOfN(Line(), 1, 3).Draw(t, f.Name)
	case *mapmodel.ID:
		if ids := g.targets(f); len(ids) > 0 {
			*p = rapid.SampledFrom(ids).Draw(t, f.Name)
		}
	case *[]mapmodel.ID:
		if ids := g.targets(f); len(ids) > 0 {
			*p = rapid.SliceOfNDistinct(rapid.SampledFrom(ids), 1, min(3, len(ids)), rapid.ID[mapmodel.ID]).Draw(t, f.Name)
		}
	case *[]int:
		n := rapid.IntRange(1, 5).Draw(t, f.Name)
		if s, ok := r.(*mapmodel.Survey); ok {
			low, high := s.SurveyKind.Scale()
			n = high - low + 1
		}
		if n > 0 {
			*p = rapid.SliceOfN(rapid.IntRange(f.Min, f.Max), n, n).Draw(t, f.Name)
		}
	case *[]mapmodel.Conflict:
		*p = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) mapmodel.Conflict {
			return mapmodel.Conflict{Field: rapid.SampledFrom(names(r.Kind())).Draw(t, "field"), Text: Text().Draw(t, "text")}
		}), 1, 2).Draw(t, f.Name)
	default:
		t.Fatalf("mapgen cannot fill %s of a %s, a %T", f.Name, r.Kind(), p)
	}
}

func (g *generator) text(f *mapmodel.Field) string {
	switch f.Type {
	case mapmodel.Name:
		return Line().Draw(g.t, f.Name)
	case mapmodel.Date:
		day := rapid.IntRange(0, 80_000).Draw(g.t, f.Name)
		return time.Date(1900, 1, 1+day, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
	case mapmodel.Enum:
		return rapid.SampledFrom(f.Words).Draw(g.t, f.Name)
	default:
		return Text().Draw(g.t, f.Name)
	}
}

// targets lists what a link may point to.
func (g *generator) targets(f *mapmodel.Field) []mapmodel.ID {
	var ids []mapmodel.ID
	for _, kind := range f.Refers {
		for _, r := range g.byKind[kind] {
			ids = append(ids, r.Base().ID)
		}
	}
	return ids
}

// picture draws a tiny image in one of the encodings a map may hold.
func (g *generator) picture(p *mapmodel.Picture) {
	g.key(p)
	img := image.NewRGBA(image.Rect(0, 0, rapid.IntRange(1, 3).Draw(g.t, "width"), rapid.IntRange(1, 3).Draw(g.t, "height")))
	img.Set(0, 0, color.RGBA{R: rapid.Byte().Draw(g.t, "red"), A: 255})
	var out bytes.Buffer
	var err error
	if p.Media = rapid.SampledFrom(mapmodel.FieldNamed(mapmodel.KindPicture, "media").Words).Draw(g.t, "media"); p.Media == "image/jpeg" {
		err = jpeg.Encode(&out, img, nil)
	} else {
		err = png.Encode(&out, img)
	}
	if err != nil {
		panic(fmt.Sprintf("a tiny picture cannot be encoded: %v", err)) // into memory: never
	}
	p.Data = out.String()
}

func names(kind mapmodel.Kind) []string {
	var out []string
	for _, f := range mapmodel.Fields(kind) {
		if !f.Place {
			out = append(out, f.Name)
		}
	}
	return out
}
