//go:build !nogui

package desktop

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/templates"
	"footpath/app/words"
	"footpath/mapmodel"
)

const licence = "Renewing a driving licence"

func TestANewcomerSeesTheSampleAndOnlyOnce(t *testing.T) {
	s := newStage(t).start()
	if got := s.titles(); got != licence {
		t.Fatalf("a newcomer sees %q", got)
	}
	s.OpenHome()
	s.settle()
	if got := s.titles(); got != licence {
		t.Errorf("the second time there is %q", got)
	}
	id := s.Home().Shown()[0].ID
	s.Home().Bin()
	s.settle()
	s.Run("show-bin")
	s.press(fyne.KeyDelete)
	s.answer("Delete for ever")
	again := onDisk(t, s.disk, s.set)
	again.start()
	if n := len(again.Home().Maps()); n != 0 {
		t.Errorf("thrown away for ever, %d maps are back (%s)", n, id)
	}
}

func TestEveryTemplateThatComesWithTheProgramCanBeOpened(t *testing.T) {
	s := newStage(t).start()
	if len(s.templates) != len(templates.Names()) || s.templates[0].name != templates.Blank {
		t.Fatalf("there are %d templates, the first is %q", len(s.templates), s.templates[0].name)
	}
	for i, sample := range s.templates {
		s.NewMap(i)
		s.settle()
		if s.Document() == nil {
			t.Fatalf("%s: no map is open", sample.name)
		}
		m := s.Document().Map()
		if m.ID() == sample.m.ID() || m.CardCount() != sample.m.CardCount() {
			t.Errorf("%s: not a copy of its own", sample.name)
		}
		for r := range m.Records() {
			if sample.m.Get(r.Base().ID) != nil {
				t.Errorf("%s: the copy shares the %s %s", sample.name, r.Kind(), r.Base().ID)
			}
		}
		s.OpenHome()
		s.settle()
	}
	if n := len(s.Home().Shown()); n != len(s.templates)+1 {
		t.Errorf("home shows %d maps", n)
	}
}

func TestHomeFollowsWhatOthersDoToTheMapsButNotIntoATyping(t *testing.T) {
	s := newStage(t).start()
	made := func(title string) {
		t.Helper()
		if err := s.library.Create(mapmodel.NewMap(title, mapmodel.NewSource()), mapmodel.Change{}); err != nil {
			t.Fatal(err)
		}
		s.ListAgain()
		s.settle()
	}
	made("By a command")
	if n := len(s.Home().Shown()); n != 2 {
		t.Fatalf("home shows %d maps", n)
	}
	s.press(fyne.KeyF2)
	made("By another")
	if s.Home().Renaming() == nil {
		t.Error("the typing of a name was broken off")
	}
	s.press(fyne.KeyEscape)
	s.NewMap(0)
	s.settle()
	board := s.Board()
	made("By a third")
	if s.Board() != board {
		t.Error("the map on the screen was left")
	}
}

func TestAMapIsRenamedInPlace(t *testing.T) {
	s := newStage(t).start()
	s.press(fyne.KeyF2)
	if s.Home().Renaming() == nil {
		t.Fatal("F2 opens nothing to write in")
	}
	s.Home().Renaming().SetText("A new licence")
	s.press(fyne.KeyReturn)
	s.settle()
	if got := s.titles(); got != "A new licence" {
		t.Errorf("the tile says %q", got)
	}
	s.press(fyne.KeyF2)
	s.Home().Renaming().SetText("Something else")
	s.press(fyne.KeyEscape)
	s.settle()
	if got := s.titles(); got != "A new licence" {
		t.Errorf("Escape kept what was written: %q", got)
	}
}

func TestAMapGoesToTheBinAndComesBack(t *testing.T) {
	s := newStage(t).start()
	s.press(fyne.KeyDelete)
	s.settle()
	if got := s.titles(); got != "" || s.Toast() != "“"+licence+"” is in the bin" {
		t.Fatalf("home shows %q and says %q", got, s.Toast())
	}
	s.TakeToast()
	s.settle()
	if got := s.titles(); got != licence {
		t.Fatalf("taken back, home shows %q", got)
	}
	s.press(fyne.KeyDelete)
	s.settle()
	s.Run("show-bin")
	if got := s.titles(); got != licence {
		t.Fatalf("the bin holds %q", got)
	}
	s.press(fyne.KeyReturn)
	s.settle()
	if got := s.titles(); got != licence || s.Home().ShowsBin() {
		t.Errorf("with the last one restored, home shows %q; the bin: %t", got, s.Home().ShowsBin())
	}
	if m, _ := s.Home().Focused(); m.Title != licence {
		t.Errorf("%q has the focus, not the one restored", m.Title)
	}
}

