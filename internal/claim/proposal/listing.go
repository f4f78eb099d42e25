package proposal

import (
	"strconv"
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// listed reads the sentence s that leads into a list of what a text says: "The
// main points are:", "It says that:".
func (t *Texts) listed(s int) (*Text, []provision) {
	sent := &t.Doc.Sents[s]
	if sent.First >= sent.Last || t.Low(sent.Last-1) != ":" || s+1 >= len(t.Doc.Sents) || !t.item(s+1, s) {
		return nil, nil
	}
	x := (*Text)(nil)
	told := false
	for k := sent.First; k < sent.Last; k++ {
		if x == nil {
			x = t.At(k)
		}
		switch l := t.Lemma(k); {
		case t.lex.in("provide", l) && t.POS(k) == lang.VERB:
			if p, ok := t.Clauses.Predicate(k); ok && t.text(p.Subject) != nil {
				return nil, nil // read as what the text provides
			}
		case t.lex.in("piece", l), t.lex.in("terms", l), l == "one" && t.xpos(k) == "NNS", l == "measure", l == "say" && t.Low(sent.First) == "it", l == "read":
			told = true
		}
	}
	if x == nil && told {
		x = t.before(sent.First, 10, t.sure)
	}
	if x == nil || !told && !t.textual(s+1) {
		return nil, nil
	}
	return x, t.items(s, "", "")
}

// textual reports whether sentence s binds somebody: it has a modal verb.
func (t *Texts) textual(s int) bool {
	sent := &t.Doc.Sents[s]
	ob, _ := t.duty(sent.First, sent.Last)
	return ob != ""
}

// maxItems is the longest list.
const maxItems = 80

// items returns the list items that follow sentence s, each as a provision.
func (t *Texts) items(s int, ob, obliged string) []provision {
	var out []provision
	for k := s + 1; k < len(t.Doc.Sents) && k < s+maxItems && t.item(k, s); k++ {
		sent := &t.Doc.Sents[k]
		p := provision{first: sent.First, last: sent.Last, obligation: ob, obliged: obliged, rule: "list-item"}
		if o, who := t.duty(sent.First, sent.Last); o != "" {
			p.obligation, p.obliged = o, who
		}
		if n, ok := number(t.Low(sent.First)); ok && t.POS(sent.First+1) == lang.PUNCT {
			p.no, p.first = n, sent.First+2
		}
		out = append(out, p)
	}
	return out
}

// duty reads the modal of the first clause that heads in [a, b) and who is its
// subject: "the operator shall grant".
func (t *Texts) duty(a, b int) (obligation, obliged string) {
	for k := a; k < b; k++ {
		p, ok := t.Clauses.Predicate(k)
		if !ok || p.Modal == "" {
			continue
		}
		who := p.Subject
		if p.Passive {
			who = p.Object
		}
		for _, h := range who {
			if d := t.Clauses.Kid(h, "det"); d >= 0 && (t.Low(d) == "no" || t.Low(d) == "any") {
				return binds(p.Modal), ""
			}
		}
		return binds(p.Modal), t.first(who)
	}
	return "", ""
}

// article reads "point 4 says that the port shall …", "article 2 of the draft
// provides that …" at the word for a part.
func (t *Texts) article(i int) (*Text, []provision) {
	if !t.lex.in("part", t.Low(i)) && t.Low(i) != "art" || i+3 >= t.Sent(i).Last {
		return nil, nil
	}
	no, ok := number(t.Low(i + 1))
	if !ok {
		return nil, nil
	}
	sent := t.Sent(i)
	x := (*Text)(nil)
	k := i + 2
	for ; k < sent.Last && k < i+10; k++ {
		if x == nil {
			x = t.At(k)
		}
		if t.POS(k) == lang.VERB || t.POS(k) == lang.PUNCT {
			break
		}
	}
	switch t.Lemma(k) {
	case "say", "state", "provide", "stipulate", "read", "require", "demand", "specify", "bar", "ban", "allow", "oblige":
	default:
		return nil, nil
	}
	if x == nil {
		x = t.before(i, 10, t.sure)
	}
	if x == nil {
		return nil, nil
	}
	p, _ := t.Clauses.Predicate(k)
	if c := t.complement(&p); c > k {
		out := t.clauses(&p, c, obligation(t.Lemma(k), p.Modal))
		for n := range out {
			out[n].no, out[n].rule = no, "article"
		}
		return x, out
	}
	for k++; k < sent.Last && (t.Low(k) == "that" || t.POS(k) == lang.PUNCT); {
		k++
	}
	ob, who := t.duty(k, sent.Last)
	return x, []provision{{first: k, last: min(sent.Last, k+maxContent), obligation: ob, obliged: who, rule: "article", no: no}}
}

// number reads the number of a point.
func number(w string) (int, bool) {
	n, err := strconv.Atoi(strings.TrimRight(w, ".)"))
	return n, err == nil && n > 0 && n < 500
}
