// Langtrain trains, measures and shows the language models of package
// internal/lang/model. It is not needed to use Travaux.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/travaux/travaux/internal/lang/model"
	"github.com/travaux/travaux/internal/lang/train"
)

const usage = `usage:
  langtrain train   -data DIR -o FILE [-threads 1|2] [-keep FILE] [-from FILE -done N]
  langtrain eval    -data DIR [-model FILE] [-o FILE]
  langtrain check   -data DIR [-model FILE] [-against FILE] [-tolerances FILE]
  langtrain frequencies [-data DIR] [-o FILE]
  langtrain countries [-o FILE]
  langtrain inspect [-model FILE] [WORD…]

DIR holds treebank/, ner/ and the unlabelled text; doc/models.md says where
they are had. Without -model the embedded model is used.
`

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "langtrain:", err)
		os.Exit(1)
	}
}

func run(args []string, out, log io.Writer) error {
	if len(args) == 0 {
		return fmt.Errorf("no command\n%s", usage)
	}
	switch args[0] {
	case "train":
		return trainModel(args[1:], log)
	case "eval":
		return evaluate(args[1:], out)
	case "check":
		return check(args[1:], out)
	case "frequencies":
		return frequencies(args[1:])
	case "countries":
		return countries(args[1:], out)
	case "inspect":
		return inspect(args[1:], out)
	case "help", "-h", "--help":
		_, err := io.WriteString(out, usage)
		return err
	}
	return fmt.Errorf("unknown command %q\n%s", args[0], usage)
}

func trainModel(args []string, log io.Writer) error {
	fs := flag.NewFlagSet("train", flag.ContinueOnError)
	data := fs.String("data", "../shared/data", "folder of the training data")
	to := fs.String("o", "internal/lang/model/data/english.model", "file to write")
	keep := fs.String("keep", "", "also keep the float32 weights after each epoch in this file")
	from := fs.String("from", "", "begin with the weights kept in this file")
	done := fs.Int("done", 0, "with -from: the cycles of the recipe that they have gone through")
	threads := fs.Int("threads", 2, "1 or 2; the weights are the same")
	if err := fs.Parse(args); err != nil {
		return err
	}
	d, err := train.Load(*data)
	if err != nil {
		return err
	}
	start := time.Now()
	s := train.Recipe()
	s.Log, s.Parallel = log, *threads > 1
	if *from != "" {
		if s.From, err = train.ReadFile(*from); err != nil {
			return err
		}
		s.Done = *done
	}
	if *keep != "" {
		s.Save = func(t *train.Trained) error { return t.WriteFile(*keep) }
	}
	b, err := train.Build(d, s)
	if err != nil {
		return err
	}
	fmt.Fprintf(log, "%d bytes in %s\n", len(b), time.Since(start).Round(time.Second))
	return os.WriteFile(*to, b, 0o644)
}

// open returns the model of a file, or the embedded one.
func open(path string) (*model.Model, error) {
	if path == "" {
		return model.English()
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return model.Read(b)
}

func inspect(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("inspect", flag.ContinueOnError)
	path := fs.String("model", "", "model file, the embedded one without")
	if err := fs.Parse(args); err != nil {
		return err
	}
	m, err := open(*path)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "version %s\nshape %+v\n", m.Version(), m.Config)
	fmt.Fprintf(out, "%d UPOS, %d XPOS, %d features, %d lemma scripts, %d relations, %d name tags\n",
		len(m.UPOS), len(m.XPOS), len(m.Feats), len(m.Scripts), len(m.Deprels), len(m.Names))
	for _, w := range fs.Args() {
		known, vec := m.Knows(w)
		fmt.Fprintf(out, "%s: known %v, fixed vector %v\n", w, known, vec)
	}
	return nil
}
