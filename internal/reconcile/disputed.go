package reconcile

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// figureCue introduces a number of what was asked after before: "put the
// figure at".
var figureCue = regexp.MustCompile(`\b[Pp]ut(?:s|ting)? (?:the|their|its|that) (?:figure|number|toll|total|count|turnout|tally) at (?:about |around |some |nearly |over )?(\d[\d,]*\d)\b`)

// figureNouns are those of figureCue.
var figureNouns = []string{"figure", "number", "toll", "total", "count", "turnout", "tally"}

// counted is a number in its report with whoever gives it.
type counted struct {
	travaux.Quantity
	Speaker string // local id
	IDs     []string
	Figure  bool // "put the figure at": of what was asked after
}

// dispute is two numbers that two sources of one report give.
type dispute struct{ A, B counted }

// disputed relates numbers of the same things that two sources of one report
// give, side by side.
func (rs *relations) disputed() {
	for _, s := range rs.sources {
		for _, d := range s.Disputes {
			rs.dispute(s, d.A, d.B)
		}
	}
}

// disputesOf are the pairs of such numbers within a paragraph.
func disputesOf(s *source) []dispute {
	var out []dispute
	var last []counted // of the paragraph
	end := 0
	for _, c := range s.counts(s.figures()) {
		if c.Start >= end {
			last = nil
			if b, ok := s.block(c.Start); ok {
				end = b.End
			}
		}
		if s.asked(c) || !s.counted(&c) {
			continue
		}
		for _, o := range last {
			if o.Speaker != c.Speaker && sameCount(o, c) {
				out = append(out, dispute{o, c})
			}
		}
		last = append(last, c)
	}
	return out
}

// figures are the numbers of what was asked after before, by where they begin.
func (s *source) figures() map[int]travaux.Quantity {
	if !slices.ContainsFunc(figureNouns, func(noun string) bool { return strings.Contains(s.Report.Text, noun+" at ") }) {
		return nil // the expression is slow
	}
	out := map[int]travaux.Quantity{}
	for _, m := range figureCue.FindAllStringSubmatchIndex(s.Report.Text, -1) {
		sp := travaux.SpanOf(s.Report.Text, m[2], m[3])
		out[m[2]] = travaux.Quantity{Span: sp, Value: strings.ReplaceAll(sp.Quote, ",", ""), Bound: travaux.Exact}
	}
	return out
}

// counts are the plain counts of a report and its figures, in text order.
func (s *source) counts(figures map[int]travaux.Quantity) []counted {
	var out []counted
	for i := range s.Quantities {
		if q := &s.Quantities[i]; q.Unit == "" {
			if _, ok := figures[q.Start]; !ok {
				out = append(out, counted{Quantity: *q})
			}
		}
	}
	for _, q := range figures {
		out = append(out, counted{Quantity: q, Figure: true})
	}
	slices.SortFunc(out, func(a, b counted) int { return a.Start - b.Start })
	return out
}

// counted finds who gives a count; false where it is the outlet's, or asked
// for, or foretold.
func (s *source) counted(c *counted) bool {
	best := 0
	for j := range s.Statements {
		st := &s.Statements[j]
		if st.Attribution == travaux.ByOutlet || st.SpeechAct == travaux.ActDemand || st.SpeechAct == travaux.ActForecast || st.Speaker == "" {
			continue
		}
		i := slices.IndexFunc(st.Content, func(x travaux.Span) bool { return x.Start <= c.Start && c.End <= x.End })
		if i >= 0 && (best == 0 || st.Content[i].Len() < best) {
			c.Speaker, c.IDs, best = st.Speaker, []string{st.ID}, max(1, st.Content[i].Len())
		}
	}
	if c.Speaker == "" && c.Figure {
		c.Speaker, c.IDs = s.whoPuts(&c.Quantity)
	}
	return c.Speaker != "" && len(c.IDs) > 0
}

// askedWords before a number say that it is asked for, offered or foreseen, not
// counted.
var askedWords = wordSet("ask asks asked asking want wants wanted demand demands demanded seek seeks sought propose proposes proposed offer offers offered request requested cut raise limit cap would will could should")

// asked reports whether the sentence asks for a number before it gives it.
func (s *source) asked(c counted) bool {
	sent := s.sentence(c.Start)
	for w := range strings.FieldsSeq(strings.ToLower(s.Report.Text[min(sent.Start, c.Start):c.Start])) {
		if askedWords[strings.Trim(w, `.,;:"“”`)] {
			return true
		}
	}
	return false
}

// whoPuts is the first actor of the sentence of a figure: to put it is to say
// it.
func (s *source) whoPuts(q *travaux.Quantity) (speaker string, ids []string) {
	sent := s.sentence(q.Start)
	for _, m := range s.Named { // who comes first in the sentence puts it
		if !m.Place && int(m.Start) >= sent.Start && int(m.End) <= q.Start {
			speaker = m.Actor
			break
		}
	}
	return speaker, s.carriers(q.Span)
}

// sameCount reports whether two counts are of the same things and exclude each
// other.
func sameCount(a, b counted) bool {
	x, ok1 := numberAmount(travaux.Value{Value: a.Value, Bound: a.Bound})
	y, ok2 := numberAmount(travaux.Value{Value: b.Value, Bound: b.Bound})
	if !ok1 || !ok2 || compareAmounts(x, y) != travaux.Contradicts || min(x.hi, y.hi) < 10000 {
		return false
	}
	of := thing(a.Of)
	return of != "" && of == thing(b.Of) || (a.Figure || b.Figure) && ofOneSize(x, y)
}

// ofOneSize reports whether two numbers are near enough to be of one thing.
func ofOneSize(x, y amount) bool { return x.lo <= 4*y.lo && y.lo <= 4*x.lo }

func (rs *relations) dispute(s *source, a, b counted) {
	x, y := rs.actors.name(rs.actors.of(s, a.Speaker)), rs.actors.name(rs.actors.of(s, b.Speaker))
	u, v := strings.Join(strings.Fields(a.Quote), " "), strings.Join(strings.Fields(b.Quote), " ")
	rs.put(s.span(a.Span), s.span(b.Span), a.Value, b.Value, append(slices.Clone(a.IDs), b.IDs...), finding{
		kind: travaux.Contradicts, subkind: "number", strength: "medium", rule: "number.disputed",
		holdsIf:     "Both count the same things at the same time.",
		alternative: "They count different groups, or at different times.",
		explanation: fmt.Sprintf("In one report two sources give different counts: “%s” (%s) and “%s” (%s).", u, inSentence(x), v, inSentence(y)),
	})
}
