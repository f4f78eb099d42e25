package statement

import (
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// afterColon takes what a cue with a colon at the end of its unit leads to: the
// rest of the paragraph, or the quotation that opens the next.
func (b *builder) afterColon(u *unit, s *travaux.Statement) {
	block := b.r.d.Blocks[u.block]
	from, to := b.r.end(u, len(u.e)-1), trimRight(b.r.d.Text, block.Span)
	for from < to && !wordy(rune(b.r.d.Text[from])) && !quoteRune(b.r.d.Text[from:to]) {
		from++
	}
	if from < to {
		s.Content = append(s.Content, *span(b.r.d.Text, lang.Span{Start: from, End: to}))
		return
	}
	b.nextBlock(u.block, s)
}

// nextBlock takes the quotation that opens the block after a cue with a colon,
// dashes and bullets aside, or a paragraph that is quoted without marks.
func (b *builder) nextBlock(block int, s *travaux.Statement) {
	q := b.firstQuote(b.r.d.Blocks[block].End)
	if block+1 >= len(b.r.d.Blocks) {
		return
	}
	if next := b.r.d.Blocks[block+1]; next.Kind == lang.Paragraph && b.r.speech[block+1] < 0 && (q >= len(b.r.quotes) || b.r.quotes[q].Start >= next.End) {
		s.Content, s.Mode = append(s.Content, *span(b.r.d.Text, next.Span)), travaux.Direct
		return
	}
	if q >= len(b.r.quotes) || b.r.quotes[q].Block != block+1 || !bare(b.r.d.Text[b.r.d.Blocks[block+1].Start:b.r.quotes[q].Start]) {
		return
	}
	for _, x := range b.r.whole([]lang.Span{b.r.quotes[q].Span}) {
		s.Content = append(s.Content, *span(b.r.d.Text, x))
	}
}

// bare reports whether a stretch has no letter or digit.
func bare(s string) bool {
	return !strings.ContainsFunc(s, wordy)
}

// follow gives quotations that stand alone after an attribution, in the same
// paragraph, to its speaker: "…," Ruiz said. "…"
func (b *builder) follow(i int, cs []candidate, made []int) {
	r, u := b.r, &b.r.units[i]
	last, best := 0, 0
	for k := range cs {
		c := &cs[k]
		through := c.outer >= 0 && cs[c.outer].rule == "according-to" && len(c.content) > 0 && r.quoteAt(c.content[0].Start, true) >= 0 // "“…,” Ruiz said, according to Kern"
		if made[k] == 0 || c.outer >= 0 && !through || c.e.Mode == travaux.NoComment || c.e.Class != verbCue {
			continue
		}
		rank := 1
		if through {
			rank += 2
		}
		// a main clause that tells of speech goes before ", adding", both before "who opposes"
		if c.src.relative < 0 && c.e.Mode == "" {
			rank += 2
		}
		if !c.elided {
			rank++
		}
		if rank >= best {
			last, best = made[k], rank
		}
	}
	if last > 0 {
		b.open = 0
		if s := &b.out[last-1]; s.Speaker != "" && s.Attribution != travaux.ByOutlet {
			b.open = last
		}
		return
	}
	if b.open == 0 || len(u.e) == 0 {
		return
	}
	if b.goesOn(u) {
		b.take(u)
		return
	}
	if u.e[0].quote < 0 || r.words(u.e[0].quote) < 3 {
		b.out[b.open-1].ScopeUncertain = b.out[b.open-1].ScopeUncertain || r.anaphoric(u)
		if u.e[0].quote < 0 {
			b.open = 0
		}
		return
	}
	end := 0
	for end < len(u.e) && (u.e[end].quote >= 0 || r.punct(u, end)) {
		end++
	}
	if end < len(u.e) {
		return
	}
	b.take(u)
}

// goesOn reports whether a unit without a verb leads to more words of the same
// speaker: "Then, after a pause: “…”".
func (b *builder) goesOn(u *unit) bool {
	r := b.r
	n := len(u.e)
	for n > 0 && r.punct(u, n-1) {
		n--
	}
	if n < 2 || u.e[n-1].quote < 0 || !r.is(u, n-2, ":") || n > 12 {
		return false
	}
	for k := 0; k < n-1; k++ {
		if u.e[k].quote >= 0 || r.finiteVerb(u, k) && r.pos(u, k-1) != lang.DET {
			return false
		}
	}
	return true
}

// take gives the quotations of a unit to the speaker of the statement that is
// open, as statements of their own with its source and cue.
func (b *builder) take(u *unit) {
	r := b.r
	for _, e := range u.e {
		if e.quote < 0 || b.used[e.quote] {
			continue
		}
		s := b.out[b.open-1]
		s.Content, s.Mode, s.Rule = nil, travaux.Direct, "goes-on"
		s.SpeechAct, s.Polarity, s.Certainty, s.Factive, s.ScopeUncertain = travaux.ActAssert, travaux.Positive, travaux.CertainTrue, false, false
		for _, x := range r.whole([]lang.Span{r.quotes[e.quote].Span}) {
			s.Content = append(s.Content, *span(r.d.Text, x))
			b.use(x.Start, x.End)
		}
		r.judge(&candidate{e: &headColon, content: []lang.Span{r.quotes[e.quote].Span}, comp: complement{ok: true, frame: fQuote}}, &s)
		b.put(s)
	}
}

// anaphoric reports whether a unit goes on about what was said before it:
// "These include …", "That would …".
func (r *reader) anaphoric(u *unit) bool {
	switch r.form(u, 0) {
	case "these", "this", "that", "those", "they", "it", "such":
		return true
	}
	return false
}

// loose makes statements of the quotations that nobody was found to have said.
func (b *builder) loose() {
	for q := range b.r.quotes {
		if b.used[q] || b.r.words(q) < 3 || b.r.title(q) || b.r.quotes[q].Cont || b.r.d.Blocks[b.r.quotes[q].Block].Kind == lang.Heading && b.r.words(q) < 5 {
			continue
		}
		s := travaux.Statement{
			Mode: travaux.UnattributedQuote, Attribution: travaux.Unattributed, Chain: []string{b.cast.Outlet},
			SpeechAct: travaux.ActAssert, Polarity: travaux.Positive, Certainty: travaux.CertainTrue, Rule: "quotation",
		}
		for _, x := range b.r.whole([]lang.Span{b.r.quotes[q].Span}) {
			s.Content = append(s.Content, *span(b.r.d.Text, x))
		}
		b.put(s)
	}
	b.unnamed()
	for i := range b.out {
		finish(&b.out[i])
	}
}

// title reports whether a quotation is the name of a work: every longer word of
// it begins with a capital.
func (r *reader) title(q int) bool {
	words := strings.Fields(r.d.Quote(r.quotes[q].Inner))
	for _, w := range words {
		if len(w) > 4 && lowerForm(w) {
			return false
		}
	}
	return len(words) > 1 && capital(words[0]) && capital(words[len(words)-1])
}
