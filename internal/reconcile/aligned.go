package reconcile

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// revisions relates the numbers of a report's sentences to those of its later
// version, where two sentences are the same but for them.
func (rs *relations) revisions(versionOf map[string]string) {
	byID := map[string]*source{}
	for _, s := range rs.sources {
		byID[s.id] = s
	}
	for _, s := range rs.sources {
		old := byID[versionOf[s.id]]
		if old == nil {
			continue
		}
		frames := map[string]lang.Span{} // sentences of the old version, by their words without numbers
		for _, sent := range old.sentences() {
			if f := frame(old, sent, false); f != "" {
				frames[f] = sent
			}
		}
		for _, sent := range s.sentences() {
			if o, ok := frames[frame(s, sent, false)]; ok {
				rs.revised(old, s, o, sent)
			}
		}
	}
}

// fewWords is how many words a sentence has that is not known again by them.
const fewWords = 5

// frame is the words of a sentence in lower case, with or without those that
// hold a digit; "" for a sentence of few words.
func frame(s *source, sent lang.Span, numbers bool) string {
	words := strings.FieldsFunc(strings.ToLower(s.Report.Text[sent.Start:sent.End]), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	var out []string
	for _, w := range words {
		if numbers || !strings.ContainsAny(w, "0123456789") {
			out = append(out, w)
		}
	}
	if len(out) < fewWords {
		return ""
	}
	return strings.Join(out, " ")
}

func (rs *relations) revised(old, later *source, a, b lang.Span) {
	x, y := quantitiesIn(old, a), quantitiesIn(later, b)
	if len(x) != len(y) {
		return
	}
	for i := range x {
		if x[i].Value == y[i].Value || x[i].Unit != y[i].Unit {
			continue
		}
		u, v := old.carriers(x[i].Span), later.carriers(y[i].Span)
		if len(u) == 0 || len(v) == 0 {
			continue // no statement carries the number
		}
		rs.put(old.span(x[i].Span), later.span(y[i].Span), x[i].Quote, y[i].Quote, append(u, v...), finding{
			kind: travaux.Updates, subkind: "number", strength: "strong", rule: "number.revised",
			explanation: fmt.Sprintf("The later version of the report has %s where the earlier has %s.", y[i].Quote, x[i].Quote),
		})
	}
}

// carriers are the ids of the report's statements that hold a passage.
func (s *source) carriers(span travaux.Span) []string {
	var out []string
	for i := range s.Statements {
		for _, c := range s.Statements[i].Content {
			if c.Start <= span.Start && span.End <= c.End {
				out = append(out, s.Statements[i].ID)
				break
			}
		}
	}
	return out
}

func quantitiesIn(s *source, sent lang.Span) []*travaux.Quantity {
	var out []*travaux.Quantity
	for i := range s.Quantities {
		if q := &s.Quantities[i]; sent.Start <= q.Start && q.End <= sent.End {
			out = append(out, q)
		}
	}
	return out
}

// sharedSentence returns the first sentence that two reports have in common, as
// it stands in each. What one has before it, such as a dateline, is left out.
func sharedSentence(a, b *source) (x, y travaux.Span, ok bool) {
	in := map[string]lang.Span{}
	for _, sent := range b.sentences() {
		f := frame(b, sent, true)
		if _, twice := in[f]; !twice && f != "" {
			in[f] = sent
		}
	}
	for _, sent := range a.sentences() {
		if other, found := in[frame(a, sent, true)]; found {
			return a.stretch(sent.Start, sent.End), b.stretch(other.Start, other.End), true
		}
	}
	return x, y, false
}
