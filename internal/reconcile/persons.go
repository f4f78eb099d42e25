package reconcile

import (
	"slices"
	"strconv"
	"strings"

	"github.com/travaux/travaux"
)

// person is the actors of one full name, or of one surname in one report.
type person struct {
	root    int // group in groups
	members []member
	name    *personName
	offices map[string]bool
	holds   [][2]string // offices with whose they are
}

// mergePersons unites persons across reports: first full names that are forms
// of one name, then initials, then surnames alone, the latter two only where
// exactly one person of the record can be meant.
func mergePersons(g *groups, all []member) {
	var full, initial, single []*person
	g.each(func(ms []int, _ []string) {
		if all[ms[0]].Type != travaux.ActorPerson {
			return
		}
		p := newPerson(ms, all)
		switch {
		case p.name.full():
			full = append(full, p)
		case p.name.given != "":
			initial = append(initial, p)
		case p.name.family != "":
			single = append(single, p)
		}
	})
	mergeFullNames(g, full)
	met := newCompany(g, full)
	byFamily := map[string][]*person{}
	for _, p := range full {
		for _, k := range p.familyKeys() {
			byFamily[k] = append(byFamily[k], p)
		}
	}
	attach(g, initial, byFamily, func(p, q *person) bool {
		return matchGiven(p.name, q.name) == givenInitial && middlesAgree(p.name, q.name)
	}, "same surname and initial, and no other such name in the record")
	attach(g, single, byFamily, func(p, q *person) bool {
		return p.sharesOffice(q) || (p.name.family == q.name.family || strings.HasSuffix(q.name.family, " "+p.name.family)) && met.likely(g, p, q)
	}, "the only full name with this surname in the record")
	attach(g, single, byFirst(full, byFamily), (*person).sharesOffice,
		"the only full name of that office that begins with this name")
	mergeWellKnown(g, single, byFamily, met)
	mergeSingles(g, single, byFamily)
}

// byFirst lists full names by their first word, where that is nobody's
// surname: in some reports the family name comes first.
func byFirst(full []*person, byFamily map[string][]*person) map[string][]*person {
	out := map[string][]*person{}
	for _, p := range full {
		if k := p.name.givSk; len(byFamily[k]) == 0 {
			out[k] = append(out[k], p)
		}
	}
	return out
}

func newPerson(ms []int, all []member) *person {
	p := &person{root: ms[0], offices: map[string]bool{}}
	longest, first := "", false
	for _, m := range ms {
		p.members = append(p.members, all[m])
		if c := all[m].Canonical; !strings.Contains(c, ",") && properName(c) && len(strings.Fields(c)) > len(strings.Fields(longest)) {
			longest = c
		}
		first = first || familyFirst(all[m])
		for _, r := range all[m].Roles {
			if k := office(r.Title); k != "" {
				p.offices[k] = true
				if r.Organisation != "" {
					p.holds = append(p.holds, [2]string{k, r.Organisation})
				}
			}
		}
		for _, f := range all[m].NameForms {
			if rest, ok := strings.CutPrefix(fold(f.Form), "the "); ok {
				p.offices[office(rest)] = true // "the envoy"
			}
		}
		if all[m].Parent != "" {
			p.offices["of "+parentKey(all[m])] = true
		}
	}
	p.name = parseName(longest, first)
	return p
}

// familyFirst reports whether the report uses the first of two or more names
// alone, and the last never: the family name comes first.
func familyFirst(m member) bool {
	f := strings.Fields(m.Canonical)
	if len(f) < 2 {
		return false
	}
	first, last := false, false
	for _, nf := range m.NameForms {
		first = first || nf.Form == f[0]
		last = last || nf.Form == f[len(f)-1]
	}
	return first && !last
}

// office is the noun that heads a title: "special envoy for trade" and "U.S.
// envoy" are both envoys.
func office(title string) string {
	t := fold(title)
	for _, prep := range []string{" of ", " to ", " for ", ", ", " at "} {
		if i := strings.Index(t, prep); i > 0 {
			t = t[:i]
		}
	}
	f := strings.Fields(t)
	if len(f) == 0 {
		return ""
	}
	return strings.Trim(f[len(f)-1], ".,'’")
}

// parentKey identifies whom a member belongs to by its entry in the world
// file, else by name.
func parentKey(m member) string {
	for i := range m.src.Actors {
		if a := &m.src.Actors[i]; a.ID == m.Parent {
			if a.World != "" {
				return a.World
			}
			return foldTitle(a.Canonical)
		}
	}
	return m.Parent
}

