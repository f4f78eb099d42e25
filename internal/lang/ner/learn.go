package ner

import "github.com/travaux/travaux/internal/lang"

// learn notes the names that are sure, for headings and for names that are not.
func (s *scan) learn() {
	for i := range s.found {
		f := &s.found[i]
		if !f.sure || f.Type == lang.Group {
			continue
		}
		first, last := s.bare(f.Mention)
		key := s.key(first, last)
		if _, ok := s.known[key]; !ok {
			s.known[key] = f.Type
		}
		if f.Type == lang.Person && last-first > 1 {
			n := last - 1
			if s.is(n, suffix) && n > first {
				n--
			}
			s.surnames[s.form(n)] = true
			if h := n - 2; h > first && s.form(n-1) == "-" && s.is(n, touches) { // "Okafor-Lund"
				s.surnames[s.key(h, n+1)] = true
			}
			if s.is(first, givenName) {
				s.surnames[s.form(first)] = true
			}
		}
	}
}

// bare returns the tokens of a mention's name without the title.
func (s *scan) bare(m lang.Mention) (first, last int) {
	first = m.First
	for first < m.Last-1 && s.doc.Toks[first].Start < m.Name.Start {
		first++
	}
	return first, m.Last
}

// settle gives names that are not sure the type that the document shows
// elsewhere, and drops those that nothing speaks for.
func (s *scan) settle() {
	votes := s.votes()
	kept := s.found[:0]
	for _, f := range s.found {
		first, last := s.bare(f.Mention)
		key := s.key(first, last)
		if !f.sure {
			if typ, ok := s.known[key]; ok {
				f.Type, f.sure = typ, true
			} else if s.surnames[key] {
				f.Type, f.sure = lang.Person, true
			}
		}
		if f.Type == lang.Place && last-first == 1 && s.surnames[key] && !s.placed(first, last) {
			f.Type, f.Use, f.KB, f.Of, f.of = lang.Person, lang.AsName, "", "", nil
		} else {
			s.identify(&f, first, last)
		}
		if of := s.nearest(f.of, votes); f.of != nil && (f.Type != lang.Group || of != "") {
			f.Of = of
		}
		kept = append(kept, f)
	}
	s.found = kept
}

// votes counts how often the document names each state or body otherwise than
// by a form that several share.
func (s *scan) votes() map[string]int {
	v := map[string]int{}
	for i := range s.found {
		if f := &s.found[i]; f.of == nil {
			v[f.Of]++
			v[f.KB]++
		}
	}
	return v
}

// nearest returns the state or body, of those that a form may belong to, that
// the document names most; none when it names none of them or two as often.
func (s *scan) nearest(names []lang.Name, votes map[string]int) string {
	best, most := "", 0
	for _, n := range names {
		switch v := votes[n.Of]; {
		case n.Of == "" || n.Of == best:
		case v > most:
			best, most = n.Of, v
		case v == most:
			best = ""
		}
	}
	return best
}
