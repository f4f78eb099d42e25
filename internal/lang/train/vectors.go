package train

import (
	"bufio"
	"compress/gzip"
	"math"
	"os"
	"sort"
	"strings"
	"unicode"

	"github.com/travaux/travaux/internal/lang/model"
)

// Vectors are word vectors, the most frequent word first.
type Vectors struct {
	Words []string
	Dim   int
	Data  []float32 // a row a word
}

// SkipGram settings: Mikolov et al. 2013 with negative sampling, one thread,
// so that the order of updates is fixed.
const (
	sgWindow    = 4
	sgNegatives = 5
	sgSample    = 1e-4
	sgRate      = 0.025
	sgMinCount  = 5
	sgMaxWords  = 50000
)

// corpus is a text as ids into words, -1 between paragraphs.
type corpus struct {
	words  []string
	counts []int
	ids    []int32
}

// SkipGram learns vectors of dim from the gzipped plain text at path, a
// paragraph a line, and from the sentences of extra.
func SkipGram(path string, extra [][]string, dim, epochs int) (*Vectors, error) {
	c, err := readCorpus(path, extra)
	if err != nil {
		return nil, err
	}
	return c.train(dim, epochs), nil
}

func readCorpus(path string, extra [][]string) (*corpus, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	index := map[string]int32{}
	var words []string
	var counts []int
	var ids []int32
	add := func(w string) {
		w = model.Norm(w)
		id, ok := index[w]
		if !ok {
			id = int32(len(words))
			w = strings.Clone(w)
			index[w] = id
			words = append(words, w)
			counts = append(counts, 0)
		}
		counts[id]++
		ids = append(ids, id)
	}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		split(sc.Text(), add)
		ids = append(ids, -1)
	}
	if err := sc.Err(); err != nil {
		return nil, err
	}
	for _, s := range extra {
		for _, w := range s {
			add(w)
		}
		ids = append(ids, -1)
	}
	return renumber(words, counts, ids), nil
}

// renumber keeps the frequent words, most frequent first.
func renumber(words []string, counts []int, ids []int32) *corpus {
	order := make([]int, 0, len(words))
	for i, n := range counts {
		if n >= sgMinCount {
			order = append(order, i)
		}
	}
	sort.Slice(order, func(a, b int) bool {
		if x, y := counts[order[a]], counts[order[b]]; x != y {
			return x > y
		}
		return words[order[a]] < words[order[b]]
	})
	order = order[:min(len(order), sgMaxWords)]
	c := &corpus{}
	to := make([]int32, len(words))
	for i := range to {
		to[i] = -2
	}
	for n, i := range order {
		to[i] = int32(n)
		c.words = append(c.words, words[i])
		c.counts = append(c.counts, counts[i])
	}
	for _, id := range ids {
		if id < 0 {
			c.ids = append(c.ids, -1)
		} else if t := to[id]; t >= 0 {
			c.ids = append(c.ids, t)
		}
	}
	return c
}

func (c *corpus) train(dim, epochs int) *Vectors {
	r := newRand(7)
	in, out := make([]float32, len(c.words)*dim), make([]float32, len(c.words)*dim)
	for i := range in {
		in[i] = (r.float() - 0.5) / float32(dim)
	}
	negatives, keep := c.tables()
	total, done := len(c.ids)*epochs, 0
	grad := make([]float32, dim)
	var sent []int32
	line := func() {
		for i, w := range sent {
			rate := sgRate * max(1e-4, 1-float32(done)/float32(total))
			span := 1 + r.intn(sgWindow)
			x := in[int(w)*dim : int(w)*dim+dim]
			for j := max(0, i-span); j <= min(len(sent)-1, i+span); j++ {
				if j == i {
					continue
				}
				clear(grad)
				for k := range sgNegatives + 1 {
					target, label := sent[j], float32(1)
					if k > 0 {
						target, label = negatives[r.intn(len(negatives))], 0
						if target == sent[j] {
							continue
						}
					}
					y := out[int(target)*dim : int(target)*dim+dim]
					g := (label - sigmoid(dot(x, y))) * rate
					axpy(g, y, grad)
					axpy(g, x, y)
				}
				axpy(1, grad, x)
			}
		}
		sent = sent[:0]
	}
	for range epochs {
		for _, id := range c.ids {
			done++
			if id < 0 || len(sent) == 1000 {
				line()
			}
			if id >= 0 && r.float() < keep[id] {
				sent = append(sent, id)
			}
		}
		line()
	}
	return &Vectors{c.words, dim, in}
}

// tables returns the draw of negatives, words to the power 3/4, and the share
// of each word's occurrences that is kept.
func (c *corpus) tables() (negatives []int32, keep []float32) {
	var sum, all float64
	for _, n := range c.counts {
		sum += math.Pow(float64(n), 0.75)
		all += float64(n)
	}
	const size = 1 << 20
	acc, i := 0.0, 0
	for n, k := range c.counts {
		acc += math.Pow(float64(k), 0.75) / sum
		for ; i < int(acc*size); i++ {
			negatives = append(negatives, int32(n))
		}
		f := float64(k) / all / sgSample
		keep = append(keep, float32(math.Min(1, (math.Sqrt(f)+1)/f)))
	}
	return negatives, keep
}

// split cuts a line roughly as the treebanks are: punctuation, hyphens and
// clitics apart. It is kept apart from the tokenizer so that the vectors do
// not change with it.
func split(line string, add func(string)) {
	for w := range strings.FieldsSeq(line) {
		start := 0
		for i, r := range w {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				continue
			}
			n := len(string(r))
			inside := i > start && i+n < len(w)
			switch {
			case inside && (r == '.' || r == ',' || r == '@') && nextAlnum(w[i+n:]):
				continue
			case inside && (r == '\'' || r == '’'):
				cut := i
				if rest := strings.ToLower(w[i+n:]); strings.HasPrefix(rest, "t") && i-1 > start && (w[i-1] == 'n' || w[i-1] == 'N') {
					cut = i - 1
				} else if len(rest) > 2 && nextAlnum(rest[2:]) {
					continue
				}
				if cut > start {
					add(w[start:cut])
				}
				start = cut
			default:
				if i > start {
					add(w[start:i])
				}
				add(w[i : i+n])
				start = i + n
			}
		}
		if start < len(w) {
			add(w[start:])
		}
	}
}

func nextAlnum(s string) bool {
	for _, r := range s {
		return unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return false
}

func sigmoid(x float32) float32 {
	if x > 8 {
		return 1
	}
	if x < -8 {
		return 0
	}
	return float32(1 / (1 + math.Exp(-float64(x))))
}
