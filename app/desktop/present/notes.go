//go:build !nogui

package present

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// NoteLine is a line that takes notes, below what the room sees.
type NoteLine interface {
	fyne.CanvasObject
	Focus()
	// Commit keeps what is typed; false where that could not be.
	Commit() bool
}

// TakeNotes shows the line that takes notes for the inbox, or puts it away: what the room says is written down without leaving
// the presentation.
func (s *Show) TakeNotes() {
	switch {
	case s.over || s.p.Notes == nil:
	case s.notes != nil:
		s.closeNotes()
	default:
		s.notes = s.p.Notes(s.win.Canvas(), s.closeNotes, func(k *fyne.KeyEvent) bool {
			s.TypedKey(k)
			return true
		})
		s.win.SetContent(s.content())
		s.notes.Focus()
	}
}

// Commit keeps what is being typed below the slide.
func (s *Show) Commit() {
	if s.notes != nil && !s.over {
		s.notes.Commit()
	}
}

func (s *Show) closeNotes() {
	if s.notes == nil || s.over || !s.notes.Commit() {
		return
	}
	s.notes = nil
	s.win.SetContent(s.content())
	s.win.Canvas().Focus(s.screen)
}

// content is what fills the window: the screen, and at its foot the line for notes, while it shows.
func (s *Show) content() fyne.CanvasObject {
	if s.notes == nil {
		return s.screen
	}
	return &fyne.Container{Layout: footed{}, Objects: []fyne.CanvasObject{s.screen, s.notes}}
}

// notesPart is the part of the window's height that the line for notes takes.
func (s *Show) notesPart() float64 {
	if s.notes == nil {
		return 0
	}
	line := s.notes.MinSize().Height
	return float64(line / (line + s.screen.Size().Height))
}

// footed stands the second object below the first, which has all other room: what the room sees is covered by nothing.
type footed struct{}

func (footed) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (footed) Layout(o []fyne.CanvasObject, size fyne.Size) {
	high := min(o[1].MinSize().Height, size.Height/2)
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(size.Width, size.Height-high))
	o[1].Move(fyne.NewPos(0, size.Height-high))
	o[1].Resize(fyne.NewSize(size.Width, high))
}

var (
	_ desktop.Keyable   = (*screen)(nil)
	_ fyne.Shortcutable = (*screen)(nil)
)

// KeyDown implements desktop.Keyable.
func (s *screen) KeyDown(*fyne.KeyEvent) {}

// KeyUp implements desktop.Keyable. The key for notes is heard when it is let go: its letter comes behind the key, and would be
// the first of the note.
func (s *screen) KeyUp(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyI {
		s.show.TakeNotes()
	}
}

// TypedShortcut implements fyne.Shortcutable: the key that takes notes elsewhere takes them here.
func (s *screen) TypedShortcut(shortcut fyne.Shortcut) {
	if k, ok := shortcut.(*desktop.CustomShortcut); ok && k.KeyName == fyne.KeyE && k.Modifier == fyne.KeyModifierShortcutDefault {
		s.show.TakeNotes()
	}
}
