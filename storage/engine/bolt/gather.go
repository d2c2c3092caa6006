package bolt

import (
	"errors"
	"fmt"

	"footpath/storage/engine"
)

// gatherBatch is how many bytes of values one commit of a gathering holds.
const gatherBatch = 4 << 20

// Gather copies some spaces of any store to a file where there is none, value by value, and verifies the copy. The revisions are
// the copy's own. It fails with fs.ErrExist, with ErrInterrupted when the store was written to meanwhile, or as reading or
// writing fails; then nothing is left at the path.
func Gather(to string, from engine.Store, spaces []engine.Space, verify func(copied *Store) error) error {
	at := from.Revision()
	err := finish(to, func(partial string) (err error) {
		copied, err := Open(partial, Options{})
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, copied.Close()) }()
		for _, space := range spaces {
			if err := gatherSpace(from, copied, space); err != nil {
				return err
			}
		}
		if from.Revision() != at {
			return ErrInterrupted
		}
		return verify(copied)
	})
	if err != nil {
		return fmt.Errorf("copy the library to %s: %w", to, err)
	}
	return nil
}

func gatherSpace(from, to engine.Store, space engine.Space) error {
	var ops []engine.Op
	size := 0
	flush := func() error {
		_, err := to.Commit(ops)
		ops, size = ops[:0], 0
		return err
	}
	for item, err := range engine.All(from, engine.Query{Space: space}) {
		if err != nil {
			return err
		}
		ops = append(ops, engine.Op{Key: item.Key, Value: item.Value})
		if size += len(item.Value) + len(item.Bytes); size >= gatherBatch {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	return flush()
}
