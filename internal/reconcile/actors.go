package reconcile

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/travaux/travaux"
)

// member is one report's actor.
type member struct {
	src *source
	*travaux.Actor
}

// cast is the actors of all reports.
type cast struct {
	rows  []travaux.Actor
	index map[string]int    // record id → row
	ids   map[string]string // report id + local id → record id
}

func localKey(s *source, local string) string { return s.id + "\x00" + local }

// of returns the record's id of a local actor; what is no local id is returned
// as it is.
func (c *cast) of(s *source, local string) string {
	if id, ok := c.ids[localKey(s, local)]; ok {
		return id
	}
	return local
}

func (c *cast) ofAll(s *source, local []string) []string {
	out := make([]string, 0, len(local))
	for _, l := range local {
		if l != "" {
			out = append(out, c.of(s, l))
		}
	}
	return out
}

// row returns the actor of a record id, or nil.
func (c *cast) row(id string) *travaux.Actor {
	if i, ok := c.index[id]; ok {
		return &c.rows[i]
	}
	return nil
}

// name is how an actor, or a value that is words, is called.
func (c *cast) name(id string) string {
	if a := c.row(id); a != nil {
		return a.Canonical
	}
	return id
}

// outletOf returns the actor that published a report: the head of its chains,
// else the media actor of the outlet's name, else a key of the report alone.
func (c *cast) outletOf(s *source) string {
	for i := range s.Statements {
		if ch := s.Statements[i].Chain; len(ch) > 0 {
			if a := c.row(c.of(s, ch[0])); a != nil && a.Type == travaux.ActorMedia {
				return a.ID
			}
		}
	}
	want := foldOutlet(s.Report.Outlet.Value)
	for i := range s.Actors {
		if a := &s.Actors[i]; want != "" && a.Type == travaux.ActorMedia && foldOutlet(a.Canonical) == want {
			return c.of(s, a.ID)
		}
	}
	return "report " + s.id
}

// family is the coarse type within which actors are compared.
func family(t travaux.ActorType) string {
	switch t {
	case travaux.ActorPerson:
		return "person"
	case travaux.ActorState, travaux.ActorPlace, travaux.ActorRegion:
		return "state"
	case travaux.ActorGroup:
		return "group"
	case travaux.ActorAnonymousPerson, travaux.ActorAnonymousGroup, travaux.ActorDocument, travaux.ActorOffice:
		return "" // never one across reports: "the minister" is whoever the report means
	case travaux.ActorGovernment:
		return "government"
	}
	return "organisation"
}

// mergeActors decides which actors of the reports are one.
func mergeActors(sources []*source) *cast {
	var all []member
	for _, s := range sources {
		for i := range s.Actors {
			all = append(all, member{s, &s.Actors[i]})
		}
	}
	g := newGroups(len(all))
	mergeByKey(g, all)
	mergeAcronyms(g, all)
	mergePersons(g, all)

	c := &cast{index: map[string]int{}, ids: map[string]string{}}
	var merged [][]member
	var reasons []string
	g.each(func(ms []int, why []string) {
		group := make([]member, len(ms))
		for i, m := range ms {
			group[i] = all[m]
		}
		id := recordID("actor", group, func(m member) string { return m.src.id + m.Actor.ID })
		for _, m := range group {
			c.ids[localKey(m.src, m.Actor.ID)] = id
		}
		merged = append(merged, group)
		reasons = append(reasons, strings.Join(why, "; "))
	})
	for i, group := range merged {
		c.rows = append(c.rows, c.build(group, reasons[i]))
	}
	c.resolveOrganisations()
	slices.SortFunc(c.rows, func(a, b travaux.Actor) int { return strings.Compare(a.ID, b.ID) })
	for i := range c.rows {
		c.index[c.rows[i].ID] = i
	}
	return c
}

// recordID makes the id of a merged row from its least member, so that it does
// not hang on the order of arrival.
func recordID[T any](kind string, group []T, key func(T) string) string {
	least := key(group[0])
	for _, m := range group[1:] {
		least = min(least, key(m))
	}
	return travaux.NewID(kind, least)
}

