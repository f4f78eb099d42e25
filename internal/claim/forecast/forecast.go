// Package forecast reads what is said to be expected, feared, planned or promised.
//
// It is for single passages of one report. It is not for what other reports
// say of the same, nor for what came of it; what a text would require is a
// provision, and what has a date of its own is an event.
package forecast

import (
	"slices"
	"sort"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/claim/frame"
	"github.com/travaux/travaux/internal/claim/page"
	"github.com/travaux/travaux/internal/lang"
)

// Extract returns the forecasts of a report, in text order.
func Extract(p *page.Page) []travaux.ForecastClaim {
	lex := lexicons()
	r := &reader{
		Reader: &frame.Reader{Page: p, Light: lex.words["light"]}, lex: lex, named: p.Named(),
		taken: make([]bool, len(p.Doc.Toks)), fixed: make([]bool, len(p.Doc.Toks)),
		climate: strings.Contains(p.Doc.Text, "IPCC"),
	}
	r.fix()
	for k := range p.Doc.Sents {
		s := &p.Doc.Sents[k]
		start := r.afterQuestion(s)
		for i := start; i < s.Last; i++ {
			hedges := frame.Lookup(lex.hedges, p.Lemma(i))
			if len(hedges) == 0 {
				hedges = lex.hedges[p.Low(i)] // "odds"
			}
			for _, h := range hedges {
				if r.read(h, i) {
					break
				}
			}
		}
		for i := start; i < s.Last; i++ {
			r.modal(i)
		}
	}
	sort.SliceStable(r.out, func(i, j int) bool { return r.out[i].Start < r.out[j].Start })
	return r.out
}

// afterQuestion is the token after the last question mark of sentence s, its
// first where there is none.
func (r *reader) afterQuestion(s *lang.Sent) int {
	for i := s.Last - 1; i >= s.First; i-- {
		if strings.HasSuffix(r.Low(i), "?") {
			return i + 1
		}
	}
	return s.First
}

// reader holds what is found in one report.
type reader struct {
	*frame.Reader
	lex     *lexicon
	named   *page.Named
	taken   []bool // tokens that head what a forecast already holds
	fixed   []bool // tokens of provisions
	climate bool   // the report names the IPCC
	out     []travaux.ForecastClaim
}

// fix marks what is already read as a provision of a text.
func (r *reader) fix() {
	for n := range r.Reading.Proposals {
		for _, p := range r.Reading.Proposals[n].Provisions {
			first, last := r.Tokens(p.Span)
			for i := first; i < last; i++ {
				r.fixed[i] = true
			}
		}
	}
}

// found is a forecast before it is written.
type found struct {
	at          int // the hedge
	head        int // of what is looked ahead to
	first, last int // its tokens
	hedge       string
	typ, rule   string
	holder      string // "" for whoever says it
}

func (r *reader) add(f found) {
	for f.first < f.last && mark(r.Low(f.first)) {
		f.first++
	}
	for f.last > f.first && mark(r.Low(f.last-1)) {
		f.last--
	}
	if f.last-f.first < 2 {
		return
	}
	if r.past(f.head) {
		return
	}
	f.last = r.toAnswer(r.toTime(f.last))
	s := r.Span(f.first, f.last)
	whole := r.Span(min(f.first, f.at), max(f.last, f.at+1, r.figure(f)))
	by := r.Voice.Carriers(s)
	if f.holder == "" {
		f.holder = r.speaker(s)
	}
	c := travaux.ForecastClaim{
		Claim: travaux.Claim{
			ID: travaux.SpanID("forecast", r.Reading.Report.ID, whole.Start, whole.End, f.rule), Span: whole,
			Rule: f.rule, SupportedBy: by,
		},
		Holder: f.holder, Proposition: s, Hedge: f.hedge, Type: f.typ,
		Horizon: r.horizon(f), Condition: r.condition(f),
	}
	switch {
	case strings.HasPrefix(c.Condition, "only ") && (c.Type == "prediction" || c.Type == "plan"):
		c.Type = "precondition"
	case c.Condition != "" && c.Type == "prediction":
		c.Type = "conditional"
	}
	b := r.lex.band(f.hedge, r.climate)
	c.Band, c.Scale = b.Band, b.Scale
	if slices.ContainsFunc(r.out, func(o travaux.ForecastClaim) bool { return o.ID == c.ID || o.Proposition == s }) {
		return
	}
	r.taken[f.head] = true
	r.out = append(r.out, c)
	if first, last := r.again(f.last); last > first && f.rule != againRule {
		f.first, f.last, f.at, f.rule = first, last, first, againRule
		r.add(f)
	}
}