// sharesOffice reports whether both are given one office, and not that of two
// states or bodies.
func (p *person) sharesOffice(q *person) bool {
	for _, x := range p.holds {
		for _, y := range q.holds {
			if x[0] == y[0] && x[1] != y[1] {
				return false
			}
		}
	}
	for o := range p.offices {
		if q.offices[o] {
			return true
		}
	}
	return false
}

// world returns the entries of the profile or world file that the members have.
func (p *person) world() string {
	for _, m := range p.members {
		if m.World != "" {
			return m.World
		}
	}
	return ""
}

// familyKeys lists how the surname may be written alone.
func (p *person) familyKeys() []string {
	keys := []string{p.name.famSk}
	if words := strings.Fields(p.name.family); len(words) > 1 {
		keys = append(keys, sound(words[len(words)-1]))
	}
	return orderIDs(keys)
}

// likenessKeys are those of which two full names share one at least if they can
// be one person's (see samePerson): the name and its halves, the surname, the
// words in any order; and, for surnames that merely resemble each other, the
// given name with an office.
func (p *person) likenessKeys() []string {
	n := p.name
	keys := []string{"n" + n.rough, "f" + n.famSk}
	if len(n.family) >= 5 {
		keys = append(keys, "h"+hardSound(n.family))
	}
	if k := len(n.tokens); k >= 2 {
		first, last := n.tokens[:2], n.tokens[k-2:]
		keys = append(keys, "b"+strings.Join(first, " "), "e"+strings.Join(last, " "), "w"+strings.Join(slices.Sorted(slices.Values(first)), " "))
	}
	for o := range p.offices {
		keys = append(keys, "g"+n.givSk+"\x00"+o)
		for _, v := range sameGivenName[n.given] {
			keys = append(keys, "v"+strconv.Itoa(v)+"\x00"+o)
		}
	}
	return orderIDs(keys)
}

// mergeFullNames compares the full names that share a key.
func mergeFullNames(g *groups, full []*person) {
	blocks := map[string][]int{}
	for i, p := range full {
		for _, k := range p.likenessKeys() {
			blocks[k] = append(blocks[k], i)
		}
	}
	seen := map[[2]int]bool{}
	var links []link
	for _, b := range blocks {
		for x, i := range b {
			for _, j := range b[x+1:] {
				if seen[[2]int{i, j}] {
					continue
				}
				seen[[2]int{i, j}] = true
				p, q := full[i], full[j]
				if ok, why := samePerson(p.name, q.name, p.sharesOffice(q)); ok {
					score := 0
					if p.sharesOffice(q) {
						score = 1
					}
					links = append(links, link{p.root, q.root, score, why})
				}
			}
		}
	}
	byRoot := map[int]*person{}
	for _, p := range full {
		byRoot[p.root] = p
	}
	g.accept(links, func(a, b int) bool {
		p, q := byRoot[a], byRoot[b]
		if p == nil || q == nil {
			return false
		}
		w, v := p.world(), q.world()
		if w != "" && v != "" {
			return w != v
		}
		// Names that resemble one in the middle do not thereby become one.
		ok, _ := samePerson(p.name, q.name, true)
		return !ok
	})
}

// attach unites each of some with the one person that fits; where several
// persons fit, it stays by itself.
func attach(g *groups, some []*person, byFamily map[string][]*person, fits func(p, q *person) bool, reason string) {
	for _, p := range some {
		var target *person
		roots := map[int]bool{}
		for _, q := range byFamily[p.name.famSk] {
			if !fits(p, q) || p.world() != "" && q.world() != "" && p.world() != q.world() {
				continue
			}
			roots[g.find(q.root)] = true
			if target == nil {
				target = q
			}
		}
		if len(roots) == 1 {
			g.join(target.root, p.root, reason)
		}
	}
}

// mergeSingles unites persons known by a surname alone, where the reports give
// them the same office and no full name of the record has that surname.
func mergeSingles(g *groups, single []*person, byFamily map[string][]*person) {
	first := map[string]*person{}
	for _, p := range single {
		if len(byFamily[p.name.famSk]) > 0 {
			continue
		}
		for _, o := range sortedKeys(p.offices) {
			k := p.name.family + "\x00" + o
			if q := first[k]; q != nil {
				g.join(q.root, p.root, "same surname and office")
			} else {
				first[k] = p
			}
		}
	}
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
