package truetype

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
	"testing"

	"footpath/render/text"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func glyphsOf(words string) []Glyph {
	var out []Glyph
	for _, g := range text.Regular.Glyphs(words, text.Natural) {
		out = append(out, Glyph{Outline: g.Font.Outline(g.ID), Advance: g.Advance})
	}
	return out
}

// table finds a table of a file by its directory.
func table(t *testing.T, file []byte, tag string) []byte {
	t.Helper()
	for i := range int(binary.BigEndian.Uint16(file[4:])) {
		row := file[12+16*i:]
		if string(row[:4]) != tag {
			continue
		}
		offset, length := binary.BigEndian.Uint32(row[8:]), binary.BigEndian.Uint32(row[12:])
		data := file[offset : offset+length]
		if tag != "head" && sum(data) != binary.BigEndian.Uint32(row[4:]) {
			t.Errorf("the checksum of %s is wrong", tag)
		}
		return data
	}
	t.Fatalf("there is no table %s", tag)
	return nil
}

func TestAFileHoldsItsTablesWhole(t *testing.T) {
	glyphs := glyphsOf("Waiting, مرحبا नमस्ते 👩🏽\u200d🚀")
	file, around, err := Make(glyphs)
	if err != nil {
		t.Fatal(err)
	}
	if sum(file) != 0xB1B0AFBA {
		t.Errorf("the file's words add up to %X", sum(file))
	}
	maxp, loca, glyf, hmtx := table(t, file, "maxp"), table(t, file, "loca"), table(t, file, "glyf"), table(t, file, "hmtx")
	table(t, file, "head")
	table(t, file, "hhea")
	n := int(binary.BigEndian.Uint16(maxp[4:]))
	if n != len(glyphs)+1 || len(loca) != 2*(n+1) || len(hmtx) != 4*n {
		t.Fatalf("%d glyphs, %d bytes of places, %d of widths", n, len(loca), len(hmtx))
	}
	for i := range n {
		from, to := 2*int(binary.BigEndian.Uint16(loca[2*i:])), 2*int(binary.BigEndian.Uint16(loca[2*i+2:]))
		if from > to || to > len(glyf) {
			t.Fatalf("glyph %d lies from %d to %d of %d", i, from, to, len(glyf))
		}
		if drawn := i > 0 && len(glyphs[i-1].Outline) > 0; drawn != (to > from) {
			t.Errorf("glyph %d has %d bytes", i, to-from)
		}
		if i > 0 {
			if got, want := float64(binary.BigEndian.Uint16(hmtx[4*i:]))/em, glyphs[i-1].Advance; math.Abs(got-want) > 0.5/em {
				t.Errorf("glyph %d is %f wide, not %f", i, got, want)
			}
		}
	}
	if around.Left >= around.Right || around.Bottom >= around.Top || around.Top > 2 || around.Bottom < -1 {
		t.Errorf("the glyphs lie within %+v", around)
	}
}

func TestACubicIsLeftByLessThanAUnit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := func(name string) [2]float64 {
			return [2]float64{rapid.Float64Range(-1, 1).Draw(t, name+" x"), rapid.Float64Range(-1, 1).Draw(t, name+" y")}
		}
		p0, p1, p2, p3 := p("start"), p("first"), p("second"), p("end")
		points := quadratics(nil, p0, p1, p2, p3)
		from := onCurve(p0)
		pieces := float64(len(points)) / 2
		for i := 0; i < len(points); i += 2 {
			c, end := points[i], points[i+1]
			for _, u := range []float64{0.25, 0.5, 0.75} {
				v := 1 - u
				qx := v*v*float64(from.x) + 2*u*v*float64(c.x) + u*u*float64(end.x)
				qy := v*v*float64(from.y) + 2*u*v*float64(c.y) + u*u*float64(end.y)
				s := (float64(i/2) + u) / pieces
				r := 1 - s
				x := em * (r*r*r*p0[0] + 3*r*r*s*p1[0] + 3*r*s*s*p2[0] + s*s*s*p3[0])
				y := -em * (r*r*r*p0[1] + 3*r*r*s*p1[1] + 3*r*s*s*p2[1] + s*s*s*p3[1])
				if d := math.Hypot(x-qx, y-qy); d > 3 { // rounding of three points adds to the unit
					t.Fatalf("%d pieces: off by %f units", int(pieces), d)
				}
			}
			from = end
		}
		if last := points[len(points)-1]; last != onCurve(p3) {
			t.Fatalf("it ends at %v", last)
		}
	})
}

