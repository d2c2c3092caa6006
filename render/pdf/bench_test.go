package pdf

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"
	"time"

	"footpath/mapmodel/mapgen"
	"footpath/render/painttest"
	"footpath/render/scene"
	"footpath/render/text"

	"github.com/jung-kurt/gofpdf"
)

// BenchmarkPDF holds a scene's way to a PDF against gofpdf alone, which is given
// the finished content stream and the characters of each face: it still adds the
// fonts, cuts them down, packs the stream and writes the objects.
func BenchmarkPDF(b *testing.B) {
	for _, size := range []struct{ stages, cards int }{{6, 3}, {20, 10}, {50, 20}, {100, 40}} {
		s := painttest.Grid(size.stages, size.cards)
		name := fmt.Sprint(size.stages * 5 * size.cards)
		b.Run("footpath/"+name, func(b *testing.B) {
			for b.Loop() {
				if err := Paint(io.Discard, s); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run("raw/"+name, func(b *testing.B) {
			g := given(b, s)
			b.ResetTimer()
			for b.Loop() {
				g.write(b)
			}
		})
		b.Run("ratio/"+name, func(b *testing.B) {
			g := given(b, s)
			ratio := inTurns(b, func() {
				if err := Paint(io.Discard, s); err != nil {
					b.Fatal(err)
				}
			}, func() { g.write(b) })
			b.ReportMetric(ratio, "x-raw")
		})
	}
}

// inTurns runs two rivals in turns and gives the first one's best time of the
// processors in times of the other's: what else the machine does meanwhile counts
// for neither.
func inTurns(b *testing.B, ours, theirs func()) float64 {
	b.Helper()
	const rounds = 5
	best := [2]time.Duration{math.MaxInt64, math.MaxInt64}
	for b.Loop() {
		for range rounds {
			for i, run := range []func(){ours, theirs} {
				begun := spent()
				run()
				best[i] = min(best[i], spent()-begun)
			}
		}
	}
	return float64(best[0]) / float64(best[1])
}

// BenchmarkPoster holds a poster of 5,000 cards over forty sheets against the
// same map on one page as large as it needs: from the scene to the file, and,
// as "whole", from the map.
func BenchmarkPoster(b *testing.B) {
	m := mapgen.Grid(50, 5, 20, 1)
	page := scene.A3()
	page.Fit = scene.FitContent
	sheets := scene.Sheet{Width: 1640, Height: 1240, Fit: scene.FitTiles}
	lay := func(sheet scene.Sheet) *scene.Scene {
		return scene.Layout(m, scene.Print(), func(key string) string { return key }, sheet)
	}
	paint := func(b *testing.B, s *scene.Scene) (size int) {
		var out counter
		if err := Paint(&out, s); err != nil {
			b.Fatal(err)
		}
		return int(out)
	}
	b.Run("sheets", func(b *testing.B) {
		s := lay(sheets)
		for b.Loop() {
			paint(b, s)
		}
		b.ReportMetric(float64(len(s.Pages)), "sheets")
	})
	b.Run("page", func(b *testing.B) {
		s := lay(page)
		for b.Loop() {
			paint(b, s)
		}
	})
	b.Run("ratio", func(b *testing.B) {
		one, other := lay(sheets), lay(page)
		ours, theirs := 0, 0
		ratio := inTurns(b, func() { ours = paint(b, one) }, func() { theirs = paint(b, other) })
		b.ReportMetric(ratio, "x-time")
		b.ReportMetric(float64(ours)/float64(theirs), "x-bytes")
	})
	b.Run("ratio/whole", func(b *testing.B) {
		b.ReportMetric(inTurns(b, func() { paint(b, lay(sheets)) }, func() { paint(b, lay(page)) }), "x-time")
	})
}

// counter is a writer that counts.
type counter int

func (c *counter) Write(data []byte) (int, error) {
	*c += counter(len(data))
	return len(data), nil
}

// givenPages is what the rival is given: the pages' content, and the characters
// of each style of the font, with the style's name in the content.
type givenPages struct {
	pages  [][]byte
	sizes  []scene.Point
	styles []givenStyle
}

type givenStyle struct {
	style, runes string
	file         []byte
}

func given(b testing.TB, s *scene.Scene) *givenPages {
	b.Helper()
	d := &document{Fpdf: start(), strengths: map[uint8]int{}}
	g := &givenPages{}
	for _, page := range s.Pages {
		var content bytes.Buffer
		p := d.painter(&content, page.Size.Y)
		page.Draw(p)
		p.flush()
		g.pages, g.sizes = append(g.pages, content.Bytes()), append(g.sizes, page.Size)
	}
	for _, face := range text.Faces() {
		for _, t := range d.typefaces {
			if t.font != face.Font() {
				continue
			}
			var says strings.Builder
			for _, sign := range t.list {
				says.WriteString(sign.says)
			}
			g.styles = append(g.styles, givenStyle{[]string{"", "B", "I"}[face], says.String(), face.File()})
		}
	}
	return g
}

func (g *givenPages) write(b testing.TB) (size int) {
	b.Helper()
	f := gofpdf.NewCustom(&gofpdf.InitType{OrientationStr: "P", UnitStr: "pt", Size: gofpdf.SizeType{Wd: 595, Ht: 842}})
	f.SetAutoPageBreak(false, 0)
	for _, s := range g.styles {
		f.AddUTF8FontFromBytes("noto", s.style, bytes.Clone(s.file))
	}
	for i, page := range g.pages {
		f.AddPageFormat("P", gofpdf.SizeType{Wd: g.sizes[i].X, Ht: g.sizes[i].Y})
		if i == 0 {
			for _, s := range g.styles {
				f.SetFont("noto", s.style, 1)
				f.Text(-1000, -1000, s.runes)
			}
		}
		f.RawWriteBuf(bytes.NewReader(page))
	}
	var out counter
	if err := f.Output(&out); err != nil {
		b.Fatal(err)
	}
	return int(out)
}
