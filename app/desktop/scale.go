//go:build !nogui

package desktop

import (
	"fyne.io/fyne/v2"

	"footpath/storage/settings"
)

// Text sizes, in per cent of the usual one. The toolkit goes by tenths.
const (
	textLeast, textMost = 85, 200
	textUsual           = 100
)

// textSizes are those that are offered.
var textSizes = []int{90, 100, 110, 120, 130, 150, 170, 200}

// textSize is how large everything is in the window, in per cent.
func (pr *Program) textSize() int {
	if pr.set.TextSize == 0 {
		return textUsual
	}
	return max(textLeast, min(pr.set.TextSize, textMost))
}

func (pr *Program) scale() float32 { return float32(pr.textSize()) / textUsual }

// setTextSize makes everything in the window larger or smaller; the window itself stays as large as it is.
func (pr *Program) setTextSize(percent int) {
	was := pr.scale()
	pr.remember(func(s *settings.Settings) { s.TextSize = percent })
	if pr.p.Scale == nil || pr.scale() == was {
		return
	}
	size := pr.win.Canvas().Size()
	if frame, ok := pr.frame.Layout.(*frameLayout); ok {
		frame.scale = max(pr.scale(), was) // until the window has its size again
	}
	pr.p.Scale(pr.scale())
	pr.ours = true
	pr.app.Settings().SetTheme(pr.theme) // the toolkit looks at its scale anew
	pr.ours = false
	if !pr.win.FullScreen() {
		ratio := was / pr.scale()
		pr.win.Resize(fyne.NewSize(size.Width*ratio, size.Height*ratio))
	}
	if frame, ok := pr.frame.Layout.(*frameLayout); ok {
		frame.scale = pr.scale()
	}
}

// stepTextSize goes to the next size, larger or smaller.
func (pr *Program) stepTextSize(by int) {
	now, at := pr.textSize(), 0
	for i, size := range textSizes {
		if size <= now {
			at = i
		}
	}
	if by < 0 && textSizes[at] < now {
		at++ // a size of one's own lies between two
	}
	pr.setTextSize(textSizes[max(0, min(at+by, len(textSizes)-1))])
}
