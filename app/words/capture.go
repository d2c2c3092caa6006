package words

// Capture: taking notes for the inbox.
const (
	CaptureCount       Key = "capture.count"
	CapturePlaceholder Key = "capture.placeholder"
	CaptureTitle       Key = "capture.title"
)

// captureWords: taking notes for the inbox.
var captureWords = sentences{
	CaptureCount:       {"{n|One note waits|{n} notes wait}", "{n|Eine Notiz wartet|{n} Notizen warten}"},
	CapturePlaceholder: {"Quick note: Enter adds and stays", "Schnelle Notiz: Eingabe fügt hinzu und bleibt hier"},
	CaptureTitle:       {"Inbox", "Eingang"},
}
