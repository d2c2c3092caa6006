//go:build !nogui

package desktop

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/chooser"
	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/formats"
	"footpath/app/words"
	"footpath/assets/icons"
	"footpath/mapmodel"
	"footpath/storage/atomicfile"
	"footpath/storage/library"
	"footpath/storage/settings"
)

// exporter is the export dialog.
type exporter struct {
	pr      *Program
	formats []formats.Format
	choice  *parts.Choice
	path    *parts.Field
	page    *pageOptions
	preview *preview
	sheet   *parts.Sheet
	// why says beside a control's name why it means nothing to what is chosen.
	why map[words.Key]*parts.Text
}

// AskExport asks as what and where to the map on the screen is to be written, shows the pages it would make, and writes it.
func (pr *Program) AskExport() {
	if pr.open == nil {
		return
	}
	pr.commit()
	e := pr.newExporter()
	e.renew()
	e.show()
}

// newExporter makes the dialog as it was left for this map.
func (pr *Program) newExporter() *exporter {
	e := &exporter{pr: pr, preview: newPreview(pr, pr.open.doc.Map()), why: map[words.Key]*parts.Text{}}
	var names []string
	for _, f := range formats.All() {
		if f.Writes() {
			e.formats = append(e.formats, f)
			names = append(names, strings.ToUpper(f.Name))
		}
	}
	e.choice = parts.NewChoice(names, e.chosen)
	e.path = parts.NewField("")
	e.path.SetText(pr.exportPath(e.formats[0]))
	e.path.OnPage = e.preview.turn
	e.page = newPageOptions(pr.say, pr.open.view.Export, e.renew)
	for _, s := range []*parts.Stepper{e.page.paper, e.page.fit, e.page.poster, e.page.dpi, e.page.theme} {
		s.OnKey(e.turned)
	}
	for i, f := range e.formats {
		if f.Name == pr.open.view.Export[exportFormat] {
			e.choice.Choose(i)
		}
	}
	return e
}

// turned turns the preview's pages by keys that mean nothing else.
func (e *exporter) turned(event *fyne.KeyEvent) bool {
	switch event.Name {
	case fyne.KeyPageUp:
		e.preview.turn(-1)
	case fyne.KeyPageDown:
		e.preview.turn(1)
	default:
		return false
	}
	return true
}

// renew brings the dialog in line with what is chosen.
func (e *exporter) renew() {
	if e.page == nil {
		return // it is being made
	}
	f := e.format()
	format := e.pr.sayWith(words.ExportNotFor, words.Args{"format": strings.ToUpper(f.Name)})
	e.allow(words.ExportFit, e.page.fit, f.Pages, format)
	e.allow(words.DialogPaper, e.page.paper, f.Pages, format)
	e.allow(words.ExportLies, e.page.lies, f.Pages, format)
	e.allow(words.ExportTheme, e.page.theme, f.Pages, format)
	e.allow(words.ExportSize, e.page.dpi, f.Pixels, format)
	if f.Pages {
		e.allow(words.ExportPoster, e.page.poster, e.page.tiles(), e.pr.sayWith(words.ExportOnlyFor, words.Args{"choice": e.say(words.ExportFitTiles)}))
	} else {
		e.allow(words.ExportPoster, e.page.poster, false, format)
	}
	e.preview.show(f, e.page.options(f), e.page.themed())
}

// allow lets the control of a row be used, or says why it cannot.
func (e *exporter) allow(row words.Key, control fyne.Disableable, yes bool, why string) {
	if yes {
		control.Enable()
		why = ""
	} else {
		control.Disable()
	}
	e.whyNot(row).Set(why)
}

// whyNot is where a row says why its control cannot be used.
func (e *exporter) whyNot(row words.Key) *parts.Text {
	if e.why[row] == nil {
		e.why[row] = parts.NewText("", parts.Type{Size: look.Meta, Role: look.Secondary})
	}
	return e.why[row]
}

func (e *exporter) say(key words.Key) string { return e.pr.say(key) }

