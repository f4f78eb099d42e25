// Package train makes the language models from treebanks: word vectors, the
// network of package parse with its gradients written out by hand, the linear
// models of names, and their rounding to whole numbers; and it measures
// components on the treebanks. It is not linked into the program that reads
// reports.
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
	Cycles   []Cycle
	Drop     [6]float32 // word, vec, input, state, recur, head
	Parallel bool
	Log      io.Writer
	// Save is called after each epoch with the averaged weights.
	Save func(t *Trained) error
	// From are the weights that the first Done cycles ended with; these cycles
	// are left out.
	From *Trained
	Done int
	// Mean is of how many cycles the end weights are averaged, the last ones.
	Mean int
}

// Cycle is a run over the data with a rate that rises and falls. It begins with
// the averaged weights of the one before (warm restarts, Loshchilov and Hutter
// 2017).
type Cycle struct {
	Epochs int
	Rate   float32
	Size   Size // of a step
	Stop   int  // the epoch after which it is left, 0 for the last
	// Disguised is the share of sentences that show other names in each epoch.
	Disguised float32
	// Names is the weight of the loss of names, nameWeight where it is 0.
	Names float32
}

// Size is how much a step takes: a number of sentences, or sentences of about
// so many words together. Sentences of like length are taken together, so that
// by number the words of short ones count for more than those of long ones.
type Size struct{ Sentences, Words int }

// Trained is a network in float32 with what it looks words up in.
type Trained struct {
	Config  model.Config
	Labels  model.Labels
	Words   []string
	Counts  []int
	Vectors *Vectors
	Params  map[string][]float32
	// Mean is of the ends of the Ends last cycles, as far as they have come.
	Mean map[string][]float32
	Ends int
}

// mean takes the end of another cycle into the mean.
func (t *Trained) mean(all []*param) {
	if t.Mean == nil {
		t.Mean = map[string][]float32{}
	}
	k := float32(t.Ends)
	for _, p := range all {
		m := t.Mean[p.name]
		if m == nil {
			m = make([]float32, len(p.w))
			t.Mean[p.name] = m
		}
		for i, v := range p.w {
			m[i] = (m[i]*k + v) / (k + 1)
		}
	}
	t.Ends++
}

// Run trains on sets.
func Run(s Settings, sets []Set, v *Vectors) (*Trained, error) {
	x := newLexicon(s.Config, sets, v)
	n := newNet(x, v.Data, s.Seed)
	if s.From != nil {
		if err := n.load(s.From); err != nil {
			return nil, err
		}
	}
	ends := &Trained{}
	if s.From != nil {
		ends.Mean, ends.Ends = s.From.Mean, s.From.Ends
		if s.Done-(len(s.Cycles)-s.Mean) > ends.Ends { // kept before its cycle was counted
			ends.mean(n.all)
		}
	}
	t := &trainer{
		n: n, parallel: s.Parallel, ends: ends,
		drop: dropout{s.Drop[0], s.Drop[1], s.Drop[2], s.Drop[3], s.Drop[4], s.Drop[5]},
	}
	for i := range t.works {
		t.works[i] = newWork(n)
	}
	fmt.Fprintf(s.Log, "%d parameters\n", n.size())
	t.disguise = newDisguise(x, sets, knownNames())
	for k := s.Done; k < len(s.Cycles); k++ {
		var all []*example
		for _, set := range sets {
			examples := x.examples(set)
			t.disguise.mark(examples, set)
			for _, e := range examples {
				if e.len() <= maxTrain {
					all = append(all, e)
				}
			}
		}
		t.step, t.seed = 0, s.Seed+uint64(k)*1000
		save := func() error {
			if s.Save == nil {
				return nil
			}
			return s.Save(t.trained(x, v))
		}
		if err := t.cycle(s.Cycles[k], all, s.Log, save); err != nil {
			return nil, err
		}
		t.settle()
		if k >= len(s.Cycles)-s.Mean {
			t.ends.mean(n.all)
		}
	}
	out := t.trained(x, v)
	if t.ends.Ends > 0 {
		out.Params = t.ends.Mean
	}
	return out, nil
}

