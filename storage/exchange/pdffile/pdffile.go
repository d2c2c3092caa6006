// Package pdffile takes the map out of a PDF that Footpath has made, whatever
// other software has done to the file since.
package pdffile

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
)

// MaxFile is the largest PDF that is read, in bytes.
const MaxFile = 256 << 20

// Name is what the map is called among a PDF's attachments, and MediaType its
// type there.
const (
	Name      = "map" + ending
	MediaType = "application/yaml"
	ending    = ".journey.yaml"
)

// What is wrong with a file.
var (
	// ErrNotPDF is a file of another kind.
	ErrNotPDF = errors.New("this is no PDF file")
	// ErrNoMap is a PDF without a map.
	ErrNoMap = errors.New("this PDF holds no map: it was not made by Footpath, or something took its attachment away")
	// ErrLocked is a PDF that a password protects.
	ErrLocked = errors.New("this PDF is encrypted; save it without protection, then its map can be read")
	// ErrDamaged is a map that is not whole.
	ErrDamaged = errors.New("the map inside of this PDF is damaged")
	// ErrTooLarge is a file, or a map in it, above the limits.
	ErrTooLarge = errors.New("this PDF is larger than a map's can be")
)

// Map gives the map's file that a PDF carries, of at most limit bytes, as it
// was attached. The file's own table of objects is not relied upon: software
// that rewrites, repairs or shortens a file leaves it wrong too often.
func Map(data []byte, limit int) (yaml []byte, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			yaml, err = nil, fmt.Errorf("%w (%v)", ErrNoMap, fault)
		}
	}()
	if len(data) > MaxFile {
		return nil, ErrTooLarge
	}
	if !bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")) {
		return nil, ErrNotPDF
	}
	f := scan(data)
	if f.locked {
		return nil, ErrLocked
	}
	best := reference{}
	for name, file := range f.attachments() {
		if name == Name || best.number == 0 && strings.HasSuffix(strings.ToLower(name), ending) {
			best = file
		}
		if name == Name {
			break
		}
	}
	if best.number == 0 {
		return nil, ErrNoMap
	}
	return f.stream(best, limit)
}

// attachments visits the names of the attached files and their streams: those
// of the name tree (ISO 32000-1, 7.7.4) and those that the catalogue is
// associated with.
func (f *file) attachments() func(func(string, reference) bool) {
	return func(yield func(string, reference) bool) {
		catalog := f.catalog()
		left := maxAttachments
		if !f.names(f.dict(f.dict(catalog["Names"])["EmbeddedFiles"]), 0, &left, yield) {
			return
		}
		associated, _ := f.resolve(catalog["AF"]).(array)
		for _, v := range associated {
			if left--; left < 0 || !f.filespec(v, yield) {
				return
			}
		}
	}
}

const (
	maxAttachments = 10000
	maxTreeDepth   = 32
)

// names visits a node of the name tree.
func (f *file) names(node dict, depth int, left *int, yield func(string, reference) bool) bool {
	if depth > maxTreeDepth {
		return true
	}
	names, _ := f.resolve(node["Names"]).(array)
	for i := 1; i < len(names); i += 2 {
		if *left--; *left < 0 || !f.filespec(names[i], yield) {
			return false
		}
	}
	kids, _ := f.resolve(node["Kids"]).(array)
	for _, kid := range kids {
		if *left--; *left < 0 || !f.names(f.dict(kid), depth+1, left, yield) {
			return false
		}
	}
	return true
}

// filespec visits one attached file (ISO 32000-1, 7.11.3).
func (f *file) filespec(v any, yield func(string, reference) bool) bool {
	spec := f.dict(v)
	files := f.dict(spec["EF"])
	for _, key := range []string{"UF", "F"} {
		name, ok := f.resolve(spec[key]).(text)
		if !ok {
			continue
		}
		for _, key := range []string{"UF", "F"} {
			if file, ok := files[key].(reference); ok {
				return yield(name.String(), file)
			}
		}
	}
	return true
}
