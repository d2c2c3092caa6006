// Package settings keeps what a person has set for the program as a whole: a small YAML file in their configuration folder.
package settings

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"

	"github.com/goccy/go-yaml"

	"footpath/storage/atomicfile"
)

// maxFile is the largest file that is read, in bytes. A written one has a few hundred.
const maxFile = 64 << 10

// Settings are what a person has set. The zero value is what a newcomer has.
type Settings struct {
	// Theme is "light", "dark", "high-contrast", or empty for what the system has.
	Theme string `yaml:"theme,omitempty"`
	// Language is the language of the window, as BCP 47 writes it; empty is the system's.
	Language string `yaml:"language,omitempty"`
	// TextSize is how large everything is in the window, in per cent; zero is 100.
	TextSize int `yaml:"text-size,omitempty"`
	// EnterBreaks says that Enter begins a new line while a card is being typed, and Ctrl+Enter takes the next card.
	EnterBreaks bool `yaml:"enter-breaks,omitempty"`
	// Width and Height are the window's, in points of the toolkit; zero before there was one.
	Width  int `yaml:"width,omitempty"`
	Height int `yaml:"height,omitempty"`
	// LastMap is the ID of the map that was open last.
	LastMap string `yaml:"last-map,omitempty"`
	// AtHome says that since then all maps were looked at.
	AtHome bool `yaml:"at-home,omitempty"`
	// List says that home lists the maps below each other rather than as tiles.
	List bool `yaml:"list,omitempty"`
	// ExportFolder is where the last export went.
	ExportFolder string `yaml:"export-folder,omitempty"`
	// RecentFiles are the paths of the files opened or saved last, the latest first.
	RecentFiles []string `yaml:"recent-files,omitempty"`

	// kept are keys of a later version, written back as they were.
	kept yaml.MapSlice
}

// known are the keys of this version.
var known = map[string]bool{
	"theme": true, "language": true, "text-size": true, "enter-breaks": true, "at-home": true, "list": true, "width": true, "height": true, "last-map": true, "export-folder": true, "recent-files": true,
}

// Read reads the settings at path. A file that is not there gives the zero Settings; one that cannot be understood gives them
// too, and an error that says why.
func Read(path string) (Settings, error) {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Settings{}, nil
	}
	if err != nil {
		return Settings{}, fmt.Errorf("the settings could not be read: %w", err)
	}
	defer file.Close() //nolint:errcheck // it was only read
	data, err := io.ReadAll(io.LimitReader(file, maxFile+1))
	if err != nil {
		return Settings{}, fmt.Errorf("the settings could not be read: %w", err)
	}
	s, err := decode(data)
	if err != nil {
		return Settings{}, fmt.Errorf("the settings in %s could not be understood: %w", path, err)
	}
	return s, nil
}

// decode reads the text of a file. The parser is foreign code: a panic of it is an error like others.
func decode(data []byte) (s Settings, err error) {
	if len(data) > maxFile {
		return Settings{}, fmt.Errorf("the file has more than %d bytes", maxFile)
	}
	defer func() {
		if r := recover(); r != nil {
			s, err = Settings{}, fmt.Errorf("the file is no YAML: %v", r)
		}
	}()
	if err := yaml.Unmarshal(data, &s); err != nil {
		return Settings{}, err
	}
	var all yaml.MapSlice
	if err := yaml.Unmarshal(data, &all); err != nil {
		return Settings{}, err
	}
	for _, item := range all {
		if key, ok := item.Key.(string); ok && !known[key] {
			s.kept = append(s.kept, item)
		}
	}
	return s, nil
}

// encode writes the text of a file. Strings are quoted as JSON has them, which YAML reads whatever they hold.
func encode(s Settings) (data []byte, err error) {
	var out bytes.Buffer
	for _, line := range []struct {
		key   string
		value any
		set   bool
	}{
		{"theme", s.Theme, s.Theme != ""},
		{"language", s.Language, s.Language != ""},
		{"text-size", s.TextSize, s.TextSize != 0},
		{"enter-breaks", s.EnterBreaks, s.EnterBreaks},
		{"width", s.Width, s.Width != 0},
		{"height", s.Height, s.Height != 0},
		{"last-map", s.LastMap, s.LastMap != ""},
		{"at-home", s.AtHome, s.AtHome},
		{"list", s.List, s.List},
		{"export-folder", s.ExportFolder, s.ExportFolder != ""},
		{"recent-files", s.RecentFiles, len(s.RecentFiles) > 0},
	} {
		if !line.set {
			continue
		}
		value, err := json.Marshal(line.value)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&out, "%s: %s\n", line.key, value)
	}
	out.Write(encodeKept(s.kept))
	return out.Bytes(), nil
}

// encodeKept writes what is not ours; what the foreign writer cannot write, it could not have read.
func encodeKept(kept yaml.MapSlice) (data []byte) {
	if len(kept) == 0 {
		return nil
	}
	defer func() {
		if recover() != nil {
			data = nil
		}
	}()
	data, err := yaml.Marshal(kept)
	if err != nil {
		return nil
	}
	return data
}

// Write writes the settings to path, whole or not at all, and makes the folder it stands in.
func Write(path string, s Settings) error {
	data, err := encode(s)
	if err != nil {
		return fmt.Errorf("the settings could not be written: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("the settings could not be written: %w", err)
	}
	err = atomicfile.Write(path, 0o600, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
	if err != nil {
		return fmt.Errorf("the settings could not be written: %w", err)
	}
	return nil
}

// Same tells whether two settings say the same.
func (s Settings) Same(o Settings) bool {
	s.kept, o.kept = nil, nil
	same := slices.Equal(s.RecentFiles, o.RecentFiles)
	s.RecentFiles, o.RecentFiles = nil, nil
	return same && reflect.DeepEqual(s, o)
}
