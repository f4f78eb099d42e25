package position

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// speaker returns the side of whoever says what stands at token i.
func (r *reader) speaker(i int) []string {
	if st := r.carrier(i); st != nil {
		return r.speaks(st)
	}
	return nil
}

// carrier is the statement that says what stands at token i, nil for the
// outlet's own voice. A statement of a thing ("rejected the demand for") only
// presupposes what stands within: who reports it says that.
func (r *reader) carrier(i int) *travaux.Statement {
	span := r.Span(i, i+1)
	for range 4 {
		st := r.Voice.Carrier(span)
		if st == nil || st.Cue == nil || st.Mode == travaux.Direct || st.Mode == travaux.Mixed || !r.presupposes(st) {
			return st
		}
		span = *st.Cue
	}
	return nil
}

func (r *reader) presupposes(st *travaux.Statement) bool {
	if st.Mode == travaux.Attitude { // a feeling, in the words of who reports it
		return true
	}
	shape, _, _ := strings.Cut(st.Rule, "/")
	_, shape, _ = strings.Cut(shape, "-")
	switch shape {
	case "np", "prep", "ing", "obj", "obj-as", "obj-to", "to":
		return true
	}
	return false
}

// behind returns the states and bodies whose office the speaker of st holds, by
// title or by the words of the source.
func (r *reader) behind(st *travaux.Statement) []string {
	if st == nil || len(r.speaks(st)) == 0 {
		return nil
	}
	var out []string
	if a := r.Cast.Actor(st.Speaker); a != nil {
		for _, role := range a.Roles {
			if org := r.organisation(role.Organisation, role.Spans); org != "" && !slices.Contains(out, org) {
				out = append(out, org)
			}
		}
		if len(out) == 0 && a.Type != travaux.ActorPerson && st.Source != nil {
			first, last := r.Tokens(*st.Source)
			out = r.within(r.headOf(first, last), first, last)
		}
	}
	return out
}

// speaks returns the side of the speaker of st; nobody for experts, outlets and
// documents.
func (r *reader) speaks(st *travaux.Statement) []string {
	switch st.Attribution {
	case travaux.ByOutlet, travaux.ByMedia, travaux.ByDocument, travaux.Unattributed:
		return nil
	}
	h, first, last := -1, 0, 0
	if st.Source != nil {
		first, last = r.Tokens(*st.Source)
		h = r.headOf(first, last)
		for i := first; i < last; i++ { // "the agency's Ines Holt"
			if m := r.mention(i); m != nil && i != h {
				if a := r.Cast.Actor(r.Cast.ID(m.Entity)); a != nil && a.Type == travaux.ActorMedia && a.ID != st.Speaker {
					return nil
				}
			}
		}
	}
	return r.sides(st.Speaker, h, first, last)
}

// headOf is the token of [first, last) that the others hang on.
func (r *reader) headOf(first, last int) int {
	for i := first; i < last; i++ {
		if h := r.Clauses.Head(i); h < first || h >= last {
			if r.POS(i) != lang.PUNCT && r.POS(i) != lang.ADP {
				return i
			}
		}
	}
	return first
}
