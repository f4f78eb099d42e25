package claim

import (
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/claim/proposal"
	"github.com/travaux/travaux/internal/lang"
)

// publication reads how something became known: "first reported by the
// Gazette", "as the Gazette first reported", "revealed by the Gazette on
// Monday".
func (r *reader) publication(i int) {
	if !r.verb(i) && !(r.low(i-1) == "to" && r.low(i-2) == "first") || r.claimed[i] || !r.lex.in("published", r.lemma(i)) {
		return
	}
	var by who
	first := i
	if r.low(i-1) == "first" || r.low(i-1) == "originally" || r.low(i-1) == "previously" {
		first = i - 1
	}
	switch {
	case r.low(i+1) == "by":
		by = r.list(i+2, r.clauseEnd(i+1))
	case r.low(i+1) == "first" && r.low(i+2) == "by":
		by = r.list(i+3, r.clauseEnd(i+1))
	case r.low(i-1) == "to" && r.low(i-2) == "first": // "was the first to report"
		first = i - 2
		k := i - 2
		for k > r.sent(i).First && (r.pos(k-1) == lang.AUX || r.low(k-1) == "the") {
			k--
		}
		by = r.outlet(k)
	case r.low(first-1) == "which" && first < i:
		by = r.outlet(first - 1)
		if by.first < 0 && r.low(first-2) == "," {
			by = r.outlet(first - 2)
		}
	default:
		by = r.leftList(first)
		if by.first <= r.sent(i).First || r.low(by.first-1) != "as" && first == i {
			return
		}
	}
	if by.first < 0 && first < i && (r.low(i+1) == "by" || r.low(i+2) == "by") {
		k := i + 2
		if r.low(i+1) != "by" {
			k++
		}
		by = r.outletAt(k)
	}
	if by.first < 0 || !r.medium(by) && !(first < i && r.bodies(by)) {
		return
	}
	c := r.published(i)
	if k := by.first - 1; k > 0 && r.low(k) == "as" { // what "as" refers to is a text only right before it
		if c = nil; r.low(k-1) == "," {
			if n := r.np.Ends(k - 1); n >= 0 && r.pos(r.np.NPs[n].First-1) != lang.ADP {
				c = r.textOf(n)
			}
		}
	}
	kind := travaux.Publication
	if r.lemma(i) == "leak" || r.lemma(i) == "reveal" || r.lemma(i) == "obtain" {
		kind = travaux.Leak
	}
	f := &found{kind: kind, status: travaux.Happened, first: first, last: i + 1, np: -1, carrier: -1, actors: by, others: nobody(), rule: "first-reported", places: []travaux.Value{}}
	if c != nil {
		f.about = c.ID
	}
	r.claim(f)
	if c != nil {
		e := &r.happenings[len(r.happenings)-1]
		r.texts.First(c, by.ids, r.span(by.first, by.last), r.span(first, i+1), e.Dates)
	}
}

// medium reports whether all who are named are outlets.
func (r *reader) medium(w who) bool {
	for _, id := range w.ids {
		if a := r.c.Actor(id); a == nil || a.Type != travaux.ActorMedia {
			return false
		}
	}
	return len(w.ids) > 0
}

// published returns the text that a report at verb i made known: the last one
// named before it in the sentence, or nil.
func (r *reader) published(i int) *proposal.Text {
	for k := i - 1; k >= r.sent(i).First; k-- {
		if t := r.texts.At(k); t != nil {
			return t
		}
	}
	if n := r.np.Starts(i + 1); n >= 0 {
		return r.textOf(n)
	}
	return nil
}

// outlet returns the outlet whose name ends before token k; "this newspaper" is
// the report's own.
func (r *reader) outlet(k int) who {
	n := r.np.Ends(k)
	if n < 0 {
		return nobody()
	}
	return r.outletAt(r.np.NPs[n].First)
}

// outletAt is outlet for a phrase that begins at token k. Outlets are seldom
// known by name: any name will do where it is said to be first.
func (r *reader) outletAt(k int) who {
	n := r.np.Starts(k)
	if n < 0 {
		return nobody()
	}
	np := r.np.NPs[n]
	if r.low(np.First) == "this" || r.low(np.First) == "our" {
		switch r.lemma(np.Head) {
		case "newspaper", "paper", "magazine", "site", "newsletter", "blog", "agency":
			return who{[]string{r.c.Outlet}, np.First, np.Last}
		}
		return nobody()
	}
	if w := r.phrase(n); len(w.ids) > 0 && r.named(np.Head) {
		return w
	}
	last := np.Last
	for r.low(last) == "&" && r.np.Starts(last+1) >= 0 {
		last = r.np.NPs[r.np.Starts(last+1)].Last
	}
	first := np.First
	for first < np.Last && (!r.proper(first) || r.tx[first] > 0) {
		first++
	}
	for last > first && r.tx[last-1] > 0 {
		last--
	}
	if first >= last {
		return nobody()
	}
	for e := first; e < last; e++ { // the name ends where small letters begin
		if !r.proper(e) && r.low(e) != "&" && r.low(e) != "of" {
			last = e
			break
		}
	}
	return who{[]string{r.c.Add(r.d.TokSpan(first, last), travaux.ActorMedia)}, first, last}
}

// proper reports whether token k is part of a name.
func (r *reader) proper(k int) bool {
	return r.pos(k) == lang.PROPN || strings.HasPrefix(r.xpos(k), "NNP")
}
