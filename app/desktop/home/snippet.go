//go:build !nogui

package home

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footpath/app/desktop/look"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/storage/library"
)

// snippet is one line around words that were found, these in bold. It ends with an ellipsis where there is no more room.
type snippet struct {
	widget.BaseWidget
	pieces []piece
	lines  []*canvas.Text
	width  float32
}

// piece is a part of a line.
type piece struct {
	words  string
	marked bool
}

func newSnippet() *snippet {
	s := &snippet{}
	s.ExtendBaseWidget(s)
	return s
}

// set shows other words.
func (s *snippet) set(pieces []piece) {
	s.pieces = pieces
	s.fit()
	s.Refresh()
}

// fit makes the texts of what there is room for.
func (s *snippet) fit() {
	s.lines = s.lines[:0:0]
	at := float32(0)
	for _, p := range s.pieces {
		line := canvas.NewText(p.words, theme.Color(look.Secondary))
		line.TextSize, line.TextStyle.Bold = look.Meta, p.marked
		if p.marked {
			line.Color = theme.Color(look.Text)
		}
		wide := line.MinSize().Width
		if cut := at+wide > s.width; cut {
			line.Text = fitting(line, s.width-at)
			wide = line.MinSize().Width
		}
		line.Move(fyne.NewPos(at, 0))
		line.Resize(fyne.NewSize(wide, look.MetaLine))
		s.lines = append(s.lines, line)
		if line.Text != p.words {
			return
		}
		at += wide
	}
}

// fitting is the beginning of a line's words that has room in a width, with an ellipsis.
func fitting(line *canvas.Text, width float32) string {
	runes := []rune(line.Text)
	low, high := 0, len(runes)
	for low < high {
		middle := (low + high + 1) / 2
		if fyne.MeasureText(string(runes[:middle])+"…", line.TextSize, line.TextStyle).Width <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return strings.TrimRight(string(runes[:low]), " ") + "…"
}

// CreateRenderer implements fyne.Widget.
func (s *snippet) CreateRenderer() fyne.WidgetRenderer { return &snippetRenderer{s} }

type snippetRenderer struct{ s *snippet }

func (r *snippetRenderer) Destroy() {}

func (r *snippetRenderer) MinSize() fyne.Size { return fyne.NewSize(0, look.MetaLine) }

func (r *snippetRenderer) Layout(size fyne.Size) {
	if size.Width != r.s.width {
		r.s.width = size.Width
		r.s.fit()
	}
}

func (r *snippetRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(r.s.lines))
	for i, line := range r.s.lines {
		objects[i] = line
	}
	return objects
}

func (r *snippetRenderer) Refresh() {
	r.s.fit()
	for _, line := range r.s.lines {
		line.Refresh()
	}
}

// pieces takes a place's line apart.
func pieces(p *library.Place) []piece {
	var all []piece
	at := 0
	for _, mark := range p.Marks {
		if mark[0] > at {
			all = append(all, piece{words: p.Text[at:mark[0]]})
		}
		all = append(all, piece{words: p.Text[mark[0]:mark[1]], marked: true})
		at = mark[1]
	}
	if at < len(p.Text) {
		all = append(all, piece{words: p.Text[at:]})
	}
	return all
}

// plain tells whether a place is seen on a tile anyway: the title, a persona's name.
func plain(p *library.Place) bool {
	kind := p.Record.Kind()
	return kind == mapmodel.KindHeader && p.Field.Name == "title" || kind == mapmodel.KindPersona && p.Field.Name == "name"
}

// where says where a place is: what it is, where that is not the text of a card, then lane and stage.
func (h *Home) where(p *library.Place) string {
	var said []string
	switch kind := p.Record.Kind(); kind {
	case mapmodel.KindStage, mapmodel.KindStep, mapmodel.KindLane, mapmodel.KindPersona, mapmodel.KindEvidence:
		said = append(said, h.say(words.Key("details.kind."+kind.String())))
	default:
		if kind != mapmodel.KindCard || p.Field.Name != "text" {
			said = append(said, words.Capital(h.say(words.Key("field."+p.Field.Name))))
		}
	}
	if p.Lane != nil && p.Record != mapmodel.Record(p.Lane) {
		name := p.Lane.Name
		if name == "" {
			name = words.For(p.Language).Page()("page.lane." + string(p.Lane.LaneKind))
		}
		said = append(said, name)
	} else if !p.Card.IsZero() && p.Stage == nil && p.Lane == nil {
		said = append(said, h.say(words.PaletteInbox))
	}
	switch {
	case p.Step != nil && p.Record != mapmodel.Record(p.Step):
		said = append(said, p.Step.Name)
	case p.Stage != nil && p.Record != mapmodel.Record(p.Stage):
		said = append(said, p.Stage.Name)
	}
	if persona, ok := p.Record.(*mapmodel.Persona); ok {
		said = append(said, persona.Name)
	}
	return strings.Join(said, " · ")
}
