package timex

import "strings"

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

func (g *grammar) compile(r *rule) *rule {
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
	return r
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

// firsts is what can begin a match of a pass's rules.
type firsts struct {
	cls  class
	lits map[int16]bool
}

func firstsOf(rules []*rule) firsts {
	f := firsts{lits: map[int16]bool{}}
	for _, r := range rules {
		f.cls |= r.first.cls
		for _, l := range r.first.lits {
			f.lits[l] = true
		}
	}
	return f
}

func (f *firsts) has(w *word) bool { return w.cls&f.cls != 0 || w.lit != 0 && f.lits[w.lit] }

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
func fold(ws []word, rules []*rule, f *firsts) []word {
	out := ws[:0]
	for i := 0; i < len(ws); {
		if !f.has(&ws[i]) {
			out = append(out, ws[i])
			i++
			continue
		}
		w, n := longest(ws, i, rules)
		if n == 0 {
			out = append(out, ws[i])
			i++
			continue
		}
		out = append(out, w...)
		i += n
	}
	return out
}

// longest returns what the longest match at ws[i] folds into, and how many
// words it takes.
func longest(ws []word, i int, rules []*rule) ([]word, int) {
	best := 0
	var folded []word
	var m *match
	for _, r := range rules {
		if !r.first.fits(&ws[i]) {
			continue
		}
		if m == nil {
			m = &match{ws: ws, first: i}
		}
		m.rule, m.cls = r, r.cls
		n := m.run(0, 0)
		for n > 0 && dangling(&ws[i+n-1]) { // an optional mark with nothing behind it
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
