package scene

import "footpath/mapmodel"

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

// HeadLines lists the places of the board's header as they stand, line by line: title, state and personas; scenario;
// expectations; and at the last the facts, with all gaps behind them. Lines of which nothing shows are left out.
func HeadLines(m *mapmodel.Map) [][]HeadPlace { return headLines(m, "") }

// headLines is HeadLines while a field is being typed, which is no gap then.
func headLines(m *mapmodel.Map, typed string) [][]HeadPlace {
	h := m.Header()
	said := func(field string) bool {
		return field == typed || !mapmodel.FieldNamed(mapmodel.KindHeader, field).IsZero(h)
	}
	lines := [][]HeadPlace{{{ID: h.ID}}}
	var gaps []HeadPlace
	put := func(line []HeadPlace, field string) []HeadPlace {
		if said(field) {
			return append(line, HeadPlace{ID: h.ID, Field: field})
		}
		gaps = append(gaps, HeadPlace{ID: h.ID, Field: field, Gap: true})
		return line
	}
	gaps = append(gaps, HeadPlace{ID: h.ID, Field: PersonaGap, Gap: true})
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
	return append(lines, append(facts, gaps...))
}
