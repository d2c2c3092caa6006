package library

import (
	"errors"
	"fmt"
	"slices"
	"sync"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// maxJoined bounds how many changes one commit takes, so that the first of a long queue need not wait for the last.
const maxJoined = 256

// job is something for the writer to do: it adds to a commit (append), or has the writer to itself (run).
type job struct {
	// id is the map that append writes to.
	id mapmodel.ID
	// append adds to the batch or says why it cannot, having added nothing. It may be called again for another batch.
	append func(*batch) error
	// done, called by the writer in order, tells how the commit went.
	done func(revision uint64, err error)
	run  func()
}

// queue holds jobs in order for the one writer.
type queue struct {
	mu     sync.Mutex
	filled *sync.Cond
	jobs   []job
	closed bool
}

func newQueue() *queue {
	q := &queue{}
	q.filled = sync.NewCond(&q.mu)
	return q
}

// add never waits. After close it does nothing and gives false.
func (q *queue) add(j job) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.closed {
		return false
	}
	q.jobs = append(q.jobs, j)
	q.filled.Signal()
	return true
}

// take waits for jobs and gives all there are; none once the queue is closed and empty.
func (q *queue) take() []job {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.jobs) == 0 && !q.closed {
		q.filled.Wait()
	}
	jobs := q.jobs
	q.jobs = nil
	return jobs
}

func (q *queue) close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed = true
	q.filled.Signal()
}

// write is the writer.
func (l *Library) write() {
	defer close(l.ended)
	for jobs := l.queue.take(); len(jobs) > 0; jobs = l.queue.take() {
		for len(jobs) > 0 {
			n := 0
			for n < len(jobs) && n < maxJoined && jobs[n].run == nil {
				n++
			}
			if n == 0 {
				jobs[0].run()
				n = 1
			} else {
				l.commit(jobs[:n])
			}
			jobs = jobs[n:]
		}
	}
}

// do lets the writer run something that reads and commits by itself, and waits for it.
func (l *Library) do(run func() error) error {
	result := make(chan error, 1)
	if !l.queue.add(job{run: func() { result <- l.unlessFailed(run) }}) {
		return engine.ErrClosed
	}
	return <-result
}

func (l *Library) unlessFailed(run func() error) error {
	if err := l.Failure(); err != nil {
		return err
	}
	return run()
}

// commit writes the jobs in one commit and tells each, in order, how it went. One that cannot be written does not take the
// others with it: then each has a commit of its own. When the store itself fails, nothing more is written until Retry.
func (l *Library) commit(jobs []job) {
	b := newBatch()
	errs := make([]error, len(jobs))
	var joined []job
	for i, j := range jobs {
		if errs[i] = l.unlessFailed(func() error { return j.append(b) }); errs[i] == nil {
			joined = append(joined, j)
		}
	}
	var revision uint64
	if len(joined) > 0 {
		var err error
		revision, err = l.store.Commit(b.ops)
		_, damaged := damagedKey(err)
		switch aboutOne := damaged || errors.Is(err, engine.ErrConflict) || errors.Is(err, engine.ErrInvalid); {
		case err == nil:
			l.committed(b, revision)
		case aboutOne && len(jobs) > 1:
			for i := range jobs {
				l.commit(jobs[i : i+1])
			}
			return
		case aboutOne:
			l.refuse(joined[0].id, err)
		case slices.ContainsFunc(joined, func(j job) bool { return !j.id.IsZero() }):
			l.fail(err)
		}
		for i := range errs {
			if errs[i] == nil && err != nil {
				errs[i] = fmt.Errorf("save: %w", err)
			}
		}
	}
	for i, j := range jobs {
		j.done(revision, errs[i])
	}
}

func (l *Library) committed(b *batch, revision uint64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for id, h := range b.heads {
		h.revision = revision
		l.heads[id] = h
	}
}

// refuse takes no more changes for one map.
func (l *Library) refuse(id mapmodel.ID, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if h := l.heads[id]; h != nil {
		h.broken = err
	}
}

func (l *Library) fail(err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.failed = err
}
