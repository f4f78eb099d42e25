package reconcile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// bearer is a person under a title, in the first report that gives it.
type bearer struct {
	person string
	title  string // folded, without nationality and honorifics
	org    string // record id of the state or body, "" where none is named
	span   travaux.Span
	role   *travaux.Role
}

// titles relates the offices that reports give to people: one person under
// differing titles, two holders of one office, and one title in two countries.
func (rs *relations) titles() {
	byTitle := map[string][]bearer{}
	for i := range rs.actors.rows {
		a := &rs.actors.rows[i]
		if a.Type != travaux.ActorPerson {
			continue
		}
		list := rs.titlesOf(a)
		rs.titleVariants(a, list)
		for _, t := range list {
			if singular(t) && !slices.ContainsFunc(byTitle[t.title], func(o bearer) bool { return o.person == t.person }) {
				byTitle[t.title] = append(byTitle[t.title], t)
			}
		}
	}
	for _, k := range sortedKeys(byTitle) {
		rs.holders(byTitle[k])
	}
}

// titlesOf are a person's titles, the first passage of each, in the record's
// order.
func (rs *relations) titlesOf(a *travaux.Actor) []bearer {
	var out []bearer
	for i := range a.Roles {
		r := &a.Roles[i]
		if len(r.Spans) == 0 {
			continue
		}
		spans := slices.Clone(r.Spans)
		slices.SortFunc(spans, rs.compareInRecord)
		org := r.Organisation
		if rs.actors.row(org) == nil {
			org = ""
		}
		t := bearer{a.ID, rs.bareTitle(r.Title, org), org, spans[0], r}
		if t.title == "" {
			continue
		}
		out = append(out, t)
	}
	slices.SortFunc(out, func(a, b bearer) int {
		return cmp.Or(rs.compareInRecord(a.span, b.span), strings.Compare(a.title, b.title), strings.Compare(a.org, b.org))
	})
	return out
}

func (rs *relations) compareInRecord(a, b travaux.Span) int {
	return cmp.Or(cmp.Compare(rs.place[a.Report], rs.place[b.Report]), compareSpans(a, b))
}

// bareTitle folds a title and leaves out whose it is.
func (rs *relations) bareTitle(title, org string) string {
	t := foldTitle(title)
	for _, f := range rs.actors.foldedForms(org) {
		t = strings.TrimPrefix(t, f+" ")
	}
	words := strings.Fields(t)
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return honorificWords[w] }), " ")
}

var honorificWords = wordSet("gen general sen senator rep mr mrs ms dr sir dame lord lady us uk eu")

// singular reports whether a title is of an office that one person holds at a
// time in a state or body: neither a deputy's nor one of many.
func singular(t bearer) bool {
	words := strings.Fields(t.title)
	if len(words) < 2 && (t.org == "" || !soloHeads[t.title]) || slices.ContainsFunc(words, func(w string) bool { return notHolders[w] || manyHold[w] }) {
		return false
	}
	return slices.ContainsFunc(words, func(w string) bool { return officeHeads[w] })
}

var (
	soloHeads   = wordSet("president chancellor premier")
	officeHeads = wordSet("minister secretary chancellor president adviser advisor director governor commissioner ambassador chief commander")
	// manyHold are of offices that several hold at once.
	manyHold = wordSet(`envoy executive general managing member parliamentary permanent press private senior spokesman spokesperson
 spokeswoman staff state's to`)
)

// titleLimit is how many pairs are drawn for one person, or for one title.
const titleLimit = 4

// titleVariants relates titles of one person that share their noun and differ
// in what stands before it.
func (rs *relations) titleVariants(a *travaux.Actor, list []bearer) {
	n := 0
	for i, t := range list {
		if slices.ContainsFunc(list[:i], func(o bearer) bool { return o.title == t.title }) {
			continue
		}
		first := slices.IndexFunc(list[:i], func(o bearer) bool { return variantTitles(o.title, t.title) })
		if first < 0 || n >= titleLimit {
			continue
		}
		n++
		o := list[first]
		if head := lastWord(t.title); portfolios[head] {
			rs.otherOffice(a, o, t)
			continue
		}
		rs.put(o.span, t.span, o.role.Title, t.role.Title, append(slices.Clone(o.role.SupportedBy), t.role.SupportedBy...), finding{
			kind: travaux.Variant, subkind: "role", strength: "medium", about: a.ID, rule: "variant.title",
			explanation: fmt.Sprintf("%s is called “%s” and “%s”: one office, or two, under differing titles.", a.Canonical, o.role.Title, t.role.Title),
		})
	}
}

