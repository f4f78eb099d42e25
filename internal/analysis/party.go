package analysis

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// Party is the party that an actor acts for: what it belongs to, the
// organisation of its office, the one party of its side; else itself.
func (v *View) Party(actor string) string {
	if p, ok := v.parties()[actor]; ok {
		return p
	}
	return actor
}

func (v *View) partyOfEach() map[string]string {
	bySide := map[string][]string{}
	for i := range v.Record.Actors {
		if a := &v.Record.Actors[i]; a.Side != "" && a.Type.Corporate() {
			bySide[a.Side] = append(bySide[a.Side], a.ID)
		}
	}
	out := map[string]string{}
	for i := range v.Record.Actors {
		a := &v.Record.Actors[i]
		id, to := a.ID, a.ID
		for range 4 { // what it belongs to; the limit ends a circle
			x := v.actors[to]
			if x == nil || x.Parent == "" || v.actors[x.Parent] == nil {
				break
			}
			to = x.Parent
		}
		if to == id && (a.Type == travaux.ActorPerson || a.Type == travaux.ActorOffice) && !ownMan(a) {
			to = cmp.Or(v.employer(a), id)
			if side := bySide[a.Side]; to == id && len(side) == 1 {
				to = side[0]
			}
		}
		if to != id {
			out[id] = to
		}
	}
	return out
}

// employer is the party whose office the reports most often give a person.
func (v *View) employer(a *travaux.Actor) string {
	if len(a.Roles) == 0 {
		return ""
	}
	n := map[string]int{}
	for _, r := range a.Roles {
		if o := v.actors[r.Organisation]; o != nil && o.Type.Corporate() && o.ID != a.ID && !former(r.Title) {
			n[o.ID] += max(1, len(r.Spans))
		}
	}
	best := ""
	for id := range n {
		if best == "" || n[id] > n[best] || n[id] == n[best] && id < best {
			best = id
		}
	}
	return best
}

// former reports whether a title is one that somebody held.
func former(title string) bool {
	t := " " + strings.ToLower(title)
	return strings.Contains(t, " former ") || strings.Contains(t, " ex-") || strings.Contains(t, " late ") || strings.Contains(t, " retired ")
}

// ownWords are what people are called who belong to a state or body without
// speaking for it: those who are elected to debate, advise or study.
var ownWords = wordList(`senator sen congressman congresswoman rep lawmaker legislator mp backbencher councillor councilman candidate nominee
governor mayor lawyer attorney economist analyst strategist professor historian researcher fellow scholar author columnist commentator
activist citizen prisoner defector journalist correspondent reporter`)

// ownMan reports whether most titles of a person are of those who speak for
// themselves.
func ownMan(a *travaux.Actor) bool {
	n, own := 0, 0
	for _, r := range a.Roles {
		if r.Organisation == "" {
			continue
		}
		n++
		for w := range fields(r.Title) {
			if ownWords[w] {
				own++
				break
			}
		}
	}
	return 2*own > n
}

// maxPrincipals is how many parties are taken for principals where no profile
// says who they are.
const maxPrincipals = 6

// Principals are the parties on whom an agreement hangs: those to which the
// profile gives a side; where it gives none, those that negotiate in at least a
// third as many reports as the one that does in most, by taking a position on
// an issue or part in a meeting or call, with positions on two issues at least,
// or with one on anything and part in talks of several parties.
func (v *View) Principals() []string { return slices.Clone(v.principals()) }

func (v *View) findPrincipals() []string {
	if v.sided() {
		var out []string
		for i := range v.Record.Actors {
			if a := &v.Record.Actors[i]; a.Side != "" && a.Type.Corporate() {
				out = append(out, a.ID)
			}
		}
		return distinct(out)
	}
	reports, issues := v.activity()
	most := 0
	for p := range reports {
		if len(issues[p]) > 1 {
			most = max(most, len(reports[p]))
		}
	}
	var out []string
	for p := range reports {
		if len(issues[p]) > 1 && 3*len(reports[p]) >= most {
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b string) int {
		return cmp.Or(cmp.Compare(len(reports[b]), len(reports[a])), strings.Compare(a, b))
	})
	return distinct(out[:min(len(out), maxPrincipals)])
}

// findSides reports whether the profile says who the principals are.
func (v *View) findSides() bool {
	return slices.ContainsFunc(v.Record.Actors, func(a travaux.Actor) bool { return a.Side != "" && a.Type.Corporate() })
}

// activity is in which reports each possible principal negotiates, and on which
// issues it has positions: what no pack names is one, and talks of several
// parties another.
func (v *View) activity() (reports, issues map[string]map[string]bool) {
	reports, issues = map[string]map[string]bool{}, map[string]map[string]bool{}
	talked, mediates := map[string]bool{}, v.mediators()
	note := func(to map[string]map[string]bool, party, what string) {
		if to[party] == nil {
			to[party] = map[string]bool{}
		}
		to[party][what] = true
	}
	acting := func(id string) (string, bool) {
		p := v.Party(id)
		a := v.actors[p]
		return p, a != nil && (a.Type.Corporate() || a.Type == travaux.ActorPerson)
	}
	for i := range v.Record.Positions {
		p := &v.Record.Positions[i]
		party, ok := acting(p.Party)
		if !ok || p.Issue == "" || !isStance(p) && (p.Issue != travaux.OtherIssue || p.Kind == "interest" || p.Stance == travaux.NotStated) {
			continue
		}
		if p.Issue == travaux.OtherIssue && !v.actors[party].Type.Corporate() {
			continue
		}
		note(issues, party, p.Issue)
		for _, s := range p.Spans {
			note(reports, party, s.Report)
		}
	}
	for i := range v.Record.Events {
		e := &v.Record.Events[i]
		if !isContact(e.Kind) {
			continue
		}
		for _, x := range e.Participants {
			if party, ok := acting(x.Actor); ok && x.Part != "absent" {
				if a := v.actors[party]; a.Type.Corporate() && !mediates[party] && v.betweenParties(e) {
					talked[party] = true
				}
				for _, s := range x.Spans {
					note(reports, party, s.Report)
				}
			}
		}
	}
	for party := range issues {
		if talked[party] {
			issues[party]["talks"] = true
		}
	}
	return reports, issues
}

// mediators are the bodies that bring others together: by their name, or by the
// title of somebody of theirs.
func (v *View) mediators() map[string]bool {
	out := map[string]bool{}
	for i := range v.Record.Actors {
		a := &v.Record.Actors[i]
		if w := strings.ToLower(a.Canonical); strings.Contains(w, "mediat") || strings.Contains(w, "conciliat") || strings.Contains(w, "arbitrat") {
			out[a.ID] = true
		}
		for _, r := range a.Roles {
			if strings.Contains(strings.ToLower(r.Title), "mediator") && r.Organisation != "" {
				out[r.Organisation] = true
			}
		}
	}
	return out
}

// isContact reports whether the kind is one in which parties deal with one
// another.
func isContact(k travaux.EventKind) bool {
	return k == travaux.Meeting || k == travaux.Call || k == travaux.Visit || k == travaux.Shuttle
}

// isStance reports whether a position is where a party stands on a known
// issue: no interest, no silence.
func isStance(p *travaux.Position) bool {
	return p.Party != "" && p.Issue != "" && p.Issue != travaux.OtherIssue && p.Kind != "interest" && p.Kind != "BATNA_indicator" && p.Stance != travaux.NotStated
}

// ownStance is a stance that is not only ascribed by an opponent, which is no
// position of the party.
func ownStance(p *travaux.Position) bool { return isStance(p) && p.AccordingTo != "opponent" }
