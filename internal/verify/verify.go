// Package verify proves of a record that every span quotes its report, that
// every value is supported by statements of the record, and that no row stands
// without its words; what does not hold is named by report and row.
//
// It is for the laws of a record as data. It is not for the file that keeps it
// (package store proves evidence and history), nor for whether what was read is
// true.
package verify

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// Fault is a law that something breaks.
type Fault struct {
	Report string // its file, "" where none is concerned
	Row    string // the id of the row, "" where none is concerned
	What   string
}

func (f Fault) String() string {
	var at []string
	if f.Report != "" {
		at = append(at, f.Report)
	}
	if f.Row != "" {
		at = append(at, f.Row)
	}
	return strings.Join(append(at, f.What), ": ")
}

// Record returns what is wrong with a record, in order; nothing is changed.
func Record(rec *travaux.Record) []Fault {
	w := walker{reports: map[string]*travaux.ReportRow{}, statements: map[string]bool{}}
	for i := range rec.Reports {
		w.reports[rec.Reports[i].ID] = &rec.Reports[i]
	}
	for i := range rec.Statements {
		w.statements[rec.Statements[i].ID] = true
	}
	lists := reflect.ValueOf(rec).Elem()
	for i := range lists.NumField() {
		list := lists.Field(i)
		if list.Kind() != reflect.Slice {
			continue
		}
		for k := range list.Len() {
			w.row(list.Index(k))
		}
	}
	for i := range rec.Relations {
		if r := &rec.Relations[i]; r.Kind == travaux.Contradicts && r.HoldsIf == "" {
			w.fault(r.A.File, r.ID, "a contradiction without what must be the same")
		}
	}
	slices.SortFunc(w.faults, func(a, b Fault) int {
		return cmp.Or(strings.Compare(a.Report, b.Report), strings.Compare(a.Row, b.Row), strings.Compare(a.What, b.What))
	})
	return slices.Compact(w.faults)
}

type walker struct {
	reports    map[string]*travaux.ReportRow
	statements map[string]bool
	faults     []Fault
}

func (w *walker) fault(report, row, format string, args ...any) {
	w.faults = append(w.faults, Fault{report, row, fmt.Sprintf(format, args...)})
}

var (
	spanType  = reflect.TypeFor[travaux.Span]()
	valueType = reflect.TypeFor[travaux.Value]()
)

// row walks a row of a list: it must have an id and words of its own.
func (w *walker) row(v reflect.Value) {
	id := v.FieldByName("ID").String()
	if id == "" {
		w.fault("", "", "a row of %s has no id", v.Type().Name())
	}
	// A judgement may be of the record as a whole, or wait for its report.
	judged := v.Type() == reflect.TypeFor[travaux.Judgement]()
	if f := v.FieldByName("Spans"); f.IsValid() && f.Len() == 0 && !judged {
		w.fault("", id, "the row has no words of its own")
	}
	w.walk(v, id)
}

// walk checks all spans and supports in v, which is of the row id.
func (w *walker) walk(v reflect.Value, id string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			w.walk(v.Elem(), id)
		}
	case reflect.Slice:
		if k := v.Type().Elem().Kind(); k == reflect.Struct || k == reflect.Pointer {
			for i := range v.Len() {
				w.walk(v.Index(i), id)
			}
		}
	case reflect.Struct:
		if v.Type() == spanType {
			w.span(v.Interface().(travaux.Span), id)
			return
		}
		if v.Type() == valueType && v.FieldByName("Spans").Len() == 0 {
			w.fault("", id, "the value %q has no words", v.FieldByName("Value").String())
		}
		for i := range v.NumField() {
			f := v.Type().Field(i)
			if !f.IsExported() || f.Type == reflect.TypeFor[travaux.Report]() {
				continue // spans of a report's own fields are in its text, and unnamed
			}
			if f.Name == "SupportedBy" {
				w.support(v.Field(i), id)
				continue
			}
			w.walk(v.Field(i), id)
		}
	}
}

func (w *walker) span(s travaux.Span, id string) {
	r := w.reports[s.Report]
	if r == nil {
		w.fault(s.File, id, "a span names report %q, which is not in the record", s.Report)
		return
	}
	if err := s.Check(r.Text); err != nil {
		w.fault(r.File, id, "%v", err)
	}
}

func (w *walker) support(ids reflect.Value, id string) {
	for i := range ids.Len() {
		if s := ids.Index(i).String(); !w.statements[s] {
			w.fault("", id, "it rests on statement %q, which is not in the record", s)
		}
	}
}
