package answer

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/travaux/travaux"
)

// numbers are those that reports give differently, that are bounds, or that
// rest on one unnamed person.
func (a *asker) numbers() {
	for i := range a.rec.Relations {
		r := &a.rec.Relations[i]
		if r.Subkind != "number" && r.Subkind != "duration" && r.Subkind != "date" {
			continue
		}
		switch r.Kind {
		case travaux.Contradicts, travaux.Updates, travaux.ScheduleVsReport, travaux.UnrelatedSameForm, travaux.Overlapping:
			a.row(r.ID, r.SupportedBy, r.Spans, r.A.Quote, plain(string(r.Kind)), r.B.Quote, a.outlet(r.Spans), words(r.Spans))
		}
	}
	for _, g := range a.Readings {
		for i := range g.Quantities {
			q := &g.Quantities[i]
			s := q.Span
			s.Report, s.File = g.Report.ID, g.Report.File
			st := a.carrier(s)
			why := ""
			switch {
			case st != nil && st.Attribution == travaux.ByAnonymousPerson:
				why = "one unnamed person says so"
			case q.Bound != travaux.Exact && q.Bound != "":
				why = "a bound: " + plain(string(q.Bound))
			default:
				continue
			}
			var support []string
			if st != nil {
				support = []string{st.ID}
			}
			a.row(q.ID, support, []travaux.Span{s}, q.Quote, why, "", a.outlet([]travaux.Span{s}), strings.TrimSpace(q.Quote+" "+q.Of))
		}
	}
}

// carrier is the innermost statement of the record, by somebody other than the
// outlet, whose content holds a passage.
func (a *asker) carrier(s travaux.Span) *travaux.Statement {
	var best *travaux.Statement
	size := 0
	for i := range a.rec.Statements {
		st := &a.rec.Statements[i]
		if st.Report != s.Report || st.Attribution == travaux.ByOutlet {
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
	for _, g := range a.Readings {
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
