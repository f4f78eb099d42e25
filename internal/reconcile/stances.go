package reconcile

import (
	"fmt"
	"strings"

	"github.com/travaux/travaux"
)

// pairLimit is how many passages on one party and issue, or on one party's
// being consulted, are compared with one another.
const pairLimit = 24

// held is a position in its report.
type held struct {
	reading
	claim *travaux.PositionClaim
	party string
	words map[string]bool // of what the stance is on
	about string          // id of the text that it is on
}

// positions relates the stances of one party on one thing that point in
// opposite directions.
func (rs *relations) positions(r *Result) {
	by := map[string][]held{}
	for _, s := range rs.sources {
		for i := range s.Positions {
			p := &s.Positions[i]
			if direction(p.Stance) == 0 || p.Kind == "interest" {
				continue
			}
			h := held{
				reading: newReading(s, &p.Claim, travaux.Value{Value: plainWords(p.Stance), SupportedBy: p.SupportedBy}, false),
				claim:   p, party: rs.actors.of(s, p.Party), words: labelWords(p.Option), about: r.Text(s.id, p.About),
			}
			if k := h.party + "\x00" + p.Issue; h.party != "" && len(by[k]) < pairLimit {
				by[k] = append(by[k], h)
			}
		}
	}
	for _, k := range sortedKeys(by) {
		for i, a := range by[k] {
			for _, b := range by[k][i+1:] {
				if direction(a.claim.Stance)*direction(b.claim.Stance) < 0 && sameMatter(a, b) {
					rs.stances(a, b)
					break // later ones repeat the change
				}
			}
		}
	}
}

// direction of a stance: for, against, or neither.
func direction(s travaux.Stance) int {
	switch s {
	case travaux.RulesOut, travaux.Opposes:
		return -1
	case travaux.Supports, travaux.Demands:
		return 1
	}
	return 0 // wary, undecided and conditional agree with either
}

// fewMatterWords is how many telling words name a matter that stances are on;
// by one alone ("tariffs", "a deal") too much is called.
const fewMatterWords = 2

// sameMatter reports whether two stances are on one text, or on what is called
// by mostly the same words and not once for it and once for its end.
func sameMatter(a, b held) bool {
	if a.about != "" || b.about != "" {
		return a.about == b.about
	}
	n := 0
	for w := range a.words {
		if b.words[w] {
			n++
		}
	}
	return n >= fewMatterWords && 3*n >= 2*max(len(a.words), len(b.words)) && undoes(a.claim.Quote) == undoes(b.claim.Quote)
}

// undoWords turn a stance on a thing round: to want it lifted is to oppose it.
var undoWords = wordSet(`remove removed removal lift lifted end ended ending cancel cancelled canceled rollback scrap scrapped
 reverse drop dropped withdraw quit leave stop stopped block blocked avoid avoided prevent without`)

// undoes reports whether the words of a stance turn it round an odd number of
// times.
func undoes(words string) bool {
	odd := false
	for w := range strings.FieldsSeq(strings.ToLower(words)) {
		if undoWords[strings.Trim(w, `.,;:"“”`)] {
			odd = !odd
		}
	}
	return odd
}

func (rs *relations) stances(a, b held) {
	f := finding{subkind: "stance", strength: "medium", about: a.about}
	x, y := plainWords(a.claim.Stance), plainWords(b.claim.Stance)
	switch {
	case laterThan(b.src, a.src) || laterThan(a.src, b.src):
		f.kind, f.rule = travaux.Updates, "stance.updates"
		f.explanation = fmt.Sprintf("The reports are of different dates: one passage has the party's stance as “%s”, the other as “%s”.", x, y)
	case a.src == b.src && (a.claim.AccordingTo == b.claim.AccordingTo || sameSentence(a.reading, b.reading)):
		return // one account may tell of two sides of a matter
	case weighed(a.reading) || weighed(b.reading):
		return // "I do not want it, but": no plain stance
	default:
		f.kind, f.rule = travaux.Contradicts, "stance.contradicts"
		f.strength = "weak"
		f.holdsIf = "Both passages speak of the same point and of the same time."
		f.alternative = "The party takes the matter one way and rejects a part of it, or has changed its mind."
		f.explanation = fmt.Sprintf("One passage has the party's stance as “%s”, the other as “%s”.", x, y)
	}
	rs.add(a.reading, b.reading, f)
}

// weighed reports whether a stance is taken back, or made to hang on something,
// in the same sentence.
func weighed(r reading) bool {
	sent := r.src.sentence(r.claim.Start)
	rest := strings.ToLower(r.src.Report.Text[min(r.claim.Span.End, sent.End):sent.End])
	for _, w := range []string{" but ", " unless ", " if ", " although ", " though ", " except "} {
		if strings.Contains(rest, w) {
			return true
		}
	}
	return false
}

func plainWords[T ~string](s T) string { return strings.ReplaceAll(string(s), "_", " ") }
