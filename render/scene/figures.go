package scene

import (
	"strconv"
	"strings"

	"footpath/mapmodel"
	"footpath/render/text"
)

// figures sets the words of a survey above and below its bar. In a narrow column
// they take the room there is, and none stands on another.
type figures struct {
	s           *Style
	unit        float64 // one point on paper
	left, right float64
	out         []Element
	// answers is how many there are, as long as it has not been said.
	answers string
}

// The baselines above and below the bar, where one line suffices and where it
// takes two; in units.
const (
	figureLine, figureUpper, figureLower = 14.5, 8.5, 19.5
	footSole, footUpper, footLower       = 46, 42.5, 50.5
)

// run is a line of words from x on, with its baseline so many units down.
func (f *figures) run(x, y float64, words string, face text.Face, size float64, ink Color) *Run {
	return &Run{X: x, Y: y * f.unit, Text: words, Face: face, Size: size, Color: ink, Width: face.Measure(words, size)}
}

// beside tells whether two runs fit into one line.
func (f *figures) beside(a, b *Run) bool { return a.Width+b.Width+4*f.unit <= f.right-f.left }

// head says what was asked, the figure and, where there is room, how many
// answered.
func (f *figures) head(survey *mapmodel.Survey, r mapmodel.Result) {
	s := f.s
	kind := f.run(f.left, 12.5, strings.ToUpper(string(survey.SurveyKind)), text.Bold, s.MetaSize, s.Second)
	f.answers = "n = " + strconv.Itoa(r.N)
	n := f.run(0, 12.5, f.answers, text.Regular, s.MetaSize, s.Second)
	n.X = f.right - n.Width
	f.out = append(f.out, kind)
	taken := *kind // what stands at the left of the line
	if r.Trust != mapmodel.QuotesOnly {
		face, ink := text.Bold, s.Text
		if r.Trust == mapmodel.TooFew {
			face, ink = text.Regular, s.Second
		}
		said := figure(survey, r.Score)
		score := f.run(f.left+kind.Width+5*f.unit, figureLine, said, face, s.ScoreSize, ink)
		for size := s.ScoreSize; score.X+score.Width > f.right && size > s.CardSize; {
			size = max(size-1, s.CardSize)
			score = f.run(score.X, figureLine, said, face, size, ink)
		}
		if score.X+score.Width > f.right { // below the kind
			kind.Y, n.Y = figureUpper*f.unit, figureUpper*f.unit
			score = f.run(f.left, figureLower, said, face, s.CardSize*1.2, ink)
		} else {
			taken.Width = score.X + score.Width - f.left
		}
		f.out = append(f.out, score)
	}
	if f.beside(&taken, n) {
		f.out, f.answers = append(f.out, n), ""
	}
}

// foot says below the bar the first of the words that has room in a line, how
// many answered if that is still to be said, and more where there is room left.
func (f *figures) foot(face text.Face, words []string, more string) {
	s := f.s
	line := func(words string, face text.Face) *Run {
		return f.run(f.left, footSole, words, face, s.MetaSize, s.Second)
	}
	var said *Run
	for _, w := range words {
		if r := line(w, face); r.Width <= f.right-f.left {
			said = r
			break
		}
	}
	n := line(f.answers, text.Regular)
	if f.answers == "" {
		n = line(more, text.Regular)
	}
	switch {
	case n.Text == "" && said == nil:
	case n.Text == "":
		f.out = append(f.out, said)
	case said == nil:
		if n.Width <= f.right-f.left {
			f.out = append(f.out, n)
		}
	case f.beside(said, n):
		n.X = f.right - n.Width
		f.out = append(f.out, n, said)
	case f.answers != "":
		said.Y, n.Y = footUpper*f.unit, footLower*f.unit
		f.out = append(f.out, said, n)
	default:
		f.out = append(f.out, said)
	}
}
