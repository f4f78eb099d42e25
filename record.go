package travaux

// Schema names the format of the exported record.
const Schema = "travaux.record/1"

// Record is a negotiation as its reports tell it: what `export` writes. Every
// row has an id and at least one span of its own; every span names its report
// and file.
type Record struct {
	Schema         string          `json:"schema"`
	Negotiation    Negotiation     `json:"negotiation"`
	Reports        []ReportRow     `json:"reports"`
	Stories        []Story         `json:"stories"`
	Actors         []Actor         `json:"actors"`
	Statements     []Statement     `json:"statements"`
	Events         []Event         `json:"events"`
	Proposals      []Proposal      `json:"proposals"`
	Issues         []Issue         `json:"issues"`
	Positions      []Position      `json:"positions"`
	Consultations  []Consultation  `json:"consultations"`
	Forecasts      []Forecast      `json:"forecasts"`
	Tracks         []Track         `json:"tracks"`
	Relations      []Relation      `json:"relations"`
	Corroborations []Corroboration `json:"corroborations"`
	Judgements     []Judgement     `json:"judgements"`
}

// Negotiation heads a record: what was asked of it and what could not be read.
type Negotiation struct {
	Name       string   `json:"name"`
	OffsetUnit string   `json:"offset_unit"` // always "byte"
	AsOf       EDTF     `json:"as_of,omitempty"`
	KnownBy    EDTF     `json:"known_by,omitempty"`
	Profile    string   `json:"profile,omitempty"`
	Readers    []string `json:"readers"` // what read the reports, with versions
	Unread     []Unread `json:"unread"`
	Withdrawn  []Unread `json:"withdrawn"`
	// Notes say, in plain words, what was odd about the reports as a whole and
	// what was done about it.
	Notes []string `json:"notes,omitempty"`
}

// Unread is an input that could not be read, or was withdrawn, and why.
type Unread struct {
	File   string `json:"file"`
	SHA256 string `json:"sha256,omitempty"`
	Code   Code   `json:"code"`
	Reason string `json:"reason"`
}

// ReportRow is a report in a record.
type ReportRow struct {
	Report
	// Undated marks a report whose date is unknown, which counts as known by
	// any date.
	Undated bool `json:"undated,omitempty"`
	// Compared says what a copy or later version and the report that it repeats
	// each have alone.
	Compared *Comparison `json:"compared,omitempty"`
	// SetAside is set for a report on another subject.
	SetAside *SetAside `json:"set_aside,omitempty"`
	Spans    []Span    `json:"spans"`
	// Judgements are the ids of those that bear on the row.
	Judgements []string `json:"judgements,omitempty"`
}

// Comparison is how a copy or later version of a report differs from that report
// below the headline.
type Comparison struct {
	With   string `json:"with"`           // report id
	Shared int    `json:"shared_percent"` // of this report's text
	// Only are the passages that this report alone has, OtherOnly those that the
	// other has.
	Only      []Span `json:"only"`
	OtherOnly []Span `json:"other_only"`
}

// SetAside says why a report is on another subject than the record. It stays as
// evidence, with its statements; what it claims is in no other list.
type SetAside struct {
	Reason string `json:"reason"`
	Rule   string `json:"rule"`
}

// OnSubject returns the record without the statements and speakers of reports
// that were set aside; the reports stay. Lists are shared with r.
func (r *Record) OnSubject() *Record {
	aside := map[string]bool{}
	for i := range r.Reports {
		if r.Reports[i].SetAside != nil {
			aside[r.Reports[i].ID] = true
		}
	}
	if len(aside) == 0 {
		return r
	}
	out := *r
	out.Statements, out.Actors = nil, nil
	for _, s := range r.Statements {
		if !aside[s.Report] {
			out.Statements = append(out.Statements, s)
		}
	}
	for _, a := range r.Actors {
		if len(a.Spans) == 0 || !aside[a.Spans[0].Report] {
			out.Actors = append(out.Actors, a)
		}
	}
	return &out
}

// Story is a set of reports of one event.
type Story struct {
	ID      string   `json:"id"`
	Reports []string `json:"reports"`
	Events  []string `json:"events"`
	Spans   []Span   `json:"spans"`
}

