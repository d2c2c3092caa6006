package edit_test

import (
	"strings"
	"testing"

	"footpath/app/desktop/board/edit"
	"footpath/mapmodel"
)

// personas writes the map's personas one after the other.
func (r *room) personas() string {
	var out []string
	for p := range r.Map().Personas() {
		out = append(out, p.Name)
	}
	return strings.Join(out, " | ")
}

// meet tells which personas there should be.
func (r *room) meet(want string) *room {
	r.t.Helper()
	if got := r.personas(); got != want {
		r.t.Errorf("the personas are %q, want %q", got, want)
	}
	return r
}

func TestEnterEndsTheNameOfAPersonaAndTabAsksForTheNext(t *testing.T) {
	r := open(t, "Notice")
	if r.press("Ctrl+Shift+R", "'Rosa'", "Return").meet("Rosa").at("persona Rosa"); r.State() != edit.Selecting {
		t.Error("something is being typed still")
	}
	r.press("Ctrl+Return", "'Theo'", "Return").meet("Rosa | Theo").at("persona Theo")
	r.press("Tab").at("field persona").press("'Ada'", "Tab").at("field persona").meet("Rosa | Theo | Ada")
}

func TestPersonasAreTypedOneAfterTheOther(t *testing.T) {
	r := open(t, "Notice")
	r.press("Ctrl+Shift+R", "'Rosa'", "Return", "Ctrl+Return", "'Theo'", "Return").meet("Rosa | Theo").at("persona Theo")
	r.press("Ctrl+Z").meet("Rosa").press("Ctrl+Shift+Z").meet("Rosa | Theo").at("persona Theo")
	r.press("Left").at("persona Rosa").press("Ctrl+Return", "'Ada'", "Escape").meet("Rosa | Ada | Theo").at("persona Ada")
}

func TestAPersonaIsRenamedMovedAndDeletedInItsPlace(t *testing.T) {
	r := open(t, "Notice").press("Ctrl+Shift+R", "'Rosa'", "Tab", "'Theo'", "Escape")
	r.press("F2", "'Theodor'", "Return").meet("Rosa | Theodor").at("persona Theodor")
	r.press("F2", "End", "' H.'", "Escape").meet("Rosa | Theodor H.")
	r.press("Alt+Left").meet("Theodor H. | Rosa").at("persona Theodor H.").press("Alt+Left").meet("Theodor H. | Rosa")
	r.press("Delete").meet("Rosa").at("persona Rosa")
	if n := r.notices[len(r.notices)-1]; n.Key != "board.removed-persona" || !n.Undo || n.Args[0] != "Theodor H." {
		t.Errorf("told is %+v", n)
	}
	r.press("Ctrl+Z").meet("Theodor H. | Rosa").at("persona Theodor H.")
	r.press("Delete", "Delete").meet("").at("title")
}

func TestACardOfADeletedPersonaBecomesEverybodysAndUndoGivesItBack(t *testing.T) {
	r := open(t, "Notice").press("'Wait'", "Escape", "Ctrl+Shift+R", "'Rosa'", "Escape")
	var card *mapmodel.Card
	for card = range r.Map().Cards() {
		break
	}
	rosa := r.Cursor().ID
	r.must(mapmodel.Alter(r.desk, r.Map(), mapmodel.LabelAlter, []mapmodel.ID{card.ID}, func(c *mapmodel.Card) { c.Persona = rosa }, "persona"))
	r.press("Delete")
	if c := mapmodel.Find[*mapmodel.Card](r.Map(), card.ID); !c.Persona.IsZero() {
		t.Error("the card is still hers")
	}
	r.press("Ctrl+Z")
	if c := mapmodel.Find[*mapmodel.Card](r.Map(), card.ID); c.Persona != rosa {
		t.Error("the card is not hers again")
	}
}

