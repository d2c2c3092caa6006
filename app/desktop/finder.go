//go:build !nogui

package desktop

import (
	"cmp"
	"slices"

	"footpath/app/desktop/board/edit"
	"footpath/app/desktop/details"
	"footpath/app/desktop/palette"
	"footpath/app/words"
	"footpath/assets/icons"
	"footpath/mapmodel"
	"footpath/storage/library"
)

// usedMost is how many of the commands used last are offered first.
const usedMost = 5

// drawings are those of the commands that have one; the others share the arrow.
var drawings = map[string]icons.Name{
	"new": icons.Plus, "open": icons.Folder, "all-maps": icons.Home, "save": icons.File, "save-as": icons.File, "export": icons.Export,
	"undo": icons.Undo, "redo": icons.Redo, "copy": icons.Copy, "duplicate": icons.Copy, "copy-map": icons.Copy, "delete": icons.Bin,
	"bin-map": icons.Bin, "home-bin": icons.Bin, "show-bin": icons.Bin, "home-delete": icons.Bin, "home-restore": icons.Restore,
	"find": icons.Search, "edit": icons.Pencil, "home-rename": icons.Pencil, "fit-map": icons.Fit, "fit-selection": icons.Fit,
	"zoom-in": icons.Plus, "zoom-out": icons.Minus, "theme-light": icons.Sun, "theme-dark": icons.Moon, "theme-system": icons.Half,
	"add-card": icons.Card, "add-card-above": icons.Card, "add-stage": icons.Stage, "add-step": icons.Stage, "add-lane": icons.Lane,
	"settings": icons.Settings, "list": icons.List, "filter": icons.Filter, "checks": icons.Warning, "clear-filter": icons.Filter, "find-in-map": icons.Search, "replace": icons.Search,
	"quick-note": icons.Inbox, "take-note": icons.Inbox, "inbox": icons.Inbox, "state-current": icons.Current, "state-future": icons.Future,
}

// also are the further words that commands are looked for by, by the name of the command.
var also = map[string]words.Key{
	"checks": words.AlsoChecks, "add-card": words.AlsoAddCard, "add-persona": words.AlsoAddPersona, "add-picture": words.AlsoAddPicture, "add-stage": words.AlsoAddStage,
	"all-maps": words.AlsoAllMaps, "bin-map": words.AlsoBin, "home-bin": words.AlsoBin, "delete": words.AlsoDelete,
	"show-details": words.AlsoDetails, "duplicate": words.AlsoDuplicate, "home-duplicate": words.AlsoDuplicate, "export": words.AlsoExport,
	"history": words.AlsoHistory, "join": words.AlsoJoin, "keys": words.AlsoKeys, "quick-note": words.AlsoNote, "open": words.AlsoOpen,
	"home-pin": words.AlsoPin, "present": words.AlsoPresent, "redo": words.AlsoRedo, "home-restore": words.AlsoRestore,
	"settings": words.AlsoSettings, "theme-light": words.AlsoTheme, "theme-dark": words.AlsoTheme, "theme-contrast": words.AlsoTheme,
	"theme-system": words.AlsoTheme, "undo": words.AlsoUndo,
}

// ShowPalette asks for a command or a place by its letters.
func (pr *Program) ShowPalette() {
	pr.finder = palette.Show(palette.Params{
		Canvas: pr.win.Canvas(), Words: pr.words, Entries: pr.paletteCommands(), More: pr.palettePlaces(), Work: pr.p.Work, Later: pr.p.Later,
		OnClose: func() {
			pr.finder = nil
			pr.focus()
		},
	})
}

// Palette is the palette that shows, or nil.
func (pr *Program) Palette() *palette.Palette { return pr.finder }

