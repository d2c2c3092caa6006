package pagecheck

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// Objects are a PDF's objects as qpdf tells them: names begin with "/", texts
// with "u:".
type Objects struct {
	byRef map[string]object
}

type object struct {
	Value  any
	Stream *struct{ Dict any }
}

// Read has qpdf tell a file's objects.
func Read(path string) (Objects, error) {
	said, err := Say("qpdf", "--json=2", "--json-key=qpdf", path)
	if err != nil {
		return Objects{}, err
	}
	var file struct{ QPDF []json.RawMessage }
	if err := json.Unmarshal([]byte(said), &file); err != nil {
		return Objects{}, err
	}
	if len(file.QPDF) != 2 {
		return Objects{}, errors.New("qpdf tells the objects in a way that is not known here")
	}
	o := Objects{}
	return o, json.Unmarshal(file.QPDF[1], &o.byRef)
}

// Get follows references and keys from a value; a stream stands for its
// dictionary.
func (o Objects) Get(v any, keys ...string) any {
	for i := 0; ; i++ {
		if ref, ok := v.(string); ok {
			if found, ok := o.byRef["obj:"+ref]; ok {
				if v = found.Value; found.Stream != nil {
					v = found.Stream.Dict
				}
			}
		}
		if i == len(keys) {
			return v
		}
		dict, _ := v.(map[string]any)
		v = dict[keys[i]]
	}
}

// Root follows keys from the file's catalogue.
func (o Objects) Root(keys ...string) any {
	return o.Get(o.byRef["trailer"].Value, append([]string{"/Root"}, keys...)...)
}

// Dicts lists the dictionaries, not those of streams, with a value under a key.
func (o Objects) Dicts(key, value string) (out []map[string]any) {
	for _, ref := range slices.Sorted(maps.Keys(o.byRef)) {
		if dict, ok := o.byRef[ref].Value.(map[string]any); ok && dict[key] == value {
			out = append(out, dict)
		}
	}
	return out
}

// Streams lists the dictionaries of streams with a value under a key.
func (o Objects) Streams(key, value string) (out []map[string]any) {
	for _, ref := range slices.Sorted(maps.Keys(o.byRef)) {
		if s := o.byRef[ref].Stream; s != nil {
			if dict, ok := s.Dict.(map[string]any); ok && dict[key] == value {
				out = append(out, dict)
			}
		}
	}
	return out
}

// Misses tells how a place to go to misses its page; empty is that it does not.
func (o Objects) Misses(dest any) string {
	list, _ := dest.([]any)
	if len(list) != 5 || o.Get(list[0], "/Type") != "/Page" {
		return fmt.Sprintf("leads to no page: %v", dest)
	}
	box, _ := o.Get(list[0], "/MediaBox").([]any)
	x, inX := list[2].(float64)
	y, inY := list[3].(float64)
	if len(box) != 4 || !inX || !inY {
		return fmt.Sprintf("leads to no place: %v", list)
	}
	right, _ := box[2].(float64)
	top, _ := box[3].(float64)
	if x < 0 || y <= 0 || x > right || y > top+0.1 {
		return fmt.Sprintf("leads beside its page: %v", list)
	}
	return ""
}

// targets tells which bookmarks and links lead nowhere.
func (o Objects) targets() (faults []string) {
	see := func(what string, dest any) {
		if why := o.Misses(dest); why != "" {
			faults = append(faults, what+" "+why)
		}
	}
	var outline func(first any)
	outline = func(first any) {
		for entry := first; entry != nil; entry = o.Get(entry, "/Next") {
			see(fmt.Sprintf("the bookmark %v", o.Get(entry, "/Title")), o.Get(entry, "/Dest"))
			outline(o.Get(entry, "/First"))
		}
	}
	outline(o.Root("/Outlines", "/First"))
	for _, link := range o.Dicts("/Subtype", "/Link") {
		if _, web := o.Get(link, "/A", "/URI").(string); !web {
			see("a link", link["/Dest"])
		}
	}
	return faults
}
