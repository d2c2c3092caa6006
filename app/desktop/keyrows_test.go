//go:build !nogui

package desktop

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
)

// homeRows are the keys among all maps.
var homeRows = []keyRow{
	{state: onHome, keys: "Ctrl+N", does: stages("Before", "During", "After")},
	{state: onHome, keys: "Ctrl+O", does: asks("Open a file")},
	{state: onHome, keys: "Ctrl+Comma", does: asks("Settings")},
	{state: onHome, keys: "Ctrl+Q", does: is("the end", func(s *stage) bool { return s.leave })},
	{state: onHome, keys: "Ctrl+F", does: is("searching", func(s *stage) bool { return s.win.Canvas().Focused() == fyne.Focusable(s.home.Search()) })},
	{state: onHome, keys: "Ctrl+K", does: is("the palette", func(s *stage) bool { return s.finder != nil })},
	{state: onHome, keys: "Ctrl+Shift+P", does: is("the palette", func(s *stage) bool { return s.finder != nil })},
	{state: onHome, keys: "Ctrl+L", does: is("the maps in lines", func(s *stage) bool { return s.home.ShowsList() })},
	{state: onHome, keys: "Ctrl+D", does: is("a copy", func(s *stage) bool { return len(s.home.Shown()) == 2 })},
	{state: onHome, keys: "F2 Ctrl+A X Enter", does: is("renamed", func(s *stage) bool { return s.titles() == "x" })},
	{state: onHome, keys: "Del", does: is("in the bin", func(s *stage) bool { return len(s.home.Shown()) == 0 })},
	{state: onHome, keys: "Ctrl+Z", from: looking, does: searches("")},
	{state: onHome, keys: "Ctrl+Z Ctrl+Shift+Z", from: looking, does: searches("licence")},
	{state: onHome, keys: "Ctrl+Z Ctrl+Y", from: looking, does: searches("licence")},
	{state: onHome, keys: "Ctrl+A Ctrl+X", from: looking, does: all(searches(""), onClipboard("licence"))},
	{state: onHome, keys: "Ctrl+A Ctrl+C", from: looking, does: all(searches("licence"), onClipboard("licence"))},
	{state: onHome, keys: "Ctrl+A Ctrl+Ins", from: looking, does: all(searches("licence"), onClipboard("licence"))},
	{state: onHome, keys: "Ctrl+V", from: after(looking, clip("s")), does: searches("licences")},
}

// looking is in the middle of a search of all maps.
var looking = after(press("Ctrl+F"), write("licence"))

func searches(want string) func(*stage) string {
	return is("searching for "+want, func(s *stage) bool { return s.home.Search().Text == want })
}

