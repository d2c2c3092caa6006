//go:build !nogui

package desktop

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/parts"
	"footpath/mapmodel"
)

// detailed is a stage with the sample open and a card of a lane selected: the first that has one.
func detailed(t *testing.T, kind mapmodel.LaneKind) (*stage, *mapmodel.Card) {
	t.Helper()
	s := newStage(t).openSample()
	card := s.cardsOf(kind)[0]
	s.Board().Select(card.ID)
	s.settle()
	return s, card
}

// cardsOf are the cards in lanes of a kind.
func (s *stage) cardsOf(kind mapmodel.LaneKind) []*mapmodel.Card {
	m := s.Document().Map()
	var out []*mapmodel.Card
	for c := range m.Cards() {
		if l := mapmodel.Find[*mapmodel.Lane](m, c.Lane); l != nil && l.LaneKind == kind {
			out = append(out, c)
		}
	}
	return out
}

// field takes the keyboard to a field of the panel.
func (s *stage) field(name string) *stage {
	s.t.Helper()
	s.showDetails()
	s.settle()
	if !s.open.details.Focus(name) {
		s.t.Fatalf("the panel shows no %s", name)
	}
	s.settle()
	return s
}

// now is a record as the map has it.
func now[R mapmodel.Record](s *stage, id mapmodel.ID) R {
	s.t.Helper()
	r := mapmodel.Find[R](s.Document().Map(), id)
	if any(r) == nil {
		s.t.Fatal("the record is gone")
	}
	return r
}

// entry is the text of the field that has the keyboard.
func (s *stage) entry() string {
	s.t.Helper()
	words, ok := s.win.Canvas().Focused().(interface{ Words() string })
	if !ok {
		s.t.Fatalf("a %T has the keyboard, not a field", s.win.Canvas().Focused())
	}
	return words.Words()
}

func TestSpaceLeadsIntoTheDetailsAndEscapeBack(t *testing.T) {
	s, card := detailed(t, mapmodel.LaneTasks)
	onBoard := func() bool { return s.win.Canvas().Focused() == fyne.Focusable(s.Board()) }
	s.Board().KeyDown(&fyne.KeyEvent{Name: fyne.KeySpace})
	s.Board().KeyUp(&fyne.KeyEvent{Name: fyne.KeySpace})
	s.settle()
	if onBoard() || s.entry() != card.Text {
		t.Fatalf("Space leads to %T", s.win.Canvas().Focused())
	}
	s.press(fyne.KeyEscape)
	if !onBoard() || !s.showsDetails() {
		t.Error("Escape does not lead back to the board, beside the panel")
	}
	s.Run("show-details")
	if !onBoard() || s.showsDetails() {
		t.Error("the panel is not put away, or has taken the keyboard")
	}
	s.Run("show-details")
	if !onBoard() || !s.showsDetails() {
		t.Error("the panel does not show, or has taken the keyboard")
	}
	s.press(fyne.KeyF6)
	if onBoard() || !s.open.details.Has(s.win.Canvas().Focused()) {
		t.Error("F6 does not lead to the panel")
	}
}

func TestAFieldTypedInIsOneChangeThatUndoTakesBackAndThePanelFollows(t *testing.T) {
	s, card := detailed(t, mapmodel.LaneTouchpoints)
	s.field("channel")
	was := s.entry()
	s.win.Canvas().Focused().(*parts.Field).SetText("")
	s.write("Fax")
	s.settle() // a pause
	s.write(" machine")
	s.press(fyne.KeyEscape)
	if got := now[*mapmodel.Card](s, card.ID).Channel; got != "Fax machine" {
		t.Fatalf("the channel is %q", got)
	}
	s.Run("undo")
	if got := now[*mapmodel.Card](s, card.ID).Channel; got != was {
		t.Errorf("undone, the channel is %q, want %q", got, was)
	}
	if s.field("channel"); s.entry() != was {
		t.Errorf("the panel says %q, want %q", s.entry(), was)
	}
	s.press(fyne.KeyEscape)
	s.Run("redo")
	if s.field("channel"); s.entry() != "Fax machine" {
		t.Errorf("done again, the panel says %q", s.entry())
	}
}

