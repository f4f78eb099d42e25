package model

import (
	"fmt"
	"math"
	"slices"
	"strings"
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

// rootInverse is 1/√n: the sum of a word's parts is kept in range by it.
func rootInverse(n int) float32 { return float32(1 / math.Sqrt(float64(n))) }

func (m *Model) indexLemmas(lines []string) error {
	m.lemmas = make(map[string]int32, len(lines))
	for _, line := range lines {
		i := strings.LastIndexByte(line, '\t')
		if i < 0 {
			return fmt.Errorf("%w: lemma line %q", ErrDamaged, line)
		}
		script := slices.Index(m.Scripts, line[i+1:])
		if script < 0 {
			return fmt.Errorf("%w: unknown lemma script %q", ErrDamaged, line[i+1:])
		}
		m.lemmas[line[:i]] = int32(script)
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