func TestNumbersThatAreNoneMakeAFileAllTheSame(t *testing.T) {
	nan, far := float32(math.NaN()), float32(math.Inf(1))
	file, _, err := Make([]Glyph{
		{Outline: []text.Segment{{Op: text.MoveTo, Points: [3][2]float32{{nan, far}}}, {Op: text.LineTo}, {Op: text.LineTo, Points: [3][2]float32{{1, 1}}}}, Advance: math.NaN()},
		{Outline: []text.Segment{{Op: text.LineTo}}},
		{Outline: []text.Segment{{Op: text.CubeTo, Points: [3][2]float32{{far, far}, {nan, nan}, {1, 0}}}}, Advance: -4},
	})
	if err != nil || sum(file) != 0xB1B0AFBA {
		t.Fatalf("%v, %X", err, sum(file))
	}
}

func TestMoreGlyphsThanAFileNumbersAreRefused(t *testing.T) {
	if _, _, err := Make(make([]Glyph, most)); !errors.Is(err, ErrTooMany) {
		t.Fatalf("got %v", err)
	}
}

// read takes a glyph apart as readers of fonts do (OpenType 1.9, glyf table).
func read(data []byte) (out [][]point) {
	ends := make([]int, binary.BigEndian.Uint16(data))
	data = data[10:]
	for i := range ends {
		ends[i] = int(binary.BigEndian.Uint16(data[2*i:])) + 1
	}
	data = data[2*len(ends)+2:] // no instructions
	n := ends[len(ends)-1]
	flags := make([]byte, 0, n)
	for len(flags) < n {
		flag := data[0]
		data = data[1:]
		flags = append(flags, flag)
		if flag&repeated != 0 {
			for range data[0] {
				flags = append(flags, flag)
			}
			data = data[1:]
		}
	}
	steps := func(short, same byte) []int16 {
		var v []int16
		at := int16(0)
		for _, flag := range flags {
			switch {
			case flag&short != 0 && flag&same != 0:
				at, data = at+int16(data[0]), data[1:]
			case flag&short != 0:
				at, data = at-int16(data[0]), data[1:]
			case flag&same == 0:
				at, data = at+int16(binary.BigEndian.Uint16(data)), data[2:]
			}
			v = append(v, at)
		}
		return v
	}
	xs := steps(xShort, xSame)
	ys := steps(yShort, ySame)
	from := 0
	for _, end := range ends {
		var c []point
		for i := from; i < end; i++ {
			c = append(c, point{xs[i], ys[i], flags[i]&onTheCurve != 0})
		}
		out = append(out, c)
		from = end
	}
	return out
}

func TestAGlyphIsReadAsItWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		near := rapid.OneOf(rapid.Just(int16(0)), rapid.Int16Range(-300, 300), rapid.Int16Range(-16000, 16000))
		dot := rapid.Custom(func(t *rapid.T) point {
			return point{near.Draw(t, "x"), near.Draw(t, "y"), rapid.Bool().Draw(t, "on")}
		})
		alike := rapid.Custom(func(t *rapid.T) []point {
			out := make([]point, rapid.IntRange(3, 600).Draw(t, "length"))
			for i := range out {
				out[i] = point{int16(i), 5, true}
			}
			return out
		})
		want := rapid.SliceOfN(rapid.OneOf(rapid.SliceOfN(dot, 3, 40), alike), 1, 4).Draw(t, "contours")
		var data bytes.Buffer
		write(&data, want)
		if diff := cmp.Diff(want, read(data.Bytes()), cmp.AllowUnexported(point{})); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestPointsThatReadersPutInThemselvesAreLeftOut(t *testing.T) {
	written := 0
	for _, g := range glyphsOf("aeoB8&") {
		for _, c := range contoursOf(g.Outline) {
			for i := 1; i < len(c); i++ {
				before, p, after := c[i-1], c[i], c[(i+1)%len(c)]
				if p.on && !before.on && !after.on && halfWay(p.x, before.x, after.x) && halfWay(p.y, before.y, after.y) {
					t.Errorf("%v lies half-way between %v and %v", p, before, after)
				}
				written++
			}
		}
	}
	if written < 100 {
		t.Errorf("%d points", written)
	}
}
