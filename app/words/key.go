package words

// Key: the names of keys, as they stand on the keyboards of a country.
const (
	KeyAlt       Key = "key.alt"
	KeyArrows    Key = "key.arrows"
	KeyBackspace Key = "key.backspace"
	KeyCommand   Key = "key.command"
	KeyControl   Key = "key.control"
	KeyDelete    Key = "key.delete"
	KeyDigits    Key = "key.digits"
	KeyEnd       Key = "key.end"
	KeyEnter     Key = "key.enter"
	KeyEscape    Key = "key.escape"
	KeyHome      Key = "key.home"
	KeyInsert    Key = "key.insert"
	KeyLetters   Key = "key.letters"
	KeyMenu      Key = "key.menu"
	KeyPageDown  Key = "key.page-down"
	KeyPageUp    Key = "key.page-up"
	KeyShift     Key = "key.shift"
	KeySpace     Key = "key.space"
	KeyTab       Key = "key.tab"
)

// keyWords: the names of keys.
var keyWords = sentences{
	KeyAlt:       {"Alt", "Alt"},
	KeyArrows:    {"Arrows", "Pfeile"},
	KeyBackspace: {"Backspace", "Rücktaste"},
	KeyCommand:   {"Cmd", "Cmd"},
	KeyControl:   {"Ctrl", "Strg"},
	KeyDelete:    {"Del", "Entf"},
	KeyDigits:    {"1 to 5", "1 bis 5"},
	KeyEnd:       {"End", "Ende"},
	KeyEnter:     {"Enter", "Eingabe"},
	KeyEscape:    {"Esc", "Esc"},
	KeyHome:      {"Home", "Pos1"},
	KeyInsert:    {"Ins", "Einfg"},
	KeyLetters:   {"Letters", "Buchstaben"},
	KeyMenu:      {"Menu key", "Menütaste"},
	KeyPageDown:  {"PgDn", "Bild ab"},
	KeyPageUp:    {"PgUp", "Bild auf"},
	KeyShift:     {"Shift", "Umschalt"},
	KeySpace:     {"Space", "Leertaste"},
	KeyTab:       {"Tab", "Tab"},
}
