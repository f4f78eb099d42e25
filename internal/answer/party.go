package answer

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// party is the actor for which another speaks: what the profile or the reports
// say it belongs to, or itself.
func (a *asker) party(id string) string {
	if p, ok := a.parties()[id]; ok {
		return p
	}
	return id
}

func (x *Index) partyOfEach() map[string]string {
	out := map[string]string{}
	for i := range x.rec.Actors {
		if a := &x.rec.Actors[i]; a.Parent != "" || len(a.Roles) > 0 { // others are their own
			out[a.ID] = x.partyOf(a.ID)
		}
	}
	return out
}

func (x *Index) partyOf(id string) string {
	for range 4 {
		who := x.actors[id]
		if who == nil {
			break
		}
		up := who.Parent
		if up == "" && who.Type == travaux.ActorPerson {
			up = x.employer(who)
		}
		if up == "" || x.actors[up] == nil || up == id {
			break
		}
		id = up
	}
	return id
}

// employer is the actor that most of a person's titles are of, the first told
// where they are even.
func (x *Index) employer(who *travaux.Actor) string {
	n := map[string]int{}
	best := ""
	for _, r := range who.Roles {
		if o := x.actors[r.Organisation]; o == nil || o.Type == travaux.ActorPerson {
			continue
		}
		n[r.Organisation]++
		if best == "" || n[r.Organisation] > n[best] {
			best = r.Organisation
		}
	}
	return best
}

// partyName names a party, and in brackets the person who stands for it.
func (a *asker) partyName(id string) string {
	p := a.party(id)
	if p == id {
		return a.name(id)
	}
	return a.name(p) + " (" + a.name(id) + ")"
}

// principals are the parties on whom an agreement hangs, those that negotiate in
// most reports first.
func (a *asker) principals() []string {
	if v := a.view(""); v != nil {
		return v.Principals()
	}
	return nil
}

// called are the actors that a parameter names: those with a name that is it,
// else those with a name that holds its words, and those who stand for them.
// Unlike persons and states, groups that reports describe are not taken for
// one across reports: "the growers" of each count.
func (a *asker) called(param string) map[string]bool {
	asked := fold(a.param(param, ""))
	out := map[string]bool{}
	if asked == "" {
		return out
	}
	for i := range a.rec.Actors {
		x := &a.rec.Actors[i]
		if x.ID == a.set[param] || strings.Contains(fold(x.Canonical), asked) || slices.ContainsFunc(x.NameForms, func(f travaux.NameForm) bool { return strings.Contains(fold(f.Form), asked) }) {
			out[x.ID] = true
		}
	}
	for i := range a.rec.Actors {
		if x := &a.rec.Actors[i]; out[a.party(x.ID)] {
			out[x.ID] = true
		}
	}
	if len(out) == 0 {
		a.fail(param, a.set[param], "actor")
	}
	return out
}

// fold makes names comparable: case and the form of the apostrophe do not count.
func fold(s string) string { return strings.ToLower(straight.Replace(strings.TrimSpace(s))) }
