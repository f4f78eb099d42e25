package train

import (
	"slices"
	"strings"

	"github.com/travaux/travaux/internal/lang/conllu"
)

// GUM's entity types that are learnt as known names, with their classes.
var gumClasses = map[string]string{"person": "8", "organization": "9", "place": "10"}

// treebankNames lists the names that GUM annotates in MISC, as lines for
// model.NewSparse: entities of up to four words that begin and end with a
// proper noun.
func treebankNames(sets []Set) []string {
	var out []string
	for _, set := range sets {
		for _, s := range set.Sents {
			out = append(out, sentenceNames(s)...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// open is an entity whose end has not come.
type open struct {
	id, typ string
	first   int
}

func sentenceNames(s conllu.Sentence) []string {
	var out []string
	entities(s, func(first, last int, typ, _ string) {
		class, ok := gumClasses[typ]
		if !ok || last-first > 3 || s.Words[first].UPOS != "PROPN" || s.Words[last].UPOS != "PROPN" {
			return
		}
		var words []string
		for _, w := range s.Words[first : last+1] {
			words = append(words, w.Form)
		}
		out = append(out, class+"\t"+strings.Join(words, " "))
	})
	return out
}

// treebankTags turns GUM's entities into tags of names: an entity with a proper
// noun for its last word is a name from its first proper noun on; of nested
// ones the longer counts.
func treebankTags(s conllu.Sentence) []string {
	tags := make([]string, len(s.Words))
	for i := range tags {
		tags[i] = "O"
	}
	types := map[string]string{"person": "PER", "organization": "ORG", "place": "LOC"}
	any := false
	entities(s, func(first, last int, typ, _ string) {
		any = true
		name, ok := types[typ]
		if !ok || s.Words[last].UPOS != "PROPN" {
			return
		}
		for s.Words[first].UPOS != "PROPN" {
			first++
		}
		for i := first; i <= last; i++ { // inner ones end earlier and are written over
			tags[i] = "I-" + name
		}
		tags[first] = "B-" + name
	})
	if !any {
		return nil
	}
	return tags
}

// entities calls yield with the words, type and number of each entity that ends.
func entities(s conllu.Sentence, yield func(first, last int, typ, id string)) {
	var stack []open
	shut := func(o open, last int) { yield(o.first, last, o.typ, o.id) }
	for i, w := range s.Words {
		for part := range strings.SplitSeq(w.Misc, "|") {
			v, ok := strings.CutPrefix(part, "Entity=")
			for ok && v != "" {
				if v[0] == '(' {
					n := 1 + strings.IndexAny(v[1:], "()")
					if n == 0 {
						n = len(v)
					}
					f := strings.Split(v[1:n], "-")
					o := open{id: f[0], first: i}
					if len(f) > 1 {
						o.typ = f[1]
					}
					if v = v[n:]; v != "" && v[0] == ')' {
						shut(o, i)
						v = v[1:]
					} else {
						stack = append(stack, o)
					}
					continue
				}
				id, rest, _ := strings.Cut(v, ")")
				for k := len(stack) - 1; k >= 0; k-- {
					if stack[k].id == id {
						shut(stack[k], i)
						stack = slices.Delete(stack, k, k+1)
						break
					}
				}
				v = rest
			}
		}
	}
}
