//go:build !nogui

package desktop

import (
	"errors"
	"io/fs"
	"os"
	"syscall"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/storage/engine"
	"footpath/storage/library"
	"footpath/storage/settings"
)

// sentence says what went wrong in the person's language, as far as there are words for it.
func (pr *Program) sentence(err error) string { return Sentence(pr.words, err) }

// CrashError tells that an earlier run crashed.
type CrashError struct {
	// Path is the file in which it wrote down why.
	Path string
}

func (e *CrashError) Error() string { return "an earlier run crashed, see " + e.Path }

// Sentence says what went wrong in a language; what it has no words for it says as it is.
func Sentence(language words.Language, err error) string {
	var (
		path    *fs.PathError
		misfit  *mapmodel.Misfit
		damaged *engine.DamagedError
		locked  *engine.LockedError
		crash   *CrashError
	)
	args := words.Args{"reason": "", "path": "", "file": ""}
	if err != nil {
		args["reason"] = words.Capital(err.Error())
	}
	if errors.As(err, &path) {
		args["path"] = path.Path
	}
	key := words.ErrorUnknown
	switch {
	case err == nil:
		return ""
	case errors.As(err, &crash):
		key = words.ErrorCrashed
		args["path"] = crash.Path
	case errors.As(err, &locked):
		return words.Capital(locked.Error()) // it names the program that holds it
	case errors.Is(err, engine.ErrFull), errors.Is(err, syscall.ENOSPC):
		key = words.ErrorDiskFull
	case errors.Is(err, engine.ErrNotSynced):
		key = words.ErrorNotSynced
	case errors.Is(err, engine.ErrMoved):
		key = words.ErrorLibraryMoved
	case errors.Is(err, engine.ErrConflict):
		key = words.ErrorChangedElsewhere
	case errors.Is(err, engine.ErrClosed):
		key = words.ErrorLibraryClosed
	case errors.Is(err, engine.ErrTooNew):
		key = words.ErrorLibraryTooNew
	case errors.As(err, &damaged):
		return words.Capital(damaged.Error())
	case errors.Is(err, library.ErrNoMap):
		key = words.ErrorNoMap
	case errors.Is(err, library.ErrMapOpen):
		key = words.ErrorMapOpen
	case pictureWords(err) != "":
		key = pictureWords(err)
	case errors.As(err, &misfit):
		key = words.ErrorDoesNotFit
	case path != nil && errors.Is(err, fs.ErrNotExist):
		key = words.ErrorNoFile
	case path != nil && errors.Is(err, os.ErrPermission):
		key = words.ErrorPathNotAllowed
	}
	return language.Say(key, args)
}

// problem tells what went wrong, where the person goes on working.
func (pr *Program) problem(err error) {
	pr.toasts.Say(parts.Note{Words: pr.sentence(err), Problem: true, Action: pr.say(words.DialogClose), Do: func() {}})
}

// announce says something the person has to read: what went wrong, what became of the library.
func (pr *Program) announce(title words.Key, reason string) {
	pr.somewhere()
	parts.ShowSheet(pr.win.Canvas(), parts.SheetParams{
		Title: pr.say(title), Body: parts.Sentences(reason, sheetText),
		Answers: []parts.Answer{{Label: pr.say(words.DialogClose), Kind: parts.Filled, Do: pr.focus}}, OnCancel: pr.focus,
	})
}

// somewhere sees to it that the window shows something behind the words: the program may have been started with what failed. A map
// on its way comes nevertheless.
func (pr *Program) somewhere() {
	if len(pr.frame.Objects) == 0 {
		turn := pr.turn
		pr.OpenHome()
		pr.turn = turn
	}
}

// sheetText is the width of a sheet's sentences, in points.
const sheetText = 440

// Toast is what is said at the foot of the window now; empty when nothing is.
func (pr *Program) Toast() string { return pr.toasts.Note().Words }

// TakeToast does what the toast offers: undo, mostly.
func (pr *Program) TakeToast() {
	if do := pr.toasts.Note().Do; do != nil {
		pr.toasts.Clear()
		do()
	}
}

// Warn tells what went wrong on the way here; the program goes on.
func (pr *Program) Warn(err error) { pr.problem(err) }

// ShowError shows a window with nothing but a sentence: why the program cannot start.
func ShowError(app fyne.App, sentence string, language words.Language, set settings.Settings) {
	app.Settings().SetTheme(look.New(look.Mode(set.Theme)))
	win := app.NewWindow(programName)
	win.SetPadded(false)
	closing := parts.NewButton(parts.ButtonParams{Label: language.Say(words.DialogClose, nil), Kind: parts.Filled, OnTapped: win.Close})
	closing.OnEscape(win.Close)
	title := parts.NewText(language.Say(words.ErrorLibraryNotOpened, nil), parts.Type{Size: look.Heading, Bold: true})
	body := parts.Column(16, title, parts.Sentences(sentence, sheetText), parts.Row(0, parts.Spring(), closing))
	win.SetContent(parts.NewPanel(parts.PanelStyle{Fill: look.Surface}, parts.Inset(body, 24, 20, 24, 20)))
	win.SetFixedSize(true)
	win.CenterOnScreen()
	win.Canvas().Focus(closing)
	win.Show()
}
