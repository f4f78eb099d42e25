package timex

import (
	"math/bits"
	"strings"
)

// rule folds the words that its pattern matches into one. A pattern is
// elements with spaces between: an upper-case class, a lower-case word or
// mark, alternatives joined by |, with ? when it can be left out and < when it
// is matched but left outside the extent.
type rule struct {
	pattern string
	build   func(m *match) *meaning // nil meaning: no match after all
	cls     class                   // of the folded word; 0: set by build through match.cls
	elems   []elem
	first   elem // what can begin a match
}

type elem struct {
	cls           class
	lits          []int16
	optional, out bool
}

// compile reads the pattern of a rule.
func (g *grammar) compile(r *rule) {
	for _, f := range strings.Fields(r.pattern) {
		var e elem
		for len(f) > 1 && (strings.HasSuffix(f, "?") || strings.HasSuffix(f, "<")) {
			e.optional = e.optional || f[len(f)-1] == '?'
			e.out = e.out || f[len(f)-1] == '<'
			f = f[:len(f)-1]
		}
		for alt := range strings.SplitSeq(f, "|") {
			if c, ok := classNames[alt]; ok {
				e.cls |= c
			} else {
				e.lits = append(e.lits, g.literal(alt))
			}
		}
		r.elems = append(r.elems, e)
	}
	for _, e := range r.elems {
		r.first.cls |= e.cls
		r.first.lits = append(r.first.lits, e.lits...)
		if !e.optional {
			break
		}
	}
}

func (e *elem) fits(w *word) bool {
	if w.cls&e.cls != 0 {
		return true
	}
	if w.lit != 0 {
		for _, l := range e.lits {
			if l == w.lit {
				return true
			}
		}
	}
	return false
}

// pass is the rules that compete at each place, with an index of what can begin
// a match: sets of rules for each class and each literal word.
type pass struct {
	rules   []*rule
	classes [64]ruleSet
	lits    []ruleSet
	cls     class // all that begin a match
}

// ruleSet is a set of the rules of a pass, by their place in it.
type ruleSet [maxRules / 64]uint64

const maxRules = 128

func (g *grammar) pass(rules []*rule) *pass {
	p := &pass{rules: rules}
	for _, r := range rules {
		g.compile(r)
	}
	p.lits = make([]ruleSet, g.lits+1)
	for i, r := range rules {
		p.cls |= r.first.cls
		for c := range p.classes {
			if r.first.cls&(1<<c) != 0 {
				p.classes[c].add(i)
			}
		}
		for _, l := range r.first.lits {
			p.lits[l].add(i)
		}
	}
	return p
}

func (s *ruleSet) add(i int) { s[i/64] |= 1 << (i % 64) }

// begin returns the rules whose match can begin with w.
func (p *pass) begin(w *word) ruleSet {
	var s ruleSet
	if int(w.lit) < len(p.lits) {
		s = p.lits[w.lit] // that of 0 is empty
	}
	for c := uint64(w.cls & p.cls); c != 0; c &= c - 1 {
		for i, more := range p.classes[bits.TrailingZeros64(c)] {
			s[i] |= more
		}
	}
	return s
}

// match is what a pattern matched: ws[at[i]] for element i, -1 if left out.
type match struct {
	ws          []word
	first, last int // the words of the extent, last exclusive
	at          [16]int8
	rule        *rule
	cls         class
}

// get returns the n-th (from 0) matched word for an element of class c.
func (m *match) get(c class, n int) *word {
	for i, e := range m.rule.elems {
		if e.cls&c != 0 && m.at[i] >= 0 {
			if w := &m.ws[int(m.at[i])+m.first]; w.is(c) {
				if n == 0 {
					return w
				}
				n--
			}
		}
	}
	return nil
}

// has reports whether the pattern's element i was matched.
func (m *match) has(i int) bool { return m.at[i] >= 0 }

// word returns the word at the extent's position i.
func (m *match) word(i int) *word { return &m.ws[m.first+i] }

// fold runs one pass over ws: at each place the longest match wins, then the
// earlier rule.
func (p *pass) fold(ws []word) []word {
	n := 0       // words kept
	var m *match // most sentences need none
	for i := 0; i < len(ws); {
		if s := p.begin(&ws[i]); s != (ruleSet{}) {
			if m == nil {
				m = &match{ws: ws}
			}
			if folded, taken := p.longest(m, i, s); taken > 0 {
				n += copy(ws[n:], folded)
				i += taken
				continue
			}
		}
		if n < i {
			ws[n] = ws[i]
		}
		n++
		i++
	}
	return ws[:n]
}

// longest returns what the longest match at word i folds into, and how many
// words it takes; only rules of s can begin there.
func (p *pass) longest(m *match, i int, s ruleSet) ([]word, int) {
	best := 0
	var folded []word
	m.first = i
	for k, set := range s {
		for ; set != 0; set &= set - 1 {
			r := p.rules[64*k+bits.TrailingZeros64(set)]
			m.rule, m.cls = r, r.cls
			n := m.run(0, 0)
			for n > 0 && dangling(&m.ws[i+n-1]) { // an optional mark with nothing behind it
				n--
			}
			if n <= best {
				continue
			}
			m.last = i + n
			mean := r.build(m)
			if mean == nil {
				continue
			}
			best = n
			folded = m.folded(mean)
		}
	}
	return folded, best
}

func dangling(w *word) bool {
	return w.mean == nil && (w.form == "," || w.form == "of" || w.form == "-")
}

// folded returns the folded word, with the words left outside before or after.
func (m *match) folded(mean *meaning) []word {
	from, to := m.first, m.last
	for i, e := range m.rule.elems {
		if !e.out || m.at[i] < 0 {
			continue
		}
		if at := m.first + int(m.at[i]); at == from {
			from++
		} else if at < to {
			to = at
		}
	}
	w := m.ws[from]
	w.end = m.ws[to-1].end
	w.cls, w.lit, w.mean = m.cls, 0, mean
	w.num, w.val, w.text = mean.num, 0, ""
	out := append([]word{}, m.ws[m.first:from]...)
	out = append(out, w)
	return append(out, m.ws[to:m.last]...)
}

// run matches elements from e on at offset n from the first word, greedily
// with backtracking, and returns the number of words matched, 0 for none.
func (m *match) run(e, n int) int {
	if e == len(m.rule.elems) {
		return n
	}
	el := &m.rule.elems[e]
	if i := m.first + n; i < len(m.ws) && n < 120 && el.fits(&m.ws[i]) {
		m.at[e] = int8(n)
		if got := m.run(e+1, n+1); got > 0 {
			return got
		}
	}
	m.at[e] = -1
	if el.optional {
		return m.run(e+1, n)
	}
	return 0
}
