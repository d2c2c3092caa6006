package mapmodel

// The accessors below make a row of the table from a function that finds the
// value in its own kind of record.

func of[R Record](at func(R) any) func(Record) any {
	return func(r Record) any { return at(r.(R)) }
}

func common(number int, name string, typ Type, at func(*Common) any) Field {
	return Field{Number: number, Name: name, Type: typ, at: func(r Record) any { return at(r.Base()) }}
}

func words[W ~string](all ...W) []string {
	out := make([]string, len(all))
	for i, w := range all {
		out[i] = string(w)
	}
	return out
}

// rankField and keyField are numbers 1 and 2 of every kind.
var (
	rankField = func() Field {
		f := common(1, "rank", Order, func(c *Common) any { return &c.Rank })
		f.Place, f.Doc, f.Example = true, "The place among its siblings.", "V000xy"
		return f
	}()
	keyField = func() Field {
		f := common(2, "id", Name, func(c *Common) any { return &c.Key })
		f.Code = true
		f.Doc, f.Example = "The name by which other places of the file refer to this; only needed where something does.", "language"
		return f
	}()
	commonFields = []Field{rankField, keyField}
)

// fieldTable is the one table of fields, by kind.
var fieldTable = [...][]Field{
	KindHeader: {
		rankField, keyField,
		{Number: 3, Name: "title", Type: Name, Doc: "The map's title, best begun with what the customer does.", Example: "Renewing a driving licence", at: of(func(h *Header) any { return &h.Title })},
		{Number: 4, Name: "scenario", Type: Text, Doc: "The situation the customer is in.", Example: "The licence runs out in six weeks", at: of(func(h *Header) any { return &h.Scenario })},
		{Number: 5, Name: "expectations", Type: Text, Doc: "What the customer expects of the journey.", Example: "One visit, no lost day of work", at: of(func(h *Header) any { return &h.Expectations })},
		{Number: 6, Name: "state", Type: Enum, Words: words(Current, Future), Doc: "Whether the map shows today or a hoped-for future.", Example: "current", at: of(func(h *Header) any { return (*string)(&h.State) })},
		{Number: 7, Name: "owner", Type: Name, Doc: "Who answers for the map.", Example: "Service design", at: of(func(h *Header) any { return &h.Owner })},
		{Number: 8, Name: "team", Type: Names, Doc: "Who made the map.", Example: "[Front desk, Web team]", at: of(func(h *Header) any { return &h.Team })},
		{Number: 9, Name: "date", Type: Date, Doc: "The date of the map's content, printed on the page.", Example: "2026-11-14", at: of(func(h *Header) any { return &h.Date })},
		{Number: 10, Name: "version", Type: Name, Doc: "A note on this version.", Example: "1.3, after the second workshop", at: of(func(h *Header) any { return &h.Version })},
		{Number: 11, Name: "language", Type: Name, Code: true, Doc: "The language of the map's words, as a BCP 47 tag.", Example: "en", at: of(func(h *Header) any { return &h.Language })},
		{Number: 12, Name: "bin", Type: Flag, Local: true, Doc: "Whether the map lies in the library's bin.", Example: "true", at: of(func(h *Header) any { return &h.Bin })},
	},
	KindPersona: {
		rankField, keyField,
		{Number: 3, Name: "name", Type: Name, Doc: "The persona's name.", Example: "Rosa", at: of(func(p *Persona) any { return &p.Name })},
		{Number: 4, Name: "role", Type: Name, Doc: "Who the persona is, in a few words.", Example: "home-care nurse, works shifts", at: of(func(p *Persona) any { return &p.Role })},
		{Number: 5, Name: "goals", Type: Names, Doc: "What the persona wants.", Example: "[Renew before the licence runs out]", at: of(func(p *Persona) any { return &p.Goals })},
		{Number: 6, Name: "quote", Type: Text, Doc: "A sentence in the persona's own words.", Example: "Each queue costs me a shift.", at: of(func(p *Persona) any { return &p.Quote })},
		{Number: 7, Name: "picture", Type: Ref, Refers: []Kind{KindPicture}, Doc: "The name of a picture under the map's `pictures`.", Example: "rosa", at: of(func(p *Persona) any { return &p.Picture })},
	},
	KindLane: {
		rankField, keyField,
		{Number: 3, Name: "name", Type: Name, Doc: "The lane's name; without one it has its kind's standard name.", Example: "Back office", at: of(func(l *Lane) any { return &l.Name })},
		{Number: 4, Name: "kind", Type: Enum, Words: words(LaneTasks, LaneFeelings, LaneCurve, LaneTouchpoints, LaneInsights, LaneOpportunities, LaneMetrics, LanePains, LaneText, LanePhysical, LaneFrontstage, LaneBackstage, LaneSupport), Doc: "What the lane's cards are about.", Example: "backstage", at: of(func(l *Lane) any { return (*string)(&l.LaneKind) })},
		{Number: 5, Name: "hidden", Type: Flag, Doc: "Whether the lane is left out of the map's picture.", Example: "true", at: of(func(l *Lane) any { return &l.Hidden })},
		{Number: 6, Name: "prompt", Type: Text, Doc: "A question shown while the lane is empty; never exported.", Example: "What does the customer do here?", at: of(func(l *Lane) any { return &l.Prompt })},
	},
	KindStage: {
		rankField, keyField,
		{Number: 3, Name: "name", Type: Name, Doc: "The stage's name: a chapter of the journey.", Example: "Notice", at: of(func(s *Stage) any { return &s.Name })},
		{Number: 4, Name: "description", Type: Text, Doc: "A line about the stage: when, where.", Example: "six weeks before expiry", at: of(func(s *Stage) any { return &s.Description })},
	},
	KindStep: {
		rankField, keyField,
		{Number: 3, Name: "name", Type: Name, Doc: "The step's name.", Example: "Choose a slot", at: of(func(s *Step) any { return &s.Name })},
		{Number: 4, Name: "description", Type: Text, Doc: "A line about the step.", Example: "online, in the evening", at: of(func(s *Step) any { return &s.Description })},
		{Number: 5, Name: "stage", Type: Ref, Refers: []Kind{KindStage}, Place: true, Doc: "The stage the step divides.", Example: "book", at: of(func(s *Step) any { return &s.Stage })},
	},
	KindCard: cardFields,
	KindEvidence: {
		rankField, keyField,
		{Number: 3, Name: "kind", Type: Enum, Words: words(Interview, SurveyAnswer, Observation, MysteryShopping, Review, FrontLine, Analytics), Doc: "How the evidence was gathered.", Example: "interview", at: of(func(e *Evidence) any { return (*string)(&e.EvidenceKind) })},
		{Number: 4, Name: "source", Type: Name, Doc: "Who or what it comes from.", Example: "6 visitors", at: of(func(e *Evidence) any { return &e.Source })},
		{Number: 5, Name: "date", Type: Date, Doc: "When it was gathered.", Example: "2026-10-30", at: of(func(e *Evidence) any { return &e.Date })},
		{Number: 6, Name: "quote", Type: Text, Doc: "What was said, word for word.", Example: "My son had to read it to me", at: of(func(e *Evidence) any { return &e.Quote })},
		{Number: 7, Name: "link", Type: Name, Doc: "Where it can be read.", Example: "https://example.org/notes", at: of(func(e *Evidence) any { return &e.Link })},
	},
	KindSurvey: {
		rankField, keyField,
		{Number: 3, Name: "kind", Type: Enum, Words: words(NPS, CSAT, CES), Doc: "The question asked: recommendation (0 to 10), satisfaction (1 to 5) or ease (1 to 7).", Example: "csat", at: of(func(s *Survey) any { return (*string)(&s.SurveyKind) })},
		{Number: 4, Name: "method", Type: Name, Doc: "How the answers were gathered.", Example: "Text message after the visit", at: of(func(s *Survey) any { return &s.Method })},
		{Number: 5, Name: "date", Type: Date, Doc: "When the survey ended.", Example: "2026-10-30", at: of(func(s *Survey) any { return &s.Date })},
		{Number: 6, Name: "touchpoint", Type: Ref, Refers: []Kind{KindCard}, Doc: "The touchpoint the survey asked about; without one, the whole stage.", Example: "front-desk", at: of(func(s *Survey) any { return &s.Touchpoint })},
		{Number: 7, Name: "counts", Type: Counts, Min: 0, Max: MaxCount, Doc: "Answers per score, from the lowest score to the highest: 11 numbers for nps, 5 for csat, 7 for ces.", Example: "[4, 6, 11, 40, 35]", at: of(func(s *Survey) any { return &s.Counts })},
		{Number: 8, Name: "stage", Type: Ref, Refers: []Kind{KindStage}, Place: true, Doc: "The stage the survey is about.", Example: "visit", at: of(func(s *Survey) any { return &s.Stage })},
	},
	KindScore: {
		rankField, keyField,
		{Number: 3, Name: "method", Type: Name, Doc: "The way of ranking: votes, or a method's name.", Example: "votes", at: of(func(s *Score) any { return &s.Method })},
		{Number: 4, Name: "value", Type: Whole, Min: 0, Max: MaxCount, Doc: "The number the card got.", Example: "7", at: of(func(s *Score) any { return &s.Value })},
		{Number: 5, Name: "card", Type: Ref, Refers: []Kind{KindCard}, Place: true, Doc: "The card that was ranked.", Example: "languages", at: of(func(s *Score) any { return &s.Card })},
	},
	KindPicture: {
		rankField, keyField,
		{Number: 3, Name: "media", Type: Enum, Words: []string{"image/png", "image/jpeg"}, Doc: "How the picture is encoded.", Example: "image/png", at: of(func(p *Picture) any { return &p.Media })},
		{Number: 4, Name: "data", Type: Blob, Doc: "The encoded picture.", Example: "data:image/png;base64,…", at: of(func(p *Picture) any { return &p.Data })},
	},
}

