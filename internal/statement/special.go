package statement

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// The cues that are constructions of their own rather than lines of the
// lexicon.
var (
	accordingTo = entry{Lemma: "according to", Act: travaux.ActAssert, Cert: travaux.CertainTrue}
	noReply     = entry{Lemma: "not respond", Mode: travaux.NoComment, Act: travaux.ActNoComment, Cert: travaux.Uncommitted, Frames: fNone}
	anonymity   = entry{Lemma: "anonymity", Act: travaux.ActGroundRule, Cert: travaux.CertainTrue, Frames: fNone}
	headColon   = entry{Lemma: ":", Act: travaux.ActAssert, Cert: travaux.CertainTrue}
	exclusive   = entry{Lemma: "not reported before", Act: travaux.ActReport, Cert: travaux.CertainTrue}
)

// special finds the constructions of a unit, in order.
func (r *reader) special(u *unit) []candidate {
	var cs []candidate
	add := func(c candidate, ok bool) {
		if ok {
			c.outer = -1
			cs = append(cs, c)
		}
	}
	add(r.colonHead(u))
	add(r.dashed(u))
	for k := range u.e {
		switch r.form(u, k) {
		case ":":
			add(r.worded(u, k))
		case "according":
			add(r.according(u, k))
		case "by", "in":
			add(r.perspective(u, k))
		case "respond", "reply", "return", "answer", "responded", "replied", "returned", "answered", "comment", "commented":
			add(r.silent(u, k))
		case "discuss", "elaborate":
			add(r.unwilling(u, k))
		case "speaking", "talking":
			add(r.wordless(u, k))
		case "quoted", "cited", "heard", "overheard", "recorded":
			add(r.quotedAs(u, k))
		case "anonymity":
			add(r.granted(u, k))
		case "authorised", "authorized":
			add(r.unauthorised(u, k))
		case "reported", "revealed", "disclosed", "published", "obtained", "leaked":
			add(r.reportedBy(u, k))
		}
	}
	return cs
}

// according reads "according to Ruiz".
func (r *reader) according(u *unit, k int) (candidate, bool) {
	if !r.is(u, k+1, "to") || r.npEnd(u, k+2) < 0 {
		return candidate{}, false
	}
	c := candidate{e: &accordingTo, head: k, verb: u.e[k].first, from: k, to: k + 2, post: true, rule: "according-to"}
	c.src = r.follower(u, &c, k+2)
	return c, c.src.ok && !measure(r.d.Toks[c.src.head].Lemma)
}

// follower is the source that begins at p: what heads it in the tree, else the
// simple phrase there.
func (r *reader) follower(u *unit, c *candidate, p int) source {
	if p >= len(u.e) || u.e[p].quote >= 0 || r.npEnd(u, p) < 0 {
		return nobody()
	}
	s := u.e[p].first
	for h := r.x.Head(s); h > s && r.place(u, h) >= p && r.x.Noun(h) && !r.finiteBetween(u, p, h); h = r.x.Head(s) {
		s = h
	}
	if k := r.place(u, s); k > r.npEnd(u, p)+6 {
		s = r.npHead(u, p)
	}
	src := r.phraseOf(u, c, s)
	if src.ok && src.from > p { // the words before it are its own
		src.from = p
		src.span.Start = r.start(u, p)
	}
	return src
}

func (r *reader) finiteBetween(u *unit, p, tok int) bool {
	for k := p; k < len(u.e) && u.e[k].first < tok; k++ {
		if r.finiteVerb(u, k) {
			return true
		}
	}
	return false
}

// measure reports whether what accords with a noun is only measured by it:
// "according to need".
func measure(lemma string) bool {
	switch lemma {
	case "standard", "need", "taste", "size", "rank", "custom", "tradition", "principle", "type", "kind", "age", "ability", "schedule", "season", "weight", "income":
		return true
	}
	return false
}

// silent reads "did not respond to a request for comment" and "has not
// commented on the plan".
func (r *reader) silent(u *unit, k int) (candidate, bool) {
	if r.pos(u, k) != lang.VERB {
		return candidate{}, false
	}
	c := candidate{e: &noReply, head: k, verb: u.e[k].first, from: k, to: k + 1, rule: "no-comment"}
	r.group(u, &c)
	negated := false
	for p := c.from; p < k; p++ {
		negated = negated || r.negation(u, p)
	}
	if !negated {
		return c, false
	}
	c.comp = complement{ok: true, frame: fNone, from: k + 1, head: -1}
	if r.lemma(u, k) != "comment" {
		asked := false
		for p := k + 1; p < len(u.e) && p < k+12 && !r.punct(u, p); p++ {
			switch r.lemma(u, p) {
			case "request", "message", "call", "inquiry", "enquiry", "email", "e-mail", "question", "query":
				asked = true
				c.to = p + 1
			case "comment", "interview":
				if asked {
					c.to = p + 1
				}
			}
		}
		if !asked {
			return c, false
		}
	}
	for r.pos(u, c.to) == lang.ADV {
		c.to++
	}
	switch r.form(u, c.to) {
	case "on", "about", "regarding":
		c.to++
		c.comp = complement{ok: true, frame: fPrep, from: c.to}
	}
	c.comp.head = -1
	c.src = r.subject(u, &c, c.verb)
	return c, c.src.ok
}

