//go:build !nogui

package desktop

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/history"
	"footpath/assets/maps"
	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/storage/journey"
	"footpath/storage/library"
)

// retold puts the licence map into the library as if it had been written card by card, opens it, and gives it as it was at every
// moment.
func retold(t *testing.T) (*stage, []*mapmodel.Map) {
	t.Helper()
	s := newStage(t).start()
	src := mapmodel.NewSeededSource(5)
	whole, mistakes := journey.Read(maps.All()[0].Data, src)
	if len(mistakes) > 0 {
		t.Fatal(mistakes)
	}
	m, changes, err := mapgen.Retell(whole, s.library.Author(), src)
	if err != nil {
		t.Fatal(err)
	}
	now := s.params.Now().UnixMilli()
	if err := s.library.Create(m, mapmodel.Change{Author: s.library.Author(), At: now}); err != nil {
		t.Fatal(err)
	}
	moments := []*mapmodel.Map{m}
	doc := mapmodel.NewDocument(m, src, s.params.Now)
	session, err := s.library.Attach(doc, library.Listener{})
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range changes {
		c.At = now - int64(len(changes)-i)*3600_000
		if _, err := doc.Do(c); err != nil {
			t.Fatal(err)
		}
		moments = append(moments, doc.Map())
	}
	if err := session.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	s.OpenMap(m.ID())
	s.settle()
	return s, moments
}

// looked opens the history of a map on the screen.
func (s *stage) looked() *stage {
	s.t.Helper()
	s.Run("history")
	s.settle()
	if s.past == nil || len(s.past.panel.Rows()) == 0 {
		s.t.Fatal("there is no history")
	}
	return s
}

// shows fails unless the board shows a map.
func (s *stage) shows(what string, m *mapmodel.Map) {
	s.t.Helper()
	s.settle()
	if edits := mapmodel.Diff(s.past.doc.Map(), m); len(edits) > 0 {
		s.t.Fatalf("%s: %d records are not as they were", what, len(edits))
	}
}

func TestTheHistoryWalksTheLicenceMapBackToItsFirstCardAndForwardAgain(t *testing.T) {
	s, moments := retold(t)
	s.looked()
	s.shows("at first", moments[len(moments)-1])
	at := len(moments) - 1
	for at > 0 {
		s.press(fyne.KeyDown)
		if r := s.past.panel.At(); r.Kind == history.Step {
			at = int(r.Seq)
		}
		if at%9 == 0 || moments[at].CardCount() < 3 {
			s.shows("on the way back", moments[at])
		}
		if moments[at].CardCount() == 1 {
			break
		}
	}
	var only *mapmodel.Card
	for only = range s.past.doc.Map().Cards() {
		break
	}
	if s.past.doc.Map().CardCount() != 1 || !strings.Contains(s.past.panel.At().Text, only.Text) {
		t.Fatalf("%q is not the first card", s.past.panel.At().Text)
	}
	if got := s.Document().Map(); mapmodel.Equal(got, s.past.doc.Map()) {
		t.Error("looking at an earlier moment has altered the map")
	}
	for at < len(moments)-1 {
		s.press(fyne.KeyUp)
		if r := s.past.panel.At(); r.Kind == history.Step {
			at = int(r.Seq)
		}
	}
	s.shows("forward again", moments[len(moments)-1])
	s.press(fyne.KeyEnd)
	s.shows("at the making", moments[0])
	s.press(fyne.KeyHome)
	s.shows("at now", moments[len(moments)-1])
	s.press(fyne.KeyEscape)
	if s.past != nil || s.win.Canvas().Focused() != fyne.Focusable(s.Board()) {
		t.Error("Escape does not lead back to the board")
	}
}

func TestEnterGoesBackAsOneStepThatUndoTakesBack(t *testing.T) {
	s, moments := retold(t)
	s.looked()
	now := s.Document().Map()
	for range 12 {
		s.press(fyne.KeyDown)
	}
	s.settle()
	then := s.past.doc.Map()
	s.press(fyne.KeyReturn)
	s.settle()
	if s.past != nil || !mapmodel.Equal(s.Document().Map(), then) || mapmodel.Equal(then, now) {
		t.Fatal("Enter does not lead to the moment shown")
	}
	s.until("it is saved", func() bool { return s.open.status.Saving == library.Saved })
	if s.toasts.Note().Action == "" {
		t.Error("it is not said that it can be undone")
	}
	s.Run("undo")
	s.settle()
	if !mapmodel.Equal(s.Document().Map(), now) {
		t.Error("undo does not take it back")
	}
	named, err := s.library.Snapshots(now.ID())
	if err != nil || len(named) == 0 || named[len(named)-1].Seq != uint64(len(moments)-1) {
		t.Errorf("the moment before is not marked: %+v, %v", named, err)
	}
}

