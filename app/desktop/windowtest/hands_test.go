//go:build window

package windowtest

import (
	"fmt"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"footpath/app/desktop/play"
)

// hands are xdotool's, on the window that has the focus. X keeps events in
// order, so nothing waits between them.
type hands struct {
	window string
	// pause is what lies between two letters, in milliseconds: a fast typist's.
	pause int
}

var _ play.Hands = (*hands)(nil)

func (h *hands) run(args ...string) error {
	out, err := exec.Command("xdotool", args...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("xdotool %s: %w: %s", strings.Join(args, " "), err, out)
	}
	return nil
}

// Type implements play.Hands.
func (h *hands) Type(text string) error {
	return h.run("type", "--delay", strconv.Itoa(h.pause), "--", text)
}

// Press implements play.Hands.
func (h *hands) Press(keys ...play.Key) error {
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = k.Name()
	}
	return h.run("key", "--delay", strconv.Itoa(h.pause), strings.Join(names, "+"))
}

// at moves the pointer to a point of the window.
func (h *hands) at(x, y float32) []string {
	return []string{"mousemove", "--sync", "--window", h.window, strconv.Itoa(int(x)), strconv.Itoa(int(y))}
}

// holding presses modifiers around a command.
func holding(held []play.Key, args ...string) []string {
	for _, k := range held {
		args = append(append([]string{"keydown", k.Name()}, args...), "keyup", k.Name())
	}
	return args
}

// Click implements play.Hands.
func (h *hands) Click(x, y float32, held ...play.Key) error {
	return h.run(holding(held, append(h.at(x, y), "click", "1")...)...)
}

// DoubleClick implements play.Hands.
func (h *hands) DoubleClick(x, y float32) error {
	return h.run(append(h.at(x, y), "click", "--repeat", "2", "--delay", "60", "1")...)
}

// Drag implements play.Hands.
func (h *hands) Drag(fromX, fromY, toX, toY float32, held ...play.Key) error {
	args := append(h.at(fromX, fromY), "mousedown", "1")
	for i := range 8 {
		part := float32(i+1) / 8
		args = append(args, h.at(fromX+(toX-fromX)*part, fromY+(toY-fromY)*part)...)
	}
	return h.run(holding(held, append(args, "mouseup", "1")...)...)
}

// testing.TB is what play asks for.
var _ play.TB = testing.TB(nil)
