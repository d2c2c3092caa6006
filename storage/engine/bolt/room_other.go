//go:build !windows

package bolt

import "syscall"

var moreFullErrnos []syscall.Errno
