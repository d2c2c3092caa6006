package bolt

import (
	"os"
	"path/filepath"
	"testing"

	"footpath/storage/engine"
)

func TestWarmingReadsTheFileOnceAndNoFurtherThanItMay(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	s, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}()
	large := engine.Op{Key: engine.Key{Space: "blobs", Bytes: "large"}, Value: make([]byte, 3*warmStep)}
	if _, err := s.Commit([]engine.Op{large}); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	stopped := make(chan struct{})
	close(stopped)
	for _, c := range []struct {
		most, want int64
		stop       chan struct{}
	}{{1 << 40, info.Size(), nil}, {warmStep + 7, warmStep + 7, nil}, {1 << 40, 0, stopped}} {
		if read, err := s.Warm(c.most, c.stop); err != nil || read != c.want {
			t.Errorf("%d bytes of %d were read, want %d, %v", read, info.Size(), c.want, err)
		}
	}
}
