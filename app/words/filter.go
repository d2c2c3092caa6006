package words

// Filter: letting some cards stand out.
const (
	FilterAny         Key = "filter.any"
	FilterChosen      Key = "filter.chosen"
	FilterClear       Key = "filter.clear"
	FilterHide        Key = "filter.hide"
	FilterHintChoose  Key = "filter.hint-choose"
	FilterHintDone    Key = "filter.hint.done"
	FilterHintEnd     Key = "filter.hint.end"
	FilterHintWalk    Key = "filter.hint.walk"
	FilterNone        Key = "filter.none"
	FilterSeveral     Key = "filter.several"
	FilterStatus      Key = "filter.status"
	FilterStatusHides Key = "filter.status-hides"
	FilterValue       Key = "filter.value"
	FilterWord        Key = "filter.word"
)

// filterWords: letting some cards stand out. Under "criterion." is what can be filtered by.
var filterWords = sentences{
	FilterAny:         {"All", "Alle"},
	FilterChosen:      {"{criterion}: {value}", "{criterion}: {value}"},
	FilterClear:       {"Clear", "Aufheben"},
	FilterHide:        {"Hide the others", "Andere ausblenden"},
	FilterHintChoose:  {"Enter: choose", "Eingabe: wählen"},
	FilterHintDone:    {"Enter: to the map", "Eingabe: zur Map"},
	FilterHintEnd:     {"Esc: all cards again", "Esc: wieder alle Karten"},
	FilterHintWalk:    {"Tab: next choice", "Tab: nächste Auswahl"},
	FilterNone:        {"No card of this map says", "Keine Karte dieser Map sagt etwas dazu"},
	FilterSeveral:     {"{n} chosen", "{n} gewählt"},
	FilterStatus:      {"Filter: {shown} of {n|one card|{n} cards}", "Filter: {shown} von {n|einer Karte|{n} Karten}"},
	FilterStatusHides: {"Filter: {shown} of {n|one card|{n} cards}, others hidden", "Filter: {shown} von {n|einer Karte|{n} Karten}, andere ausgeblendet"},
	FilterValue:       {"{value} ({cards})", "{value} ({cards})"},
	FilterWord:        {"A word on the card", "Wort auf der Karte"},

	"criterion.department": {"Department", "Abteilung"},
	"criterion.lane":       {"Lane", "Spur"},
	"criterion.level":      {"Evidence", "Belege"},
	"criterion.owner":      {"Owner", "Zuständig"},
	"criterion.persona":    {"Persona", "Persona"},
	"criterion.pillar":     {"Pillar", "Säule"},
	"criterion.reason":     {"Service or experience", "Service oder Erlebnis"},
	"criterion.status":     {"Status", "Status"},
	"criterion.tags":       {"Tag", "Schlagwort"},
}
