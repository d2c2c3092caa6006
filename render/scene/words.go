package scene

import (
	"strings"

	"footpath/mapmodel"
)

// Words gives the words of a page in the map's language, by the keys below.
// Where a word has gaps, such as {n}, layout fills them.
type Words func(key string) string

// The keys of the words a page needs beside the map's own.
const (
	wordMap          = "page.map"           // Customer journey map
	wordCurrent      = "page.state.current" // Current state
	wordFuture       = "page.state.future"  // Future state
	wordPersona      = "page.persona"       // Persona
	wordGoals        = "page.goals"         // Goals
	wordScenario     = "page.scenario"      // Scenario
	wordExpectations = "page.expectations"  // Expectations
	wordState        = "page.state"         // State
	wordVersion      = "page.version"       // Version
	wordDate         = "page.date"          // Date
	wordTeam         = "page.team"          // Team
	wordQuote        = "page.quote"         // “{said}”
	wordOwner        = "page.owner"         // Owner
	wordStages       = "page.stages"        // Stages
	wordSteps        = "page.steps"         // Steps
	wordInbox        = "page.inbox"         // Inbox
	wordNotPlaced    = "page.inbox.hint"    // Not placed yet
	wordMoment       = "page.moment"        // Moment of truth
	wordMomentSign   = "page.moment.sign"   // moment of truth, in a legend
	wordEvidence     = "page.evidence"      // Evidence
	wordMarked       = "page.marked"        // {n} of {m} marked cards researched
	wordLegend       = "page.legend"        // Legend
	wordAssumed      = "page.level.assumed"
	wordPartly       = "page.level.partly"
	wordResearched   = "page.level.researched"
	wordAssumedCurve = "page.assumed-feeling" // assumed feeling
	wordOnline       = "page.online"
	wordOffline      = "page.offline"
	wordService      = "page.service"     // service: something went wrong
	wordExperience   = "page.experience"  // experience
	wordInsight      = "page.insight"     // insight
	wordOpportunity  = "page.opportunity" // opportunity
	wordTopThree     = "page.top-three"   // top three
	wordScale        = "page.scale"       // 1 little, 5 much
	wordImpact       = "page.impact"      // Impact
	wordEffort       = "page.effort"      // Effort
	wordNoOwner      = "page.no-owner"    // no owner yet
	wordConflicts    = "page.conflicts"   // two versions: choose one
	wordAnswers      = "page.answers"     // answers {letters}
	wordInterval     = "page.interval"    // 95 % interval
	wordIntervalOf   = "page.interval-of" // 95 %: {low} to {high}
	wordRange        = "page.range"       // {low} to {high}
	wordTooFew       = "page.too-few"     // too few answers to judge
	wordQuotesOnly   = "page.quotes-only" // Fewer than 10 answers: quotes only, no score.
	wordSegments     = "page.segments"    // detractors, passives, promoters, %
	wordPage         = "page.page"        // Page {n} of {m}
	wordSheet        = "page.sheet"       // Row {row}, column {column} of {rows} × {columns}
	wordGlue         = "page.sheet.glue"  // Trim left and top …
	wordMetrics      = "page.metrics"     // Metrics
	wordWithInterval = "page.metrics.hint"
	wordCards        = "page.cards"      // {n} cards
	wordCardsOf      = "page.cards.of"   // {n} of {m} cards
	wordNotes        = "page.notes"      // Notes
	wordMore         = "page.more"       // and {n} more
	wordFrom         = "page.curve.from" // from {stage}
	wordTo           = "page.curve.to"   // to {stage}
	wordOneCard      = "page.cards.one"  // 1 card
	wordInteraction  = "page.line.interaction"
	wordVisibility   = "page.line.visibility"
	wordInternal     = "page.line.internal"
	wordNumbers      = "page.actions.hint"  // numbers lead to the list at the end
	wordActions      = "page.actions"       // Opportunities, as a page's title
	wordActionOrder  = "page.actions.order" // {n} ideas, sorted by …
	wordActionVotes  = "page.actions.votes" // {n} ideas, most votes first
	wordVotes        = "page.votes"         // {n} votes
	wordOneVote      = "page.votes.one"     // 1 vote
	wordOneAction    = "page.actions.one"   // one idea
	wordWhere        = "page.actions.where" // Where to start
	wordNext         = "page.actions.next"  // Next steps for the top three
	wordActionList   = "page.actions.list"  // Action list
	wordQuickWins    = "page.quick-wins"
	wordBigBets      = "page.big-bets"
	wordFillIns      = "page.fill-ins"
	wordTimeSinks    = "page.time-sinks"
	wordDue          = "page.due"
	wordStatus       = "page.status"
	wordBy           = "page.by"             // {owner}, by {date}
	wordNextFew      = "page.actions.steps"  // Next steps
	wordActionCount  = "page.actions.count"  // {n} ideas
	wordTopNote      = "page.top-three.note" // what the star means
	wordLettersNote  = "page.letters.note"   // what the letters mean
	wordNoneScored   = "page.unscored.all"   // there is no matrix yet
	wordUnscored     = "page.unscored"       // {numbers} have no place in the matrix yet

	lanePrefix     = "page.lane."     // and a lane's kind
	evidencePrefix = "page.evidence." // and a kind of evidence
	statusPrefix   = "page.status."   // and an opportunity's status
	pillarPrefix   = "page.pillar."   // and a pillar of service
	decimalKey     = "page.decimal"   // the decimal mark
)

