package knowledge

import (
	"cmp"
	_ "embed" // the template
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/knowledge/pack"
	"github.com/travaux/travaux/internal/lang"
)

//go:embed profile.yaml
var template []byte

// row is what an entry of any list of a profile must be called by.
type row struct {
	list     string
	i        int
	noun     string
	id, name string
	needs    string // "name", "id" or "both"
}

// rows gives every entry of every list, in the order of the format.
func (p *Profile) rows() []row {
	var all []row
	for i, x := range p.Parties {
		all = append(all, row{"parties", i, "party", x.ID, x.Name, "both"})
	}
	for n, list := range p.named() {
		for i, x := range list.items {
			all = append(all, row{namedLists[n], i, list.noun, x.ID, x.Name, "name"})
		}
	}
	for i, x := range p.Issues {
		all = append(all, row{"issues", i, "issue", x.ID, x.Label, "both"})
	}
	for i, x := range p.Outlets {
		all = append(all, row{"outlets", i, "outlet", "", x.Name, "name"})
	}
	for i, x := range p.Tracks {
		all = append(all, row{"tracks", i, "track", x.ID, x.Label, "both"})
	}
	return all
}

var namedLists = [...]string{"persons", "places", "bodies"}

type namedList struct {
	noun  string
	typ   lang.Type
	items []Named
}

// named gives the lists of Named, in the order of namedLists.
func (p *Profile) named() []namedList {
	return []namedList{{"person", lang.Person, p.Persons}, {"place", lang.Place, p.Places}, {"body", lang.Organisation, p.Bodies}}
}

// incomplete lists entries that lack what they cannot do without.
func (p *Profile) incomplete() []Problem {
	var found []Problem
	for _, r := range p.rows() {
		called := r.noun
		if s := cmp.Or(r.id, r.name); s != "" {
			called = fmt.Sprintf("%s %q", r.noun, s)
		}
		word := "name"
		if r.list == "issues" || r.list == "tracks" {
			word = "label"
		}
		if strings.TrimSpace(r.name) == "" {
			found = append(found, p.problem(r.list, r.i, "%s has no %s", called, word))
		} else if r.needs == "both" && r.id == "" {
			found = append(found, p.problem(r.list, r.i, "%s has no id", called))
		}
	}
	for i, t := range p.Offices {
		if t.Office == "" || t.Holder == "" {
			found = append(found, p.problem("offices", i, "an office needs both office and holder"))
		}
	}
	sortProblems(found)
	return found
}

func (p *Profile) problem(list string, i int, format string, args ...any) Problem {
	return Problem{p.file, p.lines[key(list, i)], fmt.Sprintf(format, args...)}
}

func sortProblems(ps []Problem) {
	slices.SortStableFunc(ps, func(a, b Problem) int { return cmp.Compare(a.Line, b.Line) })
}

// Check reports what can be read but cannot be meant: ids used twice, parents
// and parties that do not exist, dates that are not EDTF or end before they
// begin, patterns and time zones that are none. known are the ids of issues of
// packs, which its own may stand below. By line.
func (p *Profile) Check(known ...string) []Problem {
	found := p.incomplete()
	add := func(list string, i int, format string, args ...any) {
		found = append(found, p.problem(list, i, format, args...))
	}
	seen := map[string]bool{}
	ids := map[string]bool{}
	for _, r := range p.rows() {
		if r.id == "" {
			continue
		}
		if k := r.noun + " " + r.id; seen[k] {
			add(r.list, r.i, "%s %q stands there twice", r.noun, r.id)
		} else {
			seen[k], ids[r.id] = true, true
		}
	}
	owner := func(list string, i int, of string) {
		if of != "" && !ids[of] && !validID(of) {
			add(list, i, "%q is neither an id of this profile nor of the world", of)
		}
	}
	for i, x := range p.Parties {
		if x.Type != "" && x.Type != travaux.ActorPerson && !entryType(x.Type) {
			add("parties", i, "party %q has the unknown type %q", x.ID, x.Type)
		}
	}
	for n, list := range p.named() {
		for i, x := range list.items {
			owner(namedLists[n], i, x.Of)
		}
	}
	for i, t := range p.Offices {
		owner("offices", i, t.Of)
		if what := t.fault(); what != "" {
			add("offices", i, "office %q: %s", t.Office, what)
		}
	}
	p.checkTwice(add)
	p.checkIssues(known, add)
	p.checkOutlets(add)
	for i, t := range p.Tracks {
		if t.Kind != "" && !slices.Contains([]string{"thematic", "diplomatic", "format"}, t.Kind) {
			add("tracks", i, "track %q: the kind %q is none of thematic, diplomatic, format", t.ID, t.Kind)
		}
	}
	sortProblems(found)
	return found
}

