package words

// Export: the dialog that makes pages.
const (
	ExportFit           Key = "export.fit"
	ExportFitAuto       Key = "export.fit-auto"
	ExportFitContent    Key = "export.fit-content"
	ExportFitPage       Key = "export.fit-page"
	ExportFitStages     Key = "export.fit-stages"
	ExportFitTiles      Key = "export.fit-tiles"
	ExportLandscape     Key = "export.landscape"
	ExportLies          Key = "export.lies"
	ExportNotFor        Key = "export.not-for"
	ExportOnlyFor       Key = "export.only-for"
	ExportPageAfter     Key = "export.page-after"
	ExportPageBefore    Key = "export.page-before"
	ExportPageOf        Key = "export.page-of"
	ExportPageOnly      Key = "export.page-only"
	ExportPortrait      Key = "export.portrait"
	ExportPoster        Key = "export.poster"
	ExportPosterNeeded  Key = "export.poster-needed"
	ExportEither        Key = "export.either"
	ExportSize          Key = "export.size"
	ExportSmallest      Key = "export.smallest"
	ExportTheme         Key = "export.theme"
	ExportThemeContrast Key = "export.theme-contrast"
	ExportThemeDark     Key = "export.theme-dark"
	ExportThemeLight    Key = "export.theme-light"
	ExportThemePrint    Key = "export.theme-print"
)

// exportWords: the dialog that makes pages.
var exportWords = sentences{
	ExportFit:           {"Pages", "Seiten"},
	ExportFitAuto:       {"One sheet, or by stage", "Ein Blatt, sonst nach Phasen"},
	ExportFitContent:    {"As large as needed", "So groß wie nötig"},
	ExportFitPage:       {"One sheet", "Ein Blatt"},
	ExportFitStages:     {"By stage", "Nach Phasen"},
	ExportFitTiles:      {"Poster over sheets", "Poster aus Blättern"},
	ExportLandscape:     {"Landscape", "Querformat"},
	ExportLies:          {"Orientation", "Ausrichtung"},
	ExportNotFor:        {"not for {format}", "nicht bei {format}"},
	ExportOnlyFor:       {"only for “{choice}”", "nur bei „{choice}“"},
	ExportPageAfter:     {"Next page", "Nächste Seite"},
	ExportPageBefore:    {"Page before", "Vorige Seite"},
	ExportPageOf:        {"Page {n} of {m}", "Seite {n} von {m}"},
	ExportPageOnly:      {"The picture shows the page that is seen here.", "Das Bild zeigt die Seite, die hier zu sehen ist."},
	ExportPortrait:      {"Portrait", "Hochformat"},
	ExportPoster:        {"Poster", "Poster"},
	ExportPosterNeeded:  {"As large as needed", "So groß wie nötig"},
	ExportEither:        {"Automatic", "Automatisch"},
	ExportSize:          {"Picture size", "Bildgröße"},
	ExportTheme:         {"Theme", "Farben"},
	ExportThemeContrast: {"High contrast", "Hoher Kontrast"},
	ExportThemeDark:     {"Dark, for screens", "Dunkel, für Bildschirme"},
	ExportThemeLight:    {"Light, for screens", "Hell, für Bildschirme"},
	ExportThemePrint:    {"For print", "Für den Druck"},
	ExportSmallest:      {"The smallest text has {size} points.", "Der kleinste Text hat {size} Punkt."},
}
