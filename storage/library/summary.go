package library

import (
	"cmp"
	"slices"
	"time"

	"footpath/mapmodel"
	"footpath/storage/engine"
)

// maxSummaryPersonas is how many personas a summary names: it is written with every keystroke.
const maxSummaryPersonas = 8

// Summary is what the home view and `footpath list` know of a map without opening it.
type Summary struct {
	ID       mapmodel.ID
	Title    string
	Personas []string // the names of the first eight
	State    mapmodel.State
	Stages   int
	Cards    int       // those in the inbox included
	Edited   time.Time // when the latest change was made, the bin aside, by its author's clock; UTC, to the millisecond
	Bin      bool      // whether it lies in the bin
	Revision uint64    // the library's when the map was last written
	Damaged  bool      // its summary could not be read: all of this was gathered from its records
}

// storedSummary is a summary as it is stored, under the map's ID.
type storedSummary struct {
	Title    string
	Personas []string
	State    string
	Stages   int
	Cards    int
	Edited   int64 // milliseconds UTC
	Bin      bool
	Records  int    // how many records the map has: an opening that finds fewer knows it
	Seq      uint64 // the number of its latest change
	Format   int    // of its records and history
}

func summarise(m *mapmodel.Map, edited int64, seq uint64, format int) storedSummary {
	header := m.Header()
	s := storedSummary{
		Title: header.Title, State: string(header.State), Cards: m.CardCount(), Edited: edited, Bin: header.Bin,
		Records: m.Len(), Seq: seq, Format: format,
	}
	for p := range m.Personas() {
		if len(s.Personas) == maxSummaryPersonas {
			break
		}
		s.Personas = append(s.Personas, p.Name)
	}
	for range m.Stages() {
		s.Stages++
	}
	return s
}

func (s storedSummary) public(id mapmodel.ID, revision uint64) Summary {
	return Summary{
		ID: id, Title: s.Title, Personas: s.Personas, State: mapmodel.State(s.State), Stages: s.Stages, Cards: s.Cards,
		Edited: time.UnixMilli(s.Edited).UTC(), Bin: s.Bin, Revision: revision,
	}
}

// List gives a summary of every map, those in the bin included, the one edited last first. A summary that is damaged is
// gathered anew from the map's records, which takes longer; a map that cannot be read at all is still listed, by its ID.
func (l *Library) List() ([]Summary, error) {
	var list []Summary
	err := l.walk(engine.Query{Space: spaceSummaries}, func(items []engine.Item) {
		list = slices.Grow(list, len(items))
		for _, item := range items {
			id := idAt(item.Bytes, 0)
			if s, err := decodeSummary(item); err != nil {
				list = append(list, l.gather(id))
			} else {
				list = append(list, s.public(id, item.Revision))
			}
		}
	}, func(key engine.Key, _ error) { list = append(list, l.gather(idAt(key.Bytes, 0))) })
	if err != nil {
		return nil, err
	}
	return latestFirst(list), nil
}

// latestFirst sorts a list through its index: a summary is large to move about.
func latestFirst(list []Summary) []Summary {
	type place struct {
		edited int64
		at     int
	}
	places := make([]place, len(list))
	for i := range list {
		places[i] = place{list[i].Edited.UnixMilli(), i}
	}
	slices.SortFunc(places, func(a, b place) int {
		if a.edited != b.edited {
			return cmp.Compare(b.edited, a.edited)
		}
		return slices.Compare(list[a.at].ID[:], list[b.at].ID[:])
	})
	sorted := make([]Summary, len(list))
	for i, p := range places {
		sorted[i] = list[p.at]
	}
	return sorted
}

// gather makes a summary of a map whose own cannot be read.
func (l *Library) gather(id mapmodel.ID) Summary {
	found, err := l.readMap(id)
	if err != nil {
		return Summary{ID: id, Damaged: true, Edited: time.UnixMilli(0).UTC()}
	}
	s := summarise(found.m, 0, 0, 0).public(id, 0)
	s.Damaged = true
	return s
}
