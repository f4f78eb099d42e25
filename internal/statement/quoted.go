package statement

import (
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// quotedAs reads "Ruiz was quoted by the Herald as saying that" and "was heard
// saying that": the words are of whom the passive is about.
func (r *reader) quotedAs(u *unit, k int) (candidate, bool) {
	g := candidate{e: &headColon, head: k, verb: u.e[k].first, from: k, to: k + 1}
	r.group(u, &g)
	if g.from == k && r.xpos(u, k) != "VBN" {
		return candidate{}, false
	}
	for p := k + 1; p < len(u.e) && p < k+12 && u.e[p].quote < 0; p++ {
		if r.xpos(u, p) != "VBG" || !r.is(u, p-1, "as") && p != k+1 {
			continue
		}
		for _, e := range r.entries(u, p) {
			if e.Class != verbCue || len(e.After) > 0 || !e.has(fQuote|fThat) {
				continue
			}
			c := candidate{e: e, head: p, verb: u.e[p].first, from: p, to: p + 1, rule: "quoted-as"}
			if c.comp = r.complement(u, &c); !c.comp.ok {
				continue
			}
			c.from = g.from
			if c.src = r.subject(u, &g, g.verb); !c.src.ok && r.x.Is(g.verb, "acl") {
				c.src = r.phraseOf(u, &g, r.x.Head(g.verb))
			}
			return c, c.src.ok && (r.speaks(c.src.head) || r.document(c.src.head))
		}
		break
	}
	return candidate{}, false
}

// worded reads a text of somebody's that is put behind a colon without marks:
// "The owners' message was clear: no deal without a night clause".
func (r *reader) worded(u *unit, k int) (candidate, bool) {
	if k+2 >= len(u.e) || u.e[k+1].quote >= 0 {
		return candidate{}, false
	}
	for v := k - 1; v > 1 && v > k-6 && u.e[v].quote < 0; v-- {
		if !r.finiteVerb(u, v) {
			continue
		}
		n := v - 1
		if r.lemma(u, v) != "be" && r.lemma(u, v) != "have" || !telling(r.lemma(u, n)) || n < 1 {
			break
		}
		noun := u.e[n].first
		who := r.x.Kid(noun, "nmod:poss")
		if at := r.place(u, who); who < 0 || at < 0 || at >= n || !r.speaks(who) && !r.possessivePronoun(who) {
			break
		}
		c := candidate{e: &headColon, head: v, verb: u.e[v].first, from: v, to: k + 1, rule: "worded"}
		c.src = r.phraseOf(u, &c, who)
		c.comp = complement{ok: true, frame: fThat, from: k + 1, head: -1}
		return c, c.src.ok
	}
	return candidate{}, false
}

// telling reports whether a noun is for what somebody tells others.
func telling(lemma string) bool {
	switch lemma {
	case "message", "answer", "reply", "response", "verdict", "position", "line", "view", "conclusion", "advice", "argument", "demand", "assessment",
		"warning", "complaint", "condition", "explanation", "concern", "point", "proposal", "offer", "question", "prediction", "pitch", "promise", "request":
		return true
	}
	return false
}

// signedPost returns where the author's name stands in a block that is a post
// on a network with its signature, "… — Ada Ruiz (@adaruiz) May 3, 2031", and
// where its words end.
func signedPost(text string, s lang.Span) (name lang.Span, end int, ok bool) {
	block := text[s.Start:s.End]
	at := strings.LastIndex(block, " (@")
	dash := max(strings.LastIndex(block[:max(at, 0)], "— "), strings.LastIndex(block[:max(at, 0)], "– "))
	if at < 0 || dash < 8 || at-dash > 60 || len(block)-at > 50 {
		return name, 0, false
	}
	from := dash + len("— ")
	name = lang.Span{Start: s.Start + from, End: s.Start + at}
	end = s.Start + len(strings.TrimRight(block[:dash], " \n"))
	return name, end, from < at && end > s.Start && capital(block[from:])
}

// post makes a statement of a block that is a signed post. What is reported
// within it has its author in the chain, as in the line of a transcript.
func (b *builder) post(block int) {
	r := b.r
	name, end, ok := signedPost(r.d.Text, r.d.Blocks[block].Span)
	if !ok {
		return
	}
	head := r.tokAt(name.Start)
	for i := head; i < len(r.d.Toks) && r.d.Toks[i].End <= name.End; i++ {
		head = i
	}
	c := candidate{e: &headColon, outer: -1, rule: "transcript", comp: complement{ok: true, frame: fNone}}
	c.src = source{from: -1, to: -1, head: head, span: name, ok: true, relative: -1}
	c.content = []lang.Span{{Start: r.d.Blocks[block].Start, End: end}}
	s := travaux.Statement{
		Mode: travaux.Direct, Rule: "post", Chain: []string{b.cast.Outlet}, Source: span(r.d.Text, name),
		Cue: span(r.d.Text, lang.Span{Start: name.Start - len("— "), End: name.Start - 1}), Content: []travaux.Span{*span(r.d.Text, c.content[0])},
	}
	b.speak(&unit{block: block}, &c, &s)
	r.judge(&c, &s)
	b.said, b.saidIn = b.put(s), block
}
