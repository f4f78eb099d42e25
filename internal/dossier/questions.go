package dossier

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/answer"
)

// How much of an answer is shown. The rest is for `travaux ask`.
const (
	maxOpenRows   = 6  // before the rest is folded
	maxAnswerRows = 40 // in all
	maxRowCites   = 3
)

// askerView is those who ask, with their questions.
type askerView struct {
	Asks      string
	Href      string
	Aside     string // which reports none of the answers counts
	Questions []answerView
}

// answerView is a question with its answer on this record.
type answerView struct {
	Anchor, ID, Question string
	Href                 string
	Parameters           []cell
	Columns              []string // where the rows are a table
	Open, Folded         []answerRow
	Total, More          int
	Missing              []string
	Note                 string
	Command              string
}

// answerRow is a row: as a table its cells, else its first cell and the others
// with their labels.
type answerRow struct {
	Lead  string
	Href  string // of the row of the record
	Cells []cell
	Cites []cite
	More  int // passages that are not shown
}

// cell is a value with its label.
type cell struct{ Label, Value string }

// askedBy are the answers by who asks, in the order of the questions. Answers
// to no listed question are left out.
func (s *Site) askedBy() []askerView {
	var out []askerView
	for _, q := range answer.Questions() {
		i := slices.IndexFunc(s.data.Answers, func(a *answer.Answer) bool { return a.ID == q.ID })
		if i < 0 {
			continue
		}
		if n := len(out); n == 0 || out[n-1].Asks != curly(capital(q.Asks)) {
			out = append(out, askerView{Asks: curly(capital(q.Asks)), Href: "questions-" + slug(strings.ToLower(q.ID[:1])) + ".html"})
		}
		last := &out[len(out)-1]
		last.Aside = oneLine(s.data.Answers[i].Aside)
		last.Questions = append(last.Questions, s.answerHead(s.data.Answers[i], last.Href))
	}
	return out
}

// answerHead is an answer without its rows.
func (s *Site) answerHead(a *answer.Answer, path string) answerView {
	v := answerView{
		Anchor: slug(strings.ToLower(a.ID)), ID: a.ID, Question: curly(oneLine(a.Question)), Total: len(a.Rows), More: max(0, len(a.Rows)-maxAnswerRows),
		Note: oneLine(strings.TrimSuffix(a.Note, a.Aside)), Command: "travaux ask " + a.ID,
	}
	v.Href = path + "#" + v.Anchor
	for _, m := range a.NotInRecord {
		v.Missing = append(v.Missing, oneLine(m))
	}
	return v
}

// layOutQuestions adds the index of the questions and a page for each of those
// who ask. Without answers there are none.
func (s *Site) layOutQuestions() {
	askers := s.askedBy()
	if len(askers) == 0 {
		return
	}
	s.addPage(page{path: "questions.html", title: "Questions", template: "questions", body: func() any { return askers }})
	for _, asker := range askers {
		s.addPage(page{path: asker.Href, title: asker.Asks, section: "questions.html", template: "answers", body: func() any { return s.answers(asker) }})
	}
}

// answers fills in the rows of one asker's questions.
func (s *Site) answers(v askerView) askerView {
	v.Questions = slices.Clone(v.Questions)
	for i := range v.Questions {
		q := &v.Questions[i]
		j := slices.IndexFunc(s.data.Answers, func(a *answer.Answer) bool { return a.ID == q.ID })
		s.fillAnswer(q, s.data.Answers[j])
	}
	return v
}

// maxColumns is how many columns beside the words a table has room for.
const maxColumns = 4

func (s *Site) fillAnswer(v *answerView, a *answer.Answer) {
	rows := a.Rows[:min(len(a.Rows), maxAnswerRows)]
	columns := slices.DeleteFunc(slices.Clone(a.Columns), func(c string) bool { return c == "words" || repeats(rows, c) })
	if len(columns) <= maxColumns {
		v.Columns = nil
		for _, c := range columns {
			v.Columns = append(v.Columns, capital(c))
		}
	}
	for name, value := range a.Parameters {
		if value != "" {
			v.Parameters = append(v.Parameters, cell{name, cellWords(value)})
		}
	}
	slices.SortFunc(v.Parameters, func(x, y cell) int { return strings.Compare(x.Label, y.Label) })
	for i, r := range rows {
		row := answerRow{Href: s.href[r.ID]}
		for _, c := range columns {
			row.Cells = append(row.Cells, cell{capital(c), s.quote(cellWords(r.Values[c]), r.Spans...)})
		}
		if v.Columns == nil {
			row.Lead, row.Cells = leadOf(row.Cells)
		}
		all := s.rowSpans(r)
		spans := all[:min(len(all), maxRowCites)]
		row.Cites, row.More = s.cites(spans, r.SupportedBy), len(all)-len(spans)
		if i < maxOpenRows {
			v.Open = append(v.Open, row)
		} else {
			v.Folded = append(v.Folded, row)
		}
	}
}

// repeats reports whether a column has nothing but the words that stand beside
// it. One column is left.
func repeats(rows []answer.Row, column string) bool {
	if column != "claim" && column != "said" || len(rows) == 0 {
		return false
	}
	return !slices.ContainsFunc(rows, func(r answer.Row) bool {
		v := oneLine(r.Values[column])
		return !slices.ContainsFunc(r.Spans, func(s travaux.Span) bool { return v != "" && strings.Contains(oneLine(s.Quote), v) })
	})
}

// leadOf takes the first cell that says something as the lead of a row, and
// leaves out those that say nothing.
func leadOf(cells []cell) (lead string, rest []cell) {
	for _, c := range cells {
		switch {
		case c.Value == "":
		case lead == "":
			lead = c.Value
		default:
			rest = append(rest, c)
		}
	}
	return lead, rest
}

// curly sets the apostrophes of our own words as the pages set theirs.
func curly(s string) string { return strings.ReplaceAll(s, "'", "’") }

// cellWords puts a cell in words: dates and members of enumerations.
func cellWords(v string) string {
	if len(v) >= 4 && v[0] >= '0' && v[0] <= '9' && strings.ContainsAny(v, "-/") && travaux.EDTF(v).Valid() {
		return dateWords(travaux.EDTF(v))
	}
	if !strings.Contains(v, " ") {
		return plain(v)
	}
	return oneLine(v)
}

// answerTable is some of the rows of an answer, for the template.
type answerTable struct {
	Question string
	Columns  []string
	Rows     []answerRow
}

func tableOf(v answerView, rows []answerRow) answerTable {
	return answerTable{v.Question, v.Columns, rows}
}

// rowSpans are the passages of a row: of a statement what is said, for source
// and cue stand around it.
func (s *Site) rowSpans(r answer.Row) []travaux.Span {
	if st := s.statements[r.ID]; st != nil && len(st.Content) > 0 {
		return st.Content
	}
	return r.Spans
}

// collectAnswers gathers the passages that the rows shown cite.
func (s *Site) collectAnswers(c collector) {
	for _, a := range s.data.Answers {
		for _, r := range a.Rows[:min(len(a.Rows), maxAnswerRows)] {
			spans := s.rowSpans(r)
			c.add("name", "", spans[:min(len(spans), maxRowCites)]...)
		}
	}
}
