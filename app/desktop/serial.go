//go:build !nogui

package desktop

import "sync"

// serial runs functions off the UI goroutine, one after the other, in the order they came.
type serial struct {
	work func(func())

	mu      sync.Mutex
	queue   []func()
	running bool
}

// do adds a function.
func (s *serial) do(f func()) {
	s.mu.Lock()
	s.queue = append(s.queue, f)
	start := !s.running
	s.running = true
	s.mu.Unlock()
	if start {
		s.work(s.run)
	}
}

// idle is closed when everything added so far has been done.
func (s *serial) idle() <-chan struct{} {
	done := make(chan struct{})
	s.do(func() { close(done) })
	return done
}

func (s *serial) run() {
	for {
		s.mu.Lock()
		if len(s.queue) == 0 {
			s.running = false
			s.mu.Unlock()
			return
		}
		f := s.queue[0]
		s.queue = s.queue[1:]
		s.mu.Unlock()
		f()
	}
}