func TestAMomentIsNamedRenamedAndLosesItsNameWithKeysAlone(t *testing.T) {
	s, _ := retold(t)
	s.looked()
	for range 5 {
		s.press(fyne.KeyDown)
	}
	seq := s.past.panel.At().Seq
	name := func(want string, kind history.Kind) {
		t.Helper()
		s.settle()
		got, given := s.past.panel.NameHere()
		if got != want || given != (want != "") || s.past.panel.At().Seq != seq {
			t.Fatalf("the moment %d is called %q", s.past.panel.At().Seq, got)
		}
		found := history.Step
		for _, r := range s.past.panel.Rows() {
			if r.Seq == seq && r.Kind == history.Named && r.Text == want {
				found = history.Named
			}
		}
		if found != kind {
			t.Fatal("the time line does not show the name as it is")
		}
	}
	s.write("n")
	s.write("After the wörkshop")
	s.press(fyne.KeyReturn)
	name("After the wörkshop", history.Named)
	s.press(fyne.KeyF2)
	s.press(fyne.KeyEscape)
	name("After the wörkshop", history.Named)
	s.press(fyne.KeyF2)
	s.write("Monday")
	s.press(fyne.KeyReturn)
	name("Monday", history.Named)
	s.press(fyne.KeyHome)
	s.press(fyne.KeyLeft)
	for s.past.panel.At().Kind != history.Named {
		s.press(fyne.KeyLeft)
	}
	if s.past.panel.At().Seq != seq {
		t.Fatal("the arrow does not lead to the name")
	}
	s.press(fyne.KeyDelete)
	name("", history.Step)
}

func TestNothingIsAlteredWhileAnEarlierMomentIsOnTheScreen(t *testing.T) {
	s, moments := retold(t)
	s.looked()
	for range 3 {
		s.press(fyne.KeyDown)
	}
	s.settle()
	before, shown := s.Document().Map(), s.past.doc.Map()
	for i := range s.table {
		if c := &s.table[i]; !c.past && s.run(c) {
			t.Errorf("%s can be done", c.name)
		}
	}
	s.win.Canvas().Focus(s.past.board)
	s.write("words")
	for _, key := range []fyne.KeyName{fyne.KeyDelete, fyne.KeyTab, fyne.KeyInsert, fyne.KeySpace, fyne.KeyBackspace} {
		s.press(key)
	}
	s.past.board.TypedShortcut(&fyne.ShortcutUndo{})
	s.past.board.TypedShortcut(&fyne.ShortcutPaste{})
	s.settle()
	if s.Document().Map() != before || s.past.doc.Map() != shown || len(moments) == 0 {
		t.Error("something was altered")
	}
	s.press(fyne.KeyDown) // which means the time line, wherever it is pressed
	s.settle()
	if s.past.doc.Map() == shown {
		t.Error("the arrow on the board does not go on in the time line")
	}
	s.Run("all-maps")
	s.settle()
	if s.past != nil || s.open != nil {
		t.Error("the history stays when the map goes")
	}
}

func TestTheHistoryStaysAtItsMomentWhileTheMapGoesOn(t *testing.T) {
	s, _ := retold(t)
	s.looked()
	for range 4 {
		s.press(fyne.KeyDown)
	}
	s.settle()
	row, shown := s.past.panel.At(), s.past.doc.Map()
	change, _, err := s.desk.AddCard(s.Document().Map(), mapmodel.Place{At: -1}, "From elsewhere", nil)
	if err == nil {
		_, err = s.Document().Do(change)
	}
	if err != nil {
		t.Fatal(err)
	}
	s.until("the new step is in the time line", func() bool {
		rows := s.past.panel.Rows()
		return strings.Contains(rows[1].Text, "From elsewhere")
	})
	s.settle()
	if got := s.past.panel.At(); got.Seq != row.Seq || mapmodel.Diff(s.past.doc.Map(), shown) != nil {
		t.Errorf("the history has gone to %q", got.Text)
	}
	s.Run("language-de")
	s.settle()
	if s.past == nil || s.past.panel.Rows()[0].Text != "Heute" {
		t.Error("the history does not speak the other language")
	}
	s.Run("theme-dark")
	s.settle()
	s.press(fyne.KeyEscape)
	if s.past != nil {
		t.Error("Escape does not lead out of it")
	}
}

