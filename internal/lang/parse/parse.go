// Package parse gives tokens their tags, features, lemmas and trees, and
// proposes names, all by one small network over each sentence (see
// doc/models.md). It is not for finding tokens or sentences, and does not
// decide what a name is of: package entity does.
package parse

import (
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/model"
)

// Parser is a lang.Component. It is safe for use by several goroutines.
type Parser struct {
	m    *model.Model
	pool sync.Pool
}

// New returns a parser with the weights of m.
func New(m *model.Model) *Parser {
	p := &Parser{m: m}
	p.pool.New = func() any { return &net{m: m, seen: map[string]int{}} }
	return p
}

// Name is "parse".
func (p *Parser) Name() string { return "parse" }

// Version is that of the code and of the weights.
func (p *Parser) Version() string { return "1." + p.m.Version() }

// Needs sentences and tokens.
func (p *Parser) Needs() lang.Layer { return lang.Sentences | lang.Tokens }

// Gives tags, lemmas, trees and proposed names.
func (p *Parser) Gives() lang.Layer {
	return lang.Tags | lang.Lemmas | lang.Trees | lang.Proposals
}

const (
	// maxPiece is the longest stretch of words that is parsed at once. The
	// parts of a longer sentence are joined at their roots.
	maxPiece = 200
	// maxRows is about how many words go through the network together.
	maxRows = 768
)

// Annotate parses d. Its time is linear in the number of tokens.
func (p *Parser) Annotate(d *lang.Doc) error {
	n, ok := p.pool.Get().(*net)
	if !ok {
		return errors.New("no room")
	}
	defer p.pool.Put(n)
	var pieces []piece
	rows := 0
	flush := func() {
		if len(pieces) > 0 {
			n.run(pieces, d.Form)
			n.annotate(d)
			pieces, rows = pieces[:0], 0
		}
	}
	for i, s := range d.Sents {
		if s.First < 0 || s.Last > len(d.Toks) || s.First > s.Last {
			return fmt.Errorf("sentence %d covers tokens %d to %d of %d", i, s.First, s.Last, len(d.Toks))
		}
		for at := s.First; at < s.Last; at += maxPiece {
			c := piece{at, min(at+maxPiece, s.Last)}
			if rows+c.len() > maxRows {
				flush()
			}
			pieces = append(pieces, c)
			rows += c.len()
		}
	}
	flush()
	for _, s := range d.Sents {
		join(d, s)
	}
	slices.SortFunc(d.Proposed, func(a, b lang.Proposal) int { return a.First - b.First })
	return nil
}

// join makes one tree of the pieces of a long sentence: later roots hang on
// the first one.
func join(d *lang.Doc, s lang.Sent) {
	if s.Last-s.First <= maxPiece {
		return
	}
	root := int32(0)
	for i := s.First; i < s.Last; i++ {
		t := &d.Toks[i]
		switch {
		case t.Head > 0:
			t.Head += int32((i - s.First) / maxPiece * maxPiece)
		case root == 0:
			root = int32(i - s.First + 1)
		default:
			t.Head, t.Deprel = root, "parataxis"
		}
	}
}

func (n *net) annotate(d *lang.Doc) {
	n.heads()
	heads := make([]int, n.rows)
	for s, p := range n.order {
		L := p.len()
		for t, h := range n.tree.find(n.arcScores(s), L)[1:] {
			r := n.off[t] + s
			d.Toks[p.first+t].Head = int32(h)
			heads[r] = -1
			if h > 0 {
				heads[r] = n.off[h-1] + s
			}
		}
	}
	rels := n.relScores(heads)
	m := n.m
	rw, k := m.Rel.Width(), len(m.Deprels)
	for s, p := range n.order {
		for t := range p.len() {
			r := n.off[t] + s
			tok := &d.Toks[p.first+t]
			n.tag(tok, d.Form(p.first+t), n.tags[r*m.Tags.Width():])
			tok.Deprel = m.Deprels[label(m, rels[r*rw:r*rw+k], heads[r] < 0)]
		}
		n.propose(d, s, p)
	}
}

// label is the best label, "root" exactly under the root.
func label(m *model.Model, scores []float32, root bool) int {
	top := -1
	for i, v := range scores {
		if (m.Deprels[i] == "root") == root && (top < 0 || v > scores[top]) {
			top = i
		}
	}
	return max(top, 0)
}

func (n *net) tag(tok *lang.Tok, form string, scores []float32) {
	m := n.m
	u, x, f, l := len(m.UPOS), len(m.XPOS), len(m.Feats), len(m.Scripts)
	set := tagset(m.Tagsets, scores[:u], scores[u:u+x], scores[u+x:u+x+f])
	tok.UPOS, tok.XPOS, tok.Feats = m.POS[set[0]], m.XPOS[set[1]], m.Feats[set[2]]
	if lemma, ok := m.Lemma(form, tok.XPOS); ok {
		tok.Lemma = lemma
		return
	}
	s := scores[u+x+f : u+x+f+l]
	tok.Lemma = form
	for range 3 {
		i := best(s)
		if lemma, ok := model.Apply(m.Scripts[i], form); ok {
			tok.Lemma = lemma
			return
		}
		s[i] = -1e30
	}
}

// tagset is the one, of those that occur, with the greatest sum of scores.
func tagset(sets [][3]int32, upos, xpos, feats []float32) [3]int32 {
	top, at := float32(-1e30), 0
	for i, s := range sets {
		if v := upos[s[0]] + xpos[s[1]] + feats[s[2]]; v > top {
			top, at = v, i
		}
	}
	return sets[at]
}