// windowRows are the keys of the window while a map is on it.
var windowRows = []keyRow{
	{state: selecting, keys: "Ctrl+N", does: stages("Before", "During", "After")},
	{state: selecting, keys: "Ctrl+O", does: asks("Open a file")},
	{state: selecting, keys: "Ctrl+W", does: is("home", func(s *stage) bool { return s.Document() == nil })},
	{state: selecting, keys: "Ctrl+S", does: asks("Save to a file")},
	{state: selecting, keys: "Ctrl+Shift+S", does: asks("Save to a file")},
	{state: selecting, keys: "Ctrl+P", does: asks("Export")},
	{state: selecting, keys: "Ctrl+Comma", does: asks("Settings")},
	{state: selecting, keys: "Ctrl+Q", does: is("the end", func(s *stage) bool { return s.leave })},
	{state: selecting, keys: "Ctrl+F", does: is("the search", func(s *stage) bool { return s.finding != nil })},
	{state: selecting, keys: "F3", from: searching("d"), does: chosen("d")},
	{state: selecting, keys: "Ctrl+G", from: searching("d"), does: chosen("d")},
	{state: selecting, keys: "Shift+F3", from: searching("d"), does: chosen("d")},
	{state: selecting, keys: "Ctrl+Shift+G", from: searching("d"), does: chosen("d")},
	{state: selecting, keys: "Ctrl+H", does: is("the search", func(s *stage) bool { return s.finding != nil })},
	{state: selecting, keys: "Ctrl+Shift+F", does: is("the filter", func(s *stage) bool { return s.filter != nil })},
	{state: selecting, keys: "Ctrl+K", does: is("the palette", func(s *stage) bool { return s.finder != nil })},
	{state: selecting, keys: "Ctrl+Shift+P", does: is("the palette", func(s *stage) bool { return s.finder != nil })},
	{state: selecting, keys: "Ctrl+Equal", does: zoomed(119)},
	{state: selecting, keys: "Ctrl+Plus", does: zoomed(119)},
	{state: selecting, keys: "Ctrl+Shift+Equal", does: zoomed(119)},
	{state: selecting, keys: "Ctrl+Shift+Plus", does: zoomed(119)},
	{state: selecting, keys: "Ctrl+Minus", does: zoomed(84)},
	{state: selecting, keys: "Ctrl+0", from: press("Ctrl+Minus"), does: zoomed(100)},
	{state: selecting, keys: "Ctrl+1", from: press("Ctrl+Plus", "Ctrl+Plus"), does: is("the whole map", func(s *stage) bool { return s.Board().Status().Zoom < 141 })},
	{state: selecting, keys: "Ctrl+2", does: is("nearer", func(s *stage) bool { return s.Board().Status().Zoom > 100 })},
	{state: selecting, keys: "Ctrl+Shift+O", does: is("the outline", func(s *stage) bool { return s.outline != nil })},
	{state: selecting, keys: "Ctrl+Shift+M", does: is("the checks", func(s *stage) bool { return s.checks.panel != nil })},
	{state: selecting, keys: "Ctrl+Shift+H", does: is("the history", func(s *stage) bool { return s.past != nil })},
	{state: selecting, keys: "Ctrl+I", does: is("turned", func(s *stage) bool { return s.showsDetails() != detailsAtFirst(s) })},
	{state: selecting, keys: "Shift+F10", does: menuOpen},
	{state: selecting, keys: "Menu", does: menuOpen},
	{state: selecting, keys: "F10", does: menuOpen},
	{state: selecting, keys: "F6", does: elsewhere},
	{state: selecting, keys: "Shift+F6", does: elsewhere},
	{state: selecting, keys: "F1", does: asks("Keys")},
	{state: selecting, keys: "F11", does: is("full screen", func(s *stage) bool { return s.win.FullScreen() })},
	{state: selecting, keys: "Ctrl+E", does: is("the line for notes", func(s *stage) bool { return s.capture != nil })},
	{state: selecting, keys: "F5", from: card("d"), does: showsOpening},
	{state: selecting, keys: "Ctrl+Shift+I", does: at("Inbox, note 1 of 1")},
	{state: selecting, keys: "Ctrl+Shift+I", from: press("Ctrl+Shift+I"), does: chosen("b")},
	{state: selecting, keys: "Esc", from: press("Ctrl+Shift+I"), does: chosen("b")},
	{state: selecting, keys: "F6", from: press("Ctrl+Shift+I"), does: chosen("b")},
	{state: selecting, keys: "Shift+F5", from: card("d"), does: shows("Book")},
	{state: selecting, keys: "F8", from: run("present"), does: is("frozen", func(s *stage) bool { return s.showing != nil && s.showing.Frozen() })},
}

// searching looks for words and comes back to the board.
func searching(text string) func(*stage) {
	return after(run("find-in-map"), write(text), func(s *stage) { s.settle() }, card("hm"), func(s *stage) { s.focus() })
}

