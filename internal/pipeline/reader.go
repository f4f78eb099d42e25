package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal"
	"github.com/travaux/travaux/internal/cast"
	"github.com/travaux/travaux/internal/claim"
	"github.com/travaux/travaux/internal/extract"
	"github.com/travaux/travaux/internal/knowledge"
	"github.com/travaux/travaux/internal/knowledge/pack"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/english"
	"github.com/travaux/travaux/internal/statement"
	"github.com/travaux/travaux/internal/timex"
)

// Reader reads one report at a time. It is safe for use by several goroutines.
type Reader struct {
	text   *lang.Pipeline // from bare text
	tokens *lang.Pipeline // from tokens given
	known  cast.Known
	prior  *prior
	packs  *pack.Set
	rules  string // digest of the stages' sources
	digest string // of what is known beforehand
}

// NewReader puts the stages together. profile may be nil. packs are the packs in
// use, nil for all embedded ones and the issues of the profile.
func NewReader(world *knowledge.World, profile *knowledge.Profile, packs *pack.Set) (*Reader, error) {
	names := world.Names()
	if profile != nil {
		names = append(names, profile.Names()...)
	}
	text, err := english.New(names, world.Given())
	if err != nil {
		return nil, fmt.Errorf("set up the language stages: %w", err)
	}
	tokens, err := english.NewOverTokens(names, world.Given())
	if err != nil {
		return nil, fmt.Errorf("set up the language stages: %w", err)
	}
	if packs == nil {
		if packs, err = Packs(profile, nil); err != nil {
			return nil, err
		}
	}
	prior, err := newPrior(profile)
	if err != nil {
		return nil, err
	}
	rules, err := internal.Stages()
	if err != nil {
		return nil, fmt.Errorf("set up the stages: %w", err)
	}
	return &Reader{text: text, tokens: tokens, rules: rules, prior: prior, packs: packs, known: known(world, profile), digest: digest(names, world.Given(), profile, packs)}, nil
}

// Packs returns the packs that a profile asks for, all embedded ones when it
// asks for none, with files of packs after them and the profile's own issues
// before. profile may be nil; the packs that it names as files must be among
// files.
func Packs(profile *knowledge.Profile, files []*pack.File) (*pack.Set, error) {
	var ids []string
	if profile != nil {
		for _, id := range profile.Packs {
			if !PackFile(id) {
				ids = append(ids, id)
			}
		}
		if len(profile.Packs) > 0 && len(ids) == 0 {
			ids = []string{"base"} // files alone
		}
	}
	if own := profile.IssuePack(); own != nil {
		files = append(slices.Clone(files), own)
	}
	set, err := pack.Choose(ids, files...)
	if err != nil {
		return nil, fmt.Errorf("set up the packs: %w", err)
	}
	return set, nil
}

// PackFile reports whether an entry of a profile's packs names a file.
func PackFile(entry string) bool {
	return strings.HasSuffix(entry, ".yaml") || strings.HasSuffix(entry, ".yml")
}

// Issues lists the issues of the packs in use, as a record has them.
func (r *Reader) Issues() []travaux.Issue { return r.packs.Issues() }

// known tells the types and names of what world file and profile know.
func known(world *knowledge.World, profile *knowledge.Profile) cast.Known {
	parties := map[string]knowledge.Party{}
	if profile != nil {
		for _, p := range profile.Parties {
			if p.Type != "" {
				parties[p.ID] = p
			}
		}
	}
	return func(id string) (travaux.ActorType, string, bool) {
		if p, ok := parties[id]; ok {
			return p.Type, p.Name, true
		}
		e, ok := world.Lookup(id)
		if !ok || len(e.Forms) == 0 {
			return "", "", false
		}
		return e.Type, e.Forms[0].Text, true
	}
}

