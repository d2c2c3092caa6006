package words

// Find: finding and replacing words in a map.
const (
	FindCase        Key = "find.case"
	FindClose       Key = "find.close"
	FindCount       Key = "find.count"
	FindHintAll     Key = "find.hint.all"
	FindHintBack    Key = "find.hint.back"
	FindHintEnd     Key = "find.hint.end"
	FindHintNext    Key = "find.hint.next"
	FindHintReplace Key = "find.hint.replace"
	FindNothing     Key = "find.nothing"
	FindPlaceholder Key = "find.placeholder"
	FindReplace     Key = "find.replace"
	FindReplaceAll  Key = "find.replace-all"
	FindReplaced    Key = "find.replaced"
	FindWith        Key = "find.with"
)

// findWords: finding and replacing words in a map.
var findWords = sentences{
	FindCase:        {"Capital and small letters differ", "Groß- und Kleinschreibung beachten"},
	FindClose:       {"Close", "Schließen"},
	FindCount:       {"{at} of {count}", "{at} von {count}"},
	FindHintAll:     {"Enter: replace all", "Eingabe: alle ersetzen"},
	FindHintBack:    {"Shift+Enter: the one before", "Umschalt+Eingabe: die davor"},
	FindHintEnd:     {"Esc: end the search", "Esc: Suche beenden"},
	FindHintNext:    {"Enter: next place", "Eingabe: nächste Stelle"},
	FindHintReplace: {"Enter: replace, and on to the next", "Eingabe: ersetzen und zur nächsten"},
	FindNothing:     {"Nothing found", "Nichts gefunden"},
	FindPlaceholder: {"Find in the map", "In der Map suchen"},
	FindReplace:     {"Replace", "Ersetzen"},
	FindReplaceAll:  {"Replace all", "Alle ersetzen"},
	FindReplaced:    {"Replaced in {n|one place|{n} places}", "An {n|einer Stelle|{n} Stellen} ersetzt"},
	FindWith:        {"Replace with", "Ersetzen durch"},
}
