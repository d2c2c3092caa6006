//go:build !nogui

package desktop

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/board/edit"
	"footpath/mapmodel"
)

// pictureFile writes a picture into the stage's folder and gives its name there.
func (s *stage) pictureFile(name string, width, height int) string {
	s.t.Helper()
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(s.folder, name), file.Bytes(), 0o600); err != nil {
		s.t.Fatal(err)
	}
	return name
}

// choose picks a file in the chooser that is open.
func (s *stage) choose(name string) *stage {
	s.t.Helper()
	s.settle()
	s.write(name)
	s.press(fyne.KeyReturn)
	s.settle()
	return s
}

func TestAPersonaGetsAFaceAndAnotherAndNoneByCommandsAlone(t *testing.T) {
	s := newStage(t).openSample()
	m := s.Document().Map()
	var rosa *mapmodel.Persona
	for rosa = range m.Personas() {
		break
	}
	before := 0
	for range m.Pictures() {
		before++
	}
	if rosa == nil || !rosa.Picture.IsZero() {
		t.Fatal("the sample has no persona without a picture")
	}
	if s.Board().SelectCell(mapmodel.ID{}, mapmodel.ID{}); s.Run("add-picture") {
		t.Error("a picture can be hung on a cell")
	}
	s.Board().Select(rosa.ID)
	if s.Board().Spot().Kind != edit.PersonaHead || s.Run("remove-picture") {
		t.Error("a picture can be removed where there is none")
	}
	for _, name := range []string{s.pictureFile("rosa.png", 3000, 2000), s.pictureFile("rosa in june.png", 900, 900)} {
		s.Run("add-picture")
		s.choose(name)
	}
	face := now[*mapmodel.Picture](s, now[*mapmodel.Persona](s, rosa.ID).Picture)
	if face.Key != "rosa-in-june" {
		t.Errorf("the face is %q", face.Key)
	}
	count := func() (n int) {
		for range s.Document().Map().Pictures() {
			n++
		}
		return n
	}
	if n := count(); n != before+1 {
		t.Errorf("there are %d pictures, want the second face alone beside %d", n, before)
	}
	s.Run("remove-picture")
	if p := now[*mapmodel.Persona](s, rosa.ID); !p.Picture.IsZero() || count() != before {
		t.Error("the face is not taken away")
	}
	s.TakeToast()
	if p := now[*mapmodel.Persona](s, rosa.ID); p.Picture != face.ID {
		t.Error("undo does not bring the face back")
	}
}

func TestAPictureIsHungOnEveryCardSelected(t *testing.T) {
	s, _ := detailed(t, mapmodel.LaneTasks)
	cards := s.cardsOf(mapmodel.LaneTasks)[:2]
	s.Board().SelectCell(cards[0].Column, cards[0].Lane)
	s.Run("select-all")
	all := s.Board().Selection()
	s.Run("add-picture")
	s.choose(s.pictureFile("queue.png", 2400, 1600))
	for _, id := range all {
		c := now[*mapmodel.Card](s, id)
		if len(c.Pictures) != 1 {
			t.Fatalf("%q has %d pictures", c.Text, len(c.Pictures))
		}
		if p := now[*mapmodel.Picture](s, c.Pictures[0]); p.Key != "queue" {
			t.Errorf("it is called %q", p.Key)
		}
	}
	s.Run("undo")
	if c := now[*mapmodel.Card](s, all[0]); len(c.Pictures) != 0 {
		t.Error("one undo does not take the picture back")
	}
}
