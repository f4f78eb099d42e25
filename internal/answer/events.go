package answer

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/travaux/travaux"
)

func (a *asker) eventRow(e *travaux.Event) {
	a.row(e.ID, e.SupportedBy, e.Spans, e.Label, plain(string(e.Status)), a.values(e.Dates), a.values(e.Places), a.told(e.Spans))
}

func (a *asker) slipped() {
	for i := range a.rec.Events {
		e := &a.rec.Events[i]
		if slices.ContainsFunc(e.Statuses, func(v travaux.Value) bool {
			switch travaux.EventStatus(v.Value) {
			case travaux.Cancelled, travaux.Postponed, travaux.Superseded:
				return true
			}
			return false
		}) {
			a.eventRow(e)
		}
	}
	for i := range a.rec.Relations { // set for one day, and told of for another
		r := &a.rec.Relations[i]
		if r.Subkind != "date" || r.Kind != travaux.ScheduleVsReport && r.Kind != travaux.Updates {
			continue
		}
		label := cmp.Or(r.ValueA, r.A.Quote)
		if j := slices.IndexFunc(a.rec.Events, func(e travaux.Event) bool { return e.ID == r.About }); j >= 0 {
			if asPlanned(&a.rec.Events[j], r.A) {
				continue
			}
			label = a.rec.Events[j].Label
		}
		a.row(r.ID, r.SupportedBy, r.Spans, label, "told of for another time", r.A.Quote+"; "+r.B.Quote, "", a.told(r.Spans))
	}
}

// asPlanned reports whether a report that tells of an event as held gives it the
// day that a passage set it for.
func asPlanned(e *travaux.Event, plan travaux.Span) bool {
	held := map[string]bool{}
	for _, s := range e.Statuses {
		if s.Value == string(travaux.Happened) || s.Value == string(travaux.UnderWay) {
			for _, span := range s.Spans {
				held[span.Report] = true
			}
		}
	}
	return slices.ContainsFunc(e.Dates, func(set travaux.Value) bool {
		day, ok := travaux.EDTF(set.Value).Bounded()
		return ok && slices.ContainsFunc(set.Spans, plan.Overlaps) && slices.ContainsFunc(e.Dates, func(told travaux.Value) bool {
			iv, ok := travaux.EDTF(told.Value).Bounded()
			return ok && iv.Overlaps(day) && slices.ContainsFunc(told.Spans, func(s travaux.Span) bool { return held[s.Report] })
		})
	})
}

// coercive are the kinds of event that put pressure on somebody.
var coercive = []travaux.EventKind{travaux.Sanction, travaux.MilitaryAct, travaux.IndustrialAction, travaux.Deadline, travaux.Walkout}

func (a *asker) coercion() {
	for i := range a.rec.Events {
		e := &a.rec.Events[i]
		if !slices.Contains(coercive, e.Kind) {
			continue
		}
		a.row(e.ID, e.SupportedBy, e.Spans, plain(string(e.Kind)), a.parts(e, "actor"), a.parts(e, "recipient"), plain(string(e.Status)), a.values(e.Dates), words(e.Spans))
	}
	for i := range a.rec.Statements {
		if st := &a.rec.Statements[i]; st.SpeechAct == travaux.ActThreaten && a.said(st) {
			a.row(st.ID, []string{st.ID}, st.Spans, "threat", a.name(st.Speaker), "", "said", a.told(st.Spans), words(st.Spans))
		}
	}
}

func (a *asker) parts(e *travaux.Event, part string) string {
	var ids []string
	for _, p := range e.Participants {
		if p.Part == part {
			ids = append(ids, p.Actor)
		}
	}
	return a.names(ids)
}

