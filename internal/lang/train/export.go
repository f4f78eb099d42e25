package train

import (
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"

	"github.com/travaux/travaux/internal/lang/model"
)

// Export rounds a network to 8 bits and adds what inference needs besides:
// units of the activations, measured on sentences of sets, and the lemmas that
// the sets never doubt.
func (t *Trained) Export(sets []Set, known []string) (*model.File, error) {
	f := &model.File{
		Config: t.Config, Labels: t.Labels, Words: t.Words[1:], VecWords: t.Vectors.Words,
		Tensors: map[string]*model.Tensor{}, Floats: map[string][]float32{}, Lemmas: lemmas(sets, t.Labels.Scripts),
	}
	n := t.net()
	for l := range n.Layers {
		wx, bx := n.wx[l], n.bx[l]
		w := beside(wx[0].w, wx[1].w, wx[0].rows, wx[0].cols)
		f.Tensors[fmt.Sprint("wx", l)] = round(w, wx[0].rows, 2*wx[0].cols, false)
		f.Floats[fmt.Sprint("bx", l)] = append(append([]float32(nil), bx[0].w...), bx[1].w...)
	}
	for _, p := range n.all {
		switch {
		case strings.HasPrefix(p.name, "wx"), strings.HasPrefix(p.name, "bx"): // done
		case p.rows == 1 || p.name == "trans":
			f.Floats[p.name] = p.w
		default:
			f.Tensors[p.name] = round(p.w, p.rows, p.cols, p.table)
		}
	}
	f.Tensors["vec"] = round(t.Vectors.Data, len(t.Vectors.Words), t.Config.Vec, true)
	f.Units, f.Tagsets = t.units(n, sets), t.tagsets(sets)
	f.Clusters = t.Vectors.Clusters()
	f.Known = append(treebankNames(sets), known...) // of two classes of a name the later counts
	d := newDisguise(t.lexicon(), sets, known)
	hint, err := learnSparse(hints(sets), t.Labels.Names, f.Clusters, f.Known, nil, d)
	if err != nil {
		return nil, fmt.Errorf("learning names: %w", err)
	}
	s, err := learnSparse(sets, t.Labels.Names, f.Clusters, f.Known, hint, d)
	if err != nil {
		return nil, fmt.Errorf("learning names: %w", err)
	}
	addSparse(f, s, sparseShare)
	return f, nil
}

// The linear model of names: passes over the data, and how much its scores
// count beside the network's.
const (
	sparseEpochs = 5
	sparseShare  = 0.09
)

// tagsets lists the tags that occur together, the most frequent first.
func (t *Trained) tagsets(sets []Set) []string {
	seen := map[string]int{}
	for _, s := range sets {
		for _, sent := range s.Sents {
			for _, w := range sent.Words {
				if slices.Contains(t.Labels.XPOS, w.XPOS) && slices.Contains(t.Labels.Feats, w.Feats) {
					seen[w.UPOS+"\t"+w.XPOS+"\t"+w.Feats]++
				}
			}
		}
	}
	return atLeast(seen, minTagset)
}

// minTagset is how often tags must occur together to be believed.
const minTagset = 2

// hints are the sets that have names of another annotation only.
func hints(sets []Set) []Set {
	var out []Set
	for _, s := range sets {
		if s.Names != nil {
			continue
		}
		s.Names = map[string][]string{}
		for _, sent := range s.Sents {
			if tags := treebankTags(sent); tags != nil {
				s.Names[sent.ID] = tags
			}
		}
		out = append(out, s)
	}
	return out
}

func addSparse(f *model.File, s *model.Sparse, share float32) {
	f.Tensors["hint"] = tensorOf(s.Hint, 1)
	f.Floats["hinttrans"] = s.Hint.Trans
	f.Tensors["names"] = tensorOf(s, share)
	trans := append([]float32(nil), f.Floats["trans"]...)
	for i, v := range s.Trans {
		trans[i] += v * share
	}
	f.Floats["trans"] = trans
}

func tensorOf(s *model.Sparse, share float32) *model.Tensor {
	t := &model.Tensor{Rows: s.Buckets, Cols: s.Tags, Data: s.Weights}
	for range s.Tags {
		t.Scale = append(t.Scale, s.Scale*share)
	}
	return t
}

