//go:build !unix

package pdf

import "time"

var began = time.Now()

// spent is the time since this process began, where processors' is not told.
func spent() time.Duration { return time.Since(began) }
