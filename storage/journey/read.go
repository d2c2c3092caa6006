package journey

import (
	"fmt"
	"strconv"
	"strings"

	"footpath/mapmodel"
	"footpath/storage/yamltree"
)

// reader makes records of a tree, noting every mistake on the way.
type reader struct {
	yamltree.Reader
	src      *mapmodel.Source
	header   mapmodel.ID
	records  []mapmodel.Record
	families []*family
	byHome   map[home]*family
	lanes    map[mapmodel.LaneKind]*mapmodel.Lane // the first of each kind
	ids      map[idOf]*target
	links    []link
}

// home is where siblings stand.
type home struct {
	kind         mapmodel.Kind
	parent, lane mapmodel.ID
}

// family is siblings in the order of the file, which their ranks will say.
type family struct{ records []mapmodel.Record }

func newReader(src *mapmodel.Source, mistakes Mistakes) *reader {
	return &reader{
		Reader: yamltree.Reader{Mistakes: mistakes}, src: src,
		byHome: map[home]*family{}, lanes: map[mapmodel.LaneKind]*mapmodel.Lane{}, ids: map[idOf]*target{},
	}
}

// build makes the map of a file without mistakes.
func (r *reader) build() (*mapmodel.Map, Mistakes) {
	for _, f := range r.families {
		for i, rank := range mapmodel.Ranks(len(f.records), r.src) {
			f.records[i].Base().Rank = rank
		}
	}
	m, healings := mapmodel.FromRecords(r.records, r.src)
	for _, h := range healings { // the reader has overlooked something: better no map than another one
		problem := fmt.Sprintf("this %s does not fit into a map: %s (%s)", h.Record.Kind(), h.Done, h.Field)
		r.Mistakes = append(r.Mistakes, Mistake{Line: 1, Column: 1, Message: problem})
	}
	if len(r.Mistakes) > 0 {
		return nil, r.Mistakes.Sorted()
	}
	return m, nil
}

// add gives a record its place after the siblings read so far.
func (r *reader) add(record mapmodel.Record, parent, lane mapmodel.ID) {
	at := home{record.Kind(), parent, lane}
	f := r.byHome[at]
	if f == nil {
		f = &family{}
		r.byHome[at] = f
		r.families = append(r.families, f)
	}
	f.records = append(f.records, record)
	r.records = append(r.records, record)
}

// fresh makes an empty record that passes the model's door.
func (r *reader) fresh(kind mapmodel.Kind) mapmodel.Record {
	record := mapmodel.New(kind, r.src.ID())
	record.Base().Rank = "V" // any rank will do until the siblings are counted
	return record
}

// readMap reads a whole file.
func (r *reader) readMap(root *yamltree.Node) {
	s := shapes[mapmodel.KindHeader]
	if root.Kind != yamltree.Mapping {
		r.Blame(root, "a map's file is a mapping that begins with \"format: footpath/%d\", not %s", Version, root.Found())
		return
	}
	if !r.formatRead(root) {
		return
	}
	header := r.fresh(s.kind)
	r.header = header.Base().ID
	r.records = append(r.records, header)
	under := r.fill(header, root, s)
	r.readLanes(under[nestLanes])
	r.pictures(under[nestPictures])
	r.Each(under[nestPersonas], "personas", func(n *yamltree.Node) { r.record(mapmodel.KindPersona, n, r.header) })
	r.Each(under[nestEvidence], "evidence", func(n *yamltree.Node) { r.record(mapmodel.KindEvidence, n, r.header) })
	r.Each(under[nestStages], "stages", r.stage)
	r.cards(under[nestInbox], "inbox", mapmodel.ID{}, mapmodel.ID{})
	r.join()
}

// formatRead tells whether the file is one that can be read. Of a newer
// format nothing more is said: its keys are no mistakes.
func (r *reader) formatRead(root *yamltree.Node) bool {
	for i, key := range root.Keys {
		if key.Text != "format" {
			continue
		}
		n := root.Items[i]
		number, isOurs := strings.CutPrefix(n.Text, "footpath/")
		version, err := strconv.Atoi(number)
		switch {
		case !n.Scalar() || !isOurs || err != nil || version < 1 || number != strconv.Itoa(version):
			r.Blame(n, "format must be footpath/%d, not %s", Version, n.Found())
		case version > Version:
			r.Mistakes = nil
			r.Blame(n, "made by a newer Footpath (footpath/%d); this one reads up to footpath/%d", version, Version)
			return false
		}
		return true
	}
	r.Blame(root, "the format is missing: a map begins with \"format: footpath/%d\"", Version)
	return true
}

