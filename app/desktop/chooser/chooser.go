//go:build !nogui

// Package chooser asks for a file to open or to write. It is worked by typing a path or by the arrow keys, and no folder, however
// slow, stops the window.
package chooser

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/assets/icons"
)

// Params say what is asked.
type Params struct {
	Canvas fyne.Canvas
	Words  words.Language
	Title  string
	// Action is the button's label.
	Action string
	// Path is where to begin: a folder, or, to write, a file.
	Path string
	// Home is the person's home folder.
	Home string
	// Endings are those of the files shown; none for all.
	Endings []string
	// Note says in a line which files those are; it may be empty.
	Note string
	// Save asks for a file to write, which need not be there.
	Save bool
	// Work runs a function off the UI goroutine, Later one on it.
	Work, Later func(func())
	// OnChosen gets the file's whole path.
	OnChosen func(path string)
	// OnCancel is called when nothing was chosen. It may be nil.
	OnCancel func()
}

// Chooser is the question while it stands. It belongs to the UI goroutine.
type Chooser struct {
	p      Params
	sheet  *parts.Sheet
	field  *parts.Field
	list   *widget.List
	none   *parts.Text
	folder string // whose entries are listed
	all    []entry
	shown  []entry
	at     int // the line the arrows are on, or -1
	turn   int // of the reading, so that a slow folder does not come over a later one
}

// The size of the list, in points; in a low window it is lower.
const (
	listWidth  float32 = 620
	listHeight float32 = 320
	around     float32 = 250 // what else the sheet needs
	beside     float32 = 72
)

// Show asks.
func Show(p Params) *Chooser {
	c := &Chooser{p: p, at: -1}
	c.field = parts.NewField(c.say(words.DialogPath))
	c.field.OnChanged = func(string) { c.typed() }
	c.field.OnEnter = c.enter
	c.field.OnArrow = c.arrow
	c.none = parts.NewText("", parts.Type{Role: look.Secondary, Cut: true})
	c.list = widget.NewList(func() int { return len(c.shown) }, newLine, func(i widget.ListItemID, o fyne.CanvasObject) {
		if i < len(c.shown) {
			o.(*line).show(c.shown[i], i == c.at, func() { c.click(i) })
		}
	})
	c.list.HideSeparators = true
	up := parts.NewButton(parts.ButtonParams{Label: c.say(words.DialogFolderUp), Icon: icons.Up, Kind: parts.Flat, OnTapped: c.up})
	home := parts.NewButton(parts.ButtonParams{
		Label: c.say(words.DialogHomeFolder), Icon: icons.Home, Kind: parts.Flat, OnTapped: func() { c.enterFolder(p.Home) },
	})
	tools := []fyne.CanvasObject{up, home}
	if p.Note != "" {
		tools = append(tools, parts.Gap(8, 1), parts.NewText(p.Note, parts.Type{Size: look.Meta, Role: look.Secondary, Cut: true}))
	}
	frame := parts.NewPanel(parts.PanelStyle{Fill: look.Canvas, Border: look.Hairline, Radius: look.ControlRadius},
		&fyne.Container{Layout: &framed{fyne.NewSize(min(listWidth, p.Canvas.Size().Width-beside), min(listHeight, p.Canvas.Size().Height-around))}, Objects: []fyne.CanvasObject{c.list, c.none}})
	c.sheet = parts.ShowSheet(p.Canvas, parts.SheetParams{
		Title: p.Title,
		Body:  parts.Column(8, c.field, parts.Row(4, tools...), frame),
		Focus: c.field,
		Answers: []parts.Answer{
			{Label: c.say(words.DialogCancel), Do: p.OnCancel},
			{Label: p.Action, Kind: parts.Filled, Do: c.enter, Stay: true},
		},
		OnCancel: p.OnCancel,
		Width:    listWidth + 48,
	})
	if p.Save {
		c.setText(p.Path)
	} else {
		c.setText(p.Path + string(filepath.Separator))
	}
	return c
}

func (c *Chooser) say(key words.Key) string { return c.p.Words.Say(key, nil) }

// Field is where the path is typed.
func (c *Chooser) Field() *parts.Field { return c.field }

// Sheet is what the question stands on.
func (c *Chooser) Sheet() *parts.Sheet { return c.sheet }

// Listed are the names on the list, folders with a separator at the end.
func (c *Chooser) Listed() []string {
	var names []string
	for _, e := range c.shown {
		if e.folder {
			e.name += string(filepath.Separator)
		}
		names = append(names, e.name)
	}
	return names
}

