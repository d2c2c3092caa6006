//go:build !nogui && !ci

package launch

import (
	"image"
	"runtime"

	"github.com/go-gl/glfw/v3.4/glfw"

	"footpath/app/desktop/present"
)

// secondDisplay finds a display beside the main one. It is called on the UI goroutine. The toolkit can fill one too, but tells them
// apart by names, which two alike share, and on X11 leaves it to the window manager, of which some fill the display the window is
// on. So a window is put there first, wherever the system lets one be put.
func secondDisplay() present.Display {
	main := glfw.GetPrimaryMonitor()
	if main == nil {
		return present.Display{}
	}
	x, y := main.GetPos()
	for _, m := range glfw.GetMonitors() {
		left, top := m.GetPos()
		mode := m.GetVideoMode()
		if mode == nil || left == x && top == y { // it shows the same
			continue
		}
		d := present.Display{There: true}
		if runtime.GOOS != "darwin" && glfw.GetPlatform() != glfw.PlatformWayland {
			d.Placed, d.Bounds = true, image.Rect(left, top, left+mode.Width, top+mode.Height)
		}
		return d
	}
	return present.Display{}
}