// beside joins two matrices of equal shape, columns after columns.
func beside(a, b []float32, rows, cols int) []float32 {
	out := make([]float32, 0, 2*len(a))
	for r := range rows {
		out = append(append(out, a[r*cols:(r+1)*cols]...), b[r*cols:(r+1)*cols]...)
	}
	return out
}

func (t *Trained) lexicon() *lexicon {
	x := &lexicon{
		words: map[string]int32{}, list: t.Words, counts: t.Counts, vecs: map[string]int32{},
		labels: t.Labels, grams: map[string][]uint32{}, conf: t.Config,
	}
	for i, w := range t.Words[1:] {
		x.words[w] = int32(i + 1)
	}
	for i, w := range t.Vectors.Words {
		x.vecs[w] = int32(i)
	}
	return x
}

// net is the network with t's weights.
func (t *Trained) net() *net {
	n := newNet(t.lexicon(), t.Vectors.Data, 0)
	for _, p := range n.all {
		p.w = t.Params[p.name]
	}
	n.pack()
	return n
}

// round scales each row of a table, each column of another matrix, so that its
// greatest weight is 127.
func round(w []float32, rows, cols int, table bool) *model.Tensor {
	t := &model.Tensor{Rows: rows, Cols: cols, Table: table, Data: make([]int8, rows*cols)}
	line := func(i int) int { return i % cols }
	t.Scale = make([]float32, cols)
	if table {
		line = func(i int) int { return i / cols }
		t.Scale = make([]float32, rows)
	}
	for i, v := range w {
		s := &t.Scale[line(i)]
		*s = max(*s, float32(math.Abs(float64(v))/127))
	}
	for i, v := range w {
		if s := t.Scale[line(i)]; s > 0 {
			t.Data[i] = int8(math.RoundToEven(float64(v / s)))
		}
	}
	return t
}

// calibration is how many sentences of each set the units are measured on.
const calibration = 300

// units are the greatest activations, over the 2047 steps that stand for them.
func (t *Trained) units(n *net, sets []Set) map[string]float32 {
	x, w := t.lexicon(), newWork(n)
	top := map[string]float32{}
	see := func(name string, v []float32) {
		for _, a := range v {
			top[name] = max(top[name], float32(math.Abs(float64(a))))
		}
	}
	for _, s := range sets {
		s.Sents = s.Sents[:min(calibration, len(s.Sents))]
		for _, e := range x.examples(s) {
			w.r = newRand(0)
			w.arena.reset()
			w.layout([]*example{e})
			w.embed()
			w.encode()
			y := w.x[len(w.x)-1]
			p := w.linear(y, len(y)/w.rows, n.proj, n.bp, w.rows)
			for i, v := range p {
				p[i] = max(v, v*n.leak)
			}
			hd := n.Heads()
			see("in", w.x[0])
			see("shared", p)
			see("shared", n.rootArc.w)
			see("arc", w.linear(w.columns(p[n.Tag:], w.rows, hd, n.Arc), n.Arc, n.arc, n.ba, w.rows))
			from := n.Tag + 2*n.Arc
			see("dep", w.columns(p[from:], w.rows, hd, n.Label))
			see("head", w.columns(p[from+n.Label:], w.rows, hd, n.Label))
			see("head", n.rootLab.w)
		}
	}
	return map[string]float32{
		"in": top["in"] / 2047, "shared": top["shared"] / 2047, "arc": top["arc"] / 2047,
		"rel": max(top["dep"], top["head"], top["dep"]*top["head"]) / 2047,
	}
}

// lemmas lists the lemma scripts of forms with a tag that were seen twice or
// more and always, or nearly, with one script.
func lemmas(sets []Set, scripts []string) []string {
	known := map[string]bool{}
	for _, s := range scripts {
		known[s] = true
	}
	seen := map[string]map[string]int{}
	for _, s := range sets {
		for _, sent := range s.Sents {
			for _, w := range sent.Words {
				k := strings.ToLower(w.Form) + "\t" + w.XPOS
				if seen[k] == nil {
					seen[k] = map[string]int{}
				}
				seen[k][model.Script(w.Form, w.Lemma)]++
			}
		}
	}
	var out []string
	for k, m := range seen {
		total, top := 0, ""
		for s, n := range m {
			total += n
			if n > m[top] || n == m[top] && s < top {
				top = s
			}
		}
		if m[top]*20 >= total*19 && known[top] {
			out = append(out, k+"\t"+top)
		}
	}
	sort.Strings(out)
	return out
}
