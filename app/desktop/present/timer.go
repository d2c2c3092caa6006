//go:build !nogui

package present

import (
	"fmt"
	"time"
)

// Timer counts down, and past zero up. Its zero value is not set. The times it is given must not run backwards.
type Timer struct {
	total  time.Duration
	end    time.Time
	left   time.Duration // while it rests
	set    bool
	paused bool
}

// Start sets the timer to a time from now on.
func (t *Timer) Start(now time.Time, total time.Duration) {
	*t = Timer{total: total, end: now.Add(total), set: true}
}

// Add gives more time; past zero that counts from now on.
func (t *Timer) Add(now time.Time, more time.Duration) {
	if !t.set {
		return
	}
	left := max(t.Left(now), 0) + more
	t.total = max(t.total, 0) + more
	t.end, t.left = now.Add(left), left
}

// Pause stops the time, or lets it go on.
func (t *Timer) Pause(now time.Time) {
	if !t.set {
		return
	}
	if t.paused {
		t.end = now.Add(t.left)
	} else {
		t.left = t.end.Sub(now)
	}
	t.paused = !t.paused
}

// Clear puts the timer away.
func (t *Timer) Clear() { *t = Timer{} }

// Set tells whether there is a timer, Paused whether it rests.
func (t *Timer) Set() bool { return t.set }

// Paused tells whether the timer rests.
func (t *Timer) Paused() bool { return t.paused }

// Total is the whole time.
func (t *Timer) Total() time.Duration { return t.total }

// Left is the time that is left; negative past zero.
func (t *Timer) Left(now time.Time) time.Duration {
	switch {
	case !t.set:
		return 0
	case t.paused:
		return t.left
	}
	return t.end.Sub(now)
}

// Share is how much of the time is left, 0 to 1.
func (t *Timer) Share(now time.Time) float64 {
	if t.total <= 0 {
		return 0
	}
	return min(max(float64(t.Left(now))/float64(t.total), 0), 1)
}

// lateShare is the part of the time from which on it shows that it runs out.
const lateShare = 0.2

// Late tells whether the time runs out or is over.
func (t *Timer) Late(now time.Time) bool { return t.set && t.Share(now) <= lateShare }

// Clock is the time in digits: 4:12, 1:02:00, and past zero +0:07. A second that has begun still counts, so that a minute is 1:00 at
// first, and 0:00 is the end.
func (t *Timer) Clock(now time.Time) string {
	left := t.Left(now)
	sign := ""
	seconds := int64((left + time.Second - 1) / time.Second)
	if left <= -time.Second {
		sign, seconds = "+", int64(-left/time.Second)
	}
	hours, minutes := seconds/3600, seconds/60%60
	if hours > 0 {
		return fmt.Sprintf("%s%d:%02d:%02d", sign, hours, minutes, seconds%60)
	}
	return fmt.Sprintf("%s%d:%02d", sign, minutes, seconds%60)
}

// next is when the digits change.
func (t *Timer) next(now time.Time) time.Duration {
	left := t.Left(now)
	wait := left % time.Second // of a second that has begun, what is left of it
	if wait <= 0 {
		wait += time.Second
	}
	return wait
}
