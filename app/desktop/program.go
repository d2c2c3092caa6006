//go:build !nogui

// Package desktop is the window program: its frame, its commands, and what happens between a map on the screen and the library.
package desktop

import (
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"footpath/app/desktop/board"
	"footpath/app/desktop/capture"
	"footpath/app/desktop/home"
	"footpath/app/desktop/look"
	"footpath/app/desktop/outline"
	"footpath/app/desktop/palette"
	"footpath/app/desktop/parts"
	"footpath/app/desktop/present"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/render/scene"
	"footpath/storage/library"
	"footpath/storage/settings"
)

// Params are what the program is given. Library and Source must be there.
type Params struct {
	Library *library.Library
	// Source gives new records their IDs.
	Source *mapmodel.Source
	// Words is the language of the window where the settings name none.
	Words words.Language
	// Settings are the person's, as read; Save, unless nil, writes them, off the UI goroutine.
	Settings settings.Settings
	Save     func(settings.Settings) error
	// Trace, unless nil, is told of every change that is on disk.
	Trace *Trace
	// HomeFolder is where files are looked for first.
	HomeFolder string
	Version    string

	// First is the map that will be shown first, or the zero ID: it is read and laid out while the window is being made.
	First mapmodel.ID

	// Work runs a function off the UI goroutine, Later one on it, After one on it when a time has passed. Nil is a goroutine of
	// its own and the toolkit's queue.
	Work, Later func(func())
	After       func(time.Duration, func())
	Now         func() time.Time
	// Scale makes the toolkit draw everything larger by a factor, once the theme is given to it again; nil leaves it as it is.
	Scale func(factor float32)
	// Mods tells which modifiers are held; nil asks the driver.
	Mods func() fyne.KeyModifier
	// SecondDisplay finds one to present on; nil knows none.
	SecondDisplay func() present.Display
	// Synchronous paints everything at once, for tests.
	Synchronous bool
}

// Program is the running window program. It belongs to the UI goroutine; only Stop may be called elsewhere, after all else.
type Program struct {
	p     Params
	app   fyne.App
	win   fyne.Window
	theme *look.Theme
	words words.Language
	set   settings.Settings
	desk  *mapmodel.Desk
	jobs  *serial // what waits for library and files, one after the other
	ours  bool    // the settings' listener is called by ourselves
	leave bool    // the program ends
	// started tells that the toolkit runs and the window is there
	started bool
	over    *atomic.Bool   // nothing more comes back to the UI goroutine
	writing sync.WaitGroup // exports under way
	asking  bool           // a quit is under way

	frame   *fyne.Container
	work    *workspace // what shows the open map
	toasts  *parts.Toasts
	toolbar *toolbar
	status  *statusBar
	table   []command
	bar     *parts.MenuBar   // nil where the system has a menu bar of its own
	menuOf  place            // what the menus are made for
	finder  *palette.Palette // the palette while it shows
	capture *capture.Bar     // the line for quick notes, while it shows
	filter  *filtering       // the filter of the map, while it shows
	outline *outline.Outline // beside the board, while it shows
	finding *finding         // the search in the map, while it shows
	checks  checking         // what is worth a look on the map
	past    *past            // the history of the map, while it shows
	showing *present.Show    // what a room sees, while it does
	used    []string         // the commands chosen in it last, by name
	marks   string           // what the system's own menu bar shows as disabled and checked

	views     *views
	home      *home.Home
	steps     homeSteps
	templates []template               // what new maps are made from
	pins      map[mapmodel.ID]bool     // the maps that stand first on home
	first     atomic.Pointer[early]    // the map that is read ahead, until it is asked for
	open      *openMap                 // the map on the screen, or nil
	kept      map[mapmodel.ID]*openMap // maps that are not wholly saved yet
	turn      int                      // of opening, so that a slow one does not come over a later one
}

// place is what the window shows.
type place uint8

const (
	atHome place = 1 << iota
	atMap
)

// The least and the first size of the window, in points.
const (
	firstWidth, firstHeight = 1440, 900
	leastWidth, leastHeight = 800, 480
)

// New makes the program and shows its window, which stays empty before OpenHome, OpenMap or OpenFile.
func New(app fyne.App, p Params) *Program {
	if p.Work == nil {
		p.Work = func(f func()) { go f() }
	}
	if p.Later == nil {
		p.Later = fyne.Do
	}
	if p.Now == nil {
		p.Now = time.Now
	}
	if p.Mods == nil {
		p.Mods = board.HeldNow
	}
	over, later := &atomic.Bool{}, p.Later
	p.Later = func(f func()) {
		if !over.Load() {
			later(f)
		}
	}
	if p.After == nil {
		p.After = func(d time.Duration, f func()) { time.AfterFunc(d, func() { p.Later(f) }) }
	}
	pr := &Program{
		over: over,
		p:    p, app: app, set: p.Settings, words: p.Words, theme: look.New(look.Mode(p.Settings.Theme)),
		desk: &mapmodel.Desk{Author: p.Library.Author(), Source: p.Source, Now: p.Now},
		kept: map[mapmodel.ID]*openMap{}, views: newViews(p.Library),
	}
	if p.Settings.Language != "" {
		pr.words = words.For(p.Settings.Language)
	}
	if p.Scale != nil {
		p.Scale(pr.scale())
	}
	pr.jobs = &serial{work: p.Work}
	pr.readFirst(p.First)
	pr.wear()
	templates := make(chan []template, 1)
	go func() {
		look.Prepare()
		templates <- readTemplates(pr.words.Tag(), p.Source)
	}()
	pr.openWindow()
	pr.build(<-templates)
	pr.keyboard()
	app.Lifecycle().SetOnStarted(func() {
		pr.started = true
		if !nativeMenu {
			pr.hearKeys()
		}
	})
	return pr
}

