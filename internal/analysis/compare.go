package analysis

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// Comparison sets two versions beside each other, point by point.
type Comparison struct {
	A, B       Draft
	Attributes []Attribute
	Points     []PointChange
	// NotInRecord says in plain words what cannot be compared.
	NotInRecord []string
}

// Attribute is a field of both versions: number of points, authors, status,
// date.
type Attribute struct {
	What   string
	A, B   []travaux.Value
	Change Outcome
	Evidence
}

// PointChange is a provision of one version beside that of the other.
type PointChange struct {
	Change  Outcome
	Issue   string
	Obliged string             // actor id
	A, B    *travaux.Provision // nil where no report tells of one
	Rule    string
	Why     string
	Evidence
}

// Outcome is what became of a provision or field from one version to the next.
type Outcome string

// The outcomes. What is told of one version alone is unknown: a provision that
// no report names may stand in both.
const (
	Unchanged Outcome = "same"
	Changed   Outcome = "changed"
	Added     Outcome = "added"
	Dropped   Outcome = "dropped"
	Unclear   Outcome = "unknown"
)

// Compare compares two versions, by the ids of versions or of their texts. ok
// is false where the record has no such version.
func (v *View) Compare(a, b string) (c Comparison, ok bool) {
	x, okA := v.Draft(a)
	y, okB := v.Draft(b)
	if !okA || !okB {
		return Comparison{}, false
	}
	c = Comparison{A: x, B: y}
	c.attribute("number of points", x.Version.Points, y.Version.Points)
	c.attribute("authors", x.Proposal.Authors, y.Proposal.Authors)
	c.attribute("form", x.Version.Forms, y.Version.Forms)
	c.attribute("status", x.Version.Statuses, y.Version.Statuses)
	c.attribute("date", x.Version.Dates, y.Version.Dates)
	c.Points = matchProvisions(x, y)
	for _, d := range []Draft{x, y} {
		if !d.Version.TextHeld {
			c.NotInRecord = append(c.NotInRecord, "the text of "+d.Proposal.Label+" itself")
		}
		if len(d.Version.Provisions) == 0 {
			c.NotInRecord = append(c.NotInRecord, "any provision of "+d.Proposal.Label)
		}
	}
	return c, true
}

func (c *Comparison) attribute(what string, a, b []travaux.Value) {
	x := Attribute{What: what, A: a, B: b, Change: Unclear}
	var parts []Evidence
	for _, v := range slices.Concat(a, b) {
		parts = append(parts, ofValue(v))
	}
	x.Evidence = gather(parts...)
	for i, list := range [][]travaux.Value{a, b} {
		if len(list) == 0 {
			c.NotInRecord = append(c.NotInRecord, what+" of "+[]Draft{c.A, c.B}[i].Proposal.Label)
		}
	}
	if len(x.Spans) == 0 {
		return
	}
	if len(a) > 0 && len(b) > 0 {
		x.Change = Changed
		if slices.ContainsFunc(a, func(v travaux.Value) bool {
			return slices.ContainsFunc(b, func(w travaux.Value) bool { return v.Value == w.Value && v.Bound == w.Bound })
		}) {
			x.Change = Unchanged
		}
	}
	c.Attributes = append(c.Attributes, x)
}

// matchProvisions pairs the provisions of two versions.
func matchProvisions(a, b Draft) []PointChange {
	words := newLexicon()
	type side struct {
		x    *travaux.Provision
		set  wordSet
		used bool
	}
	read := func(d Draft) []side {
		out := make([]side, 0, len(d.Version.Provisions))
		for i := range d.Version.Provisions {
			x := &d.Version.Provisions[i]
			out = append(out, side{x, words.words(x.Text), false})
		}
		slices.SortFunc(out, func(p, q side) int {
			return cmp.Or(cmp.Compare(p.x.PointNo, q.x.PointNo), compareSpans(p.x.Spans[0], q.x.Spans[0]), strings.Compare(p.x.ID, q.x.ID))
		})
		return out
	}
	xs, ys := read(a), read(b)
	type pair struct{ i, j, score int }
	var pairs []pair
	for i := range xs {
		for j := range ys {
			if s := likeness(xs[i].x, ys[j].x, xs[i].set, ys[j].set); s > 0 {
				pairs = append(pairs, pair{i, j, s})
			}
		}
	}
	slices.SortStableFunc(pairs, func(p, q pair) int {
		return cmp.Or(cmp.Compare(q.score, p.score), cmp.Compare(p.i, q.i), cmp.Compare(p.j, q.j))
	})
	var out []PointChange
	for _, p := range pairs {
		if xs[p.i].used || ys[p.j].used {
			continue
		}
		xs[p.i].used, ys[p.j].used = true, true
		out = append(out, comparePoint(xs[p.i].x, ys[p.j].x, words))
	}
	for _, s := range xs {
		if !s.used {
			out = append(out, alone(s.x, nil))
		}
	}
	for _, s := range ys {
		if !s.used {
			out = append(out, alone(nil, s.x))
		}
	}
	slices.SortStableFunc(out, func(p, q PointChange) int { return strings.Compare(p.Issue, q.Issue) })
	return out
}

// likeness is how much speaks for two provisions being one point: the issue,
// who is obliged, the words.
func likeness(a, b *travaux.Provision, x, y wordSet) int {
	n := x.shared(y)
	known := a.Issue != "" && a.Issue != travaux.OtherIssue && a.Issue == b.Issue
	switch {
	case !known && (n < 2 || !x.alike(y)), known && n == 0:
		return 0
	case a.Obliged != "" && b.Obliged != "" && a.Obliged != b.Obliged && !x.alike(y):
		return 0
	}
	score := 2 * n
	if known {
		score += 3
	}
	if a.Obliged != "" && a.Obliged == b.Obliged {
		score += 2
	}
	return score
}

func comparePoint(a, b *travaux.Provision, words *lexicon) PointChange {
	out := PointChange{Issue: cmp.Or(a.Issue, b.Issue), Obliged: cmp.Or(b.Obliged, a.Obliged), A: a, B: b, Evidence: gather(Evidence{a.SupportedBy, a.Spans}, Evidence{b.SupportedBy, b.Spans})}
	x, y := numbersKept(words, a.Text), numbersKept(words, b.Text)
	if slices.Equal(x, y) && a.Obligation == b.Obligation {
		out.Change, out.Rule, out.Why = Unchanged, "point.same_words", "Both are told in the same words and numbers."
		return out
	}
	out.Change, out.Rule, out.Why = Changed, "point.other_words", "Both are on one matter, in other words or numbers; reports may also tell one provision in two ways."
	return out
}

func alone(a, b *travaux.Provision) PointChange {
	x, other := a, "later"
	if x == nil {
		x, other = b, "earlier"
	}
	return PointChange{
		Change: Unclear, Issue: x.Issue, Obliged: x.Obliged, A: a, B: b, Rule: "point.told_of_one",
		Why: "No report tells of such a provision in the " + other + " version.", Evidence: gather(Evidence{x.SupportedBy, x.Spans}),
	}
}
