package words

// Outline: the map as a list of lines.
const (
	OutlineCard      Key = "outline.card"
	OutlineFact      Key = "outline.fact"
	OutlineHintEnter Key = "outline.hint.enter"
	OutlineHintWalk  Key = "outline.hint.walk"
	OutlineLane      Key = "outline.lane"
	OutlineMap       Key = "outline.map"
	OutlineStage     Key = "outline.stage"
	OutlineStep      Key = "outline.step"
	OutlineTitle     Key = "outline.title"
)

// outlineWords: the map as a list of lines.
var outlineWords = sentences{
	OutlineCard:      {"{place}, {number} of {count}: {text}", "{place}, {number} von {count}: {text}"},
	OutlineFact:      {"{name}: {text}", "{name}: {text}"},
	OutlineHintEnter: {"Enter: to the map", "Eingabe: zur Map"},
	OutlineHintWalk:  {"Arrows: next line, fold", "Pfeile: nächste Zeile, falten"},
	OutlineLane:      {"{name}, {n|one card|{n} cards}", "{name}, {n|eine Karte|{n} Karten}"},
	OutlineMap:       {"Map: {name}", "Map: {name}"},
	OutlineStage:     {"Stage {number} of {count}: {name}", "Phase {number} von {count}: {name}"},
	OutlineStep:      {"Step: {name}", "Schritt: {name}"},
	OutlineTitle:     {"Outline", "Gliederung"},
}