// fault says what is wrong with the dates of a tenure.
func (t Tenure) fault() string {
	from, err := t.From.Interval()
	if err != nil {
		return fmt.Sprintf("from %q is no EDTF date", t.From)
	}
	to, err := t.To.Interval()
	if err != nil {
		return fmt.Sprintf("to %q is no EDTF date", t.To)
	}
	if t.From != "" && t.To != "" && to.Before(from) {
		return "it ends before it begins"
	}
	return ""
}

// checkTwice reports a name that two entries of one list have, and an office
// with two holders at once.
func (p *Profile) checkTwice(add func(list string, i int, format string, args ...any)) {
	seen := map[string]string{} // list and name to the entry that has it
	check := func(list, noun string, i int, name string, forms []string) {
		own := map[string]bool{}
		for _, f := range append([]string{name}, forms...) {
			k := list + "\x00" + strings.ToLower(strings.TrimSpace(f))
			if own[k] || strings.TrimSpace(f) == "" {
				continue
			}
			own[k] = true
			switch other, ok := seen[k]; {
			case ok && other == name:
				add(list, i, "%s %q stands there twice", noun, name)
			case ok:
				add(list, i, "%q names both %s %q and %s %q", f, noun, other, noun, name)
			default:
				seen[k] = name
			}
		}
	}
	for i, x := range p.Parties {
		check("parties", "party", i, x.Name, x.Forms)
	}
	for n, list := range p.named() {
		for i, x := range list.items {
			check(namedLists[n], list.noun, i, x.Name, x.Forms)
		}
	}
	for i, x := range p.Outlets {
		check("outlets", "outlet", i, x.Name, x.Forms)
	}
	sides := map[string]Tenure{}
	for i, t := range p.Offices {
		k := strings.ToLower(t.Office) + "\x00" + t.Of
		if o, ok := sides[k]; ok && o.Holder != t.Holder && t.meets(o) {
			add("offices", i, "office %q has two holders at once, %s and %s", t.Office, o.Holder, t.Holder)
		}
		sides[k] = t
	}
}

// meets reports whether two tenures have a day in common.
func (t Tenure) meets(o Tenure) bool {
	before := func(end, begin travaux.EDTF) bool { // one ends before the other begins
		x, err1 := end.Interval()
		y, err2 := begin.Interval()
		return end != "" && begin != "" && err1 == nil && err2 == nil && x.Lo <= y.Hi
	}
	return !before(t.To, o.From) && !before(o.To, t.From)
}

func (p *Profile) checkIssues(known []string, add func(list string, i int, format string, args ...any)) {
	parent := map[string]string{}
	for _, x := range p.Issues {
		parent[x.ID] = x.Parent
	}
	for i, x := range p.Issues {
		if _, ok := parent[x.Parent]; x.Parent != "" && !ok && !slices.Contains(known, x.Parent) {
			add("issues", i, "issue %q has the parent %q, which is no issue of this profile or its packs", x.ID, x.Parent)
		}
		for id, n := x.Parent, 0; id != "" && n <= len(p.Issues); id, n = parent[id], n+1 {
			if id == x.ID {
				add("issues", i, "issue %q is its own ancestor", x.ID)
				break
			}
		}
	}
}

func (p *Profile) checkOutlets(add func(list string, i int, format string, args ...any)) {
	for i, o := range p.Outlets {
		for _, pattern := range o.Furniture {
			if _, err := regexp.Compile(pattern); err != nil {
				add("outlets", i, "outlet %q: the pattern %q is no regular expression", o.Name, pattern)
			}
		}
		for _, d := range o.Domains {
			if strings.ContainsAny(d, "/: ") || d == "" {
				add("outlets", i, "outlet %q: %q is no domain; write it like news.example", o.Name, d)
			}
		}
		if _, err := time.LoadLocation(o.Timezone); err != nil {
			add("outlets", i, "outlet %q: %q is no time zone; write it like Europe/Rome", o.Name, o.Timezone)
		}
	}
}

