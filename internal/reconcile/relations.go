package reconcile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// relations gathers how values stand to each other. Each rule adds at most one
// relation for a pair of distinct values; doc/record.md says what each needs.
type relations struct {
	sources []*source
	actors  *cast
	place   map[string]int // of a report among the sources, by id
	list    []travaux.Relation
}

func newRelations(sources []*source, c *cast) *relations {
	rs := &relations{sources: sources, actors: c, place: map[string]int{}}
	for _, s := range sources {
		rs.place[s.id] = s.n
	}
	return rs
}

// finding is a relation between two readings, in words.
type finding struct {
	kind        travaux.RelationKind
	subkind     string
	strength    string
	holdsIf     string
	alternative string
	explanation string
	about       string
	rule        string
}

// add records a finding with the earlier reading (in the record's order) as a.
func (rs *relations) add(a, b reading, f finding) {
	if compareReadings(a, b) > 0 {
		a, b = b, a
		switch f.kind {
		case travaux.Entails:
			f.kind = travaux.EntailedBy
		case travaux.EntailedBy:
			f.kind = travaux.Entails
		}
	}
	rs.put(a.span, b.span, rs.show(a.value), rs.show(b.value), append(slices.Clone(a.value.SupportedBy), b.value.SupportedBy...), f)
}

// put records a finding. Every relation rests on statements, but for those that
// nobody claims: two spellings, two copies.
func (rs *relations) put(a, b travaux.Span, valueA, valueB string, support []string, f finding) {
	if len(support) == 0 && f.kind != travaux.Variant && f.kind != travaux.DerivesFrom {
		if support = append(rs.voiceAt(a), rs.voiceAt(b)...); len(support) == 0 {
			return
		}
	}
	rs.list = append(rs.list, travaux.Relation{
		ID:   travaux.NewID("relation", string(f.kind), f.subkind, spanKey(a), spanKey(b), valueA, valueB, f.about),
		Kind: f.kind, Subkind: f.subkind, Strength: f.strength,
		A: a, B: b, ValueA: valueA, ValueB: valueB,
		HoldsIf: f.holdsIf, Alternative: f.alternative, Explanation: f.explanation,
		About: f.about, Rule: f.rule,
		SupportedBy: orderIDs(support), Spans: []travaux.Span{a, b},
	})
}

// voiceAt are the statements that hold a passage, else the closest one that the
// outlet makes in its own voice, as of a headline.
func (rs *relations) voiceAt(sp travaux.Span) []string {
	i, ok := rs.place[sp.Report]
	if !ok {
		return nil
	}
	s := rs.sources[i]
	if ids := s.carriers(sp); len(ids) > 0 {
		return ids
	}
	best, id := 0, ""
	for j := range s.Statements {
		st := &s.Statements[j]
		if st.Attribution != travaux.ByOutlet || len(st.Content) == 0 {
			continue
		}
		if d := max(st.Content[0].Start-sp.End, sp.Start-st.Content[0].End, 0); id == "" || d < best {
			best, id = d, st.ID
		}
	}
	if id == "" {
		return nil
	}
	return []string{id}
}

func spanKey(s travaux.Span) string { return fmt.Sprintf("%s:%d-%d", s.Report, s.Start, s.End) }

// show is a value with its bound, an actor by name.
func (rs *relations) show(v travaux.Value) string {
	s := rs.actors.name(v.Value)
	if b := boundWords[v.Bound]; b != "" {
		return b + " " + s
	}
	return s
}

var boundWords = map[travaux.Bound]string{
	travaux.Over: "over", travaux.AtLeast: "at least", travaux.Under: "under",
	travaux.AtMost: "at most", travaux.Nearly: "nearly", travaux.About: "about",
}

// sorted returns the relations by the places of their passages, equal ones once.
func (rs *relations) sorted() []travaux.Relation {
	slices.SortFunc(rs.list, func(a, b travaux.Relation) int {
		return cmp.Or(compareSpans(a.A, b.A), compareSpans(a.B, b.B), strings.Compare(string(a.Kind), string(b.Kind)),
			strings.Compare(a.Subkind, b.Subkind), strings.Compare(a.ID, b.ID))
	})
	out := slices.CompactFunc(rs.list, func(a, b travaux.Relation) bool { return a.ID == b.ID })
	if out == nil {
		out = []travaux.Relation{}
	}
	return out
}

// variantLimit is how many reports with one spelling are related to the first
// with the other; more would only repeat it.
const variantLimit = 5

// variants relates the differing spellings of a person's name: every report
// with one spelling to the first report with the other.
func (rs *relations) variants() {
	for i := range rs.actors.rows {
		a := &rs.actors.rows[i]
		if a.Type != travaux.ActorPerson || len(a.NameForms) < 2 {
			continue
		}
		forms := rs.fullestForms(a)
		for x, f := range forms {
			for _, g := range forms[x+1:] {
				if bothNames(f[0].Form, g[0].Form) && spelledApart(f[0].Form, g[0].Form) {
					rs.relateForms(a, f, g)
				}
			}
		}
	}
}

