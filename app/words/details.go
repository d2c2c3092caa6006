package words

// Details: the panel of what is selected.
const (
	DetailsAdd         Key = "details.add"
	DetailsAddEvidence Key = "details.add-evidence"
	DetailsAddHint     Key = "details.add-hint"
	DetailsAddPicture  Key = "details.add-picture"
	DetailsAddSurvey   Key = "details.add-survey"
	DetailsFewAnswers  Key = "details.few-answers"
	DetailsNoAnswers   Key = "details.no-answers"
	DetailsResult      Key = "details.result"
	DetailsWholeStage  Key = "details.whole-stage"
	DetailsCards       Key = "details.cards"
	DetailsChannels    Key = "details.channels"
	DetailsCiteAgain   Key = "details.cite-again"
	DetailsCiteHint    Key = "details.cite-hint"
	DetailsClose       Key = "details.close"
	DetailsConflict    Key = "details.conflict"
	DetailsDiffer      Key = "details.differ"
	DetailsGrip        Key = "details.grip"
	DetailsLink        Key = "details.link"
	DetailsLinkHint    Key = "details.link-hint"
	DetailsNone        Key = "details.none"
	DetailsNote        Key = "details.note"
	DetailsNothing     Key = "details.nothing"
	DetailsNumber      Key = "details.number"
	DetailsPin         Key = "details.pin"
	DetailsPlace       Key = "details.place"
	DetailsVotes       Key = "details.votes"
	DetailsTitle       Key = "details.title"
	DetailsWrongDate   Key = "details.wrong-date"
	DetailsWrongNumber Key = "details.wrong-number"
)

