//go:build !nogui

package launch

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"

	"footpath/app/desktop"
	"footpath/storage/engine"
	"footpath/storage/library"
)

// followPause is how long changes gather before home is listed anew: an import of many files is one.
const followPause = 300 * time.Millisecond

// follow shows on home what commands beside the window do to the library's maps, until the library is closed.
func follow(program *desktop.Program, maps *library.Library) {
	touched := make(chan struct{}, 1)
	note := func() {
		select {
		case touched <- struct{}{}:
		default: // it is noted already
		}
	}
	go func() {
		defer close(touched)
		for {
			var err error
			for _, err = range maps.Watch(context.Background(), maps.Revision()) {
				if err == nil {
					note()
				}
			}
			if !errors.Is(err, engine.ErrCompacted) {
				return
			}
			note()
		}
	}()
	go func() {
		for range touched {
			time.Sleep(followPause)
			fyne.Do(program.ListAgain)
		}
	}()
}
