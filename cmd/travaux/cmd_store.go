package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/pipeline"
	"github.com/travaux/travaux/internal/record"
	"github.com/travaux/travaux/internal/store"
)

func (a *app) cmdInit() *cobra.Command {
	var name string
	cmd := &cobra.Command{
		Use:   "init STORE",
		Short: "Make a new, empty record: one file",
		Args:  usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if name == "" {
				name = strings.TrimSuffix(filepath.Base(args[0]), filepath.Ext(args[0]))
			}
			s, err := store.Create(cmd.Context(), args[0], name)
			if err != nil {
				return err
			}
			a.term.linef("made %s; add reports with: travaux add %s PATH…", args[0], args[0])
			return s.Close()
		},
	}
	cmd.Flags().StringVar(&name, "name", "", "the negotiation's name (default: the file's)")
	return cmd
}

func (a *app) cmdAdd() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "add STORE PATH…",
		Short: "Read reports into a record",
		Long: `Reads files, folders and URLs into a record. Adding the same report again
changes nothing; a changed article is a new version beside the old one. An
interrupted add loses nothing that was read and can be run again.`,
		Args: usageArgs(cobra.MinimumNArgs(2)),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			s, err := store.Open(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, s.Close()) }()
			return a.add(cmd.Context(), s, args[1:])
		},
	}
	a.input.reading(cmd)
	return cmd
}

func (a *app) add(ctx context.Context, s *store.Store, paths []string) error {
	g, err := a.known()
	if err != nil {
		return err
	}
	stamp := g.reader.Stamp()
	counts := map[store.Outcome]int{}
	unread, inputs := 0, 0
	done, total := 0, bytesOf(paths)
	opt := pipeline.Options{Source: a.input.source(a), Workers: a.input.workers, Skip: s.Known}
	err = pipeline.Read(ctx, g.reader, paths, opt, func(o pipeline.Outcome) error {
		inputs++
		done += len(o.Original)
		a.term.share(done, total, "read %d inputs", inputs)
		if o.Err != nil {
			unread++
			a.complain(o)
			return s.PutUnread(ctx, o.Unread())
		}
		out, err := s.Put(ctx, store.Entry{Original: o.Original, Report: o.Report, Reading: o.Reading, Reader: stamp})
		counts[out]++
		return err
	})
	if err != nil {
		return err
	}
	line := fmt.Sprintf("added %s", count(counts[store.Added]+counts[store.NewVersion], "report"))
	if n := counts[store.NewVersion]; n > 0 {
		line += fmt.Sprintf(" (%d of them a new version)", n)
	}
	if n := counts[store.Known]; n > 0 {
		line += fmt.Sprintf(", %d already there", n)
	}
	if n := counts[store.Returned]; n > 0 {
		line += fmt.Sprintf(", %d withdrawn before and left out", n)
	}
	a.term.line(line)
	if unread > 0 {
		a.term.linef("%s could not be read; the reasons are kept in the record", count(unread, "input"))
		return errPartial
	}
	return nil
}

func (a *app) cmdRefresh() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "refresh STORE",
		Short: "Make the record of the reports anew and keep it",
		Long: `Relates the reports of a record to one another and keeps what comes of it, so
that questions, exports and dossiers need not. They do so themselves when a
report was added or withdrawn since, when the program is another, or when the
profile or a file of knowledge is. Only reports that other rules or other
knowledge read are read anew.`,
		Args: usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			stamp, err := a.input.stamp()
			if err != nil {
				return err
			}
			s, err := store.Open(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, s.Close()) }()
			g, err := a.fromStore(cmd.Context(), s, args[0])
			if err != nil {
				return err
			}
			if _, err := a.derive(cmd.Context(), s, g, deriving{stamp: stamp}); err != nil {
				return err
			}
			line := fmt.Sprintf("the record of %s is up to date", count(len(g.readings), "report"))
			if g.anew > 0 {
				line += fmt.Sprintf("; %d of them had to be read anew", g.anew)
			}
			a.term.line(line)
			return nil
		},
	}
	a.input.reading(cmd)
	return cmd
}

func (a *app) cmdRemove() *cobra.Command {
	var reason string
	cmd := &cobra.Command{
		Use:   "remove STORE REPORT --reason TEXT",
		Short: "Withdraw a report: its text is erased, the reason stays",
		Long: `Withdraws a report, named by its id, the start of its id, or its file. Its
text, its original bytes and what was read in it are erased; its file name,
hash and your reason stay. A withdrawn report is not taken in again.`,
		Args: usageArgs(cobra.ExactArgs(2)),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			if strings.TrimSpace(reason) == "" {
				return usagef("say why with --reason")
			}
			s, err := store.Open(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, s.Close()) }()
			id, err := s.Remove(cmd.Context(), args[1], reason)
			if err != nil {
				return err
			}
			a.term.linef("withdrew %s", id)
			return nil
		},
	}
	cmd.Flags().StringVar(&reason, "reason", "", "why the report is withdrawn")
	return cmd
}

func (a *app) cmdStatus() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "status STORE",
		Short: "List the reports of a record, and what could not be read",
		Args:  usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			ctx := cmd.Context()
			s, err := store.Open(ctx, args[0])
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, s.Close()) }()
			return a.status(ctx, s, args[0])
		},
	}
	cmd.Flags().StringVar(&a.input.profile, "profile", "", "YAML `FILE` with what is known of this negotiation")
	return cmd
}

func (a *app) status(ctx context.Context, s *store.Store, path string) error {
	name, err := s.Name(ctx)
	if err != nil {
		return err
	}
	p := func(format string, args ...any) { fmt.Fprintln(a.out, visible(fmt.Sprintf(format, args...))) }
	size := int64(0)
	if fi, err := os.Stat(path); err == nil {
		size = fi.Size()
	}
	p("%s (%s, %d KB)", name, path, (size+1023)/1024)
	_, profile, err := a.input.knowledge()
	if err != nil {
		return err
	}
	var reports []*travaux.Report
	if err := s.Each(ctx, "", func(x store.Stored) error { reports = append(reports, x.Report); return nil }); err != nil {
		return err
	}
	judgements, err := s.Judgements(ctx)
	if err != nil {
		return err
	}
	aside, notes := record.Aside(reports, profile.Known(), judgements)
	for _, r := range reports {
		date := string(r.Date.EDTF)
		if date == "" {
			date = "not in the record"
		}
		p("  %s  %-21s  %s  %s", r.ID, date, r.File, orNone(r.Outlet.Value))
		if why := aside[r.ID]; why != nil {
			p("    set aside: %s", why.Reason)
		}
	}
	for _, n := range notes {
		p("%s", n)
	}
	n := len(reports)
	p("%s", count(n, "report"))
	unread, err := s.Unread(ctx)
	if err != nil {
		return err
	}
	for _, u := range unread {
		p("not read: %s: %s", u.File, u.Reason)
	}
	gone, err := s.Withdrawn(ctx)
	if err != nil {
		return err
	}
	for _, u := range gone {
		p("withdrawn: %s: %s", u.File, u.Reason)
	}
	return nil
}

func orNone(s string) string {
	if s == "" {
		return "outlet not in the record"
	}
	return s
}
