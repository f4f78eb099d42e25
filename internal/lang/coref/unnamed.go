package coref

import (
	"slices"
	"strconv"
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

func (r *run) detailOf(m *lang.Mention) *detail {
	at, ok := slices.BinarySearchFunc(r.extra, m.First, func(d detail, first int) int { return d.first - first })
	if !ok {
		return nil
	}
	return &r.extra[at]
}

// unnamed resolves an unnamed speaker. An indefinite one is new, except that
// equal plurals without a number ("diplomats") are one group; a definite one is
// the last that fits.
func (r *run) unnamed(i int) int {
	m := &r.d.Mentions[i]
	d := r.detailOf(m)
	if d == nil {
		return -1
	}
	plural := r.plural(m.Head)
	if e := r.described(i); e >= 0 {
		return e
	}
	if n := r.nameAt(m.Last - 1); n != nil && n.Type == lang.Person && n.First > m.Head && n.Entity >= 0 { // "Ambassador to the Union Ana Ruiz"
		return n.Entity
	}
	if d.definite {
		if len(d.nums) > 1 {
			return r.several(i, d)
		}
		if e := r.earlier(d, plural); e >= 0 {
			return e
		}
		if !plural && len(d.nums) == 0 { // "the diplomat": somebody named by title
			if e := r.holder(i); e >= 0 {
				return e
			}
		}
	}
	words := strings.ToLower(fold(r.bare(m.First, m.Last)))
	key := "a:" + words
	if plural && !counted(r.d.Form(m.First)) && !d.another {
		if e, ok := r.byKey[key]; ok {
			return e
		}
	}
	e := r.newUnnamed(i, d, plural)
	r.byKey[key] = e
	return e
}

// described is the unnamed speaker to whom mention i stands in apposition: "A
// second person, a member of the delegation,".
func (r *run) described(i int) int {
	m := &r.d.Mentions[i]
	const near = 3 // mentions
	for k := i - 1; k >= 0 && k >= i-near && r.d.Toks[m.Head].Deprel == "appos"; k-- {
		o := &r.d.Mentions[k]
		if o.Type != lang.Anonymous || o.Entity < 0 || r.governor(m.Head) != o.Head || r.plural(o.Head) != r.plural(m.Head) {
			continue
		}
		r.ents[o.Entity].Description += ", " + fold(r.d.Quote(m.Span))
		return o.Entity
	}
	return -1
}

// holder finds the person who was given the description of mention i as title.
func (r *run) holder(i int) int {
	m := &r.d.Mentions[i]
	words := strings.ToLower(fold(r.bare(m.First, m.Last)))
	var fit []int
	for e := range r.ents {
		if slices.ContainsFunc(r.ents[e].titles, func(t string) bool { return endsWithWords(t, words) }) {
			fit = append(fit, e)
		}
	}
	return r.nearest(fit, i)
}

func (r *run) newUnnamed(i int, d *detail, plural bool) int {
	m := &r.d.Mentions[i]
	x := entity{class: d.class, mods: d.mods, num: d.num}
	if x.class == "" { // "another familiar with the matter"
		x.class = r.lastClass()
	}
	if x.num == 0 && !plural {
		x.num = 1 + r.highest(x.class, x.mods)
	}
	r.anon++
	x.Type = lang.Anonymous
	x.Name = fold(r.d.Quote(m.Span))
	x.Description = x.Name
	x.Plural = plural
	x.Ordinal = r.anon
	if d.num > 0 {
		x.Ordinal = d.num
	}
	return r.add(i, x)
}

func (r *run) lastClass() string {
	for e := len(r.ents) - 1; e >= 0; e-- {
		if r.ents[e].Type == lang.Anonymous && !r.ents[e].Plural {
			return r.ents[e].class
		}
	}
	return "person"
}

// highest is the highest number of an unnamed speaker of a class and kind.
func (r *run) highest(class string, mods []string) int {
	n := 0
	for e := range r.ents {
		if x := &r.ents[e]; x.Type == lang.Anonymous && !x.Plural && x.class == class && related(mods, x.mods) {
			n = max(n, x.num)
		}
	}
	return n
}

// related reports whether two descriptions can be of one kind of speaker: one
// has no modifier, or they share one.
func related(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return len(a) == len(b)
	}
	for _, x := range a {
		if slices.Contains(b, x) {
			return true
		}
	}
	return false
}

// earlier finds the last unnamed speaker that a definite description fits: of
// its class and number, with all its modifiers.
func (r *run) earlier(d *detail, plural bool) int {
	best := -1
	for e := range r.ents {
		x := &r.ents[e]
		if x.Type != lang.Anonymous || x.Plural != plural || x.class != d.class && !belongs(d.class, x.Description) && !(d.class == "person" && d.num == 0 && !plural && r.head(d) == "source") {
			continue
		}
		if d.num > 0 && x.num != d.num {
			continue
		}
		fits := true
		for _, w := range d.mods {
			fits = fits && (slices.Contains(x.mods, w) || strings.Contains(strings.ToLower(x.Description), w))
		}
		if fits && (best < 0 || x.last > r.ents[best].last) {
			best = e
		}
	}
	return best
}

// belongs reports whether whoever is described so is one by another word:
// "a member of the Norwegian delegation" is "the Norwegian delegate".
func belongs(class, description string) bool {
	body := ""
	switch class {
	case "delegate":
		body = "delegation"
	case "negotiator":
		body = "negotiating team"
	}
	return body != "" && strings.Contains(strings.ToLower(description), body)
}

func (r *run) head(d *detail) string { return r.d.Toks[d.head].Lemma }

// several makes the group of "the first and third persons" out of its members.
func (r *run) several(i int, d *detail) int {
	m := &r.d.Mentions[i]
	var members []int
	key := "g:" + d.class
	for _, n := range d.nums {
		one := *d
		one.num, one.nums = n, nil
		if e := r.earlier(&one, false); e >= 0 {
			members = append(members, e)
		}
		key += ":" + strconv.Itoa(n)
	}
	if e, ok := r.byKey[key]; ok {
		return e
	}
	e := r.newUnnamed(i, &detail{class: d.class, mods: d.mods}, true)
	r.ents[e].Members = members
	r.byKey[key] = e
	_ = m
	return e
}

// counted reports whether a plural is of a definite number of people, each time
// possibly others: "two officials".
func counted(w string) bool {
	switch strings.ToLower(w) {
	case "two", "three", "four", "five", "six", "seven", "several", "both", "multiple":
		return true
	}
	return false
}
