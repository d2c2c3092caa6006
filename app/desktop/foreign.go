//go:build !nogui

package desktop

import (
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/mapmodel"
)

// takeForeign makes the changes of another program on a map that is open here. What is being typed is kept first and stands;
// where the other has changed the same, both texts are kept.
func (pr *Program) takeForeign(o *openMap, changes []mapmodel.Change) error {
	var began []mapmodel.Record
	if o.board != nil {
		if r := o.board.Keep(); r != nil {
			began = append(began, r)
		}
	}
	if o.details != nil {
		o.details.Commit()
	}
	kept := 0
	var label mapmodel.Label
	for _, c := range changes {
		c, both := mapmodel.Rebase(o.doc.Map(), c, pr.p.Source, began...)
		if _, err := o.doc.Do(c); err != nil {
			return err
		}
		kept += len(both)
		label = c.Label
	}
	if pr.open != o || pr.leave {
		return nil
	}
	said := pr.sayWith(words.ToastForeign, words.Args{"what": pr.words.Label(label.Key, label.Args)})
	if kept > 0 {
		said = pr.sayWith(words.ToastForeignBoth, words.Args{"what": pr.words.Label(label.Key, label.Args), "n": kept})
	}
	pr.toasts.Say(parts.Note{Words: said})
	return nil
}