// walkingRows are the keys that move the selection.
var walkingRows = []keyRow{
	{state: selecting, keys: "Up", does: chosen("a")},
	{state: selecting, keys: "Down", does: chosen("c")},
	{state: selecting, keys: "Right", does: chosen("d")},
	{state: selecting, keys: "Left", from: card("d"), does: chosen("a")},
	{state: selecting, keys: "Ctrl+Up", from: card("hm"), does: chosen("a")},
	{state: selecting, keys: "Ctrl+Down", does: at("Opportunities, Notice")},
	{state: selecting, keys: "Ctrl+Left", from: card("d"), does: chosen("a")},
	{state: selecting, keys: "Ctrl+Right", does: at("Tasks & Actions, Visit")},
	{state: selecting, keys: "Home", from: card("d"), does: chosen("a")},
	{state: selecting, keys: "End", does: at("Tasks & Actions, Visit")},
	{state: selecting, keys: "Ctrl+Home", from: card("hm"), does: chosen("a")},
	{state: selecting, keys: "Ctrl+End Down Down", does: at("Inbox, note 1 of 1")},
	{state: selecting, keys: "Ctrl+End", does: at("Opportunities, Visit")},
	{state: selecting, keys: "PgDn", does: chosen("hm")},
	{state: selecting, keys: "PgUp", from: card("hm"), does: chosen("a")},
	{state: selecting, keys: "PgDn PgDn", from: func(s *stage) { s.Board().Select(s.Document().Map().ID()) }, does: chosen("a")}, // out of the header
	{state: selecting, keys: "Tab", does: chosen("d")},
	{state: selecting, keys: "Tab", from: cell("Visit", "tasks"), does: at("Thoughts & Feelings, Notice")}, // round the edge, into the next lane
	{state: selecting, keys: "Shift+Tab", from: card("d"), does: chosen("a")},
	{state: selecting, keys: "Shift+Up", does: chosen("a", "b")},
	{state: selecting, keys: "Shift+Down", does: chosen("b", "c")},
	{state: selecting, keys: "Shift+Right", from: card("a"), does: chosen("a", "b", "c", "d")},
	{state: selecting, keys: "Shift+Left", from: card("d"), does: chosen("a", "b", "c", "d")},
	{state: selecting, keys: "Ctrl+A", does: chosen("a", "b", "c")},
	{state: selecting, keys: "Ctrl+A Ctrl+A", does: chosen("a", "b", "c", "d")},
	{state: selecting, keys: "Ctrl+A Ctrl+A Ctrl+A", does: chosen("a", "b", "c", "d", "hm")},
	{state: selecting, keys: "Esc", does: at("Tasks & Actions, Notice")},
	{state: selecting, keys: "Esc", from: press("Ctrl+A"), does: chosen("b")},
	{state: selecting, keys: "Space", does: is("in the details", func(s *stage) bool { return s.showsDetails() && s.win.Canvas().Focused() != fyne.Focusable(s.Board()) })},
}

