package bolt

import (
	"encoding/binary"
	"os"
	"strings"
	"testing"

	"footpath/storage/engine"
)

// branches are the offsets of the pages in use that lead to other pages.
func branches(t *testing.T, data []byte) []int {
	t.Helper()
	var m meta
	for i := range 2 {
		if got, err := parseMeta(data[i*pageSize+pageHead:]); err == nil && got.txid > m.txid {
			m = got
		}
	}
	file, err := os.CreateTemp(t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close() //nolint:errcheck // only read
	if _, err := file.Write(data); err != nil {
		t.Fatal(err)
	}
	walk := newTree(file, m)
	top, err := walk.read(m.root)
	if err != nil {
		t.Fatal(err)
	}
	if err := walk.followBuckets(top); err != nil {
		t.Fatal(err)
	}
	var all []int
	for id := range m.highWater {
		if walk.visit(id) == nil || id < 2 {
			continue // nothing had led here
		}
		if p, err := walk.read(id); err == nil && p.kind == branchPage {
			all = append(all, int(id)*pageSize)
		}
	}
	if len(all) == 0 {
		t.Fatal("the library is too small")
	}
	return all
}

func openBytes(t *testing.T, data []byte) (*Store, error) {
	t.Helper()
	path := t.TempDir() + "/library.db"
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return Open(path, Options{})
}

func TestAPageThatLeadsBackToItselfIsFoundBeforeAnyoneFollowsIt(t *testing.T) {
	path, _ := library(t, 60)
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range branches(t, good) {
		count := int(binary.NativeEndian.Uint16(good[at+10:]))
		for child := range count {
			for name, to := range map[string]uint64{"itself": uint64(at / pageSize), "a header": 1, "beyond the end": 1 << 40} {
				data := append([]byte{}, good...)
				binary.NativeEndian.PutUint64(data[at+pageHead+child*elementSize+8:], to)
				_, err := openBytes(t, data)
				wantError(t, err, engine.ErrDamaged)
				if err != nil && !strings.Contains(err.Error(), "its pages lead astray") {
					t.Errorf("child %d to %s: %v", child, name, err)
				}
			}
		}
	}
}

func TestValuesThatStandOutOfOrderAreDamage(t *testing.T) {
	path, _ := library(t, 60)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	at := branches(t, data)[0] + pageHead + 8
	first, second := data[at:at+8], data[at+elementSize:at+elementSize+8]
	kept := append([]byte{}, first...)
	copy(first, second)
	copy(second, kept)
	store, err := openBytes(t, data)
	if err != nil {
		t.Fatal(err)
	}
	defer mustClose(t, store)
	for _, reverse := range []bool{false, true} {
		_, err := store.List(engine.Query{Space: "records", Reverse: reverse})
		wantError(t, err, engine.ErrDamaged)
	}
}
