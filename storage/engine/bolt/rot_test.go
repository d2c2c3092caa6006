package bolt

import (
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"footpath/storage/engine"
)

// rot damages a library's bytes somewhere in the pages it uses.
var rot = map[string]func(random *rand.Rand, data []byte){
	"flipped bit": func(random *rand.Rand, data []byte) { data[random.IntN(len(data))] ^= 1 << random.IntN(8) },
	"zeroed page": func(random *rand.Rand, data []byte) {
		clear(page(data, random.IntN(len(data)/pageSize)))
	},
	"swapped pages": func(random *rand.Rand, data []byte) {
		n := len(data) / pageSize
		a, b := page(data, 2+random.IntN(n-2)), page(data, 2+random.IntN(n-2))
		kept := append([]byte{}, a...)
		copy(a, b)
		copy(b, kept)
	},
	"zeroed sector": func(random *rand.Rand, data []byte) {
		clear(data[random.IntN(len(data)/512)*512:][:512])
	},
	"random bytes": func(random *rand.Rand, data []byte) {
		at := data[random.IntN(len(data)-64):]
		for i := range 64 {
			at[i] = byte(random.Uint32())
		}
	},
}

func page(data []byte, n int) []byte { return data[n*pageSize : (n+1)*pageSize] }

// Rot anywhere in the file ends in an error or in values that were once written, never in a crash or in a value that was not. (A
// value may be missing without an error where the page that led to it is hit; counting is left to the library above.)
func TestRotNeverGivesAValueThatWasNotWrittenAndNeverCrashes(t *testing.T) {
	path, want := library(t, 60)
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	good = good[:usedSize(t, good)]
	once := make(map[string]bool) // every key and value ever written: a lost header shows the state before
	for n := range 60 {
		for _, op := range batchOf(n) {
			once[op.Bytes+string(op.Value)] = true
		}
	}
	for name, damage := range rot {
		t.Run(name, func(t *testing.T) {
			random := rand.New(rand.NewPCG(3, 4))
			seen := 0
			for round := range 60 {
				data := append([]byte{}, good...)
				damage(random, data)
				got, err := useDamaged(t, data)
				if err != nil {
					if !errors.Is(err, engine.ErrDamaged) && !errors.Is(err, engine.ErrTooNew) {
						t.Errorf("round %d: %v, want ErrDamaged", round, err)
					}
					seen++
				}
				for k, v := range got {
					if !once[k+v] {
						t.Fatalf("round %d: %q is %q, which was never written", round, k, v)
					}
				}
				if err == nil && same(got, want) {
					seen++ // the rot hit what is not in use
				}
			}
			t.Logf("%d of 60 found out or harmless", seen)
		})
	}
}

// useDamaged opens, reads, writes and closes a library of these bytes. It returns what could be read.
func useDamaged(t *testing.T, data []byte) (map[string]string, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "library.db")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	store, err := Open(path, Options{})
	if err != nil {
		return nil, err
	}
	got, err := contents(store)
	_, commitErr := store.Commit(batchOf(61))
	if commitErr == nil {
		_, commitErr = store.Commit([]engine.Op{{Key: records("00-00001"), Delete: true}})
	}
	return got, errors.Join(err, commitErr, store.Close())
}
