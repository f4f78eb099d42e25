package model

import (
	_ "embed"
	"encoding/hex"
	"sync"
)

//go:embed data/english.model
var english []byte

var decodeEnglish = sync.OnceValues(func() (*Model, error) { return Read(english) })

// English returns the embedded model, decoded at the first call.
func English() (*Model, error) { return decodeEnglish() }

// Read decodes a model file. Its version is the beginning of its checksum.
// Errors wrap ErrDamaged.
func Read(b []byte) (*Model, error) {
	f, err := Decode(b)
	if err != nil {
		return nil, err
	}
	sum := b[len(magic)+1:]
	return New(f, hex.EncodeToString(sum[:6]))
}

// Knows reports whether a word has a vector of its own, and a fixed one.
func (m *Model) Knows(form string) (known, vec bool) {
	_, known = m.words[Norm(form)]
	_, vec = m.vecs[Norm(form)]
	return known, vec
}
