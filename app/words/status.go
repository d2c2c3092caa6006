package words

// State: what the window is doing.
const (
	StateEdit     Key = "state.edit"
	StateLanguage Key = "state.language"
	StatePresent  Key = "state.present"
	StateSelect   Key = "state.select"
)

// Saving: whether the words are safe.
const (
	SavingExporting Key = "saving.exporting"
	SavingLocal     Key = "saving.local"
	SavingNotSaved  Key = "saving.not-saved"
	SavingRetry     Key = "saving.retry"
	SavingSaved     Key = "saving.saved"
	SavingSaving    Key = "saving.saving"
)

// Hint: the keys at the foot of the window.
const (
	HintBack          Key = "hint.back"
	HintClose         Key = "hint.close"
	HintCtrlEnter     Key = "hint.ctrl-enter"
	HintCtrlEnterDone Key = "hint.ctrl-enter-done"
	HintDelete        Key = "hint.delete"
	HintDetails       Key = "hint.details"
	HintEdit          Key = "hint.edit"
	HintEmotion       Key = "hint.emotion"
	HintEnter         Key = "hint.enter"
	HintEnterDone     Key = "hint.enter-done"
	HintEnterLane     Key = "hint.enter-lane"
	HintEnterLine     Key = "hint.enter-line"
	HintEnterMap      Key = "hint.enter-map"
	HintEnterStage    Key = "hint.enter-stage"
	HintEnterStep     Key = "hint.enter-step"
	HintEscape        Key = "hint.escape"
	HintFill          Key = "hint.fill"
	HintMove          Key = "hint.move"
	HintNextPersona   Key = "hint.next-persona"
	HintNote          Key = "hint.note"
	HintNotes         Key = "hint.notes"
	HintPersona       Key = "hint.persona"
	HintPlace         Key = "hint.place"
	HintShiftEnter    Key = "hint.shift-enter"
	HintStart         Key = "hint.start"
	HintTab           Key = "hint.tab"
	HintPersonaMore   Key = "hint.persona-more"
	HintTabOn         Key = "hint.tab-on"
	HintTabPersona    Key = "hint.tab-persona"
	HintTurn          Key = "hint.turn"
	HintType          Key = "hint.type"
)

// Toast: what just happened.
const (
	ToastCopiedCards    Key = "toast.copied-cards"
	ToastDeletedCards   Key = "toast.deleted-cards"
	ToastDeletedForEver Key = "toast.deleted-for-ever"
	ToastDuplicatedMap  Key = "toast.duplicated-map"
	ToastExported       Key = "toast.exported"
	ToastForeign        Key = "toast.foreign"
	ToastForeignBoth    Key = "toast.foreign-both"
	ToastImported       Key = "toast.imported"
	ToastMended         Key = "toast.mended"
	ToastMovedToBin     Key = "toast.moved-to-bin"
	ToastRestored       Key = "toast.restored"
	ToastSavedTo        Key = "toast.saved-to"
	ToastAhead          Key = "toast.ahead"
	ToastTakenIn        Key = "toast.taken-in"
	ToastUndo           Key = "toast.undo"
)

// stateWords: what the window is doing.
var stateWords = sentences{
	StateEdit:     {"Edit", "Bearbeiten"},
	StateLanguage: {"English", "Deutsch"},
	StatePresent:  {"Present", "Präsentieren"},
	StateSelect:   {"Select", "Auswählen"},
}

// savingWords: whether the words are safe.
var savingWords = sentences{
	SavingExporting: {"Exporting…", "Wird exportiert …"},
	SavingLocal:     {"Saved on this computer", "Auf diesem Computer gespeichert"},
	SavingNotSaved:  {"Not saved: {reason}", "Nicht gespeichert: {reason}"},
	SavingRetry:     {"Try again", "Nochmals versuchen"},
	SavingSaved:     {"Saved", "Gespeichert"},
	SavingSaving:    {"Saving…", "Wird gespeichert …"},
}

