//go:build !nogui

// Package windowtest plays scenes in the real program: a window on a virtual
// display, driven by keys and by the mouse, as a person drives it. Its tests carry the build tag
// window; `make window` gives them the program and the display.
package windowtest