func TestDigitsSetEmotionImpactAndEffortAndDeleteTakesThemAway(t *testing.T) {
	s, card := detailed(t, mapmodel.LaneFeelings)
	for digit, want := range map[string]mapmodel.Number{"1": mapmodel.N(-2), "3": mapmodel.N(0), "5": mapmodel.N(2)} {
		s.field("emotion").write(digit)
		if got := now[*mapmodel.Card](s, card.ID).Emotion; got != want {
			t.Errorf("%s sets %v, want %v", digit, got, want)
		}
	}
	s.field("emotion").press(fyne.KeyDelete)
	if got := now[*mapmodel.Card](s, card.ID).Emotion; got.Known {
		t.Errorf("taken away, the emotion is %v", got)
	}
	chance := s.cardsOf(mapmodel.LaneOpportunities)[0]
	s.Board().Select(chance.ID)
	s.field("impact").write("4")
	s.field("effort").write("2")
	if c := now[*mapmodel.Card](s, chance.ID); c.Impact != mapmodel.N(4) || c.Effort != mapmodel.N(2) {
		t.Errorf("impact %v, effort %v", c.Impact, c.Effort)
	}
}

func TestSeveralCardsChangeTogetherAsOneStep(t *testing.T) {
	s, _ := detailed(t, mapmodel.LaneTasks)
	cards := s.cardsOf(mapmodel.LaneTasks)[:3]
	column := cards[0].Column
	s.Board().SelectCell(column, cards[0].Lane)
	s.Run("select-all") // the cell
	s.Run("select-all") // the lane
	all := s.Board().Selection()
	if len(all) < 3 {
		t.Fatalf("%d cards are selected", len(all))
	}
	s.field("department").write("Front desk")
	s.press(fyne.KeyReturn)
	s.field("tags").write("x")
	s.write("y")
	s.press(fyne.KeyReturn)
	s.press(fyne.KeyEscape)
	for _, id := range all {
		if c := now[*mapmodel.Card](s, id); c.Department != "Front desk" || !slices.Contains(c.Tags, "xy") {
			t.Fatalf("%q has department %q and tags %q", c.Text, c.Department, c.Tags)
		}
	}
	s.press(fyne.KeyEscape)
	s.Run("undo")
	s.Run("undo")
	for _, id := range all {
		if c := now[*mapmodel.Card](s, id); c.Department == "Front desk" || slices.Contains(c.Tags, "xy") {
			t.Fatalf("two steps do not take both back: %q %q", c.Department, c.Tags)
		}
	}
}

func TestEvidenceIsAddedEditedAndTakenAway(t *testing.T) {
	s, _ := detailed(t, mapmodel.LaneInsights)
	card := s.cardsOf(mapmodel.LaneInsights)[1]
	s.Board().Select(card.ID)
	s.field("evidence")
	had := len(card.Evidence)
	for range had { // past what is there, to the button that adds
		s.win.Canvas().FocusNext()
	}
	s.press(fyne.KeyReturn) // the menu of kinds, its first line marked
	s.win.Canvas().Overlays().Top().(fyne.Focusable).TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.settle()
	s.write("6 visitors")
	s.win.Canvas().FocusNext()
	s.write("My son read it to me")
	s.press(fyne.KeyEscape)
	s.settle()
	c := now[*mapmodel.Card](s, card.ID)
	if len(c.Evidence) != had+1 {
		t.Fatalf("%d pieces of evidence, want %d", len(c.Evidence), had+1)
	}
	e := now[*mapmodel.Evidence](s, c.Evidence[had])
	if e.EvidenceKind != mapmodel.Interview || e.Source != "6 visitors" || e.Quote != "My son read it to me" {
		t.Errorf("the evidence is %+v", e)
	}
	s.field("evidence")
	for range had {
		s.win.Canvas().FocusNext()
	}
	s.press(fyne.KeyDelete)
	if c := now[*mapmodel.Card](s, card.ID); len(c.Evidence) != had || s.Document().Map().Get(e.ID) != nil {
		t.Error("the evidence is not taken away")
	}
}

