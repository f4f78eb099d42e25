// Package statement finds who says what in a report: attributions in the sense
// of PARC 3.0 (Pareti 2016), each with source, cue and content, the chain
// through which the words came, and how certain the source is of them.
//
// It is for one annotated report with trees. It does not decide what the
// statements mean for the negotiation (that is claim's), and it never takes what
// is said for true. Rules ask the trees who does what; quotation marks, and words
// right beside a cue, go before them where they are surer. doc/statement.md
// describes them.
package statement

import (
	"sort"
	"strconv"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/cast"
	"github.com/travaux/travaux/internal/lang"
)

// Version changes whenever the answers do.
const Version = "3"

// Extract returns the statements of a report, by content start. doc is the
// report's annotated text with references resolved; offsets are bytes into it.
// Speakers that doc does not know as entities are added to cast. Times in a
// reporting clause are taken from tx.
func Extract(doc *lang.Doc, rep *travaux.Report, c *cast.Cast, tx []travaux.Timex) []travaux.Statement {
	r := newReader(doc, cueLexicon())
	b := &builder{r: r, rep: rep, cast: c, tx: tx, used: make([]bool, len(r.quotes)), seen: map[string]bool{}, background: map[string]bool{}}
	for i := range r.units {
		b.unit(i)
	}
	b.loose()
	sort.SliceStable(b.out, func(i, j int) bool {
		x, y := &b.out[i], &b.out[j]
		if first(x) != first(y) {
			return first(x) < first(y)
		}
		return x.ID < y.ID
	})
	return b.out
}

func first(s *travaux.Statement) int {
	if len(s.Content) > 0 {
		return s.Content[0].Start
	}
	return s.Cue.Start
}

// builder turns candidates into statements.
type builder struct {
	r            *reader
	rep          *travaux.Report
	cast         *cast.Cast
	tx           []travaux.Timex
	used         []bool // quotations that belong to a statement
	out          []travaux.Statement
	seen         map[string]bool
	open         int             // index into out of the statement to which following quotations belong, plus 1
	said, saidIn int             // likewise, of the line of a transcript that is read, and its block
	background   map[string]bool // actors who are said to speak without their names
}

// unit reads one unit.
func (b *builder) unit(i int) {
	r, u := b.r, &b.r.units[i]
	if i == 0 || r.units[i-1].block != u.block && !(r.units[i-1].block+1 == u.block && b.quotedBlock(i)) {
		b.open = 0
	}
	if i == 0 || r.units[i-1].block != u.block {
		b.post(u.block)
	}
	cs := r.merge(r.candidates(u), r.special(u))
	for k := 1; k < len(cs); k++ { // "sought to downplay" is one cue
		cs[k-1].dropped = cs[k].from <= cs[k-1].head && cs[k-1].head < cs[k].head
	}
	cs = r.colonQuote(u, cs, b.nextOpens(i))
	r.scopes(u, cs)
	b.drop(u, cs)
	cited := r.citations(u, cs)
	made := make([]int, len(cs)) // index into out, plus 1
	for _, k := range order(cs) {
		if !cs[k].dropped {
			made[k] = b.add(u, cs, k, made)
		}
	}
	for _, c := range cited {
		b.cite(u, &cs[c[0]], made[c[1]])
	}
	b.follow(i, cs, made)
}

// quotedBlock reports whether the block that unit i begins is a quotation and
// nothing else: the words of the person who spoke last in the block before.
func (b *builder) quotedBlock(i int) bool {
	r, u := b.r, &b.r.units[i]
	if b.open == 0 || i+1 < len(r.units) && r.units[i+1].block == u.block || u.e[0].quote < 0 {
		return false
	}
	switch b.out[b.open-1].Attribution {
	case travaux.ByNamedPerson, travaux.ByAnonymousPerson:
	default: // "people say" is nobody in particular
		return false
	}
	for k := range u.e {
		if u.e[k].quote < 0 && !r.punct(u, k) {
			return false
		}
	}
	return true
}

// nextOpens reports whether unit i is the last of its block and the next block
// begins with a quotation.
func (b *builder) nextOpens(i int) bool {
	block := b.r.units[i].block
	if i+1 >= len(b.r.units) || b.r.units[i+1].block != block+1 {
		return false
	}
	q := b.firstQuote(b.r.d.Blocks[block+1].Start)
	return q < len(b.r.quotes) && b.r.quotes[q].Block == block+1 && bare(b.r.d.Text[b.r.d.Blocks[block+1].Start:b.r.quotes[q].Start])
}

