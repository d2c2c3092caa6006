package mapmodel

// Below is everything that stands below one record, found in one step: a
// stage's steps, surveys and cells of cards, say. Two of the same record are
// equal (==) as long as nothing changed in the record, in the families below it
// or in how many links lead to it, so work done for one serves the other. The
// zero Below is empty.
type Below struct{ of *entry }

// Below finds what stands below a record; it is empty for an ID that is none.
func (m *Map) Below(id ID) Below { return Below{m.root.get(id)} }

// Family is the record's children of a kind, in order; nil where there are
// none. Cards of a column stand in several families, which Cards tells apart.
func (b Below) Family(kind Kind) *Cell { return b.family(kind, ID{}) }

// Cards is the cell of a column in a lane; nil where it is empty.
func (b Below) Cards(lane ID) *Cell { return b.family(KindCard, lane) }

func (b Below) family(kind Kind, lane ID) *Cell {
	if b.of == nil {
		return nil
	}
	for _, c := range b.of.kids {
		if c.kind == kind && c.lane == lane {
			return c
		}
	}
	return nil
}
