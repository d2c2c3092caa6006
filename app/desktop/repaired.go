//go:build !nogui

package desktop

import (
	"strings"

	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/storage/library"
)

// toldMaps is how many maps that lost something a sheet names one by one.
const toldMaps = 6

// TellRepaired says, in a sheet of its own, how a damaged library came back and which maps have lost what.
func (pr *Program) TellRepaired(found library.Checkup) {
	pr.announce(words.RepairTitle, Repaired(pr.words, found))
}

// TellPutBack says that the library lacked changes, and that its journal had them.
func (pr *Program) TellPutBack(changes int) {
	pr.notice(pr.sayWith(words.RepairPutBack, words.Args{"n": changes}), false)
}

// TellElsewhere says that the library's file cannot be written to any more, and where everything is saved now. It stands beside
// the work until it is closed: somebody may be typing, and their words are not for a sheet.
func (pr *Program) TellElsewhere(e library.Elsewhere) {
	pr.toasts.Say(parts.Note{
		Words: pr.sayWith(words.RepairWentOn, words.Args{"reason": pr.sentence(e.Err)}), Problem: true,
		Action: pr.say(words.RepairWentOnMore),
		Do: func() {
			pr.announce(words.RepairWentOnTitle, pr.sayWith(words.RepairWentOnWhere, words.Args{"path": e.Path}))
		},
	})
}

// TellCameBack says that what was saved elsewhere is in the library again.
func (pr *Program) TellCameBack(from string, maps []library.Recovered) {
	body := pr.sayWith(words.RepairCameBack, words.Args{"path": from})
	copies := 0
	for _, m := range maps {
		if m.Outcome == library.OutcomeCopied {
			copies++
		}
	}
	if copies > 0 {
		body += "\n\n" + pr.sayWith(words.RepairCameBackCopies, words.Args{"n": copies})
	}
	pr.announce(words.RepairCameBackTitle, body)
}

// Repaired says how a damaged library came back, in a language: a paragraph a thing.
func Repaired(language words.Language, found library.Checkup) string {
	var lines []string
	add := func(key words.Key, args words.Args) { lines = append(lines, language.Say(key, args)) }
	var hurt []library.Health
	for _, h := range found.Maps {
		if !h.Whole() {
			hurt = append(hurt, h)
		}
	}
	if n := len(found.Maps); len(hurt) == 0 {
		add(words.RepairAll, words.Args{"n": n})
	} else {
		add(words.RepairSome, words.Args{"whole": n - len(hurt), "n": n})
	}
	for i, h := range hurt {
		if i == toldMaps {
			add(words.RepairMore, words.Args{"n": len(hurt) - i})
			break
		}
		title := h.Title
		if title == "" {
			title = language.Say(words.RepairUntitled, nil)
		}
		add(words.RepairMapLine, words.Args{"title": title, "losses": losses(language, h)})
	}
	if found.Backup != 0 && !found.Exact {
		add(words.RepairBackup, nil)
	}
	if found.Kept != "" {
		add(words.RepairKept, words.Args{"path": found.Kept})
	}
	return strings.Join(lines, "\n\n")
}

// losses says what a map has lost.
func losses(language words.Language, h library.Health) string {
	if h.Gone {
		return language.Say(words.RepairMapGone, nil)
	}
	var all []string
	for _, loss := range []struct {
		n   int
		key words.Key
	}{
		{h.LostRecords, words.RepairLostRecords},
		{h.LostPictures, words.RepairLostPictures},
		{truth(h.Older), words.RepairMapOlder},
		{h.LostHistory, words.RepairLostChanges},
		{h.Healings, words.RepairMapMended},
	} {
		if loss.n > 0 {
			all = append(all, language.Say(loss.key, words.Args{"n": loss.n}))
		}
	}
	return strings.Join(all, ", ")
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}
