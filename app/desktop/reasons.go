//go:build !nogui

package desktop

import (
	"strings"

	"footpath/app/words"
)

// reasons tell, by the name of a command that cannot always be done, what is missing where it cannot.
var reasons = map[string]words.Key{
	"undo": words.BoardNothingToUndo, "redo": words.BoardNothingToRedo,
	"hide-others": words.ReasonFilter, "clear-filter": words.ReasonFilter,
	"edit": words.ReasonText, "duplicate": words.ReasonCards, "split": words.ReasonCards, "join": words.ReasonSeveral,
	"present": words.ReasonStages, "present-from-stage": words.ReasonStages,
	"take-note": words.ReasonInbox, "add-picture": words.ReasonPicture, "remove-picture": words.ReasonPictured,
	"move-up": words.ReasonMove, "move-down": words.ReasonMove, "move-left": words.ReasonMove, "move-right": words.ReasonMove,
	"hide-lane": words.ReasonLane, "show-lanes": words.ReasonHidden,
	"history-back": words.ReasonNow, "history-name": words.ReasonHistory, "history-unname": words.ReasonHistory, "history-now": words.ReasonHistory,
	"home-rename": words.ReasonMap, "home-duplicate": words.ReasonMap, "home-pin": words.ReasonMap, "home-bin": words.ReasonMap,
	"home-restore": words.ReasonBin, "home-delete": words.ReasonBin, "empty-bin": words.ReasonBinEmpty,
}

// reasonOf says why a command cannot be done now; empty where it can.
func (pr *Program) reasonOf(c *command) string {
	switch key, ok := reasons[c.name]; {
	case !pr.disabled(c):
		return ""
	case pr.past != nil && !c.past:
		return pr.say(words.ReasonPast)
	case ok:
		return pr.say(key)
	case strings.HasPrefix(c.name, "present-") || strings.HasPrefix(c.name, "timer-"):
		return pr.say(words.ReasonPresent)
	}
	return ""
}
