package bolt

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"unsafe"

	"footpath/storage/engine"
)

// fault makes a call of the system fail with an error, for one thread: a seccomp filter answers in the kernel's place, which is
// as near to a failing disk as a test can come without one.
type fault struct {
	call  uintptr
	below int // only writes to an offset below this; 0 means all calls
	errno syscall.Errno
}

// withFaults runs do on a thread of its own whose calls fail as told. The thread ends with it, and the faults with the thread.
func withFaults(t *testing.T, do func(), faults ...fault) {
	t.Helper()
	done := make(chan struct{})
	go func() {
		defer close(done)
		runtime.LockOSThread() // never unlocked: the thread must not be used by anyone else
		if err := failFromHere(faults...); err != nil {
			t.Error(err)
			return
		}
		do()
	}()
	<-done
}

// failFromHere installs the filter for the calling thread. See seccomp(2) and linux/filter.h.
func failFromHere(faults ...fault) error {
	const (
		load, jumpEqual, jumpAtLeast, give = 0x20, 0x15, 0x35, 0x06
		callOffset, fourthArgument         = 0, 16 + 3*8
		allow, fail                        = 0x7fff0000, 0x00050000
	)
	var program []syscall.SockFilter
	for _, f := range faults {
		program = append(program, syscall.SockFilter{Code: load, K: callOffset})
		if f.below == 0 {
			program = append(program, syscall.SockFilter{Code: jumpEqual, Jf: 1, K: uint32(f.call)})
		} else {
			program = append(program,
				syscall.SockFilter{Code: jumpEqual, Jf: 3, K: uint32(f.call)},
				syscall.SockFilter{Code: load, K: fourthArgument},
				syscall.SockFilter{Code: jumpAtLeast, Jt: 1, K: uint32(f.below)})
		}
		program = append(program, syscall.SockFilter{Code: give, K: fail | uint32(f.errno)})
	}
	program = append(program, syscall.SockFilter{Code: give, K: allow})
	filter := syscall.SockFprog{Len: uint16(len(program)), Filter: &program[0]}
	const noNewPrivileges, setSeccomp, modeFilter = 38, 22, 2
	if _, _, errno := syscall.RawSyscall6(syscall.SYS_PRCTL, noNewPrivileges, 1, 0, 0, 0, 0); errno != 0 {
		return fmt.Errorf("no new privileges: %w", errno)
	}
	if _, _, errno := syscall.RawSyscall(syscall.SYS_PRCTL, setSeccomp, modeFilter, uintptr(unsafe.Pointer(&filter))); errno != 0 {
		return fmt.Errorf("seccomp: %w", errno)
	}
	return nil
}

// beforeWrite calls hook before each of bbolt's writes, through the field bbolt's own tests replace.
func beforeWrite(store *Store, hook func(offset int64)) {
	field := reflect.ValueOf(store.db).Elem().FieldByName("ops").FieldByName("writeAt")
	writeAt := reflect.NewAt(field.Type(), unsafe.Pointer(field.UnsafeAddr())).Interface().(*func([]byte, int64) (int, error))
	original := *writeAt
	*writeAt = func(b []byte, offset int64) (int, error) {
		hook(offset)
		return original(b, offset)
	}
}

