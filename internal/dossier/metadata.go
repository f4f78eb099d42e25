package dossier

import "github.com/travaux/travaux"

// metaField is a piece of metadata with where it was found.
type metaField struct {
	Label, Value string
	Href         string // a live web address, the words in the text, or another page
	External     bool
	Code         bool // letters that are no words
	Note         string
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
