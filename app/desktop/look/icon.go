//go:build !nogui

package look

import (
	"bytes"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"footpath/assets/icons"
)

// icon is a drawing in the colour of a role. It is asked for its name and content at each painting, so it follows the theme.
type icon struct {
	name icons.Name
	role Role
	svg  []byte
}

// Icon is one of our drawings in the colour of a role. A name that is not drawn gives an empty drawing.
func Icon(name icons.Name, role Role) fyne.Resource {
	svg, err := icons.SVG(name)
	if err != nil {
		svg = []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"/>`)
	}
	return &icon{name: name, role: role, svg: svg}
}

func (i *icon) colour() string {
	r, g, b, _ := theme.Color(i.role).RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

// strokeWidth is the width of lines in pixels: 1.5 points, however large the drawing. The toolkit's painter takes it so, and
// scales nothing but the path.
func strokeWidth() float32 {
	scale := float32(1)
	if windows := fyne.CurrentApp().Driver().AllWindows(); len(windows) > 0 {
		scale = windows[0].Canvas().Scale()
	}
	return 1.5 * max(scale, 0.5)
}

// Name implements fyne.Resource. The toolkit keeps pictures by name, so the colour and the lines' width are part of it.
func (i *icon) Name() string {
	return fmt.Sprintf("%s-%s-%g.svg", i.name, i.colour()[1:], strokeWidth())
}

// Content implements fyne.Resource.
func (i *icon) Content() []byte {
	svg := bytes.ReplaceAll(i.svg, []byte("currentColor"), []byte(i.colour()))
	return bytes.ReplaceAll(svg, []byte(`stroke-width="1.5"`), fmt.Appendf(nil, `stroke-width="%g"`, strokeWidth()))
}
