package scene

import (
	"testing"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
)

func TestASurveysWordsStandApartInEveryWidth(t *testing.T) {
	say := map[string]string{
		wordIntervalOf: "95 %: {low} to {high}", wordRange: "{low} to {high}", wordTooFew: "too few answers to judge", wordQuotesOnly: "Fewer than 10 answers: quotes only, no score.",
	}
	for kind, counts := range map[mapmodel.SurveyKind][][]int{
		mapmodel.CSAT: {{0, 1, 2, 1, 1}, {2, 3, 2, 6, 2}, {20, 30, 90, 300, 200}, {0, 0, 0, 0, 3000}},
		mapmodel.NPS:  {{1, 0, 0, 1, 0, 0, 0, 1, 1, 0, 1}, {9, 0, 2, 1, 1, 6, 4, 9, 8, 5, 5}, {900, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}},
	} {
		for _, n := range counts {
			survey := &mapmodel.Survey{SurveyKind: kind, Counts: n}
			for width := overviewColumn; width < 300; width += 3.7 {
				w := &work{Layouter: NewLayouter(Print(), func(key string) string { return say[key] }), m: mapgen.Grid(1, 1, 1, 1), s: Print()}
				high := w.metricHigh(survey, width)
				var seen []Rect
				for _, e := range w.metric(survey, width) {
					run, ok := e.(*Run)
					if !ok || run.Y > 21 && run.Y < 34 { // on the bar
						continue
					}
					box := Rect{run.X, run.Y - 0.72*run.Size, run.Width, 0.72 * run.Size}
					if box.X < 0 || box.Right() > width || box.Bottom() > high {
						t.Fatalf("%s of %v: %q stands at %+v of %v × %v", kind, n, run.Text, box, width, high)
					}
					for _, other := range seen {
						if box.Overlaps(other) {
							t.Fatalf("%s of %v, %v wide: %q stands on other words", kind, n, width, run.Text)
						}
					}
					seen = append(seen, box)
				}
			}
		}
	}
}

func TestAWordIsBrokenOnlyWhereTheSmallestTypeHasNoRoomForIt(t *testing.T) {
	s := Print()
	const words = "Many documentations are lost"
	for width := 20.0; width < 120; width++ {
		b := s.wholeWords(words, 0, s.CardSize, s.Leading, 0, 0, width)
		least := s.CardSizes[len(s.CardSizes)-1]
		if fits := b.Face.Longest(words, least) <= width; fits && b.breaksWords(width) {
			t.Errorf("at %v in type of %v a word is broken", width, b.Size)
		} else if !fits && b.Size != s.CardSize {
			t.Errorf("at %v the type is %v, and a word is broken all the same", width, b.Size)
		}
	}
}
