//go:build !nogui

package desktop

import (
	"slices"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/board/edit"
	"footpath/app/words"
)

// manner is what keys or the mouse do that is no command of its own: walking about, and typing. Keys are shown with the commands
// that have them.
type manner struct {
	what words.Key
	keys []edit.Stroke
	// how says it where it is not done by keys.
	how words.Key
	// does are the board's commands behind it; where one has a row in the table of commands, that row shows it.
	does []edit.Command
}

// manners are these by group, the headings in order.
var manners = []struct {
	title words.Key
	list  []manner
}{
	{words.MannerSelecting, []manner{
		{what: words.MannerMove, keys: keys(0, anyArrow)},
		{what: words.MannerEdge, keys: keys(edit.Ctrl, anyArrow)},
		{what: words.MannerEnds, keys: keys(0, string(fyne.KeyHome), string(fyne.KeyEnd))},
		{what: words.MannerFirst, keys: keys(edit.Ctrl, string(fyne.KeyHome), string(fyne.KeyEnd))},
		{what: words.MannerLane, keys: keys(0, string(fyne.KeyPageUp), string(fyne.KeyPageDown))},
		{what: words.MannerStage, keys: tabs, does: []edit.Command{edit.StageNext, edit.StageBefore}},
		{what: words.MannerExtend, keys: keys(edit.Shift, anyArrow)},
		{what: words.MannerNewCard, keys: keys(0, anyLetter)},
		{what: words.MannerEmotion, keys: keys(0, anyDigit)},
		{what: words.MannerDetails, keys: keys(0, string(fyne.KeySpace)), does: []edit.Command{edit.Details}},
		{what: words.MannerLetGo, keys: keys(0, string(fyne.KeyEscape)), does: []edit.Command{edit.Escape}},
		{what: words.MannerMenuBar, keys: keys(0, string(fyne.KeyF10))},
	}},
	{words.MannerTyping, []manner{
		{what: words.MannerKeepNext, keys: keys(0, string(fyne.KeyReturn)), does: []edit.Command{edit.CommitNext}},
		{what: words.MannerNewLine, keys: keys(edit.Shift, string(fyne.KeyReturn)), does: []edit.Command{edit.NewLine}},
		{what: words.MannerKeepStay, keys: keys(edit.Ctrl, string(fyne.KeyReturn)), does: []edit.Command{edit.CommitStay}},
		{what: words.MannerKeepStage, keys: tabs, does: []edit.Command{edit.StageNext, edit.StageBefore}},
		{what: words.MannerKeepEnd, keys: keys(0, string(fyne.KeyEscape)), does: []edit.Command{edit.Escape}},
		{
			what: words.MannerEraseWord, keys: keys(edit.Ctrl, string(fyne.KeyBackspace), string(fyne.KeyDelete)),
			does: []edit.Command{edit.EraseWord, edit.EraseWordOn},
		},
	}},
	{words.MannerPresenting, []manner{
		{what: words.MannerSlides, keys: slices.Concat(keys(0, string(fyne.KeyRight), string(fyne.KeyLeft)), keys(0, string(fyne.KeyPageDown), string(fyne.KeyPageUp)))},
		{what: words.MannerShowEnds, keys: keys(0, string(fyne.KeyHome), string(fyne.KeyEnd))},
		{what: words.MannerShowStage, how: words.MannerShowStageHow},
		{what: words.PresentBlank, keys: keys(0, "B", string(fyne.KeyPeriod))},
		{what: words.PresentFreeze, keys: keys(0, "F")},
		{what: words.MannerShowTimer, how: words.MannerShowTimerHow},
		{what: words.MannerShowMore, how: words.MannerShowMoreHow},
		{what: words.MannerShowVote, keys: keys(0, "V")},
		{what: words.MannerShowVoteDot, how: words.MannerShowVoteHow},
		{what: words.MannerShowVoteEnd, keys: keys(0, string(fyne.KeyBackspace), "O", string(fyne.KeyEscape))},
		{what: words.MannerShowVoteKeep, keys: keys(0, string(fyne.KeyReturn))},
		{what: words.MannerShowLinks, keys: keys(0, "Q")},
		{what: words.MannerShowNotes, keys: append(keys(0, "I"), keys(edit.Ctrl, "E")...)},
		{what: words.MannerShowType, keys: keys(0, string(fyne.KeyPlus), string(fyne.KeyMinus))},
		{what: words.MannerShowWindow, keys: keys(0, string(fyne.KeyF11))},
		{what: words.MannerShowKeys, keys: keys(0, string(fyne.KeyF1))},
		{what: words.PresentEnd, keys: keys(0, string(fyne.KeyEscape))},
	}},
	{words.MannerMouse, []manner{
		{what: words.MannerClick, how: words.MannerClickHow},
		{what: words.MannerToggle, how: words.MannerToggleHow},
		{what: words.MannerRange, how: words.MannerRangeHow},
		{what: words.MannerPick, how: words.MannerPickHow},
		{what: words.MannerDrag, how: words.MannerDragHow},
		{what: words.MannerDropHead, how: words.MannerDropHeadHow},
		{what: words.MannerDragCopy, how: words.MannerDragCopyHow},
		{what: words.MannerDragFeeling, how: words.MannerFeelingHow},
		{what: words.MannerPan, how: words.MannerPanHow},
		{what: words.MannerZoomWheel, how: words.MannerZoomWheelHow},
		{what: words.MannerSideways, how: words.MannerSidewaysHow},
	}},
}

var tabs = []edit.Stroke{{Key: string(fyne.KeyTab)}, {Key: string(fyne.KeyTab), Mods: edit.Shift}}

func keys(mods edit.Mods, names ...string) []edit.Stroke {
	out := make([]edit.Stroke, len(names))
	for i, name := range names {
		out[i] = edit.Stroke{Key: name, Mods: mods}
	}
	return out
}
