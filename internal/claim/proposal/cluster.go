package proposal

import (
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// Text is one text that a report speaks of, in all its mentions.
type Text struct {
	ID string

	mentions []int
	points   string
	sum      string
	counter  bool
	derived  bool
	former   bool
	fresh    bool
	named    bool
	plural   bool
	family   string
	last     int // the mention that names it last
	lemmas   map[string]bool
	mods     map[string]bool
	subjects []string
	telling  []string
	owners   []string
	office   bool // as of a mention
	partners []string
	score    int
	best     int   // the highest score of a mention
	firm     bool  // a mention is of one text in particular
	certain  bool  // as of a mention
	used     bool  // something is said to have been done to it
	parent   *Text // what it is derived from
	against  *Text // what it counters
}

// horizon is how many texts back a mention may refer.
const horizon = 40

// recent are the texts begun last, those first that were named last.
func (t *Texts) recent() []*Text {
	out := slices.Clone(t.texts[max(0, len(t.texts)-horizon):])
	slices.SortStableFunc(out, func(a, b *Text) int { return b.last - a.last })
	return out
}

// place puts mention i to the text that it names, or begins a new one.
func (t *Texts) place(i int) {
	m := &t.mentions[i]
	if m.text != nil {
		return
	}
	if m.same > i {
		t.place(m.same - 1)
		if x := t.mentions[m.same-1].text; x != nil && (x.points == "" || m.points == "" || x.points == m.points) {
			t.join(x, i)
			return
		}
	}
	if v := t.Clauses.Head(m.head); v >= 0 && !t.versions[i] && t.Clauses.Is(m.head, "obl") && t.lex.in("origin", t.Lemma(v)) && t.Clauses.Is(v, "acl", "conj") {
		t.at[m.head] = 0 // what a text is based on is not that text
		return
	}
	if a := t.apposed(i); a >= 0 && t.mentions[a].text != nil {
		x := t.mentions[a].text
		x.derived = x.derived || m.derived
		t.join(x, i)
		return
	}
	best, score := (*Text)(nil), 0
	recent := t.recent()
	if t.Lemma(m.head) == "sheet" { // "the deal sheet" is that of the deal
		if k := slices.IndexFunc(recent, func(x *Text) bool { return x.family == "deal" && !x.plural && x.lemmas[t.Lemma(m.head-1)] }); k >= 0 {
			t.join(recent[k], i)
			return
		}
	}
	for _, x := range recent {
		s := t.fit(x, m)
		if (s > score || s == score && s > 0 && best.points == "" && x.points != "") && !t.versionOf(x, i) {
			best, score = x, s
		}
	}
	if best == nil && t.predicated(m) && slices.ContainsFunc(recent, func(x *Text) bool { return !x.plural && related(x.family, m.noun.Family) }) {
		t.at[m.head] = 0 // "this is a text that we can take home" names none
		return
	}
	if best == nil && t.scant(m) {
		if x := t.before(m.head, 10, func(n *mention) bool { return !n.plural && n.text != nil && t.kept(n.text) }); x != nil {
			t.fewDetails(x, m)
			t.at[m.head] = 0
			return
		}
	}
	if best == nil && t.loose(m, i) && slices.ContainsFunc(recent, func(x *Text) bool { return t.kept(x) && related(x.family, m.noun.Family) }) {
		t.at[m.head] = 0
		return
	}
	if best == nil {
		best = &Text{mods: map[string]bool{}, lemmas: map[string]bool{}, counter: m.counter, derived: m.derived, former: m.former, fresh: m.fresh, named: m.named, plural: m.plural, family: m.noun.Family}
		t.texts = append(t.texts, best)
	}
	t.join(best, i)
	if t.scant(m) {
		t.fewDetails(best, m)
	}
}

// loose reports whether a mention founds no text beside one that is known: "a
// plan with few details".
func (t *Texts) loose(m *mention, i int) bool {
	return !m.owned && !m.plural && t.Clauses.Kid(m.head, "acl") < 0 && !(m.definite && len(m.mods) > 0) && !t.versions[i] && m.points == "" && !m.counter && !m.derived && m.score < 3
}

// scant reports whether a mention says that little is known of its text: "a plan
// with few details".
func (t *Texts) scant(m *mention) bool {
	for _, kid := range t.Clauses.Kids(m.head) {
		k := int(kid)
		if k > m.head && t.Clauses.Case(k) == "with" && t.Lemma(k) == "detail" {
			return true
		}
	}
	return false
}

func (t *Texts) fewDetails(x *Text, m *mention) {
	_, last := t.nounPhrase(m.head)
	s := t.saidOf(x)
	s.statuses = t.put(s.statuses, "under_discussion", t.Span(m.first, last), "few-details")
}

func related(a, b string) bool { return a == b || a == "any" || b == "any" }

// versionOf reports whether text x is called a version of what mention i names.
func (t *Texts) versionOf(x *Text, i int) bool {
	return t.versions[i] && slices.ContainsFunc(x.mentions, func(k int) bool { return t.mentions[k].origin == i+1 })
}

func (t *Texts) join(x *Text, i int) {
	m := &t.mentions[i]
	x.mentions = append(x.mentions, i)
	x.last = i
	x.best = max(x.best, m.score)
	x.firm = x.firm || m.definite || m.owned || m.noun.Strong || m.textual
	x.certain = x.certain || m.certain
	x.lemmas[t.Lemma(m.head)] = true
	m.text = x
	if x.points == "" {
		x.points = m.points
	}
	x.derived = x.derived || m.origin > 0 && m.derived
	if x.sum == "" {
		x.sum = m.sum
	}
	for _, w := range m.mods {
		x.mods[w] = true
	}
	x.subjects = add(x.subjects, m.subjects)
	x.telling = add(x.telling, m.telling)
	if len(x.owners) == 0 {
		x.office = m.office
	}
	x.owners = add(x.owners, m.owners)
	x.partners = add(x.partners, m.partners)
	if x.family == "any" {
		x.family = m.noun.Family
	}
	x.score = max(x.score, 0) + m.score
	if x.ID == "" {
		s := t.name(i)
		x.ID = travaux.SpanID("proposal", t.Reading.Report.ID, s.Start, s.End)
	}
}

// add appends what is not there yet.
func add(to, more []string) []string {
	for _, w := range more {
		if !slices.Contains(to, w) {
			to = append(to, w)
		}
	}
	return to
}

// apart reports whether both say something and nothing of it is the same.
func apart(a, b []string) bool {
	return len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(w string) bool { return slices.Contains(b, w) })
}

