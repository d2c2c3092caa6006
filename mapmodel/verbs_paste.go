package mapmodel

import (
	"strconv"
	"strings"
	"unicode"
)

// Lines splits pasted text into one text a line: blank lines are left out,
// bullets ("-", "*", "•") and list numbers ("1.", "2)") taken off.
func Lines(text string) []string {
	var out []string
	for line := range strings.SplitSeq(CleanText(text), "\n") {
		if line = unbullet(strings.TrimSpace(line)); line != "" {
			out = append(out, line)
		}
	}
	return out
}

func unbullet(line string) string {
	for _, bullet := range []string{"- ", "* ", "• ", "– "} {
		if rest, ok := strings.CutPrefix(line, bullet); ok {
			return strings.TrimSpace(rest)
		}
	}
	digits := strings.TrimLeftFunc(line, unicode.IsDigit)
	if n := len(line) - len(digits); n > 0 && n <= 3 && len(digits) > 1 && (digits[0] == '.' || digits[0] == ')') && digits[1] == ' ' {
		return strings.TrimSpace(digits[2:])
	}
	return line
}

// Matrix splits a pasted table into rows of cells: columns part at tabs, as
// spreadsheets copy them, and a cell in double quotes may hold line ends,
// tabs and doubled quotes. It gives nothing for text without a tab.
func Matrix(text string) [][]string {
	if !strings.ContainsRune(text, '\t') {
		return nil
	}
	var (
		rows   [][]string
		row    []string
		cell   strings.Builder
		quoted bool
	)
	runes := []rune(CleanText(text))
	for i := 0; i < len(runes); i++ {
		switch c := runes[i]; {
		case quoted && c == '"' && i+1 < len(runes) && runes[i+1] == '"':
			cell.WriteRune(c)
			i++
		case quoted && c == '"':
			quoted = false
		case !quoted && c == '"' && cell.Len() == 0:
			quoted = true
		case !quoted && c == '\t':
			row = append(row, cell.String())
			cell.Reset()
		case !quoted && c == '\n':
			rows = append(rows, append(row, cell.String()))
			row = nil
			cell.Reset()
		default:
			cell.WriteRune(c)
		}
	}
	if cell.Len() > 0 || len(row) > 0 {
		rows = append(rows, append(row, cell.String()))
	}
	return rows
}

// PasteLines adds one card a line of the text (see Lines) and gives their IDs.
func (d *Desk) PasteLines(m *Map, at Place, text string) (Change, []ID, error) {
	p := d.plan(m)
	ids := p.addTexts(at, Lines(text))
	c, err := p.change(LabelPaste, strconv.Itoa(len(ids)))
	return c, ids, err
}

// PasteMatrix fills columns and lanes from a place on with the cells of a
// table: table columns become map columns to the right, rows the lanes below
// that hold cards and are not hidden. A cell becomes one card a line. Where
// the table is wider than the map, stages are added at its end; where it is
// taller, lanes of free text. It gives the new cards' IDs.
func (d *Desk) PasteMatrix(m *Map, at Place, rows [][]string) (Change, []ID, error) {
	p := d.plan(m)
	columns := from(p.leafColumns(), at.Column)
	lanes := from(p.cardLanes(), at.Lane)
	var ids []ID
	for y, row := range filled(rows) {
		if y == len(lanes) {
			lane := &Lane{LaneKind: LaneText}
			lanes = append(lanes, p.addLast(lane))
		}
		for x, cell := range row {
			if x == len(columns) {
				columns = append(columns, p.addLast(&Stage{}))
			}
			if lines := Lines(cell); len(lines) > 0 {
				ids = append(ids, p.addTexts(Place{Column: columns[x], Lane: lanes[y], At: -1}, lines)...)
			}
		}
	}
	c, err := p.change(LabelPaste, strconv.Itoa(len(ids)))
	return c, ids, err
}

// filled is a table without the empty cells at the ends of its rows and the empty rows at its own end: nothing needs a column or a
// lane for them.
func filled(rows [][]string) [][]string {
	var out [][]string
	high := 0
	for y, row := range rows {
		wide := 0
		for x, cell := range row {
			if len(Lines(cell)) > 0 {
				wide, high = x+1, y+1
			}
		}
		out = append(out, row[:wide])
	}
	return out[:high]
}

// addLast adds a record after its siblings and after those of its family that
// this very plan has added.
func (p *plan) addLast(r Record) ID {
	siblings := p.siblings(r.home(p.m.ID()))
	for _, id := range p.order {
		if e := p.edits[id]; e.Before == nil && e.After != nil && e.After.Kind() == r.Kind() {
			siblings = append(siblings, e.After)
		}
	}
	id := p.create(r)
	p.insert(siblings, -1, r)
	return id
}

// leafColumns lists the columns that a table fills: steps, and stages without
// any.
func (p *plan) leafColumns() []ID {
	var ids []ID
	for stage := range p.m.Stages() {
		before := len(ids)
		for step := range p.m.Steps(stage.ID) {
			ids = append(ids, step.ID)
		}
		if len(ids) == before {
			ids = append(ids, stage.ID)
		}
	}
	return ids
}

func (p *plan) cardLanes() []ID {
	var ids []ID
	for lane := range p.m.Lanes() {
		if lane.LaneKind.HoldsCards() && !lane.Hidden {
			ids = append(ids, lane.ID)
		}
	}
	return ids
}

// from is the list from an ID on, the whole list where the ID is not in it.
func from(ids []ID, first ID) []ID {
	for i, id := range ids {
		if id == first {
			return ids[i:]
		}
	}
	return ids
}
