// Command travaux keeps the record of a negotiation from reports of it. It
// wires packages together, one file a subcommand; what it prints for people
// goes to standard error, what programs read to standard output.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/travaux/travaux"
)

// Exit statuses, as promised in doc/cli.md.
const (
	exitDone    = 0
	exitFailed  = 1
	exitUsage   = 2
	exitPartial = 3 // done, but some inputs could not be read
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// errPartial ends a command that did its work without some of its inputs.
var errPartial = errors.New("some inputs could not be read")

// usageError is a command line that makes no sense.
type usageError struct{ error }

// run executes one command line and returns the exit status.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := &app{stdin: stdin, out: stdout, term: newTerminal(stderr)}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	cmd, err := root.ExecuteContextC(ctx)
	a.term.clear()
	if err == nil {
		return exitDone
	}
	if errors.Is(err, errPartial) {
		return exitPartial
	}
	a.term.line("travaux: " + describe(err))
	if e, ok := errors.AsType[*travaux.Error](err); ok && e.Hint != "" {
		a.term.line("  " + e.Hint)
	}
	if _, ok := errors.AsType[usageError](err); ok {
		a.term.line("  try: " + cmd.CommandPath() + " --help")
		return exitUsage
	}
	return exitFailed
}

func describe(err error) string {
	switch {
	case errors.Is(err, context.Canceled):
		return "interrupted; what was added is kept, and the command can be run again"
	default:
		return err.Error()
	}
}

// app is what the subcommands share.
type app struct {
	stdin    io.Reader
	out      io.Writer
	term     *terminal
	input    inputFlags
	decision judgeFlags

	before *gathered // what is known before anything is read, once it is loaded
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "travaux",
		Short: "Keep the record of a negotiation from reports of it",
		Long: `Travaux reads many outlets' reports of one negotiation and keeps one record:
who met whom, which drafts exist, who said what on whose authority, and where
reports agree or differ. Every value leads to its exact words.

A first look:
  travaux dossier FOLDER

English only, for now. Nothing leaves this machine; only the URLs you name
are fetched.`,
		Args:          usageArgs(cobra.NoArgs),
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.AddCommand(a.cmdDossier(), a.cmdInit(), a.cmdAdd(), a.cmdRefresh(), a.cmdRemove(), a.cmdStatus(), a.cmdVerify(), a.cmdHistory(), a.cmdBackup(), a.cmdRestore(),
		a.cmdExport(), a.cmdAnnotate(), a.cmdExplain(), a.cmdAsk(), a.cmdJudge(), a.cmdLog(), a.cmdUndo(), a.cmdProfile(), a.cmdPack(), a.cmdEval(), a.cmdVersion())
	root.AddCommand(a.cmdVerbs()...)
	return root
}

// usageArgs makes a wrong number of arguments a usage error.
func usageArgs(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return usageError{err}
		}
		return nil
	}
}

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }
