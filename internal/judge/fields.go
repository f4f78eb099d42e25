package judge

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/travaux/travaux"
)

// field is a field that can be corrected or given by hand.
type field struct {
	oneOf []string // its values, where they are an enumeration
	form  form
	many  bool
}

// form is what a value must look like.
type form int

const (
	anyWords form = iota
	aDate         // EDTF
	aLength       // ISO 8601
	aNumber
	anActor // somebody whom the report names
)

var (
	eventKinds = names(travaux.Meeting, travaux.Call, travaux.Visit, travaux.Shuttle, travaux.Briefing, travaux.Speech,
		travaux.PressStatement, travaux.Readout, travaux.Publication, travaux.Leak, travaux.DraftTabled, travaux.Decision,
		travaux.Vote, travaux.Signature, travaux.Ratification, travaux.Walkout, travaux.Absence, travaux.Appointment,
		travaux.Sanction, travaux.Aid, travaux.MilitaryAct, travaux.Ceasefire, travaux.IndustrialAction, travaux.Deadline)
	eventStatuses = names(travaux.Proposed, travaux.Agreed, travaux.Scheduled, travaux.UnderWay, travaux.Happened,
		travaux.Postponed, travaux.Superseded, travaux.Cancelled, travaux.ExpectedAbsence, travaux.Absent, travaux.Denied, travaux.StatusUnknown)
	media   = names(travaux.InPerson, travaux.ByPhone, travaux.ByVideo)
	stances = names(travaux.RulesOut, travaux.Opposes, travaux.Wary, travaux.Undecided, travaux.Conditional, travaux.Supports, travaux.Demands)
	modes   = names(travaux.Direct, travaux.Indirect, travaux.Mixed, travaux.Attitude, travaux.NoComment, travaux.UnattributedQuote)
	acts    = names(travaux.ActAssert, travaux.ActReport, travaux.ActAnnounce, travaux.ActAssess, travaux.ActSupport, travaux.ActAgree,
		travaux.ActDemand, travaux.ActReject, travaux.ActAccuse, travaux.ActDisapprove, travaux.ActThreaten, travaux.ActConcede,
		travaux.ActAcknowledge, travaux.ActForecast, travaux.ActAdvise, travaux.ActDecide, travaux.ActNoComment, travaux.ActGroundRule)
	polarities  = names(travaux.Positive, travaux.Negative)
	certainties = names(travaux.CertainTrue, travaux.CertainFalse, travaux.ProbableTrue, travaux.ProbableFalse,
		travaux.PossibleTrue, travaux.PossibleFalse, travaux.CertainOpen, travaux.Uncommitted)
	attributions = names(travaux.ByNamedPerson, travaux.ByNamedOrg, travaux.ByCollective, travaux.ByAnonymousPerson,
		travaux.ByAnonymousGroup, travaux.ByDocument, travaux.ByMedia, travaux.ByOutlet, travaux.Unattributed)
	actorTypes = names(travaux.ActorPerson, travaux.ActorOffice, travaux.ActorGovernment, travaux.ActorState, travaux.ActorOrganisation,
		travaux.ActorBody, travaux.ActorGroupOfStates, travaux.ActorRegion, travaux.ActorArmedGroup, travaux.ActorCompany, travaux.ActorMedia,
		travaux.ActorExpertGroup, travaux.ActorGroup, travaux.ActorAnonymousPerson, travaux.ActorAnonymousGroup, travaux.ActorDocument, travaux.ActorPlace)
)

func names[S ~string](of ...S) []string {
	out := make([]string, len(of))
	for i, s := range of {
		out[i] = string(s)
	}
	return out
}

