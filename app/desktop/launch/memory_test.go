//go:build !nogui

package launch

import (
	"math"
	"runtime/debug"
	"testing"
)

func TestTheCollectorWorksAfterAStartAsBefore(t *testing.T) {
	for _, was := range []struct {
		percent int
		limit   int64
		during  int64
	}{{100, math.MaxInt64, startMemory}, {50, 1 << 30, 1 << 30}} {
		percent, limit := debug.SetGCPercent(was.percent), debug.SetMemoryLimit(was.limit)
		tidy := withoutCollector()
		if now := debug.SetMemoryLimit(-1); now != was.during {
			t.Errorf("during a start the limit is %d, not %d", now, was.during)
		}
		tidy()
		if now := debug.SetMemoryLimit(limit); now != was.limit {
			t.Errorf("the limit is %d, not %d", now, was.limit)
		}
		if now := debug.SetGCPercent(percent); now != was.percent {
			t.Errorf("the collector's share is %d, not %d", now, was.percent)
		}
	}
}
