package reconcile

import (
	"fmt"
	"slices"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// move is a passage of a report in which somebody does something, or is said not
// to have.
type move struct {
	Span   travaux.Span
	Actor  string // local id
	Verb   string
	Not    bool
	Object []string // beginnings of the content words that follow the verb
	All    bool     // "anything", "it": whatever it is
}

// act is a move among those of other reports.
type act struct {
	reading
	move
}

// denyLimit is how many passages of one actor and verb are held against each
// other.
const denyLimit = 12

// denials relates a passage that has somebody do a thing to one that says that
// the same actor has not done it.
func (rs *relations) denials() {
	denied := map[string][]act{}
	for _, s := range rs.sources {
		rs.acts(s, true, func(k string, a act) {
			if len(denied[k]) < denyLimit {
				denied[k] = append(denied[k], a)
			}
		})
	}
	if len(denied) == 0 {
		return
	}
	related := map[string]int{}
	for _, s := range rs.sources {
		rs.acts(s, false, func(k string, a act) {
			for _, d := range denied[k] {
				if related[k] < denyLimit && sameAct(a, d) {
					related[k]++
					rs.deny(a, d)
				}
			}
		})
	}
}

// sameAct reports whether a denial can be of an act: in another sentence, of
// the same object, in reports of the same days where both are dated.
func sameAct(a, d act) bool {
	if sameSentence(a.reading, d.reading) || a.src.dated && d.src.dated && gap(a.src.when, d.src.when) > nearDays {
		return false
	}
	n := 0
	for _, w := range a.Object {
		if slices.Contains(d.Object, w) {
			n++
		}
	}
	if a.src.dated && d.src.dated || a.src == d.src {
		return n > 0 || d.All && len(a.Object) > 0
	}
	return n > 1 || d.All && len(a.Object) > 0
}

func (rs *relations) deny(a, d act) {
	f := finding{
		kind: travaux.Contradicts, subkind: "stance", strength: "medium", rule: "stance.denied",
		holdsIf:     "Both passages speak of the same act and of the same time.",
		alternative: "One passage puts it more strongly than it was, or it came about in between.",
		explanation: fmt.Sprintf("One passage has it that “%s”, the other that “%s”.", short(a.span.Quote), short(d.span.Quote)),
	}
	if laterThan(a.src, d.src) {
		f.kind, f.rule, f.holdsIf, f.alternative = travaux.Updates, "status.done", "", ""
		f.subkind = "status"
		f.explanation = "The earlier passage has it not done, the later one done: a later state."
	}
	rs.add(a.reading, d.reading, f)
}

func short(s string) string { return firstWords(s, 80) }

// acts calls f for every move of a named actor in a report that is denied, or
// that is not. The key is the actor's name and the verb: a headline in capitals
// may have it as another kind of actor.
func (rs *relations) acts(s *source, denied bool, f func(key string, a act)) {
	for _, d := range s.Moves {
		row := rs.actors.row(rs.actors.of(s, d.Actor))
		if d.Not != denied || row == nil || row.World == "" && !properName(row.Canonical) {
			continue
		}
		span := s.span(d.Span)
		// The statements are none where none was read in it, as in a headline.
		value := travaux.Value{Value: span.Quote, SupportedBy: s.carriers(span)}
		f(fold(row.Canonical)+"\x00"+d.Verb, act{reading{src: s, claim: &travaux.Claim{ID: span.Quote, Span: span}, span: span, value: value}, d})
	}
}

// moveReach is how far behind a name its verb and what follows it are looked for,
// in bytes.
const moveReach = 120

// movesOf are the clauses of a report that begin with a name and a verb of
// decision.
func movesOf(s *source) []move {
	var out []move
	for _, m := range s.Named {
		start, end := int(m.Start), int(m.End)
		b, ok := s.block(start)
		if !ok || end >= len(s.Report.Text) {
			continue
		}
		words, at := wordsOf(s, lang.Span{Start: end, End: min(b.End, end+moveReach)})
		if len(words) == 0 || at[0].Start-end > 1 {
			continue
		}
		n, not := verbAt(words)
		if n < 0 {
			continue
		}
		last := clauseEnd(s.Report.Text, at, n)
		d := move{Span: travaux.SpanOf(s.Report.Text, start, at[last].End), Actor: m.Actor, Verb: decisionVerbs[words[n]], Not: not}
		for _, w := range words[n+1 : last+1] {
			switch {
			case w == "anything" || w == "it" || w == "this" || w == "that":
				d.All = true
			case len(w) > 3:
				d.Object = append(d.Object, w[:min(len(w), 6)])
			}
		}
		slices.Sort(d.Object)
		d.Object = slices.Compact(d.Object)
		out = append(out, d)
	}
	return out
}

// verbAt is the index of the verb of decision that begins a clause, -1 for
// none, and whether it is denied. Not before what is only asked or possible.
func verbAt(words []string) (n int, not bool) {
	for i, w := range words[:min(len(words), 5)] {
		switch {
		case decisionVerbs[w] != "":
			if i == 0 || not || words[i-1] == "has" || words[i-1] == "have" || words[i-1] == "had" || adverbs[words[i-1]] {
				return i, not
			}
			return -1, false
		case w == "not" || w == "never" || strings.HasSuffix(w, "n't") || strings.HasSuffix(w, "n’t"):
			not = true
		case w == "has" || w == "have" || w == "had" || w == "did" || adverbs[w]:
		default:
			return -1, false
		}
	}
	return -1, false
}

// objectWords is how many words after the verb tell what it is about.
const objectWords = 6

// clauseEnd is the index of the last word of the clause after the verb.
func clauseEnd(text string, at []lang.Span, n int) int {
	end := n
	for end+1 < len(at) && end < n+objectWords && !strings.ContainsAny(text[at[end].End:at[end+1].Start], ".,;:!?—–()\n") {
		end++
	}
	return end
}

var adverbs = wordSet("yet already now also formally finally ever actually really")

// decisionVerbs are the forms of verbs of which an actor either has done the
// act or has not, by the verb.
var decisionVerbs = verbForms(`
 accept accepts accepted
 agree agrees agreed
 approve approves approved
 ban bans banned
 break breaks broke broken
 cancel cancels cancelled canceled
 decline declines declined
 drop drops dropped
 endorse endorses endorsed
 leave leaves left
 lift lifts lifted
 pull pulls pulled
 quit quits
 reject rejects rejected
 sign signs signed
 suspend suspends suspended
 throw throws threw thrown
 turn turns turned
 walk walks walked
 withdraw withdraws withdrew withdrawn`)

func verbForms(lines string) map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(lines) {
		forms := strings.Fields(line)
		for _, f := range forms {
			m[f] = forms[0]
		}
	}
	return m
}
