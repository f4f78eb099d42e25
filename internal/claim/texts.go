package claim

import (
	"slices"
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// textMention is one naming of a plan, a draft, an offer.
type textMention struct {
	np, head int
	noun     textNoun
	points   int // 1 + the quantity that counts its points, 0 for none
	counter  bool
	derived  bool // "revised", "a version of"
	origin   int  // for a version of another: the mention of that other, plus 1
	definite bool
	owned    bool
	named    bool // a proper name: "the Lagoon Treaty"
	textual  bool // "draft", "tentative", "leaked"
	plural   bool
	owner    who
	mods     []string // words before the head that tell which text
	subjects []string // those of them that say what it is about: common nouns
	score    int      // how sure it is that a text is meant
	cluster  *cluster
}

// cluster is the mentions of one text.
type cluster struct {
	mentions []int
	points   string
	counter  bool
	derived  bool
	family   string
	mods     map[string]bool
	subjects []string
	owners   []string
	named    bool
	score    int
	id       string
	parent   *cluster // what it is derived from
	against  *cluster // what it counters
	used     bool     // an event or provision is about it
}

// pointUnits are the units by which texts are counted.
func pointUnit(u string) bool {
	switch u {
	case "point", "article", "clause", "chapter", "item", "step":
		return true
	}
	return false
}

// texts finds the mentions of texts and groups them.
func (r *reader) texts() {
	for n := range r.np.NPs {
		if m, ok := r.textMention(n); ok {
			r.mentions = append(r.mentions, m)
			r.text[m.head] = int32(len(r.mentions))
		}
	}
	r.origins()
	r.numbered()
	for i := range r.mentions {
		r.place(i)
	}
}

// textMention reads phrase n as a naming of a text.
func (r *reader) textMention(n int) (textMention, bool) {
	np := r.np.NPs[n]
	h := np.Head
	noun, ok := r.lex.texts[r.lemma(h)]
	if ok && noun.Family == "any" && noun.Form == "version" && r.low(h+1) != "of" {
		ok = r.count(np.First, np.Last) > 0
	}
	m := textMention{np: n, head: h, noun: noun}
	if !ok || r.pos(h) != lang.NOUN && r.pos(h) != lang.PROPN {
		return m, false
	}
	if r.lemma(h) == "plan" && (r.low(h+1) == "to" && r.pos(h+2) == lang.VERB && r.count(np.First, np.Last) == 0 || r.low(h+1) == "for" && r.xpos(h) == "NNS") {
		return m, false
	}
	if r.lex.in("ideal", r.low(h-1)) {
		return m, false // "the best deal", "a better offer"
	}
	if noun.Family == "deal" && r.low(np.First) == "a" && r.lex.in("idiom", r.low(h-1)) {
		return m, false // "a great deal"
	}
	m.plural = r.xpos(h) == "NNS" || r.xpos(h) == "NNPS"
	m.named = r.xpos(h) == "NNP" && h > np.First && r.xpos(h-1) == "NNP" && r.d.Blocks[r.sent(h).Block].Kind != lang.Heading
	r.modifiers(&m)
	if q := r.count(np.First, np.Last); q > 0 {
		m.points = q
		m.score += 4
	} else if q := r.countAfter(np.Last); q > 0 {
		m.points = q
		m.score += 4
	}
	switch first := r.low(np.First); {
	case first == "the" || first == "this" || first == "that" || first == "both":
		m.definite = true
	case first == "no" || first == "any" || first == "every" || first == "some" || first == "what" || first == "which" || first == "these" || first == "those" || first == "such":
		return m, false
	}
	if r.paged(np.First, h) {
		m.score += 2
		m.textual = true
	}
	if r.low(h+1) == "of" && r.low(h+3) == "own" { // "a text of its own"
		m.counter = true
	}
	m.owner = r.possessor(n)
	m.owned = m.owner.first >= 0 || r.genitiveIn(np.First, h)
	if noun.Strong {
		m.score += 2
	}
	if m.counter || m.derived {
		m.score += 2
	}
	if m.plural {
		m.score -= 3
	}
	m.score += r.signs(&m)
	return m, true
}

// genitiveIn reports whether tokens [a, b) hold a possessive.
func (r *reader) genitiveIn(a, b int) bool {
	for k := a; k < b; k++ {
		if x := r.xpos(k); x == "POS" || x == "PRP$" {
			return true
		}
	}
	return false
}

// count returns 1 + the quantity of points in tokens [a, b), or 0.
func (r *reader) count(a, b int) int {
	for k := a; k < b; k++ {
		if q := r.qt[k]; q > 0 && pointUnit(r.g.Quantities[q-1].Unit) {
			return int(q)
		}
	}
	return 0
}

// countAfter reads "a plan of 12 points", "a draft with nine chapters".
func (r *reader) countAfter(k int) int {
	switch r.low(k) {
	case "of", "with", "in", "containing", "comprising":
		if n := r.np.Starts(k + 1); n >= 0 {
			if q := r.count(k+1, r.np.NPs[n].Last); q > 0 && r.lex.in("part", r.lemma(r.np.NPs[n].Head)) {
				return q
			}
		}
	}
	return 0
}

// modifiers reads the words before a text's noun.
func (r *reader) modifiers(m *textMention) {
	np := r.np.NPs[m.np]
	m.counter = m.noun.Form == "counter-proposal"
	for k := np.First; k < np.Last; k++ {
		l := r.low(k)
		switch {
		case k == m.head || r.qt[k] > 0 || r.pos(k) == lang.DET || r.pos(k) == lang.PUNCT || r.pos(k) == lang.PART || r.pos(k) == lang.NUM:
		case r.lex.in("counter", l) && m.noun.Family == "plan" && (l != "own" || k == m.head-1 || r.qt[k+1] > 0):
			m.counter = true
			m.score++
		case r.lex.in("revised", l):
			m.derived = true
			m.score++
		case r.lex.in("textual", l):
			m.score += 2
			m.textual = true
		case l == "original" || l == "initial" || l == "first" || l == "new" || l == "latest" || l == "current":
		case nominal(r.pos(k)) || r.pos(k) == lang.ADJ:
			m.mods = append(m.mods, strings.ToLower(r.d.Toks[k].Lemma))
			if r.pos(k) == lang.NOUN && r.at[k] == 0 && r.xpos(k+1) != "POS" && !strings.HasSuffix(l, "ing") {
				m.subjects = append(m.subjects, strings.ToLower(r.d.Toks[k].Lemma))
			}
			if r.lex.in("topic", l) {
				m.score++
			}
		}
	}
}

// signs weighs what stands around a mention for a text being meant.
func (r *reader) signs(m *textMention) int {
	np := r.np.NPs[m.np]
	n := 0
	if m.owner.first >= 0 {
		n++
	}
	if r.low(np.First-1) == "under" && r.pos(np.First) == lang.DET {
		n++
	}
	k := np.Last
	if r.low(k) == "," || r.low(k) == "—" {
		k++
	}
	for j := k; j < k+5 && j < r.sent(m.head).Last; j++ { // "drafted by", "was first reported by"
		if (r.lex.in("author", r.lemma(j)) || r.lex.in("published", r.lemma(j)) || r.lex.in("origin", r.lemma(j))) && (r.xpos(j) == "VBN" || r.xpos(j) == "VBD") {
			n += 2
			break
		}
	}
	if v := r.verbRight(np.Last); v >= 0 && r.lex.in("provide", r.lemma(v)) && !r.group(v).passive {
		n++
	}
	for j := np.First - 1; j >= r.sent(m.head).First && j > np.First-5; j-- {
		if !r.verb(j) {
			continue
		}
		if r.lex.in("author", r.lemma(j)) || slices.ContainsFunc(r.triggersOf(r.lex.verbs, j), func(t *trigger) bool { return t.has("text") }) {
			n += 2
		}
		break
	}
	return n
}

// verbRight returns the finite verb whose subject ends at token k: the next
// verb after asides and adverbs, or -1.
func (r *reader) verbRight(k int) int {
	if k >= len(r.d.Toks) {
		return -1
	}
	end := r.sent(k - 1).Last
	for k < end {
		switch l := r.low(k); {
		case l == "—" || l == "," && r.subordinate(k+1):
			j := k + 1
			for j < end && r.low(j) != l {
				j++
			}
			if j >= end-1 {
				return -1
			}
			k = j + 1
		case r.low(k) == "for" || r.low(k) == "on" || r.low(k) == "of" || r.low(k) == "in" || r.low(k) == "by":
			n := r.np.Starts(k + 1)
			if n < 0 {
				return -1
			}
			k = r.np.NPs[n].Last
		case r.pos(k) == lang.AUX || r.pos(k) == lang.ADV || r.pos(k) == lang.PART:
			k++
		case r.verb(k):
			return k
		default:
			return -1
		}
	}
	return -1
}

// origins finds "a version of the plan", also where it stands in apposition.
func (r *reader) origins() {
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.noun.Form != "version" || r.low(m.head+1) != "of" {
			continue
		}
		n := r.np.Starts(m.head + 2)
		if n < 0 || r.text[r.np.NPs[n].Head] == 0 {
			continue
		}
		m.derived = true
		m.origin = int(r.text[r.np.NPs[n].Head])
	}
}

