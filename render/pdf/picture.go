package pdf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strconv"
	"strings"

	"footpath/mapmodel/picture"
	"footpath/render/scene"
)

// pixels is a picture as a PDF holds it.
type pixels struct {
	color raster
	alpha *raster // how see-through it is; nil where it is not
}

// raster is a stream of pixels (ISO 32000-1, 8.9.5): its dictionary without its
// length, and its data.
type raster struct {
	dict string
	data []byte
}

// Picture implements scene.Painter. One that cannot be unpacked is left out.
func (p *painter) Picture(e *scene.Picture, at scene.Point) {
	if e.Image == nil || !(e.W > 0 && e.H > 0) {
		return
	}
	n := p.doc.picture(e.Image)
	if n == 0 {
		return
	}
	p.begin()
	p.strength(255)
	p.op("q")
	shown := e.Image.Shown(e.Rect)
	if e.Radius > 0 || shown.W < float64(e.Image.Width) || shown.H < float64(e.Image.Height) {
		box := scene.Box{Rect: e.Rect, Radius: e.Radius}
		p.trace(box.Outline(), at)
		p.op("W n")
	}
	unit := e.W / shown.W // points a pixel
	corner := scene.Point{X: e.X - shown.X*unit, Y: e.Y - shown.Y*unit + float64(e.Image.Height)*unit}
	p.number(float64(e.Image.Width) * unit)
	p.out = append(p.out, "0 0 "...)
	p.number(float64(e.Image.Height) * unit)
	p.point(corner, at)
	p.op("cm")
	p.out = strconv.AppendInt(append(p.out, "/Im"...), int64(n), 10)
	p.op(" Do")
	p.op("Q")
}

// picture gives the number by which the pages know a picture, from 1; 0 where
// it cannot be unpacked.
func (d *document) picture(img *scene.Image) int {
	if n, known := d.pictureNumbers[img.Data]; known {
		return n
	}
	n := 0
	if made, err := newPixels(img); err == nil {
		d.pictures = append(d.pictures, made)
		n = len(d.pictures)
	}
	d.pictureNumbers[img.Data] = n
	return n
}

// newPixels makes a picture's streams. A JPEG in grey or in the usual colours
// stays as it is, once it was seen to be whole.
func newPixels(img *scene.Image) (*pixels, error) {
	whole, err := picture.Decode(img.Data)
	if err != nil {
		return nil, err
	}
	if img.Media == picture.JPEG {
		if c, err := jpeg.DecodeConfig(strings.NewReader(img.Data)); err == nil {
			switch c.ColorModel {
			case color.GrayModel:
				return &pixels{color: newRaster(img, "Gray", "/DCTDecode", []byte(img.Data))}, nil
			case color.YCbCrModel:
				return &pixels{color: newRaster(img, "RGB", "/DCTDecode", []byte(img.Data))}, nil
			}
		}
	}
	opaque, alpha := image.NewNRGBA(whole.Rect), image.NewGray(whole.Rect)
	for i := 0; i < len(whole.Pix); i += 4 {
		a := whole.Pix[i+3]
		for j := range 3 { // colours were multiplied by their strength
			if a > 0 {
				opaque.Pix[i+j] = uint8((uint32(whole.Pix[i+j])*255 + uint32(a)/2) / uint32(a))
			}
		}
		opaque.Pix[i+3], alpha.Pix[i/4] = 255, a
	}
	rows, err := packedRows(opaque)
	if err != nil {
		return nil, err
	}
	const filter = "/FlateDecode/DecodeParms<</Predictor 15/Colors "
	columns := "/Columns " + strconv.Itoa(img.Width) + ">>"
	out := &pixels{color: newRaster(img, "RGB", filter+"3"+columns, rows)}
	if whole.Opaque() {
		return out, nil
	}
	if rows, err = packedRows(alpha); err != nil {
		return nil, err
	}
	mask := newRaster(img, "Gray", filter+"1"+columns, rows)
	out.alpha = &mask
	return out, nil
}

func newRaster(img *scene.Image, space, filter string, data []byte) raster {
	return raster{"/Type/XObject/Subtype/Image/Width " + strconv.Itoa(img.Width) + "/Height " + strconv.Itoa(img.Height) +
		"/BitsPerComponent 8/ColorSpace/Device" + space + "/Filter" + filter, data}
}

// packedRows are a picture's pixels as PNG packs them, which PDF takes as they
// are (PNG, third edition, 10 and 11.2.3).
func packedRows(img image.Image) ([]byte, error) {
	var file bytes.Buffer
	if err := png.Encode(&file, img); err != nil {
		return nil, err
	}
	var out []byte
	for data := file.Bytes()[8:]; len(data) >= 12; {
		length := int(binary.BigEndian.Uint32(data))
		if length > len(data)-12 {
			return nil, errPNG
		}
		if string(data[4:8]) == "IDAT" {
			out = append(out, data[8:8+length]...)
		}
		data = data[12+length:]
	}
	return out, nil
}

var errPNG = errors.New("a PNG is not laid out as it should be")

// addPictures adds the pictures and makes them known to the pages.
func (f *finisher) addPictures(pictures []*pixels) {
	for i, p := range pictures {
		mask := ""
		if p.alpha != nil {
			mask = "/SMask " + ref(f.add(p.alpha.object("")))
		}
		f.enter("/Im"+strconv.Itoa(i+1), p.color.object(mask))
	}
}

func (r raster) object(more string) []byte {
	out := []byte("<<" + r.dict + more + "/Length " + strconv.Itoa(len(r.data)) + ">>\nstream\n")
	return append(append(out, r.data...), "\nendstream"...)
}
