//go:build !nogui

package history

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/assets/icons"
	"footpath/mapmodel"
	"footpath/storage/library"
)

// Width of the panel, in points.
const Width float32 = 340

// page is how many moments are read at a time.
const page = 500

// Params are what the time line is given.
type Params struct {
	Canvas fyne.Canvas
	Words  words.Language
	Now    func() time.Time
	// Page reads up to n moments before a number, the latest first; library.Present begins at the latest. Names reads the moments
	// with names. Who is the name of an author, empty for the person themselves. They are called off the UI goroutine.
	Page  func(before uint64, n int) ([]library.Moment, error)
	Names func() ([]library.Snapshot, error)
	Who   func(mapmodel.ID) string
	// OnGo is told the moment gone to.
	OnGo func(Row)
	// OnRestore is called by Enter: the map is to be as it was at the moment gone to.
	OnRestore func()
	// OnName gives a moment a name; an empty one takes its name away.
	OnName func(seq uint64, name string)
	// OnClose goes back to now.
	OnClose func()
	// OnProblem is told why something could not be read.
	OnProblem func(error)
	// OnKey is given the keys that mean nothing here.
	OnKey func(*fyne.KeyEvent) bool
	// Work runs a function off the UI goroutine, Later one on it.
	Work, Later func(func())
}

// Panel is the time line. It belongs to the UI goroutine.
type Panel struct {
	widget.BaseWidget
	p    Params
	list *parts.SideList
	side *parts.Side

	steps   []step
	names   []library.Snapshot
	rows    []Row
	at      int  // the row gone to
	whole   bool // all pages have been read
	reading bool
	ahead   int  // how far one has gone before anything was read
	enter   bool // and whether Enter was pressed there
	toEnd   bool // the first moment is to be gone to, once it has been read
	turn    int  // of the reading anew, so that a slow one does not come over a later one
	naming  *parts.Field
}

// New makes the panel; Read fills it.
func New(p Params) *Panel {
	h := &Panel{p: p}
	h.list = newLines(h)
	h.side = parts.NewSide(parts.SideParams{
		Width: Width, Icon: icons.Clock, Title: p.Words.Say(words.HistoryTitle, nil), Right: true,
		Close: p.Words.Say(words.CommandClose, nil), OnClose: p.OnClose, OnKey: p.OnKey,
	}, h.list)
	h.ExtendBaseWidget(h)
	return h
}

// Read reads the time line anew, as far as it had been read. Who was at the present moment stays at it, whatever has come.
func (h *Panel) Read() {
	h.turn++
	turn, n := h.turn, page
	if k := len(h.steps); k > 0 {
		n = max(n, int(h.steps[0].seq-h.steps[k-1].from)+2)
	}
	h.reading = true
	h.p.Work(func() {
		moments, err := h.p.Page(library.Present, n)
		names, unnamed := h.p.Names()
		if err == nil {
			err = unnamed
		}
		h.p.Later(func() {
			if turn != h.turn {
				return
			}
			h.steps, h.names = nil, names
			h.take(moments, n, err)
		})
	})
}

// further reads the next page.
func (h *Panel) further() {
	if h.reading || h.whole || len(h.steps) == 0 {
		return
	}
	turn, before := h.turn, h.steps[len(h.steps)-1].from
	h.reading = true
	h.p.Work(func() {
		moments, err := h.p.Page(before, page)
		h.p.Later(func() {
			if turn == h.turn {
				h.take(moments, page, err)
			}
		})
	})
}

// take adds what was read.
func (h *Panel) take(moments []library.Moment, n int, err error) {
	h.reading = false
	h.steps = fold(h.steps, moments)
	h.whole = err != nil || len(moments) < n || len(moments) > 0 && moments[len(moments)-1].Seq == 0
	if err != nil {
		h.p.OnProblem(err)
	}
	h.tell()
	if ahead := h.ahead; ahead != 0 && len(h.rows) > 0 {
		h.ahead = 0
		h.goTo(h.at+ahead, 1)
	}
	if h.enter {
		h.enter = false
		h.p.OnRestore()
		return
	}
	if h.toEnd {
		h.goTo(len(h.rows)-1, -1)
	}
}

