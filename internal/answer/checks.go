package answer

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/travaux/travaux"
)

// numbers are those that reports give differently, that are bounds, that a
// correction names, or that rest on one unnamed person or on hearsay.
func (a *asker) numbers() {
	for i := range a.rec.Relations {
		r := &a.rec.Relations[i]
		if r.Subkind != "number" && r.Subkind != "duration" && r.Subkind != "date" || r.Subkind == "date" && !dayNamed(r.A.Quote) && !dayNamed(r.B.Quote) {
			continue
		}
		switch r.Kind {
		case travaux.Contradicts, travaux.Updates, travaux.ScheduleVsReport, travaux.UnrelatedSameForm, travaux.Overlapping:
			a.row(r.ID, r.SupportedBy, r.Spans, r.A.Quote, plain(string(r.Kind)), r.B.Quote, a.outlet(r.Spans), words(r.Spans))
		}
	}
	for _, g := range a.read() {
		corrected := corrections(g.Report)
		for _, n := range slices.Concat(figures(g), pairs(g)) {
			s := n.Span
			s.Report, s.File = g.Report.ID, g.Report.File
			st := a.carrier(s)
			why := a.doubt(corrected(s), n, st)
			if why == "" && (n.pair || orOther(g.Report.Text, n.Span)) {
				why = "the report itself gives another"
			}
			if why == "" {
				continue
			}
			var support []string
			if st != nil {
				support = []string{st.ID}
			}
			a.row(n.id, support, []travaux.Span{s}, n.Quote, why, "", a.outlet([]travaux.Span{s}), strings.TrimSpace(n.Quote+" "+n.of))
		}
	}
}

// dayNamed reports whether words name a day or a month rather than one counted
// from another, as "next week" does.
func dayNamed(words string) bool {
	return strings.ContainsAny(words, "0123456789") || monthPattern.MatchString(words) || weekdayPattern.MatchString(words)
}

var weekdayPattern = regexp.MustCompile(`(?i)\b(mon|tues|wednes|thurs|fri|satur|sun)day\b`)

// figure is a number or a length of time in a report.
type figure struct {
	travaux.Span
	id, of string
	bound  travaux.Bound
	word   bool // a small count written as a word, which is seldom a figure to check
	time   bool // a length of time
	pair   bool // two numbers, of which the report does not know the right one
	term   bool // of weeks or longer: "over two years" is mostly the time in which
}

func figures(g *travaux.Reading) []figure {
	var out []figure
	for i := range g.Quantities {
		q := &g.Quantities[i]
		n, err := strconv.ParseFloat(q.Value, 64)
		word := err == nil && n < 10 && q.Unit == "" && !strings.ContainsAny(q.Quote, "0123456789")
		out = append(out, figure{Span: q.Span, id: q.ID, of: q.Of, bound: q.Bound, word: word})
	}
	for i := range g.Timexes {
		if t := &g.Timexes[i]; t.Type == "DURATION" && !strings.ContainsRune(t.Value, 'X') {
			out = append(out, figure{Span: t.Span, id: t.ID, bound: t.Bound, time: true, term: strings.HasPrefix(t.Value, "P") && !strings.HasPrefix(t.Value, "PT")})
		}
	}
	return out
}

// doubt is why a figure should be checked, "" for no reason.
func (a *asker) doubt(corrected bool, n figure, st *travaux.Statement) string {
	switch {
	case corrected:
		return "a correction names it"
	case st != nil && !n.word && a.background(st):
		return "one unnamed person says so"
	case st != nil && !n.word && !n.time && st.Attribution == travaux.ByAnonymousGroup:
		return "unnamed people say so"
	case n.bound == travaux.About && strings.Contains(n.Quote, "-"): // "reading about 48-hour strikes"
	case n.bound == travaux.Over && n.term, n.bound == "", n.bound == travaux.Exact:
	default:
		return "a bound: " + plain(string(n.bound))
	}
	return ""
}

// pairPattern finds two numbers in words of which one is meant.
var pairPattern = regexp.MustCompile(`(?i)\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|\d+) or (three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|\d+)\b`)

// pairReach is how far from “or” the numbers of a pair may reach, in bytes.
const pairReach = 16

// pairs are the numbers of the article that a report leaves open between two:
// "eleven or twelve drafts".
func pairs(g *travaux.Reading) []figure {
	var out []figure
	for _, b := range g.Report.Blocks {
		if b.End > len(g.Report.Text) {
			continue
		}
		text := g.Report.Text[b.Start:b.End]
		for from := 0; ; {
			i := strings.Index(text[from:], " or ") // the expression is slow
			if i < 0 {
				break
			}
			i += from
			from = i + len(" or ")
			near := max(0, i-pairReach)
			if at := pairPattern.FindStringIndex(text[near:min(len(text), from+pairReach)]); at != nil {
				s := travaux.SpanOf(g.Report.Text, b.Start+near+at[0], b.Start+near+at[1])
				out = append(out, figure{Span: s, id: travaux.SpanID("figure", g.Report.ID, s.Start, s.End), pair: true})
			}
		}
	}
	return out
}

// otherPattern finds a second number that is given in the place of a first:
// ", or 6.8", "or twelve".
var otherPattern = regexp.MustCompile(`^[*_]*,? or (\d|(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty)\b)`)

// orOther reports whether a report gives another number in the place of one: "6.5
// percent, or 6.8", "eleven or twelve".
func orOther(text string, s travaux.Span) bool {
	return s.End < len(text) && otherPattern.MatchString(text[s.End:min(s.End+24, len(text))])
}

// corrections tell of a passage whether it stands in a paragraph that corrects
// what was published before.
func corrections(r *travaux.Report) func(travaux.Span) bool {
	looked, so := -1, false
	return func(s travaux.Span) bool {
		i := slices.IndexFunc(r.Blocks, func(b travaux.Block) bool { return b.Start <= s.Start && s.End <= b.End })
		if i >= 0 && i != looked { // figures come in the order of the text
			looked, so = i, corrects(r.Text[r.Blocks[i].Start:r.Blocks[i].End])
		}
		return i >= 0 && so
	}
}

func corrects(paragraph string) bool {
	if !strings.Contains(paragraph, "ersion") && !strings.Contains(paragraph, "ERSION") && !strings.HasPrefix(paragraph, "C") && !strings.HasPrefix(paragraph, "c") {
		return false
	}
	low := strings.ToLower(paragraph)
	return strings.Contains(low, "earlier version") || strings.HasPrefix(low, "correction")
}

// carrier is the innermost of the statements of others than the outlet whose
// content holds a passage.
func (a *asker) carrier(s travaux.Span) *travaux.Statement {
	var best *travaux.Statement
	size := 0
	for _, i := range a.saidIn()[s.Report] {
		st := &a.rec.Statements[i]
		if st.Attribution == travaux.ByOutlet {
			continue
		}
		for _, c := range st.Content {
			if c.Contains(s) && (best == nil || c.Len() < size) {
				best, size = st, c.Len()
			}
		}
	}
	return best
}

func (a *asker) furniture() {
	for _, g := range a.read() {
		for i, l := range g.Report.Lines {
			if !l.Class.Furniture() {
				continue
			}
			s := travaux.SpanOf(g.Report.Text, l.Start, l.End)
			s.Report, s.File = g.Report.ID, g.Report.File
			a.row(fmt.Sprintf("%s:%d", g.Report.ID, i+1), nil, []travaux.Span{s}, g.Report.File, strconv.Itoa(i+1), strings.TrimPrefix(string(l.Class), "furniture:"), strings.TrimSpace(s.Quote))
		}
	}
}
