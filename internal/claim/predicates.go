package claim

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// predicate is what a clause says of a noun phrase: "the talks began", "a round
// planned for May", "the session, which lasted", "a session that she chaired".
type predicate struct {
	at     int  // its verb; the adjective or auxiliary of "is due", "is on Friday"
	object bool // the phrase is the object of the verb
	bare   bool // a participle without an auxiliary
	ahead  bool // an infinitive: "a vote to be held"
}

// predicates returns what the sentence says of noun phrase n, which is the
// subject, or the noun that a participle or relative clause goes with.
func (r *reader) predicates(n int) []predicate {
	np := r.np.NPs[n]
	end := r.sent(np.Head).Last
	var out []predicate
	for k := np.Last; k < end && k < np.Last+30; {
		switch l := r.low(k); {
		case l == "which" || l == "that":
			if p, ok := r.relative(k, end); ok {
				out = append(out, p)
			}
			if r.low(k-1) != "," {
				return out
			}
			if k = r.closing(k, end); k < 0 {
				return out
			}
		case l == "," || l == "—" || l == "–":
			if r.low(k+1) == "which" {
				k++
				continue
			}
			if r.tx[k] > 0 {
				k++
				continue
			}
			if !r.subordinate(k+1) && r.tx[min(k+1, end-1)] == 0 {
				return out
			}
			if r.xpos(k+1) == "VBN" || r.xpos(k+1) == "VBG" || r.xpos(k+2) == "VBN" {
				v := k + 1
				if !r.verb(v) {
					v++
				}
				out = append(out, predicate{at: v, bare: true})
			}
			if k = r.closing(k+1, end); k < 0 {
				return out
			}
		case l == "to" && r.low(k+1) == "be" && r.xpos(k+2) == "VBN":
			out = append(out, predicate{at: k + 2, ahead: true})
			k += 3
		case r.tx[k] > 0 && !r.verb(k):
			k++
		case r.pos(k) == lang.ADP:
			k = r.passPhrase(k + 1)
		case (r.lex.in("befalls", r.lemma(k)) || r.xpos(k) == "VBG" && r.lex.in("begins", r.lemma(k))) && r.participle(k):
			out = append(out, predicate{at: k, bare: true})
			k++
		case r.pos(k) == lang.AUX || r.pos(k) == lang.ADV || r.pos(k) == lang.PART || l == "not":
			if p, ok := r.copular(k); ok {
				return append(out, p)
			}
			k++
		case r.verb(k):
			return r.coordinated(append(out, predicate{at: k}), k, end)
		default:
			return out
		}
	}
	return out
}

// passPhrase returns the token after the phrases joined from token k on.
func (r *reader) passPhrase(k int) int {
	for {
		n := r.np.Starts(k)
		if n < 0 {
			return k
		}
		k = r.np.NPs[n].Last
		if and := r.low(k) == "and"; !and && r.low(k) != "," {
			return k
		}
		m := r.np.Starts(k + 1)
		if m < 0 {
			return k
		}
		if e := r.np.NPs[m].Last; r.low(k) == "and" && (r.finite(e) || r.pos(e) == lang.AUX) && r.xpos(r.np.NPs[n].Head) == "NNP" && r.xpos(r.np.NPs[m].Head) != "NNP" {
			return k
		}
		if r.low(k) == "," && !r.named(r.np.NPs[m].Head) {
			return k
		}
		k++
	}
}

// closing returns the token after the comma or dash that closes what begins at
// token k, or -1.
func (r *reader) closing(k, end int) int {
	for j := k + 1; j < end; j++ {
		if l := r.low(j); l == "," && r.tx[j] == 0 || l == "—" {
			return j + 1
		}
	}
	return -1
}

// relative reads the clause that "which" or "that" at token k opens.
func (r *reader) relative(k, end int) (predicate, bool) {
	object := false
	for j := k + 1; j < end && j < k+10; j++ {
		if r.verb(j) {
			return predicate{at: j, object: object}, true
		}
		if p, ok := r.copular(j); ok && !object {
			return p, true
		}
		if n := r.np.Starts(j); n >= 0 {
			object = true
			j = r.np.NPs[n].Last - 1
		}
	}
	return predicate{}, false
}