// DateKey and a date as "2006-01-02" ask for that date in words; whoever does
// not know how answers with nothing.
const DateKey = "page.date:"

// WordKeys lists every key a page may ask for.
func WordKeys() []string {
	keys := []string{
		wordMap, wordCurrent, wordFuture, wordPersona, wordGoals, wordScenario, wordExpectations, wordState, wordVersion, wordQuote, wordDate, wordTeam, wordOwner,
		wordStages, wordSteps, wordInbox, wordNotPlaced, wordMoment, wordMomentSign, wordEvidence, wordMarked, wordLegend, wordAssumed, wordPartly, wordResearched,
		wordAssumedCurve, wordOnline, wordOffline, wordService, wordExperience, wordInsight, wordOpportunity, wordTopThree,
		wordScale, wordImpact, wordEffort, wordNoOwner, wordConflicts, wordAnswers, wordInterval, wordIntervalOf, wordRange, wordTooFew, wordQuotesOnly,
		wordSegments, wordPage, wordSheet, wordGlue, wordMetrics, wordWithInterval, wordCards, wordCardsOf, wordOneCard, wordNotes, wordMore, wordFrom, wordTo, decimalKey,
		wordInteraction, wordVisibility, wordInternal, wordActions, wordNumbers, wordActionOrder, wordActionVotes, wordVotes, wordOneVote, wordOneAction, wordWhere, wordNext, wordActionList, wordQuickWins, wordBigBets, wordFillIns, wordTimeSinks,
		wordDue, wordStatus, wordBy, wordNextFew, wordActionCount, wordTopNote, wordLettersNote, wordNoneScored, wordUnscored,
	}
	for _, f := range []struct {
		prefix string
		field  *mapmodel.Field
	}{
		{lanePrefix, mapmodel.FieldNamed(mapmodel.KindLane, "kind")},
		{evidencePrefix, mapmodel.FieldNamed(mapmodel.KindEvidence, "kind")},
		{statusPrefix, mapmodel.FieldNamed(mapmodel.KindCard, "status")},
		{pillarPrefix, mapmodel.FieldNamed(mapmodel.KindCard, "pillar")},
	} {
		for _, word := range f.field.Words {
			keys = append(keys, f.prefix+word)
		}
	}
	return keys
}

// fill puts values into a word's gaps: pairs of a name and a value.
func (w Words) fill(key string, pairs ...string) string {
	for i := 0; i < len(pairs); i += 2 {
		pairs[i] = "{" + pairs[i] + "}"
	}
	return strings.NewReplacer(pairs...).Replace(w(key))
}

// lane is a lane's name: its own, or its kind's.
func (w Words) lane(l *mapmodel.Lane) string {
	if l.Name != "" {
		return l.Name
	}
	return w(lanePrefix + string(l.LaneKind))
}
