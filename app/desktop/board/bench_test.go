package board_test

import (
	"fmt"
	"testing"

	"footpath/app/desktop/play"
	"footpath/mapmodel/mapgen"
)

// quiet is a benchmark that a room can be opened in.
type quiet struct{ *testing.B }

// BenchmarkKeystrokeFrame is one letter and the frame that shows it, painted by
// the toolkit's software painter. It is held against itself with 50 cards: the
// goal is at most 1.25 times as long with 5,000.
func BenchmarkKeystrokeFrame(b *testing.B) { keystrokes(b, true) }

// BenchmarkKeystroke is what the board itself does for one letter: the edit, the
// layout, the picture of the card; no frame.
func BenchmarkKeystroke(b *testing.B) { keystrokes(b, false) }

func keystrokes(b *testing.B, frame bool) {
	for _, size := range []struct{ stages, each int }{{5, 2}, {50, 20}} {
		b.Run(fmt.Sprint(size.stages*size.each*5), func(b *testing.B) {
			w := play.Headless(quiet{b}, mapgen.Grid(size.stages, 5, size.each, 1))
			w.Cell("Stage 1", "tasks").Press(play.Up).Type(" ")
			w.Press(play.F2)
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				if n++; n%8 == 0 {
					w.Press(play.Ctrl, play.Backspace)
				} else {
					w.Type("x")
				}
				if frame {
					w.Canvas.Capture()
				}
			}
		})
	}
}

// BenchmarkScrollFrame pans by a wheel's notch and back.
func BenchmarkScrollFrame(b *testing.B) {
	for _, size := range []struct{ stages, each int }{{5, 2}, {50, 20}} {
		b.Run(fmt.Sprint(size.stages*size.each*5), func(b *testing.B) {
			w := play.Headless(quiet{b}, mapgen.Grid(size.stages, 5, size.each, 1))
			by := float32(-10)
			for b.Loop() {
				w.Scroll(0, by)
				by = -by
			}
		})
	}
}