// paletteCommands lists what can be done here: what was used last, what is meant for what is selected, then all of it in the order
// of the menus. What cannot be done has a heading of its own while nothing is typed.
func (pr *Program) paletteCommands() []palette.Entry {
	var all []palette.Entry
	for _, group := range pr.here() {
		for _, c := range group {
			if c.name == paletteName || pr.textless(c) {
				continue
			}
			e := palette.Entry{
				Group: pr.say(words.PaletteCommands), Icon: icons.Right, Words: pr.fullLabel(c), Hint: pr.say(c.menu), Disabled: pr.disabled(c), Why: pr.reasonOf(c),
				Do: func() {
					pr.used = append([]string{c.name}, slices.DeleteFunc(pr.used, func(name string) bool { return name == c.name })...)
					pr.used = pr.used[:min(len(pr.used), usedMost)]
					pr.run(c)
				},
			}
			if e.Disabled {
				e.Offered = pr.say(words.PaletteNotNow)
			}
			if key, ok := also[c.name]; ok {
				e.Also = pr.say(key)
			}
			if icon, ok := drawings[c.name]; ok {
				e.Icon = icon
			}
			if keys := c.strokes(); len(keys) > 0 {
				e.Keys = keyNames(pr.words, keys[0])
			}
			all = append(all, e)
		}
	}
	last, all := pr.takeOut(pr.used, all)
	for i := range last {
		last[i].Group = pr.say(words.PaletteRecent)
	}
	suits, all := pr.takeOut(pr.suiting(), all)
	for i := range suits {
		suits[i].Offered = cmp.Or(suits[i].Offered, pr.say(words.PaletteSuits))
	}
	return slices.Concat(last, suits, all)
}

// takeOut takes the entries of some commands, by their names and in that order, out of all.
func (pr *Program) takeOut(names []string, all []palette.Entry) (taken, rest []palette.Entry) {
	for _, name := range names {
		c := pr.find(name)
		if c == nil {
			continue
		}
		if i := slices.IndexFunc(all, func(e palette.Entry) bool { return e.Words == pr.fullLabel(c) }); i >= 0 {
			taken = append(taken, all[i])
			all = slices.Delete(all, i, i+1)
		}
	}
	return taken, all
}

// textless tells of a command that needs a text, and there will be none once the palette has gone: on home.
func (pr *Program) textless(c *command) bool { return c.typing != nil && !c.answers && pr.open == nil }

// paletteName is the command that shows the palette: one it does not offer.
const paletteName = "palette"

// palettePlaces lists the places of the map on the screen and the other maps. What it gives back may be called anywhere.
func (pr *Program) palettePlaces() func() []palette.Entry {
	maps, say := pr.home.Maps(), pr.words.Say
	goTo := func(id mapmodel.ID) func() {
		return func() {
			if pr.open != nil {
				pr.open.board.Select(id)
				pr.focus()
			}
		}
	}
	inHead := func(field string) func() {
		return func() {
			if pr.open != nil {
				pr.open.board.SelectSpot(edit.Spot{Kind: edit.HeadField, ID: pr.open.doc.Map().ID(), Field: field})
				pr.focus()
			}
		}
	}
	inDetails := func(field string) func() { return func() { pr.enterField(field) } }
	var m *mapmodel.Map
	var subject details.Subject
	if pr.open != nil {
		m, subject = pr.open.doc.Map(), pr.subject(pr.open)
	}
	page := pr.laneNames()
	return func() []palette.Entry {
		var out []palette.Entry
		if m != nil {
			out = slices.Concat(detailPlaces(m, subject, say, inDetails), headPlaces(m, say, goTo, inHead), mapPlaces(m, say, page, goTo))
		}
		for _, s := range maps {
			if s.Bin || s.Damaged || m != nil && s.ID == m.ID() {
				continue
			}
			out = append(out, palette.Entry{
				Group: say(words.PaletteMaps, nil), Icon: icons.File, Words: say(words.PaletteMap, words.Args{"name": titleOr(s, say)}),
				Do: func() { pr.OpenMap(s.ID) },
			})
		}
		return out
	}
}

func titleOr(s library.Summary, say func(words.Key, words.Args) string) string {
	if s.Title != "" {
		return s.Title
	}
	return say(words.HomeUntitled, nil)
}