// fields lists, by what is judged, the fields that can be corrected, and given
// to what is added by hand.
var fields = map[string]map[string]field{
	Actor: {"type": {oneOf: actorTypes}},
	Event: {
		"kind": {oneOf: eventKinds}, "status": {oneOf: eventStatuses}, "medium": {oneOf: media},
		"date": {form: aDate, many: true}, "duration": {form: aLength, many: true}, "place": {form: anActor, many: true},
		"actors": {form: anActor, many: true}, "recipients": {form: anActor, many: true}, "outcome": {many: true},
	},
	Text: {
		"name": {many: true}, "points": {form: aNumber, many: true}, "author": {form: anActor, many: true}, "form": {many: true},
		"status": {many: true}, "date": {form: aDate, many: true},
	},
	Provision: {
		"obligation": {oneOf: []string{"shall", "should", "may"}}, "obliged": {form: anActor}, "issue": {},
		"agreed_state": {oneOf: []string{"agreed", "bracketed", "disputed", "optional", "not_discussed", "unknown"}},
	},
	Position: {
		"party": {form: anActor}, "issue": {}, "option": {}, "stance": {oneOf: stances}, "since": {form: aDate},
		"strength":     {oneOf: []string{"plain", "strong", "hedged"}},
		"kind":         {oneOf: []string{"position", "interest", "red_line", "concession", "BATNA_indicator"}},
		"according_to": {oneOf: []string{"own_words", "reported", "opponent", "outlet", "anonymous", "document"}},
	},
	Consultation: {
		"who": {form: anActor, many: true}, "by_whom": {form: anActor, many: true}, "topic": {},
		"relation": {oneOf: []string{"consulted", "briefed", "informed", "in_contact", "gave_input", "sidelined", "invited", "excluded"}},
		"polarity": {oneOf: []string{"yes", "partial", "no", "planned", "demanded", "refused_to_say"}},
	},
	Forecast: {
		"holder": {form: anActor}, "horizon": {form: aDate}, "condition": {}, "hedge": {},
		"type": {oneOf: []string{"prediction", "expectation", "plan", "commitment", "conditional", "precondition", "fear"}},
	},
	Statement: {
		"speaker": {form: anActor}, "mode": {oneOf: modes}, "speech_act": {oneOf: acts}, "polarity": {oneOf: polarities},
		"certainty": {oneOf: certainties}, "attribution": {oneOf: attributions},
	},
	Report: {"date": {form: aDate}},
}

// needed lists the fields without which something cannot be added by hand.
var needed = map[string][]string{
	Event: {"kind"}, Text: {"name"}, Position: {"party", "issue", "stance"}, Consultation: {"who", "relation"},
	Forecast: {"holder", "type"}, Statement: {"speaker"},
}

// chosen lists the fields of which one reported value can be chosen.
var chosen = map[string][]string{
	Actor: {"name"},
	Event: {"date", "duration", "outcome", "place", "status"},
	Text:  {"author", "date", "first_reported_by", "form", "name", "origin", "points", "status", "tabled_by", "track_count"},
}

// grades lists the values of what is graded or resolved.
var grades = map[travaux.JudgementKind]struct {
	field string
	oneOf []string
}{
	travaux.JudgeReliability: {"reliability", []string{"A", "B", "C", "D", "E", "F"}},
	travaux.JudgeCredibility: {"credibility", []string{"1", "2", "3", "4", "5", "6"}},
	travaux.JudgeResolve:     {"resolution", []string{"came_true", "did_not_come_true", "came_true_in_part", "void", "open"}},
}

// Fields lists the fields that a kind of judgement can set on something, and
// nil where it sets none.
func Fields(kind travaux.JudgementKind, what string) []string {
	switch kind {
	case travaux.JudgeChoose:
		return chosen[what]
	case travaux.JudgeCorrect, travaux.JudgeAdd:
		return slices.Sorted(maps.Keys(fields[what]))
	}
	if g, ok := grades[kind]; ok {
		return []string{g.field}
	}
	return nil
}

// Actorly reports whether the values of a field are actors.
func Actorly(what, name string) bool { return fields[what][name].form == anActor }

var isoLength = regexp.MustCompile(`^P(\d+(\.\d+)?[YMWD])*(T(\d+(\.\d+)?[HMS])+)?$`)

// valid reports whether a value has the form of the field.
func (f field) valid(v string) bool {
	switch {
	case f.oneOf != nil:
		return slices.Contains(f.oneOf, v)
	case f.form == aDate:
		return v != "" && travaux.EDTF(v).Valid()
	case f.form == aLength:
		return len(v) > 1 && isoLength.MatchString(v)
	case f.form == aNumber:
		_, err := strconv.ParseFloat(v, 64)
		return err == nil
	}
	return strings.TrimSpace(v) != ""
}

// shape says in plain words what a value of the field must be.
func (f field) shape() string {
	switch {
	case f.oneOf != nil:
		return "one of " + strings.Join(f.oneOf, ", ")
	case f.form == aDate:
		return "a date in EDTF, such as 2031-03-05"
	case f.form == aLength:
		return "a length in ISO 8601, such as PT4H"
	case f.form == aNumber:
		return "a number"
	case f.form == anActor:
		return "an actor whom the report names"
	}
	return "words"
}
