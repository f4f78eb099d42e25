package claim

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// stands reports whether a noun tells of one event though nobody is named who
// takes part: it has a length, a day, a place, a number in a series, or a verb
// that says that it is, was or will be. "Wants talks" has none of these.
func (r *reader) stands(f *found) bool {
	if !f.t.has("stands") || r.otherSense(f) {
		return false
	}
	day, place := f.dates != nil, len(f.places) > 0 || len(r.placeBefore(f.np)) > 0 || r.placeNext(f.np)
	long := len(r.durations(f)) > 0
	t := r.turns(f.said)
	if f.status == travaux.Proposed {
		return (t.happens || f.carrier >= 0) && (day || place) && (!f.t.has("named") || day)
	}
	if f.t.has("named") { // a dinner, a hearing: only what is set in time
		return long || (day || r.dayNext(f.np)) && (t.happens || f.carrier >= 0 || r.dayNext(f.np))
	}
	switch {
	case long, t.happens:
		return true
	case day && (r.dayNext(f.np) || f.held || r.low(r.np.NPs[f.np].First-1) == "after" || r.low(r.np.NPs[f.np].First-1) == "at"):
		return true
	case place && r.placeNext(f.np) && (r.settled(f.np) || f.held || r.xpos(f.last-1) == "NNS"):
		return true
	case f.order != "" && f.order != "last" && f.kind == travaux.Meeting:
		return r.settled(f.np) || f.held
	}
	return false
}

// otherSense reports whether the noun means something else than an event of a
// negotiation: a round of golf, a parliament's session, an air strike.
func (r *reader) otherSense(f *found) bool {
	np := r.np.NPs[f.np]
	for k := np.First; k < np.Head; k++ {
		if r.lex.in("unlike", r.low(k)) {
			return true
		}
	}
	head := f.t.Words[len(f.t.Words)-1]
	if f.kind == travaux.Vote {
		return !r.aboutLabour() && !r.aboutTalks()
	}
	if f.t.has("labour") {
		return !r.aboutLabour() || r.low(np.Last) == "on" || r.low(np.Last) == "against"
	}
	if head != "round" && head != "ceremony" && head != "signing" && head != "dinner" && head != "lunch" {
		return head == "session" && r.low(np.First-1) == "in" && np.First == np.Head
	}
	if r.low(np.Last) == "of" && head == "round" {
		n := r.np.Starts(np.Last + 1)
		return n < 0 || !r.talksNoun(r.np.NPs[n].Head)
	}
	if head == "round" {
		return f.order == "" && np.First == np.Head || !r.aboutTalks() && !r.talksIn(np.First, np.Head)
	}
	return !r.aboutTalks()
}

func (r *reader) talksIn(a, b int) bool {
	for k := a; k < b; k++ {
		if r.talksNoun(k) || r.lex.in("bargain", r.low(k)) {
			return true
		}
	}
	return false
}

// talksNoun reports whether token k is a noun for negotiating.
func (r *reader) talksNoun(k int) bool {
	switch r.lemma(k) {
	case "talk", "talks":
		return r.xpos(k) == "NNS"
	case "negotiation", "consultation", "discussion", "bargaining", "meeting", "dialogue", "mediation":
		return true
	}
	return false
}

// aboutTalks reports whether the report speaks of talks at all.
func (r *reader) aboutTalks() bool {
	return r.mentionsAny("talks", func(k int) bool { return r.talksNoun(k) || r.lex.in("settling", r.lemma(k)) }, 1)
}

// aboutLabour reports whether the report speaks of unions or workers.
func (r *reader) aboutLabour() bool {
	return r.mentionsAny("labour", func(k int) bool {
		return r.lex.in("labour", r.lemma(k)) && r.low(k) != "members" && r.low(k) != "staff"
	}, 2)
}

// mentionsAny reports whether at least n tokens of the report pass; the answer is
// kept by name.
func (r *reader) mentionsAny(name string, pass func(int) bool, n int) bool {
	if known, ok := r.about[name]; ok {
		return known
	}
	left := n
	for k := range r.d.Toks {
		if pass(k) {
			if left--; left == 0 {
				break
			}
		}
	}
	r.about[name] = left == 0
	return left == 0
}

// dayNext reports whether a day stands in phrase n or right after it: "Monday's
// talks", "talks on Monday".
func (r *reader) dayNext(n int) bool {
	np := r.np.NPs[n]
	for k := np.First; k < min(np.Last+3, r.sent(np.Head).Last); k++ {
		if r.date(k) != nil {
			return true
		}
		if k >= np.Last && r.pos(k) != lang.ADP && r.pos(k) != lang.ADV {
			break
		}
	}
	k := np.First - 1
	return k > 0 && genitive(r.low(k)) && r.date(k-1) != nil
}

