package crossdoc

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"github.com/travaux/travaux/internal/lang/score"
)

// Floors of the CoNLL F1, a little below the figures of today.
const (
	entityFloor = 65.0
	eventFloor  = 60.0
)

// TestEvalNewsWCL50 measures chains over given mentions: the mean F1 of MUC, B³
// and CEAFe over all documents of a topic, summed over topics. Chains of one
// mention count, in the key and in the answer.
func TestEvalNewsWCL50(t *testing.T) {
	data, err := os.ReadFile("../../../shared/data/crossdoc/newswcl50/dev.conll")
	if err != nil {
		t.Skipf("no cross-document data: %v", err)
	}
	f, err := Read(bytes.NewReader(data), "dev.conll")
	if err != nil {
		t.Fatal(err)
	}
	got, err := resolver(t).Resolve(context.Background(), []*File{f})
	if err != nil {
		t.Fatal(err)
	}
	labels := begun(string(data))
	var entities, events partition
	n := 0
	for d := range got[0] {
		for _, chain := range got[0][d] {
			if happening(labels[n]) {
				events.add(labels[n], chain)
			} else {
				entities.add(labels[n], chain)
			}
			n++
		}
	}
	if n != len(labels) {
		t.Fatalf("%d mentions, %d labels", n, len(labels))
	}
	for _, m := range []struct {
		name  string
		p     partition
		floor float64
	}{{"actors and things", entities, entityFloor}, {"events", events, eventFloor}} {
		c := score.CompareAll(m.p.gold.clusters(), m.p.sys.clusters())
		t.Logf("chains across documents, %s: MUC %.1f, B³ %.1f, CEAFe %.1f, CoNLL F1 %.1f", m.name, c.MUC.F1(), c.B3.F1(), c.CEAF.F1(), c.Value())
		if c.Value() < m.floor {
			t.Errorf("%s are below the floor of %.1f", m.name, m.floor)
		}
	}
}

// begun lists the labels of the marks in the order in which they begin.
func begun(data string) []string {
	var out []string
	for line := range strings.Lines(data) {
		col := strings.Split(line, "\t")
		if len(col) < 5 {
			continue
		}
		for part := range strings.SplitSeq(col[4], "|") {
			if part = strings.TrimSpace(part); strings.HasPrefix(part, "(") {
				out = append(out, strings.Trim(part, "()"))
			}
		}
	}
	return out
}

// happening reports whether a label of the data is an event's.
func happening(label string) bool {
	i := strings.LastIndexByte(label, '_')
	switch label[i+1:] {
	case "EVENT", "MISC", "ACTION":
		return true
	}
	return false
}

// partition is the mentions of one kind, numbered, by label and by chain.
type partition struct {
	gold parts[string]
	sys  parts[int]
	n    int
}

func (p *partition) add(label string, chain int) {
	p.gold.put(label, p.n)
	p.sys.put(chain, p.n)
	p.n++
}

type parts[K comparable] struct {
	index map[K]int
	list  score.Clusters
}

func (p *parts[K]) put(k K, mention int) {
	if p.index == nil {
		p.index = map[K]int{}
	}
	i, ok := p.index[k]
	if !ok {
		i = len(p.list)
		p.index[k] = i
		p.list = append(p.list, nil)
	}
	p.list[i] = append(p.list[i], mention)
}

func (p *parts[K]) clusters() score.Clusters { return p.list }
