package ner

import "github.com/travaux/travaux/internal/lang"

// sense decides whether a name stands for an actor or for a place here.
func (s *scan) sense(m *lang.Mention) {
	switch {
	case m.Type == lang.Person, m.Type == lang.Organisation:
		m.Sense = lang.AsActor
	case m.Type == lang.Group && m.Use == lang.AsDemonym:
		m.Sense = lang.AsActor
	case m.Type == lang.Place:
		m.Sense = s.placeSense(m)
	}
}

// placeSense reads the words before and after a place's name. In doubt a name
// that may stand for an actor is a place after a preposition of place and an
// actor otherwise.
func (s *scan) placeSense(m *lang.Mention) lang.Sense {
	if m.KB == "" {
		return lang.AsPlace
	}
	sent := s.doc.Sents[s.doc.Toks[m.First].Sent]
	if s.dateline(sent, m) {
		return lang.AsPlace
	}
	if s.r.sites[m.KB] && !s.acts(m) {
		return lang.AsPlace
	}
	if v := s.governed(m); v != lang.NoSense {
		return v
	}
	if v := s.after(sent, m.Last); v != lang.NoSense {
		return v
	}
	if v := s.beforePlace(sent, m.First); v != lang.NoSense {
		return v
	}
	return lang.AsPlace
}

// acts reports whether a place's name is the subject of a verb of saying or
// deciding, or has an act: "Port Lin rejected the offer".
func (s *scan) acts(m *lang.Mention) bool {
	at := s.headOf(lang.Proposal{First: m.First, Last: m.Last})
	for steps := 0; s.tree.Is(at, "conj") && steps < 16; steps++ {
		at = s.tree.Head(at)
	}
	h := s.tree.Head(at)
	if h < 0 {
		return false
	}
	verb := s.r.words[s.doc.Toks[h].Lemma]
	return s.tree.Is(at, "nsubj", "obl:agent") && verb&say != 0 && s.doc.Toks[h].UPOS == lang.VERB || s.tree.Is(at, "nmod:poss") && verb&actNoun != 0
}

// after decides by what follows: an act or a possession.
func (s *scan) after(sent lang.Sent, i int) lang.Sense {
	if i >= sent.Last {
		return lang.NoSense
	}
	switch s.form(i) {
	case "'s", "’s", "'", "’":
		for j := i + 1; j < sent.Last && j < i+5; j++ {
			if s.is(j, placeNoun) {
				return lang.AsPlace
			}
			if u := s.doc.Toks[j].UPOS; u != lang.ADJ && u != lang.NOUN && u != lang.PROPN && u != lang.NUM {
				break
			}
		}
		return lang.AsActor
	case "-", "‑":
		if s.form(i+1) == "based" || s.form(i+1) == "born" {
			return lang.AsPlace
		}
		return lang.AsActor
	}
	if s.r.words[s.doc.Toks[i].Lemma]&actNoun != 0 && s.doc.Toks[i].UPOS == lang.NOUN {
		return lang.AsActor
	}
	// the first of several: "X, Y and Z agreed"
	for j := i; j+1 < sent.Last && (s.form(j) == "," || s.form(j) == "and") && s.is(j+1, upper) && s.covered[j+1]; {
		for j++; j < sent.Last && s.covered[j]; j++ {
		}
		i = j
	}
	if s.form(i) == "," {
		return lang.NoSense
	}
	for j := i; j < sent.Last && j < i+4; j++ {
		t := &s.doc.Toks[j]
		switch t.UPOS {
		case lang.ADV, lang.PART:
			continue
		case lang.AUX:
			if j == i || s.doc.Toks[j-1].UPOS == lang.ADV {
				return s.subject(sent, i)
			}
			continue
		case lang.VERB:
			if t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP" {
				return s.subject(sent, i)
			}
		}
		break
	}
	return lang.NoSense
}

// subject is AsActor, unless a preposition before the name, which ends before
// token i, shows that the verb's subject is another: "the talks in X failed".
func (s *scan) subject(sent lang.Sent, i int) lang.Sense {
	j := i - 1
	for j > sent.First && (s.is(j, upper) || s.doc.Toks[j].UPOS == lang.DET) {
		j--
	}
	if s.doc.Toks[j].UPOS == lang.ADP {
		return lang.NoSense
	}
	return lang.AsActor
}

// beforePlace decides by the preposition or verb before the name at token i.
func (s *scan) beforePlace(sent lang.Sent, i int) lang.Sense {
	j := i - 1
	for j >= sent.First && (s.doc.Toks[j].UPOS == lang.DET || s.doc.Toks[j].UPOS == lang.ADJ) {
		j--
	}
	// the second of two: "between X and Y", "in X and Y"
	if j > sent.First+1 && (s.form(j) == "and" || s.form(j) == "or" || s.form(j) == ",") && s.is(j-1, upper) && s.covered[j-1] {
		for j > sent.First && (s.covered[j-1] || s.form(j-1) == ",") {
			j--
		}
		j--
	}
	if j < sent.First {
		return lang.NoSense
	}
	switch s.form(j) {
	case "in", "In", "at", "At", "near", "Near", "into", "across", "around", "outside", "inside", "through", "throughout", "toward", "via", "within":
		return lang.AsPlace
	case "with", "With", "between", "Between", "by", "against", "Against", "among", "Among", "for", "on", "behind", "versus", "than", "unlike", "despite":
		return lang.AsActor
	case "to", "from", "From", "of":
		return s.moved(sent, j)
	}
	t := &s.doc.Toks[j]
	if t.UPOS == lang.VERB {
		if s.r.words[t.Lemma]&(visit|travel) != 0 {
			return lang.AsPlace
		}
		return lang.AsActor
	}
	return lang.NoSense
}

// moved decides for "to", "from" and "of" at token j: a place after what moves,
// an actor after what is said, given or demanded.
func (s *scan) moved(sent lang.Sent, j int) lang.Sense {
	for k := j - 1; k >= sent.First && k > j-4; k-- {
		t := &s.doc.Toks[k]
		c := s.r.words[t.Lemma]
		switch {
		case t.UPOS == lang.VERB && c&travel != 0, t.UPOS == lang.NOUN && c&(travel|placeNoun) != 0:
			return lang.AsPlace
		case t.UPOS == lang.NOUN && c&(actNoun|say) != 0, t.UPOS == lang.VERB && c&say != 0:
			return lang.AsActor
		case t.UPOS == lang.PUNCT || t.UPOS == lang.VERB:
			if s.form(j) == "to" && t.UPOS == lang.VERB && t.XPOS != "VBN" {
				return lang.AsActor
			}
			return lang.AsPlace
		}
	}
	return lang.AsPlace
}

// dateline reports whether the mention is the place at the head of a block
// that a dash or an agency's name in brackets sets off.
func (s *scan) dateline(sent lang.Sent, m *lang.Mention) bool {
	if m.First > sent.First+3 || sent.Start != s.doc.Blocks[sent.Block].Start && sent.First != 0 {
		return false
	}
	for j := m.Last; j < sent.Last && j < m.Last+9; j++ {
		switch s.form(j) {
		case "—", "–", "--":
			return true
		case "-":
			return !s.is(j, touches)
		}
		if u := s.doc.Toks[j].UPOS; u == lang.VERB || u == lang.AUX || u == lang.NOUN && !s.is(j, acronym|calendar) {
			return false
		}
	}
	return false
}
