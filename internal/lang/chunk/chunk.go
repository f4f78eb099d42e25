// Package chunk finds the simple noun phrases of a document from tags alone:
// "the first and third envoys", "Ruiz's chief of staff Ana Kern", "two people".
//
// It stands in for a parser where there is none. It does not attach what
// follows a phrase ("of the port", "familiar with the talks"), and it does not
// decide what a phrase refers to.
package chunk

import (
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// NP is a noun phrase without what follows its head: tokens [First, Last),
// headed by token Head.
type NP struct{ First, Last, Head int }

// Index holds the noun phrases of a document.
type Index struct {
	NPs []NP
	at  []int32 // per token, 1 + the phrase that it is in, 0 for none
}

// At returns the number of the phrase that token i is in, or -1.
func (x *Index) At(i int) int {
	if i < 0 || i >= len(x.at) {
		return -1
	}
	return int(x.at[i]) - 1
}

// Starts returns the number of the phrase that begins at token i, or -1.
func (x *Index) Starts(i int) int {
	if n := x.At(i); n >= 0 && x.NPs[n].First == i {
		return n
	}
	return -1
}

// Ends returns the number of the phrase that ends before token i, or -1.
func (x *Index) Ends(i int) int {
	if n := x.At(i - 1); n >= 0 && x.NPs[n].Last == i {
		return n
	}
	return -1
}

// Find returns the noun phrases of d, which needs tokens and tags; names, where
// present, are never cut in two.
func Find(d *lang.Doc) *Index {
	x := &Index{NPs: make([]NP, 0, len(d.Toks)/4), at: make([]int32, len(d.Toks))}
	c := &chunker{d: d, atom: atoms(d), state: states(d)}
	for _, s := range d.Sents {
		for i := s.First; i < s.Last; {
			np, ok := c.from(i, s.Last)
			if !ok {
				i++
				continue
			}
			x.NPs = append(x.NPs, np)
			for j := np.First; j < np.Last; j++ {
				x.at[j] = int32(len(x.NPs))
			}
			i = np.Last
		}
	}
	return x
}

// atoms gives, for the first token of every longest name, the token after it.
func atoms(d *lang.Doc) []int32 {
	end := make([]int32, len(d.Toks))
	for _, m := range d.Mentions {
		if m.Type == lang.Pronoun || m.First < 0 || m.Last > len(end) || m.First >= m.Last {
			continue
		}
		end[m.First] = max(end[m.First], int32(m.Last))
	}
	return end
}

// states marks the tokens at which the name of a place or people begins.
func states(d *lang.Doc) []bool {
	at := make([]bool, len(d.Toks))
	for _, m := range d.Mentions {
		if (m.Type == lang.Place || m.Type == lang.Group) && m.First >= 0 && m.First < len(at) {
			at[m.First] = true
		}
	}
	return at
}

type chunker struct {
	d     *lang.Doc
	atom  []int32
	state []bool
}

// from reads a phrase that begins at token i; limit is the sentence's end.
func (c *chunker) from(i, limit int) (NP, bool) {
	noun := -1 // the token after the last noun taken
	head := -1
	j := i
	for j < limit {
		if e := int(c.atom[j]); e > j+1 && e <= limit {
			if noun >= 0 && c.breaksBefore(i, j) {
				break
			}
			noun, head, j = e, e-1, e
			continue
		}
		step := c.step(i, j, limit, noun >= 0)
		if step == stop {
			break
		}
		if step == alone {
			return NP{i, j + 1, j}, true
		}
		if step == isNoun {
			noun, head = j+1, j
		}
		j++
	}
	if noun >= 0 {
		return NP{i, noun, head}, true
	}
	return c.headless(i, j)
}

type action uint8

const (
	stop   action = iota
	modify        // part of the phrase if a noun follows
	isNoun
	alone // a phrase by itself
)

// step decides on token j of a phrase begun at token i.
func (c *chunker) step(i, j, limit int, noun bool) action {
	t := &c.d.Toks[j]
	switch t.UPOS {
	case lang.DET:
		if j == i || c.predeterminer(j-1) {
			return modify
		}
	case lang.PRON:
		return c.pronoun(i, j)
	case lang.NUM, lang.ADJ:
		if noun && c.time(i, j-1) {
			return stop
		}
		if !noun || c.nextNominal(j, limit) && c.d.Toks[j-1].UPOS != lang.NOUN || c.possessive(j-1) || c.touches(j) {
			return modify
		}
		if t.UPOS == lang.NUM && c.d.Toks[j-1].UPOS == lang.PROPN {
			return isNoun
		}
	case lang.NOUN, lang.PROPN:
		if noun && c.breaksBefore(i, j) {
			return stop
		}
		return isNoun
	case lang.SYM:
		return isNoun
	case lang.PART:
		if noun && c.possessive(j) && j+1 < limit && c.opensNoun(j+1, limit) {
			return modify
		}
	case lang.INTJ:
		if w := c.d.Form(j); j == i && len(w) > 4 && w[0] >= 'A' && w[0] <= 'Z' { // a surname that the tagger did not know
			return isNoun
		}
	case lang.ADV:
		if !noun && j > i && c.nextNominal(j, limit) && oneOf(c.d.Toks[j-1].UPOS, lang.DET, lang.PRON) {
			return modify
		}
		if !noun && j+1 < limit && (j > i || c.d.Toks[j+1].UPOS == lang.NUM) && oneOf(c.d.Toks[j+1].UPOS, lang.ADJ, lang.NUM, lang.VERB, lang.ADV, lang.ADP) {
			return modify
		}
	case lang.VERB:
		// no verb stands after an article: a noun that the tagger did not know
		if j > i && article(c.d.Form(j-1)) && (j+1 >= limit || !c.opensNoun(j+1, limit)) {
			return isNoun
		}
		if j > i && (!noun || c.possessive(j-1) || c.touches(j)) && j+1 < limit && participle(t) && c.opensNoun(j+1, limit) {
			return modify
		}
	case lang.ADP:
		// "more than two", "up to 30"
		if j > i && !noun && j+1 < limit && c.d.Toks[j+1].UPOS == lang.NUM {
			return modify
		}
	case lang.CCONJ:
		// "European and foreign officials", but not "the talks and the plan"
		if j > i && !noun && j+1 < limit && c.d.Toks[j-1].UPOS != lang.DET && (oneOf(c.d.Toks[j+1].UPOS, lang.ADJ, lang.NUM, lang.PROPN) ||
			c.d.Toks[j+1].UPOS == lang.NOUN && c.nextNominal(j+1, limit)) {
			return modify
		}
	case lang.PUNCT:
		if w := c.d.Form(j)[0]; j > i && c.touches(j) && (w >= 'a' && w <= 'z' || w >= 'A' && w <= 'Z') {
			return isNoun
		}
		if j > i && c.hyphen(j, limit) {
			return modify
		}
		// "a specific, credible threat"
		if j > i && !noun && j+2 < limit && c.d.Form(j) == "," && c.d.Toks[j-1].UPOS == lang.ADJ && c.d.Toks[j+1].UPOS == lang.ADJ && c.opensNoun(j+2, limit) {
			return modify
		}
	}
	return stop
}

func (c *chunker) pronoun(i, j int) action {
	t := &c.d.Toks[j]
	if t.XPOS == "PRP$" || strings.Contains(t.Feats, "Poss=Yes") {
		if j == i || c.predeterminer(j-1) {
			return modify
		}
		return stop
	}
	if j == i {
		return alone
	}
	return stop
}

// headless accepts "some", "the first", "many": determiners with no noun.
func (c *chunker) headless(i, j int) (NP, bool) {
	for j > i && !oneOf(c.d.Toks[j-1].UPOS, lang.DET, lang.NUM, lang.ADJ) {
		j--
	}
	for j > i+1 && c.d.Toks[j-1].UPOS == lang.ADJ && !ranks(c.d.Form(j-1)) { // "another | familiar with"
		j--
	}
	if j == i {
		return NP{}, false
	}
	if c.d.Toks[i].UPOS == lang.ADJ {
		switch strings.ToLower(c.d.Form(i)) {
		case "many", "several", "few", "others", "most", "such":
		default:
			return NP{}, false
		}
	}
	if j == i+1 && article(c.d.Form(i)) {
		return NP{}, false
	}
	return NP{i, j, j - 1}, true
}

// ranks reports whether an adjective can stand for a noun after an article.
func ranks(w string) bool {
	switch strings.ToLower(w) {
	case "first", "second", "third", "fourth", "fifth", "other", "others", "former", "latter", "latest", "last", "same", "few", "many", "most":
		return true
	}
	return false
}

// breaksBefore reports whether a new phrase begins at noun j of the phrase begun at i
// although a noun stands before it: "on Monday officials said".
func (c *chunker) breaksBefore(i, j int) bool {
	prev := &c.d.Toks[j-1]
	if c.possessive(j-1) || prev.UPOS == lang.PUNCT || prev.UPOS == lang.SYM {
		return false
	}
	if c.state[j] && prev.UPOS == lang.NOUN && prev.XPOS == "NN" && j > i+1 { // "one thing U.S. officials like"
		return true
	}
	if Weekday(prev.Lemma) {
		return !DayPart(c.d.Toks[j].Lemma)
	}
	if c.time(j-2, j-1) {
		return true
	}
	return Weekday(c.d.Toks[j].Lemma) || c.d.Toks[j].UPOS == lang.SYM
}

// time reports whether the phrase begun at i ends at j as one of time: "last
// night", "Monday evening".
func (c *chunker) time(i, j int) bool {
	if i < 0 || j != i+1 || !DayPart(c.d.Toks[j].Lemma) {
		return false
	}
	switch strings.ToLower(c.d.Form(i)) {
	case "last", "this", "that", "yesterday", "tomorrow":
		return true
	}
	return Weekday(c.d.Toks[i].Lemma)
}

func (c *chunker) predeterminer(j int) bool {
	switch strings.ToLower(c.d.Form(j)) {
	case "all", "both", "half", "such", "many", "what", "quite":
		return true
	}
	return false
}

func (c *chunker) possessive(j int) bool {
	t := &c.d.Toks[j]
	return t.XPOS == "POS" || t.UPOS == lang.PART && strings.HasPrefix(strings.TrimLeft(c.d.Form(j), "'’"), "s") && t.Len() < 5
}

// touches reports whether token j is glued to the one before by a hyphen.
func (c *chunker) touches(j int) bool {
	return c.d.Toks[j-1].UPOS == lang.PUNCT && c.d.Toks[j-1].End == c.d.Toks[j].Start
}

func (c *chunker) hyphen(j, limit int) bool {
	switch c.d.Form(j) {
	case "-", "–", "/", "‑":
		return j+1 < limit && c.d.Toks[j-1].End == c.d.Toks[j].Start && c.d.Toks[j].End == c.d.Toks[j+1].Start
	}
	return false
}

func (c *chunker) nextNominal(j, limit int) bool {
	return j+1 < limit && (oneOf(c.d.Toks[j+1].UPOS, lang.NOUN, lang.PROPN) || c.hyphen(j+1, limit))
}

func (c *chunker) opensNoun(j, limit int) bool {
	return oneOf(c.d.Toks[j].UPOS, lang.NOUN, lang.PROPN, lang.ADJ, lang.NUM) ||
		participle(&c.d.Toks[j]) && j+1 < limit && oneOf(c.d.Toks[j+1].UPOS, lang.NOUN, lang.PROPN, lang.ADJ)
}

func participle(t *lang.Tok) bool {
	return t.UPOS == lang.VERB && (t.XPOS == "VBN" || t.XPOS == "VBG")
}

func article(w string) bool {
	switch strings.ToLower(w) {
	case "the", "a", "an", "no", "every":
		return true
	}
	return false
}

func oneOf(p lang.POS, set ...lang.POS) bool {
	for _, q := range set {
		if p == q {
			return true
		}
	}
	return false
}

// Weekday reports whether the lemma names a day of the week or a day by its
// distance: "Monday", "yesterday".
func Weekday(lemma string) bool {
	switch strings.ToLower(strings.TrimSuffix(lemma, ".")) {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"mon", "tues", "wed", "thurs", "fri", "today", "yesterday", "tomorrow", "tonight":
		return true
	}
	return false
}

// DayPart reports whether the lemma names a part of a day, as in "Monday night".
func DayPart(lemma string) bool {
	switch strings.ToLower(lemma) {
	case "morning", "afternoon", "evening", "night", "noon", "midnight":
		return true
	}
	return false
}
