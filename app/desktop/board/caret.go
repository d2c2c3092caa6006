//go:build !nogui

package board

import "footpath/render/scene"

// lines finds places in the text being typed as the scene has broken it.
type lines struct{ b *Board }

func (l lines) body() *scene.TextBox {
	t, ok := l.b.edit.Typing()
	if !ok {
		return nil
	}
	l.b.arrange()
	if g, _, _ := l.b.find(t.Spot); g != nil {
		return g.Body
	}
	return nil
}

// Ends implements edit.Lines.
func (l lines) Ends(at int) (from, to int) {
	body := l.body()
	if body == nil || len(body.Lines) == 0 {
		return 0, at
	}
	line := body.Lines[body.LineOf(at)]
	return line.Start, line.Start + len(line.Text)
}

// Vertical implements edit.Lines.
func (l lines) Vertical(at int, down bool, goal float64) (int, float64, bool) {
	body := l.body()
	if body == nil {
		return at, goal, false
	}
	to := body.LineOf(at) - 1
	if down {
		to += 2
	}
	if goal < 0 {
		goal = body.Caret(at).X
	}
	if to < 0 || to >= len(body.Lines) {
		return at, goal, false
	}
	mark := body.Caret(body.Lines[to].Start)
	return body.Offset(scene.Point{X: goal, Y: mark.Y + mark.H/2}), goal, true
}
