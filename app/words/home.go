package words

// Home: all maps.
const (
	HomeAll                  Key = "home.all"
	HomeBin                  Key = "home.bin"
	HomeBinCount             Key = "home.bin-count"
	HomeBinEmpty             Key = "home.bin-empty"
	HomeBlank                Key = "home.blank"
	HomeBlankHint            Key = "home.blank-hint"
	HomeByCards              Key = "home.by-cards"
	HomeByTitle              Key = "home.by-title"
	HomeCards                Key = "home.cards"
	HomeChooseOrder          Key = "home.choose-order"
	HomeCopyOf               Key = "home.copy-of"
	HomeCurrent              Key = "home.current"
	HomeCurrentCount         Key = "home.current-count"
	HomeDamaged              Key = "home.damaged"
	HomeEdited               Key = "home.edited"
	HomeEmpty                Key = "home.empty"
	HomeFound                Key = "home.found"
	HomeFuture               Key = "home.future"
	HomeFutureCount          Key = "home.future-count"
	HomeHintBack             Key = "home.hint-back"
	HomeHintBin              Key = "home.hint-bin"
	HomeHintClear            Key = "home.hint-clear"
	HomeHintDelete           Key = "home.hint-delete"
	HomeHintDown             Key = "home.hint-down"
	HomeHintEnterFound       Key = "home.hint-enter-found"
	HomeHintLeave            Key = "home.hint-leave"
	HomeHintSearch           Key = "home.hint-search"
	HomeHintTemplate         Key = "home.hint-template"
	HomeHintEnter            Key = "home.hint-enter"
	HomeHintTiles            Key = "home.hint-tiles"
	HomeHintMenu             Key = "home.hint-menu"
	HomeHintRename           Key = "home.hint-rename"
	HomeHintRestore          Key = "home.hint-restore"
	HomeLastEdited           Key = "home.last-edited"
	HomeList                 Key = "home.list"
	HomeMaps                 Key = "home.maps"
	HomeNoCurrent            Key = "home.no-current"
	HomeNoFuture             Key = "home.no-future"
	HomeNothingFound         Key = "home.nothing-found"
	HomeOpen                 Key = "home.open"
	HomePinHere              Key = "home.pin-here"
	HomePinHow               Key = "home.pin-how"
	HomePinned               Key = "home.pinned"
	HomeSearch               Key = "home.search"
	HomeShowAll              Key = "home.show-all"
	HomeShowCurrent          Key = "home.show-current"
	HomeShowFuture           Key = "home.show-future"
	HomeShown                Key = "home.shown"
	HomeStages               Key = "home.stages"
	HomeStart                Key = "home.start"
	HomeStartHint            Key = "home.start-hint"
	HomeTemplateIceCream     Key = "home.template-ice-cream"
	HomeTemplateIceCreamHint Key = "home.template-ice-cream-hint"
	HomeTemplateMeta         Key = "home.template-meta"
	HomeTemplateLicence      Key = "home.template-licence"
	HomeTemplateLicenceHint  Key = "home.template-licence-hint"
	HomeTiles                Key = "home.tiles"
	HomeUnread               Key = "home.unread"
	HomeUntitled             Key = "home.untitled"
)