func (e *exporter) show() {
	pr := e.pr
	label := func(key words.Key) fyne.CanvasObject {
		return parts.NewText(pr.say(key), parts.Type{Size: look.Meta, Role: look.Secondary})
	}
	browse := parts.NewButton(parts.ButtonParams{
		Label: e.say(words.DialogChoose), Icon: icons.Folder, Kind: parts.Outlined, Height: 36, OnTapped: e.browse,
	})
	row := func(key words.Key, control fyne.CanvasObject) []fyne.CanvasObject {
		return []fyne.CanvasObject{parts.Row(8, label(key), parts.Spring(), e.whyNot(key)), parts.Named(pr.say(key), control), parts.Gap(1, 4)}
	}
	var left []fyne.CanvasObject
	left = append(left, row(words.DialogFormat, e.choice)...)
	left = append(left, row(words.ExportFit, e.page.fit)...)
	left = append(left, row(words.DialogPaper, e.page.paper)...)
	left = append(left, row(words.ExportPoster, e.page.poster)...)
	left = append(left, row(words.ExportLies, e.page.lies)...)
	left = append(left, row(words.ExportTheme, parts.Stretch(8, e.page.theme, parts.NewButton(parts.ButtonParams{
		Label: e.say(words.DialogChoose), Icon: icons.Folder, Kind: parts.Outlined, OnTapped: e.chooseTheme,
	})))...)
	left = append(left, row(words.ExportSize, e.page.dpi)...)
	left = append(left, label(words.DialogExportTo), parts.Named(pr.say(words.DialogExportTo), parts.Stretch(8, e.path, browse)))
	done := func() {
		e.preview.close()
		pr.focus()
	}
	const between = 24
	controls, wide := fyne.CanvasObject(parts.Sized(parts.Column(5, left...), exportWidth, 0)), float32(exportWidth+between+previewWidth)
	body := parts.Tops(between, controls, e.preview.view())
	if pr.roomFor(wide) < wide { // what it makes stands below what is chosen
		body, wide = parts.Column(between, controls, e.preview.view()), previewWidth
	}
	e.sheet = parts.ShowSheet(pr.win.Canvas(), parts.SheetParams{
		Title: strings.TrimSuffix(e.say(words.CommandExport), "…"), Body: body,
		Answers: []parts.Answer{
			{Label: e.say(words.DialogCancel), Do: done},
			{Label: e.say(words.CommandButtonExport), Kind: parts.Filled, Do: e.export},
		},
		Focus: e.path, Width: wide + 48, OnCancel: done,
	})
}

// exportWidth is the width of the controls.
const exportWidth = 380

// format is what is chosen.
func (e *exporter) format() formats.Format { return e.formats[e.choice.Chosen()] }

// chosen gives the path the ending of the format.
func (e *exporter) chosen(int) {
	e.renew()
	path := e.path.Text
	if old, ok := formats.ForFile(path); ok {
		for _, end := range old.Endings {
			if strings.HasSuffix(strings.ToLower(path), end) {
				path = path[:len(path)-len(end)]
				break
			}
		}
	}
	e.path.SetText(path + e.format().Endings[0])
}

// browse lets the person look for the place; the dialog comes back with it.
func (e *exporter) browse() {
	pr := e.pr
	e.sheet.Close()
	chooser.Show(chooser.Params{
		Canvas: pr.win.Canvas(), Words: pr.words, Title: e.say(words.DialogExportTo), Action: e.say(words.DialogOk),
		Path: e.path.Text, Home: pr.p.HomeFolder, Endings: e.format().Endings, Save: true, Work: pr.p.Work, Later: pr.p.Later,
		OnChosen: func(path string) {
			e.path.SetText(path)
			e.show()
		},
		OnCancel: e.show,
	})
}

// chooseTheme lets the person choose a client's theme; the dialog comes back in it.
func (e *exporter) chooseTheme() {
	pr := e.pr
	e.sheet.Close()
	chooser.Show(chooser.Params{
		Canvas: pr.win.Canvas(), Words: pr.words, Title: e.say(words.ExportTheme), Action: e.say(words.DialogOk),
		Path: filepath.Dir(e.path.Text) + string(filepath.Separator), Home: pr.p.HomeFolder, Endings: []string{".yaml", ".yml"}, Work: pr.p.Work, Later: pr.p.Later,
		OnChosen: func(path string) {
			e.page.nameThemes(pr.say, path, func(int) { e.renew() })
			e.page.theme.OnKey(e.turned)
			e.again()
		},
		OnCancel: e.again,
	})
}

// export writes the map, after asking where something would be overwritten.
func (e *exporter) export() {
	pr, o := e.pr, e.pr.open
	path := strings.TrimSpace(e.path.Text)
	if o == nil || path == "" {
		return
	}
	if strings.HasPrefix(path, "~/") {
		path = filepath.Join(pr.p.HomeFolder, path[2:])
	} else if !filepath.IsAbs(path) {
		path = filepath.Join(pr.folder(), path)
	}
	format := e.format()
	if f, ok := formats.ForFile(path); !ok || f.Name != format.Name {
		path += format.Endings[0]
	}
	o.view.Export = maps.Clone(o.view.Export)
	if o.view.Export == nil {
		o.view.Export = map[string]string{}
	}
	o.view.Export[exportFormat], o.view.Export[exportPath] = format.Name, path
	e.page.remember(o.view.Export)
	e.preview.close()
	options, theme := e.page.options(format), ""
	options.Page = e.preview.single(format)
	if format.Pages {
		theme = e.page.themed()
	}
	pr.rememberView(o)
	pr.remember(func(s *settings.Settings) { s.ExportFolder = filepath.Dir(path) })
	pr.focus()
	m := o.doc.Map()
	pr.p.Work(func() {
		_, err := os.Stat(path)
		pr.p.Later(func() {
			switch {
			case err == nil:
				e.askReplace(m, path, options, theme)
			case errors.Is(err, fs.ErrNotExist):
				pr.export(m, path, format, options, theme)
			default:
				pr.announce(words.DialogExportFailed, pr.sentence(err))
			}
		})
	})
}

