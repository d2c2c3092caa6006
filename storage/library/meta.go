package library

import (
	"errors"
	"fmt"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// format is that of the libraries this version writes. It rises when an older version could no longer read what we write, or
// would spoil it; a further field or kind of record is no reason, since those are kept by who does not know them.
const format = 1

// config is what a test may replace.
type config struct {
	format     int
	migrations map[int]migration // by the format they start from
	// backup makes a verified copy of a store whose library has that format, before it is altered.
	backup func(store engine.Store, format int) error
	// block is how many entries of the log are sealed together.
	block int
}

// present is the config of this version. No older format than the first was ever released.
var present = config{format: format, migrations: map[int]migration{}, block: blockEntries}

// storedMeta says what a library is; it is the one value no format may move.
type storedMeta struct {
	Format int         `cbor:"1,keyasint"`           // of what the library holds
	Lowest int         `cbor:"2,keyasint"`           // the oldest format a reader must know to read and write it
	ID     mapmodel.ID `cbor:"3,keyasint"`           // of the library
	Needs  string      `cbor:"4,keyasint,omitempty"` // the version a reader of Lowest has, for people
}

// storedOwner says whose library it is.
type storedOwner struct {
	Author mapmodel.ID `cbor:"1,keyasint"`
}

var (
	metaKey  = engine.Key{Space: spaceMeta, Bytes: "library"}
	ownerKey = engine.Key{Space: spaceMeta, Bytes: "author"}
)

// readMeta finds out what the store holds: makes a new library of an empty store, refuses a newer one, brings an older one up to date.
func (l *Library) readMeta() error {
	item, err := l.store.Get(metaKey)
	if errors.Is(err, engine.ErrNotFound) {
		if err := l.found(); err != nil {
			return err
		}
		item, err = l.store.Get(metaKey)
	}
	if err != nil {
		return fmt.Errorf("open the library: %w", err)
	}
	var meta storedMeta
	if err := decodePlain(item, &meta); err != nil {
		return err
	}
	if meta.Lowest > l.config.format {
		needs := meta.Needs
		if needs == "" {
			needs = fmt.Sprintf("a version that knows library format %d", meta.Lowest)
		}
		return &engine.TooNewError{Needs: needs}
	}
	l.id = meta.ID
	if meta.Format < l.config.format {
		if err := l.migrate(item, meta); err != nil {
			return err
		}
	}
	return l.readOwner()
}

// found writes what every library has into an empty store.
func (l *Library) found() error {
	if l.store.Revision() != 0 {
		return &engine.DamagedError{Key: metaKey, What: "what it is is not written in it"}
	}
	meta, err := encodePlain(storedMeta{Format: l.config.format, Lowest: l.config.format, ID: l.source.ID()})
	if err != nil {
		return err
	}
	owner, err := encodePlain(storedOwner{Author: l.source.ID()})
	if err != nil {
		return err
	}
	_, err = l.store.Commit([]engine.Op{
		{Key: metaKey, Value: meta, Expect: engine.Absent},
		{Key: ownerKey, Value: owner, Expect: engine.Absent},
	})
	if err != nil && !errors.Is(err, engine.ErrConflict) { // else somebody else was faster
		return fmt.Errorf("make a library: %w", err)
	}
	return nil
}

func (l *Library) readOwner() error {
	item, err := l.store.Get(ownerKey)
	if err != nil {
		return fmt.Errorf("open the library: %w", err)
	}
	var owner storedOwner
	if err := decodePlain(item, &owner); err != nil {
		return err
	}
	l.author = owner.Author
	return nil
}

// Author is the ID of the person whose library this is, made once with it: the author of the changes they make.
func (l *Library) Author() mapmodel.ID { return l.author }
