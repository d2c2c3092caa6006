package words

// Settings: what a person can set for the program.
const (
	SettingsEnter        Key = "settings.enter"
	SettingsEnterCard    Key = "settings.enter-card"
	SettingsEnterHint    Key = "settings.enter-hint"
	SettingsEnterLine    Key = "settings.enter-line"
	SettingsLanguageHint Key = "settings.language-hint"
	SettingsLarger       Key = "settings.larger"
	SettingsSmaller      Key = "settings.smaller"
	SettingsTextSize     Key = "settings.text-size"
	SettingsTextSizeHint Key = "settings.text-size-hint"
	SettingsTitle        Key = "settings.title"
)

// settingsWords: what a person can set for the program.
var settingsWords = sentences{
	SettingsEnter:     {"Enter, while a card is being typed", "Eingabe, während eine Karte geschrieben wird"},
	SettingsEnterCard: {"Takes the next card", "Nächste Karte"},
	SettingsEnterHint: {
		"A new line is then Shift+Enter. Where Enter begins a new line, Ctrl+Enter takes the next card.",
		"Eine neue Zeile ist dann Umschalt+Eingabe. Wo die Eingabetaste eine neue Zeile beginnt, führt Strg+Eingabe zur nächsten Karte.",
	},
	SettingsEnterLine: {"Begins a new line", "Neue Zeile"},
	SettingsLanguageHint: {
		"The language of the window. Each map has its own, for what is on its page.",
		"Die Sprache des Fensters. Jede Map hat eine eigene für das, was auf ihrer Seite steht.",
	},
	SettingsLarger:       {"Larger text", "Größere Schrift"},
	SettingsSmaller:      {"Smaller text", "Kleinere Schrift"},
	SettingsTextSize:     {"Text size", "Schriftgröße"},
	SettingsTextSizeHint: {"Everything in the window grows with it.", "Alles im Fenster wächst mit."},
	SettingsTitle:        {"Settings", "Einstellungen"},
}