// past reports whether the clause that i heads has a day that is over: "they
// were on the verge of a deal last week".
func (r *reader) past(i int) bool {
	own, err := r.Reading.Report.Date.EDTF.Interval()
	p, ok := r.Clauses.Predicate(i)
	if err != nil || !ok || r.Reading.Report.Date.EDTF == "" || !p.Past {
		return false
	}
	for _, o := range p.Obliques {
		if t := r.Timex(o.Head); t != nil && t.EDTF != "" {
			if iv, err := t.EDTF.Interval(); err == nil && iv.Hi < own.Lo {
				return true
			}
		}
	}
	return false
}

// toTime takes in the time expression that follows what ends before token last:
// "a breakthrough in Geneva" with "in June".
func (r *reader) toTime(last int) int {
	k := last
	switch r.Low(k) {
	case "by", "before", "in", "on", "until", "within":
		k++
		if r.Low(k) == "the" {
			k++
		}
	}
	t := r.Timex(k)
	if t == nil || t.Type != "DATE" && t.Type != "TIME" || k >= r.Sent(last-1).Last {
		return last
	}
	for k < r.Sent(last-1).Last && r.Timex(k) == t {
		k++
	}
	return k
}

// toAnswer takes in the word that is expected for an answer, which the phrase
// before token last only describes: "a qualified" with "yes".
func (r *reader) toAnswer(last int) int {
	low := r.Low(last)
	if (low == "yes" || low == "no") && last < r.Sent(last-1).Last && (r.POS(last-1) == lang.ADJ || r.POS(last-1) == lang.DET) {
		return last + 1
	}
	return last
}

// againRule is the rule of a second horizon.
const againRule = "second-horizon"

// again is the second horizon that follows what is looked ahead to: "by the end
// of the month, and even as soon as this week". It is empty where there is none.
func (r *reader) again(at int) (first, last int) {
	end := r.Sent(at - 1).Last
	for k := at; k < min(at+6, end-3); k++ {
		switch low := r.Low(k); {
		case low == "as" && (r.Low(k+1) == "soon" || r.Low(k+1) == "early") && r.Low(k+2) == "as" && r.Timex(k+3) != nil:
			for last = k + 3; last < end && r.Timex(last) == r.Timex(k+3); last++ {
			}
			if first == 0 {
				first = k
			}
			return first, last
		case low == "even" || low == "possibly" || low == "perhaps" || low == "maybe":
			first = k
		case low == "," || low == "and" || low == "or" || low == "“" || low == `"`:
		default:
			return 0, 0
		}
	}
	return 0, 0
}

// figure is where the figure after what is looked ahead to ends: "puts the
// chance of a deal at one in three".
func (r *reader) figure(f found) int {
	return r.figureEnd(f.last, f.at)
}

// figureEnd is where the figure ends that follows an "at" at token last, of the
// sentence of token i; last where none does.
func (r *reader) figureEnd(last, i int) int {
	if r.Low(last) != "at" {
		return last
	}
	end := last + 1
	for r.POS(end) == lang.ADV { // "about"
		end++
	}
	if r.Quantity(end) == nil && r.POS(end) != lang.NUM {
		return last
	}
	end++
	for end < r.Sent(i).Last && (r.POS(end) == lang.NUM || r.Low(end) == "in" || r.Quantity(end) != nil) {
		end++
	}
	return end
}

func mark(low string) bool {
	switch low {
	case ",", ";", ":", ".", "—", "–", "-", "(", ")", "and", "but", "only":
		return true
	}
	return false
}

// speaker is who says a passage: the speaker of the statement that carries it,
// else the outlet.
func (r *reader) speaker(s travaux.Span) string {
	if st := r.Voice.Carrier(s); st != nil && st.Speaker != "" {
		return st.Speaker
	}
	return r.Cast.Outlet
}