// changingRows are the keys that change the map while nothing is being typed.
var changingRows = []keyRow{
	{state: selecting, keys: "Ctrl+Z", from: press("Del"), does: holds("Notice", "tasks", "a", "b", "c")},
	{state: selecting, keys: "Ctrl+Z", from: after(clip("1\t2\n3\t4"), press("Ctrl+V")), does: chosen("c")}, // where the first of them stood
	{state: selecting, keys: "Ctrl+Shift+Z", from: press("Del", "Ctrl+Z"), does: holds("Notice", "tasks", "a", "c")},
	{state: selecting, keys: "Ctrl+Y", from: press("Del", "Ctrl+Z"), does: holds("Notice", "tasks", "a", "c")},
	{state: selecting, keys: "Ctrl+X", does: all(holds("Notice", "tasks", "a", "c"), onClipboard("b"))},
	{state: selecting, keys: "Shift+Del", does: all(holds("Notice", "tasks", "a", "c"), onClipboard("b"))},
	{state: selecting, keys: "Ctrl+C", does: all(holds("Notice", "tasks", "a", "b", "c"), onClipboard("b"))},
	{state: selecting, keys: "Ctrl+Ins", does: onClipboard("b")},
	{state: selecting, keys: "Ctrl+V", from: clip("- x\n\n- y"), does: holds("Notice", "tasks", "a", "b", "x", "y", "c")},
	{state: selecting, keys: "Ctrl+V", from: clip("1\t2\n3\t4"), does: all(holds("Notice", "tasks", "a", "b", "c", "1"), holds("Choose", "tasks", "d", "2"), holds("Choose", "feelings", "4"))},
	{state: selecting, keys: "Shift+Ins", from: clip("x\ny"), does: holds("Notice", "tasks", "a", "b", "x", "y", "c")},
	{state: selecting, keys: "Ctrl+Shift+V", from: clip("x\ny"), does: holds("Notice", "tasks", "a", "b", "x\ny", "c")},
	{state: selecting, keys: "Ctrl+V", from: after(noStages, clip("Notice\n2. Book")), does: all(stages("Notice", "Book"), at("Tasks & Actions, Notice"))},
	{state: selecting, keys: "Ctrl+V Ctrl+Z", from: after(noStages, clip("Notice\n2. Book")), does: stages()},
	{state: selecting, keys: "Ctrl+V", from: after(noStages, clip("1\t2")), does: is("two stages", func(s *stage) bool { return len(s.stagesOf()) == 2 && len(s.cellTexts("", "")) == 1 })},
	{state: selecting, keys: "Ctrl+Shift+T", does: editing},
	{state: selecting, keys: "Ctrl+Shift+T X Esc", does: stages("Notice", "x", "Book", "Visit")},
	{state: selecting, keys: "Ctrl+Shift+L", does: editing},
	{state: selecting, keys: "Ctrl+Shift+L X Esc", does: lanes("tasks", "x", "feelings")},
	{state: selecting, keys: "Ctrl+Shift+R", does: editing},
	{state: selecting, keys: "Ctrl+Shift+R X Enter Ctrl+Enter Y Esc", does: personas("x", "y")},
	{state: selecting, keys: "Alt+Left", from: press("Ctrl+Shift+R", "X", "Tab", "Y", "Esc"), does: personas("y", "x")},
	{state: selecting, keys: "Del", from: press("Ctrl+Shift+R", "X", "Tab", "Y", "Esc"), does: personas("x")},
	{state: selecting, keys: "Enter", does: all(editing, chosen("b"))},
	{state: selecting, keys: "KP_Enter", does: editing},
	{state: selecting, keys: "F2", does: editing},
	{state: selecting, keys: "Enter X Esc", from: cell("Visit", "tasks"), does: holds("Visit", "tasks", "x")},
	{state: selecting, keys: "Ctrl+Enter X Esc", does: holds("Notice", "tasks", "a", "b", "x", "c")},
	{state: selecting, keys: "Ctrl+KP_Enter X Esc", does: holds("Notice", "tasks", "a", "b", "x", "c")},
	{state: selecting, keys: "Ins X Esc", does: holds("Notice", "tasks", "a", "b", "x", "c")},
	{state: selecting, keys: "Shift+Enter X Esc", does: holds("Notice", "tasks", "a", "x", "b", "c")},
	{state: selecting, keys: "Shift+KP_Enter X Esc", does: holds("Notice", "tasks", "a", "x", "b", "c")},
	{state: selecting, keys: "X Esc", does: holds("Notice", "tasks", "a", "bx", "c")},              // goes on at the end, and never over it
	{state: selecting, keys: "X Y Esc", from: head("Visit"), does: stages("Notice", "Book", "xy")}, // a name is written anew
	{state: selecting, keys: "X Y Esc", from: lane("tasks"), does: lanes("xy", "feelings")},
	{state: selecting, keys: "X Esc", from: cell("Notice", "tasks"), does: holds("Notice", "tasks", "a", "b", "c", "x")},
	{state: selecting, keys: "Del", does: all(holds("Notice", "tasks", "a", "c"), chosen("c"))},
	{state: selecting, keys: "Backspace", does: holds("Notice", "tasks", "a", "c")},
	{state: selecting, keys: "Del", from: head("Visit"), does: stages("Notice", "Book")},
	{state: selecting, keys: "Del", from: lane("tasks"), does: lanes("feelings")},
	{state: selecting, keys: "Ctrl+D", does: holds("Notice", "tasks", "a", "b", "b", "c")},
	{state: selecting, keys: "Ctrl+J", from: press("Ctrl+A"), does: holds("Notice", "tasks", "a\nb\nc")},
	{state: selecting, keys: "Ctrl+Shift+J", from: press("Ctrl+A", "Ctrl+J"), does: holds("Notice", "tasks", "a", "b", "c")},
	{state: selecting, keys: "Ctrl+Shift+E", does: all(holds("", ""), holds("Notice", "tasks", "a", "b", "note", "c"))},
	{state: selecting, keys: "Alt+Up", does: all(holds("Notice", "tasks", "b", "a", "c"), chosen("b"))},
	{state: selecting, keys: "Alt+Down", does: holds("Notice", "tasks", "a", "c", "b")},
	{state: selecting, keys: "Alt+Right", does: all(holds("Notice", "tasks", "a", "c"), holds("Choose", "tasks", "d", "b"))},
	{state: selecting, keys: "Alt+Left", from: card("d"), does: holds("Notice", "tasks", "d", "a", "b", "c")},
	{state: selecting, keys: "Alt+Shift+Right", does: stages("Book", "Notice", "Visit")},
	{state: selecting, keys: "Alt+Shift+Left", from: card("d"), does: stages("Book", "Notice", "Visit")},
	{state: selecting, keys: "Alt+Shift+Down", does: lanes("feelings", "tasks")},
	{state: selecting, keys: "Alt+Shift+Up", from: card("hm"), does: lanes("feelings", "tasks")},
	{state: selecting, keys: "1", from: cell("Notice", "curve"), does: feels("hm", -2)},
	{state: selecting, keys: "2", from: cell("Notice", "curve"), does: feels("hm", -1)},
	{state: selecting, keys: "3", from: cell("Notice", "curve"), does: feels("hm", 0)},
	{state: selecting, keys: "4", from: cell("Notice", "curve"), does: feels("hm", 1)},
	{state: selecting, keys: "5", from: cell("Notice", "curve"), does: feels("hm", 2)},
	{state: selecting, keys: "3 Plus", from: cell("Notice", "curve"), does: feels("hm", 1)},
	{state: selecting, keys: "3 Minus", from: cell("Notice", "curve"), does: feels("hm", -1)},
	{state: selecting, keys: "3 Del", from: cell("Notice", "curve"), does: is("without a feeling", func(s *stage) bool {
		wrong := feels("hm", 0)(s)
		return wrong != "" && slices.Contains(texts(s.Document().Map()), "hm")
	})},
}

