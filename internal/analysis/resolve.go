package analysis

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// resolver finds what later passages say of forecasts.
type resolver struct {
	v        *View
	events   map[string][]eventAt           // by report
	states   []stateAt                      // of texts, in the order in which they were told
	people   map[string]map[string]bool     // by report
	outcomes map[string][]*travaux.Relation // by the report of the forecast
	passages passages
	built    bool
}

type eventAt struct {
	span  travaux.Span
	event *travaux.Event
}

// newResolver indexes the events and texts by where they are told.
func (v *View) newResolver() *resolver {
	r := &resolver{v: v, events: map[string][]eventAt{}}
	for i := range v.Record.Events {
		e := &v.Record.Events[i]
		if e.Kind == travaux.PressStatement || e.Kind == travaux.Speech {
			continue
		}
		for _, s := range e.Spans {
			r.events[s.Report] = append(r.events[s.Report], eventAt{s, e})
		}
	}
	for _, list := range r.events {
		slices.SortFunc(list, func(a, b eventAt) int {
			return cmp.Or(compareSpans(a.span, b.span), cmp.Compare(a.event.ID, b.event.ID))
		})
	}
	return r
}

// lateDays is how long after a horizon a report may still tell what came of a
// forecast.
const lateDays = 4

// find proposes a resolution of a forecast, nil where nothing decides it. Only
// reports of a later day than the forecast's are looked at.
func (r *resolver) find(x *Foreseen, told, horizon travaux.Interval, ends bool) *Resolution {
	if x.Conditional {
		return nil
	}
	if x.Told == "" {
		return r.byOutcome(x)
	}
	window := travaux.Interval{Lo: told.Hi + 1, Hi: told.Hi + 1<<20}
	if ends {
		window.Hi = horizon.Hi + lateDays
	}
	window.Hi = min(window.Hi, r.v.Day) // what came of it by then
	if res := r.byEvent(x, window, horizon); res != nil {
		return res
	}
	if res := r.byVerdict(x, told, window); res != nil {
		return res
	}
	if !x.Resolvable {
		return r.byOutcome(x)
	}
	if res := r.byText(x, window); res != nil {
		return res
	}
	return r.byWords(x, window, horizon)
}

// byEvent follows the event that the forecast's own words announce.
func (r *resolver) byEvent(x *Foreseen, window, horizon travaux.Interval) *Resolution {
	for _, s := range x.Spans {
		for _, at := range r.events[s.Report] {
			if !at.span.Overlaps(s) {
				continue
			}
			if res := r.outcome(at.event, window); res != nil {
				if doubts(x.Forecast.Hedge) && len(statusOf(at.event, travaux.ExpectedAbsence)) > 0 && res.Fate == CameTrue {
					res.Fate = DidNot // held unlikely to come, and stayed away
				}
				if day, ok := r.v.eventDay(at.event); ok && res.Fate == CameTrue && horizon.Before(day) {
					res.Fate, res.Why = DidNot, "A later report has the event that was looked ahead to, on a day after the time that was foretold."
				}
				return res
			}
		}
	}
	return nil
}

// outcome is what a later report says of an announced event: the first that
// does.
func (r *resolver) outcome(e *travaux.Event, window travaux.Interval) *Resolution {
	if len(statusOf(e, travaux.Scheduled, travaux.Agreed, travaux.ExpectedAbsence)) == 0 {
		return nil
	}
	var best *Resolution
	var first travaux.Interval
	for _, s := range e.Statuses {
		fate := fateOf(travaux.EventStatus(s.Value))
		for _, span := range s.Spans {
			at, ok := r.v.published(span.Report)
			if fate == "" || !ok || at.Lo < window.Lo || at.Lo > window.Hi || best != nil && cmp.Or(cmp.Compare(first.Lo, at.Lo), cmp.Compare(first.Hi, at.Hi)) <= 0 {
				continue
			}
			first = at
			best = &Resolution{
				Fate: fate, When: edtf(at), Row: e.ID, Rule: "resolution.event", Evidence: r.v.within(ofValue(s), span.Report),
				Why: "A later report has the event that was looked ahead to as " + plain(s.Value) + ".",
			}
		}
	}
	return best
}

// within are those passages and statements of evidence that stand in a report.
func (v *View) within(e Evidence, report string) Evidence {
	var out Evidence
	for _, s := range e.Spans {
		if s.Report == report {
			out.Spans = append(out.Spans, s)
		}
	}
	for _, id := range e.SupportedBy {
		if v.statedIn()[id] == report {
			out.SupportedBy = append(out.SupportedBy, id)
		}
	}
	return gather(out)
}