// placeNext reports whether a place follows phrase n at once.
func (r *reader) placeNext(n int) bool {
	k := r.np.NPs[n].Last
	if k < r.sent(k-1).Last {
		_, ok := r.placeAt(k)
		return ok
	}
	return false
}

// order returns the word that numbers an event in a series: "second", "next".
func (r *reader) order(n int) string {
	np := r.np.NPs[n]
	for k := np.First; k < np.Head; k++ {
		if l := r.low(k); r.lex.in("order", l) {
			return l
		}
	}
	return ""
}

// standingDates returns the dates said of the event of phrase n: in or right
// after the phrase, then after the verbs that say what becomes of it.
func (r *reader) standingDates(n int, ps []predicate) []travaux.Value {
	np := r.np.NPs[n]
	for k := np.First; k < np.Head; k++ {
		if v := r.date(k); v != nil && r.tx[k] != r.tx[np.Head] {
			return []travaux.Value{*v}
		}
	}
	if k := np.First - 1; k > 0 && genitive(r.low(k)) {
		if v := r.date(k - 1); v != nil {
			return []travaux.Value{*v}
		}
	}
	if v := r.dayWithin(np.Last, r.modifiersEnd(np.Last)); v != nil {
		return v
	}
	if k := r.clauseStart(np.Head) - 1; r.low(k) == "when" && k-1 > r.sent(k).First { // "Monday's session, when the talks lasted"
		for j := k - 1; j >= r.sent(k).First && j > k-7 && (j == k-1 || r.low(j) != ",") && !r.verb(j); j-- {
			if v := r.date(j); v != nil {
				return []travaux.Value{*v}
			}
		}
	}
	for _, p := range ps {
		if !r.turnOf(p).happens {
			continue
		}
		if v := r.dayWithin(p.at, r.clauseEnd(p.at)); v != nil {
			return v
		}
	}
	return nil
}

// standingPlaces returns the place after a verb that says what becomes of the
// event: "will open in Oslo"; nil where the phrase itself has one.
func (r *reader) standingPlaces(f *found) []travaux.Value {
	if len(r.places(f.first, f.last, f.carrier)) > 0 {
		return nil
	}
	for _, p := range f.said {
		if !r.turnOf(p).happens || !r.verb(p.at) {
			continue
		}
		for k := p.at + 1; k < r.clauseEnd(p.at) && !r.verb(k); k++ {
			if v, ok := r.placeAt(k); ok && !r.ofOther(k) {
				return []travaux.Value{v}
			}
		}
	}
	return nil
}

// modifiersEnd returns the end of the prepositional phrases that follow token
// k-1.
func (r *reader) modifiersEnd(k int) int {
	end := r.sent(k - 1).Last
	for k < end {
		switch {
		case r.tx[k] > 0 && !r.verb(k):
			k++
		case r.pos(k) == lang.ADP && r.low(k) != "after" && r.low(k) != "before" && r.low(k) != "without":
			next := r.passPhrase(k + 1)
			if next == k+1 && r.tx[min(next, end-1)] == 0 {
				return k
			}
			k = next
		default:
			return k
		}
	}
	return k
}

// dayWithin returns the first day named in [a, b), a clock time only where
// there is none; "from … to" gives both days as one interval.
func (r *reader) dayWithin(a, b int) []travaux.Value {
	var clock *travaux.Value
	for k := a; k < b; k++ {
		v := r.date(k)
		if v == nil {
			continue
		}
		if r.g.Timexes[r.tx[k]-1].Type != "DATE" {
			if clock == nil {
				clock = v
			}
			continue
		}
		e := k
		for e < b && r.tx[e] == r.tx[k] {
			e++
		}
		if k > a && (r.low(k-1) == "from" || r.low(k-1) == "between") && e+1 < b {
			if w := r.date(e + 1); w != nil {
				return []travaux.Value{r.interval(v, w)}
			}
		}
		return []travaux.Value{*v}
	}
	if clock != nil {
		return []travaux.Value{*clock}
	}
	return nil
}

// interval joins two dates; the first where they make none.
func (r *reader) interval(from, to *travaux.Value) travaux.Value {
	p, err1 := travaux.EDTF(from.Value).Interval()
	q, err2 := travaux.EDTF(to.Value).Interval()
	if err1 != nil || err2 != nil || p.Hi >= q.Lo || p.Days() != 1 || q.Days() != 1 {
		return *from
	}
	v := *from
	v.Value = from.Value + "/" + to.Value
	v.Spans = []travaux.Span{r.widen(from.Spans[0], to.Spans[0])}
	return v
}
