package event

import (
	"regexp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// clauseOf is the verb, or what stands for one, that token i depends on through
// phrases only; i itself where it is one. nouns are the event nouns passed.
func (r *reader) clauseOf(i int) (at int, nouns []int) {
	for steps := 0; i >= 0 && steps < 40; steps++ {
		if r.clausal(i) {
			return i, nouns
		}
		if r.nominal(i) {
			nouns = append(nouns, i)
		}
		h := r.x.Head(i)
		if h < 0 {
			return i, nouns
		}
		i = h
	}
	return i, nouns
}

// clausal reports whether token i heads a clause: a verb that is no adjective, or
// a copula's complement.
func (r *reader) clausal(i int) bool {
	if r.verb(i) {
		return !r.x.Is(i, "amod", "case", "compound")
	}
	return r.x.Kid(i, "cop", "nsubj") >= 0
}

// dates returns the dates said of the event that the word at f.at tells: in its
// phrase, in the clause of its verb, or in the one that this goes on from.
func (r *reader) datesOf(f *found) []travaux.Value {
	if r.nominal(f.at) {
		if v := r.datesIn(f.at, f.at, true); len(v) > 0 {
			return v
		}
		for _, t := range f.said {
			if v := r.datesIn(t.at, f.at, false); len(v) > 0 {
				return v
			}
			if v := r.dateOver(t.at); v != nil {
				return []travaux.Value{*v}
			}
		}
		at, nouns := r.clauseOf(f.at)
		if f.carrier < 0 && !r.closeTo(at, nouns) {
			return nil
		}
		if f.carrier >= 0 {
			if r.besideTime(f.at) {
				return nil
			}
			at = f.carrier
		}
		return r.datesUp(at, f.at)
	}
	if v := r.datesUp(f.at, f.at); len(v) > 0 {
		return v
	}
	if v := r.dateOver(f.at); v != nil {
		return []travaux.Value{*v}
	}
	return r.next(f.at)
}

// dateOver is the date right before the clause of v that says what was then:
// "on 5 May, when the crews walked out".
func (r *reader) dateOver(v int) *travaux.Value {
	k := r.x.Kid(v, "advmod", "mark")
	if k < 0 || r.Low(k) != "when" || k == 0 {
		return nil
	}
	if k--; r.Low(k) == "," {
		k--
	}
	if k < r.Sent(v).First {
		return nil
	}
	return r.date(k)
}

// maxNext is how many tokens after a verb its date is looked for.
const maxNext = 18

// next returns a date that follows verb v before any other clause begins, where
// the tree has hung it elsewhere.
func (r *reader) next(v int) []travaux.Value {
	for k := v + 1; k < min(v+maxNext, r.Sent(v).Last); k++ {
		switch x := r.xpos(k); {
		case r.date(k) != nil && r.ofOther(k, v):
			return nil
		case r.date(k) != nil:
			return []travaux.Value{*r.date(k)}
		case x == "VBD", x == "VBZ", x == "VBP", x == "MD", x == "TO", x == "WDT", x == "WP", x == ":", x == "-LRB-", r.Low(k) == "that":
			return nil
		}
	}
	return nil
}

// ofOther reports whether the date at k is that of something which the words from
// token first on put before or after: "publish it ahead of the summit in July".
func (r *reader) ofOther(k, first int) bool {
	noun, event := false, false
	for j := k - 1; j > first && j > k-9; j-- {
		switch l := r.Low(j); {
		case l == "ahead":
			return noun
		case l == "before" || l == "after":
			return event
		case r.nominal(j):
			noun, event = noun || r.Timex(j) == nil, event || r.eventful(j)
		case r.POS(j) != lang.DET && r.POS(j) != lang.ADJ && r.POS(j) != lang.ADP && r.xpos(j) != "PRP$" && r.xpos(j) != "POS":
			return false
		}
	}
	return false
}

// closeTo reports whether a date of the clause that at heads is one of the event
// too, which is told in a phrase of it.
func (r *reader) closeTo(at int, nouns []int) bool {
	if len(nouns) > 1 || r.lex.in("say", r.Lemma(at)) || len(nouns) == 0 {
		return false
	}
	return !r.besideTime(nouns[0])
}

// besideTime reports whether noun k is told as before, after or around what the
// clause tells: "returned today after talks" dates the return.
func (r *reader) besideTime(k int) bool {
	switch r.x.Case(k) {
	case "after", "before", "since", "until", "ahead", "despite", "amid", "following":
		return true
	}
	return false
}

// datesUp returns the dates of the clause that at heads, or, where an infinitive
// or a second verb has none, of the clause before it.
func (r *reader) datesUp(at, event int) []travaux.Value {
	sought := false
	for steps := 0; at >= 0 && steps < 3; steps++ {
		if v := r.datesIn(at, event, false); len(v) > 0 {
			if sought && r.tokenAt(v[0].Spans[0].Start) < event { // "on Thursday urged them to meet"
				return nil
			}
			return v
		}
		sought = sought || r.lex.in("propose", r.Lemma(r.x.Head(at)))
		p, ok := r.x.Predicate(at)
		h := r.x.Head(at)
		switch {
		case !ok || h < 0 || !r.clausal(h) || r.lex.in("say", r.Lemma(h)):
			return nil
		case r.x.Is(at, "conj"):
			return r.leading(h, at)
		case p.Infinite && r.x.Is(at, "xcomp", "advcl"):
		default:
			return nil
		}
		at = h
	}
	return nil
}

// leading returns a date that opens the sentence of verb h, which is that of all
// verbs joined to it: "On Monday they met and signed".
func (r *reader) leading(h, at int) []travaux.Value {
	for _, v := range r.datesIn(h, at, false) {
		if k := r.tokenAt(v.Spans[0].Start); k < h && r.subjectAfter(k, h) {
			return []travaux.Value{v}
		}
	}
	return nil
}

func (r *reader) subjectAfter(k, h int) bool { s := r.x.Kid(h, "nsubj"); return s > k || s < 0 }

// datesIn returns the date that hangs on token at: in its phrase where it is a
// noun, in its clause where it is a verb; the nearest after event, else the
// nearest before it. "From … to" gives both days as one interval.
func (r *reader) datesIn(at, event int, phrase bool) []travaux.Value {
	first, last := r.x.Yield(at)
	var after, before *travaux.Value
	for k := first; k < last; k++ {
		v := r.date(k)
		if v == nil || !r.hangs(k, at, phrase) || k > event && !phrase && r.ofOther(k, max(first, event)) {
			continue
		}
		if k > event {
			if w := r.until(k, last); w != nil {
				return []travaux.Value{*w}
			}
			if after == nil || r.Timex(r.tokenAt(after.Spans[0].Start)).Type == "TIME" && r.Timex(k).Type == "DATE" {
				after = v
			}
		} else {
			before = v
		}
	}
	switch {
	case after != nil:
		return []travaux.Value{*after}
	case before != nil:
		return []travaux.Value{*before}
	}
	return nil
}

// timed reports whether a time hangs on token at, be it one that nobody can put
// on a calendar: a weekday in a report without a date.
func (r *reader) timed(at int, phrase bool) bool {
	first, last := r.x.Yield(at)
	for k := first; k < last; k++ {
		t := r.Timex(k)
		if t != nil && (t.Type == "DATE" || t.Type == "TIME") && !strings.HasSuffix(t.Value, "_REF") && k != at && r.hangs(k, at, phrase) {
			return true
		}
	}
	return false
}

// hangs reports whether the time at token k belongs to at: nothing that has a
// clause of its own, or tells another event, stands between.
func (r *reader) hangs(k, at int, phrase bool) bool {
	switch r.POS(k) {
	case lang.DET, lang.ADJ, lang.ADP, lang.PUNCT:
		return false
	}
	if first := r.Sent(k).First; !phrase && (k == first || k == first+1 && r.POS(first) == lang.ADP) && r.root(at) {
		return true // "Today Minister Lund met" may hang the day on the name
	}
	for steps := 0; k >= 0 && steps < 12; steps++ {
		if k == at {
			return true
		}
		h := r.x.Head(k)
		switch {
		case h != at && h > k && r.nominal(h) && r.Timex(h) == nil && r.Timex(k) != nil && r.x.Is(k, "compound", "amod", "nmod:poss", "nmod:desc"):
			return false // "the October attacks"
		case h != at && h >= 0 && !phrase && r.nominal(h) && r.Timex(h) == nil && r.Timex(k) != nil && r.besideTime(h) && (r.x.Case(h) == "ahead" || r.eventful(h)):
			return false // "will publish it ahead of the convention in July"
		case h == at && phrase && r.x.Is(k, "acl:relcl", "appos", "conj"):
			return false
		case h != at && h >= 0 && r.clausal(h):
			return false
		case h != at && h >= 0 && r.x.Is(h, "nsubj", "nsubj:pass") && r.x.Head(h) == at && !phrase && r.Timex(h) == nil:
			return k > h && k < at // "the minister today met"
		case h != at && h >= 0 && r.nominal(h) && r.Timex(h) == nil && !phrase && !r.eventful(h):
			if !r.x.Is(h, "obj", "obl", "nsubj", "nmod") {
				return false
			}
		case h == at && !phrase && r.x.Is(k, "nsubj", "ccomp", "advcl", "parataxis"):
			return r.Timex(k) != nil
		}
		k = h
	}
	return false
}

// eventful reports whether noun h tells of an event itself.
func (r *reader) eventful(h int) bool {
	t, _ := r.nounAt(h)
	return t != nil
}

// timeHead is the token of the time at k that the rest of it hangs on.
func (r *reader) timeHead(k int) int {
	for steps := 0; steps < 8; steps++ {
		h := r.x.Head(k)
		if h < 0 || r.Timex(h) != r.Timex(k) {
			return k
		}
		k = h
	}
	return k
}

// date returns the date whose expression covers token k.
func (r *reader) date(k int) *travaux.Value {
	t := r.Timex(k)
	if t != nil && (r.Low(r.tokenAt(t.Start)) == "a" || r.Low(r.tokenAt(t.Start)-1) == "a") && t.Type == "DATE" { // "after a summer of quarrels"
		return nil
	}
	if t == nil || t.EDTF == "" || t.Type != "DATE" && t.Type != "TIME" || strings.HasSuffix(t.Value, "_REF") {
		return nil
	}
	v := r.Value(string(t.EDTF), t.Span, "date-in-clause")
	v.Basis, v.Bound = t.Basis, t.Bound
	return &v
}

// until joins the date at token k with one that "to" leads on to.
func (r *reader) until(k, last int) *travaux.Value {
	if l := r.Low(k - 1); l != "from" && l != "between" {
		return nil
	}
	e := k
	for e < last && r.Timex(e) == r.Timex(k) {
		e++
	}
	from, to := r.date(k), r.date(e+1)
	if to == nil {
		return nil
	}
	p, err1 := travaux.EDTF(from.Value).Interval()
	q, err2 := travaux.EDTF(to.Value).Interval()
	if err1 != nil || err2 != nil || p.Hi >= q.Lo || p.Days() != 1 || q.Days() != 1 {
		return from
	}
	from.Value += "/" + to.Value
	from.Spans = []travaux.Span{r.widen(from.Spans[0], to.Spans[0])}
	return from
}

// shortDuration is what a sitting may last, from minutes to weeks.
var shortDuration = regexp.MustCompile(`^P(T[0-9.]+[HM]|[0-9.]+[DW])`)

func (r *reader) tokenAt(offset int) int {
	i, _ := slices.BinarySearchFunc(r.Doc.Toks, offset, func(t lang.Tok, o int) int { return t.Start - o })
	return min(i, len(r.Doc.Toks)-1)
}

func without(ids, drop []string) []string {
	out := []string{}
	for _, id := range ids {
		if !slices.Contains(drop, id) && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

func quoted(s string) string { return strings.Join(strings.Fields(s), " ") }
