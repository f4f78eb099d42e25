package main

import (
	"bufio"

	"github.com/spf13/cobra"

	"github.com/travaux/travaux/internal/export"
)

func (a *app) cmdExport() *cobra.Command {
	format := "json"
	cmd := &cobra.Command{
		Use:   "export STORE|PATH…",
		Short: "Write the whole record as JSON to standard output",
		Long: `Writes the whole record as one JSON object (doc/schema/record.json describes
it). The same reports give the same bytes, in any order. Article text is not
in it: spans quote their words and name their file.`,
		Args: usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if format != "json" {
				return usagef("unknown format %q; there is: json", format)
			}
			v, err := a.view(cmd.Context(), args)
			if err != nil {
				return err
			}
			w := bufio.NewWriter(a.out)
			if err := export.Record(w, v.Record); err != nil {
				return err
			}
			if err := w.Flush(); err != nil {
				return err
			}
			return v.partial()
		},
	}
	a.input.reading(cmd)
	a.input.dates(cmd)
	a.input.decided(cmd)
	cmd.Flags().StringVar(&format, "format", format, "json")
	cmd.Flags().StringVar(&a.input.name, "name", "", "the negotiation's name")
	return cmd
}
