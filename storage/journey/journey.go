// Package journey is the YAML file of a map: what Footpath and people write by
// hand, read with every mistake named, and the JSON Schema that editors use.
//
// Writing is done by an emitter of our own, so that files are pleasant to read
// and to compare; reading is a tree of nodes walked by the model's table of fields. The vocabulary stands in shape.go, once, for both and for the schema.
package journey

import (
	"fmt"
	"io"

	"footpath/mapmodel"
	"footpath/storage/yamltree"
)

const (
	// Version is the number of the format this package writes, the N of
	// `format: footpath/N`. Every older one is read.
	Version = 1

	// MaxFile is the largest file that is read or written, in bytes.
	MaxFile = 32 << 20
)

// file is what is read, for sentences and limits.
var file = yamltree.File{Thing: "map", Format: fmt.Sprintf("footpath/%d", Version), MaxBytes: MaxFile}

// Mistake is one thing wrong in a file: where it is, what is wrong, and what
// would be right.
type Mistake = yamltree.Mistake

// Mistakes is every mistake of a file, in the order of the file.
type Mistakes = yamltree.Mistakes

// Write writes the map in its one canonical form: equal maps give the same
// bytes when their records have the same keys. The text is read back first and
// compared with the map, so that what leaves says what the map says; otherwise
// nothing is written and the error tells why. Other errors are w's.
func Write(w io.Writer, m *mapmodel.Map) error {
	text, err := Marshal(m)
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

// Marshal gives what Write writes.
func Marshal(m *mapmodel.Map) ([]byte, error) {
	text := compose(m)
	if len(text) > MaxFile {
		return nil, fmt.Errorf("the map's file would have %s; a file can have %s", yamltree.Size(len(text)), yamltree.Size(MaxFile))
	}
	again, mistakes := Read(text, mapmodel.NewSeededSource(0))
	if len(mistakes) > 0 {
		return nil, fmt.Errorf("the map cannot be written as a file: %w", mistakes)
	}
	if !mapmodel.Equal(m, again) {
		return nil, fmt.Errorf("the map cannot be written as a file: it came back different when it was read again")
	}
	return text, nil
}

// Read reads a file's bytes. The source gives the records their IDs. With any
// mistake there is no map; the mistakes are in the order of the file and
// complete, except that a syntax error ends the reading.
func Read(data []byte, src *mapmodel.Source) (*mapmodel.Map, Mistakes) {
	root, mistakes := yamltree.Read(data, file)
	if root == nil {
		return nil, mistakes.Sorted()
	}
	r := newReader(src, mistakes)
	r.readMap(root)
	if len(r.Mistakes) > 0 {
		return nil, r.Mistakes.Sorted()
	}
	return r.build()
}
