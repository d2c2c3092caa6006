package words

// Finding: what to know of pages before they are printed.
const (
	FindingAssembled     Key = "finding.assembled"
	FindingBoxes         Key = "finding.boxes"
	FindingCardCut       Key = "finding.card-cut"
	FindingColourMended  Key = "finding.colour-mended"
	FindingHeadingCut    Key = "finding.heading-cut"
	FindingInboxLeft     Key = "finding.inbox-left"
	FindingLanesLeft     Key = "finding.lanes-left"
	FindingManyMoments   Key = "finding.many-moments"
	FindingNarrowColumns Key = "finding.narrow-columns"
	FindingNotInside     Key = "finding.not-inside"
	FindingOneOfPages    Key = "finding.one-of-pages"
	FindingPageGrew      Key = "finding.page-grew"
	FindingPosterGrew    Key = "finding.poster-grew"
	FindingTextMoved     Key = "finding.text-moved"
	FindingTooLarge      Key = "finding.too-large"
)

// findingWords are sentences without a capital and a full stop, to be set
// behind a file's name or one after another.
var findingWords = sentences{
	FindingAssembled: {
		"the poster is {width} × {height} mm: {n|1 sheet|{n} sheets} of {sheetWidth} × {sheetHeight} mm, {rows} × {columns}, with strips of {strip} mm to glue",
		"das Poster ist {width} × {height} mm groß: {n|1 Blatt|{n} Blätter} von {sheetWidth} × {sheetHeight} mm, {rows} × {columns}, mit Klebestreifen von {strip} mm",
	},
	FindingBoxes: {
		"no font here has {characters}; the page shows a box in their place, and says them to whoever copies or searches",
		"keine Schrift hier hat {characters}; die Seite zeigt dafür ein Kästchen, und wer kopiert oder sucht, findet sie",
	},
	FindingCardCut: {
		"the card “{card}” is larger than a sheet and is cut, between its lines where that can be",
		"die Karte „{card}“ ist größer als ein Blatt und wird zerschnitten, wo es geht zwischen ihren Zeilen",
	},
	FindingColourMended: {
		"the theme's colour {name}, {asked}, is too faint beside {on}; it is drawn as {drawn}",
		"die Farbe {name} der Farbvorgabe, {asked}, ist neben {on} zu blass; gezeichnet wird sie als {drawn}",
	},
	FindingHeadingCut: {
		"a heading or label is larger than a sheet and is cut",
		"eine Überschrift oder Beschriftung ist größer als ein Blatt und wird zerschnitten",
	},
	FindingInboxLeft: {
		"{n|1 card|{n} cards} in the inbox {n|stands|stand} on no page",
		"{n|1 Karte|{n} Karten} im Eingang {n|steht|stehen} auf keiner Seite",
	},
	FindingLanesLeft: {
		"{n|1 empty lane is|{n} empty lanes are} left out",
		"{n|1 leere Spur bleibt|{n} leere Spuren bleiben} weg",
	},
	FindingManyMoments: {
		"there are more than {most} moments of truth; the page shows all, but few stand out",
		"es gibt mehr als {most} Momente der Wahrheit; die Seite zeigt alle, aber nur wenige fallen auf",
	},
	FindingNarrowColumns: {
		"the sheet is too narrow for so many stages; its columns are narrower than they should be",
		"das Blatt ist zu schmal für so viele Phasen; seine Spalten sind schmaler, als sie sein sollten",
	},
	FindingNotInside: {
		"the map itself is not inside of the PDF: {reason}",
		"die Map selbst steckt nicht im PDF: {reason}",
	},
	FindingOneOfPages: {
		"the map needs {n} pages, and the picture shows page {page}; a PDF holds them all",
		"die Map braucht {n} Seiten, und das Bild zeigt Seite {page}; ein PDF enthält alle",
	},
	FindingPageGrew: {
		"the map needs more than the sheet at the smallest type; a page is larger than asked for",
		"die Map braucht bei kleinster Schrift mehr als das Blatt; eine Seite ist größer als verlangt",
	},
	FindingPosterGrew: {
		"the map needs more than the sheet at the smallest type; a poster is larger than asked for",
		"die Map braucht bei kleinster Schrift mehr als das Blatt; das Poster ist größer als verlangt",
	},
	FindingTextMoved: {
		"the whole text of the card “{card}” stands on the page of notes, under {note}",
		"der ganze Text der Karte „{card}“ steht auf der Seite der Notizen, unter {note}",
	},
	FindingTooLarge: {
		"a page would be larger than a PDF can have; the fit tiles spreads it over sheets to be glued together",
		"eine Seite wäre größer, als ein PDF sie haben kann; als Poster verteilt sie sich auf Blätter zum Kleben",
	},
}