// fit tells how well a mention goes with a text named before; 0 means it
// cannot.
func (t *Texts) fit(x *Text, m *mention) int {
	if t.forbidden(x, m) {
		return 0
	}
	shared := 0
	for _, w := range m.mods {
		if x.mods[w] {
			shared++
		}
	}
	other := slices.ContainsFunc(m.telling, func(w string) bool { return !x.mods[w] })
	score := 1 + 2*shared
	if m.points != "" && x.points != "" {
		score += 4
	}
	if len(m.owners) > 0 && !apart(m.owners, x.owners) && len(x.owners) > 0 {
		score++
	}
	switch {
	case m.counter && x.counter, m.derived && x.derived:
		score += 2
	case x.counter && !m.definite: // a new text is not the counter-proposal
		return 0
	case x.derived && m.latest: // "the new text"
		score++
	case m.definite && len(m.mods) == 0 && (t.Lemma(m.head) == "paper" || t.Lemma(m.head) == "document"): // whichever was named last
	case x.counter || x.derived && m.noun.Family != "any": // bare "the plan" goes to the text that came first
		score--
	}
	if m.latest && !x.derived {
		score--
	}
	if m.noun.Family == "any" && x.points != "" && len(m.mods) == 0 {
		score++ // bare "the text"
	}
	if m.noun.Family == x.family {
		score++
	}
	if x.lemmas[t.Lemma(m.head)] {
		score++
	}
	switch {
	case m.definite || m.owned:
		score += 2
	case t.restates(x, m):
		score++
	case shared == 0 && m.points == "":
		return 0
	}
	if other && shared == 0 && m.points == "" {
		return 0
	}
	return max(score, 0)
}

// predicated reports whether a mention only says what sort of text the one that
// is spoken of is: "it is a deal".
func (t *Texts) predicated(m *mention) bool {
	if m.definite || m.owned || m.plural || m.points != "" || t.Clauses.Kid(m.head, "cop") < 0 {
		return false
	}
	switch s := t.Clauses.Kid(m.head, "nsubj"); t.Low(s) {
	case "it", "this", "that":
		return true
	}
	return false
}

// drawsOn reports whether a definite mention is of a text named right before,
// and only the words behind it say on what that draws: "a short text … The
// compromise, which draws on the plan".
func (t *Texts) drawsOn(x *Text, m *mention) bool {
	return m.definite && m.origin > 0 && len(m.mods) == 0 && !slices.Contains(x.mentions, m.origin-1) &&
		t.Doc.Toks[m.head].Sent-t.Doc.Toks[t.mentions[x.last].head].Sent <= 2 && t.mentions[m.origin-1].head > m.head
}

