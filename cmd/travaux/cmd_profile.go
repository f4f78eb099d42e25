package main

import (
	"os"

	"github.com/spf13/cobra"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/knowledge"
)

func (a *app) cmdProfile() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "profile",
		Short: "Make or check a profile: what you know of a negotiation beforehand",
		Args:  usageArgs(cobra.NoArgs),
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.cmdProfileInit(), a.cmdProfileCheck())
	return cmd
}

func (a *app) cmdProfileInit() *cobra.Command {
	return &cobra.Command{
		Use:   "init [FILE]",
		Short: "Write a commented profile to fill in (standard output without FILE)",
		Args:  usageArgs(cobra.MaximumNArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				_, err := a.out.Write(knowledge.InitProfile())
				return err
			}
			f, err := os.OpenFile(args[0], os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
			if err != nil {
				e := &travaux.Error{Code: travaux.CodeConflict, Op: "write profile", ID: args[0], Err: cause(err)}
				e.Hint = "choose another name; a profile is never overwritten"
				return e
			}
			if _, err := f.Write(knowledge.InitProfile()); err != nil {
				f.Close()
				return &travaux.Error{Code: travaux.CodeUnreadable, Op: "write profile", ID: args[0], Err: cause(err)}
			}
			a.term.linef("wrote %s; check it with: travaux profile check %s", args[0], args[0])
			return f.Close()
		},
	}
}

func (a *app) cmdProfileCheck() *cobra.Command {
	return &cobra.Command{
		Use:   "check FILE",
		Short: "Check a profile and list what is wrong with it",
		Args:  usageArgs(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			f := inputFlags{profile: args[0]}
			_, profile, err := f.knowledge()
			if err != nil {
				return err
			}
			set, err := f.packSet(profile)
			if err != nil {
				return err
			}
			var issues []string
			for _, i := range set.Issues() {
				issues = append(issues, i.ID)
			}
			problems := profile.Check(issues...)
			for _, p := range problems {
				a.term.line(p.String())
			}
			if len(problems) > 0 {
				return travaux.Errorf(travaux.CodeInvalid, "check profile", args[0], "%s", count(len(problems), "problem"))
			}
			a.term.linef("%s: no problem found", args[0])
			return nil
		},
	}
}
