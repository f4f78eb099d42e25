package event

import (
	"github.com/travaux/travaux"
)

// durationsOf returns how long the event is said to have lasted: in its phrase,
// before it ("two hours of talks"), or after a verb that says so.
func (r *reader) durationsOf(f *found) []travaux.Value {
	s := r.Sent(f.at)
	for k := s.First; k < s.Last; k++ {
		t := r.Timex(k)
		if t == nil || k > s.First && r.Timex(k-1) == t || t.Type != "DURATION" || !shortDuration.MatchString(t.Value) {
			continue
		}
		if r.lengthOf(f, k) && !r.alternatives(k, t) {
			v := r.Value(t.Value, t.Span, "duration-of-event")
			v.Bound = t.Bound
			return []travaux.Value{v}
		}
	}
	return nil
}

// alternatives reports whether the length at token k is the first of several of
// which the report does not know the right one: "three hours, or five".
func (r *reader) alternatives(k int, t *travaux.Timex) bool {
	for k < len(r.Doc.Toks) && r.Timex(k) == t {
		k++
	}
	return r.Low(k) == "," && r.Low(k+1) == "or"
}

// lengthOf reports whether the length at token k is that of the event.
func (r *reader) lengthOf(f *found, k int) bool {
	h := r.timeHead(k)
	up := r.x.Head(h)
	switch {
	case up == f.at && r.x.Is(h, "nmod:poss"): // "two days' strike"
		return true
	case up == f.at && !r.verb(f.at): // "a two-hour session", "a session of two hours"
		return r.x.Case(h) == "" || r.x.Case(h) == "of" || r.x.Case(h) == "for"
	case r.Low(h+1) == "of" && r.x.Head(f.at) == h: // "two hours of talks"
		return true
	case r.Low(h+1) == "of" && r.x.Is(f.at, "nmod") && r.x.Head(f.at) == r.x.Head(h) && f.at-h < 6:
		return true
	}
	c := r.x.Case(h)
	if up == f.at && r.verb(f.at) || f.carrier >= 0 && up == f.carrier && f.held {
		return c == "for" || c == "lasting" || c == "over"
	}
	for _, t := range f.said {
		if up != t.at {
			continue
		}
		l := r.Lemma(t.at)
		if t.object {
			return r.lex.in("timed", l)
		}
		return r.lex.in("lasting", l) || r.lex.in("ends", l) && (c == "after" || c == "for" || c == "") || r.lex.in("lasting", l) || c == "for"
	}
	return up >= 0 && r.lex.in("lasting", r.Lemma(up)) && r.refersTo(up, f.at)
}

// refersTo reports whether the participle or verb v says something of the event
// at: "met Roth, lasting two hours".
func (r *reader) refersTo(v, at int) bool {
	return r.x.Is(v, "acl", "advcl") && (r.x.Head(v) == at || r.x.Is(r.x.Head(v), "obj", "obl") && r.x.Head(r.x.Head(v)) == at)
}
