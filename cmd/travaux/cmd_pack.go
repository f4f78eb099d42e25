package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/knowledge/pack"
	"github.com/travaux/travaux/internal/pipeline"
)

func (a *app) cmdPack() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "pack",
		Short: "List, show, try or check packs: the issues of a subject and their words",
		Args:  usageArgs(cobra.NoArgs),
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.cmdPackList(), a.cmdPackShow(), a.cmdPackTry(), a.cmdPackCheck())
	return cmd
}

func (a *app) cmdPackList() *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List the built-in packs",
		Args:  usageArgs(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			files, err := pack.Embedded()
			if err != nil {
				return err
			}
			for _, f := range files {
				fmt.Fprintf(a.out, "%s\t%s\t%s\n", f.Pack.S, f.Label.S, count(len(f.Issues), "issue"))
			}
			return nil
		},
	}
}

func (a *app) cmdPackShow() *cobra.Command {
	var cues bool
	cmd := &cobra.Command{
		Use:   "show ID|FILE",
		Short: "Print the issues of a pack as a tree, with their options",
		Args:  usageArgs(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			f, err := findPack(args[0])
			if err != nil {
				return err
			}
			return f.Tree(a.out, cues)
		},
	}
	cmd.Flags().BoolVar(&cues, "cues", false, "print the cues and frames too")
	return cmd
}

// findPack returns a built-in pack by its id, or the one in a file.
func findPack(name string) (*pack.File, error) {
	if pipeline.PackFile(name) {
		return readPack(name)
	}
	files, err := pack.Embedded()
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, f := range files {
		if f.Pack.S == name {
			return f, nil
		}
		ids = append(ids, f.Pack.S)
	}
	e := travaux.Errorf(travaux.CodeNotFound, "show pack", name, "there is no such pack")
	e.Hint = "there are " + strings.Join(ids, ", ") + "; a file must end in .yaml"
	return nil, e
}

func (a *app) cmdPackTry() *cobra.Command {
	var f inputFlags
	cmd := &cobra.Command{
		Use:   "try TEXT…",
		Short: "Print which issues are found in a text, best first, and by which words",
		Args:  usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			world, profile, err := f.knowledge()
			if err != nil {
				return err
			}
			set, err := f.packSet(profile)
			if err != nil {
				return err
			}
			reader, err := pipeline.NewReader(world, profile, set)
			if err != nil {
				return err
			}
			for _, text := range args {
				found, err := set.Find(text, reader.Parse)
				if err != nil {
					return err
				}
				for _, m := range found {
					fmt.Fprintln(a.out, strings.Join([]string{m.Issue, m.Option, m.Cue, m.Words}, "\t"))
				}
				if len(found) == 0 {
					fmt.Fprintln(a.out, travaux.OtherIssue)
				}
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&f.profile, "profile", "", "YAML `FILE` of a profile")
	cmd.Flags().StringArrayVar(&f.packs, "pack", nil, "YAML `FILE` of a pack of your own; may be repeated")
	return cmd
}

func (a *app) cmdPackCheck() *cobra.Command {
	return &cobra.Command{
		Use:   "check FILE…",
		Short: "Check packs, and whether their examples are found as they say",
		Args:  usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			problems, sound, err := checkPacks(args)
			if err != nil {
				return err
			}
			for _, p := range problems {
				a.term.line(p)
			}
			if len(problems) > 0 {
				return travaux.Errorf(travaux.CodeInvalid, "check packs", strings.Join(args, " "), "%s", count(len(problems), "problem"))
			}
			for i, f := range sound {
				a.term.linef("%s: no problem found in %s and %s", args[i], count(len(f.Issues), "issue"), count(f.Examples(), "example"))
			}
			return nil
		},
	}
}

// checkPacks lists what is wrong with the packs in files, each beside the other
// files and the built-in packs; one with the id of a built-in pack takes its
// place.
func checkPacks(paths []string) (problems []string, files []*pack.File, err error) {
	all, err := pack.Embedded()
	if err != nil {
		return nil, nil, err
	}
	all = slices.Clone(all)
	for _, path := range paths {
		f, err := readPack(path)
		var p pack.Problem
		if errors.As(err, &p) {
			problems = append(problems, p.String())
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		files = append(files, f)
		all = slices.DeleteFunc(all, func(g *pack.File) bool { return g.Pack.S == f.Pack.S })
		all = append(all, f)
	}
	var f inputFlags
	world, _, err := f.knowledge()
	if err != nil {
		return nil, nil, err
	}
	reader, err := pipeline.NewReader(world, nil, nil)
	if err != nil {
		return nil, nil, err
	}
	for _, f := range files {
		beside := slices.DeleteFunc(slices.Clone(all), func(g *pack.File) bool { return g == f })
		found, err := pack.Check(f, beside, reader.Parse)
		if err != nil {
			return nil, nil, err
		}
		for _, p := range found {
			problems = append(problems, p.String())
		}
	}
	return problems, files, nil
}
