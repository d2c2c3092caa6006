package words

// Dialog: the few questions.
const (
	DialogAbout              Key = "dialog.about"
	DialogAboutBody          Key = "dialog.about-body"
	DialogCancel             Key = "dialog.cancel"
	DialogChangedOutside     Key = "dialog.changed-outside"
	DialogChangedOutsideBody Key = "dialog.changed-outside-body"
	DialogChoose             Key = "dialog.choose"
	DialogClose              Key = "dialog.close"
	DialogDeleteForEver      Key = "dialog.delete-for-ever"
	DialogDeleteForEverBody  Key = "dialog.delete-for-ever-body"
	DialogEmptyBin           Key = "dialog.empty-bin"
	DialogEmptyBinBody       Key = "dialog.empty-bin-body"
	DialogExportFailed       Key = "dialog.export-failed"
	DialogExportTo           Key = "dialog.export-to"
	DialogFolderEmpty        Key = "dialog.folder-empty"
	DialogFolderNoMaps       Key = "dialog.folder-no-maps"
	DialogPicture            Key = "dialog.picture"
	DialogTakePicture        Key = "dialog.take-picture"
	DialogFolderFailed       Key = "dialog.folder-failed"
	DialogFolderUp           Key = "dialog.folder-up"
	DialogFormat             Key = "dialog.format"
	DialogHomeFolder         Key = "dialog.home-folder"
	DialogKeepMine           Key = "dialog.keep-mine"
	DialogKeys               Key = "dialog.keys"
	DialogKeysFind           Key = "dialog.keys-find"
	DialogKeysHome           Key = "dialog.keys-home"
	DialogKeysMap            Key = "dialog.keys-map"
	DialogKeysNothing        Key = "dialog.keys-nothing"
	DialogMistakes           Key = "dialog.mistakes"
	DialogMistake            Key = "dialog.mistake"
	DialogMistakesBody       Key = "dialog.mistakes-body"
	DialogName               Key = "dialog.name"
	DialogNotImported        Key = "dialog.not-imported"
	DialogOk                 Key = "dialog.ok"
	DialogOpen               Key = "dialog.open"
	DialogOpenCopy           Key = "dialog.open-copy"
	DialogOpenFailed         Key = "dialog.open-failed"
	DialogOpenNote           Key = "dialog.open-note"
	DialogOpenFile           Key = "dialog.open-file"
	DialogOpenItself         Key = "dialog.open-itself"
	DialogOverwrite          Key = "dialog.overwrite"
	DialogOverwriteBody      Key = "dialog.overwrite-body"
	DialogPaper              Key = "dialog.paper"
	DialogPaperNone          Key = "dialog.paper-none"
	DialogPath               Key = "dialog.path"
	DialogPaste              Key = "dialog.paste"
	DialogPasteColumns       Key = "dialog.paste-columns"
	DialogPasteLanes         Key = "dialog.paste-lanes"
	DialogPasteRows          Key = "dialog.paste-rows"
	DialogPasteStages        Key = "dialog.paste-stages"
	DialogProblem            Key = "dialog.problem"
	DialogQuitAnyway         Key = "dialog.quit-anyway"
	DialogQuitUnsaved        Key = "dialog.quit-unsaved"
	DialogQuitUnsavedBody    Key = "dialog.quit-unsaved-body"
	DialogRename             Key = "dialog.rename"
	DialogReplace            Key = "dialog.replace"
	DialogSave               Key = "dialog.save"
	DialogSaveChangedBody    Key = "dialog.save-changed-body"
	DialogSaveFailed         Key = "dialog.save-failed"
	DialogSaveFile           Key = "dialog.save-file"
	DialogStay               Key = "dialog.stay"
	DialogTakeIn             Key = "dialog.take-in"
)

