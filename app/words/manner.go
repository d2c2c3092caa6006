package words

// Manner: what keys and the mouse do that is no command of its own.
const (
	MannerClick        Key = "manner.click"
	MannerClickHow     Key = "manner.click-how"
	MannerDetails      Key = "manner.details"
	MannerDrag         Key = "manner.drag"
	MannerDragCopy     Key = "manner.drag-copy"
	MannerDragCopyHow  Key = "manner.drag-copy-how"
	MannerDragHow      Key = "manner.drag-how"
	MannerDragFeeling  Key = "manner.drag-feeling"
	MannerFeelingHow   Key = "manner.feeling-how"
	MannerDropHead     Key = "manner.drop-head"
	MannerDropHeadHow  Key = "manner.drop-head-how"
	MannerPick         Key = "manner.pick"
	MannerPickHow      Key = "manner.pick-how"
	MannerEdge         Key = "manner.edge"
	MannerEmotion      Key = "manner.emotion"
	MannerEnds         Key = "manner.ends"
	MannerEraseWord    Key = "manner.erase-word"
	MannerExtend       Key = "manner.extend"
	MannerFirst        Key = "manner.first"
	MannerKeepNext     Key = "manner.keep-next"
	MannerKeepStage    Key = "manner.keep-stage"
	MannerKeepStay     Key = "manner.keep-stay"
	MannerKeepEnd      Key = "manner.keep-end"
	MannerLane         Key = "manner.lane"
	MannerLetGo        Key = "manner.let-go"
	MannerMenuBar      Key = "manner.menu-bar"
	MannerMouse        Key = "manner.mouse"
	MannerMove         Key = "manner.move"
	MannerNewCard      Key = "manner.new-card"
	MannerNewLine      Key = "manner.new-line"
	MannerPan          Key = "manner.pan"
	MannerPanHow       Key = "manner.pan-how"
	MannerRange        Key = "manner.range"
	MannerRangeHow     Key = "manner.range-how"
	MannerSelecting    Key = "manner.selecting"
	MannerSideways     Key = "manner.sideways"
	MannerSidewaysHow  Key = "manner.sideways-how"
	MannerStage        Key = "manner.stage"
	MannerToggle       Key = "manner.toggle"
	MannerToggleHow    Key = "manner.toggle-how"
	MannerTyping       Key = "manner.typing"
	MannerZoomWheel    Key = "manner.zoom-wheel"
	MannerZoomWheelHow Key = "manner.zoom-wheel-how"
)

// mannerWords: keys and the mouse, explained.
var mannerWords = sentences{
	MannerClick:        {"Write in a card or a name", "In eine Karte oder einen Namen schreiben"},
	MannerClickHow:     {"Double click", "Doppelklick"},
	MannerDetails:      {"Details of the card", "Details der Karte"},
	MannerDrag:         {"Move cards", "Karten verschieben"},
	MannerDragCopy:     {"Copy cards", "Karten kopieren"},
	MannerDragCopyHow:  {"Ctrl while dropping", "Strg beim Ablegen"},
	MannerDragHow:      {"Drag", "Ziehen"},
	MannerDragFeeling:  {"Change a feeling", "Ein Gefühl ändern"},
	MannerFeelingHow:   {"Drag its point on the curve up or down", "Seinen Punkt auf der Kurve nach oben oder unten ziehen"},
	MannerDropHead:     {"Move cards to the end of a stage", "Karten ans Ende einer Phase verschieben"},
	MannerDropHeadHow:  {"Drop on the name of the stage or step", "Auf dem Namen der Phase oder des Schritts ablegen"},
	MannerPick:         {"Select all cards in a box", "Alle Karten in einem Rahmen auswählen"},
	MannerPickHow:      {"Drag from an empty place; with Ctrl, beside what is selected", "Von einer freien Stelle aus ziehen; mit Strg zusätzlich zur Auswahl"},
	MannerEdge:         {"To the edge of the map", "An den Rand der Map"},
	MannerEmotion:      {"Emotion, on the curve: 1 very bad (−2) … 5 very good (+2)", "Gefühl, auf der Kurve: 1 sehr schlecht (−2) … 5 sehr gut (+2)"},
	MannerEnds:         {"Beginning and end of the lane", "Anfang und Ende der Spur"},
	MannerEraseWord:    {"Delete a word", "Ein Wort löschen"},
	MannerExtend:       {"Extend the selection", "Auswahl erweitern"},
	MannerFirst:        {"First and last cell", "Erste und letzte Zelle"},
	MannerKeepEnd:      {"Done", "Fertig"},
	MannerKeepNext:     {"Keep it, and after a new card write the next", "Behalten und nach einer neuen Karte die nächste schreiben"},
	MannerKeepStage:    {"Keep it, and on to the next or previous stage, in the header to the next field", "Behalten und weiter zur nächsten oder vorigen Phase, im Kopf zum nächsten Feld"},
	MannerKeepStay:     {"Keep it, and stay", "Behalten und hier bleiben"},
	MannerLane:         {"Lane above, lane below", "Spur darüber, Spur darunter"},
	MannerLetGo:        {"Clear the selection", "Auswahl aufheben"},
	MannerMenuBar:      {"Open the menus", "Menüs öffnen"},
	MannerMouse:        {"Mouse", "Maus"},
	MannerMove:         {"Move the selection", "Auswahl bewegen"},
	MannerNewCard:      {"New card in a cell, or go on writing in a card", "Neue Karte in einer Zelle, oder in der Karte weiterschreiben"},
	MannerNewLine:      {"New line in the card", "Neue Zeile in der Karte"},
	MannerPan:          {"Move the map", "Map verschieben"},
	MannerPanHow:       {"Space and drag, or drag with the middle button", "Leertaste und ziehen, oder mit der mittleren Taste ziehen"},
	MannerRange:        {"Select from here to there", "Von hier bis dort auswählen"},
	MannerRangeHow:     {"Shift and click", "Umschalt und Klick"},
	MannerSelecting:    {"Selecting", "Auswählen"},
	MannerSideways:     {"Scroll sideways", "Seitwärts scrollen"},
	MannerSidewaysHow:  {"Shift and wheel", "Umschalt und Rad"},
	MannerStage:        {"Next stage, previous stage; in the header, next field", "Nächste Phase, vorige Phase; im Kopf das nächste Feld"},
	MannerToggle:       {"Add a card to the selection, or take it out", "Eine Karte zur Auswahl nehmen oder daraus lösen"},
	MannerToggleHow:    {"Ctrl and click", "Strg und Klick"},
	MannerTyping:       {"Typing", "Schreiben"},
	MannerZoomWheel:    {"Zoom at the pointer", "Am Zeiger zoomen"},
	MannerZoomWheelHow: {"Ctrl and wheel", "Strg und Rad"},
}
