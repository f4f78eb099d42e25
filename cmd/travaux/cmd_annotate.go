package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/export"
	"github.com/travaux/travaux/internal/extract"
	"github.com/travaux/travaux/internal/pipeline"
)

// annotateFlags are the flags of annotate.
type annotateFlags struct {
	format, input, date, dir string
}

// formats are the output formats of annotate, with the ending of their files.
var formats = map[string]struct {
	ending string
	write  func(io.Writer, *travaux.Reading) error
}{
	"jsonl":  {".jsonl", export.JSONL},
	"conllu": {".conllu", export.CoNLLU},
	"timeml": {".tml", export.TimeML},
	"brat":   {".ann", export.Brat},
}

func (a *app) cmdAnnotate() *cobra.Command {
	var f annotateFlags
	cmd := &cobra.Command{
		Use:   "annotate FILE…",
		Short: "Read reports one by one and write what was read in each",
		Long: `Reads files, folders, URLs or - and writes, for each document, its sentences,
names, times, statements and claims. It needs no record. With -o DIR there is
one output file a document, named after the input.

Input conllu takes the tokens of the file and predicts the rest; input timeml
takes the text and creation time and marks the times anew.`,
		Example: `  travaux annotate report.txt
  travaux annotate --format brat -o out/ reports/*.txt`,
		Args: usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if _, ok := formats[f.format]; !ok {
				return usagef("unknown format %q; there are: jsonl, conllu, timeml, brat", f.format)
			}
			if f.date != "" && !travaux.EDTF(f.date).Valid() {
				return usagef("--date %q is not a date; write it as 2031, 2031-03 or 2031-03-05", f.date)
			}
			return a.annotate(cmd.Context(), f, args)
		},
	}
	a.input.reading(cmd)
	cmd.Flags().StringVar(&f.format, "format", "jsonl", "jsonl, conllu, timeml or brat")
	cmd.Flags().StringVar(&f.input, "input", "text", "text (any report), conllu or timeml")
	cmd.Flags().StringVar(&f.date, "date", "", "document time of reports that have none (EDTF)")
	cmd.Flags().StringVarP(&f.dir, "output", "o", "", "`DIR` for one file a document (default: standard output)")
	return cmd
}

func (a *app) annotate(ctx context.Context, f annotateFlags, args []string) error {
	world, profile, err := a.input.knowledge()
	if err != nil {
		return err
	}
	reader, err := a.input.reader(world, profile)
	if err != nil {
		return err
	}
	if f.dir != "" {
		if err := os.MkdirAll(f.dir, 0o755); err != nil {
			return &travaux.Error{Code: travaux.CodeUnreadable, Op: "write to", ID: f.dir, Err: cause(err)}
		}
	}
	out := &outputs{dir: f.dir, ending: formats[f.format].ending, w: bufio.NewWriterSize(a.out, 1<<16), used: map[string]bool{}}
	switch f.input {
	case "text":
		err = a.annotateText(ctx, f, reader, out, args)
	case "conllu", "timeml":
		if f.input != f.format {
			return usagef("--input %s goes with --format %s", f.input, f.input)
		}
		err = a.annotateMarked(ctx, f, reader, out, args)
	default:
		return usagef("unknown input %q; there are: text, conllu, timeml", f.input)
	}
	return errors.Join(out.w.Flush(), err)
}

func (a *app) annotateText(ctx context.Context, f annotateFlags, r *pipeline.Reader, out *outputs, args []string) error {
	opt := pipeline.Options{Source: a.input.source(a), Workers: a.input.workers, Date: travaux.EDTF(f.date)}
	unread, total := 0, 0
	err := pipeline.Read(ctx, r, args, opt, func(o pipeline.Outcome) error {
		total++
		if f.dir != "" {
			a.term.progress("annotated %d documents", total)
		}
		if o.Err != nil {
			unread++
			a.complain(o)
			return nil
		}
		name := o.File
		if o.Report.GivenID != "" {
			name = o.Report.GivenID
		}
		return out.write(name, func(w io.Writer) error { return formats[f.format].write(w, o.Reading) })
	})
	if err == nil && unread > 0 {
		return errPartial
	}
	return err
}

