package travaux_test

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// found reports whether the record has what the row expects.
func (ex *example) found(r expected) bool {
	switch r.kind {
	case "report":
		return ex.findReport(r)
	case "actor", "anonymous":
		id := ex.actors[r.actor()]
		return id != "" && slices.Contains(ex.named(r), id)
	case "event":
		return slices.ContainsFunc(ex.rec.Events, func(e travaux.Event) bool { return ex.isEvent(r, e) })
	case "text":
		return slices.ContainsFunc(ex.rec.Proposals, func(p travaux.Proposal) bool { return ex.isText(r, p) })
	case "provision":
		return slices.ContainsFunc(ex.rec.Proposals, func(p travaux.Proposal) bool {
			return slices.ContainsFunc(p.Versions, func(v travaux.Version) bool {
				return slices.ContainsFunc(v.Provisions, func(x travaux.Provision) bool {
					return ex.covers(r.report, r.quote, x.Spans...) && agrees(r, "obligation", x.Obligation)
				})
			})
		})
	case "statement":
		return slices.ContainsFunc(ex.rec.Statements, func(s travaux.Statement) bool { return ex.isStatement(r, s) })
	case "consultation":
		return slices.ContainsFunc(ex.rec.Consultations, func(c travaux.Consultation) bool {
			return ex.covers(r.report, r.quote, c.Spans...) && agrees(r, "polarity", c.Polarity)
		})
	case "forecast":
		return slices.ContainsFunc(ex.rec.Forecasts, func(f travaux.Forecast) bool {
			return ex.covers(r.report, r.quote, f.Spans...) && ex.isNamed(r, "holder", f.Holder)
		})
	case "relation":
		return slices.ContainsFunc(ex.rec.Relations, func(x travaux.Relation) bool { return ex.isRelation(r, x) })
	case "compatible":
		return !slices.ContainsFunc(ex.rec.Relations, func(x travaux.Relation) bool {
			return x.Kind == travaux.Contradicts && ex.direction(r, x) != 0
		})
	case "apart":
		return !ex.together(r)
	case "date":
		return slices.ContainsFunc(ex.timexes[r.report], func(x travaux.Timex) bool {
			return ex.covers(r.report, r.quote, x.Span) && dated(r, x.EDTF)
		})
	case "quantity":
		return slices.ContainsFunc(ex.quantities[r.report], func(x travaux.Quantity) bool {
			return ex.covers(r.report, r.quote, x.Span) &&
				agrees(r, "number", x.Value) && agrees(r, "bound", string(x.Bound)) && agrees(r, "unit", x.Unit)
		})
	case "furniture":
		return ex.isFurniture(r)
	}
	return false
}

// agrees reports whether one of got is what the row expects of the key, if
// anything: either of the words that "|" joins, but for case.
func agrees(r expected, key string, got ...string) bool {
	want, ok := r.pair(key)
	return !ok || slices.ContainsFunc(got, func(s string) bool {
		return slices.ContainsFunc(strings.Split(want, "|"), func(w string) bool { return strings.EqualFold(s, w) })
	})
}

// isNamed reports whether one of the actors bears the name that the row
// expects of the key, if any.
func (ex *example) isNamed(r expected, key string, ids ...string) bool {
	want, ok := r.pair(key)
	return !ok || slices.ContainsFunc(ids, func(id string) bool { return ex.isCalled(id, want) })
}

func (ex *example) isCalled(id, name string) bool {
	return slices.Contains(ex.names[id], name) || id != "" && ex.actors[name] == id
}

