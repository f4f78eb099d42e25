// Package event finds what a report says happened, is to happen or did not:
// meetings, calls, visits, absences, votes, signatures, sanctions, strikes …, of
// a negotiation, with who took which part, when, where and for how long.
//
// It reads one report's trees. It never takes a claim for true (each lists the
// statements that carry it), and it does not decide whether two reports speak
// of one event (that is reconcile's).
package event

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/claim/page"
	"github.com/travaux/travaux/internal/claim/plover"
	"github.com/travaux/travaux/internal/claim/proposal"
	"github.com/travaux/travaux/internal/lang/clause"
)

// Read returns the events of a report, in text order. texts is told which of
// them were first reported by whom.
func Read(p *page.Page, texts *proposal.Texts) []travaux.EventClaim {
	r := &reader{
		Page: p, x: p.Clauses, lex: lexicons(), texts: texts, acts: plover.NewReader(p.Doc, p.Clauses),
		claimed: make([]bool, len(p.Doc.Toks)), about: map[string]bool{},
	}
	for s := range p.Doc.Sents {
		r.sentence(p.Doc.Sents[s].First, p.Doc.Sents[s].Last)
	}
	r.pressStatements()
	r.leadDate()
	r.datelinePlace()
	r.sort()
	r.sameEvents()
	return r.events
}

// reader holds what the rules look up in one report, and what they found.
type reader struct {
	*page.Page
	x     *clause.Index
	lex   *lexicon
	texts *proposal.Texts
	acts  *plover.Reader

	captionAt int // 1 + the sentence that isCaption is about
	isCaption bool

	claimed []bool          // tokens that already are part of a trigger
	about   map[string]bool // what the report speaks of, once asked
	events  []travaux.EventClaim
	refs    []reference // of events
}

func (r *reader) sentence(first, last int) {
	for i := first; i < last; i++ {
		if t, end := r.verbAt(i); t != nil && !r.claimed[i] {
			r.verbEvent(t, i, end)
		}
		if t, from := r.nounAt(i); t != nil && !r.claimed[i] {
			r.nounEvent(t, from, i)
		}
		r.publication(i)
		r.away(i)
		r.act(i)
	}
}

// found is an event on its way to a claim.
type found struct {
	t           *trigger
	kind        travaux.EventKind
	status      travaux.EventStatus
	first, last int // tokens of the trigger
	at          int // the verb or noun that tells it
	carrier     int // the verb that carries a noun, -1 for none
	actors      party
	others      party
	hosts       party
	mediators   party
	places      []travaux.Value
	outcomes    []travaux.Value
	dates       []travaux.Value
	durations   []travaux.Value
	medium      travaux.Medium
	plover      *travaux.PLOVER
	about       string
	rule        string
	said        []turn // what the sentence says of a noun
	order       string // its place in a series: "second", "next"
	definite    bool   // it refers back: "the session"
	held        bool   // a verb carries it: "held talks"
}

// claim adds a found event.
func (r *reader) claim(f *found) {
	if f.kind == travaux.Signature && f.status == travaux.Proposed && r.readyTo(f.at) {
		return
	}
	for k := f.first; k < f.last; k++ {
		r.claimed[k] = true
	}
	f.actors.join(f.hosts)
	f.actors.join(f.mediators)
	if !f.ofPress() { // "we" and "I" of a column are its writer's, who is no actor of the report
		was := f.actors.none()
		f.actors.drop(r.Cast.Outlet)
		f.others.drop(r.Cast.Outlet)
		if !was && f.actors.none() && (f.others.none() || f.kind == travaux.Decision) {
			return
		}
	}
	if f.medium == "" {
		f.medium = r.mediumOf(f)
	}
	if f.kind == travaux.Call && f.medium == travaux.InPerson || f.kind == travaux.Meeting && f.medium == travaux.ByPhone {
		f.medium = ""
	}
	code := travaux.DerivePLOVER(f.kind, f.status)
	if f.plover != nil {
		code = *f.plover
	} else if f.kind == travaux.Meeting && f.medium == travaux.ByVideo && code.Event == "CONSULT" {
		code.Mode = "phone" // the manual's mode for all that is not face to face
	}
	trig := r.Span(f.first, f.last)
	r.refs = append(r.refs, reference{f.definite && f.order == "", f.order, f.t != nil && f.t.has("named")})
	r.events = append(r.events, travaux.EventClaim{
		Claim: travaux.Claim{
			ID:   travaux.SpanID("event", r.Reading.Report.ID, trig.Start, trig.End, string(f.kind)),
			Span: r.passage(f), Rule: f.rule, SupportedBy: r.Voice.Carriers(trig),
		},
		Kind: f.kind, Status: f.status, PLOVER: code, Medium: f.medium,
		Actors: without(f.actors.ids, nil), Recipients: without(f.others.ids, f.actors.ids),
		Hosts: f.hosts.ids, Mediators: f.mediators.ids, Trigger: trig,
		Dates: list(f.dates), Durations: list(f.durations), Places: list(f.places), Outcomes: list(f.outcomes),
		About: f.about,
	})
}