// mergeByKey unites actors with the same entry of the world file or profile,
// and those of one name.
func mergeByKey(g *groups, all []member) {
	first := map[string]int{}
	for i, m := range all {
		fam := family(m.Type)
		if fam == "" {
			continue
		}
		for _, k := range actorKeys(m, fam) {
			if j, ok := first[k]; ok {
				if conflictingWorld(all[g.find(j)], m) {
					continue
				}
				g.join(j, i, "")
			} else {
				first[k] = i
			}
		}
	}
}

func conflictingWorld(a, b member) bool {
	return a.World != "" && b.World != "" && a.World != b.World
}

// actorKeys lists the keys of which any one identifies the actor across
// reports. Common-noun collectives ("workers", "officials") have none: those
// of two reports are not the same people.
func actorKeys(m member, fam string) []string {
	var keys []string
	if m.World != "" {
		keys = append(keys, fam+"\x00world\x00"+m.World)
	}
	switch fam {
	case "person":
		if n := parseName(m.Canonical, false); n.full() {
			keys = append(keys, "person\x00"+strings.Join(n.tokens, " ")+"\x00"+n.suffix)
		}
	default:
		if m.Type == travaux.ActorMedia {
			return append(keys, outletKeys(m)...)
		}
		if f := foldTitle(m.Canonical); m.World == "" && properName(m.Canonical) && distinctive(f) {
			keys = append(keys, fam+"\x00"+f)
		}
	}
	return keys
}

// genericBodies are words that many states' and towns' bodies have in common:
// "the Foreign Ministry" of two reports need not be one.
var genericBodies = wordSet(`administration affairs agency army assembly association authority bank board bureau
 cabinet central chamber city college commerce commission committee congress council country court defence defense
 delegation department education embassy energy exchange federal federation finance fire first force forces foreign
 fund general government group health high home house institute intelligence interior international justice labor
 labour league legislature lower mayor military ministry national navy of office opposition parliament party police
 post presidency public railway representatives republic reserve secretariat security senate service services staff
 state supreme territorial the times trade transport treasury union unions university upper`)

// distinctive reports whether a folded name has a word of its own.
func distinctive(f string) bool {
	return slices.ContainsFunc(strings.Fields(f), func(w string) bool { return !genericBodies[w] })
}

// outletKeys lists every name of an outlet: the metadata of one report and the
// text of another may name it differently.
func outletKeys(m member) []string {
	var keys []string
	if f := foldOutlet(m.Canonical); f != "" && (properName(m.Canonical) || f == foldOutlet(m.src.Report.Outlet.Value)) {
		keys = append(keys, "organisation\x00"+f)
	}
	for _, n := range m.NameForms {
		if f := foldOutlet(n.Form); f != "" && properName(n.Form) {
			keys = append(keys, "organisation\x00"+f)
		}
	}
	return keys
}

// foldOutlet folds an outlet's name without its section.
func foldOutlet(s string) string { return foldTitle(withoutSection(s)) }

// withoutSection drops what metadata may add to an outlet's name: "Delta Post -
// Opinion", "Delta Post (web)".
func withoutSection(s string) string {
	for _, mark := range []string{" - ", " – ", " | ", " ("} {
		if i := strings.Index(s, mark); i > 0 {
			s = s[:i]
		}
	}
	return s
}

// properName reports whether every word but small ones begins with a capital
// or a digit.
func properName(s string) bool {
	ok := false
	for w := range strings.FieldsSeq(s) {
		r := []rune(strings.Trim(w, `"'“”‘’(`))
		switch {
		case len(r) == 0:
		case !unicode.IsLower(r[0]):
			ok = true
		case len(r) > 3: // not "of", "for", "and"
			return false
		}
	}
	return ok
}

