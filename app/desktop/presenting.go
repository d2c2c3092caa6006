//go:build !nogui

package desktop

import (
	"net/url"
	"strconv"

	"footpath/app/desktop/board/edit"
	"footpath/app/desktop/present"
	"footpath/app/words"
	"footpath/mapmodel"
)

// hasStages tells whether there is anything to show to a room.
func (pr *Program) hasStages() bool {
	if pr.open == nil {
		return false
	}
	for range pr.open.doc.Map().Stages() {
		return true
	}
	return false
}

// present shows the map to a room: from the selected stage on, or from the opening. A presentation under way comes to the front.
func (pr *Program) present(here bool) {
	if pr.open == nil {
		return
	}
	if pr.showing != nil {
		pr.showing.Raise()
		return
	}
	o := pr.open
	pr.commit()
	var from mapmodel.ID
	if here {
		from = pr.stageHere()
	}
	pr.showing = present.Open(present.Params{
		App: pr.app, Map: o.doc.Map(), Stage: from, Style: pr.style(), Title: pr.titleOf(o.doc.Map()) + " – " + programName,
		Work: pr.p.Work, Later: pr.p.Later, After: pr.p.After, Now: pr.p.Now, SecondDisplay: pr.p.SecondDisplay,
		Notes: pr.noteLine, Mods: pr.p.Mods, OnVotes: pr.keepVotes, OnChange: pr.refreshStatus, OnEnd: pr.showEnded,
	})
	pr.refreshMenu()
	pr.refreshStatus()
}

// stageHere is the stage in which something is selected; the zero ID where none is.
func (pr *Program) stageHere() mapmodel.ID {
	m, spot := pr.open.doc.Map(), pr.open.board.Spot()
	at := spot.Column
	if spot.Kind == edit.StageHead || spot.Kind == edit.StepHead {
		at = spot.ID
	}
	if stage := m.StageOf(at); stage != nil {
		return stage.ID
	}
	return mapmodel.ID{}
}

// showEnded goes back to the board, at the stage the room saw last.
func (pr *Program) showEnded(stage mapmodel.ID) {
	pr.showing = nil
	if pr.open == nil || pr.leave {
		return
	}
	if !pr.open.board.Editing() && !stage.IsZero() && pr.stageHere() != stage {
		pr.open.board.Select(stage)
	}
	pr.refreshMenu()
	pr.refreshStatus()
	pr.win.RequestFocus()
	pr.focus()
}

// site is where an address leads, short enough for the status bar.
func site(address string) string {
	if u, err := url.Parse(address); err == nil {
		return u.Host
	}
	return address
}

// keepVotes writes down what the room has decided: one step, which Ctrl+Z takes back.
func (pr *Program) keepVotes(votes map[mapmodel.ID]int) bool {
	return pr.do(func(m *mapmodel.Map) (mapmodel.Change, error) { return pr.desk.SetVotes(m, votes) })
}

// endShow ends the presentation, if there is one.
func (pr *Program) endShow() {
	if pr.showing != nil {
		pr.showing.End()
	}
}

// showSaid tells the facilitator, and nobody else, what the room sees; nothing where no room does.
func (pr *Program) showSaid() string {
	if pr.showing == nil {
		return ""
	}
	stage := pr.showing.StageName()
	switch {
	case pr.showing.Voting():
		return pr.sayWith(words.PresentStatusVote, words.Args{"n": pr.showing.Given()})
	case pr.showing.Link() != "":
		return pr.sayWith(words.PresentStatusLink, words.Args{"link": site(pr.showing.Link())})
	case pr.showing.Opening():
		stage = pr.say(words.PresentOpening)
	case pr.showing.Closing():
		stage = pr.say(words.PresentClosing)
	case stage == "":
		stage = pr.say(words.BoardUnnamed)
	}
	key := words.PresentStatus
	switch {
	case pr.showing.Blank():
		key = words.PresentStatusBlank
	case pr.showing.Frozen():
		key = words.PresentStatusFroze
	}
	return pr.sayWith(key, words.Args{"stage": stage})
}

// showCommands are what can be done with a presentation from the board: the room sees it, not how.
func (pr *Program) showCommands() []command {
	showing := func() bool { return pr.showing != nil }
	on := func(do func(*present.Show)) func() {
		return func() {
			if pr.showing != nil {
				do(pr.showing)
				pr.refreshMenu()
			}
		}
	}
	one := func(name string, key words.Key, do func(*present.Show)) command {
		return command{name: name, words: key, under: words.PresentMenu, where: atMap, enabled: showing, do: on(do)}
	}
	// What goes on in the room's window has its keys there.
	atRoom := func(do func(*present.Show)) func(*present.Show) {
		return func(s *present.Show) {
			do(s)
			s.Raise()
		}
	}
	freeze := one("present-freeze", words.PresentFreeze, (*present.Show).Freeze)
	freeze.plain, freeze.checked = "F8", func() bool { return showing() && pr.showing.Frozen() }
	blank := one("present-blank", words.PresentBlank, (*present.Show).BlankOut)
	blank.checked = func() bool { return showing() && pr.showing.Blank() }
	list := []command{
		one("present-next", words.PresentNext, (*present.Show).Next), one("present-previous", words.PresentPrevious, (*present.Show).Previous),
		freeze, blank, one("present-vote", words.MannerShowVote, atRoom((*present.Show).OpenVote)),
		one("present-links", words.MannerShowLinks, atRoom((*present.Show).OpenLinks)), one("present-end", words.PresentEnd, (*present.Show).End),
	}
	for _, n := range present.Minutes {
		c := one("timer-"+strconv.Itoa(n), "", func(s *present.Show) { s.SetTimer(n) })
		c.label, c.under = pr.sayWith(words.PresentTimerFor, words.Args{"n": n}), words.PresentTimer
		list = append(list, c)
	}
	for _, c := range []command{
		one("timer-pause", words.PresentTimerPause, (*present.Show).PauseTimer), one("timer-more", words.PresentTimerMore, (*present.Show).MoreTime),
		one("timer-end", words.PresentTimerEnd, (*present.Show).ClearTimer),
	} {
		c.under = words.PresentTimer
		list = append(list, c)
	}
	return list
}
