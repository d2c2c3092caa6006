//go:build !nogui

package desktop

import (
	"testing"

	"fyne.io/fyne/v2"

	"footpath/app/words"
)

func TestEveryCommandHasANameAWordAndAKeyOfItsOwn(t *testing.T) {
	s := newStage(t).start()
	names := map[string]bool{}
	keys := map[place]map[string]string{atHome: {}, atMap: {}}
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
		all := c.keys
		if c.key != nil {
			all = append(all, c.key)
		}
		for _, key := range all {
			for at, taken := range keys {
				if c.where&at == 0 {
					continue
				}
				if by := taken[key.ShortcutName()]; by != "" {
					t.Errorf("%s and %s share the key %s", by, c.name, key.ShortcutName())
				}
				taken[key.ShortcutName()] = c.name
			}
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
			if label := s.label(c); c.where&here != 0 && (!shown[label] || !bar[label]) {
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
