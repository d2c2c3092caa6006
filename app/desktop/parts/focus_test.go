//go:build !nogui

package parts

import (
	"image"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"footpath/app/desktop/look"
	"footpath/assets/icons"
)

func TestEveryControlShowsThatItHasTheKeyboardInEveryPalette(t *testing.T) {
	app := test.NewTempApp(t)
	for _, mode := range []look.Mode{look.Light, look.Dark, look.Contrast} {
		app.Settings().SetTheme(look.New(mode))
		canvas := software.NewCanvas()
		for name, control := range map[string]fyne.Focusable{
			"button": NewButton(ButtonParams{Label: "Go"}), "icon": NewButton(ButtonParams{Icon: icons.Close, Kind: Flat}),
			"filled": NewButton(ButtonParams{Label: "Go", Kind: Filled}), "quiet": NewButton(ButtonParams{Label: "Go", Kind: Quiet}),
			"check": NewCheck("True", nil), "choice": NewChoice([]string{"One", "Two"}, nil), "stepper": NewStepper([]string{"One", "Two"}, nil),
			"select": NewSelect(SelectParams{Canvas: canvas, Options: []string{"One"}, None: "None", Free: true}),
			"chips":  NewChips("Add", func(int) {}, func(string) {}), "item": NewItem(NewText("Thing", Type{}), nil, nil),
			"field": NewField("Words"), "area": NewArea("Words", 2),
		} {
			o := control.(fyne.CanvasObject)
			canvas.SetContent(Inset(Sized(o, 160, 0), 12, 12, 12, 12))
			canvas.Resize(fyne.NewSize(200, 100))
			canvas.Unfocus()
			without := canvas.Capture()
			canvas.Focus(control)
			if differ(without, canvas.Capture()) < 40 {
				t.Errorf("%s, %s: nothing shows that it has the keyboard", mode, name)
			}
		}
	}
}

// differ is how many pixels of two pictures are not the same.
func differ(a, b image.Image) (n int) {
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			if a.At(x, y) != b.At(x, y) {
				n++
			}
		}
	}
	return n
}

func TestInALowWindowASheetScrollsToWhatHasTheKeyboard(t *testing.T) {
	test.NewTempApp(t)
	win := test.NewWindow(nil)
	t.Cleanup(win.Close)
	win.Resize(fyne.NewSize(320, 320))
	var fields []fyne.CanvasObject
	for range 12 {
		fields = append(fields, NewField("Words"))
	}
	last, first := fields[11].(*Field), fields[0].(*Field)
	s := ShowSheet(win.Canvas(), SheetParams{Title: "Much", Body: Column(8, fields...), Focus: last, Answers: []Answer{{Label: "Close", Kind: Filled}}})
	if size := s.panel.MinSize(); size.Width > 320 || size.Height > 320 {
		t.Fatalf("the sheet is %v in a window of 320", size)
	}
	seen := func(f *Field) bool {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(f).Y - fyne.CurrentApp().Driver().AbsolutePositionForObject(s.scroll).Y
		return at >= 0 && at+f.Size().Height <= s.scroll.Size().Height
	}
	if !seen(last) {
		t.Error("what has the keyboard first cannot be seen")
	}
	win.Canvas().Focus(first)
	if !seen(first) || seen(last) {
		t.Error("it does not scroll back")
	}
}

func TestControlsThatHaveNoRoomBesideEachOtherAreScrolledToTheKeyboard(t *testing.T) {
	test.NewTempApp(t)
	win := test.NewWindow(nil)
	t.Cleanup(win.Close)
	win.SetPadded(false)
	var tools []fyne.CanvasObject
	for range 10 {
		tools = append(tools, NewButton(ButtonParams{Label: "A tool"}))
	}
	last := NewButton(ButtonParams{Label: "Last"})
	rolled := Rolled(6, tools...)
	win.SetContent(Row(6, rolled, last))
	win.Resize(fyne.NewSize(400, 60))
	if end := last.Position().X + last.Size().Width; end > 400 {
		t.Fatalf("what stands behind them ends at %v of 400", end)
	}
	win.Canvas().Focus(tools[9].(*Button))
	scroll := rolled.(*fyne.Container).Objects[0].(*container.Scroll)
	if at, _ := placeIn(scroll.Content, tools[9]); at.X+tools[9].Size().Width-scroll.Offset.X > scroll.Size().Width {
		t.Error("the tool of the keyboard is out of sight")
	}
	win.Resize(fyne.NewSize(4000, 60))
	if got, want := rolled.Size().Width, scroll.Content.MinSize().Width; got != want {
		t.Errorf("where there is room they take %v, want %v", got, want)
	}
}

func TestAToastStandsAboveWhatIsNotToBeCovered(t *testing.T) {
	test.NewTempApp(t)
	toasts := NewToasts(func(time.Duration, func()) {})
	win := test.NewWindow(toasts)
	t.Cleanup(win.Close)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(400, 300))
	toasts.Lift(func() float32 { return 80 })
	toasts.Say(Note{Words: "Done"})
	if end := toasts.now.Position().Y + toasts.now.Size().Height; end > 220 {
		t.Errorf("it ends at %v, over what stands from 220 on", end)
	}
}
