package words

// Present: a map shown to a room, and its keys explained.
const (
	MannerPresenting   Key = "manner.presenting"
	MannerShowEnds     Key = "manner.show-ends"
	MannerShowMore     Key = "manner.show-more"
	MannerShowMoreHow  Key = "manner.show-more-how"
	MannerShowNotes    Key = "manner.show-notes"
	MannerShowStage    Key = "manner.show-stage"
	MannerShowStageHow Key = "manner.show-stage-how"
	MannerShowTimer    Key = "manner.show-timer"
	MannerShowTimerHow Key = "manner.show-timer-how"
	MannerShowLinks    Key = "manner.show-links"
	MannerShowVote     Key = "manner.show-vote"
	MannerShowVoteDot  Key = "manner.show-vote-dot"
	MannerShowVoteHow  Key = "manner.show-vote-how"
	MannerShowVoteEnd  Key = "manner.show-vote-end"
	MannerShowVoteKeep Key = "manner.show-vote-keep"
	MannerShowType     Key = "manner.show-type"
	MannerShowKeys     Key = "manner.show-keys"
	MannerShowWindow   Key = "manner.show-window"
	MannerSlides       Key = "manner.slides"
	PresentClosing     Key = "present.closing"
	PresentOpening     Key = "present.opening"
	PresentBlank       Key = "present.blank"
	PresentEnd         Key = "present.end"
	PresentFreeze      Key = "present.freeze"
	PresentFromStage   Key = "present.from-stage"
	PresentKeys        Key = "present.keys"
	PresentMenu        Key = "present.menu"
	PresentNext        Key = "present.next"
	PresentPrevious    Key = "present.previous"
	PresentStatus      Key = "present.status"
	PresentStatusBlank Key = "present.status-blank"
	PresentStatusFroze Key = "present.status-frozen"
	LinkBack           Key = "link.back"
	LinkNone           Key = "link.none"
	LinkOthers         Key = "link.others"
	LinkTooLong        Key = "link.too-long"
	PresentStatusLink  Key = "present.status-link"
	PresentStatusVote  Key = "present.status-vote"
	PresentTimer       Key = "present.timer"
	PresentTimerEnd    Key = "present.timer-end"
	PresentTimerFor    Key = "present.timer-for"
	PresentTimerKeys   Key = "present.timer-keys"
	PresentTimerLeft   Key = "present.timer-left"
	PresentTimerMore   Key = "present.timer-more"
	PresentTimerOf     Key = "present.timer-of"
	PresentTimerOver   Key = "present.timer-over"
	PresentTimerPause  Key = "present.timer-pause"
	PresentTimerPaused Key = "present.timer-paused"
	PresentTimerRun    Key = "present.timer-run"
	PresentTimerSet    Key = "present.timer-set"
)

