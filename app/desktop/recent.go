//go:build !nogui

package desktop

import (
	"path/filepath"
	"slices"

	"footpath/storage/settings"
)

// recentMost is how many of the files opened or saved last are offered.
const recentMost = 8

// recent remembers a file that was opened or saved.
func (pr *Program) recent(path string) {
	pr.remember(func(s *settings.Settings) {
		files := append([]string{path}, slices.DeleteFunc(slices.Clone(s.RecentFiles), func(p string) bool { return p == path })...)
		s.RecentFiles = files[:min(len(files), recentMost)]
	})
	pr.table = pr.commands()
	pr.menuOf = 0
	pr.refreshMenu()
}

// recentName is how a file is offered: its name, and the folder it lies in.
func recentName(path string) string {
	return filepath.Base(path) + " – " + filepath.Base(filepath.Dir(path))
}
