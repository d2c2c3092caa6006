package words

// healingWords: what was mended in a map that did not fit together.
var healingWords = sentences{
	"healing.card-to-inbox": {
		"A card had lost its place and is now in the inbox.",
		"Eine Karte hatte ihren Platz verloren und liegt nun im Eingang.",
	},
	"healing.distinct-header": {"A second set of map details was left out.", "Ein zweiter Satz Map-Angaben wurde weggelassen."},
	"healing.double-dropped": {
		"Something was there twice and is now there once.",
		"Etwas war doppelt vorhanden und ist nun einmal da.",
	},
	"healing.header-made": {
		"The map had no title and details; it got new ones.",
		"Die Map hatte weder Titel noch Angaben und hat neue bekommen.",
	},
	"healing.key-renamed": {
		"Two things had the same id; one got a new id.",
		"Zwei Dinge hatten dieselbe Kennung; eines hat eine neue bekommen.",
	},
	"healing.link-dropped": {"A link pointed at nothing and was removed.", "Ein Verweis führte ins Leere und wurde entfernt."},
	"healing.rank-given": {
		"Something had no place in the order and got one.",
		"Etwas hatte keinen Platz in der Reihenfolge und hat einen bekommen.",
	},
	"healing.record-dropped": {
		"Something had no place on the map and was left out.",
		"Etwas hatte keinen Platz in der Map und wurde weggelassen.",
	},
	"healing.step-to-stage": {
		"A step had lost its stage and is now a stage itself.",
		"Ein Schritt hatte seine Phase verloren und ist nun selbst eine Phase.",
	},
	"healing.value-dropped": {
		"A value was out of its range and was removed.",
		"Ein Wert lag außerhalb seines Bereichs und wurde entfernt.",
	},
}
