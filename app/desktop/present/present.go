//go:build !nogui

// Package present shows a map to a room: a window of its own, stage by stage, in type that the last row reads.
package present

import (
	"image"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/render/scene"
)

// Params are what a presentation stands on. All but SecondDisplay and what begins with On must be there.
type Params struct {
	App fyne.App
	// Map is shown from Stage on; from the opening where that is not on the map.
	Map   *mapmodel.Map
	Stage mapmodel.ID
	// Style is the board's; slides take its colours.
	Style *scene.Style
	Title string

	// Work runs a function off the UI goroutine, Later one on it, After one on it when a time has passed.
	Work, Later func(func())
	After       func(time.Duration, func())
	Now         func() time.Time
	// SecondDisplay finds the one to show the map on; nil knows none.
	SecondDisplay func() Display
	// Notes makes the line that takes notes on a window; leave puts it away, and other is given the keys that mean nothing to it.
	// Nil takes none.
	Notes func(on fyne.Canvas, leave func(), other func(*fyne.KeyEvent) bool) NoteLine
	// OnChange hears when the room sees another stage, or something was frozen, blanked or let go.
	OnChange func()
	// OnEnd hears that the window is closed, and which stage it showed.
	OnEnd func(stage mapmodel.ID)
	// OnVotes keeps a vote's result, and tells whether it could. Nil keeps none.
	OnVotes func(votes map[mapmodel.ID]int) bool
	// Mods tells which keys are held while another is pressed.
	Mods func() fyne.KeyModifier
	// OnKey gets the keys that mean nothing here.
	OnKey func(*fyne.KeyEvent)
}

// Show is a presentation under way. It belongs to the UI goroutine.
type Show struct {
	p      Params
	win    fyne.Window
	screen *screen
	notes  NoteLine // at the foot, while it shows
	style  *scene.Style

	live, m   *mapmodel.Map // as it is, and as the room sees it
	at        spot
	nth       int   // its place, for when it is gone
	page      int   // of its slides; lastPage before their number is known
	pages     int   // 0 while it is not known
	moves     []int // waiting for that
	under     spot  // what lies under a vote or a code, and its slide
	underPage int
	zoom      int     // index into zooms
	vote      *ballot // under way; nil for none
	links     []link  // that the room sees as codes
	frozen    bool
	blank     bool

	timer   Timer
	asking  bool // the next key says how long
	notices int  // counts them, so that an old one's end is not heard
	ticks   int  // counts the timer's calls, so that an old one is not heard
	aside   float64

	painting, again, over bool
}

// lastPage asks for the last slide of a place.
const lastPage = -1

// windowed is the window's size out of the full screen.
var windowed = fyne.NewSize(960, 540)

// zooms are the sizes of type there are, in times the usual.
var zooms = []float64{1, 1.15, 1.3, 1.5}

// Open shows a map full screen, on the second display where there is one.
func Open(p Params) *Show {
	s := &Show{p: p, style: scene.Presenting(p.Style), live: p.Map, m: p.Map}
	if !p.Stage.IsZero() {
		s.goTo(max(s.place(spot{middle, p.Stage}), 0))
	}
	s.open()
	s.fill()
	s.win.Show()
	s.ask()
	if s.Opening() { // nobody can guess the keys, and in front of people nobody reads a manual
		s.tellKeys()
	}
	return s
}

// tellKeys says for a moment what the keys do.
func (s *Show) tellKeys() { s.notify(s.say(words.PresentKeys, nil)) }

// open makes the window, not full screen yet.
func (s *Show) open() {
	s.screen, s.notes = newScreen(s), nil
	s.win = s.p.App.NewWindow(s.p.Title)
	s.win.SetPadded(false)
	s.win.SetContent(s.screen)
	s.win.SetCloseIntercept(s.End)
	s.win.Canvas().Focus(s.screen)
	s.win.Resize(windowed)
}

// Display is one beside the main one.
type Display struct {
	There bool
	// Bounds are its place among the displays, in the system's own units, where Placed is true: then a window can be put there.
	// Elsewhere the toolkit finds it.
	Placed bool
	Bounds image.Rectangle
}

// fill has the window fill the second display, or the only one, as soon as it shows.
func (s *Show) fill() {
	second := Display{}
	if s.p.SecondDisplay != nil {
		second = s.p.SecondDisplay()
	}
	w, ok := s.win.(desktop.Window)
	switch {
	case !ok || !second.There:
	case second.Placed:
		quarter := second.Bounds.Size().Div(4)
		w.RequestPosition(second.Bounds.Min.X+quarter.X, second.Bounds.Min.Y+quarter.Y)
	default:
		w.RequestFullScreenSecondary()
		return
	}
	s.win.SetFullScreen(true)
}

