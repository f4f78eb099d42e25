package dossier

import (
	"html/template"
	"slices"
	"strings"

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
	CopyOf         *link
	VersionOf      *link
}

// storyView is a set of reports of one event.
type storyView struct {
	Reports []link
	Events  []link
}

// reportView is a report's page.
type reportView struct {
	Headline string
	Outlet   string
	Fields   []metaField
	Notes    []string
	Lang     string
	Pieces   []piece   // the whole text
	Passages []passage // or only what is quoted from it
	Anchors  []string  // passages that have no place in the text shown
	Excerpts bool
}

// metaField is a piece of metadata with where it was found.
type metaField struct {
	Label, Value string
	Href         string // a live web address, the words in the text, or another page
	External     bool
	Code         bool // letters that are no words
	Note         string
}

// piece is a paragraph of the text, or lines of furniture, with what rests
// on it.
type piece struct {
	Class     string
	Furniture bool
	Lines     []pieceLine
	Notes     []noteView
}

type pieceLine struct {
	Label string // what the line is, when it is not running text
	Words template.HTML
}

// noteView is a row that rests on words of a paragraph.
type noteView struct {
	Kind, Text, Href string
}

// passage is a quotation standing alone, with the anchors of all that is cited
// within it.
type passage struct {
	Anchors []string
	Quote   string
	Marks   string // as quoteMarks says
	Notes   []noteView
}

func (s *Site) layOutReports() {
	statements := map[string]int{}
	for i := range s.rec.Statements {
		statements[s.rec.Statements[i].Report]++
	}
	s.addList("reports", "Reports", "reports", len(s.sorted), reportsPerPage, func(_ string, from, to int) func() any {
		return func() any {
			v := struct {
				Total    int
				Reports  []reportRow
				Stories  []storyView
				Unread   []travaux.Unread
				Withdrew []travaux.Unread
			}{Total: len(s.sorted)}
			for _, r := range s.sorted[from:to] {
				v.Reports = append(v.Reports, s.reportRow(r, statements[r.ID]))
			}
			if from == 0 {
				v.Stories = s.stories()
				v.Unread, v.Withdrew = s.unread(s.rec.Negotiation.Unread), s.unread(s.rec.Negotiation.Withdrawn)
			}
			return v
		}
	})
	for _, r := range s.sorted {
		s.addPage(page{path: reportPath(r.ID), title: headline(r), section: "reports.html", template: "report",
			body: func() any { return s.reportView(r) }})
	}
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
		Genre: plain(r.Genre), Statements: statements, Undated: r.Undated,
	}
	row.CopyOf, row.VersionOf = s.reportLink(r.CopyOf), s.reportLink(r.VersionOf)
	return row
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

func (s *Site) reportView(r *travaux.ReportRow) reportView {
	v := reportView{Headline: headline(r), Outlet: outletName(r), Fields: s.metadata(r), Excerpts: s.data.Options.Excerpts}
	for _, n := range r.Notes {
		v.Notes = append(v.Notes, oneLine(n))
	}
	if l := r.Language; len(l) == 2 && slug(l) == l {
		v.Lang = l
	}
	text := s.data.Reports[r.ID]
	if v.Excerpts || text == nil {
		v.Passages = s.passages(r.ID)
		return v
	}
	m := &marker{text: text.Text, marks: marksOf(text.Text, s.uses[r.ID]), named: map[string]bool{}}
	v.Pieces = s.pieces(text, m)
	for _, u := range s.uses[r.ID] {
		if id := anchor(u.span); !m.named[id] {
			m.named[id] = true
			v.Anchors = append(v.Anchors, id)
		}
	}
	return v
}

// pieces cuts a text into paragraphs: the blocks where there are any, else the
// lines, furniture gathered.
func (s *Site) pieces(r *travaux.Report, m *marker) []piece {
	var out []piece
	notes := &noteWriter{site: s, uses: s.uses[r.ID], seen: map[string]bool{}}
	blocks := r.Blocks
	lines := r.Lines
	if len(lines) == 0 {
		lines = plainLines(r.Text)
	}
	done := 0 // text before this offset is written
	for _, l := range lines {
		if l.Start < done || l.Class == travaux.LineBlank {
			continue
		}
		from, to, class := l.Start, l.End, l.Class
		for len(blocks) > 0 && blocks[0].End <= from {
			blocks = blocks[1:]
		}
		if len(blocks) > 0 && blocks[0].Start <= from {
			to, class = blocks[0].End, blocks[0].Class
		}
		done = to
		p := piece{Class: strings.ReplaceAll(string(class), ":", " "), Furniture: class.Furniture(), Notes: notes.until(to)}
		p.Lines = []pieceLine{{lineWords(class), template.HTML(m.write(from, to))}} //nolint:gosec // write escapes the text
		if n := len(out); n > 0 && p.Furniture && out[n-1].Furniture {
			out[n-1].Lines = append(out[n-1].Lines, p.Lines...)
			out[n-1].Notes = append(out[n-1].Notes, p.Notes...)
			continue
		}
		out = append(out, p)
	}
	return out
}

