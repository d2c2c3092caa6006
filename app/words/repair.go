package words

// Repair: how a damaged library came back, and what was saved elsewhere.
const (
	RepairAll            Key = "repair.all"
	RepairBackup         Key = "repair.backup"
	RepairKept           Key = "repair.kept"
	RepairLostChanges    Key = "repair.lost-changes"
	RepairLostPictures   Key = "repair.lost-pictures"
	RepairLostRecords    Key = "repair.lost-records"
	RepairMapGone        Key = "repair.map-gone"
	RepairMapLine        Key = "repair.map-line"
	RepairMapMended      Key = "repair.map-mended"
	RepairMapOlder       Key = "repair.map-older"
	RepairMore           Key = "repair.more"
	RepairPutBack        Key = "repair.put-back"
	RepairSome           Key = "repair.some"
	RepairTitle          Key = "repair.title"
	RepairCameBack       Key = "repair.came-back"
	RepairCameBackCopies Key = "repair.came-back-copies"
	RepairCameBackTitle  Key = "repair.came-back-title"
	RepairWentOn         Key = "repair.went-on"
	RepairWentOnMore     Key = "repair.went-on-more"
	RepairWentOnTitle    Key = "repair.went-on-title"
	RepairWentOnWhere    Key = "repair.went-on-where"
	RepairUntitled       Key = "repair.untitled"
)

// repairWords: how a damaged library came back, and what was saved elsewhere.
var repairWords = sentences{
	RepairTitle: {"The library was damaged and has been repaired", "Die Bibliothek war beschädigt und wurde repariert"},
	RepairAll: {
		"Everything that was saved is there: {n|one map|{n} maps}, with all of the past.",
		"Alles Gespeicherte ist da: {n|eine Map|{n} Maps}, mit dem ganzen Verlauf.",
	},
	RepairSome: {
		"Not everything could be saved. Whole are {whole} of {n|one map|{n} maps}; these have lost something:",
		"Nicht alles ließ sich retten. Unversehrt sind {whole} von {n|einer Map|{n} Maps}; diese haben etwas verloren:",
	},
	RepairKept: {
		"The damaged file was kept: {path}",
		"Die beschädigte Datei ist noch da: {path}",
	},
	RepairBackup: {
		"What was not in the file any more came from a backup.",
		"Was die Datei nicht mehr hatte, kam aus einer Sicherung.",
	},
	RepairPutBack: {
		"The library lacked {n|its latest change|its {n} latest changes}. The recovery journal had {n|it|them}: all is back.",
		"Der Bibliothek {n|fehlte die letzte Änderung|fehlten die letzten {n} Änderungen}. Im Journal {n|stand sie|standen sie}: Alles ist wieder da.",
	},
	RepairMapLine:      {"“{title}”: {losses}", "„{title}“: {losses}"},
	RepairUntitled:     {"A map without a title", "Eine Map ohne Titel"},
	RepairMapGone:      {"only traces of it are left", "nur Spuren sind übrig"},
	RepairMapOlder:     {"the latest changes may be missing", "die letzten Änderungen fehlen vielleicht"},
	RepairMapMended:    {"something did not fit together and was mended", "etwas passte nicht zusammen und wurde gerichtet"},
	RepairLostRecords:  {"{n|one card or other part|{n} cards or other parts} lost", "{n|eine Karte oder ein anderes Teil|{n} Karten oder andere Teile} verloren"},
	RepairLostPictures: {"{n|one picture|{n} pictures} lost", "{n|ein Bild|{n} Bilder} verloren"},
	RepairLostChanges: {
		"{n|one change|{n} changes} of its past cannot be shown any more",
		"{n|eine Änderung ihres Verlaufs ist|{n} Änderungen ihres Verlaufs sind} nicht mehr zu sehen",
	},
	RepairMore: {
		"… and {n|one more|{n} more}. “footpath doctor” lists them all.",
		"… und {n|eine weitere|{n} weitere}. „footpath doctor“ nennt sie alle.",
	},
	RepairWentOn: {
		"{reason} Nothing is lost: all is saved elsewhere now.",
		"{reason} Nichts ist verloren: Alles wird nun anderswo gespeichert.",
	},
	RepairWentOnMore:  {"Where?", "Wo?"},
	RepairWentOnTitle: {"The library goes on in another file", "Die Bibliothek geht in einer anderen Datei weiter"},
	RepairWentOnWhere: {
		"Everything, the latest words too, is saved to {path}. Please see to the disk: the next start brings all of it back into the library.",
		"Alles, auch die letzten Worte, steht in {path}. Bitte den Datenträger prüfen: Der nächste Start holt alles in die Bibliothek zurück.",
	},
	RepairCameBackTitle: {"What was saved elsewhere is back", "Was anderswo gespeichert war, ist zurück"},
	RepairCameBack: {
		"When its file could not be written to, the library went on in {path}. All of it is back.",
		"Als sich ihre Datei nicht mehr schreiben ließ, ging die Bibliothek in {path} weiter. Alles davon ist zurück.",
	},
	RepairCameBackCopies: {
		"{n|One map|{n} maps} had been changed in both places and now stand beside each other.",
		"{n|Eine Map|{n} Maps} waren an beiden Orten geändert und stehen nun nebeneinander.",
	},
}
