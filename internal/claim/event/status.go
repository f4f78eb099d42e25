package event

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

const deepest = 8 // clauses that govern a clause

// verbStatus tells how far what verb i says is said to have come: by its tense,
// modal and negation, and by what governs it. It reports whether it is told of
// as an event at all; what is only supposed or generally true is not.
func (r *reader) verbStatus(i int) (travaux.EventStatus, bool) { return r.statusOf(i, 0) }

func (r *reader) statusOf(i, depth int) (travaux.EventStatus, bool) {
	p, ok := r.x.Predicate(i)
	if !ok || depth > deepest || r.conditional(i) || r.doubted(i) {
		return travaux.Proposed, false
	}
	if r.Low(i-1) == "to" && r.Low(i-2) == "due" {
		return travaux.Scheduled, !p.Negated
	}
	s, ok := r.own(&p, depth)
	if !ok {
		return s, false
	}
	if !p.Infinite { // "denied that they had met", "hopes that they will meet"
		switch above, governed := r.above(i); {
		case !governed:
		case above == travaux.Denied:
			return travaux.Denied, true
		case above == travaux.Proposed && s != travaux.Happened:
			return travaux.Proposed, false
		}
	}
	if p.Negated {
		return travaux.Denied, false
	}
	return s, true
}

// own reads the verb group itself.
func (r *reader) own(p *clause.Predicate, depth int) (travaux.EventStatus, bool) {
	i := p.At
	if s, ok := r.arranged(i); ok {
		return s, !p.Negated
	}
	switch p.Modal {
	case "will", "shall":
		return travaux.Scheduled, true
	case "would":
		if r.reported(i) && !r.hasCondition(i) {
			return travaux.Scheduled, true
		}
		return travaux.Proposed, false
	case "should", "must":
		return travaux.Proposed, !p.Negated && !p.Perfect
	case "could", "might", "may", "can", "ought", "need":
		return travaux.Proposed, false
	}
	if p.Infinite {
		return r.infinite(p, depth)
	}
	if (p.Marker == "before" || p.Marker == "until" || p.Marker == "after") && r.present(i) { // "before the two sides meet"
		return travaux.Scheduled, true
	}
	if p.Progressive && !p.Past && !p.Perfect {
		return travaux.UnderWay, true
	}
	return travaux.Happened, true
}

// arranged reads "is to meet", which is settled, and "was to have met", which
// something else has taken the place of.
func (r *reader) arranged(i int) (travaux.EventStatus, bool) {
	be, to, have := -1, false, false
	for _, kid := range r.x.Kids(i) {
		k := int(kid)
		switch {
		case k > i:
		case r.Lemma(k) == "be" && r.x.Is(k, "cop", "aux") && !to:
			be = k
		case r.Low(k) == "to" && r.x.Is(k, "mark"):
			to = be >= 0
		case r.Lemma(k) == "have" && r.x.Is(k, "aux"):
			have = to
		}
	}
	if !to {
		return "", false
	}
	if have && r.xpos(be) == "VBD" {
		return travaux.Superseded, true
	}
	return travaux.Scheduled, true
}

// infinite reads an infinitive or participle by what governs it.
func (r *reader) infinite(p *clause.Predicate, depth int) (travaux.EventStatus, bool) {
	i, h := p.At, r.x.Head(p.At)
	switch {
	case h < 0: // a heading without a verb: "Ministers to meet on Friday"
		if p.Marker == "to" {
			return travaux.Scheduled, len(p.Subject) > 0
		}
		return travaux.Happened, r.xpos(i) != "VB" && len(p.Subject)+len(p.Object) > 0
	case r.x.Is(i, "conj") && r.verb(h):
		return r.statusOf(h, depth+1)
	case r.x.Is(i, "csubj"):
		return travaux.Proposed, false
	case r.x.Is(i, "acl") && r.nominal(h):
		return r.ofNoun(p, h, depth)
	case p.Marker == "to" && r.x.Is(i, "xcomp", "ccomp", "advcl", "acl", "parataxis"):
		return r.intended(i, h, depth)
	case r.x.Is(i, "ccomp", "xcomp"): // "avoided meeting"; "is meeting" has its auxiliary
		s, ok := r.statusOf(h, depth+1)
		return s, ok && !r.lex.in("refuse", r.Lemma(h))
	}
	return r.statusOf(h, depth+1) // "before meeting him she flew"
}

