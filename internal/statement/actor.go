package statement

import (
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/coref"
)

// surname returns the actor of the only person whose name ends in the word,
// capitals aside: "KERN" of a transcript.
func (b *builder) surname(word string) string {
	found := ""
	for i := range b.r.d.Entities {
		e := &b.r.d.Entities[i]
		name := e.Name[strings.LastIndexByte(e.Name, ' ')+1:]
		if e.Type != lang.Person || name == e.Name || !strings.EqualFold(name, word) {
			continue
		}
		if id := b.cast.ID(i); id != "" && id != found {
			if found != "" {
				return ""
			}
			found = id
		}
	}
	return found
}

// author is whoever a text is by: of "Ruiz's statement" Ruiz, of "her message"
// her; else the text itself.
func (r *reader) author(head int) int {
	n := r.np.At(head)
	if n < 0 || head != r.np.NPs[n].Head || !r.document(head) && !wordNoun(r.d.Toks[head].Lemma) {
		return head
	}
	for i := head - 1; i > r.np.NPs[n].First; i-- {
		if r.d.Toks[i].XPOS == "POS" {
			return i - 1
		}
	}
	switch first := r.np.NPs[n].First; strings.ToLower(r.d.Form(first)) {
	case "his", "her", "their", "its":
		if first < head {
			return first
		}
	}
	return head
}

// joint lists the heads of a source that names several speakers: "Ruiz and
// Kern", not "the minister of trade and industry". A name in apposition to an
// office is the head: "the union's secretary, Ana Ruiz,".
func (r *reader) joint(u *unit, src source) []int {
	heads := []int{src.head}
	if src.from < 0 {
		return heads
	}
	list := r.closesList(u, src)
	for k := src.from + 1; k < src.to && k < len(u.e); k++ {
		switch r.form(u, k) {
		case ",":
			if r.npEnd(u, k+1) < 0 || !r.properHead(u, k+1) && !r.named(u, k+1) {
				return heads
			}
			if !list {
				if r.named(u, k+1) && !r.named(u, src.from) {
					heads[0] = r.npHead(u, k+1)
				}
				return heads
			}
			heads = append(heads, r.npHead(u, k+1))
		case "who", "which", "that":
			return heads
		case "and":
			if r.npEnd(u, k+1) < 0 {
				continue
			}
			if a := r.npStart(u, k); a >= 0 && r.pos(u, a-1) == lang.ADP && !r.properHead(u, k+1) {
				continue
			}
			if h := r.npHead(u, k+1); r.speaks(h) {
				if len(heads) == 1 && r.barePost(u, src.from) && r.named(u, k+1) {
					heads[0] = h // "former candidate and ex-Speaker Ruiz"
					continue
				}
				heads = append(heads, h)
			}
		}
	}
	return heads
}

// barePost reports whether the phrase at k is a post in the singular without an
// article, as before a name.
func (r *reader) barePost(u *unit, k int) bool {
	n := r.np.Starts(u.e[k].first)
	if n < 0 {
		return false
	}
	first, head := &r.d.Toks[r.np.NPs[n].First], &r.d.Toks[r.np.NPs[n].Head]
	return head.XPOS == "NN" && first.UPOS != lang.DET && first.UPOS != lang.NUM && first.UPOS != lang.PRON &&
		coref.KindOf(head.Lemma) == coref.PersonNoun
}

// closesList reports whether the commas of a source divide the members of a
// list: an "and" before the last.
func (r *reader) closesList(u *unit, src source) bool {
	for k := src.from + 1; k < src.to && k < len(u.e); k++ {
		switch r.form(u, k) {
		case "and", "&":
			return r.npEnd(u, k+1) > 0
		case "who", "which", "that", "whose":
			return false
		}
	}
	return false
}

// named reports whether the phrase at k is headed by a person's name: one that
// was recognised, or two capitalised words that nothing else was seen in.
func (r *reader) named(u *unit, k int) bool {
	end := r.npEnd(u, k)
	if end < 0 {
		return false
	}
	m := r.mention(r.npHead(u, k))
	if m != nil && m.Type != lang.Other {
		return m.Type == lang.Person && r.d.Toks[m.Head].UPOS == lang.PROPN
	}
	for i := k; i < end; i++ {
		if r.pos(u, i) != lang.PROPN && !r.is(u, i, "-") && !r.is(u, i, ".") && !r.is(u, i-1, "-") {
			return false
		}
	}
	return end-k >= 2
}

