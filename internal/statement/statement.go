// Package statement finds who says what in a report: attributions in the sense
// of PARC 3.0 (Pareti 2016), each with source, cue and content, the chain
// through which the words came, and how certain the source is of them.
//
// It is for one annotated report. It does not decide what the statements mean
// for the negotiation (that is claim's), and it never takes what is said for
// true. Rules work on tokens, tags, simple noun phrases and quotation marks; no
// parse is needed. doc/statement.md describes them.
package statement

import (
	"sort"
	"strconv"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/cast"
	"github.com/travaux/travaux/internal/lang"
)

// Version changes whenever the answers do.
const Version = "2"

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

// order lists the candidates so that every outer one comes before those in its
// content.
func order(cs []candidate) []int {
	var out []int
	placed := make([]bool, len(cs))
	for len(out) < len(cs) {
		n := len(out)
		for i := range cs {
			o := cs[i].outer
			if !placed[i] && (o < 0 || placed[o]) {
				placed[i] = true
				out = append(out, i)
			}
		}
		if n == len(out) { // two contents that hold each other's cues
			for i := range cs {
				if !placed[i] {
					cs[i].outer, placed[i] = -1, true
					out = append(out, i)
				}
			}
		}
	}
	return out
}

// merge puts the special constructions among the candidates, in order; where
// both read the same words, the construction wins.
func (r *reader) merge(cs, special []candidate) []candidate {
	out := special
	for _, c := range cs {
		clash := false
		for _, s := range special {
			if c.from < s.to && s.from < c.to {
				clash = true
			}
		}
		if !clash {
			out = append(out, c)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].head < out[j].head })
	return out
}

// drop removes candidates whose source cannot speak, and attitudes and noun
// phrases within what somebody else says.
func (b *builder) drop(u *unit, cs []candidate) {
	r := b.r
	for i := range cs {
		c := &cs[i]
		if c.dropped || c.rule == "not-reported-before" || c.rule == "transcript" {
			continue
		}
		for n := 0; n < len(cs) && c.outer >= 0 && cs[c.outer].dropped; n++ {
			c.outer = cs[c.outer].outer
		}
		head := c.src.head
		if c.src.relative >= 0 {
			head = c.src.relative
		}
		speaks := r.speaks(head)
		firstPerson := r.firstPerson(head)
		switch {
		case c.unheld():
			c.dropped = c.outer >= 0
		case !c.src.ok:
			c.dropped = true
		case !speaks && c.src.relative < 0 && r.abstract(head) && c.rule != "according-to":
			c.dropped = true
		case c.e.Weak && !speaks && !r.document(head):
			c.dropped = true
		case !speaks && !c.comp.clausal() && !c.post && c.rule != "ground-rule":
			c.dropped = true
		case c.outer >= 0 && (!speaks || firstPerson || !(c.comp.clausal() || c.post || cs[c.outer].post)):
			c.dropped = true
		case firstPerson && c.e.Mode == travaux.Attitude:
			c.dropped = true
		case c.e.Class == adjCue && r.x.Low(head) == "it": // "it is not clear what"
			c.dropped = true
		case strings.HasPrefix(c.rule, "light-verb") && !speaks:
			c.dropped = true
		case c.e.Texts && !c.comp.clausal() && !r.document(head):
			c.dropped = true
		case r.hypothetical(u, c), r.emptyContent(c):
			c.dropped = true
		}
	}
	for i := range cs { // who was first to report something is the outlet's word, wherever it stands
		if cs[i].rule == "first-reported" || cs[i].rule == "not-reported-before" {
			cs[i].outer = -1
		}
	}
	for i := range cs { // a dropped cue holds nothing
		for range cs { // contents can hold each other's cues: not for ever
			if o := cs[i].outer; o >= 0 && cs[o].dropped {
				cs[i].outer = cs[o].outer
			}
		}
		if o := cs[i].outer; o >= 0 && cs[o].dropped || o == i {
			cs[i].outer = -1
		}
	}
}

// unheld reports whether something is reported without a word of whose it is:
// "is expected to", "amid fears that".
func (c *candidate) unheld() bool {
	return !c.src.ok && (c.rule == "holderless" || c.e.Class == nounCue)
}

// hypothetical reports whether a cue is not said to have been uttered or held:
// "if they decide that", "could promise that", "any state may call for".
func (r *reader) hypothetical(u *unit, c *candidate) bool {
	switch b := c.begin() - 1; r.form(u, b) {
	case "if", "unless", "whether":
		return true
	}
	promise := c.e.Act == travaux.ActAgree || c.e.Act == travaux.ActDecide
	found := false
	for k := c.from; k < c.head; k++ {
		switch r.form(u, k) {
		case "would", "to":
			found = found || promise
		case "must", "could", "might", "should", "can":
			found = found || promise || !c.comp.clausal()
		case "may", "shall": // "any state may call for an inspection"
			found = true
		case "not", "n't", "n’t", "never":
			return promise && found
		}
	}
	return found && (promise || c.e.Mode == "" && c.comp.frame != fQuote && !c.post)
}

// emptyContent reports whether what is reported is only pointed at: "denied
// that", "said so".
func (r *reader) emptyContent(c *candidate) bool {
	if len(c.content) != 1 {
		return false
	}
	switch strings.ToLower(r.d.Quote(c.content[0])) {
	case "that", "this", "it", "so", "them", "him", "her", "why", "what", "how":
		return true
	}
	return false
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
