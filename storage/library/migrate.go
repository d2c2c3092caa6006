package library

import (
	"errors"
	"fmt"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// migration brings one item of a library from its format to the next: it gives the operations that replace it, none to leave it
// as it is. It sees every item but the meta, each once; those of one map are replaced in one commit. An item of the
// log may be a change or a block of sealed ones.
type migration func(item engine.Item) ([]engine.Op, error)

// migrate brings an older library up to date, one format after the other. First a verified backup is made. Then each map is
// brought up by itself, and its summary says so: when that is broken off, the next opening goes on with the maps left. What
// belongs to no map comes last, together with the library's new format; until then older versions can open the backup only.
func (l *Library) migrate(item engine.Item, meta storedMeta) error {
	if l.config.backup == nil {
		return fmt.Errorf("the library has format %d, not %d, and cannot be brought up to date here: %w", meta.Format, l.config.format, errors.ErrUnsupported)
	}
	if err := l.config.backup(l.store, meta.Format); err != nil {
		return fmt.Errorf("back up the library before it is brought up to date: %w", err)
	}
	for meta.Format < l.config.format {
		step := l.config.migrations[meta.Format]
		if step == nil {
			return fmt.Errorf("the library has format %d, which nothing brings up to date: %w", meta.Format, errors.ErrUnsupported)
		}
		older, err := l.older(meta.Format)
		if err != nil {
			return err
		}
		for _, id := range older {
			if err := l.migrateMap(id, step, meta.Format+1); err != nil {
				return fmt.Errorf("bring map %s up to date: %w", id, err)
			}
		}
		meta.Format++
		meta.Lowest, meta.Needs = max(meta.Lowest, meta.Format), ""
		if item.Revision, err = l.migrateRest(item, step, meta); err != nil {
			return fmt.Errorf("bring the library up to date: %w", err)
		}
	}
	return nil
}

// older lists the maps that have not got beyond a format.
func (l *Library) older(format int) ([]mapmodel.ID, error) {
	var ids []mapmodel.ID
	for item, err := range engine.All(l.store, engine.Query{Space: spaceSummaries}) {
		if err != nil {
			return nil, err
		}
		s, err := decodeSummary(item)
		if err != nil {
			return nil, err
		}
		if s.Format <= format {
			ids = append(ids, idAt(item.Bytes, 0))
		}
	}
	return ids, nil
}

func (l *Library) migrateMap(id mapmodel.ID, step migration, to int) error {
	b := newBatch()
	for _, space := range mapSpaces {
		if err := l.migrateItems(b, engine.Query{Space: space, Prefix: idKey(id)}, step); err != nil {
			return err
		}
	}
	key := engine.Key{Space: spaceSummaries, Bytes: idKey(id)}
	item, err := l.store.Get(key)
	if err != nil {
		return err
	}
	if i, altered := b.at[key]; altered {
		item.Value = b.ops[i].Value
	}
	s, err := decodeSummary(item)
	if err != nil {
		return err
	}
	s.Format = to
	b.put(key.Space, key.Bytes, appendSummary(nil, s))
	_, err = l.store.Commit(b.ops)
	return err
}

// migrateRest brings up what belongs to no map, and says in the meta that all is done.
func (l *Library) migrateRest(item engine.Item, step migration, meta storedMeta) (uint64, error) {
	b := newBatch()
	for _, space := range allSpaces[:len(allSpaces)-len(mapSpaces)] {
		if err := l.migrateItems(b, engine.Query{Space: space}, step); err != nil {
			return 0, err
		}
	}
	value, err := encodePlain(meta)
	if err != nil {
		return 0, err
	}
	b.add(engine.Op{Key: metaKey, Value: value, Expect: engine.At(item.Revision)})
	return l.store.Commit(b.ops)
}

func (l *Library) migrateItems(b *batch, query engine.Query, step migration) error {
	for item, err := range engine.All(l.store, query) {
		if err != nil {
			return err
		}
		ops, err := step(item)
		if err != nil {
			return fmt.Errorf("%v: %w", item.Key, err)
		}
		for _, op := range ops {
			op.Expect = engine.Any
			b.add(op)
		}
	}
	return nil
}
