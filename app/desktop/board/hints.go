//go:build !nogui

package board

import (
	"footpath/app/desktop/board/edit"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/render/scene"
)

// hints are the keys that matter where something is selected, the first to know first.
func (b *Board) hints(at edit.Spot) []words.Key {
	switch {
	case at.Kind == edit.Start:
		return []words.Key{words.HintStart}
	case at.Kind == edit.Cell && b.onCurve(at):
		return []words.Key{words.HintEmotion, words.HintTab}
	case at.Kind == edit.Cell && at.Inbox():
		return []words.Key{words.HintNote, words.HintBack}
	case at.Inbox():
		return []words.Key{words.HintEdit, words.HintPlace, words.HintDelete, words.HintBack}
	case at.Kind == edit.Cell:
		return []words.Key{words.HintType, words.HintTab}
	case at.Kind == edit.HeadField && at.Field == "state":
		return []words.Key{words.HintTurn, words.HintTabOn}
	case at.Kind == edit.HeadField && at.Field == scene.PersonaGap:
		return []words.Key{words.HintPersona, words.HintTabOn}
	case at.Kind == edit.HeadField && b.gapAt(at):
		return []words.Key{words.HintFill, words.HintTabOn}
	case at.Kind == edit.Title:
		return []words.Key{words.HintEdit, words.HintTabOn}
	case at.Kind == edit.PersonaHead:
		return []words.Key{words.HintEdit, words.HintPersonaMore, words.HintNextPersona, words.HintDelete, words.HintTabOn}
	case at.Kind == edit.HeadField:
		return []words.Key{words.HintEdit, words.HintDelete, words.HintTabOn}
	case at.Kind == edit.Card:
		return []words.Key{words.HintEdit, words.HintDetails, words.HintMove, words.HintDelete, words.HintTab}
	}
	return []words.Key{words.HintEdit, words.HintDelete, words.HintTab}
}

// onCurve tells whether a cell is one of the emotion curve.
func (b *Board) onCurve(at edit.Spot) bool {
	lane := mapmodel.Find[*mapmodel.Lane](b.edit.Map(), at.Lane)
	return lane != nil && lane.LaneKind == mapmodel.LaneCurve
}

// nexts say what Enter opens behind something new; what is not among them it ends.
var nexts = map[edit.Kind]words.Key{
	edit.Card: words.HintEnter, edit.StageHead: words.HintEnterStage, edit.StepHead: words.HintEnterStep, edit.LaneHead: words.HintEnterLane,
}

// typingHints are the keys that matter while something is being typed.
func (b *Board) typingHints(t edit.Typing) []words.Key {
	enter, ends := nexts[t.Spot.Kind]
	if ends = !ends || !t.New; ends {
		enter = words.HintEnterDone
	}
	if t.Names {
		enter = words.HintEnterMap
	}
	line, tab := words.HintShiftEnter, words.HintTab
	switch {
	case t.Spot.Kind == edit.PersonaHead:
		tab = words.HintTabPersona
	case t.Spot.InHead():
		tab = words.HintTabOn
	}
	if b.breaks && t.Spot.Kind == edit.Card {
		line, enter = words.HintEnterLine, words.HintCtrlEnter
		if ends {
			enter = words.HintCtrlEnterDone
		}
	}
	out := []words.Key{enter}
	if t.ManyLines {
		out = append(out, line)
	}
	out = append(out, tab)
	if !ends {
		out = append(out, words.HintEscape)
	}
	return out
}