// apposed returns the mention that mention i stands in apposition to: "a
// 19-clause text, a shorter version of the draft".
func (r *reader) apposed(i int) int {
	first := r.np.NPs[r.mentions[i].np].First
	if i == 0 || r.low(first-1) != "," && r.low(first-1) != "—" {
		return -1
	}
	if r.np.NPs[r.mentions[i-1].np].Last == first-1 && r.d.Toks[first-1].Sent == r.d.Toks[first].Sent {
		return i - 1
	}
	return -1
}

// paged reports whether tokens [a, b) count pages, which make a text and are no
// points.
func (r *reader) paged(a, b int) bool {
	for k := a; k < b; k++ {
		if r.lemma(k) == "page" && r.qt[k] > 0 {
			return true
		}
	}
	return false
}

// numbered gives texts the number of points that a sentence says they have:
// "the draft has 12 points", "it contains 12 points".
func (r *reader) numbered() {
	for i := range r.d.Toks {
		switch r.lemma(i) {
		case "have", "contain", "comprise", "count", "hold", "list", "number":
		default:
			continue
		}
		n := r.np.Starts(i + 1)
		if n < 0 || !r.lex.in("part", r.lemma(r.np.NPs[n].Head)) {
			continue
		}
		if q := r.count(i+1, r.np.NPs[n].Last); q > 0 {
			if t := r.textSubject(i); t > 0 && r.mentions[t-1].points == 0 {
				r.mentions[t-1].points = q
				r.mentions[t-1].score += 4
			}
		}
	}
}