func TestWhatIsDoneToMapsOnHomeIsTakenBackAndDoneAgain(t *testing.T) {
	s := newStage(t).start()
	id := s.Home().Shown()[0].ID
	does := func(name, titles, undo, redo string) {
		t.Helper()
		if name != "" && !s.Run(name) {
			t.Fatalf("%s cannot be done", name)
		}
		s.settle()
		shown := strings.Split(s.titles(), ", ")
		slices.Sort(shown)
		if got := strings.Join(shown, ", "); got != titles {
			t.Fatalf("after %s home shows %q, not %q", name, got, titles)
		}
		if got := s.undoSaid() + "|" + s.redoSaid(); got != undo+"|"+redo {
			t.Fatalf("after %s the menu says %q", name, got)
		}
	}
	if s.canUndo() || s.canRedo() {
		t.Error("there is something to take back before anything is done")
	}
	does("home-bin", "", "Undo: Move to bin", "")
	does("undo", licence, "", "Redo: Move to bin")
	if m, ok := s.Home().Focused(); !ok || m.ID != id {
		t.Error("the map that came back is not selected")
	}
	does("redo", "", "Undo: Move to bin", "")
	s.TakeToast()
	does("", licence, "", "Redo: Move to bin")
	s.rename(id, "Old title")
	does("", "Old title", "Undo: Rename", "")
	does("undo", licence, "", "Redo: Rename")
	does("home-duplicate", licence+", "+licence+" (copy)", "Undo: Duplicate", "")
	does("undo", licence, "", "Redo: Duplicate")
	does("redo", licence+", "+licence+" (copy)", "Undo: Duplicate", "")
	twin, _ := s.Home().Focused()
	does("home-bin", licence, "Undo: Move to bin", "")
	does("undo", licence+", "+licence+" (copy)", "Undo: Duplicate", "Redo: Move to bin")
	if m, _ := s.Home().Focused(); m.ID != twin.ID || m.Title != licence+" (copy)" {
		t.Errorf("%q is selected, not the map that came back", m.Title)
	}
	s.OpenMap(id)
	s.settle()
	s.OpenHome()
	s.settle()
	if s.canUndo() || s.canRedo() {
		t.Error("after work on a map, what was done before would be taken back")
	}
}

func TestHomeSaysWhatKeysDoWhereTheKeyboardIs(t *testing.T) {
	s := newStage(t).start()
	for _, step := range []struct {
		what, place, keys string
		do                func()
	}{
		{"on a map", "One map", "Enter: open|F2: rename|Del: to the bin|Menu key: more", func() {}},
		{"on a template", "One map", "Enter: start a map from it|Menu key: more", func() { s.press(fyne.KeyUp) }},
		{"in the search", "One map", "Type: search titles, personas and cards|↓: to the maps|Esc: leave the search", func() { s.Run("find") }},
		{"with something found", "1 of 1 map", "Enter: open the first map found|↓: to the maps|Esc: clear the search", func() { s.write("licence") }},
		{"with nothing found", "0 of 1 map", "Esc: clear the search", func() { s.write("zzzz") }},
		{"with the search cleared", "One map", "Type: search titles, personas and cards|↓: to the maps|Esc: leave the search", func() { s.press(fyne.KeyEscape) }},
		{"on a map again", "One map", "Enter: open|F2: rename|Del: to the bin|Menu key: more", func() { s.press(fyne.KeyDown) }},
	} {
		step.do()
		s.settle()
		if place, keys := s.status.place.Words(), strings.Join(s.status.hints, "|"); !strings.EqualFold(place, step.place) || keys != step.keys {
			t.Errorf("%s: %q, %q; want %q, %q", step.what, place, keys, step.place, step.keys)
		}
	}
}

