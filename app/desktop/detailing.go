//go:build !nogui

package desktop

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"footpath/app/desktop/board/edit"
	"footpath/app/desktop/chooser"
	"footpath/app/desktop/details"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/mapmodel/picture"
)

// detailsRoom is the width of a window, in points, from which on a map seen for the first time shows its details: below it the
// map needs the room more.
const detailsRoom = 1600

// makeDetails makes the panel of the map on the screen, in the language of the window.
func (pr *Program) makeDetails() {
	o := pr.open
	if o.details != nil {
		o.details.Close()
	}
	o.details = details.New(details.Params{
		Canvas: pr.win.Canvas(), Words: pr.words, Style: pr.style(), Doc: o.doc, Desk: pr.desk,
		Subject: func() details.Subject { return pr.subject(o) }, Number: o.board.NumberOf, Commit: o.board.Commit,
		OnLeave: pr.focus, OnClose: pr.hideDetails, OnWidth: func(float32) { pr.work.arrange() },
		OnGo: func(id mapmodel.ID) {
			o.board.Select(id)
			pr.focus()
		},
		Sentence: pr.sentence, AskPicture: pr.askPicture, OnKey: pr.TypedKey, Hint: pr.hint,
		Work: pr.p.Work, Later: pr.p.Later, After: pr.soon, Width: float32(o.view.DetailsWidth),
	})
}

// soon runs a function when a time has passed; at once, behind what waits already, where nothing is to wait.
func (pr *Program) soon(d time.Duration, f func()) {
	if pr.p.Synchronous {
		pr.p.Later(f)
		return
	}
	pr.p.After(d, f)
}

// subject is what is selected on a board, as the panel knows it.
func (pr *Program) subject(o *openMap) details.Subject {
	if o.board == nil {
		return details.Subject{}
	}
	if cards := o.board.Selection(); len(cards) > 0 {
		return details.Of(mapmodel.KindCard, cards...)
	}
	switch spot := o.board.Spot(); spot.Kind {
	case edit.Title, edit.HeadField:
		return details.Of(mapmodel.KindHeader, spot.ID)
	case edit.PersonaHead:
		return details.Of(mapmodel.KindPersona, spot.ID)
	case edit.StageHead:
		return details.Of(mapmodel.KindStage, spot.ID)
	case edit.StepHead:
		return details.Of(mapmodel.KindStep, spot.ID)
	case edit.LaneHead:
		return details.Of(mapmodel.KindLane, spot.ID)
	case edit.Cell:
		if card := o.board.Felt(); card != nil {
			return details.Of(mapmodel.KindCard, card.ID)
		}
	}
	return details.Subject{}
}

// showsDetails tells whether the panel shows.
func (pr *Program) showsDetails() bool {
	return pr.open != nil && pr.work.right != nil && pr.past == nil
}

// showDetails shows the panel; the keyboard stays where it is.
func (pr *Program) showDetails() {
	if pr.open == nil {
		return
	}
	if pr.open.details == nil {
		pr.makeDetails()
	}
	pr.work.right = pr.open.details
	pr.work.arrange()
	pr.open.board.Reveal()
	pr.open.details.Follow()
	pr.toolbar.refresh()
	pr.refreshMenu()
}

// enterDetails takes the keyboard to the panel.
func (pr *Program) enterDetails() {
	if pr.open == nil {
		return
	}
	if pr.open.board.Spot().Kind == edit.PersonaHead {
		pr.enterField("role") // her name is written on the map
		return
	}
	pr.enterField("")
}

// enterField takes the keyboard to a field of the panel, or to the first one where it has none of that name.
func (pr *Program) enterField(name string) {
	if pr.open == nil {
		return
	}
	pr.showDetails()
	if !pr.open.details.Focus(name) {
		pr.open.details.Focus("")
	}
	pr.refreshStatus()
}

// hideDetails puts the panel away.
func (pr *Program) hideDetails() {
	if !pr.showsDetails() {
		return
	}
	pr.open.details.Commit()
	within := pr.open.details.Has(pr.win.Canvas().Focused())
	pr.work.right = nil
	pr.work.arrange()
	if within {
		pr.focus()
	}
	pr.toolbar.refresh()
	pr.refreshMenu()
}

func (pr *Program) toggleDetails() {
	if pr.showsDetails() {
		pr.hideDetails()
	} else {
		pr.showDetails()
	}
}

// firstDetails shows the panel of a map just opened, when it showed the last time.
func (pr *Program) firstDetails() {
	pr.work.right = nil
	switch shown := pr.open.view.Details; {
	case shown == "shown" || shown == "" && pr.win.Canvas().Size().Width >= detailsRoom:
		pr.showDetails()
	default:
		pr.work.arrange()
	}
}

// leaveDetails keeps what is being typed in the panel and how it looked.
func (pr *Program) leaveDetails(o *openMap) {
	pr.rememberDetails(o)
	if o.details != nil {
		o.details.Close()
	}
	o.details, pr.work.right = nil, nil
}

// rememberDetails notes whether the panel shows, and how wide it is; while the history shows, whether it will behind it.
func (pr *Program) rememberDetails(o *openMap) {
	shown := pr.work.right != nil
	if pr.past != nil {
		shown = pr.past.details
	}
	o.view.Details = "hidden"
	if shown {
		o.view.Details = "shown"
	}
	if o.details != nil {
		o.view.DetailsWidth = int(o.details.Width())
	}
}

// askPicture asks for a picture file, reads it off the UI goroutine and hands over what a map keeps of it.
func (pr *Program) askPicture(take func(name string, data []byte)) {
	back := pr.win.Canvas().Focused()
	chooser.Show(chooser.Params{
		Canvas: pr.win.Canvas(), Words: pr.words, Title: pr.say(words.DialogPicture), Action: pr.say(words.DialogTakePicture),
		Path: pr.p.HomeFolder, Home: pr.p.HomeFolder, Endings: []string{".png", ".jpg", ".jpeg"},
		Work: pr.p.Work, Later: pr.p.Later, OnCancel: func() { pr.win.Canvas().Focus(back) },
		OnChosen: func(path string) {
			pr.win.Canvas().Focus(back)
			pr.p.Work(func() {
				data, err := readPicture(path)
				pr.p.Later(func() {
					if err != nil {
						pr.problem(err)
						return
					}
					name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
					take(name, data)
				})
			})
		},
	})
}

// readPicture reads a file's picture as a map keeps it.
func readPicture(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case info.Size() > picture.MaxFile:
		return nil, picture.ErrTooLarge
	}
	file, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	_, data, err := picture.Clean(file)
	return data, err
}

// pictureWords are the sentences for what can be wrong with a picture.
func pictureWords(err error) words.Key {
	switch {
	case errors.Is(err, picture.ErrTooLarge):
		return words.ErrorPictureTooBig
	case errors.Is(err, picture.ErrNone):
		return words.ErrorNoPicture
	}
	return ""
}