// tell makes the rows anew and stays at the moment gone to.
func (h *Panel) tell() {
	was := h.At()
	present := h.at <= h.firstRow()
	h.rows = teller{h.p.Words, h.p.Now(), h.p.Who}.rows(h.steps, h.names)
	h.list.Refresh()
	at := h.firstRow()
	if !present {
		at = h.find(was)
	}
	h.put(at)
	if now := h.At(); now.Seq != was.Seq || now.From != was.From || now.Kind != was.Kind {
		h.p.OnGo(now)
	}
}

// find is the row that stands for the same, or for the same moment.
func (h *Panel) find(r Row) int {
	best := h.firstRow()
	for i, now := range h.rows {
		if now.Kind != Day && now.From <= r.Seq && r.Seq <= now.Seq {
			best = i
			if now.Kind == r.Kind {
				return i
			}
		}
	}
	return best
}

// firstRow is that of the present moment; the heading of its day stands above.
func (h *Panel) firstRow() int { return min(1, max(len(h.rows)-1, 0)) }

// Rows are the lines shown.
func (h *Panel) Rows() []Row { return h.rows }

// At is the row gone to; the zero Row while there is none.
func (h *Panel) At() Row {
	if h.at < 0 || h.at >= len(h.rows) {
		return Row{}
	}
	return h.rows[h.at]
}

// Now tells whether the row gone to is the present moment.
func (h *Panel) Now() bool { return len(h.steps) == 0 || h.At().Seq == h.steps[0].seq }

// NameHere is the name of the moment gone to, and whether somebody gave it; empty where it has none.
func (h *Panel) NameHere() (name string, given bool) {
	for _, s := range h.names {
		if s.Seq == h.At().Seq {
			if s.Mark != "" {
				return h.p.Words.Say(words.Key(s.Mark), nil), false
			}
			return s.Name, true
		}
	}
	return "", false
}

// put marks a row without telling anybody.
func (h *Panel) put(i int) {
	h.at = i
	h.list.Put(i)
}

// goTo goes to a row and tells; a heading is passed over the way one came.
func (h *Panel) goTo(i, step int) {
	h.toEnd = h.toEnd && !h.whole
	if len(h.rows) == 0 {
		h.ahead += i - h.at // it is done once there is something to go to
		return
	}
	first, last := h.firstRow(), len(h.rows)-1
	i = max(first, min(i, last))
	if h.rows[i].Kind == Day {
		i = max(first, min(i+step, last))
	}
	if i > last-page/4 {
		h.further()
	}
	if i == h.at {
		return
	}
	h.endNaming()
	h.put(i)
	h.p.OnGo(h.At())
}

// goToName goes to the next moment with a name, earlier (1) or later (-1).
func (h *Panel) goToName(step int) {
	for i := h.at + step; i > 0 && i < len(h.rows); i += step {
		if k := h.rows[i].Kind; k == Named || k == Marked {
			h.goTo(i, step)
			return
		}
	}
	if step < 0 {
		h.goTo(0, 1)
		return
	}
	h.further()
}

// first goes to the making of the map, however much has to be read for it.
func (h *Panel) first() {
	h.toEnd = !h.whole
	h.goTo(len(h.rows)-1, -1)
}

// Focus takes the keyboard to the list.
func (h *Panel) Focus() { h.p.Canvas.Focus(h.list) }

// Has tells whether the time line has the keyboard.
func (h *Panel) Has(focused fyne.Focusable) bool {
	return focused == fyne.Focusable(h.list) || h.naming != nil && focused == fyne.Focusable(h.naming)
}

// CreateRenderer implements fyne.Widget.
func (h *Panel) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(h.side.Panel) }
