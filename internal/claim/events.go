package claim

import (
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// found is an event on its way to a claim.
type found struct {
	t           *trigger
	kind        travaux.EventKind
	status      travaux.EventStatus
	first, last int // tokens of the trigger
	np          int // its phrase, -1 for a verb
	carrier     int // the verb that carries a noun, -1 for none
	actors      who
	others      who
	places      []travaux.Value
	outcomes    []travaux.Value
	dates       []travaux.Value
	about       string
	rule        string
	said        []predicate // of a noun
	order       string      // its place in a series: "second", "next"
	definite    bool        // it refers back: "the session"
	held        bool        // a verb carries it: "held talks"
}

// events reads every sentence for what happened.
func (r *reader) events() {
	for s := range r.d.Sents {
		sent := &r.d.Sents[s]
		for i := sent.First; i < sent.Last; i++ {
			if t, end := r.verbAt(i); t != nil && !r.claimed[i] {
				r.verbEvent(t, i, end)
			}
			if t, first := r.nounAt(i); t != nil && !r.claimed[i] {
				r.nounEvent(t, first, i)
			}
			r.publication(i)
			r.away(i)
		}
	}
	r.sameEvents()
}

// claim adds a found event.
func (r *reader) claim(f *found) {
	for k := f.first; k < f.last; k++ {
		r.claimed[k] = true
	}
	first, last := f.first, f.last
	for _, w := range []who{f.actors, f.others} {
		if w.first >= 0 && r.d.Toks[w.first].Sent == r.d.Toks[f.first].Sent {
			first, last = min(first, w.first), max(last, w.last)
		}
	}
	if f.np >= 0 {
		first, last = min(first, r.np.NPs[f.np].First), max(last, r.np.NPs[f.np].Last)
	}
	if f.carrier >= 0 {
		first, last = min(first, f.carrier), max(last, f.carrier+1)
	}
	if f.dates == nil {
		f.dates = r.dates(f.first, f.last)
	}
	if f.places == nil {
		f.places = r.places(f.first, f.last, f.carrier)
		if f.np >= 0 && len(f.places) == 0 {
			f.places = r.placeBefore(f.np)
		}
	}
	durations := []travaux.Value(nil)
	switch f.kind {
	case travaux.Meeting, travaux.Call, travaux.Visit, travaux.Briefing, travaux.IndustrialAction:
		durations = r.durations(f)
	}
	passage := r.span(first, last)
	for _, vs := range [][]travaux.Value{f.dates, f.places, durations} {
		for _, v := range vs {
			passage = r.widen(passage, v.Spans[0])
		}
	}
	trig := r.span(f.first, f.last)
	id := travaux.SpanID("event", r.g.Report.ID, trig.Start, trig.End, string(f.kind))
	r.refs = append(r.refs, reference{f.definite && f.order == "", f.order})
	r.happenings = append(r.happenings, travaux.EventClaim{
		Claim: travaux.Claim{ID: id, Span: passage, Rule: f.rule, SupportedBy: r.Voice.Carriers(trig)},
		Kind:  f.kind, Status: f.status, PLOVER: travaux.DerivePLOVER(f.kind, f.status),
		Actors: without(f.actors.ids, nil), Recipients: without(f.others.ids, f.actors.ids), Trigger: trig,
		Dates: list(f.dates), Durations: list(durations), Places: list(f.places), Outcomes: list(f.outcomes),
		About: f.about,
	})
}

func list(vs []travaux.Value) []travaux.Value {
	if vs == nil {
		return []travaux.Value{}
	}
	return vs
}

func (r *reader) widen(a, b travaux.Span) travaux.Span {
	return travaux.SpanOf(r.d.Text, min(a.Start, b.Start), max(a.End, b.End))
}

// verbEvent reads the event that verb i tells of; end is the token after the
// trigger's words.
func (r *reader) verbEvent(t *trigger, i, end int) {
	if t.Words[0] == "send" && r.low(end) == "only" {
		r.sentOnly(i, end)
		return
	}
	if t.has("missed") || t.Kind == travaux.Absence {
		r.missing(t, i, end)
		return
	}
	if n := r.np.At(i); n >= 0 && r.np.NPs[n].Last > i+1 { // "the sanctioned port"
		return
	}
	if t.has("press") {
		r.told(i, end)
		return
	}
	g := r.group(i)
	status, ok := r.verbStatus(i)
	if !ok {
		return
	}
	f := &found{t: t, kind: t.Kind, status: status, first: i, last: end, np: -1, carrier: -1, actors: nobody(), others: nobody(), rule: "verb-frame"}
	if !g.passive {
		f.actors = r.subject(i)
	} else if w := r.agent(end); len(w.ids) > 0 {
		f.actors = w
	}
	switch {
	case t.has("text"):
		ok = r.textEvent(f, g)
	case t.has("moved"):
		ok = r.moved(f, g)
	case t.has("place") || t.has("to") && t.Kind == travaux.Visit || t.has("for"):
		ok = r.journey(f)
	case t.has("labour"):
		ok = r.labour(f.actors) && r.pos(end) != lang.DET
	case t.Kind == travaux.Vote:
		ok = r.bodies(f.actors) || r.labour(f.actors)
	case t.has("left"):
		ok = r.leftTalks(end) && len(f.actors.ids) > 0 && r.xpos(i) != "VBG" && (t.Words[0] != "leave" || !r.persons(f.actors)) && !r.timeClause(i)
	case t.Kind == travaux.Walkout:
		ok = len(f.actors.ids) > 0 && (r.labour(f.actors) || r.assemblyIn(i))
	case t.has("alone"):
		ok = (t.Kind != travaux.Appointment || status != travaux.Proposed) && len(f.actors.ids) > 0 && !strings.HasSuffix(r.low(end), "self") && !strings.HasSuffix(r.low(end), "selves")
	default:
		ok = r.encounter(f, g)
	}
	if f.kind == travaux.Walkout && r.labour(f.actors) && !r.leftTalks(end) {
		f.kind = travaux.IndustrialAction
	}
	if ok {
		if f.status == travaux.Happened && r.present(i) { // "the parties meet next Tuesday"
			if f.dates == nil {
				f.dates = r.dates(f.first, f.last)
			}
			if r.byDate(f.dates) == travaux.Scheduled {
				f.status = travaux.Scheduled
			}
		}
		r.claim(f)
	}
}

// agent returns who follows "by" after a passive verb.
func (r *reader) agent(end int) who {
	for k := end; k < len(r.d.Toks) && k < r.sent(end-1).Last; {
		switch {
		case r.low(k) == "by" && r.tx[k] == 0:
			return r.list(k+1, r.clauseEnd(k))
		case r.pos(k) == lang.ADV || r.tx[k] > 0:
			k++
		case r.pos(k) == lang.ADP && (r.tx[min(k+1, len(r.tx)-1)] > 0 || r.np.Starts(k+1) >= 0 && k < end+8):
			if k++; r.tx[k] == 0 {
				k = r.np.NPs[r.np.Starts(k)].Last
			}
		default:
			return nobody()
		}
	}
	return nobody()
}

// encounter reads two sides that meet, speak or brief.
func (r *reader) encounter(f *found, g group) bool {
	end := r.clauseEnd(f.last - 1)
	if f.t.has("joint") { // "the chair and the envoy discussed a draft"
		if n := r.np.Starts(f.last); n >= 0 {
			if c := r.textOf(n); c != nil {
				f.about = c.ID
			}
		}
		for _, p := range r.preps(f.last, end) {
			if p.word == "with" {
				f.others = r.list(p.object, end)
			}
		}
		return len(f.actors.ids) > 1 || len(f.actors.ids) == 1 && len(f.others.ids) > 0
	}
	if f.t.has("obj") && !g.passive {
		j := f.last
		for r.pos(j) == lang.ADV && j < end {
			j++
		}
		f.others = r.list(j, end)
	}
	if g.passive && f.t.has("obj") { // "the allies were briefed"
		f.others = r.subject(f.first)
	}
	if f.t.Words[0] == "speak" && r.speech(f, end) {
		return true
	}
	phone := false
	for _, p := range r.preps(f.last, end) {
		if (p.word == "with" || p.word == "to" && f.t.has("to")) && len(f.others.ids) == 0 {
			if r.audience(p.np) {
				return false
			}
			f.others = r.list(p.object, end)
		}
	}
	for k := f.last; k < end; k++ {
		switch r.lemma(k) {
		case "phone", "telephone", "video", "videolink":
			phone = true
		}
	}
	if f.t.has("obj") && f.t.has("with") && len(f.others.ids) == 0 && f.actors.first >= 0 && r.pairWords(f.actors.first) {
		if j := r.antecedent(f.first, f.kind); j >= 0 {
			f.actors.ids = sides(&r.happenings[j])
		}
	}
	if f.t.has("person") {
		f.others = r.inApposition(f.others, end)
		if !r.persons(f.others) || len(f.actors.ids) == 0 {
			return false
		}
	}
	if f.others.first >= 0 && r.audienceAt(f.others.first) || r.medium(f.others) {
		return false
	}
	switch {
	case f.kind == travaux.Call && !phone && f.t.Words[0] == "talk":
		return false
	case phone:
		f.kind = travaux.Call
	}
	switch f.kind {
	case travaux.Briefing:
		return len(f.others.ids) > 0
	case travaux.Sanction, travaux.MilitaryAct:
		return len(f.others.ids) > 0 && len(f.actors.ids) > 0
	}
	if len(f.others.ids) == 0 {
		return len(f.actors.ids) > 1 || r.gathering(f)
	}
	return len(f.actors.ids) > 0 || f.t.Words[0] == "meet" && r.xpos(f.first) != "VBG"
}

func (r *reader) audience(n int) bool { return r.lex.in("audience", r.lemma(r.np.NPs[n].Head)) }

func (r *reader) audienceAt(i int) bool {
	n := r.np.At(i)
	return n >= 0 && r.audience(n)
}
