package journal

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"

	"footpath/storage/engine"
)

// Frame is one batch as a journal holds it.
type Frame struct {
	// Before is the state it was made on, After the one it leads to: After.Revision is Before.Revision+1.
	Before, After Mark
	// Ops are as committed, without what was expected.
	Ops []engine.Op
}

// Reader reads a journal from its beginning, whatever has become of it.
type Reader struct {
	in     *bufio.Reader
	size   int64 // of the file
	offset int64 // of the next frame
	end    Mark
	window window
	torn   bool
}

// NewReader reads the head of a journal of a size. It fails with ErrUnreadable, or with an error of the system.
func NewReader(file io.ReaderAt, size int64) (*Reader, error) {
	head := make([]byte, headSize)
	if _, err := file.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	base, err := parseHead(head)
	if err != nil {
		return nil, err
	}
	start := int64(headSize)
	return &Reader{
		in:   bufio.NewReaderSize(io.NewSectionReader(file, start, size-start), 1<<16),
		size: size, offset: start, end: base,
	}, nil
}

// End is the state after the frames read so far, at first the state the journal begins at.
func (r *Reader) End() Mark { return r.end }

// Offset is where the frames read so far end.
func (r *Reader) Offset() int64 { return r.offset }

// Torn tells, once Next has found no more frame, whether something stands behind the last one that is neither a frame nor a
// foot: the rest of a frame that was being written, or damage.
func (r *Reader) Torn() bool { return r.torn }

// Next gives the next frame; false when there is no further whole one. An error is one of the system.
func (r *Reader) Next() (Frame, bool, error) {
	body, err := r.body()
	if body == nil || err != nil {
		return Frame{}, false, err
	}
	f := Frame{Before: r.end, After: Mark{Revision: binary.BigEndian.Uint64(body), Tag: binary.BigEndian.Uint64(body[16:])}}
	before := binary.BigEndian.Uint64(body[8:])
	ops, ok := parseOps(body[bodyHead:], &r.window)
	if !ok || f.After.Revision != r.end.Revision+1 || before != r.end.Tag {
		r.torn = true
		return Frame{}, false, nil
	}
	f.Ops = ops
	r.offset += int64(frameHead + len(body))
	r.end = f.After
	return f, true, nil
}

// body reads the body of the next frame; nil when there is none.
func (r *Reader) body() ([]byte, error) {
	left := r.size - r.offset
	if left == 0 || r.torn {
		return nil, nil
	}
	head, err := r.in.Peek(int(min(left, int64(footSize))))
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if _, err := parseFoot(head, r.offset); err == nil && left == int64(footSize) {
		return nil, nil
	}
	r.torn = true
	if len(head) < frameHead {
		return nil, nil
	}
	n := int64(binary.BigEndian.Uint32(head))
	if n < int64(bodyHead) || n > maxBody || n > left-frameHead {
		return nil, nil
	}
	frame := make([]byte, frameHead+n)
	if _, err := io.ReadFull(r.in, frame); errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	if binary.BigEndian.Uint32(frame[4:]) != frameCheck(frame) {
		return nil, nil
	}
	r.torn = false
	return frame[frameHead:], nil
}

// Ends tells cheaply where a journal begins and, when it was closed as it should, where it ends and how many bytes its frames
// have. It fails with ErrUnreadable where the head is.
func Ends(file io.ReaderAt, size int64) (base, end Mark, frames int64, closed bool, err error) {
	r, err := NewReader(file, size)
	if err != nil {
		return base, end, 0, false, err
	}
	frames = size - int64(footSize)
	if frames < int64(headSize) {
		return r.end, end, 0, false, nil
	}
	foot := make([]byte, footSize)
	if _, err := file.ReadAt(foot, frames); err != nil && !errors.Is(err, io.EOF) {
		return r.end, end, 0, false, err
	}
	end, footErr := parseFoot(foot, frames)
	return r.end, end, frames, footErr == nil, nil
}

// Replay visits, in order, every frame of some journals that leads on from a state, and gives the state it came to. Files that
// cannot be read, and frames of another history, are passed over. found tells whether any journal knows the state at all.
// The only error is one of visit.
func Replay(paths []string, from Mark, visit func(Frame) error) (reached Mark, found bool, err error) {
	reached = from
	for _, j := range inOrder(paths) {
		known, err := replayOne(j, &reached, visit)
		found = found || known
		if err != nil {
			return reached, found, err
		}
	}
	return reached, found, nil
}

func replayOne(path string, at *Mark, visit func(Frame) error) (found bool, err error) {
	file, r, err := open(path)
	if err != nil {
		return false, nil // a journal that cannot be read says nothing
	}
	defer file.Close() //nolint:errcheck // it was only read
	found = r.End() == *at
	for {
		f, more, err := r.Next()
		if err != nil || !more {
			return found, nil // what cannot be read ends it
		}
		switch *at {
		case f.After:
			found = true
		case f.Before:
			found = true
			if err := visit(f); err != nil {
				return true, err
			}
			*at = f.After
		}
	}
}

func open(path string) (*os.File, *Reader, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	info, err := file.Stat()
	if err != nil {
		return nil, nil, errors.Join(err, file.Close())
	}
	r, err := NewReader(file, info.Size())
	if err != nil {
		return nil, nil, errors.Join(fmt.Errorf("%s: %w", path, err), file.Close())
	}
	return file, r, nil
}

// inOrder sorts journals by where they begin; those that cannot be read are left out.
func inOrder(paths []string) []string {
	bases := make(map[string]uint64, len(paths))
	for _, path := range paths {
		if file, r, err := open(path); err == nil {
			bases[path] = r.End().Revision
			_ = file.Close()
		}
	}
	return slices.SortedFunc(maps.Keys(bases), func(a, b string) int {
		return cmp.Or(cmp.Compare(bases[a], bases[b]), cmp.Compare(a, b))
	})
}

// Last gives the state that the last whole frame of a journal leads to, and whether something is torn off behind it.
func Last(path string) (end Mark, torn bool, err error) {
	file, r, err := open(path)
	if err != nil {
		return Mark{}, false, err
	}
	defer file.Close() //nolint:errcheck // it was only read
	for {
		_, more, err := r.Next()
		if err != nil || !more {
			return r.End(), r.Torn(), err
		}
	}
}