const programName = "Footpath"

// openWindow makes the window and shows it while there is nothing in it yet: the display takes its time to make one, and all that
// will be in it is made ready meanwhile.
func (pr *Program) openWindow() {
	pr.win = pr.app.NewWindow(programName)
	pr.win.SetPadded(false)
	pr.win.SetMaster()
	pr.win.SetCloseIntercept(pr.Quit)
	pr.win.SetOnDropped(func(_ fyne.Position, files []fyne.URI) { pr.dropped(files) })
	pr.win.SetContent(container.New(&frameLayout{scale: pr.scale()}))
	pr.win.Resize(pr.firstSize())
	pr.win.Show()
}

// build makes everything that speaks: at the start, and when another language is chosen.
func (pr *Program) build(templates []template) {
	pr.toasts = parts.NewToasts(pr.p.After)
	pr.toasts.Lift(pr.foot)
	pr.templates = templates
	pr.table = pr.commands()
	pr.toolbar = newToolbar(pr)
	pr.status = newStatusBar(pr)
	pr.home = pr.newHome()
	if !nativeMenu {
		pr.bar = parts.NewMenuBar(pr.win.Canvas(), nil, pr.focus)
	}
	pr.frame = container.New(&frameLayout{scale: 1})
	pr.work = newWorkspace()
	pr.win.SetContent(pr.frame)
	pr.menuOf = 0
}

// show puts the home view or the open map into the frame.
func (pr *Program) show() {
	var top, body fyne.CanvasObject = nil, pr.home
	title := programName
	if pr.open != nil {
		pr.work.board = pr.shownBoard().Clip()
		pr.work.arrange()
		top, body = pr.toolbar.bar, pr.work.box
		pr.work.board.MinSize() // until it is asked for something, the toolkit does not look inside it for what can have the focus
		title = pr.titleOf(pr.open.doc.Map()) + " – " + programName
	}
	if top == nil {
		top = parts.Gap(0, 0)
	}
	var bar fyne.CanvasObject = parts.Gap(0, 0)
	if pr.bar != nil {
		bar = pr.bar
	}
	pr.win.SetTitle(title)
	pr.status.hint = "" // what the pointer was on may be gone
	pr.frame.Objects = []fyne.CanvasObject{bar, top, body, pr.status.bar, pr.toasts}
	pr.frame.Layout = &frameLayout{bar: pr.bar != nil, toolbar: pr.open != nil, scale: pr.scale()}
	pr.frame.Refresh()
	pr.refreshMenu()
	pr.refreshStatus()
	pr.focus()
}

// focus takes the keyboard to what the window shows, unless a sheet waits for an answer.
func (pr *Program) focus() {
	if pr.win.Canvas().Overlays().Top() != nil {
		return
	}
	switch {
	case pr.past != nil:
		pr.past.panel.Focus()
		return
	case pr.open != nil:
		pr.win.Canvas().Focus(pr.open.board)
		return
	}
	pr.home.Focus()
}

func (pr *Program) at() place {
	if pr.open != nil {
		return atMap
	}
	return atHome
}

// Window is the program's window.
func (pr *Program) Window() fyne.Window { return pr.win }

// Home is the view of all maps.
func (pr *Program) Home() *home.Home { return pr.home }

func (pr *Program) say(key words.Key) string { return pr.words.Say(key, nil) }

func (pr *Program) sayWith(key words.Key, args words.Args) string { return pr.words.Say(key, args) }

func (pr *Program) titleOf(m *mapmodel.Map) string {
	if title := m.Header().Title; title != "" {
		return title
	}
	return pr.say(words.HomeUntitled)
}

// style is how maps are drawn in the palette that shows.
func (pr *Program) style() *scene.Style { return look.Style(pr.shown()) }

func (pr *Program) firstSize() fyne.Size {
	w, h := float32(firstWidth), float32(firstHeight)
	if pr.set.Width > 0 && pr.set.Height > 0 {
		w, h = float32(pr.set.Width), float32(pr.set.Height)
	}
	return fyne.NewSize(max(w, leastWidth/pr.scale()), max(h, leastHeight/pr.scale()))
}

// remember changes the settings and writes them.
func (pr *Program) remember(change func(*settings.Settings)) {
	before := pr.set
	change(&pr.set)
	if now := pr.set; !now.Same(before) && pr.p.Save != nil {
		pr.jobs.do(func() {
			if err := pr.p.Save(now); err != nil {
				pr.p.Later(func() { pr.problem(err) })
			}
		})
	}
}

// frameLayout sets menu bar, toolbar, body and status bar below each other, and the toasts over the body.
// The larger its text, the fewer points it may have.
type frameLayout struct {
	bar, toolbar bool
	scale        float32
}

func (f *frameLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(leastWidth/f.scale, leastHeight/f.scale)
}

func (f *frameLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if len(o) < 5 {
		return
	}
	var bar, tools float32
	if f.bar {
		bar = parts.MenuHeight
	}
	if f.toolbar {
		tools = look.ToolbarHeight
	}
	put := func(o fyne.CanvasObject, y, tall float32) {
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, tall))
	}
	top := bar + tools
	put(o[0], 0, bar)
	put(o[1], bar, tools)
	put(o[2], top, size.Height-top-look.StatusHeight)
	put(o[3], size.Height-look.StatusHeight, look.StatusHeight)
	put(o[4], top, size.Height-top-look.StatusHeight)
}
