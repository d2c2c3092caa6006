//go:build !nogui

package home

import (
	"footpath/app/desktop/look"
	"footpath/mapmodel"
	"footpath/render/scene"
)

// sketch is a map as bars: its stages, cards and curve where they really are, too small to read. Width and height are in
// points; everything inside is in proportion to a tile's picture of 316 by 145. The upper corners are those of a tile.
func sketch(m *mapmodel.Map, style *scene.Style, width, height float64) *scene.Group {
	s := &sketcher{m: m, style: style, width: width, height: height, unit: height / 145}
	s.columns()
	s.ground(width, float64(look.TileRadius)-1, style.Surface)
	s.ground(s.left-2*s.unit, 0, style.LaneHead)
	s.chevrons()
	s.lanes()
	return &scene.Group{Size: scene.Point{X: width, Y: height}, Elements: s.elements}
}

type sketcher struct {
	m             *mapmodel.Map
	style         *scene.Style
	width, height float64
	unit          float64 // of the tile's picture, in points
	left          float64 // where the first column begins
	leaves        []mapmodel.ID
	place         map[mapmodel.ID]int // of each leaf column
	elements      []scene.Element
}

// columns finds the leaf columns: steps, and stages without any.
func (s *sketcher) columns() {
	s.left = s.width * 32 / 316
	s.place = map[mapmodel.ID]int{}
	for stage := range s.m.Stages() {
		divided := false
		for step := range s.m.Steps(stage.ID) {
			divided = true
			s.place[step.ID] = len(s.leaves)
			s.leaves = append(s.leaves, step.ID)
		}
		if divided {
			s.place[stage.ID] = s.place[s.leaves[len(s.leaves)-1]]
			continue
		}
		s.place[stage.ID] = len(s.leaves)
		s.leaves = append(s.leaves, stage.ID)
	}
}

// x is where a leaf column begins.
func (s *sketcher) x(leaf int) float64 {
	return s.left + (s.width-s.left-5*s.unit)*float64(leaf)/float64(max(len(s.leaves), 1))
}

func (s *sketcher) box(r scene.Rect, fill scene.Color, radius float64) {
	s.elements = append(s.elements, &scene.Box{Rect: r, Fill: fill, Radius: radius})
}

// ground is a filled strip from the left edge, as tall as the picture, whose upper corners are round as a tile's: the left one
// always, the right one by the radius given.
func (s *sketcher) ground(width, right float64, fill scene.Color) {
	const bend = 0.4477               // of the radius, where the control point of a quarter circle lies
	r := float64(look.TileRadius) - 1 // inside the edge
	s.elements = append(s.elements, &scene.Path{Fill: fill, Segments: []scene.Segment{
		{Op: scene.Move, A: scene.Point{X: 0, Y: s.height}},
		{Op: scene.Line, A: scene.Point{X: 0, Y: r}},
		{Op: scene.Curve, A: scene.Point{X: 0, Y: r * bend}, B: scene.Point{X: r * bend, Y: 0}, C: scene.Point{X: r, Y: 0}},
		{Op: scene.Line, A: scene.Point{X: width - right, Y: 0}},
		{
			Op: scene.Curve, A: scene.Point{X: width - right*bend, Y: 0}, B: scene.Point{X: width, Y: right * bend},
			C: scene.Point{X: width, Y: right},
		},
		{Op: scene.Line, A: scene.Point{X: width, Y: s.height}},
		{Op: scene.Close},
	}})
}

func (s *sketcher) level(y, from float64) {
	s.box(scene.Rect{X: from, Y: y, W: s.width - from, H: 1}, s.style.Hairline, 0)
}

func (s *sketcher) chevrons() {
	top, tall, point := 6*s.unit, 13*s.unit, 3.6*s.unit
	leaf, n := 0, 0
	for stage := range s.m.Stages() {
		first := leaf
		for leaf < len(s.leaves) && s.m.StageOf(s.leaves[leaf]).ID == stage.ID {
			leaf++
		}
		x, end := s.x(first), s.x(leaf)-3*s.unit
		if leaf == len(s.leaves) {
			end = s.x(leaf) - point
		}
		points := []scene.Point{{X: x, Y: top}, {X: end, Y: top}, {X: end + point, Y: top + tall/2}, {X: end, Y: top + tall}, {X: x, Y: top + tall}}
		if n > 0 {
			points = append(points, scene.Point{X: x + point, Y: top + tall/2})
		}
		s.elements = append(s.elements, &scene.Path{Segments: scene.Polyline(true, points...), Fill: s.style.Chevron[n%2]})
		n++
	}
}

