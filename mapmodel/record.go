package mapmodel

// Kind tells records apart. The numbers stand in stored libraries: none is
// ever used for something else.
type Kind uint8

// The kinds of records a map is made of.
const (
	KindHeader   Kind = 1
	KindPersona  Kind = 2
	KindLane     Kind = 3
	KindStage    Kind = 4
	KindStep     Kind = 5
	KindCard     Kind = 6
	KindEvidence Kind = 7
	KindSurvey   Kind = 8
	KindScore    Kind = 9
	KindPicture  Kind = 10
)

var kindNames = [...]string{
	KindHeader: "map", KindPersona: "persona", KindLane: "lane", KindStage: "stage", KindStep: "step",
	KindCard: "card", KindEvidence: "evidence", KindSurvey: "survey", KindScore: "score", KindPicture: "picture",
}

// String is the kind's name as files and messages write it.
func (k Kind) String() string {
	if int(k) < len(kindNames) && kindNames[k] != "" {
		return kindNames[k]
	}
	return "unknown record"
}

// Kinds lists every kind this version knows, in the order of their numbers.
func Kinds() []Kind {
	return []Kind{
		KindHeader, KindPersona, KindLane, KindStage, KindStep,
		KindCard, KindEvidence, KindSurvey, KindScore, KindPicture,
	}
}

// Record is one of the concrete structs of this package, by pointer. A record
// that a map holds is never altered; a verb makes a new one.
type Record interface {
	// Kind is the record's kind.
	Kind() Kind
	// Base is what every record has.
	Base() *Common
	// home is where the record stands: beside which siblings.
	home(header ID) home
	// clone is a copy whose slices may be replaced but not written into.
	clone() Record
}

// Common is what every record has.
type Common struct {
	// ID names the record; it never changes.
	ID ID
	// Rank is its place among its siblings.
	Rank Rank
	// Key is how a file refers to the record: a slug, empty where nothing
	// refers to it.
	Key string
	// Kept holds fields of a later version, as the store read them, so that
	// they are written back unharmed.
	Kept string
}

// Base returns the common part itself.
func (c *Common) Base() *Common { return c }

// home names a family: the parent record, and for cards the lane.
type home struct {
	kind   Kind
	parent ID
	lane   ID
}

// Header is the map's own record; its ID is the map's.
type Header struct {
	Common
	Title        string
	Scenario     string
	Expectations string
	State        State
	Owner        string
	Team         []string
	Date         string // of the content, for the page; "2006-01-02" or empty
	Version      string // a note such as "1.3, after the second workshop"
	Language     string // BCP 47; empty is English
	Bin          bool   // thrown away, to be brought back from the bin
}

// Persona is a customer the map follows.
type Persona struct {
	Common
	Name    string
	Role    string
	Goals   []string
	Quote   string
	Picture ID
}

// Lane is a row of the map.
type Lane struct {
	Common
	Name     string // empty: the standard name of its kind in the map's language
	LaneKind LaneKind
	Hidden   bool
	Prompt   string // shown while the lane is empty, never exported
}

// Stage is a chapter of the journey: a column of the map.
type Stage struct {
	Common
	Name        string
	Description string
}

// Step divides a stage: a column inside its column.
type Step struct {
	Common
	Stage       ID
	Name        string
	Description string
}

// Card is one thing said about one column in one lane. A card with neither
// column nor lane lies in the inbox beside the map.
type Card struct {
	Common
	Text   string
	Column ID // the stage or step it stands in
	Lane   ID

	Emotion Number // −2 to +2; unknown is a gap in the curve, not zero
	Mood    string // a word or two: the curve's label
	Moment  bool   // a moment of truth
	Persona ID     // whose card it is; zero is everybody's

	Channel string
	Where   Where
	People  []string
	Reason  Reason

	Sign       Sign
	Pillar     Pillar
	Department string
	Tags       []string
	Note       string
	Level      Level
	Evidence   []ID
	Links      []string // a URL, or "map:" and another map's title
	Pictures   []ID

	Answers    []ID // the insights an opportunity answers
	Owner      string
	Status     Status
	Due        string // "2006-01-02" or empty
	Impact     Number // 1 little to 5 much
	Effort     Number // 1 little to 5 much
	Reach      Number // people in a quarter
	Confidence Number // per cent, 0 to 100

	Conflicts []Conflict // what a merge kept beside the card's own words
}

// Conflict is a second value that a merge found for a field and kept until a
// person chooses.
type Conflict struct {
	Field string // the field's name in the table of fields
	Text  string
}

