//go:build !nogui

package desktop

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"footpath/app/desktop/board/edit"
	"footpath/app/desktop/play"
	"footpath/mapmodel"
)

// keyNamed are the keys that are written otherwise in tests than the toolkit calls them.
var keyNamed = map[string]fyne.KeyName{
	"Enter": fyne.KeyReturn, "KP_Enter": fyne.KeyEnter, "Esc": fyne.KeyEscape, "Del": fyne.KeyDelete, "Backspace": fyne.KeyBackspace,
	"Ins": fyne.KeyInsert, "PgUp": fyne.KeyPageUp, "PgDn": fyne.KeyPageDown, "Plus": fyne.KeyPlus, "Equal": fyne.KeyEqual,
	"Minus": fyne.KeyMinus, "Comma": fyne.KeyComma, "Period": fyne.KeyPeriod, "Menu": desktop.KeyMenu,
}

// parseStroke reads a key as tests write it: "Ctrl+Shift+Z", "Ctrl+Plus".
func parseStroke(keys string) edit.Stroke {
	parts := strings.Split(keys, "+")
	var s edit.Stroke
	for _, held := range parts[:len(parts)-1] {
		s.Mods |= map[string]edit.Mods{"Ctrl": edit.Ctrl, "Shift": edit.Shift, "Alt": edit.Alt}[held]
	}
	s.Key = parts[len(parts)-1]
	if name, ok := keyNamed[s.Key]; ok {
		s.Key = string(name)
	}
	return s
}

// typist lets the toolkit's order of keys hold on a stage: the menus come first.
func (s *stage) typist() *stage {
	s.started = true
	s.menuOf = 0
	s.refreshMenu()
	return s
}

// hit presses a key as the toolkit's driver does: the menus' shortcuts have it first, then those of what has the focus, then that
// has the key, and its letter. The room's window has the keyboard where that is said.
func (s *stage) hit(keys string) *stage {
	s.t.Helper()
	stroke := parseStroke(keys)
	win := s.win
	if s.atRoom && s.showing != nil {
		win = s.showing.Window()
	}
	for _, m := range modifiers {
		if stroke.Mods&m.ours != 0 {
			s.held |= m.theirs
		}
	}
	on, name := win.Canvas(), fyne.KeyName(stroke.Key)
	event := &fyne.KeyEvent{Name: name}
	if keyable, ok := on.Focused().(desktop.Keyable); ok {
		keyable.KeyDown(event)
	}
	s.give(win, name, event)
	if keyable, ok := on.Focused().(desktop.Keyable); ok {
		keyable.KeyUp(event)
	}
	s.held = 0
	s.settle()
	return s
}

func (s *stage) give(win fyne.Window, name fyne.KeyName, event *fyne.KeyEvent) {
	on := win.Canvas()
	if shortcut := play.Shortcut(name, s.held); shortcut != nil {
		if item := inMenus(win.MainMenu(), shortcut); item != nil {
			item.Action()
		} else if target, ok := on.Focused().(fyne.Shortcutable); ok {
			target.TypedShortcut(shortcut)
		}
		return
	}
	if name == fyne.KeyTab {
		if tabs, ok := on.Focused().(fyne.Tabbable); !ok || !tabs.AcceptsTab() {
			if s.held == fyne.KeyModifierShift {
				on.FocusPrevious()
			} else {
				on.FocusNext()
			}
			return
		}
	}
	if focused := on.Focused(); focused != nil {
		focused.TypedKey(event)
	} else if on.OnTypedKey() != nil {
		on.OnTypedKey()(event)
	}
	letter := string(name)
	if name == fyne.KeySpace {
		letter = " "
	}
	if r, _ := utf8.DecodeRuneInString(letter); len(letter) == utf8.RuneLen(r) && on.Focused() != nil {
		if s.held == 0 {
			r, _ = utf8.DecodeRuneInString(strings.ToLower(letter))
		}
		on.Focused().TypedRune(r)
	}
}

