package lang

import (
	"fmt"
	"strings"
)

// Layer is a set of annotation layers.
type Layer uint16

// The layers of a document.
const (
	Sentences  Layer = 1 << iota // Doc.Sents
	Tokens                       // Doc.Toks with spans
	Tags                         // UPOS, and XPOS and Feats where the component has them
	Lemmas                       // Tok.Lemma
	Trees                        // Tok.Head, Tok.Deprel
	Names                        // Doc.Mentions of named things
	References                   // nominal and anonymous mentions, pronouns, Doc.Entities
	Proposals                    // Doc.Proposed
)

var layerNames = [...]string{"sentences", "tokens", "tags", "lemmas", "trees", "names", "references", "proposals"}

func (l Layer) String() string {
	var s []string
	for i, n := range layerNames {
		if l&(1<<i) != 0 {
			s = append(s, n)
		}
	}
	return strings.Join(s, "+")
}

// Component adds layers to a document. It must be safe for use by several
// goroutines at once, give the same answer for the same document, and never
// panic on any text.
type Component interface {
	Name() string
	// Version changes whenever the answers do; readings are stamped with it.
	Version() string
	Needs() Layer
	Gives() Layer
	Annotate(*Doc) error
}

// Pipeline runs components in order.
type Pipeline struct{ parts []Component }

// NewPipeline checks that every component's needs are given by those before
// it, and that no layer is given twice.
func NewPipeline(parts ...Component) (*Pipeline, error) { return NewPipelineOver(0, parts...) }

// NewPipelineOver is NewPipeline for documents that come with some layers.
func NewPipelineOver(have Layer, parts ...Component) (*Pipeline, error) {
	for _, c := range parts {
		if miss := c.Needs() &^ have; miss != 0 {
			return nil, fmt.Errorf("component %s needs %s, which nothing before it gives", c.Name(), miss)
		}
		if twice := c.Gives() & have; twice != 0 {
			return nil, fmt.Errorf("component %s gives %s a second time", c.Name(), twice)
		}
		have |= c.Gives()
	}
	return &Pipeline{parts}, nil
}

// Versions lists the components as name/version, in order.
func (p *Pipeline) Versions() []string {
	v := make([]string, len(p.parts))
	for i, c := range p.parts {
		v[i] = c.Name() + "/" + c.Version()
	}
	return v
}

// Annotate runs the components over d.
func (p *Pipeline) Annotate(d *Doc) error {
	for _, c := range p.parts {
		if err := c.Annotate(d); err != nil {
			return fmt.Errorf("%s: %w", c.Name(), err)
		}
		d.Done |= c.Gives()
	}
	return nil
}
