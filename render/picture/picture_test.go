package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"

	"footpath/mapmodel"
)

var (
	red  = color.RGBA{R: 255, A: 255}
	blue = color.RGBA{B: 255, A: 255}
)

// halves is a picture whose left half is red and whose right half is blue.
func halves(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.Set(x, y, red)
			if x >= w/2 {
				img.Set(x, y, blue)
			}
		}
	}
	return img
}

func written(t testing.TB, img image.Image, as string) []byte {
	t.Helper()
	var out bytes.Buffer
	var err error
	switch as {
	case "png":
		err = png.Encode(&out, img)
	case "jpeg":
		err = jpeg.Encode(&out, img, &jpeg.Options{Quality: 95})
	case "gif":
		err = gif.Encode(&out, img, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// near tells whether two colours look alike.
func near(a, b color.Color) bool {
	x, y := color.RGBAModel.Convert(a).(color.RGBA), color.RGBAModel.Convert(b).(color.RGBA)
	d := func(p, q uint8) int { return max(int(p)-int(q), int(q)-int(p)) }
	return d(x.R, y.R) < 40 && d(x.G, y.G) < 40 && d(x.B, y.B) < 40 && d(x.A, y.A) < 10
}

func TestAPictureIsMadeSmallEnoughAndKeepsItsShape(t *testing.T) {
	for _, as := range []string{"png", "jpeg", "gif"} {
		media, data, err := Take(written(t, halves(1600, 800), as))
		if err != nil {
			t.Fatal(err)
		}
		want := PNG
		if as == "jpeg" {
			want = JPEG
		}
		img, err := Decode(data)
		if err != nil || media != want {
			t.Fatalf("%s: %s, %v", as, media, err)
		}
		if b := img.Bounds(); b.Dx() != mapmodel.MaxPictureSide || b.Dy() != mapmodel.MaxPictureSide/2 {
			t.Errorf("%s: it is %v", as, b)
		}
		if !near(img.At(100, 100), red) || !near(img.At(900, 100), blue) {
			t.Errorf("%s: it shows %v and %v", as, img.At(100, 100), img.At(900, 100))
		}
	}
}

func TestASmallPictureKeepsEveryPixel(t *testing.T) {
	img := halves(40, 30)
	_, data, err := Take(written(t, img, "png"))
	if err != nil {
		t.Fatal(err)
	}
	out, err := Decode(data)
	if err != nil || out.Bounds() != img.Bounds() || !near(out.At(3, 3), red) {
		t.Errorf("%v %v", out.Bounds(), err)
	}
}

func TestWhatIsSeenThroughStaysSo(t *testing.T) {
	img := halves(1200, 1200)
	for y := range 600 {
		for x := range 1200 {
			img.SetRGBA(x, y, color.RGBA{})
		}
	}
	media, data, err := Take(written(t, img, "png"))
	if err != nil || media != PNG {
		t.Fatal(media, err)
	}
	out, _ := Decode(data)
	if _, _, _, a := out.At(500, 100).RGBA(); a != 0 {
		t.Error("what was clear is filled")
	}
}

// exif puts an orientation into a JPEG.
func exif(jpeg []byte, orientation uint16, order binary.AppendByteOrder) []byte {
	tiff := []byte("II")
	if order == binary.AppendByteOrder(binary.BigEndian) {
		tiff = []byte("MM")
	}
	tiff = order.AppendUint16(tiff, 42)
	tiff = order.AppendUint32(tiff, 8)
	tiff = order.AppendUint16(tiff, 1)
	tiff = order.AppendUint16(tiff, 0x0112)
	tiff = order.AppendUint16(tiff, 3)
	tiff = order.AppendUint32(tiff, 1)
	tiff = order.AppendUint16(tiff, orientation)
	tiff = append(tiff, 0, 0, 0, 0, 0, 0)
	body := append([]byte("Exif\x00\x00"), tiff...)
	segment := binary.BigEndian.AppendUint16([]byte{0xFF, 0xE1}, uint16(len(body)+2))
	return append(append(append([]byte{}, jpeg[:2]...), append(segment, body...)...), jpeg[2:]...)
}

func TestAPhotographStandsUprightAndTellsNothingButItsPixels(t *testing.T) {
	file := written(t, halves(64, 32), "jpeg")
	for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
		for orientation, redAt := range map[uint16]image.Point{
			1: {4, 16}, 2: {60, 16}, 3: {60, 16}, 4: {4, 16}, 5: {16, 4}, 6: {16, 4}, 7: {16, 60}, 8: {16, 60},
		} {
			_, data, err := Take(exif(file, orientation, order))
			if err != nil {
				t.Fatal(err)
			}
			img, err := Decode(data)
			if err != nil {
				t.Fatal(err)
			}
			wide := img.Bounds().Dx() > img.Bounds().Dy()
			if wide != (orientation < 5) || !near(img.At(redAt.X, redAt.Y), red) {
				t.Errorf("orientation %d: %v, red is not at %v", orientation, img.Bounds(), redAt)
			}
			if bytes.Contains(data, []byte("Exif")) {
				t.Errorf("orientation %d: the metadata stays", orientation)
			}
		}
	}
}

func TestWhatIsNoPictureOrTooLargeIsRefused(t *testing.T) {
	if _, _, err := Take([]byte("not a picture")); !errors.Is(err, ErrNotRead) {
		t.Errorf("words give %v", err)
	}
	whole := written(t, halves(200, 200), "png")
	if _, _, err := Take(whole[:len(whole)/2]); !errors.Is(err, ErrNotRead) {
		t.Errorf("half a file gives %v", err)
	}
	bomb := bytes.Clone(written(t, halves(2, 2), "png"))
	binary.BigEndian.PutUint32(bomb[16:], 60_000)
	binary.BigEndian.PutUint32(bomb[20:], 60_000)
	if _, _, err := Take(bomb); !errors.Is(err, ErrTooLarge) && !errors.Is(err, ErrNotRead) {
		t.Errorf("a small file of a huge picture gives %v", err)
	}
	if _, _, err := Take(make([]byte, MaxFile+1)); !errors.Is(err, ErrTooLarge) {
		t.Errorf("a huge file gives %v", err)
	}
}

func TestEachPixelIsTheMeanOfWhatItCovers(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 3, 1))
	for x, v := range []uint8{0, 90, 240} {
		img.SetRGBA(x, 0, color.RGBA{v, v, v, 255})
	}
	// Two pixels of three: each covers one and a half.
	out := Scale(img, 2, 1)
	for x, want := range []uint8{30, 190} {
		if got := out.RGBAAt(x, 0).R; got != want {
			t.Errorf("pixel %d is %d, want %d", x, got, want)
		}
	}
}

func FuzzTake(f *testing.F) {
	f.Add([]byte{})
	for _, as := range []string{"png", "jpeg", "gif"} {
		f.Add(written(f, halves(9, 5), as))
	}
	f.Add(exif(written(f, halves(9, 5), "jpeg"), 6, binary.LittleEndian))
	f.Fuzz(func(t *testing.T, file []byte) {
		media, data, err := Take(file)
		if err != nil {
			if !errors.Is(err, ErrNotRead) && !errors.Is(err, ErrTooLarge) {
				t.Fatalf("an error of another kind: %v", err)
			}
			return
		}
		img, err := Decode(data)
		if err != nil || media != PNG && media != JPEG {
			t.Fatalf("what was taken is no picture: %s, %v", media, err)
		}
		if b := img.Bounds(); max(b.Dx(), b.Dy()) > mapmodel.MaxPictureSide {
			t.Fatalf("it is %v", b)
		}
	})
}
