package model

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// Sparse scores the name tags of words by what they, their neighbours and a
// list of known names look like: a linear model, whose scores are added to
// those of the network.
type Sparse struct {
	Buckets  int
	Tags     int
	Weights  []int8           // Tags a bucket
	Scale    float32          // of the weights
	Trans    []float32        // from each tag to each, the last row from the start
	Hint     *Sparse          // a model of other annotation, whose answers are features; nil for none
	known    map[uint64]uint8 // by the hash of one or more words
	clusters map[string][2]uint16
}

// Classes of known names. prefix marks the beginning of a longer one.
const (
	prefix   = 1 << 7
	maxKnown = 6 // words of a known name
)

// NewSparse prepares the model for clusters of words, "word<tab>fine<tab>coarse",
// and known names, "class<tab>words", class 1 to 15.
func NewSparse(buckets, tags int, clusters, known []string) (*Sparse, error) {
	if tags > 16 {
		return nil, fmt.Errorf("%d name tags", tags)
	}
	s := &Sparse{Buckets: buckets, Tags: tags, known: map[uint64]uint8{}, clusters: make(map[string][2]uint16, len(clusters))}
	for _, line := range clusters {
		f := strings.Split(line, "\t")
		if len(f) != 3 {
			return nil, fmt.Errorf("cluster %q", line)
		}
		fine, err1 := strconv.ParseUint(f[1], 10, 15)
		coarse, err2 := strconv.ParseUint(f[2], 10, 15)
		if err1 != nil || err2 != nil {
			return nil, fmt.Errorf("cluster %q", line)
		}
		s.clusters[f[0]] = [2]uint16{uint16(fine) + 1, uint16(coarse) + 1}
	}
	for _, line := range known {
		class, words, ok := strings.Cut(line, "\t")
		c, err := strconv.ParseUint(class, 10, 4)
		if !ok || err != nil || c == 0 {
			return nil, fmt.Errorf("known name %q", line)
		}
		h := uint64(0)
		f := strings.Fields(words)
		if len(f) > maxKnown {
			continue
		}
		for i, w := range f {
			h = chain(h, w)
			if i < len(f)-1 {
				s.known[h] |= prefix
			}
		}
		s.known[h] = s.known[h]&prefix | uint8(c)
	}
	return s, nil
}

// sister is a model with other weights over the same clusters and names.
func (s *Sparse) sister(t *Tensor, trans []float32) *Sparse {
	c := *s
	c.Buckets, c.Weights, c.Scale, c.Trans = t.Rows, t.Data, t.Scale[0], trans
	return &c
}

func chain(h uint64, w string) uint64 {
	h = (h ^ 14695981039346656037) * 1099511628211
	for i := range len(w) {
		h = (h ^ uint64(w[i])) * 1099511628211
	}
	return h ^ h>>29
}

func chain32(s string) uint32 { return uint32(chain(0, s)) }

// look is what one word shows.
type look struct {
	word, form, shape, pre, suf, suf2 uint32
	fine, coarse                      uint32
	tag                               uint32 // XPOS
	hint                              uint32 // tag that another model gives
	known                             uint32 // class, and whether a known name begins here
	upper                             bool
}

func (s *Sparse) look(form string) look {
	var buf [48]byte
	norm := Norm(cut(form, 40))
	l := look{word: hash('w', append(buf[:0], norm...)), form: hash('W', append(buf[:0], cut(form, 40)...)), shape: hash('S', shape(buf[:0], form))}
	l.pre = hash('P', append(buf[:0], cut(norm, 3)...))
	l.suf, l.suf2 = hash('E', append(buf[:0], norm[max(0, len(norm)-3):]...)), hash('F', append(buf[:0], norm[max(0, len(norm)-2):]...))
	c := s.clusters[norm]
	l.fine, l.coarse = uint32(c[0]), uint32(c[1])
	for _, r := range form {
		l.upper = unicode.IsUpper(r)
		break
	}
	return l
}

// SparseRoom is room that Features uses again.
type SparseRoom struct {
	looks []look
	hint  *SparseRoom
	score []float32
	back  []uint8
}

const pad = 2

// Add adds the scores of each of n words to a row of x, rows being stride long.
func (s *Sparse) Add(room *SparseRoom, n int, form, tag func(int) string, x []float32, stride int) {
	s.Features(room, n, form, tag, func(i int, buckets []uint32) {
		var sum [16]int32
		for _, b := range buckets {
			for j, w := range s.Weights[int(b)*s.Tags : int(b)*s.Tags+s.Tags] {
				sum[j&15] += int32(w)
			}
		}
		row := x[i*stride : i*stride+s.Tags]
		for j := range row {
			row[j] += float32(float32(sum[j&15]) * s.Scale)
		}
	})
}

