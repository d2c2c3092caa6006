package pdf

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"strconv"
)

// objects are the parts of a PDF file by their numbers, from 1; a number's
// object is its text between "obj" and "endobj".
type objects struct {
	*packer
	list [][]byte
	root int
	info int
}

var errObjects = errors.New("the file's objects are not where its table says")

// parseObjects takes apart what gofpdf has written, which is always laid out in
// one way: objects one after another, then a table with 20 bytes each.
func parseObjects(data []byte) (*objects, error) {
	at := bytes.LastIndex(data, []byte("startxref\n"))
	if at < 0 {
		return nil, errObjects
	}
	start, rest, ok := leadingInt(data[at+len("startxref\n"):])
	if !ok || start >= at || !bytes.HasPrefix(rest, []byte("\n")) {
		return nil, errObjects
	}
	table, found := bytes.CutPrefix(data[start:at], []byte("xref\n0 "))
	n, table, ok := leadingInt(table)
	table = bytes.TrimPrefix(table, []byte("\n"))
	if !found || !ok || len(table) < 20*n {
		return nil, errObjects
	}
	o := &objects{list: make([][]byte, n)}
	for i := 1; i < n; i++ {
		offset, _, ok := leadingInt(bytes.TrimLeft(table[20*i:20*i+10], "0"))
		if !ok || offset >= start {
			return nil, errObjects
		}
		head := strconv.AppendInt(nil, int64(i), 10)
		body, found := bytes.CutPrefix(data[offset:start], append(head, " 0 obj\n"...))
		if !found {
			return nil, errObjects
		}
		if o.list[i] = oneObject(body); o.list[i] == nil {
			return nil, errObjects
		}
	}
	if o.root, ok = reference(table[20*n:], "/Root "); !ok {
		return nil, errObjects
	}
	if o.info, ok = reference(table[20*n:], "/Info "); !ok {
		return nil, errObjects
	}
	return o, nil
}

// oneObject is the object that data begins with; nil where it has no end. What
// looks like an end inside of a stream is none.
func oneObject(data []byte) []byte {
	end := []byte("\nendobj\n")
	stop := bytes.Index(data, end)
	if stop < 0 {
		return nil
	}
	dict, _, ok := bytes.Cut(data[:stop], []byte(">>\nstream\n"))
	if !ok {
		return data[:stop]
	}
	length, ok := reference(dict, "/Length ")
	from := len(dict) + len(">>\nstream\n") + length
	if !ok || from > len(data) {
		return nil
	}
	if stop = bytes.Index(data[from:], end); stop < 0 {
		return nil
	}
	return data[:from+stop]
}

// reference gives the number behind a key: of an object, or a plain one.
func reference(dict []byte, key string) (int, bool) {
	_, after, ok := bytes.Cut(dict, []byte(key))
	if !ok {
		return 0, false
	}
	n, _, ok := leadingInt(after)
	return n, ok
}

// leadingInt reads the digits that a text begins with.
func leadingInt(b []byte) (int, []byte, bool) {
	n, i := 0, 0
	for i < len(b) && i < 18 && b[i] >= '0' && b[i] <= '9' {
		n = 10*n + int(b[i]-'0')
		i++
	}
	return n, b[i:], i > 0
}

// add takes in an object and gives its number.
func (o *objects) add(body []byte) int {
	o.list = append(o.list, body)
	return len(o.list) - 1
}

// reserve gives a number whose object comes later.
func (o *objects) reserve() int { return o.add(nil) }

// isStream tells whether an object is a stream: gofpdf's and ours all end so.
func isStream(body []byte) bool { return bytes.HasSuffix(body, []byte("endstream")) }

// packedStream is an object that holds data packed before.
func packedStream(dict string, packed []byte) []byte {
	out := make([]byte, 0, len(packed)+len(dict)+80)
	out = append(out, "<<"...)
	out = append(out, dict...)
	out = append(out, "/Filter/FlateDecode/Length "...)
	out = strconv.AppendInt(out, int64(len(packed)), 10)
	out = append(out, ">>\nstream\n"...)
	out = append(out, packed...)
	return append(out, "\nendstream"...)
}

// perPack is how many objects are kept in one stream: readers unpack it whole
// for the first of them.
const perPack = 200

