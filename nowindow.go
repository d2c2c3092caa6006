//go:build nogui

package main

import "footpath/app/command"

// openWindow is nil: this program is the command line alone.
var openWindow func(command.Window) error
