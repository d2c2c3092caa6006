package words

// Also: further words that a command is looked for by. They are never shown.
const (
	AlsoAddCard    Key = "also.add-card"
	AlsoAddPersona Key = "also.add-persona"
	AlsoAddPicture Key = "also.add-picture"
	AlsoAddStage   Key = "also.add-stage"
	AlsoAllMaps    Key = "also.all-maps"
	AlsoBin        Key = "also.bin"
	AlsoDelete     Key = "also.delete"
	AlsoDetails    Key = "also.details"
	AlsoDuplicate  Key = "also.duplicate"
	AlsoEmotion    Key = "also.emotion"
	AlsoExport     Key = "also.export"
	AlsoHistory    Key = "also.history"
	AlsoJoin       Key = "also.join"
	AlsoKeys       Key = "also.keys"
	AlsoNote       Key = "also.note"
	AlsoOpen       Key = "also.open"
	AlsoPin        Key = "also.pin"
	AlsoPresent    Key = "also.present"
	AlsoRedo       Key = "also.redo"
	AlsoRestore    Key = "also.restore"
	AlsoSettings   Key = "also.settings"
	AlsoTheme      Key = "also.theme"
	AlsoUndo       Key = "also.undo"
)

// alsoWords: further words that a command is looked for by. They are never shown.
var alsoWords = sentences{
	AlsoAddCard:    {"new insert", "neu einfügen"},
	AlsoAddPersona: {"new insert customer", "neu einfügen Kunde Kundin"},
	AlsoAddPicture: {"image photo", "Foto"},
	AlsoAddStage:   {"new insert phase column", "neu einfügen Stufe Spalte"},
	AlsoAllMaps:    {"home start close", "Start schließen"},
	AlsoBin:        {"delete remove trash", "löschen entfernen Müll"},
	AlsoDelete:     {"remove", "entfernen"},
	AlsoDetails:    {"emotion mood feeling properties channel evidence", "Gefühl Stimmung Emotion Eigenschaften Kanal Beleg"},
	AlsoDuplicate:  {"copy", "kopieren"},
	AlsoEmotion:    {"feel feeling mood face", "fühlen Stimmung Gesicht"},
	AlsoExport:     {"PDF print picture image PNG SVG share", "PDF drucken Bild PNG SVG teilen"},
	AlsoHistory:    {"versions changes earlier", "Versionen Änderungen früher"},
	AlsoJoin:       {"merge", "zusammenführen"},
	AlsoKeys:       {"help shortcuts", "Hilfe Tasten"},
	AlsoNote:       {"capture idea", "Idee"},
	AlsoOpen:       {"import file", "importieren Datei"},
	AlsoPin:        {"favourite star", "Favorit"},
	AlsoPresent:    {"slides beamer projector", "Folien Beamer Vortrag"},
	AlsoRedo:       {"again", "nochmal"},
	AlsoRestore:    {"recover undelete", "zurückholen"},
	AlsoSettings:   {"preferences options text size language", "Optionen Schriftgröße Sprache"},
	AlsoTheme:      {"colours mode", "Design Modus Thema"},
	AlsoUndo:       {"back", "zurück"},
}
