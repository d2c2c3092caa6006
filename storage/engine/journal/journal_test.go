package journal

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"footpath/storage/engine"
)

func put(space engine.Space, key, value string) engine.Op {
	return engine.Op{Key: engine.Key{Space: space, Bytes: key}, Value: []byte(value)}
}

// anyOps draws a batch as a library writes it: often the same keys again, with values that differ little.
func anyOps(t *rapid.T) []engine.Op {
	return rapid.SliceOfNDistinct(rapid.Custom(func(t *rapid.T) engine.Op {
		op := put(rapid.SampledFrom([]engine.Space{"records", "log"}).Draw(t, "space"), rapid.SampledFrom([]string{"a", "b", "\x00\xff"}).Draw(t, "key"), "")
		if op.Delete = rapid.IntRange(0, 4).Draw(t, "delete") == 0; !op.Delete {
			value := bytes.Repeat([]byte("abc"), rapid.IntRange(0, 200).Draw(t, "times"))
			for range rapid.IntRange(0, 3).Draw(t, "letters") {
				if len(value) == 0 {
					break
				}
				at, letters := rapid.IntRange(0, len(value)-1).Draw(t, "where"), rapid.SliceOfN(rapid.Byte(), 0, 12).Draw(t, "letters")
				value = slices.Replace(value, at, min(len(value), at+rapid.IntRange(0, 3).Draw(t, "gone")), letters...)
			}
			op.Value = value
		}
		return op
	}), 1, 4, func(op engine.Op) engine.Key { return op.Key }).Draw(t, "ops")
}

// disk is a file in memory.
type disk struct{ data []byte }

func (d *disk) ReadAt(b []byte, at int64) (int, error) { return bytes.NewReader(d.data).ReadAt(b, at) }

func (d *disk) WriteAt(b []byte, at int64) (int, error) {
	if end := int(at) + len(b); end > len(d.data) {
		d.data = append(d.data, make([]byte, end-len(d.data))...)
	}
	return copy(d.data[at:], b), nil
}

func (d *disk) Truncate(size int64) error { d.data = d.data[:size]; return nil }
func (d *disk) Sync() error               { return nil }
func (d *disk) Close() error              { return nil }
func (d *disk) size() int64               { return int64(len(d.data)) }

// frames reads a journal to its end.
func frames(t testing.TB, data []byte) ([]Frame, *Reader) {
	t.Helper()
	r, err := NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	var all []Frame
	for {
		f, more, err := r.Next()
		must(t, err)
		if !more {
			return all, r
		}
		all = append(all, f)
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func tagged(revision int) Mark { return Mark{Revision: uint64(revision), Tag: uint64(revision) * 7} }

func TestAJournalGivesBackEveryBatchHoweverOftenItWasClosedOrBrokenOff(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		file := &disk{}
		w, err := Begin(file, tagged(5))
		must(t, err)
		var want []Frame
		for n := 5; rapid.IntRange(0, 20).Draw(rt, "go on") > 0; {
			switch rapid.SampledFrom([]string{"append", "append", "append", "rewind", "close", "break off"}).Draw(rt, "step") {
			case "append":
				f := Frame{Before: tagged(n), After: tagged(n + 1), Ops: anyOps(rt)}
				must(t, w.Append(f.After, f.Ops))
				want, n = append(want, f), n+1
			case "rewind":
				must(t, w.Append(Mark{uint64(n + 1), 1}, anyOps(rt)))
				must(t, w.Rewind())
			case "close":
				must(t, w.Close())
				base, end, frames, closed, err := Ends(file, file.size())
				if err != nil || base != tagged(5) || end != tagged(n) || !closed {
					rt.Fatalf("it ends %v %v %v, want %v to %v", base, end, err, tagged(5), tagged(n))
				}
				w, err = Continue(file, frames, end)
				must(t, err)
			case "break off":
				size := w.Size()
				must(t, w.Close())
				must(t, file.Truncate(size+int64(rapid.IntRange(0, footSize-1).Draw(rt, "left of the foot"))))
				_, r := frames(t, file.data)
				w, err = Continue(file, r.Offset(), r.End())
				must(t, err)
			}
		}
		must(t, w.Close())
		got, r := frames(t, file.data)
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" || r.Torn() {
			rt.Fatalf("torn %v, %s", r.Torn(), diff)
		}
	})
}

