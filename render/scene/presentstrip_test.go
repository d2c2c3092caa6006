package scene

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"footpath/render/text"
)

func TestANameOnTheStripIsWholeOrItsBeginningWhereThereIsRoom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringMatching(`[A-Za-zäöüß]{1,14}( [A-Za-z]{1,9}){0,3}`).Draw(t, "name")
		width := rapid.Float64Range(40, 600).Draw(t, "width")
		got := stripName("7", name, text.Regular, width)
		switch short, cut := strings.CutSuffix(strings.TrimPrefix(got, "7  "), ellipsis); {
		case got == "7":
			if text.Regular.Measure("7  "+name, presentLeast) <= width {
				t.Fatalf("a width of %g has no room for %q", width, name)
			}
		case text.Regular.Measure(got, presentLeast) > width:
			t.Fatalf("%q is wider than %g", got, width)
		case !strings.HasPrefix(name, short) || !cut && short != name:
			t.Fatalf("of %q it says %q", name, got)
		}
	})
	for width, want := range map[float64]string{300: "4  Looking around", 190: "4  Looking…", 60: "4"} {
		if got := stripName("4", "Looking around", text.Regular, width); got != want {
			t.Errorf("in a width of %g it says %q, not %q", width, got, want)
		}
	}
}
