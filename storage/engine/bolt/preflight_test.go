package bolt

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"go.etcd.io/bbolt"

	"footpath/storage/engine"
)

// pageSize is that of the libraries the tests make.
var pageSize = os.Getpagesize()

// usedSize is the size a library's newer header asks for.
func usedSize(t testing.TB, data []byte) int {
	t.Helper()
	used := uint64(0)
	for i := range 2 {
		m, err := parseMeta(data[i*pageSize+pageHead:])
		if err != nil {
			t.Fatal(err)
		}
		used = max(used, m.highWater)
	}
	return int(used) * pageSize
}

// alterMeta changes a header and gives it the right checksum again.
func alterMeta(data []byte, which int, alter func(meta []byte)) {
	m := data[which*pageSize+pageHead:]
	alter(m)
	sum := fnv.New64a()
	_, _ = sum.Write(m[:metaBody])
	binary.NativeEndian.PutUint64(m[metaBody:], sum.Sum64())
}

func TestADamagedFileIsRefusedWithASentence(t *testing.T) {
	path, _ := library(t, 30)
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	used := usedSize(t, good)
	cut := func(n int) func([]byte) []byte { return func(data []byte) []byte { return data[:n] } }
	both := func(alter func(meta []byte)) func([]byte) []byte {
		return func(data []byte) []byte {
			alterMeta(data, 0, alter)
			alterMeta(data, 1, alter)
			return data
		}
	}
	noHeader := "neither of its two headers is readable, or it never was a library"
	for _, c := range []struct {
		name   string
		damage func(data []byte) []byte
		says   string
	}{
		{"one byte", cut(1), noHeader},
		{"less than a header", cut(pageHead + metaSize - 1), noHeader},
		{"one page", cut(pageSize), "missing"},
		{"the first headers only", cut(2 * pageSize), "missing"},
		{"three pages", cut(3 * pageSize), "missing"},
		{"half", cut(used / 2), fmt.Sprintf("its last %d bytes are missing (it has %d of %d)", used-used/2, used/2, used)},
		{"one page less", cut(used - pageSize), fmt.Sprintf("its last %d bytes are missing", pageSize)},
		{"one byte less", cut(used - 1), "its last 1 bytes are missing"},
		{"text", func([]byte) []byte { return []byte("hello") }, noHeader},
		{"another kind of file", func([]byte) []byte { return []byte(strings.Repeat("%PDF-1.7\n", 5000)) }, noHeader},
		{"zeros", func([]byte) []byte { return make([]byte, 4*pageSize) }, noHeader},
		{"zeroed headers", func(data []byte) []byte { clear(data[:2*pageSize]); return data }, noHeader},
		{"a flipped bit in each header", func(data []byte) []byte {
			data[pageHead+20] ^= 4
			data[pageSize+pageHead+41] ^= 8
			return data
		}, noHeader},
		{"headers that ask for too much", both(func(m []byte) { binary.NativeEndian.PutUint64(m[40:], 1<<30) }), "missing"},
		{"headers that ask for the absurd", both(func(m []byte) { binary.NativeEndian.PutUint64(m[40:], 1<<62) }), noHeader},
		{"headers with odd pages", both(func(m []byte) { binary.NativeEndian.PutUint32(m[8:], 4095) }), noHeader},
		{"a root outside", both(func(m []byte) { binary.NativeEndian.PutUint64(m[16:], 1<<20) }), "the page where everything begins is not one (page 1048576 of "},
		{"a root that is no root", both(func(m []byte) { copy(m[16:24], m[32:40]) }), "the page where everything begins is not one"},
		{"no list of free pages", both(func(m []byte) { binary.NativeEndian.PutUint64(m[32:], noFreelist) }), "its list of free pages is missing"},
		{"a list of free pages that is none", both(func(m []byte) { copy(m[32:40], m[16:24]) }), "its list of free pages is not one"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "library.db")
			damaged := c.damage(append([]byte{}, good...))
			if err := os.WriteFile(path, damaged, 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := Open(path, Options{})
			var details *engine.DamagedError
			if !errors.As(err, &details) || !errors.Is(err, engine.ErrDamaged) {
				t.Fatalf("Open: %v, want a DamagedError", err)
			}
			if !strings.Contains(details.What, c.says) || !strings.Contains(err.Error(), "the library "+path+" is damaged: ") {
				t.Errorf("it says %q, want %q", err, c.says)
			}
			if after, err := os.ReadFile(path); err != nil || string(after) != string(damaged) {
				t.Errorf("the file was altered (%v)", err)
			}
			if got := names(t, filepath.Dir(path)); len(got) != 1 {
				t.Errorf("there is %q", got)
			}
		})
	}
}

