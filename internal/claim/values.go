package claim

import (
	"regexp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

func (r *reader) value(v string, s travaux.Span, rule string) travaux.Value {
	return travaux.Value{Value: v, SupportedBy: r.Voice.Carriers(s), Spans: []travaux.Span{s}, Rule: rule}
}

// dates returns the dates said of the event at [first, last): the nearest on
// its right in the clause, else on its left where the clause or the verb group
// begins with it.
func (r *reader) dates(first, last int) []travaux.Value {
	end := r.clauseEnd(last - 1)
	for k := last; k < end; k++ {
		if r.finite(k) && r.verb(k) && !r.carries(first, k) {
			break
		}
		if x := r.date(k); x != nil {
			return []travaux.Value{*x}
		}
	}
	lo := r.clauseStart(first)
	said := -1 // the last finite verb before the group
	for k := lo; k < first; k++ {
		if r.verb(k) && r.finite(k) {
			said = k
		}
	}
	for k := first - 1; k >= lo; k-- {
		x := r.date(k)
		if x == nil {
			continue
		}
		if said > k || said < 0 || !r.phraseBetween(k+1, first) {
			if r.finiteWithin(lo, k) && said != k && r.phraseBetween(k+1, first) && said < k {
				return nil
			}
			return []travaux.Value{*x}
		}
		return nil
	}
	return nil
}

// carries reports whether verb k has the noun at token i for its subject:
// "the talks on Monday lasted".
func (r *reader) carries(i, k int) bool {
	if k-i >= 12 || r.verb(i) {
		return false
	}
	n := r.np.At(i)
	if n < 0 {
		return true
	}
	first := r.np.NPs[n].First
	return first == r.sent(i).First || r.pos(first-1) != lang.ADP && r.low(first-1) != "to"
}

// phraseBetween reports whether an actor's phrase begins in [a, b).
func (r *reader) phraseBetween(a, b int) bool {
	for k := a; k < b; k++ {
		if n := r.np.Starts(k); n >= 0 && r.np.NPs[n].Last <= b && r.np.NPs[n].Head < b && len(r.phrase(n).ids) > 0 {
			return true
		}
	}
	return false
}

// date returns the date whose expression covers token k.
func (r *reader) date(k int) *travaux.Value {
	if r.tx[k] == 0 {
		return nil
	}
	t := &r.g.Timexes[r.tx[k]-1]
	if t.EDTF == "" || t.Type != "DATE" && t.Type != "TIME" {
		return nil
	}
	v := r.value(string(t.EDTF), t.Span, "date-in-clause")
	v.Basis, v.Bound = t.Basis, t.Bound
	return &v
}

var shortDuration = regexp.MustCompile(`^P(T[0-9.]+[HM]|[0-9.]+[DW])`)

// durations returns how long the event is said to have lasted: in its phrase,
// before it ("two hours of talks"), after it ("a session of two hours"), or
// after a verb that says so of it.
func (r *reader) durations(f *found) []travaux.Value {
	end := r.sent(f.first).Last
	lo := max(r.sent(f.first).First, f.first-8)
	var out []travaux.Value
	for k := lo; k < end; k++ {
		if r.tx[k] == 0 || k > lo && r.tx[k] == r.tx[k-1] {
			continue
		}
		t := &r.g.Timexes[r.tx[k]-1]
		if t.Type != "DURATION" || !shortDuration.MatchString(t.Value) {
			continue
		}
		e := k
		for e < end && r.tx[e] == r.tx[k] {
			e++
		}
		if r.lengthOf(f, k, e) {
			v := r.value(t.Value, t.Span, "duration-of-event")
			v.Bound = t.Bound
			out = append(out, v)
		}
	}
	return out
}

// lengthOf reports whether the length at [k, e) is that of the event.
func (r *reader) lengthOf(f *found, k, e int) bool {
	lo := r.sent(f.first).First
	if f.np >= 0 {
		np := r.np.NPs[f.np]
		switch {
		case np.First <= k && k < np.Last:
			return true
		case r.low(e) == "of" && e < f.first && r.np.At(e+1) == f.np, r.low(e) == "of" && e < f.first && f.first-e < 6 && r.np.Starts(e+1) < 0:
			return true
		case k == np.Last+1 && r.low(k-1) == "of":
			return true
		case k > np.Last && k < np.Last+9 && r.low(k-1) == "at" && r.lex.in("timed", r.lemma(k-2)):
			return true
		}
		for _, p := range f.said {
			if p.at < k && k < p.at+6 && r.lasts(p, k) {
				return true
			}
		}
	}
	lasting := k > lo && (r.low(k-1) == "for" || r.lex.in("last", r.lemma(k-1)) || r.lex.in("lasting", r.lemma(k-1)))
	return lasting && k >= f.first && k <= r.clauseEnd(f.first)+3 && !r.other(f, k)
}

// other reports whether a verb that does not say something of the noun stands
// between the noun and the length at token k.
func (r *reader) other(f *found, k int) bool {
	if f.np < 0 {
		return false
	}
	for j := f.last; j < k; j++ {
		if r.verb(j) && !r.lex.in("lasting", r.lemma(j)) && !r.lex.in("last", r.lemma(j)) && !slices.ContainsFunc(f.said, func(p predicate) bool { return p.at == j }) {
			return true
		}
	}
	return false
}

// lasts reports whether predicate p with a length at token k says how long the
// event was: "lasted two hours", "broke up after two hours".
func (r *reader) lasts(p predicate, k int) bool {
	if p.object {
		return r.lex.in("timed", r.lemma(p.at))
	}
	for j := p.at + 1; j < k; j++ {
		switch r.low(j) {
		case "up", "off", "down", "on", "for", "nearly", "about", "only", "just", "a", "some", "over", "late", "into":
		case "after":
			if !r.lex.in("ends", r.lemma(p.at)) && r.lemma(p.at) != "fall" {
				return false
			}
		default:
			if r.pos(j) != lang.ADV {
				return false
			}
		}
	}
	return r.lex.in("ends", r.lemma(p.at)) || r.lex.in("lasting", r.lemma(p.at))
}

// places returns where the event is said to be: places after "in", "at", "to"
// or "into" in the clause of [first, last). A verb of motion that carries the
// event gives its goal.
func (r *reader) places(first, last, carrier int) []travaux.Value {
	end := r.clauseEnd(last - 1)
	from := last
	if carrier >= 0 && carrier < first && r.lex.in("motion", r.lemma(carrier)) {
		from = carrier
	}
	var out []travaux.Value
	for k := from; k < end; k++ {
		if k > last && r.verb(k) {
			break
		}
		if k > last && r.ofOther(k) {
			continue
		}
		if v, ok := r.placeAt(k); ok {
			out = append(out, v)
		}
	}
	if len(out) == 0 {
		for k := r.clauseStart(first); k < first; k++ { // "In Lisbon, the envoys met"
			if r.low(k) == "in" || r.low(k) == "at" {
				if v, ok := r.placeAt(k); ok && (k == r.clauseStart(first) || r.low(k-1) != "of") && r.opener(k) {
					out = append(out, v)
					break
				}
			}
		}
	}
	return out
}

// placeBefore returns the place that stands before the head of phrase n: "the
// Lisbon talks".
func (r *reader) placeBefore(n int) []travaux.Value {
	np := r.np.NPs[n]
	for k := np.First; k < np.Head; k++ {
		i := r.at[k]
		if i == 0 {
			continue
		}
		m := &r.d.Mentions[i-1]
		if m.Type != lang.Place && m.Use != lang.AsSeat || m.Use == lang.AsAdjective || m.Use == lang.AsDemonym || r.xpos(m.Last) == "POS" || k > np.First && r.pos(k-1) == lang.PUNCT || m.Last > np.Head || r.d.Toks[m.Last].Start == m.End {
			continue
		}
		id := r.c.ID(m.Entity)
		if m.Sense != lang.AsPlace || id == "" {
			a := r.c.Actor(id)
			if m.Use != lang.AsSeat && (a == nil || a.Type != travaux.ActorPlace && a.Type != travaux.ActorRegion) {
				continue // "the Norway talks" are about Norway, or with it
			}
			id = r.c.Add(m.Span, travaux.ActorPlace)
		}
		return []travaux.Value{r.value(id, travaux.SpanOf(r.d.Text, m.Start, m.End), "place-before-noun")}
	}
	return nil
}

// ofOther reports whether the preposition at token k follows a noun that is
// neither a person, a side, a time nor a text, so that the place is that
// noun's: "spoke about the floods in the delta".
func (r *reader) ofOther(k int) bool {
	if r.pos(k-1) != lang.NOUN || r.tx[k-1] > 0 || r.texts.At(k-1) != nil || r.at[k-1] > 0 {
		return false
	}
	n := r.np.At(k - 1)
	return n < 0 || len(r.phrase(n).ids) == 0
}

// opener reports whether token k begins its clause or follows a phrase at once.
func (r *reader) opener(k int) bool {
	return k == r.sent(k).First || r.pos(k-1) == lang.PUNCT || r.pos(k-1) == lang.VERB || r.tx[k-1] > 0
}

// placeAt returns the place that the preposition at token k leads to.
func (r *reader) placeAt(k int) (travaux.Value, bool) {
	switch r.low(k) {
	case "in", "at", "to", "into", "inside", "near":
	default:
		return travaux.Value{}, false
	}
	n := r.np.Starts(k + 1)
	if n < 0 {
		return travaux.Value{}, false
	}
	return r.placePhrase(n)
}

// placePhrase returns the place that heads noun phrase n.
func (r *reader) placePhrase(n int) (travaux.Value, bool) {
	h := r.head(n)
	i := r.at[h]
	if i == 0 {
		return travaux.Value{}, false
	}
	m := &r.d.Mentions[i-1]
	if m.Type != lang.Place && (m.Type != lang.Organisation || m.Use != lang.AsSeat) || m.Last <= h {
		return travaux.Value{}, false
	}
	name := m.Name
	if name.Empty() {
		name = m.Span
	}
	id := r.c.ID(m.Entity)
	if m.Sense != lang.AsPlace || id == "" {
		id = r.c.Add(name, travaux.ActorPlace)
	}
	return r.value(id, travaux.SpanOf(r.d.Text, m.Start, m.End), "place-after-preposition"), true
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
