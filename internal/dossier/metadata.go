package dossier

import "github.com/travaux/travaux"

// metaField is a kind of metadata with what is known of it.
type metaField struct {
	Label string
	Items []metaItem
}

// metaItem is a piece of metadata with where it was found.
type metaItem struct {
	Value    string
	Href     string // a live web address, the words in the text, or another page
	External bool
	Code     bool // letters that are no words
	Note     string
}

// metadata lists what is known of a report and where it was found.
func (s *Site) metadata(r *travaux.ReportRow) []metaField {
	var out []metaField
	add := func(label string, items ...metaItem) {
		if len(items) > 0 {
			out = append(out, metaField{label, items})
		}
	}
	link := func(label, id string) {
		if l := s.reportLink(id); l != nil {
			add(label, metaItem{Value: l.Text, Href: l.Href, Note: l.Note})
		}
	}
	add("Outlet", s.metaItems(r, r.Outlet)...)
	add("Deck", s.metaItems(r, r.Deck)...)
	add("Byline", s.metaItems(r, r.Byline)...)
	date := metaItem{Value: reportDate(r), Note: basisWords(r.Date.Basis)}
	if sp, ok := s.fieldSpan(r, r.Date.Start, r.Date.End); ok {
		date.Href = "#" + anchor(sp)
	}
	add("Published", date)
	add("Written from", s.metaItems(r, r.Places...)...)
	add("Contributors", s.metaItems(r, r.Contributors...)...)
	add("Sources listed", s.metaItems(r, r.Listed...)...)
	if r.URL.Value != "" {
		href := webLink(r.URL.Value)
		add("Address", metaItem{Value: r.URL.Value, Href: href, External: href != ""})
	}
	link("Copy of", r.CopyOf)
	link("Version of", r.VersionOf)
	add("Read from", metaItem{Value: r.File})
	if r.Genre != "" {
		add("Genre", metaItem{Value: plain(string(r.Genre))})
	}
	if r.Extractor != "" {
		add("Text made by", metaItem{Value: r.Extractor})
	}
	add("SHA-256", metaItem{Value: r.SHA256, Code: true, Note: "of the original bytes"})
	return out
}

// metaItems are the fields that have a value, each linked to its words where
// it stands in the text.
func (s *Site) metaItems(r *travaux.ReportRow, fields ...travaux.Field) []metaItem {
	var out []metaItem
	for _, f := range fields {
		if f.Value == "" {
			continue
		}
		m := metaItem{Value: oneLine(f.Value), Note: fieldBasis(f.Basis)}
		if sp, ok := s.fieldSpan(r, f.Start, f.End); ok {
			m.Href = "#" + anchor(sp)
		}
		out = append(out, m)
	}
	return out
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