// Window is the presentation's.
func (s *Show) Window() fyne.Window { return s.win }

// Stage is the stage that shows; the zero ID for the opening and the closing slides.
func (s *Show) Stage() mapmodel.ID { return s.at.stage }

// Opening tells whether the room sees what a presentation opens with.
func (s *Show) Opening() bool { return s.at.part == opening }

// Closing tells whether the room sees what it closes with: all opportunities.
func (s *Show) Closing() bool { return s.at.part == closing }

// Page is the slide that shows of the place's, from 0, and Pages their number; 0 while it is not known.
func (s *Show) Page() int { return max(s.page, 0) }

// Pages is the number of the place's slides.
func (s *Show) Pages() int { return s.pages }

// Frozen tells whether the room sees the map as it was.
func (s *Show) Frozen() bool { return s.frozen }

// Blank tells whether the room sees nothing.
func (s *Show) Blank() bool { return s.blank }

// Larger is how large the type is, in times the usual.
func (s *Show) Larger() float64 { return zooms[s.zoom] }

// Timer is the time the room has.
func (s *Show) Timer() *Timer { return &s.timer }

// StageName is what the room sees, for the facilitator; empty where it is no stage.
func (s *Show) StageName() string {
	if stage := mapmodel.Find[*mapmodel.Stage](s.m, s.at.stage); stage != nil {
		return stage.Name
	}
	return ""
}

// Raise brings the window to the front.
func (s *Show) Raise() {
	s.win.RequestFocus()
	s.win.Canvas().Focus(s.screen)
}

// End closes the window.
func (s *Show) End() {
	if s.over {
		return
	}
	s.Commit()
	s.over = true
	s.ticks++
	s.win.Close()
	if s.p.OnEnd != nil {
		s.p.OnEnd(s.at.stage)
	}
}

// SetMap shows the map as it is now, unless what the room sees is frozen.
func (s *Show) SetMap(m *mapmodel.Map) {
	s.live = m
	if !s.frozen {
		s.take(m)
	}
}

// take has the room see a map.
func (s *Show) take(m *mapmodel.Map) {
	if s.m == m {
		return
	}
	s.m = m
	if s.covered() { // the vote goes on as it was; where it ends, its place is looked for
		s.ask()
		s.tell()
		return
	}
	if at := s.place(s.at); at >= 0 {
		s.nth = at
	} else { // it is gone: the one in its place
		s.goTo(s.nth)
	}
	s.ask()
	s.tell()
}

// SetStyle shows the map in other colours.
func (s *Show) SetStyle(style *scene.Style) {
	s.style = scene.Presenting(style)
	s.ask()
	s.screen.restyle()
	s.tick()
}

// Freeze keeps what the room sees as it is, or lets it follow the map again.
func (s *Show) Freeze() {
	s.frozen = !s.frozen
	if !s.frozen {
		s.take(s.live)
	}
	s.tell()
}

// BlankOut turns the room's screen black, or back.
func (s *Show) BlankOut() {
	s.blank = !s.blank
	s.screen.refresh()
	s.tell()
}

// Next goes on: to the next slide of the stage, or to the next stage.
func (s *Show) Next() { s.move(1) }

// Previous goes back.
func (s *Show) Previous() { s.move(-1) }

// GoTo shows the n-th stage, from 1, or with 0 the opening; beyond the last stage are the closing slides.
func (s *Show) GoTo(n int) {
	if s.covered() {
		return
	}
	s.moves = nil
	s.lift()
	if s.goTo(n) {
		s.ask()
	}
	s.tell()
}

// move goes a slide on or back. While it is not known how many the stage has, it waits.
func (s *Show) move(by int) {
	s.lift()
	if s.pages == 0 {
		s.moves = append(s.moves, by)
		return
	}
	switch to := s.page + by; {
	case to >= 0 && to < s.pages:
		s.page = to
		s.ask()
	case s.covered():
	case by > 0:
		if s.goTo(s.nth + 1) {
			s.ask()
		}
	case s.nth > 0:
		s.goTo(s.nth - 1)
		s.page = lastPage
		s.ask()
	}
	s.tell()
}

// lift ends the blackness.
func (s *Show) lift() {
	if s.blank {
		s.blank = false
		s.screen.refresh()
	}
}

func (s *Show) tell() {
	if s.p.OnChange != nil && !s.over {
		s.p.OnChange()
	}
}

// say says a sentence to the room: in the map's language.
func (s *Show) say(key words.Key, args words.Args) string {
	return words.For(s.m.Header().Language).Say(key, args)
}
