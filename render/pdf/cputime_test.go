//go:build unix

package pdf

import (
	"syscall"
	"time"
)

// spent is the time that processors have worked for this process, whatever else
// they worked for meanwhile.
func spent() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
