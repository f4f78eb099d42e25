package event

import (
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang/clause"
)

// told reads what was told to the press on a day.
func (r *reader) told(p *clause.Predicate) {
	heads := append(slices.Clone(p.Indirect), p.Object...)
	if !r.audience(heads) || p.Negated || p.Modal != "" {
		return
	}
	f := &found{kind: travaux.PressStatement, status: travaux.Happened, first: p.At, last: p.At + 1, at: p.At, carrier: -1, rule: "told-the-press"}
	f.actors = r.subject(p)
	for _, h := range heads {
		if r.audience([]int{h}) && h > p.At {
			_, f.last = r.x.Core(h)
		}
	}
	f.dates = r.datesIn(p.At, p.At, false)
	if s, ok := r.verbStatus(p.At); f.actors.none() || !r.timed(p.At, false) || !ok || s != travaux.Happened {
		return
	}
	r.claim(f)
}

// pressStatements reads those statements of named speakers of which a report
// says on what day they were made.
func (r *reader) pressStatements() {
	for i := range r.Reading.Statements {
		st := &r.Reading.Statements[i]
		if st.Cue == nil || st.Speaker == "" || !onRecord(st) {
			continue
		}
		first, last := r.Tokens(*st.Cue)
		v := r.cueVerb(first, last)
		if v < 0 || r.claimed[v] || r.lex.in("gesture", r.Lemma(v)) || r.ofContact(v) || r.caption(v) {
			continue
		}
		a := r.Cast.Actor(st.Speaker)
		if a == nil || a.Type == travaux.ActorMedia || a.Type == travaux.ActorDocument || a.Type.Anonymous() || a.Type == travaux.ActorGroup {
			continue
		}
		p, _ := r.x.Predicate(v)
		if w := r.subject(&p); !slices.Contains(w.ids, st.Speaker) {
			continue
		}
		s, ok := r.verbStatus(v)
		f := &found{kind: travaux.PressStatement, status: s, first: v, last: max(last, v+1), at: v, carrier: -1, rule: "said-on-a-day"}
		var day bool
		if f.dates, day = r.saidOn(st, v); !ok || s != travaux.Happened || !day {
			continue
		}
		f.actors = party{ids: append([]string{st.Speaker}, st.JointWith...)}
		if st.Source != nil {
			f.actors.first, f.actors.last = r.Tokens(*st.Source)
		}
		r.claim(f)
	}
}

// ofContact reports whether verb v tells that sides met or spoke.
func (r *reader) ofContact(v int) bool {
	t, _ := r.verbAt(v)
	return t != nil && contact(t.Kind)
}

// onRecord reports whether a statement is one that somebody named made in words.
func onRecord(st *travaux.Statement) bool {
	switch st.Attribution {
	case travaux.ByNamedPerson, travaux.ByNamedOrg, travaux.ByCollective:
		return st.Mode == travaux.Direct || st.Mode == travaux.Indirect || st.Mode == travaux.Mixed
	}
	return false
}

// cueVerb is the verb of a cue that heads a clause of its own, -1 for none.
func (r *reader) cueVerb(first, last int) int {
	for k := last - 1; k >= first; k-- {
		if r.verb(k) && r.clausal(k) {
			return k
		}
	}
	return -1
}

// saidOn returns the day on which a statement is said to have been made, and
// whether there is one, told next to its cue or hanging on its verb v. It may be
// one that nobody can put on a calendar.
func (r *reader) saidOn(st *travaux.Statement, v int) ([]travaux.Value, bool) {
	if vs := r.datesIn(v, v, false); len(vs) > 0 {
		iv, err := travaux.EDTF(vs[0].Value).Interval()
		return vs, err == nil && iv.Days() <= 1
	}
	if st.SaidAt != nil && st.SaidAt.Span != nil {
		first, last := r.Tokens(*st.SaidAt.Span)
		near := last <= v && v-last < 4 || first > v && first-v < 4
		if v := r.date(first); v != nil && near {
			iv, err := travaux.EDTF(v.Value).Interval()
			return []travaux.Value{*v}, err == nil && iv.Days() <= 1
		}
		return nil, near && r.timed(v, false)
	}
	for _, k := range []int{v + 1, v + 2, v - 1} { // "said Wednesday he is", the day hung on what is said
		if t := r.Timex(k); t != nil && t.Type == "DATE" && r.Doc.Toks[k].Sent == r.Doc.Toks[v].Sent && (k != v+2 || r.Low(v+1) == "on") {
			if d := r.date(k); d != nil {
				return []travaux.Value{*d}, true
			}
			return nil, t.EDTF == ""
		}
	}
	return nil, r.timed(v, false)
}
