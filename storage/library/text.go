package library

import (
	"footpath/mapmodel"
	"footpath/storage/engine"
)

// searched visits the texts of a record in which people look for words, until visit gives false: everything they write and nothing
// that programs read. A lane's prompt is not theirs: it comes with the template.
func searched(r mapmodel.Record, visit func(f *mapmodel.Field, text string) bool) bool {
	table := mapmodel.Fields(r.Kind())
	for i := range table {
		f := &table[i]
		if f.Code || r.Kind() == mapmodel.KindLane && f.Name == "prompt" {
			continue
		}
		switch f.Type {
		case mapmodel.Text, mapmodel.Name:
			if text := *f.Pointer(r).(*string); text != "" && !visit(f, text) {
				return false
			}
		case mapmodel.Names:
			for _, text := range *f.Pointer(r).(*[]string) {
				if !visit(f, text) {
					return false
				}
			}
		case mapmodel.Conflicts:
			for _, c := range *f.Pointer(r).(*[]mapmodel.Conflict) {
				if !visit(f, c.Text) {
					return false
				}
			}
		}
	}
	return true
}

// eachText visits the texts of a map as stored, in no order; records that cannot be read are passed over.
func eachText(store engine.Store, id mapmodel.ID, visit func(r mapmodel.Record, f *mapmodel.Field, text string) bool) error {
	var in reader
	on := true
	return walk(store, engine.Query{Space: spaceRecords, Prefix: idKey(id)}, func(items []engine.Item) {
		for i := 0; i < len(items) && on; i++ {
			r, err := in.decodeRecord(idAt(items[i].Bytes, idSize), string(items[i].Value), leaveHash)
			if err == nil {
				on = searched(r, func(f *mapmodel.Field, text string) bool { return visit(r, f, text) })
			}
		}
	}, func(engine.Key, error) {})
}