func plainLines(text string) []travaux.Line {
	var out []travaux.Line
	for at := 0; at < len(text); {
		end := len(text)
		if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
			end = at + i
		}
		class := travaux.LineBody
		if strings.TrimSpace(text[at:end]) == "" {
			class = travaux.LineBlank
		}
		out = append(out, travaux.Line{Start: at, End: end, Class: class})
		at = end + 1
	}
	return out
}

// noteWriter hands out the notes of a report in text order, each row once.
type noteWriter struct {
	site *Site
	uses []use // by place
	seen map[string]bool
}

// until returns the notes of the passages that begin before the offset.
func (w *noteWriter) until(to int) []noteView {
	var out []noteView
	for len(w.uses) > 0 && w.uses[0].span.Start < to {
		u := w.uses[0]
		w.uses = w.uses[1:]
		if n, ok := w.site.note(u); ok && !w.seen[u.row] {
			w.seen[u.row] = true
			out = append(out, n)
		}
	}
	return out
}

// note names the row behind a use; names and metadata have none.
func (s *Site) note(u use) (noteView, bool) {
	n := noteView{Href: s.href[u.row]}
	switch u.kind {
	case "statement":
		st := s.statements[u.row]
		n.Kind, n.Text = "Statement", s.speakerName(st)+", "+modeWords(st.Mode)
	case "voice":
		n.Kind, n.Text = "Statement", "of the outlet itself"
	case "event":
		n.Kind, n.Text = "Event", s.rowLink(u.row).Text
	case "proposal":
		n.Kind, n.Text = "Text", s.rowLink(u.row).Text
	case "difference", "provision", "position", "consultation", "forecast", "track":
		n.Kind, n.Text = capital(u.kind), s.rowWords[u.row]
	default:
		return n, false
	}
	return n, true
}

// passages are the quotations of a report standing alone: those that lie in no
// other, each with the anchors of what lies in it.
func (s *Site) passages(report string) []passage {
	var out []passage
	notes := map[string]bool{}
	end := -1
	for _, u := range s.uses[report] {
		if u.span.End > end || len(out) == 0 {
			end = u.span.End
			q := s.quote(u.span.Quote)
			out = append(out, passage{Quote: q, Marks: quoteMarks(q)})
		}
		p := &out[len(out)-1]
		if id := anchor(u.span); !slices.Contains(p.Anchors, id) {
			p.Anchors = append(p.Anchors, id)
		}
		if n, ok := s.note(u); ok && !notes[u.row] {
			notes[u.row] = true
			p.Notes = append(p.Notes, n)
		}
	}
	return out
}

// metadata lists what is known of a report and where it was found.
func (s *Site) metadata(r *travaux.ReportRow) []metaField {
	var out []metaField
	add := func(label string, fields ...travaux.Field) {
		for _, f := range fields {
			if f.Value == "" {
				continue
			}
			m := metaField{Label: label, Value: oneLine(f.Value), Note: fieldBasis(f.Basis)}
			if sp, ok := s.fieldSpan(r, f.Start, f.End); ok {
				m.Href = "#" + anchor(sp)
			}
			out = append(out, m)
		}
	}
	add("Deck", r.Deck)
	add("Byline", r.Byline)
	date := metaField{Label: "Published", Value: reportDate(r), Note: basisWords(r.Date.Basis)}
	if sp, ok := s.fieldSpan(r, r.Date.Start, r.Date.End); ok {
		date.Href = "#" + anchor(sp)
	}
	out = append(out, date)
	add("Written from", r.Places...)
	add("Contributors", r.Contributors...)
	add("Sources listed", r.Listed...)
	if r.URL.Value != "" {
		href := webLink(r.URL.Value)
		out = append(out, metaField{Label: "Address", Value: r.URL.Value, Href: href, External: href != ""})
	}
	if l := s.reportLink(r.CopyOf); l != nil {
		out = append(out, metaField{Label: "Copy of", Value: l.Text, Href: l.Href, Note: l.Note})
	}
	if l := s.reportLink(r.VersionOf); l != nil {
		out = append(out, metaField{Label: "Version of", Value: l.Text, Href: l.Href, Note: l.Note})
	}
	out = append(out, metaField{Label: "Read from", Value: r.File})
	if r.Genre != "" {
		out = append(out, metaField{Label: "Genre", Value: plain(r.Genre)})
	}
	if r.Extractor != "" {
		out = append(out, metaField{Label: "Text made by", Value: r.Extractor})
	}
	return append(out, metaField{Label: "SHA-256", Value: r.SHA256, Code: true, Note: "of the original bytes"})
}

// fieldSpan is the passage of a piece of metadata, when it stands in the text.
func (s *Site) fieldSpan(r *travaux.ReportRow, start, end int) (travaux.Span, bool) {
	text := s.data.Reports[r.ID]
	if text == nil || start < 0 || end <= start || end > len(text.Text) {
		return travaux.Span{}, false
	}
	sp := travaux.SpanOf(text.Text, start, end)
	sp.Report = r.ID
	return sp, true
}

func fieldBasis(b string) string {
	switch b {
	case "", "text":
		return ""
	case "self_reference":
		return "from how the report names itself"
	case "input":
		return "given with the input"
	}
	return "from the " + plain(b)
}
