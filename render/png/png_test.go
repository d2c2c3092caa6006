package png

import (
	"bytes"
	"errors"
	"flag"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"os"
	"sync"
	"testing"

	"footpath/render/painttest"
	"footpath/render/scene"
	"footpath/render/text"

	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write the pictures that tests are held against anew")

func page(t testing.TB, s *scene.Scene, scale float64) *image.RGBA {
	t.Helper()
	img, err := Page(s.Pages[0], s.Background, scale)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// TestPagesAndTheirElementsLookAsTheyDid holds scenes against pictures that people
// have looked at. Rasterisers may round otherwise elsewhere, so a little may
// differ.
func TestPagesAndTheirElementsLookAsTheyDid(t *testing.T) {
	for name, scale := range map[string]float64{"sample": 2, "grid": 0.6, "screen": 0.5} {
		s := painttest.Sample()
		switch name {
		case "grid":
			s = painttest.Grid(3, 1)
		case "screen":
			s = painttest.Screen(3, 1)
		}
		t.Run(name, func(t *testing.T) { looks(t, "testdata/"+name+".png", page(t, s, scale)) })
	}
}

// looks holds a picture against the one kept in a file.
func looks(t *testing.T, file string, got *image.RGBA) {
	t.Helper()
	if *update {
		var out bytes.Buffer
		if err := png.Encode(&out, got); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	want := image.NewRGBA(kept.Bounds())
	draw.Draw(want, want.Rect, kept, kept.Bounds().Min, draw.Src)
	if want.Rect != got.Rect {
		t.Fatalf("it is %v, was %v", got.Rect, want.Rect)
	}
	off := 0
	for i, v := range got.Pix {
		if d := int(v) - int(want.Pix[i]); d > 24 || d < -24 {
			off++
		}
	}
	if off > len(got.Pix)/2000 {
		t.Errorf("%d of %d values differ: see what changed, then run the test with -update", off, len(got.Pix))
	}
}

func TestUprightEdgesAreCrisp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := scene.Point{X: rapid.Float64Range(1, 20).Draw(t, "x"), Y: rapid.Float64Range(1, 20).Draw(t, "y")}
		scale := rapid.SampledFrom([]float64{0.4, 1, 1.25, 2.5}).Draw(t, "scale")
		width := rapid.SampledFrom([]float64{0.35, 0.5, 1, 1.6}).Draw(t, "width")
		line := func(to scene.Point) *scene.Path {
			return &scene.Path{Segments: scene.Polyline(false, at, to), Stroke: scene.Stroke{Color: scene.Hex(0), Width: width}}
		}
		s := painttest.One(
			60, 60,
			&scene.Box{Rect: scene.Rect{X: at.X + 3, Y: at.Y + 3, W: 20.3, H: 11.7}, Fill: scene.Hex(0)},
			&scene.Box{Rect: scene.Rect{X: at.X + 3, Y: at.Y + 20, W: 20.3, H: 11.7}, Stroke: scene.Stroke{Color: scene.Hex(0), Width: width}},
			line(scene.Point{X: at.X, Y: at.Y + 30}),
		)
		img, err := Page(s.Pages[0], s.Background, scale)
		if err != nil {
			t.Fatal(err)
		}
		grey := 0
		for i := 0; i < len(img.Pix); i += 4 {
			if v := img.Pix[i]; v != 0 && v != 255 {
				grey++
			}
		}
		// The ends of the line may fall within a pixel.
		if ends := 2 * int(math.Ceil(width*scale)+1); grey > ends {
			t.Fatalf("%d pixels are neither black nor white", grey)
		}
	})
}

func TestAGroupIsThePartOfItsPage(t *testing.T) {
	card := screenCard()
	on := &scene.Page{Size: scene.Point{X: card.Size.X + 40, Y: card.Size.Y + 40}, Back: []scene.Placed{{Group: card, At: scene.Point{X: 7, Y: 9}}}}
	whole, err := Page(on, scene.Hex(0xFFFFFF), 1)
	if err != nil {
		t.Fatal(err)
	}
	img := NewPainter().Group(card, 1, 2)
	if corner := img.RGBAAt(0, 0); corner != (color.RGBA{}) {
		t.Fatalf("the margin is not clear: %v", corner)
	}
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			if a, b := img.RGBAAt(x, y), whole.RGBAAt(x+7-2, y+9-2); a != b && a.A == 255 {
				t.Fatalf("at %d, %d it is %v, on its page %v", x, y, a, b)
			}
		}
	}
}

