package subject

import (
	"cmp"
	"slices"
	"strings"
)

const (
	fewest     = 3   // reports: of fewer none is judged
	small      = 16  // fewer reports are looked at as a whole only
	seedsTried = 24  // words tried as the seed of a subject
	subjects   = 4   // looked for at most
	fewestSeed = 4   // reports that a seed needs
	cohesive   = 175 // least cohesion of a subject grown from a word
	coherent   = 160 // the same of a folder as a whole
	coherentIn = 140 // the same of a small folder
)

// Finding is what the reports are about.
type Finding struct {
	// Subjects are what the folder is about, largest first: one as a rule,
	// several when several are of like size, none when nothing unites it.
	Subjects []Subject
	// Aside are the reports on something else, by id. There are none when the
	// subject is not clear.
	Aside []Aside
	// Judged is how many reports were judged.
	Judged int
	// Named reports whether something known was found, and chose the subject.
	Named bool
}

// Subject is what a number of reports share.
type Subject struct {
	Words   []string // the most telling first
	Reports []string // ids, sorted
}

// Aside is a report on another subject.
type Aside struct {
	Report string
	// Shares are the words of the subject in that passage which has most of them.
	Shares []string
}

// Find says what the reports are about, and which are about something else.
// What is known of the subject, if anything, chooses it: parties and the like,
// each with all the ways of writing its name.
func (x *Index) Find(known [][]string) Finding {
	var f Finding
	all := x.all()
	f.Judged = len(all)
	if len(all) < fewest {
		return f
	}
	if seed, naming := x.named(known); len(seed) > 0 {
		g := x.grow(seed)
		f.Named = true
		f.Subjects = []Subject{x.subject(g)}
		groups := []*group{g}
		// What the reports show by themselves is no less of the subject.
		if found, clear := x.choose(all); clear {
			for _, h := range found {
				if g.overlaps(h) {
					groups = append(groups, h)
				}
			}
		}
		f.Aside = x.aside(groups, 1, naming)
		return f
	}
	groups, clear := x.choose(all)
	for _, g := range groups {
		f.Subjects = append(f.Subjects, x.subject(g))
	}
	if clear {
		f.Aside = x.aside(groups, len(groups), nil)
	}
	return f
}

func (x *Index) all() []int {
	var out []int
	for i := range x.ids {
		if x.judged(i) {
			out = append(out, i)
		}
	}
	return out
}

// choose returns the subjects of like size, and whether they are clear enough
// for other reports to be set aside.
func (x *Index) choose(all []int) ([]*group, bool) {
	whole := x.grow(all)
	if len(all) < small {
		if whole.cohesion < coherentIn || 2*len(whole.core) <= len(all) {
			return nil, false
		}
		return []*group{whole}, true
	}
	groups := x.peel(all)
	switch {
	case len(groups) > 1 && 3*len(groups[1].core) >= len(groups[0].core):
		groups = slices.DeleteFunc(groups, func(g *group) bool { return 3*len(g.core) < len(groups[0].core) })
		n := 0
		for _, g := range groups {
			n += len(g.core)
		}
		return groups, 2*n >= len(all)
	case whole.cohesion >= coherent && 3*len(whole.core) >= len(all):
		return []*group{whole}, true
	case len(groups) > 0:
		return groups[:1], 10*len(groups[0].core) >= len(all)
	}
	return nil, false
}

// peel grows one subject after another, each from a word that tells most of
// some reports left over by those before it.
func (x *Index) peel(all []int) []*group {
	var out []*group
	left := all
	for range subjects {
		if len(left) < fewestSeed {
			break
		}
		seed := x.seed(left)
		if seed == nil {
			break
		}
		g := x.grow(seed)
		if g.cohesion < cohesive {
			break
		}
		if !slices.ContainsFunc(out, g.overlaps) {
			out = append(out, g)
		}
		left = slices.DeleteFunc(slices.Clone(left), func(i int) bool {
			_, in := slices.BinarySearch(g.core, i)
			_, seeded := slices.BinarySearch(seed, i)
			return in || seeded
		})
	}
	slices.SortStableFunc(out, func(a, b *group) int { return cmp.Compare(len(b.core), len(a.core)) })
	return out
}

// seed returns the reports of which one word tells most: those that are many
// and alike.
func (x *Index) seed(left []int) []int {
	with := map[int32][]int{}
	for _, i := range left {
		for _, n := range x.top[i] {
			with[n] = append(with[n], i)
		}
	}
	var seeds []int32
	for n, list := range with {
		if len(list) >= fewestSeed {
			seeds = append(seeds, n)
		}
	}
	slices.SortFunc(seeds, func(a, b int32) int {
		return cmp.Or(cmp.Compare(len(with[b]), len(with[a])), strings.Compare(x.words[a].text, x.words[b].text))
	})
	var best []int
	most := 0
	for _, n := range seeds[:min(len(seeds), seedsTried)] {
		c := x.measure(with[n]).cohesion
		if v := len(with[n]) * c * c * c; v > most {
			best, most = with[n], v
		}
	}
	return best
}

func (x *Index) subject(g *group) Subject {
	s := Subject{}
	for _, n := range g.words {
		s.Words = append(s.Words, x.show(n))
	}
	for _, i := range g.core {
		s.Reports = append(s.Reports, x.ids[i])
	}
	slices.Sort(s.Reports)
	return s
}

// aside lists the reports that belong to none of the groups, save those that
// surely are of the subject; one that names nothing known must be clearly of it.
// Where there are several subjects, a report need not
// be as close to one of them.
func (x *Index) aside(groups []*group, subjects int, naming map[int]standing) []Aside {
	var out []Aside
	for i := range x.ids {
		near := groups
		if naming[i] == doubtful {
			near = groups[:1] // the one that what is known chose
		}
		if !x.judged(i) || naming[i] == sure || slices.ContainsFunc(near, func(g *group) bool { return g.near(i, subjects, naming[i]) }) {
			continue
		}
		out = append(out, Aside{Report: x.ids[i], Shares: x.shared(groups[0], i)})
	}
	slices.SortFunc(out, func(a, b Aside) int { return strings.Compare(a.Report, b.Report) })
	return out
}

func (g *group) near(i, subjects int, s standing) bool {
	least := g.least
	switch {
	case s == doubtful:
		least = g.clear
	case subjects > 1:
		least = least * 3 / 4
	}
	_, in := slices.BinarySearch(g.core, i)
	return in && s != doubtful || g.scores[i] >= least
}

// shared lists the group's words in that passage of a report which has most.
func (x *Index) shared(g *group, i int) []string {
	end := len(x.of)
	if i+1 < len(x.first) {
		end = int(x.first[i+1])
	}
	var best []string
	for p := x.first[i]; int(p) < end; p++ {
		var has []string
		for _, n := range g.words {
			if _, ok := slices.BinarySearch(x.words[n].passages, p); ok {
				has = append(has, x.show(n))
			}
		}
		if len(has) > len(best) {
			best = has
		}
	}
	return best
}
