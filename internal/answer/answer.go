// Package answer answers the questions that analysts, journalists and
// researchers ask of a record, each as a table whose every row leads to its
// words.
//
// It is for questions about a record as it stands or stood. It is not for
// reading reports, nor for deciding what is one thing or a contradiction: it
// only looks at what the record holds, and says what it does not hold.
package answer

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// Subject is what is asked about.
type Subject struct {
	Record *travaux.Record
	// Readings are those of the record's reports; questions about lines,
	// numbers and names at each occurrence need them.
	Readings []*travaux.Reading
	// Load gives the readings when a question needs them and Readings has none.
	Load func() ([]*travaux.Reading, error)
	// At builds the record as it was at two dates, either empty.
	At func(asOf, knownBy travaux.EDTF) (*travaux.Record, error)
}

// Answer is the answer to a question.
type Answer struct {
	ID          string            `json:"id"`
	Question    string            `json:"question"`
	Parameters  map[string]string `json:"parameters"`
	Columns     []string          `json:"columns"`
	Rows        []Row             `json:"answer"`
	NotInRecord []string          `json:"not_in_record"`
	// Note says what a reader must know to read the rows rightly.
	Note string `json:"note"`
	// Aside is the end of Note, where it says which reports are not counted.
	Aside string `json:"-"`
}

// Row is a line of an answer.
type Row struct {
	ID          string            `json:"id"` // of the row of the record that it comes from
	Values      map[string]string `json:"values"`
	SupportedBy []string          `json:"supported_by"`
	Spans       []travaux.Span    `json:"spans"`
}

// Kind is what an answer is.
type Kind string

// The kinds of answer.
const (
	Set     Kind = "set"         // all the rows that are so, and only those
	Value   Kind = "value"       // a number or short list
	Both    Kind = "both_values" // values side by side, none chosen
	Unknown Kind = "unknown"     // what is not in the record is said
	AsOf    Kind = "as_of"       // hangs on a date
	Export  Kind = "export"      // rows for another program
)

// Question is a question that can be asked of any record.
type Question struct {
	ID         string
	Asks       string // who asks it
	Text       string
	Kind       Kind
	Parameters []Parameter
	Columns    []string
	// Nothing is what is not in the record when no row answers.
	Nothing string
	answer  func(*asker)
}

// Parameter narrows a question; every one has a default taken from the record.
type Parameter struct{ Name, Meaning string }

// Questions lists all questions, in the order of their ids.
func Questions() []Question { return slices.Clone(questions) }

// Ask answers one question of a subject; see Index.Ask. Who asks several makes
// the index once.
func Ask(s Subject, id string, set map[string]string) (*Answer, error) {
	return NewIndex(s).Ask(id, set)
}

// asideNamed is how many reports on another subject a note names.
const asideNamed = 5

// asker works out one answer.
type asker struct {
	*Index
	set map[string]string
	out *Answer
	err error
}

// noteAside says which reports are not in any answer.
func (a *asker) noteAside() {
	var files []string
	for i := range a.rec.Reports {
		if r := &a.rec.Reports[i]; r.SetAside != nil {
			files = append(files, r.File)
		}
	}
	if len(files) == 0 {
		return
	}
	slices.Sort(files)
	names := strings.Join(files[:min(len(files), asideNamed)], ", ")
	if n := len(files) - asideNamed; n > 0 {
		names += fmt.Sprintf(" and %d more", n)
	}
	a.out.Aside = "Not counted, being on another subject: " + names + "."
	a.out.Note = strings.TrimSpace(a.out.Note + " " + a.out.Aside)
}

func newAsker(x *Index, q *Question, set map[string]string) *asker {
	return &asker{
		Index: x, set: set,
		out: &Answer{ID: q.ID, Question: q.Text, Parameters: map[string]string{}, Columns: q.Columns, Rows: []Row{}, NotInRecord: []string{}},
	}
}

// statement is the one with an id, or nil.
func (a *asker) statement(id string) *travaux.Statement { return a.statements()[id] }

// row adds a row; cells are in the order of the columns.
func (a *asker) row(id string, support []string, spans []travaux.Span, cells ...string) {
	r := Row{ID: id, Values: make(map[string]string, len(cells)), SupportedBy: orEmpty(support), Spans: orEmpty(spans)}
	for i, c := range cells {
		r.Values[a.out.Columns[i]] = c
	}
	a.out.Rows = append(a.out.Rows, r)
}

// missing says that something is not in the record.
func (a *asker) missing(what string) { a.out.NotInRecord = append(a.out.NotInRecord, what) }

func orEmpty[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// name is what an actor is called, "" for none.
func (a *asker) name(id string) string {
	if x := a.actors[id]; x != nil {
		return x.Canonical
	}
	return id
}

func (a *asker) names(ids []string) string {
	out := make([]string, 0, len(ids))
	for _, id := range ids {
		if n := a.name(id); n != "" && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return strings.Join(out, "; ")
}

// outlet is that of the report that the first span is in.
func (a *asker) outlet(s []travaux.Span) string {
	if len(s) == 0 {
		return ""
	}
	if r := a.reports[s[0].Report]; r != nil {
		return cmp.Or(r.Outlet.Value, r.File)
	}
	return s[0].File
}

// outlets are those of the reports that spans are in.
func (a *asker) outlets(spans []travaux.Span) string {
	var out []string
	for i := range spans {
		if o := a.outlet(spans[i : i+1]); !slices.Contains(out, o) {
			out = append(out, o)
		}
	}
	return strings.Join(out, "; ")
}

// read are the readings of the reports of the record.
func (a *asker) read() []*travaux.Reading {
	list, err := a.readings()
	if err != nil {
		a.err = err
	}
	return list
}

// told is the document time of the report that a span is in.
func (a *asker) told(s []travaux.Span) string {
	if len(s) > 0 {
		if r := a.reports[s[0].Report]; r != nil {
			return string(r.Date.EDTF)
		}
	}
	return ""
}

// values joins the values of a field; actors are named.
func (a *asker) values(vs []travaux.Value) string {
	var out []string
	for _, v := range travaux.DecidedFirst(vs) { // they may be of several versions
		w := a.name(v.Value)
		if v.Bound != "" && v.Bound != travaux.Exact {
			w = plain(string(v.Bound)) + " " + w
		}
		if !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return strings.Join(out, "; ")
}

// words are the quoted words of spans.
func words(spans []travaux.Span) string {
	if len(spans) == 1 {
		return oneLine(spans[0].Quote)
	}
	var out []string
	seen := make(map[string]bool, len(spans)) // a row may rest on thousands
	for _, s := range spans {
		if q := oneLine(s.Quote); q != "" && !seen[q] {
			seen[q] = true
			out = append(out, q)
		}
	}
	return strings.Join(out, " … ")
}

func plain(s string) string { return strings.ReplaceAll(s, "_", " ") }

// oneLine puts one blank where there is white space.
func oneLine(s string) string {
	if !untidy(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// untidy reports whether s may have white space other than single blanks
// between words.
func untidy(s string) bool {
	last := byte(' ')
	for i := range len(s) {
		c := s[i]
		if c == ' ' && last == ' ' || c < ' ' || c >= 0x80 {
			return true
		}
		last = c
	}
	return s != "" && last == ' '
}

// speakers names who carries statements.
func (a *asker) speakers(ids []string) string {
	var out []string
	for _, id := range ids {
		if st := a.statement(id); st != nil && st.Speaker != "" && !slices.Contains(out, st.Speaker) {
			out = append(out, st.Speaker)
		}
	}
	return a.names(out)
}
