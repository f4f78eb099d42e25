package dossier

import (
	"strings"

	"github.com/travaux/travaux"
)

// plain puts a member of an enumeration in words when it has no wording of
// its own.
func plain(s string) string { return strings.ReplaceAll(s, "_", " ") }

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

func modeWords(m travaux.Mode) string {
	switch m {
	case travaux.Direct:
		return "quoted directly"
	case travaux.Indirect:
		return "reported indirectly"
	case travaux.Mixed:
		return "partly quoted"
	case travaux.Attitude:
		return "attitude without speech"
	case travaux.NoComment:
		return "declined to comment"
	case travaux.UnattributedQuote:
		return "quoted without a speaker"
	}
	return plain(string(m))
}

func attributionWords(a travaux.Attribution) string {
	switch a {
	case travaux.ByNamedPerson:
		return "a named person"
	case travaux.ByNamedOrg:
		return "a named organisation"
	case travaux.ByCollective:
		return "several together"
	case travaux.ByAnonymousPerson:
		return "an unnamed person"
	case travaux.ByAnonymousGroup:
		return "unnamed people"
	case travaux.ByDocument:
		return "a document"
	case travaux.ByMedia:
		return "another outlet"
	case travaux.ByOutlet:
		return "the outlet in its own voice"
	case travaux.Unattributed:
		return "nobody named"
	}
	return plain(string(a))
}

func certaintyWords(c travaux.Certainty) string {
	switch c {
	case travaux.CertainTrue:
		return "stated as certain"
	case travaux.CertainFalse:
		return "stated as certainly not so"
	case travaux.ProbableTrue:
		return "stated as probable"
	case travaux.ProbableFalse:
		return "stated as probably not so"
	case travaux.PossibleTrue:
		return "stated as possible"
	case travaux.PossibleFalse:
		return "stated as possibly not so"
	case travaux.CertainOpen:
		return "said to be settled, not which way"
	case travaux.Uncommitted:
		return "no commitment either way"
	}
	return string(c)
}

func actorTypeWords(t travaux.ActorType) string {
	switch t {
	case travaux.ActorRegion:
		return "region acting as a party"
	case travaux.ActorAnonymousPerson:
		return "unnamed person"
	case travaux.ActorAnonymousGroup:
		return "unnamed people"
	case travaux.ActorDocument:
		return "document as speaker"
	case travaux.ActorMedia:
		return "news outlet"
	}
	return plain(string(t))
}

func statusWords(s string) string {
	switch travaux.EventStatus(s) {
	case travaux.Scheduled:
		return "scheduled, not yet reported as held"
	case travaux.Happened:
		return "reported as having happened"
	case travaux.ExpectedAbsence:
		return "absence expected"
	case travaux.Absent:
		return "reported as absent"
	case travaux.StatusUnknown, "":
		return "status " + notInRecord
	}
	return plain(s)
}

func partWords(s string) string {
	switch s {
	case "actor":
		return "took part"
	case "recipient":
		return "other side"
	case "absent":
		return "absent"
	case "host":
		return "host"
	case "mediator":
		return "mediator"
	}
	return plain(s)
}

func accordingWords(s string) string {
	switch s {
	case "own_words":
		return "in its own words"
	case "reported":
		return "as reported of it"
	case "opponent":
		return "as its opponent puts it"
	case "outlet":
		return "in the outlet’s own voice"
	case "anonymous":
		return "according to an unnamed source"
	case "document":
		return "according to a document"
	}
	return plain(s)
}

// lineWords labels a line of a report that is not running text.
func lineWords(c travaux.LineClass) string {
	switch c {
	case travaux.LineHeadline, travaux.LineDeck, travaux.LineBody, travaux.LineSubhead, travaux.LineListItem, travaux.LineBlank:
		return ""
	case travaux.LineTimestamp, travaux.LineTable:
		return ""
	case travaux.LineNote:
		return "note of the outlet"
	case travaux.LineMeta:
		return "metadata"
	case travaux.LineSourceList:
		return "list of sources"
	}
	return plain(strings.TrimPrefix(string(c), "furniture:"))
}

// kindWords describes a kind of relation: its heading and what it means.
func kindWords(k travaux.RelationKind) (heading, meaning string) {
	switch k {
	case travaux.Contradicts:
		return "Contradictions", "Both cannot hold if what is named under “Cannot both hold if” is so."
	case travaux.Updates:
		return "Updates", "The second passage gives a later state of the same matter."
	case travaux.ScheduleVsReport:
		return "Announced and reported", "One passage says what was planned, the other what was reported to have happened."
	case travaux.Entails, travaux.EntailedBy:
		return "Finer and coarser", "One passage says the same as the other in more detail."
	case travaux.Overlapping:
		return "Overlapping", "The passages agree in part."
	case travaux.Viewpoint:
		return "Different views", "Different people say different things of the same matter."
	case travaux.DerivesFrom:
		return "One from the other", "One passage repeats or quotes the other, so that the two count as one source."
	case travaux.UnrelatedSameForm:
		return "Same words, different things", "The passages look alike and speak of different things."
	case travaux.Same:
		return "Same", "The passages say the same."
	case travaux.Variant:
		return "Spellings and titles", "Two ways of writing the same name."
	}
	return capital(plain(string(k))), ""
}

// relationName names one relation of a kind.
func relationName(k travaux.RelationKind) string {
	switch k {
	case travaux.Contradicts:
		return "contradiction"
	case travaux.Updates:
		return "update"
	case travaux.ScheduleVsReport:
		return "announced and reported"
	case travaux.Entails, travaux.EntailedBy:
		return "finer and coarser"
	case travaux.Overlapping:
		return "overlap"
	case travaux.Viewpoint:
		return "different views"
	case travaux.DerivesFrom:
		return "one from the other"
	case travaux.UnrelatedSameForm:
		return "same words, different things"
	case travaux.Variant:
		return "spelling or title"
	}
	return plain(string(k))
}

// relationOrder is the order of the kinds on the page of differences.
var relationOrder = [...]travaux.RelationKind{
	travaux.Contradicts, travaux.Updates, travaux.ScheduleVsReport, travaux.Viewpoint, travaux.EntailedBy,
	travaux.Entails, travaux.Overlapping, travaux.DerivesFrom, travaux.UnrelatedSameForm, travaux.Same, travaux.Variant,
}