// written makes a closed journal of typing and returns its bytes and frames.
func written(t testing.TB) (data []byte, all []Frame) {
	t.Helper()
	file := &disk{}
	w, err := Begin(file, tagged(0))
	must(t, err)
	text := fmt.Sprintf("%0300d", 7)
	for n := range 12 {
		f := Frame{Before: tagged(n), After: tagged(n + 1), Ops: []engine.Op{
			put("records", "card", text[:n*9]+"typed"+text[n*9:]), put("log", fmt.Sprint(n), "a change"), {Key: engine.Key{Space: "views", Bytes: "v"}, Delete: true},
		}}
		f.Ops[2].Value = nil
		must(t, w.Append(f.After, f.Ops))
		all = append(all, f)
	}
	must(t, w.Close())
	return file.data, all
}

func readBytes(t testing.TB, data []byte) ([]Frame, error) {
	t.Helper()
	r, err := NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	var all []Frame
	for {
		f, more, err := r.Next()
		if err != nil {
			t.Fatal(err)
		}
		if !more {
			return all, nil
		}
		all = append(all, f)
	}
}

// beginOf tells whether some frames are the first of others.
func beginOf(want, got []Frame) bool {
	return len(got) <= len(want) && slices.EqualFunc(want[:len(got)], got, func(a, b Frame) bool { return reflect.DeepEqual(a, b) })
}

func TestALetterTypedCostsLittleHoweverLongTheText(t *testing.T) {
	w, err := Begin(&disk{}, Mark{})
	must(t, err)
	// As in a record, the text's length stands before it.
	text := strings.Repeat("the queue at the front desk, ", 1000)
	card := func() engine.Op {
		return put("records", "card", fmt.Sprintf("\x04\x79%c%c%s and more", len(text)>>8, len(text)&0x7f, text))
	}
	must(t, w.Append(tagged(1), []engine.Op{card()}))
	for n, typed := range []string{"x", "y", "several words at once ", "z"} {
		before := w.Size()
		text = text[:9000+50*n] + typed + text[9000+50*n:]
		must(t, w.Append(tagged(2+n), []engine.Op{card()}))
		if cost := w.Size() - before; cost > 100+int64(len(typed)) {
			t.Errorf("%q costs %d bytes", typed, cost)
		}
	}
	before := w.Size()
	must(t, w.Append(tagged(6), []engine.Op{card()}))
	if cost := w.Size() - before; cost > 60 {
		t.Errorf("the same again costs %d bytes", cost)
	}
	must(t, w.Close())
}

func TestATornJournalGivesAllFramesBeforeTheTear(t *testing.T) {
	data, want := written(t)
	whole := 0
	for size := range data {
		got, err := readBytes(t, data[:size])
		if size < headSize {
			if !errors.Is(err, ErrUnreadable) {
				t.Fatalf("%d bytes of a head: %v", size, err)
			}
			continue
		}
		if len(got) < whole || !beginOf(want, got) {
			t.Fatalf("at %d bytes: %d frames, %v", size, len(got), got)
		}
		whole = len(got)
	}
	if whole != len(want) {
		t.Errorf("%d of %d frames without the foot", whole, len(want))
	}
}

func TestADamagedByteNeverGivesABatchThatWasNotWritten(t *testing.T) {
	data, want := written(t)
	for at := range data {
		for _, flip := range []byte{1, 0x80, 0xff} {
			bad := append([]byte{}, data...)
			bad[at] ^= flip
			got, err := readBytes(t, bad)
			if err != nil {
				continue
			}
			if !beginOf(want, got) {
				t.Fatalf("byte %d: %v", at, got)
			}
		}
	}
}