// presentWords: a map shown to a room.
var presentWords = sentences{
	MannerPresenting:   {"Presenting", "Präsentieren"},
	MannerShowEnds:     {"Opening and last slide", "Auftakt und letzte Folie"},
	MannerShowMore:     {"Timer: pause, one minute more, put away", "Timer: anhalten, eine Minute mehr, ausblenden"},
	MannerShowMoreHow:  {"T, then P, + or Del", "T, dann P, + oder Entf"},
	MannerShowNotes:    {"Notes for the inbox, one a line", "Notizen für den Eingang, eine je Zeile"},
	MannerShowStage:    {"To a stage by its number, to the opening by 0", "Zu einer Phase nach ihrer Nummer, zum Auftakt mit 0"},
	MannerShowStageHow: {"0 to 9", "0 bis 9"},
	MannerShowTimer:    {"Timer for so many minutes, 0 for ten", "Timer für so viele Minuten, 0 für zehn"},
	MannerShowTimerHow: {"T, then a digit", "T, dann eine Ziffer"},
	MannerShowLinks:    {"QR codes of the slide’s web links", "QR-Codes der Weblinks dieser Folie"},
	MannerShowVote:     {"Vote on the slide’s opportunities, else on its other cards", "Über die Chancen der Folie abstimmen, sonst über andere Karten"},
	MannerShowVoteDot:  {"In a vote: a dot for an option; with Shift, one back", "In einer Abstimmung: ein Punkt für eine Option; mit Umschalt einer zurück"},
	MannerShowVoteHow:  {"1 to 9; of more than nine, a number and Enter", "1 bis 9; bei mehr als neun eine Zahl und Eingabe"},
	MannerShowVoteEnd:  {"In a vote: the last dot back, totals seen or secret, drop the vote", "In einer Abstimmung: letzten Punkt zurück, Summen offen oder geheim, verwerfen"},
	MannerShowVoteKeep: {"In a vote: show the result, and keep it in the map", "In einer Abstimmung: Ergebnis zeigen und in der Map festhalten"},
	MannerShowType:     {"Larger type, and back", "Größere Schrift, und zurück"},
	MannerShowKeys:     {"Say the keys again", "Die Tasten noch einmal nennen"},
	MannerShowWindow:   {"Full screen, or a window to drag to the projector", "Vollbild, oder ein Fenster, das man zum Projektor zieht"},
	MannerSlides:       {"Next slide, slide before", "Nächste Folie, vorige Folie"},
	PresentClosing:     {"all opportunities", "alle Chancen"},
	PresentOpening:     {"the opening", "den Auftakt"},
	PresentBlank:       {"Blank the room’s screen", "Die Leinwand schwärzen"},
	PresentEnd:         {"End", "Beenden"},
	PresentFreeze:      {"Freeze what the room sees", "Einfrieren, was der Raum sieht"},
	PresentFromStage:   {"Present from this stage", "Ab dieser Phase präsentieren"},
	PresentKeys:        {"→ next · 1–9 stage · T timer · V vote · Q links · B blank · F1 keys · Esc end", "→ weiter · 1–9 Phase · T Timer · V Abstimmung · Q Links · B dunkel · F1 Tasten · Esc Ende"},
	PresentMenu:        {"Presentation", "Präsentation"},
	PresentNext:        {"Next", "Weiter"},
	PresentPrevious:    {"Back", "Zurück"},
	PresentStatus:      {"The room sees {stage}", "Der Raum sieht {stage}"},
	PresentStatusBlank: {"The room’s screen is blank", "Die Leinwand ist schwarz"},
	PresentStatusFroze: {"Frozen: the room sees {stage} as it was", "Eingefroren: Der Raum sieht {stage}, wie es war"},
	LinkBack:           {"Esc: back to the slide", "Esc: zurück zur Folie"},
	LinkNone:           {"No card on this slide, and none of its evidence, has a web link.", "Keine Karte dieser Folie und keiner ihrer Belege hat einen Weblink."},
	LinkOthers:         {"Link {n} of {of} · arrows or digits: the others · Esc: back to the slide", "Link {n} von {of} · Pfeile oder Ziffern: die anderen · Esc: zurück zur Folie"},
	LinkTooLong:        {"This address is too long for a code.", "Diese Adresse ist zu lang für einen Code."},
	PresentStatusLink:  {"The room sees a code that leads to {link}", "Der Raum sieht einen Code, der zu {link} führt"},
	PresentStatusVote:  {"The room votes: {n|one dot|{n} dots} so far", "Der Raum stimmt ab: bisher {n|ein Punkt|{n} Punkte}"},
	PresentTimer:       {"Timer", "Timer"},
	PresentTimerEnd:    {"Put the timer away", "Timer ausblenden"},
	PresentTimerFor:    {"{n|One minute|{n} minutes}", "{n|Eine Minute|{n} Minuten}"},
	PresentTimerKeys:   {"1 to 9 · 0: ten · T: fifteen", "1 bis 9 · 0: zehn · T: fünfzehn"},
	PresentTimerLeft:   {"Time left", "Restzeit"},
	PresentTimerMore:   {"One minute more", "Eine Minute mehr"},
	PresentTimerOf:     {"of {n|one minute|{n} minutes}", "von {n|einer Minute|{n} Minuten}"},
	PresentTimerOver:   {"Time is up", "Die Zeit ist um"},
	PresentTimerPause:  {"Pause the timer, or go on", "Timer anhalten oder weiterlaufen lassen"},
	PresentTimerPaused: {"Paused", "Angehalten"},
	PresentTimerRun:    {"P: pause · +: one more · Del: end", "P: anhalten · +: eine mehr · Entf: weg"},
	PresentTimerSet:    {"How many minutes?", "Wie viele Minuten?"},
}
