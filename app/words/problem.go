package words

// Error: what went wrong, for people.
const (
	ErrorChangedElsewhere Key = "error.changed-elsewhere"
	ErrorCrashed          Key = "error.crashed"
	ErrorDiskFull         Key = "error.disk-full"
	ErrorDoesNotFit       Key = "error.does-not-fit"
	ErrorLibraryClosed    Key = "error.library-closed"
	ErrorLibraryDamaged   Key = "error.library-damaged"
	ErrorLibraryLocked    Key = "error.library-locked"
	ErrorLibraryMoved     Key = "error.library-moved"
	ErrorLibraryNotOpened Key = "error.library-not-opened"
	ErrorLibraryTooNew    Key = "error.library-too-new"
	ErrorMapOpen          Key = "error.map-open"
	ErrorNoFile           Key = "error.no-file"
	ErrorNoMap            Key = "error.no-map"
	ErrorNoPicture        Key = "error.no-picture"
	ErrorPictureTooBig    Key = "error.picture-too-big"
	ErrorNotSynced        Key = "error.not-synced"
	ErrorPathNotAllowed   Key = "error.path-not-allowed"
	ErrorPictureTooLarge  Key = "error.picture-too-large"
	ErrorUnknown          Key = "error.unknown"
	ErrorUnknownFormat    Key = "error.unknown-format"
)

// errorWords: what went wrong, for people.
var errorWords = sentences{
	ErrorChangedElsewhere: {
		"Someone else changed this map in the meantime.",
		"Jemand anderes hat diese Map inzwischen geändert.",
	},
	ErrorCrashed: {
		"Footpath ended unexpectedly last time. What was saved is all here; what happened stands in {path}.",
		"Footpath hat sich beim letzten Mal unerwartet beendet. Alles Gespeicherte ist da; was geschah, steht in {path}.",
	},
	ErrorDiskFull: {"The disk is full.", "Der Datenträger ist voll."},
	ErrorDoesNotFit: {
		"The map has changed in the meantime, and this no longer fits.",
		"Die Map hat sich inzwischen geändert; das passt nicht mehr.",
	},
	ErrorLibraryClosed: {"The library is closed.", "Die Bibliothek ist geschlossen."},
	ErrorLibraryDamaged: {
		"The library is damaged. The damaged file was kept as {path}.",
		"Die Bibliothek ist beschädigt. Die beschädigte Datei liegt noch als {path} vor.",
	},
	ErrorLibraryLocked: {"The library is open in another Footpath.", "Die Bibliothek ist in einem anderen Footpath geöffnet."},
	ErrorLibraryMoved: {
		"The library’s file was moved or deleted while it was open.",
		"Die Datei der Bibliothek wurde verschoben oder gelöscht, während sie offen war.",
	},
	ErrorLibraryNotOpened: {"The library could not be opened.", "Die Bibliothek ließ sich nicht öffnen."},
	ErrorLibraryTooNew: {
		"The library was written by a newer Footpath. Please update.",
		"Die Bibliothek stammt von einem neueren Footpath. Bitte aktualisieren.",
	},
	ErrorMapOpen:        {"The map is open. Close it first.", "Die Map ist geöffnet. Bitte erst schließen."},
	ErrorNoFile:         {"There is no file “{path}”.", "Es gibt keine Datei „{path}“."},
	ErrorNoPicture:      {"This picture cannot be read. PNG and JPEG can.", "Dieses Bild lässt sich nicht lesen. PNG und JPEG gehen."},
	ErrorPictureTooBig:  {"This picture is too large to be taken in.", "Dieses Bild ist zu groß, um es aufzunehmen."},
	ErrorNoMap:          {"This map is no longer in the library.", "Diese Map ist nicht mehr in der Bibliothek."},
	ErrorNotSynced:      {"The disk did not confirm that it wrote.", "Der Datenträger hat das Schreiben nicht bestätigt."},
	ErrorPathNotAllowed: {"Footpath may not write to “{path}”.", "Footpath darf nicht nach „{path}“ schreiben."},
	ErrorPictureTooLarge: {
		"The picture would be too large. Choose smaller paper or fewer stages.",
		"Das Bild würde zu groß. Kleineres Papier oder weniger Phasen wählen.",
	},
	ErrorUnknown: {"{reason}", "{reason}"},
	ErrorUnknownFormat: {
		"Footpath does not know this kind of file: “{file}”.",
		"Diese Art von Datei kennt Footpath nicht: „{file}“.",
	},
}
