package dossier

import (
	"cmp"
	"slices"

	"github.com/travaux/travaux"
)

// identityView is two texts that may be one.
type identityView struct {
	Anchor   string
	A, B     link
	Strength string
	Extent   string // what they may be one as
	For      []reasonView
	Against  []reasonView
	Merge    string // the command that makes them one
	Split    string // the command that says they are two
}

// reasonView is what speaks for an identity or against it, with its passages.
type reasonView struct {
	Text  string
	Cites []cite
}

// possible is a suggestion with the text that it is made of.
type possible struct {
	of *travaux.Proposal
	travaux.PossibleIdentity
}

// possibleIdentities are the suggestions of the record, each once, the strongest
// first.
func (s *Site) possibleIdentities() []possible {
	var out []possible
	seen := map[string]bool{}
	for i := range s.rec.Proposals {
		for _, x := range s.rec.Proposals[i].IdentityWith {
			if !seen[x.ID] && s.proposals[x.With] != nil {
				seen[x.ID] = true
				out = append(out, possible{&s.rec.Proposals[i], x})
			}
		}
	}
	rank := map[string]int{"strong": 0, "medium": 1, "weak": 2}
	slices.SortStableFunc(out, func(a, b possible) int {
		return cmp.Or(cmp.Compare(rank[a.Strength], rank[b.Strength]), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// placeIdentities says on which page the suggestions stand.
func (s *Site) placeIdentities(path string) {
	for _, x := range s.possibleIdentities() {
		s.href[x.ID] = path + "#" + slug(x.ID)
	}
}

func (s *Site) identities() []identityView {
	var out []identityView
	for _, x := range s.possibleIdentities() {
		v := identityView{
			Anchor: slug(x.ID), A: s.datedLink(x.of), B: s.datedLink(s.proposals[x.With]), Strength: x.Strength, Extent: "one version of one text",
			For: s.reasonViews(x.For), Against: s.reasonViews(x.Against),
			Merge: "travaux judge merge STORE " + x.of.ID + " " + x.With + " --reason \"…\"",
			Split: "travaux judge split STORE " + x.of.ID + " " + x.With + " --reason \"…\"",
		}
		if x.Extent == "text" {
			v.Extent = "two versions of one text"
		}
		out = append(out, v)
	}
	return out
}

// datedLink leads to a text, with the report that told of it first, since two
// that may be one are often called the same.
func (s *Site) datedLink(p *travaux.Proposal) link {
	l := s.rowLink(p.ID)
	if len(p.Spans) > 0 {
		src := s.source(p.Spans[0].Report)
		l.Note = src.Outlet + ", " + src.Date
	}
	return l
}

func (s *Site) reasonViews(list []travaux.Reason) []reasonView {
	out := make([]reasonView, len(list))
	for i, r := range list {
		out[i] = reasonView{oneLine(r.Text), s.cites(r.Spans, r.SupportedBy)}
	}
	return out
}
