//go:build !nogui

package desktop

import (
	"strings"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/home"
	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/assets/icons"
	"footpath/storage/library"
)

// statusBar is the line at the foot of the window: what it is doing, where, which keys matter; and whether the words are safe.
type statusBar struct {
	pr    *Program
	bar   fyne.CanvasObject
	row   *fyne.Container
	mode  *parts.Badge
	place *parts.Text
	rule  fyne.CanvasObject
	keys  *parts.Text
	hints []string // what keys do here
	hint  string   // instead of them; empty for none

	present *parts.Button // shows while a room sees the map; freezes what it sees
	filter  *parts.Button // shows while some cards stand out; clears that
	checks  *parts.Button // shows while something on the map is worth a look; lists that
	bin     *parts.Button
	saving  *parts.Text
	savedAs *parts.Icon
	retry   *parts.Button
	zoomBox *fyne.Container
	zoom    *parts.Button
}

func newStatusBar(pr *Program) *statusBar {
	meta := parts.Type{Size: look.Meta}
	button := func(p parts.ButtonParams) *parts.Button {
		p.Kind = parts.Quiet
		b := parts.NewButton(p)
		b.OnEscape(pr.focus)
		b.OnKey(pr.TypedKey)
		return b
	}
	s := &statusBar{
		pr:      pr,
		mode:    parts.NewBadge(pr.say(words.StateSelect)),
		place:   parts.NewText("", meta),
		rule:    parts.ToolbarRule(),
		keys:    parts.NewText("", parts.Type{Size: look.Meta, Role: look.Secondary, Cut: true}),
		saving:  parts.NewText("", meta),
		savedAs: parts.NewIcon(icons.Check, look.Success, 14),
	}
	quiet := func(icon icons.Name, label string, do func()) *parts.Button {
		return button(parts.ButtonParams{Icon: icon, Label: label, Height: 24, OnTapped: do})
	}
	tool := func(icon icons.Name, name string) *parts.Button {
		return button(parts.ButtonParams{
			Icon: icon, Height: 24, Name: pr.nameOf(name), OnTapped: func() {
				pr.Run(name)
				pr.focus()
			}, OnHover: pr.hint(func() string { return pr.hintOf(name) }),
		})
	}
	s.filter = button(parts.ButtonParams{
		Icon: icons.Filter, Height: 22, Name: pr.nameOf("clear-filter"), OnTapped: func() { pr.Run("clear-filter") },
		OnHover: pr.hint(func() string { return pr.hintOf("clear-filter") }),
	})
	s.filter.SetOn(true)
	s.present = button(parts.ButtonParams{
		Icon: icons.Play, Height: 22, OnTapped: func() {
			pr.Run("present-freeze")
			pr.focus()
		}, OnHover: pr.hint(func() string { return pr.hintOf("present-freeze") }),
	})
	s.checks = button(parts.ButtonParams{
		Icon: icons.Warning, Ink: look.Warning, Height: 22, OnTapped: func() { pr.Run("checks") },
		OnHover: pr.hint(func() string { return pr.hintOf("checks") }),
	})
	s.bin = quiet(icons.Bin, "", func() {
		pr.Run("show-bin")
		pr.focus()
	})
	s.retry = quiet(icons.Restore, pr.say(words.SavingRetry), pr.retry)
	s.zoom = button(parts.ButtonParams{
		Label: "100 %", Height: 24, Name: pr.nameOf("zoom-100"), OnTapped: func() {
			pr.Run("zoom-100")
			pr.focus()
		}, OnHover: pr.hint(func() string { return pr.hintOf("zoom-100") }),
	})
	s.zoomBox = parts.Row(0, parts.ToolbarRule(), tool(icons.Fit, "fit-map"), tool(icons.Minus, "zoom-out"), parts.Sized(s.zoom, 56, 0), tool(icons.Plus, "zoom-in"))
	s.row = parts.Row(8, s.mode, s.place, s.rule, s.keys, s.present, s.filter, s.checks, s.bin, parts.Row(6, s.savedAs, s.saving), s.retry, s.zoomBox)
	s.bar = parts.NewPanel(
		parts.PanelStyle{Fill: look.Surface, Top: look.Hairline},
		parts.Sized(parts.Inset(&fyne.Container{Layout: fitting{s}, Objects: []fyne.CanvasObject{s.row}}, 12, 0, 12, 0), 0, look.StatusHeight),
	)
	return s
}

