//go:build !nogui

package desktop

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/board/edit"
	"footpath/app/desktop/palette"
	"footpath/app/words"
	"footpath/mapmodel"
)

// found are the words of what the palette shows.
func (s *stage) found() []string {
	s.t.Helper()
	var out []string
	for _, h := range s.Palette().Hits() {
		out = append(out, h.Words)
	}
	return out
}

// ask shows the palette and types into it.
func (s *stage) ask(query string) *palette.Palette {
	s.t.Helper()
	if !s.Run("palette") {
		s.t.Fatal("the palette does not show")
	}
	s.write(query)
	s.settle()
	return s.Palette()
}

func TestEveryCommandIsInThePalette(t *testing.T) {
	s := newStage(t).start()
	for _, here := range []place{atHome, atMap} {
		if here == atMap {
			s.NewMap(0)
			s.settle()
		}
		s.ask("")
		shown, gone := s.found(), 0 // how many can be done, which come first
		for gone < len(shown) && !s.Palette().Hits()[gone].Disabled {
			gone++
		}
		for i := range s.table {
			c := &s.table[i]
			if c.where&here == 0 || c.name == paletteName || s.textless(c) {
				continue
			}
			usable := !s.disabled(c)
			if !slices.Contains(shown[:gone], s.fullLabel(c)) && usable || !slices.Contains(shown[gone:], s.fullLabel(c)) && !usable {
				t.Errorf("with nothing typed %s does not stand where it belongs; that it can be done is %v", c.name, usable)
			}
			s.Palette().SetQuery(s.fullLabel(c))
			if hits := s.Palette().Hits(); len(hits) == 0 || hits[0].Words != s.fullLabel(c) || hits[0].Disabled == usable || (hits[0].Why == "") != usable {
				t.Errorf("%s is not found by its name, or does not say why it cannot be done", c.name)
			}
		}
		s.press(fyne.KeyEscape)
	}
}

func TestThePaletteRunsACommandByAFewOfItsLetters(t *testing.T) {
	s := newStage(t).openSample()
	s.press(fyne.KeyDown)
	s.ask("futst")
	if h, _ := s.Palette().Marked(); h.Words != "Future state" || h.Hint != "Map" {
		t.Fatalf("“futst” marks %q of %q", h.Words, h.Hint)
	}
	s.press(fyne.KeyReturn)
	if s.Document().Map().Header().State != mapmodel.Future {
		t.Error("the map is not of the future")
	}
	if s.win.Canvas().Focused() != fyne.Focusable(s.Board()) || s.Palette() != nil {
		t.Error("the board does not have the keyboard back")
	}
	s.ask("")
	if first := s.Palette().Hits()[0]; first.Words != "Future state" || first.Group != "Used last" {
		t.Errorf("what was used last is not first, but %q", first.Words)
	}
	s.press(fyne.KeyEscape)
}

func TestThePaletteGoesToADetailOfWhatIsSelected(t *testing.T) {
	s, _ := detailed(t, mapmodel.LaneFeelings)
	for query, field := range map[string]string{"truth": "moment", "emot": "emotion", "depart": "department"} {
		s.ask(query)
		if h, _ := s.Palette().Marked(); h.Hint != "In the details" {
			t.Fatalf("“%s” marks %q, %q", query, h.Words, h.Hint)
		}
		s.press(fyne.KeyReturn)
		if got := s.open.details.Field(); got != field {
			t.Errorf("“%s” leads to the detail %q", query, got)
		}
		s.press(fyne.KeyEscape)
	}
}

func TestThePaletteOffersWhatSuitsTheSelectionBeforeAllOtherCommands(t *testing.T) {
	s := newStage(t).openSample()
	m := s.Document().Map()
	first := func() string {
		s.ask("")
		defer s.press(fyne.KeyEscape)
		h := s.Palette().Hits()[0]
		if h.Group != "For what is selected" {
			t.Errorf("%q stands first, under %q", h.Words, h.Group)
		}
		return h.Words
	}
	for card := range m.Cards() {
		s.Board().Select(card.ID)
		break
	}
	if got := first(); got != "Edit text" {
		t.Errorf("with a card selected, %q is offered first", got)
	}
	shown := s.found
	s.OpenHome()
	s.settle()
	s.press(fyne.KeyDown)
	s.ask("")
	if got := shown(); !slices.Contains(got[:6], "Duplicate") {
		t.Errorf("among all maps %q are offered first", got[:6])
	}
	s.press(fyne.KeyEscape)
}

