package bolt

import (
	"errors"
	"io"
)

// warmStep is how much of a file is read in one go; between two it is seen whether there is still time.
const warmStep = 1 << 20

// Warm reads the file once, from its beginning and most bytes of it, so that it is in the system's memory: bbolt maps it for
// reading here and there, and a large file not read lately then comes a page at a time, twenty times as slowly. It ends when
// stop is closed, and gives how much was read. It must have ended before Close.
func (s *Store) Warm(most int64, stop <-chan struct{}) (read int64, err error) {
	block := make([]byte, warmStep)
	for read < most {
		select {
		case <-stop:
			return read, nil
		default:
		}
		n, err := s.file.ReadAt(block[:min(warmStep, most-read)], read)
		read += int64(n)
		if errors.Is(err, io.EOF) {
			return read, nil
		}
		if err != nil {
			return read, err
		}
	}
	return read, nil
}