// setHint shows words in place of the keys; none brings the keys back.
func (s *statusBar) setHint(words string) {
	s.hint = words
	s.pr.refreshStatus()
}

// refreshStatus says what is going on.
func (pr *Program) refreshStatus() {
	s := pr.status
	if pr.open != nil {
		pr.mapStatus(s)
	} else {
		pr.homeStatus(s)
	}
	s.fit(s.row.Size()) // words of another length move what stands beside them
}

// fit lays the bar out. Where there is no room for all, it names fewer keys; where there is none for any, it cuts the place and what
// is wrong. This comes with every keystroke: nothing is painted that is the same.
func (s *statusBar) fit(size fyne.Size) {
	wide := func(words string) float32 { return fyne.MeasureText(words, look.Meta, fyne.TextStyle{}).Width }
	room := size.Width
	for _, t := range []*parts.Text{s.place, s.saving, s.keys} {
		room += t.MinSize().Width
	}
	s.keys.Show()
	room -= s.row.MinSize().Width + wide(s.place.Words()) + wide(s.saving.Words())
	said := s.hint
	for i := len(s.hints); said == "" && i > 0; i-- {
		if keys := strings.Join(s.hints[:i], between); wide(keys) <= room {
			said = keys
		}
	}
	s.keys.Set(said)
	const sayable = 160 // "Saved" and its like, in any language
	tight := room < 0
	s.keys.Hidden = tight
	if s.rule.Hide(); said != "" && s.mode.Visible() {
		s.rule.Show()
	}
	s.place.SetCut(tight)
	s.saving.SetCut(tight && wide(s.saving.Words()) > sayable)
	s.row.Move(fyne.NewPos(0, 0))
	s.row.Resize(size)
	s.row.Layout.Layout(s.row.Objects, size)
}

// between stands between what two keys do.
const between = "      "

// fitting is the layout of what fits itself in.
type fitting struct{ fits *statusBar }

// MinSize implements fyne.Layout.
func (f fitting) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, f.fits.row.MinSize().Height)
}

// Layout implements fyne.Layout.
func (f fitting) Layout(_ []fyne.CanvasObject, size fyne.Size) { f.fits.fit(size) }

func (pr *Program) mapStatus(s *statusBar) {
	board := pr.shownBoard().Status()
	mode := words.StateSelect
	switch {
	case pr.past != nil:
		mode, board.Place = words.StateHistory, pr.past.bar.Words()
		board.Hints = []words.Key{words.HistoryHintMove, words.HistoryHintBack, words.HistoryHintName, words.HistoryHintNow}
	case pr.beside() != nil:
		board.Hints = pr.beside()
	case board.Editing:
		mode = words.StateEdit
	case pr.showing != nil:
		mode = words.StatePresent
	}
	s.mode.Set(pr.say(mode))
	s.place.Set(board.Place)
	s.hints = pr.hints(board.Hints)
	s.mode.Show()
	s.zoom.SetLabel(pr.sayWith(words.BoardZoom, words.Args{"percent": board.Zoom}))
	s.zoomBox.Show()
	s.bin.Hide()
	s.present.SetLabel(pr.showSaid())
	s.present.SetOn(pr.showing != nil && (pr.showing.Frozen() || pr.showing.Blank()))
	s.present.Hidden = s.present.Label() == ""
	s.filter.SetLabel(pr.filterSaid())
	s.filter.Hidden = s.filter.Label() == ""
	s.checks.SetLabel(pr.checksSaid())
	s.checks.Hidden = s.checks.Label() == ""
	pr.showSaving(pr.open.status)
	pr.toolbar.refresh()
	pr.refreshMenu()
}

// beside says what keys do while a bar or a panel beside the board has the keyboard; nil elsewhere.
func (pr *Program) beside() []words.Key {
	focused := pr.win.Canvas().Focused()
	switch {
	case pr.filter != nil && pr.filter.bar.Has(focused):
		enter := words.FilterHintChoose
		if pr.filter.bar.Typing(focused) {
			enter = words.FilterHintDone
		}
		return []words.Key{enter, words.FilterHintWalk, words.FilterHintEnd}
	case pr.finding != nil && pr.finding.bar.Has(focused):
		return pr.findKeys(focused)
	case pr.outline != nil && pr.outline.Has(focused):
		return []words.Key{words.OutlineHintWalk, words.OutlineHintEnter}
	case pr.checks.panel != nil && pr.checks.panel.Has(focused):
		return pr.checkKeys()
	case pr.capture != nil && pr.capture.Has(focused):
		return []words.Key{words.HintNotes, words.HintBack}
	case pr.showsDetails() && pr.open.details.Has(focused):
		return []words.Key{words.HintTabOn, words.HintBack, words.HintClose}
	}
	return nil
}

