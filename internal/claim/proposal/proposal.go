// Package proposal finds the texts that a report speaks of: plans, drafts,
// offers, bills and deals, with what is said of each: names, number of points,
// who wrote it, what became of it, what it asks of whom, what is still open, and
// into which tracks it falls.
//
// It is for one annotated report with trees. It does not decide whether two
// reports speak of one text (that is reconcile's), and takes nothing that a text
// is said to provide for agreed.
package proposal

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/claim/page"
	"github.com/travaux/travaux/internal/lang"
)

// Texts are the texts of one report while it is read. Not for several
// goroutines.
type Texts struct {
	*page.Page
	lex *lexicon

	at       []int32 // per token, 1 + the mention that it heads
	mentions []mention
	texts    []*Text
	versions map[int]bool // mentions that another is called a version of
	told     map[*Text]*told
	frame    frame
}

// told is what clauses say of a text, in the order of the report.
type told struct {
	statuses, authors, origins, firsts, tabled, dates, counts []travaux.Value

	provisions []provision
	tracks     []travaux.TrackClaim
}

// Read finds the texts of a report.
func Read(p *page.Page) *Texts {
	t := &Texts{
		Page: p, lex: lexicons(), at: make([]int32, len(p.Doc.Toks)),
		versions: map[int]bool{}, told: map[*Text]*told{},
	}
	for h := range p.Doc.Toks {
		if m, ok := t.mention(h); ok {
			t.mentions = append(t.mentions, m)
			t.at[h] = int32(len(t.mentions))
		}
	}
	t.lineage()
	t.numbered()
	for i := range t.mentions {
		t.place(i)
	}
	t.careers()
	return t
}

// At is the text that the phrase headed by token h names, or nil.
func (t *Texts) At(h int) *Text {
	if h < 0 || h >= len(t.at) || t.at[h] == 0 {
		return nil
	}
	return t.mentions[t.at[h]-1].text
}

// Object is the text to which the verb at token v does something, or nil.
func (t *Texts) Object(v int) *Text {
	p, ok := t.Clauses.Predicate(v)
	if !ok {
		return nil
	}
	for _, h := range p.Object {
		if x := t.of(h); x != nil {
			return x
		}
	}
	return nil
}

// Last is the text named last before token i, at most two sentences back, or
// nil.
func (t *Texts) Last(i int) *Text {
	return t.before(i, 2, func(m *mention) bool { return !m.plural })
}

// First notes that outlets were the first to report a text: by are their ids at
// words, made are the words that say so.
func (t *Texts) First(x *Text, by []string, words, made travaux.Span, dates []travaux.Value) {
	x.used = true
	s := t.saidOf(x)
	if all := travaux.SpanOf(t.Doc.Text, min(made.Start, words.Start), max(made.End, words.End)); all.Len() < 80 {
		words = all
	}
	for _, id := range by {
		s.firsts = t.put(s.firsts, id, words, "first-reported")
	}
	s.dates = append(s.dates, dates...)
	status := "reported"
	if strings.HasPrefix(made.Quote, "leak") {
		status = "leaked"
	}
	s.statuses = t.put(s.statuses, status, made, "first-reported")
}

// saidOf is what is said of x.
func (t *Texts) saidOf(x *Text) *told {
	if t.told[x] == nil {
		t.told[x] = &told{}
	}
	return t.told[x]
}

// Claims makes the claims of the texts for which there are signs enough, in the
// order in which the report names them.
func (t *Texts) Claims() []travaux.ProposalClaim {
	t.relate()
	t.provide()
	t.lists()
	var out []travaux.ProposalClaim
	kept := map[string]bool{}
	for _, x := range t.texts {
		if t.worth(x) {
			out = append(out, t.claim(x))
			kept[x.ID] = true
		}
	}
	for i := range out {
		if !kept[out[i].DerivedFrom] {
			out[i].DerivedFrom = ""
		}
		if !kept[out[i].CounterTo] {
			out[i].CounterTo = ""
		}
	}
	return out
}

// worth reports whether a text is one for the record.
func (t *Texts) worth(x *Text) bool {
	s := t.told[x]
	if t.kept(x) {
		return true
	}
	if s == nil {
		return false
	}
	return len(s.tracks) > 0 || len(s.provisions) > 0 && (len(x.mentions) > 1 || x.score >= 0)
}

// claim is what is known of one text.
func (t *Texts) claim(x *Text) travaux.ProposalClaim {
	best := x.mentions[0]
	for _, i := range x.mentions {
		m, b := &t.mentions[i], &t.mentions[best]
		if m.counted != b.counted && m.counted || m.counted == b.counted && (m.score > b.score || m.score == b.score && t.inHeading(b.head) && !t.inHeading(m.head)) {
			best = i
		}
	}
	s := t.name(best)
	said := t.saidOf(x)
	p := travaux.ProposalClaim{
		Claim: travaux.Claim{ID: x.ID, Span: s, Rule: "text-mentions", SupportedBy: t.Voice.Carriers(s)},
		Names: []travaux.Value{}, Points: []travaux.Value{}, Forms: []travaux.Value{},
		Provisions: []travaux.ProvisionClaim{}, Tracks: []travaux.TrackClaim{},
		Authors: list(said.authors), Origins: list(said.origins), FirstReportedBy: list(said.firsts), TabledBy: list(said.tabled),
		Statuses: list(said.statuses), Dates: list(said.dates), TrackCounts: list(said.counts),
	}
	for _, i := range x.mentions {
		t.describe(&p, i)
	}
	for _, v := range said.provisions {
		p.Provisions = append(p.Provisions, t.provisionClaim(v))
	}
	p.Tracks = append(p.Tracks, said.tracks...)
	if x.parent != nil && x.parent != x {
		p.DerivedFrom = x.parent.ID
	}
	if x.against != nil && x.against != x {
		p.CounterTo = x.against.ID
	}
	return p
}

func list(vs []travaux.Value) []travaux.Value { return append([]travaux.Value{}, vs...) }

// name is the words of a mention; a bare noun takes in what follows it:
// "proposals that the union had rejected".
func (t *Texts) name(i int) travaux.Span {
	m := &t.mentions[i]
	last := m.last
	if m.first == m.head {
		_, last = t.nounPhrase(m.head)
		last = min(last, m.head+maxPhrase)
	}
	return t.Span(m.first, max(last, m.last))
}

// put adds a value, or its words to one that is there.
func (t *Texts) put(vs []travaux.Value, v string, s travaux.Span, rule string) []travaux.Value {
	for i := range vs {
		if vs[i].Value != v {
			continue
		}
		if !slices.ContainsFunc(tailOf(vs[i].Spans), s.Overlaps) {
			vs[i].Spans = append(vs[i].Spans, s)
			for _, id := range t.Voice.Carriers(s) {
				if !slices.Contains(tailOf(vs[i].SupportedBy), id) {
					vs[i].SupportedBy = append(vs[i].SupportedBy, id)
				}
			}
		}
		return vs
	}
	return append(vs, t.Value(v, s, rule))
}

// tailOf is the last few of s: values are put in the order of the text.
func tailOf[T any](s []T) []T { return s[max(0, len(s)-8):] }

// xpos is the Penn tag of token i.
func (t *Texts) xpos(i int) string {
	if i < 0 || i >= len(t.Doc.Toks) {
		return ""
	}
	return t.Doc.Toks[i].XPOS
}

func (t *Texts) nominal(i int) bool { return t.POS(i) == lang.NOUN || t.POS(i) == lang.PROPN }

// plain is words on one line.
func plain(s string) string { return strings.Join(strings.Fields(s), " ") }
