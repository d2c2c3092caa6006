//go:build !nogui

package desktop

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/chooser"
	"footpath/app/desktop/parts"
	"footpath/app/formats"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/storage/journey"
	"footpath/storage/library"
)

// A map may be linked to a file: the one it was imported from, or the one it was last written to. The link is part of what the
// person sees of the map, not of the map: its path, and the hash of what the file held when it was last read or written.

// outside is a file as it is now.
type outside struct {
	path string
	hash []byte
	data []byte
}

// readFile reads a file whole, up to what a map may have. It waits for the disk.
func readFile(path string) (outside, error) {
	file, err := os.Open(path)
	if err != nil {
		return outside{}, err
	}
	defer file.Close() //nolint:errcheck // it was only read
	data, err := io.ReadAll(io.LimitReader(file, journey.MaxFile+1))
	if err != nil {
		return outside{}, err
	}
	hash := sha256.Sum256(data)
	return outside{path: path, hash: hash[:], data: data}, nil
}

// parse makes a map of a file's bytes. What it cannot read is a journey.Mistakes, or an error for people.
func (f outside) parse(source *mapmodel.Source) (*mapmodel.Map, error) {
	format, known := formats.ForFile(f.path)
	if !known || !format.Reads() {
		return nil, &unknownFormat{f.path}
	}
	return format.Read(f.data, source)
}

// unknownFormat is a file of a kind that no map can be read from.
type unknownFormat struct{ path string }

func (e *unknownFormat) Error() string {
	return fmt.Sprintf("%s is not a kind of file a map can be read from", e.path)
}

// OpenFile opens the map of a file. It is imported once; opened again, it is the same map.
func (pr *Program) OpenFile(path string) {
	pr.turn++
	turn := pr.turn
	pr.jobs.do(func() {
		file, id, view, err := pr.fileAndMap(path)
		var m *mapmodel.Map
		changed := false
		if err == nil {
			changed = id.IsZero() || !bytes.Equal(file.hash, view.LinkedHash)
			if m, err = file.parse(pr.p.Source); err != nil && !changed {
				err = nil // its map is here all the same
			}
		}
		if err == nil {
			pr.offer(nil) // who brings a map of their own needs no sample
		}
		pr.p.Later(func() {
			switch {
			case turn != pr.turn:
				return
			case err != nil:
				pr.notOpened(path, err)
				return
			case id.IsZero():
				pr.importFile(m, file)
			case changed:
				pr.openThen(id, func() { pr.changedOutside(m, file) })
			default:
				pr.openThen(id, func() {
					pr.outOfBin()
					pr.tellAhead(m, file)
				})
			}
			pr.recent(file.path)
		})
	})
}

// fileAndMap reads a file and finds the map that is linked to it; the zero ID where none is. It waits for the disk.
func (pr *Program) fileAndMap(path string) (outside, mapmodel.ID, library.View, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return outside{}, mapmodel.ID{}, library.View{}, err
	}
	file, err := readFile(path)
	if err != nil {
		return outside{}, mapmodel.ID{}, library.View{}, err
	}
	id, view, err := pr.views.linked(path)
	return file, id, view, err
}

// notOpened says why a file was not opened: every mistake at once, with its place.
func (pr *Program) notOpened(path string, err error) {
	var mistakes journey.Mistakes
	if errors.As(err, &mistakes) {
		wide := pr.roomFor(600)
		lines := parts.Sentences(pr.say(words.DialogMistakesBody)+"\n\n"+pr.places(mistakes), wide)
		title := pr.sayWith(words.DialogMistakes, words.Args{"file": filepath.Base(path), "n": len(mistakes)})
		pr.tell(title, parts.Tall(lines, wide, 320))
		return
	}
	pr.announce(words.DialogOpenFailed, pr.whyNot(unread{path, err}))
}

// places says mistakes with their places, one a line. What is wrong is said in the language of the format, which is English.
func (pr *Program) places(mistakes journey.Mistakes) string {
	lines := make([]string, len(mistakes))
	for i, m := range mistakes {
		lines[i] = pr.sayWith(words.DialogMistake, words.Args{"line": m.Line, "column": m.Column, "what": m.Message})
	}
	return strings.Join(lines, "\n")
}

// tell shows something that is only to be read.
func (pr *Program) tell(title string, body fyne.CanvasObject) {
	pr.somewhere()
	parts.ShowSheet(pr.win.Canvas(), parts.SheetParams{
		Title: title, Body: body, Answers: []parts.Answer{{Label: pr.say(words.DialogClose), Kind: parts.Filled, Do: pr.focus}},
		OnCancel: pr.focus,
	})
}

// importFile takes a file's map into the library, linked to the file, and shows it.
func (pr *Program) importFile(m *mapmodel.Map, file outside) {
	pr.jobs.do(func() {
		id, err := pr.bringIn(m, file)
		pr.p.Later(func() {
			if err != nil {
				pr.announce(words.DialogOpenFailed, pr.sentence(err))
				return
			}
			pr.openThen(id, nil)
		})
	})
}

