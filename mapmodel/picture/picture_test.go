package picture_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"testing"

	"footpath/mapmodel/picture"

	"pgregory.net/rapid"
)

// halves is a picture whose left half is red and whose right half is blue, the
// upper left corner white.
func halves(width, height int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			c := color.RGBA{R: 200, A: 255}
			if x >= width/2 {
				c = color.RGBA{B: 200, A: 255}
			}
			if x < width/4 && y < height/4 {
				c = color.RGBA{R: 255, G: 255, B: 255, A: 255}
			}
			img.SetRGBA(x, y, c)
		}
	}
	return img
}

func asPNG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// asJPEG is a JPEG that was held in one of eight ways.
func asJPEG(t testing.TB, img image.Image, way uint16) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	exif := []byte("Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00")
	exif = binary.LittleEndian.AppendUint16(exif, way)
	exif = append(exif, make([]byte, 6)...)
	head := binary.BigEndian.AppendUint16([]byte{0xFF, 0xD8, 0xFF, 0xE1}, uint16(len(exif)+2))
	return append(append(head, exif...), out.Bytes()[2:]...)
}

func TestALargePictureComesOutSmallEnoughForAMap(t *testing.T) {
	for name, data := range map[string][]byte{
		picture.PNG: asPNG(t, halves(3000, 1000)), picture.JPEG: asJPEG(t, halves(3000, 1000), 1),
	} {
		media, out, err := picture.Clean(data)
		if err != nil || media != name {
			t.Fatalf("%s: %s, %v", name, media, err)
		}
		if _, w, h, err := picture.Size(string(out)); err != nil || w != picture.MaxSide || h != 341 {
			t.Errorf("%s has %d by %d, %v", name, w, h, err)
		}
		img, err := picture.Decode(string(out))
		if err != nil {
			t.Fatal(err)
		}
		if c := img.RGBAAt(300, 300); c.R < 180 || c.B > 30 {
			t.Errorf("%s: the left half is %v", name, c)
		}
	}
}

func TestNothingIsInAPictureButWhatIsSeen(t *testing.T) {
	_, out, err := picture.Clean(asJPEG(t, halves(40, 20), 1))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(out, []byte("Exif")) {
		t.Error("what the camera wrote is still there")
	}
}

func TestAPictureStandsAsItWasSeen(t *testing.T) {
	for way := uint16(1); way <= 8; way++ {
		// The camera's file of a scene whose upper left corner is white.
		_, out, err := picture.Clean(asJPEG(t, held(halves(64, 32), int(way)), way))
		if err != nil {
			t.Fatal(err)
		}
		img, err := picture.Decode(string(out))
		if err != nil {
			t.Fatal(err)
		}
		if img.Rect.Dx() != 64 || img.Rect.Dy() != 32 {
			t.Fatalf("way %d has %v", way, img.Rect)
		}
		corner, right := img.RGBAAt(4, 2), img.RGBAAt(60, 28)
		if corner.G < 200 || right.B < 150 || right.R > 60 {
			t.Errorf("way %d: the corner is %v, the right edge %v", way, corner, right)
		}
	}
}

// held is what a camera stores of a scene, by its definition: row 0 and column
// 0 of the file are the named sides of the scene.
func held(img *image.RGBA, way int) *image.RGBA {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	size := image.Rect(0, 0, w, h)
	if way > 4 {
		size = image.Rect(0, 0, h, w)
	}
	out := image.NewRGBA(size)
	for y := range size.Dy() {
		for x := range size.Dx() {
			at := map[int]image.Point{
				1: {x, y}, 2: {w - 1 - x, y}, 3: {w - 1 - x, h - 1 - y}, 4: {x, h - 1 - y}, // top/left, top/right, bottom/right, bottom/left
				5: {y, x}, 6: {w - 1 - y, x}, 7: {w - 1 - y, h - 1 - x}, 8: {y, h - 1 - x}, // left/top, right/top, right/bottom, left/bottom
			}[way]
			out.SetRGBA(x, y, img.RGBAAt(at.X, at.Y))
		}
	}
	return out
}

