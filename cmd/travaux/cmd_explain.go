package main

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/explain"
	"github.com/travaux/travaux/internal/store"
)

// explainFlags are the flags of explain.
type explainFlags struct {
	format, find string
	nth          int
}

func (a *app) cmdExplain() *cobra.Command {
	var f explainFlags
	cmd := &cobra.Command{
		Use:   "explain REPORT:OFFSET [STORE|PATH…]",
		Short: "Show what was read in a passage, by which rules, from which words",
		Long: `Shows the sentence that holds a place in a report, its words with their tags
and tree, and the names, times, quantities, statements and claims that touch
it: each with its rule, what that rule does, and the exact words behind it.

REPORT is a file or URL; or, where a STORE or PATHs follow, the id of a report
among them or its file. OFFSET counts bytes of the report's text from 0. With
--find the place is that of some words, and no OFFSET is needed. Of a text it
says, where a STORE or PATHs follow, which other texts of the record it may be.`,
		Example: `  travaux explain report.txt:1204
  travaux explain report.txt --find "will not sign"
  travaux explain report_3f2a:1204 talks.travaux`,
		Args: usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.format != "text" && f.format != "json" {
				return usagef("unknown format %q; there are: text, json", f.format)
			}
			if f.nth < 1 {
				return usagef("--nth counts from 1")
			}
			name, offset, err := place(args[0], f.find)
			if err != nil {
				return err
			}
			return a.explain(cmd.Context(), f, name, offset, args[1:])
		},
	}
	a.input.reading(cmd)
	cmd.Flags().StringVar(&f.format, "format", "text", "text or json")
	cmd.Flags().StringVar(&f.find, "find", "", "explain the place that has these `WORDS`")
	cmd.Flags().IntVar(&f.nth, "nth", 1, "which place, where --find finds several")
	return cmd
}

// place splits REPORT:OFFSET; the offset is -1 where words are looked for.
func place(arg, find string) (name string, offset int, err error) {
	if find != "" {
		return arg, -1, nil
	}
	i := strings.LastIndexByte(arg, ':')
	if i <= 0 || i == len(arg)-1 {
		return "", 0, usagef("%q names no place; write REPORT:OFFSET, or give --find WORDS", arg)
	}
	offset, err = strconv.Atoi(arg[i+1:])
	if err != nil || offset < 0 {
		return "", 0, usagef("%q is no offset; it is a number of bytes, from 0", arg[i+1:])
	}
	return arg[:i], offset, nil
}

func (a *app) explain(ctx context.Context, f explainFlags, name string, offset int, paths []string) error {
	among := len(paths) > 0
	if !among {
		if store.IsStore(name) {
			return usagef("%s is a record; write the report before it: travaux explain REPORT:OFFSET %s", name, name)
		}
		paths = []string{name}
	}
	g, err := a.gather(ctx, paths)
	if err != nil {
		return err
	}
	rep, err := g.report(name, len(paths) == 1 && paths[0] == name)
	if err != nil {
		return err
	}
	reading, err := g.reader.Read(rep) // with sentences, which a record does not keep
	if err != nil {
		return err
	}
	if f.find != "" {
		var places int
		if offset, places, err = explain.Find(reading, f.find, f.nth-1); err != nil {
			return err
		}
		if places > 1 {
			a.term.linef("%d places have these words; this is number %d (--nth shows the others)", places, f.nth)
		}
	}
	x, err := explain.At(reading, offset)
	if err != nil {
		return err
	}
	if among && x.Has("text") {
		v, err := a.view(ctx, paths)
		if err != nil {
			return err
		}
		x.Among(v.Record)
	}
	if f.format == "json" {
		return explain.JSON(a.out, x)
	}
	return explain.Text(a.out, x)
}

// report is the one report that a name means: its id or the beginning of it,
// the id that the input gave itself, its file or the last part of that.
func (g *gathered) report(name string, alone bool) (*travaux.Report, error) {
	var found []*travaux.Report
	for _, r := range g.readings {
		rep := r.Report
		if alone || rep.ID == name || rep.GivenID == name && name != "" || rep.File == name || filepath.Base(rep.File) == name ||
			len(name) > len("report_")+3 && strings.HasPrefix(rep.ID, name) {
			found = append(found, rep)
		}
	}
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(found) == 0:
		e := travaux.Errorf(travaux.CodeNotFound, "explain", name, "there is no report of this name or id")
		e.Hint = "travaux status STORE lists the reports of a record"
		return nil, e
	}
	var ids []string
	for _, r := range found {
		ids = append(ids, r.ID)
	}
	e := travaux.Errorf(travaux.CodeInvalid, "explain", name, "%d reports are meant", len(found))
	e.Hint = "name one by its id: " + strings.Join(ids[:min(len(ids), 5)], ", ")
	return nil, e
}