func (a *asker) plover() {
	for i := range a.rec.Events {
		e := &a.rec.Events[i]
		if e.PLOVER.Event == "" {
			continue
		}
		a.row(e.ID, e.SupportedBy, e.Spans, a.values(e.Dates), a.parts(e, "actor"), e.PLOVER.Event, e.PLOVER.Mode, a.parts(e, "recipient"), plain(string(e.Status)), a.values(e.Places), strconv.Itoa(len(e.Reports)))
	}
	a.out.Note = "Names of events and modes are those of the final PLOVER manual. A meeting to come is coded as agreed or asked for, not as held."
}

func (a *asker) distinct() {
	n, mentions := map[string]int{}, map[string]int{}
	spans := map[string][]travaux.Span{}
	var kinds []string
	total := 0
	for i := range a.rec.Events {
		e := &a.rec.Events[i]
		k := string(e.Kind)
		if n[k] == 0 {
			kinds = append(kinds, k)
			spans[k] = e.Spans
		}
		n[k]++
		mentions[k] += len(e.Claims)
		total += len(e.Claims)
	}
	slices.Sort(kinds)
	for _, k := range kinds {
		a.row(k, nil, spans[k], plain(k), strconv.Itoa(n[k]), strconv.Itoa(mentions[k]))
	}
	a.out.Note = strconv.Itoa(len(a.rec.Events)) + " events behind " + strconv.Itoa(total) + " mentions. The words are of one event of each kind."
}

func (a *asker) whenAndHowLong() {
	e, ok := a.event("event")
	if !ok {
		if a.err == nil {
			a.missing("a meeting that is said to have been held")
		}
		return
	}
	for _, f := range []struct {
		what   string
		values []travaux.Value
	}{{"date", e.Dates}, {"length", e.Durations}, {"place", e.Places}} {
		for _, v := range distinctValues(f.values) {
			a.row(e.ID, v.SupportedBy, v.Spans, e.Label, f.what, a.values([]travaux.Value{v}), a.speakers(v.SupportedBy), a.outlets(v.Spans), words(v.Spans))
		}
		if len(f.values) == 0 {
			a.missing("the " + f.what + " of " + e.Label)
		}
	}
	a.out.Note = "What reports say, side by side; none is chosen."
	for _, values := range [][]travaux.Value{e.Dates, e.Durations, e.Places} {
		if _, ok := travaux.Decided(values); ok {
			a.out.Note = "What reports say, side by side. What an analyst chose or gave is named first; travaux log says why."
		}
	}
}

// distinctValues joins values that are equal however their dates were worked
// out.
func distinctValues(values []travaux.Value) []travaux.Value {
	var out []travaux.Value
	for _, v := range values {
		i := slices.IndexFunc(out, func(o travaux.Value) bool { return o.Value == v.Value && o.Bound == v.Bound })
		if i < 0 {
			out = append(out, v)
			continue
		}
		out[i].SupportedBy = slices.Concat(out[i].SupportedBy, v.SupportedBy)
		out[i].Spans = slices.Concat(out[i].Spans, v.Spans)
	}
	return out
}

func (a *asker) readouts() {
	e, ok := a.event("event")
	if !ok {
		if a.err == nil {
			a.missing("a meeting that is said to have been held")
		}
		return
	}
	sides := map[string]bool{}
	for _, p := range e.Participants {
		if x := a.actors[p.Actor]; x == nil || !x.Type.Anonymous() {
			sides[a.party(p.Actor)] = true
		}
	}
	if len(sides) < 2 { // the report says no more than who had the chair
		for _, id := range a.principals() {
			sides[id] = true
		}
		for i := range a.rec.Consultations { // who was not asked was no side of it
			for _, id := range a.rec.Consultations[i].Who {
				if passedOver(&a.rec.Consultations[i]) && sides[a.party(id)] {
					delete(sides, a.party(id))
				}
			}
		}
	}
	heard := map[string]bool{}
	main := a.mainOf(e)
	for _, i := range a.saidInReports(e.Reports) {
		st := &a.rec.Statements[i]
		side := a.party(st.Speaker)
		if !sides[side] || !spoken(st) || !a.said(st) || a.before(st.Report, e) || !about(e, st, main[st.Report]) {
			continue
		}
		heard[side] = true
		a.row(st.ID, []string{st.ID}, st.Spans, e.Label, a.name(side), a.name(st.Speaker), words(st.Content), a.outlet(st.Spans), a.told(st.Spans))
	}
	for _, p := range e.Participants {
		if side := a.party(p.Actor); !heard[side] {
			heard[side] = true
			a.missing("what " + a.name(side) + " says of it")
		}
	}
	a.out.Note = "Statements by those who took part, or by those who belong to them, in reports of the meeting and near the passages that tell of it. Where fewer than two sides are told, those by the parties of the record."
}