// Features calls yield with the buckets of each of n words in turn.
func (s *Sparse) Features(room *SparseRoom, n int, form, tag func(int) string, yield func(i int, buckets []uint32)) {
	room.looks = append(room.looks[:0], make([]look, n+2*pad)...)
	l := room.looks
	up := 0
	for i := range n {
		l[i+pad] = s.look(form(i))
		l[i+pad].tag = chain32(tag(i))
		if l[i+pad].upper {
			up++
		}
	}
	s.find(l[pad:n+pad], form)
	if s.Hint != nil {
		if room.hint == nil {
			room.hint = &SparseRoom{}
		}
		for i, t := range s.Hint.Best(room.hint, n, form, tag) {
			l[i+pad].hint = uint32(t) + 1
		}
	}
	shouting := uint32(0)
	if up*3 > n*2 && n > 3 {
		shouting = 1
	}
	var b [64]uint32
	for i := range n {
		yield(i, s.features(b[:0], l[i:i+2*pad+1], i == 0, shouting))
	}
}

// find marks the words of known names, the longest first.
func (s *Sparse) find(l []look, form func(int) string) {
	for i := 0; i < len(l); i++ {
		h, class, end := uint64(0), uint8(0), i
		for j := i; j < min(len(l), i+maxKnown); j++ {
			h = chain(h, form(j))
			v := s.known[h]
			if c := v &^ prefix; c > 0 {
				class, end = c, j
			}
			if v&prefix == 0 {
				break
			}
		}
		if class == 0 {
			continue
		}
		for j := i; j <= end; j++ {
			l[j].known = uint32(class)*4 + 1
			if j > i {
				l[j].known++
			}
		}
		i = end
	}
}

func (s *Sparse) features(b []uint32, l []look, first bool, shouting uint32) []uint32 {
	n := uint32(0)
	add := func(x, y uint32) {
		n++
		h := (x*0x9e3779b1 ^ y + n*0x85ebca6b) * 0xc2b2ae35
		h ^= h >> 15
		h *= 0x27d4eb2d
		h ^= h >> 13
		b = append(b, h%uint32(s.Buckets))
	}
	at := uint32(0)
	if first {
		at = 1
	}
	p2, p, c, q, q2 := &l[0], &l[1], &l[2], &l[3], &l[4]
	add(0, at*2+shouting)
	for _, w := range []*look{p2, p, c, q, q2} {
		add(w.word, 0)
		add(w.fine, 1)
		add(w.coarse, 2)
		add(w.known, 3)
	}
	for _, w := range []*look{p, c, q} {
		add(w.shape, at)
		add(w.tag, 5)
		add(w.suf, 4)
	}
	add(c.form, 0)
	add(c.pre, 0)
	add(c.suf2, 0)
	add(c.shape, p.word)
	add(c.shape, q.word)
	add(c.shape, p.shape)
	add(c.shape, q.shape)
	add(c.shape, c.fine)
	add(p.word, c.word)
	add(c.word, q.word)
	add(p.fine, c.fine)
	add(c.fine, q.fine)
	add(p.coarse, q.coarse)
	add(c.tag, p.tag)
	add(c.tag, q.tag)
	add(c.tag, c.shape)
	add(p.tag<<1^c.tag, q.tag)
	add(c.tag, c.fine)
	add(c.known, c.tag)
	add(c.known, p.known)
	add(c.known, q.known)
	add(c.known, c.shape)
	add(p.shape<<1^q.shape, c.shape)
	if s.Hint != nil {
		add(c.hint, 9)
		add(c.hint, c.shape)
		add(c.hint, c.known)
		add(c.hint, c.fine)
		add(c.hint*16+p.hint, q.hint)
		add(c.hint, c.tag)
	}
	return b
}

// Best returns the best sequence of tags of n words by this model alone. The
// answer is room's, until it is used again.
func (s *Sparse) Best(room *SparseRoom, n int, form, tag func(int) string) []uint8 {
	k := s.Tags
	if cap(room.score) < n*k {
		room.score, room.back = make([]float32, 2*n*k), make([]uint8, 2*n*k)
	}
	x, back := room.score[:n*k], room.back[:n*k]
	clear(x)
	s.Add(room, n, form, tag, x, k)
	for t := range n {
		for j := range k {
			if t == 0 {
				x[j] += s.Trans[k*k+j]
				continue
			}
			top, from := x[(t-1)*k]+s.Trans[j], 0
			for i := 1; i < k; i++ {
				if v := x[(t-1)*k+i] + s.Trans[i*k+j]; v > top {
					top, from = v, i
				}
			}
			x[t*k+j] += top
			back[t*k+j] = uint8(from)
		}
	}
	best := 0
	for j := range k {
		if x[(n-1)*k+j] > x[(n-1)*k+best] {
			best = j
		}
	}
	for t := n - 1; t >= 0; t-- {
		prev := int(back[t*k+best])
		back[t*k] = uint8(best) // the row is not needed any more
		best = prev
	}
	for t := 1; t < n; t++ {
		back[t] = back[t*k]
	}
	return back[:n]
}
