package words

// Board: the map on screen.
const (
	BoardAddCardHere    Key = "board.add-card-here"
	BoardAddStageHint   Key = "board.add-stage-hint"
	BoardBothPersonas   Key = "board.both-personas"
	BoardClearedField   Key = "board.cleared-field"
	BoardInboxHint      Key = "board.inbox-hint"
	BoardInboxEmpty     Key = "board.inbox-empty"
	BoardEmotionKeys    Key = "board.emotion-keys"
	BoardNewLane        Key = "board.new-lane"
	BoardNewStage       Key = "board.new-stage"
	BoardNewStep        Key = "board.new-step"
	BoardNoTypingToRedo Key = "board.no-typing-to-redo"
	BoardNoTypingToUndo Key = "board.no-typing-to-undo"
	BoardNothingToRedo  Key = "board.nothing-to-redo"
	BoardNothingToUndo  Key = "board.nothing-to-undo"
	BoardPastedCards    Key = "board.pasted-cards"
	BoardPlace          Key = "board.place"
	BoardPlaceNote      Key = "board.place-note"
	BoardPlaceCard      Key = "board.place-card"
	BoardRemovedCards   Key = "board.removed-cards"
	BoardRemovedLane    Key = "board.removed-lane"
	BoardRemovedPersona Key = "board.removed-persona"
	BoardRemovedPicture Key = "board.removed-picture"
	BoardRemovedStage   Key = "board.removed-stage"
	BoardRemovedStep    Key = "board.removed-step"
	BoardSelectedCards  Key = "board.selected-cards"
	BoardTextTooLong    Key = "board.text-too-long"
	BoardUnnamed        Key = "board.unnamed"
	BoardWrongDate      Key = "board.wrong-date"
	BoardStateKeys      Key = "board.state-keys"
	BoardZoom           Key = "board.zoom"
	BoardHidLane        Key = "board.hid-lane"
	BoardAllLanes       Key = "board.all-lanes"
)

// boardWords: the map on screen.
var boardWords = sentences{
	BoardAddCardHere:    {"Type the first card", "Erste Karte tippen"},
	BoardAddStageHint:   {"Add a stage with {key}", "Eine Phase hinzufügen mit {key}"},
	BoardBothPersonas:   {"Everybody", "Alle"},
	BoardEmotionKeys:    {"Keys set the emotion here: 1 very bad (−2) … 5 very good (+2)", "Tasten setzen hier das Gefühl: 1 sehr schlecht (−2) … 5 sehr gut (+2)"},
	BoardClearedField:   {"Cleared: {name}", "Geleert: {name}"},
	BoardInboxHint:      {"Inbox: notes that have no place yet. Type one here, or press Ctrl+E anywhere; Alt+arrows place it on the map.", "Eingang: Notizen ohne Platz. Hier tippen, oder überall Strg+E drücken; Alt+Pfeiltasten legen sie auf die Map."},
	BoardInboxEmpty:     {"The inbox is empty", "Der Eingang ist leer"},
	BoardNewLane:        {"New lane", "Neue Spur"},
	BoardNewStage:       {"Stage {number}", "Phase {number}"},
	BoardNewStep:        {"Step {number}", "Schritt {number}"},
	BoardNoTypingToRedo: {"Nothing typed here to redo. Esc ends the typing; Redo then goes on with the map.", "Hier gibt es nichts Getipptes zu wiederholen. Esc beendet das Tippen; Wiederholen gilt dann wieder der Map."},
	BoardNoTypingToUndo: {"Nothing typed here is left to undo. Esc ends the typing; Undo then goes on with the map.", "Hier ist nichts Getipptes mehr rückgängig zu machen. Esc beendet das Tippen; Rückgängig gilt dann wieder der Map."},
	BoardNothingToRedo:  {"Nothing to redo", "Nichts zu wiederholen"},
	BoardNothingToUndo:  {"Nothing to undo", "Nichts rückgängig zu machen"},
	BoardPastedCards:    {"Pasted {n|one card|{n} cards}", "{n|Eine Karte|{n} Karten} eingefügt"},
	BoardPlace:          {"{lane}, {column}", "{lane}, {column}"},
	BoardPlaceNote:      {"{inbox}, note {number} of {count}", "{inbox}, Notiz {number} von {count}"},
	BoardPlaceCard:      {"{lane}, {column}, card {number} of {count}", "{lane}, {column}, Karte {number} von {count}"},
	BoardRemovedCards:   {"Deleted {n|one card|{n} cards}", "{n|Eine Karte|{n} Karten} gelöscht"},
	BoardRemovedLane:    {"Deleted lane “{name}”", "Spur „{name}“ gelöscht"},
	BoardRemovedPersona: {"Deleted persona “{name}”", "Persona „{name}“ gelöscht"},
	BoardRemovedPicture: {"Removed the picture", "Bild entfernt"},
	BoardRemovedStage:   {"Deleted stage “{name}”", "Phase „{name}“ gelöscht"},
	BoardRemovedStep:    {"Deleted step “{name}”", "Schritt „{name}“ gelöscht"},
	BoardSelectedCards:  {"{n|One card|{n} cards} selected", "{n|Eine Karte|{n} Karten} ausgewählt"},
	BoardTextTooLong:    {"A card holds no more text than this", "Mehr Text fasst eine Karte nicht"},
	BoardUnnamed:        {"Unnamed", "Ohne Namen"},
	BoardWrongDate:      {"That is not a date. Write it like this: {name}", "Das ist kein Datum. Richtig ist zum Beispiel: {name}"},
	BoardStateKeys:      {"Enter turns it over: current or future state", "Die Eingabetaste wechselt: Ist- oder Soll-Zustand"},
	BoardZoom:           {"{percent} %", "{percent} %"},
	BoardAllLanes:       {"All of them", "Alle"},
	BoardHidLane:        {"Hid lane “{name}”", "Spur „{name}“ verborgen"},
}
