package pipeline

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/cast"
	"github.com/travaux/travaux/internal/knowledge"
)

// prior is what a profile says beforehand, ready to be applied to reports. The
// zero value is no profile.
type prior struct {
	sides     map[string]string // by id of party or person
	parties   map[string]string // by id of person
	outlets   map[string]string // names by domain
	furniture []*regexp.Regexp
}

func newPrior(p *knowledge.Profile) (*prior, error) {
	x := &prior{sides: map[string]string{}, parties: map[string]string{}, outlets: map[string]string{}}
	if p == nil {
		return x, nil
	}
	for _, party := range p.Parties {
		x.sides[party.ID] = party.Side
		for _, name := range slices.Concat(party.Principals, party.Spokespersons) {
			x.sides[p.PersonID(name)] = party.Side
			x.parties[p.PersonID(name)] = party.ID
		}
	}
	for _, o := range p.Outlets {
		for _, d := range o.Domains {
			x.outlets[strings.TrimPrefix(strings.ToLower(d), "www.")] = o.Name
		}
		for _, f := range o.Furniture {
			re, err := regexp.Compile(`^(?:` + f + `)$`)
			if err != nil {
				return nil, fmt.Errorf("furniture of outlet %q: %w", o.Name, err)
			}
			x.furniture = append(x.furniture, re)
		}
	}
	return x, nil
}

// report applies what is known of outlets: their names by the domain of a
// report that names none, and the lines that belong to their sites.
func (x *prior) report(r *travaux.Report) {
	if u, err := url.Parse(r.URL.Value); err == nil && r.Outlet.Value == "" {
		if name, ok := x.outlets[strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")]; ok {
			r.Outlet = travaux.Field{Value: name, Basis: "profile"}
		}
	}
	if len(x.furniture) == 0 {
		return
	}
	r.Lines = slices.Clone(r.Lines)
	for i := range r.Lines {
		l := &r.Lines[i]
		line := strings.TrimSpace(r.Text[l.Start:l.End])
		if line == "" || !slices.ContainsFunc(x.furniture, func(re *regexp.Regexp) bool { return re.MatchString(line) }) {
			continue
		}
		l.Class = travaux.LinePromo
		r.Blocks = slices.DeleteFunc(slices.Clone(r.Blocks), func(b travaux.Block) bool { return l.Start <= b.Start && b.End <= l.End })
	}
}

// cast sets the sides of the actors that the profile knows, and the parties to
// which persons belong where the report names them too.
func (x *prior) cast(c *cast.Cast) {
	ids := map[string]string{}
	for i := range c.Actors {
		a := &c.Actors[i]
		a.Side = x.sides[a.World]
		if _, ok := x.sides[a.World]; ok {
			ids[a.World] = a.ID
		}
	}
	for i := range c.Actors {
		if party := x.parties[c.Actors[i].World]; party != "" {
			c.Actors[i].Parent = ids[party]
		}
	}
}
