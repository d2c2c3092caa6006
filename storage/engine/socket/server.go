package socket

import (
	"bufio"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"sync"

	"footpath/storage/engine"
)

// Server lets other programs of the same person use a store.
type Server struct {
	store    engine.Store
	listener net.Listener
	told     func(message []byte) ([]byte, error)
	ctx      context.Context
	stop     context.CancelFunc
	wg       sync.WaitGroup

	mu    sync.Mutex
	conns map[net.Conn]struct{}
}

// Serve answers at a socket in the file at path until Close: the folder is made when there is none, for this person alone, and
// so is the socket. What an earlier program left there is taken away: only one at a time may hold the store, so call Serve
// only while holding it. The server uses the store and does not close it.
//
// told, which may be nil, receives what callers Tell and gives the answer.
func Serve(path string, store engine.Store, told func(message []byte) ([]byte, error)) (*Server, error) {
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, fmt.Errorf("listen for other windows: %w", err)
	}
	if info, err := os.Stat(folder); err == nil && info.Mode().Perm()&0o022 != 0 {
		return nil, fmt.Errorf("listen for other windows: others may write into %s", folder)
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("listen for other windows: %w", err)
	}
	listener, err := net.Listen("unix", path)
	if err != nil {
		return nil, fmt.Errorf("listen for other windows: %w", err)
	}
	if err := os.Chmod(path, 0o600); err != nil {
		return nil, errors.Join(fmt.Errorf("listen for other windows: %w", err), listener.Close())
	}
	s := &Server{store: store, listener: listener, told: told, conns: map[net.Conn]struct{}{}}
	s.ctx, s.stop = context.WithCancel(context.Background())
	s.wg.Go(s.accept)
	return s, nil
}

// Close answers what is being asked, ends all connections and takes the socket away. Closing again does nothing.
func (s *Server) Close() error {
	s.stop()
	err := s.listener.Close()
	s.mu.Lock()
	for c := range s.conns {
		// Nothing more is read; what is being answered still is.
		if u, ok := c.(*net.UnixConn); ok {
			_ = u.CloseRead() // it may be closed already
		}
	}
	s.mu.Unlock()
	s.wg.Wait()
	if errors.Is(err, net.ErrClosed) {
		return nil
	}
	return err
}

// Callers is how many connections of other programs there are. Who is not among them yet has been answered nothing.
func (s *Server) Callers() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.conns)
}

func (s *Server) accept() {
	for {
		c, err := s.listener.Accept()
		if err != nil {
			return // closed, or the system gives no more: those who are there stay
		}
		s.mu.Lock()
		s.conns[c] = struct{}{}
		s.mu.Unlock()
		if s.ctx.Err() != nil {
			s.forget(c)
			return
		}
		s.wg.Go(func() {
			defer s.forget(c)
			s.talk(c)
		})
	}
}

func (s *Server) forget(c net.Conn) {
	s.mu.Lock()
	delete(s.conns, c)
	s.mu.Unlock()
	_ = c.Close() // the other side may have gone
}

// talk answers one connection until it ends. What is garbled ends it.
func (s *Server) talk(c net.Conn) {
	in := bufio.NewReader(c)
	if exchange(c, in) != nil {
		return
	}
	for {
		call, err := readFrame(in)
		if err != nil || len(call) == 0 {
			return
		}
		r := &reader{b: call[1:]}
		if call[0] == callWatch {
			from := r.number()
			if r.done() == nil {
				s.watch(c, in, from)
			}
			return
		}
		answer, err := s.answer(call[0], r)
		if err != nil {
			answer = appendError(append(frame(), statusError), err)
		}
		if r.done() != nil || writeFrame(c, answer) != nil {
			return
		}
	}
}

// exchange says hello and hears it.
func exchange(c net.Conn, in io.Reader) error {
	if _, err := io.WriteString(c, hello); err != nil {
		return err
	}
	heard := make([]byte, len(hello))
	if _, err := io.ReadFull(in, heard); err != nil {
		return err
	}
	if string(heard) != hello {
		return errVersion
	}
	return nil
}

var errVersion = errors.New("the other program speaks another version of the library's messages")

// answer does what is asked.
func (s *Server) answer(call byte, r *reader) ([]byte, error) {
	out := append(frame(), statusDone)
	switch call {
	case callGet:
		key := r.key()
		if err := r.done(); err != nil {
			return nil, err
		}
		item, err := s.store.Get(key)
		return appendItem(out, item), err
	case callList:
		query := r.query()
		if err := r.done(); err != nil {
			return nil, err
		}
		page, err := s.store.List(query)
		return appendPage(out, page), err
	case callCommit:
		ops := r.ops()
		if err := r.done(); err != nil {
			return nil, err
		}
		revision, err := s.store.Commit(ops)
		return binary.AppendUvarint(out, revision), err
	case callRevision:
		return binary.AppendUvarint(out, s.store.Revision()), r.done()
	case callTell:
		message := r.bytes()
		if err := r.done(); err != nil {
			return nil, err
		}
		if s.told == nil {
			return nil, errNobody
		}
		reply, err := s.told(message)
		return appendBytes(out, reply), err
	}
	return nil, errGarbled
}

var errNobody = errors.New("nobody listens to messages")

// watch tells batches until the other side goes, the server closes or the store has no more to tell.
func (s *Server) watch(c net.Conn, in io.Reader, from uint64) {
	ctx, cancel := context.WithCancel(s.ctx)
	defer cancel()
	s.wg.Go(func() {
		defer cancel()
		_, _ = in.Read(make([]byte, 1)) // nothing more comes: it ends when the other side goes
	})
	for batch, err := range s.store.Watch(ctx, from) {
		if err != nil {
			if s.ctx.Err() != nil {
				err = engine.ErrClosed
			}
			_ = writeFrame(c, appendError(append(frame(), statusError), err)) // the other side may have gone
			_ = c.Close()                                                     // which ends the reading above
			return
		}
		if writeFrame(c, appendBatch(append(frame(), statusDone), batch)) != nil {
			_ = c.Close()
			return
		}
	}
}