func TestAnOpportunityIsLinkedToAnInsightByItsWords(t *testing.T) {
	s, card := detailed(t, mapmodel.LaneOpportunities)
	insights := s.cardsOf(mapmodel.LaneInsights)
	want := insights[len(insights)-1]
	if slices.Contains(card.Answers, want.ID) {
		t.Fatal("it is linked already")
	}
	s.field("answers")
	for range card.Answers {
		s.win.Canvas().FocusNext()
	}
	s.press(fyne.KeyReturn)
	s.settle()
	s.write(want.Text[:20])
	s.press(fyne.KeyDown)
	s.press(fyne.KeyReturn)
	s.settle()
	if got := now[*mapmodel.Card](s, card.ID).Answers; !slices.Contains(got, want.ID) {
		t.Errorf("it answers %v", got)
	}
	s.press(fyne.KeyEscape)
	s.field("answers").press(fyne.KeyDelete)
	if got := now[*mapmodel.Card](s, card.ID).Answers; len(got) != len(card.Answers) {
		t.Errorf("after one is taken away it answers %d, want %d", len(got), len(card.Answers))
	}
}

func TestWhatAFieldCannotHoldStaysWhereItIsWithAWordAboutIt(t *testing.T) {
	s, card := detailed(t, mapmodel.LaneOpportunities)
	s.field("due")
	s.win.Canvas().Focused().(*parts.Field).SetText("")
	s.write("some day")
	s.settle()
	if got := now[*mapmodel.Card](s, card.ID).Due; got != card.Due {
		t.Errorf("the date is %q", got)
	}
	if s.entry() != "some day" {
		t.Errorf("the words are gone: %q", s.entry())
	}
	s.win.Canvas().Focused().(*parts.Field).SetText("30.3.2027")
	s.press(fyne.KeyEscape)
	if got := now[*mapmodel.Card](s, card.ID).Due; got != "2027-03-30" {
		t.Errorf("the date is %q", got)
	}
	s.field("confidence")
	s.win.Canvas().Focused().(*parts.Field).SetText("120")
	s.settle()
	if got := now[*mapmodel.Card](s, card.ID).Confidence; got != card.Confidence {
		t.Errorf("the confidence is %v", got)
	}
}

func TestThePanelShowsStageLaneStepAndMapAsWell(t *testing.T) {
	s := newStage(t).openSample()
	m := s.Document().Map()
	for stage := range m.Stages() {
		s.Board().Select(stage.ID)
		s.field("description").write("When the letter comes")
		s.press(fyne.KeyEscape)
		if got := now[*mapmodel.Stage](s, stage.ID).Description; got != stage.Description+"When the letter comes" && got != "When the letter comes"+stage.Description {
			t.Errorf("the stage says %q", got)
		}
		break
	}
	lane := m.LaneOf(mapmodel.LaneTasks)
	s.Board().Select(lane.ID)
	s.field("prompt").write("?")
	s.press(fyne.KeyEscape)
	if got := now[*mapmodel.Lane](s, lane.ID).Prompt; got != lane.Prompt+"?" && got != "?"+lane.Prompt {
		t.Errorf("the lane asks %q", got)
	}
	s.Board().Select(m.ID())
	s.field("version").write("v2")
	s.press(fyne.KeyEscape)
	s.field("state").write("2")
	if h := s.Document().Map().Header(); h.State != mapmodel.Future {
		t.Errorf("the map is of %q", h.State)
	}
}

func TestAPinnedPanelStaysWithItsCard(t *testing.T) {
	s, card := detailed(t, mapmodel.LaneTasks)
	s.field("text")
	s.open.details.Pin(true)
	s.Board().Select(s.cardsOf(mapmodel.LaneInsights)[0].ID)
	s.settle()
	if got := s.open.details.Shown(); len(got.IDs) != 1 || got.IDs[0] != card.ID {
		t.Error("the panel has gone with the selection")
	}
	s.open.details.Pin(false)
	s.settle()
	if got := s.open.details.Shown(); got.IDs[0] == card.ID {
		t.Error("let go, the panel does not follow")
	}
}

