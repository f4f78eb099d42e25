package timex

import (
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// tenseAt is the direction of the clause around ws[i]: that of the nearest
// marker to the left, else of the first to the right; 0 where there is none.
func tenseAt(doc *lang.Doc, ws []word, i int) tense { return tenseAround(doc, ws, i, i+1) }

// tenseAround is tenseAt for an expression of the words ws[i:end].
func tenseAround(doc *lang.Doc, ws []word, i, end int) tense {
	if end == i+1 && end < len(ws) && ws[i].mean != nil && ws[i].mean.kind == kWeekday && (ws[end].form == "'s" || ws[end].form == "’s") {
		return past // "Friday's ruling"
	}
	if i >= 3 && ws[i-1].form == "as" && lower(ws[i-3].form) == "as" {
		return future // "as soon as Friday"
	}
	for j, n := i-1, 0; j >= 0 && n < 14; j, n = j-1, n+1 {
		if ws[j].form == ";" || ws[j].form == "." {
			break
		}
		if t := marker(doc, ws, j); t != 0 {
			return t
		}
	}
	for j, n := end, 0; j < len(ws) && n < 40; j, n = j+1, n+1 {
		if ws[j].form == ";" {
			break
		}
		if t := marker(doc, ws, j); t != 0 {
			return t
		}
	}
	return 0
}

var futureWords = map[string]bool{
	"will": true, "would": true, "could": true, "may": true, "might": true, "should": true, "must": true, "'ll": true, "shall": true, "due": true, "scheduled": true, "expected": true, "expects": true, "expect": true,
	"plans": true, "plan": true, "upcoming": true, "forthcoming": true, "begins": true, "starts": true,
	"effective": true, "payable": true, "wo": true, "maturing": true, "tomorrow": true,
	"expires": true, "slated": true, "intends": true,
}

var pastWords = map[string]bool{
	"was": true, "were": true, "had": true, "did": true, "said": true, "met": true, "held": true, "told": true, "began": true,
	"came": true, "went": true, "took": true, "made": true, "got": true, "gave": true, "rose": true, "fell": true, "sent": true,
	"left": true, "won": true, "lost": true, "spoke": true, "became": true, "broke": true, "led": true, "wrote": true, "saw": true,
	"found": true, "brought": true, "ran": true, "grew": true, "kept": true, "stood": true, "struck": true, "flew": true, "hit": true,
	"been": true, "has": true, "have": true, "ago": true, "since": true,
}

// marker is the direction that a word gives its clause.
func marker(doc *lang.Doc, ws []word, j int) tense {
	w := &ws[j]
	if w.mean != nil || !isWord(w.form) || len(w.form) > 23 {
		return 0
	}
	f := lower(w.form)
	switch {
	case futureWords[f]:
		return future
	case pastWords[f]:
		return past
	}
	if w.tok >= 0 && doc.Done&lang.Tags != 0 {
		if tok := &doc.Toks[w.tok]; tok.XPOS == "VBD" || strings.Contains(tok.Feats, "Tense=Past|VerbForm=Fin") {
			return past
		}
		if tok := &doc.Toks[w.tok]; tok.UPOS != lang.VERB && tok.UPOS != lang.AUX {
			return 0
		}
	}
	if len(f) > 4 && strings.HasSuffix(f, "ed") && !strings.HasSuffix(f, "eed") && !w.cap {
		return past
	}
	return 0
}
