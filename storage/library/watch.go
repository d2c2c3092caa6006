package library

import (
	"context"
	"iter"

	"footpath/mapmodel"
)

// Touched tells that a map was made, changed or deleted, by whomever.
type Touched struct {
	Map      mapmodel.ID
	Revision uint64
	Deleted  bool
}

// Watch tells of every map written after a revision, in order, until the loop is left or something ends it; the error is given
// last: the context's, engine.ErrClosed, or engine.ErrCompacted when so much has happened since that it is better to List
// anew and watch from Revision.
func (l *Library) Watch(ctx context.Context, from uint64) iter.Seq2[Touched, error] {
	return func(yield func(Touched, error) bool) {
		for batch, err := range l.store.Watch(ctx, from) {
			if err != nil {
				yield(Touched{}, err)
				return
			}
			for _, event := range batch.Events {
				if event.Space != spaceSummaries {
					continue
				}
				if !yield(Touched{Map: idAt(event.Bytes, 0), Revision: batch.Revision, Deleted: event.Deleted}, nil) {
					return
				}
			}
		}
	}
}
