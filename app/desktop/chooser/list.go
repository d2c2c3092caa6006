//go:build !nogui

package chooser

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// entry is one line of a folder.
type entry struct {
	name   string
	folder bool
}

// maxEntries bounds what is listed of one folder: nobody scrolls through more, and typing narrows it.
const maxEntries = 5000

// read lists what may be chosen in a folder: folders, and files with one of the endings (all, where there are none). Hidden
// ones are left out. Folders come first, then names in the order of their letters. It waits for the disk.
func read(folder string, endings []string) ([]entry, error) {
	found, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var list []entry
	for _, f := range found {
		if strings.HasPrefix(f.Name(), ".") {
			continue
		}
		isFolder := f.IsDir()
		if f.Type()&os.ModeSymlink != 0 {
			info, err := os.Stat(filepath.Join(folder, f.Name()))
			isFolder = err == nil && info.IsDir()
		}
		if isFolder || hasEnding(f.Name(), endings) {
			list = append(list, entry{name: f.Name(), folder: isFolder})
		}
	}
	slices.SortFunc(list, func(a, b entry) int {
		if a.folder != b.folder {
			if a.folder {
				return -1
			}
			return 1
		}
		return cmp.Or(strings.Compare(strings.ToLower(a.name), strings.ToLower(b.name)), strings.Compare(a.name, b.name))
	})
	return list[:min(len(list), maxEntries)], nil
}

func hasEnding(name string, endings []string) bool {
	name = strings.ToLower(name)
	return len(endings) == 0 || slices.ContainsFunc(endings, func(end string) bool { return strings.HasSuffix(name, end) })
}

// narrow keeps the entries in whose names a word stands, in any case of letters.
func narrow(list []entry, word string) []entry {
	if word == "" {
		return list
	}
	word = strings.ToLower(word)
	var out []entry
	for _, e := range list {
		if strings.Contains(strings.ToLower(e.name), word) {
			out = append(out, e)
		}
	}
	return out
}

// expand makes a typed path whole: ~ is the home folder, and what is not rooted stands in the present folder. A rooted path typed
// behind another, which stood in the field already, takes its place.
func expand(typed, home, present string) string {
	const sep = string(filepath.Separator)
	for _, start := range []string{sep + sep, sep + "~" + sep} {
		if at := strings.LastIndex(typed, start); at > 0 && at+len(start) < len(typed) {
			typed = typed[at+1:]
		}
	}
	switch {
	case typed == "~":
		return home
	case strings.HasPrefix(typed, "~/") || strings.HasPrefix(typed, "~"+string(filepath.Separator)):
		return filepath.Join(home, typed[2:]) + trailing(typed)
	case filepath.IsAbs(typed):
		return filepath.Clean(typed) + trailing(typed)
	default:
		return filepath.Join(present, typed) + trailing(typed)
	}
}

// trailing is the separator a typed path ends with: it says that a folder is meant.
func trailing(typed string) string {
	if len(typed) > 1 && os.IsPathSeparator(typed[len(typed)-1]) {
		return string(filepath.Separator)
	}
	return ""
}
