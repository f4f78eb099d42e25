package dossier

import (
	"html/template"
	"strconv"
	"strings"

	"github.com/travaux/travaux"
)

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
	Compared *comparedView
}

// comparedView is how a copy or later version and the report that it repeats
// differ.
type comparedView struct {
	With            *link
	Shared          int
	Only, OtherOnly []cite
}

func (s *Site) comparedView(r *travaux.ReportRow) *comparedView {
	c := r.Compared
	if c == nil {
		return nil
	}
	return &comparedView{With: s.reportLink(c.With), Shared: c.Shared, Only: s.cites(c.Only, nil), OtherOnly: s.cites(c.OtherOnly, nil)}
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

func (s *Site) reportView(r *travaux.ReportRow) reportView {
	v := reportView{Compared: s.comparedView(r), Headline: headline(r), Outlet: outletName(r), Fields: s.metadata(r), Excerpts: s.data.Options.Excerpts}
	if r.SetAside != nil {
		v.Notes = append(v.Notes, oneLine("Set aside. "+r.SetAside.Reason+" What it says stands in record.json and nowhere else in this dossier."))
	}
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

// until returns the notes of the passages that begin before the offset. The
// outlet's own statements come last, as one.
func (w *noteWriter) until(to int) []noteView {
	var out, own []noteView
	for len(w.uses) > 0 && w.uses[0].span.Start < to {
		u := w.uses[0]
		w.uses = w.uses[1:]
		if n, ok := w.site.note(u); ok && !w.seen[u.row] {
			w.seen[u.row] = true
			if u.kind == "voice" {
				own = append(own, n)
				continue
			}
			out = append(out, n)
		}
	}
	if len(own) > 1 {
		own[0].Text += ", and " + strconv.Itoa(len(own)-1) + " more"
	}
	return append(out, own[:min(1, len(own))]...)
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
