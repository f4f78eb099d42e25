package statement

import (
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// speak sets speaker, joint speakers, attribution and the end of the chain.
func (b *builder) speak(u *unit, c *candidate, s *travaux.Statement) {
	r := b.r
	heads := []int{c.src.head}
	if c.src.relative >= 0 {
		heads[0] = c.src.relative
	} else {
		heads = r.joint(u, c.src)
	}
	if len(heads) == 1 {
		heads[0] = r.author(heads[0])
	}
	if c.rule == "transcript" {
		id := b.surname(r.d.Form(heads[0]))
		if m := r.mention(heads[0]); id == "" && (m == nil || b.cast.ID(m.Entity) == "") {
			id = b.cast.Add(c.src.span, travaux.ActorPerson)
		}
		if id != "" {
			s.Speaker, s.Attribution = id, b.attribution(id)
			s.Chain = append(s.Chain, id)
			return
		}
	}
	if l := b.line(u.block); l != nil && c.outer < 0 && r.firstPerson(heads[0]) {
		s.Speaker, s.Attribution = l.Speaker, l.Attribution
		return
	}
	if r.firstPerson(heads[0]) {
		s.Speaker, s.Attribution = b.cast.Outlet, travaux.ByOutlet
		return
	}
	var ids []string
	for _, h := range heads {
		ids = append(ids, b.actors(h, c.src.span, len(heads) > 1)...)
	}
	if len(ids) == 0 {
		s.Attribution = travaux.Unattributed
		return
	}
	s.Speaker = ids[0]
	for _, id := range ids[1:] {
		if id != s.Speaker {
			s.JointWith = append(s.JointWith, id)
		}
	}
	s.Attribution = b.attribution(s.Speaker)
	if c.rule == "first-reported" && s.Attribution == travaux.ByNamedOrg || c.post && c.e.Lemma == "report" && b.oneWord(s.Speaker) {
		s.Attribution = travaux.ByMedia
	}
	if last := s.Chain[len(s.Chain)-1]; last != s.Speaker {
		s.Chain = append(s.Chain, s.Speaker)
	}
}

// oneWord reports whether an actor is a name of one word that was taken for a
// person's without a sign of one: "…, Lakewire reported".
func (b *builder) oneWord(id string) bool {
	a := b.cast.Actor(id)
	return a != nil && a.Type == travaux.ActorPerson && a.World == "" && !strings.Contains(a.Canonical, " ")
}

// mode says how the words are given: by what of them stands in quotation marks.
func (b *builder) mode(c *candidate, s *travaux.Statement) {
	if s.Mode != "" {
		if s.Mode != travaux.Attitude || c.comp.frame != fQuote && !(c.post && b.quoted(s.Content) == 2) {
			return
		}
	}
	switch n := b.quoted(s.Content); {
	case n == 2 || c.rule == "transcript":
		s.Mode = travaux.Direct
	case n == 1:
		s.Mode = travaux.Mixed
	default:
		s.Mode = travaux.Indirect
	}
}

// quoted is 2 when all of a content stands in quotation marks, 1 when some
// does, 0 when none.
func (b *builder) quoted(content []travaux.Span) int {
	all, some := true, false
	for _, c := range content {
		whole := false
		for q := b.firstQuote(c.Start); q < len(b.r.quotes) && b.r.quotes[q].Start < c.End; q++ {
			some = true
			whole = whole || b.r.quotes[q].Start <= c.Start && c.End <= b.r.quotes[q].End
		}
		all = all && (whole || b.onlyQuotes(c))
	}
	switch {
	case all && some:
		return 2
	case some:
		return 1
	}
	return 0
}

func (b *builder) onlyQuotes(c travaux.Span) bool {
	at := c.Start
	for q := b.firstQuote(c.Start); q < len(b.r.quotes) && b.r.quotes[q].Start < c.End; q++ {
		if !onlyBlank(b.r.d.Text[at:max(at, b.r.quotes[q].Start)]) {
			return false
		}
		at = b.r.quotes[q].End
	}
	return at >= c.End
}

// firstQuote is the first quotation that ends after the offset.
func (b *builder) firstQuote(at int) int {
	lo, hi := 0, len(b.r.quotes)
	for lo < hi {
		if m := (lo + hi) / 2; b.r.quotes[m].End <= at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

func groundRule(s *travaux.Statement) string {
	switch s.Attribution {
	case travaux.ByAnonymousPerson, travaux.ByAnonymousGroup:
		return "background"
	case travaux.ByNamedPerson, travaux.ByNamedOrg, travaux.ByDocument:
		return "on_record"
	}
	return "unknown"
}

// whole extends content that is an open quotation over the paragraphs in which
// it goes on, and joins pieces with nothing between them.
func (r *reader) whole(content []lang.Span) []lang.Span {
	var out []lang.Span
	add := func(s lang.Span) {
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			return
		}
		out = append(out, s)
	}
	for _, s := range content {
		b := r.quoteAt(s.Start, true)
		if b >= 0 {
			f := b
			for f > 0 && r.quotes[f].Cont && r.quotes[f-1].Open {
				f--
			}
			for ; f < b; f++ {
				add(r.quotes[f].Span)
			}
		}
		add(s)
		for e := r.quoteAt(s.End, false); e >= 0 && r.quotes[e].Open && e+1 < len(r.quotes) && r.quotes[e+1].Cont; e++ {
			add(r.quotes[e+1].Span)
		}
	}
	return out
}

// quoteAt returns the quotation that starts or ends exactly at the offset.
func (r *reader) quoteAt(at int, starts bool) int {
	lo, hi := 0, len(r.quotes)
	for lo < hi {
		m := (lo + hi) / 2
		if v := r.quotes[m].End; v < at || starts && v <= at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(r.quotes) && (starts && r.quotes[lo].Start == at || !starts && r.quotes[lo].End == at) {
		return lo
	}
	return -1
}

// citations pairs "citing a person familiar with the text" with the cue it goes
// with, as indices into cs, and drops it as a cue.
func (r *reader) citations(u *unit, cs []candidate) [][2]int {
	var out [][2]int
	for i := range cs {
		c := &cs[i]
		if c.e.Lemma != "cite" && c.e.Lemma != "quote" || !c.participle || c.comp.frame != fNP || c.comp.head < 0 || !r.speaks(r.author(c.comp.head)) {
			continue
		}
		for j := i - 1; j >= 0; j-- {
			if o := &cs[j]; !o.dropped && o.src.ok && o.e.Mode == "" && (o.src.from == c.src.from || r.x.Under(c.verb, o.verb)) {
				c.dropped = true
				out = append(out, [2]int{i, j})
				break
			}
		}
	}
	return out
}

// cite makes whom the speaker of statement n cites its speaker, at the end of
// the chain.
func (b *builder) cite(u *unit, c *candidate, n int) {
	if n == 0 {
		return
	}
	s := &b.out[n-1]
	first, last := b.r.nounPhrase(c.comp.head)
	for _, id := range b.actors(b.r.author(c.comp.head), b.r.d.TokSpan(first, last), false) {
		if id == s.Speaker {
			continue
		}
		s.Speaker, s.Attribution = id, b.attribution(id)
		s.Chain = append(s.Chain[:len(s.Chain):len(s.Chain)], id)
		s.GroundRule = groundRule(s)
		return
	}
}

// unnamed marks what was said by those who are said to speak without their
// names, wherever in the report that is told.
func (b *builder) unnamed() {
	for i := range b.out {
		s := &b.out[i]
		if s.Speaker == "" || !b.background[s.Speaker] || s.SpeechAct == travaux.ActGroundRule {
			continue
		}
		s.GroundRule = "background"
		if a := b.cast.Actor(s.Speaker); a != nil && a.World == "" {
			switch a.Type {
			case travaux.ActorOffice:
				s.Attribution = travaux.ByAnonymousPerson
			case travaux.ActorGroup:
				s.Attribution = travaux.ByAnonymousGroup
			}
		}
	}
}