// participle reports whether verb k stands without auxiliary and without an
// object after the noun that it says something of: "the talks held in May".
func (r *reader) participle(k int) bool {
	if !r.verb(k) || r.auxBefore(k) >= 0 {
		return false
	}
	switch r.xpos(k) {
	case "VBN":
		return true
	case "VBG":
		return r.lemma(k) == "last" || r.lex.in("begins", r.lemma(k))
	case "VBD":
		n := r.np.Starts(k + 1)
		return n < 0 && r.lex.in("held", r.lemma(k))
	}
	return false
}

// copular reads "is due", "is under way", "was over", "is on Friday" at the
// auxiliary k.
func (r *reader) copular(k int) (predicate, bool) {
	if r.lemma(k) != "be" || r.verb(k+1) {
		return predicate{}, false
	}
	j := k + 1
	for r.pos(j) == lang.ADV && r.low(j) != "over" && r.low(j) != "underway" && r.low(j) != "off" || r.low(j) == "not" {
		j++
	}
	switch l := r.low(j); {
	case l == "due", l == "over", l == "underway", l == "off", l == "set", l == "imminent",
		l == "under" && r.low(j+1) == "way", l == "in" && r.low(j+1) == "progress", l == "on" && r.low(j+1) == "hold":
		return predicate{at: j}, true
	case (l == "on" || l == "in" || l == "at") && j+1 < len(r.tx) && r.date(j+1) != nil && r.at[j+1] == 0:
		return predicate{at: j}, true
	}
	return predicate{}, false
}

// coordinated adds the verbs that "and" joins to verb k: "began … and was
// chaired by".
func (r *reader) coordinated(out []predicate, k, end int) []predicate {
	for j := k + 1; j+1 < end; j++ {
		switch r.low(j) {
		case ";", ":", "“", "”", "\"", "which", "who", "that", "when", "while", "after", "before", "because":
			return out
		case "and", "but":
			v := j + 1
			for v < end && (r.pos(v) == lang.AUX || r.pos(v) == lang.ADV) {
				v++
			}
			if v < end && r.verb(v) && r.finite(j+1) || v > j+1 && v < end && r.verb(v) {
				out = append(out, predicate{at: v})
			}
		}
	}
	return out
}

// turn is what a predicate makes of an event.
type turn struct {
	status  travaux.EventStatus // "" where it says nothing of it
	happens bool                // it says that the event is, was or will be
}

// turnOf tells what predicate p makes of the event of which it is said.
func (r *reader) turnOf(p predicate) turn {
	k, l := p.at, r.lemma(p.at)
	if !r.verb(k) {
		switch r.low(k) {
		case "due", "set", "imminent", "on", "in", "at":
			if r.low(k) == "in" && r.low(k+1) == "progress" {
				return turn{travaux.UnderWay, true}
			}
			if r.low(k) == "on" && r.low(k+1) == "hold" {
				return turn{travaux.Postponed, true}
			}
			if r.low(k) == "due" || r.low(k) == "set" || r.low(k) == "imminent" {
				return turn{travaux.Scheduled, true}
			}
			return turn{"", true}
		case "underway", "under":
			return turn{travaux.UnderWay, true}
		case "off":
			return turn{travaux.Cancelled, true}
		}
		return turn{travaux.Happened, true}
	}
	g := r.group(k)
	next := r.low(k + 1)
	passive := g.passive || p.bare && r.xpos(k) != "VBG" || p.object
	switch {
	case p.ahead:
		if r.wished(k) {
			return turn{travaux.Proposed, true}
		}
		return turn{travaux.Scheduled, true}
	case p.bare && r.xpos(k) == "VBG" && r.lex.in("begins", l): // "the talks starting in May"
		return turn{travaux.StatusUnknown, r.dateAfter(k)}
	case p.object:
		if r.lex.in("support", l) || r.lex.in("ends", l) || r.lex.in("timed", l) {
			if s, ok := r.verbStatus(k); ok {
				return turn{s, true}
			}
		}
		return turn{}
	case l == "fall" && (next == "apart" || next == "through"), l == "call" && next == "off", r.lex.in("cancel", l) && passive && l != "collapse":
		return turn{travaux.Cancelled, true}
	case r.lex.in("postpone", l) && passive, l == "put" && (next == "off" || next == "on") && passive:
		return turn{travaux.Postponed, true}
	case passive && r.lex.in("plan", l), l == "await" && passive:
		if g.modal != "" && g.modal != "will" {
			return turn{travaux.Proposed, true}
		}
		if s, ok := r.infinitive(k); ok {
			return s
		}
		return turn{travaux.Scheduled, !g.negated}
	case passive && r.lex.in("held", l), r.lex.in("begins", l) && !p.bare, r.lex.in("ends", l) && (!p.bare || l == "last") && r.going(k), p.bare && l == "last":
		if p.bare {
			return turn{"", true}
		}
		s, ok := r.verbStatus(k)
		if !ok {
			return turn{travaux.Proposed, !g.negated && !g.supposed}
		}
		if s == travaux.Happened && r.present(k) {
			switch dated := r.dateAfter(k); {
			case !dated:
				return turn{travaux.UnderWay, g.aux != "" || l == "continue"}
			case r.lex.in("ends", l):
				return turn{"", true}
			}
			return turn{travaux.Scheduled, true}
		}
		return turn{s, true}
	case g.aux == "be" && r.xpos(k) == "VBG" && !g.negated && (l == "take" || l == "continue" || l == "go"):
		return turn{travaux.UnderWay, true}
	case g.modal == "will":
		return turn{travaux.Scheduled, false}
	case g.modal != "":
		return turn{travaux.Proposed, false}
	}
	return turn{}
}