// ofNoun reads what hangs on a noun: "plans to meet", "the talks held in May".
func (r *reader) ofNoun(p *clause.Predicate, h, depth int) (travaux.EventStatus, bool) {
	if p.Marker == "to" && (r.lex.in("order", r.order(h)) || r.Low(h) == "first") { // "the first leader to meet her"
		return r.statusOf(r.x.Head(h), depth+1)
	}
	if p.Marker != "to" {
		if p.Passive || r.xpos(p.At) == "VBG" {
			return travaux.Happened, true
		}
		return travaux.Proposed, false
	}
	switch l := r.Lemma(h); {
	case r.lex.in("plan", l), l == "decision", l == "schedule":
		return travaux.Scheduled, true
	case l == "agreement", l == "deal", l == "commitment":
		return travaux.Agreed, true
	case p.Passive && r.Lemma(r.x.Head(h)) != "call":
		return travaux.Scheduled, true // "a vote to be held in May"
	case l == "refusal", l == "failure":
		return travaux.Denied, false
	}
	return travaux.Proposed, r.lex.in("wish", r.Lemma(h)) && depth == 0
}

// intended reads an infinitive under verb or adjective h: "agreed to meet".
func (r *reader) intended(i, h, depth int) (travaux.EventStatus, bool) {
	g, ok := r.x.Predicate(h)
	l := r.Lemma(h)
	if !ok {
		return travaux.Proposed, false
	}
	if r.conditional(h) {
		return travaux.Proposed, false
	}
	switch {
	case r.lex.in("plan", l):
		if g.Past && (g.Perfect || g.Progressive || r.lex.in("formerly", r.Low(r.x.Kid(h, "advmod")))) && !g.Passive {
			return travaux.Superseded, !g.Negated // "had planned to meet"
		}
		return travaux.Scheduled, !g.Negated
	case r.lex.in("agree", l):
		return travaux.Agreed, !g.Negated && hypothetical(g.Modal) == ""
	case r.lex.in("propose", l):
		return travaux.Proposed, !g.Negated
	case r.lex.in("refuse", l):
		return travaux.Denied, false
	}
	s, ok := r.statusOf(h, depth+1)
	if r.x.Is(i, "advcl") || g.Passive || r.POS(h) == lang.VERB { // "travelled to Oslo to meet", "was sent to brief"
		return s, ok && (s != travaux.Proposed)
	}
	return s, ok && s == travaux.Scheduled
}

func hypothetical(modal string) string {
	switch modal {
	case "", "will", "shall":
		return ""
	}
	return modal
}

// byDate tells from a date and the report's own whether an event was still to
// come.
func (r *reader) byDate(dates []travaux.Value) travaux.EventStatus {
	doc, err := r.Reading.Report.Date.EDTF.Interval()
	if err != nil || r.Reading.Report.Date.EDTF == "" {
		return travaux.StatusUnknown
	}
	for _, d := range dates {
		switch iv, err := travaux.EDTF(d.Value).Interval(); {
		case err != nil:
		case iv.Lo > doc.Hi:
			return travaux.Scheduled
		case iv.Hi < doc.Lo:
			return travaux.Happened
		}
	}
	return travaux.StatusUnknown
}

// present reports whether verb i is in the simple present.
func (r *reader) present(i int) bool {
	x := r.xpos(i)
	if p, ok := r.x.Predicate(i); ok && p.Passive {
		x = r.xpos(r.x.Kid(i, "aux:pass"))
	}
	return x == "VBZ" || x == "VBP"
}

func (r *reader) verb(i int) bool { return r.POS(i) == lang.VERB }

// nominal reports whether token i is a noun or a name.
func (r *reader) nominal(i int) bool { return r.POS(i) == lang.NOUN || r.POS(i) == lang.PROPN }

func (r *reader) xpos(i int) string {
	if i < 0 || i >= len(r.Doc.Toks) {
		return ""
	}
	return r.Doc.Toks[i].XPOS
}
