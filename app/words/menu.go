package words

// Menu: the menus.
const (
	MenuEdit   Key = "menu.edit"
	MenuFile   Key = "menu.file"
	MenuHelp   Key = "menu.help"
	MenuInsert Key = "menu.insert"
	MenuMap    Key = "menu.map"
	MenuMaps   Key = "menu.maps"
	MenuView   Key = "menu.view"
)

// Command: the commands, in menus, in the palette and on buttons.
const (
	CommandAbout         Key = "command.about"
	CommandAddCard       Key = "command.add-card"
	CommandAddCardAbove  Key = "command.add-card-above"
	CommandAddLane       Key = "command.add-lane"
	CommandAddPersona    Key = "command.add-persona"
	CommandAddPicture    Key = "command.add-picture"
	CommandAddStage      Key = "command.add-stage"
	CommandAddStep       Key = "command.add-step"
	CommandAllMaps       Key = "command.all-maps"
	CommandButtonCard    Key = "command.button-card"
	CommandButtonExport  Key = "command.button-export"
	CommandButtonLane    Key = "command.button-lane"
	CommandButtonStage   Key = "command.button-stage"
	CommandClose         Key = "command.close"
	CommandCopy          Key = "command.copy"
	CommandCopyMap       Key = "command.copy-map"
	CommandCut           Key = "command.cut"
	CommandDelete        Key = "command.delete"
	CommandDeleteForEver Key = "command.delete-for-ever"
	CommandDetails       Key = "command.details"
	CommandDuplicate     Key = "command.duplicate"
	CommandEdit          Key = "command.edit"
	CommandEmptyBin      Key = "command.empty-bin"
	CommandExport        Key = "command.export"
	CommandExportPdf     Key = "command.export-pdf"
	CommandClearFilter   Key = "command.clear-filter"
	CommandFilter        Key = "command.filter"
	CommandFind          Key = "command.find"
	CommandFindInMap     Key = "command.find-in-map"
	CommandFindNext      Key = "command.find-next"
	CommandFindPrevious  Key = "command.find-previous"
	CommandFitMap        Key = "command.fit-map"
	CommandFitSelection  Key = "command.fit-selection"
	CommandFullScreen    Key = "command.full-screen"
	CommandHideOthers    Key = "command.hide-others"
	CommandHideLane      Key = "command.hide-lane"
	CommandImport        Key = "command.import"
	CommandJoin          Key = "command.join"
	CommandKeys          Key = "command.keys"
	CommandLaneDown      Key = "command.lane-down"
	CommandLaneUp        Key = "command.lane-up"
	CommandLanguage      Key = "command.language"
	CommandMenu          Key = "command.menu"
	CommandMoveDown      Key = "command.move-down"
	CommandMoveLeft      Key = "command.move-left"
	CommandMoveRight     Key = "command.move-right"
	CommandMoveToBin     Key = "command.move-to-bin"
	CommandMoveUp        Key = "command.move-up"
	CommandNew           Key = "command.new"
	CommandNewFrom       Key = "command.new-from"
	CommandNextPane      Key = "command.next-pane"
	CommandOpen          Key = "command.open"
	CommandOrder         Key = "command.order"
	CommandOutline       Key = "command.outline"
	CommandPaste         Key = "command.paste"
	CommandPasteOne      Key = "command.paste-one"
	CommandPin           Key = "command.pin"
	CommandPresent       Key = "command.present"
	CommandPreviousPane  Key = "command.previous-pane"
	CommandInbox         Key = "command.inbox"
	CommandQuickNote     Key = "command.quick-note"
	CommandQuit          Key = "command.quit"
	CommandRecent        Key = "command.recent"
	CommandRedo          Key = "command.redo"
	CommandRedoWhat      Key = "command.redo-what"
	CommandRemovePicture Key = "command.remove-picture"
	CommandRename        Key = "command.rename"
	CommandRenameLane    Key = "command.rename-lane"
	CommandRenameStage   Key = "command.rename-stage"
	CommandReplace       Key = "command.replace"
	CommandRestore       Key = "command.restore"
	CommandSave          Key = "command.save"
	CommandSaveAs        Key = "command.save-as"
	CommandSearchMaps    Key = "command.search-maps"
	CommandSelectAll     Key = "command.select-all"
	CommandSettings      Key = "command.settings"
	CommandShowLanes     Key = "command.show-lanes"
	CommandSplit         Key = "command.split"
	CommandStageLeft     Key = "command.stage-left"
	CommandStageRight    Key = "command.stage-right"
	CommandStateCurrent  Key = "command.state-current"
	CommandStateFuture   Key = "command.state-future"
	CommandTakeNote      Key = "command.take-note"
	CommandTheme         Key = "command.theme"
	CommandThemeContrast Key = "command.theme-contrast"
	CommandThemeDark     Key = "command.theme-dark"
	CommandThemeLight    Key = "command.theme-light"
	CommandThemeSystem   Key = "command.theme-system"
	CommandUndo          Key = "command.undo"
	CommandUndoWhat      Key = "command.undo-what"
	CommandTyping        Key = "command.typing"
	CommandUnpin         Key = "command.unpin"
	CommandZoom100       Key = "command.zoom-100"
	CommandZoomIn        Key = "command.zoom-in"
	CommandZoomOut       Key = "command.zoom-out"
)

