//go:build !nogui

package desktop

import (
	"testing"

	"footpath/app/words"
)

func TestEveryLineOfTheSheetOfKeysStaysInItsColumn(t *testing.T) {
	for _, language := range words.Languages() {
		s := newStage(t).start()
		s.speak(language)
		s.settle()
		for _, wide := range []float32{keysWide, 280} {
			for _, g := range s.keyGroups() {
				for _, line := range g.lines {
					if got := keySheetRow(line, wide).MinSize().Width; got > wide {
						t.Errorf("%s, %g wide: %q with %q%v needs %g", language.Tag(), wide, line.what, line.how, line.keys, got)
					}
				}
			}
		}
	}
}