// personas says whom the map is about.
func personas(want ...string) func(*stage) string {
	return is("about the right people", func(s *stage) bool {
		var got []string
		for p := range s.Document().Map().Personas() {
			got = append(got, p.Name)
		}
		return slices.Equal(got, want)
	})
}

// noStages leaves a map without any.
func noStages(s *stage) {
	for _, name := range []string{"Visit", "Book", "Notice"} {
		s.Board().Select(stageOf(s.Document().Map(), name))
		s.hit("Del")
	}
}

// onClipboard says what was copied.
func onClipboard(want string) func(*stage) string {
	return is("on the clipboard", func(s *stage) bool { return s.app.Clipboard().Content() == want })
}

// writing begins to write in the card "b", which then says "b", the caret behind it.
var writing = press("F2")

// newCard begins a new card behind "b".
var newCard = after(press("Ctrl+Enter"), write("new"))

// typingRows are the keys while a card or a name is being typed.
var typingRows = []keyRow{
	{state: typing, keys: "Enter", from: writing, does: all(quiet, chosen("b"))},
	{state: typing, keys: "Enter X Esc", from: newCard, does: holds("Notice", "tasks", "a", "b", "new", "x", "c")}, // the next one
	{state: typing, keys: "Enter Enter", from: newCard, does: all(quiet, holds("Notice", "tasks", "a", "b", "new", "c"))},
	{state: typing, keys: "KP_Enter", from: writing, does: quiet},
	{state: typing, keys: "Shift+Enter X Esc", from: writing, does: holds("Notice", "tasks", "a", "b\nx", "c")},
	{state: typing, keys: "Shift+KP_Enter X Esc", from: writing, does: holds("Notice", "tasks", "a", "b\nx", "c")},
	{state: typing, keys: "Ctrl+Enter", from: newCard, does: all(quiet, chosen("new"))},
	{state: typing, keys: "Ctrl+KP_Enter", from: newCard, does: all(quiet, chosen("new"))},
	{state: typing, keys: "Esc", from: newCard, does: all(quiet, holds("Notice", "tasks", "a", "b", "new", "c"))}, // Esc keeps the words
	{state: typing, keys: "Tab X Esc", from: newCard, does: all(holds("Notice", "tasks", "a", "b", "new", "c"), holds("Choose", "tasks", "d", "x"))},
	{state: typing, keys: "Shift+Tab", from: after(card("d"), writing), does: all(quiet, chosen("a"))},
	{state: typing, keys: "Tab X Esc", from: after(head("Notice"), writing), does: stages("Notice", "x", "Visit")},
	{state: typing, keys: "Ctrl+Z", from: after(writing, write("xy")), does: editing},
	{state: typing, keys: "Ctrl+Z Ctrl+Shift+Z Esc", from: after(writing, write("xy")), does: holds("Notice", "tasks", "a", "bxy", "c")},
	{state: typing, keys: "Ctrl+Z Ctrl+Y Esc", from: after(writing, write("xy")), does: holds("Notice", "tasks", "a", "bxy", "c")},
	{state: typing, keys: "Ctrl+A Ctrl+X Esc", from: writing, does: onClipboard("b")},
	{state: typing, keys: "Ctrl+A Shift+Del Esc", from: writing, does: onClipboard("b")},
	{state: typing, keys: "Ctrl+A Ctrl+C Esc", from: writing, does: all(onClipboard("b"), holds("Notice", "tasks", "a", "b", "c"))},
	{state: typing, keys: "Ctrl+A Ctrl+Ins Esc", from: writing, does: onClipboard("b")},
	{state: typing, keys: "Ctrl+V Esc", from: after(writing, clip("x\ny")), does: holds("Notice", "tasks", "a", "bx\ny", "c")},
	{state: typing, keys: "Shift+Ins Esc", from: after(writing, clip("x")), does: holds("Notice", "tasks", "a", "bx", "c")},
	{state: typing, keys: "Ctrl+Shift+V Esc", from: after(writing, clip("x")), does: holds("Notice", "tasks", "a", "bx", "c")},
	{state: typing, keys: "Ctrl+Shift+T", from: newCard, does: all(editing, holds("Notice", "tasks", "a", "b", "new", "c"))},
	{state: typing, keys: "Ctrl+Shift+L", from: newCard, does: all(editing, holds("Notice", "tasks", "a", "b", "new", "c"))},
	{state: typing, keys: "Ctrl+Shift+R", from: newCard, does: all(editing, holds("Notice", "tasks", "a", "b", "new", "c"))},
	{state: typing, keys: "Alt+Shift+Right", from: newCard, does: all(quiet, stages("Book", "Notice", "Visit"))},
	{state: typing, keys: "Alt+Shift+Left", from: after(card("d"), writing), does: all(quiet, stages("Book", "Notice", "Visit"))},
	{state: typing, keys: "Alt+Shift+Down", from: writing, does: lanes("feelings", "tasks")},
	{state: typing, keys: "Alt+Shift+Up", from: after(card("hm"), writing), does: lanes("feelings", "tasks")},
	{state: typing, keys: "Backspace X Esc", from: writing, does: holds("Notice", "tasks", "a", "x", "c")},
	{state: typing, keys: "Shift+Backspace X Esc", from: writing, does: holds("Notice", "tasks", "a", "x", "c")},
	{state: typing, keys: "Ctrl+Backspace Esc", from: after(writing, write(" two words")), does: holds("Notice", "tasks", "a", "b two", "c")},
	{state: typing, keys: "Home Del X Esc", from: writing, does: holds("Notice", "tasks", "a", "x", "c")},
	{state: typing, keys: "Ctrl+Home Ctrl+Del Esc", from: after(writing, write(" two")), does: holds("Notice", "tasks", "a", "two", "c")},
	{state: typing, keys: "Ctrl+Shift+I", from: newCard, does: all(quiet, at("Inbox, note 1 of 1"), holds("Notice", "tasks", "a", "b", "new", "c"))},
	{state: typing, keys: "F3", from: newCard, does: holds("Notice", "tasks", "a", "b", "new", "c")},
	{state: typing, keys: "F5", from: newCard, does: all(holds("Notice", "tasks", "a", "b", "new", "c"), showsOpening)},
}

