package timex

// aheadNouns are what a day still to come is the end of.
var aheadNouns = map[string]bool{"deadline": true, "extension": true, "delay": true, "target": true, "cutoff": true, "expiry": true, "timetable": true}

var leadsTo = map[string]bool{"of": true, "to": true, "until": true, "till": true, "for": true}

// announcedNouns are what is said beforehand to begin on a day.
var announcedNouns = map[string]bool{
	"strike": true, "strikes": true, "walkout": true, "stoppage": true, "stoppages": true, "boycott": true, "ban": true, "curfew": true,
	"ceasefire": true, "truce": true, "closure": true, "blockade": true, "lockdown": true, "tariffs": true, "restrictions": true,
}

var futureWords = map[string]bool{
	"will": true, "would": true, "could": true, "may": true, "might": true, "should": true, "must": true, "'ll": true, "shall": true, "due": true, "scheduled": true, "expected": true, "expects": true, "expect": true,
	"plans": true, "plan": true, "upcoming": true, "forthcoming": true, "begins": true, "starts": true,
	"effective": true, "payable": true, "wo": true, "maturing": true, "tomorrow": true,
	"expires": true, "slated": true, "intends": true,
}

var modals = map[string]bool{
	"will": true, "would": true, "could": true, "can": true, "may": true, "might": true, "should": true, "must": true, "'ll": true, "’ll": true, "shall": true, "to": true,
}

var pastWords = map[string]bool{
	"was": true, "were": true, "had": true, "did": true, "said": true, "met": true, "held": true, "told": true, "began": true,
	"came": true, "went": true, "took": true, "made": true, "got": true, "gave": true, "rose": true, "fell": true, "sent": true,
	"left": true, "won": true, "lost": true, "spoke": true, "became": true, "broke": true, "led": true, "wrote": true, "saw": true,
	"found": true, "brought": true, "ran": true, "grew": true, "kept": true, "stood": true, "struck": true, "flew": true, "hit": true,
	"been": true, "has": true, "have": true, "ago": true, "since": true,
}

// aheadWords are participles that put something off to a later day; invited
// ones call somebody to it.
var aheadWords = map[string]bool{
	"planned": true, "set": true, "postponed": true, "delayed": true, "moved": true, "rescheduled": true, "adjourned": true, "pencilled": true,
	"penciled": true, "booked": true, "timed": true, "fixed": true, "earmarked": true, "billed": true, "targeted": true, "envisaged": true, "extended": true, "prolonged": true, "suspended": true,
}

var invitedWords = map[string]bool{"invited": true, "summoned": true, "called": true, "ordered": true, "asked": true, "told": true}

// timetabled are verbs whose present tense speaks of what is still to come.
var timetabled = map[string]bool{
	"open": true, "begin": true, "start": true, "meet": true, "close": true, "end": true, "expire": true, "resume": true, "reconvene": true,
	"vote": true, "return": true, "travel": true, "visit": true, "host": true, "arrive": true, "leave": true, "reopen": true, "gather": true,
}

// planning are what an infinitive must depend on to speak of what is still to
// come: "agreed to meet again on Wednesday", not "failed to meet".
var planning = map[string]bool{
	"agree": true, "plan": true, "expect": true, "want": true, "hope": true, "intend": true, "promise": true, "pledge": true, "vow": true,
	"decide": true, "prepare": true, "ask": true, "call": true, "urge": true, "invite": true, "order": true, "need": true, "propose": true,
	"threaten": true, "offer": true, "likely": true, "ready": true, "due": true, "set": true, "go": true, "be": true, "have": true, "schedule": true,
	"wish": true, "demand": true, "instruct": true, "poise": true,
}
