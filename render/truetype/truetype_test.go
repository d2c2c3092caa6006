package truetype

import (
	"encoding/binary"
	"errors"
	"math"
	"testing"

	"footpath/render/text"

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
	if n != len(glyphs)+1 || len(loca) != 4*(n+1) || len(hmtx) != 4*n {
		t.Fatalf("%d glyphs, %d bytes of places, %d of widths", n, len(loca), len(hmtx))
	}
	for i := range n {
		from, to := binary.BigEndian.Uint32(loca[4*i:]), binary.BigEndian.Uint32(loca[4*i+4:])
		if from > to || int(to) > len(glyf) {
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
