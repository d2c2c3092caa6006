package text

import (
	"testing"

	"pgregory.net/rapid"
)

func TestLinesAsWideAsTheLongestWordBreakNone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOfN(rapid.SampledFrom([]rune("abcWWé mе -\u00ad\n地 م")), 0, 60, -1).Draw(t, "s")
		size := 9.0
		wide := Regular.Longest(s, size)
		whole, narrow := 0, 0
		for _, line := range Regular.Break(s, size, wide+0.001) {
			if line.Width > wide+0.01 {
				t.Fatalf("%q is wider than %v", line.Text, wide)
			}
			whole++
		}
		for range Regular.Break(s, size, 1e6) {
			narrow++
		}
		if whole < narrow {
			t.Fatalf("%d lines become %d in less room", narrow, whole)
		}
	})
	for s, want := range map[string]string{"a longest word": "longest", "well-known\nword": "known", "": "", " x ": "x"} {
		if got, want := Regular.Longest(s, 10), Regular.Measure(want, 10); got < want-0.01 || got > want+0.01 {
			t.Errorf("the longest of %q is %v, not %v", s, got, want)
		}
	}
}
