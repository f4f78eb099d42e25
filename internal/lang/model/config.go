package model

// Config is the shape of a network: sizes of its layers and of its inputs.
type Config struct {
	Layers  int // of the encoder, each a pair of recurrent layers, one a direction
	Hidden  int // of one direction
	Word    int // vector of a known word
	Gram    int // vector made of a word's parts
	Vec     int // vector learnt from unlabelled text
	Buckets int // of the parts
	Tag     int // hidden layer before the tags
	Arc     int // of a word as dependent, and as head
	Label   int // the same, for the label of an arc
	Name    int // hidden layer before the name tags
}

// In is the length of a word's input.
func (c Config) In() int { return c.Word + c.Gram + c.Vec }

// Heads is the width of the layer that all heads share: tags, dependent and
// head of an arc, dependent and head of a label, names.
func (c Config) Heads() int { return c.Tag + 2*c.Arc + 2*c.Label + c.Name }

// Labels are the answers that a network chooses from, by index.
type Labels struct {
	UPOS, XPOS, Feats, Scripts, Deprels, Names []string
}

// Leak is the slope below zero of the shared layer, which is the identity above.
const Leak = 0.125
