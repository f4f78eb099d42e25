package main

import (
	"context"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/travaux/travaux/internal/crossdoc"
	"github.com/travaux/travaux/internal/knowledge"
)

func (a *app) cmdEvalCoref() *cobra.Command {
	return &cobra.Command{
		Use:   "coref FILE…",
		Short: "Say which marked mentions name one thing across documents",
		Long: `Reads texts in the columns of the CoNLL shared tasks, with mentions marked, and
writes them with the marks replaced: mentions of one number are of one actor,
thing or happening. Documents whose names begin alike up to the first slash are
of one topic and are resolved together; no number is used in two topics. The
labels of the marks are not looked at.`,
		Example: `  travaux eval coref topics.conll`,
		Args:    usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.evalCoref(cmd.Context(), args)
		},
	}
}

func (a *app) evalCoref(ctx context.Context, args []string) error {
	var partial error
	var files []*crossdoc.File
	for _, name := range args {
		f, err := a.columns(name)
		if err != nil {
			partial = errPartial
			a.term.linef("not read: %s: %s", name, cause(err))
			continue
		}
		files = append(files, f)
	}
	world, err := knowledge.Default()
	if err != nil {
		return err
	}
	resolver, err := crossdoc.New(world)
	if err != nil {
		return err
	}
	chains, err := resolver.Resolve(ctx, files)
	if err != nil {
		return err
	}
	for i, f := range files {
		if err := f.Write(a.out, chains[i]); err != nil {
			return err
		}
	}
	return partial
}

func (a *app) columns(name string) (*crossdoc.File, error) {
	if name == "-" {
		return crossdoc.Read(io.LimitReader(a.stdin, 64<<20), name)
	}
	in, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return crossdoc.Read(in, name)
}
