package claim

import (
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// nounEvent reads the event that noun i heads; first is the trigger's first
// token.
func (r *reader) nounEvent(t *trigger, first, i int) {
	n := r.np.At(i)
	if n < 0 || r.np.NPs[n].Head != i {
		return // "meeting room", "call centre"
	}
	if t.Words[0] == "talk" && r.xpos(i) == "NN" || t.Kind == travaux.Call && r.low(i+1) == "for" {
		return
	}
	if t.Kind == travaux.Absence {
		r.absenceNoun(t, n, i)
		return
	}
	np := r.np.NPs[n]
	carrier, support := r.carrier(n)
	if carrier >= 0 && r.lex.in("neutral", r.lemma(carrier)) {
		carrier = -1
	}
	said := r.predicates(n)
	status, ok := r.nounStatus(n, carrier, support, said)
	if t.Kind == travaux.Ceasefire && carrier >= 0 && !support && r.group(carrier).to {
		status = travaux.Proposed
	}
	if !ok || r.negatedPhrase(n) {
		return
	}
	f := &found{t: t, kind: t.Kind, status: status, first: first, last: i + 1, np: n, carrier: carrier, actors: nobody(), others: nobody(), rule: "noun-frame", said: said}
	f.definite = r.definite(n)
	f.order, f.held = r.order(n), carrier >= 0 && support && status != travaux.Proposed
	if t.has("stands") {
		f.dates = r.standingDates(n, said)
		f.places = r.standingPlaces(f)
	}
	if t.Kind == travaux.Call && t.Words[0] == "conversation" && r.xpos(i) == "NNS" {
		f.kind = travaux.Meeting // one may be by telephone, several are a way of meeting
	}
	r.nounSides(f, n, carrier, support)
	r.chair(f)
	if t.has("labour") && r.low(np.First-1) == "on" && r.lemma(np.First-2) == "be" { // "the crews are on strike"
		f.actors.add(r.subject(np.First - 1))
		if f.status == travaux.StatusUnknown && r.xpos(np.First-2) != "VBD" {
			f.status = travaux.UnderWay
		}
	}
	if !r.enough(f) {
		return
	}
	if f.status == travaux.StatusUnknown || f.status == travaux.Happened && !f.held && r.turns(said).status == "" && len(f.dates) > 0 {
		dates := f.dates
		if dates == nil {
			dates = r.dates(f.first, f.last)
		}
		if s := r.byDate(dates); s != travaux.StatusUnknown && !(f.status == travaux.Happened && r.lex.in("past", f.order)) {
			f.status = s
		}
		if f.status == travaux.StatusUnknown && (r.low(np.First-1) == "after" || r.low(np.First-1) == "of") && len(r.durations(f)) > 0 {
			f.status = travaux.Happened
		}
	}
	if r.low(np.Last) == "of" {
		if m := r.np.Starts(np.Last + 1); m >= 0 && r.talksNoun(r.np.NPs[m].Head) { // one event, not two
			r.claimed[r.np.NPs[m].Head] = true
		}
	}
	r.claim(f)
}

// chair adds who is said to lead the event: "was chaired by the mediator".
func (r *reader) chair(f *found) {
	for _, p := range f.said {
		if r.verb(p.at) && r.low(p.at+1) == "by" && (r.lex.in("held", r.lemma(p.at)) || r.lex.in("support", r.lemma(p.at))) && !p.object {
			f.actors.add(r.agent(p.at + 1))
		}
		if p.object && r.lex.in("support", r.lemma(p.at)) {
			f.actors.add(r.subject(p.at))
		}
	}
}

// negatedPhrase reports whether a phrase says that there was none.
func (r *reader) negatedPhrase(n int) bool {
	switch r.low(r.np.NPs[n].First) {
	case "no", "any", "every", "each":
		return true
	}
	return false
}

// carrier returns the verb whose object, or object of a preposition, phrase n
// is, and whether that verb only carries the noun ("held talks").
func (r *reader) carrier(n int) (int, bool) {
	np := r.np.NPs[n]
	lo := r.sent(np.Head).First
	for k := np.First - 1; k >= lo && k > np.First-12; k-- {
		if r.verb(k) {
			if r.xpos(k) == "VBN" && r.auxBefore(k) < 0 && !r.finite(k) {
				return -1, false
			}
			return k, r.lex.in("support", r.lemma(k)) && r.only(k+1, np.First)
		}
		if r.breaks(k) || r.low(k) == "," && k < np.First-1 && r.np.Starts(k+1) < 0 {
			return -1, false
		}
		if r.pos(k) == lang.AUX && r.lemma(k) == "have" {
			return k, true
		}
	}
	return -1, false
}

// only reports whether [a, b) holds but one phrase with its preposition, and
// small words: "walked into the hall for".
func (r *reader) only(a, b int) bool {
	phrases := 0
	for k := a; k < b; {
		if n := r.np.Starts(k); n >= 0 && r.np.NPs[n].Last <= b {
			if r.tx[r.np.NPs[n].Head] == 0 {
				phrases++
			}
			k = r.np.NPs[n].Last
			continue
		}
		switch r.pos(k) {
		case lang.ADP, lang.ADV, lang.PART, lang.DET, lang.ADJ:
		default:
			return r.tx[k] > 0
		}
		k++
	}
	return phrases <= 2
}

// nounSides finds who takes part in the event of phrase n.
func (r *reader) nounSides(f *found, n, carrier int, support bool) {
	np := r.np.NPs[n]
	end := r.clauseEnd(np.Last - 1)
	limit := end
	for k := np.Last; k < end; k++ { // what follows a verb is no longer of the noun
		if r.verb(k) && r.xpos(k) != "VBG" {
			limit = k
			break
		}
	}
	between := false
	whole := !r.finiteWithin(r.clauseStart(np.First), np.First)
	for _, p := range r.preps(np.Last, limit) {
		if t, _ := r.nounAt(r.np.NPs[p.np].Head); t != nil {
			if p.at == np.Last && p.word == "of" && r.talksNoun(r.np.NPs[p.np].Head) { // "a round of talks between"
				continue
			}
			break
		}
		switch p.word {
		case "between", "among":
			if f.t.has("between") || f.t.has("of") {
				f.actors.add(r.listOf(p.object, limit, true))
				between = true
			}
		case "with":
			if f.t.has("with") || f.t.has("to") {
				f.others.add(r.listOf(p.object, limit, whole))
			}
		case "for":
			if f.t.has("for") {
				f.others.add(r.list(p.object, limit))
			}
		case "on", "against":
			if f.t.has("on") {
				f.others.add(r.list(p.object, limit))
			}
		case "of", "by":
			if (f.t.has("of") || f.t.has("labour")) && p.at == np.Last {
				f.actors.add(r.list(p.object, limit))
			}
		case "to":
			if f.kind == travaux.Visit && len(f.places) == 0 {
				if v, ok := r.placePhrase(p.np); ok {
					f.places = []travaux.Value{v}
				}
			}
		}
	}
	if between {
		return
	}
	owner := r.possessor(n)
	f.actors.add(owner)
	if k := np.First - 1; k > 0 && (r.low(k) == "for" || r.low(k) == "of") { // "the envoy's hopes for a meeting"
		if m := r.np.Ends(k); m >= 0 {
			f.actors.add(r.possessor(m))
		}
	}
	r.compound(f, n)
	if carrier >= 0 && carrier < np.First {
		for _, p := range r.preps(carrier+1, np.First) { // "engaged with the board in long talks"
			if p.word == "with" && len(f.others.ids) == 0 {
				f.others.add(r.list(p.object, np.First))
			}
		}
	}
	if (len(f.actors.ids) == 0 || support && owner.first >= 0 && len(f.others.ids) == 0) && carrier >= 0 && (support || r.sharesIn(r.lemma(carrier))) {
		if !r.group(carrier).passive {
			w := r.subject(carrier)
			if len(w.ids) == 0 && len(f.actors.ids) == 0 {
				w = r.subjectOwner(carrier)
			}
			f.actors.add(w)
		}
	}
	if len(f.actors.ids) == 0 {
		f.actors.add(r.during(np.Last, end))
	}
}

// sharesIn reports whether the subject of a verb takes part in the event that
// is its object, though the verb says more than that it took place.
func (r *reader) sharesIn(lemma string) bool {
	for _, class := range []string{"plan", "propose", "agree", "cancel", "postpone", "follow"} {
		if r.lex.in(class, lemma) {
			return true
		}
	}
	return false
}

// during returns who acts in a clause that says what happened at the event:
// "a meeting at which the chair said".
func (r *reader) during(k, end int) who {
	for ; k <= end+1 && k < r.sent(end-1).Last; k++ {
		if (r.low(k) == "in" || r.low(k) == "at" || r.low(k) == "during") && r.low(k+1) == "which" {
			return r.list(k+2, r.sent(k).Last)
		}
	}
	return nobody()
}

// subjectOwner returns the owner of a subject that is itself no actor: "the
// chair's announcement followed a call".
func (r *reader) subjectOwner(verb int) who {
	k := verb
	for k > r.sent(verb).First && (r.pos(k-1) == lang.AUX || r.pos(k-1) == lang.ADV) {
		k--
	}
	if n := r.np.Ends(k); n >= 0 {
		return r.possessor(n)
	}
	return nobody()
}

// compound adds the sides that stand before the noun: "Ruiz-Kern meeting",
// "Norwegian-Swedish talks".
func (r *reader) compound(f *found, n int) {
	np := r.np.NPs[n]
	var ids []string
	first, dash := -1, false
	for k := np.First; k < f.first; k++ {
		switch r.low(k) {
		case "-", "–", "/":
			dash = true
			continue
		}
		i := r.at[k]
		if i == 0 {
			continue
		}
		m := &r.d.Mentions[i-1]
		if m.First < np.First || m.Last > f.first || m.Type == lang.Pronoun || m.Sense == lang.AsPlace && !dash && m.Type == lang.Place {
			continue
		}
		if id := r.c.ID(m.Entity); id != "" && !slices.Contains(ids, id) && r.low(m.Last) != "’s" && r.low(m.Last) != "'s" {
			ids = append(ids, id)
			if first < 0 {
				first = k
			}
		}
	}
	if len(ids) >= 2 && dash || len(ids) == 1 && f.others.first >= 0 && len(f.actors.ids) == 0 {
		f.actors.add(who{ids, first, f.first})
	}
}
