package crossdoc

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/travaux/travaux/internal/knowledge"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/english"
)

// Resolver gives chains. It is safe for use by several goroutines.
type Resolver struct {
	reader *lang.Pipeline
	world  *knowledge.World
	words  *lexicon
}

// New returns a resolver.
func New(world *knowledge.World) (*Resolver, error) {
	reader, err := english.NewOverTokens(world.Names(), world.Given())
	if err != nil {
		return nil, fmt.Errorf("crossdoc: %w", err)
	}
	words, err := newLexicon()
	if err != nil {
		return nil, fmt.Errorf("crossdoc: %w", err)
	}
	return &Resolver{reader, world, words}, nil
}

// place is where a document stands among the files.
type place struct{ file, doc int }

// Resolve returns for every document of every file the chain of each mention.
// Documents of one topic belong together, in whatever file; those whose name
// gives no topic, with the others of their file. No chain leaves its topic, and
// which mentions are one does not hang on the order of the documents.
func (r *Resolver) Resolve(ctx context.Context, files []*File) ([][][]int, error) {
	topics := map[string][]place{}
	out := make([][][]int, len(files))
	for f, file := range files {
		out[f] = make([][]int, len(file.Docs))
		for n, doc := range file.Docs {
			key := doc.Topic
			if key == "" {
				key = fmt.Sprint("/", f)
			}
			topics[key] = append(topics[key], place{f, n})
		}
	}
	next := 0
	for _, key := range slices.Sorted(maps.Keys(topics)) {
		chains, err := r.topic(ctx, files, topics[key], out)
		if err != nil {
			return nil, err
		}
		for _, group := range chains {
			for _, x := range group {
				out[x.at.file][x.at.doc][x.nth] = next
			}
			next++
		}
	}
	return out, nil
}

// topic reads the documents of a topic, in the order of their names, and gives
// the chains of their items.
func (r *Resolver) topic(ctx context.Context, files []*File, places []place, out [][][]int) ([][]*item, error) {
	doc := func(p place) *Doc { return files[p.file].Docs[p.doc] }
	slices.SortStableFunc(places, func(a, b place) int { return cmp.Compare(doc(a).Name, doc(b).Name) })
	t := &topic{world: r.world, lex: r.words}
	for n, p := range places {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		out[p.file][p.doc] = make([]int, len(doc(p).Mentions))
		d, token := doc(p).annotated()
		if err := r.reader.Annotate(d); err != nil {
			return nil, fmt.Errorf("read %s: %w", doc(p).Name, err)
		}
		for _, x := range items(n, doc(p), d, token) {
			x.at = p
			t.items = append(t.items, x)
		}
	}
	return t.chains(), nil
}
