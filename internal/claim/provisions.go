package claim

import (
	"strconv"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// rule is what a text is said to provide, before it becomes a claim.
type provision struct {
	first, last int // tokens
	obligation  string
	obliged     string
	rule        string
	no          int    // the number of the point, 0 where none is given
	state       string // how far it is agreed, where its words say so
}

// provisions finds what texts are said to require, allow or promise.
func (r *reader) provisions() map[*cluster][]travaux.ProvisionClaim {
	out := map[*cluster][]travaux.ProvisionClaim{}
	seen := map[string]bool{}
	for s := range r.d.Sents {
		sent := &r.d.Sents[s]
		for i := sent.First; i < sent.Last; i++ {
			c, ps := r.provisionAt(i)
			if c == nil {
				continue
			}
			for _, p := range ps {
				if p.first >= p.last {
					continue
				}
				sp := r.span(p.first, p.last)
				id := travaux.SpanID("provision", r.g.Report.ID, sp.Start, sp.End)
				if seen[id] {
					continue
				}
				seen[id] = true
				out[c] = append(out[c], travaux.ProvisionClaim{
					Claim:   travaux.Claim{ID: id, Span: sp, Rule: p.rule, SupportedBy: r.Voice.Carriers(sp)},
					PointNo: p.no, Obligation: p.obligation, Obliged: p.obliged, AgreedState: r.agreedState(c, p),
				})
			}
		}
	}
	return out
}

// provisionAt reads the provisions that begin with verb i, or with "under the
// plan" at i.
func (r *reader) provisionAt(i int) (*cluster, []provision) {
	if r.low(i) == "under" {
		return r.underText(i)
	}
	if c, ps := r.article(i); c != nil {
		return c, ps
	}
	if i == r.sent(i).First {
		if c, ps := r.leadIn(i); c != nil {
			return c, ps
		}
	}
	open := r.lemma(i) == "leave" && r.low(i+1) == "open"
	if !r.verb(i) || !r.lex.in("provide", r.lemma(i)) && !open || !r.finite(i) && r.group(i).modal == "" {
		return nil, nil
	}
	if r.lemma(i) == "call" && r.low(i+1) != "for" {
		return nil, nil // "called it a step"
	}
	g := r.group(i)
	if g.negated && !g.to || g.passive || g.to {
		return nil, nil
	}
	c := r.provider(i, g)
	if c == nil {
		return nil, nil
	}
	if open {
		return c, r.left(i)
	}
	return c, r.content(i)
}

// provider returns the text that is the subject of verb i: a mention of it, or
// a pronoun after a sentence that ends with one.
func (r *reader) provider(i int, g group) *cluster {
	k := g.first - 1
	lo := r.sent(i).First
	if k < lo {
		return nil
	}
	if r.low(k) == "and" {
		if v := r.verbBefore(k); v >= lo && r.group(v).first < v+1 {
			return r.provider(v, r.group(v))
		}
		return nil
	}
	if o := r.aside(k, lo); o >= 0 {
		k = o - 1
	}
	n := r.np.Ends(k + 1)
	for n >= 0 && r.np.NPs[n].First > lo && r.pos(r.np.NPs[n].First-1) == lang.ADP {
		if r.textOf(n) != nil && r.low(r.np.NPs[n].First-1) == "of" {
			break // "a draft of the plan", "the terms of the plan"
		}
		n = r.np.Ends(r.np.NPs[n].First - 1)
	}
	if n < 0 {
		return nil
	}
	if c := r.textOf(n); c != nil {
		return c
	}
	if r.low(r.np.NPs[n].Head) != "it" {
		return nil
	}
	if r.np.NPs[n].First != lo || r.d.Toks[i].Sent == 0 {
		return nil
	}
	prev := &r.d.Sents[r.d.Toks[i].Sent-1]
	for j := prev.Last - 1; j >= prev.First; j-- {
		if t := r.text[j]; t > 0 {
			return r.mentions[t-1].cluster
		}
	}
	return nil
}

// content splits what follows a providing verb into provisions.
func (r *reader) content(i int) []provision {
	sent := r.sent(i)
	end := sent.Last
	if end > i+1 && r.pos(end-1) == lang.PUNCT && r.low(end-1) != ":" {
		end--
	}
	if r.xpos(i+1) == "RP" || r.low(i+1) == "up" || r.low(i+1) == "out" || r.low(i+1) == "off" {
		return nil
	}
	ob := obligation(r.lemma(i), r.group(i).modal)
	j := i + 1
	if r.np.Starts(j) >= 0 && r.lex.in("part", r.lemma(r.np.NPs[r.np.Starts(j)].Head)) && r.count(j, r.np.NPs[r.np.Starts(j)].Last) > 0 {
		return nil // "contains 12 points"
	}
	for r.low(j) == "for" || r.low(j) == "that" || r.low(j) == "on" {
		j++
	}
	var obliged string
	if n := r.np.Starts(j); n >= 0 && r.low(r.np.NPs[n].Last) == "to" && (r.named(r.np.NPs[n].Head) || r.pos(j) == lang.DET && r.low(j) != "a" || r.xpos(r.np.NPs[n].Head) == "NNS") {
		if w := r.phrase(n); len(w.ids) > 0 {
			obliged = w.ids[0]
			k := r.np.NPs[n].Last + 1
			if k >= end || r.low(k) == ":" {
				return r.items(i, ob, obliged)
			}
			return r.split(k, r.contentEnd(k, end), ob, obliged, "requires-to")
		}
	}
	if j >= end || r.low(j) == ":" || r.low(end-1) == ":" {
		return r.items(i, ob, obliged)
	}
	if r.lex.in("operate", r.lemma(i)) { // the verb is part of what is provided
		return r.split(i, r.contentEnd(i, end), "shall", obliged, "does")
	}
	stop := r.contentEnd(j, end)
	for k := j; k < stop; k++ { // "concessions from X, including A and B"
		if r.low(k) == "from" || r.low(k) == "by" {
			if w := r.list(k+1, stop); len(w.ids) > 0 && obliged == "" {
				obliged = w.ids[0]
			}
		}
		if r.low(k) == "including" {
			return r.split(k+1, stop, ob, obliged, "including")
		}
	}
	return r.split(j, stop, ob, obliged, "provides")
}

// obligation maps verb and modal on how binding the text makes it.
func obligation(lemma, modal string) string {
	switch lemma {
	case "require", "demand", "oblige", "mandate", "impose", "commit", "force", "stipulate", "ban", "bar", "cap", "limit":
		return "shall"
	case "call", "propose", "envisage", "envision", "foresee":
		return "should"
	case "allow", "permit", "offer":
		return "may"
	}
	return ""
}

// underText reads "under the plan, the port would keep its staff".
func (r *reader) underText(i int) (*cluster, []provision) {
	n := r.np.Starts(i + 1)
	c := r.textOf(n)
	if c == nil {
		return nil, nil
	}
	end := r.sent(i).Last
	k := r.np.NPs[n].Last
	if r.low(k) == "," {
		k++
	}
	s := r.np.Starts(k)
	if s < 0 {
		return nil, nil
	}
	v := r.np.NPs[s].Last
	if m := modal(r.low(v)); r.xpos(v) != "MD" || m == "can" {
		return nil, nil
	}
	obliged := ""
	if w := r.phrase(s); len(w.ids) > 0 {
		obliged = w.ids[0]
	}
	if end > k && r.pos(end-1) == lang.PUNCT {
		end--
	}
	ob := "shall"
	if modal(r.low(v)) == "could" || modal(r.low(v)) == "may" {
		ob = "may"
	}
	return c, []provision{{first: k, last: r.contentEnd(k, end), obligation: ob, obliged: obliged, rule: "under-text"}}
}

// article reads "point 4 says that the port shall …", "article 2 of the draft
// provides that …" at the word for a part.
func (r *reader) article(i int) (*cluster, []provision) {
	if !r.lex.in("part", r.low(i)) && r.low(i) != "art" || i+3 >= r.sent(i).Last {
		return nil, nil
	}
	no, ok := number(r.low(i + 1))
	if !ok {
		return nil, nil
	}
	k := i + 2
	c := (*cluster)(nil)
	if r.low(k) == "of" {
		n := r.np.Starts(k + 1)
		if c = r.textOf(n); c == nil {
			return nil, nil
		}
		k = r.np.NPs[n].Last
	}
	switch r.lemma(k) {
	case "say", "state", "provide", "stipulate", "read", "require", "demand", "specify":
	default:
		return nil, nil
	}
	if k++; r.low(k) == "that" || r.low(k) == ":" || r.low(k) == "," {
		k++
	}
	for r.pos(k) == lang.PUNCT && k < r.sent(i).Last {
		k++
	}
	if c == nil {
		c = r.textBefore(i)
	}
	end := r.sent(i).Last
	for end > k && r.pos(end-1) == lang.PUNCT {
		end--
	}
	if c == nil || k >= end {
		return nil, nil
	}
	end = r.contentEnd(k, end)
	ob, who := r.duty(k, end)
	return c, []provision{{first: k, last: end, obligation: ob, obliged: who, rule: "article", no: no}}
}

// number reads the number of a point.
func number(w string) (int, bool) {
	n, err := strconv.Atoi(strings.TrimRight(w, "."))
	return n, err == nil && n > 0 && n < 500
}

// leadIn reads the sentence that begins at token i and leads into a list of what
// a text says: "The main points are:", "It says that:".
func (r *reader) leadIn(i int) (*cluster, []provision) {
	sent := r.sent(i)
	s := int(r.d.Toks[i].Sent)
	if r.low(sent.Last-1) != ":" || s+1 >= len(r.d.Sents) || !r.item(s+1, s) {
		return nil, nil
	}
	c := (*cluster)(nil)
	told := false
	for k := sent.First; k < sent.Last; k++ {
		if t := r.text[k]; t > 0 && c == nil {
			c = r.mentions[t-1].cluster
		}
		switch l := r.lemma(k); {
		case r.lex.in("provide", l) && r.verb(k) && r.provider(k, r.group(k)) != nil:
			return nil, nil // read as what the text provides
		case r.lex.in("part", l), l == "one" && r.xpos(k) == "NNS", l == "provision", l == "term", l == "element", l == "measure", l == "say" && r.low(sent.First) == "it", l == "read":
			told = true
		}
	}
	if c == nil && told {
		c = r.textBefore(i)
	}
	if c == nil || !told && !r.textual(s) {
		return nil, nil
	}
	return c, r.items(i, "", "")
}

// textual reports whether the item after sentence s binds somebody: it has a
// modal verb.
func (r *reader) textual(s int) bool {
	sent := &r.d.Sents[s+1]
	o, _ := r.duty(sent.First, sent.Last)
	return o != ""
}

// textBefore returns the text that a report is on at token i: the last one named
// that is surely a text, at most ten sentences back.
func (r *reader) textBefore(i int) *cluster {
	lo := r.d.Sents[max(int(r.d.Toks[i].Sent)-10, 0)].First
	for j := i - 1; j >= lo; j-- {
		if t := r.text[j]; t > 0 && !r.mentions[t-1].plural && r.kept(r.mentions[t-1].cluster) {
			return r.mentions[t-1].cluster
		}
	}
	return nil
}

// left reads "leaves open who will settle disputes" at verb i.
func (r *reader) left(i int) []provision {
	end := r.sent(i).Last
	for k := i + 2; k < end; k++ {
		if w := r.low(k); w == ":" || w == ";" || w == "." {
			end = k
		}
	}
	state := "disputed"
	if words := strings.ToLower(r.d.Quote(r.sent(i).Span)); strings.Contains(words, "bracket") {
		state = "bracketed"
	}
	return []provision{{first: i + 2, last: r.contentEnd(i+2, end), rule: "left-open", state: state}}
}

// agreedState tells whether the text says that a provision is still open.
func (r *reader) agreedState(c *cluster, p provision) string {
	if p.state != "" {
		return p.state
	}
	sent := r.sent(p.first)
	words := strings.ToLower(r.d.Quote(sent.Span))
	switch {
	case strings.Contains(words, "in brackets"), strings.Contains(words, "square brackets"), strings.Contains(words, "bracketed"):
		return "bracketed"
	case strings.Contains(words, "disputed"), strings.Contains(words, "in flux"), strings.Contains(words, "still pondering"):
		return "disputed"
	}
	return "unknown"
}