// Evidence is what the team saw, heard or measured.
type Evidence struct {
	Common
	EvidenceKind EvidenceKind
	Source       string
	Date         string // "2006-01-02" or empty
	Quote        string
	Link         string
}

// Survey is one survey's answers about a stage, or about one touchpoint in it,
// as counts: scores and intervals are computed, never typed.
type Survey struct {
	Common
	Stage      ID
	Touchpoint ID // a card, or zero for the whole stage
	SurveyKind SurveyKind
	Method     string
	Date       string // "2006-01-02" or empty
	Counts     []int  // answers per score, from the lowest score to the highest
}

// Score is a card's number under one way of ranking opportunities: votes in a
// workshop, or a method's own scale.
type Score struct {
	Common
	Card   ID
	Method string
	Value  Number
}

// Picture is an image; its Key is the name a file gives it.
type Picture struct {
	Common
	Media string // "image/png" or "image/jpeg"
	Data  string // the encoded bytes, immutable and shared
}

// Unknown is a record of a kind that a later version made. It is kept and
// written back, and no view shows it.
type Unknown struct {
	Common
	Number Kind
}

// Kind implements Record.
func (*Header) Kind() Kind { return KindHeader }

// Kind implements Record.
func (*Persona) Kind() Kind { return KindPersona }

// Kind implements Record.
func (*Lane) Kind() Kind { return KindLane }

// Kind implements Record.
func (*Stage) Kind() Kind { return KindStage }

// Kind implements Record.
func (*Step) Kind() Kind { return KindStep }

// Kind implements Record.
func (*Card) Kind() Kind { return KindCard }

// Kind implements Record.
func (*Evidence) Kind() Kind { return KindEvidence }

// Kind implements Record.
func (*Survey) Kind() Kind { return KindSurvey }

// Kind implements Record.
func (*Score) Kind() Kind { return KindScore }

// Kind implements Record.
func (*Picture) Kind() Kind { return KindPicture }

// Kind implements Record.
func (u *Unknown) Kind() Kind { return u.Number }

func (*Header) home(ID) home      { return home{} }
func (*Persona) home(h ID) home   { return home{kind: KindPersona, parent: h} }
func (*Lane) home(h ID) home      { return home{kind: KindLane, parent: h} }
func (*Stage) home(h ID) home     { return home{kind: KindStage, parent: h} }
func (s *Step) home(ID) home      { return home{kind: KindStep, parent: s.Stage} }
func (*Evidence) home(h ID) home  { return home{kind: KindEvidence, parent: h} }
func (s *Survey) home(ID) home    { return home{kind: KindSurvey, parent: s.Stage} }
func (s *Score) home(ID) home     { return home{kind: KindScore, parent: s.Card} }
func (*Picture) home(h ID) home   { return home{kind: KindPicture, parent: h} }
func (u *Unknown) home(h ID) home { return home{kind: u.Number, parent: h} }
func (c *Card) home(header ID) home {
	if c.Column.IsZero() {
		return home{kind: KindCard, parent: header}
	}
	return home{kind: KindCard, parent: c.Column, lane: c.Lane}
}

func (r *Header) clone() Record   { c := *r; return &c }
func (r *Persona) clone() Record  { c := *r; return &c }
func (r *Lane) clone() Record     { c := *r; return &c }
func (r *Stage) clone() Record    { c := *r; return &c }
func (r *Step) clone() Record     { c := *r; return &c }
func (r *Card) clone() Record     { c := *r; return &c }
func (r *Evidence) clone() Record { c := *r; return &c }
func (r *Survey) clone() Record   { c := *r; return &c }
func (r *Score) clone() Record    { c := *r; return &c }
func (r *Picture) clone() Record  { c := *r; return &c }
func (r *Unknown) clone() Record  { c := *r; return &c }

// New makes an empty record of the kind, for a reader to fill. A kind this
// version does not know gives an *Unknown.
func New(kind Kind, id ID) Record {
	common := Common{ID: id}
	switch kind {
	case KindHeader:
		return &Header{Common: common}
	case KindPersona:
		return &Persona{Common: common}
	case KindLane:
		return &Lane{Common: common}
	case KindStage:
		return &Stage{Common: common}
	case KindStep:
		return &Step{Common: common}
	case KindCard:
		return &Card{Common: common}
	case KindEvidence:
		return &Evidence{Common: common}
	case KindSurvey:
		return &Survey{Common: common}
	case KindScore:
		return &Score{Common: common}
	case KindPicture:
		return &Picture{Common: common}
	default:
		return &Unknown{Common: common, Number: kind}
	}
}

// Draft is a copy of a record that may be altered. Slices are shared, which is safe because nothing writes into a slice of a
// record.
func Draft(r Record) Record { return r.clone() }
