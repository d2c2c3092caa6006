//go:build !nogui

package desktop

import (
	"errors"
	"sync"

	"footpath/mapmodel"
	"footpath/storage/library"
)

// views are what the person saw of their maps last. The library writes a view when it writes next; until then this is where it
// can be read. Its methods may be called from any goroutine; those that read wait for the disk.
type views struct {
	library *library.Library

	mu  sync.Mutex
	set map[mapmodel.ID]library.View
}

func newViews(l *library.Library) *views {
	return &views{library: l, set: map[mapmodel.ID]library.View{}}
}

// put remembers a view. It does not wait.
func (v *views) put(id mapmodel.ID, view library.View) error {
	v.mu.Lock()
	v.set[id] = view
	v.mu.Unlock()
	return v.library.SetView(v.library.Author(), id, view)
}

// get gives a view; the zero View of a map nobody has seen.
func (v *views) get(id mapmodel.ID) (library.View, error) {
	v.mu.Lock()
	view, ok := v.set[id]
	v.mu.Unlock()
	if ok {
		return view, nil
	}
	return v.library.View(v.library.Author(), id)
}

// linked finds the map that is linked to a file; the zero ID where none is.
func (v *views) linked(path string) (mapmodel.ID, library.View, error) {
	v.mu.Lock()
	for id, view := range v.set {
		if view.LinkedPath == path {
			v.mu.Unlock()
			return id, view, nil
		}
	}
	v.mu.Unlock()
	id, view, err := v.library.Linked(path)
	if errors.Is(err, library.ErrNoMap) {
		return mapmodel.ID{}, library.View{}, nil
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if _, ok := v.set[id]; ok { // linked elsewhere since
		return mapmodel.ID{}, library.View{}, nil
	}
	return id, view, err
}

// unlink makes a file the given map's alone: opening it is to bring the one that was written to it last.
func (v *views) unlink(path string, but mapmodel.ID) error {
	id, view, err := v.linked(path)
	if err != nil || id.IsZero() || id == but {
		return err
	}
	view.LinkedPath, view.LinkedHash = "", nil
	return v.put(id, view)
}

// forget drops the view of a map that is gone.
func (v *views) forget(id mapmodel.ID) {
	v.mu.Lock()
	defer v.mu.Unlock()
	delete(v.set, id)
}
