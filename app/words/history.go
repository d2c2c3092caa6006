package words

// historyWords: why moments of a map's past were marked by themselves (storage/library).
var historyWords = sentences{
	"moment.before-export":  {"Before an export", "Vor einem Export"},
	"moment.before-merge":   {"Before a merge", "Vor dem Zusammenführen"},
	"moment.before-restore": {"Before going back", "Vor dem Zurückgehen"},
	"moment.before-take-in": {"Before taking in a file", "Vor dem Übernehmen einer Datei"},
	"moment.session-end":    {"End of a session", "Ende einer Sitzung"},
	"moment.session-start":  {"Start of a session", "Beginn einer Sitzung"},
}
