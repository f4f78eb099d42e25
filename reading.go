package travaux

// Reading is everything read in one report, with no look at any other. Spans
// in it leave Report and File empty. Actor ids are local to the report.
type Reading struct {
	Report     *Report
	Sentences  []Sentence
	Mentions   []Mention
	Actors     []Actor
	Timexes    []Timex
	Quantities []Quantity
	Statements []Statement

	Events        []EventClaim
	Proposals     []ProposalClaim
	Positions     []PositionClaim
	Consultations []ConsultationClaim
	Forecasts     []ForecastClaim
	Notes         []string // what a stage could not do, in plain words
}

// Sentence is a sentence with its tokens.
type Sentence struct {
	Start  int     `json:"start"`
	End    int     `json:"end"`
	Tokens []Token `json:"tokens"`
}

// Token is a syntactic word in the sense of Universal Dependencies. Head is
// 1-based in the sentence, 0 for the root, and -1 where no parser ran.
type Token struct {
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Form   string `json:"form"`
	Lemma  string `json:"lemma"`
	UPOS   string `json:"upos"`
	XPOS   string `json:"xpos"`
	Feats  string `json:"feats"`
	Head   int    `json:"head"`
	Deprel string `json:"deprel"`
}

// Mention is one naming of an actor or a place. Start and End are those of
// the name with its titles, NameStart and NameEnd those of the name alone.
type Mention struct {
	ID string `json:"id"`
	Span
	NameStart int    `json:"name_start"`
	NameEnd   int    `json:"name_end"`
	Type      string `json:"type"`  // person, organisation, place, group, document, anonymous, pronoun, nominal
	Actor     string `json:"actor"` // id of the local actor
	Sense     string `json:"sense"` // actor or place
}

// Timex is a TIMEX3 expression.
type Timex struct {
	ID string `json:"id"`
	Span
	Type  string `json:"type"`  // DATE, TIME, DURATION, SET
	Value string `json:"value"` // TIMEX3 value
	Bound Bound  `json:"bound,omitempty"`
	EDTF  EDTF   `json:"edtf"` // empty for durations and sets
	Basis Basis  `json:"basis"`
	// Zone names the time zone of a clock time that prints none: that of the
	// dateline's place, empty where unknown.
	Zone string `json:"zone,omitempty"`
}

// Quantity is a number with its unit and what is counted.
type Quantity struct {
	ID string `json:"id"`
	Span
	Value string `json:"value"` // decimal
	Bound Bound  `json:"bound"`
	Unit  string `json:"unit"` // point, USD, percent, hour, …; empty for plain counts
	Of    string `json:"of"`   // the words of what is counted
}

// Claim is what the claims of a reading share: the passage, the rule that read
// it, and the statements that carry it.
type Claim struct {
	ID string `json:"id"`
	Span
	Rule        string   `json:"rule"`
	SupportedBy []string `json:"supported_by"`
}

// EventClaim is what one passage says of an event.
type EventClaim struct {
	Claim
	Kind       EventKind   `json:"kind"`
	Status     EventStatus `json:"status"`
	PLOVER     PLOVER      `json:"plover"`
	Actors     []string    `json:"actors"`     // local actor ids
	Recipients []string    `json:"recipients"` // local actor ids
	// Hosts and Mediators are those of Actors who had these parts.
	Hosts     []string `json:"hosts,omitempty"`
	Mediators []string `json:"mediators,omitempty"`
	// Medium is how a meeting or call was held, where the report says so.
	Medium    Medium  `json:"medium,omitempty"`
	Trigger   Span    `json:"trigger"`
	Dates     []Value `json:"dates"`           // EDTF
	Durations []Value `json:"durations"`       // ISO 8601
	Places    []Value `json:"places"`          // local actor ids
	Outcomes  []Value `json:"outcomes"`        // words
	About     string  `json:"about,omitempty"` // local id of the proposal concerned
	// Same holds the id of the first claim of this reading about the same event.
	Same string `json:"same,omitempty"`
}

// PLOVER is the code derived from kind and status, in the names of the final
// manual.
type PLOVER struct {
	Event string `json:"event"`
	Mode  string `json:"mode"`
}

