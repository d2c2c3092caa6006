package library

import (
	"crypto/sha256"
	"errors"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// hashOf is the blobKeeper of what is stored already.
func hashOf(data string) string {
	sum := sha256.Sum256([]byte(data))
	return string(sum[:])
}

// keeper is the blobKeeper of records that are put: what the map has not shown before is put with them.
func (l *Library) keeper(b *batch, id mapmodel.ID) blobKeeper {
	return func(data string) string {
		hash := hashOf(data)
		use := engine.Key{Space: spaceBlobUses, Bytes: idKey(id) + hash}
		if _, err := l.store.Get(use); err != nil {
			b.put(spaceBlobs, hash, []byte(data))
			b.put(use.Space, use.Bytes, nil)
		}
		return hash
	}
}

// blobs reads blobs, each once.
type blobs struct {
	store engine.Store
	read  map[string]string
	// missing tells of one that is not there or damaged; its bytes are then empty.
	missing func(hash string, err error)
}

// load is a blobLoader. It fails only when the store does.
func (b *blobs) load(hash string) (string, error) {
	if data, known := b.read[hash]; known {
		return data, nil
	}
	item, err := b.store.Get(engine.Key{Space: spaceBlobs, Bytes: hash})
	switch {
	case err == nil && hashOf(string(item.Value)) == hash:
	case err == nil, errors.Is(err, engine.ErrNotFound), errors.Is(err, engine.ErrDamaged):
		if b.missing != nil {
			b.missing(hash, err)
		}
		item.Value = nil
	default:
		return "", err
	}
	if b.read == nil {
		b.read = make(map[string]string)
	}
	b.read[hash] = string(item.Value)
	return b.read[hash], nil
}

// leaveHash is the blobLoader that loads nothing: the field holds the hash until loadBlobs.
func leaveHash(hash string) (string, error) { return hash, nil }

// loadBlobs exchanges the hashes in a fresh record for what they stand for.
func loadBlobs(r mapmodel.Record, load blobLoader) error {
	for _, f := range blobsOfKind[r.Kind()] {
		p := f.Pointer(r).(*string)
		if *p == "" {
			continue
		}
		data, err := load(*p)
		if err != nil {
			return err
		}
		*p = data
	}
	return nil
}
