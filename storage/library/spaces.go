package library

import (
	"encoding/binary"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// The key spaces of a library. Keys have a fixed width: a map or record is its 10 bytes, a sequence number 8 bytes with the
// greatest first, so that byte order is order in time. A map's changes are numbered from 1; 0 is the moment it was made.
const (
	spaceMeta        engine.Space = "meta"        // "library" and "author"
	spaceRecords     engine.Space = "records"     // map‖record: a record as it is now
	spaceLog         engine.Space = "log"         // map‖seq: a change
	spaceCheckpoints engine.Space = "checkpoints" // map‖seq‖part (2 bytes): the whole map after change seq
	spaceSnapshots   engine.Space = "snapshots"   // map‖seq: the name of a moment
	spaceSummaries   engine.Space = "summaries"   // map: what the home view shows
	spaceBlobs       engine.Space = "blobs"       // SHA-256: the bytes of a picture, shared by all maps
	spaceBlobUses    engine.Space = "blob-uses"   // map‖SHA-256: that the map, or its history, shows that picture
	spaceViews       engine.Space = "views"       // author‖map: where somebody was and what they chose
	spaceAuthors     engine.Space = "authors"     // author: the name of somebody who changes maps
	spaceSearch      engine.Space = "search"      // the index of words
)

// mapSpaces are the spaces whose keys begin with a map, and which go with it; allSpaces are all but meta and derivedSpaces, which
// are made of the others.
var (
	mapSpaces     = []engine.Space{spaceSummaries, spaceRecords, spaceLog, spaceCheckpoints, spaceSnapshots, spaceBlobUses}
	allSpaces     = append([]engine.Space{spaceBlobs, spaceViews, spaceAuthors}, mapSpaces...)
	derivedSpaces = []engine.Space{spaceSearch}
)

const (
	idSize  = len(mapmodel.ID{})
	seqSize = 8
)

func idKey(id mapmodel.ID) string { return string(id[:]) }

func pairKey(first, second mapmodel.ID) string { return string(first[:]) + string(second[:]) }

func seqKey(id mapmodel.ID, seq uint64) string {
	return string(binary.BigEndian.AppendUint64(id[:len(id):len(id)], seq))
}

func partKey(id mapmodel.ID, seq uint64, part uint16) string {
	return string(binary.BigEndian.AppendUint16(binary.BigEndian.AppendUint64(id[:len(id):len(id)], seq), part))
}

// idAt reads an ID out of a key; zero where the key is too short, which no key of ours is.
func idAt(key string, at int) (id mapmodel.ID) {
	if len(key) >= at+idSize {
		copy(id[:], key[at:])
	}
	return id
}

// seqOf reads the sequence number out of a key that begins with a map.
func seqOf(key string) uint64 {
	if len(key) < idSize+seqSize {
		return 0
	}
	return binary.BigEndian.Uint64([]byte(key[idSize : idSize+seqSize]))
}
