package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/audit"
	"github.com/travaux/travaux/internal/store"
	"github.com/travaux/travaux/internal/verify"
)

func (a *app) cmdVerify() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "verify STORE",
		Short: "Prove that a record is whole, or name what is not",
		Long: `Proves that the file is not damaged, that every report's bytes and text are
those that were added, that its history has no break, that every span quotes its
report and that every value rests on statements. What does not hold is named by
report and row, and the exit status is 1.

The last line is the hash of the history's last entry. Noted elsewhere, it proves
later that the history up to it was not written anew: see travaux history.`,
		Args: usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error { return a.verify(cmd.Context(), args[0]) },
	}
	a.input.reading(cmd)
	return cmd
}

func (a *app) verify(ctx context.Context, path string) error {
	faults, head, err := a.checkStore(ctx, path)
	if err != nil {
		return err
	}
	n := 0
	if len(faults) == 0 { // what is read from damaged evidence proves nothing
		g, err := a.gather(ctx, []string{path})
		if err != nil && travaux.CodeOf(err) != travaux.CodeEmpty {
			return err
		}
		if err == nil {
			rec, err := a.derivedAt(ctx, path, g, "", "")
			if err != nil {
				return err
			}
			for _, f := range verify.Record(rec) {
				faults = append(faults, f.String())
			}
			n = len(rec.Statements)
		}
	}
	for _, f := range faults {
		fmt.Fprintln(a.out, visible(f))
	}
	if len(faults) > 0 {
		e := travaux.Errorf(travaux.CodeMalformed, "verify", path, "%s", count(len(faults), "fault"))
		e.Hint = "keep the file as it is, and go on with a copy made earlier: travaux restore"
		return e
	}
	fmt.Fprintf(a.out, "whole: %s\nhistory %s\n", count(n, "statement"), head)
	return nil
}

// checkStore proves the evidence of the record at path.
func (a *app) checkStore(ctx context.Context, path string) (faults []string, head string, err error) {
	s, err := store.Open(ctx, path)
	if err != nil {
		return nil, "", err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	list, head, err := s.Check(ctx)
	for _, f := range list {
		faults = append(faults, strings.TrimPrefix(f.Report+": "+f.What, ": "))
	}
	return faults, head, err
}

func (a *app) cmdHistory() *cobra.Command {
	return &cobra.Command{
		Use:   "history STORE",
		Short: "List what was done to a record, when and by whom",
		Args:  usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			s, err := store.Open(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, s.Close()) }()
			return s.History(cmd.Context(), func(e audit.Entry) error {
				fmt.Fprintln(a.out, visible(fmt.Sprintf("%d\t%s\t%s\t%s\t%s\t%s\t%.16s", e.Seq, e.At, e.Agent, e.Activity, strings.Join(e.Used, " "), strings.Join(e.Made, " "), e.Hash)))
				return nil
			})
		},
	}
}

func (a *app) cmdBackup() *cobra.Command {
	return &cobra.Command{
		Use:   "backup STORE FILE",
		Short: "Copy a record, as it is at one moment, to a new file",
		Long: `Writes a copy of the record that can be opened as it is. Others may go on
reading and writing the record meanwhile.`,
		Args: usageArgs(cobra.ExactArgs(2)),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			s, err := store.Open(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, s.Close()) }()
			if err := s.Backup(cmd.Context(), args[1]); err != nil {
				return err
			}
			a.term.linef("copied %s to %s", args[0], args[1])
			return nil
		},
	}
}

func (a *app) cmdRestore() *cobra.Command {
	return &cobra.Command{
		Use:   "restore FILE STORE",
		Short: "Make a record of a copy, once it is proved whole",
		Long: `Makes a new record of a copy that travaux backup wrote. The evidence and the
history of the copy are proved first; a file that is there is not overwritten.`,
		Args: usageArgs(cobra.ExactArgs(2)),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			ctx := cmd.Context()
			faults, _, err := a.checkStore(ctx, args[0])
			if err != nil {
				return err
			}
			if len(faults) > 0 {
				e := travaux.Errorf(travaux.CodeMalformed, "restore", args[0], "%s, the first: %s", count(len(faults), "fault"), faults[0])
				e.Hint = "travaux verify names them all; nothing was written"
				return e
			}
			from, err := store.Open(ctx, args[0])
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, from.Close()) }()
			if err := from.Restore(ctx, args[1]); err != nil {
				return err
			}
			a.term.linef("made %s of %s", args[1], args[0])
			return nil
		},
	}
}