func TestTypingOnHomeSearches(t *testing.T) {
	s := newStage(t).start()
	s.NewMap(2)
	s.settle()
	s.OpenHome()
	s.settle()
	s.write("driv")
	s.settle()
	if got := s.titles(); got != licence {
		t.Errorf("“driv” finds %q", got)
	}
	s.write("x")
	s.settle()
	if got := s.titles(); got != "" {
		t.Errorf("“drivx” finds %q", got)
	}
	s.press(fyne.KeyEscape)
	if n := len(s.Home().Shown()); n != 2 {
		t.Errorf("after Escape there are %d maps", n)
	}
}

func TestACardIsFoundOnHomeAndOpened(t *testing.T) {
	s := newStage(t).start()
	s.NewMap(0)
	s.settle()
	s.OpenHome()
	s.settle()
	s.write("two bills")
	s.settle()
	if got := s.titles(); got != licence {
		t.Fatalf("it finds %q", got)
	}
	label := s.Home().FocusLabel()
	for _, want := range []string{"Find the letter between two bills", "Notice"} {
		if !strings.Contains(label, want) {
			t.Errorf("the tile says %q, not %q", label, want)
		}
	}
	s.press(fyne.KeyReturn)
	s.settle()
	picked := s.Board().Selection()
	if len(picked) != 1 {
		t.Fatalf("%d cards are selected", len(picked))
	}
	if text := strings.ToLower(mapmodel.NameOf(s.Document().Map().Get(picked[0]))); !strings.Contains(text, "two bills") {
		t.Errorf("the card selected says %q", text)
	}
}

func TestEnterPressedBeforeTheAnswerOpensWhatIsFound(t *testing.T) {
	s := newStage(t).start()
	s.NewMap(0)
	s.settle()
	s.OpenHome()
	s.settle()
	s.write("driving") // the blank map is still the first one shown
	s.press(fyne.KeyReturn)
	s.settle()
	if s.Document() == nil || s.Document().Map().Header().Title != licence {
		t.Error("another map is open, or none")
	}
}

