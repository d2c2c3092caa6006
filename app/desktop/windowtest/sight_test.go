//go:build window

package windowtest

import (
	"bytes"
	"image"
	"os/exec"
	"strconv"
	"strings"

	"footpath/mapmodel"
	"footpath/storage/journey"
)

// called is the map of a title as the library has it, be the window open or not.
func (p *program) called(title string) *mapmodel.Map {
	p.t.Helper()
	m, said := p.lookUp(title)
	if m == nil {
		p.t.Fatalf("the library gives no %q: %s", title, said)
	}
	return m
}

// lookUp is called, where the map may not be there yet: then it gives nil and what was said.
func (p *program) lookUp(title string) (*mapmodel.Map, string) {
	p.t.Helper()
	code, said := p.second("export", title, "-f", "yaml", "-o", "-")
	if code != 0 {
		return nil, said
	}
	m, mistakes := journey.Read([]byte(said), mapmodel.NewSeededSource(1))
	if len(mistakes) > 0 {
		p.t.Fatalf("the library gives a file with mistakes: %v", mistakes)
	}
	return m, ""
}

// untilMap waits until the library has the workshop's map as wanted.
func (p *program) untilMap(what string, as func(m *mapmodel.Map) bool) {
	p.t.Helper()
	p.until(what, func() bool {
		m, _ := p.lookUp(workshop)
		return m != nil && as(m)
	})
}

// untilTitled waits until the window shows the map of a title.
func (p *program) untilTitled(title string) {
	p.t.Helper()
	p.until("the window shows "+title, func() bool {
		said, err := exec.Command("xdotool", "getwindowname", p.window).Output()
		return err == nil && strings.HasPrefix(string(said), title+" – ")
	})
}

// untilWindows waits until the program has so many windows on the screen, the newest of them with the keyboard.
func (p *program) untilWindows(n int) {
	p.t.Helper()
	p.until("it has "+strconv.Itoa(n)+" windows", func() bool {
		out, err := exec.Command("xdotool", "search", "--onlyvisible", "--pid", strconv.Itoa(p.cmd.Process.Pid)).Output()
		found := strings.Fields(string(out))
		if err != nil || len(found) != n {
			return false
		}
		at, err := exec.Command("xdotool", "getwindowfocus").Output()
		has := strings.TrimSpace(string(at))
		return err == nil && has != "" && (has == p.window) == (n == 1)
	})
}

// copies puts a text on the clipboard, as another program does.
func (p *program) copies(text string) {
	p.t.Helper()
	cmd := exec.Command("xclip", "-selection", "clipboard")
	cmd.Stdin = strings.NewReader(text)
	if err := cmd.Run(); err != nil {
		p.t.Fatalf("xclip: %v", err)
	}
}

// box is a place of the window: its middle and its size, in pixels.
type box struct{ x, y, wide, high float32 }

// nowhere is no place.
var nowhere box

// ring finds the ring around the selected card by its colour and its shape, as an eye does, and waits until it is elsewhere than
// it was and stays there.
func (p *program) ring(was box) box {
	p.t.Helper()
	const rest = 4 // so many looks running
	found, seen := nowhere, 0
	p.until("the ring is around another card", func() bool {
		now := p.ringNow()
		if now != found {
			found, seen = now, 0
		}
		seen++
		return found != nowhere && found != was && seen >= rest
	})
	return found
}

func (p *program) ringNow() box {
	out, err := exec.Command("import", "-silent", "-window", p.window, "png:-").Output()
	if err != nil {
		return nowhere
	}
	img, _, err := image.Decode(bytes.NewReader(out))
	if err != nil {
		return nowhere
	}
	return ringIn(img)
}

// ringIn finds two upright lines of the board, as high as each other, in what the toolkit's soft edges leave of the accent's colour.
func ringIn(img image.Image) box {
	const least = 24            // a card is higher than a line of letters
	const heads, foot = 190, 28 // above and below the cards
	near := func(value uint32, to, by int) bool { return int(value>>8) >= to-by && int(value>>8) <= to+by }
	accent := func(x, y int) bool {
		r, g, b, _ := img.At(x, y).RGBA()
		return near(r, 0x0B, 45) && near(g, 0x5C, 30) && near(b, 0xAD, 20)
	}
	type line struct{ x, from, to int }
	var lines []line
	size := img.Bounds()
	for x := size.Min.X; x < size.Max.X; x++ {
		from := -1
		for y := size.Min.Y + heads; y <= size.Max.Y-foot; y++ {
			switch on := y < size.Max.Y-foot && accent(x, y); {
			case on && from < 0:
				from = y
			case !on && from >= 0:
				if y-from >= least {
					lines = append(lines, line{x, from, y})
				}
				from = -1
			}
		}
	}
	for i, left := range lines {
		for _, right := range lines[i+1:] {
			if right.from == left.from && right.to == left.to && right.x-left.x >= 100 {
				wide := right.x - left.x + 1
				return box{float32(left.x) + float32(wide)/2, float32(left.from+left.to) / 2, float32(wide), float32(left.to - left.from)}
			}
		}
	}
	return nowhere
}