func TestEveryPlaceOfTheHeaderIsReachedByTabAndFilledByTyping(t *testing.T) {
	r := open(t, "Notice").press("Ctrl+Home", "Up", "Up").at("title")
	places := []string{"persona", "scenario", "expectations", "owner", "team", "version", "date"}
	for _, place := range places {
		r.press("Tab").at("field " + place)
	}
	r.press("Tab").at("stage Notice").press("Up").at("title").press("Shift+Tab").at("title")
	for i := range places {
		if r.press("Tab"); i > 0 {
			r.press("Shift+Tab").at("field " + places[i-1]).press("Tab")
		}
	}
	r.press("Down").at("stage Notice").press("Up").at("title")
	r.press("Right").at("field state").press("Return").at("field state")
	r.press("Tab").at("field persona").press("Tab").at("field scenario").press("'It runs out.'", "Shift+Return", "'In June.'", "Return")
	r.at("field scenario").press("Down").at("field persona").press("Right").at("field expectations").press("'No queue'", "Escape")
	r.press("Down").at("field persona").press("Right").at("field owner").press("'Priya'", "Tab")
	r.at("field team").press("'Ortiz, Lind,'", "Escape").at("field team")
	r.press("Right").at("field persona").press("Right").at("field version").press("'1.3'", "Escape")
	r.press("End").at("field date").press("'14.11.2026'", "Return").at("field date")
	h := r.Map().Header()
	if h.State != mapmodel.Future || h.Scenario != "It runs out.\nIn June." || h.Expectations != "No queue" || h.Owner != "Priya" ||
		strings.Join(h.Team, "|") != "Ortiz|Lind" || h.Version != "1.3" || h.Date != "2026-11-14" {
		t.Errorf("the header is %+v", h)
	}
	r.press("Down").at("stage Notice").press("Up").at("field owner").press("Up").at("field expectations").press("Up").at("field scenario").press("Up").at("title")
}

func TestTheStateTurnsOverByEnterAndIsClearedByDelete(t *testing.T) {
	r := open(t, "Notice").press("Ctrl+Home", "Up", "Up", "Right").at("field state")
	r.press("'f'").at("field state")
	if n := r.notices[len(r.notices)-1]; n.Key != "board.state-keys" || r.State() != edit.Selecting {
		t.Errorf("a letter there vanishes: told is %+v", n)
	}
	r.press("Tab").at("field persona").press("Shift+Tab").at("title").press("Right", "Shift+Tab").at("title").press("Right")
	for _, want := range []mapmodel.State{mapmodel.Future, mapmodel.Current} {
		if r.press("Return"); r.Map().Header().State != want {
			t.Errorf("the state is %q, want %q", r.Map().Header().State, want)
		}
	}
	if r.press("Delete"); r.Map().Header().State != "" {
		t.Error("it is not cleared")
	}
	if n := r.notices[len(r.notices)-1]; n.Key != "board.cleared-field" || !n.Undo {
		t.Errorf("told is %+v", n)
	}
	r.press("Ctrl+Z").at("field state")
	if r.Map().Header().State != mapmodel.Current {
		t.Error("undo does not bring it back")
	}
}

func TestADateThatIsNoneStaysOpenUntilItIsOne(t *testing.T) {
	r := open(t, "Notice").press("Ctrl+Home", "Up", "Up", "Down", "End").at("field date").press("'some'")
	r.clock.pass(5e9)
	if len(r.notices) > 0 {
		t.Errorf("while it is typed, told is %+v", r.notices)
	}
	r.press("Return")
	if typing, ok := r.Typing(); !ok || typing.Text != "some" || r.notices[len(r.notices)-1].Key != "board.wrong-date" {
		t.Errorf("typed is %+v (%t), told %+v", typing, ok, r.notices)
	}
	r.press("Ctrl+A", "'1 March 2027'", "Return")
	if got := r.Map().Header().Date; got != "2027-03-01" {
		t.Errorf("the date is %q", got)
	}
}

func TestAPersonaWithoutAWordLeavesNoTrace(t *testing.T) {
	r := open(t, "Notice").press("Ctrl+Shift+R", "Escape").meet("").at("Notice/tasks")
	if len(r.changes) > 0 {
		t.Errorf("%d changes were made", len(r.changes))
	}
	r.press("Ctrl+Shift+R", "'Ro'", "BackSpace", "BackSpace", "Escape").meet("")
}
