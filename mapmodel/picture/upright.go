package picture

import (
	"encoding/binary"
	"image"
)

// orientation is how a camera held a JPEG, 1 to 8 as Exif 2.32 counts them
// (4.6.4, tag 0x0112); 1 where the file does not say.
func orientation(jpeg []byte) int {
	const segment, app1, orientationTag, short = 4, 0xE1, 0x0112, 3
	for at := 2; at+segment <= len(jpeg) && jpeg[at] == 0xFF; {
		kind, length := jpeg[at+1], int(binary.BigEndian.Uint16(jpeg[at+2:]))
		end := at + 2 + length
		if kind == 0xDA || length < 2 || end > len(jpeg) { // the picture itself begins
			return 1
		}
		body := jpeg[at+segment : end]
		at = end
		if kind != app1 || len(body) < 14 || string(body[:6]) != "Exif\x00\x00" {
			continue
		}
		tiff := body[6:]
		var order binary.ByteOrder = binary.BigEndian
		if string(tiff[:2]) == "II" {
			order = binary.LittleEndian
		}
		list := int(order.Uint32(tiff[4:]))
		if list < 8 || list+2 > len(tiff) {
			return 1
		}
		entries := int(order.Uint16(tiff[list:]))
		for i := range entries {
			entry := list + 2 + 12*i
			if entry+12 > len(tiff) {
				return 1
			}
			if order.Uint16(tiff[entry:]) != orientationTag || order.Uint16(tiff[entry+2:]) != short {
				continue
			}
			if way := int(order.Uint16(tiff[entry+8:])); way >= 1 && way <= 8 {
				return way
			}
			return 1
		}
		return 1
	}
	return 1
}

// turned is a picture as it was seen, from how it was held.
func turned(img *image.RGBA, way int) *image.RGBA {
	if way == 1 {
		return img
	}
	w, h := img.Rect.Dx(), img.Rect.Dy()
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	if way > 4 {
		out = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			fromX, fromY := x, y
			switch way {
			case 2:
				fromX = w - 1 - x
			case 3:
				fromX, fromY = w-1-x, h-1-y
			case 4:
				fromY = h - 1 - y
			case 5:
				fromX, fromY = y, x
			case 6:
				fromX, fromY = y, h-1-x
			case 7:
				fromX, fromY = w-1-y, h-1-x
			case 8:
				fromX, fromY = w-1-y, x
			}
			copy(out.Pix[out.PixOffset(x, y):][:4], img.Pix[img.PixOffset(fromX, fromY):][:4])
		}
	}
	return out
}