// otherOffice relates two portfolios that reports of different times give one
// person.
func (rs *relations) otherOffice(a *travaux.Actor, o, t bearer) {
	x, y := rs.sources[rs.place[o.span.Report]], rs.sources[rs.place[t.span.Report]]
	if !x.dated || !y.dated || gap(x.when, y.when) <= viewDays {
		return
	}
	rs.put(o.span, t.span, o.role.Title, t.role.Title, append(slices.Clone(o.role.SupportedBy), t.role.SupportedBy...), finding{
		kind: travaux.Updates, subkind: "role", strength: "medium", about: a.ID, rule: "role.changed",
		explanation: fmt.Sprintf("Reports of different times call %s “%s” and “%s”: another office, not a contradiction.", a.Canonical, o.role.Title, t.role.Title),
	})
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// portfolios are offices of which one person has different ones in turn; of
// missions differing titles mean one.
var (
	portfolios = wordSet("minister secretary")
	missions   = wordSet("envoy negotiator mediator representative adviser advisor strategist facilitator emissary")
)

// variantTitles reports whether two titles have one noun, each with words of
// its own before it.
func variantTitles(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) < 2 || len(y) < 2 || x[len(x)-1] != y[len(y)-1] || !portfolios[x[len(x)-1]] && !missions[x[len(x)-1]] {
		return false
	}
	if slices.ContainsFunc(slices.Concat(x, y), func(w string) bool { return notHolders[w] }) {
		return false
	}
	return !slices.Contains(y, x[len(x)-2]) && !slices.Contains(x, y[len(y)-2])
}

// holders relates people of one title: of one state or body, holders at two
// times; of different or unnamed ones, the same words for two offices.
func (rs *relations) holders(list []bearer) {
	slices.SortFunc(list, func(a, b bearer) int {
		return cmp.Or(rs.compareInRecord(a.span, b.span), strings.Compare(a.person, b.person))
	})
	n := 0
	for i, a := range list {
		for _, b := range list[i+1:] {
			if n >= titleLimit || a.span.Report == b.span.Report || sameFamily(rs.actors.name(a.person), rs.actors.name(b.person)) {
				continue
			}
			x, y := rs.actors.name(a.person), rs.actors.name(b.person)
			f := finding{subkind: "role", strength: "weak"}
			switch {
			case a.org != "" && a.org == b.org:
				f.kind, f.rule = travaux.Updates, "role.updates"
				f.explanation = fmt.Sprintf("Two reports have %s and %s as %s of %s: holders at different times, not a contradiction.", x, y, a.title, rs.actors.name(a.org))
			case len(strings.Fields(a.title)) > 2 && rs.nearInTime(a.span, b.span):
				f.kind, f.subkind, f.rule = travaux.UnrelatedSameForm, "identity", "role.same_title"
				f.explanation = fmt.Sprintf("%s and %s bear one title, “%s”: nothing reported makes it one office.", x, y, a.title)
			default:
				continue
			}
			n++
			rs.put(a.span, b.span, x, y, append(slices.Clone(a.role.SupportedBy), b.role.SupportedBy...), f)
		}
	}
}

// sameFamily reports whether two names end alike: they may be one person's.
func sameFamily(a, b string) bool {
	return parseName(a, false).famSk == parseName(b, false).famSk
}

// nearInTime reports whether two passages are not known to be of reports many
// months apart, in which an office may have changed hands.
func (rs *relations) nearInTime(a, b travaux.Span) bool {
	x, y := rs.sources[rs.place[a.Report]], rs.sources[rs.place[b.Report]]
	return !x.dated || !y.dated || gap(x.when, y.when) <= 6*viewDays
}
