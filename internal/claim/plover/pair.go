package plover

import "github.com/travaux/travaux/internal/lang"

// Between returns what the sources do to the targets; sides that are both are
// given as both. Where no clause has them in their places, it is the first act
// that either has a part in, and then the first of the sentence.
func (r *Reader) Between(sources, targets []Side) (root Root, at int) {
	sent := r.sentence(sources, targets)
	if sent == nil {
		return "", -1
	}
	best, score := -1, 0
	for i := sent.First; i < sent.Last; i++ {
		n := r.fits(i, sources, targets)
		if n <= score {
			continue
		}
		if got := r.act(i, first(sources), 0); got != "" {
			best, score, root = i, n, got
		}
	}
	return root, best
}

func first(s []Side) Side {
	if len(s) == 0 {
		return Side{}
	}
	return s[0]
}

func (r *Reader) sentence(sources, targets []Side) *lang.Sent {
	for _, s := range append(append([]Side(nil), sources...), targets...) {
		if !s.none() && s.First < len(r.d.Toks) {
			return &r.d.Sents[r.d.Toks[s.First].Sent]
		}
	}
	if len(r.d.Sents) == 0 {
		return nil
	}
	return &r.d.Sents[0]
}

// fits weighs how well the act at token i has the sources as those who act and
// the targets as those it is done to. Outer clauses go before inner ones.
func (r *Reader) fits(i int, sources, targets []Side) int {
	p, ok := r.x.Predicate(i)
	n := 1
	if !ok {
		if r.nominal(i, Side{}, 0) == "" {
			return 0
		}
	} else {
		n += 8
		for _, s := range sources {
			if r.isSubjectOf(p.Subject, s) {
				n += 64
				break
			}
		}
	}
	for _, t := range targets {
		switch h := r.head(t); {
		case h < 0:
		case ok && r.isSubjectOf(p.Object, t) || ok && r.isSubjectOf(p.Indirect, t):
			n += 32
		case r.within(h, i):
			n += 32
		}
	}
	return n*8 - min(r.depth(i), 7)
}

func (r *Reader) isSubjectOf(heads []int, s Side) bool {
	h := r.head(s)
	for _, k := range heads {
		if h >= 0 && r.x.Under(h, k) && !r.apart(h, k) {
			return true
		}
	}
	return false
}

// within reports whether h belongs to the clause of i: neither to its subject
// nor to a clause joined to it.
func (r *Reader) within(h, i int) bool {
	for k := h; k >= 0; k = r.x.Head(k) {
		if k == i {
			return true
		}
		if r.x.Head(k) == i && r.x.Is(k, "conj", "parataxis", "nsubj") {
			return false
		}
	}
	return false
}

func (r *Reader) depth(i int) int {
	n := 0
	for k := r.x.Head(i); k >= 0 && n < 16; k = r.x.Head(k) {
		n++
	}
	return n
}
