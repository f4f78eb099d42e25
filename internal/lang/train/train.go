package train

import (
	"encoding/gob"
	"fmt"
	"io"
	"math"
	"os"
	"sort"
	"time"

	"github.com/travaux/travaux/internal/lang/model"
)

// Settings of a training run. The same settings and data give the same weights
// on any number of threads of one kind of processor.
type Settings struct {
	Config   model.Config
	Seed     uint64
	Epochs   int
	Batch    int // sentences a step
	Rate     float32
	Drop     [6]float32 // word, vec, input, state, recur, head
	Parallel bool
	Log      io.Writer
	// Save is called after each epoch with the averaged weights.
	Save func(epoch int, t *Trained) error
}

// Trained is a network in float32 with what it looks words up in.
type Trained struct {
	Config  model.Config
	Labels  model.Labels
	Words   []string
	Counts  []int
	Vectors *Vectors
	Params  map[string][]float32
}

// Run trains on sets.
func Run(s Settings, sets []Set, v *Vectors) (*Trained, error) {
	x := newLexicon(s.Config, sets, v)
	n := newNet(x, v.Data, s.Seed)
	t := &trainer{n: n, seed: s.Seed, parallel: s.Parallel,
		drop: dropout{s.Drop[0], s.Drop[1], s.Drop[2], s.Drop[3], s.Drop[4], s.Drop[5]}}
	for i := range t.works {
		t.works[i] = newWork(n)
	}
	var all []*example
	words := 0
	for _, set := range sets {
		for _, e := range x.examples(set) {
			if e.len() <= maxTrain {
				all = append(all, e)
				words += e.len()
			}
		}
	}
	r := newRand(s.Seed + 1)
	steps := s.Epochs * ((len(all) + s.Batch - 1) / s.Batch)
	fmt.Fprintf(s.Log, "%d sentences, %d words, %d parameters, %d steps\n", len(all), words, n.size(), steps)
	start := time.Now()
	for epoch := 1; epoch <= s.Epochs; epoch++ {
		var sum losses
		batches := batch(all, s.Batch, r)
		for _, b := range batches {
			l := t.take(b, s.Rate*schedule(t.step, steps))
			sum.tag, sum.arc, sum.lab, sum.name = sum.tag+l.tag, sum.arc+l.arc, sum.lab+l.lab, sum.name+l.name
		}
		k := float64(len(batches))
		fmt.Fprintf(s.Log, "epoch %d: tag %.4f arc %.4f label %.4f name %.4f, %s\n", epoch, sum.tag/k, sum.arc/k, sum.lab/k, sum.name/k, time.Since(start).Round(time.Second))
		if s.Save != nil {
			if err := s.Save(epoch, t.trained(x, v)); err != nil {
				return nil, err
			}
		}
	}
	return t.trained(x, v), nil
}

// maxTrain is the longest sentence trained on, in words.
const maxTrain = 150

// schedule rises over the first steps, then falls along a cosine.
func schedule(step, steps int) float32 {
	const warm = 300
	if step < warm {
		return float32(step+1) / warm
	}
	return float32(0.02 + 0.98*0.5*(1+math.Cos(math.Pi*float64(step-warm)/float64(steps-warm+1))))
}

// batch shuffles, then puts sentences of like length together.
func batch(all []*example, size int, r *rand) [][]*example {
	r.shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	var out [][]*example
	pool := size * 32
	for i := 0; i < len(all); i += pool {
		p := append([]*example(nil), all[i:min(i+pool, len(all))]...)
		sort.SliceStable(p, func(a, b int) bool { return p[a].len() < p[b].len() })
		for j := 0; j < len(p); j += size {
			out = append(out, p[j:min(j+size, len(p))])
		}
	}
	r.shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

func (t *trainer) trained(x *lexicon, v *Vectors) *Trained {
	out := &Trained{Config: t.n.Config, Labels: t.n.labels, Words: x.list, Counts: x.counts, Vectors: v, Params: map[string][]float32{}}
	for _, p := range t.n.all {
		if t.step < averageEvery {
			out.Params[p.name] = p.w
		} else {
			out.Params[p.name] = p.avg
		}
	}
	return out
}

// WriteFile keeps t as it is, for looking into and for exporting later.
func (t *Trained) WriteFile(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := gob.NewEncoder(f).Encode(t); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
