//go:build !nogui

package desktop

import (
	"footpath/app/desktop/board/edit"
	"footpath/app/words"
	"footpath/mapmodel"
)

// holders are the selected cards, or the selected persona: what a picture can hang on.
func (pr *Program) holders() []mapmodel.ID {
	if pr.open == nil {
		return nil
	}
	if spot := pr.open.board.Spot(); spot.Kind == edit.PersonaHead {
		return []mapmodel.ID{spot.ID}
	}
	return pr.open.board.Selection()
}

func (pr *Program) canPicture() bool { return len(pr.holders()) > 0 }

// pictureOn is the last picture of the first selected card, or the persona's; zero where there is none.
func (pr *Program) pictureOn() mapmodel.ID {
	ids := pr.holders()
	if len(ids) == 0 {
		return mapmodel.ID{}
	}
	switch r := pr.open.doc.Map().Get(ids[0]).(type) {
	case *mapmodel.Persona:
		return r.Picture
	case *mapmodel.Card:
		if n := len(r.Pictures); n > 0 {
			return r.Pictures[n-1]
		}
	}
	return mapmodel.ID{}
}

func (pr *Program) hasPicture() bool { return !pr.pictureOn().IsZero() }

// addPicture asks for a picture and hangs it on what is selected.
func (pr *Program) addPicture() {
	o := pr.open
	pr.commit()
	ids := pr.holders()
	pr.askPicture(func(name string, data []byte) {
		if pr.open != o {
			return
		}
		pr.do(func(m *mapmodel.Map) (mapmodel.Change, error) {
			c, _, err := pr.desk.AddPicture(m, ids, name, data)
			return c, err
		})
	})
}

// removePicture takes the picture off what is selected; undo brings it back.
func (pr *Program) removePicture() {
	pr.commit()
	ids, picture := pr.holders(), pr.pictureOn()
	if pr.do(func(m *mapmodel.Map) (mapmodel.Change, error) { return pr.desk.TakePicture(m, ids, picture) }) {
		pr.notice(pr.say(words.BoardRemovedPicture), true)
	}
	pr.focus()
}
