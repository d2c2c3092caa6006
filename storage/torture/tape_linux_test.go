package torture

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"unsafe"
)

// A tape records what a program asks of its disk, call by call and in order, with what it says between. The kernel stops the
// program's threads at each such call and asks us, who are one of its goroutines (seccomp_unotify(2)): we note the call and let it
// go on, or let it fail. Nothing of the library is replaced for that.

// event is one line of a tape.
type event struct {
	Kind   eventKind
	Thread uint32
	File   uint64 // its inode
	Path   string // by which it was open
	To     string // the new name of a renamed one
	At     int64  // where bytes are written, or the size it is cut to
	Bytes  []byte // written, or said
}

type eventKind byte

const (
	evWrite eventKind = 1 + iota
	evCut
	evSync // of a file or a directory
	evRename
	evRemove
	evSaid
)

// The calls that are stopped.
var stopped = []uintptr{
	syscall.SYS_PWRITE64, syscall.SYS_FTRUNCATE, syscall.SYS_FSYNC, syscall.SYS_FDATASYNC, syscall.SYS_RENAMEAT, sysRenameat2, syscall.SYS_UNLINKAT,
}

// See linux/seccomp.h.
const (
	setModeFilter = 1
	flagTsync     = 1 << 0
	flagListener  = 1 << 3
	flagTsyncErr  = 1 << 4
	flagKillable  = 1 << 5
	retAllow      = 0x7fff0000
	retAsk        = 0x7fc00000
	ioctlReceive  = 0xc0502100
	ioctlSend     = 0xc0182101
	goOn          = 1
)

type notice struct {
	id          uint64
	pid, flags  uint32
	call        int32
	arch        uint32
	instruction uint64
	args        [6]uint64
}

type answer struct {
	id    uint64
	value int64
	errno int32
	flags uint32
}

// tape is the recording end.
type tape struct {
	mu     sync.Mutex
	out    *bufio.Writer
	memory *os.File
	faults faults
	count  map[uintptr]int // calls so far, by kind
	err    error
}

// faults say which call is to fail: the Nth one of a kind (from 1), with an error.
type faults struct {
	call  uintptr
	nth   int
	errno syscall.Errno
}

// parseFault reads "fsync 3 5": the third sync, of whichever kind, fails with EIO.
func parseFault(text string) (f faults) {
	var kind string
	if _, err := fmt.Sscan(text, &kind, &f.nth, (*int)(unsafe.Pointer(&f.errno))); err != nil {
		return faults{}
	}
	f.call = map[string]uintptr{"sync": syscall.SYS_FDATASYNC, "write": syscall.SYS_PWRITE64, "cut": syscall.SYS_FTRUNCATE}[kind]
	return f
}

// startTape begins to record this whole program.
func startTape(out io.Writer, f faults) (*tape, error) {
	memory, err := os.Open("/proc/self/mem")
	if err != nil {
		return nil, err
	}
	t := &tape{out: bufio.NewWriterSize(out, 1<<20), memory: memory, faults: f, count: make(map[uintptr]int)}
	listener := make(chan int)
	go func() {
		runtime.LockOSThread()
		fd, err := ask()
		if err != nil {
			t.err = err
			close(listener)
			return
		}
		listener <- fd
		t.listen(fd)
	}()
	if _, ok := <-listener; !ok {
		return nil, t.err
	}
	return t, nil
}

// ask installs the filter for all threads.
func ask() (listener int, err error) {
	const load, jumpEqual, give = 0x20, 0x15, 0x06
	program := []syscall.SockFilter{{Code: load, K: 0}}
	for i, call := range stopped {
		program = append(program, syscall.SockFilter{Code: jumpEqual, Jt: uint8(len(stopped) - i), K: uint32(call)})
	}
	program = append(program, syscall.SockFilter{Code: give, K: retAllow}, syscall.SockFilter{Code: give, K: retAsk})
	filter := syscall.SockFprog{Len: uint16(len(program)), Filter: &program[0]}
	const noNewPrivileges = 38
	if _, _, errno := syscall.RawSyscall6(syscall.SYS_PRCTL, noNewPrivileges, 1, 0, 0, 0, 0); errno != 0 {
		return 0, fmt.Errorf("no new privileges: %w", errno)
	}
	fd, _, errno := syscall.RawSyscall(sysSeccomp, setModeFilter, flagTsync|flagListener|flagTsyncErr|flagKillable, uintptr(unsafe.Pointer(&filter)))
	if errno != 0 {
		return 0, fmt.Errorf("seccomp: %w", errno)
	}
	return int(fd), nil
}