// place is where an object is: at an offset, or the index-th in a pack.
type place struct{ offset, pack, index int }

// write gives the file: PDF 1.7 with a cross-reference stream, objects without a
// stream of their own kept together and deflated, and an ID that is a hash of
// all that the file holds.
func (o *objects) write() []byte {
	size := 1024
	for _, body := range o.list {
		size += len(body) + 24
	}
	out := make([]byte, 0, size)
	out = append(out, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"...) // bytes that tell programs: not text
	places := make([]place, len(o.list), len(o.list)+len(o.list)/perPack+2)
	var pending []int
	put := func(n int, body []byte) {
		places[n] = place{offset: len(out)}
		out = strconv.AppendInt(out, int64(n), 10)
		out = append(out, " 0 obj\n"...)
		out = append(out, body...)
		out = append(out, "\nendobj\n"...)
	}
	flush := func() {
		if len(pending) == 0 {
			return
		}
		places = append(places, place{})
		pack := len(places) - 1
		for i, n := range pending {
			places[n] = place{pack: pack, index: i}
		}
		put(pack, o.together(pending))
		pending = pending[:0]
	}
	for n := 1; n < len(o.list); n++ {
		if isStream(o.list[n]) {
			put(n, o.list[n])
			continue
		}
		if pending = append(pending, n); len(pending) == perPack {
			flush()
		}
	}
	flush()
	return o.table(out, places)
}

// together is the stream of some objects (ISO 32000-1, 7.5.7).
func (o *objects) together(numbers []int) []byte {
	var head, bodies []byte
	for _, n := range numbers {
		head = strconv.AppendInt(head, int64(n), 10)
		head = append(head, ' ')
		head = strconv.AppendInt(head, int64(len(bodies)), 10)
		head = append(head, ' ')
		bodies = append(append(bodies, o.list[n]...), '\n')
	}
	dict := "/Type/ObjStm/N " + strconv.Itoa(len(numbers)) + "/First " + strconv.Itoa(len(head))
	return o.stream(dict, append(head, bodies...))
}

// tableRow is the length of a row of the cross-reference stream: a kind, an
// offset or number of four bytes, an index of two.
const tableRow = 7

// table closes the file with its cross-reference stream (ISO 32000-1, 7.5.8).
func (o *objects) table(out []byte, places []place) []byte {
	places[0] = place{}
	self := len(places)
	places = append(places, place{offset: len(out)})
	// Each row is what it is more than the one above it (PNG's "up"): of objects
	// that are kept together, nearly nothing.
	rows := make([]byte, 0, (1+tableRow)*len(places))
	var above [tableRow]byte
	for n, p := range places {
		kind, a, b := byte(1), p.offset, 0
		switch {
		case n == 0:
			kind, b = 0, 0xFFFF
		case p.pack > 0:
			kind, a, b = 2, p.pack, p.index
		}
		row := [tableRow]byte{kind, byte(a >> 24), byte(a >> 16), byte(a >> 8), byte(a), byte(b >> 8), byte(b)}
		rows = append(rows, 2)
		for i := range row {
			rows = append(rows, row[i]-above[i])
		}
		above = row
	}
	sum := sha256.Sum256(out)
	id := appendHex(nil, sum[:16])
	dict := "/Type/XRef/W[1 4 2]/DecodeParms<</Predictor 12/Columns " + strconv.Itoa(tableRow) + ">>/Size " + strconv.Itoa(len(places)) +
		"/Root " + ref(o.root) + "/Info " + ref(o.info) + "/ID[<" + string(id) + "><" + string(id) + ">]"
	start := len(out)
	out = strconv.AppendInt(out, int64(self), 10)
	out = append(out, " 0 obj\n"...)
	out = append(out, o.stream(dict, rows)...)
	out = append(out, "\nendobj\nstartxref\n"...)
	out = strconv.AppendInt(out, int64(start), 10)
	return append(out, "\n%%EOF\n"...)
}

// ref writes a reference to an object.
func ref(n int) string { return strconv.Itoa(n) + " 0 R" }

func appendRef(out []byte, n int) []byte {
	return append(strconv.AppendInt(out, int64(n), 10), " 0 R"...)
}

func appendHex(out, b []byte) []byte {
	for _, c := range b {
		out = append(out, hexDigits[c>>4], hexDigits[c&15])
	}
	return out
}
