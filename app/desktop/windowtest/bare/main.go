//go:build !nogui

// Command bare is what the window benchmarks hold the editor against: a window of the toolkit with one line of words, and nothing
// else.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	window := app.NewWithID("io.github.footpath.Bare").NewWindow("Bare")
	window.SetContent(widget.NewLabel("A window with one line of words"))
	window.Resize(fyne.NewSize(1440, 900))
	window.ShowAndRun()
}
