//go:build !nogui

package parts

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"footpath/app/desktop/look"
	"footpath/assets/icons"
)

// begin starts a headless program that looks like ours.
func begin(t *testing.T) {
	t.Helper()
	test.NewTempApp(t)
	test.ApplyTheme(t, look.New(look.Light))
}

// onScreen shows an object in a window.
func onScreen(t *testing.T, o fyne.CanvasObject) fyne.Window {
	t.Helper()
	w := test.NewWindow(o)
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(800, 400))
	return w
}

func press(o fyne.Focusable, key fyne.KeyName) { o.TypedKey(&fyne.KeyEvent{Name: key}) }

func TestALongTextEndsInAnEllipsisAndKeepsItsWords(t *testing.T) {
	begin(t)
	const words = "Renewing a driving licence before it runs out"
	text := NewText(words, Type{Cut: true})
	onScreen(t, text)
	text.Resize(fyne.NewSize(120, 20))
	if got := text.line.Text; !strings.HasSuffix(got, "…") || !strings.HasPrefix(words, strings.TrimSuffix(got, "…")) {
		t.Errorf("120 points show %q", got)
	}
	if text.Words() != words {
		t.Errorf("the words became %q", text.Words())
	}
	text.Resize(fyne.NewSize(600, 20))
	if got := text.line.Text; got != words {
		t.Errorf("600 points show %q", got)
	}
}

func TestADisabledButtonDoesNothing(t *testing.T) {
	begin(t)
	pressed := 0
	b := NewButton(ButtonParams{Label: "Card", Icon: icons.Card, OnTapped: func() { pressed++ }})
	onScreen(t, b)
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace, fyne.KeyEnter} {
		press(b, key)
	}
	test.Tap(b)
	if pressed != 4 {
		t.Errorf("pressed four times, %d arrived", pressed)
	}
	b.SetEnabled(false)
	test.Tap(b)
	press(b, fyne.KeyReturn)
	if pressed != 4 {
		t.Error("a disabled button did something")
	}
}

func TestEverythingThatCanBeHitIsLargeEnough(t *testing.T) {
	begin(t)
	for _, kind := range []Kind{Flat, Outlined, Filled} {
		if size := NewButton(ButtonParams{Icon: icons.Undo, Kind: kind}).MinSize(); size.Width < 32 || size.Height < 32 {
			t.Errorf("a button of kind %d is %v", kind, size)
		}
	}
	if size := NewButton(ButtonParams{Icon: icons.Plus, Kind: Quiet, Height: 24}).MinSize(); size.Width < 24 || size.Height < 24 {
		t.Errorf("a button of the status bar is %v", size)
	}
}

func TestASheetTakesEnterAndEscapeFromEverywhereInIt(t *testing.T) {
	begin(t)
	w := onScreen(t, Gap(1, 1))
	var got []string
	show := func() (*Sheet, *Field) {
		field := NewField("")
		return ShowSheet(w.Canvas(), SheetParams{
			Title: "Rename", Body: Column(8, field), Focus: field,
			Answers:  []Answer{{Label: "Cancel", Do: func() { got = append(got, "cancel") }}, {Label: "Rename", Kind: Filled, Do: func() { got = append(got, "rename") }}},
			OnCancel: func() { got = append(got, "escape") },
		}), field
	}
	_, field := show()
	if w.Canvas().Focused() != fyne.Focusable(field) {
		t.Error("the field has no focus")
	}
	press(field, fyne.KeyReturn)
	_, field = show()
	press(field, fyne.KeyEscape)
	sheet, _ := show()
	press(sheet.Answers()[0], fyne.KeyReturn)
	sheet, _ = show()
	press(sheet.Answers()[1], fyne.KeyEscape)
	if want := "rename escape cancel escape"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
	if w.Canvas().Overlays().Top() != nil {
		t.Error("a sheet is still there")
	}
	if sheet.Close() {
		t.Error("a sheet went twice")
	}
}

func TestAToastGoesByItselfButAProblemStays(t *testing.T) {
	begin(t)
	var due []func()
	toasts := NewToasts(func(_ time.Duration, f func()) { due = append(due, f) })
	onScreen(t, toasts)
	undone := false
	toasts.Say(Note{Words: "Deleted 3 cards", Action: "Undo", Do: func() { undone = true }})
	toasts.Say(Note{Words: "Exported"})
	due[0]()
	if toasts.Note().Words != "Exported" {
		t.Error("the first note's time took the second away")
	}
	due[1]()
	if toasts.Note().Words != "" {
		t.Error("the note stayed")
	}
	toasts.Say(Note{Words: "Not saved", Problem: true})
	if len(due) != 2 {
		t.Error("a problem goes by itself")
	}
	toasts.Clear()
	if undone {
		t.Error("undone without being asked")
	}
}

func TestARowGivesWhatIsLeftOverToSpringsAndTextsThatMayBeCut(t *testing.T) {
	begin(t)
	text := NewText("a rather long text that may be cut", Type{Cut: true})
	left, right := Gap(40, 10), Gap(60, 30)
	row := Row(10, left, text, right)
	onScreen(t, row)
	row.Resize(fyne.NewSize(300, 40))
	if got := text.Size().Width; got != 300-40-60-20 {
		t.Errorf("the text has %v", got)
	}
	if got := right.Position(); got.X != 240 || got.Y != 5 {
		t.Errorf("the last stands at %v", got)
	}
	spring := Spring()
	column := Column(4, Gap(10, 10), spring, Gap(10, 10))
	column.Resize(fyne.NewSize(50, 100))
	if got := column.Objects[2].Position(); got.Y != 90 {
		t.Errorf("below the spring it begins at %v", got)
	}
}

func TestWhatIsTooLongForASheetIsScrolledByKeys(t *testing.T) {
	win := test.NewTempWindow(t, nil)
	win.Resize(fyne.NewSize(600, 400))
	sheet := ShowSheet(win.Canvas(), SheetParams{
		Title: "Long", Body: Tall(Gap(100, 900), 100, 200), Answers: []Answer{{Label: "Close", Kind: Filled}},
	})
	for _, c := range []struct {
		key  fyne.KeyName
		want float32
	}{{fyne.KeyDown, 48}, {fyne.KeyPageDown, 248}, {fyne.KeyEnd, 700}, {fyne.KeyUp, 652}, {fyne.KeyHome, 0}, {fyne.KeyUp, 0}} {
		win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: c.key})
		if got := sheet.scroll.Offset.Y; got != c.want {
			t.Errorf("after %s it is scrolled by %v, want %v", c.key, got, c.want)
		}
	}
}

func TestAKeysNameGivesWayToTheWordsOfASearchField(t *testing.T) {
	begin(t)
	f := NewSearchField("Search all maps and cards", "Ctrl+F")
	w := onScreen(t, container.NewWithoutLayout(f))
	w.Resize(fyne.NewSize(800, 400))
	for width, want := range map[float32]bool{480: true, 220: false} {
		f.Resize(fyne.NewSize(width, 36))
		if got := f.ActionItem.(*fyne.Container).Objects[0].Visible(); got != want {
			t.Errorf("%g wide: the key shows: %t", width, got)
		}
	}
}