// Proposal is a text that is or was on the table, with its versions.
type Proposal struct {
	ID              string  `json:"id"`
	Label           string  `json:"label"`
	Names           []Value `json:"names"`
	Authors         []Value `json:"authors"`
	Origins         []Value `json:"origins"`
	FirstReportedBy []Value `json:"first_reported_by"`
	CounterTo       string  `json:"counter_to,omitempty"`
	DerivedFrom     string  `json:"derived_from,omitempty"`
	// IdentityWith are other texts that may be this one, strongest first.
	IdentityWith []PossibleIdentity `json:"identity_with"`
	Versions     []Version          `json:"versions"`
	Claims       []string           `json:"claims"`
	Reports      []string           `json:"reports"`
	Reason       string             `json:"reason,omitempty"` // why mentions in several reports were taken for one text
	SupportedBy  []string           `json:"supported_by"`
	Spans        []Span             `json:"spans"`
	// Judgements are the ids of those that bear on the row.
	Judgements []string `json:"judgements,omitempty"`
}

// PossibleIdentity suggests that another text is this one. No rule joins them:
// an analyst does, or says that they are two. Both texts have it, under one id.
type PossibleIdentity struct {
	ID   string `json:"id"`
	With string `json:"with"` // proposal id
	// Extent says as what they may be one: "version", or "text" where something
	// is told of two versions (another number of points, a revision).
	Extent      string   `json:"extent"`
	Strength    string   `json:"strength"` // weak, medium, strong
	For         []Reason `json:"for"`
	Against     []Reason `json:"against"`
	Rule        string   `json:"rule"`
	SupportedBy []string `json:"supported_by"`
	Spans       []Span   `json:"spans"`
}

// Reason is what speaks for an identity or against it, in a plain sentence, with
// the passages of both sides that show it.
type Reason struct {
	Rule        string   `json:"rule"`
	Text        string   `json:"text"`
	SupportedBy []string `json:"supported_by"`
	Spans       []Span   `json:"spans"`
}

// Version is one state of a proposal's text.
type Version struct {
	ID          string      `json:"id"`
	Label       string      `json:"label"`
	Points      []Value     `json:"n_points"`
	Forms       []Value     `json:"forms"`
	Statuses    []Value     `json:"statuses"`
	Dates       []Value     `json:"dates"`
	TabledBy    []Value     `json:"tabled_by"`
	TrackCounts []Value     `json:"track_counts"`
	TextHeld    bool        `json:"text_held"`
	Provisions  []Provision `json:"provisions"`
	SupportedBy []string    `json:"supported_by"`
	Spans       []Span      `json:"spans"`
}

// Provision is what a version is said to require, allow or promise.
type Provision struct {
	ID          string   `json:"id"`
	PointNo     int      `json:"point_no,omitempty"`
	Text        string   `json:"text"`
	Obligation  string   `json:"obligation"`
	Obliged     string   `json:"obliged"` // actor id
	Issue       string   `json:"issue"`
	AgreedState string   `json:"agreed_state"`
	SupportedBy []string `json:"supported_by"`
	Spans       []Span   `json:"spans"`
}

// Issue is a subject of negotiation, from a pack or a profile, that some
// report touches.
type Issue struct {
	ID       string   `json:"id"`
	Parent   string   `json:"parent,omitempty"`
	Label    string   `json:"label"`
	PAXCodes []string `json:"pax_codes,omitempty"`
	Options  []Option `json:"options,omitempty"`
	Spans    []Span   `json:"spans"`
}

// Option is one way of settling an issue.
type Option struct {
	Label string `json:"label"`
	Order int    `json:"order,omitempty"`
}

// Position is where a party is said to stand on an issue.
type Position struct {
	ID           string   `json:"id"`
	Party        string   `json:"party"`
	Issue        string   `json:"issue"`
	Option       string   `json:"option_or_text"`
	Stance       Stance   `json:"stance"`
	Strength     string   `json:"strength"`
	Kind         string   `json:"kind"`
	Conditions   []string `json:"conditions"`
	AccordingTo  string   `json:"according_to"`
	About        string   `json:"about,omitempty"` // proposal id
	From         Stance   `json:"from,omitempty"`
	Asserted     EDTF     `json:"asserted_at"` // document time of the earliest report
	Since        EDTF     `json:"since,omitempty"`
	Until        EDTF     `json:"until,omitempty"`
	SupersededBy string   `json:"superseded_by,omitempty"`
	SupportedBy  []string `json:"supported_by"`
	Spans        []Span   `json:"spans"`
	// Judgements are the ids of those that bear on the row.
	Judgements []string `json:"judgements,omitempty"`
}