func TestAPainterThatHasPaintedPaintsTheSame(t *testing.T) {
	s := painttest.Screen(3, 2)
	used := NewPainter()
	for range 2 {
		for g := range s.Pages[0].All() {
			for _, scale := range []float64{0.7, 1} {
				if !bytes.Equal(used.Group(g.Group, scale, 1).Pix, NewPainter().Group(g.Group, scale, 1).Pix) {
					t.Fatalf("a group of role %d", g.Group.Role)
				}
			}
		}
	}
}

func TestPaintersPaintSideBySide(t *testing.T) {
	s := painttest.Sample()
	want := page(t, s, 1.5).Pix
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for range 5 {
				img, err := Page(s.Pages[0], s.Background, 1.5)
				if err != nil || !bytes.Equal(img.Pix, want) {
					t.Errorf("another picture: %v", err)
				}
			}
		})
	}
	group.Wait()
}

func TestAPictureTooLargeIsRefused(t *testing.T) {
	s := painttest.One(20000, 20000)
	for _, scale := range []float64{1, 1e9, math.Inf(1), math.NaN()} {
		if _, err := Page(s.Pages[0], s.Background, scale); !errors.Is(err, ErrTooLarge) {
			t.Errorf("%f pixels a point: %v", scale, err)
		}
	}
}

func TestDashesAreDrawnAndGapsAreNot(t *testing.T) {
	s := painttest.One(100, 20, &scene.Path{
		Segments: scene.Polyline(false, scene.Point{X: 10, Y: 10}, scene.Point{X: 90, Y: 10}),
		Stroke:   scene.Stroke{Color: scene.Hex(0), Width: 2, Dash: []float64{10, 6}},
	})
	img := page(t, s, 1)
	for x := range 100 {
		black := x >= 10 && x < 90 && (x-10)%16 < 10
		if got := img.RGBAAt(x, 10).R == 0; got != black {
			t.Errorf("at %d: drawn %t", x, got)
		}
	}
}

func TestNumbersThatAreNoneDrawNothingAndEnd(t *testing.T) {
	odd := []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e300, -1e300, 0, 1}
	rapid.Check(t, func(t *rapid.T) {
		number := func() float64 { return rapid.SampledFrom(odd).Draw(t, "number") }
		point := func() scene.Point { return scene.Point{X: number(), Y: number()} }
		stroke := scene.Stroke{Color: scene.Hex(0), Width: number(), Dash: []float64{number(), number()}, Round: rapid.Bool().Draw(t, "round")}
		s := painttest.One(
			40, 40,
			&scene.Box{Rect: scene.Rect{X: number(), Y: number(), W: number(), H: number()}, Radius: number(), Fill: scene.Hex(0), Stroke: stroke},
			&scene.Path{Segments: []scene.Segment{{Op: scene.Move, A: point()}, {Op: scene.Line, A: point()}, {Op: scene.Curve, A: point(), B: point(), C: point()}, {Op: scene.Close}}, Fill: scene.Hex(0), Stroke: stroke},
			&scene.Path{Segments: []scene.Segment{{Op: scene.Line, A: point()}, {Op: scene.Close}}, Fill: scene.Hex(0), Stroke: stroke},
			painttest.Run("word", number(), number(), number(), text.Regular),
		)
		if _, err := Page(s.Pages[0], s.Background, 1); err != nil {
			t.Fatal(err)
		}
	})
}

func FuzzWords(f *testing.F) {
	for _, words := range painttest.OddWords() {
		f.Add(words)
	}
	f.Fuzz(func(t *testing.T, line string) {
		s := painttest.Lines(line)
		if _, err := Page(s.Pages[0], s.Background, 1); err != nil && !errors.Is(err, ErrTooLarge) {
			t.Fatal(err)
		}
	})
}
