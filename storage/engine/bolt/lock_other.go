//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package bolt

import "os"

// lockKept: a file cannot be replaced while it is open.
const lockKept = false

// tryLock does nothing where an open library cannot be replaced anyway (Windows).
func tryLock(*os.File) (bool, error) { return true, nil }