// Consultation is who is said to have been consulted, or passed over.
type Consultation struct {
	ID          string   `json:"id"`
	Who         []string `json:"who"`
	ByWhom      []string `json:"by_whom"`
	Relation    string   `json:"relation"`
	Polarity    string   `json:"polarity"`
	About       string   `json:"about"`
	Topic       string   `json:"topic"`
	SupportedBy []string `json:"supported_by"`
	Spans       []Span   `json:"spans"`
	// Judgements are the ids of those that bear on the row.
	Judgements []string `json:"judgements,omitempty"`
}

// Forecast is what a holder expects, and what came of it.
type Forecast struct {
	ID          string   `json:"id"`
	Holder      string   `json:"holder"`
	Proposition string   `json:"proposition"`
	Hedge       string   `json:"hedge"`
	Type        string   `json:"type"`
	Horizon     EDTF     `json:"horizon"`
	Condition   string   `json:"condition"`
	Band        string   `json:"band"`
	Scale       string   `json:"scale,omitempty"`
	Resolution  string   `json:"resolution"`
	SupportedBy []string `json:"supported_by"`
	Spans       []Span   `json:"spans"`
	// Judgements are the ids of those that bear on the row.
	Judgements []string `json:"judgements,omitempty"`
}

// Track is a strand of a plan or a channel of talks. The two senses are kept
// apart by Kind.
type Track struct {
	ID          string   `json:"id"`
	Kind        string   `json:"kind"` // thematic, diplomatic, format
	Label       string   `json:"label"`
	Members     []string `json:"members"`
	Proposal    string   `json:"parent_proposal,omitempty"`
	List        string   `json:"list,omitempty"` // which list it stands in: two lists may disagree
	SupportedBy []string `json:"supported_by"`
	Spans       []Span   `json:"spans"`
}

// Relation is how two values or passages stand to each other. It is proposed
// by a rule; Contradicts always has HoldsIf, what must be the same for both
// not to be true.
type Relation struct {
	ID          string       `json:"id"`
	Kind        RelationKind `json:"kind"`
	Subkind     string       `json:"subkind"`
	Strength    string       `json:"strength"` // weak, medium, strong
	A           Span         `json:"a"`
	B           Span         `json:"b"`
	ValueA      string       `json:"value_a"`
	ValueB      string       `json:"value_b"`
	HoldsIf     string       `json:"holds_if"`
	Alternative string       `json:"alternative,omitempty"`
	Explanation string       `json:"explanation"`
	About       string       `json:"about,omitempty"` // id of the row both passages speak of
	Rule        string       `json:"rule"`
	SupportedBy []string     `json:"supported_by"`
	Spans       []Span       `json:"spans"`
	// Judgements are the ids of those that bear on the row.
	Judgements []string `json:"judgements,omitempty"`
}

// RelationKind is how two values stand to each other.
type RelationKind string

// The kinds of relation.
const (
	Same              RelationKind = "same"
	Entails           RelationKind = "entails"
	EntailedBy        RelationKind = "entailed_by"
	Overlapping       RelationKind = "overlaps"
	Updates           RelationKind = "updates"
	ScheduleVsReport  RelationKind = "schedule_vs_report"
	Contradicts       RelationKind = "contradicts"
	Viewpoint         RelationKind = "viewpoint"
	DerivesFrom       RelationKind = "derives_from"
	UnrelatedSameForm RelationKind = "unrelated_same_form"
	Variant           RelationKind = "variant"
)

// Corroboration is a fact with the independent sources behind it, counted
// along chains: five outlets that repeat one person are one source.
type Corroboration struct {
	ID              string   `json:"id"`
	Kind            string   `json:"kind"`  // event, text, provision, position, consultation, forecast
	Fact            string   `json:"fact"`  // plain words
	About           string   `json:"about"` // id of the event, proposal or actor
	Rows            []string `json:"rows"`  // ids of the rows of the record that say so
	Outlets         []string `json:"outlets"`
	Independent     int      `json:"independent_sources"`
	Chains          []string `json:"chains"`           // what was counted, one entry a source
	SingleAnonymous bool     `json:"single_anonymous"` // one unnamed person and nothing else
	// First is when it was first reported, FirstReports who can have been first.
	First        EDTF     `json:"first_reported,omitempty"`
	FirstReports []string `json:"first_reports"`
	SupportedBy  []string `json:"supported_by"`
	Spans        []Span   `json:"spans"`
}
