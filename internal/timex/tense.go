package timex

import (
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// tenseAt is the direction of the clause around ws[i]: that of the nearest
// verb group to the left, else of the first to the right; 0 where there is
// none.
func tenseAt(doc *lang.Doc, ws []word, i int) tense { return tenseAround(doc, ws, i, i+1) }

// tenseAround is tenseAt for an expression of the words ws[i:end].
func tenseAround(doc *lang.Doc, ws []word, i, end int) tense {
	c := clause{doc, ws}
	if t := c.led(i, end); t != 0 {
		return t
	}
	for j, n := i-1, 0; j >= 0 && n < 14; j, n = j-1, n+1 {
		if ws[j].form == ";" || ws[j].form == "." {
			break
		}
		t := c.marker(j)
		if t == past && c.opens(j, i) { // "said the vote on Friday will …"
			if r := c.rightward(end); r != 0 {
				return r
			}
		}
		if t != 0 {
			return t
		}
	}
	return c.rightward(end)
}

// clause looks at the words around an expression.
type clause struct {
	doc *lang.Doc
	ws  []word
}

func (c clause) rightward(end int) tense {
	for j, n := end, 0; j < len(c.ws) && n < 40; j, n = j+1, n+1 {
		if c.ws[j].form == ";" {
			break
		}
		if t := c.marker(j); t != 0 {
			return t
		}
	}
	return 0
}

// led is the direction given by the words directly before the expression or by
// its possessive: "as recently as", "the plan of October", "a strike from
// Monday".
func (c clause) led(i, end int) tense {
	if i >= len(c.ws) {
		return 0
	}
	m := c.ws[i].mean
	weekday := m != nil && m.kind == kWeekday
	if end == i+1 && weekday && (c.form(end) == "'s" || c.form(end) == "’s") {
		if c.form(i-1) == "before" || c.form(i-1) == "of" && c.form(i-2) == "ahead" {
			return future // "ahead of Friday's vote"
		}
		return past // "Friday's ruling"
	}
	if weekday && aheadNouns[c.form(end)] && !c.missed(i) {
		return future // "a midnight Friday deadline"
	}
	if m != nil && m.d > 0 && (aheadNouns[c.form(end)] || aheadNouns[c.form(i-2)] && leadsTo[c.form(i-1)] || aheadNouns[c.form(i-3)] && c.form(i-1) == "the" && leadsTo[c.form(i-2)]) {
		return future // "a deadline of 31 October", "the June 30 deadline"
	}
	switch c.form(i - 1) {
	case "as":
		if c.form(i-3) == "as" {
			if f := c.form(i - 2); f == "recently" || f == "late" {
				return past
			}
			return future // "as soon as Friday"
		}
	case "of":
		if m != nil && m.kind == kCal && m.y == 0 && m.d == 0 && m.part == 0 && isWord(c.form(i-2)) {
			return past // "the plan of October"
		}
	case "from", "starting", "beginning":
		if announcedNouns[c.form(i-2)] {
			return future
		}
	case "until", "till", "through":
		for j, n := i-2, 0; j >= 0 && n < 8; j, n = j-1, n+1 {
			if aheadWords[c.form(j)] {
				return future // "extended its deadline until Friday"
			}
		}
	case "before", "by":
		if weekday && c.infinitive(i-2) {
			return future // "to sit down again before Monday"
		}
	}
	return 0
}

// missed reports whether the words before i say that a day went by.
func (c clause) missed(i int) bool {
	for j := i - 1; j >= 0 && j > i-6; j-- {
		switch c.form(j) {
		case "missed", "missing", "past", "passed", "last", "after", "ignored", "let":
			return true
		}
	}
	return false
}

// infinitive reports whether an infinitive stands at or a few words before j.
func (c clause) infinitive(j int) bool {
	for n := 0; n < 4 && j > 0; j, n = j-1, n+1 {
		if c.xpos(j) == "VB" && c.form(j-1) == "to" {
			return true
		}
	}
	return false
}

// opens reports whether a verb of saying at j has a clause of its own after it
// in which the expression at i stands before the verb.
func (c clause) opens(j, i int) bool {
	switch c.form(j) {
	case "said", "says", "say":
	default:
		return false
	}
	if j+2 >= i {
		return false
	}
	switch c.upos(j + 1) {
	case lang.DET, lang.NOUN, lang.PROPN, lang.PRON, lang.NUM:
		return c.ws[j+1].mean == nil
	}
	return c.form(j+1) == "that"
}

// marker is the direction that a word gives its clause: a verb group that of
// its auxiliaries.
func (c clause) marker(j int) tense {
	w := &c.ws[j]
	if w.mean != nil || !isWord(w.form) || len(w.form) > 23 {
		return 0
	}
	f := lower(w.form)
	if t := c.ahead(j, f); t != 0 {
		return t
	}
	switch {
	case futureWords[f]:
		return future
	case pastWords[f]:
		return c.grouped(j, past)
	}
	if w.tok >= 0 && c.doc.Done&lang.Tags != 0 {
		tok := &c.doc.Toks[w.tok]
		switch {
		case tok.XPOS == "VBD" || strings.Contains(tok.Feats, "Tense=Past|VerbForm=Fin"):
			return c.grouped(j, past)
		case tok.UPOS != lang.VERB && tok.UPOS != lang.AUX:
			return 0
		case tok.XPOS == "VB" && c.form(j-1) == "to":
			return c.infinitiveAt(j - 1)
		case (tok.XPOS == "VBZ" || tok.XPOS == "VBP") && timetabled[tok.Lemma]:
			return future
		case tok.XPOS == "VBG" && c.present(j-1):
			return future
		}
	}
	if len(f) > 4 && strings.HasSuffix(f, "ed") && !strings.HasSuffix(f, "eed") && !w.cap {
		return c.grouped(j, past)
	}
	return 0
}

// ahead reads a participle that looks ahead: "planned for Friday", "is set to",
// "have been invited to".
func (c clause) ahead(j int, f string) tense {
	switch next := c.form(j + 1); {
	case aheadWords[f] && (next == "for" || next == "until" || next == "till" || next == "to"):
		if a := c.aux(j); c.form(a) == "had" || c.form(a) == "been" && c.form(c.aux(a)) == "had" {
			return 0
		}
		return future
	case invitedWords[f] && next == "to":
		if a := c.aux(j); c.present(a) || c.form(a) == "been" && c.form(c.aux(a)) != "had" {
			return future
		}
	case aheadWords[f] && c.present(c.aux(j)):
		return future
	}
	return 0
}

// grouped is t unless the auxiliaries before a participle at j say otherwise:
// "will be signed", "to be held".
func (c clause) grouped(j int, t tense) tense {
	switch a := c.aux(j); {
	case c.form(a) == "be" && modals[c.form(c.aux(a))]:
		return future
	case modals[c.form(a)] && c.form(a) != "to" && c.xpos(j) == "VB":
		return future
	}
	return t
}

// aux returns the place of the word before j, adverbs and negation aside.
func (c clause) aux(j int) int {
	for j--; j >= 0; j-- {
		if f := c.form(j); f != "not" && f != "n't" && f != "n’t" && c.upos(j) != lang.ADV {
			break
		}
	}
	return j
}

func (c clause) present(j int) bool {
	switch c.form(j) {
	case "is", "are", "'s", "’s", "'re", "’re", "am", "'m", "’m":
		return true
	}
	return false
}

// infinitiveAt is the direction of an infinitive whose "to" is at j.
func (c clause) infinitiveAt(j int) tense {
	for k, n := j-1, 0; k >= 0 && n < 5; k, n = k-1, n+1 {
		switch {
		case planning[c.lemma(k)] && (n == 0 || c.lemma(k) != "be" && c.lemma(k) != "have" && c.lemma(k) != "go"):
			return future
		case c.upos(k) == lang.VERB, c.form(k) == ",":
			return 0
		}
	}
	return 0
}

// The accessors answer for places outside the sentence too, with nothing.

func (c clause) form(j int) string {
	if j < 0 || j >= len(c.ws) {
		return ""
	}
	return lower(c.ws[j].form)
}

func (c clause) tok(j int) *lang.Tok {
	if j < 0 || j >= len(c.ws) || c.ws[j].tok < 0 || c.doc.Done&lang.Tags == 0 {
		return nil
	}
	return &c.doc.Toks[c.ws[j].tok]
}

func (c clause) xpos(j int) string {
	if t := c.tok(j); t != nil {
		return t.XPOS
	}
	return ""
}

func (c clause) upos(j int) lang.POS {
	if t := c.tok(j); t != nil {
		return t.UPOS
	}
	return lang.X
}

func (c clause) lemma(j int) string {
	if t := c.tok(j); t != nil {
		return t.Lemma
	}
	return ""
}
