package words

// Vote: what the room reads while it votes.
const (
	VoteAnd        Key = "vote.and"
	VoteClear      Key = "vote.clear"
	VoteClose      Key = "vote.close"
	VoteDots       Key = "vote.dots"
	VoteGiven      Key = "vote.given"
	VoteKept       Key = "vote.kept"
	VoteKeys       Key = "vote.keys"
	VoteKeysMany   Key = "vote.keys-many"
	VoteKeysNone   Key = "vote.keys-none"
	VoteKeysResult Key = "vote.keys-result"
	VoteLeaving    Key = "vote.leaving"
	VoteMissing    Key = "vote.missing"
	VoteNone       Key = "vote.none"
	VoteNothing    Key = "vote.nothing"
	VoteOpen       Key = "vote.open"
	VoteResult     Key = "vote.result"
	VoteSecret     Key = "vote.secret"
	VoteTitle      Key = "vote.title"
	VoteTyped      Key = "vote.typed"
	VoteTypedLess  Key = "vote.typed-less"
)

// voteWords: a vote in front of a room.
var voteWords = sentences{
	VoteAnd:   {"{some} and {last}", "{some} und {last}"},
	VoteClear: {"No two options are too close to call.", "Keine zwei Optionen liegen zu nah beieinander."},
	VoteClose: {"≈ Too close to call: {which}. A few dots more could turn it round.", "≈ Zu knapp: {which}. Wenige Punkte mehr könnten es umkehren."},
	VoteDots:  {"{n|one dot|{n} dots} each", "{n|ein Punkt|{n} Punkte} pro Person"},
	VoteGiven: {"{n|one dot|{n} dots}", "{n|ein Punkt|{n} Punkte}"},
	VoteKept:  {"Kept: {n|one dot|{n} dots} on {options} options. Undo on the board takes it back.", "Festgehalten: {n|ein Punkt|{n} Punkte} auf {options} Optionen. Rückgängig auf der Map nimmt es zurück."},
	VoteKeys: {
		"A digit gives a dot · Shift and digit, or Backspace: one back · O: show totals · Enter: result",
		"Ziffer gibt einen Punkt · Umschalt und Ziffer oder Rücktaste: einer zurück · O: Summen zeigen · Eingabe: Ergebnis",
	},
	VoteKeysMany: {
		"Number and Enter give a dot · with Shift, or Backspace: one back · O: show totals · Enter: result",
		"Zahl und Eingabe geben einen Punkt · mit Umschalt oder Rücktaste: einer zurück · O: Summen zeigen · Eingabe: Ergebnis",
	},
	VoteKeysNone:   {"Digits still give dots · Enter or Esc: back to the slide", "Ziffern geben noch Punkte · Eingabe oder Esc: zurück zur Folie"},
	VoteKeysResult: {"Enter: keep the result in the map · digits still correct it · Esc: drop it", "Eingabe: Ergebnis in der Map festhalten · Ziffern verbessern es noch · Esc: verwerfen"},
	VoteLeaving:    {"Esc again drops the vote: {n|one dot is|{n} dots are} not kept. Any other key goes on.", "Noch einmal Esc verwirft die Abstimmung: {n|ein Punkt geht|{n} Punkte gehen} verloren. Mit jeder anderen Taste geht es weiter."},
	VoteMissing:    {"There is no option {n}.", "Es gibt keine Option {n}."},
	VoteNone:       {"No dots were given.", "Es wurden keine Punkte gegeben."},
	VoteNothing:    {"There is nothing to vote on here: it takes two cards with words.", "Hier gibt es nichts abzustimmen: Dazu braucht es zwei Karten mit Text."},
	VoteOpen:       {"Open vote: {n|one dot|{n} dots} so far", "Offene Abstimmung: bisher {n|ein Punkt|{n} Punkte}"},
	VoteResult:     {"Result: {what}", "Ergebnis: {what}"},
	VoteSecret:     {"Totals are secret: {n|one dot|{n} dots} so far", "Summen sind geheim: bisher {n|ein Punkt|{n} Punkte}"},
	VoteTitle:      {"Vote: {what}", "Abstimmung: {what}"},
	VoteTyped:      {"Option {n}: Enter gives it a dot", "Option {n}: Eingabe gibt ihr einen Punkt"},
	VoteTypedLess:  {"Option {n}: Enter takes a dot back", "Option {n}: Eingabe nimmt einen Punkt zurück"},
}
