package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/claim/plover"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/english"
)

func (a *app) cmdEval() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "eval TASK FILE…",
		Short: "Read marked input, for measuring how well Travaux reads",
		Args:  usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			return usagef("no task is called %q", args[0])
		},
	}
	cmd.AddCommand(a.cmdEvalPLOVER(), a.cmdEvalCoref(), a.cmdEvalStories(), a.cmdEvalDuplicates())
	return cmd
}

func (a *app) cmdEvalPLOVER() *cobra.Command {
	return &cobra.Command{
		Use:   "plover FILE…",
		Short: "Read what a marked source does to a marked target",
		Long: `Reads sentences with a source and a target marked, as PLOVER's gold records have
them (JSON), or rows of tab-separated values with a header: text, and id, source,
target, event where there are such. Writes, for each, its id, the event root in
the names of PLOVER's final manual (NONE where no act is found), the root that
the input gives, and the word that tells of the act. How many agree goes to
standard error.`,
		Example: `  travaux eval plover gold.json`,
		Args:    usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.evalPLOVER(cmd.Context(), args)
		},
	}
}

func (a *app) evalPLOVER(ctx context.Context, args []string) error {
	reader, err := english.New(nil, nil)
	if err != nil {
		return err
	}
	unread, right, judged := 0, 0, 0
	fmt.Fprintln(a.out, "id\tevent\tgiven\tword")
	for _, name := range args {
		records, err := a.marked(name)
		if err != nil {
			unread++
			a.term.linef("not read: %s: %s", name, cause(err))
			continue
		}
		for _, m := range records {
			if err := ctx.Err(); err != nil {
				return err
			}
			ok, err := a.judge(reader, m)
			if err != nil {
				return err
			}
			if m.Root != "" {
				judged++
			}
			if ok {
				right++
			}
		}
	}
	if judged > 0 {
		a.term.linef("%d of %d as given (%.1f %%)", right, judged, 100*float64(right)/float64(judged))
	}
	if unread > 0 {
		return errPartial
	}
	return nil
}

// judge writes the row of one record and reports whether it is as given.
func (a *app) judge(reader *lang.Pipeline, m plover.Marked) (bool, error) {
	root, word, err := plover.Judge(reader, m)
	if err != nil {
		return false, &travaux.Error{Code: travaux.CodeMalformed, Op: "read record", ID: m.ID, Err: err}
	}
	shown := root
	if root == "" {
		shown = "NONE"
	}
	_, err = fmt.Fprintf(a.out, "%s\t%s\t%s\t%s\n", m.ID, shown, m.Root, word)
	return root != "" && root == m.Root, err
}

func (a *app) marked(name string) ([]plover.Marked, error) {
	if name == "-" {
		return plover.ReadMarked(io.LimitReader(a.stdin, 64<<20), name)
	}
	in, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return plover.ReadMarked(in, name)
}
