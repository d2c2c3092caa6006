package journal

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"footpath/storage/engine"
)

// SyncEvery is the least time between two syncs of a journal. The first frame after a pause is brought to the disk at once.
const SyncEvery = 100 * time.Millisecond

// File is what a journal is written to; *os.File is one.
type File interface {
	io.ReaderAt
	io.WriterAt
	Truncate(size int64) error
	Sync() error
	Close() error
}

var _ File = (*os.File)(nil)

// Writer appends to a journal. Append, Rewind and Close are for one goroutine at a time.
//
// A frame is handed to the system before its batch is committed, so a program that is killed leaves all frames; a goroutine
// brings them to the disk right behind the commits, which themselves are synced. Waiting for that would cost a third of a
// commit's time, and would guard against nothing but a power cut and the loss of the store's file within the same tenth of a
// second.
type Writer struct {
	file   File
	size   int64 // where the next frame goes
	last   int64 // where the latest one began
	end    Mark
	before Mark // the end before the latest frame
	window window
	buffer []byte

	unsynced atomic.Bool
	failed   atomic.Pointer[error]
	kick     chan struct{}
	stopped  chan struct{}
	stop     chan struct{}
	stopOnce sync.Once
}

// Begin writes the head of a new journal into an empty file and brings it to the disk. The file belongs to the Writer from then
// on, which on an error has closed it.
func Begin(file File, base Mark) (*Writer, error) {
	_, err := file.WriteAt(appendHead(base), 0)
	if err == nil {
		err = file.Sync()
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("begin the journal: %w", err), file.Close())
	}
	return newWriter(file, int64(headSize), base), nil
}

// Continue goes on behind the last whole frame of a journal, as a Reader found it; what stands there is taken away. The file
// belongs to the Writer from then on, which on an error has closed it.
func Continue(file File, size int64, end Mark) (*Writer, error) {
	if err := file.Truncate(size); err != nil {
		return nil, errors.Join(fmt.Errorf("go on with the journal: %w", err), file.Close())
	}
	return newWriter(file, size, end), nil
}

func newWriter(file File, size int64, end Mark) *Writer {
	w := &Writer{
		file: file, size: size, last: size, end: end, before: end,
		kick: make(chan struct{}, 1), stop: make(chan struct{}), stopped: make(chan struct{}),
	}
	go w.settle()
	return w
}

// End is the state the journal leads to.
func (w *Writer) End() Mark { return w.end }

// Size is how many bytes the journal has.
func (w *Writer) Size() int64 { return w.size }

// Empty tells that nothing was appended yet.
func (w *Writer) Empty() bool { return w.size == int64(headSize) }

// Err is why the journal could not be brought to the disk, or nil. From then on nothing more is appended.
func (w *Writer) Err() error {
	if p := w.failed.Load(); p != nil {
		return *p
	}
	return nil
}

// Append hands the system a frame: the batch that leads from the present end to a mark, whose revision is the next. On an error
// nothing was appended.
func (w *Writer) Append(to Mark, ops []engine.Op) error {
	if err := w.Err(); err != nil {
		return err
	}
	b := append(w.buffer[:0], make([]byte, frameHead)...)
	b = binary.BigEndian.AppendUint64(b, to.Revision)
	b = binary.BigEndian.AppendUint64(b, w.end.Tag)
	b = binary.BigEndian.AppendUint64(b, to.Tag)
	b = appendOps(b, ops, &w.window)
	if len(b)-frameHead > maxBody {
		w.window.forget()
		return fmt.Errorf("%w: a batch of %d bytes", engine.ErrInvalid, len(b))
	}
	binary.BigEndian.PutUint32(b, uint32(len(b)-frameHead))
	binary.BigEndian.PutUint32(b[4:], frameCheck(b))
	if cap(b) <= windowSize {
		w.buffer = b
	}
	if _, err := w.file.WriteAt(b, w.size); err != nil {
		w.window.forget()
		return errors.Join(fmt.Errorf("write the journal: %w", err), w.file.Truncate(w.size))
	}
	w.last, w.before = w.size, w.end
	w.size, w.end = w.size+int64(len(b)), to
	return nil
}

// frameCheck computes the check of a frame with its head.
func frameCheck(frame []byte) uint32 {
	return crcUpdate(checksum(frame[:4]), frame[frameHead:])
}

// Rewind takes the latest frame back, whose batch was not committed after all. A second Rewind does nothing.
func (w *Writer) Rewind() error {
	w.window.forget()
	w.size, w.end = w.last, w.before
	if err := w.file.Truncate(w.size); err != nil {
		return fmt.Errorf("write the journal: %w", err)
	}
	return nil
}

// Settle has what was appended brought to the disk soon. It does not wait.
func (w *Writer) Settle() {
	w.unsynced.Store(true)
	select {
	case w.kick <- struct{}{}:
	default:
	}
}

// settle is the goroutine that syncs.
func (w *Writer) settle() {
	defer close(w.stopped)
	for {
		select {
		case <-w.stop:
			return
		case <-w.kick:
		}
		if w.Sync() != nil {
			return
		}
		select {
		case <-w.stop:
			return
		case <-time.After(SyncEvery):
		}
	}
}

// Sync brings what was appended to the disk, and waits for it. After an error nothing more is appended. It may be called from
// any goroutine.
func (w *Writer) Sync() error {
	if err := w.Err(); err != nil {
		return err
	}
	if !w.unsynced.Swap(false) {
		return nil
	}
	if err := w.file.Sync(); err != nil {
		err = fmt.Errorf("sync the journal: %w", err)
		w.Fail(err)
		return err
	}
	return nil
}

// Close brings everything to the disk, marks the journal as closed and lets go of the file. Closing again does nothing.
func (w *Writer) Close() (err error) {
	w.stopOnce.Do(func() {
		close(w.stop)
		<-w.stopped
		if err = w.Err(); err == nil {
			// The foot is synced with the frames: whether it stands is no matter of safety.
			_, err = w.file.WriteAt(appendFoot(w.end, w.size), w.size)
			w.unsynced.Store(true)
			err = errors.Join(err, w.Sync())
		}
		err = errors.Join(err, w.file.Close())
	})
	return err
}

// Fail makes the journal refuse all further frames, as a failed sync does.
func (w *Writer) Fail(err error) { w.failed.CompareAndSwap(nil, &err) }
