package scene_test

import (
	"fmt"
	"strings"

	"footpath/render/scene"
)

// dumper writes a scene as text, a line an element.
type dumper struct{ strings.Builder }

func (d *dumper) printf(format string, args ...any) { d.WriteString(fmt.Sprintf(format, args...)) }

// dump writes the first page of a scene, group by group.
func dump(s *scene.Scene) string {
	var d dumper
	page := s.Pages[0]
	d.printf("page %.1f × %.1f\n", page.Size.X, page.Size.Y)
	for g := range page.All() {
		d.printf("group %d at %.1f,%.1f size %.1f × %.1f\n", g.Group.Role, g.At.X, g.At.Y, g.Group.Size.X, g.Group.Size.Y)
		g.Group.Draw(&d, scene.Point{})
	}
	return d.String()
}

func hex(c scene.Color) string {
	if c.A == 0 {
		return "-"
	}
	return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B)
}

func line(s scene.Stroke) string {
	if s.Width == 0 {
		return "-"
	}
	return fmt.Sprintf("%s/%.2f%v", hex(s.Color), s.Width, s.Dash)
}

// Box implements scene.Painter.
func (d *dumper) Box(e *scene.Box, _ scene.Point) {
	d.printf("  box %.1f,%.1f %.1f × %.1f r%.1f %s %s\n", e.X, e.Y, e.W, e.H, e.Radius, hex(e.Fill), line(e.Stroke))
}

// Path implements scene.Painter.
func (d *dumper) Path(e *scene.Path, at scene.Point) {
	d.printf("  path %d %s %s", len(e.Segments), hex(e.Fill), line(e.Stroke))
	for _, s := range e.Segments {
		d.printf(" %c", "MLCZ"[s.Op])
		switch s.Op {
		case scene.Move, scene.Line:
			d.printf("%.1f,%.1f", s.A.X+at.X, s.A.Y+at.Y)
		case scene.Curve:
			d.printf("%.1f,%.1f %.1f,%.1f %.1f,%.1f", s.A.X+at.X, s.A.Y+at.Y, s.B.X+at.X, s.B.Y+at.Y, s.C.X+at.X, s.C.Y+at.Y)
		}
	}
	d.WriteByte('\n')
}

// Picture implements scene.Painter.
func (d *dumper) Picture(e *scene.Picture, _ scene.Point) {
	d.printf("  picture %.1f,%.1f %.1f × %.1f r%.1f %d × %d %q\n", e.X, e.Y, e.W, e.H, e.Radius, e.Image.Width, e.Image.Height, e.Words)
}

// Run implements scene.Painter.
func (d *dumper) Run(e *scene.Run, _ scene.Point) {
	d.printf("  run %.1f,%.1f %.1f %s %s %q\n", e.X, e.Y, e.Size, e.Face, hex(e.Color), e.Text)
}