// annotateMarked annotates files that bring their own tokens or markup.
func (a *app) annotateMarked(ctx context.Context, f annotateFlags, r *pipeline.Reader, out *outputs, args []string) error {
	one := a.annotateTokens
	if f.input == "timeml" {
		one = a.annotateTimeML
	}
	unread := 0
	for _, name := range args {
		in := io.NopCloser(a.stdin)
		if name != "-" {
			file, err := os.Open(name)
			if err != nil {
				unread++
				a.term.linef("not read: %s: %s", name, cause(err))
				continue
			}
			in = file
		}
		err := out.write(name, func(w io.Writer) error { return one(ctx, f, r, name, in, w) })
		in.Close()
		if e, ok := errors.AsType[*travaux.Error](err); ok {
			unread++
			a.term.linef("not read: %s: %s", name, pipeline.Reason(e))
		} else if err != nil {
			return err
		}
	}
	if unread > 0 {
		return errPartial
	}
	return nil
}

func (a *app) annotateTokens(_ context.Context, f annotateFlags, r *pipeline.Reader, name string, in io.Reader, w io.Writer) error {
	t, err := export.ReadCoNLLU(in, name)
	if err != nil {
		return err
	}
	rep := &travaux.Report{ID: travaux.NewID("report", t.Text), File: name, Text: t.Text, Date: given(f.date)}
	g, err := r.ReadTokens(rep, t.Sentences)
	if err != nil {
		return err
	}
	return t.Write(w, g)
}

func (a *app) annotateTimeML(ctx context.Context, f annotateFlags, r *pipeline.Reader, name string, in io.Reader, w io.Writer) error {
	t, err := export.ReadTimeML(in, name)
	if err != nil {
		return err
	}
	rep, err := extract.Extract(ctx, extract.Input{File: name, Data: []byte(t.Text), MediaType: "text/plain"})
	if err != nil {
		return err
	}
	if rep.Text != t.Text { // times would be marked in the wrong places
		return travaux.Errorf(travaux.CodeMalformed, "read TimeML", name, "its text is not plain UTF-8")
	}
	rep.Date = given(f.date)
	if t.Date != "" {
		rep.Date = travaux.DocTime{EDTF: t.Date, Basis: travaux.BasisMetadata}
	}
	g, err := r.Read(rep)
	if err != nil {
		return err
	}
	return t.Write(w, g.Timexes)
}

// given is the document time of the command line.
func given(date string) travaux.DocTime {
	if date == "" {
		return travaux.DocTime{Basis: travaux.BasisUnknown}
	}
	return travaux.DocTime{EDTF: travaux.EDTF(date), Basis: travaux.BasisAnalyst}
}

// outputs writes each document to a file of its own, or all to one writer.
type outputs struct {
	dir, ending string
	w           *bufio.Writer
	used        map[string]bool
}

func (o *outputs) write(name string, f func(io.Writer) error) (err error) {
	if o.dir == "" {
		return f(o.w)
	}
	path := filepath.Join(o.dir, o.unused(stem(name))+o.ending)
	file, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("write annotation: %w", err)
	}
	w := bufio.NewWriter(file)
	return errors.Join(f(w), w.Flush(), file.Close())
}

// stem is the file name of an input without its ending, safe to use in a folder
// of our own whatever the input is called.
func stem(name string) string {
	if name == "-" {
		return "stdin"
	}
	base := filepath.Base(filepath.ToSlash(name))
	s := strings.TrimSuffix(base, filepath.Ext(base))
	s = strings.Map(func(r rune) rune {
		if r < 0x20 || r == 0x7f || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '_'
		}
		return r
	}, s)
	if strings.Trim(s, ". ") == "" {
		return "document"
	}
	return s
}

// unused returns name, numbered when a document before had it.
func (o *outputs) unused(name string) string {
	n := name
	for i := 2; o.used[n]; i++ {
		n = fmt.Sprintf("%s-%d", name, i)
	}
	o.used[n] = true
	return n
}
