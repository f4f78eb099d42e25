package position

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/claim/page"
	"github.com/travaux/travaux/internal/lang"
)

// parties returns the actors whose stance the phrases headed by heads tell of.
func (r *reader) parties(heads []int) []string {
	var out []string
	for _, h := range heads {
		for _, id := range r.party(h) {
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out
}

func (r *reader) party(h int) []string {
	switch r.Low(h) {
	case "i", "me", "my", "mine":
		return r.speaker(h)
	case "we", "us", "our", "ours": // even a president's "we" is not the president
		if of := r.behind(r.carrier(h)); len(of) > 0 {
			return of
		}
		return r.speaker(h)
	case "it":
		if m := r.Mention(h); m == nil || m.Entity < 0 {
			return r.topic(h)
		}
	case "you", "who", "what", "one", "everyone", "anyone", "nobody":
		if m := r.Mention(h); m == nil || m.Entity < 0 {
			return nil
		}
	}
	if r.other(h) {
		if id := r.counterpart(h); id != "" {
			return []string{id}
		}
	}
	if r.lex.in("part", r.Lemma(h)) {
		for _, kid := range r.Clauses.Kids(h) {
			if k := int(kid); k > h && r.Clauses.Is(k, "nmod") && r.Clauses.Case(k) == "of" && r.Clauses.Head(k) == h {
				return r.parties(r.Clauses.Conj(k))
			}
		}
	}
	if ids := r.belongs(h); len(ids) > 0 {
		return ids
	}
	if r.ministers(h) {
		if of := r.governmentOf(h); len(of) > 0 {
			return of
		}
	}
	if k := r.Clauses.Kid(h, "det", "amod"); k >= 0 && r.lex.in("some", r.Low(k)) && r.nested[h] > 0 && r.Doc.Mentions[r.nested[h]-1].Use == lang.AsDemonym {
		return nil // "most Norlanders"
	}
	if r.portion(h) {
		first, last := r.Clauses.Core(h)
		return []string{r.Cast.Add(r.Doc.TokSpan(first, last), travaux.ActorGroup)}
	}
	first, last := r.Clauses.Phrase(h)
	var out []string
	for _, id := range r.named(h) {
		out = append(out, r.sides(id, h, first, last)...)
	}
	if len(out) == 0 {
		if id := r.state(h); id != "" {
			return []string{id}
		}
		if m := r.mention(h); m != nil && m.Type == lang.Place && m.KB == "" && m.Of == "" { // no place wants or refuses
			if id := r.Cast.ID(m.Entity); id != "" {
				r.Cast.Acts(id)
				out = append(out, id)
			}
		}
		if r.mention(h) == nil && r.POS(h) == lang.NOUN && r.people(h) {
			for first < h && (r.POS(first) == lang.DET || r.lex.in("some", r.Low(first))) {
				first++
			}
			_, last = r.Clauses.Core(h)
			return []string{r.Cast.Add(r.Doc.TokSpan(first, last), travaux.ActorGroup)}
		}
		if r.mention(h) == nil && r.POS(h) == lang.PROPN && r.Timex(h) == nil { // a name that nobody knew for one
			first, last = r.Clauses.Core(h)
			return []string{r.Cast.Add(r.Doc.TokSpan(first, last), travaux.ActorOrganisation)}
		}
	}
	return out
}

// topic is the body or state that a paragraph is about where "it" at h, which
// does something, was not found to stand for anything: the subject of the last
// sentences that have one of that kind.
func (r *reader) topic(h int) []string {
	if !r.Clauses.Is(h, "nsubj") {
		return nil
	}
	const reach = 2 // sentences
	s := int(r.Doc.Toks[h].Sent)
	for n := s; n >= max(0, s-reach); n-- {
		st := r.Doc.Sents[n]
		if st.Block != r.Doc.Sents[s].Block {
			return nil
		}
		for i := st.First; i < st.Last && i < h; i++ {
			if !r.Clauses.Is(i, "nsubj") {
				continue
			}
			if r.Low(i) == "it" && i < h {
				return r.topic(i)
			}
			for _, id := range r.named(i) {
				if a := r.Cast.Actor(id); a != nil && a.Type != travaux.ActorPerson && a.Type != travaux.ActorPlace && a.Type != travaux.ActorMedia && a.Type != travaux.ActorDocument && !a.Type.Anonymous() {
					return []string{id}
				}
			}
		}
	}
	return nil
}

// portion reports whether the phrase at h has only a part of those whom its
// plural noun would name alone: "34 Greens", "developing countries".
func (r *reader) portion(h int) bool {
	m := r.mention(h)
	if m == nil || m.Last <= h || r.Doc.Toks[h].XPOS != "NNS" && r.Doc.Toks[h].XPOS != "NNPS" || r.Clauses.Kid(h, "det", "nmod:poss") >= 0 {
		return false
	}
	for _, kid := range r.Clauses.Kids(h) {
		k := int(kid)
		switch {
		case k >= m.First:
			return false
		case r.Clauses.Is(k, "nummod"):
			return m.Type == lang.Organisation || m.Type == lang.Group
		case r.Clauses.Is(k, "amod"):
			return m.Type == lang.Nominal
		}
	}
	return false
}

// people reports whether plural noun h names people by what they do: "growers",
// "pilots' unionists".
func (r *reader) people(h int) bool {
	low := r.Low(h)
	if r.Doc.Toks[h].XPOS != "NNS" || r.lex.in("bystander", r.Lemma(h)) {
		return false
	}
	for _, end := range [...]string{"ers", "ors", "ists", "men", "ees", "ians"} {
		if strings.HasSuffix(low, end) && len(low) > len(end)+3 {
			return true
		}
	}
	return false
}

// mention is the shortest mention over token i, or nil.
func (r *reader) mention(i int) *lang.Mention {
	if i < 0 || i >= len(r.nested) || r.nested[i] == 0 {
		return nil
	}
	return &r.Doc.Mentions[r.nested[i]-1]
}

// named returns the actors that the phrase at h names; a pronoun within a longer
// mention ("its opposition") is who it stands for.
func (r *reader) named(h int) []string {
	m := r.mention(h)
	if m == nil || m.Type != lang.Pronoun || m.Entity < 0 {
		return r.Actor(h)
	}
	var out []string
	for _, k := range r.Doc.Entities[m.Entity].Members {
		if id := r.Cast.ID(k); id != "" {
			out = append(out, id)
		}
	}
	if id := r.Cast.ID(m.Entity); len(out) < 2 && id != "" {
		return []string{id}
	}
	return out
}

// belongs returns the side of which a person speaks as theirs: "his
// government", "our union".
func (r *reader) belongs(h int) []string {
	k := r.Clauses.Owner(h)
	if k < 0 || r.POS(k) != lang.PRON || !r.lex.in("camp", r.Lemma(h)) {
		return nil
	}
	if page.FirstPerson(r.Low(k)) {
		return r.speaker(h)
	}
	owners := r.named(k)
	if len(owners) == 0 {
		return r.speaker(h)
	}
	out := r.theirs(h)
	if st := r.carrier(h); len(out) == 0 && st != nil && slices.Contains(owners, st.Speaker) {
		return r.behind(st)
	}
	return out
}

// theirs is the side of the person whose camp the phrase at h names with a
// pronoun, by what is known of that person: "a member of her delegation".
func (r *reader) theirs(h int) []string {
	k := r.Clauses.Owner(h)
	if k < 0 || r.POS(k) != lang.PRON || !r.lex.in("camp", r.Lemma(h)) {
		return nil
	}
	var out []string
	for _, id := range r.named(k) {
		a := r.Cast.Actor(id)
		if a != nil && a.Type == travaux.ActorOffice && len(a.Spans) > 0 {
			out = append(out, r.introduced(a.Spans[0])...)
		}
		if a == nil || a.Type != travaux.ActorPerson {
			continue
		}
		if a.Parent != "" && !slices.Contains(out, a.Parent) { // as a profile has it
			out = append(out, a.Parent)
		}
		for _, role := range a.Roles {
			if org := r.organisation(role.Organisation, role.Spans); org != "" && !slices.Contains(out, org) {
				out = append(out, org)
			}
		}
	}
	return out
}

// state is the state or body that the name at token i stands for: a seat, a
// people, a place with a government.
func (r *reader) state(i int) string {
	if i < 0 || i >= len(r.nested) || r.nested[i] == 0 {
		return ""
	}
	m := &r.Doc.Mentions[r.nested[i]-1]
	switch {
	case m.Of != "" && m.Type != lang.Person:
		return r.Cast.Known(m.Of, m.Span)
	case m.Type == lang.Person, m.Type == lang.Pronoun, m.Type == lang.Nominal, m.Type == lang.Anonymous:
		return ""
	}
	if a := r.Cast.Actor(r.Cast.ID(m.Entity)); a != nil && a.Type != travaux.ActorPlace && a.Type != travaux.ActorMedia {
		return a.ID
	}
	return ""
}

// other reports whether the phrase at h is "the other side" or "the other".
func (r *reader) other(h int) bool {
	if r.Low(h) == "other" {
		return r.Low(h-1) == "the"
	}
	switch r.Lemma(h) {
	case "side", "party", "camp":
		return r.Low(h-1) == "other" || r.Low(h-1) == "opposing"
	}
	return false
}

// counterpart is the party in play that the last stance before token h is not
// of: whoever had a stance or was named in the sentences before, the nearest
// first.
func (r *reader) counterpart(h int) string {
	if len(r.found) == 0 {
		return ""
	}
	last := &r.found[len(r.found)-1]
	one := func(id string) bool { return id != "" && !slices.Contains(last.party, id) }
	const reach = 6 // sentences
	low := r.Doc.Sents[max(0, int(r.Doc.Toks[h].Sent)-reach)].First
	group := ""
	for i := r.Sent(h).First - 1; i >= low; i-- {
		m := r.mention(i)
		if m == nil || m.Type == lang.Pronoun || m.Head != i && m.Last-1 != i {
			continue
		}
		if id := r.state(i); one(id) {
			return id
		}
		a := r.Cast.Actor(r.Cast.ID(m.Entity))
		switch {
		case a == nil || !one(a.ID):
		case a.Type == travaux.ActorPlace && !r.Clauses.Is(i, "nsubj", "obj", "iobj"):
		case a.Type == travaux.ActorMedia, a.Type == travaux.ActorPerson, a.Type == travaux.ActorDocument:
		case a.Type == travaux.ActorGroup, a.Type == travaux.ActorAnonymousGroup, a.Type == travaux.ActorOffice:
			group = cmp.Or(group, a.ID)
		default:
			r.Cast.Acts(a.ID)
			return a.ID
		}
	}
	return group
}