// byOutcome follows what the record relates to a forecast that names no day: a
// report that tells whether the agreement came about. That none has yet is no
// "did not".
func (r *resolver) byOutcome(x *Foreseen) *Resolution {
	if r.outcomes == nil {
		r.outcomes = map[string][]*travaux.Relation{}
		for i := range r.v.Record.Relations {
			if rel := &r.v.Record.Relations[i]; rel.Rule == "forecast.outcome" {
				r.outcomes[rel.A.Report] = append(r.outcomes[rel.A.Report], rel)
			}
		}
	}
	var best *Resolution
	for _, s := range x.Spans {
		for _, rel := range r.outcomes[s.Report] {
			at, dated := r.v.published(rel.B.Report)
			if !rel.A.Overlaps(s) || dated && at.Lo > r.v.Day || best != nil && best.Fate == CameTrue {
				continue
			}
			best = &Resolution{
				Fate: StillOpen, Row: rel.ID, Rule: rel.Rule, Evidence: r.v.within(Evidence{rel.SupportedBy, []travaux.Span{rel.B}}, rel.B.Report),
				Why: "Another report has it that none had come about; when that was to be is not known.",
			}
			if dated {
				best.When = edtf(at)
			}
			if !tellsNone(rel.ValueB) {
				best.Fate, best.Why = CameTrue, "A later report has it that one came about."
			}
		}
	}
	return best
}

// tellsNone reports whether words say that nothing came about, once or twice:
// "stalled without a deal".
func tellsNone(words string) bool {
	for w := range fields(words) {
		if denials[w] || failWords[w] {
			return true
		}
	}
	return false
}

// fateOf is what a status makes of an announcement.
func fateOf(s travaux.EventStatus) Fate {
	switch s {
	case travaux.Happened, travaux.UnderWay, travaux.Absent:
		return CameTrue
	case travaux.Cancelled, travaux.Postponed, travaux.Superseded:
		return DidNot
	}
	return ""
}

// agreementWords are what is foretold where an agreement is; concludedBy the
// statuses of a text that make it one.
var (
	agreementWords = wordList("agreement deal accord treaty pact settlement compromise contract truce ceasefire armistice")
	concludeWords  = wordList("reach strike sign conclude seal close finalise finalize secure clinch announce signature signing signed reached struck agree agreed complete")
	concludedBy    = wordList("agreed_ad_referendum initialled adopted authenticated signed ratified in_force")
	signedBy       = wordList("signed ratified in_force")
)

// byText resolves that an agreement is foretold and nothing else, by a later
// status of a text.
func (r *resolver) byText(x *Foreseen, window travaux.Interval) *Resolution {
	statuses := foretoldAgreement(x.Forecast)
	if statuses == nil {
		return nil
	}
	s, ok := r.firstState(x.Forecast, window, func(v string) bool { return statuses[v] })
	if !ok {
		return nil
	}
	return &Resolution{
		Fate: CameTrue, When: edtf(s.at), Row: s.text.ID, Rule: "resolution.text", Evidence: r.v.within(ofValue(s.value), s.span.Report),
		Why: "A later report has the text “" + s.text.Label + "” as " + plain(s.value.Value) + ".",
	}
}

// foretoldAgreement are the statuses that would make a forecast of an agreement
// true, nil where it is of something else.
func foretoldAgreement(f *travaux.Forecast) map[string]bool {
	agreement := false
	statuses := concludedBy
	for w := range fields(f.Proposition) {
		switch {
		case agreementWords[w]:
			agreement = true
		case strings.HasPrefix(w, "sign"):
			statuses = signedBy
		case denials[w]:
			return nil
		case functionWords[w], timeWords[w], concludeWords[w], openWords[w], w == "end", w == "beginning":
		default:
			return nil
		}
	}
	if !agreement {
		return nil
	}
	return statuses
}

// byWords resolves a forecast by a later statement in its own words.
func (r *resolver) byWords(x *Foreseen, window, horizon travaux.Interval) *Resolution {
	if !r.built {
		r.passages, r.built = r.v.readPassages(), true
	}
	p, ok := r.passages.match(foretold(x.Forecast.Proposition), window, horizon)
	if !ok {
		return nil
	}
	st := p.statement
	res := &Resolution{Fate: CameTrue, When: edtf(p.at), Row: st.ID, Rule: "resolution.words", Evidence: gather(Evidence{[]string{st.ID}, st.Content})}
	res.Why = "A later report tells it as so, in the same words."
	if p.denies {
		res.Fate, res.Why = DidNot, "A later report denies it in the same words."
	}
	return res
}
