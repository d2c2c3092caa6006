package library

import (
	"fmt"
	"math"
	"slices"

	"footpath/mapmodel"
)

// A record is stored as one CBOR map. Key 0 is its kind; the other keys are the numbers of its fields in the table of fields,
// rising, and what a record does not say is absent. A long text may be packed (codec_long.go). The ID stands in the key under which
// the record is stored. Keys that the table does not know belong to a later version: they are kept as they are in Common.Kept, and
// written back.

// rows are a kind's fields, rising by number.
type rows []*mapmodel.Field

var (
	rowsOfKind  [math.MaxUint8 + 1]rows
	blobsOfKind [math.MaxUint8 + 1]rows // those that hold blobs
	rowsUnknown = rowsOf(0)
)

func init() {
	for _, kind := range mapmodel.Kinds() {
		rowsOfKind[kind] = rowsOf(kind)
		for _, f := range rowsOfKind[kind] {
			if f.Type == mapmodel.Blob {
				blobsOfKind[kind] = append(blobsOfKind[kind], f)
			}
		}
	}
}

func rowsOf(kind mapmodel.Kind) rows {
	table := mapmodel.Fields(kind)
	out := make(rows, len(table))
	for i := range table {
		out[i] = &table[i]
	}
	slices.SortFunc(out, func(a, b *mapmodel.Field) int { return a.Number - b.Number })
	return out
}

// rowsFor gives the fields of a kind; one this version does not know has those common to all.
func rowsFor(kind mapmodel.Kind) rows {
	if out := rowsOfKind[kind]; out != nil {
		return out
	}
	return rowsUnknown
}

// find gives the field with that number, or nil. Numbers mostly run without a gap, so the search begins where it should be.
func (rs rows) find(number int64) *mapmodel.Field {
	for i := min(number, int64(len(rs))) - 1; i >= 0; i-- {
		switch n := int64(rs[i].Number); {
		case n == number:
			return rs[i]
		case n < number:
			return nil
		}
	}
	return nil
}

// appendRecord writes a record without its ID.
func appendRecord(b []byte, record mapmodel.Record, keep blobKeeper) []byte {
	table := rowsFor(record.Kind())
	kept := pairsOf(record.Base().Kept)
	n := 1 + len(kept)
	for _, f := range table {
		if !f.IsZero(record) {
			n++
		}
	}
	b = appendHead(b, cborMap, uint64(n))
	b = appendHead(append(b, 0), cborUint, uint64(record.Kind()))
	for _, f := range table {
		if f.IsZero(record) {
			continue
		}
		for len(kept) > 0 && kept[0].number < int64(f.Number) {
			b, kept = append(b, kept[0].raw...), kept[1:]
		}
		b = appendHead(b, cborUint, uint64(f.Number))
		b = appendValue(b, f, record, keep)
	}
	for _, p := range kept {
		b = append(b, p.raw...)
	}
	return b
}

// decodeRecord reads what appendRecord wrote. Unlike the reading of a blob (whose error is passed on as it is), any mistake in the
// encoding is a *codecError, and there is no record.
func decodeRecord(id mapmodel.ID, encoded string, load blobLoader) (mapmodel.Record, error) {
	return new(reader).decodeRecord(id, encoded, load)
}

// decodeRecord is the function of this name with a reader that many records can share.
func (r *reader) decodeRecord(id mapmodel.ID, encoded string, load blobLoader) (mapmodel.Record, error) {
	*r = reader{s: encoded}
	record := r.record(id, load)
	if err := r.done(); err != nil {
		return nil, fmt.Errorf("record %s: %w", id, err)
	}
	return record, nil
}

func (r *reader) record(id mapmodel.ID, load blobLoader) mapmodel.Record {
	pairs := r.dict()
	if pairs == 0 || r.key(-1) != 0 {
		r.fail("a record does not begin with its kind")
		return nil
	}
	kind := r.uint()
	if r.err == nil && (kind == 0 || kind > math.MaxUint8) {
		r.fail("there is no such kind of record")
	}
	if r.err != nil {
		return nil
	}
	record := mapmodel.New(mapmodel.Kind(kind), id)
	table := rowsFor(record.Kind())
	var kept keptPairs
	last := int64(0)
	for range pairs - 1 {
		start := r.pos
		if last = r.key(last); r.err != nil {
			return nil
		}
		if f := table.find(last); f != nil {
			r.value(f, record, load)
		} else {
			r.raw()
			kept.add(r.s, start, r.pos)
		}
		if r.err != nil {
			return nil
		}
	}
	record.Base().Kept = kept.String()
	return record
}

// keptPairs gathers unknown pairs. Those of a later version mostly follow each other, and are then one piece of the value read.
type keptPairs struct {
	s          string
	start, end int
	apart      []byte
}

func (k *keptPairs) add(s string, start, end int) {
	switch {
	case k.s == "":
		k.s, k.start, k.end = s, start, end
	case k.apart == nil && k.end == start:
		k.end = end
	default:
		if k.apart == nil {
			k.apart = []byte(k.s[k.start:k.end])
		}
		k.apart = append(k.apart, s[start:end]...)
	}
}

// String is what Common.Kept holds: the pairs as they were read, rising by number.
func (k *keptPairs) String() string {
	if k.apart != nil {
		return string(k.apart)
	}
	return k.s[k.start:k.end]
}

// pair is one kept pair: raw is number and value.
type pair struct {
	number     int64
	raw, value string
}

// pairsOf takes Common.Kept apart. It was written by a store, so it is whole; if it is not, nothing of it can be kept.
func pairsOf(kept string) []pair {
	if kept == "" {
		return nil
	}
	var pairs []pair
	r := reader{s: kept}
	for last := int64(0); r.pos < len(kept); {
		start := r.pos
		last = r.key(last)
		value := r.raw()
		if r.err != nil {
			return nil
		}
		pairs = append(pairs, pair{number: last, raw: kept[start:r.pos], value: value})
	}
	return pairs
}

// joinPairs is the reverse of pairsOf.
func joinPairs(pairs []pair) string {
	var b []byte
	for _, p := range pairs {
		b = append(b, p.raw...)
	}
	return string(b)
}
