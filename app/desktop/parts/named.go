//go:build !nogui

package parts

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// named is what a control is for, in words, for who does not see what stands beside it.
type named struct{ name string }

// SetName says what the control is for.
func (n *named) SetName(name string) { n.name = name }

// Name is what the control is for; empty where nobody has said.
func (n *named) Name() string { return n.name }

// says is the name with what the control holds now.
func (n *named) says(value string) string {
	switch {
	case n.name == "" || n.name == value:
		return value
	case value == "":
		return n.name
	}
	return n.name + ": " + value
}

// nameable is a control that can be told what it is for.
type nameable interface {
	fyne.Focusable
	Name() string
	SetName(string)
}

// Named tells the controls in an object what they are for, those that nobody has told yet, and gives the object back.
func Named(name string, o fyne.CanvasObject) fyne.CanvasObject {
	switch o := o.(type) {
	case nameable:
		if o.Name() == "" {
			o.SetName(name)
		}
	case *fyne.Container:
		for _, child := range o.Objects {
			Named(name, child)
		}
	case *Panel:
		Named(name, o.content)
	}
	return o
}

// wordsIn are the words an object shows, from the beginning to the end.
func wordsIn(o fyne.CanvasObject) string {
	var out []string
	switch o := o.(type) {
	case *Text:
		out = append(out, o.Words())
	case *fyne.Container:
		for _, child := range o.Objects {
			if words := wordsIn(child); words != "" {
				out = append(out, words)
			}
		}
	case *Panel:
		return wordsIn(o.content)
	case *container.Scroll:
		return wordsIn(o.Content)
	}
	return strings.Join(out, ", ")
}
