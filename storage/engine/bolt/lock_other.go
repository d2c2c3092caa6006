//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package bolt

import "os"

// lockKept: a file cannot be replaced while it is open.
const lockKept = false

// tryLock does nothing where an open library cannot be replaced anyway (Windows).
func tryLock(*os.File) (bool, error) { return true, nil }

// unlock leaves it to the closing of the file.
func unlock(*os.File) error { return nil }