func (e *exporter) askReplace(m *mapmodel.Map, path string, options formats.Options, theme string) {
	pr, format := e.pr, e.format()
	parts.ShowSheet(pr.win.Canvas(), parts.SheetParams{
		Title: pr.sayWith(words.DialogOverwrite, words.Args{"file": filepath.Base(path)}),
		Body:  parts.Sentences(e.say(words.DialogOverwriteBody), sheetText),
		Answers: []parts.Answer{
			{Label: e.say(words.DialogCancel), Do: e.again},
			{Label: e.say(words.DialogReplace), Kind: parts.Filled, Do: func() {
				pr.focus()
				pr.export(m, path, format, options, theme)
			}},
		},
		OnCancel: e.again,
	})
}

// again shows the dialog as it was left.
func (e *exporter) again() {
	e.preview.closed = false
	e.show()
	e.renew()
}

// export writes a map to a file and says so. The window goes on meanwhile.
func (pr *Program) export(m *mapmodel.Map, path string, format formats.Format, options formats.Options, theme string) {
	pr.toasts.Say(parts.Note{Words: pr.say(words.SavingExporting)})
	pr.writing.Add(1)
	session := pr.sessionOf(m.ID())
	pr.p.Work(func() {
		defer pr.writing.Done()
		if session != nil {
			pr.mark(session, library.MarkBeforeExport)
		}
		findings, err := writeExport(m, path, format, options, theme)
		pr.p.Later(func() {
			if err != nil {
				pr.toasts.Clear()
				pr.announce(words.DialogExportFailed, pr.sentence(err))
				return
			}
			said := pr.sayWith(words.ToastExported, words.Args{"path": path})
			for _, f := range findings {
				said += ". " + words.Capital(pr.sayWith(f.Key, f.Args))
			}
			pr.toasts.Say(parts.Note{Words: said})
		})
	})
}

// writeExport writes a map to a file, whole or not at all. It waits for the disk. The painters are made of much foreign code: a
// panic of it is an error like others.
func writeExport(m *mapmodel.Map, path string, format formats.Format, options formats.Options, theme string) (findings []formats.Finding, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the %s could not be made: %v", format.Name, r)
		}
	}()
	if options, err = inTheme(options, theme); err != nil {
		return nil, err
	}
	var page bytes.Buffer
	if findings, err = format.Write(&page, m, options); err != nil {
		return nil, err
	}
	return findings, atomicfile.Write(path, fileMode, func(w io.Writer) error {
		_, err := w.Write(page.Bytes())
		return err
	})
}

// exportPath is where the map on the screen would go: where it went last, else beside what was exported last.
func (pr *Program) exportPath(format formats.Format) string {
	if path := pr.open.view.Export[exportPath]; path != "" {
		path = filepath.Join(pr.standing(filepath.Dir(path)), filepath.Base(path))
		if f, ok := formats.ForFile(path); ok && f.Name == format.Name {
			return path
		}
		return strings.TrimSuffix(path, filepath.Ext(path)) + format.Endings[0]
	}
	return filepath.Join(pr.standing(pr.set.ExportFolder), fileName(pr.titleOf(pr.open.doc.Map()))+format.Endings[0])
}

// standing is a folder, as long as it is there, or the next best: one that was on a stick, say, is no place to write to any more.
func (pr *Program) standing(folder string) string {
	for _, place := range []string{folder, pr.folder()} {
		if info, err := os.Stat(place); err == nil && info.IsDir() {
			return place
		}
	}
	return pr.p.HomeFolder
}

// fileName is a title as the name of a file: without what a system might not take.
func fileName(title string) string {
	name := strings.Map(func(r rune) rune {
		switch {
		case r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r):
			return '-'
		default:
			return r
		}
	}, title)
	name = strings.Trim(name, " .-")
	for len(name) > 100 { // with its ending it must stay under 255 bytes
		runes := []rune(name)
		name = strings.TrimRight(string(runes[:len(runes)-1]), " .-")
	}
	if name == "" {
		return "map"
	}
	return name
}
