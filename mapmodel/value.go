package mapmodel

// Number is a whole number that may be unknown; the zero Number is unknown.
type Number struct {
	Value int
	Known bool
}

// N is a known number.
func N(v int) Number { return Number{Value: v, Known: true} }

// The enumerations: each is the word a file writes; empty is "not said".
type (
	// State tells a map of today from one of a hoped-for future.
	State string
	// LaneKind tells what a lane's cards are about.
	LaneKind string
	// Where tells whether a touchpoint is online.
	Where string
	// Reason tells whether the customer is at a touchpoint because something
	// went wrong (service) or not (experience).
	Reason string
	// Sign tells a pain from a gain.
	Sign string
	// Pillar is one of the three Ps of service: people, process, product.
	Pillar string
	// Level tells how far a card rests on evidence.
	Level string
	// Status is how far an opportunity has come.
	Status string
	// EvidenceKind tells how evidence was gathered.
	EvidenceKind string
	// SurveyKind is the question a survey asked.
	SurveyKind string
)

// The words of the enumerations.
const (
	Current State = "current"
	Future  State = "future"

	LaneTasks         LaneKind = "tasks"
	LaneFeelings      LaneKind = "feelings"
	LaneCurve         LaneKind = "curve"
	LaneTouchpoints   LaneKind = "touchpoints"
	LaneInsights      LaneKind = "insights"
	LaneOpportunities LaneKind = "opportunities"
	LaneMetrics       LaneKind = "metrics"
	LanePains         LaneKind = "pains"
	LaneText          LaneKind = "text"
	LanePhysical      LaneKind = "physical"
	LaneFrontstage    LaneKind = "frontstage"
	LaneBackstage     LaneKind = "backstage"
	LaneSupport       LaneKind = "support"

	Online  Where = "online"
	Offline Where = "offline"

	Service    Reason = "service"
	Experience Reason = "experience"

	Pain Sign = "pain"
	Gain Sign = "gain"

	People  Pillar = "people"
	Process Pillar = "process"
	Product Pillar = "product"

	Assumed    Level = "assumed"
	Partly     Level = "partly"
	Researched Level = "researched"

	Idea    Status = "idea"
	Planned Status = "planned"
	Doing   Status = "doing"
	Done    Status = "done"
	Dropped Status = "dropped"

	Interview       EvidenceKind = "interview"
	SurveyAnswer    EvidenceKind = "survey"
	Observation     EvidenceKind = "observation"
	MysteryShopping EvidenceKind = "mystery-shopping"
	Review          EvidenceKind = "review"
	FrontLine       EvidenceKind = "front-line"
	Analytics       EvidenceKind = "analytics"

	NPS  SurveyKind = "nps"
	CSAT SurveyKind = "csat"
	CES  SurveyKind = "ces"
)

// Scale is the lowest and the highest score a survey of this kind asks for:
// NPS 0 to 10, CSAT 1 to 5, CES 1 to 7. An unknown kind has no scale: (0, -1).
func (k SurveyKind) Scale() (low, high int) {
	switch k {
	case NPS:
		return 0, 10
	case CSAT:
		return 1, 5
	case CES:
		return 1, 7
	default:
		return 0, -1
	}
}

// StandardLanes are the kinds of the lanes a new map has, from top to bottom.
func StandardLanes() []LaneKind {
	return []LaneKind{
		LaneTasks, LaneFeelings, LaneCurve, LaneTouchpoints, LaneInsights, LaneOpportunities,
	}
}

// HoldsCards tells whether cards can stand in lanes of this kind: the emotion
// curve draws the feelings of other lanes' cards and holds none.
func (k LaneKind) HoldsCards() bool { return k != LaneCurve }
