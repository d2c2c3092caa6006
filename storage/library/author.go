package library

import (
	"errors"
	"fmt"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// storedAuthor is somebody who changes maps, by their ID.
type storedAuthor struct {
	Name string `cbor:"1,keyasint,omitempty"`
}

// authorFields is the greatest number of a storedAuthor's field.
const authorFields = 1

// AuthorName is the name of somebody who changed a map; empty where nobody has named them.
func (l *Library) AuthorName(author mapmodel.ID) (string, error) {
	item, err := l.store.Get(engine.Key{Space: spaceAuthors, Bytes: idKey(author)})
	if errors.Is(err, engine.ErrNotFound) {
		return "", nil
	}
	var a storedAuthor
	if err == nil {
		err = decodePlain(item, &a)
	}
	if err != nil {
		return "", fmt.Errorf("author %s: %w", author, err)
	}
	return a.Name, nil
}

// SetAuthorName names somebody who changes maps. It returns at once, like SetView.
func (l *Library) SetAuthorName(author mapmodel.ID, name string) error {
	return l.later(engine.Key{Space: spaceAuthors, Bytes: idKey(author)}, storedAuthor{Name: mapmodel.CleanName(name)}, authorFields)
}