// path is what is typed, made whole, as a folder and what stands behind it.
func (c *Chooser) path() (folder, name string) {
	whole := expand(c.field.Text, c.p.Home, c.p.Home)
	return filepath.Split(whole)
}

// setText puts a path into the field, with the caret behind it.
func (c *Chooser) setText(path string) {
	c.field.SetText(path)
	c.field.CursorColumn = len([]rune(path))
	c.field.Refresh()
	c.typed()
}

// typed follows what is typed: another folder is read, the rest of it narrows the list.
func (c *Chooser) typed() {
	folder, name := c.path()
	if folder = filepath.Clean(folder); folder != c.folder {
		c.look(folder)
	}
	if c.p.Save {
		name = "" // a name to write is not one to look for
	}
	c.shown, c.at = narrow(c.all, name), -1
	c.refresh()
}

// look reads a folder.
func (c *Chooser) look(folder string) {
	c.folder, c.all = folder, nil
	c.turn++
	turn := c.turn
	c.none.Set("")
	c.p.Work(func() {
		list, err := read(folder, c.p.Endings)
		c.p.Later(func() {
			if turn != c.turn {
				return
			}
			c.all = list
			_, name := c.path()
			if c.p.Save {
				name = ""
			}
			c.shown, c.at = narrow(list, name), -1
			switch {
			case err != nil:
				c.none.Set(c.p.Words.Say(words.DialogFolderFailed, words.Args{"reason": reason(err)}))
			case len(list) == 0:
				c.none.Set(c.say(c.empty()))
			}
			c.refresh()
		})
	})
}

// empty says that a folder has nothing to show.
func (c *Chooser) empty() words.Key {
	if c.p.Save {
		return words.DialogFolderNoMaps
	}
	return words.DialogFolderEmpty
}

// reason is the system's word for what went wrong, without the path, which stands in the field.
func reason(err error) string {
	if p, ok := err.(*os.PathError); ok { //nolint:errorlint // os.ReadDir gives it unwrapped; anything else is said whole
		return p.Err.Error()
	}
	return err.Error()
}

func (c *Chooser) refresh() {
	c.none.Hidden = len(c.shown) > 0
	c.list.Refresh()
}

func (c *Chooser) arrow(step int) {
	if len(c.shown) == 0 {
		return
	}
	c.at = max(0, min(c.at+step, len(c.shown)-1))
	c.list.ScrollTo(c.at)
	c.list.Refresh()
}

func (c *Chooser) click(i int) {
	c.at = i
	c.enter()
}

func (c *Chooser) up() { c.enterFolder(filepath.Dir(c.folder)) }

// enterFolder goes into a folder. A name to write is kept.
func (c *Chooser) enterFolder(folder string) {
	_, name := c.path()
	if !c.p.Save {
		name = ""
	}
	c.setText(strings.TrimSuffix(folder, string(filepath.Separator)) + string(filepath.Separator) + name)
	c.p.Canvas.Focus(c.field)
}

// enter takes the line the arrows are on, else what is typed.
func (c *Chooser) enter() {
	if c.at >= 0 && c.at < len(c.shown) {
		e := c.shown[c.at]
		path := filepath.Join(c.folder, e.name)
		switch {
		case e.folder:
			c.enterFolder(path)
		case c.p.Save:
			c.setText(path)
			c.p.Canvas.Focus(c.field)
		default:
			c.choose(path)
		}
		return
	}
	folder, name := c.path()
	if name == "" {
		return
	}
	path := filepath.Join(folder, name)
	for _, e := range c.all {
		if e.folder && e.name == name {
			c.enterFolder(path)
			return
		}
	}
	if !c.p.Save && len(c.shown) == 1 && c.shown[0].name != name {
		c.at = 0 // the only one that begins so
		c.enter()
		return
	}
	c.choose(path)
}

func (c *Chooser) choose(path string) {
	c.turn++
	if c.sheet.Close() {
		c.p.OnChosen(path)
	}
}

// framed keeps the list inside its border and the words for an empty folder at its top.
type framed struct{ least fyne.Size }

func (f *framed) MinSize([]fyne.CanvasObject) fyne.Size { return f.least }

func (f *framed) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(4, 4))
	o[0].Resize(size.SubtractWidthHeight(8, 8))
	o[1].Move(fyne.NewPos(16, 12))
	o[1].Resize(fyne.NewSize(size.Width-32, look.BodyLine))
}
