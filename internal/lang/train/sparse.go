package train

import (
	_ "embed"
	"fmt"
	"math"
	"strings"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/model"
)

// sparseBuckets is into how many weights the features of names are hashed.
const sparseBuckets = 1 << 19

//go:embed known.tsv
var knownData string

// knownNames are the lines of known.tsv.
func knownNames() []string {
	var out []string
	for line := range strings.Lines(knownData) {
		if line = strings.TrimSuffix(line, "\n"); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

// Known lists names for model.NewSparse: a class for each type and use.
func Known(names []lang.Name, given []string) []string {
	var out []string
	add := func(class int, form string) {
		var w []string
		split(form, func(s string) { w = append(w, s) })
		out = append(out, fmt.Sprintf("%d\t%s", class, strings.Join(w, " ")))
	}
	for _, g := range given {
		add(1, g)
	}
	for _, n := range names {
		switch {
		case n.Use == lang.AsTitle:
			add(2, n.Form)
		case n.Use == lang.AsAdjective || n.Use == lang.AsDemonym:
			add(3, n.Form)
		case n.Type == lang.Organisation:
			add(4, n.Form)
		case n.Use == lang.AsSeat:
			add(5, n.Form)
		case n.Type == lang.Place:
			add(6, n.Form)
		default:
			add(7, n.Form)
		}
	}
	return out
}

// perceptron is an averaged structured perceptron (Collins 2002).
type perceptron struct {
	s          *model.Sparse
	w, sum     []float32 // per bucket and tag, then transitions
	last       []int32   // step of the last change, by weight
	step       int32
	tags       int
	transition int // where transitions begin
}

// margin is by how much the right tag must win in training.
const margin = 10

type sparseExample struct {
	feats [][]uint32
	tags  []int32
}

// A sentence is learnt from in several copies, with what a parser does to it
// and the text to come may bring.
const (
	sparseCopies = 3
	sparseHidden = 0.25 // of the copies but the first, disguised
	wrongTags    = 0.06 // of the words that a tagger takes for names, or names for them
)

// learnSparse learns the linear model of names on the annotated sentences.
func learnSparse(sets []Set, tags []string, clusters, known []string, hint *model.Sparse, d *disguise) (*model.Sparse, error) {
	s, err := model.NewSparse(sparseBuckets, len(tags), clusters, known)
	if err != nil {
		return nil, err
	}
	s.Hint = hint
	index := map[string]int32{}
	for i, n := range tags {
		index[n] = int32(i)
	}
	var all []sparseExample
	var room model.SparseRoom
	for _, set := range sets {
		for _, sent := range set.Sents {
			names := set.Names[sent.ID]
			if len(names) != len(sent.Words) {
				continue
			}
			for copy := range sparseCopies {
				e := sparseExample{tags: nameTags(names, index)}
				form, tag := d.copy(sent, names, copy, newRand(uint64(len(all))))
				s.Features(&room, len(sent.Words), form, tag, func(_ int, b []uint32) {
					e.feats = append(e.feats, append([]uint32(nil), b...))
				})
				all = append(all, e)
			}
		}
	}
	k := len(tags)
	p := &perceptron{s: s, tags: k, transition: sparseBuckets * k}
	size := sparseBuckets*k + (k+1)*k
	p.w, p.sum, p.last = make([]float32, size), make([]float32, size), make([]int32, size)
	r := newRand(17)
	for range sparseEpochs {
		r.shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for _, e := range all {
			p.learn(e)
		}
	}
	p.export()
	return s, nil
}

func (p *perceptron) learn(e sparseExample) {
	p.step++
	guess := p.decode(e.feats, e.tags)
	for i, f := range e.feats {
		g, t := guess[i], int(e.tags[i])
		if g != t {
			for _, b := range f {
				p.add(int(b)*p.tags+t, 1)
				p.add(int(b)*p.tags+g, -1)
			}
		}
		pg, pt := p.tags, p.tags
		if i > 0 {
			pg, pt = guess[i-1], int(e.tags[i-1])
		}
		if g != t || pg != pt {
			p.add(p.transition+pt*p.tags+t, 1)
			p.add(p.transition+pg*p.tags+g, -1)
		}
	}
}

func (p *perceptron) add(i int, v float32) {
	p.sum[i] += float32(p.step-p.last[i]) * p.w[i]
	p.last[i] = p.step
	p.w[i] += v
}

// decode finds the best tags; where gold ones are given, every other one has
// margin more, so that they must win clearly.
func (p *perceptron) decode(feats [][]uint32, gold []int32) []int {
	k, L := p.tags, len(feats)
	x, back := make([]float32, L*k), make([]int, L*k)
	for t, f := range feats {
		emit := x[t*k : t*k+k]
		for _, b := range f {
			for j, v := range p.w[int(b)*k : int(b)*k+k] {
				emit[j] += v
			}
		}
		for j := range k {
			if gold != nil && j != int(gold[t]) {
				emit[j] += margin
			}
			if t == 0 {
				emit[j] += p.w[p.transition+k*k+j]
				continue
			}
			top, from := float32(math.Inf(-1)), 0
			for i := range k {
				if v := x[(t-1)*k+i] + p.w[p.transition+i*k+j]; v > top {
					top, from = v, i
				}
			}
			emit[j] += top
			back[t*k+j] = from
		}
	}
	out := make([]int, L)
	out[L-1] = argmax(x[(L-1)*k:])
	for t := L - 1; t > 0; t-- {
		out[t-1] = back[t*k+out[t]]
	}
	return out
}

// export averages the weights and rounds them; the greatest one in a thousand
// are held at 127.
func (p *perceptron) export() {
	avg := make([]float32, len(p.w))
	var squares, n float64
	for i := range avg {
		p.add(i, 0)
		avg[i] = p.sum[i] / float32(max(p.step, 1))
		if avg[i] != 0 {
			squares += float64(avg[i]) * float64(avg[i])
			n++
		}
	}
	p.s.Scale = float32(math.Sqrt(squares/max(n, 1))+1e-9) * 8 / 127
	p.s.Weights = make([]int8, p.transition)
	for i, v := range avg[:p.transition] {
		p.s.Weights[i] = int8(math.RoundToEven(math.Max(-127, math.Min(127, float64(v/p.s.Scale)))))
	}
	p.s.Trans = avg[p.transition:]
}