// wished reports whether the noun before the infinitive at verb k is what
// somebody calls for: "demanded a vote to be held".
func (r *reader) wished(k int) bool {
	for j := k - 3; j >= r.sent(k).First && j > k-16; j-- {
		switch l := r.lemma(j); {
		case l == "call" || l == "calling", r.lex.in("propose", l) && l != "open" && l != "ready", l == "reject":
			return true
		case r.low(j) == "," || r.verb(j):
			return false
		}
	}
	return false
}

// going keeps verbs with a second word to their event sense: "took place",
// "went on", "broke up".
func (r *reader) going(k int) bool {
	next := r.low(k + 1)
	switch r.lemma(k) {
	case "take":
		return next == "place"
	case "go":
		return next == "on" || next == "ahead" || next == "well" || next == "late" || next == "into" || next == "nowhere"
	case "break":
		return next == "up" || next == "off" || next == "down"
	case "fall":
		return next == "on"
	case "close", "run", "stretch":
		return r.np.Starts(k+1) < 0 || r.tx[min(k+1, len(r.tx)-1)] > 0
	}
	return true
}

// present reports whether verb k is in the simple present.
func (r *reader) present(k int) bool {
	g := r.group(k)
	if g.first == k {
		x := r.xpos(k)
		return x == "VBZ" || x == "VBP"
	}
	x := r.xpos(g.first)
	return g.modal == "" && g.aux == "be" && (x == "VBZ" || x == "VBP")
}

// dateAfter reports whether a date follows verb k closely.
func (r *reader) dateAfter(k int) bool {
	for j := k + 1; j < min(k+6, r.sent(k).Last); j++ {
		if r.date(j) != nil {
			return true
		}
	}
	return false
}

// infinitive reads what is planned after verb k: "was expected to resume".
func (r *reader) infinitive(k int) (turn, bool) {
	if r.low(k+1) != "to" {
		return turn{}, false
	}
	for j := k + 2; j < min(k+6, r.sent(k).Last); j++ {
		if l := r.lemma(j); r.verb(j) {
			return turn{travaux.Scheduled, r.lex.in("begins", l) || r.lex.in("ends", l) && r.going(j) || r.lex.in("held", l)}, true
		}
	}
	return turn{}, false
}

// turns tells the status that the predicates give an event, and whether they
// say of it that it is, was or will be.
func (r *reader) turns(ps []predicate) turn {
	var out turn
	for _, p := range ps {
		t := r.turnOf(p)
		out.happens = out.happens || t.happens
		if out.status == "" || t.status == travaux.Cancelled || t.status == travaux.Postponed {
			out.status = t.status
		}
	}
	return out
}
