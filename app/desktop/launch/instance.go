//go:build !nogui

package launch

import (
	"encoding/json"
	"fmt"
	"path/filepath"

	"footpath/app/desktop"
	"footpath/app/formats"
	"footpath/app/places"
	"footpath/storage/library"

	"fyne.io/fyne/v2"
)

// request is what a second start asks of the first.
type request struct {
	// Show is a MAP, the full path of a FILE, or empty for just the window.
	Show string `json:"show"`
}

// handedOver hands what is to be shown to the window that has the library open; false where there is none.
func handedOver(p Params) bool {
	r := request{p.Show}
	if r.Show != "" && formats.IsFile(r.Show) {
		if full, err := filepath.Abs(r.Show); err == nil {
			r.Show = full
		}
	}
	message, err := json.Marshal(r)
	if err != nil {
		return false
	}
	_, err = library.Tell(places.Socket(p.Library), message)
	return err == nil
}

// serve lets commands use the library while it is open here, and later starts show in this window what they were to show.
func serve(path string, program *desktop.Program, maps *library.Library) error {
	return maps.Serve(places.Socket(path), func(message []byte) ([]byte, error) {
		var r request
		if err := json.Unmarshal(message, &r); err != nil {
			return nil, fmt.Errorf("the message is not understood: %w", err)
		}
		fyne.Do(func() {
			if r.Show != "" {
				show(program, maps, r.Show)
			}
			program.Window().RequestFocus()
		})
		return nil, nil
	})
}