// homeWords: all maps.
var homeWords = sentences{
	HomeAll:          {"All {count}", "Alle {count}"},
	HomeBin:          {"Bin", "Papierkorb"},
	HomeBinCount:     {"Bin, {n|one map|{n} maps}", "Papierkorb, {n|eine Map|{n} Maps}"},
	HomeBinEmpty:     {"The bin is empty.", "Der Papierkorb ist leer."},
	HomeBlank:        {"Blank map", "Leere Map"},
	HomeBlankHint:    {"Standard lanes", "Standardspuren"},
	HomeByCards:      {"By size", "Nach Größe"},
	HomeByTitle:      {"By title", "Nach Titel"},
	HomeCards:        {"{n|one card|{n} cards}", "{n|eine Karte|{n} Karten}"},
	HomeChooseOrder:  {"Choose the order of the maps", "Reihenfolge der Maps wählen"},
	HomeCopyOf:       {"{title} (copy)", "{title} (Kopie)"},
	HomeCurrent:      {"Current", "Ist"},
	HomeCurrentCount: {"Current {count}", "Ist {count}"},
	HomeDamaged:      {"Damaged", "Beschädigt"},
	HomeEdited:       {"Edited {when}", "Bearbeitet: {when}"},
	HomeEmpty: {
		"No maps yet. Start one above, or open a file.",
		"Noch keine Maps. Oben eine beginnen oder eine Datei öffnen.",
	},
	HomeFound:          {"Found", "Gefunden"},
	HomeFuture:         {"Future", "Soll"},
	HomeFutureCount:    {"Future {count}", "Soll {count}"},
	HomeHintBack:       {"Esc: all maps", "Esc: alle Maps"},
	HomeHintBin:        {"Del: to the bin", "Entf: in den Papierkorb"},
	HomeHintClear:      {"Esc: clear the search", "Esc: Suche leeren"},
	HomeHintDown:       {"↓: to the maps", "↓: zu den Maps"},
	HomeHintEnterFound: {"Enter: open the first map found", "Eingabe: erste gefundene Map öffnen"},
	HomeHintLeave:      {"Esc: leave the search", "Esc: Suche verlassen"},
	HomeHintSearch:     {"Type: search titles, personas and cards", "Tippen: Titel, Personas und Karten durchsuchen"},
	HomeHintTemplate:   {"Enter: start a map from it", "Eingabe: Map daraus beginnen"},
	HomeHintDelete:     {"Del: delete for ever", "Entf: endgültig löschen"},
	HomeHintEnter:      {"Enter: open", "Eingabe: öffnen"},
	HomeHintMenu:       {"Menu key: more", "Menütaste: mehr"},
	HomeHintTiles:      {"Esc: back to the maps", "Esc: zurück zu den Maps"},
	HomeHintRename:     {"F2: rename", "F2: umbenennen"},
	HomeHintRestore:    {"Enter: restore", "Eingabe: wiederherstellen"},
	HomeLastEdited:     {"Last edited", "Zuletzt bearbeitet"},
	HomeList:           {"Maps as a list", "Maps als Liste"},
	HomeMaps:           {"{n|one map|{n} maps}", "{n|eine Map|{n} Maps}"},
	HomeNoCurrent:      {"No map shows the current state.", "Keine Map zeigt den Ist-Zustand."},
	HomeNoFuture:       {"No map shows a future state.", "Keine Map zeigt einen Soll-Zustand."},
	HomeNothingFound:   {"Nothing found for “{query}”.", "Nichts gefunden für „{query}“."},
	HomeOpen:           {"Open", "Öffnen"},
	HomePinHere:        {"Pin a map to keep it here", "Map anheften, damit sie hier bleibt"},
	HomePinHow:         {"Menu key or right-click, then “{pin}”", "Menütaste oder Rechtsklick, dann „{pin}“"},
	HomePinned:         {"Pinned", "Angeheftet"},
	HomeSearch:         {"Search all maps", "Alle Maps durchsuchen"},
	HomeShowAll:        {"Show all maps", "Alle Maps zeigen"},
	HomeShowCurrent:    {"Show only maps of the current state", "Nur Maps des Ist-Zustands zeigen"},
	HomeShowFuture:     {"Show only maps of the future state", "Nur Maps des Soll-Zustands zeigen"},
	HomeShown:          {"{shown} of {n|1 map|{n} maps}", "{shown} von {n|1 Map|{n} Maps}"},
	HomeStages:         {"{n|one stage|{n} stages}", "{n|eine Phase|{n} Phasen}"},
	HomeStart:          {"Start a new map", "Neue Map beginnen"},
	HomeStartHint: {
		"from a template; every template can be changed",
		"aus einer Vorlage; jede Vorlage lässt sich ändern",
	},
	HomeTemplateIceCream:     {"Ice-cream shop visit", "Besuch im Eiscafé"},
	HomeTemplateIceCreamHint: {"A mystery shopper’s map", "Ein Testbesuch als Map"},
	HomeTemplateMeta:         {"{n|one stage|{n} stages}, with prompts", "{n|eine Phase|{n} Phasen}, mit Leitfragen"},
	HomeTemplateLicence:      {"Renewing a driving licence", "Führerschein verlängern"},
	HomeTemplateLicenceHint:  {"Example, every kind of card", "Beispiel mit allen Arten von Karten"},
	HomeTiles:                {"Maps as tiles", "Maps als Kacheln"},
	HomeUnread:               {"{n|one map is|{n} maps are} still being looked through", "{n|eine Map wird|{n} Maps werden} noch durchsucht"},
	HomeUntitled:             {"Untitled map", "Map ohne Titel"},
}
