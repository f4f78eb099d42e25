package dossier

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/travaux/travaux"
)

// cite is a quotation with where it stands and who speaks.
type cite struct {
	Quote string
	Href  string // its place in the report's page
	From  source
	Says  []link // the speakers whose statements carry it, each linked to the statement
	Marks string // which quotation marks to print, as quoteMarks says
	Bare  bool   // the source stands beside it already
	// Missing is set when the passage is not in the text of the report, which
	// is then not quoted.
	Missing bool
}

// source names a report as a citation does.
type source struct {
	Outlet string
	Date   string
	Href   string
}

// link is a name that leads somewhere; Href may be empty.
type link struct {
	Text, Href string
	Note       string // a few words in a quieter voice
}

func reportPath(id string) string { return "report-" + slug(id) + ".html" }
func actorPath(id string) string  { return "actor-" + slug(id) + ".html" }

// anchor is the name of a passage within its report's page.
func anchor(sp travaux.Span) string { return fmt.Sprintf("b%d-%d", sp.Start, sp.End) }

// cite returns the citation of a span, with the speakers of those of the
// supporting statements that stand in the same report.
func (s *Site) cite(sp travaux.Span, supportedBy []string) cite {
	return s.citeFrom(sp, s.byReport(supportedBy))
}

func (s *Site) citeFrom(sp travaux.Span, support backing) cite {
	c := cite{Quote: s.quote(sp.Quote, sp), From: s.source(sp.Report), Href: reportPath(sp.Report) + "#" + anchor(sp)}
	c.Marks = quoteMarks(c.Quote)
	if r := s.data.Reports[sp.Report]; r != nil && sp.Check(r.Text) != nil {
		c.Missing, c.Quote = true, ""
	}
	if s.reports[sp.Report] == nil {
		c.Href = ""
	}
	for _, st := range carriers(sp, support[sp.Report]) {
		if l := (link{Text: s.speakerName(st), Href: s.href[st.ID]}); !contains(c.Says, l) {
			c.Says = append(c.Says, l)
		}
	}
	return c
}

// backing is the statements that support a row, by report: a row of many
// reports has thousands of them, and each of its passages needs a few.
type backing map[string][]*travaux.Statement

func (s *Site) byReport(supportedBy []string) backing {
	b := backing{}
	for _, id := range supportedBy {
		if st := s.statements[id]; st != nil {
			b[st.Report] = append(b[st.Report], st)
		}
	}
	return b
}

// carriers are the statements, other than of the outlet itself, that a passage
// belongs to: those that it lies in or overlaps, else all of its report.
func carriers(sp travaux.Span, ofReport []*travaux.Statement) []*travaux.Statement {
	var all, near []*travaux.Statement
	own := false
	for _, st := range ofReport {
		overlaps := slices.ContainsFunc(st.Content, sp.Overlaps)
		switch {
		case st.Attribution == travaux.ByOutlet:
			own = own || overlaps
		case overlaps:
			near = append(near, st)
		default:
			all = append(all, st)
		}
	}
	if len(near) > 0 || own {
		return near
	}
	return all
}

// quoteMarks says which quotation marks to print around words: "own" when they
// stand in marks of their own from the first character to the last, "single"
// when there are marks within them, and "" for the usual ones.
func quoteMarks(words string) string {
	words = strings.TrimSpace(words)
	for _, m := range [...][2]string{{"“\"", "”\""}, {"«", "»"}, {"„", "“"}, {"‘", "’"}, {"'", "'"}} {
		first, n := utf8.DecodeRuneInString(words)
		last, l := utf8.DecodeLastRuneInString(words)
		if n+l > len(words) || !strings.ContainsRune(m[0], first) || !strings.ContainsRune(m[1], last) {
			continue
		}
		if !strings.ContainsAny(words[n:len(words)-l], m[0]) {
			return "own"
		}
	}
	if strings.ContainsAny(words, "“”\"") {
		return "single"
	}
	return ""
}

func contains(list []link, l link) bool {
	for _, x := range list {
		if x.Text == l.Text {
			return true
		}
	}
	return false
}

// cites returns the citations of spans, each passage once.
func (s *Site) cites(spans []travaux.Span, supportedBy []string) []cite {
	return s.citesFrom(spans, s.byReport(supportedBy))
}

func (s *Site) citesFrom(spans []travaux.Span, support backing) []cite {
	var out []cite
	seen := map[string]bool{}
	for _, sp := range spans {
		c := s.citeFrom(sp, support)
		if key := c.Href + c.Quote; !seen[key] {
			seen[key] = true
			out = append(out, c)
		}
	}
	return out
}

// source names the report with the given id.
func (s *Site) source(report string) source {
	r := s.reports[report]
	if r == nil {
		return source{Outlet: "a report that is not in the record", Date: "date " + notInRecord}
	}
	return source{Outlet: outletName(r), Date: reportDate(r), Href: reportPath(report)}
}

func outletName(r *travaux.ReportRow) string {
	if r.Outlet.Value != "" {
		return oneLine(r.Outlet.Value)
	}
	return "outlet " + notInRecord + " (" + path.Base(strings.ReplaceAll(r.File, `\`, "/")) + ")"
}

func reportDate(r *travaux.ReportRow) string {
	words := dateWords(r.Date.EDTF)
	if words == notInRecord {
		words = "date " + notInRecord
		if r.Date.Weekday != "" {
			words = "a " + r.Date.Weekday + ", " + words
		}
	}
	return words
}

func headline(r *travaux.ReportRow) string {
	if r.Headline.Value != "" {
		return oneLine(r.Headline.Value)
	}
	return "No headline (" + path.Base(strings.ReplaceAll(r.File, `\`, "/")) + ")"
}

// actor names an actor and links to its page. Words that are no actor's id
// are returned as they are.
func (s *Site) actor(id string) link {
	a := s.actors[id]
	if a == nil {
		return link{Text: oneLine(id)}
	}
	l := link{Text: actorName(a), Href: s.href[id]}
	if a.Type.Anonymous() && a.Anonymous != nil {
		if r := s.reports[a.Anonymous.Report]; r != nil {
			l.Note = "unnamed, in " + outletName(r)
		}
	}
	return l
}

func (s *Site) actorLinks(ids []string) []link {
	var out []link
	for _, id := range unique(ids) {
		out = append(out, s.actor(id))
	}
	return out
}

func actorName(a *travaux.Actor) string {
	name := a.Canonical
	if name == "" && a.Anonymous != nil {
		name = a.Anonymous.Description
	}
	if name == "" {
		name = "name " + notInRecord
	}
	return oneLine(name)
}

// speakerName names who speaks in a statement.
func (s *Site) speakerName(st *travaux.Statement) string {
	if st.Speaker == "" {
		if st.Attribution == travaux.ByOutlet {
			return "the outlet in its own voice"
		}
		return "speaker " + notInRecord
	}
	name := s.actor(st.Speaker).Text
	if st.Attribution == travaux.ByOutlet {
		return name + ", in its own voice"
	}
	return name
}
