package scene

// unit is what stands whole on one sheet: a stage, or, of a stage that is wider
// than any sheet, a step.
type unit struct {
	natural, least, most float64
	stage                int // the how manieth
	width                float64
}

// at is the unit's width where all are so many times as wide as they would be.
func (u *unit) at(times float64) float64 { return min(max(u.least, times*u.natural), u.most) }

// How narrow stages may get, in times their natural width, where that saves a
// sheet; how wide, where it fills the sheets of a poster that may be of any
// size; and how narrow the first, where it can then stand beside the lanes'
// heads.
const squeezed, stretched, besideHeads = 0.85, 1.25, 0.6

// sheetsAcross places the columns so that the cuts between stages fill the sheets, as
// words fill lines, and gives the poster's width: at most the width given,
// unless it may be any.
func (w *work) sheetsAcross(width float64) float64 {
	s, t := w.s, w.tiling
	zone := s.Margin + s.LaneW + s.LaneGap
	units := w.units(width-zone-s.Margin, t.room.X-max(s.Margin-t.strip, 0))
	if len(units) == 0 {
		return min(width, t.room.X+t.strip)
	}
	last := &units[len(units)-1] // the poster's edge goes along with it
	last.least, last.natural, last.most = last.least+s.Margin, last.natural+s.Margin, last.most+s.Margin
	groups := t.groups(units, zone)
	most := 4.0
	if t.free {
		width, most = 1e9, stretched
	}
	t.stretch(groups, zone, width-zone, most)
	t.walls = nil
	x := zone
	for i, g := range groups {
		if i > 0 {
			t.walls = append(t.walls, x)
		}
		for j := range g {
			x += g[j].width
		}
	}
	last.width -= s.Margin
	widths := make([]float64, last.stage+1)
	for _, u := range units {
		widths[u.stage] += u.width
	}
	w.columns(zone, func(n, _ int) float64 { return widths[n] })
	return x
}

// units are the stages of a width in all, those wider than a sheet step by step.
func (w *work) units(width, room float64) []unit {
	s := w.s
	var out []unit
	var steps []int
	shares := 0.0
	for stage := range w.stages() {
		n := 0
		for range w.m.Steps(stage.ID) {
			n++
		}
		steps = append(steps, n)
		shares += w.share(n)
	}
	for stage, n := range steps {
		natural, columns := width*w.share(n)/shares, max(n, 1)
		least := s.Column * float64(columns)
		if least <= room {
			out = append(out, unit{natural: natural, least: least, most: room, stage: stage})
			continue
		}
		each := min(max(natural/float64(columns), s.Column), room)
		for range columns {
			out = append(out, unit{natural: each, least: each, most: each, stage: stage})
		}
	}
	return out
}

// groups deals units to as few columns of sheets as they need when squeezed, and
// squeezes no more than that takes. The first group may be empty: the lanes'
// heads then have a column of sheets to themselves.
func (t *tiling) groups(units []unit, zone float64) [][]unit {
	best := t.pack(units, zone, squeezed)
	low, high := squeezed, 1.0
	for range 8 {
		mid := (low + high) / 2
		if next := t.pack(units, zone, mid); len(next) <= len(best) {
			best, low = next, mid
		} else {
			high = mid
		}
	}
	return best
}

func (t *tiling) pack(units []unit, zone, times float64) [][]unit {
	groups := [][]unit{nil}
	first, x := 0, zone
	for i := range units {
		room, need := t.room.X, units[i].at(times)
		if i == len(units)-1 {
			room += t.strip
		}
		if i == 0 && zone+max(units[i].at(1)*besideHeads, units[i].least) <= room {
			need = min(need, room-zone)
		}
		if x+need > room && x > 0 {
			groups = append(groups, nil)
			first, x = i, 0
		}
		groups[len(groups)-1] = units[first : i+1]
		x += need
	}
	return groups
}

// stretch gives the units widths of a sum in all, or as near to it as their
// sheets and a most of widening let them.
func (t *tiling) stretch(groups [][]unit, zone, sum, most float64) {
	low, high := besideHeads, most
	for range 40 {
		mid := (low + high) / 2
		total := 0.0
		for i, g := range groups {
			total += t.fill(g, t.groupRoom(groups, i, zone), mid)
		}
		if total > sum {
			high = mid
		} else {
			low = mid
		}
	}
	for i, g := range groups {
		t.fill(g, t.groupRoom(groups, i, zone), low)
	}
}

// groupRoom is the width that the n-th column of sheets has for units.
func (t *tiling) groupRoom(groups [][]unit, n int, zone float64) float64 {
	room := t.room.X
	if n == 0 {
		room -= zone
	}
	if n == len(groups)-1 {
		room += t.strip
	}
	return room
}

// fill sets the widths of the units of one column of sheets, so many times as
// wide as they would be but no wider than the room, and gives their sum.
func (t *tiling) fill(g []unit, room, times float64) float64 {
	sum, least := 0.0, 0.0
	for i := range g {
		g[i].width = g[i].at(times)
		sum += g[i].width
		least += g[i].least
	}
	if sum <= room || sum <= least {
		return sum
	}
	part := max(room-least, 0) / (sum - least)
	for i := range g {
		g[i].width = g[i].least + (g[i].width-g[i].least)*part
	}
	return least + (sum-least)*part
}
