package library

import (
	"fmt"

	"footpath/mapmodel"
)

// hashSize is the length of a blob's SHA-256 in bytes.
const hashSize = 32

// blobKeeper and blobLoader stand between a record's Blob field and the space of blobs: a record holds the SHA-256 only.
type (
	blobKeeper func(data string) (hash string)
	blobLoader func(hash string) (data string, err error)
)

// appendValue writes what a record says in a field, the word for it when nothing.
func appendValue(b []byte, f *mapmodel.Field, r mapmodel.Record, keep blobKeeper) []byte {
	if f.IsZero(r) {
		return append(b, cborAbsent)
	}
	switch p := f.Pointer(r).(type) {
	case *string:
		if f.Type == mapmodel.Blob {
			return appendBytes(b, keep(*p))
		}
		if f.Type == mapmodel.Text {
			return appendLong(b, *p)
		}
		return appendText(b, *p)
	case *mapmodel.Rank:
		return appendText(b, string(*p))
	case *bool:
		return append(b, cborTrue)
	case *mapmodel.Number:
		return appendInt(b, int64(p.Value))
	case *mapmodel.ID:
		return appendBytes(b, p[:])
	case *[]string:
		b = appendHead(b, cborArray, uint64(len(*p)))
		for _, s := range *p {
			b = appendText(b, s)
		}
	case *[]mapmodel.ID:
		b = appendHead(b, cborArray, uint64(len(*p)))
		for i := range *p {
			b = appendBytes(b, (*p)[i][:])
		}
	case *[]int:
		b = appendHead(b, cborArray, uint64(len(*p)))
		for _, n := range *p {
			b = appendInt(b, int64(n))
		}
	case *[]mapmodel.Conflict:
		b = appendHead(b, cborArray, uint64(len(*p)))
		for _, c := range *p {
			b = appendText(appendText(appendHead(b, cborArray, 2), c.Field), c.Text)
		}
	default: // a new type of field; TestEveryFieldComesBackAsItWas fails before it gets here
		return append(b, cborAbsent)
	}
	return b
}

// value reads what appendValue wrote into the field of a fresh record.
func (r *reader) value(f *mapmodel.Field, into mapmodel.Record, load blobLoader) {
	if r.absent() {
		f.Copy(into, mapmodel.New(into.Kind(), mapmodel.ID{}))
		return
	}
	switch p := f.Pointer(into).(type) {
	case *string:
		if f.Type == mapmodel.Blob {
			*p = r.blob(load)
			return
		}
		if f.Type == mapmodel.Text {
			*p = r.long()
			return
		}
		*p = r.text()
	case *mapmodel.Rank:
		*p = mapmodel.Rank(r.text())
	case *bool:
		*p = r.flag()
	case *mapmodel.Number:
		if n := r.whole(); r.err == nil {
			*p = mapmodel.N(n)
		}
	case *mapmodel.ID:
		*p = r.id()
	case *[]string:
		*p = readList(r, (*reader).text)
	case *[]mapmodel.ID:
		*p = readList(r, (*reader).id)
	case *[]int:
		*p = readList(r, (*reader).whole)
	case *[]mapmodel.Conflict:
		*p = readList(r, (*reader).conflict)
	default:
		r.fail(fmt.Sprintf("nothing reads %T, the type of field %q", p, f.Name))
	}
}

func readList[T any](r *reader, item func(*reader) T) []T {
	n := r.array()
	if n == 0 {
		return nil
	}
	list := make([]T, 0, min(n, mapmodel.MaxItems))
	for range n {
		list = append(list, item(r))
		if r.err != nil {
			return nil
		}
	}
	return list
}

func (r *reader) conflict() mapmodel.Conflict {
	if r.array() != 2 {
		r.fail("a conflict is a field and a text")
		return mapmodel.Conflict{}
	}
	return mapmodel.Conflict{Field: r.text(), Text: r.text()}
}

func (r *reader) blob(load blobLoader) string {
	hash := r.bytes()
	if r.err != nil {
		return ""
	}
	if len(hash) != hashSize {
		r.fail("the name of a blob is not 32 bytes long")
		return ""
	}
	data, err := load(hash)
	if err != nil {
		r.err = err
	}
	return data
}
