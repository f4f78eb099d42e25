package travaux

// Statement is an attribution in the sense of PARC 3.0: a source, a cue and a
// content, with the chain through which it reached the page. Source and Cue
// are nil when the text has none; an outlet's own voice is a statement whose
// attribution is outlet.
type Statement struct {
	ID      string `json:"id"`
	Report  string `json:"report,omitempty"`
	Speaker string `json:"speaker"` // actor id, "" when nobody is named
	Source  *Span  `json:"source"`
	Cue     *Span  `json:"cue"`
	Content []Span `json:"content"`

	Mode        Mode        `json:"mode"`
	Attribution Attribution `json:"attribution"`
	GroundRule  string      `json:"ground_rule,omitempty"` // on_record, background, unknown
	// Chain lists actor ids from the report's outlet to the speaker. Equal
	// chains count as one source.
	Chain     []string `json:"chain"`
	JointWith []string `json:"joint_with,omitempty"`
	Venue     string   `json:"venue,omitempty"`
	SaidAt    *When    `json:"said_at,omitempty"`

	SpeechAct      SpeechAct `json:"speech_act"`
	Polarity       Polarity  `json:"polarity"`
	Certainty      Certainty `json:"certainty"`
	Factive        bool      `json:"factive,omitempty"`         // the cue commits the outlet to the content
	ScopeUncertain bool      `json:"scope_uncertain,omitempty"` // where the content ends is not marked
	Rule           string    `json:"rule"`
	Spans          []Span    `json:"spans"` // all of the above, in text order
	// Judgements are the ids of those that bear on the row.
	Judgements []string `json:"judgements,omitempty"`
}

// When is a date of something said or done, with what it rests on.
type When struct {
	EDTF  EDTF  `json:"edtf"`
	Basis Basis `json:"basis"`
	Span  *Span `json:"span,omitempty"`
}

// Mode is how words are reported.
type Mode string

// The modes of a statement.
const (
	Direct            Mode = "direct"
	Indirect          Mode = "indirect"
	Mixed             Mode = "mixed"
	Attitude          Mode = "attitude"
	NoComment         Mode = "no_comment"
	UnattributedQuote Mode = "unattributed_quote"
)

// Attribution is what kind of speaker a statement has.
type Attribution string

// The kinds of attribution.
const (
	ByNamedPerson     Attribution = "named_person"
	ByNamedOrg        Attribution = "named_org"
	ByCollective      Attribution = "collective"
	ByAnonymousPerson Attribution = "anonymous_person"
	ByAnonymousGroup  Attribution = "anonymous_group"
	ByDocument        Attribution = "document"
	ByMedia           Attribution = "media"
	ByOutlet          Attribution = "outlet"
	Unattributed      Attribution = "unattributed"
)

// SpeechAct is what a statement does, folded on PLOVER where one fits.
type SpeechAct string

// The speech acts.
const (
	ActAssert      SpeechAct = "assert"
	ActReport      SpeechAct = "report"
	ActAnnounce    SpeechAct = "announce"
	ActAssess      SpeechAct = "assess"
	ActSupport     SpeechAct = "support"
	ActAgree       SpeechAct = "agree"
	ActDemand      SpeechAct = "demand"
	ActReject      SpeechAct = "reject"
	ActAccuse      SpeechAct = "accuse"
	ActDisapprove  SpeechAct = "disapprove"
	ActThreaten    SpeechAct = "threaten"
	ActConcede     SpeechAct = "concede"
	ActAcknowledge SpeechAct = "acknowledge"
	ActForecast    SpeechAct = "forecast"
	ActAdvise      SpeechAct = "advise"
	ActDecide      SpeechAct = "decide"
	ActNoComment   SpeechAct = "no_comment"
	ActGroundRule  SpeechAct = "ground_rule"
)

// Polarity says whether the content is affirmed or denied by its speaker.
type Polarity string

// The polarities.
const (
	Positive Polarity = "positive"
	Negative Polarity = "negative"
)

// Certainty is a FactBank value relative to the source.
type Certainty string

// The certainty values: certain, probable, possible, with their negations;
// CTu (certain but unknown which) and Uu (uncommitted).
const (
	CertainTrue   Certainty = "CT+"
	CertainFalse  Certainty = "CT-"
	ProbableTrue  Certainty = "PR+"
	ProbableFalse Certainty = "PR-"
	PossibleTrue  Certainty = "PS+"
	PossibleFalse Certainty = "PS-"
	CertainOpen   Certainty = "CTu"
	Uncommitted   Certainty = "Uu"
)
