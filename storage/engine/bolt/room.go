package bolt

import (
	"errors"
	"io/fs"
	"strings"
	"syscall"
)

// noRoom reports whether an error says that a disk, a quota or a file-size limit is exhausted. bbolt puts some errors of the
// system into text only ("file resize error: …"), so the text is searched as well.
func noRoom(err error) bool {
	for _, errno := range fullErrnos {
		if errors.Is(err, errno) || strings.Contains(err.Error(), errno.Error()) {
			return true
		}
	}
	return false
}

// beforeSync reports whether a failed transaction failed while bbolt wrote or enlarged the file. Then the file is as it was: the
// pages in use are never written over. A failure of any other kind may be one of the sync, after which nothing is known.
func beforeSync(err error) bool {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Op == "write"
	}
	return strings.HasPrefix(err.Error(), "file resize error:")
}

// fullErrnos are the system's words for no room.
var fullErrnos = append([]syscall.Errno{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG}, moreFullErrnos...)
