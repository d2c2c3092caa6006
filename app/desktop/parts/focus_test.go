//go:build !nogui

package parts

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
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
