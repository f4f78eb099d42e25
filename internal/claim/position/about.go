package position

import (
	"cmp"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// tell fills what o is about.
func (r *reader) tell(o *option) {
	o.issue = travaux.OtherIssue
	if m, ok := r.Issues.Issue(o.first, o.last); ok {
		o.issue = m.Issue
	}
	for i := o.first; i < o.last && !o.clause; i++ {
		if r.text[i] > 0 && (i == o.head || r.text[o.head] == 0 && o.issue == travaux.OtherIssue) {
			o.about = r.Reading.Proposals[r.text[i]-1].ID
			o.issue = cmp.Or(map[bool]string{true: OverallIssue}[i == o.head], o.issue)
			break
		}
	}
	o.matter = o.issue != travaux.OtherIssue || o.about != ""
	for i := o.first; i < o.last && !o.matter; i++ {
		o.matter = (r.POS(i) == lang.NOUN || r.POS(i) == lang.VERB) && r.lex.in("matter", r.Lemma(i))
	}
}

// OverallIssue is the issue of a stance on a text as a whole.
const OverallIssue = "plan.overall"

// pointing reports whether token i only points to what was said.
func (r *reader) pointing(i int) bool {
	switch r.Low(i) {
	case "it", "that", "this", "them", "these", "those", "which", "both":
		return true
	}
	return false
}

// antecedent is what pronoun i stands for: what the last stance in this
// sentence or the one before was on, else a text named there.
func (r *reader) antecedent(i int) (option, bool) {
	sent := r.Doc.Toks[i].Sent
	for n := len(r.found) - 1; n >= 0; n-- {
		f := &r.found[n]
		if r.Doc.Toks[f.at].Sent < sent-1 {
			break
		}
		if f.at < i && !r.pointing(f.on.head) {
			return f.on, true
		}
	}
	low := r.Doc.Sents[max(0, sent-1)].First
	for k := i - 1; k >= low; k-- {
		if r.text[k] > 0 {
			first := k
			for first > low && r.text[first-1] == r.text[k] {
				first--
			}
			o := option{head: k, first: first, last: k + 1}
			r.tell(&o)
			return o, true
		}
	}
	return option{}, false
}

// unseasonable sets right what a relative clause is about that the tree hung on a
// time: "accepted the cap in the summer, which it had opposed".
func (r *reader) unseasonable(at int, opts []option) {
	if !r.Clauses.Is(at, "acl:relcl") || len(opts) != 1 || opts[0].clause || r.Timex(opts[0].head) == nil {
		return
	}
	if o, ok := r.antecedent(at); ok && r.Doc.Toks[o.head].Sent == r.Doc.Toks[at].Sent {
		o.frame, o.lo, o.hi = opts[0].frame, at, at+1
		opts[0] = o
	}
}

// relative gives a clause that lacks its object what the relative clause of at
// is about: "a deal, which she is eager to get done".
func (r *reader) relative(at int, o *option) {
	if !o.clause || o.matter || !r.Clauses.Is(at, "acl:relcl") {
		return
	}
	for _, n := range r.nominal([]int{r.Clauses.Head(at)}) {
		o.issue, o.about, o.matter = n.issue, n.about, n.matter
		if r.Clauses.Kid(o.head, "obj") < 0 { // "cuts they did not want to make"
			o.clause, o.head, o.first, o.last = false, n.head, n.first, n.last
		}
	}
}
