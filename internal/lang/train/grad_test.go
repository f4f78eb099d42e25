package train

import (
	"math"
	"testing"

	"github.com/travaux/travaux/internal/lang/conllu"
	"github.com/travaux/travaux/internal/lang/model"
)

var tiny = model.Config{Layers: 2, Hidden: 16, Word: 16, Gram: 16, Vec: 16, Buckets: 64, Tag: 16, Arc: 16, Label: 16, Name: 16}

// tinySet is two sentences of our own, twice over so that every word counts.
func tinySet() Set {
	w := func(form, lemma, upos string, head int, rel string) conllu.Word {
		return conllu.Word{Form: form, Lemma: lemma, UPOS: upos, XPOS: upos, Head: head, Deprel: rel}
	}
	a := conllu.Sentence{ID: "a", Words: []conllu.Word{w("The", "the", "DET", 2, "det"), w("envoys", "envoy", "NOUN", 3, "nsubj"), w("left", "leave", "VERB", 0, "root"), w("Arvia", "Arvia", "PROPN", 3, "obj"), w(".", ".", "PUNCT", 3, "punct")}}
	b := conllu.Sentence{ID: "b", Words: []conllu.Word{w("Talks", "talk", "NOUN", 2, "nsubj"), w("failed", "fail", "VERB", 0, "root"), w("twice", "twice", "ADV", 2, "advmod")}}
	return Set{Name: "tiny", Sents: []conllu.Sentence{a, b, b, a, a, b}, Names: map[string][]string{"a": {"O", "O", "O", "B-LOC", "O"}}}
}

func tinyLexicon() *lexicon {
	v := &Vectors{Words: []string{"the", "talks"}, Dim: 16, Data: make([]float32, 32)}
	fill(newRand(3), v.Data)
	return newLexicon(tiny, []Set{tinySet()}, v)
}

// The gradients written by hand must be those that differences show.
func TestGradients(t *testing.T) {
	x := tinyLexicon()
	vecs := make([]float32, 32)
	fill(newRand(4), vecs)
	n := newNet(x, vecs, 5)
	n.leak = 1 // no kinks
	ex := x.examples(tinySet())[:2]
	w := newWork(n)
	loss := func() float64 {
		n.pack()
		w.r, w.loss = newRand(9), losses{}
		w.drop = dropout{word: 0.2, vec: 0.2, input: 0.2, state: 0.2, recur: 0.2, head: 0.2}
		for _, g := range w.grads {
			g.reset()
		}
		w.run(ex, 1)
		return tagWeight*w.loss.tag + arcWeight*w.loss.arc + labWeight*w.loss.lab + nameWeight*w.loss.name
	}
	loss()
	type probe struct {
		p    *param
		i    int
		want float32
	}
	var probes []probe
	r := newRand(11)
	for _, g := range w.grads {
		for range 6 {
			i := r.intn(len(g.p.w))
			var v float32
			if !g.p.table {
				v = g.g[i]
			} else if len(g.touched) > 0 {
				row := g.touched[r.intn(len(g.touched))]
				i = int(row)*g.p.cols + i%g.p.cols
				v = g.row(row)[i%g.p.cols]
			}
			probes = append(probes, probe{g.p, i, v})
		}
	}
	for _, p := range probes {
		const h = 1e-3
		old := p.p.w[p.i]
		p.p.w[p.i] = old + h
		up := loss()
		p.p.w[p.i] = old - h
		down := loss()
		p.p.w[p.i] = old
		got := (up - down) / (2 * h)
		if math.Abs(got-float64(p.want)) > 2e-2*(0.1+math.Abs(got)) {
			t.Errorf("%s[%d]: gradient %g, by differences %g", p.p.name, p.i, p.want, got)
		}
	}
}
