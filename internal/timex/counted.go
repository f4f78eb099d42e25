package timex

import (
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// counted reads the noun phrase at word i: its words, its head, and the word
// behind it; end is 0 where there is none.
func (c *counter) counted(i int) (words, head string, end int) {
	start, headCap := i, false
	for ; i < len(c.ws) && i < start+7; i++ {
		w := &c.ws[i]
		if head != "" && (w.form == "'s" || w.form == "’s") && i+1 < len(c.ws) && isWord(c.form(i+1)) {
			headCap = true
			continue // "two of the ministry's officials"
		}
		if w.mean != nil || w.is(cNum|cCur|cPct) || !isWord(w.form) && w.form != "-" || w.form != "-" && stopWord[lower(w.form)] {
			break
		}
		if w.form == "-" {
			if !w.glued || i+1 >= len(c.ws) || !c.ws[i+1].glued {
				break
			}
			continue
		}
		switch c.upos(i) {
		case lang.PROPN:
			if head != "" && !headCap {
				i += 99 // "one aspect Ministry officials …"
				continue
			}
			head, end, headCap = w.form, i+1, true
		case lang.NOUN:
			head, end, headCap = w.form, i+1, false
		case lang.ADJ, lang.DET:
		case lang.VERB:
			if head != "" || !strings.HasSuffix(w.form, "ed") && !strings.HasSuffix(w.form, "ing") {
				i += 99
			}
		case lang.X:
			if head == "" && plural(w.form) {
				head, end = w.form, i+1
			} else if head != "" {
				i += 99
			}
		case lang.ADV:
			if head != "" {
				i += 99
			}
		default:
			i += 99
		}
	}
	if end == 0 {
		return "", "", 0
	}
	return c.doc.Text[c.ws[start].start:c.ws[end-1].end], head, end
}

func isWord(s string) bool { return s != "" && (isLetter(s[0]) || s[0] >= 0x80) }

// plural is for texts without tags.
func plural(s string) bool {
	return len(s) > 3 && s[len(s)-1] == 's' && !strings.HasSuffix(s, "ss") && !strings.HasSuffix(s, "us") || s == "people" || s == "men" || s == "women" || s == "children"
}

var stopWord = map[string]bool{
	"the": true, "a": true, "an": true, "of": true, "in": true, "on": true, "at": true, "to": true, "for": true, "by": true, "with": true,
	"and": true, "or": true, "but": true, "from": true, "as": true, "that": true, "which": true, "who": true, "is": true, "are": true,
	"was": true, "were": true, "has": true, "have": true, "had": true, "will": true, "would": true, "this": true, "his": true, "her": true,
	"its": true, "their": true, "says": true, "said": true, "than": true, "per": true, "against": true, "after": true, "before": true,
}

// unitOf is the singular of a noun that counts parts of a text or process.
func unitOf(head string) (string, bool) {
	h := lower(head)
	if partNouns[h] {
		return h, true
	}
	if s := strings.TrimSuffix(h, "s"); partNouns[s] {
		return s, true
	}
	if strings.HasSuffix(h, "ches") || strings.HasSuffix(h, "xes") {
		h = strings.TrimSuffix(h, "es")
	}
	return h, partNouns[h]
}

var partNouns = map[string]bool{
	"point": true, "track": true, "article": true, "page": true, "chapter": true, "paragraph": true, "clause": true, "section": true,
	"annex": true, "round": true, "phase": true, "stage": true, "step": true, "session": true, "version": true, "draft": true, "item": true,
	"provision": true, "seat": true, "vote": true, "tonne": true, "ton": true, "kilometre": true, "kilometer": true, "mile": true,
	"metre": true, "meter": true, "hectare": true, "acre": true, "degree": true, "barrel": true, "litre": true, "kilogram": true,
	"share": true, "euro": true, "megawatt": true, "gigawatt": true, "pillar": true, "basket": true, "element": true,
}
