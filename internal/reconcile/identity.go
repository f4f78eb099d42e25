package reconcile

import (
	"slices"
	"strings"
	"unicode"

	"github.com/travaux/travaux"
)

// mergeByKey unites actors with the same entry of the world file or profile,
// and those of one name.
func mergeByKey(g *groups, all []member) {
	heads := map[string][]int{} // more than one where it was decided that they are apart
	for i, m := range all {
		fam := family(m.Type)
		if fam == "" {
			continue
		}
		for _, k := range actorKeys(m, fam) {
			hs := heads[k]
			switch {
			case len(hs) > 1 && !g.decided(i): // either may be meant
			case len(hs) > 0 && conflictingWorld(all[g.find(hs[0])], m):
			case !slices.ContainsFunc(hs, func(j int) bool { return g.join(j, i, "") }):
				heads[k] = append(hs, i)
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
		name := withoutBodyNoun(m.Canonical)
		if f := foldTitle(name); m.World == "" && (properName(name) || somebodysBody(name)) && distinctive(f) {
			keys = append(keys, fam+"\x00"+foldBody(f))
		}
	}
	return keys
}

// somebodysBody reports whether a name is of a body that is called by whoever
// leads it: "the Teske administration".
func somebodysBody(name string) bool {
	rest, noun, ok := cutLast(strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The "))
	return ok && ledBodies[noun] && properName(rest)
}

// ledBodies are nouns for those who serve one leader.
var ledBodies = wordSet("administration cabinet campaign government")

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
	if f := siteName(m.Canonical); f != "" && (m.Canonical == m.src.Report.Outlet.Value || properName(m.Canonical)) {
		keys = append(keys, "outlet\x00"+f)
	}
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

// siteName folds an outlet's name to what its web site would be called:
// "Bay News" and "www.baynews.org" are both "baynews".
func siteName(s string) string {
	if i := strings.LastIndexByte(s, '.'); i > 0 && !strings.ContainsAny(s, " \t") {
		s = strings.TrimPrefix(strings.ToLower(s[:i]), "www.")
	}
	return strings.ReplaceAll(foldOutlet(s), " ", "")
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

// foldBody folds what differs between two ways of writing an organisation's
// folded name: its legal form, and "Ministry of Ports" for "Ports Ministry".
func foldBody(f string) string {
	words := strings.Fields(f)
	for len(words) > 1 && legalForms[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	for i := 1; i+1 < len(words); i++ {
		if words[i] == "of" && ministries[words[i-1]] && !slices.Contains(words[i+1:], "of") {
			before, kind, what := words[:i-1], words[i-1], words[i+1:]
			if len(what) > 1 && what[0] == "the" {
				what = what[1:]
			}
			return strings.Join(slices.Concat(before, what, []string{kind}), " ")
		}
	}
	return strings.Join(words, " ")
}

// withoutBodyNoun drops the common noun that says what kind of body a name is
// of: "the United Quay Workers union".
func withoutBodyNoun(name string) string {
	rest, noun, ok := cutLast(name)
	if ok && bodyNouns[noun] && len(strings.Fields(rest)) > 1 && properName(rest) {
		return rest
	}
	return name
}

func cutLast(s string) (before, last string, ok bool) {
	i := strings.LastIndexByte(s, ' ')
	if i < 0 {
		return "", s, false
	}
	return s[:i], s[i+1:], true
}

// legalForms end the names of companies.
var legalForms = wordSet("ag co company corp corporation gmbh inc incorporated limited llc llp ltd nv plc sa spa")

// ministries are bodies whose field may stand before or after them.
var ministries = wordSet("department ministry")

// mergeAcronyms unites an organisation with the acronym that stands for it:
// where a report uses both for one actor, and where the initials of exactly
// one organisation of the record spell it and some report names both.
func mergeAcronyms(g *groups, all []member) {
	short, long := map[string][]int{}, map[string][]int{}
	for i, m := range all {
		fam := family(m.Type)
		unknown := m.World == "" && fam != "" // whatever a report takes it for
		if acronym(m.Canonical) && (unknown || fam == "organisation") {
			k := strings.ReplaceAll(m.Canonical, ".", "")
			short[k] = append(short[k], i)
			continue
		}
		if fam != "organisation" {
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

// mergeComplements unites an organisation with the one whose name goes on after
// its own with a preposition: "Harbour Institute", "Harbour Institute for Ports
// and Shipping".
func mergeComplements(g *groups, all []member) {
	short, long := map[string]int{}, map[string]map[int]bool{}
	for i, m := range all {
		if family(m.Type) != "organisation" || m.Type == travaux.ActorMedia || !properName(m.Canonical) {
			continue
		}
		f := foldTitle(m.Canonical)
		if _, ok := short[f]; !ok {
			short[f] = i
		}
		for _, prep := range []string{" for ", " on "} {
			if begin, _, ok := strings.Cut(f, prep); ok && distinctive(begin) && goesOn(begin) {
				if long[begin] == nil {
					long[begin] = map[int]bool{}
				}
				long[begin][g.find(i)] = true
			}
		}
	}
	for _, f := range sortedKeys(long) {
		if i, ok := short[f]; ok && len(long[f]) == 1 {
			for j := range long[f] {
				if !conflictingWorld(all[j], all[g.find(i)]) {
					g.join(j, i, "the only organisation whose name goes on from this one")
				}
			}
		}
	}
}

// goesOn reports whether a name ends with a noun after which many a body says
// what it is for.
func goesOn(name string) bool {
	words := strings.Fields(name)
	return len(words) > 1 && institutes[words[len(words)-1]]
}

var institutes = wordSet(`agency alliance association board campaign center centre coalition college commission committee
 council forum foundation fund initiative institute network office programme program school secretariat society union`)

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
