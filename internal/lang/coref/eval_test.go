package coref_test

import (
	"bufio"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/travaux/travaux/internal/knowledge"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/coref"
	"github.com/travaux/travaux/internal/lang/ner"
	"github.com/travaux/travaux/internal/lang/score"
)

// gumDoc is a document of GUM with its own words and the mentions of the key:
// per key token, the cluster.
type gumDoc struct {
	name string
	doc  *lang.Doc
	key  map[int]int

	forms, xpos []string // gold
}

var thirdPerson = map[string]bool{
	"he": true, "him": true, "his": true, "she": true, "her": true, "it": true, "its": true, "they": true, "them": true, "their": true,
}

// gumMention is an open or closed span of the column Entity=.
type gumMention struct {
	id, first, last, head int
	typ                   string
}

// TestEvalGUM measures coreference of named persons, organisations and places
// and of pronouns of the third person on the development part of GUM. Words
// and sentences are gold, tags and names are not, so that a name not found is
// a mention missed.
//
// The figure is the CoNLL F1: the mean of the F1 of MUC, B³ and CEAFe (see
// package score), over clusters of two or more such mentions. A mention is known by
// the last token of the run of proper nouns at its head, so that articles,
// titles and what follows do not matter.
func TestEvalGUM(t *testing.T) {
	parser := parser(t)
	w, err := knowledge.Default()
	if err != nil {
		t.Fatal(err)
	}
	p, err := lang.NewPipelineOver(lang.Sentences|lang.Tokens, parser, ner.New(w.Names(), w.Given()), coref.New())
	if err != nil {
		t.Fatal(err)
	}
	var total score.Coref
	var right, links int // pronouns whose nearest earlier partner is right, of those that have one
	for _, g := range readGUM(t, "../../../../shared/data/treebank/gum/dev.conllu") {
		if err := p.Annotate(g.doc); err != nil {
			t.Fatal(err)
		}
		response := map[int]int{}
		for _, m := range g.doc.Mentions {
			if m.Entity >= 0 && m.Type != lang.Nominal && m.Type != lang.Anonymous && m.Type != lang.Document && m.Type != lang.Event {
				response[g.last(m.Head, m.Last)] = m.Entity
			}
		}
		total.Add(score.CompareClusters(clusters(g.key), clusters(response)))
		r, n := g.pronouns(t, response)
		right, links = right+r, links+n
	}
	for _, m := range []struct {
		name string
		score.Ratio
	}{{"MUC", total.MUC}, {"B³", total.B3}, {"CEAFe", total.CEAF}} {
		t.Logf("%-5s P %.1f R %.1f F1 %.1f", m.name, 100*m.Precision/m.Sys, 100*m.Recall/m.Gold, m.F1())
	}
	t.Logf("CoNLL F1 %.1f", total.Value())
	t.Logf("pronouns: %d of %d resolved right (%.1f%%)", right, links, 100*float64(right)/float64(links))
	if total.Value() < corefFloor {
		t.Errorf("below the floor of %.1f", corefFloor)
	}
}

const corefFloor = 57.0

// pronouns counts the pronouns that the response puts with something before
// them, and those of them of which that partner is in the key's cluster too.
func (g *gumDoc) pronouns(t *testing.T, response map[int]int) (right, links int) {
	for _, m := range g.doc.Mentions {
		if m.Type != lang.Pronoun || m.Entity < 0 {
			continue
		}
		for j := m.Head - 1; j >= 0; j-- {
			if c, ok := response[j]; !ok || c != m.Entity {
				continue
			}
			links++
			a, in := g.key[m.Head]
			b, in2 := g.key[j]
			if in && in2 && a == b {
				right++
			} else if os.Getenv("SHOW") != "" {
				s := g.doc.Sents[g.doc.Toks[m.First].Sent]
				t.Logf("%s: %q = %q in %.200q", g.name, g.doc.Form(m.Head), g.doc.Form(j), g.doc.Text[min(s.Start, g.doc.Toks[j].Start):s.End])
			}
			break
		}
	}
	return right, links
}

// clusters are the clusters of two or more mentions.
func clusters(of map[int]int) score.Clusters {
	by := map[int][]int{}
	for m, c := range of {
		by[c] = append(by[c], m)
	}
	var out score.Clusters
	for _, ms := range by {
		if len(ms) > 1 {
			out = append(out, ms)
		}
	}
	slices.SortFunc(out, func(a, b []int) int { return slices.Min(a) - slices.Min(b) })
	return out
}

