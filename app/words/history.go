package words

// History: the time line of a map.
const (
	CommandHistory        Key = "command.history"
	CommandHistoryBack    Key = "command.history-back"
	CommandHistoryName    Key = "command.history-name"
	CommandHistoryNow     Key = "command.history-now"
	CommandHistoryUnname  Key = "command.history-unname"
	HistoryBackToNow      Key = "history.back-to-now"
	HistoryBy             Key = "history.by"
	HistoryBroken         Key = "history.broken"
	HistoryChangedHere    Key = "history.changed-here"
	HistoryChangedSince   Key = "history.changed-since"
	HistoryDay            Key = "history.day"
	HistoryHintBack       Key = "history.hint-back"
	HistoryHintMove       Key = "history.hint-move"
	HistoryHintName       Key = "history.hint-name"
	HistoryHintNow        Key = "history.hint-now"
	HistoryName           Key = "history.name"
	HistoryNamed          Key = "history.named"
	HistoryNow            Key = "history.now"
	HistoryReadOnly       Key = "history.read-only"
	HistoryRestore        Key = "history.restore"
	HistoryRestored       Key = "history.restored"
	HistoryStep           Key = "history.step"
	HistoryThen           Key = "history.then"
	HistoryTitle          Key = "history.title"
	HistoryToday          Key = "history.today"
	HistoryYesterday      Key = "history.yesterday"
	StateHistory          Key = "state.history"
	DialogHistoryNotSaved Key = "dialog.history-not-saved"
)

// historyWords: the time line of a map. Under "moment." is why moments of it were marked by themselves (storage/library).
var historyWords = sentences{
	"moment.before-export":  {"Before an export", "Vor einem Export"},
	"moment.before-merge":   {"Before a merge", "Vor dem Zusammenführen"},
	"moment.before-restore": {"Before going back", "Vor dem Zurückgehen"},
	"moment.before-take-in": {"Before taking in a file", "Vor dem Übernehmen einer Datei"},
	"moment.session-end":    {"End of a session", "Ende einer Sitzung"},
	"moment.session-start":  {"Start of a session", "Beginn einer Sitzung"},

	CommandHistory:       {"History…", "Verlauf …"},
	CommandHistoryBack:   {"Go back to the moment shown", "Zum gezeigten Moment zurückgehen"},
	CommandHistoryName:   {"Name the moment shown…", "Gezeigten Moment benennen …"},
	CommandHistoryNow:    {"Leave the history", "Verlauf verlassen"},
	CommandHistoryUnname: {"Remove the name of the moment shown", "Namen des gezeigten Moments entfernen"},

	HistoryTitle:        {"History", "Verlauf"},
	HistoryToday:        {"Today", "Heute"},
	HistoryYesterday:    {"Yesterday", "Gestern"},
	HistoryDay:          {"{weekday}, {date}", "{weekday}, {date}"},
	HistoryBy:           {"{what} · {who}", "{what} · {who}"},
	HistoryStep:         {"{day}, {time}: {what}", "{day}, {time}: {what}"},
	HistoryNamed:        {"Moment “{name}”", "Moment „{name}“"},
	HistoryNow:          {"The map as it is now", "Die Map, wie sie jetzt ist"},
	HistoryThen:         {"{day}, {time}", "{day}, {time}"},
	HistoryReadOnly:     {"An earlier moment, only to look at", "Ein früherer Moment, nur zum Ansehen"},
	HistoryRestore:      {"Go back to this", "Hierhin zurückgehen"},
	HistoryBackToNow:    {"Back to now", "Zurück zu jetzt"},
	HistoryRestored:     {"The map is as it was at “{moment}”", "Die Map ist wieder wie bei „{moment}“"},
	HistoryChangedHere:  {"Changed at this step", "In diesem Schritt geändert"},
	HistoryChangedSince: {"Different now", "Jetzt anders"},
	HistoryName:         {"What to call this moment", "Wie dieser Moment heißen soll"},
	HistoryBroken: {
		"What was before this cannot be read any more.",
		"Was davor war, lässt sich nicht mehr lesen.",
	},
	HistoryHintMove: {"Arrows: earlier, later", "Pfeile: früher, später"},
	HistoryHintBack: {"Enter: go back to this", "Eingabe: hierhin zurück"},
	HistoryHintName: {"N: name it", "N: benennen"},
	HistoryHintNow:  {"Esc: back to now", "Esc: zurück zu jetzt"},
	StateHistory:    {"History", "Verlauf"},
	DialogHistoryNotSaved: {
		"The history can be seen once everything is saved.",
		"Der Verlauf lässt sich ansehen, sobald alles gespeichert ist.",
	},
}
