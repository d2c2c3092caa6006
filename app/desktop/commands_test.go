//go:build !nogui

package desktop

import (
	"testing"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/board/edit"
	"footpath/app/words"
)

func TestEveryCommandHasANameAndWordsOfItsOwn(t *testing.T) {
	s := newStage(t).start()
	names := map[string]bool{}
	for i := range s.table {
		c := &s.table[i]
		if names[c.name] {
			t.Errorf("two commands are called %s", c.name)
		}
		names[c.name] = true
		for _, language := range words.Languages() {
			if c.label == "" && !language.Has(c.words) || !language.Has(c.menu) || c.under != "" && !language.Has(c.under) {
				t.Errorf("%s has no words in %s", c.name, language.Tag())
			}
		}
		if c.do == nil || c.where == 0 {
			t.Errorf("%s can be done nowhere", c.name)
		}
	}
}

func TestNoTwoCommandsShareAKeyInOneState(t *testing.T) {
	s := newStage(t).start()
	const atHomeState, selecting, editing = "home", "select", "edit"
	taken := map[string]map[edit.Stroke]string{atHomeState: {}, selecting: {}, editing: {}}
	take := func(state string, key edit.Stroke, name string) {
		if by := taken[state][key]; by != "" && by != name {
			t.Errorf("%s: %s and %s share %s", state, by, name, keyName(words.English, key))
		}
		taken[state][key] = name
	}
	for i := range s.table {
		c := &s.table[i]
		for _, key := range c.strokes() {
			if c.where&atHome != 0 && shortcutOf(key) != nil || c.where&atHome != 0 && c.where&atMap == 0 {
				take(atHomeState, key, c.name)
			}
			if c.where&atMap == 0 {
				continue
			}
			take(selecting, key, c.name)
			if c.plain != "" && isFunctionKey(c.plain) {
				take(editing, key, c.name)
			}
		}
	}
	for _, b := range edit.Bindings() {
		state := selecting
		if b.State == edit.Editing {
			state = editing
		}
		take(state, b.Stroke, string(b.Do))
	}
}

func TestEveryKeyOfTheBoardIsExplained(t *testing.T) {
	s := newStage(t).start()
	explained := map[edit.Command]bool{
		edit.EraseBack: true, edit.EraseOn: true, // what every field does with them
	}
	for i := range s.table {
		explained[edit.Command(s.table[i].name)] = true
	}
	for _, group := range manners {
		for _, m := range group.list {
			if (len(m.keys) == 0) == (m.how == "") {
				t.Errorf("%s: done by keys or otherwise, one of them", m.what)
			}
			for _, c := range m.does {
				explained[c] = true
			}
		}
	}
	for _, b := range edit.Bindings() {
		if !explained[b.Do] {
			t.Errorf("nothing tells what %s does (%s)", keyName(words.English, b.Stroke), b.Do)
		}
	}
}

func TestTheMenusShowEveryCommandThatCanBeDoneHere(t *testing.T) {
	s := newStage(t).start()
	for _, here := range []place{atHome, atMap} {
		if here == atMap {
			s.NewMap(0)
			s.settle()
		}
		shown := map[string]bool{}
		var walk func([]*fyne.Menu)
		walk = func(menus []*fyne.Menu) {
			for _, m := range menus {
				for _, item := range m.Items {
					shown[item.Label] = true
					if item.ChildMenu != nil {
						walk([]*fyne.Menu{item.ChildMenu})
					}
				}
			}
		}
		walk(s.mainMenus())
		bar := map[string]bool{}
		for _, m := range s.barMenus() {
			for _, item := range m.Items() {
				bar[item.Label] = true
				for _, sub := range item.Items {
					bar[sub.Label] = true
				}
			}
		}
		for i := range s.table {
			c := &s.table[i]
			if label := s.label(c); c.where&here != 0 && (!shown[label] || !bar[s.saidOf(c)]) {
				t.Errorf("%s is in no menu", c.name)
			}
		}
	}
}

func TestASheetKeepsCommandsWaitingAndAFieldTakesWhatIsMeantForIt(t *testing.T) {
	s := newStage(t).openSample()
	before := s.Document().Map()
	s.Run("add-card")
	s.write("Undo me")
	s.press(fyne.KeyEscape)
	s.Run("save-as")
	s.settle()
	if s.Run("all-maps") || s.Document() == nil {
		t.Error("a command ran behind the sheet")
	}
	s.write("x")
	s.Run("undo")
	if s.Document().Map() == before || len(texts(s.Document().Map())) == len(texts(before)) {
		t.Error("undo in the field took back a card")
	}
	s.press(fyne.KeyEscape)
	s.Run("undo")
	if len(texts(s.Document().Map())) != len(texts(before)) {
		t.Error("undo on the board did not")
	}
}

func TestTheMapMenuSaysWhichStateTheMapIsIn(t *testing.T) {
	s := newStage(t).openSample()
	s.Run("state-future")
	if !s.find("state-future").checked() || s.find("state-current").checked() {
		t.Error("the future is not checked")
	}
	s.Run("undo")
	if !s.find("state-current").checked() {
		t.Error("undone, the map is not of today")
	}
}

func TestF1ShowsTheKeysAndF6LeadsOutOfTheBoard(t *testing.T) {
	s := newStage(t).openSample()
	s.press(fyne.KeyF1)
	if got := s.sheet().Title(); got != "Keys" {
		t.Errorf("F1 shows %q", got)
	}
	s.answer("Close")
	s.press(fyne.KeyF6)
	if s.win.Canvas().Focused() == fyne.Focusable(s.Board()) {
		t.Error("F6 stays on the board")
	}
	s.press(fyne.KeyF6)
	if s.win.Canvas().Focused() != fyne.Focusable(s.Board()) {
		t.Error("F6 does not come back")
	}
}
