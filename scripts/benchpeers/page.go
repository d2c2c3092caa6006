package main

import (
	"bytes"
	"fmt"
	"html/template"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"footpath/app/formats"
	"footpath/assets/fonts"
	"footpath/mapmodel"
	"footpath/render/scene"
)

// page is what a web page needs to show a map as our paper does: the same words
// in the same grid on a sheet of the same size. Lengths are in points.
type page struct {
	Language, Title, State, Scenario, Map, Goals string
	NoOwner, Impact, Effort, Legend, Foot        string
	Width, Height, Lane, Column                  float64
	Personas                                     []*mapmodel.Persona
	Stages                                       []*mapmodel.Stage
	Lanes                                        []lane
	Curve                                        *curve
}

type lane struct {
	Name, Kind string
	Cells      [][]card
	Curve      bool
}

// card is a card's words, and the sign by which others name it.
type card struct{ Text, Badge string }

// curve is the emotion curve, drawn by the browser from its points.
type curve struct {
	Width, Height float64
	Line          string
	Dots          []dot
}

type dot struct {
	X, Y  float64
	Words string
}

const curveHeight = 120

// newPage takes the size of the sheet from our own layout of the map.
func newPage(m *mapmodel.Map, s *scene.Scene) page {
	say := formats.PageWords(m)
	paper := s.Pages[0]
	header := m.Header()
	p := page{
		Language: "en", Title: header.Title, Scenario: header.Scenario, State: say("page.state." + string(header.State)), Map: say("page.map"), Goals: say("page.goals"),
		Width: paper.Size.X, Height: paper.Size.Y, Lane: paper.Grid.Columns[0].X - scene.Print().Margin, Column: paper.Grid.Columns[0].W,
	}
	p.NoOwner, p.Impact, p.Effort, p.Legend = say("page.no-owner"), say("page.impact"), say("page.effort"), say("page.legend")
	p.Foot = strings.NewReplacer("{n}", "1", "{m}", "1").Replace(say("page.page"))
	for persona := range m.Personas() {
		p.Personas = append(p.Personas, persona)
	}
	column := map[mapmodel.ID]int{}
	for stage := range m.Stages() {
		column[stage.ID] = len(p.Stages)
		p.Stages = append(p.Stages, stage)
	}
	badges := map[mapmodel.LaneKind]int{}
	for l := range m.Lanes() {
		row := lane{Name: l.Name, Kind: string(l.LaneKind), Curve: l.LaneKind == mapmodel.LaneCurve}
		if row.Name == "" {
			row.Name = say("page.lane." + string(l.LaneKind))
		}
		for _, stage := range p.Stages {
			var cards []card
			for c := range m.Cell(stage.ID, l.ID).Cards() {
				badges[l.LaneKind]++
				cards = append(cards, card{c.Text, badge(l.LaneKind, badges[l.LaneKind])})
			}
			row.Cells = append(row.Cells, cards)
		}
		p.Lanes = append(p.Lanes, row)
	}
	p.Curve = newCurve(m.EmotionPoints(p.Personas[0].ID), column, p.Column)
	return p
}

func newCurve(points []mapmodel.EmotionPoint, column map[mapmodel.ID]int, width float64) *curve {
	c := &curve{Width: width * float64(len(column)), Height: curveHeight}
	var line strings.Builder
	for _, p := range points {
		at := dot{width * (float64(column[p.Column]) + p.At), curveHeight/2 - float64(p.Value)*curveHeight/5, strings.Join(strings.Fields(p.Card.Text)[:3], " ")}
		fmt.Fprintf(&line, "%.2f,%.2f ", at.X, at.Y)
		c.Dots = append(c.Dots, at)
	}
	c.Line = line.String()
	return c
}

// badge is the sign of the n-th card of a lane: insights have letters,
// opportunities have numbers.
func badge(kind mapmodel.LaneKind, n int) string {
	switch kind {
	case mapmodel.LaneInsights:
		return string(rune('A' + n%26))
	case mapmodel.LaneOpportunities:
		return strconv.Itoa(n)
	}
	return ""
}

// write puts the page and its fonts into a folder and gives the page's path.
func (p page) write(folder string) (string, error) {
	for name, data := range map[string][]byte{"regular.ttf": fonts.Regular, "bold.ttf": fonts.Bold, "italic.ttf": fonts.Italic} {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o600); err != nil {
			return "", err
		}
	}
	path := filepath.Join(folder, "map.html")
	var html bytes.Buffer
	if err := sheet.Execute(&html, p); err != nil {
		return "", err
	}
	return path, os.WriteFile(path, html.Bytes(), 0o600)
}