// last is the last token of the run of proper nouns from token head on.
func (g *gumDoc) last(head, limit int) int {
	for head+1 < limit && strings.HasPrefix(g.xpos[head], "NNP") && strings.HasPrefix(g.xpos[head+1], "NNP") {
		head++
	}
	return head
}

// readGUM reads the documents of a CoNLL-U file with the mentions of the column
// Entity= that are measured.
func readGUM(t *testing.T, path string) []*gumDoc {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Skipf("no treebank: %v", err)
	}
	defer f.Close()
	var docs []*gumDoc
	var g *gumDoc
	var text strings.Builder
	var open []gumMention
	first, block := 0, true
	for sc := bufio.NewScanner(f); sc.Scan(); {
		line := sc.Text()
		col := strings.Split(line, "\t")
		switch {
		case strings.HasPrefix(line, "# newdoc id = "):
			g = &gumDoc{name: line[14:], doc: &lang.Doc{}, key: map[int]int{}}
			docs, first, block = append(docs, g), 0, true
			text.Reset()
		case strings.HasPrefix(line, "# newpar"):
			block = true
		case len(col) == 10 && !strings.ContainsAny(col[0], "-."):
			start := text.Len()
			text.WriteString(col[1])
			g.doc.Toks = append(g.doc.Toks, lang.Tok{Span: lang.Span{Start: start, End: text.Len()}, Sent: int32(len(g.doc.Sents))})
			g.forms, g.xpos = append(g.forms, col[1]), append(g.xpos, col[4])
			if !strings.Contains(col[9], "SpaceAfter=No") {
				text.WriteByte(' ')
			}
			open = g.entities(col[9], open)
		case line == "" && len(g.doc.Toks) > first:
			g.sentence(first, block)
			first, block = len(g.doc.Toks), false
			g.doc.Text = text.String()
		}
	}
	return docs
}

func (g *gumDoc) sentence(first int, block bool) {
	s := g.doc.TokSpan(first, len(g.doc.Toks))
	if block {
		g.doc.Blocks = append(g.doc.Blocks, lang.Block{Span: s})
	}
	b := len(g.doc.Blocks) - 1
	g.doc.Blocks[b].End = s.End
	g.doc.Sents = append(g.doc.Sents, lang.Sent{Span: s, First: first, Last: len(g.doc.Toks), Block: b})
}

// entities reads the spans that open and close at the last token.
func (g *gumDoc) entities(misc string, open []gumMention) []gumMention {
	at := len(g.doc.Toks) - 1
	_, v, ok := strings.Cut("|"+misc, "|Entity=")
	if !ok {
		return open
	}
	v, _, _ = strings.Cut(v, "|")
	for v != "" {
		if v[0] == '(' {
			n := strings.IndexAny(v[1:], "()") + 1
			if n == 0 {
				n = len(v)
			}
			f := strings.Split(v[1:n], "-")
			id, _ := strconv.Atoi(f[0])
			least, _, _ := strings.Cut(f[5], ",")
			head, _ := strconv.Atoi(least)
			open = append(open, gumMention{id: id, first: at, head: at + head - 1, typ: f[1]})
			if v = v[n:]; strings.HasPrefix(v, ")") {
				open = g.shut(open, id, at)
				v = v[1:]
			}
			continue
		}
		num, rest, _ := strings.Cut(v, ")")
		id, _ := strconv.Atoi(num)
		open = g.shut(open, id, at)
		v = rest
	}
	return open
}

// shut closes the last open span of an entity and keeps it if it is measured.
func (g *gumDoc) shut(open []gumMention, id, at int) []gumMention {
	for k := len(open) - 1; k >= 0; k-- {
		m := open[k]
		if m.id != id {
			continue
		}
		m.last = at + 1
		open = slices.Delete(open, k, k+1)
		named := strings.HasPrefix(g.xpos[m.head], "NNP")
		third := m.last == m.first+1 && thirdPerson[strings.ToLower(g.forms[m.head])]
		if m.typ != "person" && m.typ != "organization" && m.typ != "place" || !named && !third {
			return open
		}
		g.key[g.last(m.head, m.last)] = id
		return open
	}
	return open
}