// bringIn makes the map of a file one of the library's, linked to the file. It waits for the disk.
func (pr *Program) bringIn(m *mapmodel.Map, file outside) (mapmodel.ID, error) {
	if m.Header().Title == "" {
		m = mapmodel.Copy(m, titleOf(file.path), pr.p.Source)
	}
	err := pr.create(m)
	if err == nil {
		err = pr.views.put(m.ID(), library.View{LinkedPath: file.path, LinkedHash: file.hash})
	}
	return m.ID(), err
}

// titleOf is a title for a map without one: its file's name.
func titleOf(path string) string {
	name := filepath.Base(path)
	if format, ok := formats.ForFile(path); ok {
		for _, end := range format.Endings {
			if len(name) > len(end) && name[len(name)-len(end):] == end {
				return name[:len(name)-len(end)]
			}
		}
	}
	return name
}

// changedOutside asks what to do with a file that another program has changed; its map is on the screen.
func (pr *Program) changedOutside(other *mapmodel.Map, file outside) {
	if pr.open == nil {
		return
	}
	pr.outOfBin()
	if mapmodel.Equal(pr.open.doc.Map(), other) {
		pr.link(file.path, file.hash) // written anew, and says the same
		return
	}
	name := filepath.Base(file.path)
	parts.ShowSheet(pr.win.Canvas(), parts.SheetParams{
		Title: pr.sayWith(words.DialogChangedOutside, words.Args{"file": name}),
		Body:  parts.Sentences(pr.say(words.DialogChangedOutsideBody), sheetText),
		Answers: []parts.Answer{
			{Label: pr.say(words.DialogOpenCopy), Do: func() { pr.createThen(other, nil) }},
			{Label: pr.say(words.DialogKeepMine), Do: func() {
				pr.link(file.path, file.hash)
				pr.focus()
			}},
			{Label: pr.say(words.DialogTakeIn), Kind: parts.Filled, Do: func() { pr.takeIn(other, file) }},
		},
		OnCancel: pr.focus,
	})
}

// tellAhead says that the map on the screen has changes that its file has not: who opens a file expects what it says. m is the
// file's, nil where it cannot be read.
func (pr *Program) tellAhead(m *mapmodel.Map, file outside) {
	o := pr.open
	if m == nil || o == nil {
		return
	}
	now := o.doc.Map()
	pr.p.Work(func() {
		if mapmodel.Equal(now, m) {
			return
		}
		pr.p.Later(func() {
			if pr.open == o {
				pr.toasts.Say(parts.Note{
					Words:  pr.sayWith(words.ToastAhead, words.Args{"file": filepath.Base(file.path)}),
					Action: pr.say(words.CommandSave), Do: func() { pr.Run("save") },
				})
			}
		})
	})
}

// takeIn makes the map say what the file says, as one change.
func (pr *Program) takeIn(other *mapmodel.Map, file outside) {
	o := pr.open
	pr.commit()
	pr.jobs.do(func() {
		pr.mark(o.session, library.MarkBeforeTakeIn)
		pr.p.Later(func() {
			if pr.open == o {
				pr.takeInNow(other, file)
			}
		})
	})
}

func (pr *Program) takeInNow(other *mapmodel.Map, file outside) {
	name := filepath.Base(file.path)
	done := pr.do(func(m *mapmodel.Map) (mapmodel.Change, error) { return pr.desk.TakeIn(m, other, name) })
	if done {
		pr.link(file.path, file.hash)
		pr.toasts.Say(parts.Note{
			Words: pr.sayWith(words.ToastTakenIn, words.Args{"file": name}), Action: pr.say(words.ToastUndo),
			Do: func() { pr.Run("undo") }, Last: true,
		})
	}
	pr.focus()
}

// outOfBin takes the map on the screen out of the bin: who opens its file wants to work on it.
func (pr *Program) outOfBin() {
	if pr.open != nil && pr.open.doc.Map().Header().Bin {
		pr.do(func(m *mapmodel.Map) (mapmodel.Change, error) { return pr.desk.SetBin(m, false) })
	}
}

// link remembers the file of the map on the screen.
func (pr *Program) link(path string, hash []byte) {
	pr.open.view.LinkedPath, pr.open.view.LinkedHash = path, hash
	pr.rememberView(pr.open)
}

// AskFile asks for a file and opens it.
func (pr *Program) AskFile() {
	chooser.Show(chooser.Params{
		Canvas: pr.win.Canvas(), Words: pr.words, Title: pr.say(words.DialogOpenFile), Action: pr.say(words.DialogOpen),
		Path: pr.folder(), Home: pr.p.HomeFolder, Endings: readable(), Note: pr.say(words.DialogOpenNote), Work: pr.p.Work, Later: pr.p.Later,
		OnChosen: pr.OpenFile, OnCancel: pr.focus,
	})
}

// readable are the endings of the files a map can be read from.
func readable() []string {
	var endings []string
	for _, f := range formats.All() {
		if f.Reads() {
			endings = append(endings, f.Endings...)
		}
	}
	return endings
}

// folder is where files are looked for: beside the map's own, else where the last export went, else at home.
func (pr *Program) folder() string {
	switch {
	case pr.open != nil && pr.open.view.LinkedPath != "":
		return filepath.Dir(pr.open.view.LinkedPath)
	case pr.set.ExportFolder != "":
		return pr.set.ExportFolder
	default:
		return pr.p.HomeFolder
	}
}
