// Package theme reads the small YAML files in which a client's look stands: logo, colours, confidentiality.
package theme

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"footpath/mapmodel"
	"footpath/mapmodel/picture"
	"footpath/storage/yamltree"
)

const (
	// Version is the N of `format: footpath-theme/N`. Every older one is read.
	Version = 1
	// MaxFile is the largest file that is read, in bytes; a logo in it is most
	// of that.
	MaxFile = 16 << 20
	// MaxLine is the most characters of the name and of the confidentiality,
	// which must find room on every page.
	MaxLine = 140
)

// The bases a theme can stand on, by the names that pages know them by; the
// first is taken where a theme names none.
func bases() []string {
	return []string{"print", "screen-light", "screen-dark", "high-contrast"}
}

// The names of colours beside those of lanes.
const (
	Page   = "page"
	Text   = "text"
	Accent = "accent"
	Curve  = "curve"
)

// Colour is 0xRRGGBB.
type Colour uint32

// Theme is a client's look as its file says it.
type Theme struct {
	// Name is whose theme it is; never empty.
	Name string
	// Base is one of the bases.
	Base string
	// Logo is an encoded picture as a map can hold it; empty for none.
	Logo string
	// Confidentiality is one line; empty for none.
	Confidentiality string
	// Colours are by their names, Lanes by the kind of lane; what is absent is
	// the base's.
	Colours map[string]Colour
	Lanes   map[mapmodel.LaneKind]Colour
}

// file is what is read, for sentences and limits.
var file = yamltree.File{Thing: "theme", Format: fmt.Sprintf("footpath-theme/%d", Version), MaxBytes: MaxFile}

// ReadFile reads the theme in a file. Its error is a yamltree.Mistakes, or says
// why the file cannot be read; where there is none it is fs.ErrNotExist.
func ReadFile(path string) (Theme, error) {
	data, err := readWhole(path, MaxFile)
	if err != nil {
		return Theme{}, err
	}
	t, mistakes := Read(data, func(name string) ([]byte, error) { return readWhole(beside(path, name), picture.MaxFile) })
	return t, mistakes.Err()
}

// Sources are the files that a theme's file is read from: itself and its logo's,
// whether they are there or not, and whatever mistakes there are in them.
func Sources(path string) []string {
	out := []string{path}
	data, err := readWhole(path, MaxFile)
	if err != nil {
		return out
	}
	_, _ = Read(data, func(name string) ([]byte, error) { // what it looks for is all that counts
		out = append(out, beside(path, name))
		return nil, fs.ErrNotExist
	})
	return out
}

// beside is where a file lies whose name stands in a theme's.
func beside(path, name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(filepath.Dir(path), name)
}

// errFolder and errPipe say what is no file to be read.
var (
	errFolder = errors.New("it is a folder, not a file")
	errPipe   = errors.New("it is no ordinary file")
)

// readWhole reads a file of at most so many bytes; of a larger one it gives a
// byte more than that.
func readWhole(path string, most int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // it was only read
	switch info, err := f.Stat(); {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, &fs.PathError{Op: "read", Path: path, Err: errFolder}
	case !info.Mode().IsRegular():
		return nil, &fs.PathError{Op: "read", Path: path, Err: errPipe}
	}
	return io.ReadAll(io.LimitReader(f, most+1))
}

// Read reads a theme's text; open gives the bytes of the logo's file by its
// name. With any mistake there is no theme; the mistakes are in the order of
// the file and complete, except that a syntax error ends the reading.
func Read(data []byte, open func(name string) ([]byte, error)) (Theme, yamltree.Mistakes) {
	root, mistakes := yamltree.Read(data, file)
	if root == nil {
		return Theme{}, mistakes.Sorted()
	}
	r := reader{Reader: yamltree.Reader{Mistakes: mistakes}, open: open}
	t := r.theme(root)
	if len(r.Mistakes) > 0 {
		return Theme{}, r.Mistakes.Sorted()
	}
	return t, nil
}
