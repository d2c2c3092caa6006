// Package picture takes pictures into a map: decoded safely, turned upright, made small enough, and encoded anew, so that nothing
// stays of a file but its pixels.
package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/draw"
	_ "image/gif" // read, and written as PNG
	"image/jpeg"
	"image/png"

	"footpath/mapmodel"
)

// The limits of what is read: of the file, in bytes, and of the picture in it, in pixels. A small file may hold a picture that
// fills the memory.
const (
	MaxFile   = 64 << 20
	MaxPixels = 60_000_000
)

// Media are the types a map's pictures have.
const (
	PNG  = "image/png"
	JPEG = "image/jpeg"
)

// ErrNotRead says that a file is no PNG, JPEG or GIF, or a broken one; ErrTooLarge that it is beyond the limits.
var (
	ErrNotRead  = errors.New("not a picture that can be read: PNG, JPEG and GIF can")
	ErrTooLarge = errors.New("the picture is too large")
)

// Take gives a file's picture as a map keeps it: no side longer than mapmodel.MaxPictureSide, upright, without metadata. It is
// ErrNotRead or ErrTooLarge where that cannot be.
func Take(file []byte) (media string, data []byte, err error) {
	img, format, err := decode(file)
	if err != nil {
		return "", nil, err
	}
	if format == "jpeg" {
		img = upright(img, orientation(file))
	}
	small := Fit(img, mapmodel.MaxPictureSide)
	if media, data, err = encode(small, format == "jpeg"); err != nil {
		return "", nil, fmt.Errorf("encode the picture: %w", err)
	}
	if len(data) > mapmodel.MaxPicture {
		return "", nil, ErrTooLarge
	}
	return media, data, nil
}

// Decode reads a picture of a map. Whatever the bytes, it does not fail otherwise than with ErrNotRead or ErrTooLarge.
func Decode(data []byte) (image.Image, error) {
	img, _, err := decode(data)
	return img, err
}

func decode(file []byte) (img image.Image, format string, err error) {
	defer func() { // the decoders are not ours
		if r := recover(); r != nil {
			img, format, err = nil, "", fmt.Errorf("%w: %v", ErrNotRead, r)
		}
	}()
	if len(file) > MaxFile {
		return nil, "", ErrTooLarge
	}
	config, _, err := image.DecodeConfig(bytes.NewReader(file))
	switch {
	case err != nil:
		return nil, "", fmt.Errorf("%w: %w", ErrNotRead, err)
	case config.Width < 1 || config.Height < 1:
		return nil, "", ErrNotRead
	case config.Width > MaxPixels/config.Height:
		return nil, "", fmt.Errorf("%w: %d × %d pixels", ErrTooLarge, config.Width, config.Height)
	}
	img, format, err = image.Decode(bytes.NewReader(file))
	if err != nil {
		return nil, "", fmt.Errorf("%w: %w", ErrNotRead, err)
	}
	if img.Bounds().Empty() {
		return nil, "", ErrNotRead
	}
	return img, format, nil
}

// heavy is the size from which on a photograph kept as PNG is better a JPEG, in bytes.
const heavy = 400 << 10

func encode(img *image.RGBA, photo bool) (media string, data []byte, err error) {
	opaque := img.Opaque()
	if !photo || !opaque {
		var out bytes.Buffer
		if err := png.Encode(&out, img); err != nil {
			return "", nil, err
		}
		if !opaque || out.Len() < heavy {
			return PNG, out.Bytes(), nil
		}
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, &jpeg.Options{Quality: 88}); err != nil {
		return "", nil, err
	}
	return JPEG, out.Bytes(), nil
}

// rgba is a picture with its corner at zero, one pixel after the other.
func rgba(img image.Image) *image.RGBA {
	size := img.Bounds().Size()
	if same, ok := img.(*image.RGBA); ok && same.Rect.Min == (image.Point{}) && same.Stride == 4*size.X {
		return same
	}
	out := image.NewRGBA(image.Rectangle{Max: size})
	draw.Draw(out, out.Rect, img, img.Bounds().Min, draw.Src)
	return out
}
