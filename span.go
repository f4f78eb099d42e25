package travaux

import "fmt"

// Span is a stretch of a report's text, as in the W3C Web Annotation text
// position and text quote selectors. Start and End are UTF-8 byte offsets,
// 0-based and half-open, into Report.Text; Quote is exactly those bytes.
//
// Within one reading the report is understood and Report and File are empty;
// in a record every span names both.
type Span struct {
	Report string `json:"report,omitempty"`
	File   string `json:"file,omitempty"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Quote  string `json:"quote"`
}

// SpanOf returns the span [start, end) of text. It panics if the offsets are
// not in text, as slicing does.
func SpanOf(text string, start, end int) Span {
	return Span{Start: start, End: end, Quote: text[start:end]}
}

// Len is the number of bytes covered.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies within s (of the same report).
func (s Span) Contains(t Span) bool {
	return s.Report == t.Report && s.Start <= t.Start && t.End <= s.End
}

// Overlaps reports whether s and t share a byte (of the same report).
func (s Span) Overlaps(t Span) bool {
	return s.Report == t.Report && s.Start < t.End && t.Start < s.End
}

// Check reports how s disagrees with text, or nil.
func (s Span) Check(text string) error {
	if s.Start < 0 || s.End < s.Start || s.End > len(text) {
		return fmt.Errorf("span %d-%d is outside a text of %d bytes", s.Start, s.End, len(text))
	}
	if got := text[s.Start:s.End]; got != s.Quote {
		return fmt.Errorf("span %d-%d quotes %q, the text has %q", s.Start, s.End, s.Quote, got)
	}
	return nil
}

// Value is one reported value of a field: never the truth of the matter, but
// what the supporting statements say. A field holds as many as were reported.
type Value struct {
	// Value is the normal form: EDTF for dates, ISO 8601 for durations, a
	// decimal number, an actor's id, a member of an enumeration, or words.
	Value string `json:"value"`
	// Basis says where a date comes from; empty for what is not a date.
	Basis Basis `json:"basis,omitempty"`
	// Bound says whether a quantity or duration is exact or a limit.
	Bound Bound `json:"bound,omitempty"`
	// SupportedBy lists the ids of the statements that say so.
	SupportedBy []string `json:"supported_by"`
	// Spans are the words that carry the value, one or more.
	Spans []Span `json:"spans"`
	// Rule names the rule that read it.
	Rule string `json:"rule,omitempty"`
	// Judgement is the id of the judgement that gave the value, or that chose
	// it as the one to be shown.
	Judgement string `json:"judgement,omitempty"`
}

// Shown returns the value of a field that is to be shown alone, the first: one
// that was chosen stands before all others. ok is false where there is none.
func Shown(values []Value) (v Value, ok bool) {
	if len(values) == 0 {
		return Value{}, false
	}
	return values[0], true
}

// Decided returns the value of a field that a person chose or gave, and whether
// there is one: it counts where one value must be taken for the field.
func Decided(values []Value) (v Value, ok bool) {
	for _, v := range values {
		if v.Judgement != "" {
			return v, true
		}
	}
	return Value{}, false
}

// DecidedFirst returns the values with those that a person chose or gave before
// the others.
func DecidedFirst(values []Value) []Value {
	var decided, reported []Value
	for _, v := range values {
		if v.Judgement != "" {
			decided = append(decided, v)
		} else {
			reported = append(reported, v)
		}
	}
	return append(decided, reported...)
}

// Bound says how a number or duration limits what it measures.
type Bound string

// The bounds of a quantity.
const (
	Exact   Bound = "exact"
	Over    Bound = "over"
	AtLeast Bound = "at_least"
	Under   Bound = "under"
	AtMost  Bound = "at_most"
	Nearly  Bound = "nearly"
	About   Bound = "about"
)