// hintWords: the keys at the foot of the window.
var hintWords = sentences{
	HintBack:          {"Esc: back to the map", "Esc: zurück zur Map"},
	HintClose:         {"Ctrl+I: close", "Strg+I: schließen"},
	HintCtrlEnter:     {"Ctrl+Enter: next card", "Strg+Eingabe: nächste Karte"},
	HintCtrlEnterDone: {"Ctrl+Enter: done", "Strg+Eingabe: fertig"},
	HintDelete:        {"Del: delete", "Entf: löschen"},
	HintDetails:       {"Space: details", "Leertaste: Details"},
	HintEdit:          {"Enter or F2: edit text", "Eingabe oder F2: Text bearbeiten"},
	HintEmotion:       {"1 very bad (−2) … 5 very good (+2)", "1 sehr schlecht (−2) … 5 sehr gut (+2)"},
	HintEnter:         {"Enter: next card", "Eingabe: nächste Karte"},
	HintEnterDone:     {"Enter: done", "Eingabe: fertig"},
	HintEnterLane:     {"Enter: next lane", "Eingabe: nächste Spur"},
	HintEnterLine:     {"Enter: new line", "Eingabe: neue Zeile"},
	HintEnterMap:      {"Enter: on to the map", "Eingabe: weiter zur Map"},
	HintEnterStage:    {"Enter: next stage", "Eingabe: nächste Phase"},
	HintEnterStep:     {"Enter: next step", "Eingabe: nächster Schritt"},
	HintEscape:        {"Esc: done", "Esc: fertig"},
	HintFill:          {"Type or Enter: fill in", "Tippen oder Eingabe: ausfüllen"},
	HintMove:          {"Alt+arrows: move", "Alt+Pfeile: verschieben"},
	HintNextPersona:   {"Ctrl+Enter: next persona", "Strg+Eingabe: nächste Persona"},
	HintNote:          {"Type, Enter or F2: new note", "Tippen, Eingabe oder F2: neue Notiz"},
	HintNotes:         {"Ctrl+Shift+I: to the notes", "Strg+Umschalt+I: zu den Notizen"},
	HintPersona:       {"Type or Enter: new persona", "Tippen oder Eingabe: neue Persona"},
	HintPlace:         {"Alt+↑: place on the map", "Alt+↑: auf die Map legen"},
	HintShiftEnter:    {"Shift+Enter: new line", "Umschalt+Eingabe: neue Zeile"},
	HintStart:         {"Type, Enter or F2: first stage", "Tippen, Eingabe oder F2: erste Phase"},
	HintTab:           {"Tab: next stage", "Tab: nächste Phase"},
	HintPersonaMore:   {"Space: role and goals", "Leertaste: Rolle und Ziele"},
	HintTabOn:         {"Tab: next field", "Tab: nächstes Feld"},
	HintTabPersona:    {"Tab: next persona", "Tab: nächste Persona"},
	HintTurn:          {"Enter: current or future state", "Eingabe: Ist- oder Soll-Zustand"},
	HintType:          {"Type, Enter or F2: new card", "Tippen, Eingabe oder F2: neue Karte"},
}

// toastWords: what just happened.
var toastWords = sentences{
	ToastCopiedCards:    {"Copied {n|one card|{n} cards}", "{n|Eine Karte|{n} Karten} kopiert"},
	ToastDeletedCards:   {"Deleted {n|one card|{n} cards}", "{n|Eine Karte|{n} Karten} gelöscht"},
	ToastDeletedForEver: {"“{title}” is deleted for ever", "„{title}“ ist endgültig gelöscht"},
	ToastDuplicatedMap:  {"Duplicated as “{title}”", "Dupliziert als „{title}“"},
	ToastExported:       {"Exported to {path}", "Exportiert nach {path}"},
	ToastImported:       {"Imported {n|one map|{n} maps}", "{n|Eine Map|{n} Maps} importiert"},
	ToastMended: {
		"Opened, with {n|one thing|{n} things} mended",
		"Geöffnet; {n|eine Sache|{n} Sachen} repariert",
	},
	ToastMovedToBin: {"“{title}” is in the bin", "„{title}“ liegt im Papierkorb"},
	ToastRestored:   {"“{title}” is restored", "„{title}“ ist wiederhergestellt"},
	ToastSavedTo:    {"Saved to {path}", "Gespeichert in {path}"},
	ToastForeign:    {"Changed by a command: {what}", "Durch einen Befehl geändert: {what}"},
	ToastForeignBoth: {
		"Changed by a command: {what}. {n|One text stands|{n} texts stand} beside what was written here.",
		"Durch einen Befehl geändert: {what}. {n|Ein Text steht|{n} Texte stehen} neben dem hier Geschriebenen.",
	},
	ToastAhead: {
		"The map has changes that “{file}” does not have yet",
		"Die Map hat Änderungen, die in „{file}“ noch fehlen",
	},
	ToastTakenIn: {"Taken in from “{file}”", "Aus „{file}“ übernommen"},
	ToastUndo:    {"Undo", "Rückgängig"},
}
