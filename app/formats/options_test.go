package formats_test

import (
	"bytes"
	"errors"
	"image/png"
	"math"
	"testing"

	"footpath/app/formats"
	"footpath/mapmodel"
	"footpath/storage/journey"
)

func named(t *testing.T, name string) formats.Format {
	t.Helper()
	f, known := formats.Named(name)
	if !known {
		t.Fatalf("there is no format %s", name)
	}
	return f
}

func TestOptionsThatContradictAreRefused(t *testing.T) {
	for _, c := range []struct {
		format string
		o      formats.Options
		right  bool
	}{
		{formats.PNG, formats.Options{}, true},
		{formats.PDF, formats.Options{}, true},
		{formats.PNG, formats.Options{Scale: 2}, true},
		{formats.PNG, formats.Options{DPI: 300}, true},
		{formats.PNG, formats.Options{Scale: 1, DPI: 96}, false},
		{formats.PNG, formats.Options{Scale: 26}, false},
		{formats.PNG, formats.Options{Scale: -1}, false},
		{formats.PNG, formats.Options{DPI: 9}, false},
		{formats.PNG, formats.Options{DPI: math.NaN()}, false},
		{formats.SVG, formats.Options{DPI: 300}, false},
		{formats.YAML, formats.Options{Scale: 1}, false},
		{formats.SVG, formats.Options{Page: 3}, true},
		{formats.PNG, formats.Options{Page: -1}, false},
		{formats.PDF, formats.Options{Page: 1}, false},
		{formats.YAML, formats.Options{Page: 1}, false},
	} {
		err := c.o.Check(named(t, c.format))
		if (err == nil) != c.right || err != nil && !errors.Is(err, formats.ErrOptions) {
			t.Errorf("%s with %+v: %v", c.format, c.o, err)
		}
	}
}

func TestAPictureIsAsLargeAsItsOptionsSay(t *testing.T) {
	m, mistakes := journey.Read([]byte(oddMaps()["signs of markup"]), mapmodel.NewSeededSource(1))
	if len(mistakes) > 0 {
		t.Fatal(mistakes)
	}
	width := func(o formats.Options) float64 {
		o.Paper = "150x106mm" // a small map on a small sheet shows it as well, and is painted sooner
		var out bytes.Buffer
		if _, err := named(t, formats.PNG).Write(&out, m, o); err != nil {
			t.Fatal(err)
		}
		head, err := png.DecodeConfig(&out)
		if err != nil {
			t.Fatal(err)
		}
		return float64(head.Width)
	}
	usual := width(formats.Options{}) / 144
	for dpi, o := range map[float64]formats.Options{48: {Scale: 0.5}, 96: {Scale: 1}, 192: {Scale: 2}, 10: {DPI: 10}, 150: {DPI: 150}} {
		if got := width(o); math.Abs(got-usual*dpi) > 2 {
			t.Errorf("%+v makes %g pixels, not %g", o, got, usual*dpi)
		}
	}
}
