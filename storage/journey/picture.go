package journey

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"strings"

	"footpath/mapmodel"
	"footpath/storage/yamltree"
)

// dataAddress is how a picture's bytes begin in a file, by its media type.
func dataAddress(media string) string { return "data:" + media + ";base64," }

// pictures reads the map's pictures, by name.
func (r *reader) pictures(n *yamltree.Node) {
	if n == nil || n.Kind == yamltree.Nothing {
		return
	}
	if n.Kind != yamltree.Mapping {
		r.Blame(n, "pictures must be a mapping from a name to a picture, not %s", n.Found())
		return
	}
	seen := map[string]*yamltree.Node{}
	for i, key := range n.Keys {
		if r.Double(seen, key) {
			continue
		}
		picture := r.fresh(mapmodel.KindPicture).(*mapmodel.Picture)
		r.claim(picture, key.Text, key)
		if text, ok := r.Word("a picture", n.Items[i]); ok {
			if err := decodePicture(picture, text); err != nil {
				r.Blame(n.Items[i], "the picture %s %v", yamltree.InText(key.Text), err)
			}
		} else if n.Items[i].Kind == yamltree.Nothing {
			continue // word has blamed it
		}
		r.add(picture, r.header, mapmodel.ID{})
	}
}

// decodePicture reads a data address into a picture. The error is the rest of
// a sentence that begins with the picture's name.
func decodePicture(p *mapmodel.Picture, address string) error {
	words := mapmodel.FieldNamed(mapmodel.KindPicture, "media").Words
	for _, media := range words {
		rest, ok := strings.CutPrefix(address, dataAddress(media))
		if !ok {
			continue
		}
		// Lines that an editor has broken come back with spaces in them.
		rest = strings.Join(strings.Fields(rest), "")
		if base64.StdEncoding.DecodedLen(len(rest)) > mapmodel.MaxPicture+2 {
			return fmt.Errorf("has more than %s; make it smaller", yamltree.Size(mapmodel.MaxPicture))
		}
		data, err := base64.StdEncoding.DecodeString(rest)
		if err != nil {
			return fmt.Errorf("is not whole: what follows %q is not base64", dataAddress(media))
		}
		if len(data) > mapmodel.MaxPicture {
			return fmt.Errorf("has more than %s; make it smaller", yamltree.Size(mapmodel.MaxPicture))
		}
		config, err := pictureConfig(media, data)
		if err != nil {
			return fmt.Errorf("is no %s", media)
		}
		if max(config.Width, config.Height) > mapmodel.MaxPictureSide {
			return fmt.Errorf("has %d by %d pixels; a side can have %d", config.Width, config.Height, mapmodel.MaxPictureSide)
		}
		p.Media, p.Data = media, string(data)
		return nil
	}
	return fmt.Errorf("must begin with %q or the like for %s", dataAddress(words[0]), yamltree.Listed(words, "or"))
}

func pictureConfig(media string, data []byte) (image.Config, error) {
	if media == "image/jpeg" {
		return jpeg.DecodeConfig(bytes.NewReader(data))
	}
	return png.DecodeConfig(bytes.NewReader(data))
}
