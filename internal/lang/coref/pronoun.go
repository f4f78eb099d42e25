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

// window is how many sentences back an antecedent is looked for.
const window = 3

// pronoun resolves to the most prominent fitting entity of the nearest sentence
// that has one: the first one named before the verb, or whom the words are
// attributed to. Pronouns within quotation marks are left alone.
func (r *run) pronoun(i int) int {
	m := &r.d.Mentions[i]
	if r.inside[i] {
		return -1
	}
	w := strings.ToLower(r.d.Form(m.First))
	sent := int(r.d.Toks[m.First].Sent)
	if e := r.inSentence(sent, i, w, true); e >= 0 {
		return e
	}
	for s := sent - 1; s >= 0 && s >= sent-window; s-- {
		if e := r.inSentence(s, i, w, false); e >= 0 {
			return e
		}
	}
	return -1
}

// inSentence finds the antecedent of mention i in a sentence before it, or in
// its own before the pronoun.
func (r *run) inSentence(s, i int, w string, own bool) int {
	found, speaker := -1, -1
	for j := i - 1; j >= 0; j-- {
		m := &r.d.Mentions[j]
		at := int(r.d.Toks[m.First].Sent)
		if at < s {
			break
		}
		if at > s || r.inside[j] || m.Entity < 0 || !r.agrees(m, w) || r.possessive(m) && !own {
			continue
		}
		found = m.Entity
		if m.First > 0 && r.d.Toks[m.First-1].Lemma == "say" && r.d.Toks[m.First-1].Sent == r.d.Toks[m.First].Sent {
			speaker = m.Entity
		}
	}
	if speaker >= 0 {
		found = speaker
	}
	if found >= 0 && (w == "he" || w == "his" || w == "him") {
		r.ents[found].gender = orByte(r.ents[found].gender, 'm')
	}
	if found >= 0 && (w == "she" || w == "her") {
		r.ents[found].gender = orByte(r.ents[found].gender, 'f')
	}
	return found
}

func orByte(a, b byte) byte {
	if a != 0 {
		return a
	}
	return b
}

func (r *run) possessive(m *lang.Mention) bool {
	return m.Last < len(r.d.Toks) && r.d.Toks[m.Last].XPOS == "POS"
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
		return KindOf(r.d.Toks[m.Head].Lemma) == PersonNoun
	}
	return false
}
