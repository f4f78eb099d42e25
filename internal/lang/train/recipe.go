package train

import (
	"fmt"

	"github.com/travaux/travaux/internal/lang/model"
)

// Recipe is how the embedded model is trained. What was tried besides is in
// doc/models.md.
func Recipe() Settings {
	return Settings{
		Config: model.Config{
			Layers: 2, Hidden: 192, Word: 96, Gram: 96, Vec: 128, Buckets: 1 << 15,
			Tag: 128, Arc: 128, Label: 48, Name: 64,
		},
		Seed: 1,
		Cycles: []Cycle{
			{Epochs: 10, Rate: 2e-3, Size: Size{Sentences: 16}},
			{Epochs: 6, Rate: 1.5e-3, Size: Size{Words: 300}},
			{Epochs: 4, Rate: 1.2e-3, Size: Size{Words: 300}},
			{Epochs: 6, Rate: 1.2e-3, Size: Size{Words: 300}},
			{Epochs: 5, Rate: 1.2e-3, Size: Size{Words: 300}, Disguised: 0.5, Names: 1.5},
		},
		Mean: 3,
		Drop: [6]float32{0.15, 0.15, 0.2, 0.3, 0.2, 0.3},
	}
}

// vectorEpochs is how often the unlabelled text is read.
const vectorEpochs = 2

// Build runs the whole recipe: vectors, network, file.
func Build(d *Data, s Settings) ([]byte, error) {
	var words [][]string
	for _, set := range d.Train {
		for _, sent := range set.Sents {
			var w []string
			for _, x := range sent.Words {
				w = append(w, x.Form)
			}
			words = append(words, w)
		}
	}
	v, err := s.vectors(d, words)
	if err != nil {
		return nil, fmt.Errorf("learning vectors: %w", err)
	}
	fmt.Fprintf(s.Log, "%d vectors\n", len(v.Words))
	t, err := Run(s, d.Train, v)
	if err != nil {
		return nil, fmt.Errorf("training: %w", err)
	}
	f, err := t.Export(d.Train, knownNames())
	if err != nil {
		return nil, err
	}
	return f.Encode()
}

// vectors are those of the weights to begin with, or new ones.
func (s *Settings) vectors(d *Data, words [][]string) (*Vectors, error) {
	if s.From != nil {
		return s.From.Vectors, nil
	}
	return SkipGram(d.Unlabelled, words, s.Config.Vec, vectorEpochs)
}