func (pr *Program) homeStatus(s *statusBar) {
	maps, bin := pr.home.Counts()
	all := maps
	if pr.home.ShowsBin() {
		all = bin
	}
	s.place.Set(words.Capital(pr.sayWith(words.HomeMaps, words.Args{"n": all})))
	if pr.home.Searches() {
		s.place.Set(pr.sayWith(words.HomeShown, words.Args{"shown": len(pr.home.Shown()), "n": all}))
	}
	s.mode.Hide()
	s.rule.Hide()
	s.zoomBox.Hide()
	s.filter.Hide()
	s.checks.Hide()
	s.present.Hide()
	s.bin.SetLabel(pr.sayWith(words.HomeBinCount, words.Args{"n": bin}))
	s.bin.Hidden = bin == 0 && !pr.home.ShowsBin()
	s.bin.SetOn(pr.home.ShowsBin())
	s.hints = pr.hints(pr.homeKeys())
	pr.showSaving(pr.worst())
	pr.refreshMenu()
}

// homeKeys are what keys do where the keyboard is on home.
func (pr *Program) homeKeys() []words.Key {
	switch on := pr.home.Has(); {
	case on == home.InSearch && len(pr.home.Shown()) == 0:
		return []words.Key{words.HomeHintClear}
	case on == home.InSearch && pr.home.Searches():
		return []words.Key{words.HomeHintEnterFound, words.HomeHintDown, words.HomeHintClear}
	case on == home.InSearch:
		return []words.Key{words.HomeHintSearch, words.HomeHintDown, words.HomeHintLeave}
	case on == home.OnTemplate:
		return []words.Key{words.HomeHintTemplate, words.HomeHintMenu}
	case on == home.OnMap && pr.home.ShowsBin():
		return []words.Key{words.HomeHintRestore, words.HomeHintDelete, words.HomeHintBack}
	case on == home.OnMap:
		return []words.Key{words.HomeHintEnter, words.HomeHintRename, words.HomeHintBin, words.HomeHintMenu}
	case pr.home.ShowsBin():
		return []words.Key{words.HomeHintBack}
	}
	return nil
}

// hints say what keys do, one by one.
func (pr *Program) hints(keys []words.Key) []string {
	said := make([]string, len(keys))
	for i, key := range keys {
		said[i] = pr.say(key)
	}
	return said
}

// showSaving says how far saving has come.
func (pr *Program) showSaving(status library.Status) {
	s := pr.status
	s.retry.Hide()
	switch status.Saving {
	case library.Saved:
		key := words.SavingSaved
		if pr.open == nil {
			key = words.SavingLocal
		}
		s.savedAs.Set(icons.Check, look.Success)
		s.saving.SetRole(look.Success)
		s.saving.Set(pr.say(key))
	case library.Pending:
		s.savedAs.Set(icons.Wait, look.Secondary)
		s.saving.SetRole(look.Secondary)
		s.saving.Set(pr.say(words.SavingSaving))
	default:
		s.savedAs.Set(icons.Warning, look.Error)
		s.saving.SetRole(look.Error)
		s.saving.Set(pr.sayWith(words.SavingNotSaved, words.Args{"reason": pr.sentence(status.Err)}))
		s.retry.Show()
	}
}

// worst is the status of the map that is worst off, of those not wholly saved.
func (pr *Program) worst() library.Status {
	worst := library.Status{}
	for _, m := range pr.kept {
		if m.status.Saving > worst.Saving {
			worst = m.status
		}
	}
	return worst
}

// Saving is what the status bar says of saving.
func (pr *Program) Saving() string { return pr.status.saving.Words() }

// retry tries again to write what could not be written.
func (pr *Program) retry() {
	pr.jobs.do(pr.p.Library.Retry)
	pr.focus()
}
