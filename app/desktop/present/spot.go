//go:build !nogui

package present

import (
	"footpath/mapmodel"
	"footpath/render/scene"
)

// part tells what kind of slides stand at a place.
type part uint8

const (
	opening part = iota // what the map is about
	middle              // a stage
	closing             // all opportunities
	voting              // a vote, over one of these
	linking             // a code that leads to a link, over one of these
)

// spot is a place in a presentation: the opening, a stage, or the closing; or what lies over one of them, with its stage.
type spot struct {
	part  part
	stage mapmodel.ID
}

// spotAt is the n-th place, from 0, and which it is: the opening, the stages, and the closing where the map has opportunities.
// Beyond the last it is the last.
func (s *Show) spotAt(n int) (spot, int) {
	at, i := spot{}, 0
	if n <= 0 {
		return at, 0
	}
	for stage := range s.m.Stages() {
		at = spot{middle, stage.ID}
		if i++; i == n {
			return at, i
		}
	}
	if scene.HasClosing(s.m) {
		return spot{part: closing}, i + 1
	}
	return at, i
}

// place is a spot's place, or -1 where it is not on the map.
func (s *Show) place(of spot) int {
	i := 0
	if of.part == opening {
		return i
	}
	for stage := range s.m.Stages() {
		if i++; stage.ID == of.stage {
			return i
		}
	}
	if of.part == closing && scene.HasClosing(s.m) {
		return i + 1
	}
	return -1
}

// stages is how many stages there are.
func (s *Show) stages() int {
	n := 0
	for range s.m.Stages() {
		n++
	}
	return n
}

// goTo makes the n-th place the one that shows, and tells whether it is another slide.
func (s *Show) goTo(n int) bool {
	to, at := s.spotAt(n)
	if to == s.at && (s.page == 0 || n > at) { // past the last place its last slide stays
		s.nth = at
		return false
	}
	if to != s.at {
		s.pages = 0
	}
	s.at, s.nth, s.page = to, at, 0
	return true
}
