//go:build !nogui

package desktop

import (
	"slices"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/assets/icons"
	"footpath/storage/settings"
)

// control names a control of the settings.
type control uint8

const (
	themeControl control = iota
	smallerControl
	largerControl
	languageControl
)

// showSettings shows what can be set. Each choice holds at once.
func (pr *Program) showSettings() { pr.settingsOn(themeControl) }

// settingsOn shows the settings with the focus on one of the controls. What changes the size or the words of all of it has it
// shown anew.
func (pr *Program) settingsOn(focus control) {
	modes := []look.Mode{look.System, look.Light, look.Dark, look.Contrast}
	theme := parts.NewChoice(pr.sayAll(words.CommandThemeSystem, words.CommandThemeLight, words.CommandThemeDark, words.CommandThemeContrast), func(i int) {
		pr.setMode(modes[i])
	})
	theme.Set(slices.Index(modes, pr.theme.Mode()))

	enter := parts.NewChoice(pr.sayAll(words.SettingsEnterCard, words.SettingsEnterLine), func(i int) { pr.setEnterBreaks(i == 1) })
	if pr.set.EnterBreaks {
		enter.Set(1)
	}

	var names []string
	for _, l := range words.Languages() {
		names = append(names, l.Say(words.StateLanguage, nil))
	}
	var sheet *parts.Sheet
	language := parts.NewChoice(names, func(i int) {
		sheet.Close()
		pr.speak(words.Languages()[i])
		pr.settingsOn(languageControl)
	})
	language.Set(slices.IndexFunc(words.Languages(), func(l words.Language) bool { return l.Tag() == pr.words.Tag() }))

	size := func(icon icons.Name, name words.Key, by int, again control) *parts.Button {
		return parts.NewButton(parts.ButtonParams{Icon: icon, Name: pr.say(name), Kind: parts.Outlined, OnTapped: func() {
			sheet.Close()
			pr.stepTextSize(by)
			pr.settingsOn(again)
		}})
	}
	smaller, larger := size(icons.Minus, words.SettingsSmaller, -1, smallerControl), size(icons.Plus, words.SettingsLarger, 1, largerControl)
	percent := parts.NewText(pr.sayWith(words.BoardZoom, words.Args{"percent": pr.textSize()}), parts.Type{Align: fyne.TextAlignCenter})

	row := func(title words.Key, hint words.Key, control fyne.CanvasObject) fyne.CanvasObject {
		label := parts.NewText(pr.say(title), parts.Type{Bold: true})
		column := []fyne.CanvasObject{label, parts.Row(0, parts.Named(pr.say(title), control))}
		if hint != "" {
			column = append(column, parts.Sentences(pr.say(hint), settingsWide))
		}
		return parts.Column(6, column...)
	}
	body := parts.Column(
		18,
		row(words.CommandTheme, "", theme),
		row(words.SettingsTextSize, words.SettingsTextSizeHint, parts.Row(4, smaller, parts.Sized(percent, 72, 0), larger)),
		row(words.SettingsEnter, words.SettingsEnterHint, enter),
		row(words.CommandLanguage, words.SettingsLanguageHint, language),
	)
	p := parts.SheetParams{
		Title: pr.say(words.SettingsTitle), Body: parts.Tall(parts.Inset(body, 4, 4, 4, 4), settingsWide+8, pr.win.Canvas().Size().Height-180), Width: settingsWide,
		Answers:  []parts.Answer{{Label: pr.say(words.DialogClose), Kind: parts.Filled, Do: pr.focus}},
		OnCancel: pr.focus,
		Focus:    map[control]fyne.Focusable{themeControl: theme, smallerControl: smaller, largerControl: larger, languageControl: language}[focus],
	}
	sheet = parts.ShowSheet(pr.win.Canvas(), p)
}

// settingsWide is the width of the settings, in points.
const settingsWide = 480

// setEnterBreaks says what Enter does while a card is being typed.
func (pr *Program) setEnterBreaks(on bool) {
	pr.remember(func(s *settings.Settings) { s.EnterBreaks = on })
	if pr.open != nil {
		pr.open.board.SetEnterBreaks(on)
	}
}

func (pr *Program) sayAll(keys ...words.Key) []string {
	out := make([]string, len(keys))
	for i, key := range keys {
		out[i] = pr.say(key)
	}
	return out
}
