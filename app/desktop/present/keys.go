//go:build !nogui

package present

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"footpath/app/words"
	"footpath/render/scene"
)

// Minutes are the times a command offers for the timer.
var Minutes = []int{1, 2, 3, 5, 8, 10, 15}

var digits = map[fyne.KeyName]int{
	fyne.Key0: 10, fyne.Key1: 1, fyne.Key2: 2, fyne.Key3: 3, fyne.Key4: 4, fyne.Key5: 5, fyne.Key6: 6, fyne.Key7: 7, fyne.Key8: 8, fyne.Key9: 9,
}

// TypedKey does what a key means to a presentation. Remote controls send arrows, PgUp and PgDn, F5, Esc and the full stop.
func (s *Show) TypedKey(k *fyne.KeyEvent) {
	if s.over || modifiers[k.Name] {
		return
	}
	told := s.Notice()
	s.quiet()
	if s.asking && s.answer(k.Name) || s.vote != nil && s.voteKey(k.Name) || s.at.part == linking && s.linkKey(k.Name) {
		return
	}
	switch k.Name {
	case fyne.KeyRight, fyne.KeyDown, fyne.KeySpace, fyne.KeyPageDown, fyne.KeyReturn, fyne.KeyEnter:
		s.Next()
	case fyne.KeyLeft, fyne.KeyUp, fyne.KeyPageUp, fyne.KeyBackspace:
		s.Previous()
	case fyne.KeyHome:
		s.GoTo(0)
	case fyne.KeyEnd:
		s.GoTo(math.MaxInt)
	case fyne.KeyB, fyne.KeyPeriod:
		s.BlankOut()
	case fyne.KeyF:
		s.Freeze()
	case fyne.KeyT:
		s.asking = true
		s.tick()
	case fyne.KeyV:
		s.OpenVote()
	case fyne.KeyQ:
		s.OpenLinks()
	case fyne.KeyPlus, fyne.KeyEqual:
		s.enlarge(1)
	case fyne.KeyMinus:
		s.enlarge(-1)
	case fyne.KeyF1:
		s.tellKeys()
	case fyne.KeyF11:
		s.turnFull()
	case fyne.KeyEscape:
		if told == "" || told == s.say(words.PresentKeys, nil) { // else it took away what was answered
			s.End()
		}
	default:
		if n := digits[k.Name]; n == 10 {
			s.GoTo(0)
		} else if n > 0 {
			if n <= s.stages() {
				s.GoTo(n)
			}
		} else if s.p.OnKey != nil {
			s.p.OnKey(k)
		}
	}
}

// modifiers are the keys that are held while another is pressed; alone they mean nothing.
var modifiers = map[fyne.KeyName]bool{
	desktop.KeyShiftLeft: true, desktop.KeyShiftRight: true, desktop.KeyControlLeft: true, desktop.KeyControlRight: true,
	desktop.KeyAltLeft: true, desktop.KeyAltRight: true, desktop.KeySuperLeft: true, desktop.KeySuperRight: true, desktop.KeyCapsLock: true,
}

// turnFull leaves the full screen, so that the window can be dragged to another display, or fills the one it is on. A window that
// was full from the start stays as large as the screen when it leaves that, so another takes its place.
func (s *Show) turnFull() {
	if !s.win.FullScreen() {
		s.win.SetFullScreen(true)
		return
	}
	full := s.win
	s.open()
	s.win.Show()
	full.Close()
	s.ask()
	s.tick()
}

// answer takes the key that says how long, or what else the timer should do; what says neither ends the question and means what it
// means otherwise.
func (s *Show) answer(key fyne.KeyName) bool {
	s.asking = false
	defer s.tick()
	if n := digits[key]; n > 0 {
		s.SetTimer(n)
		return true
	}
	switch key {
	case fyne.KeyT:
		s.SetTimer(15)
	case fyne.KeyP:
		s.PauseTimer()
	case fyne.KeyPlus, fyne.KeyEqual:
		s.MoreTime()
	case fyne.KeyDelete, fyne.KeyBackspace:
		s.ClearTimer()
	case fyne.KeyEscape:
	default:
		return false
	}
	return true
}

// enlarge makes all type larger, or smaller again; never smaller than at first.
func (s *Show) enlarge(by int) {
	at := min(max(s.zoom+by, 0), len(zooms)-1)
	if at == s.zoom {
		return
	}
	s.zoom = at
	s.screen.face = scene.TimerFace{}
	s.ask()
}

// SetTimer gives the room so many minutes.
func (s *Show) SetTimer(minutes int) {
	s.timer.Start(s.p.Now(), time.Duration(minutes)*time.Minute)
	s.tick()
}

// PauseTimer stops the time, or lets it go on.
func (s *Show) PauseTimer() {
	s.timer.Pause(s.p.Now())
	s.tick()
}

// MoreTime gives the room a minute more.
func (s *Show) MoreTime() {
	s.timer.Add(s.p.Now(), time.Minute)
	s.tick()
}

// ClearTimer puts the timer away.
func (s *Show) ClearTimer() {
	s.timer.Clear()
	s.tick()
}

// tick shows the timer as it is now, and comes back when its digits change.
func (s *Show) tick() {
	s.ticks++
	if s.over {
		return
	}
	face := s.timerFace()
	s.makeRoom(face)
	s.screen.setTimer(face)
	if turn := s.ticks; s.timer.Set() && !s.timer.Paused() {
		s.p.After(s.timer.next(s.p.Now()), func() {
			if turn == s.ticks {
				s.tick()
			}
		})
	}
}

// timerFace is what the timer shows; nil where there is none.
func (s *Show) timerFace() *scene.TimerFace {
	now := s.p.Now()
	face := &scene.TimerFace{Clock: s.timer.Clock(now), Share: s.timer.Share(now), Late: s.timer.Late(now)}
	switch {
	case s.asking && !s.timer.Set():
		face.Clock, face.Share = "–:––", 1
		face.Head, face.Line = s.say(words.PresentTimerSet, nil), s.say(words.PresentTimerKeys, nil)
		return face
	case !s.timer.Set():
		return nil
	case s.asking:
		face.Head, face.Line = s.say(words.PresentTimerKeys, nil), s.say(words.PresentTimerRun, nil)
		return face
	case s.timer.Paused():
		face.Head = s.say(words.PresentTimerPaused, nil)
	case s.timer.Left(now) <= 0:
		face.Head = s.say(words.PresentTimerOver, nil)
	default:
		face.Head = s.say(words.PresentTimerLeft, nil)
	}
	face.Line = s.say(words.PresentTimerOf, words.Args{"n": int(s.timer.Total() / time.Minute)})
	return face
}

// makeRoom keeps the header's words off the timer. It goes by steps, so that the slide is not set anew with every digit.
func (s *Show) makeRoom(face *scene.TimerFace) {
	aside := 0.0
	if face != nil {
		const step = 80
		aside = step*math.Ceil(scene.Timer(s.style, *face).Size.X/step) + 40
	}
	if aside != s.aside {
		s.aside = aside
		s.ask()
	}
}
