//go:build !nogui

package desktop

import "testing"

func TestUndoAndRedoShowWhatTheyDoEverywhereAlike(t *testing.T) {
	s := newStage(t).room()
	shown := func(where string, undo, redo string) {
		t.Helper()
		for _, c := range []struct {
			name, want string
			usable     bool
		}{{"undo", undo, s.toolbar.undo.Enabled()}, {"redo", redo, s.toolbar.redo.Enabled()}} {
			row := s.find(c.name)
			if on := c.want != ""; on == s.disabled(row) || on != c.usable {
				t.Errorf("%s: %s can be done is %t in the menus and %t in the toolbar, want %t", where, c.name, !s.disabled(row), c.usable, on)
			}
			if c.want != "" && s.saidOf(row) != c.want {
				t.Errorf("%s: it is called %q, want %q", where, s.saidOf(row), c.want)
			}
		}
	}
	shown("at the beginning", "", "")
	card("b")(s)
	s.hit("F2")
	shown("a text just opened", "", "")
	s.write("x")
	shown("with a letter typed", "Undo: Typing", "")
	s.Run("undo")
	shown("with that taken back", "", "Redo: Typing")
	s.hit("Ctrl+Z")
	if s.Toast() == "" || !s.Board().Editing() {
		t.Errorf("undo that waits says %q", s.Toast())
	}
	s.Run("redo")
	s.hit("Esc")
	shown("after the typing", "Undo: Edit text: “bx”", "")
	s.hit("Ctrl+Z")
	shown("with the map as it was", "", "Redo: Edit text: “bx”")
}