func (ex *example) findReport(r expected) bool {
	return slices.ContainsFunc(ex.rec.Reports, func(x travaux.ReportRow) bool {
		return filepath.Base(x.File) == r.report &&
			agrees(r, "outlet", x.Outlet.Value) && agrees(r, "weekday", x.Date.Weekday) && dated(r, x.Date.EDTF) &&
			agrees(r, "version_of", ex.file(x.VersionOf)) && agrees(r, "copy_of", ex.file(x.CopyOf)) &&
			agrees(r, "set_aside", yes(x.SetAside != nil))
	})
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// file returns the file name of a report.
func (ex *example) file(id string) string {
	for name, rep := range ex.reports {
		if rep.ID == id {
			return name
		}
	}
	return ""
}

// dated reports whether the date lies within the one the row expects; an empty
// one expects none.
func dated(r expected, got ...travaux.EDTF) bool {
	want, ok := r.pair("date")
	if !ok {
		return true
	}
	within, err := travaux.EDTF(want).Interval()
	if err != nil {
		return false
	}
	return slices.ContainsFunc(got, func(d travaux.EDTF) bool {
		iv, err := d.Interval()
		return err == nil && (d == "") == (want == "") && within.Lo <= iv.Lo && iv.Hi <= within.Hi
	})
}

func (ex *example) isEvent(r expected, e travaux.Event) bool {
	if !ex.covers(r.report, r.quote, e.Spans...) || !agrees(r, "kind", string(e.Kind)) {
		return false
	}
	var dates []travaux.EDTF
	for _, d := range e.Dates {
		dates = append(dates, travaux.EDTF(d.Value))
	}
	return agrees(r, "status", values(e.Statuses)...) && agrees(r, "duration", values(e.Durations)...) && dated(r, dates...)
}

func values(list []travaux.Value) []string {
	var out []string
	for _, v := range list {
		out = append(out, v.Value)
	}
	return out
}

func (ex *example) isText(r expected, p travaux.Proposal) bool {
	if !ex.covers(r.report, r.quote, p.Spans...) {
		return false
	}
	var points []string
	for _, v := range p.Versions {
		points = append(points, values(v.Points)...)
	}
	return agrees(r, "points", points...) && ex.isNamed(r, "author", values(p.Authors)...) && ex.isNamed(r, "first", values(p.FirstReportedBy)...)
}

// isStatement asks for the content, the cue and exactly the speakers that the
// row gives; "-" is none.
func (ex *example) isStatement(r expected, s travaux.Statement) bool {
	if s.Attribution == travaux.ByOutlet || !ex.covers(r.report, r.quote, s.Content...) {
		return false
	}
	if r.value == "-" {
		return s.Speaker == ""
	}
	speakers := append([]string{s.Speaker}, s.JointWith...)
	names := strings.Split(r.value, " + ")
	for _, name := range names {
		if !slices.ContainsFunc(speakers, func(id string) bool { return ex.isCalled(id, name) }) {
			return false
		}
	}
	return len(names) == len(speakers) && (r.otherQuote == "" || s.Cue != nil && strings.Contains(s.Cue.Quote, r.otherQuote))
}

func (ex *example) isRelation(r expected, x travaux.Relation) bool {
	kind := x.Kind
	switch ex.direction(r, x) {
	case 0:
		return false
	case -1:
		switch x.Kind { // the two that have a direction
		case travaux.Entails:
			kind = travaux.EntailedBy
		case travaux.EntailedBy:
			kind = travaux.Entails
		}
	}
	return agrees(r, "kind", string(kind)) && agrees(r, "subkind", x.Subkind)
}

// direction returns 1 if the relation leads from the row's first passage to
// its second, -1 if the other way, and 0 if it is not between them.
func (ex *example) direction(r expected, x travaux.Relation) int {
	switch {
	case ex.covers(r.report, r.quote, x.A) && ex.covers(r.otherReport, r.otherQuote, x.B):
		return 1
	case ex.covers(r.report, r.quote, x.B) && ex.covers(r.otherReport, r.otherQuote, x.A):
		return -1
	}
	return 0
}

// together reports whether one event or one text holds both passages.
func (ex *example) together(r expected) bool {
	both := func(spans []travaux.Span) bool {
		return ex.covers(r.report, r.quote, spans...) && ex.covers(r.otherReport, r.otherQuote, spans...)
	}
	return slices.ContainsFunc(ex.rec.Events, func(e travaux.Event) bool { return both(e.Spans) }) ||
		slices.ContainsFunc(ex.rec.Proposals, func(p travaux.Proposal) bool { return both(p.Spans) })
}

func (ex *example) isFurniture(r expected) bool {
	rep := ex.reports[r.report]
	for _, p := range ex.places(r.report, r.quote) {
		i := slices.IndexFunc(rep.Lines, func(l travaux.Line) bool { return l.Start <= p.Start && p.Start < l.End })
		if i < 0 || !rep.Lines[i].Class.Furniture() {
			return false
		}
	}
	return true
}