// foldTitle folds the name of an organisation, outlet or office: no article,
// no punctuation, British and American spelling alike, no .com.
func foldTitle(s string) string {
	s = fold(strings.ReplaceAll(s, "’", "'"))
	s = strings.TrimSuffix(s, "'s")
	for _, tld := range []string{".com", ".org", ".net", ".eu"} {
		s = strings.TrimSuffix(s, tld)
	}
	s = strings.ReplaceAll(s, "organiz", "organis")
	s = strings.ReplaceAll(s, "&", " and ")
	s = strings.ReplaceAll(s, ".", "")
	words := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// mergeAcronyms unites an organisation with the acronym that stands for it:
// where a report uses both for one actor, and where the initials of exactly
// one organisation of the record spell it and some report names both.
func mergeAcronyms(g *groups, all []member) {
	short, long := map[string][]int{}, map[string][]int{}
	for i, m := range all {
		if family(m.Type) != "organisation" {
			continue
		}
		if acronym(m.Canonical) {
			k := strings.ReplaceAll(m.Canonical, ".", "")
			short[k] = append(short[k], i)
			continue
		}
		keys := []string{initials(m.Canonical)}
		for _, f := range m.NameForms {
			if acronym(f.Form) {
				keys = append(keys, strings.ReplaceAll(f.Form, ".", ""))
			}
		}
		for _, k := range orderIDs(keys) {
			if len(k) >= 3 {
				long[k] = append(long[k], i)
			}
		}
	}
	for _, k := range sortedKeys(short) {
		is := short[k]
		roots := map[int]bool{}
		for _, j := range long[k] {
			roots[g.find(j)] = true
		}
		if len(roots) != 1 || conflictingWorld(all[is[0]], all[long[k][0]]) || !nameBoth(all, is, long[k]) {
			continue
		}
		for _, i := range is {
			g.join(i, long[k][0], "the initials "+k+" stand for one organisation of the record")
		}
	}
}

// nameBoth reports whether some report has a member of both lists, or one
// that it names both ways.
func nameBoth(all []member, short, long []int) bool {
	in := map[*source]bool{}
	for _, i := range short {
		in[all[i].src] = true
	}
	return slices.ContainsFunc(long, func(i int) bool {
		return in[all[i].src] || slices.ContainsFunc(all[i].NameForms, func(f travaux.NameForm) bool { return acronym(f.Form) })
	})
}

func acronym(s string) bool {
	s = strings.ReplaceAll(s, ".", "")
	if len(s) < 3 || len(s) > 8 {
		return false
	}
	for _, r := range s {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

func initials(s string) string {
	var b strings.Builder
	for w := range strings.FieldsSeq(s) {
		if r := []rune(w)[0]; unicode.IsUpper(r) && !strings.EqualFold(w, "the") {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// build makes the row of one actor from those of the reports.
func (c *cast) build(group []member, reason string) travaux.Actor {
	first := group[0]
	out := travaux.Actor{
		ID:        c.of(first.src, first.Actor.ID),
		Canonical: canonical(group),
		Type:      commonType(group),
		Reason:    reason,
		NameForms: []travaux.NameForm{},
	}
	for _, m := range group {
		if out.World == "" {
			out.World = m.World
		}
		if out.Side == "" {
			out.Side = m.Side
		}
		if p := m.Parent; p != "" && out.Parent == "" {
			out.Parent = c.of(m.src, p)
		}
		if m.Anonymous != nil {
			key := *m.Anonymous
			key.Report = m.src.id
			out.Anonymous = &key
		}
		for _, f := range m.NameForms {
			f.Report, f.First = m.src.id, m.src.span(f.First)
			out.NameForms = append(out.NameForms, f)
		}
		for _, r := range m.Roles {
			out.Roles = addRole(out.Roles, c.role(m.src, r))
		}
		out.Spans = append(out.Spans, m.src.spans(m.Spans)...)
	}
	out.NameForms = orderForms(out.NameForms)
	if len(out.Spans) == 0 {
		for _, f := range out.NameForms {
			if f.First.Len() > 0 {
				out.Spans = append(out.Spans, f.First)
			}
		}
	}
	if len(out.Spans) == 0 {
		out.Spans = []travaux.Span{first.src.anchor()}
	}
	out.Spans = orderSpans(out.Spans)
	return out
}

// resolveOrganisations puts the record's actor where a role names a state or
// body by its entry in the world file.
func (c *cast) resolveOrganisations() {
	byWorld := map[string]string{}
	for i := range c.rows {
		a := &c.rows[i]
		if old := byWorld[a.World]; a.World != "" && a.Type != travaux.ActorGroup && (old == "" || a.ID < old) {
			byWorld[a.World] = a.ID
		}
	}
	for i := range c.rows {
		for j := range c.rows[i].Roles {
			if id := byWorld[c.rows[i].Roles[j].Organisation]; id != "" {
				c.rows[i].Roles[j].Organisation = id
			}
		}
	}
}

func (c *cast) role(s *source, r travaux.Role) travaux.Role {
	r.Organisation = c.of(s, r.Organisation)
	r.SupportedBy = orderIDs(r.SupportedBy)
	r.Spans = orderSpans(s.spans(r.Spans))
	return r
}

// addRole adds a role, or the words of one already there.
func addRole(roles []travaux.Role, r travaux.Role) []travaux.Role {
	for i := range roles {
		o := &roles[i]
		if fold(o.Title) == fold(r.Title) && o.Organisation == r.Organisation && o.ValidFrom == r.ValidFrom && o.ValidTo == r.ValidTo {
			o.Spans = orderSpans(append(o.Spans, r.Spans...))
			o.SupportedBy = orderIDs(append(o.SupportedBy, r.SupportedBy...))
			return roles
		}
	}
	return append(roles, r)
}

// orderForms unites equal forms of one report and sorts by form and place.
func orderForms(in []travaux.NameForm) []travaux.NameForm {
	slices.SortFunc(in, func(a, b travaux.NameForm) int {
		return cmp.Or(strings.Compare(a.Form, b.Form), compareSpans(a.First, b.First))
	})
	out := in[:0]
	for _, f := range in {
		if n := len(out); n > 0 && out[n-1].Form == f.Form && out[n-1].Report == f.Report {
			out[n-1].N += f.N
			continue
		}
		out = append(out, f)
	}
	return out
}

// commonType is the type most reports give; acting beats being a place, and
// ties go by name.
func commonType(group []member) travaux.ActorType {
	count := map[travaux.ActorType]int{}
	for _, m := range group {
		count[m.Type]++
	}
	if len(count) > 1 {
		delete(count, travaux.ActorPlace)
	}
	var best travaux.ActorType
	for t, n := range count {
		if best == "" || n > count[best] || n == count[best] && t < best {
			best = t
		}
	}
	return best
}

// canonical is the most frequent of the full forms: for a person those with a
// given name. Ties go to a person's shorter and an organisation's longer form,
// then to the alphabet.
func canonical(group []member) string {
	count := map[string]int{}
	isPerson := group[0].Type == travaux.ActorPerson
	for _, m := range group {
		if m.Type == travaux.ActorMedia {
			count[withoutSection(m.Canonical)]++
			continue
		}
		count[m.Canonical]++
		for _, f := range m.NameForms {
			if isPerson && len(strings.Fields(f.Form)) > 1 && properName(f.Form) && !strings.HasPrefix(f.Form, "The ") {
				count[f.Form] += max(f.N, 1)
			}
		}
	}
	forms := make([]string, 0, len(count))
	for f := range count {
		forms = append(forms, f)
	}
	partial, length := func(string) int { return 0 }, func(s string) int { return -len(s) }
	if isPerson {
		length = func(s string) int { return len(s) }
		partial = func(s string) int {
			if !parseName(s, false).full() {
				return 1
			}
			return 0
		}
	}
	return slices.MinFunc(forms, func(a, b string) int {
		return cmp.Or(cmp.Compare(partial(a), partial(b)), cmp.Compare(count[b], count[a]),
			cmp.Compare(length(a), length(b)), strings.Compare(a, b))
	})
}
