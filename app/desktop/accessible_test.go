//go:build !nogui

package desktop

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/parts"
)

// unlabelled lists the controls of ours in a window that do not say what they are for.
func unlabelled(on fyne.Canvas) []string {
	var out []string
	look := func(o fyne.CanvasObject) {
		control, ok := o.(fyne.Focusable)
		if !ok || !strings.HasPrefix(reflect.TypeOf(o).Elem().PkgPath(), "footpath/") {
			return
		}
		said, ok := control.(fyne.Accessible)
		switch {
		case !ok:
			out = append(out, fmt.Sprintf("%T says nothing", control))
		case said.AccessibilityLabel() == "" || said.AccessibilityRole() == "":
			out = append(out, fmt.Sprintf("%T has no words at %v", control, o.Position()))
		case nameless(control):
			out = append(out, fmt.Sprintf("%T says only what it holds: %q", control, said.AccessibilityLabel()))
		}
	}
	walk(on.Content(), look)
	for _, o := range on.Overlays().List() {
		walk(o, look)
	}
	return out
}

// nameless tells of a control that holds something whether it has no name beside that.
func nameless(control fyne.Focusable) bool {
	switch c := control.(type) {
	case *parts.Choice:
		return c.Name() == ""
	case *parts.Select:
		return c.Name() == ""
	case *parts.Stepper:
		return c.Name() == ""
	case *parts.Chips:
		return c.Name() == ""
	case *parts.Field:
		return c.Name() == ""
	case *parts.Area:
		return c.Name() == ""
	}
	return false
}

// labels are those of all controls in a window.
func labels(on fyne.Canvas) []string {
	var out []string
	collect := func(o fyne.CanvasObject) {
		if said, ok := o.(fyne.Accessible); ok {
			if _, control := o.(fyne.Focusable); control {
				out = append(out, said.AccessibilityLabel())
			}
		}
	}
	walk(on.Content(), collect)
	for _, o := range on.Overlays().List() {
		walk(o, collect)
	}
	return out
}

func TestEveryControlSaysWhatItIsFor(t *testing.T) {
	views := map[string]func(*stage){
		"home": func(s *stage) { s.start() },
		"renaming a map": func(s *stage) {
			s.start()
			s.hit("F2")
		},
		"the board": func(s *stage) { s.room() },
		"all panels": func(s *stage) {
			s.openSample().typist()
			for _, name := range []string{"outline", "filter", "replace", "quick-note"} {
				run(name)(s)
			}
			if !s.showsDetails() {
				run("show-details")(s)
			}
		},
		"the checks":          after(opened, press("Ctrl+Shift+M")),
		"a menu":              after(opened, press("Menu")),
		"the settings":        after(opened, press("Ctrl+Comma")),
		"the export":          after(opened, press("Ctrl+P")),
		"the sheet of keys":   after(opened, press("F1")),
		"the palette":         after(opened, press("Ctrl+K")),
		"a choice of files":   after(opened, press("Ctrl+O")),
		"a question":          after(opened, clip(strings.Repeat("a\tb\tc\n", 10)), press("Ctrl+V")),
		"what a stage says":   after(opened, head("Visit"), press("Space")),
		"what a lane says":    after(opened, lane("tasks"), press("Space")),
		"what an opportunity": after(opened, cell("Notice", "opportunities"), press("X", "Esc", "Space")),
	}
	for name, show := range views {
		t.Run(name, func(t *testing.T) {
			s := newStage(t)
			show(s)
			s.settle()
			for _, wrong := range unlabelled(s.win.Canvas()) {
				t.Error(wrong)
			}
		})
	}
}

func opened(s *stage) { s.room() }

func TestAPresentationSaysWhichStageShows(t *testing.T) {
	s := newStage(t).room()
	s.hit("F5")
	if got := unlabelled(s.showing.Window().Canvas()); len(got) > 0 {
		t.Error(got)
	}
	if got := labels(s.showing.Window().Canvas()); !slices.Contains(got, s.showing.Window().Title()) {
		t.Errorf("of the opening it says %q", got)
	}
	s.toRoom(fyne.Key1)
	if got := labels(s.showing.Window().Canvas()); !slices.Contains(got, "Notice") {
		t.Errorf("it says %q", got)
	}
}

func TestAControlSaysItsNameAndWhatItHolds(t *testing.T) {
	s := newStage(t).openSample()
	run("settings")(s)
	for _, want := range []string{"Theme: Light", "Language: English", "Larger text"} {
		if got := labels(s.win.Canvas()); !slices.Contains(got, want) {
			t.Errorf("no control says %q: %q", want, got)
		}
	}
	s.press(fyne.KeyEscape)
	s.press(fyne.KeySpace)
	run("show-details")(s)
	got := labels(s.win.Canvas())
	for _, want := range []string{"Text: Find the letter between two bills", "Undo", "☐ Moment of truth"} {
		if !slices.Contains(got, want) {
			t.Errorf("no control says %q: %q", want, got)
		}
	}
}

func TestTheToolOfTheKeyboardIsNamedAtTheFootOfTheWindow(t *testing.T) {
	s := newStage(t).room()
	s.win.Canvas().Focus(s.toolbar.details)
	if !strings.Contains(s.status.keys.Words(), "Card details") {
		t.Errorf("the foot says %q", s.status.keys.Words())
	}
	s.hit("Esc")
	if strings.Contains(s.status.keys.Words(), "Card details") {
		t.Error("back on the board, the tool is still named")
	}
}

func TestFromEveryControlF6LeadsOnAndEscapeLeadsBack(t *testing.T) {
	s := newStage(t).openSample().typist()
	for _, name := range []string{"outline", "filter", "replace", "quick-note"} {
		run(name)(s)
	}
	if !s.showsDetails() {
		run("show-details")(s)
	}
	s.settle()
	var all []fyne.Focusable
	walk(s.win.Content(), func(o fyne.CanvasObject) {
		control, ok := o.(fyne.Focusable)
		off, can := o.(interface{ Enabled() bool })
		if ok && strings.HasPrefix(reflect.TypeOf(o).Elem().PkgPath(), "footpath/") && (!can || off.Enabled()) {
			all = append(all, control)
		}
	})
	if len(all) < 40 {
		t.Fatalf("only %d controls in all panels", len(all))
	}
	for _, control := range all {
		on := s.win.Canvas()
		said := control.(fyne.Accessible).AccessibilityLabel()
		on.Focus(control)
		s.hit("F6")
		if on.Focused() == control {
			t.Errorf("F6 does not lead on from %T %q", control, said)
		}
	}
	for _, control := range all {
		on := s.win.Canvas()
		if control == fyne.Focusable(s.Board()) || !control.(fyne.CanvasObject).Visible() {
			continue
		}
		on.Focus(control)
		for range 3 { // words in a field, an offer, and then the field itself
			if on.Focused() != fyne.Focusable(s.Board()) && on.Focused() != nil {
				s.hit("Esc")
			}
		}
		if on.Focused() != fyne.Focusable(s.Board()) {
			t.Errorf("Escape does not lead back from %T %q", control, control.(fyne.Accessible).AccessibilityLabel())
		}
	}
}