// inMenus finds the line of the menus that a shortcut triggers.
func inMenus(main *fyne.MainMenu, shortcut fyne.Shortcut) *fyne.MenuItem {
	if main == nil {
		return nil
	}
	var find func(*fyne.Menu) *fyne.MenuItem
	find = func(m *fyne.Menu) *fyne.MenuItem {
		for _, item := range m.Items {
			if item.Shortcut != nil && item.Shortcut.ShortcutName() == shortcut.ShortcutName() && item.Action != nil {
				return item
			}
			if item.ChildMenu != nil {
				if found := find(item.ChildMenu); found != nil {
					return found
				}
			}
		}
		return nil
	}
	for _, m := range main.Items {
		if item := find(m); item != nil {
			return item
		}
	}
	return nil
}

// room opens a map of three stages, the second in two steps, with a few cards and a note in the inbox.
func (s *stage) room() *stage {
	s.t.Helper()
	src := mapmodel.NewSeededSource(11)
	now := func() time.Time { return time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC) }
	desk := &mapmodel.Desk{Author: src.ID(), Source: src, Now: now}
	doc := mapmodel.NewDocument(mapmodel.NewMap("Renewing a licence", src), src, now)
	do := func(c mapmodel.Change, err error) {
		if err == nil {
			_, err = doc.Do(c)
		}
		if err != nil {
			s.t.Fatal(err)
		}
	}
	for _, name := range []string{"Notice", "Book", "Visit"} {
		c, id, err := desk.AddStage(doc.Map(), -1, name)
		do(c, err)
		if name == "Book" {
			for _, step := range []string{"Choose", "Confirm"} {
				c, _, err := desk.AddStep(doc.Map(), id, -1, step)
				do(c, err)
			}
		}
	}
	for _, card := range [][3]string{{"Notice", "tasks", "a"}, {"Notice", "tasks", "b"}, {"Notice", "tasks", "c"}, {"Choose", "tasks", "d"}, {"Notice", "feelings", "hm"}, {"", "", "note"}} {
		at := mapmodel.Place{At: -1}
		if card[0] != "" {
			at.Column, at.Lane = columnOf(doc.Map(), card[0]), laneOf(doc.Map(), card[1])
		}
		c, _, err := desk.AddCard(doc.Map(), at, card[2], nil)
		do(c, err)
	}
	s.createThen(doc.Map(), nil)
	s.settle()
	if s.Document() == nil {
		s.t.Fatal("the map is not open")
	}
	return s.typist()
}

// columnOf finds a stage or step by its name.
func columnOf(m *mapmodel.Map, name string) mapmodel.ID {
	for stage, step := range m.Columns() {
		switch {
		case step != nil && step.Name == name:
			return step.ID
		case step == nil && stage.Name == name:
			return stage.ID
		}
	}
	return mapmodel.ID{}
}

// stageOf finds a stage by its name.
func stageOf(m *mapmodel.Map, name string) mapmodel.ID {
	for stage := range m.Stages() {
		if stage.Name == name {
			return stage.ID
		}
	}
	return mapmodel.ID{}
}

// laneOf finds a lane by its kind or its name.
func laneOf(m *mapmodel.Map, kind string) mapmodel.ID {
	for lane := range m.Lanes() {
		if string(lane.LaneKind) == kind || lane.Name == kind {
			return lane.ID
		}
	}
	return mapmodel.ID{}
}

// cardOf finds a card by its text.
func cardOf(m *mapmodel.Map, text string) mapmodel.ID {
	for card := range m.Cards() {
		if card.Text == text {
			return card.ID
		}
	}
	return mapmodel.ID{}
}

// cellTexts are the texts of a cell's cards, in order; without names those of the inbox.
func (s *stage) cellTexts(column, lane string) []string {
	m := s.Document().Map()
	cell := m.Inbox()
	if column != "" {
		cell = m.Cell(columnOf(m, column), laneOf(m, lane))
	}
	var out []string
	for card := range cell.Cards() {
		out = append(out, card.Text)
	}
	return out
}

// chosen are the texts of the selected cards, sorted.
func (s *stage) chosen() []string {
	var out []string
	for _, id := range s.Board().Selection() {
		out = append(out, mapmodel.Find[*mapmodel.Card](s.Document().Map(), id).Text)
	}
	slices.Sort(out)
	return out
}
