package travaux

// EventKind is what happened, in the negotiation's terms.
type EventKind string

// The kinds of event.
const (
	Meeting          EventKind = "meeting"
	Call             EventKind = "call"
	Visit            EventKind = "visit"
	Shuttle          EventKind = "shuttle"
	Briefing         EventKind = "briefing"
	Speech           EventKind = "speech"
	PressStatement   EventKind = "press_statement"
	Readout          EventKind = "readout"
	Publication      EventKind = "publication"
	Leak             EventKind = "leak"
	DraftTabled      EventKind = "draft_tabled"
	Decision         EventKind = "decision"
	Vote             EventKind = "vote"
	Signature        EventKind = "signature"
	Ratification     EventKind = "ratification"
	Walkout          EventKind = "walkout"
	Absence          EventKind = "absence"
	Appointment      EventKind = "appointment"
	Sanction         EventKind = "sanction"
	Aid              EventKind = "aid"
	MilitaryAct      EventKind = "military_act"
	Ceasefire        EventKind = "ceasefire"
	IndustrialAction EventKind = "industrial_action"
	Deadline         EventKind = "deadline"
)

// EventStatus is how far an event is said to have come.
type EventStatus string

// The statuses of an event.
const (
	Proposed        EventStatus = "proposed"
	Agreed          EventStatus = "agreed"
	Scheduled       EventStatus = "scheduled"
	UnderWay        EventStatus = "under_way"
	Happened        EventStatus = "happened"
	Postponed       EventStatus = "postponed"
	Superseded      EventStatus = "superseded"
	Cancelled       EventStatus = "cancelled"
	ExpectedAbsence EventStatus = "expected_absence"
	Absent          EventStatus = "absent"
	Denied          EventStatus = "denied"
	StatusUnknown   EventStatus = "unknown"
)

// Medium is how those who took part in a meeting or call were together.
type Medium string

// The media; "" is not said.
const (
	InPerson Medium = "in_person"
	ByPhone  Medium = "phone"
	ByVideo  Medium = "video"
)

// DerivePLOVER returns the PLOVER event and mode of a kind with a status, in
// the names of the final manual. What is friendly and still to come is AGREE,
// or REQUEST where one side only asks for it; what is hostile and still to come
// is THREATEN; a mode says what was not.
func DerivePLOVER(kind EventKind, status EventStatus) PLOVER {
	p := ploverOf[kind]
	switch status {
	case Scheduled, Agreed, ExpectedAbsence:
		switch {
		case kind == Decision:
			return PLOVER{} // what is still to be decided may go either way
		case p.Event == "CONSULT":
			return PLOVER{"AGREE", "meet"}
		case friendly[p.Event]:
			return PLOVER{"AGREE", ""}
		case hostile[p.Event]:
			return PLOVER{"THREATEN", threatMode[kind]}
		}
		p.Mode = "future"
	case Proposed:
		switch {
		case p.Event == "CONSULT":
			return PLOVER{"REQUEST", "meet"}
		case hostile[p.Event]:
			return PLOVER{"THREATEN", threatMode[kind]}
		}
		p.Mode = "hypothetical"
	case Cancelled, Denied, Postponed, Superseded:
		if p.Event != "" {
			p.Mode = "negation"
		}
	}
	return p
}

var (
	friendly   = map[string]bool{"SUPPORT": true, "AID": true, "RETREAT": true, "COOPERATE": true, "CONCEDE": true}
	hostile    = map[string]bool{"SANCTION": true, "ASSAULT": true, "PROTEST": true}
	threatMode = map[EventKind]string{Sanction: "restrict", MilitaryAct: "violence"}
)

var ploverOf = map[EventKind]PLOVER{
	Meeting:          {"CONSULT", "visit"},
	Call:             {"CONSULT", "phone"},
	Visit:            {"CONSULT", "visit"},
	Shuttle:          {"CONSULT", "third-party"},
	Briefing:         {"CONSULT", ""},
	Decision:         {"AGREE", ""},
	Signature:        {"SUPPORT", ""},
	Ratification:     {"SUPPORT", ""},
	Walkout:          {"REJECT", ""},
	Absence:          {"REJECT", "meet"},
	Sanction:         {"SANCTION", ""},
	Aid:              {"AID", ""},
	MilitaryAct:      {"ASSAULT", ""},
	Ceasefire:        {"RETREAT", "ceasefire"},
	IndustrialAction: {"PROTEST", "strike"},
	Deadline:         {"THREATEN", ""},
	DraftTabled:      {"REQUEST", ""},
}

// Participant is an actor's part in an event.
type Participant struct {
	Actor       string   `json:"actor"`
	Part        string   `json:"part"` // actor, recipient, absent, host, mediator
	SupportedBy []string `json:"supported_by"`
	Spans       []Span   `json:"spans"`
}

// Event is one happening behind the claims of one or several reports.
type Event struct {
	ID           string        `json:"id"`
	Kind         EventKind     `json:"kind"`
	Label        string        `json:"label"`  // made from kind, participants and place
	Status       EventStatus   `json:"status"` // the latest state of the record
	Statuses     []Value       `json:"statuses"`
	PLOVER       PLOVER        `json:"plover"`
	Participants []Participant `json:"participants"`
	Dates        []Value       `json:"dates"`
	Durations    []Value       `json:"durations"`
	Places       []Value       `json:"places"`
	Outcomes     []Value       `json:"outcomes"`
	About        string        `json:"about,omitempty"` // proposal id
	Claims       []string      `json:"claims"`
	Reports      []string      `json:"reports"`
	Reason       string        `json:"reason,omitempty"` // why claims were taken for one event
	SupportedBy  []string      `json:"supported_by"`
	Spans        []Span        `json:"spans"`
	// Judgements are the ids of those that bear on the row.
	Judgements []string `json:"judgements,omitempty"`
}
