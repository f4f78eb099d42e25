package forecast

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"time"

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
		if err != nil {
			continue
		}
		before, when := r.before(i), t.EDTF
		if r.Reading.Report.Date.EDTF != "" && iv.Hi < own.Lo {
			if iv, when, err = ahead(t, iv, own); err != nil || !towards(before) || r.toldOf(i, f) {
				continue
			}
		}
		_, open := iv.Open()
		if before == "before" && iv.Lo > own.Hi && !slices.Contains(strings.Fields(strings.ToLower(t.Quote)), "end") {
			iv.Hi = max(iv.Lo-1, own.Hi) // "before the weekend" is over when it begins
		}
		switch {
		case open:
			return when
		case before == "by" || before == "before" || before == "until" || before == "as" || before == "within":
			start := travaux.EDTF("..")
			if lo, hi := own.Open(); r.Reading.Report.Date.EDTF != "" && !lo && !hi && own.Lo == own.Hi && own.Lo <= iv.Hi {
				start = own.Lo.EDTF()
			}
			if start == iv.Hi.EDTF() {
				return start
			}
			return start + "/" + iv.Hi.EDTF()
		case r.Low(i+2) == "beyond":
			return iv.Lo.EDTF() + "/.."
		}
		return when
	}
	return r.dueDay(f)
}

// toldOf reports whether what is looked ahead to tells, with the time over token
// i, of what was: "the losses that it made in March".
func (r *reader) toldOf(i int, f found) bool {
	for steps := 0; steps < 8 && i >= f.first && i < f.last; steps++ {
		if p, ok := r.Clauses.Predicate(i); ok && (p.Past || r.Doc.Toks[i].XPOS == "VBD" || r.Clauses.Is(i, "acl") && r.Doc.Toks[i].XPOS == "VBN") {
			return true
		}
		i = r.Clauses.Head(i)
	}
	return false
}

// towards reports whether a preposition may lead to a time to come.
func towards(preposition string) bool {
	switch preposition {
	case "as", "before", "by", "in", "until", "within":
		return true
	}
	return false
}

// ahead is the next time of the same name after the report's day, of one that
// was taken for the last: in November, "by the end of January" looks ahead.
func ahead(t *travaux.Timex, iv, own travaux.Interval) (travaux.Interval, travaux.EDTF, error) {
	if lo, hi := own.Open(); lo || hi || printedYear.MatchString(t.Quote) {
		return iv, "", errPast
	}
	next := iv
	switch days := int(iv.Hi-iv.Lo) + 1; {
	case days <= 2 && !strings.ContainsAny(t.Quote, "0123456789"): // a weekday, a weekend
		next.Lo, next.Hi = iv.Lo+7, iv.Hi+7
	case monthName(t.Quote):
		next.Lo, next.Hi = yearOn(iv.Lo), yearOn(iv.Hi)
	}
	if next.Hi < own.Lo {
		return iv, "", errPast
	}
	return next, edtf(next), nil
}

var printedYear = regexp.MustCompile(`\b[12]\d{3}\b`)

var errPast = errors.New("the time is past")

func edtf(iv travaux.Interval) travaux.EDTF {
	y, m, day := iv.Lo.Date()
	switch {
	case iv.Lo == iv.Hi:
		return iv.Lo.EDTF()
	case day == 1 && iv.Hi+1 == travaux.DayOf(y, int(m)+1, 1) && m < time.December:
		return iv.Lo.EDTF()[:len("2006-01")]
	}
	return iv.Lo.EDTF() + "/" + iv.Hi.EDTF()
}

// monthName reports whether a time names a month and no year.
func monthName(quote string) bool {
	for w := range strings.FieldsSeq(quote) {
		for m := time.January; m <= time.December; m++ {
			if name := m.String(); strings.EqualFold(strings.Trim(w, ".,"), name) || len(w) >= 3 && strings.EqualFold(strings.TrimSuffix(w, "."), name[:3]) {
				return true
			}
		}
	}
	return false
}

// yearOn is the same day of the next year.
func yearOn(d travaux.Day) travaux.Day {
	y, m, day := d.Date()
	return travaux.DayOf(y+1, int(m), day)
}

// dueDay is the day on which an answer or a vote is due, told of in the sentence
// before a forecast of how it will go: "Its reply is due by Friday. Most expect a
// yes."
func (r *reader) dueDay(f found) travaux.EDTF {
	s := r.Doc.Toks[f.head].Sent
	if s == 0 || !r.answers(f) {
		return ""
	}
	own, err := r.Reading.Report.Date.EDTF.Interval()
	before := &r.Doc.Sents[s-1]
	if err != nil || before.Block != r.Doc.Sents[s].Block || !r.awaits(before) {
		return ""
	}
	for i := before.First; i < before.Last; i++ {
		if t := r.Timex(i); t != nil && (t.Type == "DATE" || t.Type == "TIME") {
			if iv, err := t.EDTF.Interval(); err == nil && t.EDTF != "" && iv.Hi >= own.Lo {
				return t.EDTF
			}
		}
	}
	return ""
}

// answers reports whether a forecast is of how a vote goes or what an answer
// will be: its words are an answer's, or "it" passes or fails.
func (r *reader) answers(f found) bool {
	for i := f.first; i < f.last; i++ {
		switch r.POS(i) {
		case lang.NOUN, lang.VERB, lang.INTJ:
			if r.lex.in("answer", r.Lemma(i)) || r.lex.in("answer", r.Low(i)) {
				return true
			}
		}
	}
	return false
}

// awaits reports whether a sentence tells of an answer or a vote to come.
func (r *reader) awaits(s *lang.Sent) bool {
	for i := s.First; i < s.Last; i++ {
		if r.POS(i) == lang.NOUN && r.lex.in("due", r.Lemma(i)) {
			return true
		}
	}
	return false
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
