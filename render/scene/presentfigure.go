package scene

import (
	"strconv"
	"strings"

	"footpath/mapmodel"
	"footpath/render/text"
)

// slideFigure is a survey on one line: its figure, and how far that carries.
type slideFigure struct {
	s            *Style
	width        float64
	kind, figure *Run
	words        *TextBox
}

// figure sets a survey. Under ten answers there is no score.
func (p *slides) figure(survey *mapmodel.Survey, width float64) *slideFigure {
	s, r := p.s, survey.Result()
	kind := strings.ToUpper(string(survey.SurveyKind))
	f := &slideFigure{s: s, width: width}
	f.kind = &Run{X: s.PadLeft, Text: kind, Face: text.Bold, Size: presentLeast, Color: s.Second, Width: text.Bold.Measure(kind, presentLeast)}
	x := s.PadLeft + f.kind.Width + 18
	n := "n = " + strconv.Itoa(r.N)
	said := p.words(wordQuotesOnly) + "  ·  " + n
	if r.Trust != mapmodel.QuotesOnly {
		face, ink := text.Bold, s.Text
		said = p.words.fill(wordIntervalOf, "low", strings.TrimSuffix(figure(survey, r.Low), perCent), "high", figure(survey, r.High)) + "  ·  " + n
		if r.Trust == mapmodel.TooFew {
			face, ink = text.Regular, s.Second
			said += "  ·  " + p.words(wordTooFew)
		}
		score := figure(survey, r.Score)
		f.figure = &Run{X: x, Text: score, Face: face, Size: slideFeeling, Color: ink, Width: face.Measure(score, slideFeeling)}
		x += f.figure.Width + 28
	}
	f.words = breakText(said, text.Regular, presentLeast, 1.35, x, 0, max(width-x-s.PadRight, presentLeast))
	return f
}

// draw draws it on a ground as high as its row.
func (f *slideFigure) draw(high float64) []Element {
	s := f.s
	out := []Element{&Box{Rect: Rect{0, 0, f.width, high}.Inset(s.CardLine / 2), Radius: 8, Fill: s.Surface, Stroke: Stroke{Color: s.Hairline, Width: s.CardLine}}}
	words, kind := *f.words, *f.kind
	words.First += (high - words.Height()) / 2
	kind.Y = words.First
	out = append(append(out, &kind), words.runs(s.Second)...)
	if f.figure != nil {
		score := *f.figure
		score.Y = words.First
		out = append(out, &score)
	}
	return out
}
