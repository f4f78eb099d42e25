package proposal

import (
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// careers reads what clauses say was done to texts, and by whom.
func (t *Texts) careers() {
	for v := range t.Doc.Toks {
		if t.POS(v) != lang.VERB && t.POS(v) != lang.ADJ && t.POS(v) != lang.NOUN {
			continue
		}
		p, ok := t.Clauses.Predicate(v)
		if !ok {
			continue
		}
		if t.POS(v) != lang.VERB {
			t.state(&p)
			continue
		}
		t.done(&p)
		t.becomes(&p)
	}
}

// done reads what a verb does to the texts that are its objects.
func (t *Texts) done(p *clause.Predicate) {
	v := p.At
	verb := t.verb(v)
	k := t.lex.careers[verb]
	objects := p.Object
	for _, o := range p.Obliques {
		if o.Case == "" && len(objects) == 0 && p.Particle != "" && o.Head > v { // "voted down the contract"
			objects = []int{o.Head}
		}
		if c := t.lex.careers[verb+" "+o.Case]; c.object != "" && !p.Passive {
			k.object = c.object
			objects = append(slices.Clip(objects), t.Clauses.Conj(o.Head)...)
		}
	}
	l := t.Lemma(v)
	author, origin := t.lex.in("author", l), t.lex.in("origin", l)
	if k.object == "" && !author && !origin {
		return
	}
	if k.object == "agreed_ad_referendum" && p.Negated {
		t.unreached(p)
		return
	}
	for _, h := range objects {
		x := t.doneTo(h)
		if x == nil {
			x = t.beside(v, h)
		}
		if x == nil {
			continue
		}
		s := t.saidOf(x)
		switch {
		case origin && (p.Passive || t.xpos(v) == "VBN"):
			t.origins(s, p)
			continue
		case author && t.factual(p):
			x.used = true
			t.author(&s.authors, p.Subject, authorRule(p))
		}
		if k.object == "" || !t.factual(p) || t.xpos(v) == "VB" && !p.Past && !p.Passive {
			continue
		}
		if t.feared(p) && k.object != "under_discussion" && k.object != "tabled" {
			continue
		}
		if k.object == "agreed_ad_referendum" && p.Progressive {
			k.object = "under_discussion"
		}
		if k.object == "tabled" && !p.Passive && len(t.Actors(p.Subject)) == 0 && len(t.pronouns(p.Subject)) == 0 {
			continue // "the talks offer a framework"
		}
		x.used = true
		s.statuses = t.put(s.statuses, k.object, t.words(v), "done-to-text")
		switch k.object {
		case "tabled":
			for _, id := range t.Actors(p.Subject) {
				s.tabled = t.put(s.tabled, id, t.words(v), "tabled")
			}
		case "revised":
			t.refined(s, p)
		}
	}
}

// doneTo is the text that what is done to phrase h is done to: the text itself,
// or its terms.
func (t *Texts) doneTo(h int) *Text {
	if x := t.At(h); x != nil {
		return x
	}
	if l := t.Low(h); l == "it" || t.lex.in("terms", t.Lemma(h)) {
		return t.of(h)
	}
	return nil
}

// beside is the text that stands right before the participle at v, or before
// the one that v is joined to, where the tree hangs it on the noun over that
// text: "talks on a plan inspired by the accord".
func (t *Texts) beside(v, h int) *Text {
	for steps := 0; t.Clauses.Is(v, "conj") && steps < 3; steps++ {
		v = t.Clauses.Head(v)
	}
	if !t.Clauses.Is(v, "acl") || t.Clauses.Head(v) != h {
		return nil
	}
	first, _ := t.Clauses.Yield(v)
	if k := first - 1; k > h && t.Clauses.Under(k, h) {
		return t.At(k)
	}
	return nil
}

func authorRule(p *clause.Predicate) string {
	if p.Passive {
		return "author-passive"
	}
	return "author-active"
}

// factual reports whether a clause says that something is so or was done.
func (t *Texts) factual(p *clause.Predicate) bool {
	marker := p.Marker
	if k := t.Clauses.Kid(p.At, "advmod"); marker == "" && k >= 0 && t.Low(k) == "when" {
		marker = "when"
	}
	switch marker {
	case "to", "if", "unless", "whether":
		return false
	case "when", "once", "until", "before", "as":
		if !p.Past && !p.Perfect {
			return false
		}
	}
	return !p.Negated && p.Modal == "" && !(p.Infinite && p.Progressive) && !t.supposed(p.At)
}

// supposed reports whether the clause of v stands within one that is only
// supposed: "if it is so that the bill is passed".
func (t *Texts) supposed(v int) bool {
	for steps := 0; steps < 5 && t.Clauses.Is(v, "conj", "ccomp", "xcomp", "csubj", "acl"); steps++ {
		if t.Clauses.Is(v, "acl:relcl") {
			return false
		}
		v = t.Clauses.Head(v)
		switch t.Low(t.Clauses.Kid(v, "mark")) {
		case "if", "unless", "whether":
			return true
		}
	}
	return false
}

// feared reports whether a passive has no verb but "being", which names what
// may come to pass: "the row that would follow from the pact being rejected".
func (t *Texts) feared(p *clause.Predicate) bool {
	being := false
	for _, kid := range t.Clauses.Kids(p.At) {
		if k := int(kid); t.Clauses.Is(k, "aux") {
			if t.Low(k) != "being" {
				return false
			}
			being = true
		}
	}
	return being && p.Passive
}

// words are those of the verb group of v, with its particle.
func (t *Texts) words(v int) travaux.Span {
	first, last := v, v+1
	for first > t.Sent(v).First && t.Clauses.Head(first-1) == v && t.Clauses.Is(first-1, "aux", "advmod") {
		first--
	}
	if t.Clauses.Kid(v, "compound:prt") == v+1 {
		last++
	}
	return t.Span(first, last)
}

// origins reads what a text is based on.
func (t *Texts) origins(s *told, p *clause.Predicate) {
	for _, h := range p.Subject { // "inspired by the accord"
		t.origin(s, p.At, h)
	}
	for _, o := range p.Obliques {
		if o.Case == "on" || o.Case == "from" || o.Case == "in" && t.Lemma(p.At) == "root" {
			t.origin(s, p.At, o.Head)
		}
	}
}

func (t *Texts) origin(s *told, v, h int) {
	first, last := t.Clauses.Phrase(h)
	from, _ := t.verbPhrase(v)
	s.origins = t.put(s.origins, plain(t.Span(first, last).Quote), t.Span(min(from, first), last), "origin")
}

// refined reads with whose help a text was revised: "refined with the union's
// input".
func (t *Texts) refined(s *told, p *clause.Predicate) {
	t.author(&s.authors, p.Subject, "revised-by")
	for _, o := range p.Obliques {
		if o.Case != "with" && o.Case != "after" {
			continue
		}
		first, last := t.verbPhrase(p.At)
		ids := t.Owner(o.Head)
		if o.Case == "with" {
			ids = append(ids, t.Actor(o.Head)...)
		}
		for _, kid := range t.Clauses.Kids(o.Head) {
			if k := int(kid); k < o.Head && t.Clauses.Is(k, "amod", "compound") {
				for _, c := range t.Clauses.Conj(k) {
					ids = append(ids, t.sideAt(c)...)
				}
			}
		}
		for _, id := range ids {
			s.authors = t.put(s.authors, id, t.Span(first, last), "revised-with")
		}
	}
}

// becomes reads what befalls a text that is the subject of an active verb: "the
// treaty took effect", "the plan remained in flux".
func (t *Texts) becomes(p *clause.Predicate) {
	if !t.factual(p) {
		return
	}
	status, w := t.lex.careers[t.Lemma(p.At)].subject, t.words(p.At)
	subject := p.Subject
	if p.Passive { // "was put on hold"
		status, subject = "", p.Object
	}
	for _, o := range p.Obliques {
		if st, ok := settledBy(t.Lemma(p.At), o.Case, t.Lemma(o.Head)); ok {
			status, w = st, t.Span(t.bare(p.At))
		}
	}
	if c := p.Complement; c >= 0 && t.lex.in("changeable", t.Lemma(c)) {
		status, w = "under_discussion", t.Span(t.bare(p.At))
	}
	if o := p.Object; len(o) == 1 && t.Lemma(p.At) == "take" && t.Lemma(o[0]) == "effect" {
		status, w = "in_force", t.Span(p.At, o[0]+1)
	}
	if status == "in_force" && t.depends(p.At) {
		return // "takes effect only if the members approve"
	}
	if status == "" || status == "adopted" && len(p.Object) > 0 || status == "rejected" && (p.Complement >= 0 || len(p.Object) > 0) {
		return
	}
	t.putStatus(subject, status, w, "text-did")
}

// putStatus notes a status of the texts that heads name.
func (t *Texts) putStatus(heads []int, status string, words travaux.Span, rule string) {
	for _, h := range heads {
		x := t.doneTo(h)
		if x == nil {
			x = t.whole(h)
		}
		if x != nil {
			x.used = true
			s := t.saidOf(x)
			s.statuses = t.put(s.statuses, status, words, rule)
		}
	}
}

// settledBy reads "came into force", "remained in flux", "is on hold".
func settledBy(verb, prep, noun string) (string, bool) {
	switch {
	case noun == "force" && (prep == "into" || prep == "in"), noun == "effect" && (prep == "into" || prep == "in"):
		return "in_force", true
	case noun == "flux" && prep == "in", noun == "discussion" && (prep == "under" || prep == "for"), noun == "consideration" && prep == "under":
		return "under_discussion", true
	case noun == "hold" && prep == "on":
		return "suspended", true
	}
	return "", false
}

// state reads what a text is said to be: "the plan is in flux", "the terms
// remain negotiable", "is part of the talks".
func (t *Texts) state(p *clause.Predicate) {
	status := ""
	l := t.Lemma(p.At)
	st, settled := settledBy("be", t.Clauses.Case(p.At), l)
	switch {
	case settled && !p.Negated:
		status = st
	case t.lex.in("changeable", l) && !p.Negated, l == "final" && p.Negated:
		status = "under_discussion"
	case l == "part" && !p.Negated:
		if k := t.Clauses.Kid(p.At, "nmod"); k >= 0 && t.talks(t.Lemma(k)) {
			status = "under_discussion"
		}
	}
	if status == "" || t.sideClause(p) {
		return
	}
	t.putStatus(p.Subject, status, t.Span(t.bare(p.At)), "text-state")
}

// sideClause reports whether a clause says for when something holds, not that
// it does: "while the pact is in force".
func (t *Texts) sideClause(p *clause.Predicate) bool {
	marker := p.Marker
	if k := t.Clauses.Kid(p.At, "advmod"); marker == "" && k >= 0 {
		marker = t.Low(k)
	}
	switch marker {
	case "while", "if", "once", "until", "unless", "when", "whenever", "whether":
		return true
	}
	return false
}

// depends reports whether what verb v says hangs on a condition in its own
// clause.
func (t *Texts) depends(v int) bool {
	for _, kid := range t.Clauses.Kids(v) {
		k := int(kid)
		if !t.Clauses.Is(k, "advcl") {
			continue
		}
		switch t.Low(t.Clauses.Kid(k, "mark")) {
		case "if", "unless", "once", "when", "provided":
			return true
		}
	}
	return false
}

func (t *Texts) talks(l string) bool {
	switch l {
	case "talk", "negotiation", "discussion", "agenda":
		return true
	}
	return false
}

// unreached reads "no final agreement was reached": the text that the report is
// on is still under discussion.
func (t *Texts) unreached(p *clause.Predicate) {
	for _, h := range p.Object {
		if n, ok := t.lex.texts[t.Lemma(h)]; !ok || n.Family != "deal" {
			continue
		}
		if x := t.before(h, 2, t.sure); x != nil {
			s := t.saidOf(x)
			s.statuses = t.put(s.statuses, "under_discussion", t.Span(t.bare(p.At)), "no-agreement")
		}
	}
}