func TestSessionsExportsAndFilesTakenInMarkTheirMoments(t *testing.T) {
	s := newStage(t).openSample()
	id := s.Document().Map().ID()
	add := func(text string) {
		t.Helper()
		if !s.do(func(m *mapmodel.Map) (mapmodel.Change, error) {
			c, _, err := s.desk.AddCard(m, mapmodel.Place{At: -1}, text, nil)
			return c, err
		}) {
			t.Fatal("no card is added")
		}
	}
	var marks []library.Mark
	want := func(what ...library.Mark) {
		t.Helper()
		s.settle()
		marks = append(marks, what...)
		list, err := s.library.Snapshots(id)
		if err != nil || len(list) != len(marks) {
			t.Fatalf("the moments are %+v, %v", list, err)
		}
		for i, m := range list {
			if m.Mark != marks[i] {
				t.Fatalf("moment %d is %q, want %q", i, m.Mark, marks[i])
			}
		}
	}
	want()
	add("One")
	s.Run("export")
	s.answer("Export")
	want(library.MarkBeforeExport)
	add("Two")
	s.OpenHome()
	want(library.MarkSessionEnd)
	s.OpenMap(id) // nothing has changed since
	want()
	add("Three")
	path := s.file("other.journey.yaml", "format: footpath/1\ntitle: Another\nstages:\n  - name: Only\n")
	file, err := readFile(path)
	if err != nil {
		t.Fatal(err)
	}
	other, err := file.parse(s.params.Source)
	if err != nil {
		t.Fatal(err)
	}
	s.takeIn(other, file)
	want(library.MarkBeforeTakeIn)
	s.until("it is saved", func() bool { return s.open.status.Saving == library.Saved })
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	again := onDisk(t, s.disk, s.params.Settings)
	again.OpenMap(id)
	again.settle()
	list, err := again.library.Snapshots(id)
	if err != nil || len(list) != len(marks)+1 || list[len(marks)].Mark != library.MarkSessionEnd {
		t.Errorf("the end of the program is not marked: %+v, %v", list, err)
	}
}

func TestWhoGoesAheadBeforeTheHistoryIsReadIsThere(t *testing.T) {
	s, moments := retold(t)
	s.Run("history")
	for range 6 {
		s.press(fyne.KeyDown)
	}
	s.settle()
	at := s.past.panel.At()
	if s.past.panel.Rows()[7].Seq != at.Seq {
		t.Fatalf("the history is at %q", at.Text)
	}
	s.shows("six steps back", moments[at.Seq])
	s.press(fyne.KeyEscape)
	s.Run("history")
	for range 6 {
		s.press(fyne.KeyDown)
	}
	s.press(fyne.KeyReturn)
	s.settle()
	if !mapmodel.Equal(s.Document().Map(), moments[at.Seq]) {
		t.Error("Enter before it is read does not lead there")
	}
}

func TestAHistoryOfThousandsOfStepsIsReadPageByPageToItsEnd(t *testing.T) {
	s := newStage(t).openSample()
	const steps = 2200
	var card *mapmodel.Card
	for card = range s.Document().Map().Cards() {
		break
	}
	was := card.Text
	for i := range steps {
		c, err := s.desk.SetText(s.Document().Map(), card.ID, strings.Repeat("x", i%50+1))
		if err == nil {
			_, err = s.Document().Do(c)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	s.looked()
	first := len(s.past.panel.Rows())
	if first >= steps {
		t.Fatalf("all %d rows are read at once", first)
	}
	s.press(fyne.KeyPageDown)
	s.press(fyne.KeyEnd)
	s.settle()
	rows := s.past.panel.Rows()
	if at := s.past.panel.At(); at.Seq != 0 || len(rows) < steps {
		t.Fatalf("the end is at step %d of %d rows", at.Seq, len(rows))
	}
	if got := mapmodel.Find[*mapmodel.Card](s.past.doc.Map(), card.ID).Text; got != was {
		t.Errorf("there the card says %q", got)
	}
	s.press(fyne.KeyUp)
	s.settle()
	if got := mapmodel.Find[*mapmodel.Card](s.past.doc.Map(), card.ID).Text; got != "x" {
		t.Errorf("after the first step the card says %q", got)
	}
}
