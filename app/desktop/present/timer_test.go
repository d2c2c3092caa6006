//go:build !nogui

package present

import (
	"testing"
	"time"
)

var nine = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

func TestTheTimerCountsDownAndPastZeroUp(t *testing.T) {
	var timer Timer
	timer.Start(nine, 5*time.Minute)
	for _, c := range []struct {
		after time.Duration
		clock string
		late  bool
	}{
		{0, "5:00", false},
		{time.Millisecond, "5:00", false},
		{time.Second, "4:59", false},
		{48 * time.Second, "4:12", false},
		{4*time.Minute - time.Second, "1:01", false},
		{4 * time.Minute, "1:00", true},
		{5*time.Minute - time.Millisecond, "0:01", true},
		{5 * time.Minute, "0:00", true},
		{5*time.Minute + 999*time.Millisecond, "0:00", true},
		{5*time.Minute + time.Second, "+0:01", true},
		{6*time.Minute + 7*time.Second, "+1:07", true},
		{2*time.Hour + 5*time.Minute, "+2:00:00", true},
	} {
		now := nine.Add(c.after)
		if got := timer.Clock(now); got != c.clock || timer.Late(now) != c.late {
			t.Errorf("after %v: %s, late %v", c.after, got, timer.Late(now))
		}
	}
}

func TestTheDigitsChangeExactlyWhenTheTimerSaysTheyDo(t *testing.T) {
	var timer Timer
	timer.Start(nine, 2*time.Second)
	now, seen := nine.Add(300*time.Millisecond), []string{}
	for range 6 {
		clock := timer.Clock(now)
		next := timer.next(now)
		if before := timer.Clock(now.Add(next - 1)); next > 1 && before != clock {
			t.Errorf("%s became %s early", clock, before)
		}
		now = now.Add(next)
		seen = append(seen, timer.Clock(now))
	}
	want := []string{"0:01", "0:00", "+0:01", "+0:02", "+0:03", "+0:04"}
	for i := range want {
		if seen[i] != want[i] {
			t.Fatalf("the digits were %v", seen)
		}
	}
}

func TestATimerThatRestsLosesNoTime(t *testing.T) {
	var timer Timer
	timer.Start(nine, time.Minute)
	timer.Pause(nine.Add(20 * time.Second))
	later := nine.Add(time.Hour)
	if got := timer.Clock(later); got != "0:40" || !timer.Paused() {
		t.Errorf("resting, it shows %s", got)
	}
	timer.Pause(later)
	if got := timer.Clock(later.Add(10 * time.Second)); got != "0:30" {
		t.Errorf("going on, it shows %s", got)
	}
}

func TestAMinuteMoreIsAMinuteMore(t *testing.T) {
	var timer Timer
	timer.Add(nine, time.Minute)
	if timer.Set() {
		t.Error("a minute more of nothing is a timer")
	}
	timer.Start(nine, time.Minute)
	now := nine.Add(50 * time.Second)
	timer.Add(now, time.Minute)
	if got := timer.Clock(now); got != "1:10" || timer.Late(now) {
		t.Errorf("ten seconds and a minute are %s", got)
	}
	over := nine.Add(10 * time.Minute)
	if timer.Add(over, time.Minute); timer.Clock(over) != "1:00" {
		t.Errorf("past zero, a minute more is %s", timer.Clock(over))
	}
	if timer.Clear(); timer.Set() || timer.Late(over) {
		t.Error("it is not put away")
	}
}