// detailsWords: the panel of what is selected. The words of a field's values stand under its name, those of what a card is
// called under its lane's kind.
var detailsWords = sentences{
	DetailsGrip:        {"Width of the details, by Left and Right", "Breite der Details, mit Links und Rechts"},
	DetailsAdd:         {"Add", "Hinzufügen"},
	DetailsAddEvidence: {"Add evidence", "Beleg hinzufügen"},
	DetailsAddHint:     {"Type, Enter adds", "Tippen, Eingabe fügt hinzu"},
	DetailsAddPicture:  {"Add a picture", "Bild hinzufügen"},
	DetailsAddSurvey:   {"Add a survey result", "Umfrageergebnis hinzufügen"},
	DetailsFewAnswers:  {"{kind} {score} from {n} answers: too few to judge", "{kind} {score} aus {n} Antworten: zu wenige für ein Urteil"},
	DetailsNoAnswers:   {"Type how many gave each score", "Eintragen, wie viele welche Punktzahl gaben"},
	DetailsResult:      {"{kind} {score} ({low} to {high}), n {n}", "{kind} {score} ({low} bis {high}), n {n}"},
	DetailsWholeStage:  {"The whole stage", "Die ganze Phase"},
	DetailsCards:       {"{n|One card|{n} cards}", "{n|Eine Karte|{n} Karten}"},
	DetailsChannels: {
		"Post, E-mail, Phone, Website, App, Chat, SMS, Social media, Counter, Self-service machine, Screen, Leaflet",
		"Post, E-Mail, Telefon, Website, App, Chat, SMS, Soziale Medien, Schalter, Automat, Anzeige, Flyer",
	},
	DetailsCiteAgain: {"Evidence of another card…", "Beleg einer anderen Karte …"},
	DetailsCiteHint:  {"Find evidence", "Beleg suchen"},
	DetailsClose:     {"Close details", "Details schließen"},
	DetailsConflict:  {"Other words for the {field}: Enter takes, Del drops them", "Andere Angabe für {field}: Eingabe übernimmt, Entf verwirft sie"},
	DetailsDiffer:    {"Several", "Verschiedene"},
	DetailsLink:      {"Link an insight", "Erkenntnis verknüpfen"},
	DetailsLinkHint:  {"Find an insight", "Erkenntnis suchen"},
	DetailsNone:      {"None", "Keine Angabe"},
	DetailsNote:      {"Note", "Notiz"},
	DetailsNothing: {
		"Select a card, a stage, a lane, a persona or the title, and everything about it can be read and changed here.",
		"Eine Karte, eine Phase, eine Spur, eine Persona oder den Titel auswählen: hier steht alles dazu und lässt sich ändern.",
	},
	DetailsNumber:         {"{number} of {count}", "{number} von {count}"},
	DetailsPin:            {"Keep showing this", "Das hier weiter zeigen"},
	DetailsVotes:          {"{n|One vote|{n} votes} · {place}", "{n|Eine Stimme|{n} Stimmen} · {place}"},
	DetailsPlace:          {"{place} · card {number} of {count}", "{place} · Karte {number} von {count}"},
	DetailsTitle:          {"Details", "Details"},
	"details.survey.nps":  {"Recommendation (NPS)", "Weiterempfehlung (NPS)"},
	"details.survey.csat": {"Satisfaction (CSAT)", "Zufriedenheit (CSAT)"},
	"details.survey.ces":  {"Ease (CES)", "Leichtigkeit (CES)"},
	DetailsWrongDate:      {"A date such as {example}", "Ein Datum wie {example}"},
	DetailsWrongNumber:    {"A whole number from {low} to {high}", "Eine ganze Zahl von {low} bis {high}"},

	"details.kind.evidence": {"Evidence", "Beleg"},
	"details.kind.lane":     {"Lane", "Spur"},
	"details.kind.map":      {"Map", "Map"},
	"details.kind.persona":  {"Persona", "Persona"},
	"details.kind.stage":    {"Stage", "Phase"},
	"details.kind.step":     {"Step", "Schritt"},

	"details.card.backstage":     {"Backstage step", "Schritt hinter der Bühne"},
	"details.card.curve":         {"Feeling", "Gefühl"},
	"details.card.feelings":      {"Thought or feeling", "Gedanke oder Gefühl"},
	"details.card.frontstage":    {"Frontstage step", "Schritt auf der Bühne"},
	"details.card.insights":      {"Insight", "Erkenntnis"},
	"details.card.metrics":       {"Metric", "Kennzahl"},
	"details.card.opportunities": {"Opportunity", "Chance"},
	"details.card.pains":         {"Pain point", "Schmerzpunkt"},
	"details.card.physical":      {"Physical evidence", "Sichtbares Zeugnis"},
	"details.card.support":       {"Support process", "Unterstützender Ablauf"},
	"details.card.tasks":         {"Task or action", "Aufgabe, Handlung"},
	"details.card.text":          {"Card", "Karte"},
	"details.card.touchpoints":   {"Touchpoint", "Kontaktpunkt"},

	"details.help.confidence": {"per cent", "Prozent"},
	"details.help.effort":     {"1 little, 5 much", "1 wenig, 5 viel"},
	"details.help.emotion":    {"1 very bad (−2) … 5 very good (+2)", "1 sehr schlecht (−2) … 5 sehr gut (+2)"},
	"details.help.impact":     {"1 little, 5 much", "1 wenig, 5 viel"},
	"details.help.reach":      {"people a quarter", "Menschen im Quartal"},
	"details.help.reason":     {"Service: something went wrong", "Service: etwas ging schief"},

	"details.level.assumed":     {"assumed", "vermutet"},
	"details.level.partly":      {"partly", "teils belegt"},
	"details.level.researched":  {"researched", "belegt"},
	"details.pillar.people":     {"People", "Menschen"},
	"details.pillar.process":    {"Process", "Prozess"},
	"details.pillar.product":    {"Product", "Produkt"},
	"details.reason.experience": {"Experience", "Erlebnis"},
	"details.reason.service":    {"Service", "Service"},
	"details.sign.gain":         {"Gain", "Gewinn"},
	"details.sign.pain":         {"Pain", "Schmerz"},
	"details.state.current":     {"Current state", "Ist-Zustand"},
	"details.state.future":      {"Future state", "Soll-Zustand"},
	"details.status.doing":      {"Doing", "In Arbeit"},
	"details.status.done":       {"Done", "Erledigt"},
	"details.status.dropped":    {"Dropped", "Verworfen"},
	"details.status.idea":       {"Idea", "Idee"},
	"details.status.planned":    {"Planned", "Geplant"},
	"details.where.offline":     {"Offline", "Offline"},
	"details.where.online":      {"Online", "Online"},
}
