package words

// Palette: finding a command or a place by its letters.
const (
	PaletteChoose   Key = "palette.choose"
	PaletteClose    Key = "palette.close"
	PaletteCommands Key = "palette.commands"
	PaletteCount    Key = "palette.count"
	PaletteDetails  Key = "palette.details"
	PaletteGoTo     Key = "palette.go-to"
	PaletteHeader   Key = "palette.header"
	PaletteInbox    Key = "palette.inbox"
	PaletteKinds    Key = "palette.kinds"
	PaletteLane     Key = "palette.lane"
	PaletteMap      Key = "palette.map"
	PaletteMaps     Key = "palette.maps"
	PaletteNothing  Key = "palette.nothing"
	PalettePersona  Key = "palette.persona"
	PaletteRecent   Key = "palette.recent"
	PaletteNotNow   Key = "palette.not-now"
	PaletteRun      Key = "palette.run"
	PaletteStage    Key = "palette.stage"
	PaletteStep     Key = "palette.step"
	PaletteSuits    Key = "palette.suits"
)

// paletteWords: finding a command or a place by its letters.
var paletteWords = sentences{
	PaletteChoose:   {"choose", "wählen"},
	PaletteClose:    {"close", "schließen"},
	PaletteCommands: {"Commands", "Befehle"},
	PaletteCount:    {"{shown} of {all}", "{shown} von {all}"},
	PaletteDetails:  {"In the details", "In den Details"},
	PaletteGoTo:     {"Go to", "Gehe zu"},
	PaletteHeader:   {"In the header", "Im Kopf"},
	PaletteInbox:    {"Inbox", "Eingang"},
	PaletteKinds:    {"Commands, stages, lanes, cards and maps", "Befehle, Phasen, Spuren, Karten und Maps"},
	PaletteLane:     {"Lane: {name}", "Spur: {name}"},
	PaletteMap:      {"Map: {name}", "Map: {name}"},
	PaletteMaps:     {"Open", "Öffnen"},
	PaletteNothing:  {"Nothing found for “{query}”", "Nichts gefunden für „{query}“"},
	PalettePersona:  {"Persona: {name}", "Persona: {name}"},
	PaletteRecent:   {"Used last", "Zuletzt benutzt"},
	PaletteNotNow:   {"Not possible at present", "Zurzeit nicht möglich"},
	PaletteRun:      {"run", "ausführen"},
	PaletteStage:    {"Stage: {name}", "Phase: {name}"},
	PaletteStep:     {"Step: {name}", "Schritt: {name}"},
	PaletteSuits:    {"For what is selected", "Für die Auswahl"},
}