func detailsAtFirst(*stage) bool { return false }

// presentingRows are the keys in the room's window.
var presentingRows = []keyRow{
	{state: presented, keys: "Right", does: shows("Notice")},
	{state: presented, keys: "PgDn", does: shows("Notice")},
	{state: presented, keys: "Space", does: shows("Notice")},
	{state: presented, keys: "Left", from: press("3"), does: is("further back", func(s *stage) bool { return s.showing.StageName() != "Visit" })},
	{state: presented, keys: "PgUp", from: press("3"), does: is("further back", func(s *stage) bool { return s.showing.StageName() != "Visit" })},
	{state: presented, keys: "Home", from: press("3"), does: showsOpening},
	{state: presented, keys: "0", from: press("3"), does: showsOpening},
	{state: presented, keys: "End", does: shows("Visit")},
	{state: presented, keys: "2", does: shows("Book")},
	{state: presented, keys: "B", does: is("blank", func(s *stage) bool { return s.showing.Blank() })},
	{state: presented, keys: "Period", does: is("blank", func(s *stage) bool { return s.showing.Blank() })},
	{state: presented, keys: "F", does: is("frozen", func(s *stage) bool { return s.showing.Frozen() })},
	{state: presented, keys: "T 5", does: timed("5:00")},
	{state: presented, keys: "T 5 T Plus", does: timed("6:00")},
	{state: presented, keys: "T 5 T P", does: is("paused", func(s *stage) bool { return s.showing.Timer().Paused() })},
	{state: presented, keys: "T 5 T Del", does: is("put away", func(s *stage) bool { return !s.showing.Timer().Set() })},
	{state: presented, keys: "Plus", does: is("larger", func(s *stage) bool { return s.showing.Larger() > 1 })},
	{state: presented, keys: "Plus Minus", does: is("as before", func(s *stage) bool { return s.showing.Larger() == 1 })},
	{state: presented, keys: "V 1 2 2", from: press("1"), does: given(3)},
	{state: presented, keys: "V 1 2 2 Shift+2", from: press("1"), does: given(2)},
	{state: presented, keys: "V 1 2 2 Backspace", from: press("1"), does: given(2)},
	{state: presented, keys: "V O 1", from: press("1"), does: given(1)},
	{state: presented, keys: "V 2 2 1 Enter Enter", from: press("1"), does: voted("a", 1, "b", 2, "c", 0)},
	{state: presented, keys: "V 2 2 1 V V", from: press("1"), does: voted("a", 1, "b", 2, "c", 0)},
	{state: presented, keys: "V 2 Esc Esc", from: press("1"), does: all(shows("Notice"), voted("a", -1, "b", -1))},
	{state: presented, keys: "Q", does: all(showsOpening, is("that there are no links", func(s *stage) bool { return s.showing.Notice() != "" }))},
	{state: presented, keys: "I N Enter M Enter Esc", does: all(showsOpening, holds("", "", "note", "n", "m"))},
	{state: presented, keys: "Ctrl+E N Enter Esc B", does: all(holds("", "", "note", "n"), is("blank", func(s *stage) bool { return s.showing.Blank() }))},
	{state: presented, keys: "Right F1", does: is("the keys", func(s *stage) bool { return strings.Contains(s.showing.Notice(), "T timer") })},
	{state: presented, keys: "F11", does: is("a window", func(s *stage) bool { return !s.showing.Window().FullScreen() })},
	{state: presented, keys: "Esc", does: is("the end of it", func(s *stage) bool { return s.showing == nil })},
}

func timed(clock string) func(*stage) string {
	return is("at "+clock, func(s *stage) bool { return s.showing.Timer().Clock(s.p.Now()) == clock })
}
