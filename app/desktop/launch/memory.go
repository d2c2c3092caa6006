//go:build !nogui

package launch

import (
	"math"
	"runtime/debug"
)

// startMemory is how many bytes a start may take before the garbage collector is needed after all.
const startMemory = 256 << 20

// withoutCollector lets a start go on without the garbage collector: a heap that grows from nothing is gone through again and
// again while next to nothing in it is garbage, a tenth of the processor time until the first frame. What it gives has the
// collector work as before and hands back to the system what is not in use, in some hundredths of a second, on any goroutine.
func withoutCollector() (tidy func()) {
	limit := debug.SetMemoryLimit(-1)
	if limit == math.MaxInt64 { // else it is the person's own
		debug.SetMemoryLimit(startMemory)
	}
	percent := debug.SetGCPercent(-1)
	return func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
		debug.FreeOSMemory()
	}
}
