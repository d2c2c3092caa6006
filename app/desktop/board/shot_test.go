package board_test

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"footpath/app/desktop/play"
)

// golden compares a picture with the one kept in testdata; what differs is
// written beside it as *.got.png. A few pixels may differ by a little.
func golden(t *testing.T, name string, got image.Image) {
	t.Helper()
	path := filepath.Join("testdata", name+".png")
	if os.Getenv("FOOTPATH_GOLDEN") == "write" {
		save(t, path, got)
		return
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	if off := differ(got, want); off > 0.001 {
		save(t, filepath.Join("testdata", name+".got.png"), got)
		t.Errorf("%s: %.2f %% of the pixels differ; see testdata/%s.got.png", name, 100*off, name)
	}
}

func save(t *testing.T, path string, img image.Image) {
	t.Helper()
	f, err := os.Create(path)
	if err == nil {
		err = png.Encode(f, img)
	}
	if err == nil {
		err = f.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
}

// differ is the part of the pixels that differ visibly.
func differ(a, b image.Image) float64 {
	if a.Bounds().Size() != b.Bounds().Size() {
		return 1
	}
	n, size := 0, a.Bounds().Size()
	for y := range size.Y {
		for x := range size.X {
			r0, g0, b0, _ := a.At(x, y).RGBA()
			r1, g1, b1, _ := b.At(x, y).RGBA()
			if far(r0, r1) || far(g0, g1) || far(b0, b1) {
				n++
			}
		}
	}
	return float64(n) / float64(size.X*size.Y)
}

func far(a, b uint32) bool { return max(a, b)-min(a, b) > 0x1000 }

func TestASelectedAndATypedCardLookAsTheyShould(t *testing.T) {
	w := play.Headless(t, small())
	w.Cell("Notice", "tasks").Type("Open the renewal notice").Press(play.Enter).Type("Ask a relative what it says").Press(play.Escape)
	w.Cell("Notice", "curve").Press('2')
	w.Cell("Visit", "curve").Press('5')
	w.Card("Notice", "tasks", 1)
	golden(t, "selected", w.Canvas.Capture())
	w.Cell("Choose a slot", "tasks").Type("Compare free slots").Press(play.Shift, play.Home)
	golden(t, "typing", w.Canvas.Capture())
}
