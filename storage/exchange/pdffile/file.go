package pdffile

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"maps"
	"slices"
)

// file is a PDF's objects as they stand in it, one after another.
type file struct {
	data    []byte
	objects map[int]object
	root    any
	locked  bool
	left    int // values that may still be read
	inflate int // bytes that may still be unpacked from packs of objects
	// unpacked is the pack that was read last: neighbours are asked for in turn.
	unpacked     []byte
	unpackedFrom object
}

// object is a value and, where it has one, its stream, from its first byte to
// where it ends by the looks of it; or its place in a pack.
type object struct {
	value      any
	start, end int
	pack       int // the number of the pack it stands in, else 0
	offset     int // in the pack
}

// maxInflate is how much all packs of objects may hold, and maxPack one.
const (
	maxInflate = 512 << 20
	maxPack    = 64 << 20
)

// scan finds all objects. What stands later in a file replaces what stood
// before: that is how files are altered.
func scan(data []byte) *file {
	f := &file{data: data, objects: map[int]object{}, left: maxValues, inflate: maxInflate}
	streamsEnd := true              // whether there may be another end of a stream
	patience := 4*len(data) + 1<<20 // bytes that may be read without coming to an object
	for at := 0; f.left >= 0 && patience >= 0; {
		next := bytes.Index(data[at:], []byte("obj"))
		between := data[at:]
		if next >= 0 {
			between = data[at : at+next]
		}
		if trailer := bytes.Index(between, []byte("trailer")); trailer >= 0 {
			r := &reader{data: data, at: at + trailer + len("trailer"), left: &f.left}
			v, _ := r.value()
			f.trailer(v)
			patience -= len(between) + r.at - at
			at += trailer + len("trailer")
			continue
		}
		if next < 0 {
			break
		}
		next += at
		at = next + len("obj")
		number := numberBefore(data, next)
		if number == 0 {
			continue
		}
		r := &reader{data: data, at: at, left: &f.left}
		v, ok := r.value()
		if !ok {
			patience -= r.at - at
			continue
		}
		o := object{value: v}
		at = r.at
		if d, ok := v.(dict); ok && streamsEnd {
			o.start, o.end, streamsEnd = f.extent(r, d)
			at = max(at, o.end)
			switch d["Type"] {
			case name("ObjStm"):
				f.objects[number] = o
				f.open(number, d)
				continue
			case name("XRef"):
				f.trailer(d)
			}
		}
		f.objects[number] = o
	}
	return f
}

// numberBefore reads the object's number before "obj"; 0 where there is none.
func numberBefore(data []byte, at int) int {
	generation, at := digitsBefore(data, at)
	if generation < 0 {
		return 0
	}
	number, _ := digitsBefore(data, at)
	return max(number, 0)
}

// digitsBefore reads the number that ends before a place, with white space
// between; −1 where there is none.
func digitsBefore(data []byte, at int) (int, int) {
	for at > 0 && space(data[at-1]) {
		at--
	}
	n, unit, from := 0, 1, at
	for at > 0 && from-at < 9 && data[at-1] >= '0' && data[at-1] <= '9' {
		at--
		n += unit * int(data[at]-'0')
		unit *= 10
	}
	if at == from {
		return -1, at
	}
	return n, at
}

// extent finds the stream that follows a dictionary; more is false when no
// stream ends behind it.
func (f *file) extent(r *reader, d dict) (start, end int, more bool) {
	r.skip()
	if !r.takes("stream") {
		return 0, 0, true
	}
	if !r.takes("\r\n") && !r.takes("\n") {
		r.takes("\r")
	}
	start = r.at
	if length, ok := d["Length"].(int64); ok && f.ends(start, length) {
		return start, start + int(length), true
	}
	stop := bytes.Index(f.data[start:], []byte("endstream"))
	if stop < 0 {
		return 0, len(f.data), false // cut off: what is left of it must not pass for the whole
	}
	return start, start + stop, true
}

// ends tells whether a stream that begins at start has a length.
func (f *file) ends(start int, length int64) bool {
	if length < 0 || length > int64(len(f.data)-start) {
		return false
	}
	r := &reader{data: f.data, at: start + int(length)}
	for r.at < len(f.data) && r.at < start+int(length)+2 && space(f.data[r.at]) {
		r.at++
	}
	return r.takes("endstream")
}

func (f *file) trailer(v any) {
	d, ok := v.(dict)
	if !ok {
		return
	}
	if d["Encrypt"] != nil {
		f.locked = true
	}
	if d["Root"] != nil {
		f.root = d["Root"]
	}
}

