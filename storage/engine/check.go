package engine

import "fmt"

// CheckKey returns an ErrInvalid that says why, when no store would take the key.
func CheckKey(key Key) error {
	if err := CheckSpace(key.Space); err != nil {
		return err
	}
	if n := len(key.Bytes); n == 0 || n > MaxKey {
		return fmt.Errorf("%w: a key of %d bytes in space %q, allowed are 1 to %d", ErrInvalid, n, key.Space, MaxKey)
	}
	return nil
}

// CheckSpace returns an ErrInvalid that says why, when no store would take the name.
func CheckSpace(space Space) error {
	if len(space) == 0 || len(space) > MaxSpace {
		return fmt.Errorf("%w: a space's name of %d bytes, allowed are 1 to %d", ErrInvalid, len(space), MaxSpace)
	}
	for i := range len(space) {
		switch c := space[i]; {
		case c >= 'a' && c <= 'z':
		case i > 0 && (c >= '0' && c <= '9' || c == '-'):
		default:
			return fmt.Errorf("%w: a space named %q, allowed are a-z, then also 0-9 and '-'", ErrInvalid, space)
		}
	}
	return nil
}

// CheckOps returns an ErrInvalid that says why, when no store would take the batch. Every Commit begins with it.
func CheckOps(ops []Op) error {
	for i := range ops {
		if err := CheckKey(ops[i].Key); err != nil {
			return err
		}
		if n := len(ops[i].Value); n > MaxValue && !ops[i].Delete {
			return fmt.Errorf("%w: a value of %d bytes at %v, allowed are %d", ErrInvalid, n, ops[i].Key, MaxValue)
		}
	}
	return checkOnce(ops)
}

// checkOnce refuses a key that occurs twice: engines differ in what they make of it. A keystroke's few keys are compared
// pairwise, which allocates nothing.
func checkOnce(ops []Op) error {
	if len(ops) <= 16 {
		for i := range ops {
			for j := range i {
				if ops[i].Key == ops[j].Key {
					return twice(ops[i].Key)
				}
			}
		}
		return nil
	}
	seen := make(map[Key]struct{}, len(ops))
	for i := range ops {
		seen[ops[i].Key] = struct{}{}
		if len(seen) != i+1 {
			return twice(ops[i].Key)
		}
	}
	return nil
}

func twice(key Key) error { return fmt.Errorf("%w: %v occurs twice in one batch", ErrInvalid, key) }
