//go:build !nogui

package desktop

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/storage/journey"
)

// dropped takes in the files that were let fall onto the window. One is opened; of several each becomes a map of its own.
func (pr *Program) dropped(files []fyne.URI) {
	var paths []string
	for _, f := range files {
		if f.Scheme() == "file" {
			paths = append(paths, f.Path())
		}
	}
	switch len(paths) {
	case 0:
	case 1:
		pr.OpenFile(paths[0])
	default:
		pr.importAll(paths)
	}
}

// unread is a file that could not be taken in, and why.
type unread struct {
	path string
	err  error
}

// importAll takes in each of several files and shows them among all maps. What could not be read is told at once, all of it.
func (pr *Program) importAll(paths []string) {
	pr.turn++
	turn := pr.turn
	pr.jobs.do(func() {
		var maps []mapmodel.ID
		var fresh int
		var failed []unread
		for _, path := range paths {
			id, news, err := pr.importOne(path)
			switch {
			case err != nil:
				failed = append(failed, unread{path, err})
				continue
			case news:
				fresh++
			}
			maps = append(maps, id)
		}
		if len(maps) > 0 {
			pr.offer(nil) // who brings maps of their own needs no sample
		}
		pr.p.Later(func() {
			if turn == pr.turn && len(maps) > 0 {
				pr.OpenHome()
				pr.reloadThen(func() { pr.home.FocusOn(maps[0]) })
				if fresh > 0 {
					pr.toasts.Say(parts.Note{Words: pr.sayWith(words.ToastImported, words.Args{"n": fresh})})
				}
			}
			if len(failed) > 0 {
				pr.notImported(failed, len(paths))
			}
		})
	})
}

// errChanged says of a file that it must be opened by itself, since what becomes of its changes is to be asked.
var errChanged = errors.New("the file was changed by another program")

// importOne takes in one file. news is false where its map is in the library already. It waits for the disk.
func (pr *Program) importOne(path string) (id mapmodel.ID, news bool, err error) {
	file, id, view, err := pr.fileAndMap(path)
	if err != nil {
		return id, false, err
	}
	if !id.IsZero() {
		if !bytes.Equal(file.hash, view.LinkedHash) {
			err = errChanged
		}
		return id, false, err
	}
	m, err := file.parse(pr.p.Source)
	if err != nil {
		return id, false, err
	}
	id, err = pr.bringIn(m, file)
	return id, true, err
}

// notImported says which of several files were not taken in, each with every mistake in it.
func (pr *Program) notImported(failed []unread, of int) {
	const high = 320
	wide := pr.roomFor(600)
	lines := make([]string, len(failed))
	for i, f := range failed {
		lines[i] = filepath.Base(f.path) + "\n" + pr.whyNot(f)
	}
	title := pr.sayWith(words.DialogNotImported, words.Args{"n": len(failed), "all": of})
	pr.tell(title, parts.Tall(parts.Sentences(strings.Join(lines, "\n\n"), wide), wide, high))
}

// whyNot is why a file was not taken in, in the words of the window.
func (pr *Program) whyNot(f unread) string {
	var mistakes journey.Mistakes
	var unknown *unknownFormat
	switch {
	case errors.As(f.err, &mistakes):
		return pr.places(mistakes)
	case errors.As(f.err, &unknown):
		return pr.sayWith(words.ErrorUnknownFormat, words.Args{"file": filepath.Base(f.path)})
	case errors.Is(f.err, errChanged):
		return pr.say(words.DialogOpenItself)
	}
	return pr.sentence(f.err)
}
