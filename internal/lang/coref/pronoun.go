package coref

import (
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// pronouns adds the personal and possessive pronouns of the third person.
func (r *run) pronouns() {
	for i := range r.d.Toks {
		t := &r.d.Toks[i]
		if t.UPOS != lang.PRON || r.named[i] != 0 {
			continue
		}
		switch strings.ToLower(r.d.Form(i)) {
		case "he", "she", "they", "it", "his", "their", "its", "him", "her", "them":
			r.d.Mentions = append(r.d.Mentions, lang.Mention{
				Span: t.Span, Name: t.Span, First: i, Last: i + 1, Head: i, Type: lang.Pronoun, Entity: -1,
			})
		}
	}
}

// The weights of an antecedent: salience by place in the sentence and distance,
// after S. Lappin and H. Leass, "An Algorithm for Pronominal Anaphora
// Resolution" (1994), with weights of our own.
const (
	window      = 3  // sentences back that are not all quotation
	perSentence = 21 // lost by each of them
	perBlock    = 30 // lost by another paragraph
	perMention  = 5  // gained by each mention in the paragraph
	mostTopic   = 20 // and at most
	knownGender = 15
	sameRole    = 10
	mainClause  = 10 // gained by the subject of a sentence's main verb
	teller      = 20 // gained by who says something, where the pronoun ends a quotation
	unnamed     = 15 // lost by whom the report does not name
	otherBlock  = 25 // and again in another paragraph
	margin      = 1  // below which two antecedents are equally good
)

// candidate is what a pronoun may stand for; ent is -1 where that is nothing
// that has an entity ("the plan").
type candidate struct {
	ent, score int
	role       role
	near       bool // in the pronoun's own sentence
}

// pronoun resolves to the most salient fitting entity of the sentences before,
// unless another is as salient. Pronouns within quotation marks are left alone.
func (r *run) pronoun(i int) int {
	p := &r.d.Mentions[i]
	w := strings.ToLower(r.d.Form(p.First))
	if r.inside[i] || w == "it" && r.empty(p.Last) {
		return -1
	}
	own := r.roleOf(p.First)
	barred := r.barred(i, own)
	best, next := candidate{ent: -1}, candidate{ent: -1}
	consider := func(c candidate) {
		switch {
		case c.ent >= 0 && c.ent == best.ent:
			best.score = max(best.score, c.score)
		case c.score > best.score:
			best, next = c, best
		case c.score > next.score:
			next = c
		}
	}
	sent := r.d.Toks[p.First].Sent
	for j := i - 1; j >= 0; j-- {
		m := &r.d.Mentions[j]
		if r.told[sent]-r.told[r.d.Toks[m.First].Sent] > window {
			break
		}
		if r.inside[j] || m.Last > p.First || m.Entity >= 0 && (barred[m.Entity] || !r.agrees(m, w)) {
			continue
		}
		if m.Entity < 0 && (m.Type == lang.Pronoun || !r.rival(m, w)) {
			continue
		}
		consider(r.weigh(m.Entity, m.Head, i, own))
	}
	speaks := r.speaks(p.Last)
	if !speaks && (w[0] == 'i' || w[0] == 't') {
		r.things(i, w, own, consider)
	}
	if best.ent < 0 || best.score <= 0 || best.score < next.score+margin && next.score > 0 {
		return -1
	}
	if (w == "it" || w == "its") && !(speaks || best.role >= agent || w == "its" && best.near) {
		return -1
	}
	r.learnGender(best.ent, w)
	return best.ent
}

// speaks reports whether a verb of saying comes at token i: what says something
// is no plan.
func (r *run) speaks(i int) bool {
	for i < len(r.d.Toks) && (r.d.Toks[i].UPOS == lang.AUX || r.d.Toks[i].UPOS == lang.ADV) {
		i++
	}
	return i < len(r.d.Toks) && r.d.Toks[i].UPOS == lang.VERB && says(r.d.Toks[i].Lemma)
}

// empty reports whether "it" before token i may stand for nothing: "it is
// likely that", "it was a mistake to".
func (r *run) empty(i int) bool {
	for i < len(r.d.Toks) && (r.d.Toks[i].UPOS == lang.AUX && r.d.Toks[i].Lemma != "be" || r.d.Toks[i].UPOS == lang.ADV) {
		i++
	}
	if i+1 >= len(r.d.Toks) || r.d.Toks[i].Lemma != "be" {
		return false
	}
	return r.d.Toks[i+1].UPOS != lang.VERB
}

// rival reports whether a name that has no entity may be what w stands for.
func (r *run) rival(m *lang.Mention, w string) bool {
	return m.Type == lang.Other && (w == "it" || w == "its") && !r.plural(m.Head)
}

// weigh scores what token head heads as an antecedent of mention i.
func (r *run) weigh(ent, head, i int, own role) candidate {
	p := &r.d.Mentions[i]
	a, b := r.d.Toks[head].Sent, r.d.Toks[p.First].Sent
	c := candidate{ent: ent, role: r.roleOf(head), near: a == b}
	c.score = 100 - perSentence*(r.told[b]-r.told[a]) + roleWeights[c.role]
	same := r.d.Sents[a].Block == r.d.Sents[b].Block
	if !same {
		c.score -= perBlock
	}
	if c.role == own {
		c.score += sameRole
	}
	v := r.verbOf(head)
	if c.role == subject && r.main(v) {
		c.score += mainClause
	}
	if c.role == subject && v >= 0 && says(r.d.Toks[v].Lemma) && r.signs(p.First) {
		c.score += teller
	}
	if ent < 0 {
		return c
	}
	x := &r.ents[ent]
	if x.Type == lang.Anonymous || x.Type == lang.Nominal {
		c.score -= unnamed
		if !same {
			c.score -= otherBlock
		}
	}
	if x.gender != 0 {
		c.score += knownGender
	}
	topic := 0
	for k := len(x.Mentions) - 1; k >= 0 && topic < mostTopic; k-- {
		m := &r.d.Mentions[x.Mentions[k]]
		if m.First < p.First && r.d.Sents[r.d.Toks[m.First].Sent].Block == r.d.Sents[b].Block {
			topic += perMention
		}
	}
	c.score += topic
	return c
}

// signs reports whether the pronoun at i and its verb of saying come right after
// a quotation: "“…,” he said".
func (r *run) signs(i int) bool {
	if i == 0 || !r.speaks(i+1) {
		return false
	}
	switch r.d.Form(i - 1) {
	case "”", "\"", "’", "'", "''":
		return true
	}
	return false
}

// main reports whether token v is the root of its sentence, or is joined to it.
func (r *run) main(v int) bool {
	for range maxRise {
		if v < 0 {
			return false
		}
		t := &r.d.Toks[v]
		if t.Head == 0 {
			return true
		}
		if t.Deprel != "conj" && t.Deprel != "parataxis" {
			return false
		}
		v = r.governor(v)
	}
	return false
}

// things considers the simple noun phrases that are no mentions: "it" after
// "the plan" is the plan.
func (r *run) things(i int, w string, own role, consider func(candidate)) {
	p := &r.d.Mentions[i]
	sent := r.d.Toks[p.First].Sent
	plural := w[0] == 't'
	first := r.d.Sents[max(int(sent)-window, 0)].First
	for n := len(r.np.NPs) - 1; n >= 0; n-- {
		np := r.np.NPs[n]
		if np.First < first {
			return
		}
		if np.Last > p.First || r.mentioned[np.Head] || r.d.Toks[np.Head].UPOS != lang.NOUN || r.plural(np.Head) != plural {
			continue
		}
		consider(r.weigh(-1, np.Head, i, own))
	}
}

func (r *run) learnGender(e int, w string) {
	x := &r.ents[e]
	switch {
	case x.gender != 0:
	case w == "he" || w == "his" || w == "him":
		x.gender = 'm'
	case w == "she" || w == "her":
		x.gender = 'f'
	}
}

// barred are the entities that the pronoun of mention i cannot stand for, as
// it has a part beside them in one predicate: "he met with Weil" is not about
// Weil twice (principle B of N. Chomsky, "Lectures on Government and Binding",
// 1981).
func (r *run) barred(i int, own role) map[int]bool {
	p := &r.d.Mentions[i]
	if r.d.Toks[p.First].XPOS == "PRP$" {
		return nil
	}
	v := r.verbOf(p.First)
	if v < 0 {
		return nil
	}
	out := map[int]bool{}
	s := r.d.Sents[r.d.Toks[p.First].Sent]
	for j := i + 1; j < len(r.d.Mentions) && r.d.Mentions[j].First < s.Last; j++ {
		if m := &r.d.Mentions[j]; m.Type != lang.Pronoun && m.Entity >= 0 && r.verbOf(m.Head) == v {
			out[m.Entity] = true
		}
	}
	subject := r.subject(v)
	for j := i - 1; j >= 0 && r.d.Mentions[j].First >= s.First && own < agent; j-- {
		if m := &r.d.Mentions[j]; m.Entity >= 0 && (m.Head == subject || r.roleOf(m.Head) >= agent && r.verbOf(m.Head) == v) {
			out[m.Entity] = true
		}
	}
	return out
}

// verbOf is the verb, or what stands for one, in which the phrase that token
// i heads has a part, or -1.
func (r *run) verbOf(i int) int {
	for range maxRise {
		up := r.governor(i)
		if up < 0 {
			return -1
		}
		rel, _, _ := strings.Cut(r.d.Toks[i].Deprel, ":")
		switch rel {
		case "nsubj", "obj", "iobj", "obl", "csubj":
			return up
		case "conj", "appos", "flat", "nmod":
			i = up
		default:
			return -1
		}
	}
	return -1
}

// subject is the head of the subject of the predicate at v, its own or that of
// the one it is joined to or completes, or -1.
func (r *run) subject(v int) int {
	s := r.d.Sents[r.d.Toks[v].Sent]
	for range maxRise {
		for k := s.First; k < v; k++ {
			if strings.HasPrefix(r.d.Toks[k].Deprel, "nsubj") && r.governor(k) == v {
				return k
			}
		}
		rel, _, _ := strings.Cut(r.d.Toks[v].Deprel, ":")
		if rel != "conj" && rel != "xcomp" {
			return -1
		}
		if v = r.governor(v); v < 0 {
			return -1
		}
	}
	return -1
}

// agrees reports whether a pronoun can stand for what m names.
func (r *run) agrees(m *lang.Mention, w string) bool {
	x := &r.ents[m.Entity]
	singular := !x.Plural
	switch w {
	case "he", "his", "him":
		return singular && x.gender != 'f' && r.human(m, x)
	case "she", "her":
		return singular && x.gender != 'm' && r.human(m, x)
	case "it", "its":
		return singular && (x.Type == lang.Organisation || x.Type == lang.Place && m.Sense != lang.AsPlace && m.Use != lang.AsAdjective ||
			x.Type == lang.Nominal && KindOf(r.d.Toks[m.Head].Lemma) == BodyNoun)
	case "they", "their", "them":
		return x.Plural || x.Type == lang.Group && m.Use != lang.AsAdjective
	}
	return false
}

func (r *run) human(m *lang.Mention, x *entity) bool {
	switch x.Type {
	case lang.Person, lang.Anonymous:
		return true
	case lang.Nominal:
		return m.Type == lang.Pronoun || KindOf(r.d.Toks[m.Head].Lemma) == PersonNoun
	}
	return false
}