// laneNames names the lanes of the map on the screen as it shows them.
func (pr *Program) laneNames() func(*mapmodel.Lane) string {
	var page func(string) string
	if pr.open != nil {
		page = words.For(pr.open.doc.Map().Header().Language).Page()
	}
	return func(lane *mapmodel.Lane) string {
		if lane.Name != "" {
			return lane.Name
		}
		return page("page.lane." + string(lane.LaneKind))
	}
}

// detailPlaces lists the details of what is selected; those of the map itself stand in its header.
func detailPlaces(m *mapmodel.Map, s details.Subject, say func(words.Key, words.Args) string, inDetails func(string) func()) []palette.Entry {
	if s.Kind == mapmodel.KindHeader {
		return nil
	}
	var out []palette.Entry
	for _, f := range details.Fields(m, s) {
		e := palette.Entry{
			Group: say(words.PaletteGoTo, nil), Icon: icons.Pencil, Words: fieldName(f.Name, say), Hint: say(words.PaletteDetails, nil), Do: inDetails(f.Name),
		}
		if f.Name == "emotion" {
			e.Also = say(words.AlsoEmotion, nil)
		}
		out = append(out, e)
	}
	return out
}

func fieldName(name string, say func(words.Key, words.Args) string) string {
	return words.Capital(say(words.Key("field."+name), nil))
}

// headPlaces lists what of a map's header can be gone to: what it says or could say of itself, and its personas.
func headPlaces(m *mapmodel.Map, say func(words.Key, words.Args) string, goTo func(mapmodel.ID) func(), inHead func(string) func()) []palette.Entry {
	group := say(words.PaletteGoTo, nil)
	var out []palette.Entry
	for _, field := range []string{"state", "scenario", "expectations", "owner", "team", "version", "date"} {
		out = append(out, palette.Entry{Group: group, Icon: icons.Pencil, Words: fieldName(field, say), Hint: say(words.PaletteHeader, nil), Do: inHead(field)})
	}
	for p := range m.Personas() {
		if p.Name != "" {
			out = append(out, palette.Entry{Group: group, Icon: icons.Right, Words: say(words.PalettePersona, words.Args{"name": p.Name}), Do: goTo(p.ID)})
		}
	}
	return out
}

// mapPlaces lists what of a map can be gone to: stages, steps, lanes, and cards with where they stand.
func mapPlaces(m *mapmodel.Map, say func(words.Key, words.Args) string, lane func(*mapmodel.Lane) string, goTo func(mapmodel.ID) func()) []palette.Entry {
	group := say(words.PaletteGoTo, nil)
	var out []palette.Entry
	for stage, step := range m.Columns() {
		e := palette.Entry{Group: group, Icon: icons.Stage, Words: say(words.PaletteStage, words.Args{"name": stage.Name}), Do: goTo(stage.ID)}
		if step != nil {
			e.Words, e.Hint, e.Do = say(words.PaletteStep, words.Args{"name": step.Name}), stage.Name, goTo(step.ID)
		}
		out = append(out, e)
	}
	for l := range m.Lanes() {
		if !l.Hidden {
			out = append(out, palette.Entry{Group: group, Icon: icons.Lane, Words: say(words.PaletteLane, words.Args{"name": lane(l)}), Do: goTo(l.ID)})
		}
	}
	for card := range m.Cards() {
		if card.Text == "" {
			continue
		}
		e := palette.Entry{Group: group, Icon: icons.Card, Words: card.Text, Do: goTo(card.ID)}
		l := mapmodel.Find[*mapmodel.Lane](m, card.Lane)
		switch {
		case edit.CardSpot(card).Inbox():
			e.Hint = say(words.PaletteInbox, nil)
		case l == nil || l.Hidden:
			continue // nobody can go where nothing is shown
		default:
			e.Hint = lane(l) + ", " + mapmodel.NameOf(m.Get(card.Column))
		}
		out = append(out, e)
	}
	return out
}