func TestAFileCutAnywhereIsRefusedOrWhole(t *testing.T) {
	path, want := library(t, 30)
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	used := usedSize(t, good)
	random := rand.New(rand.NewPCG(1, 2))
	refused := 0
	for range 150 {
		n := 1 + random.IntN(used+used/4)
		if n > len(good) {
			n = len(good)
		}
		path := filepath.Join(t.TempDir(), "library.db")
		if err := os.WriteFile(path, good[:n], 0o600); err != nil {
			t.Fatal(err)
		}
		store, err := Open(path, Options{})
		if n < used {
			wantError(t, err, engine.ErrDamaged)
			refused++
			continue
		}
		if err != nil {
			t.Fatalf("cut at %d of %d used: %v", n, used, err)
		}
		if got, err := contents(store); err != nil || !same(got, want) {
			t.Errorf("cut at %d of %d used: %d of %d values, %v", n, used, len(got), len(want), err)
		}
		mustClose(t, store)
	}
	if refused == 0 || refused == 150 {
		t.Errorf("%d of 150 were refused: the cuts prove little", refused)
	}
}

func TestOneUnreadableHeaderIsSaidAndTheOtherUsed(t *testing.T) {
	for which := range 2 {
		path, want := library(t, 5)
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		clear(data[which*pageSize : (which+1)*pageSize])
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		store := mustOpen(t, path)
		if len(store.Warnings()) != 1 {
			t.Errorf("header %d: warnings %q", which, store.Warnings())
		}
		got, err := contents(store)
		if err != nil || len(got) < len(want)-20 {
			t.Errorf("header %d: %d of %d values, %v", which, len(got), len(want), err)
		}
		mustCommit(t, store, put("k", "v"))
		mustCommit(t, store, put("l", "v"))
		mustClose(t, store)
		store = mustOpen(t, path)
		if len(store.Warnings()) != 0 {
			t.Errorf("header %d, healed by writing: warnings %q", which, store.Warnings())
		}
		mustClose(t, store)
	}
}

func TestALaterFormatOfTheFileIsTooNew(t *testing.T) {
	path, _ := library(t, 1)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for which := range 2 {
		alterMeta(data, which, func(m []byte) { binary.NativeEndian.PutUint32(m[4:], boltVersion+1) })
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = Open(path, Options{})
	wantError(t, err, engine.ErrTooNew)
}

func TestABboltFileOfAnotherProgramIsNotTouched(t *testing.T) {
	path := filepath.Join(t.TempDir(), "other.db")
	db, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		_, err := tx.CreateBucket([]byte("records"))
		return err
	})
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = Open(path, Options{})
	wantError(t, err, engine.ErrDamaged)
	if !strings.Contains(err.Error(), "not one of a library") {
		t.Errorf("it says %q", err)
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("the file was altered (%v)", err)
	}
}

func TestWhatIsNoFileIsRefusedWithASentence(t *testing.T) {
	dir := t.TempDir()
	_, err := Open(dir, Options{})
	wantError(t, err, syscall.EISDIR)
	if want := "open the library " + dir + ": is a directory"; err == nil || err.Error() != want {
		t.Errorf("%v, want %q", err, want)
	}
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = Open(filepath.Join(file, "library.db"), Options{})
	wantError(t, err, syscall.ENOTDIR)
	_, err = Open(os.DevNull, Options{})
	if err == nil || !strings.Contains(err.Error(), "not a regular file") {
		t.Errorf("%s: %v", os.DevNull, err)
	}
}

// Whatever a file holds, with headers that pass their checks, looking at it ends with an answer.
func FuzzPreflight(f *testing.F) {
	f.Add([]byte("hello"))
	for _, n := range []int{0, 60} {
		f.Add(smallPages(f, n))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		data = bytes.Clone(data)
		for at := 0; at+pageHead+metaSize <= len(data) && at <= smallPage; at += smallPage {
			m := data[at+pageHead:]
			binary.NativeEndian.PutUint32(m, magic)
			sum := fnv.New64a()
			_, _ = sum.Write(m[:metaBody])
			binary.NativeEndian.PutUint64(m[metaBody:], sum.Sum64())
		}
		_, err := preflight(bytes.NewReader(data), int64(len(data)), "/lib")
		if err != nil && !errors.Is(err, engine.ErrDamaged) && !errors.Is(err, engine.ErrTooNew) {
			t.Errorf("preflight: %v", err)
		}
	})
}

const smallPage = minPageSize

// smallPages are the bytes of a bbolt file with n values, in the smallest pages there are.
func smallPages(f *testing.F, n int) []byte {
	f.Helper()
	path := filepath.Join(f.TempDir(), "small.db")
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{PageSize: smallPage})
	if err != nil {
		f.Fatal(err)
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		bucket, err := tx.CreateBucket([]byte("records"))
		for i := range n {
			err = errors.Join(err, bucket.Put(fmt.Append(nil, i), make([]byte, 100)))
		}
		return err
	})
	data, readErr := os.ReadFile(path)
	if err := errors.Join(err, db.Close(), readErr); err != nil {
		f.Fatal(err)
	}
	return data[:min(len(data), 24<<10)]
}

func same(a, b map[string]string) bool {
	if len(a) != len(b) {
		return false
	}
	for k, v := range a {
		if w, found := b[k]; !found || v != w {
			return false
		}
	}
	return true
}
