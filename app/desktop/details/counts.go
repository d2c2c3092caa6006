//go:build !nogui

package details

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/mapmodel"
)

// counts are how many answers each score of a survey got, a line to type in for each.
type counts struct {
	row    *row
	kind   mapmodel.SurveyKind // whose scores the lines are
	each   []*typed
	box    *fyne.Container
	result *parts.Text
}

func newCounts(r *row) control {
	c := &counts{row: r, result: parts.NewText("", parts.Type{Bold: true, Cut: true})}
	c.box = parts.Column(6)
	c.rebuild("")
	return c
}

// rebuild makes the lines of a kind of survey; before one is shown there are none but a first.
func (c *counts) rebuild(kind mapmodel.SurveyKind) {
	c.kind, c.each, c.box.Objects = kind, nil, nil
	low, high := kind.Scale()
	const abreast = 4
	across := abreast
	if high-low+1 == 5 {
		across = 5
	}
	var cells []fyne.CanvasObject
	for score := low; score <= high; score++ {
		t := c.line(score - low)
		c.each = append(c.each, t)
		name := parts.NewText(strconv.Itoa(score), parts.Type{Size: look.Meta, Role: look.Secondary})
		cells = append(cells, parts.Column(2, name, t.field))
	}
	for len(cells)%across != 0 {
		cells = append(cells, parts.Gap(1, 1))
	}
	for row := range slices.Chunk(cells, across) {
		c.box.Objects = append(c.box.Objects, parts.Abreast(6, row...))
	}
	c.box.Objects = append(c.box.Objects, c.result)
	c.row.form.d.relayout()
}

// line is the number of answers to the score at a place of the scale.
func (c *counts) line(at int) *typed {
	t := &typed{format: func(v shared) string {
		if s, ok := v.records[0].(*mapmodel.Survey); ok && at < len(s.Counts) && s.Counts[at] > 0 {
			return strconv.Itoa(s.Counts[at])
		}
		return ""
	}}
	t.line(c.row)
	t.keep = func(text string, group mapmodel.ID) bool {
		n := 0
		if text = strings.NewReplacer(" ", "", ",", "", ".", "").Replace(text); text != "" {
			var err error
			if n, err = strconv.Atoi(text); err != nil || n < c.row.f.Min || n > c.row.f.Max {
				c.row.wrong(&mapmodel.BadValue{Kind: mapmodel.KindSurvey, Field: c.row.f.Name})
				return false
			}
		}
		return c.row.alter(group, func(r mapmodel.Record) {
			if s, ok := r.(*mapmodel.Survey); ok {
				s.Counts = counted(s, at, n)
			}
		})
	}
	return t
}

// counted are a survey's numbers with another at a place; none where nobody answered.
func counted(s *mapmodel.Survey, at, n int) []int {
	low, high := s.SurveyKind.Scale()
	out := make([]int, high-low+1)
	copy(out, s.Counts)
	if at < len(out) {
		out[at] = n
	}
	if !slices.ContainsFunc(out, func(n int) bool { return n > 0 }) {
		return nil
	}
	return out
}

func (c *counts) object() fyne.CanvasObject { return c.box }

func (c *counts) first() fyne.Focusable { return c.each[0].first() }

func (c *counts) has(focused fyne.Focusable) bool {
	return slices.ContainsFunc(c.each, func(t *typed) bool { return t.has(focused) })
}

func (c *counts) flush() {
	for _, t := range c.each {
		t.flush()
	}
}

func (c *counts) show(v shared) {
	s, ok := v.records[0].(*mapmodel.Survey)
	if !ok {
		return
	}
	if s.SurveyKind != c.kind {
		c.rebuild(s.SurveyKind)
	}
	for _, t := range c.each {
		t.show(v)
	}
	c.result.Set(c.row.form.d.result(s))
}
