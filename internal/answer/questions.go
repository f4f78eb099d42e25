package answer

// questions are those of a mediator's analyst (M), a journalist (J), an analyst
// of political risk (R) and a researcher (C); the last are whole lists.
var questions = []Question{
	{
		"M1", "mediator's analyst", "What changed between two versions of a text, and who says so?", Unknown,
		[]Parameter{{"a", "the earlier text, by name or number of points"}, {"b", "the later one"}},
		[]string{"what", "a", "b", "said by", "words"},
		(*asker).changes,
	},
	{
		"M2", "mediator's analyst", "On which issues is every principal's position within reach?", Set, nil,
		[]string{"issue", "result", "stances", "blocked by", "not in the record"},
		(*asker).reach,
	},
	{
		"M3", "mediator's analyst", "What has each party ruled out, in whose words?", Set,
		[]Parameter{{"party", "only this party"}},
		positionColumns, (*asker).ruledOut,
	},
	{
		"M4", "mediator's analyst", "Which interests are stated behind positions?", Set, nil,
		positionColumns, (*asker).interests,
	},
	{
		"M5", "mediator's analyst", "Which provisions are still open?", Set, nil,
		[]string{"text", "provision", "state", "issue", "said by"},
		(*asker).openProvisions,
	},
	{
		"M6", "mediator's analyst", "Which texts are on the table, with author, status and identity?", Set, nil,
		[]string{"text", "names", "points", "authors", "statuses", "first reported by", "answers or comes from"},
		(*asker).onTheTable,
	},
	{
		"M7", "mediator's analyst", "Who has been left out of consultations, on what, according to whom?", Set, nil,
		consultationColumns, (*asker).leftOut,
	},
	{
		"M8", "mediator's analyst", "How did each side read out a meeting?", Both,
		[]Parameter{{"event", "the meeting, by name or place"}},
		[]string{"event", "side", "said by", "words", "outlet", "told"},
		(*asker).readouts,
	},
	{
		"M9", "mediator's analyst", "Which tracks exist, and what does each cover?", Both, nil,
		[]string{"track", "kind", "text", "list", "words", "said by"},
		(*asker).tracks,
	},
	{
		"M10", "mediator's analyst", "Which demands are conditions on sequence?", Set, nil,
		append(positionColumns[:len(positionColumns):len(positionColumns)], "condition"), (*asker).sequence,
	},
	{
		"M11", "mediator's analyst", "Who negotiates for each party, and when did that change?", AsOf,
		[]Parameter{{"date", "as of this day"}},
		[]string{"party", "negotiator", "role", "first told", "words"},
		(*asker).negotiators,
	},

	{
		"J1", "journalist", "Which claims rest on a single unnamed person and on nothing else in the record?", Set, nil,
		[]string{"claim", "source", "outlets", "words"},
		(*asker).singleAnonymous,
	},
	{
		"J2", "journalist", "Who first reported a text?", Both,
		[]Parameter{{"text", "the text, by name or number of points"}},
		[]string{"text", "first reported by", "said by", "outlet", "words"},
		(*asker).firstReport,
	},
	{
		"J3", "journalist", "When was a meeting, and how long?", Both,
		[]Parameter{{"event", "the meeting, by name or place"}},
		[]string{"event", "what", "value", "said by", "outlet", "words"},
		(*asker).whenAndHowLong,
	},
	{
		"J4", "journalist", "What is a person reported to have said, with date and exact words?", Set,
		[]Parameter{{"speaker", "the person"}},
		[]string{"speaker", "said", "told", "mode", "outlet", "words"},
		(*asker).saidBy,
	},
	{
		"J5", "journalist", "How many unnamed persons does a report quote, and what does each say?", Value,
		[]Parameter{{"report", "the report, by file name or headline"}},
		[]string{"person", "ordinal", "said", "words"},
		(*asker).unnamed,
	},
	{
		"J6", "journalist", "Who declined or failed to comment, on what?", Set, nil,
		[]string{"who", "words", "outlet", "told"},
		(*asker).noComment,
	},
	{
		"J7", "journalist", "Which numbers need checking before print?", Set, nil,
		[]string{"number", "why", "against", "outlet", "words"},
		(*asker).numbers,
	},
	{
		"J8", "journalist", "Which headlines say more than their text?", Set, nil,
		[]string{"outlet", "headline", "text", "why"},
		(*asker).headlines,
	},
	{
		"J9", "journalist", "Which quotations have no speaker, and which have two?", Set, nil,
		[]string{"what", "speakers", "words", "outlet"},
		(*asker).quotations,
	},
	{
		"J10", "journalist", "Which lines of the files are not the article?", Set, nil,
		[]string{"file", "line", "class", "words"},
		(*asker).furniture,
	},
	{
		"J11", "journalist", "What was known at one date, and what only at a later one?", AsOf,
		[]Parameter{{"from", "the earlier date"}, {"to", "the later date"}},
		[]string{"what", "known by", "row", "words"},
		(*asker).known,
	},

	{
		"R1", "risk analyst", "Which forecasts can be resolved, and how did they come out?", Set, nil,
		[]string{"holder", "forecast", "horizon", "resolvable", "resolution"},
		(*asker).resolvable,
	},
	{
		"R2", "risk analyst", "Which forecasts carry a probability word on a standard scale?", Value, nil,
		[]string{"holder", "forecast", "hedge", "band", "scale"},
		(*asker).banded,
	},
	{
		"R3", "risk analyst", "What is scheduled, as of a date?", AsOf,
		[]Parameter{{"date", "as of this day"}},
		[]string{"event", "status", "when", "where", "told"},
		(*asker).scheduled,
	},
	{
		"R4", "risk analyst", "Whose stance changed, from what to what?", Set, nil,
		[]string{"party", "issue", "from", "to", "told", "words"},
		(*asker).changedStance,
	},
	{
		"R5", "risk analyst", "Which coercive measures are in the record?", Set, nil,
		[]string{"measure", "by", "against", "status", "when", "words"},
		(*asker).coercion,
	},
	{
		"R6", "risk analyst", "How much of the record is the outlets' own voice?", Value, nil,
		[]string{"outlet", "statements", "in its own voice", "share in percent"},
		(*asker).outletVoice,
	},
	{
		"R7", "risk analyst", "What would show that an agreement is nearer or further?", Set, nil,
		[]string{"indicator", "value", "definition"},
		(*asker).indicators,
	},
	{
		"R8", "risk analyst", "Which meetings were cancelled or slipped?", Set, nil,
		[]string{"event", "status", "when", "where", "told"},
		(*asker).slipped,
	},
	{
		"R9", "risk analyst", "Which indications of each side's alternative to agreement are stated?", Unknown, nil,
		positionColumns, (*asker).alternatives,
	},
	{
		"R10", "risk analyst", "On which facts do outlets agree independently?", Set, nil,
		[]string{"fact", "independent sources", "outlets", "words"},
		(*asker).agreed,
	},

	{
		"C1", "researcher", "Actor, event and recipient, with PLOVER codes", Export, nil,
		[]string{"date", "actor", "event", "mode", "recipient", "status", "place", "reports"},
		(*asker).plover,
	},
	{
		"C2", "researcher", "How many distinct events are behind the mentions?", Value, nil,
		[]string{"kind", "events", "mentions"},
		(*asker).distinct,
	},
	{
		"C3", "researcher", "Which dates are inferred, and from what?", Value, nil,
		[]string{"what", "date", "basis", "words"},
		(*asker).inferredDates,
	},
	{
		"C4", "researcher", "Which independent sources support that somebody was not consulted?", Set,
		[]Parameter{{"who", "who was passed over"}},
		[]string{"who", "source", "outlet", "words"},
		(*asker).behindNotConsulted,
	},
	{
		"C5", "researcher", "When does the name of a place mean a place, and when an actor?", Value,
		[]Parameter{{"name", "only this name"}},
		[]string{"name", "sense", "times"},
		(*asker).senses,
	},
	{
		"C6", "researcher", "Provisions by PA-X category and stage", Export, nil,
		[]string{"text", "provision", "issue", "PA-X", "stage"},
		(*asker).paxProvisions,
	},
	{
		"C7", "researcher", "The consultation network at a date", AsOf,
		[]Parameter{{"date", "as of this day"}},
		[]string{"by", "who", "relation", "polarity", "words"},
		(*asker).network,
	},
	{
		"C8", "researcher", "What made each row, under which rule version, and what was overridden?", Export, nil,
		[]string{"rule", "rows", "read by", "overridden"},
		(*asker).coding,
	},
	{
		"C9", "researcher", "Which party has no recorded position on which issue?", Unknown, nil,
		[]string{"party", "issue"},
		(*asker).silent,
	},
	{
		"C10", "researcher", "Which conflicts are true contradictions, and under what assumption?", Set, nil,
		[]string{"kind", "a", "b", "holds if", "why"},
		(*asker).contradictions,
	},

	{
		"positions", "everybody", "Where is each party said to stand?", Set,
		[]Parameter{{"party", "only this party"}},
		positionColumns, (*asker).allPositions,
	},
	{
		"consultations", "everybody", "Who is said to have been consulted, told or passed over?", Set, nil,
		consultationColumns, (*asker).allConsultations,
	},
	{
		"forecasts", "everybody", "What is expected, feared, planned or promised?", Set, nil,
		[]string{"holder", "type", "forecast", "hedge", "horizon", "condition"},
		(*asker).allForecasts,
	},
}

var (
	positionColumns     = []string{"party", "stance", "kind", "issue", "on what", "according to", "told", "words"}
	consultationColumns = []string{"who", "relation", "polarity", "by", "about", "said by", "words"}
)