func TestWhatIsNoPictureGetsASentence(t *testing.T) {
	bomb := asPNG(t, image.NewGray(image.Rect(0, 0, 1, 1)))
	binary.BigEndian.PutUint32(bomb[16:], 60_000)
	binary.BigEndian.PutUint32(bomb[20:], 60_000)
	crc(bomb)
	for name, c := range map[string]struct {
		data []byte
		says string
	}{
		"nothing":  {nil, "it is no PNG or JPEG picture"},
		"a text":   {[]byte("<svg xmlns='http://www.w3.org/2000/svg'/>"), "it is no PNG or JPEG picture"},
		"half":     {asPNG(t, halves(300, 200))[:400], "it is no whole picture"},
		"too much": {bomb, "it has 60000 by 60000 pixels; a picture can have 40 million"},
	} {
		if _, _, err := picture.Clean(c.data); err == nil || !strings.HasPrefix(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// crc mends the check sum of a PNG's first chunk.
func crc(data []byte) {
	sum := ^uint32(0)
	for _, b := range data[12:29] {
		sum ^= uint32(b)
		for range 8 {
			sum = sum>>1 ^ 0xEDB88320&-(sum&1)
		}
	}
	binary.BigEndian.PutUint32(data[29:], ^sum)
}

func TestShrinkingKeepsTheMeanColour(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(1, 40).Draw(t, "w"), rapid.IntRange(1, 40).Draw(t, "h")
		img := image.NewRGBA(image.Rect(0, 0, w, h))
		for i := range img.Pix {
			img.Pix[i] = rapid.Byte().Draw(t, "v")
		}
		out := picture.Shrink(img, img.Rect, rapid.IntRange(1, w).Draw(t, "to w"), rapid.IntRange(1, h).Draw(t, "to h"))
		for channel := range 4 {
			mean := func(p []uint8) float64 {
				sum := 0.0
				for i := channel; i < len(p); i += 4 {
					sum += float64(p[i])
				}
				return sum / float64(len(p)/4)
			}
			if a, b := mean(img.Pix), mean(out.Pix); a-b > 1 || b-a > 1 {
				t.Fatalf("channel %d was %.2f and is %.2f", channel, a, b)
			}
		}
	})
}

func FuzzClean(f *testing.F) {
	f.Add(asPNG(f, halves(8, 8)))
	f.Add(asJPEG(f, halves(8, 8), 6))
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x10Exif\x00\x00MM\x00*\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		media, out, err := picture.Clean(data)
		if err != nil {
			return
		}
		got, w, h, err := picture.Size(string(out))
		if err != nil || got != media || max(w, h) > picture.MaxSide {
			t.Fatalf("%s, %d by %d, %v", got, w, h, err)
		}
		if _, err := picture.Decode(string(out)); err != nil {
			t.Fatal(err)
		}
	})
}

func TestACleanedPictureStaysAsItIs(t *testing.T) {
	for name, file := range map[string][]byte{"PNG": asPNG(t, halves(1500, 900)), "JPEG": asJPEG(t, halves(300, 200), 6)} {
		media, once, err := picture.Clean(file)
		if err != nil || bytes.Equal(once, file) {
			t.Fatalf("%s: %v, %d bytes of %d", name, err, len(once), len(file))
		}
		again, twice, err := picture.Clean(once)
		if err != nil || again != media || !bytes.Equal(once, twice) {
			t.Errorf("%s: cleaned twice it is a %s of %d bytes, not a %s of %d (%v)", name, again, len(twice), media, len(once), err)
		}
	}
}

func TestWhatIsSaidBesideAPictureGoes(t *testing.T) {
	whole := asPNG(t, halves(20, 10))
	said := []byte("\x00\x00\x00\x0btEXtAuthor\x00Rosa\x00\x00\x00\x00")
	binary.BigEndian.PutUint32(said[len(said)-4:], crc32.ChecksumIEEE(said[4:len(said)-4]))
	const first = 33 // the signature and the first chunk
	for name, file := range map[string][]byte{
		"a PNG's text":      slices.Concat(whole[:first], said, whole[first:]),
		"behind a PNG":      slices.Concat(whole, []byte("Rosa")),
		"a JPEG's comment":  slices.Concat([]byte("\xff\xd8\xff\xfe\x00\x06Rosa"), asJPEG(t, halves(20, 10), 1)[2:]),
		"a JPEG's Exif":     asJPEG(t, halves(20, 10), 1),
		"behind a JPEG":     slices.Concat(asJPEG(t, halves(20, 10), 1), []byte("Rosa")),
		"too many to be in": asPNG(t, halves(2000, 1100)),
	} {
		_, out, err := picture.Clean(file)
		if err != nil || bytes.Contains(out, []byte("Rosa")) || bytes.Contains(out, []byte("Exif")) {
			t.Errorf("%s: %v, still there: %t", name, err, bytes.Contains(out, []byte("Rosa")))
		}
		if _, w, h, err := picture.Size(string(out)); err != nil || max(w, h) > picture.MaxSide {
			t.Errorf("%s: %d by %d (%v)", name, w, h, err)
		}
	}
}
