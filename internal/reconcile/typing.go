package reconcile

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// A name that no list knows is typed anew in every report, and one report takes
// for a person what the next takes for a state. mergeTypings decides over all
// of them: the actors of a report that are known by nothing but one name join
// what that name mostly stands for.
func mergeTypings(g *groups, all []member) {
	using := map[string]*usage{} // by folded form
	g.each(func(ms []int, _ []string) {
		if family(all[ms[0]].Type) == "" && all[ms[0]].Type != travaux.ActorGroup {
			return
		}
		for f, n := range formsOf(ms, all) {
			if using[f] == nil {
				using[f] = &usage{}
			}
			using[f].roots = append(using[f].roots, root{ms[0], n, bare(ms, all, f), titled(ms, all)})
		}
	})
	for _, f := range sortedKeys(using) {
		if u := using[f]; len(u.roots) > 1 {
			u.settle(g, all)
		}
	}
}

// usage is the groups of actors that a form names.
type usage struct{ roots []root }

type root struct {
	at      int
	reports int  // that use the form for it
	bare    bool // it is known by the form alone
	person  bool // surely somebody: with an office, or addressed as Mr or Ms
}

// formsOf counts, for each name of one or two capitalised words that is no mere
// noun for a body, the reports that use it for the group.
func formsOf(ms []int, all []member) map[string]int {
	out := map[string]int{}
	var in []string
	for _, i := range ms {
		in = append(in[:0], nameKey(all[i].Canonical))
		for _, n := range all[i].NameForms {
			if n.Form != all[i].Canonical {
				in = append(in, nameKey(n.Form))
			}
		}
		slices.Sort(in)
		for _, f := range slices.Compact(in) {
			if f != "" {
				out[f]++
			}
		}
	}
	return out
}

// nameKey folds a name that may be typed in several ways, or returns "".
func nameKey(form string) string {
	if strings.HasPrefix(fold(form), "the ") {
		return "" // "the Minister"
	}
	if n := len(strings.Fields(form)); n == 0 || n > 3 || !properName(form) {
		return ""
	}
	if f := foldOutlet(form); len(f) > 2 && distinctive(f) && !acronym(form) {
		return f
	}
	return ""
}

// bare reports whether a group is known by one form alone, to no list, and is
// no person with a full name, nor anybody's people: "the Corrinians" is not
// Corrin.
func bare(ms []int, all []member, form string) bool {
	for _, i := range ms {
		m := all[i]
		if m.World != "" || m.Type == travaux.ActorMedia || nameKey(m.Canonical) != form {
			return false
		}
		if n := parseName(m.Canonical, false); m.Type == travaux.ActorPerson && n.full() {
			return false
		}
	}
	return true
}

// titled reports whether some report gives a group of persons an office or
// addresses it as a person.
func titled(ms []int, all []member) bool {
	return slices.ContainsFunc(ms, func(i int) bool {
		m := all[i]
		return m.Type == travaux.ActorPerson && (len(m.Roles) > 0 || slices.ContainsFunc(m.NameForms, func(n travaux.NameForm) bool { return addressed(m.src, n.First) }))
	})
}

// addressed reports whether a form of address stands before a name.
func addressed(s *source, sp travaux.Span) bool {
	text := s.Report.Text
	if sp.Start > len(text) || sp.Start < 0 {
		return false
	}
	before := strings.Fields(text[max(0, sp.Start-12):sp.Start])
	return len(before) > 0 && honorifics[strings.TrimSuffix(fold(before[len(before)-1]), ".")]
}

// settle unites the bare groups of a form with what it mostly stands for: the
// one group that has a fuller name or an entry in a list, unless there are two
// of these, else the one that most reports take it for.
func (u *usage) settle(g *groups, all []member) {
	if !slices.ContainsFunc(u.roots, func(r root) bool { return !isPerson(g, all, r.at) }) {
		return // two of one surname: mergePersons has decided
	}
	slices.SortFunc(u.roots, func(a, b root) int {
		return cmp.Or(compareBool(a.bare, b.bare), cmp.Compare(b.reports, a.reports), cmp.Compare(a.at, b.at))
	})
	i := slices.IndexFunc(u.roots, func(r root) bool { return r.bare })
	if i < 0 {
		return
	}
	known, unknown := u.roots[:i], u.roots[i:]
	if len(known) > 1 && known[0].reports < clearly*known[1].reports {
		return
	}
	main := unknown[0]
	if len(known) > 0 && (!isPerson(g, all, known[0].at) || known[0].reports > total(unknown)) {
		main = known[0]
	}
	people := slices.ContainsFunc(known, func(r root) bool { return isPerson(g, all, r.at) })
	for _, x := range unknown {
		somebody := isPerson(g, all, x.at)
		switch {
		case somebody && (x.person && !isPerson(g, all, main.at) || people || inList(all[main.at])):
		case main.bare && main.reports <= x.reports && shareReport(g, all, main.at, x.at):
		case all[x.at].Type == travaux.ActorPlace && all[main.at].World != "": // a seat is not the state that it may stand for
		default:
			g.join(main.at, x.at, "the same name, which reports that do not know it take for different things")
		}
	}
}

// inList reports whether a list knows what is no outlet: a report that takes
// its name for a person's does so knowingly.
func inList(m member) bool { return m.World != "" && m.Type != travaux.ActorMedia }

// clearly is how many times more reports must use a name for one of two that
// bear it.
const clearly = 3

func total(roots []root) int {
	n := 0
	for _, r := range roots {
		n += r.reports
	}
	return n
}

// compareBool puts false first.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

func isPerson(g *groups, all []member, at int) bool {
	return all[g.find(at)].Type == travaux.ActorPerson
}

// shareReport reports whether one report tells two groups apart.
func shareReport(g *groups, all []member, a, b int) bool {
	in := map[*source]bool{}
	for _, i := range g.members[g.find(a)] {
		in[all[i].src] = true
	}
	return slices.ContainsFunc(g.members[g.find(b)], func(i int) bool { return in[all[i].src] })
}

// bodyNouns are the nouns by which a report may call a body that it has named.
var bodyNouns = wordSet(`agency assembly association authority bank board bureau commission committee congress council
 court department federation fund institute league ministry parliament party secretariat senate service union`)

// mergeShortBodies unites what a report calls by the noun for a body alone,
// with a capital ("the Council"), with the only body of that report whose name
// ends so.
func mergeShortBodies(g *groups, all []member) {
	type place struct {
		src  *source
		noun string
	}
	full := map[place][]int{}
	for i, m := range all {
		if f := foldTitle(m.Canonical); family(m.Type) == "organisation" && m.Type != travaux.ActorMedia && properName(m.Canonical) && distinctive(f) {
			words := strings.Fields(f)
			if last := words[len(words)-1]; len(words) > 1 && bodyNouns[last] && !leadingWords[words[0]] {
				full[place{m.src, last}] = append(full[place{m.src, last}], i)
			}
		}
	}
	for i, m := range all {
		f := foldTitle(m.Canonical)
		if m.World != "" || !bodyNouns[f] || !properName(m.Canonical) || family(m.Type) != "organisation" && family(m.Type) != "state" {
			continue
		}
		roots := map[int]bool{}
		for _, j := range full[place{m.src, f}] {
			roots[g.find(j)] = true
		}
		if len(roots) == 1 {
			g.join(full[place{m.src, f}][0], i, "the only "+f+" that the report names")
		}
	}
}
