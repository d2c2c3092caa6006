//go:build !nogui

package details

import (
	"slices"

	"footpath/mapmodel"
)

// Subject is what the panel is about: one record of a map, or several cards.
type Subject struct {
	Kind mapmodel.Kind
	IDs  []mapmodel.ID
}

// Of is the subject of records of one kind; the zero Subject where there are none.
func Of(kind mapmodel.Kind, ids ...mapmodel.ID) Subject {
	if len(ids) == 0 {
		return Subject{}
	}
	return Subject{Kind: kind, IDs: ids}
}

// Empty tells whether there is nothing to show.
func (s Subject) Empty() bool { return len(s.IDs) == 0 }

func (s Subject) same(o Subject) bool { return s.Kind == o.Kind && slices.Equal(s.IDs, o.IDs) }

// records are the subject's records as a map has them; what is gone is left out.
func (s Subject) records(m *mapmodel.Map) []mapmodel.Record {
	out := make([]mapmodel.Record, 0, len(s.IDs))
	for _, id := range s.IDs {
		if r := m.Get(id); r != nil && r.Kind() == s.Kind {
			out = append(out, r)
		}
	}
	return out
}

// shared is what records of one kind say in a field.
type shared struct {
	m       *mapmodel.Map
	f       *mapmodel.Field
	records []mapmodel.Record
	// mixed tells that they do not all say the same.
	mixed bool
}

// sharedIn compares records; there is at least one.
func sharedIn(m *mapmodel.Map, f *mapmodel.Field, records []mapmodel.Record) shared {
	s := shared{m: m, f: f, records: records}
	for _, r := range records[1:] {
		if !f.Equal(records[0], r) {
			s.mixed = true
			break
		}
	}
	return s
}

// text is a text they share; empty where they differ.
func (s shared) text() string {
	if p, ok := s.f.Pointer(s.records[0]).(*string); ok && !s.mixed {
		return *p
	}
	return ""
}

// number is a number they share; unknown where they differ.
func (s shared) number() mapmodel.Number {
	if p, ok := s.f.Pointer(s.records[0]).(*mapmodel.Number); ok && !s.mixed {
		return *p
	}
	return mapmodel.Number{}
}

// flags tells whether some of them say yes, and whether all do.
func (s shared) flags() (some, all bool) {
	all = true
	for _, r := range s.records {
		if p, ok := s.f.Pointer(r).(*bool); ok && *p {
			some = true
		} else {
			all = false
		}
	}
	return some, all
}

// names are the items that all of them list, as the first one orders them.
func (s shared) names() []string {
	return common(s.records, func(r mapmodel.Record) []string {
		p, _ := s.f.Pointer(r).(*[]string)
		return *p
	})
}

// ids are the records that all of them refer to, as the first one orders them.
func (s shared) ids() []mapmodel.ID {
	return common(s.records, func(r mapmodel.Record) []mapmodel.ID {
		switch p := s.f.Pointer(r).(type) {
		case *mapmodel.ID:
			if !p.IsZero() {
				return []mapmodel.ID{*p}
			}
		case *[]mapmodel.ID:
			return *p
		}
		return nil
	})
}

func common[T comparable](records []mapmodel.Record, list func(mapmodel.Record) []T) []T {
	out := slices.Clone(list(records[0]))
	for _, r := range records[1:] {
		if len(out) == 0 {
			break
		}
		theirs := list(r)
		out = slices.DeleteFunc(out, func(v T) bool { return !slices.Contains(theirs, v) })
	}
	return out
}
