//go:build !nogui

package present

import "time"

// covered tells whether something lies over the slides: a vote, or a code.
func (s *Show) covered() bool { return s.at.part == voting || s.at.part == linking }

// cover lays something over the slide that shows.
func (s *Show) cover(with part) {
	s.moves = nil
	s.lift()
	s.under, s.underPage = s.at, s.page
	s.at, s.page, s.pages = spot{with, s.at.stage}, 0, 0
	s.ask()
	s.tell()
}

// uncover goes back to the slide below; where its stage is gone, to the one in its place.
func (s *Show) uncover() {
	s.moves = nil
	s.at, s.page, s.pages = s.under, s.underPage, 0
	if at := s.place(s.at); at >= 0 {
		s.nth = at
	} else {
		s.goTo(s.nth)
	}
	s.ask()
	s.tell()
}

// toFirst goes to the first of what covers the slides.
func (s *Show) toFirst() { s.moves, s.page, s.pages = nil, 0, 0 }

// noticeTime is how long a notice stands.
const noticeTime = 5 * time.Second

// notify says something over the slide for a moment.
func (s *Show) notify(words string) {
	s.notices++
	s.screen.setNotice(words)
	nth := s.notices
	s.p.After(noticeTime, func() {
		if nth == s.notices {
			s.quiet()
		}
	})
}

// quiet takes the notice away.
func (s *Show) quiet() {
	if !s.over {
		s.notices++
		s.screen.setNotice("")
	}
}

// Notice is what stands over the slide; empty for nothing.
func (s *Show) Notice() string { return s.screen.notice }
