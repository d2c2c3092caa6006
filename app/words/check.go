package words

// Check: what a map as a whole is checked for.
const (
	CheckHintClose Key = "check.hint.close"
	CheckHintGo    Key = "check.hint.go"
	CheckHintWalk  Key = "check.hint.walk"
	CheckLane      Key = "check.lane"
	CheckNothing   Key = "check.nothing"
	CheckPlace     Key = "check.place"
	CheckStage     Key = "check.stage"
	CheckStatus    Key = "check.status"
	CheckTitle     Key = "check.title"
	CheckTooEarly  Key = "check.too-early"
	CommandChecks  Key = "command.checks"
	AlsoChecks     Key = "also.checks"
)

// checkWords: what a map as a whole is checked for. Under "check.rule." is what each rule has found, at so many places.
var checkWords = sentences{
	CheckHintClose: {"Esc: close", "Esc: schließen"},
	CheckHintGo:    {"Enter: mend it there", "Eingabe: dort beheben"},
	CheckHintWalk:  {"Arrows: next place", "Pfeile: nächste Stelle"},
	CheckLane:      {"Lane", "Spur"},
	CheckNothing:   {"Nothing left to check.", "Nichts mehr zu prüfen."},
	CheckPlace:     {"{rule}: {name}, {place}", "{rule}: {name}, {place}"},
	CheckStage:     {"Stage {number} of {count}", "Phase {number} von {count}"},
	CheckStatus:    {"{n|1 map check|{n} map checks}", "{n|1 Hinweis zur Map|{n} Hinweise zur Map}"},
	CheckTitle:     {"Map checks", "Hinweise zur Map"},
	CheckTooEarly: {
		"Checks begin once half of the stages hold a card.",
		"Hinweise kommen, sobald die Hälfte der Phasen eine Karte hat.",
	},
	CommandChecks: {"Map checks", "Hinweise zur Map"},
	AlsoChecks:    {"warnings problems review gaps missing", "prüfen Prüfung Warnungen Probleme Lücken fehlt"},

	"check.rule.versions": {"{n|One card has|{n} cards have} two versions", "{n|Eine Karte hat|{n} Karten haben} zwei Fassungen"},
	"check.rule.scenario": {"The map has no scenario", "Die Map hat kein Szenario"},
	"check.rule.persona":  {"{n|One persona has|{n} personas have} no card", "{n|Eine Persona hat|{n} Personas haben} keine Karte"},
	"check.rule.empty":    {"{n|One stage has|{n} stages have} no card", "{n|Eine Phase hat|{n} Phasen haben} keine Karte"},
	"check.rule.unfelt":   {"{n|One stage|{n} stages} without a feeling", "{n|Eine Phase|{n} Phasen} ohne Gefühl"},
	"check.rule.flat":     {"No card has a feeling: the curve is empty", "Keine Karte hat ein Gefühl: Die Kurve ist leer"},
	"check.rule.moments":  {"{n} moments of truth, 3 are enough", "{n} Momente der Wahrheit, 3 genügen"},
	"check.rule.evidence": {"{n|One insight has|{n} insights have} no evidence", "{n|Eine Erkenntnis|{n} Erkenntnisse} ohne Beleg"},
	"check.rule.answers":  {"{n|One opportunity answers|{n} opportunities answer} no insight", "{n|Eine Chance|{n} Chancen} ohne Erkenntnis"},
	"check.rule.owner":    {"{n|One opportunity has|{n} opportunities have} no owner", "Für {n|eine Chance|{n} Chancen} ist niemand zuständig"},
	"check.rule.score":    {"{n|One opportunity lacks|{n} opportunities lack} impact or effort", "{n|Einer Chance fehlt|{n} Chancen fehlen} Wirkung oder Aufwand"},
}
