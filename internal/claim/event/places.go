package event

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// placesOf returns where the event is said to be: in its phrase, or in the clause
// of its verb.
func (r *reader) placesOf(f *found) []travaux.Value {
	var out []travaux.Value
	put := func(heads []int) {
		for _, k := range heads {
			if f.kind == travaux.Aid && r.x.Case(k) == "to" { // where it goes, not where it is given
				continue
			}
			if v, ok := r.placeAt(k); ok && len(out) == 0 {
				out = append(out, v)
			}
		}
	}
	if r.nominal(f.at) {
		put(r.placeKids(f.at, "nmod"))
		for _, kid := range r.x.Kids(f.at) { // "talks with the envoy in Lisbon", the place hung on the envoy
			switch k := int(kid); r.x.Case(k) {
			case "with", "between", "among", "of":
				for _, c := range r.x.Conj(k) {
					put(r.placeKids(c, "nmod"))
				}
			}
		}
		if len(out) == 0 {
			out = r.placeBefore(f.at)
		}
		for _, t := range f.said {
			put(r.placeKids(t.at, "obl", "nmod"))
		}
		if f.carrier >= 0 && len(out) == 0 {
			put(r.placeKids(f.carrier, "obl", "nmod"))
		}
		return out
	}
	put(r.placeKids(f.at, "obl", "nmod"))
	if p, ok := r.x.Predicate(f.at); ok && len(out) == 0 {
		for _, o := range p.Object { // "met the envoy in Lisbon", the place hung on the envoy
			put(r.placeKids(o, "nmod"))
		}
		for _, o := range p.Obliques {
			if o.Case == "with" {
				put(r.placeKids(o.Head, "nmod"))
			}
		}
	}
	if h := r.x.Head(f.at); len(out) == 0 && h >= 0 && r.x.Is(f.at, "xcomp", "advcl", "conj") && r.verb(h) {
		if p, ok := r.x.Predicate(f.at); ok && (p.Infinite || r.x.Is(f.at, "conj")) {
			for _, k := range r.placeKids(h, "obl") {
				if k < f.at && (k < h || p.Infinite) {
					put([]int{k})
				}
			}
		}
	}
	return out
}

func (r *reader) placeKids(at int, rels ...string) []int {
	var out []int
	for _, kid := range r.x.Kids(at) {
		k := int(kid)
		if !r.x.Is(k, rels...) {
			continue
		}
		switch r.x.Case(k) {
		case "in", "at", "to", "into", "inside", "near":
			out = append(out, k)
		}
		if r.Timex(k) != nil && k != at { // "on 30 May in Lisbon", the place hung on the day
			out = append(out, r.placeKids(k, "nmod", "obl")...)
		}
	}
	return out
}

// placeAt returns the place that the phrase headed by h names: its own, or where
// what it names is ("at a hotel in Lisbon").
func (r *reader) placeAt(h int) (travaux.Value, bool) {
	m := r.Mention(h)
	if m == nil || m.Type != lang.Place && (m.Type != lang.Organisation || m.Use != lang.AsSeat) || m.Last <= h || r.Timex(h) != nil && m.Len() < 2 {
		if r.POS(h) == lang.NOUN && len(r.Actor(h)) == 0 {
			for _, k := range r.placeKids(h, "nmod") {
				if v, ok := r.placeAt(k); ok {
					return v, true
				}
			}
		}
		return travaux.Value{}, false
	}
	name := m.Name
	if name.Empty() {
		name = m.Span
	}
	id := r.Cast.ID(m.Entity)
	if m.Sense != lang.AsPlace || id == "" {
		id = r.Cast.Add(name, travaux.ActorPlace)
	}
	return r.Value(id, travaux.SpanOf(r.Doc.Text, m.Start, m.End), "place-after-preposition"), true
}

// placeBefore returns the place that stands before noun h: "the Lisbon talks".
func (r *reader) placeBefore(h int) []travaux.Value {
	for _, kid := range r.x.Kids(h) {
		k := int(kid)
		m := r.Mention(k)
		if k > h || m == nil || !r.x.Is(k, "compound", "nmod", "amod") || r.x.Is(k, "nmod:poss") || m.Last > h {
			continue
		}
		if m.Type != lang.Place && m.Use != lang.AsSeat || m.Use == lang.AsAdjective || m.Use == lang.AsDemonym || m.First > 0 && isDash(r.Low(m.First-1)) || isDash(r.Low(m.Last)) {
			continue
		}
		id := r.Cast.ID(m.Entity)
		if m.Sense != lang.AsPlace || id == "" {
			a := r.Cast.Actor(id)
			if m.Use != lang.AsSeat && (a == nil || a.Type != travaux.ActorPlace && a.Type != travaux.ActorRegion) {
				continue // "the Norway talks" are about Norway, or with it
			}
			id = r.Cast.Add(m.Span, travaux.ActorPlace)
		}
		return []travaux.Value{r.Value(id, travaux.SpanOf(r.Doc.Text, m.Start, m.End), "place-before-noun")}
	}
	return nil
}

func isDash(w string) bool { return w == "-" || w == "–" || w == "/" }