func TestWhatIsNotLookedThroughYetIsNotSaidToHoldNothing(t *testing.T) {
	s := newStage(t)
	source := mapmodel.NewSeededSource(3)
	for i := range searchPatience + 20 {
		m := mapmodel.NewMap(fmt.Sprintf("Visit %c", 'a'+i%26), source)
		desk := &mapmodel.Desk{Source: source, Now: s.params.Now}
		c, _, err := desk.AddCard(m, mapmodel.Place{}, fmt.Sprintf("Take number%d", i), nil)
		if err == nil {
			m, err = m.Apply(c)
		}
		if err == nil {
			err = s.library.Create(m, mapmodel.Change{At: int64(i)})
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	s.start()
	s.write("visit")
	s.settle()
	if n := len(s.Home().Shown()); n != searchPatience+20 {
		t.Errorf("by their titles %d maps are found", n)
	}
	s.Home().Search().SetText("number0")
	s.settle()
	if got := s.Home().Nothing(); !strings.HasPrefix(got, "20 maps are still being looked through") {
		t.Errorf("it says %q", got)
	}
	if err := s.library.UpdateIndex(t.Context(), func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	s.Home().Search().SetText("number1")
	s.Home().Search().SetText("number0")
	s.settle()
	if got := s.titles(); got != "Visit a" {
		t.Errorf("once it is, it finds %q", got)
	}
}

func TestWhatIsSearchedForFollowsTheMaps(t *testing.T) {
	s := newStage(t).start()
	s.write("renewed title")
	s.settle()
	if got := s.titles(); got != "" {
		t.Fatalf("it finds %q", got)
	}
	id := s.Home().Maps()[0].ID
	s.rename(id, "A renewed title")
	s.settle()
	if got := s.titles(); got != "A renewed title" {
		t.Errorf("renamed, it finds %q", got)
	}
}

func TestTheMapJustLeftHasTheFocusOnHome(t *testing.T) {
	s := newStage(t).start()
	s.NewMap(0)
	s.settle()
	s.OpenHome()
	s.settle()
	s.Home().FocusOn(s.Home().Shown()[1].ID)
	id := s.Home().Shown()[1].ID
	s.press(fyne.KeyReturn)
	s.settle()
	s.Run("all-maps")
	s.settle()
	if m, _ := s.Home().Focused(); m.ID != id {
		t.Errorf("the focus is on %q", m.Title)
	}
}

func TestTheThemeSwitchKeepsTheSelectionAndTheFocus(t *testing.T) {
	s := newStage(t).openSample()
	s.press(fyne.KeyDown)
	s.press(fyne.KeyRight)
	before := s.Board().Spot()
	for _, mode := range []look.Mode{look.Dark, look.System, look.Light, look.Dark} {
		s.setMode(mode)
		if got := s.Board().Spot(); got != before {
			t.Fatalf("%s: the selection went from %+v to %+v", mode, before, got)
		}
		if s.win.Canvas().Focused() != fyne.Focusable(s.Board()) {
			t.Fatalf("%s: the board has lost the keyboard", mode)
		}
	}
	s.settle()
	if n := len(s.saved); n == 0 || s.saved[n-1].Theme != "dark" {
		t.Errorf("the choice is not kept: %+v", s.saved)
	}
	s.OpenHome()
	s.settle()
	if got := s.titles(); got != licence {
		t.Errorf("in the dark, home shows %q", got)
	}
}

func TestTheWindowSpeaksAnotherLanguageAtOnce(t *testing.T) {
	s := newStage(t).openSample()
	s.Run("language-de")
	if got := s.bar.Titles(); !slices.Contains(got, "Datei") {
		t.Errorf("the menus say %v", got)
	}
	if s.Document() == nil || s.win.Canvas().Focused() != fyne.Focusable(s.Board()) {
		t.Error("the map is gone from the screen")
	}
	s.Run("language-en")
	s.settle()
	if n := len(s.saved); n == 0 || s.saved[n-1].Language != "en" {
		t.Errorf("the choice is not kept: %+v", s.saved)
	}
}

func TestTheInboxSpeaksTheLanguageOfTheWindowAndTheLanesThatOfTheMap(t *testing.T) {
	s := newStage(t).openSample()
	s.speak(words.German)
	s.Run("inbox")
	s.settle()
	if place := s.status.place.Words(); place != "Eingang" {
		t.Errorf("in the inbox the line at the foot says %q", place)
	}
	s.Run("inbox")
	s.press(fyne.KeyDown)
	if place := s.status.place.Words(); !strings.Contains(place, ", Karte ") || !strings.Contains(place, "Tasks & Actions") {
		t.Errorf("on a card the line at the foot says %q", place)
	}
}

func TestACopyOfAMapIsAMapOfItsOwn(t *testing.T) {
	s := newStage(t).openSample()
	first := s.Document().Map()
	s.Run("copy-map")
	s.settle()
	second := s.Document().Map()
	if first.ID() == second.ID() || !mapmodel.Equal(first, second) {
		t.Error("the copy is not an equal map of its own")
	}
	s.Run("bin-map")
	s.settle()
	if got := s.titles(); got != licence || s.Document() != nil {
		t.Errorf("the copy thrown away, home shows %q", got)
	}
}

func TestAPinHoldsAndIsNoChangeOfTheMap(t *testing.T) {
	s := newStage(t).start()
	s.NewMap(0)
	s.settle()
	s.OpenHome()
	s.settle()
	second := s.Home().Shown()[1].ID
	s.Home().FocusOn(second)
	before, _, err := s.library.Open(second)
	if err != nil {
		t.Fatal(err)
	}
	s.Run("home-pin")
	s.settle()
	if got := s.Home().Shown()[0].ID; got != second || !s.find("home-pin").checked() {
		t.Error("the pinned map does not stand first")
	}
	after, _, err := s.library.Open(second)
	if err != nil || !mapmodel.Equal(before, after) {
		t.Errorf("the pin altered the map (%v)", err)
	}
	again := onDisk(t, s.disk, s.set).start()
	if got := again.Home().Shown()[0].ID; got != second {
		t.Error("at the next start the pin is gone")
	}
	again.Home().FocusOn(second)
	again.Run("home-pin")
	again.settle()
	if again.pins[second] {
		t.Error("it cannot be taken away")
	}
}

func TestAMapIsDuplicatedOnHome(t *testing.T) {
	s := newStage(t).start()
	s.Run("home-duplicate")
	s.settle()
	m, _ := s.Home().Focused()
	if got := s.titles(); len(s.Home().Shown()) != 2 || m.Title != licence+" (copy)" {
		t.Errorf("home shows %q with the focus on %q", got, m.Title)
	}
}

func TestTheBinIsEmptiedOnlyAfterAsking(t *testing.T) {
	s := newStage(t).start()
	if s.Run("empty-bin") {
		t.Error("an empty bin can be emptied")
	}
	s.press(fyne.KeyDelete)
	s.settle()
	s.Run("empty-bin")
	s.answer("Cancel")
	if _, bin := s.Home().Counts(); bin != 1 {
		t.Fatal("it was emptied without a yes")
	}
	s.Run("empty-bin")
	s.answer("Empty bin")
	if maps, bin := s.Home().Counts(); maps+bin != 0 {
		t.Errorf("%d maps are left", maps+bin)
	}
}

func TestTheFilesOpenedLastAreOffered(t *testing.T) {
	s := newStage(t).start()
	one, two := s.file("one.journey.yaml", blankFile), s.file("two.journey.yaml", blankFile)
	for _, path := range []string{one, two, one} {
		s.OpenFile(path)
		s.settle()
	}
	if got := s.set.RecentFiles; !slices.Equal(got, []string{one, two}) {
		t.Fatalf("remembered are %q", got)
	}
	first := s.Document().Map().ID()
	s.Run("recent-1")
	s.settle()
	if s.Document().Map().ID() == first {
		t.Error("the other file is not open")
	}
	if got := s.set.RecentFiles[0]; got != two {
		t.Errorf("now the latest is %q", got)
	}
}

const blankFile = "format: footpath/1\ntitle: A file\n"

func TestHomeListsTheMapsInLinesAndRemembersIt(t *testing.T) {
	s := newStage(t).start()
	s.Run("home-duplicate")
	s.settle()
	focused, _ := s.Home().Focused()
	if s.Home().ShowsList() {
		t.Fatal("home begins with lines")
	}
	s.Run("list")
	s.settle()
	if !s.Home().ShowsList() || !s.saved[len(s.saved)-1].List {
		t.Fatal("the command does not list the maps, or it is not remembered")
	}
	if m, _ := s.Home().Focused(); m.ID != focused.ID {
		t.Errorf("the focus went to %q", m.Title)
	}
	if said := s.Home().FocusLabel(); !strings.Contains(said, "Rosa, Theo") || !strings.Contains(said, "6 stages, 51 cards") || !strings.Contains(said, "Edited") {
		t.Errorf("a line says %q", said)
	}
	s.press(fyne.KeyDown)
	if m, _ := s.Home().Focused(); m.ID == focused.ID {
		t.Error("the arrow down does not lead to the next line")
	}
	again := onDisk(t, s.disk, s.saved[len(s.saved)-1]).start()
	if !again.Home().ShowsList() {
		t.Error("after a restart home shows tiles")
	}
	again.Run("list")
	if again.Home().ShowsList() {
		t.Error("the command does not bring the tiles back")
	}
}

// shelves puts so many empty maps into the library, the first of them pinned, and shows home.
func (s *stage) shelves(maps, pinned int) *stage {
	s.t.Helper()
	s.start() // a newcomer's sample stays the last
	for i := range maps {
		if err := s.library.Create(mapmodel.NewMap(fmt.Sprintf("Map %d", i), s.params.Source), mapmodel.Change{}); err != nil {
			s.t.Fatal(err)
		}
	}
	s.ListAgain()
	s.settle()
	for range pinned {
		shown := s.Home().Shown()
		s.Home().FocusOn(shown[len(shown)-1].ID)
		s.Run("home-pin")
		s.settle()
	}
	return s
}

func TestEveryButtonOfHomeSaysWhatItDoesWithItsKeyAndHowToGetBack(t *testing.T) {
	s := newStage(t).shelves(2, 0)
	var said []string
	s.Home().FocusSearch()
	for range 12 {
		s.win.Canvas().FocusNext()
		if _, ok := s.win.Canvas().Focused().(*parts.Button); ok && !slices.Contains(said, s.hinted()) {
			said = append(said, s.hinted())
		}
	}
	back := between + "Esc: back to the maps"
	for _, want := range []string{
		"Open…  Ctrl+O", "New map  Ctrl+N", "Show all maps", "Show only maps of the current state", "Show only maps of the future state",
		"Choose the order of the maps", "Maps as tiles", "Maps as a list  Ctrl+L",
	} {
		if !slices.Contains(said, want+back) {
			t.Errorf("no button says %q, they say\n%s", want, strings.Join(said, "\n"))
		}
	}
	s.Home().Focus()
	s.says("back on the maps", "Enter: open", "!back to the maps")
}

func TestTheCountOfMapsNeverSlipsUnderTheButtonsBesideIt(t *testing.T) {
	for _, language := range words.Languages() {
		for _, pinned := range []int{0, 1} {
			s := newStage(t).shelves(8, pinned)
			s.speak(language)
			for width := float32(640); width < 1100; width += 6 {
				s.win.Resize(fyne.NewSize(width, 800))
				s.renewHome() // as at a start
				s.show()
				for _, wrong := range s.under() {
					t.Fatalf("%s, %g points wide: %s", language.Tag(), width, wrong)
				}
			}
		}
	}
}

// under lists words that stand under a button that they do not belong to.
func (s *stage) under() (wrong []string) {
	type here struct {
		what string
		area area
	}
	var lines, buttons []here
	at := func(o fyne.CanvasObject, what string) here {
		return here{what, areaOf(s.app.Driver().AbsolutePositionForObject(o), o.Size())}
	}
	walk(s.Home(), func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *parts.Button:
			buttons = append(buttons, at(o, o.AccessibilityLabel()))
		case *parts.Text:
			lines = append(lines, at(o, o.Words()))
		}
	})
	for _, line := range lines {
		for _, b := range buttons {
			if both := line.area.and(b.area); line.what != "" && !both.empty() {
				wrong = append(wrong, fmt.Sprintf("%q at %v under %q at %v", line.what, line.area, b.what, b.area))
			}
		}
	}
	return wrong
}

func TestWhereNothingIsFoundNothingIsCalledFound(t *testing.T) {
	s := newStage(t).shelves(2, 0)
	s.Home().FocusSearch()
	s.write("zzz")
	s.settle()
	if said := saidIn(s.Home()); strings.Contains(said, "Found") || !strings.Contains(said, "Nothing found for “zzz”.") {
		t.Errorf("home says\n%s", said)
	}
	s.press(fyne.KeyEscape)
	s.write("map")
	s.settle()
	if said := saidIn(s.Home()); !strings.Contains(said, "Found\n2 of 3 maps") {
		t.Errorf("where something is found, home says\n%s", said)
	}
}

func TestHomeWithoutMapsOfAStateDoesNotSayThatThereAreNone(t *testing.T) {
	s := newStage(t).shelves(2, 0)
	s.Home().SetState(mapmodel.Future)
	if got := s.Home().Nothing(); got != "No map shows a future state." {
		t.Errorf("home says %q", got)
	}
}

func TestARowOfPinnedMapsWithRoomSaysHowAnotherGetsThere(t *testing.T) {
	const here = "Pin a map to keep it here"
	says := func(s *stage) bool { return strings.Contains(saidIn(s.Home()), here) }
	s := newStage(t).shelves(4, 0)
	s.win.Resize(fyne.NewSize(1280, 800)) // three in a row
	if says(s) {
		t.Error("where nothing is pinned there is no row to keep a map in")
	}
	pin := func() {
		shown := s.Home().Shown()
		s.Home().FocusOn(shown[len(shown)-1].ID)
		s.Run("home-pin")
		s.settle()
	}
	pin()
	if !says(s) {
		t.Error("a row with one pinned map does not say it")
	}
	s.Home().FocusOn(s.Home().Shown()[0].ID)
	s.press(fyne.KeyRight)
	if m, _ := s.Home().Focused(); m.ID != s.Home().Shown()[1].ID {
		t.Error("the arrow stops at what is no map")
	}
	s.Run("list")
	if says(s) {
		t.Error("a list has no room beside a map")
	}
	s.Run("list")
	pin()
	pin()
	if says(s) {
		t.Error("a full row says it")
	}
}