// before reports whether a report was published before an event.
func (a *asker) before(report string, e *travaux.Event) bool {
	r := a.reports[report]
	if r == nil || len(e.Dates) == 0 {
		return false
	}
	told, ok := r.Date.EDTF.Bounded()
	return ok && !slices.ContainsFunc(e.Dates, func(v travaux.Value) bool {
		iv, known := travaux.EDTF(v.Value).Bounded()
		return !known || !told.Before(iv)
	})
}

// spoken reports whether a statement is something that a speaker with a name
// said, rather than thought or wanted.
func spoken(st *travaux.Statement) bool {
	switch st.Mode {
	case travaux.Direct, travaux.Indirect, travaux.Mixed:
		return st.Attribution != travaux.ByOutlet && len(st.Content) > 0
	}
	return false
}

// nearBytes is how far a statement may stand from a passage that tells of what
// its report is chiefly about.
const nearBytes = 1500

// about reports whether a statement may be of an event: it tells of it, or
// stands near a passage that does, in a report that is chiefly about it.
func about(e *travaux.Event, st *travaux.Statement, main bool) bool {
	reach := 0
	if main {
		reach = nearBytes
	}
	for _, s := range e.Spans {
		for _, t := range st.Spans {
			if s.Report == t.Report && t.Start < s.End+reach && s.Start < t.End+reach {
				return true
			}
		}
	}
	return false
}

// freshDays is how many days after a meeting reports are still chiefly about it.
const freshDays = 3

// mainOf are the reports that are chiefly about an event: of its days, and with
// no other meeting told of before it.
func (a *asker) mainOf(e *travaux.Event) map[string]bool {
	first := map[string]travaux.Span{}
	tell := func(x *travaux.Event) {
		for _, s := range x.Spans {
			if f, ok := first[s.Report]; !ok || s.Start < f.Start {
				first[s.Report] = s
			}
		}
	}
	for i := range a.rec.Events {
		switch x := &a.rec.Events[i]; x.Kind {
		case travaux.Meeting, travaux.Call, travaux.Walkout:
			tell(x)
		}
	}
	out := map[string]bool{}
	for _, s := range e.Spans {
		if first[s.Report] == s && a.fresh(s.Report, e) {
			out[s.Report] = true
		}
	}
	return out
}

// fresh reports whether a report came within days of an event, as far as is
// known.
func (a *asker) fresh(report string, e *travaux.Event) bool {
	r := a.reports[report]
	if r == nil || len(e.Dates) == 0 {
		return true
	}
	told, ok := r.Date.EDTF.Bounded()
	return !ok || slices.ContainsFunc(e.Dates, func(v travaux.Value) bool {
		iv, known := travaux.EDTF(v.Value).Bounded()
		return !known || told.Lo-iv.Hi <= freshDays
	})
}

