package analysis

import (
	"cmp"
	"slices"
	"strconv"
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
	c.Points = v.matchPoints(x, y)
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
		if len(list) == 0 && what != "form" {
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

// point is one provision of a version, however many reports tell of it.
type point struct {
	x    *travaux.Provision // as told first
	set  wordSet
	used bool
	Evidence
}

// points are the provisions of a version, those told in the same words and
// numbers once.
func points(d Draft) []point {
	list := make([]*travaux.Provision, len(d.Version.Provisions))
	for i := range list {
		list[i] = &d.Version.Provisions[i]
	}
	slices.SortFunc(list, func(p, q *travaux.Provision) int {
		return cmp.Or(cmp.Compare(p.PointNo, q.PointNo), compareSpans(p.Spans[0], q.Spans[0]), strings.Compare(p.ID, q.ID))
	})
	list = list[:min(len(list), maxPoints)]
	sets := make([]wordSet, len(list))
	for i, x := range list {
		sets[i] = exactWords(x.Text).with(hash(x.Issue))
	}
	at := map[int]int{}
	var out []point
	for i, g := range matters(sets) {
		e := Evidence{list[i].SupportedBy, list[i].Spans}
		if j, ok := at[g]; ok {
			out[j].Evidence = gather(out[j].Evidence, e)
			continue
		}
		at[g] = len(out)
		out = append(out, point{x: list[i], set: words(list[i].Text), Evidence: gather(e)})
	}
	return out
}

// matchPoints pairs the provisions of two versions, the likest first.
func (v *View) matchPoints(a, b Draft) []PointChange {
	xs, ys := points(a), points(b)
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
	all := whole(a) && whole(b)
	told := v.toldChanges(b, ys)
	var out []PointChange
	for _, p := range pairs {
		if x, y := &xs[p.i], &ys[p.j]; !x.used && !y.used {
			x.used, y.used = true, true
			out = append(out, comparePoint(x, y, told))
		}
	}
	for i := range xs {
		if !xs[i].used {
			out = append(out, alone(&xs[i], nil, all, told))
		}
	}
	for i := range ys {
		if !ys[i].used {
			out = append(out, alone(nil, &ys[i], all, told))
		}
	}
	slices.SortStableFunc(out, func(p, q PointChange) int { return strings.Compare(p.Issue, q.Issue) })
	return out
}

// maxPoints is how many provisions of a version are paired; no text that is
// negotiated has more.
const maxPoints = 400

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

func comparePoint(p, q *point, told []toldChange) PointChange {
	a, b := p.x, q.x
	out := PointChange{Issue: cmp.Or(a.Issue, b.Issue), Obliged: cmp.Or(b.Obliged, a.Obliged), A: a, B: b, Evidence: gather(p.Evidence, q.Evidence)}
	switch t := toldOf(p, told); {
	case headVerb(b.Text) != Unclear:
		out.Change, out.Rule, out.Why = headVerb(b.Text), "point.told", "The report of the later version says itself what became of it."
	case t != nil && t.outcome == Unchanged:
		out.Change, out.Rule, out.Why = Unchanged, "point.told", "A report of the later version says that it is kept."
		out.Evidence = gather(out.Evidence, t.Evidence)
	case t != nil:
		out.Change, out.Rule, out.Why = Changed, "point.told", "A report of the later version says that it is dropped, and tells of another on the matter."
		out.Evidence = gather(out.Evidence, t.Evidence)
	case slices.Equal(exactWords(a.Text), exactWords(b.Text)):
		out.Change, out.Rule, out.Why = Unchanged, "point.same_words", "Both are told in the same words and numbers."
	default:
		out.Change, out.Rule, out.Why = Changed, "point.other_words", "Both are on one matter, in other words or numbers; reports may also tell one provision in two ways."
	}
	return out
}

// alone is a provision that is told of one version only. The words of a report
// may say themselves what became of it; where both texts are held whole, its
// absence does.
func alone(p, q *point, whole bool, told []toldChange) PointChange {
	x, other, left := p, "later", Dropped
	if x == nil {
		x, other, left = q, "earlier", Added
	}
	out := PointChange{Issue: x.x.Issue, Obliged: x.x.Obliged, Evidence: x.Evidence}
	verb := Unclear
	var t *toldChange
	if p != nil {
		out.A, t = p.x, toldOf(p, told)
	} else {
		out.B, verb = q.x, headVerb(q.x.Text)
	}
	switch {
	case t != nil:
		out.Change, out.Rule, out.Why = t.outcome, "point.told", "A report of the later version says itself what became of it."
		out.Evidence = gather(out.Evidence, t.Evidence)
	case verb != Unclear:
		out.Change, out.Rule, out.Why = verb, "point.told", "The report of the later version says itself what became of it."
	case whole:
		out.Change, out.Rule, out.Why = left, "point.whole_texts", "All points of both versions are told, and the "+other+" has none like it."
	default:
		out.Change, out.Rule, out.Why = Unclear, "point.told_of_one", "No report tells of such a provision in the "+other+" version."
	}
	return out
}

// whole reports whether all points of a version are told.
func whole(d Draft) bool {
	return d.Version.TextHeld && slices.ContainsFunc(d.Version.Points, func(v travaux.Value) bool {
		return v.Value == strconv.Itoa(len(d.Version.Provisions))
	})
}
