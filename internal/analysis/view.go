package analysis

import (
	"slices"
	"sync"

	"github.com/travaux/travaux"
)

// View is a record with the date that it is looked at from, and what the
// analyses look up in it. It does not change the record.
type View struct {
	Record *travaux.Record
	// Date is the day that the record is looked at from; Day is its number.
	Date travaux.EDTF
	Day  travaux.Day

	actors  map[string]*travaux.Actor
	reports map[string]*travaux.ReportRow
	days    map[string]travaux.Interval // report → when it was published, where known
	issues  map[string]*travaux.Issue

	// What several analyses look at is made when the first does.
	parties    func() map[string]string // actor → the party that it acts for, where it is another
	principals func() []string
	sided      func() bool // the profile says who the principals are
	ledger     func() []Foreseen
	drafts     func() []Draft
	statedIn   func() map[string]string // statement → its report
	looked     func() *looked
	layOnce    sync.Once
	laid       []Course
	stances    []issueStances
}

// At looks at a record from a date. The record is one that is cut to that date
// already, as record.Build does. An empty date is the last day on which a
// report of the record can have been published. Errors: CodeInvalid for what is
// not EDTF.
func At(rec *travaux.Record, date travaux.EDTF) (*View, error) {
	v := &View{
		Record: rec, Date: date,
		actors: make(map[string]*travaux.Actor, len(rec.Actors)), reports: make(map[string]*travaux.ReportRow, len(rec.Reports)), days: make(map[string]travaux.Interval, len(rec.Reports)),
		issues: make(map[string]*travaux.Issue, len(rec.Issues)),
	}
	v.parties, v.principals = sync.OnceValue(v.partyOfEach), sync.OnceValue(v.findPrincipals)
	v.sided = sync.OnceValue(v.findSides)
	v.ledger, v.drafts = sync.OnceValue(v.foresee), sync.OnceValue(v.findDrafts)
	v.statedIn, v.looked = sync.OnceValue(v.reportOfEach), sync.OnceValue(v.lookThrough)
	for i := range rec.Actors {
		v.actors[rec.Actors[i].ID] = &rec.Actors[i]
	}
	for i := range rec.Reports {
		r := &rec.Reports[i]
		v.reports[r.ID] = r
		if iv, ok := r.Date.EDTF.Bounded(); ok {
			v.days[r.ID] = iv
		}
	}
	for i := range rec.Issues {
		v.issues[rec.Issues[i].ID] = &rec.Issues[i]
	}
	if v.Date == "" {
		v.Date = LastReport(rec)
	}
	iv, err := v.Date.Interval()
	if err != nil {
		return nil, err
	}
	v.Day = iv.Hi
	return v, nil
}

func (v *View) reportOfEach() map[string]string {
	out := make(map[string]string, len(v.Record.Statements))
	for i := range v.Record.Statements {
		out[v.Record.Statements[i].ID] = v.Record.Statements[i].Report
	}
	return out
}

// LastReport is the last day on which a report can have been published, "" in
// a record without dates.
func LastReport(rec *travaux.Record) travaux.EDTF {
	var last travaux.EDTF
	var day travaux.Day
	for i := range rec.Reports {
		iv, ok := rec.Reports[i].Date.EDTF.Bounded()
		if ok && (last == "" || iv.Hi > day) {
			last, day = iv.Hi.EDTF(), iv.Hi
		}
	}
	return last
}

// Name is what an actor is called.
func (v *View) Name(actor string) string {
	if a := v.actors[actor]; a != nil {
		return a.Canonical
	}
	return actor
}

// IssueLabel is what an issue is called.
func (v *View) IssueLabel(id string) string {
	if is := v.issues[id]; is != nil && is.Label != "" {
		return is.Label
	}
	return id
}

// told is when the first of the reports that a row quotes was published.
func (v *View) told(spans []travaux.Span) (travaux.Interval, bool) {
	var first travaux.Interval
	found := false
	for _, s := range spans {
		iv, ok := v.published(s.Report)
		if ok && (!found || iv.Hi < first.Hi || iv.Hi == first.Hi && iv.Lo < first.Lo) {
			first, found = iv, true
		}
	}
	return first, found
}

// byNow is what of evidence stands in reports that can have been published by the
// view's date.
func (v *View) byNow(e Evidence) Evidence {
	later := func(report string) bool {
		iv, ok := v.published(report)
		return ok && v.Date != "" && iv.Lo > v.Day
	}
	if !slices.ContainsFunc(e.Spans, func(s travaux.Span) bool { return later(s.Report) }) {
		return e
	}
	return Evidence{
		SupportedBy: slices.DeleteFunc(slices.Clone(e.SupportedBy), func(id string) bool { return later(v.statedIn()[id]) }),
		Spans:       slices.DeleteFunc(slices.Clone(e.Spans), func(s travaux.Span) bool { return later(s.Report) }),
	}
}

// lastTold is when the last of the reports that a row quotes was published.
func (v *View) lastTold(spans []travaux.Span) (travaux.Interval, bool) {
	var last travaux.Interval
	found := false
	for _, s := range spans {
		iv, ok := v.published(s.Report)
		if ok && (!found || iv.Lo > last.Lo || iv.Lo == last.Lo && iv.Hi > last.Hi) {
			last, found = iv, true
		}
	}
	return last, found
}

func (v *View) published(report string) (travaux.Interval, bool) {
	iv, ok := v.days[report]
	return iv, ok
}

// edtf writes the days of an interval.
func edtf(iv travaux.Interval) travaux.EDTF {
	if iv.Lo == iv.Hi {
		return iv.Lo.EDTF()
	}
	return iv.Lo.EDTF() + "/" + iv.Hi.EDTF()
}
