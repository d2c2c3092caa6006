//go:build window

package windowtest

import (
	le "encoding/binary"
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"net"
	"os"
	"strings"
	"time"
)

// screen is a connection to the display by the X11 protocol, as far as a benchmark needs it: to press keys and to look, each
// within a millisecond, which no program started for it could. Source: X Window System Protocol, X11 release 6.8, and the XTEST
// extension protocol 2.2. What goes wrong ends the benchmark by a panic of its own kind, see failed.
type screen struct {
	conn net.Conn
	root uint32
	test byte // the opcode of XTEST
	seed maphash.Seed
	data []byte
}

// Keys by their code on a keyboard of 105 keys.
const (
	keyCtrl, keyMinus, keyEqual, keyBackspace, keyX, keyF2, keySpace, keyHome, keyI, keyEscape = 37, 20, 21, 22, 53, 68, 65, 110, 31, 9
	wheelUp, wheelDown                                                                         = 4, 5
)

// The kinds of events that can be faked.
const (
	keyPress, keyRelease, buttonPress, buttonRelease, motion = 2, 3, 4, 5, 6
)

// onScreen connects to the display that DISPLAY names, on this machine and without a password.
func onScreen() (*screen, error) {
	number, _, _ := strings.Cut(strings.TrimPrefix(os.Getenv("DISPLAY"), ":"), ".")
	conn, err := net.Dial("unix", "/tmp/.X11-unix/X"+number)
	if err != nil {
		return nil, fmt.Errorf("no display: %w", err)
	}
	s := &screen{conn: conn, seed: maphash.MakeSeed()}
	hello := make([]byte, 12)
	hello[0] = 'l'
	le.LittleEndian.PutUint16(hello[2:], 11)
	if _, err := conn.Write(hello); err != nil {
		return nil, fmt.Errorf("the display does not listen: %w", err)
	}
	head := make([]byte, 8)
	if _, err := io.ReadFull(conn, head); err != nil || head[0] != 1 {
		return nil, errors.Join(errors.New("the display refuses"), err)
	}
	setup := make([]byte, 4*int(le.LittleEndian.Uint16(head[6:])))
	if _, err := io.ReadFull(conn, setup); err != nil {
		return nil, fmt.Errorf("the display ends in mid-word: %w", err)
	}
	vendor := (int(le.LittleEndian.Uint16(setup[16:])) + 3) &^ 3
	s.root = le.LittleEndian.Uint32(setup[32+vendor+8*int(setup[21]):])
	name := "XTEST"
	ask := make([]byte, 8, 16)
	ask[0] = 98 // QueryExtension
	le.LittleEndian.PutUint16(ask[4:], uint16(len(name)))
	answer, _, err := s.ask(append(ask, name+"\x00\x00\x00"...))
	if err != nil || answer[8] == 0 {
		return nil, errors.Join(errors.New("the display has no XTEST"), err)
	}
	s.test = answer[9]
	return s, nil
}

// send sends a request, whose length is written into it.
func (s *screen) send(request []byte) error {
	le.LittleEndian.PutUint16(request[2:], uint16(len(request)/4))
	_, err := s.conn.Write(request)
	return err
}

// ask sends a request and gives its answer: 32 bytes and what comes behind, valid until the next one.
func (s *screen) ask(request []byte) (answer, data []byte, err error) {
	if err := s.send(request); err != nil {
		return nil, nil, err
	}
	answer = make([]byte, 32)
	for answer[0] != 1 {
		if _, err := io.ReadFull(s.conn, answer); err != nil {
			return nil, nil, err
		}
		if answer[0] == 0 {
			return nil, nil, fmt.Errorf("the display says error %d to request %d", answer[1], answer[10])
		}
	}
	n := 4 * int(le.LittleEndian.Uint32(answer[4:]))
	if cap(s.data) < n {
		s.data = make([]byte, n)
	}
	s.data = s.data[:n]
	_, err = io.ReadFull(s.conn, s.data)
	return answer, s.data, err
}

// area is a part of the screen, in pixels.
type area struct{ x, y, wide, high int }

// look gives a sum of what an area shows: the same for the same picture.
func (s *screen) look(at area) (uint64, error) {
	ask := make([]byte, 20)
	ask[0], ask[1] = 73, 2 // GetImage, whole pixels
	le.LittleEndian.PutUint32(ask[4:], s.root)
	for i, v := range []int{at.x, at.y, at.wide, at.high} {
		le.LittleEndian.PutUint16(ask[8+2*i:], uint16(v))
	}
	le.LittleEndian.PutUint32(ask[16:], 0xFFFFFFFF)
	_, data, err := s.ask(ask)
	return maphash.Bytes(s.seed, data), err
}

// fake does what a hand does: one of the events above with a key or button, or a place.
func (s *screen) fake(kind, detail byte, x, y int) error {
	request := make([]byte, 36)
	request[0], request[1], request[4], request[5] = s.test, 2, kind, detail
	le.LittleEndian.PutUint32(request[12:], s.root)
	le.LittleEndian.PutUint16(request[24:], uint16(x))
	le.LittleEndian.PutUint16(request[26:], uint16(y))
	return s.send(request)
}

// press presses a key, with others held, and lets them go.
func (s *screen) press(key byte, held ...byte) error {
	var err error
	for _, k := range held {
		err = errors.Join(err, s.fake(keyPress, k, 0, 0))
	}
	err = errors.Join(err, s.fake(keyPress, key, 0, 0), s.fake(keyRelease, key, 0, 0))
	for _, k := range held {
		err = errors.Join(err, s.fake(keyRelease, k, 0, 0))
	}
	return err
}

// click presses a button of the mouse where it is, or turns the wheel by a notch.
func (s *screen) click(button byte) error {
	return errors.Join(s.fake(buttonPress, button, 0, 0), s.fake(buttonRelease, button, 0, 0))
}

// changed looks until an area shows something else than it did and gives when that was; an error after some seconds.
func (s *screen) changed(at area, from uint64) (sum uint64, when time.Time, err error) {
	for end := time.Now().Add(patience); ; {
		sum, err = s.look(at)
		when = time.Now()
		switch {
		case err != nil || sum != from:
			return sum, when, err
		case when.After(end):
			return sum, when, errors.New("the picture does not change")
		}
		time.Sleep(time.Millisecond)
	}
}

// rest looks until an area has shown the same for a while and gives when it began to show that. See is called with every look
// that shows something new.
func (s *screen) rest(at area, quiet time.Duration, see func()) (sum uint64, since time.Time, err error) {
	for end := time.Now().Add(patience); ; {
		now, err := s.look(at)
		switch when := time.Now(); {
		case err != nil:
			return 0, when, err
		case now != sum || since.IsZero():
			sum, since = now, when
			see()
		case when.Sub(since) > quiet:
			return sum, since, nil
		case when.After(end):
			return 0, when, errors.New("the picture does not come to rest")
		}
		time.Sleep(2 * time.Millisecond)
	}
}