// IssuePack returns the issues of the profile as a pack that comes before all
// others, nil for none.
func (p *Profile) IssuePack() *pack.File {
	if p == nil || len(p.Issues) == 0 {
		return nil
	}
	f := pack.OfProfile(p.file)
	for i, x := range p.Issues {
		line := p.lines[key("issues", i)]
		texts := func(list []string) []pack.Text {
			var out []pack.Text
			for _, s := range list {
				if strings.TrimSpace(s) != "" {
					out = append(out, pack.Text{S: s, Line: line})
				}
			}
			return out
		}
		f.Issues = append(f.Issues, pack.Issue{
			ID: pack.Text{S: x.ID, Line: line}, Label: pack.Text{S: x.Label, Line: line},
			PAX: texts(x.PAX), Cues: texts(x.Cues), Parent: x.Parent,
		})
	}
	return f
}

// Names returns the forms of persons, parties, places, bodies and outlets for
// a recogniser, sorted as by World.Names. Principals, spokespersons and
// office-holders count as persons.
func (p *Profile) Names() []lang.Name {
	var names []lang.Name
	site := false
	add := func(id string, typ lang.Type, of, name string, forms []string) {
		for _, f := range append([]string{name}, forms...) {
			if f != "" {
				names = append(names, lang.Name{Form: f, ID: id, Type: typ, Of: of, Site: site})
			}
		}
	}
	for _, x := range p.Parties {
		typ := lang.Organisation
		switch {
		case x.Type == travaux.ActorState || x.Type == travaux.ActorRegion || strings.HasPrefix(x.ID, "state/"):
			typ = lang.Place
		case x.Type == travaux.ActorPerson:
			typ = lang.Person
		}
		add(x.ID, typ, "", x.Name, x.Forms)
		for _, person := range slices.Concat(x.Principals, x.Spokespersons) {
			add(p.PersonID(person), lang.Person, "", person, nil)
		}
	}
	for _, t := range p.Offices {
		add(p.PersonID(t.Holder), lang.Person, "", t.Holder, nil)
	}
	for _, x := range p.Persons {
		add(p.PersonID(x.Name), lang.Person, x.Of, x.Name, x.Forms)
	}
	for n, list := range p.named()[1:] {
		for _, x := range list.items {
			site = list.typ == lang.Place && x.Of == "" && x.ID == ""
			add(cmp.Or(x.ID, travaux.NewID(namedLists[n+1], x.Name)), list.typ, x.Of, x.Name, x.Forms)
		}
	}
	site = false
	for _, x := range p.Outlets {
		add(travaux.NewID("outlet", x.Name), lang.Organisation, "", x.Name, x.Forms)
	}
	slices.SortFunc(names, compareNames)
	return slices.Compact(names)
}

// PersonID returns the id of a person by any of the forms of the name.
func (p *Profile) PersonID(form string) string {
	for _, x := range p.Persons {
		if x.Name == form || slices.Contains(x.Forms, form) {
			return cmp.Or(x.ID, travaux.NewID("person", x.Name))
		}
	}
	return travaux.NewID("person", form)
}

// Known returns what takes part in the negotiation, each with all the ways of
// writing its name: parties, persons, bodies, places, and the words that betray
// an issue. Outlets report on much else.
func (p *Profile) Known() [][]string {
	if p == nil {
		return nil
	}
	var out [][]string
	add := func(forms ...string) {
		if len(forms) > 0 {
			out = append(out, forms)
		}
	}
	people := map[string]bool{}
	person := func(name string, forms ...string) {
		if id := p.PersonID(name); !people[id] {
			people[id] = true
			add(append([]string{name}, forms...)...)
		}
	}
	for _, x := range p.Persons {
		person(x.Name, x.Forms...)
	}
	for _, x := range p.Parties {
		add(append([]string{x.Name}, x.Forms...)...)
		for _, n := range slices.Concat(x.Principals, x.Spokespersons) {
			person(n)
		}
	}
	for _, t := range p.Offices {
		person(t.Holder)
	}
	for _, x := range slices.Concat(p.Bodies, p.Places) {
		add(append([]string{x.Name}, x.Forms...)...)
	}
	for _, x := range p.Issues {
		add(x.Cues...)
	}
	return out
}
