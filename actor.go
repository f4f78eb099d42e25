package travaux

// Actor is whoever acts or speaks: a person, an office, a state, a body, an
// anonymous source. Name forms stand side by side; Canonical is the one shown.
type Actor struct {
	ID        string     `json:"id"`
	Canonical string     `json:"canonical"`
	Type      ActorType  `json:"type"`
	Parent    string     `json:"parent,omitempty"` // the actor this one belongs to or speaks for
	Side      string     `json:"side,omitempty"`   // from the profile only
	World     string     `json:"world,omitempty"`  // id in the world file or profile
	NameForms []NameForm `json:"name_forms"`
	Roles     []Role     `json:"roles,omitempty"`
	// Anonymous is set for unnamed sources, whose identity is local to a report.
	Anonymous *AnonymousKey `json:"anonymous_key,omitempty"`
	// Reason says why forms were merged, when it was not for equal names.
	Reason string `json:"reason,omitempty"`
	Spans  []Span `json:"spans"`
	// Judgements are the ids of those that bear on the row.
	Judgements []string `json:"judgements,omitempty"`
}

// NameForm is one way of writing an actor's name in one report: where it
// stands first and how often.
type NameForm struct {
	Form   string `json:"form"`
	Report string `json:"report,omitempty"`
	First  Span   `json:"first_span"`
	N      int    `json:"n"`
}

// Role is an office or title as a report gives it. The office is not the
// person: two people hold one, and one person holds two.
type Role struct {
	Title        string   `json:"title_as_given"`
	Organisation string   `json:"organisation,omitempty"` // actor id or words
	ValidFrom    EDTF     `json:"valid_from,omitempty"`
	ValidTo      EDTF     `json:"valid_to,omitempty"`
	SupportedBy  []string `json:"supported_by,omitempty"`
	Spans        []Span   `json:"spans"`
}

// AnonymousKey identifies an unnamed source within its report. Sources of two
// reports are never merged by description.
type AnonymousKey struct {
	Report      string `json:"report,omitempty"`
	Ordinal     int    `json:"ordinal"` // as numbered by the report, else in order of appearance
	Description string `json:"description"`
}

// ActorType is what kind of actor it is.
type ActorType string

// The actor types.
const (
	ActorPerson          ActorType = "person"
	ActorOffice          ActorType = "office"
	ActorGovernment      ActorType = "government"
	ActorState           ActorType = "state"
	ActorOrganisation    ActorType = "organisation"
	ActorBody            ActorType = "body"
	ActorGroupOfStates   ActorType = "group_of_states"
	ActorRegion          ActorType = "region_as_actor"
	ActorArmedGroup      ActorType = "armed_group"
	ActorCompany         ActorType = "company"
	ActorMedia           ActorType = "media"
	ActorExpertGroup     ActorType = "expert_group"
	ActorGroup           ActorType = "group" // a nationality, a collective such as "workers"
	ActorAnonymousPerson ActorType = "anonymous_person"
	ActorAnonymousGroup  ActorType = "anonymous_group"
	ActorDocument        ActorType = "document_as_speaker"
	ActorPlace           ActorType = "place" // a place named, not acting
)

// Corporate reports whether actors of the type are states, bodies and the like,
// for whom others can speak, act and negotiate.
func (t ActorType) Corporate() bool {
	switch t {
	case ActorState, ActorGovernment, ActorOrganisation, ActorBody, ActorCompany, ActorGroupOfStates, ActorRegion, ActorArmedGroup:
		return true
	}
	return false
}

// Anonymous reports whether the type is one of unnamed sources.
func (t ActorType) Anonymous() bool {
	return t == ActorAnonymousPerson || t == ActorAnonymousGroup
}

// Attribution is the kind of attribution of what an actor of the type says in
// its own name.
func (t ActorType) Attribution() Attribution {
	switch t {
	case ActorPerson, ActorOffice:
		return ByNamedPerson
	case ActorMedia:
		return ByMedia
	case ActorGroup, ActorExpertGroup:
		return ByCollective
	case ActorAnonymousPerson:
		return ByAnonymousPerson
	case ActorAnonymousGroup:
		return ByAnonymousGroup
	case ActorDocument:
		return ByDocument
	}
	return ByNamedOrg
}