// ofPress reports whether an outlet itself can have a part in what happened.
func (f *found) ofPress() bool {
	switch f.kind {
	case travaux.Leak, travaux.Publication, travaux.PressStatement:
		return true
	}
	return false
}

// readyTo reports whether what verb v tells is only what somebody is ready for:
// where they stand, not what is to come.
func (r *reader) readyTo(v int) bool {
	h := r.x.Head(v)
	if h < 0 || !r.x.Is(v, "xcomp", "advcl", "ccomp", "acl") {
		return false
	}
	switch r.Lemma(h) {
	case "ready", "willing", "prepared", "happy", "free", "able":
		return true
	}
	return false
}

// passage is the words that tell of the event: trigger, those who took part, its
// verb with what it takes, and its values.
func (r *reader) passage(f *found) travaux.Span {
	first, last := f.first, f.last
	grow := func(a, b int) {
		if a < b && r.Doc.Toks[a].Sent == r.Doc.Toks[f.first].Sent {
			first, last = min(first, a), max(last, b)
		}
	}
	from, reach := r.x.Yield(f.at)
	carried := f.carrier >= 0 && !r.lex.in("follow", r.Lemma(f.carrier))
	for _, w := range []party{f.actors, f.others} {
		if w.last-w.first <= longSubject && w.first < reach && (carried || f.carrier < 0 || w.first >= from) {
			grow(w.first, w.last)
		}
	}
	if carried {
		grow(f.carrier, f.carrier+1)
	}
	if r.nominal(f.at) {
		grow(r.x.Phrase(f.at))
	} else if f.kind != travaux.PressStatement { // of which what is said is no part
		r.growClause(f.at, grow)
	}
	s := r.Span(first, last)
	for _, vs := range [][]travaux.Value{f.dates, f.places, f.durations} {
		for _, v := range vs {
			if at := r.tokenAt(v.Spans[0].Start); first-at <= longSubject {
				s = r.widen(s, v.Spans[0])
			}
		}
	}
	return s
}

// longSubject is how many tokens a subject may have to be part of the passage.
const longSubject = 12

// growClause takes in the clause of verb v, what it is said of, and its object
// where that stands before it ("the plan that she rejected").
func (r *reader) growClause(v int, grow func(first, last int)) {
	first, last := r.x.Clause(v)
	s := r.x.Kid(v, "nsubj")
	if s >= 0 && s < v {
		a, b := r.x.Phrase(s)
		if b-a > longSubject {
			first = v
			if k := r.x.Kid(v, "aux"); k > s && k < v {
				first = k
			}
		}
	}
	grow(max(first, v-3*longSubject), last)
	p, ok := r.x.Predicate(v)
	if !ok {
		return
	}
	for _, o := range p.Object {
		if o > v {
			grow(r.x.Phrase(o))
		} else if v-o < longSubject {
			grow(r.x.Core(o))
		}
	}
}

func (r *reader) widen(a, b travaux.Span) travaux.Span {
	return travaux.SpanOf(r.Doc.Text, min(a.Start, b.Start), max(a.End, b.End))
}

func list(vs []travaux.Value) []travaux.Value {
	if vs == nil {
		return []travaux.Value{}
	}
	return vs
}
