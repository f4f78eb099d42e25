package reconcile

import (
	"fmt"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// textName is one way of naming a text that tells it from others.
type textName struct {
	src   *source
	value travaux.Value
	span  travaux.Span
	words map[string]bool
	claim *travaux.Claim
}

// nameLimit is how many names of one text are related to its first.
const nameLimit = 5

// textNames relates names of one text that have no telling word in common:
// "the Lund plan" and "the mediators' draft".
func (rs *relations) textNames(group []*text, about string) {
	if !slices.ContainsFunc(group, func(x *text) bool { return len(x.points) > 0 }) {
		return // what is known of it by words alone may be two texts
	}
	var names []textName
	for _, x := range group {
		if x.counter {
			continue
		}
		for _, v := range x.claim.Names {
			if n, ok := newTextName(x, v); ok {
				names = append(names, n)
			}
		}
	}
	slices.SortStableFunc(names, func(a, b textName) int { return rs.compareInRecord(a.span, b.span) })
	n := 0
	for i, b := range names {
		if i == 0 || n >= nameLimit || slices.ContainsFunc(names[:i], func(a textName) bool { return alike(a.words, b.words) }) {
			continue
		}
		a := names[0]
		n++
		support := append(slices.Clone(a.claim.SupportedBy), b.claim.SupportedBy...)
		rs.put(a.span, b.span, a.value.Value, b.value.Value, support, finding{
			kind: travaux.Variant, subkind: "name", strength: "weak", about: about, rule: "variant.text",
			explanation: fmt.Sprintf("“%s” and “%s” are taken for two names of one text.", a.value.Value, b.value.Value),
		})
	}
}

// newTextName reads a name by its first words in the report; ok is false where
// it is a general one ("the plan", "a 12-point draft").
func newTextName(x *text, v travaux.Value) (n textName, ok bool) {
	if len(v.Spans) == 0 {
		return n, false
	}
	n = textName{src: x.src, value: v, span: x.src.span(v.Spans[0]), words: map[string]bool{}, claim: &x.claim.Claim}
	for _, sp := range v.Spans[1:] {
		if sp.Start < n.span.Start {
			n.span = x.src.span(sp)
		}
	}
	for i, w := range strings.Fields(v.Value) {
		bare := strings.Trim(strings.TrimSuffix(strings.TrimSuffix(w, "’s"), "'s"), `.,;:"“”'’`)
		f := fold(bare)
		if f == "" || genericWords[f] || strings.ContainsAny(f, "0123456789") || strings.Contains(f, "-point") {
			continue
		}
		if i > 0 && w[0] >= 'a' && w[0] <= 'z' && !namingWords[f] {
			continue // a description, which many texts bear
		}
		n.words[f] = true
	}
	return n, len(n.words) > 0
}

// alike reports whether two names share a word, be it in another form: "Ulan",
// "Ula's".
func alike(a, b map[string]bool) bool {
	for x := range a {
		for y := range b {
			if n := min(len(x), len(y), 5); n > 2 && x[:n] == y[:n] {
				return true
			}
		}
	}
	return false
}

// namingWords name a text by whose it is, though they begin small.
var namingWords = wordSet("mediators mediator's chair chair's facilitators union employers government council commission")

// keptNumber warns where a report gives a text a number of points that an
// earlier one gave too, and says elsewhere that the text was revised in
// between.
func (rs *relations) keptNumber(t *texts) {
	revisedIn := map[*source]bool{}
	for _, group := range t.groups {
		for _, x := range group {
			if x.revised && !x.counter && len(x.points) == 0 {
				revisedIn[x.src] = true
			}
		}
	}
	for i, group := range t.groups {
		var first, later []reading
		for _, x := range group {
			for _, v := range x.points {
				switch r := newReading(x.src, &x.claim.Claim, v, false); {
				case x.revised || x.counter:
				case revisedIn[x.src]:
					later = append(later, r)
				default:
					first = append(first, r)
				}
			}
		}
		slices.SortStableFunc(first, compareReadings)
		slices.SortStableFunc(later, compareReadings)
		n := 0
		for _, a := range first {
			for _, b := range later {
				if a.src == b.src || a.value.Value != b.value.Value || n >= variantLimit {
					continue
				}
				n++
				rs.add(a, b, finding{
					kind: travaux.UnrelatedSameForm, subkind: "identity", strength: "weak", rule: "identity.same_number", about: t.rows[i].ID,
					explanation: fmt.Sprintf("Both passages speak of %s points, but one report says that the text was revised: whether it is the same version is not reported.", a.value.Value),
				})
			}
		}
	}
}
