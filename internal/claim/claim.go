// Package claim finds what a report says happened and which texts it speaks of:
// events of a negotiation, and plans, drafts and proposals with what they are
// said to require.
//
// It reads one annotated report. It never takes a claim for true (each lists
// the statements that carry it), and it does not decide whether two reports
// speak of one event (that is reconcile's). Rules work on trigger words, tags,
// simple noun phrases and mentions; doc/claim.md describes them.
package claim

import (
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/cast"
	"github.com/travaux/travaux/internal/claim/consultation"
	"github.com/travaux/travaux/internal/claim/forecast"
	"github.com/travaux/travaux/internal/claim/page"
	"github.com/travaux/travaux/internal/claim/position"
	"github.com/travaux/travaux/internal/claim/proposal"
	"github.com/travaux/travaux/internal/knowledge/pack"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/chunk"
)

// Version changes whenever the answers do.
const Version = "1"

// Extract fills the events and proposals of g, and adds to its statements one
// in the outlet's own voice for each sentence that carries a claim which no
// attributed statement covers. doc is the annotated text of g.Report, with
// references resolved; actors that only a claim names are added to c.
func Extract(doc *lang.Doc, c *cast.Cast, g *travaux.Reading, packs *pack.Set) {
	if len(doc.Toks) == 0 {
		return
	}
	r := newReader(doc, c, g, packs)
	r.texts = proposal.Read(r.Page)
	r.events()
	g.Proposals = r.proposals()
	g.Events = r.happenings
	g.Positions = position.Extract(r.Page)
	g.Consultations = consultation.Extract(r.Page)
	g.Forecasts = forecast.Extract(r.Page)
	g.Statements = r.Voice.Merged()
}

// reader holds what the rules look up in one report.
type reader struct {
	*page.Page
	d   *lang.Doc
	c   *cast.Cast
	g   *travaux.Reading
	lex *lexicon
	np  *chunk.Index
	at  []int32 // per token, 1 + the longest mention of an actor or place over it
	tx  []int32 // per token, 1 + the time expression over it
	qt  []int32 // per token, 1 + the quantity over it

	lows, lemmas []string // per token, in lower case

	texts      *proposal.Texts
	about      map[string]bool // what the report speaks of, once asked
	happenings []travaux.EventClaim
	refs       []reference // of happenings, until they are sorted
	claimed    []bool      // tokens that already are part of a trigger
}

func newReader(d *lang.Doc, c *cast.Cast, g *travaux.Reading, packs *pack.Set) *reader {
	n := len(d.Toks)
	d = mend(d, lexicons())
	r := &reader{
		Page: page.New(d, c, g, packs),
		d:    d, c: c, g: g, lex: lexicons(), about: map[string]bool{}, np: chunk.Find(d),
		at: make([]int32, n), tx: make([]int32, n), qt: make([]int32, n),
		claimed: make([]bool, n),
	}
	r.lows, r.lemmas = make([]string, n), make([]string, n)
	for i := range d.Toks {
		r.lows[i], r.lemmas[i] = strings.ToLower(d.Form(i)), strings.ToLower(d.Toks[i].Lemma)
	}
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Type == lang.Other || m.Type == lang.Document || m.Type == lang.Event && m.Entity < 0 {
			continue
		}
		for j := max(m.First, 0); j < m.Last && j < n; j++ {
			if old := r.at[j]; old == 0 || d.Mentions[old-1].Len() < m.Len() {
				r.at[j] = int32(i + 1)
			}
		}
	}
	page.Cover(d, r.tx, len(g.Timexes), func(i int) (int, int) { return g.Timexes[i].Start, g.Timexes[i].End })
	page.Cover(d, r.qt, len(g.Quantities), func(i int) (int, int) { return g.Quantities[i].Start, g.Quantities[i].End })
	return r
}

func (r *reader) lemma(i int) string {
	if i < 0 || i >= len(r.d.Toks) {
		return ""
	}
	return r.lemmas[i]
}

func (r *reader) low(i int) string {
	if i < 0 || i >= len(r.d.Toks) {
		return ""
	}
	return r.lows[i]
}

func (r *reader) pos(i int) lang.POS {
	if i < 0 || i >= len(r.d.Toks) {
		return lang.X
	}
	return r.d.Toks[i].UPOS
}

func (r *reader) xpos(i int) string {
	if i < 0 || i >= len(r.d.Toks) {
		return ""
	}
	return r.d.Toks[i].XPOS
}

func (r *reader) sent(i int) *lang.Sent { return &r.d.Sents[r.d.Toks[i].Sent] }

// span returns the words of tokens [first, last).
func (r *reader) span(first, last int) travaux.Span {
	s := r.d.TokSpan(first, last)
	return travaux.SpanOf(r.d.Text, s.Start, s.End)
}

// verb reports whether token i is a full verb.
func (r *reader) verb(i int) bool { return r.pos(i) == lang.VERB }

// finite reports whether token i is a finite verb or auxiliary, or a
// participle that stands where only a finite one can.
func (r *reader) finite(i int) bool {
	switch r.xpos(i) {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	case "VBN": // taggers confuse the two where no auxiliary precedes
		if r.pos(i) != lang.VERB || r.auxBefore(i) >= 0 {
			return false
		}
		k := i
		for k > r.sent(i).First && r.pos(k-1) == lang.ADV {
			k--
		}
		return r.np.Ends(k) >= 0 && r.low(i+1) != "by"
	}
	return false
}

// auxBefore returns the first auxiliary of the verb group that token i ends,
// or -1.
func (r *reader) auxBefore(i int) int {
	first := -1
	for k := i - 1; k >= r.sent(i).First; k-- {
		switch {
		case r.pos(k) == lang.AUX || r.lemma(k) == "get" && r.pos(k) == lang.VERB:
			first = k
		case r.pos(k) == lang.ADV || r.low(k) == "not" || r.low(k) == "n't" || r.low(k) == "n’t":
		case r.tx[k] > 0 && first < 0:
		default:
			return first
		}
	}
	return first
}