// ProposalClaim is what one report says of one text: a plan, a draft, a
// counter-proposal. The number of points is an attribute, never the key.
type ProposalClaim struct {
	Claim
	Names           []Value `json:"names"`  // the words used for it
	Points          []Value `json:"points"` // number of points
	Authors         []Value `json:"authors"`
	Origins         []Value `json:"origins"`
	FirstReportedBy []Value `json:"first_reported_by"`
	TabledBy        []Value `json:"tabled_by"`
	Forms           []Value `json:"forms"`
	Statuses        []Value `json:"statuses"`
	Dates           []Value `json:"dates"`
	TrackCounts     []Value `json:"track_counts"`
	// DerivedFrom and CounterTo are ids of other texts of this reading.
	DerivedFrom string           `json:"derived_from,omitempty"`
	CounterTo   string           `json:"counter_to,omitempty"`
	Provisions  []ProvisionClaim `json:"provisions"`
	Tracks      []TrackClaim     `json:"tracks"`
}

// ProvisionClaim is what a text is said to require, allow or promise.
type ProvisionClaim struct {
	Claim
	PointNo     int    `json:"point_no,omitempty"`
	Obligation  string `json:"obligation"` // shall, should, may, or empty
	Obliged     string `json:"obliged"`    // local actor id
	Issue       string `json:"issue"`
	AgreedState string `json:"agreed_state"` // agreed, bracketed, disputed, optional, not_discussed, unknown
}

// TrackClaim is a thematic track of a text or a channel of talks.
type TrackClaim struct {
	Claim
	Label string `json:"label"`
	List  int    `json:"list"` // which list of the report it stands in, from 1
}

// PositionClaim is where one passage says a party stands on an issue.
type PositionClaim struct {
	Claim
	Party string `json:"party"` // local actor id
	Issue string `json:"issue"` // id of an issue of a pack or profile, or OtherIssue
	// Option is what the stance is taken on, in the words of the report.
	Option     string   `json:"option_or_text"`
	Stance     Stance   `json:"stance"`
	Strength   string   `json:"strength"` // plain, strong, hedged
	Kind       string   `json:"kind"`     // position, interest, red_line, concession, BATNA_indicator
	Conditions []string `json:"conditions"`
	// AccordingTo is how the party's stance reached the page: own_words,
	// reported, opponent, outlet, anonymous, document.
	AccordingTo string `json:"according_to"`
	About       string `json:"about,omitempty"` // local id of the text that the stance is on
	From        Stance `json:"from,omitempty"`  // the stance given up, of a concession
	Since       EDTF   `json:"since,omitempty"`
}

// OtherIssue is the issue of what no pack and no profile knows.
const OtherIssue = "other"

// Stance is the seven-step ordered scale, from rules_out (-3) to demands (+3).
type Stance string

// The stances. NotStated is the absence of a record, never the middle.
const (
	RulesOut    Stance = "rules_out"
	Opposes     Stance = "opposes"
	Wary        Stance = "wary"
	Undecided   Stance = "undecided"
	Conditional Stance = "conditional"
	Supports    Stance = "supports"
	Demands     Stance = "demands"
	NotStated   Stance = "not_stated"
)

// ConsultationClaim is who is said to have been consulted, or passed over.
type ConsultationClaim struct {
	Claim
	Who      []string `json:"who"`      // local actor ids
	ByWhom   []string `json:"by_whom"`  // local actor ids; empty where it is not said
	Relation string   `json:"relation"` // consulted, briefed, informed, in_contact, gave_input, sidelined, invited, excluded
	Polarity string   `json:"polarity"` // yes, partial, no, planned, demanded, refused_to_say
	About    string   `json:"about"`    // local id of a text or event, "" where it is not known
	Topic    string   `json:"topic"`    // what it was about, in the words of the report
}

// ForecastClaim is what a holder expects, fears, plans or promises.
type ForecastClaim struct {
	Claim
	Holder      string `json:"holder"` // local actor id
	Proposition Span   `json:"proposition"`
	Hedge       string `json:"hedge"`
	Type        string `json:"type"`      // prediction, expectation, plan, commitment, conditional, precondition, fear
	Horizon     EDTF   `json:"horizon"`   // when it is to come about
	Condition   string `json:"condition"` // what it hangs on, in the words of the report
	Band        string `json:"band"`      // such as "55-80", only where the hedge is on a scale
	Scale       string `json:"scale,omitempty"`
}
