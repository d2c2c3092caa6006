package mapmodel

// AddStage adds a stage at an index among the stages; -1 is the end.
func (d *Desk) AddStage(m *Map, at int, name string) (Change, ID, error) {
	p := d.plan(m)
	id := p.add(&Stage{Name: name}, at)
	c, err := p.change(LabelAddStage, name)
	return c, id, err
}

// MoveStage puts a stage, with all it holds, at another index, counted without
// it.
func (d *Desk) MoveStage(m *Map, stage ID, at int) (Change, error) {
	return d.moveNamed(m, stage, at, LabelMoveStage)
}

// RemoveStage takes a stage away with its steps, cards and surveys.
func (d *Desk) RemoveStage(m *Map, stage ID) (Change, error) {
	now := Find[*Stage](m, stage)
	if now == nil {
		return Change{}, gone(stage)
	}
	p := d.plan(m)
	p.remove(stage)
	for step := range m.Steps(stage) {
		p.remove(step.ID)
	}
	return p.change(LabelRemoveStage, now.Name)
}

// AddStep adds a step at an index among a stage's steps; -1 is the end. The
// stage's cards stay the whole stage's.
func (d *Desk) AddStep(m *Map, stage ID, at int, name string) (Change, ID, error) {
	if Find[*Stage](m, stage) == nil {
		return Change{}, ID{}, gone(stage)
	}
	p := d.plan(m)
	id := p.add(&Step{Stage: stage, Name: name}, at)
	c, err := p.change(LabelAddStep, name)
	return c, id, err
}

// MoveStep puts a step at another index in its stage, counted without it.
func (d *Desk) MoveStep(m *Map, step ID, at int) (Change, error) {
	return d.moveNamed(m, step, at, LabelMoveStep)
}

// RemoveStep takes a step away; its cards become the whole stage's, after the
// cards already there.
func (d *Desk) RemoveStep(m *Map, step ID) (Change, error) {
	now := Find[*Step](m, step)
	if now == nil {
		return Change{}, gone(step)
	}
	p := d.plan(m)
	for lane := range m.Lanes() {
		var moved []Record
		for card := range m.Cell(step, lane.ID).Cards() {
			draft := p.draft(card.ID).(*Card)
			draft.Column = now.Stage
			moved = append(moved, draft)
		}
		p.insert(p.siblings(Place{Column: now.Stage, Lane: lane.ID}.home(m.ID())), -1, moved...)
	}
	p.remove(step)
	return p.change(LabelRemoveStep, now.Name)
}

// AddLane adds a lane at an index among the lanes, hidden ones counted; -1 is
// the end. An empty name means the kind's standard name.
func (d *Desk) AddLane(m *Map, at int, kind LaneKind, name string) (Change, ID, error) {
	p := d.plan(m)
	id := p.add(&Lane{LaneKind: kind, Name: name}, at)
	c, err := p.change(LabelAddLane, name)
	return c, id, err
}

// MoveLane puts a lane at another index, counted without it.
func (d *Desk) MoveLane(m *Map, lane ID, at int) (Change, error) {
	return d.moveNamed(m, lane, at, LabelMoveLane)
}

// RemoveLane takes a lane away with its cards.
func (d *Desk) RemoveLane(m *Map, lane ID) (Change, error) {
	now := Find[*Lane](m, lane)
	if now == nil {
		return Change{}, gone(lane)
	}
	p := d.plan(m)
	p.remove(lane)
	return p.change(LabelRemoveLane, now.Name)
}

func (d *Desk) moveNamed(m *Map, id ID, at int, label string) (Change, error) {
	p := d.plan(m)
	if err := p.move(id, at); err != nil {
		return Change{}, err
	}
	return p.change(label, NameOf(m.Get(id)))
}