// restates reports whether a mention that opens an article takes up the text of
// its headline, which nothing else has named: headline "Secret plan", "A draft
// treaty on the river would".
func (t *Texts) restates(x *Text, m *mention) bool {
	if m.definite || m.owned || m.plural || m.fresh || m.counter != x.counter || t.inHeading(m.head) || t.opened(m.head) {
		return false
	}
	return !slices.ContainsFunc(x.mentions, func(k int) bool { return !t.inHeading(t.mentions[k].head) })
}

// inHeading reports whether token k stands in a headline, or in a line under one
// that ends in no full stop.
func (t *Texts) inHeading(k int) bool {
	if t.Doc.Blocks[t.Sent(k).Block].Kind == lang.Heading {
		return true
	}
	s := t.Sent(k)
	return t.Sent(k).Block < deckBlocks && s.Last > s.First && t.POS(s.Last-1) != lang.PUNCT
}

// deckBlocks is how many blocks down a page a line under its headline stands.
const deckBlocks = 6

// opened reports whether token k stands behind the first paragraph with text of
// an article's own, or a text was named between the headlines and it.
func (t *Texts) opened(k int) bool {
	for i := range t.mentions {
		if h := t.mentions[i].head; h >= k {
			break
		} else if !t.inHeading(h) && t.mentions[i].text != nil {
			return true
		}
	}
	return t.Doc.Toks[k].Start-t.Doc.Toks[0].Start > openingBytes
}

// openingBytes is how far into a page an article's first sentence may stand.
const openingBytes = 1500

// forbidden reports what keeps a mention from naming a text.
func (t *Texts) forbidden(x *Text, m *mention) bool {
	known := m.points != ""
	switch {
	case m.plural != x.plural,
		known && x.points != "" && m.points != x.points,
		known && x.points == "" && !m.definite && !m.owned && !t.restates(x, m), // "a 12-point text" is a new one
		m.fresh && !x.fresh,
		m.sum != "" && m.sum != x.sum && (x.sum != "" || !m.definite && !m.owned),
		x.counter && !m.counter && apart(m.owners, x.owners), // "the chair's plan" is not the union's counter-draft
		m.counter && !x.counter, m.derived && !x.derived && !t.drawsOn(x, m), m.former && !x.former,
		!related(m.noun.Family, x.family) && !t.ownPlan(x, m) && !(m.draft && x.family == "plan" && t.restates(x, m)),
		m.noun.Family == "any" && x.family == "bill" && !m.definite, x.family == "any" && m.noun.Family == "bill",
		apart(m.owners, x.owners) && m.office == x.office && !known && !(m.noun.Family == "deal" && len(x.partners) > 0 && !apart(m.owners, x.partners)),
		apart(m.partners, x.partners),
		apart(m.telling, x.telling) && !known && len(m.owners)+len(x.owners) == 0,
		apart(m.subjects, x.subjects) && !known && (len(m.owners) == 0 || len(x.owners) == 0): // "the peace agreement" is not "the trade deal"
		return true
	}
	if shared := slices.ContainsFunc(m.mods, func(w string) bool { return x.mods[w] }); !shared && !known && !x.lemmas[t.Lemma(m.head)] {
		if m.noun.Family != "deal" && len(m.mods) > 0 && len(x.mods) > 0 {
			return true // "the companion resolution" is not "the funding bill"
		}
		if len(m.content) > 0 && m.noun.Family == "plan" && !m.counter {
			return true // "the offer of a pause" is not "the plan"
		}
	}
	// "the Lagoon Treaty" is not "the withdrawal agreement"
	return x.named != m.named && len(m.mods) > 0 && !slices.ContainsFunc(m.mods, func(w string) bool { return x.mods[w] })
}

// ownPlan reports whether a side's plan and its deal may be one text.
func (t *Texts) ownPlan(x *Text, m *mention) bool {
	if len(m.owners) == 0 || len(x.owners) == 0 || apart(m.owners, x.owners) || !t.lex.in("loose", t.Lemma(m.head)) {
		return false
	}
	for l := range x.lemmas {
		if t.lex.in("loose", l) {
			return true
		}
	}
	return false
}

// kept reports whether there are signs enough that a text is meant.
func (t *Texts) kept(x *Text) bool {
	many := len(x.mentions) > 1
	if !(x.firm || x.used || x.points != "" || x.counter || x.derived || many) || x.plural && !x.certain {
		return false
	}
	return x.best >= 3 || x.best >= 2 && (many || x.used) || x.used && x.best >= -1
}
