package statement

import (
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// assess gives speech act, polarity and certainty of what c reports. The cue
// decides; where it is neutral, the first modal or hedge of the content does.
// Certainty is FactBank's (Saurí and Pustejovsky 2009), relative to the source.
func (r *reader) assess(u *unit, c *candidate, s *travaux.Statement) {
	r.judge(c, s)
	if c.comp.frame == fPrep && !c.e.Neg && r.is(u, c.comp.from-1, "against") && c.e.prep("for") { // "voted 20-4 against the bill"
		s.Polarity, s.SpeechAct, s.Certainty = travaux.Negative, travaux.ActReject, travaux.CertainFalse
	}
	if c.e.Mode == travaux.NoComment || c.e.Act == travaux.ActGroundRule || c.rule == "not-reported-before" {
		return
	}
	for k := c.from; k < c.head; k++ {
		if !r.negation(u, k) {
			continue
		}
		if s.Polarity == travaux.Negative {
			s.Polarity = travaux.Positive
		} else {
			s.Polarity = travaux.Negative
		}
		switch {
		case c.e.Mode != travaux.Attitude: // not said: the source commits itself to nothing
			s.Certainty = travaux.Uncommitted
		case s.Certainty != travaux.Uncommitted && s.Certainty != travaux.CertainOpen:
			s.Certainty = combine(s.Certainty, "CT", s.Polarity == travaux.Negative)
		}
		return
	}
}

// judge reads the cue and the content, leaving out whether the cue is negated.
func (r *reader) judge(c *candidate, s *travaux.Statement) {
	s.SpeechAct, s.Certainty, s.Polarity = c.e.Act, c.e.Cert, travaux.Positive
	s.Factive = c.e.Factive
	if c.e.Neg {
		s.Polarity = travaux.Negative
	}
	if c.e.Mode == travaux.NoComment || c.e.Act == travaux.ActGroundRule {
		return
	}
	if c.comp.frame == fTo || c.e.Cert == travaux.Uncommitted {
		s.Certainty = orElse(c.e.Cert, travaux.Uncommitted)
		return
	}
	if c.comp.frame == fWh {
		s.Certainty = travaux.CertainOpen
		if c.e.Cert == travaux.Uncommitted {
			s.Certainty = travaux.Uncommitted
		}
		return
	}
	h := r.hedges(c.content)
	if h.negated != c.e.Neg {
		s.Polarity = travaux.Negative
	} else if c.e.Neg {
		s.Polarity = travaux.Positive
	}
	s.Certainty = combine(c.e.Cert, h.level, s.Polarity == travaux.Negative)
	if c.e.Act == travaux.ActAssert || c.e.Act == travaux.ActReport {
		s.SpeechAct = orElse(h.act, c.e.Act)
	}
}

func orElse[T ~string](a, b T) T {
	if a != "" {
		return a
	}
	return b
}

// hedge is what the first clause of a content shows of certainty.
type hedge struct {
	level   string // CT, PR, PS, or Uu
	negated bool
	act     travaux.SpeechAct
}

// hedges reads the main clause of a content up to its first verb group.
func (r *reader) hedges(content []lang.Span) hedge {
	h := hedge{level: "CT"}
	if len(content) == 0 {
		return h
	}
	first := true
	i := r.tokAt(content[0].Start)
	if i >= len(r.d.Toks) {
		return h
	}
	if w := strings.ToLower(r.d.Form(i)); w == "if" || w == "whether" || w == "unless" {
		h.level = "Uu"
	}
	we := false
	for ; i < len(r.d.Toks) && r.d.Toks[i].Start < content[0].End; i++ {
		t := &r.d.Toks[i]
		w := strings.ToLower(r.d.Form(i))
		switch w {
		case "we", "i":
			we = first
		case "may", "might", "could", "possibly", "perhaps", "maybe":
			h.level, h.act = weaker(h.level, "PS"), travaux.ActForecast
		case "likely", "probably", "expected", "apparently", "seemingly":
			h.level, h.act = weaker(h.level, "PR"), travaux.ActForecast
		case "must", "should", "ought":
			h.act = travaux.ActDemand
		case "need", "needs":
			if i+1 < len(r.d.Toks) && r.d.Form(i+1) == "to" {
				h.act = travaux.ActDemand
			}
		case "will", "would", "wo", "'ll", "’ll":
			if h.act == "" {
				h.act = travaux.ActForecast
				if we {
					h.act = travaux.ActAnnounce
				}
			}
		case "not", "n't", "n’t", "never":
			h.negated = true
		case "no":
			h.negated = h.negated || first
		}
		if t.UPOS == lang.VERB || t.UPOS == lang.AUX && !r.verbFollows(i) {
			break
		}
		if t.UPOS == lang.AUX {
			first = false
		}
	}
	return h
}

// verbFollows reports whether another word of the verb group follows token i.
func (r *reader) verbFollows(i int) bool {
	for j := i + 1; j < len(r.d.Toks) && j < i+4; j++ {
		switch r.d.Toks[j].UPOS {
		case lang.VERB, lang.AUX:
			return true
		case lang.ADV, lang.PART:
		default:
			return false
		}
	}
	return false
}

// tokAt returns the first token that ends after the offset.
func (r *reader) tokAt(at int) int {
	lo, hi := 0, len(r.d.Toks)
	for lo < hi {
		if m := (lo + hi) / 2; r.d.Toks[m].End <= at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	for lo < len(r.d.Toks) && r.d.Toks[lo].UPOS == lang.PUNCT {
		lo++
	}
	return lo
}

var levels = map[string]int{"CT": 3, "PR": 2, "PS": 1, "Uu": 0}

func weaker(a, b string) string {
	if levels[b] < levels[a] {
		return b
	}
	return a
}

// combine gives the FactBank value of a cue's certainty and a hedge's level.
func combine(cue travaux.Certainty, level string, negative bool) travaux.Certainty {
	base := "CT"
	if len(cue) >= 2 {
		base = string(cue[:2])
	}
	base = weaker(base, level)
	if base == "Uu" {
		return travaux.Uncommitted
	}
	if negative {
		return travaux.Certainty(base + "-")
	}
	return travaux.Certainty(base + "+")
}
