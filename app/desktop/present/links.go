//go:build !nogui

package present

import (
	"net/url"
	"strings"

	"fyne.io/fyne/v2"

	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/render/qrcode"
	"footpath/render/scene"
)

// link is a web address that a card, or its evidence, leads to.
type link struct {
	card    mapmodel.ID
	title   string // what the card says
	from    string // the evidence's source
	address string
}

// OpenLinks shows the room the web links of the slide's cards and of their evidence as codes for its cameras, one at a time; from
// the opening those of the whole map, from the closing those of all opportunities.
func (s *Show) OpenLinks() {
	if s.over || s.covered() {
		return
	}
	if s.links = s.findLinks(); len(s.links) == 0 {
		s.notify(s.say(words.LinkNone, nil))
		return
	}
	s.cover(linking)
}

// Link is the address that the room sees as a code; empty where it sees none.
func (s *Show) Link() string {
	if s.at.part != linking {
		return ""
	}
	return s.links[min(max(s.page, 0), len(s.links)-1)].address
}

// findLinks gathers the links, each once, in the order of the cards.
func (s *Show) findLinks() []link {
	var out []link
	seen := map[string]bool{}
	add := func(card *mapmodel.Card, from, address string) {
		if address = strings.TrimSpace(address); isWeb(address) && !seen[address] {
			seen[address] = true
			out = append(out, link{card.ID, wordsOf(card), from, address})
		}
	}
	var kinds []mapmodel.LaneKind
	if s.at.part == closing {
		kinds = append(kinds, mapmodel.LaneOpportunities)
	}
	for card := range s.shown(s.columns(), kinds...) {
		for _, address := range card.Links {
			add(card, "", address)
		}
		for _, id := range card.Evidence {
			if e := mapmodel.Find[*mapmodel.Evidence](s.m, id); e != nil {
				add(card, e.Source, e.Link)
			}
		}
	}
	return out
}

// isWeb tells whether a browser opens an address.
func isWeb(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// linkKey does what a key means to a code, and tells whether it means anything.
func (s *Show) linkKey(key fyne.KeyName) bool {
	if n := digits[key]; n > 0 {
		if n <= len(s.links) && n <= 9 {
			s.moves, s.page = nil, n-1
			s.ask()
			s.tell()
		}
		return true
	}
	switch key {
	case fyne.KeyEscape, fyne.KeyQ:
		s.uncover()
	case fyne.KeyHome, fyne.KeyEnd, fyne.KeyV:
	default:
		return false
	}
	return true
}

// codeFace is the n-th link as the room sees it, but for its modules.
func (s *Show) codeFace(n int) *scene.LinkCode {
	l := s.links[min(max(n, 0), len(s.links)-1)]
	foot := s.say(words.LinkBack, nil)
	if len(s.links) > 1 {
		foot = s.say(words.LinkOthers, words.Args{"n": n + 1, "of": len(s.links)})
	}
	return &scene.LinkCode{
		Card: l.card, Title: l.title, From: l.from, Address: l.address, Quiet: qrcode.Quiet, High: s.screen.pixels.Y, Foot: []string{foot},
		Sorry: s.say(words.LinkTooLong, nil),
	}
}

// coded has the modules that lead to the code's address; without where it is too long for a code.
func coded(face scene.LinkCode) *scene.LinkCode {
	if modules, err := qrcode.Of(face.Address); err == nil {
		face.Modules = modules
	}
	return &face
}