var sheet = template.Must(template.New("page").Parse(`<!doctype html>
<html lang="{{.Language}}"><head><meta charset="utf-8"><title>{{.Title}}</title><style>
@font-face { font-family: "Noto Sans"; src: url(regular.ttf); font-weight: 400 }
@font-face { font-family: "Noto Sans"; src: url(bold.ttf); font-weight: 700 }
@font-face { font-family: "Noto Sans"; src: url(italic.ttf); font-style: italic }
@page { size: {{.Width}}pt {{.Height}}pt; margin: 0 }
* { box-sizing: border-box; margin: 0; padding: 0 }
body { font: 9pt/1.2 "Noto Sans"; color: #1b1f24; padding: 16pt 28pt 0; print-color-adjust: exact }
header { display: flex; gap: 16pt; margin-bottom: 8pt }
h1 { font-size: 26pt; line-height: 1.1 }
.persona { border: .5pt solid #7c8796; padding: 4pt 8pt }
.persona li { list-style: none }
.map { display: grid; grid-template-columns: {{.Lane}}pt repeat({{len .Stages}}, {{.Column}}pt); row-gap: 4pt }
h2 { font-size: 13pt; line-height: 1.15; background: #24476b; color: #fff; padding: 4pt 8pt; margin-right: 3pt }
h2 small { display: block; font-size: 8pt; font-weight: 400 }
h3 { font-size: 10pt; background: #e8ecf1; padding: 6pt; margin-right: 4pt }
.cell { display: flex; flex-direction: column; gap: 4pt; padding: 3pt 5pt; border-right: .5pt solid #d3d9e0 }
.card { border-left: 2.5pt solid #2d6cd1; border-radius: 1.5pt; background: #ecf2fb; padding: 3.5pt 7pt 3.5pt 9pt }
.card.feelings { border-color: #49396a; background: #eeecf1 }
.card.touchpoints { border-color: #2b9fbf; background: #ebf6f9 }
.card.insights { border-color: #296751; background: #ebf0ee }
.card.opportunities { border-color: #8a5a00; background: #fff3c4 }
.feelings { font-style: italic }
.card b { float: left; border-radius: 6pt; min-width: 11pt; margin-right: 4pt; text-align: center; background: #8a5a00; color: #fff; font-size: 7.5pt }
.card p { border-top: .5pt solid #8a5a00; font-size: 7.5pt }
.card i { color: #b3261e }
footer { font-size: 7.5pt; text-align: right }
.curve { grid-column: span {{len .Stages}} }
</style></head><body>
<header><div><p>{{.Map}} · {{.State}}</p><h1>{{.Title}}</h1><p>{{.Scenario}}</p></div>
{{range .Personas}}<div class="persona"><b>{{.Name}}</b><p>{{.Role}}</p><p>{{$.Goals}}</p><ul>{{range .Goals}}<li>{{.}}</li>{{end}}</ul></div>{{end}}</header>
<div class="map"><div></div>{{range .Stages}}<h2>{{.Name}}<small>{{.Description}}</small></h2>{{end}}
{{range $lane := .Lanes}}<h3>{{.Name}}</h3>
{{if .Curve}}<svg class="curve" width="{{$.Curve.Width}}pt" height="{{$.Curve.Height}}pt" viewBox="0 0 {{$.Curve.Width}} {{$.Curve.Height}}"><polyline points="{{$.Curve.Line}}" fill="none" stroke="#24476b" stroke-width="2.25"/>{{range $.Curve.Dots}}<circle cx="{{.X}}" cy="{{.Y}}" r="5" fill="#d98a1f"/><text x="{{.X}}" y="{{.Y}}" dy="-8" text-anchor="middle" font-size="7.5">{{.Words}}</text>{{end}}</svg>
{{else}}{{range .Cells}}<div class="cell">{{range .}}<div class="card {{$lane.Kind}}">{{if .Badge}}<b>{{.Badge}}</b>{{end}}{{.Text}}{{if eq $lane.Kind "opportunities"}}<p><i>{{$.NoOwner}}</i><br>{{$.Impact}} – {{$.Effort}} –</p>{{end}}</div>{{end}}</div>{{end}}{{end}}{{end}}
</div><footer>{{.Legend}} · {{.Title}} · {{.State}} · {{.Foot}}</footer></body></html>
`))