// Data, header and growth each have a sync of their own. Whichever fails: nothing acknowledged is lost, the batch is not
// acknowledged, and nothing is written after it.
func TestAFailedSyncEndsTheWritingAndLosesNothingAcknowledged(t *testing.T) {
	eio := func(call uintptr) fault { return fault{call: call, errno: syscall.EIO} }
	big := func() []engine.Op { // enough for the file to grow
		return []engine.Op{put("big", strings.Repeat("x", 20<<20)), put("00-00000", "new")}
	}
	small := func() []engine.Op { return []engine.Op{put("00-00000", "new"), put("more", "new")} }
	for _, c := range []struct {
		name   string
		ops    func() []engine.Op
		faults []fault // from the beginning of the commit
		header []fault // from the writing of the header
		after  bool    // the header was written: the batch may be there
	}{
		{name: "data sync", ops: small, faults: []fault{eio(syscall.SYS_FDATASYNC)}},
		{name: "header sync", ops: small, header: []fault{eio(syscall.SYS_FDATASYNC)}, after: true},
		{name: "growth sync", ops: big, faults: []fault{eio(syscall.SYS_FSYNC)}},
		{name: "growth data sync", ops: big, faults: []fault{eio(syscall.SYS_FDATASYNC)}},
		{name: "growth header sync", ops: big, header: []fault{eio(syscall.SYS_FDATASYNC)}, after: true},
		{name: "growth", ops: big, faults: []fault{eio(syscall.SYS_FTRUNCATE)}},
		{name: "data write", ops: small, faults: []fault{eio(syscall.SYS_PWRITE64)}},
		{name: "header write", ops: small, faults: []fault{{call: syscall.SYS_PWRITE64, below: 2 * pageSize, errno: syscall.EIO}}},
		{name: "no room at a sync", ops: small, faults: []fault{{call: syscall.SYS_FDATASYNC, errno: syscall.ENOSPC}}},
		{name: "no room at the growth's sync", ops: big, faults: []fault{{call: syscall.SYS_FSYNC, errno: syscall.ENOSPC}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			path, want := library(t, 10)
			store := mustOpen(t, path)
			acknowledged := store.Revision()
			var err error
			withFaults(t, func() {
				if c.header != nil {
					beforeWrite(store, func(offset int64) {
						if offset < int64(2*pageSize) {
							if err := failFromHere(c.header...); err != nil {
								t.Error(err)
							}
						}
					})
				}
				_, err = store.Commit(c.ops())
			}, c.faults...)
			wantError(t, err, engine.ErrNotSynced)
			if err != nil && !strings.Contains(err.Error(), "the disk did not confirm a write to the library "+path) {
				t.Errorf("it says %q", err)
			}
			if _, again := store.Commit(small()); !errors.Is(again, engine.ErrNotSynced) { // though the disk is well by now
				t.Errorf("the next commit: %v", again)
			}
			if got := store.Revision(); got != acknowledged {
				t.Errorf("Revision = %d, acknowledged was %d", got, acknowledged)
			}
			if got, err := contents(store); err != nil || !c.after && !same(got, want) {
				t.Errorf("what is read: %d of %d values, %v", len(got), len(want), err)
			}
			mustClose(t, store)
			checkAfterFault(t, path, want, c.ops(), c.after)
		})
	}
}

// checkAfterFault opens the library again: it holds what was acknowledged, and all or nothing of the batch that was not.
func checkAfterFault(t *testing.T, path string, want map[string]string, ops []engine.Op, mayBeThere bool) {
	t.Helper()
	store := mustOpen(t, path)
	got, err := contents(store)
	if err != nil {
		t.Fatal(err)
	}
	with := make(map[string]string, len(want)+len(ops))
	for k, v := range want {
		with[k] = v
	}
	for _, op := range ops {
		with[op.Bytes] = string(op.Value)
	}
	if !same(got, want) && (!mayBeThere || !same(got, with)) {
		t.Errorf("reopened it holds %d values, neither the %d before nor the %d after", len(got), len(want), len(with))
	}
	mustCommit(t, store, ops...)
	mustClose(t, store)
}

