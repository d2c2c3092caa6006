// Package icons holds the program's own small drawings: 16 by 16, lines 1.5 wide, in one colour that the painter chooses.
package icons

import (
	"embed"
	"fmt"
)

//go:embed *.svg
var files embed.FS

// Name names a drawing.
type Name string

// The drawings, by what they stand for.
const (
	Bin   Name = "bin"   // the bin, and throwing into it
	Card  Name = "card"  // a new card
	Check Name = "check" // done, saved
	// ChevronUp is the counterpart of Down.
	ChevronUp Name = "chevron-up"
	Clock     Name = "clock"   // when
	Close     Name = "close"   // put away
	Copy      Name = "copy"    // one more of these
	Current   Name = "current" // a map of today
	Down      Name = "down"    // more below
	Export    Name = "export"  // to a file to hand on
	File      Name = "file"
	Filter    Name = "filter" // some stand out
	Fit       Name = "fit"    // the whole map in the window
	Folder    Name = "folder"
	Future    Name = "future" // a map of a hoped-for day
	Grid      Name = "grid"   // side by side
	Half      Name = "half"   // light or dark, as the system has it
	Home      Name = "home"   // all maps
	Inbox     Name = "inbox"  // notes that stand nowhere yet
	Lane      Name = "lane"   // a new lane
	List      Name = "list"   // below each other
	Minus     Name = "minus"
	Moon      Name = "moon"  // dark
	Panel     Name = "panel" // the panel beside the board
	Pencil    Name = "pencil"
	Pin       Name = "pin"  // what stands first, or stays
	Play      Name = "play" // show it to a room
	Plus      Name = "plus"
	Redo      Name = "redo"
	Restore   Name = "restore" // back out of the bin
	Right     Name = "right"   // further
	Left      Name = "left"    // back
	Search    Name = "search"
	Settings  Name = "settings"
	Stage     Name = "stage" // a new stage
	Sun       Name = "sun"   // light
	Undo      Name = "undo"
	Up        Name = "up"   // the folder above
	Wait      Name = "wait" // at work
	Warning   Name = "warning"
)

// All lists every drawing.
func All() []Name {
	return []Name{
		Bin, Card, Check, ChevronUp, Clock, Close, Copy, Current, Down, Export, File, Filter, Fit, Folder, Future, Grid, Half, Home, Inbox, Lane, Left, List, Minus, Moon,
		Panel, Pencil, Pin, Play, Plus, Redo, Restore, Right, Search, Settings, Stage, Sun, Undo, Up, Wait, Warning,
	}
}

// SVG is the drawing as SVG, whose only colour is the word currentColor. A name that is not listed is an error.
func SVG(name Name) ([]byte, error) {
	b, err := files.ReadFile(string(name) + ".svg")
	if err != nil {
		return nil, fmt.Errorf("no drawing is called %q", name)
	}
	return b, nil
}
