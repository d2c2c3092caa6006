//go:build !nogui

package desktop

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/board/edit"
	"footpath/app/desktop/palette"
	"footpath/app/words"
)

// keyGroup is what a heading of the sheet of keys stands over.
type keyGroup struct {
	title string
	lines []keyLine
}

// keyLine says what keys do, and where. Each is a way to do it; how says it in words instead, where it is not done by keys.
type keyLine struct {
	what  string
	keys  []string
	how   string
	also  string // further words it is looked for by
	where place
}

// keyGroups explains every key, menu by menu, then the manners.
func (pr *Program) keyGroups() []keyGroup {
	var groups []keyGroup
	var last words.Key
	for i := range pr.table {
		c := &pr.table[i]
		names := keyNamesOf(pr.words, c.strokes())
		if len(names) == 0 {
			continue
		}
		if c.menu != last {
			last = c.menu
			groups = append(groups, keyGroup{title: pr.say(c.menu)})
		}
		g := &groups[len(groups)-1]
		line := keyLine{what: strings.TrimRight(pr.fullLabel(c), "… "), keys: names, where: c.where}
		if key, ok := also[c.name]; ok {
			line.also = pr.say(key)
		}
		g.lines = append(g.lines, line)
	}
	for _, group := range manners {
		g := keyGroup{title: pr.say(group.title)}
		for _, m := range group.list {
			if slices.ContainsFunc(m.does, func(c edit.Command) bool { return pr.find(string(c)) != nil }) {
				continue
			}
			line := keyLine{what: pr.say(m.what), keys: keyNamesOf(pr.words, pr.keysFor(m)), where: atMap}
			if m.how != "" {
				line.how = pr.say(m.how)
			}
			g.lines = append(g.lines, line)
		}
		groups = append(groups, g)
	}
	return groups
}

// keysFor are the keys of a manner as they are set.
func (pr *Program) keysFor(m manner) []edit.Stroke {
	if pr.set.EnterBreaks {
		for _, b := range edit.Breaking() {
			if slices.Contains(m.does, b.Do) {
				return []edit.Stroke{b.Stroke}
			}
		}
		if slices.Contains(m.does, edit.CommitStay) {
			return []edit.Stroke{{Key: string(fyne.KeyEscape)}}
		}
	}
	return m.keys
}

// fullLabel is a command's name with that of the submenu it stands in.
func (pr *Program) fullLabel(c *command) string {
	if c.under != "" {
		return pr.say(c.under) + ": " + pr.label(c)
	}
	return pr.label(c)
}

// keySection is a part of the sheet of keys: what can be done where the person is, or, under a title, elsewhere.
type keySection struct {
	title  string
	groups []keyGroup
}

// keySections are what a query finds among all keys: those of this place first, and on a map those for the keyboard's own state
// before the menus'. An empty query finds all of them.
func (pr *Program) keySections(query string) []keySection {
	here, there := keySection{}, keySection{title: pr.say(words.DialogKeysMap)}
	if pr.at() == atMap {
		there.title = pr.say(words.DialogKeysHome)
	}
	q := palette.NewQuery(query)
	add := func(s *keySection, title string, line keyLine) {
		if n := len(s.groups); n == 0 || s.groups[n-1].title != title {
			s.groups = append(s.groups, keyGroup{title: title})
		}
		g := &s.groups[len(s.groups)-1]
		g.lines = append(g.lines, line)
	}
	for _, g := range pr.keyGroups() {
		for _, line := range g.lines {
			switch {
			case !q.Holds(strings.Join(append(slices.Clone(line.keys), line.what, line.how, line.also, g.title), " ")):
			case line.where&pr.at() != 0:
				add(&here, g.title, line)
			default:
				add(&there, g.title, line)
			}
		}
	}
	walking := []string{pr.say(words.MannerSelecting), pr.say(words.MannerTyping)}
	slices.SortStableFunc(here.groups, func(a, b keyGroup) int { return behind(walking, a) - behind(walking, b) })
	return slices.DeleteFunc([]keySection{here, there}, func(s keySection) bool { return len(s.groups) == 0 })
}

// behind is 0 for groups of these titles, which come first, and 1 for all others.
func behind(titles []string, g keyGroup) int {
	if slices.Contains(titles, g.title) {
		return 0
	}
	return 1
}
