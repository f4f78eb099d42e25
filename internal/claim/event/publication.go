package event

import (
	"unicode"
	"unicode/utf8"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/claim/proposal"
	"github.com/travaux/travaux/internal/lang"
)

// publication reads how something became known: "first reported by the
// Gazette", "as the Gazette first reported", "the Gazette was the first to
// reveal".
func (r *reader) publication(i int) {
	if r.claimed[i] || !r.lex.in("published", r.Lemma(i)) || !r.verb(i) && r.Low(i-1) != "to" {
		return
	}
	p, ok := r.x.Predicate(i)
	if !ok || p.Negated || p.Modal != "" {
		return
	}
	from, early := r.early(i)
	by := r.publishers(p.Subject, early)
	if by.first >= by.last {
		return
	}
	as := r.x.Is(i, "advcl", "parataxis") && r.Low(r.x.Kid(i, "mark")) == "as" || r.Low(by.first-1) == "as"
	if !early && !as && !p.Passive || !r.outlets(by) && !(early && r.bodies(by)) || p.Passive && !early && !r.outlets(by) {
		return
	}
	kind := travaux.Publication
	switch r.Lemma(i) {
	case "leak", "reveal", "obtain":
		kind = travaux.Leak
	}
	f := &found{kind: kind, status: travaux.Happened, first: min(from, i), last: i + 1, at: i, carrier: -1, actors: by, rule: "first-reported"}
	f.dates = r.datesOf(f)
	c := r.published(i, as)
	if c != nil {
		f.about = c.ID
	}
	r.claim(f)
	if c != nil {
		r.texts.First(c, by.ids, r.Span(by.first, by.last), r.Span(f.first, i+1), r.events[len(r.events)-1].Dates)
	}
}

// early reports whether the verb at token i says that it was first, and where the
// words that say so begin: "first reported", "was the first to report".
func (r *reader) early(i int) (from int, ok bool) {
	for k := max(i-2, r.Sent(i).First); k <= min(i+1, r.Sent(i).Last-1); k++ {
		switch r.Low(k) {
		case "first", "originally", "previously", "earlier":
			return k, k < i || r.Low(k+1) == "by"
		}
	}
	return i, false
}

// publishers are those who make known. Outlets are seldom known by name: any
// name will do where it is said to be first. "This newspaper" is the report's
// own outlet.
func (r *reader) publishers(heads []int, early bool) party {
	var w party
	for _, h := range heads {
		if a := r.x.Kid(h, "appos"); a >= 0 && !r.proper(h) && r.proper(a) {
			h = a // "the newsletter Berth & Cargo"
		}
		first, last := r.x.Core(h)
		switch {
		case r.Low(first) == "this" || r.Low(first) == "our":
			switch r.Lemma(h) {
			case "newspaper", "paper", "magazine", "site", "newsletter", "blog", "agency":
				w.join(party{ids: []string{r.Cast.Outlet}, heads: []int{h}, first: first, last: last})
			}
			continue
		}
		if k := r.x.Kid(h, "appos", "flat", "nmod:desc"); k > h && r.POS(h) == lang.NOUN && r.proper(k) && early { // "the newsletter Quay & Dock"
			w.join(r.unknownOutlet(k))
			continue
		}
		one := r.party([]int{h})
		if one.none() && early {
			one = r.unknownOutlet(h)
		}
		w.join(one)
	}
	return w
}

// unknownOutlet registers the name headed by h as an outlet.
func (r *reader) unknownOutlet(h int) party {
	first, last := r.x.Core(h)
	for first < last && (!r.capital(first) || r.Timex(first) != nil) {
		first++
	}
	end := first
	for end < last && (r.capital(end) || r.Low(end) == "&" || r.Low(end) == "of") && r.Timex(end) == nil {
		end++
	}
	if k := r.x.Kid(h, "conj"); k >= 0 && r.Low(end) == "&" && r.proper(k) { // "Berth & Cargo"
		_, end = r.x.Core(k)
	}
	if first >= end {
		return party{}
	}
	return party{ids: []string{r.Cast.Add(r.Doc.TokSpan(first, end), travaux.ActorMedia)}, heads: []int{h}, first: first, last: end}
}

// capital reports whether a token can be part of an outlet's name, many of which
// are made of common words.
func (r *reader) capital(k int) bool {
	first, _ := utf8.DecodeRuneInString(r.Doc.Form(k))
	return r.proper(k) || unicode.IsUpper(first) && (r.POS(k) == lang.ADJ || r.POS(k) == lang.NOUN)
}

func (r *reader) proper(k int) bool { return r.POS(k) == lang.PROPN }

// published returns the text that a report at verb i made known: its object, or
// the last one named before it in the sentence; after "as" only the one right
// before it. nil for none.
func (r *reader) published(i int, as bool) *proposal.Text {
	if as { // "sent to talk about the plan, as A first reported": all of it was reported
		if v := r.x.Head(i); v >= 0 && r.verb(v) && !r.x.Is(v, "acl:relcl") {
			if k := r.x.Kid(v, "nsubj"); k >= 0 && r.texts.At(k) == nil {
				return nil
			}
		}
	}
	if p, ok := r.x.Predicate(i); ok {
		for _, o := range p.Object {
			if c := r.texts.At(o); c != nil {
				return c
			}
		}
	}
	for k := i - 1; k >= r.Sent(i).First; k-- {
		c := r.texts.At(k)
		if c == nil {
			continue
		}
		if _, last := r.x.Phrase(k); as && !(r.Low(last) == "," && r.Low(last+1) == "as") {
			return nil
		}
		return c
	}
	return nil
}
