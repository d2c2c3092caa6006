// Package picture reads the pictures that a map can hold, PNG and JPEG, and makes any other into one.
package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
	"image/png"
	"strings"
)

const (
	// MaxSide is the longest side of a picture in a map, in pixels.
	MaxSide = 1024
	// MaxBytes is the largest picture in a map, encoded.
	MaxBytes = 8 << 20
	// MaxFile is the largest file that is taken in, in bytes.
	MaxFile = 64 << 20
	// MaxPixels is the most pixels of a picture that is taken in: more than
	// cameras make, and what a machine can hold unpacked.
	MaxPixels = 40_000_000
	// maxShown is the most pixels of a picture that is shown; one that was taken
	// in has fewer.
	maxShown = 2 * MaxSide * MaxSide
	// quality is that of JPEG, 1 to 100: no difference is seen on a page.
	quality = 90
)

// The media types of pictures.
const (
	PNG  = "image/png"
	JPEG = "image/jpeg"
)

// ErrNone says that bytes are no picture, ErrTooLarge that they are one beyond
// the limits above or of MaxBytes.
var (
	ErrNone     = errors.New("it is no PNG or JPEG picture")
	ErrTooLarge = errors.New("that is too large")
)

// Size tells what a picture's bytes say of it, looking at nothing but their
// beginning: the media type, and its pixels across and down. Its errors are
// ErrNone, or say that it is too large to be shown.
func Size(data string) (media string, width, height int, err error) {
	media, config, err := config(data)
	if err == nil && config.Width*config.Height > maxShown {
		err = fmt.Errorf("it has %d by %d pixels, more than can be shown", config.Width, config.Height)
	}
	return media, config.Width, config.Height, err
}

func config(data string) (string, image.Config, error) {
	media, read := PNG, png.DecodeConfig
	if strings.HasPrefix(data, "\xff\xd8") {
		media, read = JPEG, jpeg.DecodeConfig
	}
	c, err := read(strings.NewReader(data))
	if err != nil || c.Width <= 0 || c.Height <= 0 {
		return "", image.Config{}, ErrNone
	}
	return media, c, nil
}

// Decode unpacks a picture of which Size finds nothing wrong.
func Decode(data string) (*image.RGBA, error) {
	media, _, _, err := Size(data)
	if err != nil {
		return nil, err
	}
	return decode(media, data)
}

func decode(media, data string) (*image.RGBA, error) {
	read := png.Decode
	if media == JPEG {
		read = jpeg.Decode
	}
	img, err := read(strings.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("it is no whole picture: %w", err)
	}
	out := image.NewRGBA(image.Rect(0, 0, img.Bounds().Dx(), img.Bounds().Dy()))
	draw.Draw(out, out.Rect, img, img.Bounds().Min, draw.Src)
	return out, nil
}

// Clean makes a picture of any PNG or JPEG that a map can hold: at most
// MaxSide pixels along a side, upright, and with nothing in it but what is seen.
// One that is so already stays as it is. Its errors are sentences about "it", without a full stop.
func Clean(data []byte) (media string, out []byte, err error) {
	if len(data) > MaxFile {
		return "", nil, fmt.Errorf("it has %d MB; a picture can have %d: %w", len(data)>>20, MaxFile>>20, ErrTooLarge)
	}
	text := string(data)
	media, c, err := config(text)
	if err != nil {
		return "", nil, err
	}
	if c.Width > MaxPixels/c.Height {
		return "", nil, fmt.Errorf("it has %d by %d pixels; a picture can have %d million: %w", c.Width, c.Height, MaxPixels/1_000_000, ErrTooLarge)
	}
	img, err := decode(media, text)
	if err != nil {
		return "", nil, err
	}
	if bare(media, data, c.Width, c.Height) {
		return media, data, nil
	}
	if longest := max(c.Width, c.Height); longest > MaxSide {
		part := func(side int) int { return max(1, side*MaxSide/longest) }
		img = Shrink(img, img.Rect, part(c.Width), part(c.Height))
	}
	if media == JPEG {
		img = turned(img, orientation(data))
	}
	var file bytes.Buffer
	if media == JPEG {
		err = jpeg.Encode(&file, img, &jpeg.Options{Quality: quality})
	} else {
		err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&file, img)
	}
	if err != nil {
		return "", nil, fmt.Errorf("it cannot be kept: %w", err)
	}
	if file.Len() > MaxBytes {
		return "", nil, fmt.Errorf("it would have %d MB; a picture can have %d: %w", file.Len()>>20, MaxBytes>>20, ErrTooLarge)
	}
	return media, file.Bytes(), nil
}