func (r *reader) properHead(u *unit, k int) bool {
	m := r.mention(r.npHead(u, k))
	return m != nil && (m.Type == lang.Person || m.Type == lang.Anonymous)
}

// actors returns the actor that token head heads, or those that it is made of:
// "the first and third persons".
func (b *builder) actors(head int, words lang.Span, joint bool) []string {
	if m := b.r.mention(head); m != nil && m.Entity >= 0 {
		var ids []string
		for _, e := range b.r.d.Entities[m.Entity].Members {
			if id := b.cast.ID(e); id != "" {
				ids = append(ids, id)
			}
		}
		if len(ids) > 1 {
			return ids
		}
	}
	if id := b.actor(head, words, joint); id != "" {
		return []string{id}
	}
	return nil
}

// actor returns the actor id of what token head heads; words is the span of
// the whole source, used for a speaker whom the document does not know.
func (b *builder) actor(head int, words lang.Span, joint bool) string {
	r := b.r
	if id := b.aged(head); id != "" {
		return id
	}
	if m := r.mention(head); m != nil {
		if id := b.cast.ID(m.Entity); id != "" {
			return id
		}
	}
	form := strings.ToLower(r.d.Form(head))
	switch form {
	case "he", "she", "they", "it", "who", "you", "this", "that", "which", "his", "her", "their", "its":
		return ""
	}
	at := words
	if n := r.np.At(head); n >= 0 && (joint || r.d.Toks[head].UPOS == lang.PROPN) {
		np := r.np.NPs[n]
		at = r.d.TokSpan(np.First, np.Last)
	}
	for _, s := range []string{"'s", "’s", "'", "’"} {
		if strings.HasSuffix(r.d.Quote(at), s) {
			at.End -= len(s)
		}
	}
	return b.cast.Add(at, r.unknownType(head))
}

// member reports whether a word is for one who belongs to a party or a place, as
// reports call whom they have named: "the Port Alder Liberal".
func member(low string) bool {
	switch low {
	case "republican", "democrat", "conservative", "liberal", "socialist", "green", "tory", "independent", "progressive", "native", "mogul", "billionaire", "businessman", "businesswoman":
		return true
	}
	return false
}

// aged returns the actor of whom "the 52-year-old" or "the Port Alder Liberal" is
// said: the last person named before it.
func (b *builder) aged(head int) string {
	r := b.r
	det := r.x.Kid(head, "det")
	if w := r.x.Low(head); w != "old" && !strings.HasSuffix(w, "-old") && !(member(w) && r.x.Kid(head, "amod", "compound", "nmod") >= 0) || det < 0 || r.x.Low(det) != "the" {
		return ""
	}
	const near = 150 // tokens
	for i := det - 1; i >= 0 && i > head-near; i-- {
		if m := r.mention(i); m != nil && m.Type == lang.Person {
			return b.cast.ID(m.Entity)
		}
	}
	return ""
}

// unknownType guesses what a speaker is that no mention covers.
func (r *reader) unknownType(head int) travaux.ActorType {
	t := &r.d.Toks[head]
	plural := t.XPOS == "NNS" || strings.Contains(t.Feats, "Number=Plur")
	if mediaNoun(t.Lemma) {
		return travaux.ActorMedia
	}
	switch coref.KindOf(t.Lemma) {
	case coref.PersonNoun:
		if plural {
			return travaux.ActorAnonymousGroup
		}
		return travaux.ActorAnonymousPerson
	case coref.BodyNoun:
		if plural {
			return travaux.ActorGroup
		}
		return travaux.ActorOrganisation
	case coref.DocumentNoun:
		return travaux.ActorDocument
	}
	if textNoun(t.Lemma) || r.numbered(head) {
		return travaux.ActorDocument
	}
	switch strings.ToLower(r.d.Form(head)) {
	case "some", "many", "others", "most", "several", "few", "people":
		return travaux.ActorAnonymousGroup
	}
	if r.writtenAsName(head) && !plural {
		if n := r.np.At(head); n >= 0 && r.d.Toks[r.np.NPs[n].First].UPOS == lang.DET {
			return travaux.ActorOrganisation
		}
		return travaux.ActorPerson
	}
	return travaux.ActorGroup
}

// attribution is the kind of an actor as a speaker.
func (b *builder) attribution(id string) travaux.Attribution {
	if id == b.cast.Outlet {
		return travaux.ByOutlet
	}
	a := b.cast.Actor(id)
	if a == nil {
		return travaux.Unattributed
	}
	return a.Type.Attribution()
}