// unwilling reads "would not discuss the plan" and "will not elaborate": what
// somebody would not talk about, not what was no subject of a meeting.
func (r *reader) unwilling(u *unit, k int) (candidate, bool) {
	if r.pos(u, k) != lang.VERB {
		return candidate{}, false
	}
	c := candidate{e: &noReply, head: k, verb: u.e[k].first, from: k, to: k + 1, rule: "no-comment"}
	r.group(u, &c)
	modal, negated := false, false
	for p := c.from; p < k; p++ {
		switch r.form(u, p) {
		case "would", "will", "wo", "could":
			modal = true
		}
		negated = negated || r.negation(u, p)
	}
	c.comp = complement{ok: true, frame: fNone, from: k + 1, head: -1}
	c.src = r.subject(u, &c, c.verb)
	return c, modal && negated && c.src.ok
}

// wordless reads "left without speaking to the press".
func (r *reader) wordless(u *unit, k int) (candidate, bool) {
	if r.form(u, k-1) != "without" || r.form(u, k+1) != "to" && r.form(u, k+1) != "with" {
		return candidate{}, false
	}
	c := candidate{e: &noReply, head: k, verb: u.e[k].first, from: k - 1, rule: "no-comment"}
	for p := k + 2; p < len(u.e) && p < k+5 && c.to == 0; p++ {
		switch r.lemma(u, p) {
		case "press", "reporter", "journalist", "media", "correspondent":
			c.to = p + 1
		}
	}
	left := r.x.Head(c.verb)
	if c.to == 0 || left < 0 {
		return c, false
	}
	c.comp = complement{ok: true, frame: fNone, from: c.to, head: -1}
	c.src = r.subject(u, &c, left)
	return c, c.src.ok
}

// granted reads "were granted anonymity to discuss the talks" and "spoke on
// condition of anonymity because".
func (r *reader) granted(u *unit, k int) (candidate, bool) {
	v := k - 1
	for v > 0 && v > k-7 && r.pos(u, v) != lang.VERB {
		v--
	}
	switch r.lemma(u, v) {
	case "grant", "speak", "request", "ask", "give", "insist", "offer", "demand", "talk":
	default:
		return candidate{}, false
	}
	c := candidate{e: &anonymity, head: v, verb: u.e[v].first, from: v, to: k + 1, rule: "ground-rule"}
	r.group(u, &c)
	c.passive = false
	c.src = r.subject(u, &c, c.verb)
	c.comp = complement{ok: true, frame: fNone, from: k + 1, head: -1}
	if r.is(u, k+1, "to") || r.is(u, k+1, "because") || r.is(u, k+1, "in") {
		c.comp.frame = fTo
	}
	return c, c.src.ok
}

// unauthorised reads "was not authorised to speak publicly".
func (r *reader) unauthorised(u *unit, k int) (candidate, bool) {
	c := candidate{e: &anonymity, head: k, verb: u.e[k].first, from: k, to: k + 3, src: nobody(), rule: "ground-rule"}
	switch r.lemma(u, k+2) {
	case "speak", "discuss", "comment", "talk", "disclose", "brief":
	default:
		return c, false
	}
	r.group(u, &c)
	negated := r.is(u, c.from-1, "not")
	for p := c.from; p < k; p++ {
		negated = negated || r.negation(u, p)
	}
	c.passive = false
	c.comp = complement{ok: true, frame: fNone, from: c.to, head: -1}
	c.src = r.subject(u, &c, c.verb)
	return c, negated && c.src.ok
}

// reportedBy reads "first reported by the Herald", "revealed by the Herald on
// 3 May" and "has not been previously reported".
func (r *reader) reportedBy(u *unit, k int) (candidate, bool) {
	if r.pos(u, k) != lang.VERB {
		return candidate{}, false
	}
	e := exclusive
	c := candidate{e: &e, head: k, verb: u.e[k].first, from: k, to: k + 1, rule: "first-reported"}
	r.group(u, &c)
	be := r.pos(u, c.from) == lang.AUX && r.lemma(u, c.from) != "have" || r.is(u, k-1, "been")
	for p := c.from; p < k; p++ {
		be = be || r.lemma(u, p) == "be"
	}
	c.passive = false
	var subj source
	if be {
		if subj = r.subject(u, &c, c.verb); !subj.ok && r.x.Is(c.verb, "acl") {
			subj = r.phraseOf(u, &c, r.x.Head(c.verb))
		}
	} else {
		p := c.from
		if r.is(u, p-1, ",") {
			p--
		}
		if s := r.npStart(u, p); s >= 0 {
			for r.pos(u, s-1) == lang.ADP && r.npStart(u, s-1) >= 0 {
				s = r.npStart(u, s-1)
			}
			subj = r.sourceFrom(u, s, p, r.npHead(u, s))
		}
	}
	if !subj.ok {
		return c, false
	}
	c.comp = complement{ok: true, frame: fNone, from: k + 1, head: -1}
	c.content = []lang.Span{subj.span}
	if r.is(u, k+1, "by") && r.npEnd(u, k+2) > 0 {
		c.src = r.follower(u, &c, k+2)
		return c, c.src.ok && r.speaks(c.src.head)
	}
	if !be || r.lemma(u, k) != "report" {
		return c, false
	}
	for p := c.from; p < k; p++ {
		if r.negation(u, p) {
			c.rule = "not-reported-before"
			c.src = source{from: -1, relative: -1}
			return c, true
		}
	}
	return c, false
}

// mention returns the longest mention that holds a token, or nil.
func (r *reader) mention(tok int) *lang.Mention {
	if tok < 0 || tok >= len(r.men) || r.men[tok] == 0 {
		return nil
	}
	return &r.d.Mentions[r.men[tok]-1]
}
