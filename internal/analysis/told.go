package analysis

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// toldChange is what a report says that a version does with something of an
// earlier one.
type toldChange struct {
	outcome Outcome
	words   wordSet // of what is kept or dropped
	Evidence
}

// nearText is how far from the name of a version a passage may stand that tells
// what it keeps and drops.
const nearText = 300

// toldChanges are what the reports of a version say that it keeps and drops, in
// passages near its name that are not themselves about one of its provisions.
func (v *View) toldChanges(d Draft, provisions []point) []toldChange {
	own := map[string]bool{} // statements that tell of a provision and of no change
	for _, p := range provisions {
		for _, id := range p.SupportedBy {
			own[id] = headVerb(p.x.Text) == Unclear
		}
	}
	at := map[string][]travaux.Span{}
	for _, s := range append(slices.Clone(d.Proposal.Spans), d.Version.Spans...) {
		at[s.Report] = append(at[s.Report], s)
	}
	var out []toldChange
	for i := range v.Record.Statements {
		st := &v.Record.Statements[i]
		names := at[st.Report]
		if len(names) == 0 || own[st.ID] || len(st.Content) == 0 || !slices.ContainsFunc(names, func(s travaux.Span) bool { return near(s, st.Content[0]) }) {
			continue
		}
		for _, c := range st.Content {
			out = append(out, changesIn(c.Quote, Evidence{[]string{st.ID}, []travaux.Span{c}})...)
		}
	}
	slices.SortStableFunc(out, func(a, b toldChange) int {
		return cmp.Or(compareEvidence(a.Evidence, b.Evidence), strings.Compare(string(a.outcome), string(b.outcome)), slices.Compare(a.words, b.words))
	})
	return out
}

func near(a, b travaux.Span) bool {
	return a.Start < b.End+nearText && b.Start < a.End+nearText
}

// changesIn finds the verbs of change in a passage, each with the words up to
// the next or to the end of the clause.
func changesIn(text string, e Evidence) []toldChange {
	var out []toldChange
	for clause := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(".;:,!?()—", r) }) {
		var now *toldChange
		for w := range fields(clause) {
			if o, ok := verbOf(w); ok {
				out = append(out, toldChange{outcome: o, Evidence: e})
				now = &out[len(out)-1]
				continue
			}
			if w == "favour" || w == "favor" || w == "instead" || w == "while" { // what comes in its place
				now = nil
			}
			if now != nil && !functionWords[w] && !denials[w] {
				now.words = append(now.words, hash(stem(w)))
			}
		}
	}
	for i := range out {
		slices.Sort(out[i].words)
		out[i].words = slices.Compact(out[i].words)
	}
	return slices.DeleteFunc(out, func(t toldChange) bool { return len(t.words) == 0 })
}

// toldOf is what is told of a provision: most of what is kept or dropped is in
// its words.
func toldOf(p *point, told []toldChange) *toldChange {
	var best *toldChange
	n := 0
	for i := range told {
		s := told[i].words.shared(p.set)
		if s > n && (s > 1 || len(told[i].words) == 1 && len(p.set) < 4) && 2*s >= len(told[i].words) {
			best, n = &told[i], s
		}
	}
	return best
}

// The verbs for what a version does with what was there before. Verbs that a
// provision may itself be made of ("raises", "lifts") are not among them.
var (
	keepVerbs = wordList("keep keeps kept keeping retain retains retained retaining preserve preserves preserved preserving")
	dropVerbs = wordList("drop drops dropped dropping omit omits omitted omitting delete deletes deleted deleting scrap scraps scrapped scrapping abandons abandoned abandoning")
)

func verbOf(w string) (Outcome, bool) {
	switch {
	case keepVerbs[w]:
		return Unchanged, true
	case dropVerbs[w]:
		return Dropped, true
	}
	return Unclear, false
}

// headVerb is what the words of a provision say became of it: a verb of change
// at their head.
func headVerb(text string) Outcome {
	for w := range fields(text) {
		if o, ok := verbOf(w); ok {
			return o
		}
		if !functionWords[w] {
			break
		}
	}
	return Unclear
}
