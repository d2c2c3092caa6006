package bolt

import "syscall"

// ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL.
var moreFullErrnos = []syscall.Errno{39, 112}
