package text

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestTheCaretStandsBetweenTheLettersOfEveryScript(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(written, rapid.StringMatching(`[a-zא-ה0-9() क-हा-्ก-๎ا-ي😀]{0,20}`)).Draw(t, "text")
		width := Regular.Measure(s, 9)
		for _, at := range append([]int{0}, Graphemes(s)...) {
			x := Regular.Caret(s, Natural, 9, at)
			if x < -1e-6 || x > width+1e-6 {
				t.Fatalf("before byte %d the caret stands at %f of %f", at, x, width)
			}
			again := Regular.Nearest(s, Natural, 9, x)
			if there := Regular.Caret(s, Natural, 9, again); math.Abs(there-x) > 1e-6 {
				t.Fatalf("a click at %f finds %f", x, there)
			}
		}
	})
	if a, b := Regular.Caret("שלום", Natural, 9, 0), Regular.Caret("שלום", Natural, 9, len("שלום")); a < b || b != 0 {
		t.Errorf("leftward words begin at %f and end at %f", a, b)
	}
}
