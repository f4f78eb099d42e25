package answer

// questions are those of a mediator's analyst (M), a journalist (J), an analyst
// of political risk (R) and a researcher (C); the last are whole lists.
var questions = []Question{
	{
		"M1", "mediator's analyst", "What changed between two versions of a text, and who says so?", Unknown,
		[]Parameter{{"a", "the earlier text, by name or number of points"}, {"b", "the later one"}},
		[]string{"what", "a", "b", "said by", "words"},
		"two texts to compare",
		(*asker).changes,
	},
	{
		"M2", "mediator's analyst", "On which issues is every principal's position within reach?", Set, nil,
		[]string{"issue", "result", "stances", "blocked by", "not in the record"},
		"any position of a party on an issue",
		(*asker).reach,
	},
	{
		"M3", "mediator's analyst", "What has each party ruled out, in whose words?", Set,
		[]Parameter{{"party", "only this party"}},
		positionColumns, "anything that a party has ruled out", (*asker).ruledOut,
	},
	{
		"M4", "mediator's analyst", "Which interests are stated behind positions?", Set, nil,
		positionColumns, "any interest behind a position", (*asker).interests,
	},
	{
		"M5", "mediator's analyst", "Which provisions are still open?", Set, nil,
		[]string{"text", "provision", "state", "issue", "said by"},
		"any provision that is said to be open",
		(*asker).openProvisions,
	},
	{
		"M6", "mediator's analyst", "Which texts are on the table, with author, status and identity?", Set, nil,
		[]string{"text", "names", "points", "authors", "statuses", "first reported by", "answers or comes from", "may be one with"},
		"any text",
		(*asker).onTheTable,
	},
	{
		"M7", "mediator's analyst", "Who has been left out of consultations, on what, according to whom?", Set, nil,
		consultationColumns, "anybody who is said to have been left out", (*asker).leftOut,
	},
	{
		"M8", "mediator's analyst", "How did each side read out a meeting?", Both,
		[]Parameter{{"event", "the meeting, by name, place or date"}},
		[]string{"event", "side", "said by", "words", "outlet", "told"},
		"what anybody said of a meeting",
		(*asker).readouts,
	},
	{
		"M9", "mediator's analyst", "Which tracks exist, and what does each cover?", Both, nil,
		[]string{"track", "kind", "text", "list", "words", "said by"},
		"any track",
		(*asker).tracks,
	},
	{
		"M10", "mediator's analyst", "Which demands are conditions on sequence?", Set, nil,
		append(positionColumns[:len(positionColumns):len(positionColumns)], "condition"), "any demand that depends on something coming first", (*asker).sequence,
	},
	{
		"M11", "mediator's analyst", "Who negotiates for each party, and when did that change?", AsOf,
		[]Parameter{{"date", "as of this day"}},
		[]string{"party", "negotiator", "role", "first told", "words"},
		"anybody who negotiates for a party",
		(*asker).negotiators,
	},

	{
		"J1", "journalist", "Which claims rest on a single unnamed person and on nothing else in the record?", Set, nil,
		[]string{"claim", "source", "outlet", "words"},
		"any claim that rests on one unnamed person alone",
		(*asker).singleAnonymous,
	},
	{
		"J2", "journalist", "Who first reported a text?", Both,
		[]Parameter{{"text", "only this text, by name or number of points"}},
		[]string{"text", "first reported by", "said by", "outlet", "words"},
		"who first reported any text",
		(*asker).firstReport,
	},
	{
		"J3", "journalist", "When was a meeting, and how long?", Both,
		[]Parameter{{"event", "the meeting, by name, place or date"}},
		[]string{"event", "what", "value", "said by", "outlet", "words"},
		"any meeting",
		(*asker).whenAndHowLong,
	},
	{
		"J4", "journalist", "What is a person reported to have said, with date and exact words?", Set,
		[]Parameter{{"speaker", "the person"}},
		[]string{"speaker", "said", "told", "mode", "outlet", "words"},
		"anything said by a named person",
		(*asker).saidBy,
	},
	{
		"J5", "journalist", "How many unnamed persons does a report quote, and what does each say?", Value,
		[]Parameter{{"report", "the report, by file name or headline"}},
		[]string{"person", "ordinal", "said", "words"},
		"any unnamed person who is quoted",
		(*asker).unnamed,
	},
	{
		"J6", "journalist", "Who declined or failed to comment, on what?", Set, nil,
		[]string{"who", "words", "outlet", "told"},
		"anybody who declined to comment",
		(*asker).noComment,
	},
	{
		"J7", "journalist", "Which numbers need checking before print?", Set, nil,
		[]string{"number", "why", "against", "outlet", "words"},
		"any number that needs checking",
		(*asker).numbers,
	},
	{
		"J8", "journalist", "Which headlines say more than their text?", Set, nil,
		[]string{"outlet", "headline", "text", "why"},
		"any headline that says more than its text",
		(*asker).headlines,
	},
	{
		"J9", "journalist", "Which quotations have no speaker, and which have two?", Set, nil,
		[]string{"what", "speakers", "words", "outlet"},
		"any quotation without a speaker, or with two",
		(*asker).quotations,
	},
	{
		"J10", "journalist", "Which lines of the files are not the article?", Set, nil,
		[]string{"file", "line", "class", "words"},
		"any line that is not the article",
		(*asker).furniture,
	},
	{
		"J11", "journalist", "What was known at one date, and what only at a later one?", AsOf,
		[]Parameter{{"from", "the earlier date"}, {"to", "the later date"}},
		[]string{"what", "known by", "row", "words"},
		"anything known at either date",
		(*asker).known,
	},

	{
		"R1", "risk analyst", "Which forecasts can be resolved, and how did they come out?", Set, nil,
		[]string{"holder", "forecast", "horizon", "resolvable", "resolution"},
		"any forecast with an end by which it can be judged",
		(*asker).resolvable,
	},
	{
		"R2", "risk analyst", "Which forecasts carry a probability word on a standard scale?", Value, nil,
		[]string{"holder", "forecast", "hedge", "band", "scale"},
		"any forecast with a word on a scale",
		(*asker).banded,
	},
	{
		"R3", "risk analyst", "What is scheduled, as of a date?", AsOf,
		[]Parameter{{"date", "as of this day"}},
		[]string{"event", "status", "when", "where", "told"},
		"anything scheduled",
		(*asker).scheduled,
	},
	{
		"R4", "risk analyst", "Whose stance changed, from what to what?", Set, nil,
		[]string{"party", "issue", "from", "to", "told", "words"},
		"any stance that changed",
		(*asker).changedStance,
	},
	{
		"R5", "risk analyst", "Which coercive measures are in the record?", Set, nil,
		[]string{"measure", "by", "against", "status", "when", "words"},
		"any coercive measure",
		(*asker).coercion,
	},
	{
		"R6", "risk analyst", "How much of the record is the outlets' own voice?", Value, nil,
		[]string{"outlet", "characters", "in its own voice", "share in percent"},
		"any statement",
		(*asker).outletVoice,
	},
	{
		"R7", "risk analyst", "What would show that an agreement is nearer or further?", Set, nil,
		[]string{"indicator", "value", "definition", "by week"},
		"anything that can be counted",
		(*asker).indicators,
	},
	{
		"R8", "risk analyst", "Which meetings were cancelled or slipped?", Set, nil,
		[]string{"event", "status", "when", "where", "told"},
		"any meeting that was cancelled or slipped",
		(*asker).slipped,
	},
	{
		"R9", "risk analyst", "Which indications of each side's alternative to agreement are stated?", Unknown, nil,
		positionColumns, "any party's alternative to agreement", (*asker).alternatives,
	},
	{
		"R10", "risk analyst", "On which facts do outlets agree independently?", Set, nil,
		[]string{"fact", "independent sources", "outlets", "words"},
		"any fact that two independent sources give",
		(*asker).agreed,
	},

	{
		"C1", "researcher", "Actor, event and recipient, with PLOVER codes", Export, nil,
		[]string{"date", "actor", "event", "mode", "recipient", "status", "place", "reports"},
		"any event with a PLOVER code",
		(*asker).plover,
	},
	{
		"C2", "researcher", "How many distinct events are behind the mentions?", Value, nil,
		[]string{"kind", "events", "mentions"},
		"any event",
		(*asker).distinct,
	},
	{
		"C3", "researcher", "Which dates are inferred, and from what?", Value, nil,
		[]string{"what", "date", "inferred", "from", "words"},
		"any date that is inferred",
		(*asker).inferredDates,
	},
	{
		"C4", "researcher", "Which independent sources support that somebody was not consulted?", Set,
		[]Parameter{{"who", "who was passed over"}},
		[]string{"who", "source", "outlet", "words"},
		"anybody who is said not to have been consulted",
		(*asker).behindNotConsulted,
	},
	{
		"C5", "researcher", "When does the name of a place mean a place, and when an actor?", Value,
		[]Parameter{{"name", "only this name"}},
		[]string{"name", "sense", "times"},
		"any name of a place",
		(*asker).senses,
	},
	{
		"C6", "researcher", "Provisions by PA-X category and stage", Export, nil,
		[]string{"text", "provision", "issue", "PA-X", "stage"},
		"any provision",
		(*asker).paxProvisions,
	},
	{
		"C7", "researcher", "The consultation network at a date", AsOf,
		[]Parameter{{"date", "as of this day"}},
		[]string{"by", "who", "relation", "polarity", "words"},
		"anybody who was consulted, told or passed over",
		(*asker).network,
	},
	{
		"C8", "researcher", "What made each row, under which rule version, and what was overridden?", Export, nil,
		[]string{"rule", "rows", "read by", "overridden"},
		"any row made by a rule",
		(*asker).coding,
	},
	{
		"C9", "researcher", "Which party has no recorded position on which issue?", Unknown, nil,
		[]string{"party", "issue"},
		"positions by which parties could be compared",
		(*asker).silent,
	},
	{
		"C10", "researcher", "Which conflicts are true contradictions, and under what assumption?", Set, nil,
		[]string{"kind", "a", "b", "holds if", "why"},
		"any contradiction",
		(*asker).contradictions,
	},

	{
		"positions", "everybody", "Where is each party said to stand?", Set,
		[]Parameter{{"party", "only this party"}},
		positionColumns, "any position", (*asker).allPositions,
	},
	{
		"consultations", "everybody", "Who is said to have been consulted, told or passed over?", Set, nil,
		consultationColumns, "anybody who was consulted, told or passed over", (*asker).allConsultations,
	},
	{
		"forecasts", "everybody", "What is expected, feared, planned or promised?", Set, nil,
		[]string{"holder", "type", "forecast", "hedge", "horizon", "condition"},
		"any forecast",
		(*asker).allForecasts,
	},
	{
		"identity", "everybody", "Which texts may be one though no rule joins them, and what speaks for it and against?", Set,
		[]Parameter{{"text", "only what this text may be, by name, number of points or id"}},
		[]string{"text", "may be", "as", "strength", "for", "against", "if they are one", "if they are two"},
		"any two texts that may be one",
		(*asker).identities,
	},
}

var (
	positionColumns     = []string{"party", "stance", "kind", "issue", "on what", "said by", "according to", "told", "words"}
	consultationColumns = []string{"who", "relation", "polarity", "by", "about", "said by", "words"}
)
