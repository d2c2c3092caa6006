package qrcode_test

import (
	"image"
	"image/color"
	"strings"
	"testing"

	"footpath/render/qrcode"

	"github.com/makiuchi-d/gozxing"
	reader "github.com/makiuchi-d/gozxing/qrcode"
	"pgregory.net/rapid"
)

// read has another library look at a code as a camera would, with its quiet zone.
func read(t rapid.TB, modules [][]bool) string {
	t.Helper()
	const scale = 4
	side := (len(modules) + 2*qrcode.Quiet) * scale
	img := image.NewGray(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			row, column := y/scale-qrcode.Quiet, x/scale-qrcode.Quiet
			if row < 0 || column < 0 || row >= len(modules) || column >= len(modules) || !modules[row][column] {
				img.SetGray(x, y, color.Gray{Y: 255})
			}
		}
	}
	bitmap, err := gozxing.NewBinaryBitmapFromImage(img)
	if err != nil {
		t.Fatal(err)
	}
	result, err := reader.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true})
	if err != nil {
		t.Fatal(err)
	}
	if level := result.GetResultMetadata()[gozxing.ResultMetadataType_ERROR_CORRECTION_LEVEL]; level != "M" {
		t.Fatalf("the level is %v", level)
	}
	return result.GetText()
}

func TestAnotherReaderReadsTheSameAddress(t *testing.T) {
	for _, address := range []string{
		"https://example.org", "HTTPS://EXAMPLE.ORG/", "http://127.0.0.1:8787/j/4f1c", "https://example.org/a?b=c&d=%20e#f",
		"https://example.org/" + strings.Repeat("long/", 120), "https://example.org/größe/道",
	} {
		modules, err := qrcode.Of(address)
		if err != nil {
			t.Fatal(err)
		}
		if got := read(t, modules); got != address {
			t.Errorf("%q is read as %q", address, got)
		}
	}
}

func TestWhateverAnAddressHoldsIsReadAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		address := "https://example.org/" + rapid.StringMatching(`[a-zA-Z0-9/?&=%._~-]{0,300}`).Draw(t, "path")
		modules, err := qrcode.Of(address)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range modules {
			if len(row) != len(modules) {
				t.Fatal("the code is not square")
			}
		}
		if got := read(t, modules); got != address {
			t.Fatalf("%q is read as %q", address, got)
		}
	})
}

func TestWhatNoCodeHoldsIsAnError(t *testing.T) {
	for _, text := range []string{"", strings.Repeat("ä", 2000), strings.Repeat("x", 5000)} {
		if modules, err := qrcode.Of(text); err == nil {
			t.Errorf("%d bytes make a code of %d modules", len(text), len(modules))
		}
	}
}
