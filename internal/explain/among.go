package explain

import (
	"fmt"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// Has reports whether something of a kind was read.
func (x *Explanation) Has(kind string) bool {
	return slices.ContainsFunc(x.Items, func(it Item) bool { return it.Kind == kind })
}

// Among adds to the texts that were read what the record takes them for, and
// which other texts it suggests that they may be, with the reasons.
func (x *Explanation) Among(rec *travaux.Record) {
	label := map[string]string{}
	of := map[string]*travaux.Proposal{} // by claim
	for i := range rec.Proposals {
		p := &rec.Proposals[i]
		label[p.ID] = p.Label
		for _, id := range p.Claims {
			of[id] = p
		}
	}
	for i := range x.Items {
		it := &x.Items[i]
		p := of[it.ID]
		if it.Kind != "text" || p == nil {
			continue
		}
		it.Fields = append(it.Fields, Field{"in the record", p.Label + " (" + p.ID + ")"})
		for _, s := range p.IdentityWith {
			it.Fields = append(it.Fields, Field{"may be one with", possible(s, label[s.With])})
		}
	}
}

// possible says in plain words what speaks for an identity and against it.
func possible(s travaux.PossibleIdentity, label string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s, %s). For:", label, s.With, s.Strength)
	for _, r := range s.For {
		b.WriteString(" " + r.Text)
	}
	if len(s.Against) > 0 {
		b.WriteString(" Against:")
	}
	for _, r := range s.Against {
		b.WriteString(" " + r.Text)
	}
	return b.String()
}
