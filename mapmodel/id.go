package mapmodel

import (
	"crypto/rand"
	"encoding/base32"
	"fmt"
	mathrand "math/rand/v2"
	"sync"
)

// ID names one record for ever: 10 random bytes. It says nothing about the
// record's content, is never used again, and never stands in a file or a page.
// The zero ID names nothing.
type ID [10]byte

// idDigits is Crockford's base-32 alphabet in lower case: no i, l, o, u, so
// that an ID read aloud or copied by hand survives.
const idDigits = "0123456789abcdefghjkmnpqrstvwxyz"

var idLetters = base32.NewEncoding(idDigits).WithPadding(base32.NoPadding)

// IDLetters is the number of letters String writes.
const IDLetters = 16

// String writes the ID as 16 lower-case Crockford base-32 letters.
func (id ID) String() string { return idLetters.EncodeToString(id[:]) }

// IsZero tells whether the ID names nothing.
func (id ID) IsZero() bool { return id == ID{} }

// ParseID reads what String wrote. Anything but exactly 16 letters of the
// alphabet is an error.
func ParseID(s string) (ID, error) {
	var id ID
	if len(s) != IDLetters {
		return id, fmt.Errorf("%q is not an id: an id has %d letters", s, IDLetters)
	}
	if _, err := idLetters.Decode(id[:], []byte(s)); err != nil {
		return ID{}, fmt.Errorf("%q is not an id: %w", s, err)
	}
	return id, nil
}

// digit is the i-th base-32 digit of the ID (0 to 15), the step a trie takes
// at depth i.
func (id ID) digit(i int) uint {
	bit := i * 5
	word := uint(id[bit/8]) << 8
	if bit/8+1 < len(id) {
		word |= uint(id[bit/8+1])
	}
	return word >> (11 - bit%8) & 31
}

// Source gives fresh IDs and the random digits of ranks. It may be used from
// several goroutines.
type Source struct {
	mu   sync.Mutex
	fill func([]byte)
}

// NewSource draws from the system's random numbers.
func NewSource() *Source {
	return &Source{fill: func(b []byte) { _, _ = rand.Read(b) }} // crypto/rand.Read never fails
}

// NewSeededSource always gives the same sequence for the same seed: for tests
// and for anything that must come out the same twice.
func NewSeededSource(seed uint64) *Source {
	var key [32]byte
	for i := range 8 {
		key[i] = byte(seed >> (8 * i))
	}
	stream := mathrand.NewChaCha8(key)
	return &Source{fill: func(b []byte) { _, _ = stream.Read(b) }} // ChaCha8.Read never fails
}

// ID gives an ID that no record has.
func (s *Source) ID() ID {
	s.mu.Lock()
	defer s.mu.Unlock()
	var id ID
	for id.IsZero() {
		s.fill(id[:])
	}
	return id
}

// digits gives n random base-62 digits, the last never zero: a rank's end.
func (s *Source) digits(n int) []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	raw := make([]byte, n)
	s.fill(raw)
	for i, b := range raw {
		raw[i] = rankDigits[int(b)%len(rankDigits)]
	}
	if n > 0 && raw[n-1] == rankDigits[0] {
		raw[n-1] = rankDigits[1]
	}
	return raw
}