func TestAFullDiskChangesNothingAndIsOverWhenThereIsRoom(t *testing.T) {
	ops := func() []engine.Op {
		return []engine.Op{put("00-00000", "new"), put("big", strings.Repeat("x", 20<<20))}
	}
	for _, c := range []struct {
		name  string
		fault fault
	}{
		{"write", fault{call: syscall.SYS_PWRITE64, errno: syscall.ENOSPC}},
		{"quota", fault{call: syscall.SYS_PWRITE64, errno: syscall.EDQUOT}},
		{"header", fault{call: syscall.SYS_PWRITE64, below: 2 * pageSize, errno: syscall.ENOSPC}},
		{"growth", fault{call: syscall.SYS_FTRUNCATE, errno: syscall.ENOSPC}},
		{"too large a file", fault{call: syscall.SYS_FTRUNCATE, errno: syscall.EFBIG}},
	} {
		t.Run(c.name, func(t *testing.T) {
			path, want := library(t, 10)
			store := mustOpen(t, path)
			before := store.Revision()
			for range 3 {
				var err error
				withFaults(t, func() { _, err = store.Commit(ops()) }, c.fault)
				wantError(t, err, engine.ErrFull)
				if err != nil && !strings.HasPrefix(err.Error(), "no room to write the library "+path+": ") {
					t.Errorf("it says %q", err)
				}
				if got, err := contents(store); err != nil || !same(got, want) || store.Revision() != before {
					t.Fatalf("%d of %d values at revision %d, %v", len(got), len(want), store.Revision(), err)
				}
			}
			if got := mustCommit(t, store, ops()...); got != before+1 {
				t.Errorf("then revision %d, want %d", got, before+1)
			}
			mustClose(t, store)
			checkAfterFault(t, path, want, ops(), true)
		})
	}
}

func TestALibraryThatCannotBeMadeForWantOfRoomLeavesNothing(t *testing.T) {
	for _, f := range []fault{
		{call: syscall.SYS_PWRITE64, errno: syscall.ENOSPC},
		{call: syscall.SYS_FDATASYNC, errno: syscall.ENOSPC},
		{call: syscall.SYS_FSYNC, errno: syscall.ENOSPC},
	} {
		path := filepath.Join(t.TempDir(), "library.db")
		withFaults(t, func() {
			_, err := Open(path, Options{})
			wantError(t, err, engine.ErrFull)
		}, f)
		if got := names(t, filepath.Dir(path)); got != nil {
			t.Errorf("there is %q", got)
		}
		mustClose(t, mustOpen(t, path))
	}
}

// asNobody runs do without the rights of a superuser, on a thread of its own.
func asNobody(do func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		runtime.LockOSThread()
		if os.Geteuid() == 0 {
			_, _, _ = syscall.RawSyscall(syscall.SYS_SETFSUID, nobody, 0, 0)
		}
		do()
	}()
	<-done
}

const nobody = 65534

func TestALibraryWithoutPermissionSaysSo(t *testing.T) {
	path, _ := library(t, 1)
	if err := errors.Join(os.Chmod(path, 0), openUp(path)); err != nil {
		t.Fatal(err)
	}
	asNobody(func() {
		_, err := Open(path, Options{})
		wantError(t, err, os.ErrPermission)
		if want := "open the library " + path + ": permission denied"; err == nil || err.Error() != want {
			t.Errorf("%v, want %q", err, want)
		}
	})
}

func TestInADirectoryOnlyToBeReadALibraryOpensButNoneIsMade(t *testing.T) {
	path, want := library(t, 3)
	dir := filepath.Dir(path)
	if err := errors.Join(os.Chown(path, ownerForTest(), -1), openUp(path), os.Chmod(dir, 0o555)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700) }) // else it cannot be removed
	asNobody(func() {
		store, err := Open(path, Options{})
		if err != nil {
			t.Error(err)
			return
		}
		if got, err := contents(store); err != nil || !same(got, want) {
			t.Errorf("%d of %d values, %v", len(got), len(want), err)
		}
		if _, err := store.Commit([]engine.Op{put("k", "v")}); err != nil {
			t.Error(err)
		}
		if err := store.Close(); err != nil {
			t.Error(err)
		}
		for _, name := range []string{"another.db", "below/another.db"} {
			_, err = Open(filepath.Join(dir, name), Options{})
			wantError(t, err, os.ErrPermission)
		}
	})
	if got := names(t, dir); len(got) != 1 {
		t.Errorf("there is %q", got)
	}
}

// openUp lets everyone reach the test's directory.
func openUp(path string) error {
	return errors.Join(os.Chmod(filepath.Dir(path), 0o755), os.Chmod(filepath.Dir(filepath.Dir(path)), 0o755))
}

func ownerForTest() int {
	if os.Geteuid() == 0 {
		return nobody
	}
	return os.Geteuid()
}
