// Package coref decides which mentions of a document are of one entity, and
// adds the mentions that are no names: unnamed speakers ("a third person
// familiar with the talks"), definite descriptions ("the minister") and the
// pronouns of the third person.
//
// It is of rules, over names, tags and simple noun phrases. A wrong merge is
// worse than a missing one: where two antecedents are equally good, a mention
// stays on its own. It is for one document; it never compares documents, and it
// does not say what a mention stands for outside the text.
package coref

import (
	"slices"
	"strings"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/chunk"
)

// Resolver gives references. It is safe for use by several goroutines.
type Resolver struct{}

// New returns a resolver.
func New() *Resolver { return &Resolver{} }

// Name is the component's name.
func (*Resolver) Name() string { return "coref" }

// Version changes whenever the answers do.
func (*Resolver) Version() string { return "rules/4" }

// Needs returns names and what they rest on.
func (*Resolver) Needs() lang.Layer {
	return lang.Sentences | lang.Tokens | lang.Tags | lang.Lemmas | lang.Trees | lang.Names
}

// Gives returns references.
func (*Resolver) Gives() lang.Layer { return lang.References }

// Annotate adds nominal, anonymous and pronoun mentions to d.Mentions and fills
// d.Entities and every Mention.Entity. It returns no error.
func (*Resolver) Annotate(d *lang.Doc) error {
	r := &run{d: d, np: chunk.Find(d)}
	r.cover()
	r.describe()
	r.pronouns()
	slices.SortStableFunc(d.Mentions, func(a, b lang.Mention) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	for i := range d.Mentions {
		d.Mentions[i].Entity = -1
	}
	r.quoted()
	r.cover()
	r.names()
	for i := range d.Mentions {
		if d.Mentions[i].Type != lang.Pronoun {
			r.resolve(i)
		}
	}
	for i := range d.Mentions { // when all that is named is known
		if d.Mentions[i].Type == lang.Pronoun {
			r.resolve(i)
		}
	}
	r.finish()
	return nil
}

// run is the state of one document.
type run struct {
	d      *lang.Doc
	np     *chunk.Index
	named  []int32 // per token, 1 + the named mention that it is in
	inside []bool  // per mention, whether it lies within quotation marks
	told   []int   // per sentence, how many up to it are not all quotation

	mentioned []bool // per token, whether it heads a mention
	extra     []detail
	ents      []entity
	byKey     map[string]int
	byLast    map[string][]int // persons by last name
	anon      int              // unnamed speakers so far
}

// entity is a lang.Entity with what the rules need to know of it.
type entity struct {
	lang.Entity
	key     string
	words   []string // of a person's fullest name
	titles  []string // in lower case
	gender  byte     // 'm', 'f' or 0
	junior  bool     // "Jr"
	class   string   // of an unnamed speaker: the word for it
	mods    []string // and the words before that
	num     int      // and its number among those of its class
	last    int      // its latest mention
	acronym string
	sort    string // of an organisation: what it is, "company"
}

// detail is what describe found about a mention that is no name.
type detail struct {
	first, head int // tokens; key of the mention
	class       string
	mods        []string
	num         int
	nums        []int // "the first and third persons"
	definite    bool
	another     bool
}

// cover records which tokens are in names and which head a mention.
func (r *run) cover() {
	r.named = make([]int32, len(r.d.Toks))
	r.mentioned = make([]bool, len(r.d.Toks))
	for i := range r.d.Mentions {
		m := &r.d.Mentions[i]
		if m.Head >= 0 && m.Head < len(r.mentioned) {
			r.mentioned[m.Head] = true
		}
		if m.Type == lang.Pronoun || m.Type == lang.Nominal || m.Type == lang.Anonymous {
			continue
		}
		for j := max(m.First, 0); j < m.Last && j < len(r.named); j++ {
			if o := r.named[j]; o == 0 || r.d.Mentions[o-1].Len() < m.Len() {
				r.named[j] = int32(i + 1)
			}
		}
	}
}

// nameAt returns the longest name over token i, or nil.
func (r *run) nameAt(i int) *lang.Mention {
	if i < 0 || i >= len(r.named) || r.named[i] == 0 {
		return nil
	}
	return &r.d.Mentions[r.named[i]-1]
}

// quoted marks the mentions that lie within double quotation marks, and counts
// the sentences of which something does not.
func (r *run) quoted() {
	quoted := make([]bool, len(r.d.Toks)) // per token
	r.told = make([]int, len(r.d.Sents))
	in, at, n := false, 0, 0
	for k := range r.d.Sents {
		s := &r.d.Sents[k]
		if k == 0 || r.d.Sents[k-1].Block != s.Block {
			in, at = false, r.d.Blocks[s.Block].Start
		}
		own := false
		for i := s.First; i < s.Last; i++ {
			t := &r.d.Toks[i]
			if t.Start > at {
				in = toggle(in, r.d.Text[at:t.Start])
				at = t.Start
			}
			quoted[i] = in
			own = own || !in && t.UPOS != lang.PUNCT
		}
		if own {
			n++
		}
		r.told[k] = n
	}
	r.inside = make([]bool, len(r.d.Mentions))
	for i := range r.d.Mentions {
		r.inside[i] = quoted[r.d.Mentions[i].First]
	}
}

func toggle(in bool, s string) bool {
	for _, c := range s {
		switch c {
		case '“', '«':
			in = true
		case '”', '»':
			in = false
		case '"':
			in = !in
		}
	}
	return in
}

// resolve gives mention i its entity.
func (r *run) resolve(i int) {
	m := &r.d.Mentions[i]
	e := -1
	switch m.Type {
	case lang.Person:
		e = r.person(i)
	case lang.Anonymous:
		e = r.unnamed(i)
	case lang.Nominal:
		e = r.nominal(i)
	case lang.Pronoun:
		e = r.pronoun(i)
	case lang.Other:
	default:
		if e = r.thing(i); e >= 0 {
			r.sorted(i, e)
		}
	}
	if e < 0 {
		return
	}
	m.Entity = e
	r.ents[e].Mentions = append(r.ents[e].Mentions, i)
	r.ents[e].last = i
}

// add makes a new entity of mention i.
func (r *run) add(i int, e entity) int {
	m := &r.d.Mentions[i]
	if e.Name == "" {
		e.Name = r.d.Quote(m.Name)
	}
	if e.Type == lang.Other {
		e.Type = m.Type
	}
	r.ents = append(r.ents, e)
	return len(r.ents) - 1
}

// finish hands the entities over, in the order of their first mentions.
func (r *run) finish() {
	r.d.Entities = make([]lang.Entity, len(r.ents))
	for i := range r.ents {
		slices.Sort(r.ents[i].Mentions)
		r.d.Entities[i] = r.ents[i].Entity
	}
}

// thing resolves what is named and is no person: by the lexicon's id, else by
// its words.
func (r *run) thing(i int) int {
	m := &r.d.Mentions[i]
	kb := m.KB
	switch m.Use {
	case lang.AsAdjective, lang.AsDemonym:
		kb = orElse(m.Of, m.KB)
	case lang.AsSeat:
		if m.Sense != lang.AsPlace && m.Of != "" {
			kb = m.Of
		}
	}
	words := strings.ToLower(fold(strings.TrimPrefix(strings.TrimPrefix(r.d.Quote(m.Name), "the "), "The ")))
	key := "w:" + words
	if kb != "" {
		key = "kb:" + kb
	}
	if e, ok := r.byKey[key]; ok {
		if n := r.d.Quote(m.Name); kb == "" && len(n) > len(r.ents[e].Name) {
			r.ents[e].Name = n
		}
		return e
	}
	if kb == "" && m.Type == lang.Organisation {
		if e := r.abbreviated(i, words); e >= 0 {
			r.byKey[key] = e
			return e
		}
	}
	x := entity{key: key, acronym: initials(r.d.Quote(m.Name))}
	x.KB = kb
	e := r.add(i, x)
	r.byKey[key] = e
	return e
}

// abbreviated finds the organisation of which mention i is a short form: an
// acronym in brackets after it or of its initials, or its last words.
func (r *run) abbreviated(i int, words string) int {
	m := &r.d.Mentions[i]
	name := r.d.Quote(m.Name)
	found := -1
	for e := range r.ents {
		x := &r.ents[e]
		if x.Type != lang.Organisation {
			continue
		}
		switch {
		case upper(name) && len(name) >= 2 && x.acronym == name:
		case upper(name) && r.bracketed(m, x):
			return e
		case strings.HasSuffix(strings.ToLower(x.Name), " "+words) && strings.Count(words, " ") >= 1:
		default:
			continue
		}
		if found >= 0 {
			return -1
		}
		found = e
	}
	return found
}

// bracketed reports whether m stands in brackets right after x's last mention.
func (r *run) bracketed(m *lang.Mention, x *entity) bool {
	end := r.d.Mentions[x.last].End
	return end <= m.Start && strings.TrimSpace(r.d.Text[end:m.Start]) == "("
}

func upper(s string) bool {
	for _, c := range s {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return s != ""
}

// initials are the capitals that begin the words of a name.
func initials(name string) string {
	f := strings.Fields(name)
	if len(f) < 2 {
		return ""
	}
	var b strings.Builder
	for _, w := range f {
		if w[0] >= 'A' && w[0] <= 'Z' {
			b.WriteByte(w[0])
		}
	}
	if b.Len() < 2 {
		return ""
	}
	return b.String()
}

func orElse(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// fold joins words over line breaks.
func fold(s string) string { return strings.Join(strings.Fields(s), " ") }
