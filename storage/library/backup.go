package library

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"footpath/storage/engine"
)

// copyBatch is how many bytes of values one commit of a copy holds.
const copyBatch = 4 << 20

// backUp copies a library to a file, by way of a store that open opens, and reads the copy back. The finished copy is renamed into
// place; one that is there already is of the same library before, and stays.
func backUp(store engine.Store, path string, open func(path string) (engine.Store, error)) (err error) {
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	partial := path + ".partial"
	if err := os.Remove(partial); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := copyTo(store, partial, open); err != nil {
		return errors.Join(err, os.Remove(partial))
	}
	if err := os.Rename(partial, path); err != nil {
		return err
	}
	// So that the name, too, outlives a power cut before anything is altered. Not every system can sync a directory.
	if dir, err := os.Open(filepath.Dir(path)); err == nil {
		_ = dir.Sync()
		_ = dir.Close()
	}
	return nil
}

func copyTo(store engine.Store, path string, open func(path string) (engine.Store, error)) (err error) {
	target, err := open(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, target.Close()) }()
	// The meta comes last, so that what is cut short is no library.
	for _, space := range append(allSpaces[:len(allSpaces):len(allSpaces)], spaceMeta) {
		if err := copySpace(store, target, space); err != nil {
			return err
		}
	}
	for _, space := range append(allSpaces[:len(allSpaces):len(allSpaces)], spaceMeta) {
		if err := compareSpace(store, target, space); err != nil {
			return err
		}
	}
	return nil
}

func copySpace(from, to engine.Store, space engine.Space) error {
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
		if size += len(item.Value) + len(item.Bytes); size >= copyBatch {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	return flush()
}

// compareSpace reads two stores side by side, page by page.
func compareSpace(a, b engine.Store, space engine.Space) error {
	query := engine.Query{Space: space}
	for {
		left, err := a.List(query)
		if err != nil {
			return err
		}
		right, err := b.List(query)
		if err != nil {
			return err
		}
		if len(left.Items) != len(right.Items) || left.Next != right.Next {
			return fmt.Errorf("the copy of space %q is not complete", space)
		}
		for i := range left.Items {
			if left.Items[i].Key != right.Items[i].Key || !bytes.Equal(left.Items[i].Value, right.Items[i].Value) {
				return fmt.Errorf("the copy of %v differs", left.Items[i].Key)
			}
		}
		if query.From = left.Next; query.From == "" {
			return nil
		}
	}
}
