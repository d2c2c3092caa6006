package text

import (
	"sync"
	"testing"

	"pgregory.net/rapid"
)

func TestGoroutinesMeasureTogether(t *testing.T) {
	want := Regular.Measure("地图 Ж abc", 9)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 200 {
				if got := Regular.Measure("地图 Ж abc", 9); got != want {
					t.Errorf("measured %f, not %f", got, want)
				}
				Bold.Break("With a booking — 地图 — the wait is short", 9, 60)
				for _, g := range Italic.Glyphs("wait مرحبا नमस्ते", Natural) {
					g.Font.Outline(g.ID)
				}
			}
		})
	}
	group.Wait()
}

func TestGlyphsStandWhereMeasuringPutsThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(written, rapid.String()).Draw(t, "text")
		face := rapid.SampledFrom(Faces()).Draw(t, "face")
		width := 0.0
		for _, g := range face.Glyphs(s, Natural) {
			width += g.Advance
		}
		if d := width*7 - face.Measure(s, 7); d > 1e-6 || d < -1e-6 {
			t.Fatalf("glyphs are %f wide, measured %f", width*7, face.Measure(s, 7))
		}
	})
}
