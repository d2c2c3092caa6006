//go:build !nogui

package desktop

import (
	"time"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/home"
	"footpath/app/desktop/look"
	"footpath/app/words"
	"footpath/storage/settings"
)

// systemTime is how long the toolkit is given to learn what the system wants.
const systemTime = 10 * time.Second

// wear gives the toolkit our theme and listens for what the system wants. Where the wish is asked for on a bus, the toolkit
// says "dark" until there is an answer, and for ever where nobody answers. So it is believed when it says something else than at
// first, or speaks up soon; later it may have been stirred by something else.
func (pr *Program) wear() {
	pr.ours = true
	pr.app.Settings().SetTheme(pr.theme)
	pr.ours = false
	shown, first, start := pr.shown(), pr.app.Settings().ThemeVariant(), pr.p.Now()
	pr.app.Settings().AddListener(func(set fyne.Settings) {
		if !pr.ours && (set.ThemeVariant() != first || pr.p.Now().Sub(start) < systemTime) {
			pr.theme.Heard()
		}
		if now := pr.shown(); now != shown {
			shown = now
			pr.restyle()
		}
	})
}

// shown tells which palette shows.
func (pr *Program) shown() look.Mode { return pr.theme.Shown(pr.app.Settings().ThemeVariant()) }

func (pr *Program) isDark() bool { return pr.shown() == look.Dark }

// setMode chooses a palette, or leaves the choice to the system.
func (pr *Program) setMode(mode look.Mode) {
	pr.theme.SetMode(mode)
	pr.ours = true
	pr.app.Settings().SetTheme(pr.theme)
	pr.ours = false
	pr.remember(func(s *settings.Settings) {
		s.Theme = string(mode)
		if mode == look.System {
			s.Theme = ""
		}
	})
	pr.refreshMenu()
	pr.focus()
}

// toggleDark is the toolbar's way: from what shows to the other.
func (pr *Program) toggleDark() {
	pr.status.hint = ""
	if pr.isDark() {
		pr.setMode(look.Light)
	} else {
		pr.setMode(look.Dark)
	}
}

// restyle hands the palette on to what the toolkit does not reach: the map's own colours, and what is not on the screen at
// present, which is made anew. What is selected stays so.
func (pr *Program) restyle() {
	switch {
	case pr.frame == nil:
	case pr.open != nil:
		pr.open.board.SetStyle(pr.style())
		if pr.past != nil {
			pr.past.board.SetStyle(pr.style())
			pr.makeHistoryBar()
		}
		if pr.open.details != nil {
			pr.open.details.SetStyle(pr.style())
		}
		pr.renewHome()
		if pr.showing != nil {
			pr.showing.SetStyle(pr.style())
		}
		pr.toolbar.refresh()
	default:
		pr.toolbar = newToolbar(pr)
	}
}

// renewHome makes the view of all maps anew, with what it shows.
func (pr *Program) renewHome() {
	was := pr.home
	pr.home = pr.newHome()
	pr.furnish(was)
}

// furnish hands on what another view of all maps shows.
func (pr *Program) furnish(was *home.Home) {
	pr.home.SetOrder(was.Order())
	pr.home.SetPins(pr.pins)
	pr.home.SetMaps(was.Maps())
}

// speak chooses the language of the window.
func (pr *Program) speak(language words.Language) {
	if language.Tag() == pr.words.Tag() {
		return
	}
	history := pr.past != nil
	pr.closeHistory()
	pr.words = language
	pr.remember(func(s *settings.Settings) { s.Language = language.Tag() })
	was, shown := pr.home, pr.showsDetails()
	pr.build(readTemplates(pr.words.Tag(), pr.p.Source))
	pr.furnish(was)
	if pr.open != nil {
		pr.open.board.SetWords(language)
		if pr.open.details != nil {
			pr.makeDetails()
		}
		if shown {
			pr.showDetails()
		}
	}
	if pr.capture != nil {
		pr.makeCapture()
	}
	if pr.outline != nil {
		pr.makeOutline()
	}
	if pr.checks.panel != nil {
		pr.makeChecks()
	}
	if pr.filter != nil {
		pr.makeFilterBar()
	}
	if pr.finding != nil {
		pr.makeFindBar(pr.finding.bar.Replacing())
	}
	pr.show()
	if history {
		pr.showHistory()
	}
}
