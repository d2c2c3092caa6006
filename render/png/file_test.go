package png_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image/png"
	"math"
	"strings"
	"testing"

	painter "footpath/render/png"
	"footpath/render/scene"
)

func paint(t *testing.T, size scene.Point, scale float64) []byte {
	t.Helper()
	page := &scene.Page{Size: size, Back: []scene.Placed{{Group: &scene.Group{Size: size, Elements: []scene.Element{
		&scene.Box{Rect: scene.Rect{X: 10, Y: 10, W: 20, H: 20}, Fill: scene.Hex(0xC2597E)},
	}}}}}
	var out bytes.Buffer
	if err := painter.Write(&out, page, scene.Hex(0xFFFFFF), scale); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestAPictureHasThePixelsOfItsScale(t *testing.T) {
	for scale, want := range map[float64][2]int{1: {72, 37}, 96.0 / 72: {96, 49}, 2: {144, 73}, 300.0 / 72: {300, 151}, 0.001: {1, 1}} {
		img, err := png.Decode(bytes.NewReader(paint(t, scene.Point{X: 72, Y: 36.125}, scale)))
		if err != nil {
			t.Fatal(err)
		}
		if got := img.Bounds().Size(); got.X != want[0] || got.Y != want[1] {
			t.Errorf("at %g pixels a point the picture is %v, not %v", scale, got, want)
		}
	}
}

// TestTheFileSaysHowLargeItsPixelsAre looks at the chunks one by one.
func TestTheFileSaysHowLargeItsPixelsAre(t *testing.T) {
	for scale, density := range map[float64]uint32{1: 2835, 96.0 / 72: 3780, 2: 5669, 300.0 / 72: 11811} {
		data := paint(t, scene.Point{X: 72, Y: 36}, scale)
		var names []string
		for rest := data[8:]; len(rest) > 0; {
			length := binary.BigEndian.Uint32(rest)
			name, body := string(rest[4:8]), rest[8:8+length]
			names = append(names, name)
			if sum := binary.BigEndian.Uint32(rest[8+length:]); sum != crc32.ChecksumIEEE(rest[4:8+length]) {
				t.Errorf("the sum of %s is wrong", name)
			}
			if name == "pHYs" {
				x, y := binary.BigEndian.Uint32(body), binary.BigEndian.Uint32(body[4:])
				if len(body) != 9 || x != density || y != density || body[8] != 1 {
					t.Errorf("at %g pixels a point the file says % x", scale, body)
				}
			}
			rest = rest[12+length:]
		}
		if order := strings.Join(names, " "); !strings.HasPrefix(order, "IHDR pHYs IDAT") || strings.Count(order, "pHYs") != 1 {
			t.Errorf("the chunks are %s", order)
		}
	}
}

func TestAPictureThatIsTooLargeIsRefusedAndTheLargestOneNamed(t *testing.T) {
	for _, size := range []scene.Point{{X: 3370, Y: 2384}, {X: 1 << 20, Y: 10}} {
		for _, scale := range []float64{1000, math.Inf(1), math.NaN()} {
			_, err := painter.Page(&scene.Page{Size: size}, scene.Hex(0), scale)
			if !errors.Is(err, painter.ErrTooLarge) || !strings.Contains(err.Error(), "may have up to") {
				t.Errorf("%v at %g: %v", size, scale, err)
			}
		}
	}
	_, err := painter.Page(&scene.Page{Size: scene.Point{X: 3370, Y: 2384}}, scene.Hex(0), 300.0/72)
	if err == nil || !strings.HasSuffix(err.Error(), "up to 260 dpi") {
		t.Errorf("an A0 page at 300 dpi: %v", err)
	}
}
