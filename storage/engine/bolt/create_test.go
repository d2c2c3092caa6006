package bolt

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"footpath/storage/engine"
)

func TestANewLibraryAndItsDirectoriesAreForTheirOwnerOnly(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data", "footpath")
	store := mustOpen(t, filepath.Join(dir, "library.db"))
	for path, want := range map[string]os.FileMode{
		filepath.Dir(dir):                0o700,
		dir:                              0o700,
		filepath.Join(dir, "library.db"): 0o600,
		filepath.Join(dir, "library.db") + noteSuffix: 0o600,
	} {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s is %o, want %o", path, got, want)
		}
	}
	mustClose(t, store)
	if got := names(t, dir); !slices.Equal(got, []string{"library.db"}) {
		t.Errorf("after closing there is %q", got)
	}
}

// recorder notes the calls made on the file system and lets one of them fail.
type recorder struct {
	calls []string
	fail  int // which call, from 1; 0 is none
}

var errInjected = errors.New("injected")

func (r *recorder) note(call string) error {
	if r.calls = append(r.calls, call); len(r.calls) == r.fail {
		return fmt.Errorf("%s: %w", call, errInjected)
	}
	return nil
}

func (r *recorder) files() Files {
	system := Files{}.withDefaults()
	return Files{
		Open: func(name string, flag int, mode os.FileMode) (*os.File, error) {
			if err := r.note("open " + filepath.Base(name)); err != nil {
				return nil, err
			}
			return system.Open(name, flag, mode)
		},
		Sync: func(file *os.File) error {
			if err := r.note("sync " + filepath.Base(file.Name())); err != nil {
				return err
			}
			return system.Sync(file)
		},
		Rename: func(from, to string) error {
			if err := r.note("rename " + filepath.Base(from) + " " + filepath.Base(to)); err != nil {
				return err
			}
			return system.Rename(from, to)
		},
		SyncDir: func(dir string) error {
			if err := r.note("sync directory " + filepath.Base(dir)); err != nil {
				return err
			}
			return system.SyncDir(dir)
		},
	}
}

func TestANewLibraryIsFinishedSyncedRenamedAndItsDirectorySynced(t *testing.T) {
	root := filepath.Join(t.TempDir(), "root")
	if err := os.Mkdir(root, 0o700); err != nil {
		t.Fatal(err)
	}
	var r recorder
	store, err := Open(filepath.Join(root, "new", "lib.db"), Options{Files: r.files()})
	if err != nil {
		t.Fatal(err)
	}
	mustClose(t, store)
	want := []string{"sync directory root", "open lib.db.new", "sync lib.db.new", "rename lib.db.new lib.db", "sync directory new", "open lib.db"}
	if !slices.Equal(r.calls, want) {
		t.Errorf("calls %q, want %q", r.calls, want)
	}
}

func TestAFailedCreationLeavesNothingBehindAndTheNextOneSucceeds(t *testing.T) {
	for fail := 1; fail <= 5; fail++ {
		for _, empty := range []bool{false, true} {
			root := t.TempDir()
			path := filepath.Join(root, "new", "lib.db")
			calls := recorder{fail: fail}
			if empty { // the directory is there, so its making cannot fail
				if fail == 1 {
					continue
				}
				calls.fail--
				if err := errors.Join(os.Mkdir(filepath.Dir(path), 0o700), os.WriteFile(path, nil, 0o600)); err != nil {
					t.Fatal(err)
				}
			}
			_, err := Open(path, Options{Files: calls.files()})
			if !errors.Is(err, errInjected) {
				t.Fatalf("call %d: %v", fail, err)
			}
			left, err := filepath.Glob(filepath.Join(root, "new", "*"))
			if err != nil {
				t.Fatal(err)
			}
			for _, name := range left {
				info, err := os.Stat(name)
				if err != nil || !empty || name != path || info.Size() != 0 {
					t.Errorf("call %d (%s) leaves %s (%v)", fail, calls.calls[len(calls.calls)-1], name, err)
				}
			}
			store := mustOpen(t, path)
			mustCommit(t, store, put("k", "v"))
			mustClose(t, store)
		}
	}
}

func TestAnEmptyFileAndOneLeftHalfMadeAreReplaced(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lib.db")
	if err := errors.Join(os.WriteFile(path, nil, 0o644), os.WriteFile(path+".new", []byte("half"), 0o600)); err != nil {
		t.Fatal(err)
	}
	store := mustOpen(t, path)
	mustCommit(t, store, put("k", "v"))
	mustClose(t, store)
	if got := names(t, filepath.Dir(path)); !slices.Equal(got, []string{"lib.db"}) {
		t.Errorf("there is %q", got)
	}
}

func TestALinkToNothingIsFollowed(t *testing.T) {
	dir := t.TempDir()
	link, target := filepath.Join(dir, "link.db"), filepath.Join(dir, "target.db")
	if err := os.Symlink(target, link); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		store := mustOpen(t, link)
		mustCommit(t, store, put("k", "v"))
		mustClose(t, store)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link became %v, %v", info, err)
	}
	if info, err := os.Lstat(target); err != nil || info.Size() == 0 {
		t.Errorf("the target is %v, %v", info, err)
	}
}

// Several programs that start at once on no library: one gets it, the others are told, and nothing of the one's is lost.
func TestOfManyOpenersAtOnceOneGetsTheNewLibrary(t *testing.T) {
	t.Parallel() // it mostly waits
	for _, empty := range []bool{false, true} {
		path := filepath.Join(t.TempDir(), "data", "lib.db")
		if empty {
			if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, nil, 0o600)); err != nil {
				t.Fatal(err)
			}
		}
		var mu sync.Mutex
		var got []*Store
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				store, err := Open(path, Options{})
				if err != nil {
					wantError(t, err, engine.ErrLocked)
					return
				}
				if _, err := store.Commit([]engine.Op{put("k", "v")}); err != nil {
					t.Error(err)
				}
				mu.Lock()
				defer mu.Unlock()
				got = append(got, store)
			})
		}
		wg.Wait()
		if len(got) != 1 {
			t.Fatalf("%d openers got it", len(got))
		}
		mustCommit(t, got[0], put("l", "w"))
		mustClose(t, got[0])
		store := mustOpen(t, path)
		if all, err := contents(store); err != nil || len(all) != 2 {
			t.Errorf("it holds %v, %v", all, err)
		}
		mustClose(t, store)
	}
}
