package forecast

import (
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// horizon is when it is to come about, as an interval that opens with the
// report's own day where a bound is given: "by Friday", "as soon as this week".
func (r *reader) horizon(f found) travaux.EDTF {
	own, err := r.Reading.Report.Date.EDTF.Interval()
	if err != nil {
		return ""
	}
	for i := f.first; i < f.last; i++ {
		t := r.Timex(i)
		if t == nil || t.EDTF == "" || t.Type != "DATE" && t.Type != "TIME" {
			continue
		}
		iv, err := t.EDTF.Interval()
		if err != nil || r.Reading.Report.Date.EDTF != "" && iv.Hi < own.Lo {
			continue
		}
		_, open := iv.Open()
		switch before := r.before(i); {
		case open:
			return t.EDTF
		case before == "by" || before == "before" || before == "until" || before == "as" || before == "within":
			start := travaux.EDTF("..")
			if lo, hi := own.Open(); r.Reading.Report.Date.EDTF != "" && !lo && !hi && own.Lo == own.Hi && own.Lo <= iv.Hi {
				start = own.Lo.EDTF()
			}
			return start + "/" + iv.Hi.EDTF()
		case r.Low(i+2) == "beyond":
			return iv.Lo.EDTF() + "/.."
		}
		return t.EDTF
	}
	return ""
}

// before is the word that governs the time expression over token i: "by" of
// "by the end of the month", "as" of "as soon as this week".
func (r *reader) before(i int) string {
	t := r.Timex(i)
	for i > 0 && r.Timex(i-1) == t {
		i--
	}
	for k := i - 1; k >= r.Sent(i).First && k > i-5; k-- {
		switch low := r.Low(k); low {
		case "the", "soon", "early", "end", "of", "even", "“", "\"", "late", "close", "start":
		default:
			return low
		}
	}
	return ""
}

// condition is what the forecast hangs on, in the words of the report.
func (r *reader) condition(f found) string {
	for _, at := range []int{f.head, f.at, r.Clauses.Head(f.head)} {
		for _, kid := range r.Clauses.Kids(at) {
			k := int(kid)
			if r.Clauses.Is(k, "advcl") && r.lex.in("condition", r.Low(r.Clauses.Kid(k, "mark"))) && r.clause(k) {
				return r.clauseWords(k)
			}
			if r.Clauses.Is(k, "obl") && r.Clauses.Case(k) == "without" && (r.lex.in("accord", r.Lemma(k)) || r.lex.in("change", r.Lemma(k))) {
				first, last := r.Clauses.Phrase(k)
				return "without " + r.Span(first, last).Quote
			}
		}
	}
	if p, ok := r.Clauses.Predicate(f.head); ok && r.outcome(p) {
		if s := p.Subject[0]; s >= f.first && s < f.last {
			first, last := r.Clauses.Phrase(s)
			return r.Span(first, last).Quote
		}
	}
	return ""
}

// clause reports whether k heads a clause with a subject or a participle of its
// own, more than "if not impossible".
func (r *reader) clause(k int) bool {
	return r.Clauses.Kid(k, "nsubj", "csubj", "expl") >= 0 || r.POS(k) == lang.VERB
}

// outcome reports whether the subject of p is an outcome, so that what is said
// of it hangs on that: "a breakdown would cost".
func (r *reader) outcome(p clause.Predicate) bool {
	return len(p.Subject) == 1 && r.POS(p.At) == lang.VERB && r.Clauses.Kid(p.At, "expl") < 0 && r.lex.in("outcome", r.Lemma(p.Subject[0]))
}

// clauseWords are the words of clause k with the one that opens it.
func (r *reader) clauseWords(k int) string {
	first, last := r.Clauses.Clause(k)
	if m := r.Clauses.Kid(k, "mark"); m >= 0 && m < first {
		first = m
		if r.Low(m-1) == "only" {
			first = m - 1
		}
	}
	return strings.Join(strings.Fields(r.Span(first, last).Quote), " ")
}
