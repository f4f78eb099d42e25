package reconcile

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// values gathers the reported values of one field.
type values struct{ list []travaux.Value }

// add takes a value of a report: equal ones (same value, basis and bound) are
// united, with the words and statements of each. Statements of the claim
// stand in where the value names none of its own.
func (vs *values) add(s *source, v travaux.Value, claim *travaux.Claim) {
	v.Spans = s.spans(v.Spans)
	if len(v.Spans) == 0 {
		v.Spans = []travaux.Span{s.span(claim.Span)}
	}
	if len(v.SupportedBy) == 0 {
		v.SupportedBy = claim.SupportedBy
	}
	for i := range vs.list {
		o := &vs.list[i]
		if o.Value == v.Value && o.Basis == v.Basis && o.Bound == v.Bound {
			o.Spans = append(o.Spans, v.Spans...)
			o.SupportedBy = append(o.SupportedBy, v.SupportedBy...)
			if v.Rule != "" && (o.Rule == "" || v.Rule < o.Rule) {
				o.Rule = v.Rule
			}
			if v.Judgement != "" && (o.Judgement == "" || v.Judgement < o.Judgement) {
				o.Judgement = v.Judgement
			}
			return
		}
	}
	v.SupportedBy = slices.Clone(v.SupportedBy)
	vs.list = append(vs.list, v)
}

// sorted returns the values by value, bound and basis.
func (vs *values) sorted() []travaux.Value {
	out := vs.list
	if out == nil {
		out = []travaux.Value{}
	}
	for i := range out {
		out[i].Spans = orderSpans(out[i].Spans)
		out[i].SupportedBy = orderIDs(out[i].SupportedBy)
	}
	slices.SortFunc(out, func(a, b travaux.Value) int {
		return cmp.Or(strings.Compare(a.Value, b.Value), strings.Compare(string(a.Bound), string(b.Bound)), strings.Compare(string(a.Basis), string(b.Basis)))
	})
	return out
}

// reading is one value as one claim gives it, for comparison with others.
type reading struct {
	src   *source
	claim *travaux.Claim
	value travaux.Value
	span  travaux.Span // the tightest words that carry it
	ahead bool         // said of what was still to come
	of    *happening   // whose value it is; nil where it is not an event's
}

func newReading(s *source, claim *travaux.Claim, v travaux.Value, ahead bool) reading {
	r := reading{src: s, claim: claim, value: v, ahead: ahead, span: s.span(claim.Span)}
	for i, sp := range v.Spans {
		if i == 0 || sp.Len() < r.span.Len() {
			r.span = s.span(sp)
		}
	}
	if len(v.SupportedBy) == 0 {
		r.value.SupportedBy = claim.SupportedBy
	}
	return r
}

// overlapping reports whether two passages share words.
func overlapping(a, b reading) bool { return a.src == b.src && a.claim.Overlaps(b.claim.Span) }

func compareReadings(a, b reading) int {
	return cmp.Or(cmp.Compare(a.src.n, b.src.n), cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(a.span.End, b.span.End), strings.Compare(a.claim.ID, b.claim.ID))
}

// distinct keeps of the readings with one value, bound and side of now the
// first, so that a value many reports repeat is compared once.
func distinct(in []reading) []reading {
	slices.SortStableFunc(in, compareReadings)
	type key struct {
		value string
		bound travaux.Bound
		ahead bool
	}
	seen := map[key]bool{}
	var out []reading
	for _, r := range in {
		bound := r.value.Bound
		if bound == "" {
			bound = travaux.Exact
		}
		k := key{r.value.Value, bound, r.ahead}
		if !seen[k] {
			seen[k] = true
			out = append(out, r)
		}
	}
	return out
}
