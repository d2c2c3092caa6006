//go:build !nogui

package desktop

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"path/filepath"

	"footpath/app/desktop/chooser"
	"footpath/app/desktop/parts"
	"footpath/app/formats"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/storage/atomicfile"
	"footpath/storage/journey"
)

// SaveFile writes the map to its file; the first time, it asks which.
func (pr *Program) SaveFile() {
	if pr.open == nil {
		return
	}
	pr.commit()
	if pr.open.view.LinkedPath == "" {
		pr.AskSaveFile()
		return
	}
	pr.saveTo(pr.open.view.LinkedPath, pr.open.view.LinkedHash)
}

// AskSaveFile asks for a file and writes the map to it.
func (pr *Program) AskSaveFile() {
	if pr.open == nil {
		return
	}
	pr.commit()
	path := pr.open.view.LinkedPath
	yaml, _ := formats.Named(formats.YAML)
	if path == "" {
		path = filepath.Join(pr.folder(), fileName(pr.titleOf(pr.open.doc.Map()))+yaml.Endings[0])
	}
	linked := pr.open.view
	chooser.Show(chooser.Params{
		Canvas: pr.win.Canvas(), Words: pr.words, Title: pr.say(words.DialogSaveFile), Action: pr.say(words.DialogSave),
		Path: path, Home: pr.p.HomeFolder, Endings: yaml.Endings, Save: true, Work: pr.p.Work, Later: pr.p.Later,
		OnChosen: func(path string) {
			if format, ok := formats.ForFile(path); !ok || format.Name != formats.YAML {
				path += yaml.Endings[0]
			}
			var known []byte
			if path == linked.LinkedPath {
				known = linked.LinkedHash
			}
			pr.saveTo(path, known)
		},
		OnCancel: pr.focus,
	})
}

// saveTo writes the map on the screen to a file that held what the hash says, or nothing, when it was last seen. Anything else
// there is asked about.
func (pr *Program) saveTo(path string, known []byte) {
	o := pr.open
	if o == nil {
		return
	}
	pr.focus()
	m := o.doc.Map()
	pr.jobs.do(func() {
		now, err := readFile(path)
		if err == nil && !bytes.Equal(now.hash, known) {
			other, bad := now.parse(pr.p.Source)
			pr.p.Later(func() { pr.askReplace(o, m, now, other, bad, known != nil) })
			return
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			pr.p.Later(func() { pr.announce(words.DialogSaveFailed, pr.sentence(err)) })
			return
		}
		pr.writeFile(o, m, path)
	})
}

// askReplace asks before something in a file is lost that the map did not put there.
func (pr *Program) askReplace(o *openMap, m *mapmodel.Map, file outside, other *mapmodel.Map, bad error, ours bool) {
	if pr.open != o {
		return
	}
	write := func() {
		pr.focus()
		pr.jobs.do(func() { pr.writeFile(o, m, file.path) })
	}
	title, body := pr.sayWith(words.DialogOverwrite, words.Args{"file": filepath.Base(file.path)}), pr.say(words.DialogOverwriteBody)
	answers := []parts.Answer{{Label: pr.say(words.DialogCancel), Do: pr.focus}}
	switch {
	case bad == nil && mapmodel.Equal(m, other):
		write()
		return
	case ours && bad == nil:
		title = pr.sayWith(words.DialogChangedOutside, words.Args{"file": filepath.Base(file.path)})
		body = pr.say(words.DialogSaveChangedBody)
		answers = append(answers,
			parts.Answer{Label: pr.say(words.DialogReplace), Do: write},
			parts.Answer{Label: pr.say(words.DialogTakeIn), Kind: parts.Filled, Do: func() { pr.takeIn(other, file) }})
	default:
		answers = append(answers, parts.Answer{Label: pr.say(words.DialogReplace), Kind: parts.Filled, Do: write})
	}
	parts.ShowSheet(pr.win.Canvas(), parts.SheetParams{
		Title: title, Body: parts.Sentences(body, sheetText), Answers: answers, OnCancel: pr.focus,
	})
}

// fileMode is that of files people made to hand on, less their umask.
const fileMode = 0o644

// writeFile writes a map to a file and links them. It waits for the disk.
func (pr *Program) writeFile(o *openMap, m *mapmodel.Map, path string) {
	text, err := journey.Marshal(m)
	if err == nil {
		err = atomicfile.Write(path, fileMode, func(w io.Writer) error {
			_, err := w.Write(text)
			return err
		})
	}
	if err == nil {
		err = pr.views.unlink(path, m.ID())
	}
	hash := sha256.Sum256(text)
	pr.p.Later(func() {
		if err != nil {
			pr.announce(words.DialogSaveFailed, pr.sentence(err))
			return
		}
		pr.toasts.Say(parts.Note{Words: pr.sayWith(words.ToastSavedTo, words.Args{"path": path})})
		if pr.open == o {
			pr.link(path, hash[:])
			return
		}
		o.view.LinkedPath, o.view.LinkedHash = path, hash[:]
		if err := pr.views.put(m.ID(), o.view); err != nil {
			pr.problem(err)
		}
	})
}
