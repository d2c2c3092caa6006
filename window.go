//go:build !nogui

package main

import (
	"footpath/app/command"
	"footpath/app/desktop/launch"
)

// openWindow starts the window program and returns when it is closed.
var openWindow = func(w command.Window) error {
	return launch.Run(launch.Params{Library: w.Library, Show: w.Show, Version: version})
}
