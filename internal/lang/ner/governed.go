package ner

import "github.com/travaux/travaux/internal/lang"

// governed decides by what a place's name is in the tree, and by nothing where
// that does not tell: subjects, objects and possessors act, unless the verb or
// noun is one of places; of a list all are what the first is.
func (s *scan) governed(m *lang.Mention) lang.Sense {
	x := s.tree
	at := s.headOf(lang.Proposal{First: m.First, Last: m.Last})
	for steps := 0; x.Is(at, "conj") && steps < 16; steps++ {
		at = x.Head(at)
	}
	h := x.Head(at)
	if h < 0 {
		return lang.NoSense
	}
	verb := s.r.words[s.doc.Toks[h].Lemma]
	switch {
	case x.Is(at, "nsubj:pass", "obj"):
		return placeIf(verb&visit != 0 || s.settled(h))
	case x.Is(at, "nsubj"):
		return placeIf(s.settled(h))
	case x.Is(at, "iobj", "obl:agent", "vocative"):
		return lang.AsActor
	case x.Is(at, "nmod:poss"):
		return placeIf(verb&placeNoun != 0)
	case x.Is(at, "compound", "nmod:desc") && s.doc.Toks[h].UPOS == lang.NOUN:
		return placeIf(verb&(actNoun|title) == 0)
	case x.Is(at, "obl", "nmod"):
		switch x.Case(at) {
		case "in", "at", "near", "into", "inside", "outside", "within", "throughout", "across", "through", "via", "around", "onto":
			return lang.AsPlace
		case "with", "between", "against", "among", "by", "without", "unlike", "versus", "according to", "on behalf of", "because of", "alongside":
			return lang.AsActor
		}
	}
	return lang.NoSense
}

func placeIf(p bool) lang.Sense {
	if p {
		return lang.AsPlace
	}
	return lang.AsActor
}

// settled reports whether a verb, or what a copula joins, says where or how a
// place is, and so is said of the place.
func (s *scan) settled(h int) bool {
	switch s.doc.Toks[h].Lemma {
	case "lie", "burn", "flood", "evacuate", "rebuild", "besiege", "surround", "wake", "straddle", "found":
		return true
	case "capital", "city", "town", "port", "home", "venue":
		return s.tree.Kid(h, "cop") >= 0
	case "attack", "siege", "curfew", "fire", "ruin":
		return s.tree.Kid(h, "cop") >= 0 && s.tree.Kid(h, "case") >= 0
	}
	return false
}