func (t *trainer) cycle(c Cycle, all []*example, log io.Writer, save func() error) error {
	r := newRand(t.seed + 1)
	t.nameWeight(c.Names)
	steps := c.Epochs * c.Size.steps(all)
	fmt.Fprintf(log, "%d sentences, %d steps\n", len(all), steps)
	start := time.Now()
	for epoch := 1; epoch <= c.Epochs; epoch++ {
		var sum losses
		batches := batch(all, c.Size, r)
		if c.Disguised > 0 {
			t.disguise.hide(batches, c.Disguised, newRand(t.seed<<8+uint64(epoch)))
		}
		for _, b := range batches {
			l := t.take(b, c.Rate*schedule(t.step, steps))
			sum.tag, sum.arc, sum.lab, sum.name = sum.tag+l.tag, sum.arc+l.arc, sum.lab+l.lab, sum.name+l.name
		}
		k := float64(len(batches))
		fmt.Fprintf(log, "epoch %d: tag %.4f arc %.4f label %.4f name %.4f, %s\n", epoch, sum.tag/k, sum.arc/k, sum.lab/k, sum.name/k, time.Since(start).Round(time.Second))
		if err := save(); err != nil {
			return err
		}
		if epoch == c.Stop {
			break
		}
	}
	return nil
}

// load takes over weights.
func (n *net) load(t *Trained) error {
	for _, p := range n.all {
		w := t.Params[p.name]
		if len(w) != len(p.w) {
			return fmt.Errorf("%d weights %s, not %d", len(w), p.name, len(p.w))
		}
		copy(p.w, w)
	}
	return nil
}

// weights are the averaged ones, once there are any in this cycle.
func (t *trainer) weights(p *param) []float32 {
	if t.step < averageEvery {
		return p.w
	}
	return p.avg
}

// settle makes the averaged weights the weights, and forgets how they came.
func (t *trainer) settle() {
	for _, p := range t.n.all {
		copy(p.w, t.weights(p))
		clear(p.m)
		clear(p.v)
	}
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

// steps is about how many steps an epoch takes.
func (z Size) steps(all []*example) int {
	if z.Sentences > 0 {
		return (len(all) + z.Sentences - 1) / z.Sentences
	}
	words := 0
	for _, e := range all {
		words += e.len()
	}
	return (words + z.Words - 1) / z.Words
}

// cut returns the end of the batch that begins at p[i].
func (z Size) cut(p []*example, i int) int {
	if z.Sentences > 0 {
		return min(i+z.Sentences, len(p))
	}
	words := 0
	for j := i; j < len(p); j++ {
		if words += p[j].len(); words > z.Words && j > i {
			return j
		}
	}
	return len(p)
}

// pool is among how many sentences those of like length are looked for.
const pool = 512

// batch shuffles, then puts sentences of like length together.
func batch(all []*example, size Size, r *rand) [][]*example {
	r.shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	var out [][]*example
	for i := 0; i < len(all); i += pool {
		p := append([]*example(nil), all[i:min(i+pool, len(all))]...)
		sort.SliceStable(p, func(a, b int) bool { return p[a].len() < p[b].len() })
		for j := 0; j < len(p); {
			end := size.cut(p, j)
			out = append(out, p[j:end])
			j = end
		}
	}
	r.shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

func (t *trainer) trained(x *lexicon, v *Vectors) *Trained {
	out := &Trained{Config: t.n.Config, Labels: t.n.labels, Words: x.list, Counts: x.counts, Vectors: v, Params: map[string][]float32{}, Mean: t.ends.Mean, Ends: t.ends.Ends}
	for _, p := range t.n.all {
		out.Params[p.name] = t.weights(p)
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

// ReadFile reads what WriteFile kept.
func ReadFile(path string) (*Trained, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	t := &Trained{}
	if err := gob.NewDecoder(f).Decode(t); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return t, nil
}
