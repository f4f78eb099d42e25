package claim

import (
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// place puts mention i to the text that it names, or begins a new one.
func (r *reader) place(i int) {
	m := &r.mentions[i]
	if k := r.np.NPs[m.np].First - 1; k > r.sent(m.head).First && r.pos(k) == lang.ADP && r.lex.in("origin", r.lemma(k-1)) && r.verb(k-1) {
		r.text[m.head] = 0 // what a text is based on is not that text
		return
	}
	if a := r.apposed(i); a >= 0 && r.mentions[a].cluster != nil {
		c := r.mentions[a].cluster
		c.derived = c.derived || m.derived
		r.join(c, i)
		return
	}
	best, score := (*cluster)(nil), 0
	for k := len(r.clusters) - 1; k >= 0; k-- {
		if s := r.fit(r.clusters[k], m); s > score && !r.versionOf(r.clusters[k], i) {
			best, score = r.clusters[k], s
		}
	}
	if best == nil && !m.fresh() && !r.hasVersion(i) && m.points == 0 && !m.counter && !m.derived && m.score < 3 && r.known(m) {
		r.text[m.head] = 0
		return
	}
	if best == nil {
		best = &cluster{mods: map[string]bool{}, counter: m.counter, derived: m.derived, named: m.named, family: m.noun.Family}
		r.clusters = append(r.clusters, best)
	}
	r.join(best, i)
}

// hasVersion reports whether another mention is called a version of mention i.
func (r *reader) hasVersion(i int) bool {
	return slices.ContainsFunc(r.mentions, func(m textMention) bool { return m.origin == i+1 })
}

// versionOf reports whether text c is called a version of what mention i names.
func (r *reader) versionOf(c *cluster, i int) bool {
	return slices.ContainsFunc(c.mentions, func(k int) bool { return r.mentions[k].origin == i+1 })
}

// fresh reports whether a mention may begin a text though others of its kind
// are known: it is owned, or definite with words that tell it apart.
func (m *textMention) fresh() bool {
	return m.owned || m.definite && len(m.mods) > 0
}

// known reports whether a text that an indefinite phrase may loosely mean has
// been named: "a plan with few details".
func (r *reader) known(m *textMention) bool {
	return slices.ContainsFunc(r.clusters, func(c *cluster) bool {
		return r.kept(c) && (c.family == m.noun.Family || m.noun.Family == "any" || c.family == "any")
	})
}

func (r *reader) join(c *cluster, i int) {
	m := &r.mentions[i]
	c.mentions = append(c.mentions, i)
	m.cluster = c
	if m.points > 0 && c.points == "" {
		c.points = r.g.Quantities[m.points-1].Value
	}
	for _, w := range m.mods {
		c.mods[w] = true
	}
	c.subjects = append(c.subjects, m.subjects...)
	for _, id := range m.owner.ids {
		if !slices.Contains(c.owners, id) {
			c.owners = append(c.owners, id)
		}
	}
	if c.family == "any" {
		c.family = m.noun.Family
	}
	c.score = max(c.score, 0) + m.score
	if c.id == "" {
		s := r.span(r.np.NPs[m.np].First, r.np.NPs[m.np].Last)
		c.id = travaux.SpanID("proposal", r.g.Report.ID, s.Start, s.End)
	}
}

// fit tells how well a mention goes with a text named before; 0 means it
// cannot.
func (r *reader) fit(c *cluster, m *textMention) int {
	if m.plural != r.mentions[c.mentions[0]].plural {
		return 0
	}
	if m.points > 0 && c.points != "" && r.g.Quantities[m.points-1].Value != c.points {
		return 0
	}
	if m.points > 0 && c.points == "" && !m.definite && !m.owned {
		return 0 // "a 12-point text" is a new one
	}
	if m.counter && !c.counter || m.derived && !c.derived {
		return 0
	}
	if m.noun.Family != c.family && m.noun.Family != "any" && c.family != "any" {
		return 0
	}
	if len(m.owner.ids) > 0 && len(c.owners) > 0 && len(without(m.owner.ids, c.owners)) == len(m.owner.ids) && m.points == 0 {
		return 0
	}
	if m.noun.Family == "any" && c.family == "bill" || c.family == "any" && m.noun.Family == "bill" {
		return 0
	}
	if len(m.subjects) > 0 && len(c.subjects) > 0 && len(without(m.subjects, c.subjects)) == len(without(m.subjects, nil)) && m.points == 0 {
		return 0 // "the peace agreement" is not "the trade deal"
	}
	if c.named != m.named && len(m.mods) > 0 && !slices.ContainsFunc(m.mods, func(w string) bool { return c.mods[w] }) {
		return 0 // "the Lagoon Treaty" is not "the withdrawal agreement"
	}
	shared, other := 0, 0
	for _, w := range m.mods {
		if c.mods[w] {
			shared++
		} else if r.telling(m, w) {
			other++
		}
	}
	score := 1 + 2*shared
	if m.points > 0 && c.points != "" {
		score += 4
	}
	switch {
	case m.counter && c.counter, m.derived && c.derived:
		score += 2
	case c.counter && !m.definite: // a new text is not the counter-proposal
		return 0
	case c.counter || c.derived: // bare "the plan" goes to the text that came first
		score--
	}
	if m.noun.Family == "any" && c.points != "" && len(m.mods) == 0 {
		score++ // bare "the text"
	}
	if m.definite || m.owned {
		score += 2
	} else if shared == 0 && m.points == 0 {
		return 0
	}
	if other > 0 && shared == 0 && m.points == 0 {
		return 0
	}
	return max(score, 0)
}

// telling reports whether a word before the noun sets its text apart from
// others: a name.
func (r *reader) telling(m *textMention, w string) bool {
	np := r.np.NPs[m.np]
	for k := np.First; k < m.head; k++ {
		if r.lemma(k) == w && r.at[k] > 0 && (m.owner.first < 0 || k < m.owner.first || k >= m.owner.last) {
			return true
		}
	}
	return false
}

// textOf returns the text whose mention heads phrase n, or nil.
func (r *reader) textOf(n int) *cluster {
	if n < 0 {
		return nil
	}
	if i := r.text[r.np.NPs[n].Head]; i > 0 {
		return r.mentions[i-1].cluster
	}
	return nil
}

// kept reports whether there are signs enough that a text is meant.
func (r *reader) kept(c *cluster) bool {
	best, firm := 0, c.used || c.points != "" || c.counter || c.derived || len(c.mentions) > 1
	for _, i := range c.mentions {
		m := &r.mentions[i]
		best = max(best, m.score)
		firm = firm || m.definite || m.owned || m.noun.Strong || m.textual
	}
	if !firm {
		return false
	}
	return best >= 3 || best >= 2 && (len(c.mentions) > 1 || c.used) || c.used && best >= -1
}

// relate sets which text a counter-proposal answers and a version goes back
// to: the one named, else the nearest before that is no counter-proposal.
func (r *reader) relate() {
	for k, c := range r.clusters {
		if c.derived {
			for _, i := range c.mentions {
				if o := r.mentions[i].origin; o > 0 && r.mentions[o-1].cluster != c {
					if c.parent = r.mentions[o-1].cluster; c.parent != nil {
						c.parent.used = true
					}
				}
			}
		}
		for j := k - 1; j >= 0 && (c.counter && c.against == nil || c.derived && c.parent == nil); j-- {
			b := r.clusters[j]
			if b.counter || !r.kept(b) || r.mentions[b.mentions[0]].plural {
				continue
			}
			if c.counter && c.against == nil {
				c.against = b
			}
			if c.derived && c.parent == nil && !c.counter {
				c.parent = b
			}
		}
	}
}
