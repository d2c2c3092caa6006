package library

import (
	"footpath/mapmodel"
	"footpath/storage/engine"
)

// dropDoubled takes away what stands in the log beside a block that stands for it, too, since two copies of a library, the one sealed
// and the other not, were put together.
func (l *Library) dropDoubled(id mapmodel.ID) error {
	b := newBatch()
	var first, last uint64 // of the latest block seen
	err := l.walk(engine.Query{Space: spaceLog, Prefix: idKey(id), Reverse: true}, func(items []engine.Item) {
		for _, item := range items {
			end := seqOf(item.Bytes)
			begin := end
			list, err := decodeBlock(item, leaveHash)
			if len(list) > 0 {
				begin = list[0].first
			}
			switch {
			case begin >= first && end < last:
				b.delete(spaceLog, item.Bytes)
			case err == nil && list != nil:
				first, last = begin, end
			}
		}
	}, func(engine.Key, error) {})
	if err != nil || len(b.ops) == 0 {
		return err
	}
	_, err = l.store.Commit(b.ops)
	return err
}