// readLanes reads the map's lanes, or makes the standard ones.
func (r *reader) readLanes(n *yamltree.Node) {
	if n == nil {
		for _, kind := range mapmodel.StandardLanes() {
			lane := r.fresh(mapmodel.KindLane).(*mapmodel.Lane)
			lane.LaneKind = kind
			r.lanes[kind] = lane
			r.add(lane, r.header, mapmodel.ID{})
		}
		return
	}
	r.Each(n, "lanes", func(n *yamltree.Node) {
		lane, _ := r.record(mapmodel.KindLane, n, r.header)
		if lane, ok := lane.(*mapmodel.Lane); ok && r.lanes[lane.LaneKind] == nil {
			r.lanes[lane.LaneKind] = lane
		}
	})
}

// stage reads a stage with all that stands under it.
func (r *reader) stage(n *yamltree.Node) {
	stage, under := r.record(mapmodel.KindStage, n, r.header)
	if stage == nil {
		return
	}
	id := stage.Base().ID
	r.Each(under[nestSurveys], "surveys", func(n *yamltree.Node) {
		if survey, _ := r.record(mapmodel.KindSurvey, n, id); survey != nil {
			survey.(*mapmodel.Survey).Stage = id
		}
	})
	r.column(n, id)
	r.Each(under[nestSteps], "steps", func(n *yamltree.Node) {
		if step, _ := r.record(mapmodel.KindStep, n, id); step != nil {
			step.(*mapmodel.Step).Stage = id
			r.column(n, step.Base().ID)
		}
	})
}

// column reads the cards of a stage or a step.
func (r *reader) column(n *yamltree.Node, id mapmodel.ID) {
	s := shapes[mapmodel.KindStage]
	for i, key := range n.Keys {
		switch e := s.find(key.Text); {
		case e == nil:
		case e.nest == nestLane:
			if lane := r.lanes[e.lane]; lane != nil {
				r.cards(n.Items[i], e.name, id, lane.ID)
			} else {
				r.Blame(key, "the map's lanes have none of the kind %s; add \"- kind: %s\" to them", e.lane, e.lane)
			}
		case e.nest == nestCells:
			r.cells(n.Items[i], id)
		}
	}
}

// cells reads the cards that stand under a lane's id.
func (r *reader) cells(n *yamltree.Node, column mapmodel.ID) {
	if n.Kind == yamltree.Nothing {
		return
	}
	if n.Kind != yamltree.Mapping {
		r.Blame(n, "lanes must be a mapping from a lane's id to its cards, not %s", n.Found())
		return
	}
	seen := map[string]*yamltree.Node{}
	for i, key := range n.Keys {
		if r.Double(seen, key) {
			continue
		}
		to := r.find(mapmodel.KindLane, key.Text)
		if to == nil {
			r.Blame(key, "%s", r.missing("lanes", key.Text, []mapmodel.Kind{mapmodel.KindLane}))
			continue
		}
		if lane := to.record.(*mapmodel.Lane); lane.LaneKind.HoldsCards() {
			r.cards(n.Items[i], key.Text, column, lane.ID)
		} else {
			r.Blame(key, "a lane of the kind %s holds no cards: it draws the feelings of the others", lane.LaneKind)
		}
	}
}

// cards reads a list of cards into a cell, or into the inbox.
func (r *reader) cards(n *yamltree.Node, called string, column, lane mapmodel.ID) {
	parent := column
	if column.IsZero() {
		parent = r.header
	}
	r.Each(n, called, func(n *yamltree.Node) {
		var card *mapmodel.Card
		if n.Scalar() {
			card = r.fresh(mapmodel.KindCard).(*mapmodel.Card)
			r.field(card, mapmodel.FieldNamed(mapmodel.KindCard, "text"), n)
			r.checked(card, n, nil)
			r.add(card, parent, lane)
		} else {
			record, under := r.record(mapmodel.KindCard, n, parent, lane)
			if record == nil {
				return
			}
			card = record.(*mapmodel.Card)
			r.Each(under[nestScores], "scores", func(n *yamltree.Node) {
				if score, _ := r.record(mapmodel.KindScore, n, card.ID); score != nil {
					score.(*mapmodel.Score).Card = card.ID
				}
			})
		}
		card.Column, card.Lane = column, lane
	})
}

// record reads a mapping into a record of the kind and gives it its place. It
// gives nil for what is no mapping.
func (r *reader) record(kind mapmodel.Kind, n *yamltree.Node, parent mapmodel.ID, lane ...mapmodel.ID) (mapmodel.Record, map[nest]*yamltree.Node) {
	s := shapes[kind]
	if n.Kind != yamltree.Mapping {
		text := ""
		if kind == mapmodel.KindCard {
			text = "a text or "
		}
		r.Blame(n, "%s must be written as %s\"key: value\", not %s", s.called, text, n.Found())
		return nil, nil
	}
	record := r.fresh(kind)
	under := r.fill(record, n, s)
	r.add(record, parent, append(lane, mapmodel.ID{})[0])
	return record, under
}
