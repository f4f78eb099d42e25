package train

import (
	"math"
	"sort"
	"sync"
)

// run computes the losses of sents and their gradients, divided by norm.
func (w *work) run(sents []*example, norm float32) {
	sorted := append([]*example(nil), sents...)
	sort.SliceStable(sorted, func(i, j int) bool { return sorted[i].len() > sorted[j].len() })
	w.arena.reset()
	w.layout(sorted)
	w.embed()
	w.encode()
	w.encodeBack(w.heads(norm))
}

// shards is into how many parts a step is cut, whatever the number of
// threads, so that sums are always made in the same order.
const shards = 2

// trainer takes steps.
type trainer struct {
	n        *net
	works    [shards]*work
	step     int
	seed     uint64
	drop     dropout
	disguise *disguise
	ends     *Trained // the mean of cycles
	// parallel runs the shards at once; the result is the same without.
	parallel bool
}

const clip = 5

// nameWeight sets the weight of the loss of names, 0 for the usual one.
func (t *trainer) nameWeight(k float32) {
	for _, w := range t.works {
		w.nameWeight = k
		if k == 0 {
			w.nameWeight = nameWeight
		}
	}
}

func (t *trainer) take(batch []*example, rate float32) losses {
	words := 0
	for _, e := range batch {
		words += e.len()
	}
	t.step++
	t.n.pack()
	var parts [shards][]*example
	for i, e := range batch {
		parts[i%shards] = append(parts[i%shards], e)
	}
	t.each(func(i int) {
		w := t.works[i]
		w.r, w.drop, w.loss = newRand(t.seed<<32^uint64(t.step)*shards+uint64(i)), t.drop, losses{}
		for _, g := range w.grads {
			g.reset()
		}
		if len(parts[i]) > 0 {
			w.run(parts[i], float32(words))
		}
	})
	var sum losses
	for _, w := range t.works {
		sum.tag += w.loss.tag / float64(words)
		sum.arc += w.loss.arc / float64(words)
		sum.lab += w.loss.lab / float64(words)
		sum.name += w.loss.name / float64(words)
	}
	t.update(rate)
	return sum
}

func (t *trainer) each(f func(i int)) {
	if !t.parallel {
		for i := range shards {
			f(i)
		}
		return
	}
	var wg sync.WaitGroup
	for i := range shards {
		wg.Go(func() { f(i) })
	}
	wg.Wait()
}

func (t *trainer) update(rate float32) {
	grads := t.works[0].grads
	sums := make([]float64, len(grads))
	half := func(f func(g *grad, i int)) {
		t.each(func(part int) {
			for i, g := range grads {
				if i%shards == part {
					f(g, i)
				}
			}
		})
	}
	half(func(g *grad, i int) {
		for _, w := range t.works[1:] {
			g.merge(w.grads[i])
		}
		k := len(g.g)
		if g.p.table {
			k = len(g.touched) * g.p.cols
		}
		sums[i] = float64(dot(g.g[:k], g.g[:k]))
	})
	var norm float64
	for _, s := range sums {
		norm += s
	}
	shrink := float32(1)
	if norm = math.Sqrt(norm); norm > clip {
		shrink = float32(clip / norm)
	}
	half(func(g *grad, _ int) {
		p := g.p
		if !p.table {
			p.adam(0, len(p.w), g.g, shrink, rate, t.step)
		} else {
			for k, i := range g.touched {
				p.adam(int(i)*p.cols, int(i+1)*p.cols, g.g[k*p.cols:(k+1)*p.cols], shrink, rate, t.step)
			}
		}
		if t.step%averageEvery == 0 {
			p.average(t.step / averageEvery)
		}
	})
}

// average moves the running average towards the weights.
func (p *param) average(k int) {
	d := min(float32(avering), float32(k-1)/float32(k+9))
	for i, v := range p.w {
		p.avg[i] = d*p.avg[i] + (1-d)*v
	}
}
