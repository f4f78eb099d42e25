package claim

import (
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// told reads what was told to the press on a day.
func (r *reader) told(i, end int) {
	n := r.np.Starts(end)
	if n < 0 || !r.audience(n) || r.group(i).negated {
		return
	}
	f := &found{kind: travaux.PressStatement, status: travaux.Happened, first: i, last: r.np.NPs[n].Last, np: -1, carrier: -1, others: nobody(), rule: "told-the-press", places: []travaux.Value{}}
	f.actors = r.subject(i)
	if s := r.d.Toks[i].Sent; len(f.actors.ids) == 0 && r.np.Ends(i) >= 0 && s >= 0 { // after a quotation
		f.actors = r.phrase(r.np.Ends(i))
	}
	for k := f.last; k < f.last+4 && k < r.sent(i).Last; k++ {
		if v := r.date(k); v != nil {
			f.dates = []travaux.Value{*v}
			break
		}
		if r.tx[k] == 0 && r.pos(k) != lang.ADP {
			break
		}
	}
	timed := len(f.dates) > 0 || r.tx[min(f.last, len(r.tx)-1)] > 0 || r.tx[min(f.last+1, len(r.tx)-1)] > 0
	if len(f.actors.ids) > 0 && timed {
		r.claim(f)
	}
}

// speech reads who spoke at a meeting: "speaking at the forum".
func (r *reader) speech(f *found, end int) bool {
	for _, p := range r.preps(f.last, min(end, f.last+3)) {
		if p.word != "at" && p.word != "to" || !r.assembly(p.np) || len(f.actors.ids) == 0 {
			continue
		}
		np := r.np.NPs[p.np]
		s := r.span(np.First, np.Last)
		f.kind, f.rule = travaux.Speech, "spoke-at"
		f.outcomes = []travaux.Value{r.value("spoke at "+quoted(s.Quote), s, "spoke-at")}
		if vs := r.placeBefore(p.np); vs != nil {
			f.places = vs
		}
		return true
	}
	return false
}

// bodies reports whether all who act are bodies, states or sides, no persons.
func (r *reader) bodies(w who) bool {
	for _, id := range w.ids {
		a := r.c.Actor(id)
		if a == nil || a.Type == travaux.ActorPerson || a.Type.Anonymous() {
			return false
		}
	}
	return len(w.ids) > 0
}

// gathering reports whether a group in the plural meets at a place or on a day:
// "the ministers will meet in Oslo".
func (r *reader) gathering(f *found) bool {
	if f.t.Words[0] != "meet" || f.actors.first < 0 || len(f.actors.ids) == 0 {
		return false
	}
	x := r.xpos(f.actors.last - 1)
	if x != "NNS" && x != "NNPS" {
		return false
	}
	return len(r.places(f.first, f.last, -1)) > 0 || len(r.dates(f.first, f.last)) > 0
}

// pairWords reports whether the words at token i name two sides told of
// before: "they", "the two leaders", "both".
func (r *reader) pairWords(i int) bool {
	switch r.low(i) {
	case "they", "both":
		return true
	case "the":
		return r.low(i+1) == "two" || r.low(i+1) == "pair"
	}
	return false
}

// journey reads who went where.
func (r *reader) journey(f *found) bool {
	end := r.clauseEnd(f.last - 1)
	if f.t.has("place") {
		if n := r.np.Starts(f.last); n >= 0 {
			if v, ok := r.placePhrase(n); ok {
				f.places = []travaux.Value{v}
			} else if w := r.list(f.last, end); len(w.ids) > 0 {
				f.others = w
			}
		}
	}
	for _, p := range r.preps(f.last, min(end, f.last+8)) {
		if (p.word == "to" || p.word == "into" || p.word == "for" && f.t.has("for") || p.word == "in") && len(f.places) == 0 {
			if v, ok := r.placePhrase(p.np); ok {
				f.places = []travaux.Value{v}
			}
		}
	}
	for _, p := range r.preps(f.last, end) {
		if p.word == "with" && r.np.At(p.object) >= 0 && f.t.Words[0] != "return" {
			f.actors.add(r.list(p.object, end))
		}
	}
	return len(f.actors.ids) > 0 && len(f.places)+len(f.others.ids) > 0
}

// moved reads who was sent or appointed.
func (r *reader) moved(f *found, g group) bool {
	end := r.clauseEnd(f.last - 1)
	sender := f.actors
	var gone who
	if g.passive {
		gone = r.subject(f.first)
	} else {
		gone = r.list(f.last, end)
	}
	if len(gone.ids) == 0 {
		return false
	}
	if f.kind == travaux.Appointment {
		if f.t.has("as") && !slices.ContainsFunc(r.preps(f.last, r.sent(f.first).Last), func(p prep) bool { return p.word == "as" }) {
			return false
		}
		f.actors, f.others = sender, gone
		return r.named(r.np.NPs[max(r.np.At(gone.last-1), 0)].Head)
	}
	f.actors, f.others = gone, nobody()
	f.rule = "sent-to"
	for _, p := range r.preps(f.last, end) {
		if p.word == "to" || p.word == "into" {
			if v, ok := r.placePhrase(p.np); ok {
				f.places = []travaux.Value{v}
				return true
			}
		}
	}
	return false
}

// labour reports whether those who act are workers or their unions.
func (r *reader) labour(w who) bool {
	if w.first < 0 {
		return false
	}
	for k := w.first; k < w.last; k++ {
		if r.lex.in("labour", r.lemma(k)) {
			return true
		}
	}
	return false
}

// inApposition returns who is named after w between commas: "the chairman of the
// port, Jana Roth,"; w itself where nobody is.
func (r *reader) inApposition(w who, end int) who {
	if w.first < 0 {
		return w
	}
	k := w.last
	for r.low(k) == "of" && r.np.Starts(k+1) >= 0 {
		k = r.np.NPs[r.np.Starts(k+1)].Last
	}
	if n := r.np.Starts(k + 1); r.low(k) == "," && k < end && n >= 0 && r.named(r.np.NPs[n].Head) {
		if v := r.phrase(n); r.persons(v) {
			return v
		}
	}
	return w
}

// persons reports whether all who are named are persons.
func (r *reader) persons(w who) bool {
	for _, id := range w.ids {
		if a := r.c.Actor(id); a == nil || a.Type != travaux.ActorPerson {
			return false
		}
	}
	return len(w.ids) > 0
}

// leftTalks reports whether the words at token end are the talks that somebody
// leaves: "walked out of pay talks", "left the negotiations".
func (r *reader) leftTalks(end int) bool {
	n := r.object(end)
	if n < 0 || !r.talksNoun(r.np.NPs[n].Head) {
		return false
	}
	r.claimed[r.np.NPs[n].Head] = true
	return true
}

// timeClause reports whether the clause of token i only says when: "as she left
// the talks".
func (r *reader) timeClause(i int) bool {
	k := r.clauseStart(i)
	switch r.low(k - 1) {
	case "as", "when", "while", "after", "before", "once":
		return true
	}
	return false
}
