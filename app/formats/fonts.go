package formats

import (
	"path/filepath"

	"footpath/render/text"

	"github.com/adrg/xdg"
)

// UseSystemFonts lets the system's fonts draw what the embedded ones lack;
// what is found is noted in the user's cache.
func UseSystemFonts() { text.UseSystemFonts(filepath.Join(xdg.CacheHome, "footpath")) }

// FindSystemFonts looks for the system's fonts now, so that the first letter
// that needs one does not wait for them.
func FindSystemFonts() { text.Missing("地") }