func (s *sketcher) lanes() {
	const curveShare = 1.6
	shares := 0.0
	var shown []*mapmodel.Lane
	for lane := range s.m.Lanes() {
		if lane.Hidden {
			continue
		}
		shown = append(shown, lane)
		shares++
		if lane.LaneKind == mapmodel.LaneCurve {
			shares += curveShare - 1
		}
	}
	begins := s.begins()
	y := 23 * s.unit
	one := (s.height - y - 3*s.unit) / max(shares, 1)
	for _, lane := range shown {
		tall := one
		if lane.LaneKind == mapmodel.LaneCurve {
			tall *= curveShare
		}
		s.level(y, 0)
		stub := scene.Rect{X: s.left * 6 / 32, Y: y + tall/2 - 1.5*s.unit, W: s.left * 18 / 32, H: max(3*s.unit, 2)}
		s.box(stub, s.style.Border, stub.H/2)
		if lane.LaneKind == mapmodel.LaneCurve {
			s.level(y+tall/2, s.left-2*s.unit)
			s.curve(y+tall/2, tall/2-4*s.unit)
		} else {
			for column := range s.place {
				if s.cards(lane, column, y, tall); begins && lane.Prompt != "" {
					s.room(lane, column, y, tall)
				}
			}
		}
		y += tall
	}
}

// maxBars is how many cards of a cell are drawn; more would be hairs.
const maxBars = 4

func (s *sketcher) cards(lane *mapmodel.Lane, column mapmodel.ID, y, tall float64) {
	cell := s.m.Cell(column, lane.ID)
	n := min(cell.Len(), maxBars)
	if n == 0 {
		return
	}
	leaf := s.place[column]
	x := s.x(leaf) + s.unit
	wide := s.x(leaf+1) - x - 5*s.unit
	gap := 2.4 * s.unit
	high := (tall - 6*s.unit - gap*float64(n-1)) / float64(n)
	tone := s.style.Tones[lane.LaneKind]
	for i := range n {
		r := scene.Rect{X: x, Y: y + 3*s.unit + float64(i)*(high+gap), W: wide, H: max(high, 1)}
		s.card(r, tone)
		if high >= 9*s.unit {
			part := 0.35 + 0.45*float64(min(len(cell.Card(i).Text), 60))/60
			words := scene.Rect{X: r.X + 5*s.unit, Y: r.Y + r.H/2 - s.unit, W: (wide - 9*s.unit) * part, H: max(2*s.unit, 1)}
			s.box(words, s.style.Text.Mix(tone.Fill, 0.5), words.H/2)
		}
	}
}

// card draws a card's ground and bar; where the ground is that of the map, as in high contrast, it has an edge.
func (s *sketcher) card(r scene.Rect, tone scene.Tone) {
	ground := &scene.Box{Rect: r, Fill: tone.Fill, Radius: 1.5 * s.unit}
	if tone.Fill == s.style.Surface {
		ground.Stroke = scene.Stroke{Color: tone.Bar, Width: 0.75}
	}
	s.elements = append(s.elements, ground)
	s.box(scene.Rect{X: r.X, Y: r.Y, W: max(2*s.unit, 1), H: r.H}, tone.Bar, 0)
}

// begins tells of a map without a card, as a template is: once there are some, what is still asked for would look like them.
func (s *sketcher) begins() bool {
	for card := range s.m.Cards() {
		if !card.Column.IsZero() {
			return false
		}
	}
	return true
}

// room draws an empty place of a lane that asks for cards: pale, and in the first column the prompt as a line.
func (s *sketcher) room(lane *mapmodel.Lane, column mapmodel.ID, y, tall float64) {
	if s.m.StageOf(column).ID == column && s.place[column] < len(s.leaves) && s.leaves[s.place[column]] != column {
		return // a stage with steps: the steps have the places
	}
	leaf, tone := s.place[column], s.style.Tones[lane.LaneKind]
	x := s.x(leaf) + s.unit
	r := scene.Rect{X: x, Y: y + 3*s.unit, W: s.x(leaf+1) - x - 5*s.unit, H: max(tall-6*s.unit, 2)}
	s.card(r, tone)
	if leaf == 0 {
		line := scene.Rect{X: r.X + 5*s.unit, Y: r.Y + r.H/2 - s.unit, W: r.W - 9*s.unit, H: max(2*s.unit, 1)}
		s.box(line, s.style.Text.Mix(tone.Fill, 0.5), line.H/2)
	}
}

// curve draws the first persona's curve about a neutral line; reach is how far up +2 is.
func (s *sketcher) curve(neutral, reach float64) {
	persona := mapmodel.ID{}
	for first := range s.m.Personas() {
		persona = first.ID
		break
	}
	colour := s.style.Curves[0]
	var run, all []scene.Point
	draw := func() {
		if len(run) > 1 {
			s.elements = append(s.elements, &scene.Path{
				Segments: scene.Monotone(run), Stroke: scene.Stroke{Color: colour, Width: max(1.8*s.unit, 1.2), Round: true},
			})
		}
		run = nil
	}
	for _, p := range s.m.EmotionPoints(persona) {
		leaf, ok := s.place[p.Column]
		if !ok {
			continue
		}
		if p.Gap {
			draw()
		}
		at := scene.Point{X: s.x(leaf) + (s.x(leaf+1)-s.x(leaf))*p.At, Y: neutral - reach*float64(p.Value)/2}
		run, all = append(run, at), append(all, at)
	}
	draw()
	for _, at := range all {
		s.elements = append(s.elements, &scene.Path{
			Segments: scene.Circle(at, max(3*s.unit, 1.8)), Fill: colour, Stroke: scene.Stroke{Color: s.style.Surface, Width: 1},
		})
	}
}
