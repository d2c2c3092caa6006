package mapmodel

import (
	"slices"
	"strconv"
	"strings"
)

// AddLabel is the label of a change that adds something with a text: key is one
// of the labels with a text or a name for its argument.
func AddLabel(key, text string) Label { return Label{Key: key, Args: []string{short(text)}} }

// about is the label of a change, with the name of the one record that it
// alters and the values of the one field its arguments name.
func about(c Change, args ...string) Label {
	label := c.Label
	if len(c.Edits) != 1 || c.Edits[0].Before == nil || c.Edits[0].After == nil {
		return label
	}
	before, after := c.Edits[0].Before, c.Edits[0].After
	field := "emotion"
	if label.Key != LabelSetEmotion {
		field = strings.Join(args, " ")
	}
	name := brief(NameOf(after))
	if lane, ok := after.(*Lane); ok {
		name = brief(lane.Name)
	}
	label.Args = append(slices.Clone(label.Args), name)
	if f := FieldNamed(after.Kind(), field); f != nil {
		from, ok := told(f, before)
		to, _ := told(f, after)
		if ok {
			label.Args = append(label.Args, from, to)
		}
	}
	return label
}

// told is the value of a field that is short enough for a label.
func told(f *Field, r Record) (value string, ok bool) {
	switch v := f.at(r).(type) {
	case *Number:
		if !v.Known {
			return "", true
		}
		return strconv.Itoa(v.Value), true
	case *string:
		return brief(*v), f.Type == Name || f.Type == Enum
	}
	return "", false
}

// brief is short for a label that says more than a text.
func brief(text string) string {
	text = short(text)
	if runes := []rune(text); len(runes) > 28 {
		return string(runes[:27]) + "…"
	}
	return text
}

// The message keys of the changes that verbs return, with their arguments in
// brackets. "n" is a number of cards; "about" is nothing where several records
// change, else the name of the one, and what is told of it: the value before
// and after. A number is written as in Go, a word as in a file; what is empty
// is not known.
const (
	LabelNewMap         = "label.new-map"         // [title]
	LabelAlter          = "label.alter"           // [field name, about]
	LabelAddCard        = "label.add-card"        // [text]
	LabelAddCards       = "label.add-cards"       // [n]
	LabelEditCard       = "label.edit-card"       // [about]
	LabelMoveCards      = "label.move-cards"      // [n, about]
	LabelDuplicateCards = "label.duplicate-cards" // [n]
	LabelRemoveCards    = "label.remove-cards"    // [n]
	LabelJoinCards      = "label.join-cards"      // [n]
	LabelSplitCard      = "label.split-card"      // [n]
	LabelPaste          = "label.paste"           // [n]
	LabelReplace        = "label.replace"         // [found, n]
	LabelSetEmotion     = "label.set-emotion"     // [about]
	LabelAddStage       = "label.add-stage"       // [name]
	LabelMoveStage      = "label.move-stage"      // [name]
	LabelRemoveStage    = "label.remove-stage"    // [name]
	LabelAddStep        = "label.add-step"        // [name]
	LabelMoveStep       = "label.move-step"       // [name]
	LabelRemoveStep     = "label.remove-step"     // [name]
	LabelAddLane        = "label.add-lane"        // [name]
	LabelMoveLane       = "label.move-lane"       // [name]
	LabelRemoveLane     = "label.remove-lane"     // [name]
	LabelAddPersona     = "label.add-persona"     // [name]
	LabelMovePersona    = "label.move-persona"    // [name]
	LabelRemovePersona  = "label.remove-persona"  // [name]
	LabelRename         = "label.rename"          // [name]
	LabelCite           = "label.cite"            // []
	LabelUncite         = "label.uncite"          // []
	LabelAnswer         = "label.answer"          // []
	LabelAddSurvey      = "label.add-survey"      // []
	LabelRemoveSurvey   = "label.remove-survey"   // []
	LabelSetScore       = "label.set-score"       // [method]
	LabelVote           = "label.vote"            // []
	LabelAddPicture     = "label.add-picture"     // []
	LabelRemovePicture  = "label.remove-picture"  // []
	LabelTakeIn         = "label.take-in"         // [file name]
	LabelRepair         = "label.repair"          // []
	LabelRestore        = "label.restore"         // [moment]
	LabelUndo           = "label.undo"            // [key, arguments of what is undone]
	LabelRedo           = "label.redo"            // [key, arguments of what is redone]
)
