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

// anybody stands for whose an office is, where only its noun is told: "the
// mediator".
const anybody = "*"

// holding is a report that gives somebody an office, or what is known of it.
type holding struct {
	person  int    // one of the person's members
	id      string // the person's record id, once actors are merged
	when    travaux.Interval
	undated bool
	known   bool // from a profile: it decides alone
}

// offices are who is given which office, and when.
type offices map[officeOf][]holding

// officesOf gathers the offices that the reports give to persons, and those that
// a profile knows of.
func officesOf(all []member, forms map[string]map[string]bool, tenures []Tenure) offices {
	held := offices{}
	held.reported(all, forms)
	held.told(all, tenures)
	return held
}

// merge takes "the Corrinian water minister" of a report for the only person who
// is given that office by reports of the same weeks, or by a profile for the day
// of the report. Two holders of one ministry at two times stay two, and so do one
// title in two states.
func (held offices) merge(g *groups, all []member, forms map[string]map[string]bool) {
	for i, m := range all {
		if m.Type != travaux.ActorOffice || !m.src.dated {
			continue
		}
		same := func(a, b holding) bool { return g.find(a.person) == g.find(b.person) }
		if h := held.holder(titleOf(m, forms), m.src, same); h != nil {
			g.join(h.person, i, "the only holder of that office in reports of the same weeks, or in the profile")
		}
	}
}

// named notes the record ids of the holders.
func (held offices) named(all []member, c *cast) {
	for _, list := range held {
		for i := range list {
			m := all[list[i].person]
			list[i].id = c.of(m.src, m.Actor.ID)
		}
	}
}

// absent returns the record id of the one person who is given an office with the
// noun of the words, "" for none or for several: "the mediator did not turn up".
func (held offices) absent(words string, s *source) string {
	noun := lastWord(plainTitle(withoutArticle(words), nil))
	h := held.holder(officeOf{noun, anybody}, s, func(a, b holding) bool { return a.id == b.id })
	if noun == "" || h == nil {
		return ""
	}
	return h.id
}

// holder is the one person who held an office at the time of a report, nil for
// none or for several.
func (held offices) holder(k officeOf, s *source, same func(a, b holding) bool) *holding {
	list := held[k]
	known := slices.ContainsFunc(list, func(h holding) bool { return h.known && h.when.Overlaps(s.when) })
	var who *holding
	for i := range list {
		h := &list[i]
		inTime := h.undated || !s.dated || gap(h.when, s.when) <= tenureDays
		if known != h.known || h.known && !h.when.Overlaps(s.when) || !inTime {
			continue
		}
		if who != nil && !same(*who, *h) {
			return nil
		}
		who = h
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

// reported adds the offices that the reports give to persons, and the nouns of
// their titles.
func (held offices) reported(all []member, forms map[string]map[string]bool) {
	for i, m := range all {
		if m.Type != travaux.ActorPerson {
			continue
		}
		for _, r := range m.Roles {
			t := plainTitle(r.Title, forms[r.Organisation])
			if t == "" {
				continue
			}
			h := holding{person: i, when: m.src.when, undated: !m.src.dated}
			if len(strings.Fields(t)) <= shortTitle {
				k := officeOf{lastWord(t), anybody}
				held[k] = append(held[k], h)
			}
			if r.Organisation != "" && m.src.dated {
				k := officeOf{t, r.Organisation}
				held[k] = append(held[k], h)
			}
		}
	}
}

// shortTitle is of how many words a title is whose noun alone may stand for it.
const shortTitle = 4

// told adds what a profile knows of persons whom a report names. Of an office that
// the profile has once, whose it is need not be said.
func (held offices) told(all []member, tenures []Tenure) {
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
		h := holding{person: i, when: t.When, known: true}
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
	if slices.ContainsFunc(words, func(w string) bool { return notHolders[w] || relativeTitles[w] }) {
		return ""
	}
	return strings.Join(words, " ")
}

// notHolders make of a title that of somebody who held the office or will, holds
// it for another, or stands below the holder. Prefixes are words of their own:
// "ex-minister", "co-chair".
var notHolders = wordSet(`acting assistant associate candidate co deputy designate elect ex former interim junior late
 predecessor shadow sub successor then under vice`)

// relativeTitles say who somebody is beside somebody else.
var relativeTitles = wordSet("aide ally colleague counterpart rival")

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
