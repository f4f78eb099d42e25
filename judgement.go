package travaux

// Judgement is an analyst's decision. Judgements win over rules, survive every
// re-run and can be undone. What it is about is anchored in the words of
// reports, never in the id of a row, which a rule may change.
type Judgement struct {
	ID      string        `json:"id"` // a hash of all that follows up to Undoes
	Kind    JudgementKind `json:"kind"`
	Anchors []Anchor      `json:"anchors"`
	Set     []Setting     `json:"set,omitempty"`
	By      string        `json:"by"`
	At      string        `json:"at"` // RFC 3339, UTC
	Reason  string        `json:"reason"`
	// Rules names what had read the reports when it was made, with versions.
	Rules string `json:"rules"`
	// Undoes is the id of a judgement that this one takes back, alone or by
	// deciding otherwise.
	Undoes string `json:"undoes,omitempty"`

	// What follows is found anew for every record.
	State   JudgementState `json:"state"`
	Why     string         `json:"why,omitempty"`  // why it is in this state
	With    []string       `json:"with,omitempty"` // judgements it is in conflict with, or that undid it
	Targets []string       `json:"targets"`        // ids of the rows it bears on
	Spans   []Span         `json:"spans"`
}

// Anchor is a passage of a report by its words, as in the W3C Web Annotation
// selectors, with what is meant of what was read there.
type Anchor struct {
	What   string `json:"what"`
	Side   int    `json:"side,omitempty"` // of a split: what has one side stays apart from what has another
	Report string `json:"report"`
	File   string `json:"file"`
	URL    string `json:"url,omitempty"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Quote  string `json:"quote"`
	Prefix string `json:"prefix"`
	Suffix string `json:"suffix"`
	// Erased says that the report was withdrawn, and its words with it.
	Erased bool `json:"erased,omitempty"`
	// Reads is what the rules read there, where one passage carries several
	// readings: "meeting", "supports issue:tariffs".
	Reads string `json:"reads,omitempty"`
	// Only says that they read nothing else of the kind at exactly these words.
	Only bool `json:"only,omitempty"`
}

// Setting gives a field a value. Means is the naming of an actor, or the words
// that carry the value.
type Setting struct {
	Field string  `json:"field"`
	Value string  `json:"value"`
	Means *Anchor `json:"means,omitempty"`
}

// JudgementKind is what is decided.
type JudgementKind string

// The kinds of judgement.
const (
	JudgeMerge       JudgementKind = "merge"        // actors, events or texts are one
	JudgeSplit       JudgementKind = "split"        // they are not
	JudgeChoose      JudgementKind = "choose_value" // of the reported values, the one to show
	JudgeCorrect     JudgementKind = "correct"      // a field of what was read
	JudgeReject      JudgementKind = "reject"       // what was read is not there
	JudgeAdd         JudgementKind = "add"          // what was not read is there
	JudgeReliability JudgementKind = "source_reliability"
	JudgeCredibility JudgementKind = "information_credibility"
	JudgeResolve     JudgementKind = "resolve"   // what came of a forecast
	JudgeKeep        JudgementKind = "keep"      // a report is on the subject of the record
	JudgeSetAside    JudgementKind = "set_aside" // a report is not
	JudgeNote        JudgementKind = "note"
	JudgeUndo        JudgementKind = "undo" // takes a judgement back and decides nothing else
)

// JudgementState is how a judgement stands to a record.
type JudgementState string

// The states of a judgement.
const (
	JudgementApplied  JudgementState = "applied"
	JudgementUndone   JudgementState = "undone"
	JudgementReview   JudgementState = "review"   // its words cannot be found with certainty
	JudgementConflict JudgementState = "conflict" // another decides otherwise; neither is applied
	JudgementWaiting  JudgementState = "waiting"  // no report of it is in the record
)