// add makes the statement of candidate k and returns its place in out, plus 1.
func (b *builder) add(u *unit, cs []candidate, k int, made []int) int {
	r, c := b.r, &cs[k]
	text := r.d.Text
	s := travaux.Statement{Mode: c.e.Mode, Rule: c.rule + "/" + c.e.Lemma}
	to := c.to
	if c.comp.colon {
		to = c.comp.from
	} else if c.comp.frame == fPrep && c.comp.from == c.to+1 && len(c.content) > 0 {
		to = c.comp.from
	}
	cue := r.span(u, c.from, min(to, len(u.e)))
	s.Cue = span(text, cue)
	for _, q := range r.whole(c.content) {
		s.Content = append(s.Content, *span(text, q))
	}
	if (c.comp.colon || c.comp.apart) && c.comp.from >= len(u.e) {
		b.afterColon(u, &s)
	}
	if len(s.Content) == 0 && c.comp.frame != fNone {
		return 0
	}
	chain := []string{b.cast.Outlet}
	if l := b.line(u.block); l != nil && c.outer < 0 {
		chain = append([]string{}, l.Chain...)
	}
	if c.outer >= 0 && made[c.outer] > 0 {
		chain = append([]string{}, b.out[made[c.outer]-1].Chain...)
	}
	s.Chain = chain
	if c.src.ok {
		s.Source = span(text, c.src.span)
		b.speak(u, c, &s)
	} else if c.unheld() {
		s.Attribution = travaux.Unattributed
	} else {
		s.Speaker, s.Attribution = b.cast.Outlet, travaux.ByOutlet
	}
	if c.e.Act == travaux.ActGroundRule {
		b.background[s.Speaker] = true
		s.Attribution = travaux.ByOutlet
		s.Chain = []string{b.cast.Outlet}
	}
	b.mode(c, &s)
	r.assess(u, c, &s)
	b.circumstances(u, c, &s)
	n := b.put(s)
	if c.rule == "transcript" {
		b.said, b.saidIn = n, u.block
	}
	return n
}

// put completes a statement and keeps it; a second one of the same words is
// dropped.
func (b *builder) put(s travaux.Statement) int {
	s.GroundRule = groundRule(&s)
	start, end, src := 0, 0, 0
	if len(s.Content) > 0 {
		start, end = s.Content[0].Start, s.Content[len(s.Content)-1].End
	} else {
		start, end = s.Cue.Start, s.Cue.End
	}
	cue := 0
	if s.Cue != nil {
		cue = s.Cue.Start
	}
	if s.Source != nil {
		src = s.Source.Start
	}
	s.ID = travaux.SpanID("stmt", b.rep.ID, start, end, strconv.Itoa(src), strconv.Itoa(cue), s.Speaker)
	if b.seen[s.ID] {
		return 0
	}
	b.seen[s.ID] = true
	for _, c := range s.Content {
		b.use(c.Start, c.End)
	}
	b.out = append(b.out, s)
	return len(b.out)
}

// finish lists a statement's spans in text order.
func finish(s *travaux.Statement) {
	s.Spans = s.Spans[:0]
	if s.Source != nil {
		s.Spans = append(s.Spans, *s.Source)
	}
	if s.Cue != nil {
		s.Spans = append(s.Spans, *s.Cue)
	}
	s.Spans = append(s.Spans, s.Content...)
	if s.SaidAt != nil && s.SaidAt.Span != nil {
		s.Spans = append(s.Spans, *s.SaidAt.Span)
	}
	sort.Slice(s.Spans, func(i, j int) bool {
		if s.Spans[i].Start != s.Spans[j].Start {
			return s.Spans[i].Start < s.Spans[j].Start
		}
		return s.Spans[i].End < s.Spans[j].End
	})
}

func (b *builder) use(start, end int) {
	for q := b.firstQuote(start); q < len(b.used) && b.r.quotes[q].Start < end; q++ {
		b.used[q] = true
	}
}

func span(text string, s lang.Span) *travaux.Span {
	x := travaux.SpanOf(text, s.Start, s.End)
	return &x
}
