package coref

import (
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// bodyOf returns what "the company" or "the union" asks for, by the noun; ""
// for any other noun.
func bodyOf(lemma string) string {
	switch lemma {
	case "company", "firm":
		return "company"
	case "union":
		return "union"
	}
	return ""
}

// bodyNamed returns what an organisation is by the last word of its name.
func bodyNamed(name string) string {
	w := strings.ToLower(strings.TrimSuffix(name[strings.LastIndexByte(name, ' ')+1:], "."))
	switch w {
	case "airlines", "airways", "co", "company", "corp", "corporation", "enterprises", "gmbh", "holdings", "inc", "industries", "lines", "llc", "llp", "logistics", "ltd", "limited", "motors", "plc", "shipping", "terminals":
		return "company"
	case "union", "unions", "workers", "teamsters":
		return "union"
	case "agency", "army", "assembly", "association", "authority", "bank", "board", "bureau", "chamber", "commission", "committee", "council", "court", "department", "ministry", "office", "parliament", "party", "police", "service", "university":
		return w
	}
	return bodyBegun(name)
}

// bodyBegun returns what an organisation is by the first word of a name that
// goes on with "of": "Ministry of Ports".
func bodyBegun(name string) string {
	w, rest, _ := strings.Cut(strings.ToLower(strings.TrimPrefix(strings.TrimPrefix(name, "The "), "the ")), " ")
	if strings.HasPrefix(rest, "of ") && KindOf(w) == BodyNoun {
		return w
	}
	return ""
}

// sorted notes what the organisation of mention i, entity e, is: by its name,
// by the noun before it ("the mining company Norvik"), by an apposition
// ("Norvik, a company that…") or by its chief executive.
func (r *run) sorted(i, e int) {
	m, x := &r.d.Mentions[i], &r.ents[e]
	if m.Type != lang.Organisation || x.sort != "" {
		return
	}
	sent := r.d.Sents[r.d.Toks[m.First].Sent]
	if x.sort = bodyNamed(r.d.Quote(m.Name)); x.sort != "" {
		return
	}
	if p := m.First - 1; p >= sent.First && r.d.Toks[p].UPOS == lang.NOUN && !r.plural(p) {
		x.sort = bodyOf(r.d.Toks[p].Lemma)
	}
	if m.Last >= sent.Last || x.sort != "" {
		return
	}
	switch r.d.Form(m.Last) {
	case ",":
		if n := r.np.Starts(m.Last + 1); n >= 0 {
			if head := &r.d.Toks[r.np.NPs[n].Head]; head.Deprel == "appos" && int(head.Head) == m.Head-sent.First+1 {
				x.sort = bodyOf(head.Lemma)
			}
		}
	case "'s", "’s":
		if m.Last+2 < sent.Last && r.d.Toks[m.Last+1].Lemma == "chief" && r.d.Toks[m.Last+2].Lemma == "executive" {
			x.sort = "company"
		}
	}
}

// body finds the one organisation named so far that is what a bare description
// says, or -1: where two are, and where a name of which nothing is known, and
// which may be another's, came since.
func (r *run) body(sort string) int {
	found, unknown := -1, -1
	for e := range r.ents {
		x := &r.ents[e]
		switch {
		case x.Type == lang.Person && len(x.words) == 1 && len(x.titles) == 0:
			unknown = max(unknown, x.last) // a firm as likely as somebody
		case x.Type != lang.Organisation || strings.HasPrefix(x.key, "n:"):
		case x.sort == sort:
			if found >= 0 {
				return -1
			}
			found = e
		case x.sort == "" && (x.KB == "" || local(x.KB)):
			unknown = max(unknown, x.last)
		}
	}
	if found < 0 || unknown > r.ents[found].last {
		return -1
	}
	return found
}

func local(id string) bool {
	_, ok := lang.LocalName(id)
	return ok
}

// unnamedOne finds the only unnamed speaker whom the description of mention i,
// by a noun that is mostly of offices ("the organiser"), fits, or -1.
func (r *run) unnamedOne(i int) int {
	m := &r.d.Mentions[i]
	d := r.detailOf(m)
	if m.Last < len(r.d.Toks) && r.d.Toks[m.Last].UPOS == lang.ADP { // "the member for Varn" is that one
		return -1
	}
	if d == nil || !d.definite || d.another || len(d.mods) > 0 || len(d.nums) > 0 {
		return -1
	}
	found := -1
	for e := range r.ents {
		x := &r.ents[e]
		if x.Type != lang.Anonymous || x.Plural || x.class != d.class {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = e
	}
	return found
}
