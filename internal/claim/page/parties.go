package page

import (
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// Parties is Actors, where the first person of quoted words is their speaker,
// and "some of the allies" are the allies.
func (p *Page) Parties(heads []int) []string {
	var ids []string
	for _, h := range heads {
		own := p.Actor(h)
		if len(own) == 0 {
			own = p.speakers(h)
		}
		if k := p.whole(h); len(own) == 0 && k >= 0 {
			own = p.Parties(p.Clauses.Conj(k))
		}
		for _, id := range own {
			if id != "" && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// speakers returns who token h means where it is a pronoun of the first person.
func (p *Page) speakers(h int) []string {
	if !FirstPerson(p.Low(h)) {
		return nil
	}
	st := p.Voice.Carrier(p.Span(h, h+1))
	if st == nil {
		if by := p.Reading.Report.Byline; by.End > by.Start && (p.Low(h) == "i" || p.Low(h) == "my" || p.Low(h) == "me") {
			return []string{p.Cast.Add(lang.Span{Start: by.Start, End: by.End}, travaux.ActorPerson)}
		}
		return []string{p.Cast.Outlet}
	}
	if st.Attribution == travaux.ByOutlet {
		return nil
	}
	return append([]string{st.Speaker}, st.JointWith...)
}

// FirstPerson reports whether a word in lower case is a pronoun of the first
// person.
func FirstPerson(low string) bool {
	switch low {
	case "i", "me", "my", "myself", "we", "us", "our", "ours", "ourselves":
		return true
	}
	return false
}

// whole is the head of what h is a part of: "allies" of "some of the allies";
// -1 where h is no word for a part.
func (p *Page) whole(h int) int {
	switch p.Lemma(h) {
	case "some", "many", "most", "none", "all", "both", "several", "few", "any", "each", "one", "number", "group", "majority", "handful", "couple", "series", "dozen", "rest":
	default:
		return -1
	}
	for _, kid := range p.Clauses.Kids(h) {
		if k := int(kid); p.Clauses.Is(k, "nmod") && p.Clauses.Case(k) == "of" && p.POS(k) != lang.VERB {
			return k
		}
	}
	return -1
}