// fullestForms groups the fullest form that each report uses by its spelling;
// within a group in the record's order.
func (rs *relations) fullestForms(a *travaux.Actor) [][]travaux.NameForm {
	best := map[string][]travaux.NameForm{}
	for _, f := range a.NameForms {
		if f.First.Len() == 0 {
			continue
		}
		n := len(strings.Fields(f.Form))
		if old := best[f.Report]; len(old) > 0 && len(strings.Fields(old[0].Form)) > n {
			continue
		} else if len(old) > 0 && len(strings.Fields(old[0].Form)) < n {
			best[f.Report] = nil
		}
		best[f.Report] = append(best[f.Report], f)
	}
	byForm := map[string][]travaux.NameForm{}
	for _, fs := range best {
		for _, f := range fs {
			byForm[f.Form] = append(byForm[f.Form], f)
		}
	}
	var out [][]travaux.NameForm
	for _, k := range sortedKeys(byForm) {
		fs := byForm[k]
		slices.SortFunc(fs, func(a, b travaux.NameForm) int {
			return cmp.Or(cmp.Compare(rs.place[a.Report], rs.place[b.Report]), compareSpans(a.First, b.First))
		})
		out = append(out, fs)
	}
	return out
}

// bothNames reports whether two forms are names of one person, not a name and
// a description of the office.
func bothNames(a, b string) bool {
	x, y := parseName(a, false), parseName(b, false)
	if x.family == "" || y.family == "" {
		return false
	}
	if x.given == "" || y.given == "" {
		return x.famSk == y.famSk || oneLetterApart(x.family, y.family, 5)
	}
	ok, _ := samePerson(x, y, true)
	return ok
}

// spelledApart reports whether two forms spell some part of the name
// differently; "J. Roth" and "Roth" merely leave something out of "Jana Roth".
func spelledApart(a, b string) bool {
	x, y := parseName(a, false), parseName(b, false)
	short, long := byLength(x.tokens, y.tokens)
	for _, t := range short {
		if len(t) == 1 || slices.Contains(long, t) {
			continue
		}
		if len(short) == len(long) || !slices.ContainsFunc(long, func(u string) bool { return len(u) == 1 && strings.HasPrefix(t, u) }) {
			return strings.Join(short, "") != strings.Join(long, "")
		}
	}
	return false
}

func (rs *relations) relateForms(a *travaux.Actor, f, g []travaux.NameForm) {
	pair := func(x, y travaux.NameForm) {
		if compareSpans(x.First, y.First) > 0 {
			x, y = y, x
		}
		why := a.Reason
		if why == "" {
			why = "the reports name one person"
		}
		rs.put(x.First, y.First, x.Form, y.Form, nil, finding{
			kind: travaux.Variant, subkind: "name", strength: "strong", about: a.ID, rule: "variant.name",
			explanation: fmt.Sprintf("“%s” and “%s” are taken for one person: %s.", x.Form, y.Form, why),
		})
	}
	for _, x := range f[:min(len(f), variantLimit)] {
		pair(x, g[0])
	}
	for _, y := range g[1:min(len(g), variantLimit)] {
		pair(f[0], y)
	}
}

// copies relates each copy to the report that it repeats.
func (rs *relations) copies(copyOf map[string]string) {
	byID := map[string]*source{}
	for _, s := range rs.sources {
		byID[s.id] = s
	}
	for _, s := range rs.sources {
		o := byID[copyOf[s.id]]
		if o == nil {
			continue
		}
		a, b, ok := sharedSentence(s, o)
		if !ok {
			a, b = s.anchor(), o.anchor()
		}
		rs.put(a, b, "", "", nil, finding{
			kind: travaux.DerivesFrom, subkind: "attribution", strength: "strong", rule: "derives_from.copy",
			explanation: "The two texts are nearly the same; the first is counted as a copy of the second, not as an independent source.",
		})
	}
}

// derivations relates a statement whose chain goes through another outlet of
// the record to that outlet's own passage on the same event or text.
func (rs *relations) derivations(ev *events, tx *texts) {
	outlets := map[string]bool{}
	for _, s := range rs.sources {
		outlets[rs.actors.outletOf(s)] = true
	}
	for i, hs := range ev.groups {
		var ps []passage
		for _, h := range hs {
			for _, cl := range h.claims {
				ps = append(ps, passage{h.src, &cl.Claim})
			}
		}
		rs.derive(ps, ev.rows[i].ID, outlets)
	}
	for i, group := range tx.groups {
		var ps []passage
		for _, x := range group {
			ps = append(ps, passage{x.src, &x.claim.Claim})
		}
		rs.derive(ps, tx.rows[i].ID, outlets)
	}
}

// passage is a claim in its report.
type passage struct {
	src   *source
	claim *travaux.Claim
}

func (rs *relations) derive(ps []passage, about string, outlets map[string]bool) {
	first := map[string]passage{}
	for _, p := range ps {
		o := rs.actors.outletOf(p.src)
		if _, ok := first[o]; !ok {
			first[o] = p
		}
	}
	if len(first) < 2 {
		return
	}
	done := map[string]bool{}
	for _, p := range ps {
		own := rs.actors.outletOf(p.src)
		for _, st := range p.src.statementsOf(p.claim.SupportedBy) {
			for _, link := range st.Chain {
				via := rs.actors.of(p.src, link)
				q, ok := first[via]
				if via == own || !outlets[via] || !ok || done[p.src.id+via] {
					continue
				}
				done[p.src.id+via] = true
				rs.put(p.src.span(p.claim.Span), q.src.span(q.claim.Span), "", "", append([]string{st.ID}, q.claim.SupportedBy...), finding{
					kind: travaux.DerivesFrom, subkind: "attribution", strength: "medium", about: about, rule: "derives_from.chain",
					explanation: fmt.Sprintf("The first passage rests on what %s reported, and is not independent of it.", rs.actors.name(via)),
				})
			}
		}
	}
}

// statementsOf returns the report's statements with the ids.
func (s *source) statementsOf(ids []string) []*travaux.Statement {
	var out []*travaux.Statement
	for i := range s.Statements {
		if slices.Contains(ids, s.Statements[i].ID) {
			out = append(out, &s.Statements[i])
		}
	}
	return out
}
