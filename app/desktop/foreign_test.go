//go:build !nogui

package desktop

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/board/edit"
	"footpath/mapmodel"
	"footpath/storage/library"
)

// command changes the map on the screen as a command beside the window does: through the window's socket.
func (s *stage) command(verb func(desk *mapmodel.Desk, m *mapmodel.Map) (mapmodel.Change, error)) {
	s.t.Helper()
	folder := s.folder
	at := filepath.Join(folder, "run", "s")
	if _, err := os.Stat(at); err != nil {
		if err := s.library.Serve(at, nil); err != nil {
			s.t.Fatal(err)
		}
	}
	done := make(chan error, 1)
	id := s.Document().Map().ID()
	s.params.Work(func() {
		done <- func() error {
			other, err := library.Open(filepath.Join(folder, "none.db"), library.Options{Socket: at})
			if err != nil {
				return err
			}
			m, _, err := other.Open(id)
			if err != nil {
				return err
			}
			src := mapmodel.NewSource()
			c, err := verb(&mapmodel.Desk{Author: other.Author(), Source: src, Now: s.params.Now}, m)
			if err != nil {
				return err
			}
			doc := mapmodel.NewDocument(m, src, s.params.Now)
			session, err := other.Attach(doc, library.Listener{})
			if err != nil {
				return err
			}
			if _, err := doc.Do(c); err != nil {
				return err
			}
			if err := session.Close(s.t.Context()); err != nil {
				return err
			}
			return other.Close()
		}()
	})
	var err error
	s.until("the command has ended", func() bool {
		select {
		case err = <-done:
			return true
		default:
			return false
		}
	})
	if err != nil {
		s.t.Fatalf("the command failed: %v", err)
	}
	s.settle()
}

func TestTheWindowFollowsACommandThatChangesItsMap(t *testing.T) {
	s := newStage(t).openSample()
	s.command(func(desk *mapmodel.Desk, m *mapmodel.Map) (mapmodel.Change, error) {
		c, _, err := desk.AddCard(m, mapmodel.Place{At: -1}, "From a command", nil)
		return c, err
	})
	if all := strings.Join(texts(s.Document().Map()), "|"); !strings.Contains(all, "From a command") {
		t.Fatal("the window does not show it")
	}
	if !strings.Contains(s.toasts.Note().Words, "From a command") {
		t.Errorf("it is told as %q", s.toasts.Note().Words)
	}
	if !mapmodel.Equal(s.stored(), s.Document().Map()) {
		t.Error("what is stored is another map")
	}
	s.Run("undo")
	s.settle()
	if all := strings.Join(texts(s.Document().Map()), "|"); strings.Contains(all, "From a command") {
		t.Error("it cannot be taken back")
	}
}

func TestWhatIsBeingTypedIsNotLostToACommand(t *testing.T) {
	s := newStage(t).openSample()
	card := func() *mapmodel.Card {
		for c := range s.Document().Map().Cards() {
			return c
		}
		return nil
	}
	id := card().ID
	s.Board().Select(id)
	s.onBoard(edit.EditText)()
	s.write(" and more")
	rewrite := func(desk *mapmodel.Desk, m *mapmodel.Map) (mapmodel.Change, error) {
		return desk.SetText(m, id, "All new")
	}
	s.command(rewrite)
	s.write(", still typing")
	s.Board().Commit()
	now := mapmodel.Find[*mapmodel.Card](s.Document().Map(), id)
	if !strings.HasSuffix(now.Text, " and more, still typing") || len(now.Conflicts) != 1 || now.Conflicts[0].Text != "All new" {
		t.Fatalf("the card is %q, beside it stands %+v", now.Text, now.Conflicts)
	}
	s.Board().Select(id)
	s.onBoard(edit.EditText)()
	s.command(func(desk *mapmodel.Desk, m *mapmodel.Map) (mapmodel.Change, error) {
		return desk.SetText(m, id, "Newer")
	})
	s.press(fyne.KeyEscape)
	s.settle()
	if now := mapmodel.Find[*mapmodel.Card](s.Document().Map(), id); now.Text != "Newer" || len(now.Conflicts) != 1 {
		t.Errorf("who opened the card and typed nothing keeps %q, %+v", now.Text, now.Conflicts) // what comes is taken
	}
	if !mapmodel.Equal(s.stored(), s.Document().Map()) {
		t.Error("what is stored is another map")
	}
}
