package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/judge"
	"github.com/travaux/travaux/internal/store"
)

func (a *app) cmdLog() *cobra.Command {
	var only string
	cmd := &cobra.Command{
		Use:   "log STORE",
		Short: "List what was decided, by whom, why, and how each decision stands",
		Long: `Lists every judgement with its state: applied; undone; in conflict with another
(neither is applied until one is undone); to be reviewed, because its words can no
longer be found with certainty; waiting for its report.`,
		Args: usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			v, err := a.view(cmd.Context(), args[:1])
			if err != nil {
				return err
			}
			states := []travaux.JudgementState{
				travaux.JudgementApplied, travaux.JudgementUndone, travaux.JudgementReview, travaux.JudgementConflict, travaux.JudgementWaiting,
			}
			if only != "" && !slices.Contains(states, travaux.JudgementState(only)) {
				return usagef("unknown state %q; there are: applied, undone, review, conflict, waiting", only)
			}
			for i := range v.Judgements {
				if j := &v.Judgements[i]; only == "" || string(j.State) == only {
					a.printJudgement(j)
				}
			}
			return nil
		},
	}
	a.input.reading(cmd)
	a.input.decided(cmd)
	cmd.Flags().StringVar(&only, "state", "", "only those that are applied, undone, review, conflict or waiting")
	return cmd
}

func (a *app) printJudgement(j *travaux.Judgement) {
	p := func(format string, args ...any) { fmt.Fprintln(a.out, visible(fmt.Sprintf(format, args...))) }
	p("%s  %s  %s", j.At, j.ID, standing(j)[len(j.ID)+1:])
	for _, s := range j.Set {
		p("    %s: %s", s.Field, s.Value)
	}
	for _, t := range j.Anchors {
		side := ""
		if t.Side > 0 {
			side = fmt.Sprintf(", side %d", t.Side)
		}
		p("    %s “%s” (%s, bytes %d–%d)%s", t.What, oneLine(t.Quote), t.File, t.Start, t.End, side)
	}
	if j.Undoes != "" {
		p("    undoes %s", j.Undoes)
	}
	p("    because: %s", j.Reason)
}

func (a *app) cmdUndo() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "undo STORE JUDGEMENT --reason TEXT",
		Short: "Take a decision back; both stay in the log",
		Args:  usageArgs(cobra.ExactArgs(2)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.judgeRows(cmd, args[0], nil, func(b *bench) (travaux.Judgement, error) {
				id, err := b.judgement(args[1])
				return travaux.Judgement{Kind: travaux.JudgeUndo, Undoes: id}, err
			})
		},
	}
	a.judging(cmd)
	return cmd
}

// judgement returns the id of the judgement that an id, or the beginning of
// one, names.
func (b *bench) judgement(name string) (string, error) {
	var ids []string
	for _, j := range b.rec.Judgements {
		if j.ID == name {
			return b.inForce(&j)
		}
		if short := strings.TrimPrefix(j.ID, "judgement_"); len(name) >= 4 && (strings.HasPrefix(short, name) || strings.HasPrefix(j.ID, name)) {
			ids = append(ids, j.ID)
		}
	}
	switch len(ids) {
	case 1:
		return b.judgement(ids[0])
	case 0:
		e := travaux.Errorf(travaux.CodeNotFound, "undo", name, "no judgement has that id")
		e.Hint = "travaux log lists them"
		return "", e
	}
	return "", travaux.Errorf(travaux.CodeConflict, "undo", name, "it names several judgements: %s", strings.Join(ids, ", "))
}

func (b *bench) inForce(j *travaux.Judgement) (string, error) {
	if j.State == travaux.JudgementUndone {
		e := travaux.Errorf(travaux.CodeConflict, "undo", j.ID, "it is undone already")
		e.Hint = "to bring it back, undo what undid it: " + strings.Join(j.With, ", ")
		return "", e
	}
	return j.ID, nil
}

func (a *app) cmdJudgeExport() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "export STORE [FILE]",
		Short: "Write all decisions to a file that can be compared, merged and imported",
		Long: `Writes every judgement as one line, by report and place: the same judgements give
the same bytes. Two such files are put together line by line, in any order; git
merges them where they touch different passages.`,
		Args: usageArgs(cobra.RangeArgs(1, 2)),
		RunE: func(cmd *cobra.Command, args []string) error {
			list, err := a.kept(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			var out bytes.Buffer
			if err := judge.Write(&out, list); err != nil {
				return err
			}
			if len(args) == 1 {
				_, err := a.out.Write(out.Bytes())
				return err
			}
			if err := replaceFile(args[1], out.Bytes()); err != nil {
				return err
			}
			a.term.linef("wrote %s to %s", count(len(list), "judgement"), args[1])
			return nil
		},
	}
	a.input.decided(cmd)
	return cmd
}

func (a *app) cmdJudgeImport() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "import STORE FILE…",
		Short: "Take in the decisions of others; none is lost, conflicts are named",
		Args:  usageArgs(cobra.MinimumNArgs(2)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.canKeep(args[0]); err != nil {
				return err
			}
			var all []travaux.Judgement
			for _, name := range args[1:] {
				err := readFile(name, func(r *os.File) error {
					list, err := judge.Read(name, r)
					all = append(all, list...)
					return err
				})
				if err != nil {
					return err
				}
			}
			n, err := a.keep(cmd.Context(), args[0], all)
			if err != nil {
				return err
			}
			a.term.linef("took in %s, %d already there", count(n, "judgement"), len(judge.Union(all))-n)
			return a.nameUnsettled(cmd, args[0])
		},
	}
	a.input.reading(cmd)
	a.input.decided(cmd)
	return cmd
}

// nameUnsettled names what is in conflict or to be reviewed.
func (a *app) nameUnsettled(cmd *cobra.Command, path string) error {
	v, err := a.view(cmd.Context(), []string{path})
	if travaux.CodeOf(err) == travaux.CodeEmpty {
		return nil // a record without reports
	}
	if err != nil {
		return err
	}
	for i := range v.Judgements {
		if j := &v.Judgements[i]; j.State == travaux.JudgementConflict || j.State == travaux.JudgementReview {
			a.term.line(standing(j))
		}
	}
	return nil
}

// kept returns the judgements of a record, and of the file named by
// --judgements.
func (a *app) kept(ctx context.Context, path string) (list []travaux.Judgement, err error) {
	if a.input.judgements != "" {
		if list, err = judgementsOf(a.input.judgements, false); err != nil {
			return nil, err
		}
	}
	if !store.IsStore(path) {
		if a.input.judgements == "" {
			return nil, a.canKeep(path)
		}
		return list, nil
	}
	s, err := store.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	more, err := s.Judgements(ctx)
	return judge.Union(list, more), err
}