// textSubject returns 1 + the mention of a text that is the subject of verb i,
// also by "it", which is the text named last in the sentence before; 0 for none.
func (r *reader) textSubject(i int) int {
	lo := r.sent(i).First
	k := i
	for k > lo && (r.pos(k-1) == lang.AUX || r.pos(k-1) == lang.ADV) {
		k--
	}
	n := r.np.Ends(k)
	for n >= 0 && r.text[r.np.NPs[n].Head] == 0 && r.np.NPs[n].First > lo && r.pos(r.np.NPs[n].First-1) == lang.ADP {
		n = r.np.Ends(r.np.NPs[n].First - 1)
	}
	if n >= 0 && r.text[r.np.NPs[n].Head] > 0 {
		if p := r.np.NPs[n].First - 1; p > lo && r.pos(p) == lang.ADP { // "the draft for a treaty has"
			if m := r.np.Ends(p); m >= 0 && r.text[r.np.NPs[m].Head] > 0 {
				n = m
			}
		}
		return int(r.text[r.np.NPs[n].Head])
	}
	switch {
	case r.low(k-1) == "and", n >= 0 && r.low(r.np.NPs[n].Head) == "it":
		s := int(r.d.Toks[i].Sent) - 1
		if s < 0 || n < 0 && r.low(lo) != "it" {
			return 0
		}
		for j := r.d.Sents[s].Last - 1; j >= r.d.Sents[s].First; j-- {
			if t := r.text[j]; t > 0 && !r.mentions[t-1].plural {
				return int(t)
			}
		}
	}
	return 0
}