// listen answers the kernel until the program ends. It must make none of the stopped calls.
func (t *tape) listen(fd int) {
	for {
		var n notice
		if _, _, errno := syscall.Syscall(syscall.SYS_IOCTL, uintptr(fd), ioctlReceive, uintptr(unsafe.Pointer(&n))); errno != 0 {
			if errno == syscall.EINTR || errno == syscall.ENOENT {
				continue
			}
			return
		}
		a := answer{id: n.id, flags: goOn}
		if errno := t.note(&n); errno != 0 {
			a.flags, a.errno = 0, -int32(errno)
		}
		_, _, _ = syscall.Syscall(syscall.SYS_IOCTL, uintptr(fd), ioctlSend, uintptr(unsafe.Pointer(&a)))
	}
}

// note writes a call down, and gives the error with which it is to fail.
func (t *tape) note(n *notice) syscall.Errno {
	t.mu.Lock()
	defer t.mu.Unlock()
	e := event{Thread: n.pid}
	call := uintptr(n.call)
	switch call {
	case syscall.SYS_PWRITE64:
		e.Kind, e.At, e.Bytes = evWrite, int64(n.args[3]), t.read(n.args[1], int(n.args[2]))
	case syscall.SYS_FTRUNCATE:
		e.Kind, e.At = evCut, int64(n.args[1])
	case syscall.SYS_FSYNC, syscall.SYS_FDATASYNC:
		e.Kind, call = evSync, syscall.SYS_FDATASYNC
	case syscall.SYS_UNLINKAT:
		e.Kind, e.Path = evRemove, t.text(n.args[1])
	default:
		e.Kind, e.Path, e.To = evRename, t.text(n.args[1]), t.text(n.args[3])
	}
	if e.Kind <= evSync {
		fd := int(n.args[0])
		var stat syscall.Stat_t
		if syscall.Fstat(fd, &stat) != nil {
			return 0
		}
		e.File = stat.Ino
		e.Path, _ = os.Readlink("/proc/self/fd/" + strconv.Itoa(fd))
	}
	if t.count[call]++; call == t.faults.call && t.count[call] == t.faults.nth {
		return t.faults.errno
	}
	t.write(e)
	return 0
}

func (t *tape) read(address uint64, size int) []byte {
	b := make([]byte, size)
	_, err := t.memory.ReadAt(b, int64(address))
	t.err = errors.Join(t.err, err)
	return b
}

// text reads a string up to its zero byte.
func (t *tape) text(address uint64) string {
	b := make([]byte, 4096)
	n, _ := t.memory.ReadAt(b, int64(address))
	s, _, _ := strings.Cut(string(b[:n]), "\x00")
	return s
}

// say puts words between the calls. What was said when a call is noted was said before it.
func (t *tape) say(words string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.write(event{Kind: evSaid, Bytes: []byte(words)})
}

func (t *tape) write(e event) {
	b := []byte{byte(e.Kind)}
	b = binary.LittleEndian.AppendUint32(b, e.Thread)
	b = binary.LittleEndian.AppendUint64(b, e.File)
	b = binary.LittleEndian.AppendUint64(b, uint64(e.At))
	for _, s := range [][]byte{[]byte(e.Path), []byte(e.To), e.Bytes} {
		b = binary.LittleEndian.AppendUint32(b, uint32(len(s)))
		b = append(b, s...)
	}
	_, err := t.out.Write(b)
	t.err = errors.Join(t.err, err)
}

// stop ends the recording.
func (t *tape) stop() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	return errors.Join(t.err, t.out.Flush())
}

// readTape reads a tape to its end.
func readTape(in io.Reader) (events []event, err error) {
	r := bufio.NewReaderSize(in, 1<<20)
	for {
		var head [21]byte
		if _, err := io.ReadFull(r, head[:]); errors.Is(err, io.EOF) {
			return events, nil
		} else if err != nil {
			return events, err
		}
		e := event{
			Kind: eventKind(head[0]), Thread: binary.LittleEndian.Uint32(head[1:]),
			File: binary.LittleEndian.Uint64(head[5:]), At: int64(binary.LittleEndian.Uint64(head[13:])),
		}
		var parts [3][]byte
		for i := range parts {
			var n [4]byte
			if _, err := io.ReadFull(r, n[:]); err != nil {
				return events, err
			}
			parts[i] = make([]byte, binary.LittleEndian.Uint32(n[:]))
			if _, err := io.ReadFull(r, parts[i]); err != nil {
				return events, err
			}
		}
		e.Path, e.To, e.Bytes = string(parts[0]), string(parts[1]), parts[2]
		events = append(events, e)
	}
}

// recorded runs something with the tape running, which goes to the file that envTape names.
func recorded(run func(say func(string)) error) error {
	out, err := os.Create(os.Getenv(envTape))
	if err != nil {
		return err
	}
	t, err := startTape(out, parseFault(os.Getenv(envFault)))
	if err != nil {
		return err
	}
	if err := run(t.say); err != nil {
		t.say("failed " + err.Error())
	}
	return t.stop()
}

func init() {
	works["tape"] = func(path string, count int) error {
		return recorded(func(say func(string)) error { return typing(path, count, say) })
	}
}

// envTape is the file that the tape goes to.
const envTape = "TORTURE_TAPE"