func digest(names []lang.Name, given []string, profile *knowledge.Profile, packs *pack.Set) string {
	h := sha256.New()
	for _, n := range names {
		fmt.Fprintf(h, "%+v\n", n)
	}
	fmt.Fprintln(h, given, packs.Digest())
	if profile != nil {
		fmt.Fprintf(h, "%+v%+v%+v", profile.Parties, profile.Outlets, profile.Issues)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// Stamp names everything that a reading depends on: the stages with their
// versions and sources, and what is known from world file and profile.
func (r *Reader) Stamp() string {
	return strings.Join(append(r.Versions(), "rules/"+r.rules, "known/"+r.digest), " ")
}

// Versions lists what reads a report, each with its version.
func (r *Reader) Versions() []string {
	return append(r.text.Versions(), "timex/"+timex.Version, "statement/"+statement.Version, "claim/"+claim.Version)
}

// Read reads a report. The report itself is not changed: the reading holds a
// copy whose document time may be narrowed by the text.
func (r *Reader) Read(rep *travaux.Report) (*travaux.Reading, error) {
	own := *rep
	r.prior.report(&own)
	if own.Foreign() {
		return &travaux.Reading{Report: &own}, nil
	}
	doc := &lang.Doc{Text: own.Text, Blocks: blocks(&own)}
	return r.read(r.text, doc, &own)
}

// Parse annotates a bare text, as one paragraph, with words, trees and names.
func (r *Reader) Parse(text string) (*lang.Doc, error) {
	d := &lang.Doc{Text: text, Blocks: []lang.Block{{Span: lang.Span{End: len(text)}}}}
	if err := r.text.Annotate(d); err != nil {
		return nil, fmt.Errorf("annotate: %w", err)
	}
	return d, nil
}

// ReadTokens reads a report whose sentences and tokens are given: their spans
// and, of words, nothing else.
func (r *Reader) ReadTokens(rep *travaux.Report, sents []travaux.Sentence) (*travaux.Reading, error) {
	own := *rep
	doc := &lang.Doc{Text: rep.Text}
	for i, s := range sents {
		span := lang.Span{Start: s.Start, End: s.End}
		doc.Blocks = append(doc.Blocks, lang.Block{Span: span})
		first := len(doc.Toks)
		for _, t := range s.Tokens {
			doc.Toks = append(doc.Toks, lang.Tok{Span: lang.Span{Start: t.Start, End: t.End}, Head: -1, Sent: int32(i)})
		}
		doc.Sents = append(doc.Sents, lang.Sent{Span: span, First: first, Last: len(doc.Toks), Block: i})
	}
	doc.Done = lang.Sentences | lang.Tokens
	return r.read(r.tokens, doc, &own)
}

// read runs the stages over a document; rep becomes the reading's own.
func (r *Reader) read(p *lang.Pipeline, doc *lang.Doc, rep *travaux.Report) (g *travaux.Reading, err error) {
	defer func() {
		if p := recover(); p != nil { // a fault of ours must not cost the other reports
			g, err = nil, travaux.Errorf(travaux.CodeInternal, "read", rep.File, "a stage failed: %v", p)
		}
	}()
	if err := p.Annotate(doc); err != nil {
		return nil, &travaux.Error{Code: travaux.CodeInternal, Op: "read", ID: rep.File, Err: err}
	}
	g = &travaux.Reading{Report: rep, Sentences: sentences(doc), Notes: unread(doc, rep)}
	g.Timexes, g.Quantities = timex.Find(doc, rep)
	if rep.Date.Basis == travaux.BasisUnknown {
		rep.Date = timex.DocTime(doc, rep, g.Timexes)
	}
	c := cast.New(doc, rep, r.known)
	r.prior.cast(c)
	g.Statements = statement.Extract(doc, rep, c, g.Timexes)
	claim.Extract(doc, c, g, r.packs)
	c.Keep(referred(g))
	g.Actors, g.Mentions = c.Actors, c.Mentions
	return g, nil
}

// referred lists the actors that statements and claims refer to.
func referred(g *travaux.Reading) map[string]bool {
	used := map[string]bool{}
	add := func(ids ...string) {
		for _, id := range ids {
			used[id] = true
		}
	}
	values := func(lists ...[]travaux.Value) {
		for _, v := range slices.Concat(lists...) {
			add(v.Value)
		}
	}
	for _, s := range g.Statements {
		add(s.Speaker)
		add(s.Chain...)
		add(s.JointWith...)
	}
	for _, e := range g.Events {
		add(e.Actors...)
		add(e.Recipients...)
		values(e.Places)
	}
	for _, p := range g.Proposals {
		values(p.Authors, p.Origins, p.FirstReportedBy, p.TabledBy)
		for _, x := range p.Provisions {
			add(x.Obliged)
		}
	}
	for _, p := range g.Positions {
		add(p.Party)
	}
	for _, x := range g.Consultations {
		add(x.Who...)
		add(x.ByWhom...)
	}
	for _, f := range g.Forecasts {
		add(f.Holder)
	}
	return used
}

// blocks returns what is read of a report. A dateline is a block of its own: it
// is no part of the sentence that follows. The credit of a picture is left out,
// and lists of links within a paragraph are gaps in it.
func blocks(rep *travaux.Report) []lang.Block {
	list := make([]lang.Block, 0, len(rep.Blocks))
	for _, b := range rep.Blocks {
		block := lang.Block{Span: lang.Span{Start: b.Start, End: b.End}}
		switch b.Class {
		case travaux.LineHeadline, travaux.LineSubhead:
			block.Kind = lang.Heading
		case travaux.LineListItem:
			block.Kind = lang.Item
		case travaux.LineCaption:
			if at := strings.LastIndex(rep.Text[b.Start:b.End], " | "); at > 0 {
				block.End = b.Start + at
			}
		default:
			if n := travaux.DatelineEnd(rep.Text[b.Start:b.End]); n > 0 {
				head := block
				head.End = b.Start + n
				list = append(list, head)
				block.Start = head.End
			}
		}
		for _, g := range extract.Insets(rep.Text[block.Start:block.End]) {
			block.Gaps = append(block.Gaps, lang.Span{Start: block.Start + g[0], End: block.Start + g[1]})
		}
		list = append(list, block)
	}
	return list
}

// unread says where reading stopped, of a report with more words than are read.
func unread(doc *lang.Doc, rep *travaux.Report) []string {
	if len(doc.Blocks) == 0 || len(rep.Blocks) == 0 {
		return nil
	}
	to, end := doc.Blocks[len(doc.Blocks)-1].End, rep.Blocks[len(rep.Blocks)-1].End
	if to >= end || strings.TrimSpace(doc.Text[to:end]) == "" {
		return nil
	}
	return []string{fmt.Sprintf("only the first %d words were read, up to byte %d of %d; the rest is kept", len(doc.Toks), to, end)}
}

// sentences returns the sentences of a document with their tokens.
func sentences(doc *lang.Doc) []travaux.Sentence {
	list := make([]travaux.Sentence, len(doc.Sents))
	all := make([]travaux.Token, len(doc.Toks))
	for i := range doc.Toks {
		t := &doc.Toks[i]
		all[i] = travaux.Token{
			Start: t.Start, End: t.End, Form: doc.Form(i), Lemma: t.Lemma, UPOS: t.UPOS.String(),
			XPOS: t.XPOS, Feats: t.Feats, Head: int(t.Head), Deprel: t.Deprel,
		}
	}
	for i, s := range doc.Sents {
		list[i] = travaux.Sentence{Start: s.Start, End: s.End, Tokens: all[s.First:s.Last:s.Last]}
	}
	return list
}