// open notes the objects of a pack (ISO 32000-1, 7.5.7).
func (f *file) open(number int, d dict) {
	body, ok := f.pack(number)
	first, _ := d["First"].(int64)
	if !ok || first < 0 || first > int64(len(body)) {
		return
	}
	r := &reader{data: body[:first], left: &f.left}
	for {
		n, ok1 := r.value()
		at, ok2 := r.value()
		if !ok1 || !ok2 {
			return
		}
		inside, ok1 := n.(int64)
		offset, ok2 := at.(int64)
		if ok1 && ok2 && inside > 0 && inside < 1<<31 && offset >= 0 && offset <= int64(len(body))-first {
			f.objects[int(inside)] = object{pack: number, offset: int(first + offset)}
		}
	}
}

// pack gives the unpacked bytes of a pack of objects.
func (f *file) pack(number int) ([]byte, bool) {
	o := f.objects[number]
	if f.unpacked != nil && o.start == f.unpackedFrom.start {
		return f.unpacked, true
	}
	body, err := f.decode(o, min(f.inflate, maxPack))
	if err != nil || o.start == 0 {
		return nil, false
	}
	f.inflate -= len(body)
	f.unpacked, f.unpackedFrom = body, o
	return body, true
}

// resolve follows a reference to its value.
func (f *file) resolve(v any) any {
	for range maxTreeDepth {
		ref, ok := v.(reference)
		if !ok {
			return v
		}
		o, ok := f.objects[ref.number]
		if !ok {
			return nil
		}
		if o.pack == 0 {
			v = o.value
			continue
		}
		body, ok := f.pack(o.pack)
		if !ok || o.offset > len(body) {
			return nil
		}
		r := &reader{data: body, at: o.offset, left: &f.left}
		if v, ok = r.value(); !ok {
			return nil
		}
	}
	return nil
}

func (f *file) dict(v any) dict {
	d, _ := f.resolve(v).(dict)
	return d
}

// catalog is the root of the document: what the trailer names, else whatever
// says that it is one.
func (f *file) catalog() dict {
	if d := f.dict(f.root); d != nil {
		return d
	}
	for _, number := range slices.Backward(slices.Sorted(maps.Keys(f.objects))) {
		if d := f.dict(reference{number}); d["Type"] == name("Catalog") {
			return d
		}
	}
	return nil
}

// stream gives the unpacked bytes of a stream, of at most limit.
func (f *file) stream(ref reference, limit int) ([]byte, error) {
	o := f.objects[ref.number]
	if o.start == 0 {
		return nil, ErrNoMap
	}
	body, err := f.decode(o, limit)
	d, _ := o.value.(dict)
	if size, ok := f.resolve(f.dict(d["Params"])["Size"]).(int64); ok && err == nil && size != int64(len(body)) {
		return nil, fmt.Errorf("%w: it has %d bytes, not the %d it should have", ErrDamaged, len(body), size)
	}
	return body, err
}

// decode undoes the filters of a stream.
func (f *file) decode(o object, limit int) ([]byte, error) {
	d, _ := o.value.(dict)
	end := o.end
	if length, ok := f.length(d["Length"], o); ok {
		end = length
	}
	body := f.data[o.start:end]
	filters, ok := f.resolve(d["Filter"]).(array)
	if single, one := f.resolve(d["Filter"]).(name); one {
		filters, ok = array{single}, true
	}
	if !ok || len(filters) == 0 {
		if len(body) > limit {
			return nil, ErrTooLarge
		}
		return body, nil
	}
	if len(filters) > 1 || filters[0] != name("FlateDecode") && filters[0] != name("Fl") {
		return nil, fmt.Errorf("%w: it is packed in a way that is not known", ErrDamaged)
	}
	if parms := f.dict(d["DecodeParms"]); parms != nil {
		if predictor, ok := f.resolve(parms["Predictor"]).(int64); ok && predictor > 1 {
			return nil, fmt.Errorf("%w: it is packed in a way that is not known", ErrDamaged)
		}
	}
	return inflate(body, limit)
}

// length is where a stream ends whose length is said elsewhere.
func (f *file) length(v any, o object) (int, bool) {
	if _, ok := v.(reference); !ok {
		return 0, false
	}
	n, ok := f.resolve(v).(int64)
	if !ok || !f.ends(o.start, n) {
		return 0, false
	}
	return o.start + int(n), true
}

// inflate unpacks what zlib has packed, whole or not at all.
func inflate(body []byte, limit int) ([]byte, error) {
	z, err := zlib.NewReader(bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	out, err := io.ReadAll(io.LimitReader(z, int64(limit)+1))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if len(out) > limit {
		return nil, ErrTooLarge
	}
	return out, nil
}
