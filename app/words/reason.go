package words

// Reason: why a command cannot be used now, beside its name in the palette.
const (
	ReasonBin      Key = "reason.bin"
	ReasonBinEmpty Key = "reason.bin-empty"
	ReasonCards    Key = "reason.cards"
	ReasonFilter   Key = "reason.filter"
	ReasonHidden   Key = "reason.hidden"
	ReasonHistory  Key = "reason.history"
	ReasonInbox    Key = "reason.inbox"
	ReasonLane     Key = "reason.lane"
	ReasonMap      Key = "reason.map"
	ReasonMove     Key = "reason.move"
	ReasonNow      Key = "reason.now"
	ReasonPast     Key = "reason.past"
	ReasonPicture  Key = "reason.picture"
	ReasonPictured Key = "reason.pictured"
	ReasonPresent  Key = "reason.present"
	ReasonSeveral  Key = "reason.several"
	ReasonStages   Key = "reason.stages"
	ReasonText     Key = "reason.text"
)

// reasonWords: why a command cannot be used now, beside its name in the palette.
var reasonWords = sentences{
	ReasonBin:      {"Select a map in the bin first", "Erst eine Map im Papierkorb auswählen"},
	ReasonBinEmpty: {"The bin is empty", "Der Papierkorb ist leer"},
	ReasonCards:    {"Select a card first", "Erst eine Karte auswählen"},
	ReasonFilter:   {"No filter is set", "Kein Filter gesetzt"},
	ReasonHidden:   {"No lane is hidden", "Keine Spur ist verborgen"},
	ReasonHistory:  {"Open the history first", "Erst den Verlauf öffnen"},
	ReasonInbox:    {"Select a place on the map, with a note in the inbox", "Einen Platz auf der Map auswählen, mit einer Notiz im Eingang"},
	ReasonLane:     {"Select a lane first", "Erst eine Spur auswählen"},
	ReasonMap:      {"Select a map first", "Erst eine Map auswählen"},
	ReasonMove:     {"Select what to move first", "Erst auswählen, was verschoben werden soll"},
	ReasonNow:      {"This is the map as it is now", "Das ist die Map, wie sie jetzt ist"},
	ReasonPast:     {"Not while an earlier moment is shown", "Nicht, solange ein früherer Stand zu sehen ist"},
	ReasonPicture:  {"Select a card or persona first", "Erst eine Karte oder Persona auswählen"},
	ReasonPictured: {"Nothing selected has a picture", "Nichts Ausgewähltes hat ein Bild"},
	ReasonPresent:  {"Start presenting first", "Erst die Präsentation starten"},
	ReasonSeveral:  {"Select two or more cards first", "Erst mehrere Karten auswählen"},
	ReasonStages:   {"The map has no stages yet", "Die Map hat noch keine Phasen"},
	ReasonText:     {"Select something with a text first", "Erst etwas mit Text auswählen"},
}