func TestThePaletteGoesToStagesLanesCardsAndOtherMaps(t *testing.T) {
	s := newStage(t).openSample()
	m := s.Document().Map()
	n := 0
	for card := range m.Cards() {
		if n++; n%10 != 1 { // some of them, from all over the map
			continue
		}
		s.ask(card.Text)
		if h, ok := s.Palette().Marked(); !ok || h.Words != card.Text {
			t.Errorf("%q is not found, but %q", card.Text, h.Words)
		}
		s.press(fyne.KeyReturn)
		if got := s.Board().Spot().ID; got != card.ID {
			t.Errorf("%q is not selected", card.Text)
		}
	}
	for _, query := range []string{"Stage: Visit", "Step: Wait", "Lane: Touchpoints"} {
		s.ask(query)
		s.press(fyne.KeyReturn)
		if got := mapmodel.NameOf(m.Get(s.Board().Spot().ID)); !slices.Contains([]string{"Visit", "Wait", "touchpoints"}, got) {
			t.Errorf("%q leads to %q", query, got)
		}
	}
	for query, field := range map[string]string{"scenario": "scenario", "expectations": "expectations", "team": "team"} {
		s.ask(query)
		s.press(fyne.KeyReturn)
		if got := s.Board().Spot(); got.Kind != edit.HeadField || got.Field != field {
			t.Errorf("%q leads to %+v", query, got)
		}
	}
	s.ask("Persona: Theo")
	s.press(fyne.KeyReturn)
	if got := mapmodel.NameOf(m.Get(s.Board().Spot().ID)); got != "Theo" {
		t.Errorf("a persona's name leads to %q", got)
	}
	first := m.ID()
	s.NewMap(0)
	s.settle()
	s.OpenHome()
	s.settle()
	s.ask("Map: " + licence)
	s.press(fyne.KeyReturn)
	s.settle()
	if s.Document() == nil || s.Document().Map().ID() != first {
		t.Error("the other map is not open")
	}
}

func TestWhatCannotBeDoneNowSaysWhyAndDoesNothing(t *testing.T) {
	s := newStage(t).openSample()
	s.ask("redo")
	h, _ := s.Palette().Marked()
	if h.Words != "Redo" || !h.Disabled {
		t.Fatalf("%q, disabled: %v", h.Words, h.Disabled)
	}
	s.press(fyne.KeyReturn)
	if s.Palette() == nil || s.Palette().Said() != "Nothing to redo" {
		t.Error("the palette is gone, or does not say why")
	}
	s.press(fyne.KeyEscape)
}

func TestEnterInThePaletteFallsOnWhatIsMeant(t *testing.T) {
	const nothing = ""
	for _, c := range []struct {
		language words.Language
		open     bool
		want     map[string]string
	}{
		{words.English, false, map[string]string{
			"redo": "Redo", "undo": "Undo", "red": nothing, "delete": "Move to bin", "dark": "Theme: Dark", "import": "Open…", "copy": "Duplicate",
			"rename": "Rename…", "help": "Keys", "emotion": nothing, "zoom": nothing,
		}},
		{words.English, true, map[string]string{
			"redo": "Redo", "undo": "Undo", "red": nothing, "save": "Save to file", "emotion": "Emotion", "delete": "Delete", "zoom": "Zoom in",
			"present": "Present", "export": "Export…", "pdf": "Export…", "print": "Export…", "filter": "Filter cards…", "join": nothing,
			"history": "History…", "find": "Find in the map…", "all": "All maps", "settings": "Settings…", "mood": "Mood",
		}},
		{words.German, false, map[string]string{
			"wiederholen": "Wiederholen", "rückgängig": "Rückgängig", "löschen": "In den Papierkorb", "dunkel": "Farben: Dunkel",
			"importieren": "Öffnen …", "umbenennen": "Umbenennen …", "hilfe": "Tastenkürzel",
		}},
		{words.German, true, map[string]string{
			"wiederholen": "Wiederholen", "wieder": nothing, "rückgängig": "Rückgängig", "speichern": "Speichern unter …", "gefühl": "Gefühl",
			"löschen": "Löschen", "präsentieren": "Präsentieren", "exportieren": "Exportieren …", "drucken": "Exportieren …",
			"filter": "Karten filtern …", "verbinden": nothing, "verlauf": "Verlauf …",
		}},
	} {
		s := newStage(t).start()
		s.speak(c.language)
		if c.open {
			s.press(fyne.KeyReturn)
			s.settle()
		}
		for query, want := range c.want {
			s.ask(query)
			if h, _ := s.Palette().Marked(); h.Words != want {
				t.Errorf("%s, a map open: %t: %q marks %q, want %q", c.language.Tag(), c.open, query, h.Words, want)
			}
			s.press(fyne.KeyEscape)
		}
	}
}

func TestACommandFromThePaletteKeepsWhatIsBeingTyped(t *testing.T) {
	s := newStage(t).openSample()
	before := len(texts(s.Document().Map()))
	s.Run("add-card")
	s.write("A thought")
	s.ask("add stage")
	s.press(fyne.KeyReturn)
	if got := texts(s.Document().Map()); len(got) != before+1 || !slices.Contains(got, "A thought") {
		t.Error("the card is lost")
	}
	if !s.Board().Editing() {
		t.Error("no stage is being typed")
	}
	s.press(fyne.KeyEscape)
}

func TestAMarkedCommandThatDoesNothingNowSaysSo(t *testing.T) {
	s := newStage(t).openSample()
	s.ShowPalette()
	s.write("undo")
	s.settle()
	if hit, _ := s.Palette().Marked(); !hit.Disabled {
		t.Fatalf("%q is marked, which can be used", hit.Words)
	}
	if said := saidIn(s.win.Canvas().Overlays().Top()); !strings.Contains(said, "Nothing to undo") {
		t.Errorf("it says\n%s", said)
	}
}
