package dossier

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/travaux/travaux"
)

const relationsPerPage = 125

// relationView is a relation with both passages in context.
type relationView struct {
	Anchor      string
	Href        string
	Group       *relationGroup // heading that this relation opens
	Kind        string
	Variant     bool // one row of a table
	LastVariant bool // the row that ends it
	Subkind     string
	Strength    string
	About       *link
	A, B        sideView
	HoldsIf     string
	Alternative string
	Explanation string
}

type relationGroup struct {
	Heading, Meaning string
	N                int
	Continued        bool
}

// sideView is one of the two passages of a relation.
type sideView struct {
	Value         string
	Href          string // of the actor, when the value is one
	Before, After string // the words around the passage
	Cite          cite
}

// contextBytes is how much of a paragraph is shown on either side of a passage.
const contextBytes = 180

func (s *Site) layOutDifferences() {
	list := make([]*travaux.Relation, 0, len(s.rec.Relations))
	for i := range s.rec.Relations {
		list = append(list, &s.rec.Relations[i])
	}
	order := func(k travaux.RelationKind) int {
		if k == travaux.Entails {
			k = travaux.EntailedBy // the two have one heading
		}
		if i := slices.Index(relationOrder[:], k); i >= 0 {
			return i
		}
		return len(relationOrder)
	}
	weight := func(x *travaux.Relation) int {
		return slices.Index([]string{"weak", "medium", "strong"}, x.Strength)
	}
	slices.SortStableFunc(list, func(a, b *travaux.Relation) int {
		return cmp.Or(cmp.Compare(order(a.Kind), order(b.Kind)), -cmp.Compare(weight(a), weight(b)),
			cmp.Compare(a.Subkind, b.Subkind), cmp.Compare(a.ID, b.ID))
	})
	s.relations = list
	counts := map[int]int{}
	for _, x := range list {
		counts[order(x.Kind)]++
	}
	s.addList("differences", "Where reports differ", "differences", len(list), relationsPerPage, func(path string, from, to int) func() any {
		for _, x := range list[from:to] {
			s.href[x.ID] = path + "#" + slug(x.ID)
		}
		return func() any {
			var views []relationView
			var jump []countView
			if from == 0 {
				jump = s.relationKinds(list)
			}
			for i, x := range list[from:to] {
				v := s.relationView(x)
				if i == 0 || order(x.Kind) != order(list[from+i-1].Kind) {
					h, m := kindWords(x.Kind)
					v.Group = &relationGroup{h, m, counts[order(x.Kind)], i == 0 && from > 0 && order(list[from-1].Kind) == order(x.Kind)}
				}
				v.LastVariant = v.Variant && (from+i+1 == to || list[from+i+1].Kind != x.Kind)
				views = append(views, v)
			}
			return struct {
				Jump      []countView
				Relations []relationView
				Total     int
			}{jump, views, len(list)}
		}
	})
}

// relationKinds leads to the first relation of each kind.
func (s *Site) relationKinds(list []*travaux.Relation) []countView {
	var out []countView
	for _, x := range list {
		h, _ := kindWords(x.Kind)
		if n := len(out); n == 0 || out[n-1].Label != h {
			out = append(out, countView{Label: h, Href: s.href[x.ID]})
		}
		out[len(out)-1].N++
	}
	return out
}

func (s *Site) relationView(x *travaux.Relation) relationView {
	v := relationView{
		Anchor: slug(x.ID), Href: s.href[x.ID], Kind: capital(relationName(x.Kind)), Variant: x.Kind == travaux.Variant, Subkind: capital(plain(x.Subkind)), Strength: x.Strength,
		HoldsIf: oneLine(x.HoldsIf), Alternative: oneLine(x.Alternative), Explanation: oneLine(x.Explanation),
		A: s.side(x, x.A, x.ValueA), B: s.side(x, x.B, x.ValueB),
	}
	if x.About != "" {
		l := s.rowLink(x.About)
		v.About = &l
	}
	return v
}

func (s *Site) side(x *travaux.Relation, sp travaux.Span, val string) sideView {
	v := sideView{Cite: s.cite(sp, x.SupportedBy)}
	v.Value = s.quote(s.sideWords(x, sp, val), sp)
	if a := s.actors[val]; a != nil {
		v.Href = s.href[val]
	}
	r := s.data.Reports[sp.Report]
	if s.data.Options.Excerpts || v.Cite.Missing || r == nil || x.Kind == travaux.Variant {
		return v
	}
	from, to := surroundings(r, sp)
	before, after := r.Text[from:sp.Start], r.Text[sp.End:to]
	if len(before) > contextBytes {
		cut := len(before) - contextBytes
		for cut < len(before) && !utf8.RuneStart(before[cut]) {
			cut++
		}
		if i := strings.IndexByte(before[cut:], ' '); i >= 0 {
			cut += i
		}
		before = "…" + before[cut:]
	}
	if len(after) > contextBytes {
		cut := contextBytes
		for !utf8.RuneStart(after[cut]) {
			cut--
		}
		if i := strings.LastIndexByte(after[:cut], ' '); i > 0 {
			cut = i
		}
		after = after[:cut] + " …"
	}
	v.Before, v.After = before, after
	return v
}

// sideWords puts the value of a side in words, with the bound that the record
// gives it where it is a value of the event or text concerned.
func (s *Site) sideWords(x *travaux.Relation, sp travaux.Span, val string) string {
	kind := asWords
	switch x.Subkind {
	case "set_membership":
		val = strings.TrimSuffix(strings.TrimPrefix(val, "{"), "}")
	case "date":
		kind = asDate
	case "duration":
		kind = asDuration
	case "number":
		kind = asNumber
	case "status":
		kind = asStatus
	}
	var values []travaux.Value
	if e := s.events[x.About]; e != nil {
		values = append(values, e.Durations...)
	}
	if p := s.proposals[x.About]; p != nil {
		for _, ver := range p.Versions {
			values = append(values, ver.Points...)
		}
	}
	for _, v := range values {
		if v.Value == val && slices.ContainsFunc(v.Spans, sp.Overlaps) {
			return s.valueWords(kind, v)
		}
	}
	v := travaux.Value{Value: val}
	if bound, rest, ok := strings.Cut(val, " "); ok && (kind == asDuration || kind == asNumber) {
		if words := boundWords(travaux.Bound(bound), rest); words != rest || bound == string(travaux.Exact) {
			v.Bound, v.Value = travaux.Bound(bound), rest
		}
	}
	return s.valueWords(kind, v)
}

// surroundings is the block that a passage stands in, else its line.
func surroundings(r *travaux.Report, sp travaux.Span) (from, to int) {
	for _, b := range r.Blocks {
		if b.Start <= sp.Start && sp.End <= b.End {
			return b.Start, b.End
		}
	}
	from = strings.LastIndexByte(r.Text[:sp.Start], '\n') + 1
	to = len(r.Text)
	if i := strings.IndexByte(r.Text[sp.End:], '\n'); i >= 0 {
		to = sp.End + i
	}
	return from, to
}