// menuWords: the menus.
var menuWords = sentences{
	MenuEdit:   {"Edit", "Bearbeiten"},
	MenuFile:   {"File", "Datei"},
	MenuHelp:   {"Help", "Hilfe"},
	MenuInsert: {"Insert", "Einfügen"},
	MenuMap:    {"Map", "Map"},
	MenuMaps:   {"Maps", "Maps"},
	MenuView:   {"View", "Ansicht"},
}

// commandWords: the commands, in menus, in the palette and on buttons.
var commandWords = sentences{
	CommandAbout:         {"About Footpath", "Über Footpath"},
	CommandAddCard:       {"Add card", "Karte hinzufügen"},
	CommandAddCardAbove:  {"Add card above", "Karte darüber hinzufügen"},
	CommandAddLane:       {"Add lane", "Spur hinzufügen"},
	CommandAddPersona:    {"Add persona", "Persona hinzufügen"},
	CommandAddPicture:    {"Add picture…", "Bild hinzufügen …"},
	CommandAddStage:      {"Add stage", "Phase hinzufügen"},
	CommandAddStep:       {"Add step", "Schritt hinzufügen"},
	CommandAllMaps:       {"All maps", "Alle Maps"},
	CommandButtonCard:    {"Card", "Karte"},
	CommandButtonExport:  {"Export", "Exportieren"},
	CommandButtonLane:    {"Lane", "Spur"},
	CommandButtonStage:   {"Stage", "Phase"},
	CommandClose:         {"Close", "Schließen"},
	CommandCopy:          {"Copy", "Kopieren"},
	CommandCopyMap:       {"Make a copy of the map", "Die Map kopieren"},
	CommandCut:           {"Cut", "Ausschneiden"},
	CommandDelete:        {"Delete", "Löschen"},
	CommandDeleteForEver: {"Delete for ever", "Endgültig löschen"},
	CommandDetails:       {"Card details", "Details der Karte"},
	CommandDuplicate:     {"Duplicate", "Duplizieren"},
	CommandEdit:          {"Edit text", "Text bearbeiten"},
	CommandEmptyBin:      {"Empty bin", "Papierkorb leeren"},
	CommandExport:        {"Export…", "Exportieren …"},
	CommandExportPdf:     {"Export as PDF…", "Als PDF exportieren …"},
	CommandClearFilter:   {"Clear the filter", "Filter aufheben"},
	CommandFilter:        {"Filter cards…", "Karten filtern …"},
	CommandFind:          {"Find or run a command", "Befehl suchen oder ausführen"},
	CommandFindInMap:     {"Find in the map…", "In der Map suchen …"},
	CommandFindNext:      {"Find next", "Weitersuchen"},
	CommandFindPrevious:  {"Find previous", "Rückwärts weitersuchen"},
	CommandFitMap:        {"Fit map", "Map einpassen"},
	CommandFitSelection:  {"Fit selection", "Auswahl einpassen"},
	CommandFullScreen:    {"Full screen", "Vollbild"},
	CommandHideOthers:    {"Hide what the filter leaves out", "Ausblenden, was der Filter auslässt"},
	CommandHideLane:      {"Hide lane", "Spur verbergen"},
	CommandImport:        {"Import…", "Importieren …"},
	CommandJoin:          {"Join cards", "Karten verbinden"},
	CommandKeys:          {"Keys", "Tastenkürzel"},
	CommandLaneDown:      {"Move lane down", "Spur nach unten"},
	CommandLaneUp:        {"Move lane up", "Spur nach oben"},
	CommandLanguage:      {"Language", "Sprache"},
	CommandMoveDown:      {"Move card down", "Karte nach unten"},
	CommandMoveLeft:      {"Move card left", "Karte nach links"},
	CommandMoveRight:     {"Move card right", "Karte nach rechts"},
	CommandMoveToBin:     {"Move to bin", "In den Papierkorb"},
	CommandMoveUp:        {"Move card up", "Karte nach oben"},
	CommandNew:           {"New map", "Neue Map"},
	CommandNewFrom:       {"New from template", "Neu aus Vorlage"},
	CommandNextPane:      {"Next part of the window", "Nächster Teil des Fensters"},
	CommandOpen:          {"Open…", "Öffnen …"},
	CommandOrder:         {"Order", "Reihenfolge"},
	CommandOutline:       {"Outline", "Gliederung"},
	CommandPaste:         {"Paste", "Einfügen"},
	CommandPasteOne:      {"Paste as one card", "Als eine Karte einfügen"},
	CommandPin:           {"Pin", "Anheften"},
	CommandPresent:       {"Present", "Präsentieren"},
	CommandPreviousPane:  {"Previous part of the window", "Voriger Teil des Fensters"},
	CommandInbox:         {"Go to the inbox, and back", "Zum Eingang und zurück"},
	CommandQuickNote:     {"Quick note for the inbox", "Schnelle Notiz in den Eingang"},
	CommandQuit:          {"Quit", "Beenden"},
	CommandRecent:        {"Recent files", "Letzte Dateien"},
	CommandRedo:          {"Redo", "Wiederholen"},
	CommandRedoWhat:      {"Redo: {what}", "Wiederholen: {what}"},
	CommandRemovePicture: {"Remove picture", "Bild entfernen"},
	CommandRename:        {"Rename…", "Umbenennen …"},
	CommandRenameLane:    {"Rename lane", "Spur umbenennen"},
	CommandRenameStage:   {"Rename stage", "Phase umbenennen"},
	CommandReplace:       {"Replace in the map…", "In der Map ersetzen …"},
	CommandRestore:       {"Restore", "Wiederherstellen"},
	CommandSave:          {"Save to file", "In Datei speichern"},
	CommandSaveAs:        {"Save as…", "Speichern unter …"},
	CommandSearchMaps:    {"Search all maps", "Alle Maps durchsuchen"},
	CommandSelectAll:     {"Select all", "Alles auswählen"},
	CommandSettings:      {"Settings…", "Einstellungen …"},
	CommandShowLanes:     {"Show hidden lanes", "Verborgene Spuren zeigen"},
	CommandMenu:          {"Menu of the selection", "Menü der Auswahl"},
	CommandSplit:         {"Split lines into cards", "Zeilen in Karten teilen"},
	CommandStageLeft:     {"Move stage left", "Phase nach links"},
	CommandStageRight:    {"Move stage right", "Phase nach rechts"},
	CommandStateCurrent:  {"Current state", "Ist-Zustand"},
	CommandStateFuture:   {"Future state", "Soll-Zustand"},
	CommandTakeNote:      {"Place the next note of the inbox here", "Nächste Notiz aus dem Eingang hierher"},
	CommandTheme:         {"Theme", "Farben"},
	CommandThemeContrast: {"High contrast", "Hoher Kontrast"},
	CommandThemeDark:     {"Dark", "Dunkel"},
	CommandThemeLight:    {"Light", "Hell"},
	CommandThemeSystem:   {"As the system", "Wie das System"},
	CommandUndo:          {"Undo", "Rückgängig"},
	CommandTyping:        {"Typing", "Getipptes"},
	CommandUndoWhat:      {"Undo: {what}", "Rückgängig: {what}"},
	CommandUnpin:         {"Unpin", "Lösen"},
	CommandZoom100:       {"Zoom to 100 %", "Auf 100 % zoomen"},
	CommandZoomIn:        {"Zoom in", "Vergrößern"},
	CommandZoomOut:       {"Zoom out", "Verkleinern"},
}
