package mapmodel

// AddLabel is the label of a change that adds something with a text: key is one
// of the labels with a text or a name for its argument.
func AddLabel(key, text string) Label { return Label{Key: key, Args: []string{short(text)}} }

// The message keys of the changes that verbs return, with their arguments in
// brackets. "n" is a number of cards.
const (
	LabelNewMap         = "label.new-map"         // [title]
	LabelAlter          = "label.alter"           // [field name]
	LabelAddCard        = "label.add-card"        // [text]
	LabelAddCards       = "label.add-cards"       // [n]
	LabelEditCard       = "label.edit-card"       // []
	LabelMoveCards      = "label.move-cards"      // [n]
	LabelDuplicateCards = "label.duplicate-cards" // [n]
	LabelRemoveCards    = "label.remove-cards"    // [n]
	LabelJoinCards      = "label.join-cards"      // [n]
	LabelSplitCard      = "label.split-card"      // [n]
	LabelPaste          = "label.paste"           // [n]
	LabelReplace        = "label.replace"         // [found, n]
	LabelSetEmotion     = "label.set-emotion"     // []
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
