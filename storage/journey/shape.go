package journey

import (
	"slices"

	"footpath/mapmodel"
)

// entry is one key that a mapping in a file may have.
type entry struct {
	name string
	// field is the row of the table of fields the key stands for; nil for what
	// is nested in the mapping instead.
	field *mapmodel.Field
	nest  nest
	// lane is the kind of lane whose cards stand under the key.
	lane mapmodel.LaneKind
	// doc and example explain a nested key; a field has its own.
	doc, example string
}

// nest says what stands under a key that is no field.
type nest uint8

const (
	nestFormat nest = iota + 1
	nestPersonas
	nestLanes
	nestStages
	nestInbox
	nestEvidence
	nestPictures
	nestSurveys
	nestLane  // the cards of the first lane of a kind
	nestCells // the cards of other lanes, by the lane's id
	nestSteps
	nestScores
)

// shape is the vocabulary of one kind of mapping, in the order files have.
type shape struct {
	kind mapmodel.Kind
	// called is the kind in a sentence.
	called  string
	entries []entry
}

// find gives the entry of a name, or nil.
func (s *shape) find(name string) *entry {
	if i := slices.IndexFunc(s.entries, func(e entry) bool { return e.name == name }); i >= 0 {
		return &s.entries[i]
	}
	return nil
}

func (s *shape) names() []string {
	out := make([]string, len(s.entries))
	for i := range s.entries {
		out[i] = s.entries[i].name
	}
	return out
}

// shapes is the whole vocabulary, by kind. What it says of fields comes from
// the model's table, so a new row there is a new key here.
var shapes = map[mapmodel.Kind]*shape{
	mapmodel.KindHeader: newShape(mapmodel.KindHeader, "a map", entry{
		name: "format", nest: nestFormat, doc: "The format of the file and its version.", example: "footpath/1",
	}).with(
		entry{name: "personas", nest: nestPersonas, doc: "Whom the map is about, the main persona first.", example: "[{name: Rosa}]"},
		entry{name: "lanes", nest: nestLanes, doc: "The map's lanes from top to bottom; only needed where they are not the standard ones.", example: "[{kind: tasks}, {kind: feelings}, {id: desk, name: Behind the desk, kind: backstage}]"},
		entry{name: "stages", nest: nestStages, doc: "The chapters of the journey, in order.", example: "[{name: Notice, tasks: [Open the renewal notice]}]"},
		entry{name: "inbox", nest: nestInbox, doc: "Cards that have no place on the map yet.", example: "[Ask the guard what people ask him]"},
		entry{name: "evidence", nest: nestEvidence, doc: "Evidence that several cards cite by its id, or none yet.", example: "[{id: visitors, kind: interview, source: 6 visitors}]"},
		entry{name: "pictures", nest: nestPictures, doc: "The map's pictures by name, PNG or JPEG, as data addresses; last, so that the words come first.", example: "{queue: \"data:image/png;base64,…\"}"},
	),
	mapmodel.KindPersona: newShape(mapmodel.KindPersona, "a persona"),
	mapmodel.KindLane:    newShape(mapmodel.KindLane, "a lane"),
	mapmodel.KindStage: newShape(mapmodel.KindStage, "a stage").with(
		entry{name: "surveys", nest: nestSurveys, doc: "What customers answered about the stage or a touchpoint in it.", example: "[{kind: csat, counts: [4, 6, 11, 40, 35]}]"},
	).with(cellEntries()...).with(
		entry{name: "steps", nest: nestSteps, doc: "Columns that divide the stage, each with cards of its own.", example: "[{name: Choose a slot, tasks: [Compare the offices]}]"},
	),
	mapmodel.KindStep: newShape(mapmodel.KindStep, "a step").with(cellEntries()...),
	mapmodel.KindCard: newShape(mapmodel.KindCard, "a card").with(
		entry{name: "scores", nest: nestScores, doc: "What the card got under a way of ranking, such as votes.", example: "[{method: votes, value: 7}]"},
	),
	mapmodel.KindEvidence: newShape(mapmodel.KindEvidence, "a piece of evidence"),
	mapmodel.KindSurvey:   newShape(mapmodel.KindSurvey, "a survey"),
	mapmodel.KindScore:    newShape(mapmodel.KindScore, "a score"),
}

// newShape makes the shape of a kind: what comes first, and its fields.
func newShape(kind mapmodel.Kind, called string, first ...entry) *shape {
	s := &shape{kind: kind, called: called, entries: first}
	table := mapmodel.Fields(kind)
	for i := range table {
		if f := &table[i]; written(kind, f) {
			s.entries = append(s.entries, entry{name: f.Name, field: f})
		}
	}
	return s
}

// with adds nested keys after what the shape has.
func (s *shape) with(more ...entry) *shape {
	s.entries = append(s.entries, more...)
	return s
}

// written tells whether a field is a key in files: not what belongs to the
// library, not what nesting says, and an id only where something can refer to
// it.
func written(kind mapmodel.Kind, f *mapmodel.Field) bool {
	if isKey(f) {
		return referable(kind)
	}
	return !f.Place && !f.Local && f.Type != mapmodel.Order
}

// isKey tells whether the field is the record's key, its `id` in files.
func isKey(f *mapmodel.Field) bool {
	return f.Number == 2 && f.Pointer(keyProbe) == any(&keyProbe.Base().Key)
}

// keyProbe is a record to try fields on; it is never altered.
var keyProbe = mapmodel.New(mapmodel.KindHeader, mapmodel.ID{})

// referable tells whether any field of the model can point to the kind.
func referable(to mapmodel.Kind) bool {
	for _, kind := range mapmodel.Kinds() {
		for _, f := range mapmodel.Fields(kind) {
			if slices.Contains(f.Refers, to) {
				return true
			}
		}
	}
	return false
}

// cellEntries are the keys under which the cards of a column stand.
func cellEntries() []entry {
	examples := map[mapmodel.LaneKind][2]string{
		mapmodel.LaneTasks:         {"What the customer does.", "[Receive the renewal notice]"},
		mapmodel.LaneFeelings:      {"What the customer thinks and feels.", "[{text: Will it take all day, mood: anxious, emotion: -1}]"},
		mapmodel.LaneTouchpoints:   {"Where customer and organisation meet.", "[{text: Renewal notice, channel: post, where: offline}]"},
		mapmodel.LaneInsights:      {"What the team discovered.", "[{id: language, text: The notice is in English only}]"},
		mapmodel.LaneOpportunities: {"What could be better.", "[{text: Offer the notice in five languages, answers: [language]}]"},
	}
	var out []entry
	for _, kind := range mapmodel.StandardLanes() {
		if kind.HoldsCards() {
			out = append(out, entry{name: string(kind), nest: nestLane, lane: kind, doc: examples[kind][0], example: examples[kind][1]})
		}
	}
	return append(out, entry{name: "lanes", nest: nestCells, doc: "The cards of lanes that have no key of their own, by the lane's id.", example: "{desk: [Print the notices]}"})
}
