package formats

import (
	"footpath/app/places"
	"footpath/render/text"
)

// UseSystemFonts lets the system's fonts draw what the embedded ones lack;
// what is found is noted in the user's cache.
func UseSystemFonts() { text.UseSystemFonts(places.Cache()) }

// FindSystemFonts looks for the system's fonts now, so that the first letter
// that needs one does not wait for them.
func FindSystemFonts() { text.FindSystemFonts() }
