//go:build !nogui

package parts

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// bar is a menu bar on screen that writes down what was chosen.
func bar(t *testing.T) (*MenuBar, fyne.Window, *[]string) {
	t.Helper()
	done := &[]string{}
	do := func(what string) func() { return func() { *done = append(*done, what) } }
	w := onScreen(t, Gap(1, 1))
	b := NewMenuBar(w.Canvas(), []Menu{
		{Label: "File", Items: func() []MenuItem {
			return []MenuItem{
				{Label: "New", Disabled: true, Do: do("new")},
				{Label: "Open", Key: "Ctrl+O", Do: do("open")},
				{Label: "Quit", Rule: true, Do: do("quit")},
			}
		}},
		{Label: "View", Items: func() []MenuItem {
			return []MenuItem{
				{Label: "Theme", Items: []MenuItem{{Label: "Light", Checked: true, Do: do("light")}, {Label: "Dark", Do: do("dark")}}},
				{Label: "Full screen", Do: do("full")},
			}
		}},
	}, do("closed"))
	w.SetContent(b)
	return b, w, done
}

func keys(w fyne.Window, names ...fyne.KeyName) {
	for _, name := range names {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func TestAMenuIsWorkedByKeysAlone(t *testing.T) {
	begin(t)
	for path, want := range map[string]string{
		"Return":                        "closed open", // the first line cannot be chosen
		"Down Return":                   "closed quit",
		"Up Return":                     "closed quit",
		"Right Right Down Return":       "closed dark",
		"Right Return Return":           "closed light",
		"Left Down Return":              "closed full",
		"Right Right Left Right Escape": "",
		"Escape":                        "closed",
	} {
		b, w, done := bar(t)
		b.Open(0)
		for _, key := range strings.Fields(path) {
			keys(w, fyne.KeyName(key))
		}
		if got := strings.Join(*done, " "); got != want {
			t.Errorf("%s: did %q, want %q", path, got, want)
		}
	}
}

func TestALetterGoesToTheLineThatBeginsWithIt(t *testing.T) {
	begin(t)
	b, w, done := bar(t)
	b.Open(0)
	w.Canvas().Focused().TypedRune('Q')
	keys(w, fyne.KeyReturn)
	if got := strings.Join(*done, " "); got != "closed quit" {
		t.Errorf("did %q", got)
	}
}

func TestThePointerGoesAlongTheBarAndIntoSubmenus(t *testing.T) {
	begin(t)
	b, w, done := bar(t)
	b.Tapped(&fyne.PointEvent{Position: fyne.NewPos(b.lefts[0]+4, 10)})
	layer := w.Canvas().Overlays().Top().(*menuLayer)
	move := func(x, y float32) {
		at := fyne.PointEvent{Position: fyne.NewPos(x, y), AbsolutePosition: fyne.NewPos(x, y)}
		layer.MouseMoved(&desktop.MouseEvent{PointEvent: at})
	}
	move(b.lefts[1]+4, 10)
	if b.open != 1 {
		t.Fatal("the pointer on the next title does not open its menu")
	}
	move(b.lefts[1]+40, MenuHeight+menuPad+10)
	if layer.sub == nil {
		t.Fatal("the pointer on a submenu's line does not open it")
	}
	x, y := layer.sub.pos.X+40, layer.sub.pos.Y+menuPad+menuLine+10
	move(x, y)
	layer.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, y)})
	if got := strings.Join(*done, " "); got != "closed dark" || w.Canvas().Overlays().Top() != nil {
		t.Errorf("did %q", got)
	}
}

func TestAMenuStaysInsideTheWindow(t *testing.T) {
	begin(t)
	w := onScreen(t, Gap(1, 1))
	ShowMenu(w.Canvas(), fyne.NewPos(790, 390), []MenuItem{{Label: "Open"}, {Label: "Rename"}}, nil)
	p := w.Canvas().Overlays().Top().(*menuLayer).main
	if p.pos.X+p.size.Width > 800 || p.pos.Y+p.size.Height > 400 {
		t.Errorf("it stands at %v with %v", p.pos, p.size)
	}
}