// dialogWords: the few questions.
var dialogWords = sentences{
	DialogAbout: {"Footpath {version}", "Footpath {version}"},
	DialogAboutBody: {
		"Draws the path a customer walks, stage by stage. Offline, without an account; the maps are yours. Free under the MIT licence.",
		"Zeichnet den Weg eines Kunden, Phase für Phase. Ohne Netz und ohne Konto; die Maps gehören Ihnen. Frei unter der MIT-Lizenz.",
	},
	DialogCancel:         {"Cancel", "Abbrechen"},
	DialogChangedOutside: {"“{file}” was changed outside Footpath", "„{file}“ wurde außerhalb von Footpath geändert"},
	DialogChangedOutsideBody: {
		"Take the changes in as one step that can be undone, keep the map as it is here, or open the file as a map of its own.",
		"Die Änderungen als einen Schritt übernehmen, der sich rückgängig machen lässt, die Map so behalten, wie sie hier ist, oder die Datei als eigene Map öffnen.",
	},
	DialogChoose:        {"Choose…", "Wählen …"},
	DialogClose:         {"Close", "Schließen"},
	DialogDeleteForEver: {"Delete “{title}” for ever?", "„{title}“ endgültig löschen?"},
	DialogDeleteForEverBody: {
		"The map and its history are gone then; this cannot be undone.",
		"Die Map und ihr Verlauf sind dann fort; das lässt sich nicht rückgängig machen.",
	},
	DialogEmptyBin: {
		"Delete {n|one map|all {n} maps} in the bin for ever?",
		"{n|Eine Map|Alle {n} Maps} im Papierkorb endgültig löschen?",
	},
	DialogEmptyBinBody: {
		"The maps and their history are gone then; this cannot be undone.",
		"Die Maps und ihr Verlauf sind dann fort; das lässt sich nicht rückgängig machen.",
	},
	DialogExportFailed: {"The map was not exported", "Die Map wurde nicht exportiert"},
	DialogExportTo:     {"To", "Nach"},
	DialogPicture:      {"Choose a picture", "Bild auswählen"},
	DialogTakePicture:  {"Add", "Hinzufügen"},
	DialogFolderEmpty:  {"Nothing to open in this folder", "In diesem Ordner ist nichts zu öffnen"},
	DialogFolderNoMaps: {"No other file of this kind in this folder", "In diesem Ordner ist noch keine solche Datei"},
	DialogFolderFailed: {"The folder could not be read: {reason}", "Der Ordner ließ sich nicht lesen: {reason}"},
	DialogFolderUp:     {"Folder above", "Übergeordneter Ordner"},
	DialogFormat:       {"Format", "Format"},
	DialogHomeFolder:   {"Home folder", "Persönlicher Ordner"},
	DialogKeepMine:     {"Keep mine", "Meine behalten"},
	DialogKeys:         {"Keys", "Tastenkürzel"},
	DialogKeysFind:     {"Find what to do, or a key", "Finden, was zu tun ist, oder eine Taste"},
	DialogKeysHome:     {"Among all maps", "Bei allen Maps"},
	DialogKeysMap:      {"In a map", "In einer Map"},
	DialogKeysNothing: {
		"No key for “{query}”. {key} finds commands that have no key, too.",
		"Keine Taste für „{query}“. {key} findet auch Befehle ohne Taste.",
	},
	DialogMistake:  {"Line {line}, column {column}: {what}", "Zeile {line}, Zeichen {column}: {what}"},
	DialogMistakes: {"“{file}” has {n|one mistake|{n} mistakes}", "„{file}“ hat {n|einen Fehler|{n} Fehler}"},
	DialogMistakesBody: {
		"Nothing was imported. Each mistake with its place:",
		"Nichts wurde importiert. Jeder Fehler mit seiner Stelle:",
	},
	DialogName: {"Name", "Name"},
	DialogNotImported: {
		"{n|One|{n}} of {all} files {n|was|were} not imported",
		"{n|Eine|{n}} von {all} Dateien {n|wurde|wurden} nicht importiert",
	},
	DialogOpenItself: {
		"It was changed outside Footpath. Open it by itself, and say what becomes of the changes.",
		"Sie wurde außerhalb von Footpath geändert. Öffnen Sie sie einzeln, und sagen Sie, was aus den Änderungen wird.",
	},
	DialogOk:         {"OK", "OK"},
	DialogOpen:       {"Open", "Öffnen"},
	DialogOpenCopy:   {"Open a copy", "Als Kopie öffnen"},
	DialogOpenFailed: {"The file was not opened", "Die Datei wurde nicht geöffnet"},
	DialogOpenNote:   {"Map files, and PDFs made by Footpath", "Map-Dateien und von Footpath erstellte PDFs"},
	DialogOpenFile:   {"Open a file", "Eine Datei öffnen"},
	DialogOverwrite:  {"Replace “{file}”?", "„{file}“ ersetzen?"},
	DialogOverwriteBody: {
		"There is a file of this name already. What it holds would be lost.",
		"Es gibt schon eine Datei dieses Namens. Ihr Inhalt ginge verloren.",
	},
	DialogPaper: {"Paper", "Papier"},
	DialogPaperNone: {
		"A file to read, to edit by hand and to open again. It has no pages.",
		"Eine Datei zum Lesen, zum Bearbeiten von Hand und zum Wiederöffnen. Sie hat keine Seiten.",
	},
	DialogPath:         {"Folder and file", "Ordner und Datei"},
	DialogPaste:        {"Paste {n|one card|{n} cards}?", "{n|Eine Karte|{n} Karten} einfügen?"},
	DialogPasteColumns: {"{n|One more column stands|{n} more columns stand} to the right.", "Rechts {n|steht eine weitere Spalte|stehen {n} weitere Spalten}."},
	DialogPasteLanes:   {"{n|One lane is|{n} lanes are} added for what has no room.", "Für das, was keinen Platz hat, {n|kommt eine Spur|kommen {n} Spuren} hinzu."},
	DialogPasteRows:    {"{n|One more lane stands|{n} more lanes stand} below.", "Darunter {n|steht eine weitere Spur|stehen {n} weitere Spuren}."},
	DialogPasteStages:  {"{n|One stage is|{n} stages are} added for what has no room.", "Für das, was keinen Platz hat, {n|kommt eine Phase|kommen {n} Phasen} hinzu."},
	DialogProblem:      {"Something went wrong", "Etwas ist schiefgegangen"},
	DialogQuitAnyway:   {"Quit and lose them", "Beenden und verlieren"},
	DialogQuitUnsaved:  {"Not everything is saved", "Nicht alles ist gespeichert"},
	DialogQuitUnsavedBody: {
		"The last words could not be saved: {reason} Quitting now would lose them.",
		"Die letzten Worte ließen sich nicht speichern: {reason} Beim Beenden gingen sie verloren.",
	},
	DialogRename:  {"Rename", "Umbenennen"},
	DialogReplace: {"Replace", "Ersetzen"},
	DialogSave:    {"Save", "Speichern"},
	DialogSaveChangedBody: {
		"What the file holds now is not what Footpath last read or wrote there. Replace it, or first take its changes into the map as one step that can be undone.",
		"In der Datei steht nicht mehr, was Footpath zuletzt dort gelesen oder geschrieben hat. Sie lässt sich ersetzen, oder ihre Änderungen kommen zuerst als ein Schritt in die Map, der sich rückgängig machen lässt.",
	},
	DialogSaveFailed: {"The file was not saved", "Die Datei wurde nicht gespeichert"},
	DialogSaveFile:   {"Save to a file", "In eine Datei speichern"},
	DialogStay:       {"Stay", "Bleiben"},
	DialogTakeIn:     {"Take in", "Übernehmen"},
}