func TestThePanelIsAsItWasWhenTheMapIsOpenedAgain(t *testing.T) {
	s, _ := detailed(t, mapmodel.LaneTasks)
	id := s.Document().Map().ID()
	s.Run("show-details")
	s.open.details.SetWidth(400)
	s.OpenHome()
	s.settle()
	s.OpenMap(id)
	s.settle()
	if !s.showsDetails() || s.open.details.Width() != 400 {
		t.Error("the panel is not as it was")
	}
	s.Run("show-details")
	s.OpenHome()
	s.settle()
	s.OpenMap(id)
	s.settle()
	if s.showsDetails() {
		t.Error("a panel that was put away shows")
	}
}

func TestAPictureIsTakenFromAFileAndPutAway(t *testing.T) {
	s, card := detailed(t, mapmodel.LaneTasks)
	img := image.NewRGBA(image.Rect(0, 0, 3000, 1500))
	img.Set(7, 7, color.White)
	var file bytes.Buffer
	if err := png.Encode(&file, img); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(s.folder, "queue.png")
	if err := os.WriteFile(path, file.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	s.field("pictures").press(fyne.KeyReturn)
	s.settle()
	s.write("queue.png")
	s.press(fyne.KeyReturn)
	s.settle()
	c := now[*mapmodel.Card](s, card.ID)
	if len(c.Pictures) != 1 {
		t.Fatalf("the card has %d pictures; toast %q", len(c.Pictures), s.Toast())
	}
	p := now[*mapmodel.Picture](s, c.Pictures[0])
	config, err := png.DecodeConfig(bytes.NewReader([]byte(p.Data)))
	if err != nil || config.Width != mapmodel.MaxPictureSide || config.Height != mapmodel.MaxPictureSide/2 || p.Key != "queue" {
		t.Errorf("the picture %q is %d × %d (%v)", p.Key, config.Width, config.Height, err)
	}
	s.field("pictures").press(fyne.KeyDelete)
	s.settle()
	if c := now[*mapmodel.Card](s, card.ID); len(c.Pictures) != 0 || s.Document().Map().Get(p.ID) != nil {
		t.Error("the picture is not put away")
	}
}

func TestWhoTypesOnTheBoardSeesThePanelFollow(t *testing.T) {
	s, card := detailed(t, mapmodel.LaneTasks)
	s.Run("show-details")
	s.press(fyne.KeyF2)
	s.write("!")
	s.press(fyne.KeyEscape)
	s.settle()
	if s.field("text"); s.entry() != card.Text+"!" {
		t.Errorf("the panel says %q", s.entry())
	}
}

func TestWhoComesToATextByTheKeyboardGoesOnBehindIt(t *testing.T) {
	s, card := detailed(t, mapmodel.LaneFeelings)
	s.field("text").write(" Again")
	s.press(fyne.KeyEscape)
	want := card.Text + " Again"
	if got := now[*mapmodel.Card](s, card.ID).Text; got != want {
		t.Fatalf("the card says %q", got)
	}
	other := s.cardsOf(mapmodel.LaneTasks)[1]
	s.Board().Select(other.ID)
	s.settle()
	s.field("text").write("!")
	s.press(fyne.KeyEscape)
	if got := now[*mapmodel.Card](s, other.ID).Text; got != other.Text+"!" {
		t.Errorf("another card says %q", got)
	}
}

func TestTheLineForATagIsInSightAsSoonAsItIsTypedIn(t *testing.T) {
	s, _ := detailed(t, mapmodel.LaneInsights)
	for high := float32(560); high < 1000; high += 20 {
		s.win.Resize(fyne.NewSize(1440, high))
		s.field("tags").write("st")
		s.settle()
		line, ok := s.win.Canvas().Focused().(*parts.Field)
		if !ok {
			t.Fatal("no line is open")
		}
		driver := fyne.CurrentApp().Driver()
		bottom := driver.AbsolutePositionForObject(line).Y + line.Size().Height
		end := driver.AbsolutePositionForObject(s.open.details).Y + s.open.details.Size().Height
		if bottom > end {
			t.Errorf("in a window %v high the line ends at %v, the panel at %v", high, bottom, end)
		}
		s.press(fyne.KeyEscape)
		s.settle()
	}
}
