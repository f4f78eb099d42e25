package reconcile

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// Tenure is who is known to have held an office, and when.
type Tenure struct {
	Title  string
	Of     string // entry of the world file or profile, "" for none
	Holder string
	When   travaux.Interval // both ends included
}

// tenureDays is how far apart two reports may be and still mean one holder of an
// office.
const tenureDays = 60

// officeOf is a title with the entry of the world file or profile whose it is.
type officeOf struct{ title, of string }

// holding is a report that gives somebody an office, or what is known of it.
type holding struct {
	person int // one of the person's members
	when   travaux.Interval
	known  bool // from a profile: it decides alone
}

// mergeOffices takes "the Corrinian water minister" of a report for the only
// person who is given that office by reports of the same weeks, or by a profile
// for the day of the report. Two holders of one ministry at two times stay two,
// and so do one title in two states.
func mergeOffices(g *groups, all []member, tenures []Tenure) {
	var offices []int
	for i, m := range all {
		if m.Type == travaux.ActorOffice && m.src.dated {
			offices = append(offices, i)
		}
	}
	if len(offices) == 0 {
		return
	}
	forms := formsByEntry(all)
	held := heldOffices(all, forms)
	knownOffices(held, all, tenures)
	for _, i := range offices {
		if j := theHolder(g, held[titleOf(all[i], forms)], all[i].src.when); j >= 0 {
			g.join(j, i, "the only holder of that office in reports of the same weeks, or in the profile")
		}
	}
}

// theHolder is a member of the one person who held an office at a time, -1 for
// none or for several.
func theHolder(g *groups, held []holding, at travaux.Interval) int {
	known := slices.ContainsFunc(held, func(h holding) bool { return h.known && h.when.Overlaps(at) })
	who := -1
	for _, h := range held {
		if known != h.known || h.known && !h.when.Overlaps(at) || gap(h.when, at) > tenureDays {
			continue
		}
		if who >= 0 && g.find(who) != g.find(h.person) {
			return -1
		}
		who = h.person
	}
	return who
}

// titleOf is the office for which an actor without a name stands.
func titleOf(m member, forms map[string]map[string]bool) officeOf {
	for _, r := range m.Roles {
		if r.Organisation != "" {
			return officeOf{plainTitle(r.Title, forms[r.Organisation]), r.Organisation}
		}
	}
	return officeOf{title: plainTitle(m.Canonical, nil)}
}

// heldOffices are those that the reports give to persons.
func heldOffices(all []member, forms map[string]map[string]bool) map[officeOf][]holding {
	held := map[officeOf][]holding{}
	for i, m := range all {
		if m.Type != travaux.ActorPerson || !m.src.dated {
			continue
		}
		for _, r := range m.Roles {
			if t := plainTitle(r.Title, forms[r.Organisation]); t != "" && r.Organisation != "" {
				k := officeOf{t, r.Organisation}
				held[k] = append(held[k], holding{person: i, when: m.src.when})
			}
		}
	}
	return held
}

// knownOffices adds what a profile knows of persons whom a report names. Of an
// office that the profile has once, whose it is need not be said.
func knownOffices(held map[officeOf][]holding, all []member, tenures []Tenure) {
	if len(tenures) == 0 {
		return
	}
	named := map[string]int{}
	for i, m := range all {
		if f := fold(m.Canonical); m.Type == travaux.ActorPerson {
			if _, ok := named[f]; !ok {
				named[f] = i
			}
		}
	}
	of := map[string]string{} // title to whose it is, "?" for several
	for _, t := range tenures {
		if old, ok := of[plainTitle(t.Title, nil)]; ok && old != t.Of {
			of[plainTitle(t.Title, nil)] = "?"
		} else {
			of[plainTitle(t.Title, nil)] = t.Of
		}
	}
	for _, t := range tenures {
		i, ok := named[fold(t.Holder)]
		if !ok {
			continue
		}
		title := plainTitle(t.Title, nil)
		h := holding{i, t.When, true}
		held[officeOf{title, t.Of}] = append(held[officeOf{title, t.Of}], h)
		if t.Of != "" && of[title] != "?" {
			held[officeOf{title: title}] = append(held[officeOf{title: title}], h)
		}
	}
}

// plainTitle folds a title without the words for whose it is, "" where it says
// that somebody held or will hold it, or that several do.
func plainTitle(title string, whose map[string]bool) string {
	words := strings.Fields(foldTitle(title))
	for len(words) > 1 && (whose[words[0]] || honorificWords[words[0]]) {
		words = words[1:]
	}
	if slices.ContainsFunc(words, func(w string) bool { return pastHolds[w] || relativeTitles[w] }) {
		return ""
	}
	return strings.Join(words, " ")
}

// relativeTitles say who somebody is beside somebody else.
var relativeTitles = wordSet("counterpart colleague successor predecessor rival ally aide")

// formsByEntry are the words of the names by which reports call each entry of
// the world file or profile that is no person.
func formsByEntry(all []member) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for _, m := range all {
		if m.World == "" || m.Type == travaux.ActorPerson {
			continue
		}
		if out[m.World] == nil {
			out[m.World] = map[string]bool{}
		}
		for _, f := range m.NameForms {
			for _, w := range strings.Fields(foldTitle(f.Form)) {
				out[m.World][w] = true
			}
		}
	}
	return out
}