// inferredDates lists the dates that their words alone do not give.
func (a *asker) inferredDates() {
	for i := range a.rec.Reports {
		r := &a.rec.Reports[i]
		switch r.Date.Basis {
		case "", travaux.BasisExplicit, travaux.BasisDateline, travaux.BasisMetadata:
		default:
			if r.Date.EDTF == "" {
				break
			}
			a.row(r.ID, nil, r.Spans, "report "+r.File, string(r.Date.EDTF), "all", plain(string(r.Date.Basis)), words(r.Spans))
		}
		if r.Date.EDTF == "" {
			a.missing("the date of " + r.File)
		}
	}
	for i := range a.rec.Events {
		e := &a.rec.Events[i]
		for _, v := range e.Dates {
			part := unprinted(words(v.Spans))
			if part == "" {
				continue
			}
			from := "the words around it"
			switch r := a.reports[spanReport(v.Spans)]; {
			case r != nil && r.Date.EDTF != "":
				from = "the report's date, " + string(r.Date.EDTF)
			case v.Basis == travaux.BasisAnchored:
				from = "another date in the text"
			}
			a.row(e.ID, v.SupportedBy, v.Spans, e.Label, v.Value, part, from, words(v.Spans))
		}
	}
}

func spanReport(spans []travaux.Span) string {
	if len(spans) == 0 {
		return ""
	}
	return spans[0].Report
}

var (
	yearPattern  = regexp.MustCompile(`\b(1[5-9]|2[0-9])[0-9]{2}\b`)
	monthPattern = regexp.MustCompile(`(?i)\b(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\b|[0-9][./][0-9]`)
)

// unprinted is what the words of a date leave out, "" for nothing.
func unprinted(words string) string {
	switch {
	case yearPattern.MatchString(words) || words == "":
		return ""
	case monthPattern.MatchString(words):
		return "the year"
	}
	return "the day"
}

// known lists what is in the record by a later date and was not by an earlier.
func (a *asker) known() {
	first, last := a.firstAndLast()
	from, to := travaux.EDTF(a.param("from", first)), travaux.EDTF(a.param("to", last))
	if a.at == nil || from == "" || to == "" {
		a.missing("reports of two dates")
		return
	}
	before, err := a.recordAt("", from)
	if err != nil {
		a.err = err
		return
	}
	after, err := a.recordAt("", to)
	if err != nil {
		a.err = err
		return
	}
	old := map[string]bool{}
	rows(before, func(id, label string, spans []travaux.Span) {
		old[opening(spans)] = true
		a.row(id, nil, spans, label, string(from), id, words(spans[:min(2, len(spans))]))
	})
	rows(after, func(id, label string, spans []travaux.Span) {
		if !old[opening(spans)] {
			a.row(id, nil, spans, label, string(to), id, words(spans[:min(2, len(spans))]))
		}
	})
	a.out.Note = "Known by a date is what stands in reports that can have been published by then; undated reports count as known."
}

// opening names the first passage of a row, which it keeps when more is known.
func opening(spans []travaux.Span) string {
	if len(spans) == 0 {
		return ""
	}
	return spans[0].Report + ":" + strconv.Itoa(spans[0].Start)
}

// rows calls f for the events, each as far as it is said to have come, the texts
// and the positions of a record.
func rows(rec *travaux.Record, f func(id, label string, spans []travaux.Span)) {
	for i := range rec.Events {
		e := &rec.Events[i]
		for _, v := range e.Statuses {
			f(e.ID, e.Label+": "+plain(v.Value), v.Spans)
		}
	}
	for i := range rec.Proposals {
		f(rec.Proposals[i].ID, rec.Proposals[i].Label, rec.Proposals[i].Spans)
	}
	for i := range rec.Positions {
		f(rec.Positions[i].ID, strings.TrimSpace("position: "+plain(string(rec.Positions[i].Stance))), rec.Positions[i].Spans)
	}
}

func (a *asker) firstAndLast() (first, last string) {
	var lo, hi travaux.Day
	for _, r := range a.rec.Reports {
		iv, ok := r.Date.EDTF.Bounded()
		if !ok {
			continue
		}
		if first == "" || iv.Hi < lo {
			lo, first = iv.Hi, string(iv.Hi.EDTF())
		}
		if last == "" || iv.Hi > hi {
			hi, last = iv.Hi, string(iv.Hi.EDTF())
		}
	}
	return first, last
}