func TestAReplayFollowsItsOwnHistoryAcrossJournalsAndNoOther(t *testing.T) {
	dir := t.TempDir()
	n := 0
	make1 := func(base Mark, to ...Mark) string {
		file := &disk{}
		w, err := Begin(file, base)
		must(t, err)
		for _, m := range to {
			must(t, w.Append(m, []engine.Op{put("records", "k", fmt.Sprint(m))}))
		}
		must(t, w.Close())
		n++
		path := filepath.Join(dir, fmt.Sprint(n))
		must(t, os.WriteFile(path, file.data, 0o600))
		return path
	}
	stranger := make1(Mark{0, 0}, Mark{1, 100}, Mark{2, 200}, Mark{3, 300})
	first := make1(Mark{0, 0}, tagged(1), tagged(2))
	second := make1(tagged(2), tagged(3), tagged(4))
	third := make1(tagged(4))
	fourth := make1(tagged(4), tagged(5))
	garbage := filepath.Join(dir, "garbage")
	must(t, os.WriteFile(garbage, []byte("none"), 0o600))
	all := []string{fourth, garbage, stranger, second, first, third, filepath.Join(dir, "missing")}
	for _, c := range []struct {
		from, to Mark
		found    bool
		visits   int
	}{
		{tagged(1), tagged(5), true, 4},
		{tagged(2), tagged(5), true, 3},
		{tagged(5), tagged(5), true, 0},
		{Mark{2, 200}, Mark{3, 300}, true, 1},
		{Mark{2, 1}, Mark{2, 1}, false, 0},
		{tagged(9), tagged(9), false, 0},
	} {
		visits := 0
		reached, found, err := Replay(all, c.from, func(Frame) error { visits++; return nil })
		if err != nil || reached != c.to || found != c.found || visits != c.visits {
			t.Errorf("from %v: to %v after %d batches, found %v, %v; want %+v", c.from, reached, visits, found, err, c)
		}
	}
	stop := errors.New("stop")
	if _, _, err := Replay(all, tagged(1), func(Frame) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("a visit's error: %v", err)
	}
}

// failing is a file whose writes or syncs fail.
type failing struct {
	File
	write, sync error
}

func (f *failing) WriteAt(b []byte, at int64) (int, error) {
	if f.write != nil {
		n, _ := f.File.WriteAt(b[:len(b)/2], at)
		return n, f.write
	}
	return f.File.WriteAt(b, at)
}

func (f *failing) Sync() error { return errors.Join(f.sync, f.File.Sync()) }

func TestAFrameThatCouldNotBeWrittenLeavesNothingAndTheNextOneStands(t *testing.T) {
	file := &failing{File: &disk{}}
	w, err := Begin(file, Mark{})
	must(t, err)
	must(t, w.Append(tagged(1), []engine.Op{put("records", "k", "one")}))
	file.write = errors.New("no room")
	if err := w.Append(Mark{2, 5}, []engine.Op{put("records", "k", "lost")}); !errors.Is(err, file.write) {
		t.Errorf("%v", err)
	}
	file.write = nil
	must(t, w.Append(tagged(2), []engine.Op{put("records", "k", "two")}))
	must(t, w.Close())
	if got, r := frames(t, file.File.(*disk).data); len(got) != 2 || r.Torn() || r.End() != tagged(2) {
		t.Errorf("%d frames, torn %v", len(got), r.Torn())
	}
}

func TestAfterAFailedSyncNothingMoreIsAppended(t *testing.T) {
	file := &failing{File: &disk{}}
	w, err := Begin(file, Mark{})
	must(t, err)
	must(t, w.Append(tagged(1), []engine.Op{put("records", "k", "one")}))
	file.sync = errors.New("input/output error")
	w.unsynced.Store(true)
	if err := w.Sync(); !errors.Is(err, file.sync) {
		t.Errorf("Sync: %v", err)
	}
	good := file.sync
	file.sync = nil
	for _, err := range []error{w.Sync(), w.Append(tagged(2), []engine.Op{put("records", "k", "two")}), w.Close()} {
		if !errors.Is(err, good) {
			t.Errorf("afterwards: %v", err)
		}
	}
}

func FuzzAJournalOfAnyBytesIsReadToAnEnd(f *testing.F) {
	data, _ := written(f)
	f.Add(data)
	f.Add(data[:headSize])
	f.Add(data[:len(data)-footSize-3])
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := readBytes(t, data)
		if err != nil && !errors.Is(err, ErrUnreadable) {
			t.Fatal(err)
		}
		for _, frame := range got {
			if engine.CheckOps(frame.Ops) != nil {
				t.Fatalf("a batch that no store takes: %v", frame.Ops)
			}
		}
	})
}
