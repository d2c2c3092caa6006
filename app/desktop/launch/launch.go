//go:build !nogui

// Package launch starts the window program. It alone links the toolkit's real driver, so that all other packages can be tested
// without a display.
package launch

import (
	"errors"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"footpath/app/desktop"
	"footpath/app/formats"
	"footpath/app/places"
	"footpath/app/words"
	"footpath/assets/icon"
	"footpath/mapmodel"
	"footpath/storage/library"
	"footpath/storage/settings"
)

// appID is the program's, as FyneApp.toml has it.
const appID = "io.github.footpath.Footpath"

// later is when memory is tidied up and the system's fonts are looked for: not while the first frame needs both hands.
const later = 2 * time.Second

// Params say what to start with.
type Params struct {
	// Library is the path of the library's file.
	Library string
	// Show is a MAP or a FILE to open, or empty for all maps.
	Show    string
	Version string
}

// Run opens the window and returns when it is closed. A library that cannot be opened is an error, told in a window of its own
// where nobody would read it otherwise; so is whatever could not be written at the end.
func Run(p Params) error {
	language := words.For(locale())
	if handedOver(p) {
		return nil
	}
	time.AfterFunc(later, withoutCollector())
	crashed := keepNotes()
	set, setErr := settings.Read(places.Settings())
	if set.Language != "" {
		language = words.For(set.Language)
	}
	moved := make(chan library.Elsewhere, 8)
	maps, err := openLibrary(p.Library, func(e library.Elsewhere) { moved <- e })
	if err != nil {
		if !heard(os.Stderr) {
			showError(desktop.Sentence(language, err), language, set)
		}
		return err
	}
	trace, err := openTrace()
	if err != nil {
		return errors.Join(err, maps.Close())
	}
	a := newApp()
	program := desktop.New(a, desktop.Params{
		Library: maps.Library, Source: mapmodel.NewSource(), Words: language, Settings: set, Trace: trace, Version: p.Version,
		HomeFolder: places.Home(), Save: func(s settings.Settings) error { return settings.Write(places.Settings(), s) },
		Scale: scaler(), SecondDisplay: secondDisplay, First: first(maps.Library, p.Show, set),
	})
	show(program, maps.Library, p.Show)
	if setErr != nil {
		program.Warn(setErr)
	}
	maps.tell(program)
	go func() {
		for e := range moved {
			fyne.Do(func() { program.TellElsewhere(e) })
		}
	}()
	if crashed != "" {
		program.Warn(&desktop.CrashError{Path: crashed})
	}
	if err := serve(p.Library, program, maps.Library); err != nil {
		program.Warn(err)
	}
	follow(program, maps.Library)
	maps.Warm()
	maps.KeepIndexed()
	warn := func(err error) { fyne.Do(func() { program.Warn(err) }) }
	maps.KeepBackedUp(warn)
	maps.KeepSealed(warn)
	hangUp(a)
	time.AfterFunc(later, formats.FindSystemFonts)
	a.Run()
	return program.Stop()
}

func newApp() fyne.App {
	a := app.NewWithID(appID)
	a.SetIcon(fyne.NewStaticResource("footpath.png", icon.PNG))
	return a
}

// first is the map that show is going to open; the zero ID where it opens a file or all maps, or will say what is wrong.
func first(maps *library.Library, what string, set settings.Settings) mapmodel.ID {
	switch {
	case what == "":
		if id, ok := desktop.LastMap(set); ok {
			return id
		}
	case !formats.IsFile(what):
		if found, err := maps.Find(what); err == nil {
			return found.ID
		}
	}
	return mapmodel.ID{}
}

// show opens what the command line names: a file, a map, or all maps.
func show(program *desktop.Program, maps *library.Library, what string) {
	switch {
	case what == "":
		program.Resume()
	case formats.IsFile(what):
		program.OpenFile(what)
	default:
		found, err := maps.Find(what)
		if err != nil {
			program.OpenHome()
			program.Warn(err)
			return
		}
		program.OpenMap(found.ID)
	}
}

// openTrace begins the trace that FOOTPATH_TRACE asks for.
func openTrace() (*desktop.Trace, error) {
	if path := os.Getenv("FOOTPATH_TRACE"); path != "" {
		return desktop.OpenTrace(path)
	}
	return nil, nil //nolint:nilnil // no trace is asked for, and a nil one does nothing
}

// locale is the language the system speaks.
func locale() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := os.Getenv(name); value != "" {
			return value
		}
	}
	return ""
}

// scaler makes the toolkit draw everything larger by a factor, beside what the person has asked of it by its own variable.
func scaler() func(float32) {
	const variable = "FYNE_SCALE"
	own := 1.0
	if asked, err := strconv.ParseFloat(os.Getenv(variable), 32); err == nil && asked > 0 {
		own = asked
	}
	return func(factor float32) { _ = os.Setenv(variable, strconv.FormatFloat(own*float64(factor), 'f', 2, 32)) } // the name is a good one
}

// hangUp ends the program as it should when its terminal goes away; the toolkit itself minds interrupt and terminate.
func hangUp(a fyne.App) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGHUP)
	go func() {
		<-signals
		fyne.Do(a.Quit)
	}()
}

// heard tells whether somebody or something reads what is said on a stream: a terminal, a pipe, a file. What a desktop starts
// writes to nowhere or to a log.
func heard(stream *os.File) bool {
	info, err := stream.Stat()
	if err != nil {
		return false
	}
	nowhere, err := os.Stat(os.DevNull)
	if err == nil && os.SameFile(info, nowhere) {
		return false
	}
	mode := info.Mode()
	return mode.IsRegular() || mode&(os.ModeNamedPipe|os.ModeCharDevice) != 0
}

// showError says in a window of its own why the program cannot start.
func showError(sentence string, language words.Language, set settings.Settings) {
	a := newApp()
	desktop.ShowError(a, sentence, language, set)
	a.Run()
}
