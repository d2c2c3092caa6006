package words

// Filter: letting some cards stand out.
const (
	FilterAny         Key = "filter.any"
	FilterChosen      Key = "filter.chosen"
	FilterClear       Key = "filter.clear"
	FilterCount       Key = "filter.count"
	FilterHide        Key = "filter.hide"
	FilterNone        Key = "filter.none"
	FilterSeveral     Key = "filter.several"
	FilterStatus      Key = "filter.status"
	FilterStatusHides Key = "filter.status-hides"
	FilterTitle       Key = "filter.title"
	FilterValue       Key = "filter.value"
)

// filterWords: letting some cards stand out. Under "criterion." is what can be filtered by, under "value." the words a field can
// have.
var filterWords = sentences{
	FilterAny:         {"All", "Alle"},
	FilterChosen:      {"{criterion}: {value}", "{criterion}: {value}"},
	FilterClear:       {"Clear", "Aufheben"},
	FilterCount:       {"{shown} of {n|one card|{n} cards}", "{shown} von {n|einer Karte|{n} Karten}"},
	FilterHide:        {"Hide the others", "Andere ausblenden"},
	FilterNone:        {"No card of this map says", "Keine Karte dieser Map sagt etwas dazu"},
	FilterSeveral:     {"{n} chosen", "{n} gewählt"},
	FilterStatus:      {"Filter: {shown} of {n|one card|{n} cards}", "Filter: {shown} von {n|einer Karte|{n} Karten}"},
	FilterStatusHides: {"Filter: {shown} of {n|one card|{n} cards}, others hidden", "Filter: {shown} von {n|einer Karte|{n} Karten}, andere ausgeblendet"},
	FilterTitle:       {"Filter", "Filter"},
	FilterValue:       {"{value} ({cards})", "{value} ({cards})"},

	"criterion.department": {"Department", "Abteilung"},
	"criterion.level":      {"Evidence", "Belege"},
	"criterion.persona":    {"Persona", "Persona"},
	"criterion.pillar":     {"Pillar", "Säule"},
	"criterion.reason":     {"Service or experience", "Service oder Erlebnis"},
	"criterion.tags":       {"Tag", "Schlagwort"},

	"value.assumed":    {"Assumed", "Vermutet"},
	"value.experience": {"Experience", "Erlebnis"},
	"value.partly":     {"Partly", "Teils belegt"},
	"value.people":     {"People", "Menschen"},
	"value.process":    {"Process", "Abläufe"},
	"value.product":    {"Product", "Produkt"},
	"value.researched": {"Researched", "Belegt"},
	"value.service":    {"Service", "Service"},
}
