package main

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/travaux/travaux/internal/knowledge"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/coref"
	"github.com/travaux/travaux/internal/lang/ner"
	"github.com/travaux/travaux/internal/lang/parse"
	"github.com/travaux/travaux/internal/lang/score"
	"github.com/travaux/travaux/internal/lang/tokenize"
	"github.com/travaux/travaux/internal/lang/train"
)

func evaluate(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("eval", flag.ContinueOnError)
	data := fs.String("data", "../shared/data", "folder of the data")
	path := fs.String("model", "", "model file, the embedded one without")
	to := fs.String("o", "", "file to write, standard output without")
	if err := fs.Parse(args); err != nil {
		return err
	}
	table, err := measure(*data, *path)
	if err != nil {
		return err
	}
	if *to == "" {
		_, err = out.Write(table)
		return err
	}
	return os.WriteFile(*to, table, 0o644)
}

const heading = `# The language core, measured on the development parts of the treebanks.
# Written by make eval. F1 in percent, CoNLL 2018 definitions; LAS compares
# universal relations, "LAS full" subtypes too. Names: exact span and type,
# Universal NER. Coreference: mean of MUC, B3, CEAF of what a name or a pronoun
# heads, by heads, without single mentions. Tolerances: eval/lang.tolerances.
`

// measure writes a line a figure: part, input, figure, value.
func measure(data, path string) ([]byte, error) {
	m, err := open(path)
	if err != nil {
		return nil, err
	}
	d, err := train.Load(data)
	if err != nil {
		return nil, err
	}
	p := parse.New(m)
	var b bytes.Buffer
	b.WriteString(heading)
	for _, s := range d.Dev {
		gold, err := train.MeasureGold(p, s)
		if err != nil {
			return nil, err
		}
		write(&b, s.Name, "gold tokens", gold, false)
		raw, err := fromRaw(p, s)
		if err != nil {
			return nil, err
		}
		write(&b, s.Name, "raw text", raw, true)
		if s.Names != nil {
			continue
		}
		c, err := references(p, s)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, "%s\tgold tokens\tcoreference\t%.2f\n", s.Name, c.Value())
	}
	return b.Bytes(), nil
}

func fromRaw(p *parse.Parser, s train.Set) (score.Figures, error) {
	var sum score.Figures
	pipe, err := lang.NewPipeline(tokenize.New(), p)
	if err != nil {
		return sum, err
	}
	docs, parts := train.RawDocs(s.Sents)
	for i, d := range docs {
		if err := pipe.Annotate(d); err != nil {
			return sum, err
		}
		names := d.Proposed
		if s.Names == nil {
			names = nil
		}
		f, err := score.Compare(score.Gold(parts[i], s.Names), score.Sys(d, names))
		if err != nil {
			return sum, fmt.Errorf("%s: %w", parts[i][0].Doc, err)
		}
		sum.Add(f)
	}
	return sum, nil
}

// references measures coreference with the names of the world file.
func references(p *parse.Parser, s train.Set) (score.Coref, error) {
	world, err := knowledge.Default()
	if err != nil {
		return score.Coref{}, err
	}
	parts := []lang.Component{p, ner.New(world.Names(), world.Given()), coref.New()}
	return train.MeasureCoref(row(parts), s)
}

// row is components as one.
type row []lang.Component

func (row) Name() string      { return "row" }
func (row) Version() string   { return "1" }
func (row) Needs() lang.Layer { return lang.Sentences | lang.Tokens }
func (row) Gives() lang.Layer {
	return lang.Tags | lang.Lemmas | lang.Trees | lang.Proposals | lang.Names | lang.References
}

func (r row) Annotate(d *lang.Doc) error {
	for _, c := range r {
		if err := c.Annotate(d); err != nil {
			return err
		}
		d.Done |= c.Gives()
	}
	return nil
}

func write(b *bytes.Buffer, part, input string, f score.Figures, raw bool) {
	line := func(name string, v score.F1) { fmt.Fprintf(b, "%s\t%s\t%s\t%.2f\n", part, input, name, v.Value()) }
	if raw {
		line("words", f.Words)
		line("sentences", f.Sents)
	}
	line("UPOS", f.UPOS)
	line("XPOS", f.XPOS)
	line("features", f.Feats)
	line("lemmas", f.Lemmas)
	line("UAS", f.UAS)
	line("LAS", f.LAS)
	line("LAS full", f.Full)
	if f.Names.Gold > 0 {
		line("names", f.Names)
	}
}

// check measures again and fails where a figure has fallen by more than it may.
func check(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("check", flag.ContinueOnError)
	data := fs.String("data", "../shared/data", "folder of the data")
	path := fs.String("model", "", "model file, the embedded one without")
	against := fs.String("against", "eval/lang.txt", "figures to hold")
	tolerances := fs.String("tolerances", "eval/lang.tolerances", "by how much each may fall")
	if err := fs.Parse(args); err != nil {
		return err
	}
	old, err := os.ReadFile(*against)
	if err != nil {
		return err
	}
	may, err := os.ReadFile(*tolerances)
	if err != nil {
		return err
	}
	now, err := measure(*data, *path)
	if err != nil {
		return err
	}
	fallen, err := compare(old, now, may)
	if err != nil {
		return err
	}
	if len(fallen) > 0 {
		return fmt.Errorf("%d figures have fallen:\n%s", len(fallen), strings.Join(fallen, "\n"))
	}
	_, err = fmt.Fprintln(out, "no figure has fallen")
	return err
}

func compare(old, now, tolerances []byte) ([]string, error) {
	was, err := figures(old)
	if err != nil {
		return nil, err
	}
	is, err := figures(now)
	if err != nil {
		return nil, err
	}
	may, err := figures(tolerances)
	if err != nil {
		return nil, err
	}
	var fallen []string
	for _, k := range was.names {
		name := k[strings.LastIndexByte(k, '\t')+1:]
		v, ok := is.value[k]
		if t := may.value[name]; !ok || v < was.value[k]-t-0.005 {
			fallen = append(fallen, fmt.Sprintf("%s: %.2f, was %.2f, may fall by %.2f", strings.ReplaceAll(k, "\t", ", "), v, was.value[k], t))
		}
	}
	return fallen, nil
}

// table is figures by name, in order.
type table struct {
	names []string
	value map[string]float64
}

func figures(b []byte) (table, error) {
	t := table{value: map[string]float64{}}
	sc := bufio.NewScanner(bytes.NewReader(b))
	for sc.Scan() {
		line := sc.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		i := strings.LastIndexByte(line, '\t')
		var v float64
		if i < 0 {
			return t, fmt.Errorf("no figure in %q", line)
		}
		if _, err := fmt.Sscan(line[i+1:], &v); err != nil {
			return t, fmt.Errorf("figure in %q: %w", line, err)
		}
		t.names = append(t.names, line[:i])
		t.value[line[:i]] = v
	}
	return t, sc.Err()
}
