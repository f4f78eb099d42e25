package position

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang/clause"
)

// reply reads a refusal or an agreement that does not say to what: "The other
// side refused at once." It answers the last thing that another party asked or
// offered, in this sentence or the two before.
func (r *reader) reply(p *clause.Predicate, e *entry) bool {
	if p.Complement >= 0 || len(p.Object) > 0 || p.Passive || r.Clauses.Is(p.At, "acl", "amod") {
		return false
	}
	for _, o := range p.Obliques {
		if r.Timex(o.Head) == nil && o.Case != "at" && o.Case != "" {
			return false
		}
	}
	party := r.parties(p.Subject)
	if len(party) == 0 {
		return false
	}
	asked := r.asked(p.At, party)
	if asked == nil {
		return false
	}
	o := asked.on
	o.frame, o.lo, o.hi = "reply", p.At, p.At+1
	r.claim(p, e, party, []option{o})
	return true
}

// asked is the last stance before token i that one of another party than those
// answering takes for something.
func (r *reader) asked(i int, answering []string) *found {
	const reach = 2 // sentences
	for n := len(r.found) - 1; n >= 0; n-- {
		f := &r.found[n]
		if r.Doc.Toks[i].Sent-r.Doc.Toks[f.at].Sent > reach {
			return nil
		}
		if scale[f.stance] > 0 && !overlap(f.party, answering) {
			return f
		}
	}
	return nil
}

// no reads "said no", "said yes".
func (r *reader) no(i int) bool {
	if r.Lemma(i) != "say" {
		return false
	}
	var stance travaux.Stance
	switch r.Low(i + 1) {
	case "no":
		stance = travaux.RulesOut
	case "yes":
		stance = travaux.Supports
	default:
		return false
	}
	switch r.Low(i + 2) {
	case ".", ",", "to", "at", "on", "and", "but", ";", "again":
	default:
		return false
	}
	p, ok := r.Clauses.Predicate(i)
	if !ok || r.hypothetical(i) || p.Modal == "would" || p.Negated {
		return false
	}
	party := r.parties(p.Subject)
	if len(party) == 0 {
		return false
	}
	f := found{at: i, party: party, stance: stance, strength: "plain", kind: "position", rule: "reply/say_" + r.Low(i+1)}
	if asked := r.asked(i, party); asked != nil {
		f.on = asked.on
		f.on.lo, f.on.hi = i, i+2
	} else if opts := r.prepositional(i, p.Obliques, []string{"to"}); len(opts) > 0 && opts[0].matter {
		f.on = opts[0]
	} else {
		return false
	}
	r.finish(&f, &p, i)
	return true
}

// accordingTo is how the stance of party id reached the page.
func (r *reader) accordingTo(f *found, id string) string {
	st := r.carrier(f.at)
	if st == nil {
		return r.quoted(f, id)
	}
	switch st.Attribution {
	case travaux.ByDocument:
		return "document"
	case travaux.ByOutlet, travaux.ByMedia:
		return "outlet"
	case travaux.ByAnonymousPerson, travaux.ByAnonymousGroup:
		return "anonymous"
	}
	side := r.speaks(st)
	switch {
	case st.Speaker == id || slices.Contains(side, id) || slices.Contains(r.behind(st), id):
		if st.Mode == travaux.Direct || st.Mode == travaux.Mixed && r.inMarks(f.at, st) {
			return "own_words"
		}
		return "reported"
	case len(side) == 0 || r.allied(side, id) || r.unplaced(side, id):
		return "reported"
	}
	return "opponent"
}

// unplaced reports whether the side of a speaker is nothing but a person whose
// office nobody gives, who may speak for the state or body id.
func (r *reader) unplaced(side []string, id string) bool {
	if len(side) != 1 {
		return false
	}
	a, b := r.Cast.Actor(side[0]), r.Cast.Actor(id)
	return a != nil && b != nil && a.Type == travaux.ActorPerson && !surely(b) &&
		!slices.ContainsFunc(a.Roles, func(x travaux.Role) bool { return x.Organisation != "" })
}

// surely reports whether a is a person beyond doubt: by an office or by a name of
// two words.
func surely(a *travaux.Actor) bool {
	return a.Type == travaux.ActorPerson && (len(a.Roles) > 0 || slices.ContainsFunc(a.NameForms, func(f travaux.NameForm) bool { return strings.Contains(f.Form, " ") }))
}

// quoted is own_words where the outlet's sentence goes on in the words of the
// party itself: 'demanded "an immediate end"'.
func (r *reader) quoted(f *found, id string) string {
	if n := r.cue[f.at]; n > 0 {
		st := &r.Reading.Statements[n-1]
		if (st.Mode == travaux.Direct || st.Mode == travaux.Mixed) && (st.Speaker == id || slices.Contains(r.speaks(st), id)) {
			return "own_words"
		}
	}
	return "outlet"
}

// inMarks reports whether token i stands in a quotation within st.
func (r *reader) inMarks(i int, st *travaux.Statement) bool {
	for _, c := range st.Content {
		at := r.Doc.Toks[i].Start
		if at < c.Start || at >= c.End {
			continue
		}
		before := r.Doc.Text[c.Start:at]
		return strings.Count(before, "“") > strings.Count(before, "”") || strings.Count(before, "\"")%2 == 1
	}
	return false
}

// allied reports whether the profile puts party id and one of side on one side.
func (r *reader) allied(side []string, id string) bool {
	a := r.Cast.Actor(id)
	return a != nil && a.Side != "" && slices.ContainsFunc(side, func(s string) bool {
		b := r.Cast.Actor(s)
		return b != nil && b.Side == a.Side
	})
}
