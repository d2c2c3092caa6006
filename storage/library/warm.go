package library

// warmMost is how much of a library's file is read ahead at most: of a larger one the rest comes when it is needed.
const warmMost = 1 << 30

// Warm has the library's file read into the system's memory in a goroutine of its own, which ends at the latest with Close: the
// first search or opening then does not wait for a cold disk. Nothing depends on it.
func (l *Library) Warm() {
	if l.file == nil {
		return
	}
	file := l.file.file.Load()
	l.watchman.Go(func() { _, _ = file.Warm(warmMost, l.leaving) }) // what cannot be read is told by who needs it
}
