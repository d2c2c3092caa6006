package words

// Find: finding and replacing words in a map.
const (
	FindCase        Key = "find.case"
	FindClose       Key = "find.close"
	FindCount       Key = "find.count"
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
	FindNothing:     {"Nothing found", "Nichts gefunden"},
	FindPlaceholder: {"Find in the map", "In der Map suchen"},
	FindReplace:     {"Replace", "Ersetzen"},
	FindReplaceAll:  {"Replace all", "Alle ersetzen"},
	FindReplaced:    {"Replaced in {n|one place|{n} places}", "An {n|einer Stelle|{n} Stellen} ersetzt"},
	FindWith:        {"Replace with", "Ersetzen durch"},
}
