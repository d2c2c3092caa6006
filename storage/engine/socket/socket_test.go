package socket_test

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"footpath/storage/engine"
	"footpath/storage/engine/enginetest"
	"footpath/storage/engine/memory"
	"footpath/storage/engine/socket"
)

// place is the path of a socket, short enough for every system.
func place(t testing.TB) string {
	t.Helper()
	folder, err := os.MkdirTemp("", "fp")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	return filepath.Join(folder, "run", "s")
}

// served is a store in memory, reached through a socket.
func served(t testing.TB, told func([]byte) ([]byte, error)) (*memory.Store, *socket.Store, *socket.Server) {
	t.Helper()
	held := memory.New()
	path := place(t)
	server, err := socket.Serve(path, held, told)
	if err != nil {
		t.Fatal(err)
	}
	store, err := socket.Dial(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := errors.Join(store.Close(), server.Close(), held.Close()); err != nil {
			t.Error(err)
		}
	})
	return held, store, server
}

func TestConformance(t *testing.T) {
	enginetest.Run(t, func(t *testing.T) engine.Store {
		_, store, _ := served(t, nil)
		return store
	})
}

func TestOnlyItsOwnerReachesTheSocket(t *testing.T) {
	path := place(t)
	server, err := socket.Serve(path, memory.New(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = server.Close() }()
	for file, want := range map[string]os.FileMode{path: 0o600, filepath.Dir(path): 0o700} {
		info, err := os.Stat(file)
		if err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", file, info.Mode().Perm(), err)
		}
	}
	open := filepath.Join(t.TempDir(), "open")
	if err := os.Mkdir(open, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(open, 0o777); err != nil {
		t.Fatal(err)
	}
	if _, err := socket.Serve(filepath.Join(open, "s"), memory.New(), nil); err == nil {
		t.Error("it listens where others may write")
	}
}

func TestTwoProgramsSeeEachOthersWork(t *testing.T) {
	held, store, _ := served(t, nil)
	key := engine.Key{Space: "a", Bytes: "k"}
	revision, err := held.Commit([]engine.Op{{Key: key, Value: []byte("one")}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := store.Commit([]engine.Op{{Key: key, Value: []byte("two"), Expect: engine.Absent}}); !errors.Is(err, engine.ErrConflict) {
		t.Errorf("a stale batch is answered %v", err)
	}
	var conflict *engine.ConflictError
	_, err = store.Commit([]engine.Op{{Key: key, Value: []byte("two"), Expect: engine.At(revision + 5)}})
	if !errors.As(err, &conflict) || len(conflict.Conflicts) != 1 || conflict.Conflicts[0].Key != key || conflict.Conflicts[0].Revision != revision {
		t.Errorf("the conflict is told as %v", err)
	}
	if _, err := store.Commit([]engine.Op{{Key: key, Value: []byte("two"), Expect: engine.At(revision)}}); err != nil {
		t.Error(err)
	}
	if item, err := held.Get(key); err != nil || string(item.Value) != "two" {
		t.Errorf("the holder reads %q, %v", item.Value, err)
	}
}

func TestWhatIsToldIsAnswered(t *testing.T) {
	_, store, _ := served(t, func(message []byte) ([]byte, error) {
		if string(message) == "no" {
			return nil, errors.New("I will not")
		}
		return append(message, '!'), nil
	})
	if reply, err := store.Tell([]byte("open this")); err != nil || string(reply) != "open this!" {
		t.Errorf("%q, %v", reply, err)
	}
	if _, err := store.Tell([]byte("no")); err == nil || err.Error() != "I will not" {
		t.Errorf("refused with %v", err)
	}
	if reply, err := store.Tell(nil); err != nil || string(reply) != "!" {
		t.Errorf("%q, %v", reply, err)
	}
}

func TestTheHoldersGoingIsTold(t *testing.T) {
	held, store, server := served(t, nil)
	if _, err := held.Commit([]engine.Op{{Key: engine.Key{Space: "a", Bytes: "k"}}}); err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	started := make(chan struct{})
	wg.Go(func() {
		first := true
		for _, err := range store.Watch(t.Context(), 0) {
			if first {
				close(started)
				first = false
			}
			if err != nil && !errors.Is(err, engine.ErrClosed) {
				t.Errorf("the listener is told %v", err)
			}
		}
	})
	<-started
	if err := server.Close(); err != nil {
		t.Fatal(err)
	}
	wg.Wait()
	if _, err := store.Get(engine.Key{Space: "a", Bytes: "k"}); !errors.Is(err, engine.ErrClosed) {
		t.Errorf("reading is answered %v", err)
	}
	if _, err := store.Commit([]engine.Op{{Key: engine.Key{Space: "a", Bytes: "k"}}}); !errors.Is(err, engine.ErrClosed) {
		t.Errorf("writing is answered %v", err)
	}
	if got := store.Revision(); got != 1 {
		t.Errorf("the newest revision heard of is %d", got)
	}
}

func TestACommitWithoutAnAnswerMayHaveBeenDone(t *testing.T) {
	path := place(t)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = listener.Close() }()
	go func() { // a holder that answers once, takes the commit and dies
		c, err := listener.Accept()
		if err != nil {
			return
		}
		heard := make([]byte, 4096)
		_, _ = c.Read(heard)
		_, _ = c.Write([]byte("footpath library 1\n"))
		_, _ = c.Read(heard) // the question for the revision
		_, _ = c.Write([]byte{0, 0, 0, 2, 0, 7})
		_, _ = c.Read(heard) // the commit
		_ = c.Close()
	}()
	store, err := socket.Dial(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = store.Close() }()
	if _, err := store.Commit([]engine.Op{{Key: engine.Key{Space: "a", Bytes: "k"}}}); !errors.Is(err, engine.ErrNotSynced) {
		t.Errorf("answered %v", err)
	}
}

func TestAnotherVersionIsNotSpokenTo(t *testing.T) {
	path := place(t)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = listener.Close() }()
	go func() {
		if c, err := listener.Accept(); err == nil {
			_, _ = c.Write([]byte(strings.Replace("footpath library 1\n", "1", "9", 1)))
			_, _ = c.Read(make([]byte, 64))
			_ = c.Close()
		}
	}()
	if _, err := socket.Dial(path); err == nil {
		t.Error("it is spoken to")
	}
}

func TestNobodyServing(t *testing.T) {
	if _, err := socket.Dial(place(t)); err == nil {
		t.Error("somebody answers")
	}
}

func TestASocketLeftBehindIsTakenOver(t *testing.T) {
	path := place(t)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	left, err := net.ListenUnix("unix", &net.UnixAddr{Name: path, Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	left.SetUnlinkOnClose(false)
	if err := left.Close(); err != nil {
		t.Fatal(err)
	}
	server, err := socket.Serve(path, memory.New(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the socket stays: %v", err)
	}
}

// FuzzServer sends a server any bytes: it answers or hangs up, and goes on serving others.
func FuzzServer(f *testing.F) {
	path := place(f)
	held := memory.New()
	server, err := socket.Serve(path, held, nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { _ = server.Close() })
	f.Add([]byte("footpath library 1\n\x00\x00\x00\x01\x05"))
	f.Add([]byte("footpath library 1\n\x00\x00\x00\x06\x01\x01a\x01k\x00"))
	f.Add([]byte("footpath library 1\n\x3f\xff\xff\xff\x03\xff\xff\xff\xff\x0f"))
	f.Add([]byte("footpath library 1\n\x00\x00\x00\x02\x04\x00x"))
	f.Add([]byte("GET / HTTP/1.1\r\n\r\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := net.Dial("unix", path)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = c.Write(data)
		_ = c.(*net.UnixConn).CloseWrite()
		for buf := make([]byte, 4096); err == nil; {
			_, err = c.Read(buf)
		}
		_ = c.Close()
		again, err := socket.Dial(path)
		if err != nil {
			t.Fatalf("it serves no more: %v", err)
		}
		_ = again.Close()
	})
}
