// Command footpath draws the path a customer walks: an editor for
// customer-experience maps, in a window and on the command line.
package main

import (
	"os"

	"footpath/app/command"
)

// version is the program's version, as FyneApp.toml has it.
const version = "0.1.0"

func main() {
	info, err := os.Stderr.Stat()
	os.Exit(command.Run(os.Args[1:], command.Params{
		Streams: command.Streams{
			In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
			Terminal: err == nil && info.Mode()&os.ModeCharDevice != 0,
		},
		Version:     version,
		SystemFonts: true,
		Open:        openWindow,
	}))
}
