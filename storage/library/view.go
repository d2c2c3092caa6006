package library

import (
	"errors"
	"fmt"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// View is what somebody saw of a map last and chose for it. It is not part of the map, and no change.
type View struct {
	Zoom       float64           `cbor:"1,keyasint,omitempty"` // 1 is natural size; 0: never seen
	X          float64           `cbor:"2,keyasint,omitempty"` // the upper left corner of what was seen, in points of the scene
	Y          float64           `cbor:"3,keyasint,omitempty"`
	Selection  []mapmodel.ID     `cbor:"4,keyasint,omitempty"`
	LinkedPath string            `cbor:"5,keyasint,omitempty"` // the file that Ctrl+S writes; absolute
	LinkedHash []byte            `cbor:"6,keyasint,omitempty"` // SHA-256 of that file when it was last read or written
	Export     map[string]string `cbor:"7,keyasint,omitempty"` // what was chosen in the export dialog, by the name of the choice
	// Details is "shown" or "hidden" as the panel of details was, DetailsWidth its width in points; empty and 0: never seen.
	Details      string `cbor:"8,keyasint,omitempty"`
	DetailsWidth int    `cbor:"9,keyasint,omitempty"`
}

// viewFields is the greatest number of a View's field.
const viewFields = 9

func viewKey(author, id mapmodel.ID) engine.Key {
	return engine.Key{Space: spaceViews, Bytes: pairKey(author, id)}
}

// View gives what somebody saw of a map last; the zero View when they never saw it, or that cannot be read.
func (l *Library) View(author, id mapmodel.ID) (View, error) {
	var v View
	item, err := l.store.Get(viewKey(author, id))
	if err == nil {
		err = decodePlain(item, &v)
	}
	switch {
	case errors.Is(err, engine.ErrNotFound), errors.Is(err, engine.ErrDamaged):
		return View{}, nil
	case err != nil:
		return View{}, fmt.Errorf("view of map %s: %w", id, err)
	}
	return v, nil
}

// SetView remembers what somebody sees of a map. It returns at once; a view is written with the next changes, and a failure
// is told when those fail.
func (l *Library) SetView(author, id mapmodel.ID, v View) error {
	return l.later(viewKey(author, id), v, viewFields)
}

// later queues a plain value. What a later version has written there beside our known fields stays.
func (l *Library) later(key engine.Key, v any, known int) error {
	if _, err := encodePlain(v); err != nil {
		return err
	}
	queued := l.queue.add(job{
		append: func(b *batch) error {
			var older []byte
			if item, err := l.store.Get(key); err == nil {
				older = item.Value
			}
			value, err := mergePlain(v, older, known)
			if err == nil {
				b.put(key.Space, key.Bytes, value)
			}
			return err
		},
		done: func(uint64, error) {},
	})
	if !queued {
		return engine.ErrClosed
	}
	return nil
}

// Linked finds the map that a file was imported as or is saved to: the one whose view, this person's, names the path. It
// fails with ErrNoMap.
func (l *Library) Linked(path string) (mapmodel.ID, View, error) {
	var found mapmodel.ID
	var view View
	err := l.walk(engine.Query{Space: spaceViews, Prefix: idKey(l.author)}, func(items []engine.Item) {
		for _, item := range items {
			var v View
			if decodePlain(item, &v) == nil && v.LinkedPath == path {
				found, view = idAt(item.Bytes, idSize), v
			}
		}
	}, func(engine.Key, error) {})
	if err != nil {
		return mapmodel.ID{}, View{}, err
	}
	if found.IsZero() {
		return mapmodel.ID{}, View{}, fmt.Errorf("%s: %w", path, ErrNoMap)
	}
	return found, view, nil
}