var cardFields = []Field{
	rankField, keyField,
	{Number: 3, Name: "text", Type: Text, Doc: "What the card says.", Example: "Open the renewal notice", at: of(func(c *Card) any { return &c.Text })},
	{Number: 4, Name: "emotion", Type: Whole, Min: -2, Max: 2, Doc: "How it feels, from -2 (very bad) to 2 (very good); left out where nobody knows.", Example: "-1", at: of(func(c *Card) any { return &c.Emotion })},
	{Number: 5, Name: "mood", Type: Name, Doc: "The feeling in a word or two: the curve's label.", Example: "anxious", at: of(func(c *Card) any { return &c.Mood })},
	{Number: 6, Name: "moment", Type: Flag, Doc: "Whether this is a moment of truth.", Example: "true", at: of(func(c *Card) any { return &c.Moment })},
	{Number: 7, Name: "persona", Type: Ref, Refers: []Kind{KindPersona}, Doc: "The id of the persona whose card this is; without one, everybody's.", Example: "rosa", at: of(func(c *Card) any { return &c.Persona })},
	{Number: 8, Name: "channel", Type: Name, Doc: "The medium of a touchpoint.", Example: "post", at: of(func(c *Card) any { return &c.Channel })},
	{Number: 9, Name: "where", Type: Enum, Words: words(Online, Offline), Doc: "Whether the touchpoint is online or offline.", Example: "offline", at: of(func(c *Card) any { return (*string)(&c.Where) })},
	{Number: 10, Name: "people", Type: Names, Doc: "Who else is involved.", Example: "[clerk, guard]", at: of(func(c *Card) any { return &c.People })},
	{Number: 11, Name: "reason", Type: Enum, Words: words(Service, Experience), Doc: "Whether the customer is here because something went wrong (service) or not (experience).", Example: "experience", at: of(func(c *Card) any { return (*string)(&c.Reason) })},
	{Number: 12, Name: "sign", Type: Enum, Words: words(Pain, Gain), Doc: "Whether the card is a pain or a gain.", Example: "pain", at: of(func(c *Card) any { return (*string)(&c.Sign) })},
	{Number: 13, Name: "pillar", Type: Enum, Words: words(People, Process, Product), Doc: "Which of the three Ps the card is about.", Example: "process", at: of(func(c *Card) any { return (*string)(&c.Pillar) })},
	{Number: 14, Name: "department", Type: Name, Doc: "The department concerned.", Example: "Front desk", at: of(func(c *Card) any { return &c.Department })},
	{Number: 15, Name: "tags", Type: Names, Doc: "Words to find and filter the card by.", Example: "[waiting, quick win]", at: of(func(c *Card) any { return &c.Tags })},
	{Number: 16, Name: "note", Type: Text, Doc: "More about the card, beside the map.", Example: "Ask at check-in for a mobile number.", at: of(func(c *Card) any { return &c.Note })},
	{Number: 17, Name: "level", Type: Enum, Words: words(Assumed, Partly, Researched), Doc: "How far the card rests on evidence.", Example: "researched", at: of(func(c *Card) any { return (*string)(&c.Level) })},
	{Number: 18, Name: "evidence", Type: Refs, Refers: []Kind{KindEvidence}, Doc: "What the card rests on: evidence written here, or ids from the map's `evidence`.", Example: "[{kind: interview, source: 6 visitors}]", at: of(func(c *Card) any { return &c.Evidence })},
	{Number: 19, Name: "answers", Type: Refs, Refers: []Kind{KindCard}, Doc: "The ids of the insights this opportunity answers.", Example: "[language]", at: of(func(c *Card) any { return &c.Answers })},
	{Number: 20, Name: "owner", Type: Name, Doc: "Who takes the opportunity on.", Example: "Web team", at: of(func(c *Card) any { return &c.Owner })},
	{Number: 21, Name: "status", Type: Enum, Words: words(Idea, Planned, Doing, Done, Dropped), Doc: "How far the opportunity has come.", Example: "planned", at: of(func(c *Card) any { return (*string)(&c.Status) })},
	{Number: 22, Name: "due", Type: Date, Doc: "When the opportunity should be done.", Example: "2027-03-30", at: of(func(c *Card) any { return &c.Due })},
	{Number: 23, Name: "impact", Type: Whole, Min: 1, Max: 5, Doc: "What it would change for the customer: 1 little to 5 much.", Example: "4", at: of(func(c *Card) any { return &c.Impact })},
	{Number: 24, Name: "effort", Type: Whole, Min: 1, Max: 5, Doc: "What it would cost the team: 1 little to 5 much.", Example: "2", at: of(func(c *Card) any { return &c.Effort })},
	{Number: 25, Name: "reach", Type: Whole, Min: 0, Max: MaxCount, Doc: "How many people it would reach in a quarter.", Example: "12000", at: of(func(c *Card) any { return &c.Reach })},
	{Number: 26, Name: "confidence", Type: Whole, Min: 0, Max: 100, Doc: "How sure the team is of these numbers, in per cent.", Example: "80", at: of(func(c *Card) any { return &c.Confidence })},
	{Number: 27, Name: "links", Type: Names, Doc: "Web addresses, or `map:` and another map's title.", Example: "[\"https://example.org/booking\"]", at: of(func(c *Card) any { return &c.Links })},
	{Number: 28, Name: "pictures", Type: Refs, Refers: []Kind{KindPicture}, Doc: "The names of pictures under the map's `pictures`.", Example: "[queue]", at: of(func(c *Card) any { return &c.Pictures })},
	{Number: 29, Name: "conflicts", Type: Conflicts, Doc: "What a merge found and kept beside the card's own words, until a person chooses.", Example: "[{field: text, text: Open the letter}]", at: of(func(c *Card) any { return &c.Conflicts })},
	{Number: 30, Name: "column", Type: Ref, Refers: []Kind{KindStage, KindStep}, Place: true, Doc: "The stage or step the card stands in.", Example: "notice", at: of(func(c *Card) any { return &c.Column })},
	{Number: 31, Name: "lane", Type: Ref, Refers: []Kind{KindLane}, Place: true, Doc: "The lane the card stands in.", Example: "tasks", at: of(func(c *Card) any { return &c.Lane })},
}
