// Package english puts the components for English together: tokens, the
// network's tags, trees and proposed names, names by the lexicon over these,
// and references.
//
// It is for their order. It is not for what any of them does.
package english

import (
	"fmt"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/coref"
	"github.com/travaux/travaux/internal/lang/mend"
	"github.com/travaux/travaux/internal/lang/model"
	"github.com/travaux/travaux/internal/lang/ner"
	"github.com/travaux/travaux/internal/lang/parse"
	"github.com/travaux/travaux/internal/lang/tokenize"
)

// MaxTokens is how much of a document is read. The longest reports have a tenth
// of it; without a bound, one hostile text would cost minutes.
const MaxTokens = 100_000

// New returns the pipeline that reads bare text. names is the lexicon, given
// are first names. It fails when the embedded model is damaged.
func New(names []lang.Name, given []string) (*lang.Pipeline, error) {
	rest, err := afterTokens(names, given)
	if err != nil {
		return nil, err
	}
	return lang.NewPipeline(append([]lang.Component{&tokenize.Tokenizer{Max: MaxTokens}}, rest...)...)
}

// NewOverTokens is New for documents that come with sentences and tokens.
func NewOverTokens(names []lang.Name, given []string) (*lang.Pipeline, error) {
	rest, err := afterTokens(names, given)
	if err != nil {
		return nil, err
	}
	return lang.NewPipelineOver(lang.Sentences|lang.Tokens, rest...)
}

func afterTokens(names []lang.Name, given []string) ([]lang.Component, error) {
	weights, err := model.English()
	if err != nil {
		return nil, fmt.Errorf("the English model: %w", err)
	}
	return []lang.Component{parse.New(weights), mend.Trees{}, ner.New(names, given), coref.New()}, nil
}
