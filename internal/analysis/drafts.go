package analysis

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// Draft is one version of a text, with where it comes from.
type Draft struct {
	Proposal *travaux.Proposal
	Version  *travaux.Version
	// Dated is the version's own day where told, else First.
	Dated travaux.EDTF
	First travaux.EDTF // when it was first told of; "" where no report has a date
	Links []Link
	Evidence
}

// Link is how a text stands to another. It is a suggestion of the record:
// that two texts are versions of one is the analyst's to say.
type Link struct {
	How LinkKind
	To  string // proposal id
	Why string
	Evidence
}

// LinkKind is how texts stand to each other.
type LinkKind string

// The kinds of link.
const (
	DerivesFrom LinkKind = "derives from"
	BasisOf     LinkKind = "basis of"
	CounterTo   LinkKind = "counter-text to"
	CounteredBy LinkKind = "countered by"
	SameNumber  LinkKind = "same number of points as" // which is no identity
	NextVersion LinkKind = "version of the same text as"
)

// Drafts are all versions of all texts, in order of time; undated ones last. The
// list is made once, and is not to be changed.
func (v *View) Drafts() []Draft { return v.drafts() }

func (v *View) findDrafts() []Draft {
	links := v.links()
	var out []Draft
	starts := map[*travaux.Version]travaux.Day{}
	for i := range v.Record.Proposals {
		p := &v.Record.Proposals[i]
		for j := range p.Versions {
			x := &p.Versions[j]
			d := Draft{Proposal: p, Version: x, Links: links[p.ID], Evidence: gather(Evidence{x.SupportedBy, x.Spans})}
			if len(d.Spans) == 0 {
				d.Evidence = gather(Evidence{p.SupportedBy, p.Spans})
			}
			if iv, ok := v.told(d.Spans); ok {
				d.First = edtf(iv)
			}
			d.Dated = d.First
			for _, w := range x.Dates {
				if _, ok := travaux.EDTF(w.Value).Bounded(); ok {
					d.Dated = travaux.EDTF(w.Value)
					break
				}
			}
			out = append(out, d)
			starts[x] = startOf(d.Dated)
		}
	}
	slices.SortFunc(out, func(a, b Draft) int {
		return cmp.Or(cmp.Compare(starts[a.Version], starts[b.Version]), strings.Compare(a.Proposal.ID, b.Proposal.ID), strings.Compare(a.Version.ID, b.Version.ID))
	})
	return out
}

// Draft is the version with an id, or the last version of the proposal with it.
func (v *View) Draft(id string) (Draft, bool) {
	list := v.Drafts()
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].Version.ID == id || list[i].Proposal.ID == id {
			return list[i], true
		}
	}
	return Draft{}, false
}

// links are those of each text, both ways.
func (v *View) links() map[string][]Link {
	texts := map[string]*travaux.Proposal{}
	for i := range v.Record.Proposals {
		texts[v.Record.Proposals[i].ID] = &v.Record.Proposals[i]
	}
	out := map[string][]Link{}
	add := func(p *travaux.Proposal, how, back LinkKind, to string) {
		q := texts[to]
		if q == nil {
			return
		}
		e := gather(Evidence{p.SupportedBy, p.Spans}, Evidence{q.SupportedBy, q.Spans})
		out[p.ID] = append(out[p.ID], Link{how, to, q.Label, e})
		out[to] = append(out[to], Link{back, p.ID, p.Label, e})
	}
	for i := range v.Record.Proposals {
		p := &v.Record.Proposals[i]
		add(p, DerivesFrom, BasisOf, p.DerivedFrom)
		add(p, CounterTo, CounteredBy, p.CounterTo)
	}
	for id := range out {
		slices.SortFunc(out[id], func(a, b Link) int {
			return cmp.Or(strings.Compare(string(a.How), string(b.How)), strings.Compare(a.To, b.To))
		})
	}
	return out
}
