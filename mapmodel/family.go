package mapmodel

import (
	"cmp"
	"slices"
)

// family is siblings and where they stand.
type family struct {
	home home
	cell *Cell
}

// families gathers siblings. Each family is sorted by itself: together they
// would take three times as long.
type families struct {
	header ID
	at     map[home]int // index into all
	all    []family
}

func (f *families) add(r Record) {
	to := r.home(f.header)
	if to == (home{}) {
		return
	}
	i, known := f.at[to]
	if !known {
		i = len(f.all)
		f.at[to] = i
		f.all = append(f.all, family{to, &Cell{kind: to.kind, lane: to.lane}})
	}
	f.all[i].cell.records = append(f.all[i].cell.records, r)
}

// sorted lists the families by parent, kind and lane, each in order.
func (f *families) sorted() []family {
	for _, family := range f.all {
		slices.SortFunc(family.cell.records, compareSiblings)
	}
	slices.SortFunc(f.all, func(a, b family) int {
		return cmp.Or(
			slices.Compare(a.home.parent[:], b.home.parent[:]), cmp.Compare(a.home.kind, b.home.kind),
			slices.Compare(a.home.lane[:], b.home.lane[:]),
		)
	})
	return f.all
}
