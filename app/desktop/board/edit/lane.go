//go:build !nogui

package edit

import "footpath/mapmodel"

// hides tells whether a lane is not shown: keys and searches do not lead there.
func hides(m *mapmodel.Map, id mapmodel.ID) bool {
	lane := mapmodel.Find[*mapmodel.Lane](m, id)
	return lane != nil && lane.Hidden
}

// hideLane takes the lane of the selection out of sight, with its cards; the last one in sight stays.
func (e *Editor) hideLane() {
	e.Commit()
	id := e.Lane()
	lane := mapmodel.Find[*mapmodel.Lane](e.Map(), id)
	if lane == nil || len(e.grid.Lanes) < 2 {
		return
	}
	at, column := e.grid.Lane(id), e.cursor.Column
	c, err := mapmodel.Alter(e.p.Desk, e.Map(), mapmodel.LabelAlter, []mapmodel.ID{id}, func(l *mapmodel.Lane) { l.Hidden = true }, "hidden")
	if !e.do(c, err) {
		return
	}
	beside := e.grid.Lanes[min(max(at, 0), len(e.grid.Lanes)-1)]
	if column.IsZero() {
		e.put(e.walker().laneHead(e.grid.Lane(beside)))
	} else {
		e.put(e.walker().enter(column, beside, false))
	}
	e.p.Tell(Notice{Key: "board.hid-lane", Args: []string{e.shownText(HeadSpot(lane), lane)}, Undo: true})
}

// ShowLanes brings hidden lanes back into sight, as one change, and selects the first of them.
func (e *Editor) ShowLanes(ids []mapmodel.ID) {
	e.Commit()
	c, err := mapmodel.Alter(e.p.Desk, e.Map(), mapmodel.LabelAlter, ids, func(l *mapmodel.Lane) { l.Hidden = false }, "hidden")
	if e.do(c, err) {
		e.put(e.walker().laneHead(e.grid.Lane(ids[0])))
		e.p.Changed()
	}
}

// HiddenLanes lists the lanes that are not in sight, from top to bottom.
func (e *Editor) HiddenLanes() []*mapmodel.Lane {
	var out []*mapmodel.Lane
	for lane := range e.Map().Lanes() {
		if lane.Hidden {
			out = append(out, lane)
		}
	}
	return out
}
