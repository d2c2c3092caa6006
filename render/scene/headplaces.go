package scene

import (
	"slices"

	"footpath/mapmodel"
)

// HeadPlace is a place in the board's header: the map's title, another field of its own record, or a persona.
type HeadPlace struct {
	// ID is the map's or the persona's.
	ID mapmodel.ID
	// Field is the map's field by its name in the table of fields: empty for the title and for personas, and PersonaGap for the
	// place of a persona to come.
	Field string
	// Gap is true where nothing is said yet. Such a place shows only while the header asks; see Sheet.Asks.
	Gap bool
}

// PersonaGap is the Field of the place where a persona can be added.
const PersonaGap = "persona"

// HeadLines lists the places of the board's header, line by line: title, state and personas; scenario; expectations; and at the
// last the facts, with all gaps behind them. Lines of which nothing shows are left out. Where the gaps stand on a page tells
// Page.Head.
func HeadLines(m *mapmodel.Map) [][]HeadPlace {
	lines, gaps := headLines(m, "")
	return behindFacts(lines, gaps)
}

// headLines lists what the header says, the facts as the last line, be it empty; and apart from that its gaps. A field that is being
// typed is none of these.
func headLines(m *mapmodel.Map, typed string) (lines [][]HeadPlace, gaps []HeadPlace) {
	h := m.Header()
	lines = [][]HeadPlace{{{ID: h.ID}}}
	gaps = []HeadPlace{{ID: h.ID, Field: PersonaGap, Gap: true}}
	put := func(line []HeadPlace, field string) []HeadPlace {
		if field == typed || !mapmodel.FieldNamed(mapmodel.KindHeader, field).IsZero(h) {
			return append(line, HeadPlace{ID: h.ID, Field: field})
		}
		gaps = append(gaps, HeadPlace{ID: h.ID, Field: field, Gap: true})
		return line
	}
	lines[0] = put(lines[0], "state")
	for p := range m.Personas() {
		lines[0] = append(lines[0], HeadPlace{ID: p.ID})
	}
	for _, field := range []string{"scenario", "expectations"} {
		if line := put(nil, field); line != nil {
			lines = append(lines, line)
		}
	}
	var facts []HeadPlace
	for _, field := range []string{"owner", "team", "version", "date"} {
		facts = put(facts, field)
	}
	return append(lines, facts), gaps
}

// behindFacts puts the gaps behind the facts, in the last line.
func behindFacts(lines [][]HeadPlace, gaps []HeadPlace) [][]HeadPlace {
	last := len(lines) - 1
	return lean(append(slices.Clone(lines[:last]), slices.Concat(lines[last], gaps)))
}

// besideTitle puts the gaps into the first line, between what stands beside the title and the personas.
func besideTitle(lines [][]HeadPlace, gaps []HeadPlace) [][]HeadPlace {
	first := lines[0]
	at := slices.IndexFunc(first, func(p HeadPlace) bool { return p.ID != first[0].ID })
	if at < 0 {
		at = len(first)
	}
	return lean(append([][]HeadPlace{slices.Insert(slices.Clone(first), at, gaps...)}, lines[1:]...))
}

// lean leaves out the lines that hold nothing.
func lean(lines [][]HeadPlace) [][]HeadPlace {
	return slices.DeleteFunc(lines, func(line []HeadPlace) bool { return len(line) == 0 })
}
