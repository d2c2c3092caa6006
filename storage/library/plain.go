package library

import (
	"fmt"
	"maps"

	"github.com/fxamacker/cbor/v2"

	"footpath/storage/engine"
)

// What is neither a record nor a change is a plain struct with numbered fields; fxamacker/cbor writes and reads it.

// plainEnc writes core deterministic CBOR; plainDec reads nothing that plainEnc would not have written, within limits.
var (
	plainEnc = must(cbor.CoreDetEncOptions().EncMode())
	plainDec = must(cbor.DecOptions{
		DupMapKey:        cbor.DupMapKeyEnforcedAPF,
		IndefLength:      cbor.IndefLengthForbidden,
		UTF8:             cbor.UTF8RejectInvalid,
		MaxNestedLevels:  maxDepth,
		MaxArrayElements: 1 << 17,
		MaxMapPairs:      1 << 17,
	}.DecMode())
)

// must is for options that are constants; a test run shows at once whether they are right.
func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func encodePlain(v any) ([]byte, error) {
	b, err := plainEnc.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("encode %T: %w", v, err)
	}
	return b, nil
}

// decodePlain reads a stored value. What cannot be read is damage: the store has checked that the bytes are those once written.
func decodePlain(item engine.Item, into any) error {
	if err := plainDec.Unmarshal(item.Value, into); err != nil {
		return &engine.DamagedError{Key: item.Key, What: "it cannot be read", Err: err}
	}
	return nil
}

// mergePlain encodes v and adds the fields of an older value that v does not have, so that what a later version wrote there
// outlives us.
func mergePlain(v any, older []byte, known int) ([]byte, error) {
	fresh, err := encodePlain(v)
	if err != nil || older == nil {
		return fresh, err
	}
	var was, is map[int]cbor.RawMessage
	readable := plainDec.Unmarshal(older, &was) == nil && plainDec.Unmarshal(fresh, &is) == nil
	maps.DeleteFunc(was, func(n int, _ cbor.RawMessage) bool { return n <= known })
	if !readable || len(was) == 0 {
		return fresh, nil
	}
	maps.Copy(was, is)
	return encodePlain(was)
}
