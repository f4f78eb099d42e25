package coref

import (
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// names prepares the tables and the full names of the document's persons, so
// that a surname in the headline finds its bearer further down.
func (r *run) names() {
	r.byKey = map[string]int{}
	r.byLast = map[string][]int{}
}

// person resolves a named person: by the whole name, then by the surname when
// only one bearer is known or the title tells which.
func (r *run) person(i int) int {
	m := &r.d.Mentions[i]
	words := nameWords(r.d.Quote(m.Name))
	if len(words) == 0 {
		return -1
	}
	title := strings.ToLower(fold(r.d.Quote(m.Title)))
	e := r.bearer(words, title, m.KB, i)
	if e < 0 {
		x := entity{words: words, junior: junior(r.d.Quote(m.Name))}
		x.KB = m.KB
		e = r.add(i, x)
		last := strings.ToLower(words[len(words)-1])
		r.byLast[last] = append(r.byLast[last], e)
	}
	x := &r.ents[e]
	if len(words) > len(x.words) {
		x.words, x.Name = words, r.d.Quote(m.Name)
	}
	x.titles = append(x.titles, r.entitle(i)...)
	if x.gender == 0 {
		x.gender = genderOf(strings.Join(x.titles, " "))
	}
	if x.gender == 0 {
		x.gender = genderOfName(words)
	}
	return e
}

// bearer finds the person already known by these words, or -1.
func (r *run) bearer(words []string, title, kb string, i int) int {
	last := strings.ToLower(words[len(words)-1])
	young := junior(r.d.Quote(r.d.Mentions[i].Name))
	var fit []int
	for _, e := range r.byLast[last] {
		x := &r.ents[e]
		if x.junior != young && len(x.words) > 1 && (len(words) > 1 || r.otherAge(last, young)) {
			continue
		}
		if kb != "" && x.KB == kb {
			return e
		}
		if g := genderOf(title); g != 0 && x.gender != 0 && g != x.gender {
			continue
		}
		switch {
		case len(words) == 1 || len(x.words) == 1:
			fit = append(fit, e)
		case sameGiven(words, x.words):
			return e
		}
	}
	if len(fit) == 0 {
		return r.otherOrder(words)
	}
	if len(fit) == 1 {
		return fit[0]
	}
	if len(words) > 1 {
		return -1
	}
	return r.pick(fit, title, i)
}

// junior reports whether a name ends with "Jr".
func junior(name string) bool {
	name = strings.TrimSuffix(name, ".")
	return strings.HasSuffix(name, " Jr") || strings.HasSuffix(name, " jr")
}

// otherAge reports whether a person of a surname is known by full name who is
// young, or not, as asked: then a surname alone is not the other one's.
func (r *run) otherAge(last string, young bool) bool {
	for _, e := range r.byLast[last] {
		if x := &r.ents[e]; x.junior == young && len(x.words) > 1 {
			return true
		}
	}
	return false
}

// otherOrder finds the one person whose name has the words in another place:
// a family name that comes first ("Paik Joon-ho" and "Paik", "Joon-ho Paik"),
// the first of two surnames, or a given name alone.
func (r *run) otherOrder(words []string) int {
	found := -1
	for e := range r.ents {
		x := &r.ents[e]
		if x.Type != lang.Person || len(x.words) < 2 {
			continue
		}
		switch n := len(x.words); {
		case len(words) == 1 && (strings.EqualFold(words[0], x.words[0]) || n == 3 && strings.EqualFold(words[0], x.words[1])):
		case len(words) == 2 && n == 2 && strings.EqualFold(words[0], x.words[1]) && strings.EqualFold(words[1], x.words[0]):
		case len(words) == 2 && n == 3 && strings.EqualFold(words[0], x.words[0]) && strings.EqualFold(words[1], x.words[1]) && given()[x.words[1]] == 0:
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

// pick chooses among several bearers of a surname: the one whose title is
// given, else the only one named in the same paragraph.
func (r *run) pick(fit []int, title string, i int) int {
	found := -1
	for _, e := range fit {
		for _, t := range r.ents[e].titles {
			if title != "" && endsWithWords(t, title) {
				return e
			}
		}
		if r.block(r.ents[e].last) == r.block(i) {
			if found >= 0 {
				return -1
			}
			found = e
		}
	}
	return found
}

func (r *run) block(mention int) int {
	m := &r.d.Mentions[mention]
	return r.d.Sents[r.d.Toks[m.First].Sent].Block
}

// sameGiven compares first names: equal, or one the initial of the other.
func sameGiven(a, b []string) bool {
	x, y := strings.TrimSuffix(a[0], "."), strings.TrimSuffix(b[0], ".")
	if strings.EqualFold(x, y) {
		return true
	}
	if len(x) == 1 || len(y) == 1 {
		return strings.EqualFold(x[:1], y[:1])
	}
	return false
}

// nameWords are the words of a name without suffixes such as "Jr.".
func nameWords(s string) []string {
	f := strings.Fields(s)
	for len(f) > 1 {
		switch strings.ToLower(strings.Trim(f[len(f)-1], ".,")) {
		case "jr", "sr", "ii", "iii", "iv":
			f = f[:len(f)-1]
			continue
		}
		break
	}
	for k := range f {
		f[k] = strings.Trim(f[k], ",")
	}
	return f
}

// bare is the words of a phrase without its article.
func (r *run) bare(first, last int) string {
	if last-first > 1 && r.d.Toks[first].UPOS == lang.DET {
		first++
	}
	return r.d.Quote(r.d.TokSpan(first, last))
}

// endsWithWords reports whether the title t ends with the words w.
func endsWithWords(t, w string) bool {
	return t == w || strings.HasSuffix(t, " "+w)
}

// nominal resolves a definite description: the one person who was given that
// title, or the one organisation whose name has that word; else it stands on
// its own, one entity for equal words.
func (r *run) nominal(i int) int {
	m := &r.d.Mentions[i]
	words := strings.ToLower(fold(r.bare(m.First, m.Last)))
	head := r.d.Toks[m.Head].Lemma
	var fit []int
	if r.definite(m.First) {
		for e := range r.ents {
			x := &r.ents[e]
			hit := false
			switch {
			case x.Type == lang.Person && KindOf(head) == PersonNoun:
				for _, t := range x.titles {
					hit = hit || endsWithWords(t, words)
				}
			case x.Type == lang.Organisation && !strings.HasPrefix(x.key, "n:") && KindOf(head) == BodyNoun && words == head:
				hit = containsWord(strings.ToLower(x.Name), head)
			}
			if hit {
				fit = append(fit, e)
			}
		}
	}
	found := r.nearest(fit, i)
	switch sort := bodyOf(head); {
	case !r.definite(m.First) || r.plural(m.Head):
	case len(fit) == 0 && sort != "" && words == head:
		found = r.body(sort)
	case len(fit) == 0 && KindOf(head) == PersonNoun && words == head:
		found = r.unnamedOne(i)
	}
	if found >= 0 {
		return found
	}
	key := "n:" + words
	if e, ok := r.byKey[key]; ok {
		return e
	}
	x := entity{key: key}
	x.Name = r.d.Quote(m.Span)
	x.Type = lang.Nominal
	x.Plural = r.plural(m.Head)
	if KindOf(head) == BodyNoun && !x.Plural {
		x.Type = lang.Organisation
	}
	e := r.add(i, x)
	r.byKey[key] = e
	return e
}

// nearest returns the one of several entities that fit mention i: the only one,
// or the only one named in this paragraph or the one before; else -1.
func (r *run) nearest(fit []int, i int) int {
	if len(fit) == 1 {
		return fit[0]
	}
	found := -1
	for _, e := range fit {
		if r.block(r.ents[e].last) < r.block(i)-1 {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = e
	}
	return found
}

func (r *run) definite(tok int) bool {
	switch strings.ToLower(r.d.Form(tok)) {
	case "the", "that", "this", "its", "their", "his", "her":
		return true
	}
	return false
}

func (r *run) plural(tok int) bool {
	t := &r.d.Toks[tok]
	return t.XPOS == "NNS" || t.XPOS == "NNPS" || strings.Contains(t.Feats, "Number=Plur")
}

func containsWord(s, w string) bool {
	for _, f := range strings.Fields(s) {
		if f == w {
			return true
		}
	}
	return false
}
