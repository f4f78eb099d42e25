package crossdoc

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/coref"
)

// persons gives the items that name a person a key. A full name takes in the
// shorter ones that it holds; of two full names that hold a shorter one, the
// more frequent does.
func (t *topic) persons() {
	names := map[string]int{} // how often each is used
	for _, x := range t.items {
		if x.sort == side {
			continue
		}
		if n := x.personName(); n != "" {
			x.sort = person
			names[n]++
		}
	}
	full := fullNames(names)
	for _, x := range t.items {
		switch {
		case x.sort == person:
			x.who = "person/" + full[x.personName()]
		case x.sort == thing && !x.empty() && x.d.Toks[x.head].UPOS == lang.PROPN:
			// what one report's reader took for something else
			if n, ok := full[strings.ToLower(x.d.Form(x.head))]; ok && x.head+1 >= x.last {
				x.sort, x.who = person, "person/"+n
			}
		}
	}
}

// fullNames maps each name to the fullest that it is taken for.
func fullNames(names map[string]int) map[string]string {
	order := make([]string, 0, len(names))
	for n := range names {
		order = append(order, n)
	}
	// The longer first, of one length the more frequent.
	slices.SortFunc(order, func(a, b string) int {
		return cmp.Or(cmp.Compare(strings.Count(b, " "), strings.Count(a, " ")), cmp.Compare(names[b], names[a]), cmp.Compare(a, b))
	})
	full := map[string]string{}
	weight := map[string]int{}
	byWord := map[string][]string{} // full names by each word
	for _, n := range order {
		words := strings.Fields(n)
		best := ""
		for _, w := range []string{words[len(words)-1], words[0]} {
			for _, f := range byWord[w] {
				if shortFor(words, strings.Fields(f)) && (best == "" || weight[f] > weight[best]) {
					best = f
				}
			}
			if best != "" {
				break
			}
		}
		if best == "" {
			best = n
			for _, w := range slices.Compact(slices.Sorted(slices.Values(words))) {
				if len(byWord[w]) < 100 {
					byWord[w] = append(byWord[w], n)
				}
			}
		}
		full[n] = best
		weight[best] += names[n]
	}
	return full
}

// shortFor reports whether a name may be short for a fuller one: its words
// stand in it in their order, given names perhaps as initials or cut short. The
// last word, or for a name that begins with the family the first, is whole.
func shortFor(short, full []string) bool {
	at := 0
	for i, w := range short {
		found := false
		for ; at < len(full) && !found; at++ {
			found = w == full[at] || i < len(short)-1 && cutShort(w, full[at])
		}
		if !found {
			return false
		}
	}
	if len(short) == 1 {
		return short[0] == full[len(full)-1] || short[0] == full[0] && len(full) > 2
	}
	return true
}

// cutShort reports whether one given name is the initial or beginning of the
// other.
func cutShort(a, b string) bool {
	a, b = strings.TrimSuffix(a, "."), strings.TrimSuffix(b, ".")
	n := min(len(a), len(b), 3)
	return a[:n] == b[:n]
}

// personName is the name of the person whom the item names, by the fullest form
// in its document, in lower case.
func (x *item) personName() string {
	e := x.entity()
	if e == nil || e.Type != lang.Person {
		return ""
	}
	m := &x.d.Mentions[x.named]
	if x.head < m.First || x.head >= m.Last {
		return ""
	}
	words := strings.Fields(strings.ReplaceAll(strings.ToLower(e.Name), "-", " "))
	var out []string
	for i, w := range words {
		w = strings.TrimSuffix(strings.TrimSuffix(strings.Trim(w, ",\"“”"), "'s"), "’s")
		switch {
		case w == "" || w == "jr" || w == "jr." || w == "sr." || w == "iii" || w == "ii":
		case i > 0 && i+1 < len(words) && len(w) == 2 && w[1] == '.': // a middle initial
		default:
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

// titles gives descriptions without a name ("the president") the person who
// bears that title in the topic most often, by the words before a name or in an
// apposition. Where the description says of which state, it is one of that
// state.
func (t *topic) titles() {
	bearers, sides := map[string]map[string]int{}, map[string]map[string]int{}
	bear := func(of, noun, who string) {
		count(bearers, noun, who)
		count(bearers, of+" "+noun, who)
		if of != "" {
			count(sides, who, of)
		}
	}
	for i, x := range t.items {
		if x.sort != person || x.empty() {
			continue
		}
		if noun := x.titleNoun(); noun != "" {
			bear(t.modifierSide(x), noun, x.who)
		}
		for _, j := range []int{i - 1, i + 1} {
			if j >= 0 && j < len(t.items) {
				if y := t.items[j]; y.who == "" && x.beside(y) && personal(y) {
					y.who, y.sort = x.who, person
					bear(t.modifierSide(y), lemma(y.d, y.head), x.who)
				}
			}
		}
	}
	for _, x := range t.items {
		if x.who != "" || !personal(x) || !x.definite() {
			continue
		}
		noun := lemma(x.d, x.head)
		if of := t.modifierSide(x); of != "" {
			noun = of + " " + noun
		}
		if who := most(bearers[noun]); who != "" {
			x.who, x.sort = who, person
		}
	}
	t.sideOfPerson = map[string]string{}
	for who, n := range sides {
		t.sideOfPerson[who] = most(n)
	}
}

// most is the most frequent name but the empty one.
func most(n map[string]int) string {
	best := ""
	for k, c := range n {
		if k != "" && (best == "" || c > n[best] || c == n[best] && k < best) {
			best = k
		}
	}
	return best
}

func count(m map[string]map[string]int, k, v string) {
	if m[k] == nil {
		m[k] = map[string]int{}
	}
	m[k][v]++
}

// titleNoun is the noun right before the name: "former director".
func (x *item) titleNoun() string {
	if x.named < 0 || x.d.Mentions[x.named].Type != lang.Person {
		return ""
	}
	m := &x.d.Mentions[x.named]
	at := m.First
	for i := m.First; i < m.Last && x.d.Toks[i].Start < m.Name.Start; i++ {
		at = i + 1
	}
	if at > x.first && at > 0 {
		switch l := lemma(x.d, at-1); x.d.Toks[at-1].UPOS {
		case lang.NOUN, lang.PROPN:
			if nounOfPerson(l) {
				return l
			}
		}
	}
	return ""
}

// beside reports whether two items stand side by side, with a comma between.
func (x *item) beside(y *item) bool {
	if y.doc != x.doc {
		return false
	}
	if y.first < x.first {
		x, y = y, x
	}
	return y.first == x.last || y.first == x.last+1 && x.d.Form(x.last) == ","
}

func personal(x *item) bool {
	if x.empty() || !singular(x) {
		return false
	}
	switch x.d.Toks[x.head].UPOS {
	case lang.NOUN, lang.PROPN:
		return nounOfPerson(lemma(x.d, x.head))
	}
	return false
}

func nounOfPerson(lemma string) bool { return coref.KindOf(lemma) == coref.PersonNoun }

func singular(x *item) bool { return !strings.Contains(x.d.Toks[x.head].Feats, "Number=Plur") }

// definite reports whether the item has a definite article or possessor, or
// nothing before its noun.
func (x *item) definite() bool {
	switch strings.ToLower(x.d.Form(x.first)) {
	case "a", "an", "any", "some", "no", "every", "each", "another":
		return false
	}
	return true
}
