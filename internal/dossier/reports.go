package dossier

import (
	"slices"

	"github.com/travaux/travaux"
)

const reportsPerPage = 1000

// reportRow is a report in the list of reports.
type reportRow struct {
	Headline, Href string
	Outlet, Date   string
	Basis          string
	Genre          string
	Statements     int
	Undated        bool
	SetAside       string // why it is on another subject
	CopyOf         *link
	VersionOf      *link
}

// storyView is a set of reports of one event.
type storyView struct {
	Reports []link
	Events  []link
}

func (s *Site) layOutReports() {
	statements := map[string]int{}
	for i := range s.data.Record.Statements {
		statements[s.data.Record.Statements[i].Report]++
	}
	s.addList("reports", "Reports", "reports", len(s.sorted), reportsPerPage, func(_ string, from, to int) func() any {
		return func() any {
			v := struct {
				Total    int
				Basis    string // of most dates, which the rows leave out
				Reports  []reportRow
				Stories  []storyView
				Unread   []travaux.Unread
				Withdrew []travaux.Unread
				Notes    []string
			}{Total: len(s.sorted), Basis: basisWords(s.usualBasis())}
			for _, r := range s.sorted[from:to] {
				row := s.reportRow(r, statements[r.ID])
				if row.Basis == v.Basis {
					row.Basis = ""
				}
				v.Reports = append(v.Reports, row)
			}
			if from == 0 {
				v.Stories = s.stories()
				v.Notes = s.notes()
				v.Unread, v.Withdrew = s.unread(s.rec.Negotiation.Unread), s.unread(s.rec.Negotiation.Withdrawn)
			}
			return v
		}
	})
	for _, r := range s.sorted {
		s.addPage(page{
			path: reportPath(r.ID), title: headline(r), section: "reports.html", template: "report",
			body: func() any { return s.reportView(r) },
		})
	}
}

// usualBasis is the basis of more than half of the dates of the reports, "" if
// there is none.
func (s *Site) usualBasis() travaux.Basis {
	n := map[travaux.Basis]int{}
	for _, r := range s.sorted {
		if n[r.Date.Basis]++; 2*n[r.Date.Basis] > len(s.sorted) {
			return r.Date.Basis
		}
	}
	return ""
}

func (s *Site) unread(list []travaux.Unread) []travaux.Unread {
	out := slices.Clone(list)
	for i := range out {
		out[i].Reason = oneLine(out[i].Reason)
	}
	return out
}

func (s *Site) reportRow(r *travaux.ReportRow, statements int) reportRow {
	row := reportRow{
		Headline: headline(r), Href: reportPath(r.ID), Outlet: outletName(r), Date: reportDate(r), Basis: basisWords(r.Date.Basis),
		Genre: plain(string(r.Genre)), Statements: statements, Undated: r.Undated,
	}
	row.CopyOf, row.VersionOf = s.reportLink(r.CopyOf), s.reportLink(r.VersionOf)
	if r.SetAside != nil {
		row.SetAside = oneLine(r.SetAside.Reason)
	}
	return row
}

// notes say what was odd about the reports as a whole.
func (s *Site) notes() []string {
	var out []string
	for _, n := range s.rec.Negotiation.Notes {
		out = append(out, oneLine(n))
	}
	return out
}

func (s *Site) reportLink(id string) *link {
	if id == "" {
		return nil
	}
	r := s.reports[id]
	if r == nil {
		return &link{Text: "a report that is not in the record"}
	}
	return &link{Text: headline(r), Href: reportPath(id), Note: outletName(r) + ", " + reportDate(r)}
}

// stories are the events told by more than one report.
func (s *Site) stories() []storyView {
	var out []storyView
	for _, st := range s.rec.Stories {
		if len(st.Reports) < 2 {
			continue
		}
		var v storyView
		for _, id := range unique(st.Reports) {
			if l := s.reportLink(id); l != nil {
				v.Reports = append(v.Reports, *l)
			}
		}
		for _, id := range unique(st.Events) {
			v.Events = append(v.Events, s.rowLink(id))
		}
		out = append(out, v)
	}
	return out
}
