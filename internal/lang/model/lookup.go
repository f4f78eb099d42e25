package model

import (
	"fmt"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// add adds k times row i to x.
func (t *Tensor) add(i int, x []float32, k float32) {
	row := t.Data[i*t.Cols : i*t.Cols+t.Cols]
	s := float32(t.Scale[i] * k)
	x = x[:len(row)]
	for j, v := range row {
		x[j] += float32(float32(v) * s)
	}
}

// frequentWords is how many words count as the most frequent.
const frequentWords = 150

// frequentParts marks the parts of the most frequent words of letters, by which
// a name must not be known for one of them: "Okafor" ends as "for" does.
func frequentParts(words []string, buckets uint32) []bool {
	out := make([]bool, buckets)
	for _, w := range words[:min(len(words), frequentWords)] {
		if len(w) < 2 || strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }) {
			continue
		}
		Grams(w, buckets, func(b uint32) { out[b] = true })
	}
	out[hash('s', shape(nil, "Xx"))%buckets] = false
	return out
}

// capitalised reports whether a form looks like a name: "Roth", not "UN".
func capitalised(form string) bool {
	first, n := utf8.DecodeRuneInString(form)
	second, _ := utf8.DecodeRuneInString(form[n:])
	return unicode.IsUpper(first) && unicode.IsLower(second)
}

// rootInverse is 1/√n: the sum of a word's parts is kept in range by it.
func rootInverse(n int) float32 { return float32(1 / math.Sqrt(float64(n))) }

func (m *Model) indexTagsets(lines []string) error {
	upos, xpos, feats := index(m.UPOS, 0), index(m.XPOS, 0), index(m.Feats, 0)
	for _, line := range lines {
		f := strings.Split(line, "\t")
		if len(f) != 3 {
			return fmt.Errorf("%w: tags %q", ErrDamaged, line)
		}
		u, ok1 := upos[f[0]]
		x, ok2 := xpos[f[1]]
		t, ok3 := feats[f[2]]
		if !ok1 || !ok2 || !ok3 {
			return fmt.Errorf("%w: unknown tags %q", ErrDamaged, line)
		}
		m.Tagsets = append(m.Tagsets, [3]int32{u, x, t})
	}
	if len(m.Tagsets) == 0 {
		return fmt.Errorf("%w: no tags", ErrDamaged)
	}
	return nil
}

func (m *Model) indexLemmas(lines []string) error {
	m.lemmas = make(map[string]int32, len(lines))
	scripts := index(m.Scripts, 0)
	for _, line := range lines {
		i := strings.LastIndexByte(line, '\t')
		if i < 0 {
			return fmt.Errorf("%w: lemma line %q", ErrDamaged, line)
		}
		script, ok := scripts[line[i+1:]]
		if !ok {
			return fmt.Errorf("%w: unknown lemma script %q", ErrDamaged, line[i+1:])
		}
		m.lemmas[line[:i]] = script
	}
	return nil
}

// Lemma returns the lemma that the training data always gave to a form with
// this tag, if it did.
func (m *Model) Lemma(form, xpos string) (string, bool) {
	if i, ok := m.lemmas[lemmaKey(form, xpos)]; ok {
		return Apply(m.Scripts[i], form)
	}
	return "", false
}
